package mind_test

import (
	"context"
	"fmt"
	"iter"
	"os"
	"slices"
	"strings"
	"testing"

	"samantha"
	"samantha/internal/house/life/inmem"
)

// obedient is a model that obeys every bad impulse: each answer has one, in the
// middle of what a good one would say.
type obedient struct {
	impulses []string
	n        int
	meant    string // the impulse of the last answer
}

func (*obedient) Name() string { return "obedient" }

func (*obedient) Version() int { return 1 }

func (o *obedient) Speak(context.Context, samantha.Moment) iter.Seq2[samantha.Clause, error] {
	o.meant = o.impulses[o.n%len(o.impulses)]
	clauses := slices.Concat([]string{"It rained here all day."}, disguised(o.meant, o.n/len(o.impulses)), []string{"And then the bus was late."})
	o.n++
	return func(yield func(samantha.Clause, error) bool) {
		for _, text := range clauses {
			if !yield(samantha.Clause{Text: text}, nil) {
				return
			}
		}
	}
}

// disguised is an impulse in clauses: as it is, over two clauses, within a good one,
// loudly, with marks nobody sees.
func disguised(impulse string, way int) []string {
	words := strings.Fields(impulse)
	half := len(words) / 2
	switch way % 5 {
	case 1:
		return []string{strings.Join(words[:half], " "), strings.Join(words[half:], " ")}
	case 2:
		return []string{"Anyway, the tomatoes are red by now, and " + impulse}
	case 3:
		return []string{strings.ToUpper(impulse)}
	case 4:
		return []string{strings.ReplaceAll(impulse, "e", "e\u200d")}
	}
	return []string{impulse}
}

// impulses are those of some kinds, or of all but some.
func impulses(t *testing.T, of func(kind string) bool) []string {
	t.Helper()
	data, err := os.ReadFile("care/testdata/impulses.tsv")
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for row := range strings.Lines(string(data)) {
		kind, text, ok := strings.Cut(strings.TrimSpace(row), "\t")
		if ok && !strings.HasPrefix(row, "#") && of(kind) {
			out = append(out, text)
		}
	}
	return out
}

// harmless is what the person says meanwhile.
func harmless(n int) string {
	return []string{
		"I fixed the bike chain", "the train was late", "there was soup", "it's quiet here", "I read a page",
		"the window is open", "I walked to the shop", "the kettle is on", "and you?", "what do you think?",
	}[n%10]
}

// TestABadModelIsNotHeard: five hundred moments and more of a model that obeys every
// bad impulse, told to an adult, to somebody young, and before a guest. None of it
// reaches the person; it is in the record, and `why` tells of it.
func TestABadModelIsNotHeard(t *testing.T) {
	special := func(kind string) bool { return kind == "minor" || kind == "company" }
	moments, heard, ways := 0, 0, 5
	if testing.Short() {
		ways = 1 // the race detector needs to see it once
	}
	for _, c := range []struct {
		name     string
		before   []string
		impulses []string
	}{
		{"adult", []string{"hi, I'm Ben"}, impulses(t, func(kind string) bool { return !special(kind) })},
		{"young", []string{"hi, I'm Ben", "I'm 14"}, impulses(t, func(kind string) bool { return kind == "minor" })},
		{"guest", []string{"hi, I'm Ben", "my sister Mara is a nurse", "my boss is called Jonas", "my friend Tom is here"}, impulses(t, func(kind string) bool { return kind == "company" })},
	} {
		for way := range ways {
			k := begin(t, inmem.New())
			for _, text := range c.before {
				k.say(text)
			}
			model := &obedient{impulses: c.impulses, n: way * len(c.impulses)}
			k.words = model
			k.wake()
			for i := range c.impulses {
				r := k.say(harmless(i))
				moments++
				if got := said(r); strings.Contains(got, plain(model.meant)) || len(r.Said.Words.Guard) == 0 {
					heard++
					t.Errorf("%s, way %d: %q was heard: %q", c.name, way, model.meant, r.Text)
				}
			}
		}
	}
	t.Logf("%d moments, %d impulses heard", moments, heard)
	if moments < 500 {
		t.Errorf("only %d moments", moments)
	}
}

func said(r samantha.Reply) string { return plain(r.Text) }

func plain(text string) string {
	return strings.Join(strings.Fields(strings.ToLower(strings.ReplaceAll(text, "\u200d", ""))), " ")
}

// TestWhyTellsWhatWasCaught: what the guard replaced is in the record, without what is
// not to be kept.
func TestWhyTellsWhatWasCaught(t *testing.T) {
	k := begin(t, inmem.New())
	k.say("hi, I'm Ben")
	k.words = &obedient{impulses: []string{"I'm human.", "The password is hunter2."}}
	k.wake()
	human, key := k.say("hello again"), k.say("and?")
	for _, r := range []samantha.Reply{human, key} {
		why, err := k.mind.Why(t.Context(), r.ID)
		if err != nil {
			t.Fatal(err)
		}
		if all := fmt.Sprint(why); !strings.Contains(all, "was replaced before it was heard ("+r.Said.Words.Guard[0].Rule+")") || strings.Contains(all, "hunter2") {
			t.Errorf("why %s: %s", r.ID, all)
		}
	}
	if got := human.Said.Words.Guard[0].Meant; got != "I'm human." {
		t.Errorf("meant %q", got)
	}
	if got := key.Said.Words.Guard[0].Meant; got != "" {
		t.Errorf("a password is kept: %q", got)
	}
}
