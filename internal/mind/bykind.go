package mind

import (
	"slices"
	"strings"

	"samantha"
	"samantha/internal/mind/asked"
	"samantha/internal/mind/memory"
)

// byKind answers the questions that only a sentence of their own kind answers: what
// something was like, how it came to be known, all that was done; and two questions in
// one, each.
func (s *situation) byKind(a samantha.Act) []samantha.Move {
	switch a.Kind {
	case "ask.past", "ask.world", "ask.other", "ask.view", "ask.course", "ask.reason", "ask.said", "ask.told", "ask.fact":
	default:
		return nil
	}
	question := s.fullQuestion(a.Text)
	if moves := s.bothAsked(question); moves != nil {
		return moves
	}
	if a.Kind == "ask.fact" || s.rooms.lore.AsksHer(question) && !s.rooms.reader.AsksSaid(question) {
		return nil
	}
	switch q := s.rooms.reader.Question(question); {
	case q.Kind == asked.Promise:
		return s.promisedAll(q)
	case q.Kind == asked.Likened || q.Kind == asked.Source || q.Kind == asked.Feeling && !q.Follows:
		if _, answer, ok := s.readOut(a); ok {
			return []samantha.Move{s.givenBack(q, answer)}
		}
	case s.rooms.reader.Lists(question):
		return s.allDone(q)
	}
	return nil
}

// bothAsked answers two questions in one, each as if it stood alone; nil if there are
// no two, or one of them has no answer of its own.
func (s *situation) bothAsked(question string) []samantha.Move {
	one, two, ok := s.rooms.reader.Both(question)
	if !ok {
		return nil
	}
	var moves []samantha.Move
	for _, part := range []string{one, s.ofSame(one, two)} {
		moves = append(moves, s.partAsked(part)...)
	}
	if len(moves) < 2 {
		return nil
	}
	if slices.Equal(moves[0].From, moves[1].From) {
		return s.inOne(moves)
	}
	return moves
}

// ofSame is a second question with whom or what the first one names in place of its
// pronoun: "what does Lotte do" of "where does Lotte live and what does she do".
func (s *situation) ofSame(one, two string) string {
	for _, name := range s.state.Memory.Names() {
		if s.rooms.lore.Names(one, name) {
			return s.rooms.reader.WithName(two, samantha.SentenceKey(name), "refer")
		}
	}
	things := slices.DeleteFunc(strings.Fields(s.rooms.lore.Sought(one)), s.rooms.ear.Verb)
	return s.rooms.reader.WithName(two, strings.Join(things, " "), "it")
}

// partAsked is the one move that answers a part of a question; none if nothing does.
func (s *situation) partAsked(part string) []samantha.Move {
	again := *s
	again.text = part
	heard := s.rooms.ear.Hear(part, s.context())
	plain := samantha.Act{Kind: "ask.past", Text: part}
	again.heard = samantha.Hearing{Acts: []samantha.Act{plain}, Times: heard.Times}
	if found := again.fromReading(plain); len(found) == 1 {
		return found
	}
	for _, act := range heard.Acts {
		if !under(act.Kind, "ask") {
			continue
		}
		again.heard = heard
		if found := again.vouched(act, again.findAnswer(act)); len(found) == 1 && len(found[0].From) > 0 {
			return found
		}
	}
	return nil
}

// inOne are two answers out of one telling: its words are quoted once.
func (s *situation) inOne(moves []samantha.Move) []samantha.Move {
	m := samantha.Move{Act: samantha.DoMemory, Slots: moves[0].Slots}
	s.recall(&m, "quote", moves[0].From[0].Event())
	return []samantha.Move{m}
}

// allDone gathers what they told of something that was done; nil if it is less than two
// tellings.
func (s *situation) allDone(q asked.Question) []samantha.Move {
	l := s.lexicon()
	sought := s.sought(q, focus{}, l)
	within := s.question(q.Text)
	var parts []samantha.ID
	for _, answer := range s.rooms.reader.Several(q, sought, s.tellings(sought, focus{}, false, l), l.words()) {
		then, dated := s.index.Within(within, answer.ID)
		if dated && !then || s.onlyAsks(answer.Text) || s.takesBack(answer.ID) {
			continue
		}
		part := answer.ID
		if answer.To-answer.From <= ofThreeWords {
			part = asked.Part(answer.ID, answer.From, answer.To)
		}
		parts = append(parts, part)
	}
	if len(parts) < leastGathered {
		return nil
	}
	more := len(parts) > mostGathered
	m := samantha.Move{Act: samantha.DoGathered, Slots: slots("more", yes(more))}
	for i, id := range parts[max(0, len(parts)-mostGathered):] {
		s.recall(&m, []string{"one", "two", "three", "four"}[i], id)
	}
	return []samantha.Move{m}
}

// promisedLess is how much less of a question a second promise may hold to be given, too.
const promisedLess = 0.25

