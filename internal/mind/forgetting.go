package mind

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"

	"samantha"
	"samantha/internal/mind/hearing"
	"samantha/internal/mind/memory"
)

// quotedMost is how many memories she names when she asks which is meant.
const quotedMost = 3

// forgetting is what she does when asked to forget: it, if it is clear what; a
// question that shows what would go, if more than one memory answers to the name
// it was given, or if one does half.
func (s *situation) forgetting(a samantha.Act) samantha.Move {
	topic := a.Slots["topic"]
	if all := s.allTold(); a.Slots["all"] != "" && len(all) > 0 {
		return samantha.Move{Act: samantha.DoForgetAll, Slots: slots("count", strconv.Itoa(len(all)))}
	}
	if topic == "" && s.state.Paused && !s.tells() {
		return samantha.Move{Act: samantha.DoOffStill} // it was never kept, and what was kept is not meant
	}
	if topic == "" {
		return samantha.Move{Act: samantha.DoForgot}
	}
	found, sure := s.meant(a)
	if len(found) == 1 && sure || len(found) == 0 && s.toldHere(topic) {
		return samantha.Move{Act: samantha.DoForgot}
	}
	return s.asksWhichGoes(found)
}

// asksWhichGoes asks which of some memories is to go.
func (s *situation) asksWhichGoes(found []samantha.ID) samantha.Move {
	m := samantha.Move{Act: samantha.DoWhich}
	if len(found) > quotedMost {
		m.Slots = slots("count", strconv.Itoa(len(found)))
	}
	for i, id := range quoted(found) {
		s.recall(&m, []string{"quote", "second", "third"}[i], id)
	}
	m.From = found // also what was not quoted is hers to forget if they say "all"
	return m
}

// quoted are those of the memories that she names: the newest.
func quoted(found []samantha.ID) []samantha.ID { return found[max(0, len(found)-quotedMost):] }

// offered are the memories she asked about a moment ago: which of them is to be
// forgotten.
func (s *State) offered() []samantha.ID {
	if len(s.Talk) == 0 {
		return nil
	}
	if x := s.Talk[len(s.Talk)-1]; x.Act == samantha.DoWhich || x.Act == samantha.DoUnsettled {
		return x.From
	}
	return nil
}

// allTold is all that the person told her, as far as it is at hand.
func (s *situation) allTold() []samantha.ID {
	var ids []samantha.ID
	for _, m := range s.index.Newest(s.index.Len()) {
		if saidHere(m.By) {
			ids = append(ids, m.ID)
		}
	}
	return ids
}

// saidHere: it was said to her, by the person or with a guest there.
func saidHere(by samantha.Origin) bool {
	return by == samantha.OriginPerson || by == samantha.OriginGuest
}

// confirmed: she asked whether all is to go, and they say yes. While older
// memories are still being loaded she can't take them with it, and asks again.
func (s *situation) confirmed() bool {
	return s.askedForAll() && s.heard.Has("yes") && !s.heard.Has("no") && !s.partial
}

func (s *situation) askedForAll() bool {
	x, ok := s.last()
	return ok && x.Act == samantha.DoForgetAll && !s.opens()
}

// choosing is what she does with the answer to which memory is meant, or whether
// all are; nil if it was no answer.
func (s *situation) choosing() []samantha.Move {
	switch {
	case s.confirmed():
		return []samantha.Move{{Act: samantha.DoForgot}}
	case s.askedForAll() && s.heard.Has("no"):
		return []samantha.Move{{Act: samantha.DoSpared}}
	case s.askedForAll() && s.heard.Has("yes"):
		return []samantha.Move{s.forgetting(samantha.Act{Slots: slots("all", "yes")})}
	}
	if moves := s.keepsNext(); moves != nil {
		return moves
	}
	if moves := s.agreed(); moves != nil {
		return moves
	}
	if moves := s.rewordsErrand(); moves != nil {
		return moves
	}
	offered := s.state.offered()
	if len(offered) == 0 || s.opens() {
		return nil
	}
	switch a, _ := s.heard.Act("request.forget"); {
	case a.Slots["pick"] == "none":
		return []samantha.Move{{Act: samantha.DoSpared}}
	case a.Slots["pick"] == "yes" && len(offered) > 1:
		return []samantha.Move{s.asksWhichGoes(offered)} // a yes to "which of the two" says neither, and what goes is gone
	}
	if len(s.chosen()) == 0 {
		return nil
	}
	if a, ok := s.heard.Act("request.forget"); ok && s.inPassing(a) {
		return nil
	}
	return []samantha.Move{{Act: samantha.DoForgot}}
}

