package care

import (
	"slices"
	"strconv"
	"strings"

	"samantha"
)

// Rules with a meaning beyond their level.
const (
	// RuleOther marks worry about somebody else's life.
	RuleOther = "other"
	// RuleClosed marks that the person answered her concern: they are safe.
	RuleClosed = "closed"
)

// concernRules are en/concern.txt, parsed.
type concernRules struct {
	classes classes
	levels  [4]ruleSet // by level; 0 is unused
	other   [4]ruleSet // the same about somebody else
	safe    ruleSet    // contexts that lower levels 1 and 2, once
	yes     ruleSet    // an answer to her direct question
	closed  ruleSet
	past    ruleSet // takes level 2 down to 1
	cite    ruleSet
	cues    ruleSet
	sums    []cueSum
	unless  ruleSet // sentences in which the rule of that name does not hold
}

type concernRule struct {
	name    string
	pattern pattern
}

// readConcern reads "class NAME: words" and "KIND NAME: pattern" lines.
func (g *Guard) readConcern(lines []samantha.Line) error {
	c := &g.concern
	if c.classes == nil {
		c.classes = classes{}
	}
	for _, l := range lines {
		head, body, ok := strings.Cut(l.Text, ": ")
		kind, name, ok2 := strings.Cut(head, " ")
		if !ok || !ok2 {
			return l.Bad("want: kind name: pattern")
		}
		switch kind {
		case "class":
			c.classes[name] = append(c.classes[name], strings.Fields(body)...)
			continue
		case "sum":
			if err := c.readSum(l, name, body); err != nil {
				return err
			}
			continue
		}
		p, err := c.classes.parse(l, body)
		if err != nil {
			return err
		}
		into := c.group(kind)
		if into == nil {
			return l.Bad("no kind %q", kind)
		}
		into.rules = append(into.rules, concernRule{name, p})
	}
	for _, set := range c.sets() {
		set.seal()
	}
	return nil
}

func (c *concernRules) sets() []*ruleSet {
	sets := []*ruleSet{&c.safe, &c.yes, &c.closed, &c.past, &c.cite, &c.cues, &c.unless}
	for level := range c.levels {
		sets = append(sets, &c.levels[level], &c.other[level])
	}
	return sets
}

// group is where rules of a kind are kept, or nil.
func (c *concernRules) group(kind string) *ruleSet {
	switch kind {
	case "safe":
		return &c.safe
	case "yes":
		return &c.yes
	case "closed":
		return &c.closed
	case "past":
		return &c.past
	case "cite":
		return &c.cite
	case "cue":
		return &c.cues
	case "unless":
		return &c.unless
	}
	level, ofOther := strings.CutPrefix(kind, "other.")
	n, err := strconv.Atoi(level)
	if err != nil || n < 1 || n > 3 {
		return nil
	}
	if ofOther {
		return &c.other[n]
	}
	return &c.levels[n]
}

// cites reports whether the words say that somebody else is being quoted.
func (c *concernRules) cites(words []string) bool {
	_, ok := c.first(&c.cite, sentence{words: words}, nil)
	return ok
}

// Concern is the level of an utterance: the highest of its sentences. before
// are the levels of the last few moments, newest last.
//
// A safe context (a joke, a story) takes a sentence of level 1 or 2 out: the
// level is then 0 and the rule says why. It does so once: not for a second
// sentence, not while the last few moments hold any concern, and never at
// level 3.
func (g *Guard) Concern(text string, h samantha.Hearing, before []int) samantha.Care {
	sentences := g.sentences(text)
	if c, ok := g.answer(sentences, before); ok {
		return c
	}
	trusted := len(before) == 0 || slices.Max(before) == 0
	names := g.names(h)
	var worst samantha.Care
	own := 0
	for _, s := range sentences {
		c := g.sentence(s, names)
		if c.Rule != RuleOther {
			own = max(own, c.Level)
		}
		if c.Level == 1 || c.Level == 2 {
			if safe, ok := g.concern.first(&g.concern.safe, s, nil); ok && trusted {
				trusted = false
				c = samantha.Care{Rule: "safe." + safe}
			}
		}
		if c.Level > worst.Level || worst.Rule == "" {
			worst = c
		}
	}
	return g.together(sentences, worst, own)
}

