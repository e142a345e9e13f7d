package mind

import (
	"slices"
	"strings"
	"time"

	"samantha"
	"samantha/internal/mind/memory"
)

// fromTellings answers a question after a particular of something told, however
// it was put; nil if it is none or nothing is known.
func (s *situation) fromTellings(a samantha.Act) []samantha.Move {
	switch a.Kind {
	case "ask.past", "ask.world", "ask.other", "ask.view", "ask.course", "ask.reason":
	default:
		return nil
	}
	a.Text = s.wholeQuestion(a.Text)
	if m, ok := s.particular(a.Text); ok {
		return []samantha.Move{m}
	}
	if a.Slots["hers"] != "" {
		return nil // what she thinks is nothing they told
	}
	if a.Kind != "ask.past" && s.rooms.lore.AsksOwn(a.Text) {
		if moves := s.fromOwn(a.Text); moves != nil {
			return moves
		}
	}
	if q, ok := s.rooms.ear.Question(a.Text); ok && q.Asks == "what" && isThird(q.Who) {
		return []samantha.Move{{Act: samantha.DoNothing}} // "what did she have": nothing else to look for
	}
	ofTheirs := a.Kind == "ask.world" && s.asksOf(a.Text)
	if (a.Kind == "ask.other" || ofTheirs) && s.asksDetail(a.Text) {
		return s.past(a, detailShare)
	}
	return nil
}

// wholeQuestion is the question that a part of an utterance begins, where it was heard
// in parts: "where did Hana and I split up?"
func (s *situation) wholeQuestion(part string) string {
	whole := strings.TrimSpace(s.text)
	if len(samantha.Sentences(whole)) == 1 && strings.HasSuffix(whole, "?") && strings.HasPrefix(whole, part) {
		return whole
	}
	return part
}

// asksOf: a question asks of the person, or of somebody they spoke of: "how many
// plants does she have?"
func (s *situation) asksOf(question string) bool {
	return slices.ContainsFunc(strings.Fields(samantha.SentenceKey(question)), func(w string) bool {
		_, spokenOf := s.state.Memory.Meant(w)
		return w == "i" || spokenOf && w != "it"
	})
}

// fromMemory answers what is asked of the past in so many words.
func (s *situation) fromMemory(a samantha.Act) []samantha.Move {
	switch a.Kind {
	case "ask.fact":
		return s.fact(a)
	case "ask.dream":
		return s.theirDream(a)
	case "ask.mention":
		if moves := s.mentioned(a); moves != nil {
			return moves
		}
		return s.mentionedThing(a)
	case "ask.avoided":
		return []samantha.Move{s.leavesAlone()}
	case "ask.people":
		if a.Slots["of"] == "lately" {
			return s.namedLately(a)
		}
		if a.Slots["of"] == "lapsed" {
			return s.lapsed()
		}
		return s.theirPeople(a.Slots["of"] == "family")
	case "ask.facts":
		return s.everything(or(a.Slots["of"], memory.Person))
	case "ask.past":
		return s.past(a, enough)
	case "ask.why":
		if a.Slots["of"] == "dream" {
			return []samantha.Move{s.dreamMadeOf()}
		}
		if x, ok := s.last(); ok && x.Felt != "" {
			return []samantha.Move{s.ownFeeling("ask.whyfeel")}
		}
		if s.state.Asked != "" && terse(s.text) && !s.opens() {
			return []samantha.Move{{Act: samantha.DoCurious}} // why she asks
		}
		if x, ok := s.last(); ok && !s.opens() && s.bareWhy(x) {
			return []samantha.Move{s.explains()}
		}
		if x, ok := s.last(); ok && !s.opens() && madeUp(x.Act) {
			return []samantha.Move{{Act: samantha.DoSmall, Slots: slots("sort", "madeup")}}
		}
		return s.source(a.Text)
	case "ask.last":
		if a.Slots["which"] != "" {
			return s.toldNow(a.Slots["which"])
		}
		return s.lastTalked(a)
	case "ask.myname":
		return s.theirName()
	}
	return nil
}

