package memory

import (
	"slices"

	"samantha"
)

// Particulars are the moments that say most of somebody: what is known of them,
// newest first, and what weighed when they were spoken of; at most so many, in the
// order they were told, and never the one told last.
func (l *Lore) Particulars(s *State, p Somebody, most int) []samantha.ID {
	var ids []samantha.ID
	for _, id := range slices.Backward(p.Facts) {
		if len(ids) < most-1 && id.Event() != p.Told {
			ids = added(ids, []samantha.ID{id.Event()})
		}
	}
	var scenes []Scene
	for _, c := range s.Scenes {
		if p.events[c.ID] && c.ID != p.Told {
			scenes = append(scenes, c)
		}
	}
	for _, id := range l.weightiest(scenes, most) {
		if len(ids) < most {
			ids = added(ids, []samantha.ID{id})
		}
	}
	slices.SortFunc(ids, bySeq)
	return ids
}

func bySeq(a, b samantha.ID) int {
	switch {
	case after(a, b):
		return 1
	case after(b, a):
		return -1
	}
	return 0
}