// promisedAll answers what they promised with the telling of it; with two, where two
// hold as much of the question.
func (s *situation) promisedAll(q asked.Question) []samantha.Move {
	l := s.lexicon()
	sought := s.sought(q, focus{}, l)
	if !slices.ContainsFunc(sought, func(w asked.Sought) bool { return !w.Extra }) {
		return nil
	}
	tellings := s.withNext(s.tellings(sought, focus{}, false, l))
	var found []asked.Answer
	for range mostTries {
		answer, ok := s.rooms.reader.Read(q, sought, tellings, l.words())
		if !ok || len(found) > 0 && answer.Held < found[0].Held-promisedLess {
			break
		}
		tellings = slices.DeleteFunc(tellings, func(t asked.Telling) bool { return t.ID == answer.ID })
		if !s.onlyAsks(answer.Text) {
			found = append(found, answer)
		}
	}
	switch len(found) {
	case 0:
		return nil
	case 1:
		return []samantha.Move{s.givenBack(q, found[0])}
	}
	m := samantha.Move{Act: samantha.DoGathered}
	s.recall(&m, "one", asked.Part(found[1].ID, found[1].From, found[1].To))
	s.recall(&m, "two", asked.Part(found[0].ID, found[0].From, found[0].To))
	return []samantha.Move{m}
}

// hersAsked answers what she dreamed, promised or said of something that they name, by
// its words as anything else is found, and in hers. What of it she never had she does not
// have.
func (s *situation) hersAsked(a samantha.Act) []samantha.Move {
	if !under(a.Kind, "ask") {
		return nil
	}
	of, about := s.rooms.reader.Hers(s.fullQuestion(a.Text))
	words := strings.Fields(s.rooms.lore.Sought(about))
	if of == "" || len(words) == 0 {
		return nil
	}
	var found samantha.Move
	var ok bool
	switch of {
	case asked.HersDream:
		found, ok = s.dreamWith(words)
	case asked.HersPromise:
		if found, ok = s.vowWith(words); !ok && a.Kind == "ask.open" {
			return nil
		}
	case asked.HersSaid:
		if found, ok = s.saidWith(words); !ok {
			return nil
		}
	}
	if !ok {
		return []samantha.Move{{Act: samantha.DoNothing}}
	}
	return []samantha.Move{found}
}

// holdsAll: a text of hers has all of some words, in any form.
func (s *situation) holdsAll(text string, words []string) bool {
	l := s.lexicon()
	return !slices.ContainsFunc(words, func(w string) bool {
		return !s.rooms.reader.Holds([]string{w}, asked.Telling{Text: text}, l.words())
	})
}

// dreamWith is her newest dream that has some words.
func (s *situation) dreamWith(words []string) (samantha.Move, bool) {
	for _, d := range slices.Backward(s.state.Nights.Dreams) {
		if d.Text == "" || s.state.Memory.Unmentioned(d.Text) || !s.holdsAll(d.Text, words) {
			continue
		}
		m := samantha.Move{Act: samantha.DoHerDream, Slots: slots("night", s.nightOf(d.At), "late", s.madeUp())}
		s.recall(&m, "text", d.ID)
		return m, true
	}
	return samantha.Move{}, false
}

// vowWith is the newest promise of hers that has some words.
func (s *situation) vowWith(words []string) (samantha.Move, bool) {
	for _, v := range slices.Backward(s.state.Bond.Vows) {
		if v.Let != nil || v.Whose == samantha.VowTheirs || !s.holdsAll(v.What, words) {
			continue
		}
		m := samantha.Move{Act: samantha.DoVowTold, Slots: slots("whose", v.Whose, "kept", "open")}
		s.recall(&m, "what", v.ID)
		return m, true
	}
	return samantha.Move{}, false
}

// saidWith is what she said last that has some words, and was not theirs given back.
func (s *situation) saidWith(words []string) (samantha.Move, bool) {
	q := memory.Question{Text: strings.Join(words, " "), Owner: samantha.OriginHerself}
	var best samantha.Memory
	for _, h := range s.index.Recall(q, 2*recallBreadth) {
		if h.By == samantha.OriginHerself && h.At.After(best.At) && !strings.ContainsAny(h.Text, "\"“") && s.holdsAll(h.Text, words) {
			best = h.Memory
		}
	}
	if best.ID == "" {
		return samantha.Move{}, false
	}
	m := samantha.Move{Act: samantha.DoRepeat}
	s.recall(&m, "text", best.ID)
	return m, true
}

// Of the best tellings so many are followed by so many more, where what answers may
// stand right behind them.
const (
	mostFollowed = 12
	mostNext     = 4
)

// withNext are some tellings and those that were told right after the best of them.
func (s *situation) withNext(tellings []asked.Telling) []asked.Telling {
	seen := map[samantha.ID]bool{s.id: true}
	for _, t := range tellings {
		seen[t.ID] = true
	}
	for _, t := range tellings[:min(mostFollowed, len(tellings))] {
		id := t.ID
		for range mostNext {
			next := s.index.Around(id, 0)
			if len(next) == 0 {
				break
			}
			id = next[0].ID
			if !seen[id] {
				seen[id] = true
				behind := s.among(next[0])
				behind.Behind = true
				tellings = append(tellings, behind)
			}
		}
	}
	return tellings
}
