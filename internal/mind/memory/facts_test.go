package memory

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"samantha"
)

// past makes events of moments in which facts were learned.
type past struct {
	state  State
	events []samantha.Event
}

func (l *past) add(body samantha.Body) samantha.ID {
	n := len(l.events) + 1
	e := samantha.Event{Seq: uint64(n), ID: samantha.NewID(uint64(n)), At: time.Unix(int64(n)*3600, 0).UTC(), Body: body}
	l.events = append(l.events, e)
	l.state.Apply(e)
	return e.ID.Part("fact", 1)
}

func (l *past) told(f samantha.Fact) samantha.ID {
	return l.add(&samantha.Heard{Words: samantha.HeardWords{Facts: []samantha.Fact{f}}})
}

// lines are what is known, one line each: (over), (in doubt), and what was before.
func lines(s *State) []string {
	var out []string
	for _, k := range s.All() {
		line := fmt.Sprintf("%s %s %s", k.Of, k.Slot, k.Value)
		if !k.Until.IsZero() {
			line += " (over)"
		}
		if k.Doubt != "" {
			line += " (in doubt)"
		}
		for _, c := range k.Was {
			line += fmt.Sprintf(" (%s %s)", map[bool]string{true: "not", false: "was"}[c.Wrong], c.Value)
		}
		out = append(out, line)
	}
	return out
}

