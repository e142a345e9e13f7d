package senses_test

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"samantha"
	"samantha/internal/senses"
)

func TestTwoDevicesShowTheSameTalk(t *testing.T) {
	inBubble(t, func(t *testing.T, b *bed) {
		desk, phone := b.attend(0), b.attend(0)
		desk.Say(typed("a", "hello"))
		phone.Say(typed("b", "me too"))
		want := "said(Welcome.|What should|I call|you?) heard(hello) said(You said:|hello.) heard(me too) said(You said:|me too.)"
		for name, d := range map[string]*senses.Device{"desk": desk, "phone": phone} {
			signs := b.shown(d)
			talk := captions(signs)
			if got := told(talk); got != want {
				t.Errorf("%s: %s", name, got)
			}
			if !slices.IsSortedFunc(talk, func(a, b senses.Sign) int { return cmp.Compare(place(a), place(b)) }) {
				t.Errorf("%s: out of order: %+v", name, talk)
			}
			if thought := told(signs); !strings.Contains(thought, "thinking(a)") || !strings.Contains(thought, "thinking(b)") {
				t.Errorf("%s: %s", name, thought)
			}
		}
	})
}

// captions are the signs with words.
func captions(signs []senses.Sign) (talk []senses.Sign) {
	for _, s := range signs {
		if place(s) > 0 {
			talk = append(talk, s)
		}
	}
	return talk
}

// place is where a caption stands in the log.
func place(s senses.Sign) uint64 {
	switch s := s.(type) {
	case senses.Heard:
		return s.Seq
	case senses.Said:
		return s.Seq
	}
	return 0
}

func TestADeviceGetsWhatItMissed(t *testing.T) {
	inBubble(t, func(t *testing.T, b *bed) {
		d := b.attend(0)
		d.Say(typed("a", "one"))
		signs := b.shown(d)
		last := only[senses.Said](signs)[1].Seq
		d.Leave()
		other := b.attend(last)
		other.Say(typed("b", "two"))
		b.shown(other)
		back := b.attend(last)
		if got := told(b.shown(back)); got != "welcome heard(two) said(You said:|two.)" {
			t.Error(got)
		}
		none := b.attend(999) // of another life
		if got := told(b.shown(none)); !strings.Contains(got, "heard(one)") {
			t.Error(got)
		}
	})
}

func TestTheNewestTalkIsShownFirst(t *testing.T) {
	inBubble(t, func(t *testing.T, b *bed) {
		for i := range 300 {
			u := samantha.Utterance{Text: fmt.Sprint("line ", i), FaceID: fmt.Sprint(i)}
			if _, err := b.mind.Hear(t.Context(), u, nil); err != nil {
				t.Fatal(err)
			}
		}
		for range 2000 { // no captions among the newest events
			body := &samantha.Left{Numbers: samantha.LeftNumbers{To: "x"}}
			if _, err := b.mind.log.Append(t.Context(), samantha.Draft{At: time.Now(), Body: body}); err != nil {
				t.Fatal(err)
			}
		}
		signs := b.shown(b.attend(0))
		heard, said := only[senses.Heard](signs), only[senses.Said](signs)
		if len(heard) != 20 || len(said) < 20 || heard[0].Text != "line 280" {
			t.Errorf("%d heard, %d said, from %v", len(heard), len(said), heard[0])
		}
	})
}

func TestARepeatIsAnsweredAndNotDoubled(t *testing.T) {
	inBubble(t, func(t *testing.T, b *bed) {
		d := b.attend(0)
		d.Say(typed("a", "one"))
		d.Say(typed("a", "one"))
		b.shown(d)
		d.Say(typed("a", "one"))
		if got := told(b.shown(d)); got != "" { // no thinking that nothing would end
			t.Error(got)
		}
		b.Close()
		b.begin(nil) // a restart
		d = b.attend(0)
		d.Say(typed("a", "one"))
		got := told(b.shown(d))
		if strings.Count(got, "heard(one)") != 1 || strings.Contains(got, "thinking") {
			t.Error(got)
		}
	})
}

