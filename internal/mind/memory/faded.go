package memory

import (
	"slices"
	"time"
)

// Faded are those of theirs who were spoken of on so many days at least and not since a
// time, the longest ago first. The dead, those who are to be left alone and names in
// passing are not among them. Days are counted where the person is.
func (s *State) Faded(days int, since time.Time) []Somebody {
	calendar := func(at time.Time) string { return at.In(since.Location()).Format(time.DateOnly) }
	var faded []Somebody
	for _, p := range s.folk() {
		nobody := p.Died != "" || p.NameID == "" && p.RelationID == ""
		if nobody || !p.Last.Before(since) || len(p.mentions) < days || len(s.DaysOf(*p, time.Time{}, calendar)) < days {
			continue
		}
		if one := s.whole(p); !one.Passing && !one.Avoided {
			faded = append(faded, one)
		}
	}
	slices.SortStableFunc(faded, func(a, b Somebody) int { return a.Last.Compare(b.Last) })
	return faded
}

// DaysOf are the days after a time on which somebody was spoken of, each once, in order;
// day is which one a time belongs to.
func (s *State) DaysOf(p Somebody, since time.Time, day func(time.Time) string) []string {
	var days []string
	for i := range s.Spoken {
		m := &s.Spoken[i]
		if !m.At.After(since) || !slices.Contains(p.mentions, m.ID) {
			continue
		}
		if d := day(m.At); !slices.Contains(days, d) {
			days = append(days, d)
		}
	}
	return days
}
