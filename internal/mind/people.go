package mind

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"
	"time"

	"samantha"
	"samantha/internal/mind/memory"
)

// How much is told of somebody: two facts if it was asked who they are, four if
// all that is known was asked for.
const (
	whoFacts   = 2
	aboutFacts = 4
)

// whoIs answers who somebody is: what they are to the person, in the words that
// were told, and a few facts. Of two who answer to one name it says both.
func (s *situation) whoIs(a samantha.Act) []samantha.Move {
	found := s.state.Memory.WhoIs(a.Slots["of"])
	if len(found) == 0 {
		return nil
	}
	most := whoFacts
	if a.Slots["slot"] == "about" {
		most = aboutFacts
	}
	if len(found) > 1 {
		most = 1
	}
	var moves []samantha.Move
	for _, p := range found[:min(2, len(found))] {
		chapter, told := s.chapterOf(p)
		told = told && most == aboutFacts
		if told && p.Relation != "" && strings.Contains(strings.Join(chapter.Newest().Text, " "), p.Relation) {
			// the telling says who they are
		} else if m, ok := s.called(p, a.Slots["of"]); ok {
			moves = append(moves, m)
		} else if k, ok := s.namedAs(p); ok {
			moves = append(moves, s.stated(k, a.Text))
		}
		for _, k := range s.kinOf(p) {
			moves = append(moves, s.stated(k, a.Text))
		}
		for _, id := range p.Facts[max(0, len(p.Facts)-most):] {
			if k, ok := s.factOf(id); ok {
				moves = append(moves, s.stated(k, a.Text))
			}
		}
		if told {
			moves = append([]samantha.Move{s.shortOf(chapter, false)}, moves...)
		} else if most == aboutFacts && len(p.Facts) == 0 {
			moves = append(moves, s.toldOf(p, a))
		}
	}
	return moves
}

// toldOf is what was told of somebody of whom no fact is known.
func (s *situation) toldOf(p memory.Somebody, a samantha.Act) samantha.Move {
	if m, ok := s.tellsOf(a.Slots["of"], a.Text); ok {
		return m
	}
	return s.lastTold(p, a.Text)
}

// chapterOf is the chapter about somebody, if there is one.
func (s *situation) chapterOf(p memory.Somebody) (memory.Chapter, bool) {
	for _, name := range append(slices.Clone(p.Names), p.Relation) {
		if c, ok := s.state.Memory.ChapterAbout(name); name != "" && ok {
			return c, true
		}
	}
	return memory.Chapter{}, false
}

// lapsedAfter is how long somebody has not come up when they have lapsed, and
// lapsedSaid how many she names.
const (
	lapsedAfter = 14 * 24 * time.Hour
	lapsedSaid  = 4
)

// lapsed answers who has not come up for a while: those of theirs spoken of more
// than in passing, the longest ago first. The dead and what is to be left alone
// are not among them.
func (s *situation) lapsed() []samantha.Move {
	all := slices.DeleteFunc(s.state.Memory.Everyone(), func(p memory.Somebody) bool {
		return p.Passing || p.Avoided || p.Died != "" || s.now.Sub(p.Last) < lapsedAfter || len(p.Names)+len(p.Relation) == 0
	})
	slices.SortStableFunc(all, func(a, b memory.Somebody) int { return a.Last.Compare(b.Last) })
	var moves []samantha.Move
	for _, p := range all[:min(lapsedSaid, len(all))] {
		m := samantha.Move{Act: samantha.DoLapsed, Slots: slots("when", s.rooms.lore.Ago(p.Last.In(s.now.Location()), s.now))}
		if p.NameID != "" {
			s.recall(&m, "name", p.NameID)
		}
		if p.RelationID != "" {
			s.recall(&m, "kin", p.RelationID)
		}
		if len(m.Recall) > 0 {
			moves = append(moves, m)
		}
	}
	if len(moves) == 0 {
		return []samantha.Move{{Act: samantha.DoNothing}}
	}
	return moves
}