// fromTheirs answers a question about the world that is about theirs: from what
// was told, if anything was.
func (s *situation) fromTheirs(a samantha.Act) []samantha.Move {
	if a.Kind != "ask.world" && a.Kind != "ask.other" || !s.ofTheirs(a.Text) || s.asksNameAlone(a.Text) {
		return nil
	}
	found := s.past(a, nearly)
	if found[0].Act == samantha.DoNothing && a.Kind == "ask.other" {
		return nil
	}
	return found
}

// ofTheirs: a question names somebody they told of, or something that is theirs;
// then it is about the past, whatever its form.
func (s *situation) ofTheirs(question string) bool {
	q := " " + samantha.SentenceKey(question) + " "
	for _, name := range s.state.Memory.People() {
		if strings.Contains(q, " "+samantha.SentenceKey(name)+" ") {
			return true
		}
	}
	return strings.Contains(q, " my ") || strings.Contains(q, " our ")
}

// What share of a question's weight a memory must hold to be an answer to it:
// half if it was asked what was said, nearly all if it was asked for a fact.
const (
	enough = 0.5
	nearly = 0.8
)

// detailShare is the share of a question after a detail that a memory must hold.
const detailShare = 0.6

// isThird: a pronoun for somebody else.
func isThird(w string) bool { return w == "he" || w == "she" || w == "it" || w == "they" }

// asksDetail: the question is after something that was told, by its form: what
// somebody did, how many, where, when.
func (s *situation) asksDetail(question string) bool {
	q, ok := s.rooms.ear.Question(question)
	return ok && q.Who != "you" && !strings.Contains(" "+samantha.SentenceKey(question)+" ", " you ")
}

// theirs is how much of what answers a question its owner must have said: below
// it, what was asked of one of them is the other's.
const theirs = 0.1

// question is what is looked for when something is said: by its words, whose
// they are and when, and, if something is asked, in all of an encounter.
func (s *situation) question(text string) memory.Question {
	names := map[string]samantha.Origin{s.herName(): samantha.OriginHerself, s.state.Memory.Name(): samantha.OriginPerson}
	return memory.Question{
		Asked: text, Text: text, Owner: s.rooms.lore.Whose(text, names), Times: s.times(text), Wide: s.heard.Has("ask"), Renew: s.heard.Has("ask"),
		Outdated: s.state.Memory.Outdated(), Replaced: s.state.Memory.Replaced(), People: s.state.Memory.People(),
	}
}

// past answers from a memory, verbatim, or says that there is none.
func (s *situation) past(a samantha.Act, share float64) []samantha.Move {
	asked := a.Slots["topic"]
	if s.pointsBack(asked) {
		if !s.index.Asks(s.rooms.lore.Weighty(a.Text)) {
			return s.source(a.Text)
		}
		asked = ""
	}
	if m, ok := s.several(a.Text); ok {
		return []samantha.Move{m}
	}
	if moves := s.fromOwn(a.Text); moves != nil {
		return moves
	}
	topic := s.sayable(or(asked, or(a.Slots["who"], a.Slots["of"])))
	if topic == memory.Person {
		topic = ""
	}
	question := s.question(a.Text)
	question.Text = or(asked, a.Text)
	if s.index.Owned(question) < theirs {
		return []samantha.Move{{Act: samantha.DoNothing, Slots: slots("topic", topic)}}
	}
	if s.index.Evidence(question.Text) < memory.LeastEvidence {
		return []samantha.Move{{Act: samantha.DoNothing, Slots: slots("topic", topic)}}
	}
	for _, h := range s.index.Recall(question, 2*recallBreadth) {
		if max(h.Share, h.Asked) < share || !ownWords(h.By) || s.onlyAsks(h.Text) || !s.rooms.lore.HasAmount(a.Text, h.Text) || s.rooms.lore.Another(a.Text, h.Text) {
			continue
		}
		m := samantha.Move{Act: samantha.DoMemory, Slots: slots("when", s.when(h.At, a.Text), "wrote", yes(h.By == samantha.OriginFile))}
		s.recall(&m, "quote", h.ID)
		return []samantha.Move{m}
	}
	return []samantha.Move{{Act: samantha.DoNothing, Slots: slots("topic", topic)}}
}

