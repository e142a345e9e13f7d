package mind

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"samantha"
	"samantha/internal/mind/memory"
)

// mayBringUp: something may be spoken of that nobody asked about: it touches
// nothing she was asked to leave alone, in its own words or in those it was told
// with, and nobody else is listening.
func (s *situation) mayBringUp(text string, id samantha.ID) bool {
	told, ok := s.index.Get(id.Event())
	if !ok {
		id = s.state.Memory.Told(id)
		told, _ = s.index.Get(id)
	}
	if s.company() || s.heard.Has("guest.here") || s.state.Memory.Hushed(id) {
		return false
	}
	return !s.state.Memory.Unmentioned(text) && !s.state.Memory.Unmentioned(told.Text)
}

// unlessLeft are the moves that answer a question, if she may tell what they tell. What
// she leaves alone she does not tell before they lift it, and what she asked whether to
// forget not before that is settled, unless they ask for it by name.
func (s *situation) unlessLeft(a samantha.Act, moves []samantha.Move) []samantha.Move {
	if !slices.ContainsFunc(moves, tellsOfTheirs) {
		return moves
	}
	if left := s.shut(s.text); len(left) > 0 && !ofRecord(moves[0]) {
		m := samantha.Move{Act: samantha.DoLeaves}
		s.recall(&m, "what", left[0].ID)
		return []samantha.Move{m}
	}
	for _, m := range moves {
		if !tellsOfTheirs(m) || ofRecord(m) {
			continue
		}
		if len(s.shut(s.saysOf(m))) > 0 {
			return []samantha.Move{{Act: samantha.DoLeaves, From: m.From}}
		}
		if o, ok := s.unsettledIn(m, s.wholeQuestion(a.Text)); ok {
			return []samantha.Move{{Act: samantha.DoUnsettled, From: o.Memories}}
		}
	}
	return moves
}

// ofRecord: a move reads back what she leaves alone, what is open, or what was said right
// before. Those are theirs to hear.
func ofRecord(m samantha.Move) bool {
	return m.Act == samantha.DoAvoided || m.Act == samantha.DoLeftOpen || m.Act == samantha.DoLast
}

// saysOf are the words of theirs that a move gives back, as far as they are looked up.
func (s *situation) saysOf(m samantha.Move) string {
	var said []string
	for _, id := range m.Recall {
		told, _ := s.index.Get(id)
		words, _ := s.state.Memory.Words(id)
		f, _ := s.state.Memory.Fact(id)
		said = append(said, told.Text, words, f.Of)
	}
	slices.Sort(said) // of a map: the same order each time
	return strings.Join(said, " . ")
}

// unsettledIn is the offer to forget something that a move would tell, unless the question
// asks for it by name, or for what was told itself: "do you remember the socks?"
func (s *situation) unsettledIn(m samantha.Move, question string) (memory.Offer, bool) {
	if s.rooms.lore.AsksTold(question) || s.rooms.reader.AsksSaid(question) {
		return memory.Offer{}, false
	}
	for _, id := range slices.Concat(slices.Sorted(maps.Values(m.Recall)), m.From) {
		for _, o := range s.state.Memory.OffersOf(id) {
			if !o.Names(question) {
				return o, true
			}
		}
	}
	return memory.Offer{}, false
}

// shut is what a text touches of all that she is to leave alone; that she is to
// spare them her condolence closes no subject.
func (s *situation) shut(text string) []memory.Avoided {
	return slices.DeleteFunc(s.state.Memory.Avoiding(text), func(o memory.Avoided) bool { return s.rooms.ear.In("condolence", o.What) })
}

// spared: they asked, now or before, for no condolence.
func (s *situation) spared() bool {
	condoles := func(a samantha.Avoid) bool { return s.rooms.ear.In("condolence", a.What) }
	before := func(a memory.Avoided) bool { return condoles(a.Avoid) }
	return slices.ContainsFunc(s.avoids, condoles) || slices.ContainsFunc(s.state.Memory.Avoids, before)
}

// confided: something is told in this moment, and that it is in confidence.
func (s *situation) confided() bool { return s.heard.Has("confide") && s.tells() }

// avoiding is what she does when asked never to bring something up.
func (s *situation) avoiding() samantha.Move {
	a, _ := s.heard.Act("request.avoid")
	if s.confided() {
		return samantha.Move{Act: samantha.DoAvoid, Slots: slots("off", yes(s.state.Paused), "secret", "yes")}
	}
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
	if !ok || s.confided() || s.avoidsAlready(a) {
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
	topic := a.Slots["topic"]
	if x, ok := s.last(); ok && a.Slots["that"] != "" && (x.Act == samantha.DoLeaves || x.Act == samantha.DoAvoid) {
		asked, _ := s.index.Get(x.ID) // "you may speak of it": of what they had asked for
		topic = asked.Text
		for _, id := range x.From {
			told, _ := s.index.Get(id)
			topic += " " + told.Text
		}
	}
	var ids []samantha.ID
	for _, o := range s.shut(topic) {
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
