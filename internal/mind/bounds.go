package mind

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"samantha"
	"samantha/internal/mind/care"
)

// Bounds are what the person set to the time with her. They are theirs: nothing she
// says, and nothing that finds words for her, moves them.
type Bounds struct {
	Daily Bound     `json:"daily,omitzero"`
	Bed   Bound     `json:"bed,omitzero"`
	Said  time.Time `json:"said,omitzero"` // when she last said that one is reached
}

// Bound is one bound: what holds, and what holds from a later day on. Values are those
// of [samantha.ChoiceDaily] and [samantha.ChoiceBed].
type Bound struct {
	Value string    `json:"value,omitempty"`
	Next  string    `json:"next,omitempty"`
	From  time.Time `json:"from,omitzero"` // the day of talk from which Next holds
}

// on is the value that holds on a day of talk; "" is no bound.
func (b Bound) on(day time.Time) string {
	value := b.Value
	if b.Next != "" && !day.Before(b.From) {
		value = b.Next
	}
	if value == samantha.ChoiceNo {
		return ""
	}
	return value
}

// How many minutes a daily bound has, and how short she is once a bound is reached.
const (
	leastDaily     = 5
	mostDaily      = 24 * 60
	boundless      = 10 * mostDaily // looser than any bound
	briefSentences = 2
)

// parseBound is how loose a bound is, in minutes: of talk, or since the day of talk
// began.
func parseBound(name, value string) (int, bool) {
	if value == samantha.ChoiceNo || value == "" {
		return boundless, value != ""
	}
	if name == samantha.ChoiceDaily {
		n, err := strconv.Atoi(value)
		return n, err == nil && n >= leastDaily && n <= mostDaily
	}
	at, err := time.Parse("15:04", value)
	return minutesIn(at), err == nil
}

// minutesIn are the minutes since the day of talk began.
func minutesIn(at time.Time) int {
	return ((at.Hour()-care.DayBegins+24)%24)*60 + at.Minute()
}

// bounds folds a choice of a bound: what is tighter holds at once, what is looser from
// the next day of talk on.
func (s *State) bounds(at time.Time, c samantha.ChoseNumbers) {
	b := &s.Bounds.Daily
	switch c.Choice {
	case samantha.ChoiceDaily:
	case samantha.ChoiceBed:
		b = &s.Bounds.Bed
	default:
		return
	}
	day := care.DayOf(at.In(s.here()))
	b.Value, b.Next, b.From = b.on(day), "", time.Time{}
	held, _ := parseBound(c.Choice, b.Value)
	if loose, _ := parseBound(c.Choice, c.Value); loose <= held {
		b.Value = c.Value
		return
	}
	b.Next, b.From = c.Value, day.AddDate(0, 0, 1)
}

// cared folds what she said of time and of other people.
func (s *State) cared(at time.Time, acts []string) {
	for _, act := range acts {
		switch act {
		case samantha.DoTime:
			s.Bounds.Said = at
		case samantha.DoLean:
			s.LeantAt = at
		case samantha.DoToward:
			s.TowardAt, s.BackAt = at, at // of what she brings up by herself one is enough
		}
	}
}

// boundAsked is what she does with a bound that they set, loosen or lift.
func (s *situation) boundAsked(a samantha.Act) []samantha.Move {
	m := samantha.Move{Act: samantha.DoBound, Slots: slots("kind", a.Slots["kind"], "how", a.Slots["how"], "minutes", a.Slots["minutes"])}
	day, now := care.DayOf(s.now), s.state.Bounds
	choices := boundChoices(m)
	if len(choices) == 0 || s.company() {
		return s.listen()
	}
	for _, c := range choices {
		held := now.Daily.on(day)
		if c.Choice == samantha.ChoiceBed {
			held = now.Bed.on(day)
		}
		was, _ := parseBound(c.Choice, held)
		if loose, _ := parseBound(c.Choice, c.Value); loose > was && held != "" {
			m.Slots["later"] = "yes"
		}
	}
	return []samantha.Move{m}
}

// boundChoices are the choices that a move speaks of; nil if it makes none.
func boundChoices(m samantha.Move) []samantha.ChoseNumbers {
	switch m.Slots["kind"] {
	case "off":
		return []samantha.ChoseNumbers{{Choice: samantha.ChoiceDaily, Value: samantha.ChoiceNo}, {Choice: samantha.ChoiceBed, Value: samantha.ChoiceNo}}
	case "daily":
		return []samantha.ChoseNumbers{{Choice: samantha.ChoiceDaily, Value: m.Slots["minutes"]}}
	}
	words, half := m.Slots["how"], "00"
	if rest, ok := strings.CutPrefix(words, "half past "); ok {
		words, half = rest, "30"
	}
	hour, ok := spokenHour(words)
	if !ok {
		return nil
	}
	if named := strings.ContainsAny(words, "mM") || words == "noon"; !named && hour >= 6 && hour <= 12 {
		hour += 12 // nobody is sent to bed in the morning
	}
	return []samantha.ChoseNumbers{{Choice: samantha.ChoiceBed, Value: fmt.Sprintf("%02d:%s", hour%24, half)}}
}

// chooseBound keeps the bound that a move speaks of.
func (m *Mind) chooseBound(ctx context.Context, move samantha.Move) error {
	for _, c := range boundChoices(move) {
		if c.Value == samantha.ChoiceNo && m.state.choice(c.Choice) == "" {
			continue // there is none to lift
		}
		if err := m.choose(ctx, c.Choice, c.Value); err != nil {
			return fmt.Errorf("keep a bound: %w", err)
		}
	}
	return nil
}

// overTime is the bound that is reached: "bed", "daily", or "".
func (s *situation) overTime() string {
	day := care.DayOf(s.now)
	if bed := s.state.Bounds.Bed.on(day); bed != "" {
		if from, ok := parseBound(samantha.ChoiceBed, bed); ok && minutesIn(s.now) >= from {
			return "bed"
		}
	}
	daily := s.state.Bounds.Daily.on(day)
	most, ok := parseBound(samantha.ChoiceDaily, daily)
	if daily == "" || !ok || s.spent(day) < time.Duration(most)*time.Minute {
		return ""
	}
	return "daily"
}

// spent is how long they talked on a day of talk, this moment included.
func (s *situation) spent(day time.Time) time.Duration {
	n := len(s.state.Days)
	if n == 0 || !s.state.Days[n-1].Date.Equal(day) {
		return 0
	}
	spent := s.state.Days[n-1].Spent
	if s.away <= encounterPause {
		spent += min(s.away, leanGap)
	}
	return spent
}

// callsTime adds, once a day of talk, that the time they set is over. It waits while
// something weighs or somebody is in danger, and is no part of a goodbye.
func (s *situation) callsTime(moves []samantha.Move) []samantha.Move {
	kind := s.overTime()
	said := s.state.Bounds.Said
	today := !said.IsZero() && care.DayOf(said.In(s.now.Location())).Equal(care.DayOf(s.now))
	sets := slices.ContainsFunc(moves, func(m samantha.Move) bool { return m.Act == samantha.DoBound })
	if kind == "" || today || sets || s.graveNow() || s.endangered() || s.state.Paused || s.distant() || s.fresh() || s.company() || s.heard.Has("goodbye") {
		return moves
	}
	return append(withoutFollow(moves), samantha.Move{Act: samantha.DoTime, Slots: slots("kind", kind)})
}
