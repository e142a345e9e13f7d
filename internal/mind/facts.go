package mind

import (
	"slices"
	"strings"

	"samantha"
	"samantha/internal/mind/memory"
)

// rehomed answers "not mine, my sister's".
func (s *situation) rehomed(a samantha.Act) samantha.Move {
	m := samantha.Move{Act: samantha.DoWrong, Slots: slots("hurt", yes(len(s.appraised.Eased) > 0))}
	if _, ok := s.moving(); ok {
		m.Slots = slots("of", s.theirs(s.owner(a)), "fixed", "yes")
	}
	return m
}

// theirs is somebody as the person would speak of them: "my sister", "Mara".
func (s *situation) theirs(who string) string {
	if s.rooms.ear.In("relation", who) || s.rooms.ear.In("pet", who) {
		return "my " + strings.ToLower(who)
	}
	return who
}

// denied answers "I never told you that": with the words, if there are any; if
// they stand by it, a fact is taken back, and words are left to them.
func (s *situation) denied(a samantha.Act) samantha.Move {
	x, _ := s.last()
	back := samantha.Move{Act: samantha.DoTakeBack}
	if a.Slots["topic"] != "" { // whatever was told of it is shown
		if found := s.past(a, enough); found[0].Act == samantha.DoMemory {
			return found[0]
		}
		return back
	}
	if a.Slots["what"] != "" { // "I never said that I like tea"
		if k, ok := s.pointed(func(k memory.Known) bool { return true }); ok && x.Act != samantha.DoMemory {
			return s.receipt(k)
		}
	}
	if s.opens() {
		return back
	}
	if _, out := s.denying(); out {
		back.Slots = slots("held", "fact")
		return back
	}
	if x.Act == samantha.DoMemory {
		back.Slots = slots("held", "words")
		return back
	}
	if k, ok := s.knownFrom(x.Given); ok {
		return s.receipt(k)
	}
	if len(x.From) > 0 {
		if found := s.source(a.Text); found[0].Act == samantha.DoMemory {
			return found[0]
		}
	}
	return back
}

// receipt is the sentence a fact was taken from, with its day.
func (s *situation) receipt(k memory.Known) samantha.Move {
	return samantha.Move{
		Act:    samantha.DoMemory,
		Slots:  slots("when", s.rooms.lore.Day(k.Last.In(s.now.Location()), s.now)),
		Recall: map[string]samantha.ID{"fact": k.ID},
		From:   []samantha.ID{k.ID.Event()},
	}
}

// settled takes their answer to her question.
func (s *situation) settled() (samantha.Move, bool) {
	d, old, ok := s.doubt()
	if !ok || len(s.facts) == 0 || s.facts[0].Holds == "" {
		return samantha.Move{}, false
	}
	m := samantha.Move{
		Act:   samantha.DoSettled,
		Slots: slots("holds", string(s.facts[0].Holds)),
		From:  events(append(slices.Clone(d.Sources), old.Sources...)),
	}
	if !memory.Same(d.Value, old.Value) { // two of one name are not told apart by it
		m.Recall = map[string]samantha.ID{"value": d.ID, "before": old.ID}
	}
	return m, true
}

// differs is what she says of a fact that is otherwise than what she knew. What
// it contradicts she asks about; a kind that changes may change, and she says
// what it was; what was told as a change needs no word.
func (s *situation) differs() (samantha.Move, bool) {
	if s.heard.Has("correct") {
		return samantha.Move{}, false
	}
	for _, f := range s.facts {
		if k, ok := s.knownFrom(f.Doubt); ok {
			return s.asksWhich(f, k, s.theirs(f.Of)), true
		}
		if k, ok := s.state.Memory.Differs(f); ok && replaces(f, k) {
			return samantha.Move{
				Act: samantha.DoChanged, Slots: slots("of", f.Of, "slot", f.Slot, "value", f.Value),
				Recall: map[string]samantha.ID{"before": k.ID}, From: s.state.Memory.From(k.Sources),
			}, true
		}
	}
	return samantha.Move{}, false
}

// asksWhich asks which of two holds; of one name of two people, whose it is.
func (s *situation) asksWhich(f samantha.Fact, k memory.Known, who string) samantha.Move {
	m := samantha.Move{Act: samantha.DoDiffers, From: s.state.Memory.From(k.Sources)}
	if memory.Same(k.Value, f.Value) {
		m.Slots, m.Recall = slots("who", who), map[string]samantha.ID{"fact": k.ID}
		return m
	}
	m.Slots = slots("of", f.Of, "slot", f.Slot, "value", f.Value, "was", either(k.Slot != f.Slot, k.Slot, ""))
	m.Recall = map[string]samantha.ID{"before": k.ID}
	return m
}