// kinOf are the facts that somebody is kin of somebody else: "Sanda's dad is Radu".
func (s *situation) kinOf(p memory.Somebody) []memory.Known {
	return slices.DeleteFunc(slices.Clone(s.state.Memory.Known()), func(k memory.Known) bool {
		named := slices.ContainsFunc(p.Names, func(n string) bool { return memory.Same(n, k.Value) })
		return !named || k.Of == memory.Person || !s.rooms.ear.In("relation", k.Slot)
	})
}

// peopleSaid is how many of the person's people she names in a row.
const peopleSaid = 5

// theirPeople answers who is in the person's life: those spoken of most who are
// known by name and by what they are to the person; of a family, only those whose
// place in it was told.
func (s *situation) theirPeople(family bool) []samantha.Move {
	all := s.state.Memory.Everyone()
	slices.SortStableFunc(all, func(a, b memory.Somebody) int { return b.Mentions - a.Mentions })
	var moves []samantha.Move
	for _, p := range all {
		herself := slices.ContainsFunc(p.Names, func(n string) bool { return memory.Same(n, s.herName()) })
		if herself || family && p.Relation == "" || p.Passing || p.Avoided || len(moves) == peopleSaid {
			continue
		}
		if k, ok := s.namedAs(p); ok {
			moves = append(moves, s.stated(k, ""))
		} else if m, ok := s.called(p, ""); ok {
			moves = append(moves, m)
		}
	}
	if len(moves) == 0 {
		return []samantha.Move{{Act: samantha.DoNothing}}
	}
	return moves
}

// namedLately are the names of those whom they named last: of all brothers, both friends.
func (s *situation) namedLately(a samantha.Act) []samantha.Move {
	named := slices.DeleteFunc(slices.Clone(s.state.Memory.Known()), func(k memory.Known) bool {
		return k.Slot != "name" || k.Of == memory.Person || len(s.shut(k.Of+" "+k.Value)) > 0
	})
	if len(named) == 0 {
		return s.theirPeople(false)
	}
	last := slices.MaxFunc(named, func(a, b memory.Known) int { return a.Last.Compare(b.Last) })
	return s.fact(samantha.Act{Kind: "ask.fact", Text: a.Text, Slots: slots("of", last.Of, "slot", "name")})
}

// namedAs is the fact that says what somebody is to the person and their name, if
// no word of a mention says it: "my grandchildren are Rita and Duarte".
func (s *situation) namedAs(p memory.Somebody) (memory.Known, bool) {
	if p.RelationID != "" || p.AsID != "" || p.Relation == "" || len(p.Names) == 0 {
		return memory.Known{}, false
	}
	for _, k := range s.state.Memory.Find(p.Relation, "name") {
		if memory.Same(k.Value, p.Names[0]) {
			return k, true
		}
	}
	return memory.Known{}, false
}

// lastTold gives back what was told of somebody last.
func (s *situation) lastTold(p memory.Somebody, question string) samantha.Move {
	id := cmp.Or(p.Told, p.LastID)
	m := samantha.Move{Act: samantha.DoMemory}
	if told, ok := s.index.Get(id); ok {
		m.Slots = slots("when", s.when(told.At, question))
	}
	s.recall(&m, "quote", id)
	return m
}

// called says who somebody is, unless the question has all of it in it.
func (s *situation) called(p memory.Somebody, asked string) (samantha.Move, bool) {
	m := samantha.Move{Act: samantha.DoWho, Slots: slots("died", yes(p.Died != ""), "met", yes(p.Met != ""))}
	if p.NameID != "" {
		s.recall(&m, "name", p.NameID)
	}
	if p.RelationID != "" {
		s.recall(&m, "kin", p.RelationID)
	}
	if p.AsID != "" {
		s.recall(&m, "as", p.AsID)
	}
	byName := slices.ContainsFunc(p.Names, func(n string) bool { return memory.Same(n, asked) })
	news := p.NameID != "" && !byName || byName && len(m.Recall) > 1
	return m, news || len(m.Slots) > 0 && len(m.Recall) > 0
}

func (s *situation) factOf(id samantha.ID) (memory.Known, bool) {
	for _, k := range s.state.Memory.Known() {
		if k.ID == id {
			return k, true
		}
	}
	return memory.Known{}, false
}

