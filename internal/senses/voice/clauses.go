package voice

import (
	_ "embed"
	"math"
	"strings"
	"unicode"
	"unicode/utf8"
)

// longestClause is how many words she says in one breath.
const longestClause = 9

var (
	//go:embed en/joins.txt
	joiningWords string
	//go:embed en/leads.txt
	leadingWords string
	//go:embed en/clings.txt
	clingingWords string
	//go:embed en/titles.txt
	titles string
)

// Clauses cuts an answer into what she says in one breath each: at the end of
// each sentence, and where a sentence has more than nine words at the commas,
// semicolons and dashes in it, else before a conjunction, else before a
// preposition, else anywhere; one word alone is left only where the commas
// leave it. Joined by single spaces the clauses are the text again, white
// space aside.
func Clauses(text string) []string {
	var clauses []string
	for _, sentence := range sentences(strings.Fields(text)) {
		for _, piece := range pieces(sentence) {
			clauses = append(clauses, strings.Join(piece, " "))
		}
	}
	return clauses
}

// sentences cuts after each word that ends one.
func sentences(words []string) [][]string {
	var all [][]string
	start := 0
	for i, w := range words {
		if i == len(words)-1 || ends(w, words[i+1]) {
			all = append(all, words[start:i+1])
			start = i + 1
		}
	}
	return all
}

// ends tells whether a sentence ends with a word. "Mr." ends none, and a dash
// one that is broken off.
func ends(word, next string) bool {
	if dash(next) {
		return false
	}
	switch endOf(word) {
	case '!', '?', '…':
		return true
	case '.':
		return !listed(titles, strings.ToLower(strings.Trim(word, ".\"'“”‘’()")))
	case '—':
		first, _ := utf8.DecodeRuneInString(next)
		return unicode.IsUpper(first) && next != "I" && !strings.HasPrefix(next, "I'")
	}
	return false
}

func dash(word string) bool { return strings.Trim(word, "—–-") == "" }

// pieces cuts a sentence at the cheapest places that leave no piece too long.
func pieces(words []string) [][]string {
	best := make([]float64, len(words)+1) // the cost of the words from here on
	next := make([]int, len(words)+1)     // where the piece from here ends
	for i := len(words) - 1; i >= 0; i-- {
		best[i] = math.Inf(1)
		for end := i + 1; end <= min(len(words), i+longestClause); end++ {
			if cost := cutCost(words, end) + shortCost(end-i, len(words)) + best[end]; cost <= best[i] {
				best[i], next[i] = cost, end
			}
		}
	}
	var all [][]string
	for i := 0; i < len(words); i = next[i] {
		all = append(all, words[i:next[i]])
	}
	return all
}

// cutCost is how much it hurts to cut before the word at i; a cut at all hurts
// more than the best place for it is worth, so that short sentences stay whole.
func cutCost(words []string, i int) float64 {
	const atPause, atJoint, atLead, anywhere, afterClinging, beforeDash = 4, 6, 9, 14, 22, 40
	if i == len(words) {
		return 0
	}
	next := strings.ToLower(strings.Trim(words[i], "\"'“”‘’(),.;:!?"))
	before := strings.ToLower(words[i-1])
	switch {
	case dash(words[i]):
		return beforeDash
	case endOf(words[i-1]) != 0 && endOf(words[i-1]) != '.':
		return atPause
	case listed(clingingWords, before), figure(words[i-1]) && figure(words[i]):
		return afterClinging
	case listed(joiningWords, next):
		return atJoint
	case listed(leadingWords, next):
		return atLead
	}
	return anywhere
}

// figure tells whether a word is a number, or a part of one.
func figure(word string) bool { return word[0] >= '0' && word[0] <= '9' }

// shortCost is how much it hurts that a piece of a sentence has so few words.
func shortCost(n, of int) float64 {
	if n == of {
		return 0
	}
	switch n {
	case 1:
		return 12
	case 2:
		return 3
	}
	return 0
}
