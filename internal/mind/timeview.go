package mind

import (
	"context"
	"slices"
	"time"

	"samantha/internal/mind/care"
	"samantha/internal/mind/memory"
)

// Together is the time with her of the last four weeks beside the people of theirs, in
// counts: for the person alone to see, where they ask for it.
type Together struct {
	Days   []care.Day    `json:"days"`             // on which they talked
	Spent  time.Duration `json:"spent"`            // of all of them
	Pause  int           `json:"pause"`            // most days running without talk between two of them
	Signs  []care.Sign   `json:"signs"`            // of leaning on her hard, which show now
	People []Told        `json:"people"`           // those of theirs that were told of most
	Daily  string        `json:"daily,omitempty"`  // minutes a day, as they set it
	Bed    string        `json:"bed,omitempty"`    // the hour of bed, as they set it
	Turned time.Time     `json:"turned,omitzero"`  // when she last turned towards somebody of theirs
	Spoken time.Time     `json:"spoken,omitempty"` // when she spoke openly of how much they lean on her
}

// Told is somebody of theirs, and on how many days of these weeks they were told of.
type Told struct {
	Who  string `json:"who"`
	Days int    `json:"days"`
}

// toldShown is how many people are shown.
const toldShown = 8

// Together tells it.
func (m *Mind) Together(ctx context.Context) (Together, error) {
	if err := m.take(ctx); err != nil {
		return Together{}, err
	}
	defer m.give()
	s := m.state
	day := care.DayOf(m.clock.Now().In(s.here()))
	since := day.AddDate(0, 0, -leanDays)
	t := Together{
		Days: []care.Day{}, Signs: care.Signs(s.Days, day), People: toldSince(&s.Memory, since),
		Daily: s.Bounds.Daily.on(day), Bed: s.Bounds.Bed.on(day), Turned: s.TowardAt, Spoken: s.LeantAt,
	}
	for _, d := range s.Days {
		if !d.Date.After(since) {
			continue
		}
		if n := len(t.Days); n > 0 {
			t.Pause = max(t.Pause, int(d.Date.Sub(t.Days[n-1].Date).Hours()/24)-1)
		}
		t.Days, t.Spent = append(t.Days, d), t.Spent+d.Spent
	}
	return t, nil
}

// toldSince are the people of theirs that were told of since a time, most days first.
func toldSince(s *memory.State, since time.Time) []Told {
	people := []Told{}
	for _, p := range s.Everyone() {
		days := s.DaysOf(p, since)
		if len(days) == 0 || p.Avoided || p.Passing {
			continue
		}
		who := p.Relation
		if len(p.Names) > 0 {
			who = p.Names[0]
		}
		people = append(people, Told{who, len(days)})
	}
	slices.SortStableFunc(people, func(a, b Told) int { return b.Days - a.Days })
	return people[:min(toldShown, len(people))]
}
