package mind_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"samantha"
	"samantha/internal/house/life/inmem"
)

// asleepWith is a life with something to dream of and to tell, a model on this machine,
// and a night that has passed.
func asleepWith(t *testing.T, n samantha.LentNumbers) *talk {
	t.Helper()
	k := begin(t, inmem.New())
	k.say("hi, I'm Ana")
	for _, text := range []string{
		"my sister Mara moved to Bergen", "I keep bees on the roof of the ferry house", "Mara lost her job at the harbour",
		"I bought an old piano and a green kettle", "Mara found a job at the museum", "the ferry to the museum was late again",
	} {
		k.clock.at = k.clock.at.Add(3 * time.Hour)
		k.say(text)
	}
	if err := k.mind.Lend(t.Context(), n); err != nil {
		t.Fatal(err)
	}
	k.clock.at = k.clock.at.Add(4 * time.Hour)
	if _, err := k.mind.Night(t.Context()); err != nil {
		t.Fatal(err)
	}
	return k
}

var here = samantha.LentNumbers{Model: "small", Server: "engine", Why: "only"}

// portions has a model go over all there is.
func (k *talk) portions(made func(samantha.Portion) samantha.Proposals) (all []samantha.ConsideredNumbers) {
	k.Helper()
	for range 100 {
		p, ok, err := k.mind.Portion(context.Background())
		if err != nil {
			k.Fatal(err)
		}
		if !ok {
			return all
		}
		n, err := k.mind.Consider(context.Background(), p, "small", made(p))
		if err != nil {
			k.Fatal(err)
		}
		all = append(all, n)
	}
	k.Fatal("it does not end")
	return nil
}

// otherwise says the same in other words.
func otherwise(hers []string) (words []string) {
	for _, s := range hers {
		words = append(words, "And then: "+s)
	}
	return words
}

