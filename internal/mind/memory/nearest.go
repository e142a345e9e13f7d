package memory

import (
	"slices"
	"strings"

	"samantha"
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

// names: a text has the word in it by which the question names a time: "easter".
func (w *weighing) names(text string) bool {
	return slices.ContainsFunc(w.q.Times, func(t samantha.When) bool {
		words := strings.Fields(t.Text)
		return len(words) > 0 && hasAny(text, map[string]bool{strings.ToLower(words[len(words)-1]): true})
	})
}

// ofThing: a text has what a question calls "the car" or "my dog", or is of something
// else: what was bought is no answer to when the car was.
func (l *Lore) ofThing(question, text string) bool {
	words := strings.Fields(key(question))
	for i, w := range words {
		if w != "the" && w != "my" && w != "our" {
			continue
		}
		at := i + 1
		for at < len(words)-1 && l.frame.sorts[words[at]] {
			at++
		}
		if at < len(words) && !l.hers().covers(text, words[at:at+1]) {
			return false
		}
	}
	return true
}
