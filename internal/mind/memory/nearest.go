package memory

import (
	"slices"
	"strings"
)

// asksPresent: a question is after how something is, and not after how it was.
func (l *Lore) asksPresent(question string) bool {
	return hasAny(question, l.frame.present) && !hasAny(question, l.hers().renew.past)
}

// OfOwnLife: a question is after something of the person's life, of theirs or of people
// they told of, and not after what anybody thinks of it. What would be for them is of
// their life: "would I go out to Nova Scotia for a wedding".
func (l *Lore) OfOwnLife(question string, people []string) bool {
	if hasAny(question, l.frame.you) || l.AsksHer(question) && !l.wouldBe(question) {
		return false
	}
	if hasAny(question, l.frame.selves) {
		return true
	}
	return slices.ContainsFunc(people, func(name string) bool { return l.Names(question, name) })
}

// Names: a text names somebody, or says what is theirs: "mum's", "mums".
func (l *Lore) Names(text, name string) bool {
	t := " " + key(text) + " "
	name = key(name)
	return strings.Contains(t, " "+name+" ") || strings.Contains(t, " "+name+"s ")
}

// wouldBe: a question is after what would be, and not after what ought to be.
func (l *Lore) wouldBe(question string) bool {
	first, _, _ := strings.Cut(key(question), " ")
	return l.frame.would[first]
}

// OfHer: a question has a word for her.
func (l *Lore) OfHer(question string) bool { return hasAny(question, l.frame.you) }

// OfBoth: a question is after what was between the person and her: "what were you to
// remind me of".
func (l *Lore) OfBoth(question string) bool {
	return hasAny(question, l.frame.you) && hasAny(question, l.frame.selves) && hasAny(question, l.frame.between)
}

// AsksHer: a question is put to her, or wants an opinion.
func (l *Lore) AsksHer(question string) bool { return hasAny(question, l.frame.hers) }
