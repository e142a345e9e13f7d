package mind

import (
	"slices"
	"strings"

	"samantha"
	"samantha/internal/mind/asked"
	"samantha/internal/mind/memory"
)

// standing answers a question that says little by itself from the one before it.
func (s *situation) standing(a samantha.Act) []samantha.Move {
	if !under(a.Kind, "ask") {
		return nil
	}
	switch a.Kind {
	case "ask.past", "ask.world", "ask.other", "ask.course", "ask.reason", "ask.then", "ask.why", "ask.fact", "ask.said", "ask.view":
	default:
		return nil
	}
	if a.Kind == "ask.fact" && a.Slots["of"] == memory.Person {
		return nil // it says of whom and what: "where am I from"
	}
	q := s.rooms.reader.Question(s.fullQuestion(a.Text))
	x, ok := s.last()
	if !ok || s.opens() || !q.Follows && (!s.leans(q, mostLeaning) || s.rooms.reader.AsksSaid(q.Text)) || a.Kind == "ask.why" && (x.Felt != "" || s.state.Asked != "" || s.bareWhy(x)) {
		return nil
	}
	before, kept := s.index.Get(x.ID)
	if !kept || !s.heardAs(before.Text, "ask") && !x.Tells {
		return nil
	}
	if a.Kind == "ask.then" && q.Order == asked.Newest {
		if moves := s.sameAgain(a); moves != nil && moves[0].Act != samantha.DoNothing && moves[0].Act != samantha.DoBetween {
			return moves
		}
	}
	if f, ok := s.focused(); ok && s.rooms.reader.Course(q) {
		return s.unlessHeldBack(s.went(a, f))
	}
	if moves := s.formerFact(q, x); moves != nil {
		return s.unlessHeldBack(moves)
	}
	return s.unlessHeldBack(s.fromReading(a))
}

// formerFact answers "and before that?" of a fact she just gave back.
func (s *situation) formerFact(q asked.Question, x Exchange) []samantha.Move {
	k, ok := s.knownFrom(x.Given)
	if !ok || q.Order != asked.Before && q.Order != asked.First {
		return nil
	}
	before := s.state.Memory.Before(k.Of, k.Slot)
	if len(before) == 0 {
		return nil
	}
	return []samantha.Move{s.stated(before[0], "")}
}

func (s *situation) unlessHeldBack(moves []samantha.Move) []samantha.Move {
	if s.holdsBack(moves) {
		return []samantha.Move{{Act: samantha.DoHeldBack}}
	}
	return moves
}

// vouched are the moves that answer a question, if they can: where what they give back
// has no sum, day or name and one was asked for, or nothing was found, the sentence of
// theirs that answers, or none.
func (s *situation) vouched(a samantha.Act, moves []samantha.Move) []samantha.Move {
	switch a.Kind {
	case "ask.past", "ask.world", "ask.other", "ask.reason", "ask.said", "ask.fact":
	default:
		return moves
	}
	if len(moves) != 1 {
		return moves
	}
	m := moves[0]
	lost := m.Act == samantha.DoNothing || m.Act == samantha.DoWorld || m.Act == samantha.DoBetween
	given := m.Act == samantha.DoMemory && m.Recall["fact"] == "" || m.Act == samantha.DoDetail
	if given && len(m.From) > 0 {
		if newer := s.newerOf(a, m.From[0]); newer != nil {
			return s.unlessHeldBack(newer)
		}
	}
	if s.rooms.reader.AsksSaid(s.fullQuestion(a.Text)) {
		if given && len(m.From) > 0 && s.takesBack(m.From[0]) {
			return []samantha.Move{{Act: samantha.DoNothing}}
		}
		return moves
	}
	several := m.Act == samantha.DoGathered && s.rooms.reader.Single(s.rooms.reader.Question(s.fullQuestion(a.Text)))
	if given {
		if named, ok := s.outrightNamed(a); ok {
			return s.unlessHeldBack(named)
		}
	}
	if given && len(m.From) > 0 && s.mayAnswer(a, m.From[0].Event()) {
		return s.valueFirst(a, m)
	}
	if !lost && !given && !several {
		return moves
	}
	if read := s.unlessHeldBack(s.readStrictly(a)); read != nil {
		return read
	}
	if given {
		return []samantha.Move{{Act: samantha.DoNothing, Slots: slots("topic", s.sayable(a.Slots["topic"]))}}
	}
	return moves
}

