package mind

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"samantha"
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
	View   string        `json:"view"`             // what she makes of it, in a sentence
	Since  time.Time     `json:"since"`            // the first day of these weeks
	Until  time.Time     `json:"until"`            // the last: today
	Shown  bool          `json:"shown"`            // the person wants it on the page Us
	Turns  bool          `json:"turns"`            // she may turn towards people of theirs unasked
	Turned time.Time     `json:"turned,omitzero"`  // when she last turned towards somebody of theirs
	Spoken time.Time     `json:"spoken,omitempty"` // when she spoke openly of how much they lean on her
}

// showTime and hideTime are how they want it, in words of a rule of hearing.
const (
	showTime = "show"
	hideTime = "hide"
)

// togetherAsked is what she does when asked to show the time with her, or to hide it. "Hide
// that" means it only while it is shown.
func (s *situation) togetherAsked(a samantha.Act) []samantha.Move {
	shown := s.state.choice(samantha.ChoiceTogether) == samantha.ChoiceYes
	switch {
	case a.Slots["points"] != "" && !shown:
		return s.listen()
	case s.overheard():
		return []samantha.Move{{Act: samantha.DoHeldBack}}
	}
	return []samantha.Move{{Act: samantha.DoTogether, Slots: slots("how", a.Slots["how"])}}
}

// chooseTogether keeps what they want.
func (m *Mind) chooseTogether(ctx context.Context, move samantha.Move) error {
	value := samantha.ChoiceYes
	if move.Slots["how"] == hideTime {
		value = samantha.ChoiceNo
	}
	if err := m.choose(ctx, samantha.ChoiceTogether, value); err != nil {
		return fmt.Errorf("keep whether the time is shown: %w", err)
	}
	return nil
}

// Told is somebody of theirs, and on which days of these weeks they were told of.
type Told struct {
	Who  string   `json:"who"`
	Days int      `json:"days"`
	On   []string `json:"on"` // as 2026-03-02, in order
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
		Days: []care.Day{}, Signs: care.Signs(s.Days, day), People: toldSince(&s.Memory, since, s.here()),
		Daily: s.Bounds.Daily.on(day), Bed: s.Bounds.Bed.on(day), Turned: s.TowardAt, Spoken: s.LeantAt,
	}
	t.Since, t.Until = since.AddDate(0, 0, 1), day
	t.Shown, t.Turns = s.choice(samantha.ChoiceTogether) == samantha.ChoiceYes, s.choice(samantha.ChoiceCompass) != samantha.ChoiceNo
	for _, d := range s.Days {
		if !d.Date.After(since) {
			continue
		}
		if n := len(t.Days); n > 0 {
			t.Pause = max(t.Pause, int(d.Date.Sub(t.Days[n-1].Date).Hours()/24)-1)
		}
		t.Days, t.Spent = append(t.Days, d), t.Spent+d.Spent
	}
	t.View = m.rooms.guard.View(care.Seen{Days: t.Days, Signs: t.Signs, Pause: t.Pause, Most: mostTold(t.People, len(t.Days))})
	return t, nil
}

// mostTold is who was told of on half of the days of talk at least; "" if nobody was, or
// they have no name.
func mostTold(people []Told, days int) string {
	if len(people) == 0 || 2*people[0].Days < days || strings.ToLower(people[0].Who) == people[0].Who {
		return ""
	}
	return people[0].Who
}

// toldSince are the people of theirs that were told of after a day of talk, those of most
// days first. Where the person is, is here.
func toldSince(s *memory.State, since time.Time, here *time.Location) []Told {
	people := []Told{}
	day := func(at time.Time) string { return care.DayOf(at.In(here)).Format(time.DateOnly) }
	for _, p := range s.Everyone() {
		days := slices.DeleteFunc(s.DaysOf(p, since, day), func(d string) bool { return d <= since.Format(time.DateOnly) })
		if len(days) == 0 || p.Avoided || p.Passing {
			continue
		}
		who := p.Relation
		if len(p.Names) > 0 {
			who = p.Names[0]
		}
		people = append(people, Told{who, len(days), days})
	}
	slices.SortStableFunc(people, func(a, b Told) int { return b.Days - a.Days })
	return people[:min(toldShown, len(people))]
}