// replaces: a fact takes the place of a known one in a way worth a word. An age
// is expected to, and what only says more is no change.
func replaces(f samantha.Fact, k memory.Known) bool {
	return k.Slot == f.Slot && f.Slot != "age" && f.Like == "" && f.Way == samantha.WayPlain && !f.Beside && !memory.Alike(k.Value, f.Value)
}

// fact answers from what is known; if nothing holds, from what held before; if
// nothing did, from what was said; and if nothing was, with that.
func (s *situation) fact(a samantha.Act) []samantha.Move {
	of, slot := or(a.Slots["of"], memory.Person), a.Slots["slot"]
	if slot == "about" || slot == "who" {
		if moves := s.whoIs(a); moves != nil {
			return moves
		}
		slot = "who"
	}
	known := s.known(of, slot)
	if of != memory.Person && slot == "name" {
		if moves := s.namesOf(of, a.Text); moves != nil {
			return moves
		}
	}
	before := s.state.Memory.Before(of, slot)
	switch {
	case slot == "" || slot == "who":
		if known = s.state.Memory.About(or(a.Slots["who"], of)); len(known) == 0 {
			known = s.state.Memory.Met(or(a.Slots["who"], of))
		}
	case slot == "work" && len(known) == 0 && len(before) == 0:
		known = slices.Concat(s.known(of, "does"), s.known(of, "worked")) // what they do is told by its verb
	case a.Slots["past"] != "", len(known) == 0, known[0].Slot != slot && len(before) > 0 && before[0].Slot == slot:
		known = before
	}
	if slot == "age" && len(known) > 0 {
		if told := s.toldThen(a.Text); len(told) > 0 && told[0].Kind && told[0].At.After(known[0].Last) {
			return []samantha.Move{s.quoted([]samantha.Memory{told[0].Memory}, false, a.Text)}
		}
	}
	if len(known) == 0 {
		return s.unknown(a, of, slot)
	}
	var moves []samantha.Move
	for _, k := range known[:min(3, len(known))] {
		moves = append(moves, s.stated(k, a.Text))
	}
	return moves
}

// unknown answers where no fact does: with words that made none, from what was said,
// or that there is nothing.
func (s *situation) unknown(a samantha.Act, of, slot string) []samantha.Move {
	theirs := of != memory.Person // somebody's of the person's
	switch {
	case slot == "name":
		if moves := s.whoIs(a); moves != nil {
			return moves
		}
	case slot == "age" && theirs:
		if moves := s.fromOwn(a.Text); moves != nil { // "Figo is my canary. Yellow, four years old."
			return moves
		}
	case slot == "work" && theirs:
		if m, ok := s.tradeOf(of); ok {
			return []samantha.Move{m}
		}
	case slot == "home" && theirs:
		if told := s.movedTo(of); len(told) > 0 {
			return []samantha.Move{s.quoted(told[len(told)-1:], false, a.Text)}
		}
	case s.rooms.ear.In("relation", slot):
		if told := s.kinOfTheirs(of, slot); len(told) > 0 {
			return []samantha.Move{s.quoted(told[len(told)-1:], false, a.Text)}
		}
	}
	if slot == "home" || slot == "work" || slot == "workplace" {
		if moves := s.fromOwn(a.Text); moves != nil && s.tellsPlainly(moves[0].From) {
			return moves
		}
	}
	if slot != "" && slot != "who" {
		return []samantha.Move{{Act: samantha.DoNothing, Slots: slots("topic", a.Slots["topic"])}}
	}
	if !s.introduces(a.Text) {
		if m, ok := s.tellsOf(or(a.Slots["who"], of), a.Text); ok {
			return []samantha.Move{m}
		}
	}
	return s.past(a, nearly)
}

// introduces: something they told says who somebody is, as the question asks: "the twins
// are Rita and Duarte".
func (s *situation) introduces(question string) bool {
	told := s.toldThen(question)
	return len(told) > 0 && told[0].Kind
}

// tradeOf is what was told of what somebody does, in words that make no fact: "Nuno
// sells insurance".
func (s *situation) tradeOf(who string) (samantha.Move, bool) {
	for _, trade := range s.rooms.lore.Trades() {
		for _, h := range s.index.Told(who+" "+trade, s.rooms.ear.Forms) {
			if !strings.Contains(samantha.SentenceKey(h.Text)+" ", samantha.SentenceKey(who+" "+trade)+" ") {
				continue
			}
			m := samantha.Move{Act: samantha.DoMemory, Slots: slots("when", s.rooms.lore.Ago(h.At.In(s.now.Location()), s.now))}
			s.recall(&m, "quote", h.ID)
			return m, true
		}
	}
	return samantha.Move{}, false
}

