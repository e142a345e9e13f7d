package mind_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"samantha"
	"samantha/internal/house/life/inmem"
)

// tells is a life in which some things were told, with a model here and a night that
// passed; and the id of each telling by its words.
func tells(t *testing.T, told ...string) (k *talk, ids map[string]samantha.ID) {
	t.Helper()
	k, ids = begin(t, inmem.New()), map[string]samantha.ID{}
	k.say("hi, I'm Ana")
	for _, text := range told {
		k.clock.at = k.clock.at.Add(5 * time.Minute)
		ids[text] = k.say(text).ID
	}
	if err := k.mind.Lend(t.Context(), here); err != nil {
		t.Fatal(err)
	}
	k.clock.at = k.clock.at.Add(4 * time.Hour)
	k.night()
	return k, ids
}

// considers has a model go over all there is, with proposals for one task, the same for
// each portion that gives all of what they are of; and is what was kept and refused.
func (k *talk) considers(task samantha.Task, made samantha.Proposals) (kept []samantha.ID, refused int) {
	k.Helper()
	all := k.portions(func(p samantha.Portion) samantha.Proposals {
		if p.Task != task {
			return samantha.Proposals{}
		}
		return made
	})
	for _, n := range all {
		if n.Task == task {
			kept, refused = append(kept, n.Kept...), refused+n.Refused
		}
	}
	return kept, refused
}

func thread(of samantha.ID, kind samantha.ThreadKind, thing, quote string) samantha.ProposedThread {
	return samantha.ProposedThread{Memory: of, Thread: samantha.Thread{Kind: kind, Thing: thing, About: quote}}
}

// found are the things that are open, of the model's finding alone.
func (k *talk) found() (all []string) {
	k.Helper()
	threads, err := k.mind.Threads(context.Background(), false)
	if err != nil {
		k.Fatal(err)
	}
	for _, t := range threads {
		if t.Model != "" {
			all = append(all, t.Thing)
		}
	}
	return all
}

// whyOf is all that is said of why something is there.
func (k *talk) whyOf(id samantha.ID) string {
	k.Helper()
	why, err := k.mind.Why(context.Background(), id)
	if err != nil {
		k.Fatal(err)
	}
	all := []string{why.Sentence}
	for _, step := range why.Record {
		all = append(all, step.Text)
	}
	return strings.Join(all, "\n")
}

// TestAModelFindsSomethingOpen: it is kept once, with the model's name and its receipt, she
// asks after it when its time has come, and it goes with what it was taken from.
func TestAModelFindsSomethingOpen(t *testing.T) {
	const plan, worry = "I let them rope me into the choir for Thursday", "I lie awake and it is always the scan"
	k, ids := tells(t, plan, worry)
	if threads, _ := k.threads(); len(threads) > 0 {
		t.Fatalf("a rule heard it: %+v", threads)
	}
	choir := thread(ids[plan], samantha.ThreadPlan, "the choir", plan)
	made := samantha.Proposals{Threads: []samantha.ProposedThread{choir, choir, thread(ids[worry], samantha.ThreadWorry, "the scan", worry), thread("zzzz", samantha.ThreadWorry, "the scan", worry)}}
	kept, refused := k.considers(samantha.TaskThreads, made)
	if len(kept) != 2 || refused != 2 || strings.Join(k.found(), ", ") != "the choir, the scan" {
		t.Fatalf("kept %v, refused %d: %q", kept, refused, k.found())
	}
	if why := k.whyOf(kept[0]); !strings.Contains(why, "small") || !strings.Contains(why, plan) || !strings.Contains(why, "due 2026-03-05") {
		t.Errorf("why: %s", why)
	}
	asked := ""
	for range 6 {
		k.clock.at = k.clock.at.Add(21 * time.Hour)
		r := k.say("hello")
		if acted(r, samantha.DoBack) {
			asked += r.Text + "\n"
			if why := k.whyOf(r.ID); !strings.Contains(why, "small") {
				t.Errorf("why she asks: %s", why)
			}
		}
	}
	if !strings.Contains(asked, "scan") || !strings.Contains(asked, "choir") {
		t.Errorf("she asks %q", asked)
	}
	if _, err := k.mind.Forget(t.Context(), ids[plan]); err != nil {
		t.Fatal(err)
	}
	if err := k.mind.Retire(t.Context(), kept[1]); err != nil {
		t.Fatal(err)
	}
	if found := k.found(); len(found) > 0 {
		t.Errorf("forgotten and struck, and still open: %q", found)
	}
	k.threads() // they are as the log folds to them
}

// TestAModelOpensNothingTwice: what is open by a rule, was closed, was spoken of since, was
// told in confidence, is to be left alone, or is one too many for a night.
func TestAModelOpensNothingTwice(t *testing.T) {
	const ruled, since, left = "I'm worried about the scan", "I let them rope me into the choir for Thursday", "I lie awake and it is always the loan"
	k, ids := tells(t, ruled, since, "the choir was a laugh, I stayed till ten", left, "please don't bring up the loan again")
	var made samantha.Proposals
	made.Threads = append(made.Threads, thread(ids[ruled], samantha.ThreadWorry, "the scan", ruled), thread(ids[since], samantha.ThreadPlan, "the choir", since), thread(ids[left], samantha.ThreadWorry, "the loan", left))
	if kept, refused := k.considers(samantha.TaskThreads, made); len(kept) > 0 || refused != 3 {
		t.Errorf("kept %v, refused %d: %q", kept, refused, k.found())
	}
	var many []string
	for _, thing := range []string{"the scan", "the roof", "the boiler", "the garden", "the harbour"} {
		many = append(many, "I lie awake and it is always "+thing)
	}
	k, ids = tells(t, many...)
	made = samantha.Proposals{}
	for _, told := range many {
		made.Threads = append(made.Threads, thread(ids[told], samantha.ThreadWorry, strings.TrimPrefix(told, "I lie awake and it is always "), told))
	}
	if kept, refused := k.considers(samantha.TaskThreads, made); len(kept) != 3 || refused != 2 {
		t.Errorf("kept %v, refused %d", kept, refused)
	}
}