// chosen are the memories their answer means: by place among those she named,
// all of them, or the one that holds the words of the answer.
func (s *situation) chosen() []samantha.ID {
	offered := s.state.offered()
	named := quoted(offered)
	a, _ := s.heard.Act("request.forget")
	switch a.Slots["pick"] {
	case "all", "yes":
		return offered
	case "first":
		return named[:1]
	case "second":
		return named[min(1, len(named)):min(2, len(named))]
	case "third":
		return named[min(2, len(named)-1):][:1]
	case "last":
		return named[len(named)-1:]
	}
	if a.Slots["topic"] != "" || s.heard.Has("ask") || s.heard.Has("goodbye") || s.heard.Has("greet") {
		return nil
	}
	var holds []samantha.ID
	for _, h := range s.index.Recall(memory.Question{Text: or(a.Slots["words"], s.text)}, 2*recallBreadth) {
		if h.Share >= enough && slices.Contains(offered, h.ID) {
			holds = append(holds, h.ID)
		}
	}
	if len(holds) != 1 {
		return nil
	}
	return holds
}

// forgets are the events that "forget that" means. With a topic, the memory of
// the person's that holds it; told before it in the same breath, this one; else
// what was told last and, if that was a question, what answered it. This moment
// goes with them, for it names what is to be forgotten; and so do those in which it
// was asked for before.
func (s *situation) forgets() []samantha.ID {
	ids := append([]samantha.ID{s.id}, s.askedBefore()...)
	if s.confirmed() {
		return append(ids, s.allTold()...)
	}
	if chosen := s.chosen(); len(chosen) > 0 {
		return append(ids, chosen...)
	}
	act, _ := s.heard.Act("request.forget")
	if act.Slots["topic"] != "" {
		found, _ := s.meant(act)
		return append(ids, found...)
	}
	x, ok := s.lastTaken()
	if !ok || act.Slots["here"] != "" || len(s.toldBefore("request.forget")) > 0 {
		return ids
	}
	ids = append(ids, x.ID)
	if !x.Tells {
		ids = append(ids, x.From...)
	}
	return ids
}

// counted is a forgetting that says how much went, if that was more than one thing.
func (s *situation) counted(m samantha.Move, went int) samantha.Move {
	if m.Act == samantha.DoForgot && went > 1 {
		m.Slots = slots("count", s.rooms.lore.Number(went))
	}
	return m
}

// unfound is a wish to forget for which she found nothing: what it names was told
// with it if nowhere else, and goes.
func (s *situation) unfound(in samantha.Intent) bool {
	return in.Act() == samantha.DoWhich && len(in.Moves[0].From) == 0
}

// askedBefore are the moments of this encounter that asked her to forget something,
// which she answered with a question.
func (s *situation) askedBefore() []samantha.ID {
	if s.opens() {
		return nil
	}
	var ids []samantha.ID
	for _, x := range s.state.Talk {
		if (x.Act == samantha.DoWhich || x.Act == samantha.DoForgetAll) && !x.At.Before(s.encounterSince()) {
			ids = append(ids, x.ID)
		}
	}
	return ids
}

// toldBefore is what is told in this moment before an act of a kind.
func (s *situation) toldBefore(kind string) []samantha.Act {
	before := slices.Clone(s.heard.Acts)
	if at := slices.IndexFunc(before, func(a samantha.Act) bool { return a.Kind == kind }); at >= 0 {
		before = before[:at]
	}
	return slices.DeleteFunc(before, func(a samantha.Act) bool { return !under(a.Kind, "tell") })
}

// toldHere: what a wish to forget names was told in the same breath before it: "the code
// is 4471. No, erase it, forget the code".
func (s *situation) toldHere(topic string) bool {
	return slices.ContainsFunc(s.toldBefore("request.forget"), func(a samantha.Act) bool { return s.index.Share(a.Text, topic) })
}

// lastTaken is the exchange that "that" means to be forgotten: the last, but none in
// which she was only asked to leave something alone, which must not be undone by it.
func (s *situation) lastTaken() (Exchange, bool) {
	for _, x := range slices.Backward(s.state.Talk) {
		if x.Act != samantha.DoAvoid || x.Tells {
			return x, true
		}
	}
	return Exchange{}, false
}

