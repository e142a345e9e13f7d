package mind

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

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
		if m, ok := s.called(p, a.Slots["of"]); ok {
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
		if most == aboutFacts && len(p.Facts) == 0 {
			moves = append(moves, s.lastTold(p, a.Text))
		}
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

// Guest is somebody who was introduced and is there.
type Guest struct {
	Who string      `json:"who"` // by name, or by what they are to the person
	ID  samantha.ID `json:"id"`
	// Trusted: they may hear what is the person's.
	Trusted bool `json:"trusted,omitempty"`
}

// overheard: a guest is there who is not to hear what is the person's.
func (s *situation) overheard() bool {
	return s.company() && slices.ContainsFunc(s.state.Guests, func(g Guest) bool { return !g.Trusted })
}

// holdsBack: these moves tell something of the person's, and it may be a guest
// who asks.
func (s *situation) holdsBack(moves []samantha.Move) bool {
	return s.overheard() && slices.ContainsFunc(moves, func(m samantha.Move) bool {
		switch m.Act {
		case samantha.DoFact, samantha.DoFacts, samantha.DoMemory, samantha.DoLast, samantha.DoDetail, samantha.DoWho, samantha.DoMentioned, samantha.DoAvoided:
			return true
		}
		return false
	})
}

// company: somebody else was there when this was said. It may have been they who
// said it.
func (s *situation) company() bool { return len(s.state.Guests) > 0 && !s.opens() }

// welcome greets somebody who was introduced, and says once what she is: they
// did not choose her.
func (s *situation) welcome(name, relation string) samantha.Move {
	act := samantha.DoGuest
	for _, p := range s.state.Memory.WhoIs(cmp.Or(name, relation)) {
		if p.Met != "" {
			act = samantha.DoGuestAgain
		}
	}
	return samantha.Move{Act: act, Slots: slots("name", name, "kin", relation, "off", yes(s.state.Paused))}
}

// introduced is what she does with a name that was told while a guest is there.
func (s *situation) introduced(name string) []samantha.Move {
	there := func(g Guest) bool { return memory.Same(g.Who, name) }
	if memory.Same(s.state.Memory.Name(), name) || slices.ContainsFunc(s.state.Guests, there) {
		return s.listen()
	}
	return []samantha.Move{s.welcome(name, "")}
}

// receive folds who came and who is gone again.
func (s *State) receive(id samantha.ID, moves []samantha.Move) {
	for _, m := range moves {
		switch m.Act {
		case samantha.DoGuest, samantha.DoGuestAgain:
			s.Guests = append(s.Guests, Guest{Who: cmp.Or(m.Slots["name"], m.Slots["kin"]), ID: id})
		case samantha.DoGuestTrust:
			for i := range s.Guests {
				s.Guests[i].Trusted = true
			}
		case samantha.DoGuestGone:
			s.Guests = nil
		}
	}
}

// mayBringUp: something may be spoken of that nobody asked about: it touches
// nothing she was asked to leave alone, in its own words or in those it was told
// with, and nobody else is listening.
func (s *situation) mayBringUp(text string, id samantha.ID) bool {
	if s.company() {
		return false
	}
	told, _ := s.index.Get(id.Event())
	return !s.state.Memory.Unmentioned(text) && !s.state.Memory.Unmentioned(told.Text)
}

// avoiding is what she does when asked never to bring something up.
func (s *situation) avoiding() samantha.Move {
	a, _ := s.heard.Act("request.avoid")
	if len(s.avoids) == 0 && !s.avoidsAlready(a) {
		return samantha.Move{Act: samantha.DoAvoidWhat}
	}
	m := samantha.Move{Act: samantha.DoAvoid, Slots: slots("off", yes(s.state.Paused), "what", a.Slots["topic"])}
	if len(s.avoids) > 0 && s.avoids[0].Like != "" {
		s.recall(&m, "what", s.avoids[0].Like)
	}
	return m
}

// asksToAvoid is what is asked now never to be brought up, if she does not leave
// it alone already.
func (s *situation) asksToAvoid() []samantha.Avoid {
	a, ok := s.heard.Act("request.avoid")
	if !ok || s.avoidsAlready(a) {
		return nil
	}
	if topic := a.Slots["topic"]; topic != "" {
		return []samantha.Avoid{{What: topic}}
	}
	if id := s.pointedAt(a.Text); id != "" {
		return []samantha.Avoid{{Like: id}}
	}
	return nil
}

// avoidsAlready: she leaves alone what is asked now.
func (s *situation) avoidsAlready(a samantha.Act) bool {
	what := a.Slots["topic"]
	if what == "" {
		what, _ = s.state.Memory.Words(s.pointedAt(a.Text))
	}
	return what != "" && slices.ContainsFunc(s.state.Memory.Avoids, func(o memory.Avoided) bool { return memory.Same(o.What, what) })
}

// pointedAt is whom a "him" in a text means, or else whatever was spoken of last
// in this encounter.
func (s *situation) pointedAt(text string) samantha.ID {
	if s.opens() {
		return ""
	}
	for _, pronoun := range []string{"him", "her", "them"} {
		if slices.Contains(strings.Fields(samantha.SentenceKey(text)), pronoun) {
			t, _ := s.state.Memory.Meant(pronoun)
			return t.ID
		}
	}
	if n := len(s.state.Memory.Topics); n > 0 {
		return s.state.Memory.Topics[n-1].ID
	}
	if n := len(s.state.Memory.Details); n > 0 {
		return s.state.Memory.Details[n-1].ID
	}
	return ""
}

// leavesAlone answers what she never brings up: the newest few.
func (s *situation) leavesAlone() samantha.Move {
	m := samantha.Move{Act: samantha.DoAvoided}
	into := []string{"one", "two", "three"}
	all := s.state.Memory.Avoids
	if len(all) > len(into) {
		m.Slots = slots("more", "yes")
	}
	for i, a := range samantha.Newest(all, len(into)) {
		s.recall(&m, into[i], a.ID)
	}
	return m
}

// frees is what may be brought up again from now on.
func (s *situation) frees() []samantha.ID {
	a, ok := s.heard.Act("request.free")
	if !ok {
		return nil
	}
	var ids []samantha.ID
	for _, o := range s.state.Memory.Avoiding(a.Slots["topic"]) {
		ids = append(ids, o.ID)
	}
	return ids
}

// freeing is what she does when told that something may be spoken of again.
func (s *situation) freeing(a samantha.Act) samantha.Move {
	if len(s.freed) == 0 {
		return samantha.Move{Act: samantha.DoFreeNone, Slots: slots("what", a.Slots["topic"])}
	}
	return samantha.Move{Act: samantha.DoFree, Slots: slots("what", a.Slots["topic"])}
}

// opening is what she does when asked to open a page.
func (s *situation) opening(a samantha.Act) []samantha.Move {
	if s.overheard() && a.Slots["page"] != samantha.PageHere {
		return []samantha.Move{{Act: samantha.DoHeldBack}}
	}
	m := samantha.Move{Act: samantha.DoOpen, Slots: slots("page", a.Slots["page"])}
	if who := a.Slots["who"]; who != "" {
		found := s.state.Memory.WhoIs(who)
		if len(found) == 0 {
			return []samantha.Move{{Act: samantha.DoNothing, Slots: slots("topic", who)}}
		}
		m.Slots["of"] = string(found[0].ID)
	}
	return []samantha.Move{m}
}

// opened is the page that an intent opens.
func opened(in samantha.Intent) samantha.Opening {
	for _, m := range in.Moves {
		switch m.Act {
		case samantha.DoOpen:
			return samantha.Opening{Page: m.Slots["page"], Of: samantha.ID(m.Slots["of"])}
		case samantha.DoRead:
			return samantha.Opening{Aloud: true}
		}
	}
	return samantha.Opening{}
}

// Somebody is one of the people of theirs, with what was told of them last.
type Somebody struct {
	memory.Somebody
	Told *Quote `json:"told,omitempty"` // absent if it is not at hand
}

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
		one := Somebody{Somebody: p}
		if told, ok := m.index.Get(cmp.Or(p.Told, p.LastID)); ok {
			one.Told = &Quote{told.ID, told.Text}
		}
		people = append(people, one)
	}
	return people, nil
}

