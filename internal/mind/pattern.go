package mind

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"samantha"
	"samantha/internal/mind/feeling"
	"samantha/internal/mind/memory"
)

// plainlyFelt is the valence from which on a stretch of talk counts as low, or
// as good.
const plainlyFelt = 0.3

// patternDays is how many dates she gives as receipts, the newest.
const patternDays = 4

// pattern answers whether she sees one in how they are: only when asked, by what
// they told, with its dates, and as a question back. She names no cause.
func (s *situation) pattern(a samantha.Act) samantha.Move {
	good := a.Slots["of"] == "good"
	cases := s.cases(good)
	p, ok := feeling.FindPattern(cases, s.askedOf(a))
	if !ok {
		hits := 0
		for _, c := range cases {
			if c.Hit {
				hits++
			}
		}
		return samantha.Move{Act: samantha.DoNoPattern, Slots: slots("few", yes(hits < 3), "of", a.Slots["of"])}
	}
	m := samantha.Move{Act: samantha.DoPattern, Slots: slots("of", a.Slots["of"], "times", strconv.Itoa(len(p.Cases)), "dates", dates(p.Cases))}
	s.marked(&m, p.Mark, "what", "who")
	if !strings.HasPrefix(p.Also, "weekday:") { // "Sundays, and always in the evenings", and not the other way round
		s.marked(&m, p.Also, "also", "alsowho")
	}
	for _, c := range p.Cases {
		m.From = append(m.From, c.ID)
	}
	m.From = events(m.From)
	return m
}

// marked says a mark: a day or an hour in words, somebody by their own.
func (s *situation) marked(m *samantha.Move, mark, what, who string) {
	kind, value, _ := strings.Cut(mark, ":")
	switch kind {
	case "weekday":
		m.Slots[what] = strings.ToUpper(value[:1]) + value[1:] + "s"
	case "part":
		m.Slots[what] = value + "s"
	case "person":
		s.recall(m, who, samantha.ID(value))
	}
}

// dates are the days of the newest cases, oldest first: "1 March, 8 March and 15
// March".
func dates(cases []feeling.Case) string {
	var days []string
	for _, c := range cases {
		days = append(days, c.At.Format("2 January"))
	}
	days = samantha.Newest(slices.Compact(days), patternDays)
	n := len(days)
	return strings.Join(days[:n-1], ", ") + " and " + days[n-1]
}

// askedOf: which marks the question is about; a day that it names, or any.
func (s *situation) askedOf(a samantha.Act) func(string) bool {
	day := strings.TrimSuffix(strings.ToLower(a.Slots["day"]), "s")
	return func(mark string) bool {
		return day == "" || mark == "weekday:"+day || mark == "part:"+day
	}
}

// cases are the stretches of talk in which something was told, each with how they
// sounded in it, and the day, the hour and the people of it.
func (s *situation) cases(good bool) []feeling.Case {
	var cases []feeling.Case
	var last time.Time
	for _, c := range s.state.Memory.Scenes {
		at := c.At.In(s.now.Location())
		if len(cases) == 0 || c.At.Sub(last) > encounterPause {
			cases = append(cases, feeling.Case{ID: c.ID, At: at, Marks: []string{
				"weekday:" + strings.ToLower(at.Weekday().String()), "part:" + samantha.PartOfDay(at),
			}})
		}
		last = c.At
		one := &cases[len(cases)-1]
		if felt := either(good, "good", "low"); felt == sounded(c) && !one.Hit {
			one.ID, one.Hit = c.ID, true
		}
		for _, who := range s.whom(c) {
			if !slices.Contains(one.Marks, who) {
				one.Marks = append(one.Marks, who)
			}
		}
	}
	return cases
}

// sounded is how they sounded in a scene: "low", "good", or "".
func sounded(c memory.Scene) string {
	switch {
	case c.Sounds() <= -plainlyFelt:
		return "low"
	case c.Sounds() >= plainlyFelt:
		return "good"
	}
	return ""
}

// whom are the people of a scene, each by the mention that stands for them;
// nobody who was asked to be left alone.
func (s *situation) whom(c memory.Scene) []string {
	var marks []string
	for _, p := range c.People {
		for _, words := range []string{p.Name, p.Relation} {
			found := s.state.Memory.WhoIs(words)
			if words == "" || len(found) != 1 || !s.mayBringUp(words, found[0].ID) {
				continue
			}
			marks = append(marks, "person:"+string(found[0].ID))
			break
		}
	}
	return marks
}
