package mind

import (
	"slices"
	"strings"
)

// Where they ask after words of hers, the question word stands right before those words, or
// in their place: "what drawer?", "the bad version of what", "furniture what furniture",
// "what goes next to him?". A question of their own has a verb there: "what's on the list?"

// asksBackMost is how many words such a question has at most.
const asksBackMost = 9

// asksBack: a text is, or begins with, a question that is made of words of her last answer.
func (s *situation) asksBack(text string, x Exchange) bool {
	clause, mark := firstClause(text)
	words := s.beyondLead(clause)
	at := slices.IndexFunc(words, func(w string) bool { return s.rooms.ear.In("asks after", w) })
	if at < 0 || s.rooms.ear.Holds("no asking back", clause) {
		return false
	}
	answer := s.rooms.ear.Opened(x.Answer)
	before, after := words[:at], words[at+1:]
	switch {
	case s.saysAgain(before, after, answer):
		return true
	case at == 0 && len(after) > 0 && s.wordOfHers(after[0], answer):
		return len(words) <= asksBackMost && s.madeOfHers(after, answer) || runs(answer, after)
	case at == 0 || len(words) > asksBackMost:
		return false
	}
	return (len(after) == 0 || mark == "?") && s.madeOfHers(slices.Concat(before, after), answer)
}

// firstClause is a text up to its first mark, and the mark that its sentence ends in.
func firstClause(text string) (clause, mark string) {
	clause = strings.TrimSpace(text)
	if i := strings.IndexAny(clause, ".!?"); i >= 0 {
		clause, mark = clause[:i], clause[i:i+1]
	}
	if i := strings.IndexAny(clause, ",;:"); i > 0 {
		clause = clause[:i]
	}
	return clause, mark
}

// wordOfHers: a word that says something is of her answer.
func (s *situation) wordOfHers(w string, answer []string) bool {
	return slices.Contains(answer, w) && !s.rooms.ear.In("around asked", w)
}

// madeOfHers: words are of her answer, but for those that say nothing.
func (s *situation) madeOfHers(words, answer []string) bool {
	own := func(w string) bool { return !s.wordOfHers(w, answer) && !s.rooms.ear.In("around asked", w) }
	return !slices.ContainsFunc(words, own) && slices.ContainsFunc(words, func(w string) bool { return s.wordOfHers(w, answer) })
}

// saysAgain: words of hers stand before the question word and behind it: "the post box what
// about the post box", whatever comes then.
func (s *situation) saysAgain(before, after, answer []string) bool {
	said := func(w string) bool {
		return s.wordOfHers(w, answer) && slices.Contains(after[:min(len(after), len(before)+2)], w)
	}
	return s.madeOfHers(before, answer) && slices.ContainsFunc(before, said)
}

// runs: two words stand side by side in her answer as they do here: "what always so i didn't
// catch that".
func runs(answer, words []string) bool {
	return len(words) > 1 && strings.Contains(" "+strings.Join(answer, " ")+" ", " "+words[0]+" "+words[1]+" ")
}
