package mind

import (
	"context"
	"time"

	"samantha"
	"samantha/internal/mind/feeling"
)

// eventsAMoment is about how many events a moment leaves, with a margin, so that
// the newest n moments are found without reading a whole life.
const (
	eventsAMoment = 3
	besides       = 300 // events that are no moments: choices, what was off the record
)

// Errand is one of the things she keeps for the person.
type Errand struct {
	ID    samantha.ID         `json:"id"`
	Kind  samantha.ErrandKind `json:"kind"`
	What  string              `json:"what,omitempty"`
	List  string              `json:"list,omitempty"`
	Due   *time.Time          `json:"due,omitempty"`   // where the person is now
	Every string              `json:"every,omitempty"` // it comes back: day, week, workday
	Set   time.Time           `json:"set"`
	Rang  *time.Time          `json:"rang,omitempty"` // and nothing was done about it yet
}

// Errands are those that are open: first what rings, the next at the front, then
// what is on lists.
func (m *Mind) Errands(ctx context.Context) ([]Errand, error) {
	if err := m.take(ctx); err != nil {
		return nil, err
	}
	defer m.give()
	place := location(m.state.Zone)
	all := m.state.Errands.Open(place)
	for _, list := range m.state.Errands.Lists() {
		all = append(all, m.state.Errands.On(list)...)
	}
	out := []Errand{}
	for _, k := range all {
		e := Errand{ID: k.ID, Kind: k.Kind, What: k.What, List: k.List, Set: k.Set, Due: moment(k.When(place)), Every: k.Every, Rang: moment(k.RungAt)}
		out = append(out, e)
	}
	return out, nil
}

// moment is a time, or nil for none.
func moment(t time.Time) *time.Time {
	if t.IsZero() {
		return nil
	}
	return &t
}

// Feelings are how she is now, and what led there.
type Feelings struct {
	// Sentence is how she is, plainly; "" if she feels nothing in particular.
	Sentence string `json:"sentence"`

	Mood samantha.Mood  `json:"mood"`
	Now  []FeltNow      `json:"now"`  // strongest first
	Past []MomentOfMood `json:"past"` // oldest first
	Home samantha.Mood  `json:"home"` // where the mood rests
	// Word names the mood for who looks at the record; she never says it.
	Word    string           `json:"word"`
	Wonders []feeling.Wonder `json:"wonders"` // questions about herself that she carries
	Gaps    []Gap            `json:"gaps"`    // what befell her as software, newest last
	Reads   []Adapted        `json:"reads"`   // how she has come to read this person otherwise
}

// FeltNow is a feeling she has now.
type FeltNow struct {
	ID        samantha.ID      `json:"id"`
	Emotion   samantha.Emotion `json:"emotion"`
	Intensity float64          `json:"intensity"`
	Because   string           `json:"because"`
	At        time.Time        `json:"at"` // when it arose
	// Shown is what she lets be heard of it, and Display the rule between, where
	// the two differ; Dwells is how much longer it lasts because she goes back to it.
	Shown   float64 `json:"shown"`
	Display string  `json:"display,omitempty"`
	Dwells  float64 `json:"dwells,omitempty"`
}

// MomentOfMood is the mood a moment left, and what she felt in it.
type MomentOfMood struct {
	ID   samantha.ID   `json:"id"`
	At   time.Time     `json:"at"`
	Mood samantha.Mood `json:"mood"`
	Felt []FeltNow     `json:"felt"`
}

// Feelings tells how she is, and the moods of the newest n moments. What is
// past is read from the log, beside the talk; it needs no words, so forgotten
// moments are in it.
func (m *Mind) Feelings(ctx context.Context, n int) (Feelings, error) {
	now, after, err := m.feelingsNow(ctx, n)
	if err != nil {
		return now, err
	}
	for e, err := range m.log.Read(ctx, after) {
		if err != nil {
			return now, err
		}
		if b, ok := e.Body.(*samantha.Heard); ok {
			now.Past = append(now.Past, m.moodOf(e, b))
		}
	}
	now.Past = now.Past[max(0, len(now.Past)-n):]
	return now, nil
}

func (m *Mind) feelingsNow(ctx context.Context, n int) (Feelings, uint64, error) {
	if err := m.take(ctx); err != nil {
		return Feelings{}, 0, err
	}
	defer m.give()
	at := m.clock.Now()
	f := Feelings{Mood: m.rooms.heart.MoodAt(m.state.Heart, at), Home: m.rooms.heart.MoodAt(feeling.State{}, at), Now: []FeltNow{}, Past: []MomentOfMood{}}
	f.Word, f.Wonders = m.rooms.heart.MoodWord(f.Mood), m.rooms.heart.Wonders(m.state.Heart, at)
	f.Gaps, f.Reads = append([]Gap{}, m.state.Gaps...), m.adapted()
	felt := m.state.Heart.Now(at)
	f.Sentence = m.rooms.heart.Together(felt, at)
	for _, k := range felt {
		f.Now = append(f.Now, FeltNow{k.ID, k.Emotion, k.Intensity, m.rooms.heart.Because(k), m.arose(k), k.Shown, k.Display, k.Dwells})
	}
	return f, m.state.Seq - min(m.state.Seq, uint64(n*eventsAMoment+besides)), nil
}

// arose is when a feeling she still has arose; [feeling.State.Now] gives it the
// time of now.
func (m *Mind) arose(k feeling.Kept) time.Time {
	for _, f := range m.state.Heart.Felt {
		if f.ID == k.ID {
			return f.At
		}
	}
	return k.At
}

func (m *Mind) moodOf(e samantha.Event, b *samantha.Heard) MomentOfMood {
	p := MomentOfMood{ID: e.ID, At: e.At, Mood: b.Numbers.Mood, Felt: []FeltNow{}}
	for i, f := range b.Numbers.Felt {
		p.Felt = append(p.Felt, FeltNow{e.ID.Part("felt", i+1), f.Emotion, f.Intensity, m.Because(f), e.At, f.Shown, f.Display, f.Dwells})
	}
	return p
}