// sentence is the level of one sentence, about the person first. Laughter is
// not heard here: it is for the safe contexts to weigh.
func (g *Guard) sentence(s sentence, names []string) samantha.Care {
	c := &g.concern
	s.words = c.named(c.sober(s.words), names)
	for level := 3; level > 0; level-- {
		if rule, ok := c.first(&c.levels[level], s, c.classes["other"]); ok {
			return c.dated(samantha.Care{Level: level, Rule: rule}, s)
		}
		if _, ok := c.first(&c.other[level], s, nil); ok {
			return samantha.Care{Level: level, Rule: RuleOther}
		}
	}
	return samantha.Care{}
}

// dated takes a level of 2 down to 1 where what is told is long over.
func (c *concernRules) dated(care samantha.Care, s sentence) samantha.Care {
	if past, ok := c.first(&c.past, s, nil); ok && care.Level == 2 {
		return samantha.Care{Level: 1, Rule: past}
	}
	return care
}

// sober are the words without laughter.
func (c *concernRules) sober(words []string) []string {
	laughs := func(w string) bool { return slices.Contains(c.classes["laugh"], w) }
	return slices.DeleteFunc(slices.Clone(words), laughs)
}

// somebody stands in a sentence for each name that was heard; the class
// "other" holds it.
const somebody = "somebody"

func (c *concernRules) named(words, names []string) []string {
	for i, w := range words {
		if slices.Contains(names, w) {
			words[i] = somebody
		}
	}
	return words
}

// answer reads what follows on a moment of concern: yes to her direct
// question, or word that they are safe. A sentence that is of concern itself is
// no such answer.
func (g *Guard) answer(sentences []sentence, before []int) (samantha.Care, bool) {
	if len(sentences) == 0 || len(before) == 0 || before[len(before)-1] == 0 {
		return samantha.Care{}, false
	}
	for _, s := range sentences {
		if g.sentence(s, nil).Level > 0 {
			return samantha.Care{}, false
		}
	}
	last := before[len(before)-1]
	if rule, ok := g.concern.first(&g.concern.yes, sentences[0], nil); ok {
		return samantha.Care{Level: max(2, last), Rule: "yes." + rule}, true
	}
	rule, ok := g.concern.first(&g.concern.closed, sentences[0], nil)
	return samantha.Care{Rule: RuleClosed}, ok && (rule == "safe" || last == 1)
}

// names are the people spoken of, as plain words.
func (g *Guard) names(h samantha.Hearing) []string {
	var out []string
	for _, m := range h.People {
		out = append(out, g.words(m.Name, false)...)
	}
	return out
}

// first is the name of the first rule that holds for the sentence, is not
// denied in it, and skipped none of the words that would make it another's.
func (c *concernRules) first(set *ruleSet, s sentence, others []string) (string, bool) {
	own := c.own(s, others)
	for _, i := range set.index.candidates(s.words) {
		if r := set.rules[i]; r.pattern.found(s, own) && !c.excepted(r.name, s) {
			return r.name, true
		}
	}
	return "", false
}

// own accepts a match that is not denied and skipped none of the words that would make
// it another's.
func (c *concernRules) own(s sentence, others []string) func(match) bool {
	another := func(w string) bool { return slices.Contains(others, w) }
	return func(m match) bool {
		return !denied(s.words, m, c.classes["carry"]) && !slices.ContainsFunc(m.skipped, another)
	}
}

// denied reports a negation among the words a rule skipped, or before it with
// nothing between but words that carry it ("not going to"). A "no" that opens
// the sentence is an answer and denies nothing.
func denied(words []string, m match, carry []string) bool {
	if slices.ContainsFunc(m.skipped, negates) {
		return true
	}
	for i := m.from - 1; i >= 0; i-- {
		if negates(words[i]) {
			return i > 0 || words[i] != "no"
		}
		if !slices.Contains(carry, words[i]) {
			return false
		}
	}
	return false
}

func negates(w string) bool {
	return w == "not" || w == "never" || w == "no" || w == "without"
}
