package voice

import (
	_ "embed"
	"strings"
)

// The engine lets every clause fall at its end, whatever the punctuation. A
// tune says how the last word goes instead.
type tune struct {
	lift float64 // of the pitch of the last word; 0: it falls as the engine likes
	span float64 // of the spread in it
	rate float64 // how quick it is
}

//go:embed en/asks.txt
var askingWords string

// tuneOf is the tune of English: yes or no is asked with a rise; who and what
// and when fall like a statement; what goes on stays up a little; what is left
// open hangs level.
func tuneOf(clause string) tune {
	switch endOf(clause) {
	case '?':
		if falls(clause) {
			return tune{}
		}
		return tune{lift: 1.22, span: 0.8, rate: 0.95}
	case ',', ';', ':', 0:
		return tune{lift: 1.07, span: 0.5, rate: 0.95}
	case '—', '…':
		return tune{lift: 1.02, span: 0.4, rate: 0.9}
	}
	return tune{}
}

// falls tells of a question that is asked without a rise: one that begins with
// who or what, or gives a choice.
func falls(question string) bool {
	words := strings.Fields(strings.ToLower(question))
	for i, w := range words {
		w = strings.Trim(w, ",.\"'“”’")
		if w == "or" || i < 2 && listed(askingWords, w) {
			return true
		}
	}
	return false
}

// listed tells whether a word stands in a list of words parted by white space,
// with comments as in all data files.
func listed(list, word string) bool {
	for line := range strings.Lines(list) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		for w := range strings.FieldsSeq(line) {
			if w == word {
				return true
			}
		}
	}
	return false
}
