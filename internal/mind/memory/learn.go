package memory

import (
	"slices"
	"strings"

	"samantha"
)

// Learn makes facts of what was claimed. A claim without a slot ("no, Bergen")
// corrects the newest fact of one value that it can be about: the last one she
// gave back, if there is one.
// A claim about whoever was spoken of before is carried on from that topic.
func Learn(h samantha.Hearing, given *Known, before samantha.ID) []samantha.Fact {
	var facts []samantha.Fact
	for _, c := range h.Claims {
		f := samantha.Fact{Of: c.Of, Slot: c.Slot, Value: strings.TrimSpace(c.Value), Quote: c.Text, Way: c.Way, Beside: c.Beside}
		if f.Of == samantha.Before {
			if before == "" {
				continue
			}
			f.Of, f.Like = "", before
		} else if f.Slot == "" {
			if given == nil {
				continue
			}
			f.Of, f.Like = "", given.ID
		} else if f.Of == "" {
			f.Of = Person
		} else if isPronoun(f.Of) {
			continue // see LearnOf
		}
		if f.Value != "" || f.Way == samantha.WayOver {
			facts = append(facts, f)
		}
	}
	if a, ok := h.Act("tell.name"); ok && !named(facts) {
		facts = append(facts, samantha.Fact{Of: Person, Slot: "name", Value: a.Slots["name"], Quote: a.Text})
	}
	return facts
}

// LearnOf makes facts of what was claimed of a "she" or "he" that nobody in the
// same utterance is: of the one they must mean, spoken of in the moment before.
func (s *State) LearnOf(h samantha.Hearing, last samantha.ID) []samantha.Fact {
	var facts []samantha.Fact
	for _, c := range h.Claims {
		t, ok := s.Meant(c.Of)
		if ok && t.ID.Event() == last && (t.Sort == c.Of || s.alone(c.Of, t)) && (t.Name != "" || t.Relation != "") {
			facts = append(facts, samantha.Fact{Slot: c.Slot, Value: c.Value, Quote: c.Text, Way: c.Way, Like: t.ID})
		}
	}
	return facts
}

// alone: of those named in this encounter nobody else can be meant by the pronoun.
func (s *State) alone(pronoun string, t Topic) bool {
	return t.Name != "" && !slices.ContainsFunc(s.Topics, func(o Topic) bool {
		return o.Name != "" && !Same(o.Name, t.Name) && !Same(o.Name, s.Name()) && fits(pronoun, o)
	})
}

// keys are further words that find the memory facts were taken from: whom each is
// about, and by what words one may ask for it (en/slots.txt).
func (l *Lore) keys(facts []samantha.Fact) []string {
	var keys []string
	for _, f := range facts {
		if f.Of != Person {
			keys = append(keys, f.Of)
		}
		keys = append(keys, l.slots[f.Slot])
	}
	return keys
}

// named: one of the facts is the person's name.
func named(facts []samantha.Fact) bool {
	return slices.ContainsFunc(facts, func(f samantha.Fact) bool { return f.Of == Person && f.Slot == "name" })
}
