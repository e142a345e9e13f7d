package mind

import (
	"slices"

	"samantha"
)

// spoke is what somebody of whom they told in this talk said, in the words that were told,
// whole; the last of it. False if nothing was.
func (s *situation) spoke(who string) (samantha.Move, bool) {
	told, who := s.tonight(), samantha.SentenceKey(who)
	for i, m := range slices.Backward(told) {
		c, ok := s.slotIn(m, "said", "words")
		if !ok || !s.rooms.ear.In("pronoun", who) && !s.mentions(m.Text, who) && (i == 0 || !s.mentions(told[i-1].Text, who)) {
			continue
		}
		move := samantha.Move{Act: samantha.DoTonight}
		s.recall(&move, "words", c.part())
		return move, true
	}
	return samantha.Move{}, false
}

// tornTonight are the two they said in this talk that they were torn between.
func (s *situation) tornTonight() (samantha.Move, bool) {
	for _, m := range slices.Backward(s.spokenTonight()) {
		torn, ok := s.tornIn(m.Text, m.ID)
		if !ok {
			torn, ok = s.ofTwo(m.Text)
		}
		if ok && torn.Slots["two"] != "" {
			return samantha.Move{Act: samantha.DoTonight, Slots: slots("one", torn.Slots["one"], "two", torn.Slots["two"]), From: []samantha.ID{m.ID}}, true
		}
	}
	return samantha.Move{}, false
}

// askedOfTalk answers what was said in this talk, where it is asked for so plainly that
// nothing else may be meant; nil if it is not.
func (s *situation) askedOfTalk(a samantha.Act) []samantha.Move {
	if !under(a.Kind, "ask") {
		return nil
	}
	for _, q := range s.rooms.ear.Evening(s.fullQuestion(a.Text), s.context()) {
		if q.Kind == "spoke" || q.Kind == "torn" {
			return s.fromTonight(samantha.Act{Kind: a.Kind, Text: s.fullQuestion(a.Text)})
		}
	}
	return nil
}

// onlyJustSaid: an answer would read them what they said a moment ago, and they asked for
// nothing that was told: "how did what come out?"
func (s *situation) onlyJustSaid(a samantha.Act, moves []samantha.Move) bool {
	if a.Kind != "ask.other" && a.Kind != "ask.world" || len(moves) != 1 || len(moves[0].From) == 0 {
		return false
	}
	switch moves[0].Act {
	case samantha.DoMemory, samantha.DoNearest, samantha.DoGathered, samantha.DoTonight:
	default:
		return false
	}
	question := s.wholeQuestion(a.Text)
	if s.rooms.reader.AsksSaid(question) || s.ofTheirLife(question) || s.namesTold(question) || s.asksNumber(a) || s.rooms.ear.Holds("asks again", question) {
		return false
	}
	return slices.ContainsFunc(moves[0].From, func(id samantha.ID) bool { return id.Event() == s.id || s.justTold(id) })
}
