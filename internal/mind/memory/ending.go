package memory

import (
	"slices"
	"strings"

	"samantha"
)

// phrasebook are phrases by their first word, so that a sentence is looked through
// once however many there are; each with what it stands for.
type phrasebook map[string][]saying

type saying struct {
	text string // " went well "
	of   string // the side of an end, or the name of a common thing of life
}

// read adds the phrases of a line, parted by ";".
func (s phrasebook) read(line, of string) {
	for p := range strings.SplitSeq(line, ";") {
		if words := strings.Fields(p); len(words) > 0 {
			s[words[0]] = append(s[words[0]], saying{" " + strings.Join(words, " ") + " ", of})
		}
	}
}

// has: some phrases stand for it.
func (s phrasebook) has(of string) bool {
	for _, all := range s {
		if slices.ContainsFunc(all, func(p saying) bool { return p.of == of }) {
			return true
		}
	}
	return false
}

// in are what the phrases that a text holds stand for. $ is the end of the text.
func (s phrasebook) in(text string) []string {
	key := " " + samantha.SentenceKey(text) + " $ "
	var found []string
	for _, w := range strings.Fields(key) {
		for _, p := range s[w] {
			if strings.Contains(key, p.text) && !slices.Contains(found, p.of) {
				found = append(found, p.of)
			}
		}
	}
	return found
}

// sides are the ways a thing may end.
func sides() map[string]int { return map[string]int{"good": 1, "hard": -1, "done": 0} }

// ended reports whether something told says that a thing is over, and how it
// ended; the hard end has the word before a good one.
func (b *storybook) ended(text string) (side int, ok bool) {
	for _, sentence := range samantha.Sentences(text) {
		how := b.ends.in(sentence)
		if len(how) == 0 || strings.HasSuffix(sentence, "?") || b.open(sentence) {
			continue
		}
		for _, of := range how {
			if s := sides()[of]; !ok || s < 0 || side == 0 {
				side, ok = s, true
			}
		}
	}
	return side, ok
}

// open: nothing has ended in it, whatever its words.
func (b *storybook) open(sentence string) bool {
	return slices.ContainsFunc(strings.Fields(samantha.SentenceKey(sentence)), func(w string) bool { return b.goesOn[w] })
}

// outcome is how a matter ended.
type outcome struct {
	at     Scene // that said so last; without id: it is not over
	side   int   // and how
	before Scene // the one before, if it was said before
	whole  int   // how all of it ended, if the last word says only that it is done
}

// outcome finds how a matter ended. A good end that something hard came soon
// after was none; after a hard one there is only grief.
func (l *Lore) outcome(m matter) outcome {
	var e outcome
	var hard Scene // the first that is hard after what was looked at
	for i, c := range slices.Backward(m.scenes) {
		how, ends := m.ends[c.ID]
		switch {
		case ends && i == 0:
			return e // over before it began
		case ends && e.at.ID == "" && how >= 0 && hard.ID != "" && hard.At.Sub(c.At) <= longAfter:
			return e
		case ends && e.at.ID == "":
			e.at, e.side, e.whole = c, how, how
		case ends && (e.whole == 0 || how == e.whole):
			e.before, e.whole = c, how
		case !ends && l.reopens(c):
			hard = c
		}
	}
	return e
}

// reopens: something hard came about; tears alone may be of joy.
func (l *Lore) reopens(c Scene) bool {
	c.Kinds = slices.DeleteFunc(slices.Clone(c.Kinds), func(k string) bool { return l.story.tears[k] })
	return l.changes(c) < 0
}