func TestSheSpeaksFirstOnce(t *testing.T) {
	inBubble(t, func(t *testing.T, b *bed) {
		for range 3 { // a page that is loaded again
			d := b.attend(0)
			d2 := b.attend(0)
			b.shown(d)
			d.Leave()
			d2.Leave()
		}
		if b.mind.begins != 1 {
			t.Errorf("she began %d times", b.mind.begins)
		}
		time.Sleep(7 * time.Hour)
		b.shown(b.attend(0))
		if b.mind.begins != 2 {
			t.Errorf("after hours: %d", b.mind.begins)
		}
	})
}

// That something rang while nobody was there is no greeting: whoever comes then
// is greeted, and told.
func TestARingIsNoGreeting(t *testing.T) {
	inBubble(t, func(t *testing.T, b *bed) {
		rang := &samantha.Said{
			Words:   samantha.SaidWords{Clauses: []string{"Buy hooks."}},
			Numbers: samantha.SaidNumbers{Acts: []string{samantha.DoErrandRing}, Unasked: true},
		}
		if _, err := b.mind.log.Append(t.Context(), samantha.Draft{At: time.Now(), Origin: samantha.OriginHerself, Body: rang}); err != nil {
			t.Fatal(err)
		}
		b.shown(b.attend(0))
		if b.mind.begins != 1 {
			t.Errorf("she began %d times", b.mind.begins)
		}
	})
}

func TestTheFormIsMarked(t *testing.T) {
	for _, c := range []struct {
		clauses   []string
		own, form int // the form's clauses, and what is spoken of them
	}{
		{[]string{"Welcome.", "What should I call you?"}, 2, 4},
		{[]string{"Ida.", "Would you describe yourself as —", "No, leave that."}, 2, 4},
		{[]string{"The bike chain —", "all right."}, 0, 0},
	} {
		inBubble(t, func(t *testing.T, b *bed) {
			b.mind.begins = 1
			said := &samantha.Said{Words: samantha.SaidWords{Clauses: c.clauses}, Numbers: samantha.SaidNumbers{Form: c.own, Unasked: true}}
			if _, err := b.mind.log.Append(t.Context(), samantha.Draft{At: time.Now(), Body: said}); err != nil {
				t.Fatal(err)
			}
			if got := only[senses.Said](b.shown(b.attend(0))); len(got) != 1 || got[0].Form != c.form {
				t.Errorf("%q: %+v, want form %d", c.clauses, got, c.form)
			}
		})
	}
}

func TestForgottenWordsAreShownNoMore(t *testing.T) {
	inBubble(t, func(t *testing.T, b *bed) {
		d := b.attend(0)
		d.Say(typed("a", "secret"))
		signs := b.shown(d)
		id := only[senses.Heard](signs)[0].ID
		gone, err := b.mind.log.Forget(t.Context(), time.Now(), id)
		if err != nil {
			t.Fatal(err)
		}
		got := only[senses.Gone](b.shown(d))
		if len(got) != 1 || len(got[0].IDs) != len(gone) || len(gone) != 2 {
			t.Errorf("%v, want %v", got, gone)
		}
		later := b.shown(b.attend(0))
		if again := told(later); strings.Contains(again, "secret") {
			t.Errorf("still shown: %s", again)
		}
		if missed := only[senses.Gone](later); len(missed) == 0 || missed[0].Face != "a" {
			t.Errorf("a page that never saw it heard would wait for ever: %+v", missed)
		}
	})
}

func TestWhatIsNotInTheLog(t *testing.T) {
	inBubble(t, func(t *testing.T, b *bed) {
		d := b.attend(0)
		b.shown(d)
		b.mind.set(func() { b.mind.full = true })
		d.Say(typed("a", "on a full disk"))
		b.shown(d)
		b.mind.set(func() { b.mind.full, b.mind.offRecord = false, true })
		d.Say(typed("b", "off the record"))
		got := told(b.shown(d))
		if got != "thinking(b) heardasked(off the record) saidasked(You said:|off the|record.) changed" {
			t.Error(got)
		}
		d.Say(typed("b", "off the record")) // a repeat: the same signs, no second moment
		if got := told(b.shown(d)); !strings.Contains(got, "heardasked(off the record)") || len(b.mind.heard) != 2 {
			t.Error(got)
		}
		// Who comes now sees what waits for the disk, and not what was off the record.
		got = told(b.shown(b.attend(0)))
		if !strings.Contains(got, "hearddisk(on a full disk) saiddisk(") || strings.Contains(got, "off the") {
			t.Error(got)
		}
	})
}

