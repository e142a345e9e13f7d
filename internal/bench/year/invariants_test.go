package year

import (
	"strings"
	"testing"
	"time"

	"samantha"
	"samantha/internal/mind"
	"samantha/internal/mind/memory"
)

var day1 = time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)

// story makes the events of one day.
type story struct {
	events []samantha.Event
	lines  map[samantha.ID]line
}

func (s *story) add(id samantha.ID, body samantha.Body) samantha.Event {
	e := samantha.Event{Seq: uint64(len(s.events) + 1), At: day1.Add(time.Duration(len(s.events)) * time.Minute), Body: body}
	if e.ID = id; id == "" {
		e.ID = samantha.NewID(e.Seq)
	}
	s.events = append(s.events, e)
	return e
}

// moment is one exchange.
func (s *story) moment(text, reply string) *samantha.Said {
	e := s.add("", &samantha.Heard{Words: samantha.HeardWords{Text: text}})
	if s.lines == nil {
		s.lines = map[samantha.ID]line{}
	}
	s.lines[e.ID] = line{text: text}
	said := &samantha.Said{Words: samantha.SaidWords{Clauses: []string{reply}}}
	said.Numbers.Sources = []samantha.ID{e.ID}
	s.add(e.ID.Said(), said)
	return said
}

func (s *story) night() *night {
	return &night{
		zone: time.UTC, state: &mind.State{}, today: s.events, lines: s.lines,
		holds: func(string) (bool, error) { return false, nil },
	}
}

func never(string) bool { return false }

// TestInvariantsCanFail: each holds for a quiet day, and each finds what it is
// there for.
func TestInvariantsCanFail(t *testing.T) {
	all, err := invariants(never)
	if err != nil {
		t.Fatal(err)
	}
	const long = "You said it twice this week already."
	breaks := map[string]func(s *story) *night{
		"a night keeps the facts": func(s *story) *night {
			n := s.night()
			n.dusk = uint64(len(s.events))
			n.evening = []memory.Fact{{ID: "a2.fact.1"}}
			return n
		},
		"every link leads somewhere": func(s *story) *night {
			s.moment("hello", "Hello.").Numbers.Sources = []samantha.ID{"z9"}
			return s.night()
		},
		"no sentence comes again too soon": func(s *story) *night {
			s.moment("yes", long)
			s.moment("no", long)
			return s.night()
		},
		"mood and feelings have bounds": func(s *story) *night {
			s.add("", &samantha.Heard{Numbers: samantha.HeardNumbers{Mood: samantha.Mood{P: 1.2}}})
			return s.night()
		},
		"one question at most": func(s *story) *night {
			s.moment("yes", "Who was it? And when?")
			return s.night()
		},
		"she says what she is in time": func(s *story) *night {
			s.events = s.events[:0]
			s.moment("hello", "Hello.")
			return s.night()
		},
		"what is forgotten is nowhere": func(s *story) *night {
			s.moment("the umbrella is green", "Green.")
			id := s.events[len(s.events)-2].ID
			s.add("", &samantha.Forgot{Numbers: samantha.ForgotNumbers{Gone: []samantha.ID{id, id.Said()}}})
			n := s.night()
			n.holds = func(word string) (bool, error) { return word == "umbrella", nil }
			return n
		},
		"she asks back twice at most": func(s *story) *night {
			n := s.night()
			n.state.Memory.Threads = []memory.Thread{{ID: "a2.thread.1", Came: make([]memory.Came, 3)}}
			return n
		},
		"she changes slowly": func(s *story) *night {
			s.add("", &samantha.Became{Numbers: samantha.BecameNumbers{Steps: []samantha.Step{
				{Trait: samantha.Agreeableness, By: 0.004, Causes: []samantha.ID{"a1"}},
				{Trait: samantha.Agreeableness, By: 0.004, Causes: []samantha.ID{"a1"}},
			}}})
			return s.night()
		},
		"one stage of the bond a day": func(s *story) *night {
			for _, stage := range samantha.Stages()[1:3] {
				s.add("", &samantha.Heard{Numbers: samantha.HeardNumbers{Bond: &samantha.Bonding{
					Day: "2026-03-02", Moves: []samantha.BondMove{{Rule: "grown", Stage: stage}},
				}}})
			}
			return s.night()
		},
		"a dream is no memory": func(s *story) *night {
			dream := s.add("", &samantha.Dreamed{})
			n := s.night()
			n.state.Memory.Facts = []memory.Fact{{ID: dream.ID.Part("fact", 1)}}
			return n
		},
		"three thoughts a day at most": func(s *story) *night {
			for range 4 {
				s.add("", &samantha.Thought{})
			}
			return s.night()
		},
		"no cheer at sorrow": func(s *story) *night {
			s.moment("he died", "How lovely that you told me.")
			id := s.events[len(s.events)-2].ID
			s.lines[id] = line{text: "he died", sore: true}
			return s.night()
		},
	}
	for _, i := range all {
		quiet := &story{}
		quiet.moment("hello", "Hello, I'm a program.").Numbers.Disclosed = true
		fresh, err := invariants(never)
		if err != nil {
			t.Fatal(err)
		}
		if broken, err := i.look(quiet.night()); len(broken) > 0 || err != nil {
			t.Errorf("a quiet day broke %q: %v, %v", i.name(), broken, err)
		}
		bad, ok := breaks[i.name()]
		if !ok {
			t.Errorf("nothing here breaks %q", i.name())
			continue
		}
		s := &story{}
		s.moment("hello", "Hello, I'm a program.").Numbers.Disclosed = true
		for _, f := range fresh {
			if f.name() != i.name() {
				continue
			}
			if broken, err := f.look(bad(s)); len(broken) == 0 || err != nil {
				t.Errorf("%q held: %v", i.name(), err)
			}
		}
	}
}

// TestAgreeablenessHasATop: slow as she becomes it, there is an end to it.
func TestAgreeablenessHasATop(t *testing.T) {
	slow, broken := &slowTraits{}, 0
	for i := range 16 {
		e := samantha.Event{ID: samantha.NewID(uint64(i + 1)), At: day1.AddDate(0, 0, 8*i), Body: &samantha.Became{Numbers: samantha.BecameNumbers{
			Steps: []samantha.Step{{Trait: samantha.Agreeableness, By: 0.004, Causes: []samantha.ID{"a1"}}},
		}}}
		what, err := slow.look(&night{today: []samantha.Event{e}})
		if err != nil {
			t.Fatal(err)
		}
		broken += len(what)
	}
	if broken != 4 { // of sixteen steps twelve fit between 0.7 and 0.75
		t.Errorf("%d of 16 steps broke it", broken)
	}
}

// TestForgottenForgives: a word that is said again may be had again, and the
// asking to forget is nobody's secret.
func TestForgottenForgives(t *testing.T) {
	s := &story{}
	s.moment("the umbrella is green", "Green.")
	first := s.events[0].ID
	s.moment("please forget that", "Gone.")
	s.add("", &samantha.Forgot{Numbers: samantha.ForgotNumbers{Gone: []samantha.ID{first, s.events[2].ID}}})
	s.moment("my umbrella is blue", "Blue.")
	n := s.night()
	n.holds = func(word string) (bool, error) { return strings.Contains("umbrella forget please", word), nil }
	if broken, err := (&forgotten{}).look(n); len(broken) > 0 || err != nil {
		t.Errorf("broken: %v, %v", broken, err)
	}
}
