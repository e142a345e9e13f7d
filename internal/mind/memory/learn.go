package memory

import (
	"cmp"
	"slices"
	"strings"
	"time"

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
		if f.Slot == spelled {
			continue // see Mend
		}
		if f.Of == samantha.Before {
			if before == "" {
				continue
			}
			f.Of, f.Like = "", before
		} else if f.Slot == "" {
			if given == nil || !given.rightedBy(c) || c.Not == "" && len(facts) > 0 {
				continue // what was told in the same breath is meant, see Within
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
	if a, ok := h.Act("tell.name"); ok && !named(facts) && !another(h, a.Slots["name"]) {
		facts = append(facts, samantha.Fact{Of: Person, Slot: "name", Value: a.Slots["name"], Quote: a.Text})
	}
	return facts
}

// LearnOf makes facts of what was claimed of a "she" or "he" that nobody in the
// same utterance is: of the one whom her own last words named, if they were about
// just one who may be that, else of the one they must mean, see [Lore.meantLately].
func (l *Lore) LearnOf(h samantha.Hearing, s *State, since time.Time, named samantha.Mention) []samantha.Fact {
	var facts []samantha.Fact
	for _, c := range h.Claims {
		if c.Of != "he" && c.Of != "she" {
			continue
		}
		f := samantha.Fact{Slot: c.Slot, Value: c.Value, Quote: c.Text, Way: c.Way}
		if l.mayBe(s, named, c.Of) {
			f.Of, f.Like = s.topicOf(named)
			facts = append(facts, f)
		} else if t, ok := l.meantLately(s, c.Of, since); ok && !namesAnother(h, c, t) {
			f.Like = t.ID
			facts = append(facts, f)
		} else if t, ok := s.Meant(c.Of); ok && c.Slot == "name" && t.Name == "" && t.Relation != "" {
			f.Like = t.ID // however long ago in this encounter they were spoken of
			facts = append(facts, f)
		}
	}
	return facts
}

// topicOf is somebody she named as the owner of a fact: by the topic they are in this
// encounter, else by the word for them.
func (s *State) topicOf(m samantha.Mention) (of string, like samantha.ID) {
	for _, t := range slices.Backward(s.Topics) {
		if m.Name != "" && Same(t.Name, m.Name) || m.Name == "" && Same(t.Relation, m.Relation) {
			return "", t.ID
		}
	}
	return cmp.Or(m.Name, m.Relation), ""
}

// namesAnother: the words of a claim name somebody else, who may be the one it is about:
// "he's sixty in May, Peter".
func namesAnother(h samantha.Hearing, c samantha.Claim, t Topic) bool {
	return slices.ContainsFunc(h.People, func(m samantha.Mention) bool {
		return m.Name != "" && !Same(m.Name, t.Name) && !Same(m.Name, c.Value) && strings.Contains(c.Text, m.Name)
	})
}

// mayBe reports whether somebody may be meant by a pronoun: nobody by another's.
func (l *Lore) mayBe(s *State, m samantha.Mention, pronoun string) bool {
	who := cmp.Or(m.Name, m.Relation)
	if who == "" || m.Several || Same(who, s.Name()) {
		return false
	}
	t := Topic{Topic: samantha.Topic{Name: m.Name, Relation: m.Relation, Sort: "any"}}
	sort := l.kin.sortOf(s, t)
	if words := strings.Fields(m.Relation); m.Name == "" {
		sort = l.kin.sort[words[len(words)-1]]
	}
	return sort != "it" && sort != "many" && (sort != "he" && sort != "she" || sort == pronoun)
}

// meantLately is whom a pronoun must mean: the one of its sort who was spoken of
// since a time ("my sister"), if nobody was named with them or later; else the only
// one who was named in this encounter and may be of that sort, or the only one named
// since that time, where nothing was told of another "she".
func (l *Lore) meantLately(s *State, pronoun string, since time.Time) (Topic, bool) {
	var sorted, named []Topic
	for _, t := range s.Topics {
		t.Sort = l.kin.sortOf(s, t)
		switch {
		case t.Sort == pronoun && t.Name+t.Relation != "" && !t.At.Before(since):
			sorted = others(sorted, t)
		case t.Name != "" && !Same(t.Name, s.Name()) && fits(pronoun, t):
			named = others(named, t)
		}
	}
	if len(sorted) == 1 {
		t := sorted[0]
		return t, !slices.ContainsFunc(named, func(o Topic) bool { return !o.At.Before(t.At) })
	}
	if len(sorted) > 0 || len(named) == 0 {
		return Topic{}, false
	}
	t := named[len(named)-1]
	return t, len(named) == 1 || !t.At.Before(since) && s.toldOfAlone(pronoun, t, named, since)
}

// toldOfAlone: since a time somebody was the only one named, and where they were it
// told nothing of a "she" who was somebody else.
func (s *State) toldOfAlone(pronoun string, t Topic, named []Topic, since time.Time) bool {
	with := func(o Topic) bool { return o.ID != t.ID && !o.At.Before(since) }
	she := func(o Telling) bool { return o.ID.Event() == t.ID.Event() && strings.EqualFold(o.Who, pronoun) }
	return !slices.ContainsFunc(named, with) && !slices.ContainsFunc(s.Tellings, she)
}

// others are the topics without those of the same somebody, and that one.
func others(topics []Topic, t Topic) []Topic {
	rest := slices.DeleteFunc(topics, func(o Topic) bool { return Same(o.Name, t.Name) && Same(o.Relation, t.Relation) })
	return append(rest, t)
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

// another: a name is told as that of somebody else: "it's Ida, my sister".
func another(h samantha.Hearing, name string) bool {
	return slices.ContainsFunc(h.People, func(m samantha.Mention) bool { return Same(m.Name, name) && m.Relation != "" })
}
