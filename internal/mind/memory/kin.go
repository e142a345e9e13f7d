package memory

import (
	"slices"
	"strings"

	"samantha"
)

// kinship is how facts about people are told apart.
type kinship struct {
	partner, apart, alone map[string]bool
	none                  map[string][]string // relations that "no siblings" denies
	sort                  map[string]string   // "he" or "she", by relation
}

// read takes one line of kin.txt.
func (k *kinship) read(line samantha.Line) error {
	kind, rest, _ := strings.Cut(line.Text, " ")
	words := strings.Fields(rest)
	set := map[string]map[string]bool{"partner": k.partner, "apart": k.apart, "alone": k.alone}[kind]
	switch {
	case kind == "he" || kind == "she":
		for _, w := range words {
			k.sort[w] = kind
		}
		return nil
	case kind == "none" && len(words) > 1:
		k.none[words[0]] = words[1:]
		return nil
	case set == nil || len(words) == 0:
		return line.Bad("want: partner, apart, alone, he, she or none, and words")
	}
	for _, w := range words {
		set[w] = true
	}
	return nil
}

// sortOf is how one goes on about a topic; of a name by what they are known to be to
// somebody.
func (k *kinship) sortOf(s *State, t Topic) string {
	if t.Name == "" || t.Sort != "any" {
		return t.Sort
	}
	for _, f := range s.Known() {
		rel := f.Slot
		switch {
		case f.Slot == "name" && Same(f.Value, t.Name):
			rel = f.Of
		case f.Slot == "relation" && Same(f.Of, t.Name):
			rel = f.Value
		case !Same(f.Value, t.Name):
			continue
		}
		words := strings.Fields(rel)
		if sort := k.sort[words[len(words)-1]]; sort != "" {
			return sort
		}
	}
	return t.Sort
}

// Partner is whom the person is with, as far as it is known.
func (l *Lore) Partner(s *State) []Known {
	return filter(s.Known(), func(k Known) bool {
		return k.Slot == "name" && l.kin.partner[k.Of] || k.Slot == "partner" && k.Of == Person ||
			k.Slot == "relation" && l.kin.partner[k.Value]
	})
}

// Whom is the somebody that a fact of [Lore.Partner] names.
func (k Known) Whom() string {
	if k.Slot == "relation" {
		return k.Of
	}
	return k.Value
}

// Contradicts is what a fact, told without a word of change, cannot be true
// beside: another value of a kind that keeps its value, or anything else than
// what they only think; a second name where one is likely; one name of two
// relations; somebody of whom they say there is none.
// What was asked about once is not found again.
func (l *Lore) Contradicts(s *State, f samantha.Fact) (Known, bool) {
	k, ok := l.contradicts(s, f)
	if d, asked := s.Doubted(k); asked && d.Slot == f.Slot && Same(d.Value, f.Value) {
		return Known{}, false
	}
	return k, ok
}

func (l *Lore) contradicts(s *State, f samantha.Fact) (Known, bool) {
	switch {
	case f.Way == samantha.WayChange, f.Way == samantha.WayOver, f.Way == samantha.WayProposed, f.Like != "":
		return Known{}, false
	case f.Slot == "name" && f.Of != Person:
		return l.named(s, f)
	case f.Slot == "has" && f.Of == Person:
		return l.denied(s, f)
	case Stable(f.Slot), f.Way == samantha.WayHedged:
		if k, ok := s.Differs(f); ok && k.Slot == f.Slot && !k.was(f.Value) && !Alike(k.Value, f.Value) {
			return k, true
		}
	}
	return Known{}, false
}

// was: the value stood here before, or was asked about and put aside.
func (k Known) was(value string) bool {
	return slices.ContainsFunc(k.Was, func(c Closed) bool { return Same(c.Value, value) })
}

// named is what the name of somebody contradicts. A second one of a relation that
// many may have is no surprise if it comes in passing.
func (l *Lore) named(s *State, f samantha.Fact) (Known, bool) {
	var other Known
	for _, k := range s.Known() {
		switch {
		case k.Slot != "name" || k.Of == Person:
		case Same(k.Of, f.Of) && Same(k.Value, f.Value):
			return Known{}, false
		case Same(k.Of, f.Of) && (k.was(f.Value) || Alike(k.Value, f.Value)):
			return Known{}, false
		case Same(k.Of, f.Of) && !(f.Beside && f.Way == samantha.WayPassing && !l.kin.alone[plain(f.Of)]):
			other = k
		case Same(k.Value, f.Value) && l.kin.apart[plain(k.Of)] && l.kin.apart[plain(f.Of)] && !Same(k.Of, f.Of):
			other = k
		}
	}
	return other, other.ID != ""
}

// denied is the somebody of whom "no sisters" says that they are not there.
func (l *Lore) denied(s *State, f samantha.Fact) (Known, bool) {
	what, no := strings.CutPrefix(strings.ToLower(f.Value), "no ")
	if !no {
		return Known{}, false
	}
	var rels []string
	for _, w := range strings.Fields(what) {
		rels = append(rels, l.kin.none[w]...)
	}
	for _, k := range s.Known() {
		some := k.Of == Person && k.Slot == "has" && slices.ContainsFunc(rels, func(rel string) bool { return stands(rel, wordsOf(k.Value)) })
		if some || slices.Contains(rels, plain(k.Of)) || k.Slot == "relation" && slices.Contains(rels, plain(k.Value)) {
			return k, !s.Dead(k.Of)
		}
	}
	return Known{}, false
}

// twice: somebody they are with is known by relation and name already.
func (k Known) twice(all []Known) bool {
	return k.Slot == "partner" && k.Of == Person && slices.ContainsFunc(all, func(o Known) bool {
		return o.Slot == "name" && o.Of != Person && len(o.Sources) > 0 && o.Holds() && Same(o.Value, k.Value)
	})
}
