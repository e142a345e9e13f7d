package feeling

import (
	"slices"
	"strings"

	"samantha"
)

// twofold is a word for a feeling of one's own (en/two.txt).
type twofold struct {
	words []string
	says  string // as she gives it back
	good  bool
}

// readTwo reads "good: word, word = as she says it".
func (h *Heart) readTwo(lines []samantha.Line) error {
	for _, l := range lines {
		if l.Text == "" {
			continue
		}
		sort, body, ok := strings.Cut(l.Text, ": ")
		if !ok || sort != "good" && sort != "bad" && sort != "joins" {
			return l.Bad("want good, bad or joins: words")
		}
		for phrase := range strings.SplitSeq(body, ", ") {
			words, says, given := strings.Cut(phrase, " = ")
			if !given {
				says = words
			}
			t := twofold{strings.Fields(words), says, sort == "good"}
			if sort == "joins" {
				h.joins = append(h.joins, t)
				continue
			}
			h.twofold = append(h.twofold, t)
		}
	}
	longest := func(a, b twofold) int { return len(b.words) - len(a.words) }
	slices.SortStableFunc(h.twofold, longest)
	return nil
}

// standing is a feeling word where it stands in a text.
type standing struct {
	twofold
	at, end int
}

// Two are two feelings that pull apart and that somebody says they have at once, as
// she gives them back: "relieved" and "terrible". What was and is no more, what
// somebody else feels, and what is denied, are none.
func (h *Heart) Two(text string) (one, two string, ok bool) {
	words := strings.Fields(strings.Map(plainly, strings.ToLower(text)))
	if slices.ContainsFunc(words, func(w string) bool { return strings.Contains(w, "?") }) {
		return "", "", false
	}
	found := h.ownFeelings(words)
	for i, a := range found {
		for _, b := range found[i+1:] {
			if a.good != b.good && h.joined(words[a.end:b.at], words) {
				return a.says, b.says, true
			}
		}
	}
	return "", "", false
}

// plainly is a sign as feelings are looked for: what only parts words is a space.
func plainly(r rune) rune {
	switch r {
	case '’':
		return '\''
	case ',', '.', ';', '!', '-':
		return ' '
	}
	return r
}

// ownFeelings are the words for feelings in a text that are its speaker's and hold.
func (h *Heart) ownFeelings(words []string) []standing {
	var found []standing
	for at := 0; at < len(words); at++ {
		for _, t := range h.twofold {
			end := at + len(t.words)
			if end <= len(words) && slices.Equal(words[at:end], t.words) {
				if h.ofSpeaker(words[:at], len(found) > 0) && !refused(words[max(0, at-3):at]) {
					found = append(found, standing{t, at, end})
				}
				at = end - 1
				break
			}
		}
	}
	return found
}

// ofSpeaker: the nearest word before that says whose it is, is the speaker's; with none
// it is. Behind a "but" or an "and" without one, it is whose the feeling before it was.
func (h *Heart) ofSpeaker(before []string, spoken bool) bool {
	for _, w := range slices.Backward(before) {
		if spoken && slices.ContainsFunc(h.joins, func(j twofold) bool { return len(j.words) == 1 && j.words[0] == w && w != "half" && w != "both" }) {
			return true
		}
		whose, _, _ := strings.Cut(w, "'")
		switch whose {
		case "i", "im", "ive", "me", "my", "we", "half", "part", "both":
			return !slices.Contains(before[max(0, len(before)-3):], "was")
		case "he", "she", "they", "you", "who", "everyone", "everybody", "people":
			return false
		}
	}
	return true
}

func refused(before []string) bool {
	return slices.ContainsFunc(before, func(w string) bool {
		return w == "not" || w == "never" || w == "no" || w == "without" || strings.HasSuffix(w, "n't")
	})
}

// joined: what stands between two words, or anywhere in a text, says that both hold.
func (h *Heart) joined(between, all []string) bool {
	if len(between) > twoApart || slices.Contains(between, "now") || slices.Contains(between, "then") {
		return false
	}
	return slices.ContainsFunc(h.joins, func(j twofold) bool {
		return contains(between, j.words) || len(j.words) > 1 && contains(all, j.words)
	})
}

// twoApart is how many words may stand between two feelings that are felt at once.
const twoApart = 10

func contains(words, phrase []string) bool {
	for i := 0; i+len(phrase) <= len(words); i++ {
		if slices.Equal(words[i:i+len(phrase)], phrase) {
			return true
		}
	}
	return false
}
