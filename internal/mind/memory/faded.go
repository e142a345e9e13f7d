package memory

import (
	"slices"
	"time"

	"samantha"
)

// Faded are those of theirs who were spoken of on so many days at least and not since a
// time, the longest ago first. The dead, those who are to be left alone and names in
// passing are not among them. Days are counted where the person is.
func (s *State) Faded(days int, since time.Time) []Somebody {
	at := map[samantha.ID]time.Time{}
	for _, m := range s.Spoken {
		at[m.ID] = m.At
	}
	faded := slices.DeleteFunc(s.Everyone(), func(p Somebody) bool {
		on := map[string]bool{}
		for _, id := range p.mentions {
			on[at[id].In(since.Location()).Format(time.DateOnly)] = true
		}
		return p.Passing || p.Avoided || p.Died != "" || !p.Last.Before(since) || len(on) < days || p.NameID == "" && p.RelationID == ""
	})
	slices.SortStableFunc(faded, func(a, b Somebody) int { return a.Last.Compare(b.Last) })
	return faded
}
