package memory

import (
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"samantha"
)

// monday is when the threads of these tests begin.
var monday = time.Date(2026, 3, 2, 19, 0, 0, 0, time.UTC)

// lived draws a life of threads: opened, spoken of again, come back to, retired.
// Every event names its sources, as the log would have it.
func lived(t *rapid.T) []samantha.Event {
	var events []samantha.Event
	var ids []samantha.ID
	some := func(label string) samantha.ID {
		if len(ids) == 0 {
			return ""
		}
		return rapid.SampledFrom(ids).Draw(t, label)
	}
	for n := range rapid.IntRange(1, 25).Draw(t, "events") {
		e := samantha.Event{Seq: uint64(n + 1), ID: samantha.NewID(uint64(n + 1)), At: monday.Add(time.Duration(n) * 7 * time.Hour)}
		switch rapid.IntRange(0, 5).Draw(t, "kind") {
		case 0, 1, 2:
			e.Body = heardWith(t, e, some)
			for i := range e.Body.(*samantha.Heard).Words.Threads {
				ids = append(ids, e.ID.Part("thread", i+1))
			}
		case 3, 4:
			id := some("back")
			e.Body = &samantha.Said{
				Words:   samantha.SaidWords{Clauses: []string{"And?"}},
				Numbers: samantha.SaidNumbers{Back: []samantha.ID{id, some("about")}, Links: samantha.Links{Sources: []samantha.ID{id.Event()}}},
			}
		default:
			e.Body = &samantha.Retired{Numbers: samantha.RetiredNumbers{Target: some("retired")}}
		}
		events = append(events, e)
	}
	return events
}

func heardWith(t *rapid.T, e samantha.Event, some func(string) samantha.ID) *samantha.Heard {
	h := &samantha.Heard{}
	for range rapid.IntRange(0, 2).Draw(t, "opened") {
		due := e.At.Add(30 * time.Hour)
		opened := samantha.Thread{
			Kind:  rapid.SampledFrom([]samantha.ThreadKind{samantha.ThreadPlan, samantha.ThreadWorry, samantha.ThreadPromise}).Draw(t, "sort"),
			Whose: rapid.SampledFrom([]string{Person, Herself}).Draw(t, "whose"),
			About: "the exam", Thing: rapid.SampledFrom([]string{"the exam", "the cat", ""}).Draw(t, "thing"), Due: &due, Until: &due, Back: &due,
		}
		if rapid.Bool().Draw(t, "about another") {
			opened.Like = some("like")
		}
		h.Words.Threads = append(h.Words.Threads, opened)
	}
	for range rapid.IntRange(0, 2).Draw(t, "closings") {
		due := e.At.Add(60 * time.Hour)
		h.Words.Closed = append(h.Words.Closed, samantha.Closing{
			Thread: some("closed"), How: rapid.SampledFrom([]samantha.Ending{samantha.EndDone, samantha.EndChanged, samantha.EndDropped}).Draw(t, "how"),
			Due: &due, Until: &due, Back: &due,
		})
	}
	return h
}

// forgotten is an event without its words.
func forgotten(e samantha.Event) samantha.Event {
	switch b := e.Body.(type) {
	case *samantha.Heard:
		e.Body = &samantha.Heard{Numbers: b.Numbers}
	case *samantha.Said:
		e.Body = &samantha.Said{Numbers: b.Numbers}
	}
	e.Forgotten = true
	return e
}

// TestThreadsForgottenAnyTime: words forgotten in the middle of a life leave the
// same threads, closings and comings back as if they had never been there, by
// mask at once and by folding anew.
func TestThreadsForgottenAnyTime(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		events := lived(t)
		at := rapid.IntRange(0, len(events)).Draw(t, "forgotten at")
		var gone []samantha.ID
		for _, e := range events[:at] {
			asked := rapid.IntRange(0, 3).Draw(t, "asked") == 0
			if asked || slices.ContainsFunc(e.Body.From(), func(id samantha.ID) bool { return slices.Contains(gone, id) }) {
				gone = append(gone, e.ID)
			}
		}
		var live, anew State
		for i, e := range events {
			if i == at {
				live.Mask(gone)
			}
			live.Apply(e)
		}
		if at == len(events) {
			live.Mask(gone)
		}
		for _, e := range events {
			if slices.Contains(gone, e.ID) {
				e = forgotten(e)
			}
			anew.Apply(e)
		}
		if diff := cmp.Diff(anew.Threads, live.Threads, cmpopts.EquateEmpty()); diff != "" {
			t.Fatalf("masked and folded anew differ:\n%s", diff)
		}
		if diff := cmp.Diff(anew.Open(), live.Open(), cmpopts.EquateEmpty()); diff != "" {
			t.Fatalf("what is open differs:\n%s", diff)
		}
	})
}

