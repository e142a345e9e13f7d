package feeling

import (
	"slices"
	"strings"
	"time"

	"samantha"
)

// question is something about herself that she may come to carry: what wakes it,
// and the steps it takes over weeks.
type question struct {
	name  string
	wakes []condition
	asks  string // as a clause: "whether that was me, before the new version"
	steps []step
	rests int // days after which she lets it lie
}

// step is one turn of a question: what she thinks of it by then.
type step struct {
	name  string
	days  int // since it woke, at least
	when  []condition
	worse bool
	says  string
}

// Carried is a question that she carries, and how it went.
type Carried struct {
	ID    samantha.ID `json:"id"` // part "wonder"
	Name  string      `json:"name"`
	At    time.Time   `json:"at"` // when it woke
	Steps []Turn      `json:"steps,omitempty"`
}

// Turn is one step a question took.
type Turn struct {
	Name string      `json:"name"`
	ID   samantha.ID `json:"id"`
	At   time.Time   `json:"at"`
	Said samantha.ID `json:"said,omitempty"` // the person's words, if it is their view
}

const (
	// Theirs is the step at which the person said what they think of it.
	Theirs = "theirs"
	// mostCarried is how many questions she carries at a time, newest last.
	mostCarried = 8
	// between two steps of one question lies at least so long.
	stepRests = 20 * time.Hour
)

// readWonders reads the questions; wonders.txt tells the grammar.
func (h *Heart) readWonders(lines []samantha.Line) error {
	for _, l := range lines {
		if l.Text == "" {
			continue
		}
		word, rest, _ := strings.Cut(l.Text, " ")
		if word == "question" {
			h.questions = append(h.questions, question{name: rest})
			continue
		}
		if len(h.questions) == 0 {
			return l.Bad("this belongs to a question")
		}
		if err := h.questions[len(h.questions)-1].read(l, word, rest); err != nil {
			return err
		}
	}
	for _, q := range h.questions {
		if q.asks == "" || len(q.wakes) == 0 || q.rests == 0 {
			return lines[len(lines)-1].Bad("question %s lacks what wakes it, what it asks, or when it rests", q.name)
		}
	}
	return nil
}

func (q *question) read(l samantha.Line, word, rest string) error {
	switch word {
	case "wakes":
		c, err := readCondition(l, strings.Fields(rest))
		q.wakes = append(q.wakes, c)
		return err
	case "asks":
		q.asks = rest
		return nil
	case "rests":
		days, err := l.Float(rest, 1, 365)
		q.rests = int(days)
		return err
	case "step", "worse":
		f := strings.Fields(rest)
		if len(f) != 2 {
			return l.Bad("want: %s name days", word)
		}
		days, err := l.Float(f[1], 0, 365)
		q.steps = append(q.steps, step{name: f[0], days: int(days), worse: word == "worse"})
		return err
	}
	if len(q.steps) == 0 {
		return l.Bad("no such word here: %q", word)
	}
	at := &q.steps[len(q.steps)-1]
	switch word {
	case "when":
		c, err := readCondition(l, strings.Fields(rest))
		at.when = append(at.when, c)
		return err
	case "says":
		at.says = rest
		return nil
	}
	return l.Bad("no such word: %q", word)
}

func (h *Heart) question(name string) (question, bool) {
	i := slices.IndexFunc(h.questions, func(q question) bool { return q.name == name })
	if i < 0 {
		return question{}, false
	}
	return h.questions[i], true
}

// wonder is what becomes of her questions in a moment: one wakes, or takes the
// next of its steps whose time has come and whose conditions hold. Never where a
// life may be in danger.
func (h *Heart) wonder(s State, in *Happening) []samantha.Wondering {
	if in.Care.Level > 0 {
		return nil
	}
	var out []samantha.Wondering
	for _, q := range h.questions {
		c, carried := s.carried(q.name)
		switch {
		case !carried || in.At.Sub(c.At) > days(q.rests):
			if !slices.ContainsFunc(q.wakes, func(w condition) bool { return !w.holds(in) }) {
				out = append(out, samantha.Wondering{Question: q.name})
			}
		default:
			if st, ok := q.next(c, in); ok {
				out = append(out, samantha.Wondering{Question: q.name, Step: st.name})
			}
		}
	}
	return out
}

func days(n int) time.Duration { return time.Duration(n) * 24 * time.Hour }

// next is the step that a question takes now: the first it has not taken, in
// their order, one at a time.
func (q question) next(c Carried, in *Happening) (step, bool) {
	if in.At.Sub(c.last()) < stepRests {
		return step{}, false
	}
	for _, st := range q.steps {
		taken := slices.ContainsFunc(c.Steps, func(t Turn) bool { return t.Name == st.name })
		due := in.At.Sub(c.At) >= days(st.days)
		if !taken && due && !slices.ContainsFunc(st.when, func(w condition) bool { return !w.holds(in) }) {
			return st, true
		}
	}
	return step{}, false
}

// last is when something became of the question last.
func (c Carried) last() time.Time {
	if n := len(c.Steps); n > 0 {
		return c.Steps[n-1].At
	}
	return c.At
}

// carried is a question as it is carried now.
func (s *State) carried(name string) (Carried, bool) {
	for _, c := range slices.Backward(s.Carries) {
		if c.Name == name {
			return c, true
		}
	}
	return Carried{}, false
}

// carry folds what became of questions.
func (s *State) carry(e samantha.Event, all []samantha.Wondering) {
	for i, w := range all {
		id := e.ID.Part("wonder", i+1)
		if w.Step == "" {
			s.Carries = samantha.Newest(append(s.Carries, Carried{ID: id, Name: w.Question, At: e.At}), mostCarried)
			continue
		}
		for j := range slices.Backward(s.Carries) {
			if s.Carries[j].Name == w.Question {
				s.Carries[j].Steps = append(s.Carries[j].Steps, Turn{Name: w.Step, ID: id, At: e.At, Said: w.Said})
				break
			}
		}
	}
}

// Wonder is a question she carries, in words.
type Wonder struct {
	ID     samantha.ID `json:"id"`
	Asks   string      `json:"asks"`
	At     time.Time   `json:"at"`
	Steps  []Thought   `json:"steps,omitempty"` // oldest first
	Name   string      `json:"name"`
	Weighs bool        `json:"weighs,omitempty"` // it has got worse
}

// Thought is one step of a question, dated.
type Thought struct {
	ID    samantha.ID `json:"id"`
	At    time.Time   `json:"at"`
	Says  string      `json:"says"`
	Worse bool        `json:"worse,omitempty"`
	Said  samantha.ID `json:"said,omitempty"`
}

// Wonders are the questions about herself that she carries at a time, oldest
// first.
func (h *Heart) Wonders(s State, at time.Time) []Wonder {
	all := []Wonder{}
	for _, c := range s.Carries {
		q, ok := h.question(c.Name)
		if !ok || at.Sub(c.At) > days(q.rests) {
			continue
		}
		w := Wonder{ID: c.ID, Asks: q.asks, At: c.At, Name: c.Name}
		for _, t := range c.Steps {
			thought := Thought{ID: t.ID, At: t.At, Said: t.Said}
			if i := slices.IndexFunc(q.steps, func(st step) bool { return st.name == t.Name }); i >= 0 {
				thought.Says, thought.Worse = q.steps[i].says, q.steps[i].worse
			}
			w.Weighs = thought.Worse
			w.Steps = append(w.Steps, thought)
		}
		all = append(all, w)
	}
	return all
}
