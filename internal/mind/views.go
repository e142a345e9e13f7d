package mind

import (
	"slices"
	"strings"

	"samantha"
	"samantha/internal/mind/self"
)

// opinion is what she holds of what she is asked about; or which way she leans, and
// the night makes an opinion of it; nil of anything else.
func (s *situation) opinion(a samantha.Act) []samantha.Move {
	if a.Slots["any"] != "" {
		return s.anyOpinion()
	}
	key := s.viewed(a)
	if key == "" {
		return nil
	}
	if it, ok := s.state.Self.Opinion(key); ok {
		if a.Slots["that"] != "" && s.rooms.becoming.Reasons(s.text) {
			return []samantha.Move{s.weighs(it)}
		}
		return []samantha.Move{s.holding(samantha.DoHolds, it)}
	}
	leant := s.inclines(key)
	if side := s.rooms.becoming.LeansTo(&s.state.Self, s.state.Seed, key); s.likes(a) && side != 0 && leant.Act == samantha.DoLeans {
		leant.Slots["likes"] = either(side > 0, "yes", "no")
	}
	return []samantha.Move{leant}
}

// inclines is which way she leans in a thing she has no opinion of yet.
func (s *situation) inclines(key string) samantha.Move {
	text, because, ok := s.rooms.becoming.Leaning(&s.state.Self, s.state.Seed, key)
	if !ok {
		return samantha.Move{Act: samantha.DoView}
	}
	m := samantha.Move{Act: samantha.DoLeans, Slots: slots("of", key, "text", text, "because", because)}
	if s.state.saidLately(because) {
		m.Slots = slots("of", key, "text", text, "again", "yes")
		return m
	}
	if second, ok := s.rooms.becoming.Torn(&s.state.Self, s.state.Seed, key); ok && !s.earnest() && !s.bereaved(griefLong) && s.state.Rethought.rested(s, rethinkRest) {
		m.Slots["second"] = second
		return m
	}
	return m
}

// viewed is the subject that she is asked about: the thing named, or what was told
// with the question or right before it.
func (s *situation) viewed(a samantha.Act) string {
	if a.Slots["should"] != "" {
		return "" // that is about them
	}
	switch {
	case a.Slots["moral"] != "":
		return s.rooms.becoming.RightAndWrong(a.Slots["topic"])
	case a.Slots["that"] == "":
		return s.rooms.becoming.Subject(a.Slots["topic"])
	}
	if key := s.rooms.becoming.Touched(s.text); key != "" {
		return key
	}
	if held, ok := s.justHeld(); ok {
		return held.Class
	}
	return ""
}

// anyOpinion is one that she holds, whichever rested longest.
func (s *situation) anyOpinion() []samantha.Move {
	held := s.hers(samantha.ItemOpinion)
	if len(held) == 0 {
		return []samantha.Move{s.inclines(s.rooms.becoming.Firmest(&s.state.Self, s.state.Seed, 0))}
	}
	slices.SortStableFunc(held, func(a, b self.Item) int { return a.UsedAt.Compare(b.UsedAt) })
	return []samantha.Move{s.holding(samantha.DoHolds, held[0])}
}

// against is what she likes least: an opinion of hers that speaks against something,
// whichever rested longest; or the way she leans against one most.
func (s *situation) against() samantha.Move {
	held := slices.DeleteFunc(s.hers(samantha.ItemOpinion), func(it self.Item) bool { return s.rooms.becoming.Side(it) >= 0 })
	if len(held) > 0 {
		return s.holding(samantha.DoHolds, slices.MinFunc(held, func(a, b self.Item) int { return a.UsedAt.Compare(b.UsedAt) }))
	}
	leant := s.inclines(s.rooms.becoming.Firmest(&s.state.Self, s.state.Seed, -1))
	leant.Slots["less"] = "yes"
	return leant
}

// grounds answers why she holds something. What she said of it had its reason; below
// that is what they told that it came of, and below that is nothing.
func (s *situation) grounds(held self.Item) samantha.Move {
	x, _ := s.last()
	switch {
	case x.Act == samantha.DoOpine:
		return s.holding(samantha.DoHolds, held)
	case x.Act == samantha.DoGrounds || len(held.Sources) == 0 || !s.mayBringUp(held.Text, held.Sources[0]):
		m := samantha.Move{Act: samantha.DoGrounds, Slots: slots("end", "yes")}
		m.From = append(m.From, held.ID)
		return m
	}
	m := samantha.Move{Act: samantha.DoGrounds}
	s.recall(&m, "quote", held.Sources[0])
	m.From = append(m.From, held.ID)
	return m
}

// stands is what she does where they speak against the opinion she has just told:
// a reason she takes in, and the night weighs it; pressing alone moves nothing, and
// she says her reason again. False if she has told none.
func (s *situation) stands() (samantha.Move, bool) {
	if s.justLeant() && s.rooms.becoming.Reasons(s.text) {
		return samantha.Move{Act: samantha.DoWeighs}, true
	}
	held, ok := s.justHeld()
	if about := s.rooms.becoming.Touched(s.text); !ok || about != "" && about != held.Class {
		return samantha.Move{}, false
	}
	if !s.rooms.becoming.Reasons(s.text) {
		return s.holding(samantha.DoHolds, held), true
	}
	return s.weighs(held), true
}

// justLeant: her last answer told which way she leans, or the one before did and the
// last gave the reason.
func (s *situation) justLeant() bool {
	x, ok := s.last()
	if !ok || s.opens() {
		return false
	}
	n := len(s.state.Talk)
	return x.Leant || x.Act == samantha.DoGrounds && n > 1 && s.state.Talk[n-2].Leant
}

// weighs takes in a reason against an opinion.
func (s *situation) weighs(held self.Item) samantha.Move {
	return samantha.Move{Act: samantha.DoWeighs, From: []samantha.ID{held.ID}}
}

// invited is what she asks or tells when she is asked to.
func (s *situation) invited(a samantha.Act) samantha.Move {
	if a.Slots["tell"] == "" {
		return samantha.Move{Act: samantha.DoOdd}
	}
	return samantha.Move{Act: samantha.DoTells, Slots: slots("depth", "ii")}
}

// unseen is what she says of a film or a song, of which she has seen and heard none:
// that, and what they told of it. Nil of what is their own, or somebody.
func (s *situation) unseen(a samantha.Act) []samantha.Move {
	topic := a.Slots["topic"]
	if topic == "" || s.state.Memory.Knows(topic) || s.rooms.becoming.Owned(topic) {
		return []samantha.Move{{Act: samantha.DoView, Slots: slots("topic", topic)}}
	}
	m := samantha.Move{Act: samantha.DoUnseen, Slots: slots("what", topic, "kind", a.Slots["kind"])}
	if len(s.question(topic).Times) > 0 {
		return []samantha.Move{m} // a title that is a day: what they told of the day is not of it
	}
	for _, h := range s.recalled {
		told, ok := s.index.Get(h.ID)
		short := ok && len(strings.Fields(told.Text)) <= sourceWords && !strings.ContainsAny(told.Text, ".?!")
		if short && told.By == samantha.OriginPerson && gives(told.Text, topic) && s.mayBringUp(told.Text, h.ID) {
			s.recall(&m, "quote", h.ID)
			break
		}
	}
	return []samantha.Move{m}
}