func TestWhatTellingDoes(t *testing.T) {
	fact := func(of, slot, value string) samantha.Fact {
		return samantha.Fact{Of: of, Slot: slot, Value: value}
	}
	way := func(f samantha.Fact, w samantha.Way) samantha.Fact { f.Way = w; return f }
	beside := func(f samantha.Fact) samantha.Fact { f.Beside = true; return f }
	tests := []struct {
		name string
		tell func(l *past)
		want []string
	}{
		{"what is over is closed, not lost", func(l *past) {
			l.told(fact("person", "workplace", "the harbour office"))
			l.told(way(fact("person", "workplace", "the harbour"), samantha.WayOver))
		}, []string{"person workplace the harbour office (over)"}},
		{"quitting ends the work and the place", func(l *past) {
			l.told(fact("person", "work", "a clerk"))
			l.told(fact("person", "workplace", "the harbour"))
			l.told(way(fact("person", "work", ""), samantha.WayOver))
		}, []string{"person work a clerk (over)", "person workplace the harbour (over)"}},
		{"what nobody told before was", func(l *past) {
			l.told(way(fact("person", "home", "Berlin"), samantha.WayOver))
		}, []string{"person home Berlin (over)"}},
		{"stems are enough to end something", func(l *past) {
			l.told(fact("person", "habit", "smoke"))
			l.told(way(fact("person", "habit", "smoking"), samantha.WayOver))
		}, []string{"person habit smoke (over)"}},
		{"a new taste ends its opposite", func(l *past) {
			l.told(fact("person", "likes", "olives"))
			l.told(fact("person", "dislikes", "olives"))
		}, []string{"person likes olives (over)", "person dislikes olives"}},
		{"in doubt the older holds", func(l *past) {
			old := l.told(fact("person", "birthday", "May"))
			f := fact("person", "birthday", "June")
			f.Doubt = old
			l.told(f)
		}, []string{"person birthday May", "person birthday June (in doubt)"}},
		{"told again, the newer holds", func(l *past) {
			f := fact("person", "birthday", "June")
			f.Doubt = l.told(fact("person", "birthday", "May"))
			l.told(f)
			l.told(fact("person", "birthday", "June"))
		}, []string{"person birthday June (not May)"}},
		{"two sisters have two names", func(l *past) {
			l.told(beside(fact("sister", "name", "Nuala")))
			l.told(beside(fact("sister", "name", "Tess")))
			l.told(fact("Tess", "home", "Totterdown"))
		}, []string{"sister name Nuala", "sister name Tess", "Tess home Totterdown"}},
		{"the only sister and her name are one", func(l *past) {
			l.told(fact("sister", "home", "Oslo"))
			l.told(beside(fact("sister", "name", "Mara")))
			l.told(fact("Mara", "home", "Bergen"))
		}, []string{"Mara home Bergen (was Oslo)", "sister name Mara"}},
		{"a partner is known by name once", func(l *past) {
			l.told(fact("wife", "name", "Hania"))
			l.told(fact("person", "partner", "Hania"))
		}, []string{"wife name Hania"}},
		{"somebody else's fact moves, and what it replaced holds again", func(l *past) {
			l.told(fact("person", "work", "a teacher"))
			l.told(samantha.Fact{Of: "sister", Like: l.told(fact("person", "work", "a nurse"))})
		}, []string{"person work a teacher", "sister work a nurse"}},
		{"what they deny is gone, and what it replaced holds again", func(l *past) {
			l.told(fact("person", "home", "Oslo"))
			l.told(samantha.Fact{Way: samantha.WayDenied, Like: l.told(fact("person", "home", "Rome"))})
		}, []string{"person home Oslo"}},
		{"a bare correction was never true", func(l *past) {
			l.told(samantha.Fact{Value: "Bergen", Like: l.told(fact("person", "home", "Oslo"))})
		}, []string{"person home Bergen (not Oslo)"}},
		{"a proposal closes nothing", func(l *past) {
			l.told(fact("person", "home", "Oslo"))
			l.add(&samantha.Proposed{Words: samantha.ProposedWords{Facts: []samantha.Fact{
				way(fact("person", "home", "Rome"), samantha.WayProposed), way(fact("person", "health", "gout"), samantha.WayProposed),
			}}})
		}, []string{"person home Oslo", "person health gout"}},
	}
	for holds, want := range map[samantha.Holds][]string{
		samantha.HoldsNew: {"dog name Bodo (not Bobik)"}, samantha.HoldsOld: {"dog name Bobik (not Bodo)"},
		samantha.HoldsBoth: {"dog name Bobik", "dog name Bodo"}, samantha.HoldsNone: nil,
	} {
		tests = append(tests, struct {
			name string
			tell func(l *past)
			want []string
		}{"asked which holds: " + string(holds), func(l *past) {
			f := beside(fact("dog", "name", "Bodo"))
			f.Doubt = l.told(beside(fact("dog", "name", "Bobik")))
			l.told(samantha.Fact{Like: l.told(f), Holds: holds})
		}, want})
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var l past
			test.tell(&l)
			if d := cmp.Diff(test.want, lines(&l.state)); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestHowSureAFactIs(t *testing.T) {
	for _, test := range []struct {
		ways []samantha.Way
		want float64
	}{
		{[]samantha.Way{samantha.WayPlain}, 0.8},
		{[]samantha.Way{samantha.WayPlain, samantha.WayPlain}, 0.96},
		{[]samantha.Way{samantha.WayHedged}, 0.4},
		{[]samantha.Way{samantha.WayProposed, samantha.WayHedged}, 0.58},
		{[]samantha.Way{samantha.WayPassing}, 0.7},
	} {
		var l past
		for _, w := range test.ways {
			l.told(samantha.Fact{Of: "brother", Slot: "home", Value: "Lyon", Way: w})
		}
		if got := l.state.Known()[0].Confidence; got != test.want {
			t.Errorf("%q: %v, want %v", test.ways, got, test.want)
		}
	}
}

func TestBeforeAndOutdated(t *testing.T) {
	var l past
	oslo := l.told(samantha.Fact{Of: "person", Slot: "home", Value: "Oslo"})
	l.told(samantha.Fact{Value: "Bergen", Like: oslo}) // put right
	l.told(samantha.Fact{Of: "person", Slot: "home", Value: "Porto", Way: samantha.WayChange})
	var before []string
	for _, k := range l.state.Before(Person, "home") {
		before = append(before, k.Value)
	}
	if d := cmp.Diff([]string{"Bergen"}, before); d != "" {
		t.Error("what was never true is no past:", d)
	}
	if d := cmp.Diff([]samantha.ID{samantha.NewID(1), samantha.NewID(2)}, l.state.Outdated()); d != "" {
		t.Error(d)
	}
	now := samantha.NewID(3)
	if d := cmp.Diff(map[samantha.ID]samantha.ID{samantha.NewID(1): now, samantha.NewID(2): now}, l.state.Replaced()); d != "" {
		t.Error(d)
	}
}

// TestAnyLifeRefoldsAlike: whatever was told, corrected, moved, denied, settled,
// retired and forgotten, in any order, the state at hand and one folded anew are
// the same, each known fact has its sources, and nothing forgotten is in it.
func TestAnyLifeRefoldsAlike(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var l past
		gone := map[samantha.ID]bool{}
		var words []string // by event
		for n := range rapid.IntRange(1, 25).Draw(t, "events") {
			words = append(words, fmt.Sprintf("w%dw", n))
			l.draw(t, words[n], gone)
		}
		refold(t, &l, gone)
		data, err := json.Marshal(&l.state)
		if err != nil {
			t.Fatal(err)
		}
		for id := range gone {
			at := slices.IndexFunc(l.events, func(e samantha.Event) bool { return e.ID == id })
			if strings.Contains(string(data), words[at]) {
				t.Fatalf("%s is forgotten and still here: %s", words[at], data)
			}
		}
	})
}