// newerOf answers how something is now with what was told of it later than what was
// found; nil if nothing was.
func (s *situation) newerOf(a samantha.Act, found samantha.ID) []samantha.Move {
	asks := s.rooms.reader.Question(s.fullQuestion(a.Text))
	by, ok := s.index.Get(s.state.Memory.Replaced()[found.Event()])
	if ok && asks.Kind == asked.When && asksOfNow(asks) && s.mayAnswer(a, by.ID) {
		return s.valueFirst(a, s.quoted([]samantha.Memory{by}, false, a.Text))
	}
	if asks.Order != asked.Last || a.Kind == "ask.fact" {
		return nil
	}
	was, kept := s.index.Get(found.Event())
	q, answer, ok := s.readOut(a)
	if !kept || !ok || !answer.At.After(was.At) {
		return nil
	}
	return []samantha.Move{s.givenBack(q, answer)}
}

// readStrictly answers as [situation.fromReading] does; what is asked as a fact only
// from words that say a name outright, for a fact may have been taken back.
func (s *situation) readStrictly(a samantha.Act) []samantha.Move {
	if !s.rooms.reader.Typed(s.rooms.reader.Question(s.fullQuestion(a.Text))) {
		return nil // nothing but its words would tell that it answers
	}
	if a.Kind != "ask.fact" {
		return s.fromReading(a)
	}
	if a.Slots["slot"] != "name" || or(a.Slots["of"], memory.Person) == memory.Person {
		return nil
	}
	q, answer, ok := s.readOut(a)
	around := q.Text != s.rooms.reader.Asking(s.fullQuestion(a.Text)) // by another way to somebody
	if ok && (answer.Held >= outright || around && answer.Held >= nearOutright) {
		return []samantha.Move{s.givenBack(q, answer)}
	}
	return nil
}

// readOut is where a question is answered in what they told; read once in a moment, however
// many ways to an answer ask for it.
func (s *situation) readOut(a samantha.Act) (asked.Question, asked.Answer, bool) {
	full := s.fullQuestion(a.Text)
	r, read := s.readings[full]
	if !read {
		r = s.readAround(full)
		if s.readings == nil {
			s.readings = map[string]readout{}
		}
		s.readings[full] = r
	}
	return r.question, r.answer, r.ok
}

// readout is a question as it was read, and its answer if there is one.
type readout struct {
	question asked.Question
	answer   asked.Answer
	ok       bool
}

// readAround reads a question as it is put, or else in other ways to put it.
func (s *situation) readAround(full string) readout {
	q, answer, ok := s.readAs(full)
	for _, other := range s.rooms.reader.Around(full) {
		if ok {
			break
		}
		q, answer, ok = s.readAs(other)
	}
	return readout{q, answer, ok}
}

// outrightNamed answers what something is called with the sentence that says so in so
// many words, "she's called".
func (s *situation) outrightNamed(a samantha.Act) ([]samantha.Move, bool) {
	q, answer, ok := s.readOut(a)
	if !ok || q.Kind != asked.Name || answer.Held < nearOutright || answer.Value.Sure < 1 {
		return nil, false
	}
	return []samantha.Move{s.givenBack(q, answer)}, true
}

// outright is how much of a question a sentence must hold itself to stand for a fact;
// nearOutright if the rest of it stands in the same telling.
const (
	outright     = 0.95
	nearOutright = 0.78
)

