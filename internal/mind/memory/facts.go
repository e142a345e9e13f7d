package memory

import (
	"slices"
	"strings"
	"time"

	"samantha"
)

// Known is a fact as it stands today, joined from every memory that says so.
type Known struct {
	samantha.Fact
	ID      samantha.ID   `json:"id"`            // the newest source
	Sources []samantha.ID `json:"sources"`       // oldest first
	Since   time.Time     `json:"since"`         // first told
	Last    time.Time     `json:"last"`          // last told
	Was     []string      `json:"was,omitempty"` // values that it replaced, oldest first
}

// Single reports whether a slot holds one value at a time, so that a newer one
// closes the older; the others gather.
func Single(slot string) bool {
	switch slot {
	case "likes", "dislikes", "has", "pet", "plays", "speaks", "worked", "studies":
		return false
	}
	return true
}

// Known lists what is held true today, in the order it was first told.
func (s *State) Known() []Known {
	if s.known == nil {
		s.known = join(s.Facts)
	}
	return slices.Clone(s.known)
}

// join works out what holds: newer closes older in a slot of one value, equal
// values join, and a correction closes what it names.
func join(facts []Fact) []Known {
	j := joining{byValue: map[string]int{}, bySlot: map[string]int{}, bySource: map[samantha.ID]int{}}
	for _, f := range facts {
		if f.Corrects != "" {
			j.close(f.Corrects)
		}
		j.add(f)
	}
	return slices.DeleteFunc(j.known, func(k Known) bool { return len(k.Sources) == 0 })
}

// joining is what is known so far, and where to find it.
type joining struct {
	known    []Known
	byValue  map[string]int // of, slot and value
	bySlot   map[string]int // of and slot, where one value holds
	bySource map[samantha.ID]int
}

func (j *joining) add(f Fact) {
	slot := plain(f.Of) + "\x00" + f.Slot
	value := slot + "\x00" + plain(f.Value)
	at, same := j.byValue[value]
	older, single := j.bySlot[slot]
	switch {
	case same && len(j.known[at].Sources) > 0:
		k := &j.known[at]
		k.ID, k.Last, k.Sources = f.ID, f.At, append(k.Sources, f.ID)
	case single:
		at = older
		k := &j.known[at]
		delete(j.byValue, slot+"\x00"+plain(k.Value))
		k.Was = append(k.Was, k.Value)
		k.Fact, k.ID, k.Since, k.Last, k.Sources = f.Fact, f.ID, f.At, f.At, []samantha.ID{f.ID}
	default:
		at = len(j.known)
		j.known = append(j.known, Known{Fact: f.Fact, ID: f.ID, Sources: []samantha.ID{f.ID}, Since: f.At, Last: f.At})
	}
	j.byValue[value], j.bySource[f.ID] = at, at
	if Single(f.Slot) {
		j.bySlot[slot] = at
	}
}

// close takes out the value that a correction named, unless the slot holds one
// value only: there the new value replaces it and remembers what it was.
func (j *joining) close(id samantha.ID) {
	if at, ok := j.bySource[id]; ok && !Single(j.known[at].Slot) {
		j.known[at].Sources = nil
	}
}

// Find is what is known of somebody in a slot; where nothing is, in the slots
// next to it: asked what somebody does, where they do it is an answer.
func (s *State) Find(of, slot string) []Known {
	about := s.About(of)
	for _, near := range append([]string{slot}, kin(slot)...) {
		found := slices.DeleteFunc(slices.Clone(about), func(k Known) bool { return k.Slot != near })
		if len(found) > 0 {
			return found
		}
	}
	return nil
}

// kin are the slots next to a slot.
func kin(slot string) []string {
	switch slot {
	case "work":
		return []string{"workplace", "workcity"}
	case "workplace":
		return []string{"work", "workcity"}
	case "home":
		return []string{"from"}
	case "name":
		return []string{"relation"} // "Piet is your ex"
	}
	return nil
}

// About is everything known of somebody: by a name they have or had here, or by
// what they are to the person.
func (s *State) About(who string) []Known {
	known := s.Known()
	called := []string{who}
	for _, k := range known {
		if k.Slot != "name" && k.Slot != "relation" || k.Of == Person {
			continue
		}
		names := append([]string{k.Of, k.Value}, k.Was...)
		if slices.ContainsFunc(names, func(n string) bool { return Same(n, who) }) {
			called = append(called, names...)
		}
	}
	return slices.DeleteFunc(known, func(k Known) bool {
		return !slices.ContainsFunc(called, func(c string) bool { return Same(k.Of, c) })
	})
}

// Person is the owner of facts about the person.
const Person = "person"

// Name is what the person is called, or "".
func (s *State) Name() string {
	if k := s.Find(Person, "name"); len(k) > 0 {
		return k[0].Value
	}
	return ""
}

// People are the names of everybody known by name, in the order they were
// first told of.
func (s *State) People() []string {
	var names []string
	for _, k := range s.Known() {
		if k.Slot == "name" && k.Of != Person {
			names = append(names, k.Value)
		}
		if k.Slot == "relation" {
			names = append(names, k.Of)
		}
	}
	return names
}

// Differs is what is known otherwise than a fact now told, if its slot holds
// one value only.
func (s *State) Differs(f samantha.Fact) (Known, bool) {
	if !Single(f.Slot) {
		return Known{}, false
	}
	for _, k := range s.Find(f.Of, f.Slot) {
		if !Same(k.Value, f.Value) {
			return k, true
		}
	}
	return Known{}, false
}

// Same compares two names or values as people do: case, articles and the final
// full stop do not count.
func Same(a, b string) bool { return plain(a) == plain(b) }

func plain(s string) string {
	s = strings.Trim(strings.ToLower(s), " .,!")
	for _, article := range []string{"the ", "a ", "an ", "my ", "your "} {
		s = strings.TrimPrefix(s, article)
	}
	return s
}