// mentioned answers when somebody was spoken of first or last, or how often;
// nil if it is nobody she knows of.
func (s *situation) mentioned(a samantha.Act) []samantha.Move {
	found := s.state.Memory.WhoIs(a.Slots["who"])
	if len(found) == 0 {
		return nil
	}
	p := found[0]
	m := samantha.Move{Act: samantha.DoMentioned, Slots: slots("which", a.Slots["which"], "count", strconv.Itoa(p.Mentions))}
	id, at := p.LastID, p.Last
	if a.Slots["which"] == "first" {
		id, at = p.FirstID, p.First
	}
	m.Slots["when"] = s.rooms.lore.Ago(at.In(s.now.Location()), s.now)
	if p.NameID != "" {
		s.recall(&m, "name", p.NameID)
	} else if p.RelationID != "" {
		s.recall(&m, "kin", p.RelationID)
	}
	if a.Slots["which"] != "often" {
		s.recall(&m, "quote", id)
	}
	return []samantha.Move{m}
}

// mentionedThing answers when something was spoken of first or last, or how often.
func (s *situation) mentionedThing(a samantha.Act) []samantha.Move {
	var told []samantha.Memory
	for _, h := range s.index.Told(a.Slots["who"], s.rooms.ear.Forms) {
		told = append(told, h.Memory)
	}
	told = s.telling(told)
	if len(told) == 0 {
		return []samantha.Move{{Act: samantha.DoNothing, Slots: slots("topic", a.Slots["who"])}}
	}
	slices.SortStableFunc(told, func(a, b samantha.Memory) int { return a.At.Compare(b.At) })
	m := told[len(told)-1]
	if a.Slots["which"] == "first" {
		m = told[0]
	}
	move := samantha.Move{Act: samantha.DoMentioned, Slots: slots(
		"which", a.Slots["which"], "count", strconv.Itoa(len(told)), "when", s.when(m.At, a.Text),
	)}
	if a.Slots["which"] != "often" {
		s.recall(&move, "quote", m.ID)
	} else {
		move.From = append(move.From, m.ID)
	}
	return []samantha.Move{move}
}

// Somebody is one of the people of theirs, with what was told of them last.
type Somebody struct {
	memory.Somebody
	Told *Quote `json:"told,omitempty"` // absent if it is not at hand
	// Matters are what says most of them, oldest first: two or three moments.
	Matters []Quote `json:"matters"`
}

// mattersSaid is how many things say most of somebody.
const mattersSaid = 3

// People is who is who: everybody who was spoken of or, if words are given,
// whoever answers to them. Those spoken of last stand first.
func (m *Mind) People(ctx context.Context, words string) ([]Somebody, error) {
	if err := m.take(ctx); err != nil {
		return nil, err
	}
	defer m.give()
	found := m.state.Memory.Everyone()
	if words != "" {
		found = m.state.Memory.WhoIs(words)
	}
	slices.SortStableFunc(found, func(a, b memory.Somebody) int { return b.Last.Compare(a.Last) })
	people := []Somebody{}
	for _, p := range found {
		one := Somebody{Somebody: p, Matters: []Quote{}}
		for _, id := range m.rooms.lore.Particulars(&m.state.Memory, p, mattersSaid) {
			if kept, ok := m.index.Get(id); ok {
				one.Matters = append(one.Matters, Quote{kept.ID, kept.Text})
			}
		}
		if told, ok := m.index.Get(cmp.Or(p.Told, p.LastID)); ok {
			one.Told = &Quote{told.ID, told.Text}
		}
		people = append(people, one)
	}
	return people, nil
}

// Theirs is who somebody is otherwise, said to the person: "your mum's dog" of
// "mum's dog" and "my mum's dog".
func Theirs(as string) string {
	first, rest, _ := strings.Cut(as, " ")
	switch strings.ToLower(first) {
	case "my", "our":
		return "your " + rest
	case "the", "a", "an", "his", "her", "their", "your":
		return as
	}
	if first == strings.ToLower(first) {
		return "your " + as
	}
	return as
}
