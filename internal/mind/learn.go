package mind

import (
	"slices"
	"strings"

	"samantha"
	"samantha/internal/mind/memory"
)

// learn is what is learned from what was just heard: what was told, whose it is
// after all, what was never told, and which of two holds that she asked about.
// What contradicts something known without a word of change is marked.
func (s *situation) learn(before samantha.ID) []samantha.Fact {
	if f, ok := s.moving(); ok {
		return []samantha.Fact{f}
	}
	if f, ok := s.denying(); ok {
		return []samantha.Fact{f}
	}
	if a, ok := s.heard.Act("request.chosen"); ok {
		return []samantha.Fact{{Of: memory.Person, Slot: chosenSlot, Value: a.Slots["value"], Quote: a.Text}}
	}
	if facts := s.joking(); facts != nil {
		return facts
	}
	if d, ok := s.nameBefore(); ok {
		return []samantha.Fact{{Of: memory.Person, Slot: "name", Like: d.ID, Quote: s.text}}
	}
	given := s.given()
	since, ok := s.lately()
	if !ok {
		since = s.now
	}
	mended := s.rooms.lore.Mend(s.heard, &s.state.Memory, given, since)
	if len(mended) > 0 {
		given = nil
	}
	facts := append(mended, memory.Learn(s.heard, given, before)...)
	s.rooms.lore.Within(s.text, s.heard, facts)
	if ok {
		facts = append(facts, s.rooms.lore.LearnOf(s.heard, &s.state.Memory, since, s.sheNamed())...)
	}
	facts = slices.DeleteFunc(s.settling(s.parted(facts)), s.ownNameAgain)
	if s.heard.Has("correct") || s.namesAgain() {
		return facts
	}
	for i, f := range facts {
		if k, ok := s.rooms.lore.Contradicts(&s.state.Memory, f); ok {
			facts[i].Doubt = k.ID
		}
	}
	return facts
}

// ownNameAgain: it is the person's own name, given to somebody of theirs just spoken of:
// "my daughter put you on here", and then "viktor" to be done with it. Who has their name
// is told by their relation.
func (s *situation) ownNameAgain(f samantha.Fact) bool {
	return f.Slot == "name" && f.Of == "" && f.Like != "" && memory.Same(f.Value, s.state.Memory.Name())
}

// sheNamed is whom her own last words were about, if they named just one.
func (s *situation) sheNamed() samantha.Mention {
	last, ok := s.last()
	of := func(c samantha.Claim) bool { return c.Of == "he" || c.Of == "she" }
	if !ok || s.opens() || !slices.ContainsFunc(s.heard.Claims, of) {
		return samantha.Mention{}
	}
	in := earNow(s.now)
	in.People = s.state.Memory.Names()
	return s.rooms.ear.Names(last.Answer, in)
}

// parted ends what is known of whom they are with, if that is over.
func (s *situation) parted(facts []samantha.Fact) []samantha.Fact {
	for _, f := range facts {
		if f.Slot != "partner" || f.Of != memory.Person || f.Way != samantha.WayOver {
			continue
		}
		for _, k := range s.rooms.lore.Partner(&s.state.Memory) {
			if f.Value == "" || memory.Same(f.Value, k.Whom()) {
				facts = append(facts, samantha.Fact{Like: k.ID, Way: samantha.WayOver, Quote: f.Quote})
			}
		}
	}
	return facts
}

// moving is the fact that is somebody else's, if that was said. A name is moved to
// nobody.
func (s *situation) moving() (samantha.Fact, bool) {
	a, ok := s.heard.Act("rehome")
	who := s.owner(a)
	if !ok || who == "" {
		return samantha.Fact{}, false
	}
	k, ok := s.pointed(func(k memory.Known) bool {
		return k.Slot != "name" && !memory.Same(k.Of, who) && !memory.Same(k.Value, who)
	})
	return samantha.Fact{Of: who, Like: k.ID, Quote: a.Text}, ok
}

// owner is whose something is that is not theirs: who is named with it, or the one
// somebody spoken of besides.
func (s *situation) owner(a samantha.Act) string {
	if a.Slots["who"] == "" && len(s.heard.People) == 1 {
		return or(s.heard.People[0].Name, s.heard.People[0].Relation)
	}
	return a.Slots["who"]
}

