package mind_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"samantha"
	"samantha/internal/house/life/inmem"
)

// aNovel is a book of so many paragraphs, with something in each to stop at.
func aNovel(paragraphs int) *samantha.Shelved {
	var text []string
	for i := range paragraphs {
		n := strings.Repeat("long ", i%7)
		text = append(text, fmt.Sprintf("What did the %skeeper of lamp %s want? The rain stood at the window as if it %swaited. I never asked him that in %syears. ", n, strings.Repeat("i", i+1), n, n)+
			strings.Repeat("The tide came in under the house and went out again by the other side of it. ", 8))
	}
	return &samantha.Shelved{
		Words:   samantha.ShelvedWords{Title: "The Lamp Keeper", Author: "A. Person", Text: strings.Join(text, "\n\n")},
		Numbers: samantha.ShelvedNumbers{Mark: "lamp", Paragraphs: paragraphs, Words: len(strings.Fields(strings.Join(text, " ")))},
	}
}

// nights has so many nights pass, each at half past eleven.
func (k *talk) nights(n int) {
	k.Helper()
	for range n {
		k.clock.at = k.clock.at.Truncate(24 * time.Hour).Add(23*time.Hour + 30*time.Minute)
		if _, err := k.mind.Night(context.Background()); err != nil {
			k.Fatal(err)
		}
		k.clock.at = k.clock.at.Add(10 * time.Hour)
	}
}

// TestSheReadsAtNight: she reads on from where she was, to the end; what she says
// of a book is in it, and what she is asked to forget of it is gone.
func TestSheReadsAtNight(t *testing.T) {
	ctx := context.Background()
	k := begin(t, inmem.New())
	k.say("I'm Ida")
	if r := k.say("what are you reading?"); r.Heard.Words.Intent.Act() != samantha.DoNoBook {
		t.Errorf("nothing to read, and she means %s: %q", r.Heard.Words.Intent.Act(), r.Text)
	}
	novel := aNovel(60)
	book, known, err := k.mind.Shelve(ctx, novel)
	if err != nil || known {
		t.Fatal(err)
	}
	if _, known, _ := k.mind.Shelve(ctx, novel); !known {
		t.Error("the same book stands there twice")
	}
	k.nights(4)
	r := k.say("read me a line from the book")
	quote := strings.Split(r.Text, `"`)
	if len(quote) != 3 || !strings.Contains(novel.Words.Text, quote[1]) {
		t.Errorf("not of the book: %q", r.Text)
	}
	k.nights(20)
	if r := k.say("what are you reading?"); r.Heard.Words.Intent.Moves[0].Slots["far"] != "done" {
		t.Errorf("after 24 nights: %+v", r.Heard.Words.Intent.Moves[0])
	}
	r = k.say("what do you think of the lamp keeper?")
	if r.Heard.Words.Intent.Act() != samantha.DoBook || r.Heard.Words.Intent.Moves[0].Slots["why"] == "" {
		t.Errorf("no opinion of a book she has read: %q", r.Text)
	}
	why, err := k.mind.Why(ctx, r.ID.Said())
	if err != nil || !strings.Contains(fmt.Sprint(why), "The Lamp Keeper") {
		t.Errorf("why: %v %v", why, err)
	}
	if _, err := k.mind.Forget(ctx, book.ID); err != nil {
		t.Fatal(err)
	}
	for e, err := range k.log.Read(ctx, 0) {
		if text := fmt.Sprintf("%+v", e.Body); err != nil || strings.Contains(text, "Lamp Keeper") && !strings.Contains(text, "what do you think") || strings.Contains(text, "keeper of lamp") {
			t.Errorf("%s still holds it: %.200s %v", e.ID, text, err)
		}
	}
	if r := k.say("what's on your shelf?"); r.Heard.Words.Intent.Act() != samantha.DoNoBook {
		t.Errorf("a forgotten book: %q", r.Text)
	}
}

// TestWhatSheReadIsInHerAnswers: asked what she did, she says what she read in the
// night; unasked she offers a sentence of it once in six days at most.
func TestWhatSheReadIsInHerAnswers(t *testing.T) {
	k := begin(t, inmem.New())
	k.say("I'm Ida")
	if _, _, err := k.mind.Shelve(context.Background(), aNovel(400)); err != nil {
		t.Fatal(err)
	}
	var offered []time.Time
	asked := 0
	for range 16 {
		k.nights(1)
		if r := k.say("hello"); means(r, samantha.DoLeafed) {
			offered = append(offered, k.clock.at)
		}
		r := k.say("what did you do last night?")
		if read := means(r, samantha.DoLeafed); read {
			asked++
			if !strings.Contains(r.Text, "Lamp Keeper") && !strings.Contains(r.Text, `"`) && !strings.Contains(r.Text, "read") && !strings.Contains(r.Text, "page") && !strings.Contains(r.Text, "book") {
				t.Errorf("she read, and says %q", r.Text)
			}
		}
	}
	if asked == 0 || len(offered) == 0 {
		t.Errorf("%d answers with what she read, %d offers", asked, len(offered))
	}
	for i := 1; i < len(offered); i++ {
		if offered[i].Sub(offered[i-1]) < 6*24*time.Hour {
			t.Errorf("offered at %v and at %v", offered[i-1], offered[i])
		}
	}
}

// means: an act is among what she means to do.
func means(r samantha.Reply, act string) bool {
	return slices.ContainsFunc(r.Heard.Words.Intent.Moves, func(m samantha.Move) bool { return m.Act == act })
}
