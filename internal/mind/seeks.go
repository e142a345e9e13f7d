package mind

import (
	"slices"
	"strings"

	"samantha"
)

// Whether a question asks for something that was told. "I can't find that" is an answer to
// such a one only: to "can I see it?" or "what am I going to do?" it would be absurd.

// seeksFew is how few words a question has that names nothing: "what for", "who's that".
const seeksFew = 3

// seeks: a question asks for what was told, or would have been: with a word for telling, with
// a name, or with "what", "when" and the like after something that is theirs and no plan.
func (s *situation) seeks(a samantha.Act) bool {
	switch a.Kind {
	case "ask.other", "ask.world", "ask.why", "ask.reason":
	default:
		return true
	}
	question := s.wholeQuestion(a.Text)
	if s.rooms.reader.AsksSaid(question) || s.rooms.ear.Holds("asks again", question) || s.namesTold(question) || s.ofThen(question) {
		return true
	}
	words := s.beyondLead(question)
	return len(words) > seeksFew && s.asksAFact(words) && s.rooms.ear.Holds("of theirs", question) && !s.rooms.ear.Holds("asks ahead", question)
}

// asksAFact: words begin like a question after a thing, a person, a time, a place or a number.
func (s *situation) asksAFact(words []string) bool {
	return s.rooms.ear.In("asks a fact", words[0]) || s.rooms.ear.In("asks a fact", words[0]+" "+words[1])
}

// states: what was taken for a question only ends like one, with a mark or a tag: "I thought
// he was older?", "it was only for a week, you know?"
func (s *situation) states(a samantha.Act) bool {
	words := s.beyondLead(a.Text)
	if a.Kind != "ask.other" || len(words) <= seeksFew {
		return false
	}
	if asks := s.rooms.ear.In("question", words[0]) || s.rooms.ear.In("question", words[0]+" "+words[1]); asks || s.rooms.ear.In("auxiliary", words[0]) {
		return asks && strings.HasSuffix(strings.TrimSpace(a.Text), ".")
	}
	return !s.rooms.ear.In("asks offhand", words[0])
}

// beyondLead are the words of a text behind what only leads in: "well, so".
func (s *situation) beyondLead(text string) []string {
	words := s.rooms.ear.Opened(text)
	for len(words) > 0 && s.rooms.ear.In("leadin", words[0]) {
		words = words[1:]
	}
	return words
}

// asksNameAlone: a question holds nothing but somebody's name, which stands in many a
// telling: "where is Teo?"
func (s *situation) asksNameAlone(question string) bool {
	words := slices.DeleteFunc(s.rooms.ear.Opened(question), func(w string) bool { return s.rooms.ear.In("bare question", w) })
	return len(words) == 1 && len(s.state.Memory.WhoIs(words[0])) > 0
}
