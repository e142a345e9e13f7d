package memory

import (
	"encoding/json"
	"slices"
	"strings"
	"time"

	"github.com/kljensen/snowball/english"

	"samantha"
)

// Known is a fact as it stands, joined from every memory that says so.
type Known struct {
	samantha.Fact
	ID         samantha.ID   `json:"id"`               // the newest source that has the value in it
	Sources    []samantha.ID `json:"sources"`          // oldest first
	Since      time.Time     `json:"since"`            // first told
	Last       time.Time     `json:"last"`             // last told
	Until      time.Time     `json:"until,omitzero"`   // told to be over then; zero: it is not
	By         samantha.ID   `json:"by,omitempty"`     // the fact that ended it
	Confidence float64       `json:"confidence"`       // 0..1, see sure
	Was        []Closed      `json:"closed,omitempty"` // values it replaced, oldest first
	Model      string        `json:"model,omitempty"`  // that took it from what was told, where nobody told it in so many words
}

// Holds: it is neither over nor in doubt.
func (k Known) Holds() bool { return k.Until.IsZero() && k.Doubt == "" }

// MarshalJSON adds the replaced values alone, as "was".
func (k Known) MarshalJSON() ([]byte, error) {
	type known Known
	var was []string
	for _, c := range k.Was {
		was = append(was, c.Value)
	}
	return json.Marshal(struct {
		known
		Was []string `json:"was,omitempty"`
	}{known(k), was})
}

// Single reports whether a slot holds one value at a time, so that a newer one
// closes the older; the others gather.
func Single(slot string) bool {
	switch slot {
	case "likes", "dislikes", "has", "pet", "plays", "speaks", "worked", "studies", "lived",
		"called", "health", "habit", "believes", "faith", "fears", "allergic", "diet", "avoids", "learning", "takes":
		return false
	}
	return true
}

// Stable reports whether a slot keeps its value for a whole life, so that another
// one told without a word of change is more likely a mistake.
func Stable(slot string) bool {
	return slot == "name" || slot == "birthday" || slot == "from" || slot == "relation"
}

// opposite is the slot in which the same value would say the contrary.
func opposite(slot string) string {
	switch slot {
	case "likes":
		return "dislikes"
	case "dislikes":
		return "likes"
	}
	return ""
}

// Known lists what is held true today, in the order it was first told. The list
// is hers, to be read and not changed.
func (s *State) Known() []Known { return s.knowledge().holding }

// All lists what is known: what holds, what is over, and what is in doubt. The list
// is hers like that of [State.Known].
func (s *State) All() []Known { return s.knowledge().all }

// knowledge is how the facts stand.
type knowledge struct {
	all, holding []Known
	outdated     []samantha.ID
	name         string              // the person's
	people       []string            // by name; nil: not asked for yet
	of           map[string]gathered // whoever was asked after
}

// knowledge is worked out once until something new is learned.
func (s *State) knowledge() *knowledge {
	if s.known == nil {
		all := join(s.Facts)
		s.known = &knowledge{all: all, holding: filter(all, Known.Holds), of: map[string]gathered{}}
		s.known.outdated = s.closed()
		if named := s.Find(Person, "name"); len(named) > 0 {
			s.known.name = named[0].Value
		}
	}
	return s.known
}

// filter are those that are kept.
func filter(known []Known, keep func(Known) bool) []Known {
	var out []Known
	for _, k := range known {
		if keep(k) {
			out = append(out, k)
		}
	}
	return out
}

// Before lists what was true of somebody in a slot and is not any more, newest
// first, as facts that are over.
func (s *State) Before(of, slot string) []Known {
	var out []Known
	for _, k := range s.about(of) {
		if !slices.Contains(oneMatter(slot), k.Slot) && k.Slot != usedTo(slot) {
			continue
		}
		for _, c := range k.Was {
			if !c.Wrong {
				past := k
				past.Value, past.ID, past.Sources, past.Since, past.Until, past.By = c.Value, newest(c.Sources), c.Sources, c.Since, c.Until, c.By
				past.Was = nil
				out = append(out, past)
			}
		}
		if !k.Until.IsZero() || k.Slot == usedTo(slot) {
			out = append(out, k)
		}
	}
	slices.SortStableFunc(out, func(a, b Known) int { return b.Until.Compare(a.Until) })
	return out
}