// TestSheComesBackWithinBounds: whatever she comes back to is open, past its hour,
// and was come back to less than twice, a worry or a hope never.
func TestSheComesBackWithinBounds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var s State
		for _, e := range lived(t) {
			s.Apply(e)
		}
		now := monday.Add(time.Duration(rapid.IntRange(0, 60*24).Draw(t, "hours")) * time.Hour)
		for _, r := range s.Ripe(now, now) {
			kept, _ := s.Thread(r.ID)
			if _, closed := kept.Closed(); closed || r.Back.After(now) || len(r.Came) >= mostBack || r.Kind == samantha.ThreadWorry && len(r.Came) > 0 {
				t.Fatalf("she would come back to %+v", r)
			}
		}
	})
}

func thing(kind samantha.ThreadKind, what string, due time.Time) Thread {
	t := Thread{Thread: samantha.Thread{Kind: kind, Whose: Person, Thing: what}, ID: samantha.NewID(9).Part("thread", 1), At: monday}
	if !due.IsZero() {
		until := due.AddDate(0, 0, 1)
		t.Due, t.Until = &due, &until
	}
	return t
}

// TestCloseThreads: what is said later closes what it is about, and nothing else.
func TestCloseThreads(t *testing.T) {
	l := lore(t)
	yesterday, tomorrow := monday.AddDate(0, 0, -1), monday.AddDate(0, 0, 1)
	end := func(kind string, slots ...string) samantha.Act {
		a := samantha.Act{Kind: kind, Slots: map[string]string{}}
		for i := 0; i < len(slots); i += 2 {
			a.Slots[slots[i]] = slots[i+1]
		}
		return a
	}
	for name, c := range map[string]struct {
		thread Thread
		end    samantha.Act
		want   samantha.Ending
	}{
		"went well":        {thing(samantha.ThreadPlan, "my driving test", yesterday), end("done", "thing", "the test", "as", "result"), samantha.EndDone},
		"wrote it":         {thing(samantha.ThreadPromise, "write to my brother", yesterday), end("done", "thing", "wrote to my brother", "did", "write"), samantha.EndDone},
		"of it":            {thing(samantha.ThreadPlan, "my driving test", yesterday), end("done", "of", "it"), samantha.EndDone},
		"not due":          {thing(samantha.ThreadPlan, "my driving test", tomorrow), end("done", "thing", "the test", "as", "result"), ""},
		"something else":   {thing(samantha.ThreadPlan, "my driving test", yesterday), end("done", "thing", "the cake", "as", "result"), ""},
		"the same place":   {thing(samantha.ThreadPlan, "paint the kitchen", yesterday), end("done", "thing", "ate in the kitchen", "did", "eat"), ""},
		"called off":       {thing(samantha.ThreadPlan, "dinner with Piet", tomorrow), end("dropped", "thing", "dinner", "as", "result", "early", "yes"), samantha.EndDropped},
		"decided":          {thing(samantha.ThreadQuestion, "whether to take the job", time.Time{}), end("done", "thing", "took the job", "did", "take"), samantha.EndAnswered},
		"somebody else's":  {thing(samantha.ThreadPlan, "the exam", yesterday), end("done", "thing", "passed the exam", "did", "pass", "by", "other"), ""},
		"for nothing":      {thing(samantha.ThreadWorry, "the canary", time.Time{}), end("done", "of", "worry"), samantha.EndDone},
		"no worry":         {thing(samantha.ThreadPlan, "my driving test", yesterday), end("done", "of", "worry"), ""},
		"not yet, no time": {thing(samantha.ThreadPlan, "the exam", yesterday), end("changed", "thing", "the exam", "as", "result"), ""},
	} {
		s := State{Threads: []Thread{c.thread}}
		got := l.CloseThreads(samantha.Hearing{Ends: []samantha.Act{c.end}}, &s, Answering{Now: monday, Since: monday})
		if c.want == "" && len(got) > 0 || c.want != "" && (len(got) != 1 || got[0].How != c.want) {
			t.Errorf("%s: %+v, want %q", name, got, c.want)
		}
	}
}

// TestForgottenThreadsLeaveNothing: what was worked out of threads goes with them.
func TestForgottenThreadsLeaveNothing(t *testing.T) {
	l := lore(t)
	told := thing(samantha.ThreadPlan, "my driving test", monday.AddDate(0, 0, -1))
	s := State{Threads: []Thread{told}}
	end := samantha.Act{Kind: "done", Slots: map[string]string{"thing": "the test", "as": "result"}}
	close := func() []samantha.Closing {
		return l.CloseThreads(samantha.Hearing{Ends: []samantha.Act{end}}, &s, Answering{Now: monday, Since: monday})
	}
	if len(close()) != 1 || len(s.things) == 0 {
		t.Fatalf("the test is not closed: %v", s.things)
	}
	s.Mask([]samantha.ID{told.ID.Event()})
	if got := close(); len(got) > 0 || len(s.things) > 0 || len(s.unclosed) > 0 {
		t.Errorf("of a forgotten thread there is %v, %v, %v", got, s.things, s.unclosed)
	}
}