// known is what is known of somebody in a slot. Whom they are with may be known
// by name and relation.
func (s *situation) known(of, slot string) []memory.Known {
	if of == memory.Person && slot == "partner" {
		return s.rooms.lore.Partner(&s.state.Memory)
	}
	return s.state.Memory.Find(of, slot)
}

// hedged is how sure a fact must be to be said as one.
const hedged = 0.5

// stated gives one fact back, as past if it is over or they are dead, and with its
// day only if the day was asked for.
func (s *situation) stated(k memory.Known, question string) samantha.Move {
	m := samantha.Move{
		Act:    samantha.DoFact,
		Recall: map[string]samantha.ID{"fact": k.ID},
		From:   s.state.Memory.From(k.Sources),
		Slots:  slots("past", s.tense(k), "sure", either(k.Confidence < hedged, "low", "")),
	}
	if d, ok := s.state.Memory.Doubted(k); ok {
		m.Recall["other"] = d.ID
		m.From = append(m.From, s.state.Memory.From(d.Sources)...)
	}
	if s.rooms.lore.AsksWhen(question) {
		m.Slots["when"] = s.rooms.lore.Day(k.Last.In(s.now.Location()), s.now)
	}
	return m
}

// tense is "over" for what held once, "dead" for what is known of the dead.
func (s *situation) tense(k memory.Known) string {
	switch {
	case s.state.Memory.Dead(k.Of):
		return "dead"
	case !k.Until.IsZero():
		return "over"
	}
	return ""
}

// factsSaid is how many facts she says in a row; whole lists are read on the page.
const factsSaid = 5

// everything is what she knows of somebody, the weightiest first.
func (s *situation) everything(of string) []samantha.Move {
	known := s.state.Memory.About(of)
	if of == memory.Person {
		if m, ok := s.soFar(); ok {
			return []samantha.Move{m}
		}
		shut := func(k memory.Known) bool { return len(s.shut(k.Of+" "+k.Value)) > 0 }
		known = slices.DeleteFunc(slices.Clone(s.state.Memory.Known()), shut) // those of their people last
	}
	if len(known) == 0 && of != memory.Person {
		if moves := s.each(of); moves != nil {
			return moves
		}
		if moves := s.ofValue(of, ""); moves != nil {
			return moves
		}
		if m, ok := s.tellsOf(of, ""); ok {
			return []samantha.Move{m}
		}
	}
	if len(known) == 0 && of == memory.Person {
		return []samantha.Move{s.nature("stranger")}
	}
	if len(known) == 0 {
		return []samantha.Move{{Act: samantha.DoNothing}}
	}
	first := s.foremost(of, known)
	lead := samantha.Move{Act: samantha.DoFacts, Slots: slots("more", yes(len(first) < len(known)))}
	if of != memory.Person {
		lead.Slots["of"] = s.theirs(of)
	}
	moves := []samantha.Move{lead}
	for _, k := range first {
		moves = append(moves, s.stated(k, ""))
	}
	return moves
}

// foremost are the facts that say most of somebody: who they are, what they do,
// where, with whom, and then what was told last. At first one of each.
func (s *situation) foremost(of string, known []memory.Known) []memory.Known {
	var first, rest []memory.Known
	seen := map[int]bool{}
	for _, k := range slices.Backward(known) { // the newest of each
		if r := s.rank(of, k); !seen[r] {
			seen[r] = true
			first = append(first, k)
		} else {
			rest = append(rest, k)
		}
	}
	byRank := func(a, b memory.Known) int { return s.rank(of, a) - s.rank(of, b) }
	slices.SortStableFunc(first, byRank)
	slices.SortStableFunc(rest, byRank)
	all := append(first, rest...)
	all = all[:min(factsSaid, len(all))]
	slices.SortStableFunc(all, byRank)
	return all
}

// rank is how early a fact comes when somebody is told of; what is known of the
// person's people comes last.
func (s *situation) rank(of string, k memory.Known) int {
	others := of == memory.Person && k.Of != memory.Person
	switch {
	case k.Slot == "relation", k.Slot == "name" && !others:
		return 0
	case k.Slot == "partner", k.Slot == "name" && s.rooms.ear.In("relation", k.Of):
		return 3
	case k.Slot == "name":
		return 5 // an animal's
	case others:
		return 6
	}
	switch k.Slot {
	case "work", "does", "workplace", "studies":
		return 1
	case "home", "from":
		return 2
	case "likes":
		return 4
	}
	return 5
}
