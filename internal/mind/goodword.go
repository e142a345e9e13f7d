package mind

import (
	"slices"
	"strings"

	"samantha"
)

// doingsOf are clauses of this talk in which somebody does something, the newest first:
// those that begin with them, or with "he" right behind a telling of them.
func (s *situation) doingsOf(who string) []clause {
	var found []clause
	near := 0
	for _, m := range s.tonight() {
		if near--; s.mentions(m.Text, who) {
			near = 2
		}
		if near < 0 || s.heardAs(m.Text, "tell.loss") {
			continue
		}
		for _, c := range clausesIn(m) {
			if c, ok := s.doing(c, who); ok {
				found = append(found, c)
			}
		}
	}
	slices.Reverse(found)
	return found
}

// Of a clause that tells what somebody does, so many words at least.
const doingLeast = 4

// doing is a clause from where it begins with somebody or a pronoun for them; false if it
// tells nothing they do, or speaks of a death.
func (s *situation) doing(c clause, who string) (clause, bool) {
	words := c.words()
	for i, w := range words[:min(len(words), doingLeast)] {
		w = samantha.SentenceKey(w)
		if w != "he" && w != "she" && w != "they" && !s.mentions(w, who) {
			continue
		}
		c.from += i
		rest := c.words()
		fits := len(rest) >= doingLeast && len(rest) <= clauseMost && !s.rooms.ear.Holds("grave", strings.Join(rest, " "))
		return c, fits && slices.ContainsFunc(rest[1:doingLeast], func(w string) bool {
			return s.rooms.ear.Verb(w) || s.rooms.ear.In("auxiliary", w)
		})
	}
	return c, false
}

// kindly is something good to say of somebody, out of what they told of them; honest if
// they told too little.
func (s *situation) kindly(a samantha.Act) samantha.Move {
	who := a.Slots["topic"]
	if named := s.meaning(a).Slots["topic"]; named != "" {
		who = named
	}
	var bits []clause
	if fields := strings.Fields(who); len(fields) > 0 {
		bits = s.doingsOf(fields[len(fields)-1])
	}
	m := s.givesBits(samantha.DoKindly, bits[:min(2, len(bits))])
	m.Slots = slots("who", who)
	return m
}

// parting is something of hers before they go, made of this talk.
func (s *situation) parting() samantha.Move {
	m := samantha.Move{Act: samantha.DoParting}
	s.things(&m, false, "one", "two")
	return m
}

// sorryFor is the loss they told last in this talk.
func (s *situation) sorryFor() []samantha.Move {
	for _, m := range slices.Backward(s.tonight()) {
		for _, c := range slices.Backward(clausesIn(m)) {
			lost, ok := s.slotIn(samantha.Memory{ID: m.ID, Text: strings.Join(c.words(), " ")}, "lost", "what")
			if c.to = min(c.to, c.from+lost.to); ok && len(c.words()) <= clauseMost {
				return []samantha.Move{s.givesBits(samantha.DoTonight, []clause{s.barely(c)})}
			}
		}
	}
	return nil
}

// sayTo is what to say to somebody; where they told that they hurt them, that first.
func (s *situation) sayTo(a samantha.Act) samantha.Move {
	hurt := slices.ContainsFunc(s.tonight(), func(m samantha.Memory) bool { return s.hasKind(m.Text, "hurtthem") })
	who := a.Slots["topic"]
	if !s.state.Memory.Knows(who) {
		who = ""
	}
	return samantha.Move{Act: samantha.DoSayTo, Slots: slots("who", who, "sorry", yes(hurt))}
}
