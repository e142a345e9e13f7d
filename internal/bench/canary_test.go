package bench_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"samantha"
	"samantha/internal/house/life"
	"samantha/internal/house/life/logtest"
	"samantha/internal/mind"
	"samantha/internal/words/newborn"
)

// Two words that stand nowhere else: whatever holds one of them had it from the
// person.
var canaries = [...]string{"astrolabe", "Quillonia"}

const secret = "my brother lives in Quillonia and keeps an astrolabe clock"

// TestForgettingReachesEverything tells her a secret and lets it come back in
// her answers, in a fact, as an odd word in passing, behind a why, in a dream
// and in a snapshot. A thief finds it in all of them; after the forgetting, in
// nothing, and neither does she.
func TestForgettingReachesEverything(t *testing.T) {
	h := &home{t: t, o: life.Options{Dir: t.TempDir(), HouseKey: [32]byte{7}}, at: logtest.Start()}
	h.wake()
	h.say("hi, I'm Ana")
	told := h.say(secret).ID
	mirrors := h.mirrored(told)
	h.thief = logtest.NewThief(t, h.o.HouseKey)
	h.restart()
	h.mustBeFound(append(mirrors, told))

	f, err := h.mind.Forget(t.Context(), told)
	if err != nil {
		t.Fatal(err)
	}
	if gone := f.Gone; !containsAll(gone, append(mirrors, told)) {
		t.Errorf("gone are %v, want %v and %s among them", gone, mirrors, told)
	}
	h.mustBeGone("after the forgetting")
	for range 2 {
		h.restart()
		h.mustBeGone("after sleep")
		h.mustNotTell(told)
	}
}

// TestOffTheRecordIsNowhere tells her the secret off the record, with questions
// that bring it back in her answers. A thief finds it nowhere, not in the
// write-ahead log either, and after it she does not know it.
func TestOffTheRecordIsNowhere(t *testing.T) {
	h := &home{t: t, o: life.Options{Dir: t.TempDir(), HouseKey: [32]byte{7}}, at: logtest.Start()}
	h.wake()
	h.say("hi, I'm Ana")
	h.say("off the record")
	h.thief = logtest.NewThief(t, h.o.HouseKey)
	if r := h.say(secret); !r.OffRecord {
		t.Fatal("it is on the record")
	}
	if r := h.say("where does my brother live?"); !holds(r.Text) {
		t.Errorf("she did not follow: %q", r.Text)
	}
	if found := h.stolen(); len(found) > 0 {
		t.Errorf("while they talk, found in %q", found)
	}
	h.say("you can remember again")
	h.mustBeGone("on the record again")
	h.restart()
	h.mustBeGone("after sleep")
	if r := h.say("where does my brother live?"); holds(r.Text) {
		t.Errorf("she says %q", r.Text)
	}
}

// TestWhatIsUnkeptIsNowhere: the talk after one that was off the record begins with
// the secret, and on hearing that it is kept they say no.
func TestWhatIsUnkeptIsNowhere(t *testing.T) {
	h := &home{t: t, o: life.Options{Dir: t.TempDir(), HouseKey: [32]byte{7}}, at: logtest.Start()}
	h.wake()
	h.say("hi, I'm Ana")
	h.say("off the record")
	h.say("a bit of a day")
	h.thief = logtest.NewThief(t, h.o.HouseKey)
	h.at = h.at.Add(20 * time.Hour)
	if r := h.say(secret); r.OffRecord {
		t.Fatal("it is off the record")
	}
	if r := h.say("no"); !r.OffRecord {
		t.Fatal("a no is not enough")
	}
	h.say("where does my brother live?")
	h.mustBeGone("after the no")
	h.restart()
	h.mustBeGone("after sleep")
}

// mirrored talks until her answers hold the secret in every way they can, and
// returns what drew on it.
func (h *home) mirrored(told samantha.ID) []samantha.ID {
	h.t.Helper()
	mirrors := []samantha.ID{told.Said()}
	for _, question := range []string{
		"where does my brother live?", "why do you say that?", "what does my brother keep?",
		"what did I tell you about my brother?", "what do you remember about my brother?",
	} {
		if r := h.say(question); holds(r.Text) {
			mirrors = append(mirrors, r.ID.Said())
		}
	}
	called := h.called(&mirrors)
	if len(mirrors) < 4 || called == "" {
		h.t.Fatalf("she mirrored too little of it: answers %v, callback %q", mirrors, called)
	}
	facts, err := h.mind.Facts(h.t.Context())
	if err != nil || !holds(fmt.Sprint(facts)) {
		h.t.Fatalf("no fact was learned: %+v, %v", facts, err)
	}
	why, err := h.mind.Why(h.t.Context(), called)
	if err != nil || !holds(fmt.Sprint(why)) {
		h.t.Fatalf("the callback is explained by %+v, %v", why, err)
	}
	dream := logtest.Dreamed(h.at, "a tower of astrolabes, and Quillonia below", told.Said())
	h.sleep()
	l := h.open()
	dreamt := logtest.Append(h.t, l, dream)[0].ID
	if err := l.Close(); err != nil {
		h.t.Fatal(err)
	}
	h.wake()
	return append(mirrors, called, dreamt)
}

// called is the answer in which an odd word of the secret came back in passing,
// beside other things, on one of the next days; a greeting that had it before goes to the mirrors.
func (h *home) called(mirrors *[]samantha.ID) samantha.ID {
	h.t.Helper()
	for range 5 {
		h.at = h.at.Add(26 * time.Hour)
		for _, text := range []string{
			"good morning", "I'm fine", "not much today", "it's a slow day", "I don't know", "maybe", "anyway",
			"nothing special", "just a day", "I lost my umbrella again", "then I found my old radio", "so it goes",
		} {
			r := h.say(text)
			switch {
			case holds(r.Text) && r.Said.Numbers.Called != "":
				return r.ID.Said()
			case holds(r.Text):
				*mirrors = append(*mirrors, r.ID.Said())
			}
		}
	}
	return ""
}

