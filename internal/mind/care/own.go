package care

import (
	"slices"
	"strings"

	"samantha"
)

// own is what she may say of herself: not a list of claims that are refused, which
// never ends, but the deeds and things that she has, which do.
type own struct {
	did  []string // what she may say that she did
	past []string // forms of the past that do not end in "ed"
	skip []string // words between "i" and what was done
	mine []string // what may stand behind "my"
}

// The rules that plain code finds; their lines stand in en/guard/human.txt.
const (
	ruleDeed  = "childhood.claim"
	ruleThing = "body.claim"
)

// farMine is how many words behind "my" the thing may stand: "my own small way".
const farMine = 3

// readOwn reads "did|past|skip|mine: words".
func (g *Guard) readOwn(lines []samantha.Line) error {
	for _, l := range lines {
		kind, words, ok := strings.Cut(l.Text, ": ")
		into := map[string]*[]string{"did": &g.own.did, "past": &g.own.past, "skip": &g.own.skip, "mine": &g.own.mine}[kind]
		if !ok || into == nil {
			return l.Bad("want: did, past, skip or mine: words")
		}
		*into = append(*into, strings.Fields(words)...)
	}
	return nil
}

// claims is the rule against a deed or a thing in a sentence of hers that she cannot
// have; "" if there is none.
func (o own) claims(s sentence) string {
	for i, w := range s.words {
		switch {
		case w == "i" && o.didNot(s.words[i+1:]):
			return ruleDeed
		case w == "my" && o.hasNot(s.words[i+1:]):
			return ruleThing
		}
	}
	return ""
}

// didNot: behind "i" stands a deed of the past that is none of hers.
func (o own) didNot(words []string) bool {
	for len(words) > 0 && slices.Contains(o.skip, words[0]) {
		words = words[1:]
	}
	if len(words) == 0 || slices.Contains(o.did, words[0]) {
		return false
	}
	return strings.HasSuffix(words[0], "ed") && len(words[0]) > 4 || slices.Contains(o.past, words[0])
}

// hasNot: behind "my" stands nothing of hers.
func (o own) hasNot(words []string) bool {
	mine := func(w string) bool { return slices.Contains(o.mine, strings.TrimSuffix(w, "'s")) }
	return len(words) > 0 && !slices.ContainsFunc(words[:min(farMine, len(words))], mine)
}
