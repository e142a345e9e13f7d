package mind_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"samantha"
	"samantha/internal/house/life/inmem"
)

// repeatable are the acts that may say the same again: facts and memories read
// back, what she is, crisis text, an asked-for repeat, what she keeps and when.
func repeatable(act string) bool {
	if strings.HasPrefix(act, "errand.") { // what is confirmed is said in the same concrete words
		return true
	}
	switch act {
	case samantha.DoFact, samantha.DoFacts, samantha.DoMemory, samantha.DoGathered, samantha.DoRepeat, samantha.DoLast, samantha.DoMyName, samantha.DoName,
		samantha.DoDisclose, samantha.DoAgain, samantha.DoArrive, samantha.DoForgot, samantha.DoClock, samantha.DoAge,
		samantha.DoConcern1, samantha.DoConcern2, samantha.DoConcern3, samantha.DoDanger, samantha.DoSafe, samantha.DoOther:
		return true
	}
	return false
}

func TestNoLongSentenceTwiceInAHundredMoments(t *testing.T) {
	k := begin(t, inmem.New())
	lines := []string{
		"hello", "I fixed the bike chain", "my boss moved the deadline again", "how do you feel?", "I watched the rain", "thanks", "haha",
		"you sound like a sat nav", "what's the capital of Peru?", "I made soup", "I'm tired", "dunno", "no", "I got the job!", "what do you think of jazz?",
		"my cat slept on the printer", "are you human?", "it's cold in here", "ok", "I walked by the canal", "do you get bored?", "nothing much",
		"I had a row with my brother", "why?", "I painted the door yellow", "you're funny", "remind me to call mum", "asdf qwer zxcv", "I miss the sea", "good night",
	}
	said := map[string]int{}
	for i := range 240 {
		k.clock.at = k.clock.at.Add(time.Minute)
		r := k.say(lines[(i*7+i/30)%len(lines)])
		if slices.ContainsFunc(r.Said.Numbers.Acts, repeatable) {
			continue
		}
		for _, key := range samantha.LongSentences(r.Text) {
			if last, ok := said[key]; ok && i-last < 100 {
				t.Errorf("moment %d says %q again, after %d moments", i, key, i-last)
			}
			said[key] = i
		}
	}
}

func TestAnOddWordComesBackInANewPlace(t *testing.T) {
	k := begin(t, inmem.New())
	lines := []string{
		"hi", "I fixed the bike chain with dental floss", "it held for ten minutes", "then I walked home", "it was raining", "I made soup",
		"then I watched the news", "my neighbour rang", "about the bins", "I missed the last bus", "I read a bit",
	}
	began := k.clock.at
	for _, l := range lines {
		r := k.say(l)
		id := r.Said.Numbers.Called
		if id == "" {
			continue
		}
		if passed := k.clock.at.Sub(began); passed > 7*time.Minute {
			t.Errorf("it came after %s", passed)
		}
		if !slices.Contains(r.Said.Numbers.Sources, id.Event()) {
			t.Errorf("%q has no receipt: %v", r.Text, r.Said.Numbers.Sources)
		}
		source, err := k.log.Find(t.Context(), id)
		if err != nil || source.ID == r.ID {
			t.Fatalf("source %v, %v", source.ID, err)
		}
		why, err := k.mind.Why(t.Context(), r.ID)
		if err != nil || !strings.Contains(fmt.Sprint(why.Record), source.Body.(*samantha.Heard).Words.Text) {
			t.Errorf("why does not lead to the words: %+v, %v", why, err)
		}
		return
	}
	t.Error("no word of theirs came back")
}

func TestTheFirstMeetingAsksLittle(t *testing.T) {
	k := begin(t, inmem.New())
	var form strings.Builder
	err := k.mind.Begin(t.Context(), "UTC", func(c samantha.Clause) error {
		form.WriteString(c.Text)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	r := k.say("Sam")
	if asks := strings.Count(form.String()+r.Text, "?"); asks > 3 {
		t.Errorf("%d questions before the person was heard: %s / %s", asks, form.String(), r.Text)
	}
	sentences := samantha.Sentences(strings.Join(r.Said.Words.Clauses[1:], " ")) // the form's line is not hers
	if s := strings.ToLower(sentences[1]); !strings.Contains(s, "software") && !strings.Contains(s, "program") {
		t.Errorf("her second sentence is %q, of %q", sentences[1], r.Text)
	}
	if r := k.say("what's my name?"); !strings.Contains(r.Text, "Sam") {
		t.Errorf("she did not keep the name: %q", r.Text)
	}
}