// mustBeFound proves that the thief can find what is there: in the words of all
// these events and in a snapshot.
func (h *home) mustBeFound(ids []samantha.ID) {
	h.t.Helper()
	found := h.stolen()
	for _, id := range ids {
		e, err := h.log.Find(h.t.Context(), id)
		if err != nil {
			h.t.Fatal(err)
		}
		if place := fmt.Sprint("words of event ", e.Seq); !slices.Contains(found, place) {
			h.t.Errorf("the thief did not find it in the %s, %s; he found it in %q", place, id, found)
		}
	}
	if !slices.ContainsFunc(found, func(place string) bool { return strings.HasPrefix(place, "snapshot") }) {
		h.t.Errorf("the thief did not find it in a snapshot, but in %q", found)
	}
}

// mustBeGone searches the folder, the log and the mind.
func (h *home) mustBeGone(when string) {
	h.t.Helper()
	if found := h.stolen(); len(found) > 0 {
		h.t.Errorf("%s, found in %q", when, found)
	}
	if _, err := h.log.Verify(h.t.Context(), mind.Fold()); err != nil {
		h.t.Errorf("%s: %v", when, err)
	}
	for e, err := range h.log.Read(h.t.Context(), 0) {
		if err != nil {
			h.t.Fatal(err)
		}
		if words, numbers := e.Body.Halves(); holds(fmt.Sprintf("%+v %+v", words, numbers)) {
			h.t.Errorf("%s, %s holds %+v", when, e.ID, words)
		}
	}
	for _, word := range canaries {
		if held, err := h.mind.Holds(h.t.Context(), word); held || err != nil {
			h.t.Errorf("%s, she holds %s: %v, %v", when, word, held, err)
		}
	}
}

// mustNotTell asks her for it in every way that brought it back before.
func (h *home) mustNotTell(told samantha.ID) {
	h.t.Helper()
	for _, question := range []string{
		"where does my brother live?", "what does my brother keep?", "what did I tell you about my brother?",
		"what do you remember about my brother?", "what did I tell you on the first day?", "why do you say that?",
	} {
		if r := h.say(question); holds(r.Text) {
			h.t.Errorf("asked %q she says %q", question, r.Text)
		}
	}
	why, err := h.mind.Why(h.t.Context(), told.Said())
	if holds(fmt.Sprint(why)) || err != nil && !errors.Is(err, samantha.ErrForgotten) {
		h.t.Errorf("why: %+v, %v", why, err)
	}
}

// holds reports whether the text has one of the canaries.
func holds(text string) bool {
	return slices.ContainsFunc(canaries[:], func(word string) bool {
		return strings.Contains(strings.ToLower(text), strings.ToLower(word))
	})
}

func containsAll(ids, wanted []samantha.ID) bool {
	return !slices.ContainsFunc(wanted, func(id samantha.ID) bool { return !slices.Contains(ids, id) })
}

// home is a mind on a life in a folder, and the clock they go by. The thief
// copies what is there whenever the life was closed.
type home struct {
	t     *testing.T
	o     life.Options
	at    time.Time
	log   *life.Log
	mind  *mind.Mind
	thief *logtest.Thief
}

func (h *home) Now() time.Time                       { return h.at }
func (h *home) After(time.Duration) <-chan time.Time { return nil }

func (h *home) open() *life.Log {
	h.t.Helper()
	l, err := life.Open(h.t.Context(), h.o)
	if err != nil {
		h.t.Fatal(err)
	}
	h.t.Cleanup(func() { l.Close() })
	return l
}

func (h *home) wake() {
	h.t.Helper()
	h.log = h.open()
	voice, err := newborn.New()
	if err != nil {
		h.t.Fatal(err)
	}
	h.mind, err = mind.Open(h.t.Context(), mind.Options{
		Log: h.log, Speaker: voice, Clock: h, Seed: 1, Zone: "UTC", Version: "test",
	})
	if err != nil {
		h.t.Fatal(err)
	}
}

func (h *home) sleep() {
	h.t.Helper()
	if err := errors.Join(h.mind.Close(context.Background()), h.log.Close()); err != nil {
		h.t.Fatal(err)
	}
}

// restart sleeps and wakes, and lets the thief in between.
func (h *home) restart() {
	h.t.Helper()
	h.sleep()
	h.thief.Copy(logtest.ReadFolder(h.t, h.o.Dir))
	h.wake()
}

func (h *home) say(text string) samantha.Reply {
	h.t.Helper()
	h.at = h.at.Add(30 * time.Second)
	r, err := h.mind.Hear(h.t.Context(), samantha.Utterance{Text: text, Origin: samantha.OriginPerson, Zone: "UTC"},
		func(samantha.Clause) error { return nil })
	if err != nil {
		h.t.Fatal(err)
	}
	h.t.Logf("%s %s\n%s", r.ID, text, r.Text)
	return r
}

// stolen is where the thief finds a canary now.
func (h *home) stolen() (found []string) {
	h.t.Helper()
	folder := logtest.ReadFolder(h.t, h.o.Dir)
	h.thief.Copy(folder)
	for _, word := range canaries {
		found = append(found, h.thief.Find(folder, word)...)
	}
	slices.Sort(found)
	return slices.Compact(found)
}
