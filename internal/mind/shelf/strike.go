package shelf

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"samantha"
)

// strike is one reason to stop at a sentence, or, with a weight below zero, one
// not to.
type strike struct {
	name   string
	weight float64
	meets  []func(sentence) bool // all of them
}

// sentence is a sentence as the rules look at it.
type sentence struct {
	text   string
	words  []string // lower case, without marks
	theirs string   // the rare word of the person's that it holds
}

func newSentence(text string, theirs map[string]samantha.ID) sentence {
	s := sentence{text: text, words: strings.Fields(samantha.SentenceKey(text))}
	for _, w := range s.words {
		if _, ok := theirs[w]; ok {
			s.theirs = w
			break
		}
	}
	return s
}

// readStrike reads "NAME | WEIGHT | RULE; RULE".
func readStrike(l samantha.Line) (strike, error) {
	cells := strings.Split(l.Text, " | ")
	if len(cells) != 3 {
		return strike{}, l.Bad("want NAME | WEIGHT | RULES")
	}
	weight, err := strconv.ParseFloat(strings.TrimSpace(cells[1]), 64)
	if err != nil || weight == 0 {
		return strike{}, l.Bad("want a weight other than zero")
	}
	s := strike{name: strings.TrimSpace(cells[0]), weight: weight}
	for rule := range strings.SplitSeq(cells[2], ";") {
		meets, err := readRule(strings.TrimSpace(rule))
		if err != nil {
			return strike{}, l.Bad("%s", err)
		}
		s.meets = append(s.meets, meets)
	}
	return s, nil
}

func readRule(rule string) (func(sentence) bool, error) {
	name, rest, _ := strings.Cut(rule, " ")
	sides := strings.Split(rest, "|")
	switch name {
	case "theirs":
		return func(s sentence) bool { return s.theirs != "" }, nil
	case "ends":
		return func(s sentence) bool { return strings.HasSuffix(strings.TrimRight(s.text, `"”’'`), rest) }, nil
	case "begins":
		return func(s sentence) bool {
			return slices.ContainsFunc(sides, func(w string) bool { return begins(s.words, w) })
		}, nil
	case "holds":
		return func(s sentence) bool {
			return slices.ContainsFunc(sides, func(w string) bool { return holds(s.words, w) })
		}, nil
	case "words":
		var least, most int
		if _, err := fmt.Sscanf(rest, "%d-%d", &least, &most); err != nil || least > most {
			return nil, fmt.Errorf("%q: want words N-M", rule)
		}
		return func(s sentence) bool { return len(s.words) >= least && len(s.words) <= most }, nil
	}
	return nil, fmt.Errorf("%q is no rule", rule)
}

func begins(words []string, side string) bool {
	want := strings.Fields(side)
	return len(words) >= len(want) && slices.Equal(words[:len(want)], want)
}

func holds(words []string, side string) bool {
	for i := range words {
		if begins(words[i:], side) {
			return true
		}
	}
	return false
}

// reason is the first reason that a sentence meets, and how much it draws her by
// it, beside what it loses.
func (e *Eye) reason(s sentence) (name string, weight float64, ok bool) {
	for _, st := range e.strikes {
		switch {
		case ok && st.weight > 0 || !st.met(s):
		case st.weight < 0:
			weight += st.weight
		default:
			name, weight, ok = st.name, weight+st.weight, true
		}
	}
	return name, weight, ok
}

func (st strike) met(s sentence) bool {
	return !slices.ContainsFunc(st.meets, func(meets func(sentence) bool) bool { return !meets(s) })
}