// usedTo is the slot in which lives told of before kept what a slot held once.
func usedTo(slot string) string {
	switch slot {
	case "work", "workplace":
		return "worked"
	case "home":
		return "lived"
	}
	return ""
}

func newest(ids []samantha.ID) samantha.ID { return ids[len(ids)-1] }

// Outdated are the events of which nothing holds any longer that was learned
// from them, because something newer closed it. They are in the order they were
// told, and the list is hers.
func (s *State) Outdated() []samantha.ID { return s.knowledge().outdated }

func (s *State) closed() []samantha.ID {
	holds := map[samantha.ID]bool{}
	var closed []samantha.ID
	for _, k := range s.All() {
		for _, c := range k.Was {
			closed = append(closed, c.Sources...)
		}
		for _, id := range k.Sources {
			if k.Until.IsZero() || id == k.By {
				holds[id.Event()] = true
			} else {
				closed = append(closed, id)
			}
		}
	}
	var out []samantha.ID
	for _, f := range s.Facts {
		id := f.ID.Event()
		if !holds[id] && slices.Contains(closed, f.ID) && !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	return out
}

// Replaced are the events that told a value which does not hold any longer, or when
// something is to be that was put off since, each with the newest that told what holds.
// They are worked out once until something changes, and are hers, to be read.
func (s *State) Replaced() map[samantha.ID]samantha.ID {
	if s.replaced == nil {
		s.replaced = s.replacements()
	}
	return s.replaced
}

func (s *State) replacements() map[samantha.ID]samantha.ID {
	out := map[samantha.ID]samantha.ID{}
	for _, k := range s.Known() {
		is := newest(k.Sources).Event()
		for _, c := range k.Was {
			for _, id := range c.Sources {
				if was := id.Event(); was != is {
					out[was] = is
				}
			}
		}
	}
	for _, t := range s.Threads {
		for _, b := range t.Became {
			if b.How == samantha.EndChanged && b.Due != nil && b.By.Event() != t.Told() {
				out[t.Told()] = b.By.Event()
			}
		}
	}
	return out
}

// Doubted is what stands open against something known.
func (s *State) Doubted(k Known) (Known, bool) {
	for _, d := range s.All() {
		if d.Doubt != "" && slices.Contains(k.Sources, d.Doubt) {
			return d, true
		}
	}
	return Known{}, false
}

// Dead reports whether somebody was told to have died.
func (s *State) Dead(who string) bool {
	return who != Person && slices.ContainsFunc(s.About(who), func(k Known) bool { return k.Slot == "died" })
}

// Find is what is known of somebody in a slot; where nothing is, in the slots
// next to it: asked what somebody does, where they do it is an answer.
func (s *State) Find(of, slot string) []Known {
	about := s.About(of)
	for _, near := range append([]string{slot}, kin(slot)...) {
		found := filter(about, func(k Known) bool { return k.Slot == near })
		if len(found) > 0 {
			return found
		}
	}
	return nil
}

// oneMatter are the slots that end together with one: who quits has neither the
// work nor the place any more.
func oneMatter(slot string) []string {
	if work := []string{"work", "does", "workplace", "workcity"}; slices.Contains(work, slot) {
		return work
	}
	return []string{slot}
}

// kin are the slots next to a slot.
func kin(slot string) []string {
	switch slot {
	case "work":
		return []string{"does", "workplace", "workcity"}
	case "workplace":
		return []string{"work", "does", "workcity"}
	case "home":
		return []string{"from"}
	case "father", "dad": // of somebody else
		return []string{"dad", "father"}
	case "mother", "mum", "mom":
		return []string{"mum", "mother", "mom"}
	case "name":
		return []string{"relation"} // "Piet is your ex"
	}
	return nil
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

func plainly(names []string) []string {
	out := make([]string, len(names))
	for i, name := range names {
		out[i] = plain(name)
	}
	return out
}

// Alike reports whether one of two values is all in the other, by their stems:
// "smoking" and "smoke", "the harbour" and "the harbour office".
func Alike(a, b string) bool {
	x, y := stemsOf(a), stemsOf(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	return len(x) > 0 && !slices.ContainsFunc(x, func(s string) bool { return !slices.Contains(y, s) })
}

func stemsOf(value string) []string {
	var out []string
	for word := range wordsIn(plain(value)) {
		if len(word) > 1 { // no "s" of "Mara's"
			out = append(out, english.Stem(word, false))
		}
	}
	return out
}
