package memory

import "samantha"

// Outdated are the events of which nothing holds any longer that was learned
// from them, because something newer closed it. They are in the order they were
// told.
func (s *State) Outdated() []samantha.ID {
	holds := map[samantha.ID]bool{}
	for _, k := range s.Known() {
		for _, id := range k.Sources {
			holds[id.Event()] = true
		}
	}
	var out []samantha.ID
	for _, f := range s.Facts {
		if id := f.ID.Event(); !holds[id] {
			holds[id] = true
			out = append(out, id)
		}
	}
	return out
}