// draw lets one thing happen. The word stands in it and in nothing else.
func (l *past) draw(t *rapid.T, word string, gone map[samantha.ID]bool) {
	f := samantha.Fact{
		Of:     rapid.SampledFrom([]string{"person", "sister", "Mara"}).Draw(t, "of"),
		Slot:   rapid.SampledFrom([]string{"home", "likes", "dislikes", "name", "workplace"}).Draw(t, "slot"),
		Value:  rapid.SampledFrom([]string{"a", "b", "mara"}).Draw(t, "value"),
		Quote:  word,
		Way:    rapid.SampledFrom([]samantha.Way{"", samantha.WayChange, samantha.WayOver, samantha.WayHedged}).Draw(t, "way"),
		Beside: rapid.Bool().Draw(t, "beside"),
	}
	id, some := l.any(t)
	switch what := rapid.SampledFrom([]string{"tell", "tell", "word", "doubt", "settle", "bare", "move", "deny", "correct", "propose", "retire", "forget"}).Draw(t, "what"); {
	case what == "word":
		f.Value = word
		l.told(f)
	case what == "tell" || !some:
		l.told(f)
	case what == "doubt":
		f.Doubt = id
		l.told(f)
	case what == "settle":
		l.told(samantha.Fact{Like: id, Quote: word, Holds: rapid.SampledFrom([]samantha.Holds{"new", "old", "both", "none"}).Draw(t, "holds")})
	case what == "bare":
		l.told(samantha.Fact{Like: id, Quote: word, Value: f.Value})
	case what == "move":
		l.told(samantha.Fact{Like: id, Quote: word, Of: f.Of})
	case what == "deny":
		l.told(samantha.Fact{Like: id, Quote: word, Way: samantha.WayDenied})
	case what == "correct":
		l.add(&samantha.Corrected{
			Words:   samantha.CorrectedWords{Fact: f},
			Numbers: samantha.CorrectedNumbers{Links: samantha.Links{Sources: []samantha.ID{id.Event()}}, Target: id},
		})
	case what == "propose":
		f.Way = samantha.WayProposed
		l.add(&samantha.Proposed{Words: samantha.ProposedWords{Facts: []samantha.Fact{f}}, Numbers: samantha.ProposedNumbers{Links: samantha.Links{Sources: []samantha.ID{id.Event()}}}})
	case what == "retire":
		l.add(&samantha.Retired{Numbers: samantha.RetiredNumbers{Target: id}})
	default:
		l.forget(id.Event(), gone)
	}
}

// any is a fact that is there.
func (l *past) any(t *rapid.T) (samantha.ID, bool) {
	if len(l.state.Facts) == 0 {
		return "", false
	}
	return rapid.SampledFrom(l.state.Facts).Draw(t, "which").ID, true
}

// forget takes an event and whatever names it as a source, as the log would.
func (l *past) forget(id samantha.ID, gone map[samantha.ID]bool) {
	closure := []samantha.ID{id}
	for _, e := range l.events {
		for _, from := range e.Body.From() {
			if slices.Contains(closure, from) && !slices.Contains(closure, e.ID) {
				closure = append(closure, e.ID)
			}
		}
	}
	for _, id := range closure {
		gone[id] = true
	}
	l.add(&samantha.Forgot{Numbers: samantha.ForgotNumbers{Gone: closure}})
	l.state.Mask(closure)
}

// refold folds the life anew without the words of what was forgotten.
func refold(t *rapid.T, l *past, gone map[samantha.ID]bool) {
	var anew State
	for _, e := range l.events {
		if gone[e.ID] {
			e.Forgotten = true
			switch b := e.Body.(type) {
			case *samantha.Heard:
				e.Body = &samantha.Heard{Numbers: b.Numbers}
			case *samantha.Corrected:
				e.Body = &samantha.Corrected{Numbers: b.Numbers}
			case *samantha.Proposed:
				e.Body = &samantha.Proposed{Numbers: b.Numbers}
			}
		}
		anew.Apply(e)
	}
	if d := cmp.Diff(lines(&anew), lines(&l.state)); d != "" {
		t.Fatal("folded anew she knows something else:", d)
	}
	ids := map[samantha.ID]bool{}
	for _, f := range anew.Facts {
		ids[f.ID] = true
	}
	for _, k := range l.state.All() {
		if len(k.Sources) == 0 {
			t.Fatalf("%+v has no source", k)
		}
		for _, id := range k.Sources {
			if !ids[id] {
				t.Fatalf("%+v has a source that is nowhere: %s", k, id)
			}
		}
	}
}

