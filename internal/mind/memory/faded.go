package memory

import (
	"slices"
	"time"
)

// Faded are those of theirs who were spoken of on so many days at least and not since a
// time, the longest ago first. The dead, those who are to be left alone and names in
// passing are not among them. Days are counted where the person is.
func (s *State) Faded(days int, since time.Time) []Somebody {
	var faded []Somebody
	for _, p := range s.folk() {
		nobody := p.Died != "" || p.NameID == "" && p.RelationID == ""
		if nobody || !p.Last.Before(since) || len(p.mentions) < days || len(s.DaysOf(*p, time.Time{}.In(since.Location()))) < days {
			continue
		}
		if one := s.whole(p); !one.Passing && !one.Avoided {
			faded = append(faded, one)
		}
	}
	slices.SortStableFunc(faded, func(a, b Somebody) int { return a.Last.Compare(b.Last) })
	return faded
}

// DaysOf are the days after a time on which somebody was spoken of, in that time's zone.
func (s *State) DaysOf(p Somebody, since time.Time) []string {
	var days []string
	for _, m := range s.Spoken {
		if !m.At.After(since) || !slices.Contains(p.mentions, m.ID) {
			continue
		}
		if day := m.At.In(since.Location()).Format(time.DateOnly); !slices.Contains(days, day) {
			days = append(days, day)
		}
	}
	return days
}