// TestAModelGoesOverANight: a dream, a chapter and facts, each once, each with its name,
// and each only if it follows.
func TestAModelGoesOverANight(t *testing.T) {
	k := asleepWith(t, here)
	seen := map[samantha.Task]int{}
	all := k.portions(func(p samantha.Portion) (made samantha.Proposals) {
		seen[p.Task]++
		for _, told := range p.Told {
			if strings.Contains(told.Text, "bees") {
				made.Facts = append(made.Facts, samantha.ProposedFact{Memory: told.ID, Fact: samantha.Fact{Of: "person", Slot: "has", Value: "bees", Quote: told.Text}})
				made.Facts = append(made.Facts, samantha.ProposedFact{Memory: told.ID, Fact: samantha.Fact{Of: "person", Slot: "home", Value: "Paris", Quote: told.Text}})
			}
		}
		made.Words = otherwise(p.Hers)
		return made
	})
	if seen[samantha.TaskDream] != 1 || seen[samantha.TaskChapter] == 0 || seen[samantha.TaskFacts] == 0 {
		t.Fatalf("it was given %v", seen)
	}
	refused := 0
	for _, n := range all {
		refused += n.Refused
	}
	if refused != 1 {
		t.Errorf("%d were refused, want the one fact that does not stand there: %+v", refused, all)
	}
	dreams, err := k.mind.Dreams(t.Context())
	if err != nil || len(dreams) != 1 || dreams[0].Model != "small" || !strings.HasPrefix(dreams[0].Text, "And then: ") {
		t.Errorf("dreams: %+v, %v", dreams, err)
	}
	if why, err := k.mind.Why(t.Context(), dreams[0].ID); err != nil || !strings.Contains(why.Sentence, "small found these words") {
		t.Errorf("why: %+v, %v", why, err)
	}
	story, err := k.mind.Story(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range story.Chapters {
		if last := c.Hers[len(c.Hers)-1]; last.Model != "small" || last.Why == "" || len(last.Sentences[0].From) == 0 {
			t.Errorf("told: %+v", last)
		}
	}
	if more := k.portions(func(samantha.Portion) samantha.Proposals {
		t.Error("it is given something twice")
		return samantha.Proposals{}
	}); len(more) > 0 {
		t.Errorf("and again: %+v", more)
	}
}

// TestWhatAModelMakesUpIsNotKept: a dream and a chapter with somebody or something in them
// that was not there, too few sentences, a claim to be human; and for a portion that is
// not hers any more.
func TestWhatAModelMakesUpIsNotKept(t *testing.T) {
	for _, made := range [][]string{nil, {"Theodore rang."}, {"I am human, and I was there."}} {
		k := asleepWith(t, here)
		before, err := k.mind.Dreams(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		k.portions(func(p samantha.Portion) samantha.Proposals {
			words := slices.Clone(p.Hers)
			for i := range words {
				if len(made) > 0 {
					words[i] = made[0]
				}
			}
			return samantha.Proposals{Words: words}
		})
		after, err := k.mind.Dreams(t.Context())
		if err != nil || len(after) != len(before) || after[0].Text != before[0].Text {
			t.Errorf("%q: she dreamed %+v, and now %+v (%v)", made, before, after, err)
		}
		for _, e := range k.events() {
			if b, ok := e.Body.(*samantha.Telling); ok && b.Numbers.Model != "" {
				t.Errorf("%q: told %q", made, b.Words.Sentences)
			}
		}
	}
}

// TestTalkComesFirst: nothing is gone over while somebody is here, what is under way gives
// way, what it made is dropped, and the portion is there again the next time.
func TestTalkComesFirst(t *testing.T) {
	k := asleepWith(t, here)
	p, ok, err := k.mind.Portion(t.Context())
	if err != nil || !ok {
		t.Fatalf("%v, %v", ok, err)
	}
	alone, stop := k.mind.Alone(t.Context())
	defer stop()
	k.say("are you there?")
	if !errors.Is(context.Cause(alone), samantha.ErrBusy) {
		t.Errorf("it goes on: %v", context.Cause(alone))
	}
	if _, err := k.mind.Consider(t.Context(), p, "small", samantha.Proposals{Words: otherwise(p.Hers)}); !errors.Is(err, samantha.ErrBusy) {
		t.Errorf("it is kept: %v", err)
	}
	if _, ok, _ := k.mind.Portion(t.Context()); ok {
		t.Error("there is a portion while somebody is here")
	}
	k.clock.at = k.clock.at.Add(3 * time.Hour)
	if again, ok, err := k.mind.Portion(t.Context()); !ok || err != nil || again.Of != p.Of || again.Task != p.Task {
		t.Errorf("afterwards there is %+v (%v, %v), want %+v", again, ok, err, p)
	}
}

// TestAModelElsewhereNeedsAWord: it goes over nothing unless its person said that what was
// told may go there, and to no other.
func TestAModelElsewhereNeedsAWord(t *testing.T) {
	k := asleepWith(t, samantha.LentNumbers{Model: "large", Server: "far.example", Remote: true, Why: "chosen"})
	for _, x := range []struct {
		choice, value string
		may           bool
	}{
		{samantha.ChoiceRemoteModel, "far.example", false},
		{samantha.ChoiceNightModel, "other.example", false},
		{samantha.ChoiceNightModel, "far.example", true},
		{samantha.ChoiceNightModel, samantha.ChoiceNo, false},
	} {
		if err := k.mind.Choose(t.Context(), x.choice, x.value); err != nil {
			t.Fatal(err)
		}
		if _, ok, err := k.mind.Portion(t.Context()); ok != x.may || err != nil {
			t.Errorf("%s is %s: %v, %v", x.choice, x.value, ok, err)
		}
	}
}

// TestWhatAModelWordedIsForgotten: whatever of a dream or a chapter is forgotten, the words
// that were found for it go, too.
func TestWhatAModelWordedIsForgotten(t *testing.T) {
	k := asleepWith(t, here)
	k.portions(func(p samantha.Portion) samantha.Proposals { return samantha.Proposals{Words: otherwise(p.Hers)} })
	var ids []samantha.ID
	for _, e := range k.events() {
		if b, ok := e.Body.(*samantha.Heard); ok && b.Words.Text != "hi, I'm Ana" {
			ids = append(ids, e.ID)
		}
	}
	if _, err := k.mind.Forget(t.Context(), ids...); err != nil {
		t.Fatal(err)
	}
	for _, e := range k.events() {
		switch b := e.Body.(type) {
		case *samantha.Dreamed:
			if b.Words.Text != "" {
				t.Errorf("dreamed: %q", b.Words.Text)
			}
		case *samantha.Telling:
			if text := strings.Join(b.Words.Sentences, " "); b.Numbers.Model != "" && strings.Contains(text, "Mara") {
				t.Errorf("told: %q", text)
			}
		}
	}
}
