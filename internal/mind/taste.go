package mind

import (
	"slices"
	"strings"

	"samantha"
)

// gives is something to say because they asked for it, with a thing of this talk where
// there is one; of themselves, with what they did or whom they look after.
func (s *situation) gives(sort string) samantha.Move {
	m := samantha.Move{Act: samantha.DoGives, Slots: slots("sort", sort)}
	if sort != "you" {
		s.things(&m, false, "one")
		return m
	}
	if did, ok := s.goodDeed(); ok {
		s.recall(&m, "did", did.part())
	} else if pet, ok := s.petNamed(); ok {
		s.recall(&m, "pet", pet)
	}
	return m
}

// goodDeed is what they did for somebody, or got done, by their own words in this talk: a
// clause that begins with them, the newest.
func (s *situation) goodDeed() (clause, bool) {
	for _, m := range slices.Backward(s.tonight()) {
		for _, c := range slices.Backward(clausesIn(m)) {
			words := strings.Fields(samantha.SentenceKey(strings.Join(c.words(), " ")))
			if len(words) >= doingLeast && len(words) <= deedMost && words[0] == "i" && s.rooms.ear.In("good deeds", words[1]) && !s.dark(m.ID) {
				return c, true
			}
		}
	}
	return clause{}, false
}

// deedMost is how many words a good deed has at most that she says over.
const deedMost = 12

// petNamed is an animal of theirs that they named.
func (s *situation) petNamed() (samantha.ID, bool) {
	for _, t := range slices.Backward(s.state.Memory.Topics) {
		if t.Sort == "pet" && t.Name != "" && !s.dark(t.ID) && s.mayBringUp(t.Text, t.ID) {
			return t.ID, true
		}
	}
	return "", false
}

// knocking is her part in a knock-knock joke of theirs, which is theirs to tell: after
// "who's there?" she asks who, and laughs at the end.
func (s *situation) knocking() []samantha.Move {
	n := len(s.state.Talk)
	if n == 0 || s.opens() {
		return nil
	}
	knocked := func(i int) bool {
		told, kept := s.index.Get(s.state.Talk[i].ID)
		return kept && len(strings.Fields(told.Text)) <= knockMost && s.rooms.ear.Holds("knocks", told.Text)
	}
	switch {
	case knocked(n-1) && len(strings.Fields(s.text)) <= knockMost:
		return []samantha.Move{{Act: samantha.DoGives, Slots: slots("sort", "who", "what", strings.TrimRight(s.text, ".!,? "))}}
	case n > 1 && knocked(n-2) && s.state.Talk[n-1].Act == samantha.DoGives:
		return []samantha.Move{{Act: samantha.DoJoked}}
	}
	return nil
}

// knockMost is how many words who knocks says at most.
const knockMost = 4

// moreReach is how many moments back what they want more of was asked for at most.
const moreReach = 4

// another is more of what they asked for before, which she says in other words: "another
// one", after a joke. Where they asked for nothing of the kind she listens.
func (s *situation) another() []samantha.Move {
	for _, x := range slices.Backward(s.state.Talk[max(0, len(s.state.Talk)-moreReach):]) {
		before, kept := s.index.Get(x.ID)
		if !kept || s.opens() {
			break
		}
		for _, a := range s.rooms.ear.Acts(before.Text, earNow(s.now)) {
			switch a.Kind {
			case "request.give", "request.name", "request.joke":
				return s.request(a)
			case "ask.suggest":
				return s.askedTonight(a)
			}
		}
	}
	return s.listen()
}

// picks is which of two she likes better, where nothing hangs on it: what she leans to,
// else the longer word, so that the same two are answered alike whenever they are asked.
func (s *situation) picks(one, two string) samantha.Move {
	if d := s.pull(two) - s.pull(one); d > 0 || d == 0 && len(two) > len(one) {
		one, two = two, one
	}
	return samantha.Move{Act: samantha.DoPicks, Slots: slots("one", one, "two", two)}
}

