package hearing

import (
	"maps"
	"slices"
	"strings"

	"samantha"
)

// A line of a data file that holds something; an indented one belongs to the
// heading above it.
type line struct {
	samantha.Line
	indented bool
}

// lines leaves out empty lines, and the space in front of the others.
func lines(file, text string) []line {
	var out []line
	for _, l := range samantha.Lines(file, text) {
		trimmed := strings.TrimLeft(l.Text, " \t")
		if trimmed == "" {
			continue
		}
		ln := line{l, trimmed != l.Text}
		ln.Text = trimmed
		out = append(out, ln)
	}
	return out
}

// A list is a set of words and phrases, ordered by first word.
type list struct {
	name    string
	phrases map[string][][]string // by first word, longest first
	entries []string              // as they stand in the file
	whole   map[string]bool       // the same
	begin   []string              // the first words of phrases, by the alphabet; see begins
}

// begins are the words with which its phrases begin, by the alphabet.
func (l *list) begins() []string {
	if len(l.begin) != len(l.phrases) {
		l.begin = slices.Sorted(maps.Keys(l.phrases))
	}
	return l.begin
}

// add puts a phrase in, longer phrases before shorter ones.
func (l *list) add(words []string) {
	all := l.phrases[words[0]]
	at := 0
	for at < len(all) && len(all[at]) >= len(words) {
		at++
	}
	all = append(all, nil)
	copy(all[at+1:], all[at:])
	all[at] = words
	l.phrases[words[0]] = all
}

// has reports whether the list holds the single word.
func (l *list) has(w string) bool {
	if l == nil {
		return false
	}
	all := l.phrases[w]
	return len(all) > 0 && len(all[len(all)-1]) == 1
}

// endsAt reports whether a word or a phrase of two of the list ends at a word.
func (l *list) endsAt(words []word, at int) bool {
	return l.has(words[at].norm) || at > 0 && l.holds(words[at-1].norm, words[at].norm)
}

// holds reports whether the list holds a phrase of two words.
func (l *list) holds(a, b string) bool {
	for _, p := range l.phrases[a] {
		if len(p) == 2 && p[1] == b {
			return true
		}
	}
	return false
}

// In reports whether a list of en/lists.txt holds a word or phrase.
func (e *Ear) In(list, phrase string) bool {
	l := e.lists[list]
	return l != nil && l.whole[samantha.SentenceKey(phrase)]
}

// Opened are the words of a text without marks, short forms opened up.
func (e *Ear) Opened(text string) []string { return e.openAll(samantha.SentenceKey(text)) }

// Holds reports whether a phrase of a list stands in some words, short forms opened up.
func (e *Ear) Holds(list, text string) bool {
	words, l := e.Opened(text), e.lists[list]
	for i, first := range words {
		for _, phrase := range l.phrases[first] {
			if rest := words[i:]; len(phrase) <= len(rest) && slices.Equal(phrase, rest[:len(phrase)]) {
				return true
			}
		}
	}
	return false
}

// MadeOf reports whether a word ends as those do that are made of other words.
func (e *Ear) MadeOf(word string) bool {
	return slices.ContainsFunc(e.lists["madeof"].entries, func(end string) bool { return strings.HasSuffix(word, end) })
}

// parseLists reads a file of lists: a name on a line of its own, and its words
// and phrases indented below it with commas between them. open opens up short
// forms, so that a list and an utterance agree on them.
func parseLists(file, text string, open func(string) []string) (map[string]*list, []string, error) {
	lists := map[string]*list{}
	var order []string
	var current *list
	for _, ln := range lines(file, text) {
		if !ln.indented {
			if lists[ln.Text] != nil {
				return nil, nil, ln.Bad("list %q is there twice", ln.Text)
			}
			current = &list{name: ln.Text, phrases: map[string][][]string{}, whole: map[string]bool{}}
			lists[ln.Text] = current
			order = append(order, ln.Text)
			continue
		}
		if current == nil {
			return nil, nil, ln.Bad("words before the first list")
		}
		for entry := range strings.SplitSeq(ln.Text, ",") {
			if words := open(entry); len(words) > 0 {
				current.add(words)
				entry := strings.Join(words, " ")
				current.entries, current.whole[entry] = append(current.entries, entry), true
			}
		}
	}
	return lists, order, nil
}