// Avoided are what she never brings up, oldest first.
func (m *Mind) Avoided(ctx context.Context) ([]memory.Avoided, error) {
	if err := m.take(ctx); err != nil {
		return nil, err
	}
	defer m.give()
	return append([]memory.Avoided{}, m.state.Memory.Avoids...), nil
}

// Avoid has her never bring something up: in the person's words, or, by id, a
// fact or a thread of hers. It fails with [samantha.ErrNotFound] if nothing has
// the id.
func (m *Mind) Avoid(ctx context.Context, what string, id samantha.ID) (memory.Avoided, error) {
	if err := m.take(ctx); err != nil {
		return memory.Avoided{}, err
	}
	defer m.give()
	same := func(a memory.Avoided) bool {
		return what != "" && memory.Same(a.What, what) || id != "" && a.Like == id
	}
	if i := slices.IndexFunc(m.state.Memory.Avoids, same); i >= 0 {
		return m.state.Memory.Avoids[i], nil
	}
	body := &samantha.Avoided{Words: samantha.AvoidedWords{What: what}}
	if id != "" {
		if _, ok := m.state.Memory.Words(id); !ok {
			return memory.Avoided{}, fmt.Errorf("%s is nothing that she could bring up: %w", id, samantha.ErrNotFound)
		}
		body.Numbers = samantha.AvoidedNumbers{Links: samantha.Links{Sources: []samantha.ID{id.Event()}}, Like: id}
	}
	_, err := m.append(ctx, samantha.Draft{At: m.clock.Now(), Origin: samantha.OriginPerson, Body: body})
	if err != nil {
		return memory.Avoided{}, err
	}
	return m.state.Memory.Avoids[len(m.state.Memory.Avoids)-1], nil
}
