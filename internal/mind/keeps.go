package mind

import (
	"slices"
	"strings"

	"samantha"
)

// keepsTold is what she does with a telling that she is asked to keep: she says it back as
// the thing that is kept. Off the record it is not, and what goes against something known
// is asked about before it is written over.
func (s *situation) keepsTold(a samantha.Act) samantha.Move {
	if s.state.Paused {
		return samantha.Move{Act: samantha.DoOffStill}
	}
	if m, ok := s.differs(); ok {
		return m
	}
	m := samantha.Move{Act: samantha.DoKeeps, Slots: slots("told", strings.TrimRight(a.Slots["told"], ".! "))}
	if n := s.weightiest(); n >= 0 && s.facts[n].Like == "" {
		f := s.facts[n]
		m.Slots["of"], m.Slots["slot"], m.Slots["value"] = f.Of, f.Slot, f.Value
	}
	if when := s.timesIn(a.Slots["told"]); when != "" {
		m.Slots["when"] = when
	}
	return m
}

// timesIn is what of a telling says when, from the first time in it to the last: "Tuesday
// the 8th at ten".
func (s *situation) timesIn(told string) string {
	from, to := -1, -1
	for _, t := range s.heard.Times {
		at := strings.Index(told, t.Text)
		if at < 0 {
			continue
		}
		if from < 0 || at < from {
			from = at
		}
		to = max(to, at+len(t.Text))
	}
	if from < 0 {
		return ""
	}
	return told[from:to]
}

// says is what she does with words that she is to say. What speaks of an "I" would be a
// claim about herself that somebody else has made: that she leaves to them.
func (s *situation) says(a samantha.Act) samantha.Move {
	words := strings.Trim(a.Slots["words"], `"“” .!`)
	if s.rooms.ear.Holds("of me", words) {
		return samantha.Move{Act: samantha.DoSaysNot}
	}
	return samantha.Move{Act: samantha.DoSays, Slots: slots("words", words)}
}

// didSay answers what she is told that she said: with her own line that comes near it, or
// that there is none. Being told so makes nothing hers.
func (s *situation) didSay(a samantha.Act) []samantha.Move {
	if a.Kind != "ask.didsay" {
		return nil
	}
	var groups [][]string
	l := s.lexicon()
	for _, w := range strings.Fields(s.rooms.lore.Sought(a.Slots["said"])) {
		groups = append(groups, l.group(w))
	}
	if m, ok := s.owesChoice(); ok {
		return []samantha.Move{m}
	}
	m := samantha.Move{Act: samantha.DoNotMine}
	if len(groups) == 0 {
		m.Act = samantha.DoAstray // nothing in it that could be looked for
	}
	if hers := s.index.Hers(groups); len(hers) > 0 {
		m.Act = samantha.DoMine
		s.recall(&m, "text", hers[0].ID)
	}
	return []samantha.Move{m}
}

// worder is which mind finds her words just now.
func (s *situation) worder() samantha.Move {
	lent := s.state.Lent
	return samantha.Move{Act: samantha.DoWorded, Slots: slots("model", lent.Model, "server", lent.Server, "remote", yes(lent.Remote))}
}

// ofValue answers what she knows about a thing with the facts that hold it: "coriander" is
// what they dislike.
func (s *situation) ofValue(thing, question string) []samantha.Move {
	topic := strings.Fields(s.rooms.lore.Sought(thing))
	if len(topic) == 0 {
		return nil
	}
	l := s.lexicon()
	var moves []samantha.Move
	for _, k := range s.state.Memory.Known() {
		value := strings.Fields(samantha.SentenceKey(k.Value))
		holds := func(w string) bool {
			return slices.ContainsFunc(value, func(v string) bool { return l.same(w, v) == 1 })
		}
		if len(moves) < openMost && !slices.ContainsFunc(topic, func(w string) bool { return !holds(w) }) {
			moves = append(moves, s.stated(k, question))
		}
	}
	return moves
}