// picksAgain is her choice where they leave it to her: of the names she said, else of
// the two they spoke of last.
func (s *situation) picksAgain(a samantha.Act) samantha.Move {
	if x, ok := s.last(); ok && !s.opens() && x.Act == samantha.DoNames {
		return samantha.Move{Act: samantha.DoNames, Slots: slots("again", "yes")}
	}
	if m, ok := s.sides(a); ok {
		return m
	}
	told := s.spokenTonight()
	for _, m := range slices.Backward(told[max(0, len(told)-sidesReach):]) {
		for _, before := range s.rooms.ear.Acts(m.Text, earNow(s.now)) {
			if before.Kind == "ask.pick" {
				return s.picks(before.Slots["one"], before.Slots["two"])
			}
		}
	}
	return samantha.Move{Act: samantha.DoPicks}
}

// quotedAll is how many words they said at most that she says over whole.
const quotedAll = 6

// explains is what her last words were about: what they had told right before, if it was
// short; of more she names the thing alone.
func (s *situation) explains() samantha.Move {
	m := samantha.Move{Act: samantha.DoMeant}
	x, ok := s.last()
	if !ok || s.opens() {
		return m
	}
	if told, _ := s.index.Get(x.ID); len(strings.Fields(told.Text)) > quotedAll || x.Echo {
		return s.plainer(x)
	}
	if x.Tells {
		s.recall(&m, "quote", x.ID)
	}
	return m
}

// ownWord is where she has something from that nobody told her: from nobody, or, where
// they ask why she said it, no more than what it was about.
func (s *situation) ownWord(question string) samantha.Move {
	if !s.rooms.ear.Holds("asks a source", question) {
		return s.explains()
	}
	return samantha.Move{Act: samantha.DoMeant, Slots: slots("about", "who")}
}

// answerMost is how many words an answer to a question of hers has at most, to be taken
// as one and nothing else.
const answerMost = 12

// answersHer: what is told is a bare answer to what she asked last: a few words without
// somebody who does something, or a clause about "it".
func (s *situation) answersHer(a samantha.Act) bool {
	x, ok := s.last()
	if !ok || s.opens() || !x.Asks || a.Kind != "tell.bit" && a.Kind != "tell.event" || s.firstTold() || s.heard.Has("tell.now") || s.heard.Has("ask") {
		return false
	}
	if len(s.heard.Times) > 0 || len(s.heard.People) > 0 || slices.ContainsFunc(s.heard.Told, func(t samantha.Told) bool { return s.someone(t.Who) }) {
		return false // somebody does something in it, or it has a day: it tells
	}
	words := s.fromSubject()
	if s.troubles() || len(samantha.Sentences(s.text)) > 1 {
		return false // news, or a telling, whatever she asked
	}
	if len(words) == 0 || len(words) > answerMost || len(s.facts) > 0 || s.heavyAct() || s.mourns() || s.sounds() == "bad" {
		return false
	}
	return !s.rooms.ear.In("answers not", words[0])
}

// takesAnswer takes what they say as the answer to her question.
func (s *situation) takesAnswer() samantha.Move {
	m := samantha.Move{Act: samantha.DoAnswered, Slots: slots("weight", either(s.heavy() || s.shadowed(), "hard", ""))}
	if m.Slots["weight"] == "" && s.mayEcho(true) && !s.heard.Has("yes") && !s.heard.Has("no") && !s.heard.Has("mhm") {
		m.Slots = slots("bit", strings.TrimRight(strings.TrimSpace(s.text), ".!, "))
	}
	return m
}

// bareWhy: a "why" and no more, to a line of hers that gave nothing back from memory:
// they ask why she said it.
func (s *situation) bareWhy(x Exchange) bool {
	owned := x.Act == samantha.DoAstray || x.Act == samantha.DoMend
	return terse(s.text) && s.rooms.ear.Holds("bare why", s.text) && !under(x.Act, "answer") && (owned || len(x.From) == 0)
}