// pointed is the fact that is spoken of: the one whose value is named, else the
// one she gave back, else the one told last, of those that may be.
func (s *situation) pointed(may func(memory.Known) bool) (memory.Known, bool) {
	last, _ := s.last()
	text := " " + samantha.SentenceKey(s.text) + " "
	var meant memory.Known
	weight := 0
	for _, k := range s.state.Memory.All() {
		w := 0
		switch {
		case k.Doubt != "", !may(k):
		case strings.Contains(text, " "+samantha.SentenceKey(k.Value)+" "):
			w = 3
		case s.opens():
		case last.Given != "" && slices.Contains(k.Sources, last.Given):
			w = 2
		case k.ID.Event() == last.ID:
			w = 1
		}
		if w > 0 && w >= weight {
			meant, weight = k, w
		}
	}
	return meant, weight > 0
}

// denying is the fact they say, twice running, that they never told: the first
// time she shows where she has it from.
func (s *situation) denying() (samantha.Fact, bool) {
	x, ok := s.last()
	k, held := s.knownFrom(x.Given)
	if !ok || s.opens() || !held || x.Act != samantha.DoMemory || !s.heard.Has("deny") && !s.heard.Has("correct") {
		return samantha.Fact{}, false
	}
	return samantha.Fact{Way: samantha.WayDenied, Like: k.ID, Quote: s.text}, true
}

// joking takes back what was told a moment ago, if it was no earnest.
func (s *situation) joking() []samantha.Fact {
	a, ok := s.heard.Act("laugh")
	x, spoke := s.last()
	if !ok || a.Slots["joke"] == "" || !spoke || s.opens() {
		return nil
	}
	var facts []samantha.Fact
	for _, k := range s.state.Memory.All() {
		if k.ID.Event() == x.ID {
			facts = append(facts, samantha.Fact{Way: samantha.WayDenied, Like: k.ID, Quote: s.text})
		}
	}
	return facts
}

// knownFrom is what is known from a fact as it was learned, if it still holds.
func (s *situation) knownFrom(id samantha.ID) (memory.Known, bool) {
	for _, k := range s.state.Memory.All() {
		if id != "" && slices.Contains(k.Sources, id) {
			return k, true
		}
	}
	return memory.Known{}, false
}

// doubt is the fact of which she asked whether it holds, and what it contradicts.
func (s *situation) doubt() (d, old memory.Known, ok bool) {
	x, _ := s.last()
	if s.opens() || s.state.Asked != samantha.DoDiffers {
		return d, old, false
	}
	d, ok = s.knownFrom(x.Doubt)
	old, there := s.knownFrom(d.Doubt)
	return d, old, ok && there && d.Doubt != ""
}

// settling puts their answer to which of two holds in front of what else was told.
func (s *situation) settling(facts []samantha.Fact) []samantha.Fact {
	d, old, ok := s.doubt()
	if !ok {
		return facts
	}
	holds := s.holds(d, old, facts)
	if holds == "" {
		return facts
	}
	told := slices.DeleteFunc(facts, func(f samantha.Fact) bool { return f.Like != "" || says(f, d) || says(f, old) })
	return append([]samantha.Fact{{Like: d.ID, Holds: holds, Quote: s.text}}, told...)
}

// says: a fact says what is known.
func says(f samantha.Fact, k memory.Known) bool {
	return f.Slot == k.Slot && memory.Same(f.Of, k.Of) && memory.Same(f.Value, k.Value)
}

// holds is which of two they mean: in so many words, by telling one of them
// again, or by its value alone.
func (s *situation) holds(d, old memory.Known, facts []samantha.Fact) samantha.Holds {
	if a, ok := s.heard.Act("settle"); ok {
		return samantha.Holds(a.Slots["holds"])
	}
	for _, f := range facts {
		value := f.Like != "" && f.Of == "" // "no, Bodo"
		switch {
		case says(f, d), value && memory.Same(f.Value, d.Value):
			return samantha.HoldsNew
		case says(f, old), value && memory.Same(f.Value, old.Value):
			return samantha.HoldsOld
		}
	}
	text := " " + samantha.SentenceKey(s.text) + " "
	names := func(k memory.Known) bool { return strings.Contains(text, " "+samantha.SentenceKey(k.Value)+" ") }
	switch {
	case s.heard.Has("ask"), names(d) == names(old):
		return ""
	case names(d):
		return samantha.HoldsNew
	}
	return samantha.HoldsOld
}
