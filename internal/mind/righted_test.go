package mind_test

import (
	"strings"
	"testing"
	"time"

	"samantha/internal/house/life/inmem"
)

func TestWhatWasPutRightSaysSo(t *testing.T) {
	k := begin(t, inmem.New())
	k.say("hi, I'm Ben")
	k.say("My sister Mara lives in Bergen and we had a terrible row there")
	k.say("Mara left me crying at the station and I'm devastated")
	k.later(3 * time.Hour)
	facts, err := k.mind.Facts(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range facts {
		if f.Of == "sister" && f.Slot == "name" {
			if _, err := k.mind.Correct(t.Context(), f.ID, "Maren"); err != nil {
				t.Fatal(err)
			}
		}
	}
	if c := k.story().Chapters[1]; len(c.Righted) != 1 || c.Righted[0].Now != "Maren" || c.Righted[0].Was != "Mara" {
		t.Errorf("the chapter does not say so: %+v", c.Righted)
	}
	story := k.later(3 * time.Hour)
	last := story.Chapters[1].Hers[len(story.Chapters[1].Hers)-1]
	if !strings.Contains(last.Why, "put something right") || !strings.Contains(text(last), "Maren") {
		t.Errorf("it was not told again for it: %+v", story.Chapters[1].Hers)
	}
}

func TestAThreadWhoseWordsWerePutRightSaysSo(t *testing.T) {
	k := begin(t, inmem.New())
	k.say("hi")
	r := k.say("my sister Mara lives in Bergen, and I'm visiting her on Friday")
	if len(r.Heard.Words.Facts) == 0 || len(r.Heard.Words.Threads) == 0 {
		t.Fatalf("nothing learned or opened: %+v", r.Heard.Words)
	}
	if _, err := k.mind.Correct(t.Context(), r.ID.Part("fact", 1), "Maren"); err != nil {
		t.Fatal(err)
	}
	threads, err := k.mind.Threads(t.Context(), false)
	if err != nil || len(threads) != 1 || threads[0].Righted == "" {
		t.Errorf("threads: %+v (%v)", threads, err)
	}
}

func TestAFeelingWhoseCauseWasPutRightSaysSo(t *testing.T) {
	k := begin(t, inmem.New())
	k.say("hi")
	r := k.say("my sister Mara lives in Bergen, it's terrible, I miss her so much")
	if len(r.Heard.Numbers.Felt) == 0 || len(r.Heard.Words.Facts) == 0 {
		t.Fatalf("nothing felt or learned: %+v", r.Heard.Words.Facts)
	}
	if _, err := k.mind.Correct(t.Context(), r.ID.Part("fact", 1), "Maren"); err != nil {
		t.Fatal(err)
	}
	why, err := k.mind.Why(t.Context(), r.ID.Part("felt", 1))
	if err != nil || !strings.Contains(why.Sentence, "put something in it right") {
		t.Errorf("why: %q (%v)", why.Sentence, err)
	}
}