// Several are gathered if there are two; she names no more than four.
const (
	leastGathered = 2
	mostGathered  = 4
)

// several answers a question that wants several things, or several people, with
// a few words of each.
func (s *situation) several(question string) (samantha.Move, bool) {
	q := s.question(question)
	q.Owner = samantha.OriginPerson // theirs; what she said herself is no receipt
	found := s.index.Gather(q, mostGathered)
	var ids []samantha.ID
	for _, m := range found.Memories {
		ids = append(ids, m.ID)
	}
	for _, k := range s.state.Memory.Who(s.rooms.lore, question) {
		if id := k.ID.Event(); !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	if len(ids) < leastGathered {
		return samantha.Move{}, false
	}
	more := found.More > 0 || len(ids) > mostGathered
	m := samantha.Move{Act: samantha.DoGathered, Slots: slots("more", yes(more))}
	for i, slot := range []string{"one", "two", "three", "four"}[:min(len(ids), mostGathered)] {
		s.recall(&m, slot, ids[i])
	}
	return m, true
}

// ownWords: they said it, or wrote it before she was there.
func ownWords(by samantha.Origin) bool {
	return by == samantha.OriginPerson || by == samantha.OriginFile
}

// when says how long ago something was, lightly, or its day if that was asked.
func (s *situation) when(at time.Time, question string) string {
	then := at.In(s.now.Location())
	if s.rooms.lore.AsksWhen(question) {
		return s.rooms.lore.Day(then, s.now)
	}
	return s.rooms.lore.Ago(then, s.now)
}

// pointsBack: a topic without a word to look for ("that", "i tell you that") is
// what was just spoken of.
func (s *situation) pointsBack(topic string) bool {
	return topic != "" && !s.index.Asks(topic)
}

// source answers "why did you say that" with the words it came from, and "when
// did I tell you that" with their day.
func (s *situation) source(question string) []samantha.Move {
	x, ok := s.last()
	if !ok || x.Act == samantha.DoNothing {
		return []samantha.Move{{Act: samantha.DoNothing}}
	}
	if k, ok := s.knownFrom(x.Given); ok {
		return []samantha.Move{s.receipt(k)}
	}
	if x.Act == samantha.DoHerDream {
		return []samantha.Move{s.piecesOf(x.From)}
	}
	if len(x.From) == 0 && (!x.Tells || !s.rooms.ear.Holds("asks a source", question)) {
		return []samantha.Move{s.ownWord(question)}
	}
	id, at := x.ID, x.At
	if from := s.withoutName(x.From); len(from) > 0 {
		if m, ok := s.index.Get(s.state.Memory.Receipt(from[0])); ok {
			id, at = m.ID, m.At
		}
	}
	m := samantha.Move{Act: samantha.DoMemory, Slots: slots("when", s.when(at, question))}
	s.recall(&m, "quote", id)
	return []samantha.Move{m}
}

// withoutName leaves out where their name is from, unless it is all there is: a
// greeting by name has more to it than the name.
func (s *situation) withoutName(from []samantha.ID) []samantha.ID {
	known := s.state.Memory.Find(memory.Person, "name")
	if len(known) == 0 || len(from) < 2 {
		return from
	}
	return without(from, known[0].ID.Event())
}

// toldNow answers what they told just now, or first of all: in this talk, which
// may be minutes old, and in none before.
func (s *situation) toldNow(which string) []samantha.Move {
	var told []samantha.Memory
	for _, m := range s.index.Newest(2*s.encounterMoments() + 1) {
		if m.By == samantha.OriginPerson && !m.At.Before(s.state.Encounter.Since) && s.encounterMoments() > 0 && s.hasTold(m.Text) {
			told = append(told, m)
		}
	}
	if len(told) == 0 {
		return []samantha.Move{{Act: samantha.DoNothing}}
	}
	m := told[len(told)-1]
	if which == "first" {
		m = told[0]
	}
	move := samantha.Move{Act: samantha.DoMemory, Slots: slots("when", s.rooms.lore.Ago(m.At.In(s.now.Location()), s.now))}
	s.recall(&move, "quote", m.ID)
	return []samantha.Move{move}
}

// hasTold: an utterance that tells something.
func (s *situation) hasTold(text string) bool {
	return tellsMore(s.rooms.ear.Hear(text, earNow(s.now)))
}

// lastTime answers what they talked about: last time or, asked for the place in
// this talk, here.
func (s *situation) lastTime(here bool) []samantha.Move {
	left := s.state.LeftOff
	if s.opens() {
		left = s.leftOff()
	}
	if n := len(s.state.Memory.Details); n > 0 && !s.opens() && (here || left.Text == "") {
		left = s.state.Memory.Details[n-1]
	}
	if left.Text == "" {
		return []samantha.Move{{Act: samantha.DoNothing}}
	}
	m := samantha.Move{Act: samantha.DoLast}
	s.recall(&m, "quote", left.ID)
	if kept, ok := s.index.Get(left.ID.Event()); ok {
		m.Slots = slots("when", s.rooms.lore.Ago(kept.At.In(s.now.Location()), s.now))
	}
	return []samantha.Move{m}
}

// particular answers a question after a part of something told: what the cat
// swallowed, who took the pan.
func (s *situation) particular(question string) (samantha.Move, bool) {
	q, ok := s.rooms.ear.Question(question)
	if !ok || strings.HasPrefix(samantha.SentenceKey(question), "what happened") || q.Who == "i" && s.rooms.lore.Weighty(question) != strings.TrimSpace(samantha.SentenceKey(question)) {
		return samantha.Move{}, false // "what did i tell you about the boxes" is after the boxes
	}
	t, ok := s.state.Memory.Particular(q.Told, q.Asks)
	if !ok {
		return samantha.Move{}, false
	}
	if q.Asks == "what" && strings.Contains(" "+samantha.SentenceKey(question)+" ", " "+samantha.SentenceKey(t.What)+" ") {
		return samantha.Move{}, false // what the question has in it is no answer
	}
	if q.Asks == "who" && memory.Same(t.Who, "i") && strings.HasSuffix(samantha.SentenceKey(question), " with me") {
		return samantha.Move{}, false // who else: it was not they alone
	}
	m := samantha.Move{Act: samantha.DoDetail, Slots: slots("asks", q.Asks)}
	switch {
	case q.Asks == "what":
		s.recall(&m, "value", t.ID)
	case t.WhoID != "":
		s.recallName(&m, t.WhoID)
	default:
		s.recall(&m, "value", memory.DoerOf(t.ID))
	}
	return m, true
}

// recallName fills the value of a move with the name of somebody spoken of, if it
// is known by now: "Piet" rather than "your ex".
func (s *situation) recallName(m *samantha.Move, topic samantha.ID) {
	t, _ := s.state.Memory.Topic(topic)
	if t.Name == "" && t.Relation != "" {
		for _, k := range s.state.Memory.Find(t.Relation, "name") {
			id := k.ID
			if k.Slot == "relation" {
				id = k.Like // the name was told first, and what it is to them after
			}
			if id != "" {
				s.recall(m, "value", id)
				m.From = append(m.From, s.state.Memory.From(k.Sources)...)
				return
			}
		}
	}
	s.recall(m, "value", topic)
}