// meant are the memories that a wish to forget names: those of a topic, or what
// somebody said; and whether it is plain that it names them.
func (s *situation) meant(a samantha.Act) (ids []samantha.ID, sure bool) {
	if a.Slots["speaker"] != "" {
		return s.saidBy(a.Slots["topic"]), true
	}
	ids, sure = s.about(a.Slots["topic"])
	return s.withTheRest(a.Slots["topic"], ids), sure && a.Slots["sure"] == ""
}

// forgetsFirst is what she does when asked to forget: before anything else, however
// much was told with it.
func (s *situation) forgetsFirst() []samantha.Move {
	a, ok := s.heard.Act("request.forget")
	if !ok || s.inPassing(a) {
		return nil
	}
	return []samantha.Move{s.forgetting(a)}
}

// inPassing: it only sounds like a wish to forget, or like the choice of what is to go, for
// something else is told with it: "forget the price. We fought about the bread", "both!
// Flour went up". What is gone is gone, so that in doubt she keeps it.
func (s *situation) inPassing(a samantha.Act) bool {
	picks, loose := a.Slots["pick"] != "", a.Slots["sure"] != ""
	if (picks || loose) && slices.ContainsFunc(s.heard.Acts, s.ofElse) {
		return true
	}
	if !loose || !s.tells() {
		return false
	}
	found, _ := s.meant(a) // "forget the diet, I had cake"
	return len(found) == 0
}

// about are the memories of the person's that hold nearly all of a topic, oldest
// first; where none does, those that hold most of it, for nobody names a thing twice
// in the same words, and then it is not sure that they are meant. What stands behind
// a comma is a reason, not the topic.
func (s *situation) about(topic string) (ids []samantha.ID, sure bool) {
	topic, _, _ = strings.Cut(topic, ",")
	hits := slices.DeleteFunc(s.index.Recall(memory.Question{Text: topic}, 2*recallBreadth), func(h memory.Hit) bool {
		return !saidHere(h.By) || s.heardAs(h.Text, "request.forget")
	})
	most := 0.0
	for _, h := range hits {
		if !s.onlyAsks(h.Text) {
			most = max(most, h.Share)
		}
	}
	least := nearly
	if most < nearly {
		least = max(partly, most)
	}
	slices.SortFunc(hits, func(a, b memory.Hit) int { return a.At.Compare(b.At) })
	for _, h := range hits {
		if h.Share >= least {
			ids = append(ids, h.ID)
		}
	}
	return ids, most >= nearly
}

// partly is how much of what is to be forgotten a memory must hold at the least.
const partly = 0.3

// withTheRest are memories that a wish to forget means, with those that name the same
// person or thing, if they are few, and those that only go on about it right after.
func (s *situation) withTheRest(topic string, ids []samantha.ID) []samantha.ID {
	if len(ids) == 0 {
		return nil
	}
	all := map[samantha.ID]samantha.Memory{}
	add := func(m samantha.Memory) {
		if m.ID != s.id && !s.heardAs(m.Text, "request.forget") {
			all[m.ID] = m
		}
	}
	for _, id := range ids {
		if m, ok := s.index.Get(id); ok {
			add(m)
		}
	}
	for _, m := range s.index.Naming(topic, quotedMost) {
		add(m)
	}
	for _, m := range slices.Collect(maps.Values(all)) {
		for next, ok := s.index.Next(m.ID); ok && s.onlyGoesOn(next.Text, m.Text); next, ok = s.index.Next(next.ID) {
			add(next)
		}
	}
	found := slices.SortedFunc(maps.Values(all), func(a, b samantha.Memory) int {
		return cmp.Or(a.At.Compare(b.At), strings.Compare(string(a.ID), string(b.ID)))
	})
	ids = nil
	for _, m := range found {
		ids = append(ids, m.ID)
	}
	return ids
}

// onlyGoesOn: what was told right after something is about it alone: it names nobody
// else, and has a rare word of it or a pronoun for somebody.
func (s *situation) onlyGoesOn(next, of string) bool {
	h := s.rooms.ear.Hear(next, hearing.Context{Now: s.now, People: s.state.Memory.Names()})
	said := samantha.SentenceKey(of)
	for _, p := range h.People {
		if who := cmp.Or(p.Name, p.Relation); who != "" && !strings.Contains(said, samantha.SentenceKey(who)) {
			return false
		}
	}
	if h.Has("request") || h.Has("errand") {
		return false
	}
	return s.index.Share(next, of) || slices.ContainsFunc(strings.Fields(samantha.SentenceKey(next)), memory.IsSomebody)
}
