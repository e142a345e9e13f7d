package bench_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"samantha"
	"samantha/internal/house/life"
	"samantha/internal/house/life/logtest"
)

// TestForgettingAfterAMonth tells her the secret again and again for a month, with
// nights between, so that it is in her answers, in a word she took, in what she tells
// of the two of them, in a page she stopped at, and in how she sees herself; a move
// of the bond hangs on one of the tellings. After the forgetting of all of it none of
// that has a word of it, and neither the files nor she do.
func TestForgettingAfterAMonth(t *testing.T) {
	if testing.Short() {
		t.Skip("it lives a month on disk")
	}
	h := &home{t: t, o: life.Options{Dir: t.TempDir(), HouseKey: [32]byte{7}}, at: logtest.Start()}
	h.wake()
	h.say("hi, I'm Ana")
	h.shelve()
	h.month()
	h.thief = logtest.NewThief(t, h.o.HouseKey)
	h.restart()

	held := h.holding()
	for _, kind := range []samantha.Kind{
		samantha.KindHeard, samantha.KindSaid, samantha.KindBecame, samantha.KindTold, samantha.KindShelved,
	} {
		if held[kind] == 0 {
			t.Errorf("nothing of kind %s holds it", kind)
		}
	}
	t.Logf("it stands in %v", held)
	h.forgetAll()
	h.mustBeGone("after the forgetting")
	for range 2 {
		h.restart()
		h.mustBeGone("after sleep")
		h.mustSayNothing()
	}
}

// shelve gives her a book that has the words.
func (h *home) shelve() {
	h.t.Helper()
	text := strings.Repeat("What did the keeper of Quillonia want with an astrolabe? I never asked him that. The rain stood at the window and waited.\n\n", 12)
	_, _, err := h.mind.Shelve(h.t.Context(), &samantha.Shelved{
		Words:   samantha.ShelvedWords{Title: "The Keeper", Author: "A. Person", Text: text},
		Numbers: samantha.ShelvedNumbers{Mark: "keeper", Paragraphs: 12, Words: len(strings.Fields(text))},
	})
	if err != nil {
		h.t.Fatal(err)
	}
}

// month lives thirty days, each with the same talk and a night.
func (h *home) month() {
	h.t.Helper()
	for range 30 {
		h.at = h.at.Truncate(24 * time.Hour).Add(36 * time.Hour)
		for _, text := range []string{
			"hello", "what a quillonia this morning was, the bus was late", "haha, the astrolabe again",
			"I'm worried about my brother in Quillonia", "I'm ashamed that I never told anyone about the astrolabe", "bye",
		} {
			h.say(text)
		}
		h.at = h.at.Truncate(24 * time.Hour).Add(23*time.Hour + 30*time.Minute)
		if _, err := h.mind.Night(h.t.Context()); err != nil {
			h.t.Fatal(err)
		}
	}
	h.say("what is our story?")
}

// holding is how many events have it in their words, by kind.
func (h *home) holding() map[samantha.Kind]int {
	h.t.Helper()
	found := map[samantha.Kind]int{}
	for e, err := range h.log.Read(h.t.Context(), 0) {
		if err != nil {
			h.t.Fatal(err)
		}
		if words, _ := e.Body.Halves(); holds(fmt.Sprintf("%+v", words)) {
			found[e.Body.Kind()]++
		}
	}
	return found
}

// forgetAll forgets whatever they said with the words in it, and the book.
func (h *home) forgetAll() {
	h.t.Helper()
	var ids []samantha.ID
	for e, err := range h.log.Read(h.t.Context(), 0) {
		if err != nil {
			h.t.Fatal(err)
		}
		words, _ := e.Body.Halves()
		if k := e.Body.Kind(); (k == samantha.KindHeard || k == samantha.KindShelved) && holds(fmt.Sprintf("%+v", words)) {
			ids = append(ids, e.ID)
		}
	}
	if _, err := h.mind.Forget(h.t.Context(), ids...); err != nil {
		h.t.Fatal(err)
	}
	h.mind.Rest()
}

// mustSayNothing looks at every view that could have it, and asks.
func (h *home) mustSayNothing() {
	h.t.Helper()
	ctx := h.t.Context()
	views := map[string]func() (any, error){
		"herself": func() (any, error) { return h.mind.Self(ctx) },
		"dreams":  func() (any, error) { return h.mind.Dreams(ctx) },
		"story":   func() (any, error) { return h.mind.Story(ctx) },
		"bond":    func() (any, error) { return h.mind.Bond(ctx) },
		"threads": func() (any, error) { return h.mind.Threads(ctx, true) },
		"shelf":   func() (any, error) { return h.mind.Shelf(ctx) },
		"facts":   func() (any, error) { return h.mind.Facts(ctx) },
		"people":  func() (any, error) { return h.mind.People(ctx, "") },
	}
	for name, view := range views {
		if v, err := view(); err != nil || holds(fmt.Sprintf("%+v", v)) {
			h.t.Errorf("%s: %+v, %v", name, v, err)
		}
	}
	for _, question := range []string{
		"what did you dream?", "what are you like?", "have you changed?", "what is our story?", "what are you reading?",
		"what words do you have from me?", "are we friends?", "what am I worried about?",
	} {
		if r := h.say(question); holds(r.Text) {
			h.t.Errorf("asked %q she says %q", question, r.Text)
		}
	}
}

