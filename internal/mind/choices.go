package mind

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"samantha"
)

// Choice is one choice of the person's that holds.
type Choice struct {
	Name  string `json:"name"` // one of the samantha.Choice constants
	Value string `json:"value"`
}

// chose folds a choice: the newest of a name holds.
func (s *State) chose(at time.Time, c samantha.ChoseNumbers) {
	s.bounds(at, c)
	if c.Choice == samantha.ChoiceAge {
		s.Young.Asked = false
	}
	i, known := slices.BinarySearchFunc(s.Choices, c.Choice, func(o Choice, name string) int { return strings.Compare(o.Name, name) })
	if known {
		s.Choices[i].Value = c.Value
		return
	}
	s.Choices = slices.Insert(s.Choices, i, Choice{c.Choice, c.Value})
}

// choice is the value of a choice, or "" if it was never made.
func (s *State) choice(name string) string {
	for _, c := range s.Choices {
		if c.Name == name {
			return c.Value
		}
	}
	return ""
}

// soundLeaves: what is spoken to the page may go to the browser's maker.
func (s *State) soundLeaves() bool { return s.choice(samantha.ChoiceRecogniser) == samantha.ChoiceYes }

// leaves is what leaves the machine by a choice of the person's: "sound", what is
// spoken to the page; "words", hers, to a voice made elsewhere; or "".
func (s *State) leaves() string {
	switch {
	case s.soundLeaves():
		return "sound"
	case s.choice(samantha.ChoiceRemoteVoice) == samantha.ChoiceYes:
		return "words"
	}
	return ""
}

// mostChoice is the longest value of a choice, in bytes: an endpoint.
const mostChoice = 1000

// Choose keeps a choice of the person's.
func (m *Mind) Choose(ctx context.Context, name, value string) error {
	known := []string{samantha.ChoiceRecogniser, samantha.ChoiceSound, samantha.ChoiceVoice, samantha.ChoiceRemoteVoice, samantha.ChoiceQuiet, samantha.ChoiceModel, samantha.ChoiceRemoteModel, samantha.ChoiceNightModel, samantha.ChoiceDownload, samantha.ChoiceCompass, samantha.ChoiceTogether, samantha.ChoiceDaily, samantha.ChoiceBed, samantha.ChoiceBudget}
	if _, hours := parseQuiet(value); name == samantha.ChoiceQuiet && !hours {
		return fmt.Errorf("quiet hours are two hours such as 22-7, not %q: %w", value, samantha.ErrInvalid)
	}
	if _, sound := parseBound(name, value); (name == samantha.ChoiceDaily || name == samantha.ChoiceBed) && !sound {
		return fmt.Errorf("a bound is minutes a day (5 to 1440), an hour such as 23:30, or no, not %q: %w", value, samantha.ErrInvalid)
	}
	if _, sound := parseBudget(value); name == samantha.ChoiceBudget && !sound {
		return fmt.Errorf("a budget is tokens a day, and what a million of them cost (50000 3 15), or no, not %q: %w", value, samantha.ErrInvalid)
	}
	if !slices.Contains(known, name) || value == "" || len(value) > mostChoice {
		return fmt.Errorf("there is no choice %q to be %q: %w", name, value, samantha.ErrInvalid)
	}
	if err := m.take(ctx); err != nil {
		return err
	}
	defer m.give()
	return m.choose(ctx, name, value)
}

// choose keeps a choice that is a good one, unless it holds already.
func (m *Mind) choose(ctx context.Context, name, value string) error {
	if m.state.choice(name) == value {
		return nil
	}
	_, err := m.append(ctx, samantha.Draft{
		At: m.clock.Now(), Origin: samantha.OriginPerson,
		Body: &samantha.Chose{Numbers: samantha.ChoseNumbers{Choice: name, Value: value}},
	})
	return err
}

// Leave notes something that left the machine.
func (m *Mind) Leave(ctx context.Context, what samantha.LeftNumbers) error {
	if err := m.take(ctx); err != nil {
		return err
	}
	defer m.give()
	_, err := m.append(ctx, samantha.Draft{At: m.clock.Now(), Origin: samantha.OriginHouse, Body: &samantha.Left{Numbers: what}})
	return err
}

// Departure is something that left the machine, and when.
type Departure struct {
	ID samantha.ID `json:"id"`
	At time.Time   `json:"at"`
	samantha.LeftNumbers
}

// Left lists all that ever left the machine, oldest first, each with why as far as it can
// be told ([samantha.LeftNumbers.Reason]). It reads the whole
// log, beside the talk.
func (m *Mind) Left(ctx context.Context) ([]Departure, error) {
	list := []Departure{}
	for e, err := range m.log.Read(ctx, 0) {
		if err != nil {
			return nil, err
		}
		if b, ok := e.Body.(*samantha.Left); ok {
			n := b.Numbers
			n.Why = n.Reason()
			list = append(list, Departure{e.ID, e.At, n})
		}
	}
	return list, nil
}

// Cut notes that the person interrupted an answer: so many of its clauses were
// heard whole, and so many words of the next. It fails with [samantha.ErrInvalid]
// if there is no such answer or it has fewer clauses. Off the record nothing is
// noted.
func (m *Mind) Cut(ctx context.Context, n samantha.CutNumbers) error {
	if err := m.take(ctx); err != nil {
		return err
	}
	defer m.give()
	if m.aside != nil {
		return nil
	}
	e, err := m.find(ctx, n.Answer)
	if err != nil {
		return err
	}
	said, ok := e.Body.(*samantha.Said)
	if !ok || n.Clause < 0 || n.Word < 0 || !e.Forgotten && n.Clause >= len(said.Words.Clauses) {
		return fmt.Errorf("%s has no clause %d to be cut off in: %w", n.Answer, n.Clause+1, samantha.ErrInvalid)
	}
	return m.cut(ctx, n)
}

// Now is what a face shows of her at a glance.
type Now struct {
	Person      string            `json:"person"` // what she calls them, or ""
	Her         string            `json:"her"`    // the name she chose, or ""
	Mood        samantha.Mood     `json:"mood"`
	Simulated   bool              `json:"simulated,omitempty"` // nobody lived this life
	Remembering bool              `json:"remembering"`
	Card        string            `json:"card,omitempty"` // whom to call, while somebody is in danger
	Choices     map[string]string `json:"choices"`
}

// Now tells it.
func (m *Mind) Now(ctx context.Context) (Now, error) {
	if err := m.take(ctx); err != nil {
		return Now{}, err
	}
	defer m.give()
	s := m.inMind()
	n := Now{
		Person: s.Memory.Name(), Mood: m.rooms.heart.MoodAt(s.Heart, m.clock.Now()), Remembering: !m.offRecord(), Simulated: !s.Simulated.IsZero(),
		Card:    m.pinned(),
		Choices: map[string]string{},
	}
	if s.Naming != nil {
		n.Her = s.Naming.Name
	}
	for _, c := range s.Choices {
		n.Choices[c.Name] = c.Value
	}
	return n, nil
}