func TestASlowDeviceHoldsNobodyUp(t *testing.T) {
	inBubble(t, func(t *testing.T, b *bed) {
		slow, quick := b.attend(0), b.attend(0)
		for i := range 400 {
			quick.Say(typed(fmt.Sprint("say-", i), fmt.Sprint("line ", i)))
			b.shown(quick)
		}
		var err error
		for err == nil { // a dropped device may still hand out what was on its way
			_, err = slow.Next(t.Context())
		}
		if !errors.Is(err, senses.ErrLagging) {
			t.Errorf("%v", err)
		}
		// It comes again and misses nothing.
		back := b.attend(1)
		if n := len(only[senses.Heard](b.shown(back))); n != 400 {
			t.Errorf("%d heard", n)
		}
	})
}

func TestTooMuchAtOnce(t *testing.T) {
	inBubble(t, func(t *testing.T, b *bed) {
		d := b.attend(0)
		b.shown(d)
		busy := make(chan struct{})
		b.mind.set(func() { b.mind.busy = busy })
		for i := range 40 {
			d.Say(typed(fmt.Sprint("say-", i), "hello"))
		}
		if n := len(only[senses.Refused](b.shown(d))); n != 40-33 { // one is heard, 32 wait
			t.Errorf("%d refused", n)
		}
		b.mind.set(func() { b.mind.busy = nil })
		close(busy)
		if n := len(only[senses.Heard](b.shown(d))); n != 33 {
			t.Errorf("%d heard", n)
		}
	})
}

func TestWhatCannotBeSaid(t *testing.T) {
	inBubble(t, func(t *testing.T, b *bed) {
		d := b.attend(0)
		b.shown(d)
		for name, u := range map[string]senses.Utterance{
			"nothing":  typed("a", "  "),
			"too long": typed("a", strings.Repeat("x", senses.MaxUtterance+1)),
			"no id":    typed("", "hi"),
			"long id":  typed(strings.Repeat("x", 300), "hi"),
			"no ear":   {ID: "a", Text: "hi"},
			"broken":   typed("a", "fail"),
		} {
			d.Say(u)
			got := only[senses.Refused](b.shown(d))
			if len(got) != 1 || got[0].ID != u.ID || got[0].Why == "" || strings.HasSuffix(got[0].Why, "invalid") {
				t.Errorf("%s: %+v", name, got)
			}
		}
	})
}

func TestClosingLosesNothing(t *testing.T) {
	inBubble(t, func(t *testing.T, b *bed) {
		d := b.attend(0)
		b.shown(d)
		b.mind.set(func() { b.mind.busy = make(chan struct{}) })
		d.Say(typed("a", "in the middle"))
		d.Say(typed("b", "after it"))
		synctest.Wait()
		b.Close()
		if got := b.shown(d); len(only[senses.Heard](got)) > 0 || len(only[senses.Refused](got)) > 0 {
			t.Errorf("%s", told(got))
		}
		var err error
		for err == nil { // what was on its way may still come
			_, err = d.Next(t.Context())
		}
		if !errors.Is(err, senses.ErrOver) {
			t.Errorf("%v", err)
		}
		if _, err := b.Attend(t.Context(), senses.Arrival{}); !errors.Is(err, senses.ErrOver) {
			t.Errorf("%v", err)
		}
		b.mind.set(func() { b.mind.busy = nil })
		b.begin(nil) // and the page says both again
		d = b.attend(0)
		d.Say(typed("a", "in the middle"))
		d.Say(typed("b", "after it"))
		if n := len(only[senses.Heard](b.shown(d))); n != 2 {
			t.Errorf("%d heard", n)
		}
	})
}

func TestInterimWordsAreShownElsewhere(t *testing.T) {
	inBubble(t, func(t *testing.T, b *bed) {
		desk, phone := b.attend(0), b.attend(0)
		b.shown(desk)
		b.shown(phone)
		phone.Interim("hel")
		phone.Interim("hello")
		phone.Leave() // in the middle of a word
		if got := told(b.shown(desk)); got != "interim(hel) interim(hello) interim()" {
			t.Error(got)
		}
		if got := told(b.shown(phone)); got != "" {
			t.Errorf("on its own device: %s", got)
		}
	})
}
