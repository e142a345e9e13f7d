package memory

import (
	"slices"
	"strings"

	"samantha"
)

// SlotsOf are the slots of facts that words may ask for: the work of "my job".
func (l *Lore) SlotsOf(words string) []string {
	var slots []string
	asked := strings.Fields(key(words))
	for slot, by := range l.slots {
		if slices.ContainsFunc(strings.Fields(by), func(w string) bool { return slices.Contains(asked, w) }) {
			slots = append(slots, slot)
		}
	}
	slices.Sort(slots)
	return slots
}

// Renewed are the moments that told something of the person that held one value at
// a time and got another, each value of it; of some slots or, with all, of any. They
// are in the order they were told.
func (s *State) Renewed(slots []string, all bool) []samantha.ID {
	told := map[samantha.ID]bool{}
	for _, k := range s.All() {
		changed := len(k.Was) > 0 || !k.Until.IsZero()
		if k.Of != Person || !Single(k.Slot) || k.Doubt != "" || all && !changed || !all && !slices.Contains(slots, k.Slot) {
			continue
		}
		for _, c := range k.Was {
			told[newest(c.Sources).Event()] = true
		}
		told[k.Sources[0].Event()] = true
		if k.By != "" {
			told[k.By.Event()] = true
		}
	}
	var out []samantha.ID
	for _, f := range s.Facts {
		if id := f.ID.Event(); told[id] && !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	return out
}
