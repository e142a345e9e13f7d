package mind

import (
	"slices"
	"strings"

	"samantha"
)

// Whoever was heard wrong seldom says so. They throw a word of hers back with a no: "that
// wasn't a point, it was a worry", "not in a kitchen", "who? no baby".

const (
	throwsMost = 9 // words of a sentence, at the most, that does no more than that
	throwsNear = 4 // how many words behind its no a word of hers may stand
)

// throwsBack: the first or second sentence denies a word of her last answer, which neither
// asked nor denied anything and did not say that word because they had.
func (s *situation) throwsBack(x Exchange) bool {
	if x.Asks || x.Act == samantha.DoNothing || s.rooms.ear.Holds("denies", x.Answer) {
		return false
	}
	answer := s.rooms.ear.Opened(x.Answer)
	told, _ := s.index.Get(x.ID)
	sentences := samantha.Sentences(s.text)
	for _, sentence := range sentences[:min(2, len(sentences))] {
		words := s.rooms.ear.Opened(sentence)
		if len(words) <= throwsMost && s.denies(words, answer, told.Text) {
			return true
		}
	}
	return false
}

// denies: behind a no stands a word of hers that they had not said themselves.
func (s *situation) denies(words, answer []string, told string) bool {
	for i, no := range words {
		if !s.rooms.ear.In("denies", no) {
			continue
		}
		near := words[i+1 : min(len(words), i+1+throwsNear)]
		if slices.ContainsFunc(near, func(w string) bool {
			return len(w) > 3 && s.wordOfHers(w, answer) && !gives(told, w) && !s.rooms.ear.In("denies", w)
		}) {
			return true
		}
	}
	return false
}

// putOff is what she does where a word of hers is thrown back, and little or nothing is
// told beside it.
func (s *situation) putOff(x Exchange) (samantha.Move, bool) {
	if !s.throwsBack(x) || len(strings.Fields(s.text)) > toldBesideMost || s.graveNow() {
		return samantha.Move{}, false
	}
	asks := func(a samantha.Act) bool {
		return under(a.Kind, "ask") || under(a.Kind, "request") || under(a.Kind, "errand") || under(a.Kind, "goodbye") || a.Kind == "tell.loss"
	}
	if slices.ContainsFunc(s.heard.Acts, asks) {
		return samantha.Move{}, false
	}
	return samantha.Move{Act: samantha.DoMend, Slots: slots("kind", "off")}, true
}
