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
	facts := memory.Learn(s.heard, s.given(), before)
	if x, ok := s.last(); ok && !s.opens() {
		facts = append(facts, s.state.Memory.LearnOf(s.heard, x.ID)...)
	}
	facts = s.settling(facts)
	if s.heard.Has("correct") {
		return facts
	}
	for i, f := range facts {
		if k, ok := s.rooms.lore.Contradicts(&s.state.Memory, f); ok {
			facts[i].Doubt = k.ID
		}
	}
	return facts
}

// moving is the fact that is somebody else's, if that was said: the one whose
// value is named, that she gave back, or that was told last. A name is moved to
// nobody.
func (s *situation) moving() (samantha.Fact, bool) {
	a, ok := s.heard.Act("rehome")
	who := a.Slots["who"]
	if !ok || who == "" || s.opens() {
		return samantha.Fact{}, false
	}
	last, _ := s.last()
	text := " " + samantha.SentenceKey(s.text) + " "
	var meant samantha.ID
	weight := 0
	for _, k := range s.state.Memory.Known() {
		w := 0
		switch {
		case k.Slot == "name", memory.Same(k.Of, who), memory.Same(k.Value, who):
		case strings.Contains(text, " "+samantha.SentenceKey(k.Value)+" "):
			w = 3
		case last.Given != "" && slices.Contains(k.Sources, last.Given):
			w = 2
		case k.ID.Event() == last.ID:
			w = 1
		}
		if w > 0 && w >= weight {
			meant, weight = k.ID, w
		}
	}
	return samantha.Fact{Of: who, Like: meant, Quote: a.Text}, weight > 0
}

// rehomed answers "not mine, my sister's".
func (s *situation) rehomed(a samantha.Act) samantha.Move {
	m := samantha.Move{Act: samantha.DoWrong, Slots: slots("hurt", yes(len(s.appraised.Eased) > 0))}
	if _, ok := s.moving(); ok {
		m.Slots = slots("of", s.theirs(a.Slots["who"]), "fixed", "yes")
	}
	return m
}

// theirs is somebody as the person would speak of them: "my sister", "Mara".
func (s *situation) theirs(who string) string {
	if s.rooms.ear.In("relation", who) || s.rooms.ear.In("pet", who) {
		return "my " + who
	}
	return who
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

// denied answers "I never told you that": with the words, if there are any; if
// they stand by it, a fact is taken back, and words are left to them.
func (s *situation) denied(a samantha.Act) samantha.Move {
	x, ok := s.last()
	back := samantha.Move{Act: samantha.DoTakeBack}
	if !ok || s.opens() {
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

// knownFrom is what is known from a fact as it was learned, if it still holds.
func (s *situation) knownFrom(id samantha.ID) (memory.Known, bool) {
	for _, k := range s.state.Memory.All() {
		if id != "" && slices.Contains(k.Sources, id) {
			return k, true
		}
	}
	return memory.Known{}, false
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
		if k, ok := s.knownFrom(f.Doubt); ok && memory.Same(k.Value, f.Value) { // one name of two people
			return samantha.Move{
				Act: samantha.DoDiffers, Slots: slots("who", s.theirs(f.Of)), Recall: map[string]samantha.ID{"fact": k.ID}, From: events(k.Sources),
			}, true
		} else if ok {
			return samantha.Move{
				Act: samantha.DoDiffers, Slots: slots("of", f.Of, "slot", f.Slot, "value", f.Value, "was", either(k.Slot != f.Slot, k.Slot, "")),
				Recall: map[string]samantha.ID{"before": k.ID}, From: events(k.Sources),
			}, true
		}
		k, ok := s.state.Memory.Differs(f)
		if ok && k.Slot == f.Slot && f.Slot != "age" && f.Like == "" && f.Way == samantha.WayPlain && !f.Beside {
			return samantha.Move{
				Act: samantha.DoChanged, Slots: slots("of", f.Of, "slot", f.Slot, "value", f.Value),
				Recall: map[string]samantha.ID{"before": k.ID}, From: events(k.Sources),
			}, true
		}
	}
	return samantha.Move{}, false
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
	if one, many := strings.CutSuffix(of, "s"); many && len(known) == 0 { // "my brothers"
		known = s.known(one, slot)
	}
	before := s.state.Memory.Before(of, slot)
	switch {
	case slot == "" || slot == "who":
		if known = s.state.Memory.About(or(a.Slots["who"], of)); len(known) == 0 {
			known = s.state.Memory.Met(or(a.Slots["who"], of))
		}
	case a.Slots["past"] != "", len(known) == 0:
		known = before
	}
	if len(known) == 0 && slot == "name" {
		if moves := s.whoIs(a); moves != nil {
			return moves
		}
	}
	if len(known) == 0 && slot != "" && slot != "who" {
		return []samantha.Move{{Act: samantha.DoNothing, Slots: slots("topic", a.Slots["topic"])}}
	}
	if len(known) == 0 {
		return s.past(a, nearly)
	}
	var moves []samantha.Move
	for _, k := range known[:min(3, len(known))] {
		moves = append(moves, s.stated(k, a.Text))
	}
	return moves
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
		From:   events(k.Sources),
		Slots:  slots("past", s.tense(k), "sure", either(k.Confidence < hedged, "low", "")),
	}
	if d, ok := s.state.Memory.Doubted(k); ok {
		m.Recall["other"] = d.ID
		m.From = append(m.From, events(d.Sources)...)
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
		known = s.state.Memory.Known() // those of their people last
	}
	if len(known) == 0 {
		return []samantha.Move{{Act: samantha.DoNothing}}
	}
	first := foremost(of, known)
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
func foremost(of string, known []memory.Known) []memory.Known {
	rank := func(k memory.Known) int {
		others := k.Of != memory.Person && of == memory.Person
		switch k.Slot {
		case "name":
			if others {
				return 3
			}
			return 0
		case "relation":
			return 0
		}
		if others {
			return 6
		}
		switch k.Slot {
		case "work", "workplace", "studies":
			return 1
		case "home", "from":
			return 2
		case "partner":
			return 3
		case "likes":
			return 4
		}
		return 5
	}
	var first, rest []memory.Known
	seen := map[int]bool{}
	for _, k := range slices.Backward(known) { // the newest of each
		if r := rank(k); !seen[r] {
			seen[r] = true
			first = append(first, k)
		} else {
			rest = append(rest, k)
		}
	}
	byRank := func(a, b memory.Known) int { return rank(a) - rank(b) }
	slices.SortStableFunc(first, byRank)
	slices.SortStableFunc(rest, byRank)
	all := append(first, rest...)
	all = all[:min(factsSaid, len(all))]
	slices.SortStableFunc(all, byRank)
	return all
}
