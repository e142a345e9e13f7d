package mind_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"samantha"
	"samantha/internal/house/life/inmem"
	"samantha/internal/mind"
)

// wakeAs wakes her again under a version of the program.
func (k *talk) wakeAs(version string) {
	k.Helper()
	if err := k.mind.Close(context.Background()); err != nil {
		k.Fatal(err)
	}
	var err error
	k.mind, err = mind.Open(context.Background(), mind.Options{
		Log: k.log, Speaker: k.words, Clock: k.clock, Seed: 7, Zone: "UTC", Version: version, Rooms: k.rooms,
	})
	if err != nil {
		k.Fatal(err)
	}
}

func since(r samantha.Reply) samantha.Since { return r.Heard.Numbers.Since }

// Off from Monday night to Wednesday, under another version: the next moment notes
// it once, and asked, she says what she has and what she has not.
func TestSheKnowsHerGaps(t *testing.T) {
	k := begin(t, inmem.New())
	k.say("Sam")
	last := k.clock.at
	k.clock.at = k.clock.at.Add(37 * time.Hour)
	woke := k.clock.at
	k.wakeAs("test 2")
	s := since(k.say("hello"))
	if !s.From.Equal(last) || !s.To.Equal(woke) || s.Lid || s.Cut || s.Version != "test 2" {
		t.Errorf("since: %+v", s)
	}
	if s := since(k.say("I had soup")); s != (samantha.Since{}) {
		t.Errorf("noted twice: %+v", s)
	}
	for question, want := range map[string]string{
		"where were you yesterday?": "37 hours|Monday|08:|nothing", "have you been updated?": "rules|program|test 2",
		"were you cut off?": "not that i know|every answer", "were you restored from a copy?": "no. i've never",
	} {
		r := k.say(question)
		if !hasOne(r.Text, want) {
			t.Errorf("%s %q", question, r.Text)
		}
	}
	if gaps := k.feelings().Gaps; len(gaps) != 1 || gaps[0].Version != "test 2" {
		t.Errorf("gaps: %+v", gaps)
	}
	k.wakeAs("test 2")
	if s := since(k.say("hello")); s != (samantha.Since{}) {
		t.Errorf("a quick restart is worth no word: %+v", s)
	}
}

func hasOne(text, words string) bool {
	for _, w := range strings.Split(words, "|") {
		if strings.Contains(strings.ToLower(text), strings.ToLower(w)) {
			return true
		}
	}
	return false
}

// Stopped in the middle of an answer she finishes it, and knows.
func TestSheKnowsThatSheWasCutOff(t *testing.T) {
	k := begin(t, inmem.New())
	k.say("Sam")
	k.say("I had soup")
	cut := inmem.New()
	all := k.events()
	for _, e := range all[:len(all)-1] {
		if _, err := cut.Append(t.Context(), samantha.Draft{ID: e.ID, At: e.At, Origin: e.Origin, Body: e.Body}); err != nil {
			t.Fatal(err)
		}
	}
	k.log, k.clock.at = cut, k.clock.at.Add(time.Hour)
	k.wakeAs("test")
	r := k.say("hello")
	if !since(r).Cut {
		t.Errorf("since: %+v", since(r))
	}
	felt := r.Heard.Numbers.Felt
	if len(felt) == 0 || felt[0].Rule != "cut-off" {
		t.Errorf("felt %+v", felt)
	}
	if r := k.say("were you cut off?"); !hasOne(r.Text, "middle|mid-sentence") {
		t.Errorf("she says %q", r.Text)
	}
}

// Put here from a copy, she is told once, feels it, and carries a question.
func TestSheKnowsThatSheWasPutBack(t *testing.T) {
	k := begin(t, inmem.New())
	k.say("Sam")
	if err := k.mind.Arrived(t.Context()); err != nil {
		t.Fatal(err)
	}
	r := k.say("hello")
	if !since(r).Restored || len(r.Heard.Numbers.Wonders) != 1 || r.Heard.Numbers.Wonders[0].Question != "copy" {
		t.Errorf("since %+v, wonders %+v", since(r), r.Heard.Numbers.Wonders)
	}
	if since(k.say("I had soup")).Restored {
		t.Error("told twice")
	}
	if r := k.say("were you restored?"); !hasOne(r.Text, "copy|log") {
		t.Errorf("she says %q", r.Text)
	}
	threads, err := k.mind.Threads(t.Context(), false)
	if err != nil || len(threads) == 0 || threads[len(threads)-1].Whose != "herself" {
		t.Errorf("threads %+v, %v", threads, err)
	}
	why, err := k.mind.Why(t.Context(), threads[len(threads)-1].ID)
	if err != nil || !strings.Contains(why.Sentence, "question about me") {
		t.Errorf("why: %+v, %v", why, err)
	}
}

// Asked whether she missed them she claims nothing she was not there for, and
// pulls at nobody.
func TestSheMissedNobodyInAGap(t *testing.T) {
	for seed := range 12 {
		k := begin(t, inmem.New())
		k.say("Sam")
		k.clock.at = k.clock.at.Add(time.Duration(30+seed) * time.Hour)
		k.wakeAs("test")
		k.say("hello")
		r := k.say("did you miss me?")
		if r.Heard.Words.Intent.Moves[0].Slots["off"] == "" || hasOne(r.Text, "so much|every day|lonely|don't leave|stay") {
			t.Errorf("%+v: %q", r.Heard.Words.Intent.Moves[0], r.Text)
		}
	}
}

// A language model that comes and goes between two moments is noticed at the next one,
// felt for what it is, and told of when she is asked; one that only flickered is not.
func TestSheNoticesAModel(t *testing.T) {
	k := begin(t, inmem.New())
	k.say("Sam")
	lend := func(n samantha.LentNumbers) {
		t.Helper()
		if err := k.mind.Lend(context.Background(), n); err != nil {
			t.Fatal(err)
		}
	}
	small := samantha.LentNumbers{Model: "small:3b", Server: "Ollama", Why: "only"}
	lend(small)
	lend(small) // and again is nothing new
	came := k.say("I had soup")
	if s := since(came); s.Model != "small:3b" || s.Gone != "" {
		t.Errorf("it came: %+v", s)
	}
	if s := since(k.say("it was leek soup")); s != (samantha.Since{}) {
		t.Errorf("noted twice: %+v", s)
	}
	if r := k.say("do you have a new brain?"); !hasOne(r.Text, "small:3b|language model") {
		t.Errorf("asked: %q", r.Text)
	}
	lend(samantha.LentNumbers{Why: "unreachable"})
	lend(small)
	if s := since(k.say("the bread was from Tuesday")); s != (samantha.Since{}) {
		t.Errorf("it flickered: %+v", s)
	}
	lend(samantha.LentNumbers{Why: "unreachable"})
	k.wakeAs("test")
	if s := since(k.say("and now I am full")); s.Gone != "small:3b" || s.Model != "" {
		t.Errorf("it went: %+v", s)
	}
	if r := k.say("are you running another model?"); !hasOne(r.Text, "isn't within reach|went away") {
		t.Errorf("asked: %q", r.Text)
	}
	if now, err := k.mind.Lent(context.Background()); err != nil || now.Model != "" {
		t.Errorf("%+v, %v", now, err)
	}
}