func TestOnlyWhatFollowsIsKept(t *testing.T) {
	const memory = "My sister Ruth is a nurse in Cork. I never liked boats, and I keep bees. If I lived in Rome I'd be happy. Do I play chess? I hate crows, but I do not hate rooks. I read of Bath, and you live in Ghent."
	l := lore(t)
	for _, test := range []struct {
		of, slot, value, quote string
		keep                   bool
	}{
		{"person", "has", "bees", "I keep bees", true},
		{"Ruth", "work", "a nurse", "My sister Ruth is a nurse", true},
		{"sister", "home", "Cork", "My sister Ruth is a nurse in Cork", true},
		{"person", "dislikes", "boats", "I never liked boats", true},
		{"person", "habit", "keeping bees", "I keep bees", true},
		{"person", "work", "a nurse", "My sister Ruth is a nurse", false},
		{"sister", "has", "bees", "I keep bees", false},
		{"Tom", "work", "a nurse", "is a nurse in Cork", false},
		{"person", "likes", "boats", "I never liked boats", false},
		{"person", "home", "Rome", "If I lived in Rome", false},
		{"person", "plays", "chess", "Do I play chess?", false},
		{"person", "has", "goats", "I keep bees", false},
		{"person", "has", "bees", "I keep some bees", false},
		{"person", "has", "", "I keep bees", false},
		{"person", "likes", "crows", "I hate crows", false},
		{"person", "dislikes", "crows", "I hate crows", true},
		{"person", "dislikes", "rooks", "I do not hate rooks", false},
		{"person", "home", "Bath", "I read of Bath", false},
		{"person", "died", "bees", "I keep bees", false},
		{"you", "home", "Ghent", "you live in Ghent", false},
	} {
		f := samantha.Fact{Of: test.of, Slot: test.slot, Value: test.value, Quote: test.quote, Way: samantha.WayProposed}
		if err := l.Check(f, memory); (err == nil) != test.keep {
			t.Errorf("%s %s %s from %q: %v", test.of, test.slot, test.value, test.quote, err)
		}
	}
}

func TestWhatContradicts(t *testing.T) {
	l := lore(t)
	fact := func(of, slot, value string, way samantha.Way, beside bool) samantha.Fact {
		return samantha.Fact{Of: of, Slot: slot, Value: value, Way: way, Beside: beside}
	}
	var p past
	for _, f := range []samantha.Fact{
		fact("sister", "name", "Jule", "", true), fact("dog", "name", "Bobik", samantha.WayPassing, false),
		fact("person", "birthday", "the 5th of May", "", false), fact("brother", "home", "Oslo", "", false),
	} {
		p.told(f)
	}
	for _, test := range []struct {
		fact samantha.Fact
		with string
	}{
		{fact("dog", "name", "Bodo", samantha.WayPassing, false), "Bobik"},
		{fact("sister", "name", "Kaja", samantha.WayPassing, true), ""},
		{fact("sister", "name", "Kaja", "", true), "Jule"},
		{fact("brother", "name", "Jule", "", true), "Jule"},
		{fact("friend", "name", "Jule", "", true), ""},
		{fact("person", "has", "no sister", "", false), "Jule"},
		{fact("person", "has", "no siblings", "", false), "Jule"},
		{fact("person", "has", "no kids", "", false), ""},
		{fact("person", "birthday", "the 6th of May", "", false), "the 5th of May"},
		{fact("brother", "home", "Lyon", samantha.WayHedged, false), "Oslo"},
		{fact("brother", "home", "Lyon", "", false), ""},
		{fact("dog", "name", "Bodo", samantha.WayChange, false), ""},
	} {
		k, ok := l.Contradicts(&p.state, test.fact)
		if ok != (test.with != "") || ok && k.Value != test.with {
			t.Errorf("%+v contradicts %q, %v; want %q", test.fact, k.Value, ok, test.with)
		}
	}
}