// valueFirst puts the value that was asked for before the telling that has it.
func (s *situation) valueFirst(a samantha.Act, m samantha.Move) []samantha.Move {
	q := s.rooms.reader.Question(s.fullQuestion(a.Text))
	told, ok := s.index.Get(m.From[0].Event())
	if !ok || m.Act != samantha.DoMemory || len(m.Recall) != 1 {
		return []samantha.Move{m}
	}
	l := s.lexicon()
	t := asked.Telling{ID: told.ID, At: told.At, Text: told.Text, By: told.By, Near: true}
	answer, ok := s.rooms.reader.Read(q, s.sought(q, focus{}, l), []asked.Telling{t}, l.words())
	if !ok {
		return []samantha.Move{m}
	}
	back := s.givenBack(q, answer)
	if back.Act == samantha.DoDetail || q.Kind == asked.When && s.rooms.reader.Dated(answer) {
		return []samantha.Move{back} // the day it was told would be another one
	}
	if !s.rooms.reader.Typed(q) {
		return []samantha.Move{m}
	}
	m.Recall = back.Recall // the sentence that answers, and not another one of that telling
	return []samantha.Move{m}
}

// besideOf is a telling with what was told around it.
func (s *situation) besideOf(told samantha.Memory) asked.Telling {
	return asked.Telling{ID: told.ID, At: told.At, Text: told.Text, By: told.By, Beside: textOf(s.index.Around(told.ID, 5))}
}

// takesBack: a telling only asked her to forget something, and answers nothing.
func (s *situation) takesBack(id samantha.ID) bool {
	told, ok := s.index.Get(id.Event())
	return ok && s.heardAs(told.Text, "request.forget")
}

// inFocus: a telling is about what was just spoken of, if a question points to that.
func (s *situation) inFocus(q asked.Question, t asked.Telling, l *lexicon) bool {
	f, ok := s.focused()
	pointed := slices.ContainsFunc(q.Rest, func(w string) bool { return slices.Contains([]string{"he", "she", "it", "him", "her"}, w) })
	if !pointed || !s.leans(q, 1) || !ok || len(f.words) == 0 || slices.Contains(f.near, t.ID) {
		return true
	}
	things := slices.DeleteFunc(slices.Clone(f.words), func(w string) bool { return s.rooms.ear.Verb(w) && !l.names[w] })
	return len(things) == 0 || s.rooms.reader.Holds(things, t, l.words())
}

// mayAnswer: a telling has what a question is after, or the question is of no kind that
// could be told.
func (s *situation) mayAnswer(a samantha.Act, id samantha.ID) bool {
	q := s.rooms.reader.Question(s.fullQuestion(a.Text))
	told, ok := s.index.Get(id)
	if !ok || q.Kind == "" || q.Follows || told.By == samantha.OriginFile {
		return true
	}
	if s.takesBack(id) {
		return false
	}
	if q.Kind == asked.Thing && !q.Points && (len(s.times(a.Text)) > 0 || strings.HasPrefix(samantha.SentenceKey(a.Text), "what happened")) {
		return true // whatever was then answers
	}
	l := s.lexicon()
	t := s.besideOf(told)
	return s.inFocus(q, t, l) && s.rooms.reader.May(q, s.sought(q, focus{}, l), t, l.words())
}

// went answers "how did it go" and "what happened" of what was just spoken of: with what
// was told of that last.
func (s *situation) went(a samantha.Act, f focus) []samantha.Move {
	l := s.lexicon()
	for _, word := range f.words {
		if l.s.rooms.ear.Verb(word) && !l.names[word] {
			continue
		}
		if moves := s.course(samantha.Act{Kind: "ask.course", Text: a.Text, Slots: slots("topic", word)}); moves != nil && moves[0].Act != samantha.DoNothing {
			return moves
		}
	}
	return nil
}
