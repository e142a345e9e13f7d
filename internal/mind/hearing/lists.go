package hearing

import (
	"fmt"
	"strings"
)

// A line of a data file that holds something, and where it stands.
type line struct {
	file     string
	number   int
	text     string
	indented bool
}

// fail is an error that names the line.
func (l line) fail(format string, args ...any) error {
	return fmt.Errorf("%s:%d: %s", l.file, l.number, fmt.Sprintf(format, args...))
}

// lines leaves out comments and empty lines.
func lines(file, text string) []line {
	var out []line
	for i, s := range strings.Split(text, "\n") {
		trimmed := strings.TrimSpace(s)
		if trimmed == "" || strings.HasPrefix(trimmed, "#") {
			continue
		}
		out = append(out, line{file, i + 1, trimmed, s[0] == ' ' || s[0] == '\t'})
	}
	return out
}

// A list is a set of words and phrases, ordered by first word.
type list struct {
	name    string
	phrases map[string][][]string // by first word, longest first
	entries []string              // as they stand in the file
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

// holds reports whether the list holds a phrase of two words.
func (l *list) holds(a, b string) bool {
	for _, p := range l.phrases[a] {
		if len(p) == 2 && p[1] == b {
			return true
		}
	}
	return false
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
			if lists[ln.text] != nil {
				return nil, nil, ln.fail("list %q is there twice", ln.text)
			}
			current = &list{name: ln.text, phrases: map[string][][]string{}}
			lists[ln.text] = current
			order = append(order, ln.text)
			continue
		}
		if current == nil {
			return nil, nil, ln.fail("words before the first list")
		}
		for entry := range strings.SplitSeq(ln.text, ",") {
			if words := open(entry); len(words) > 0 {
				current.add(words)
				current.entries = append(current.entries, strings.Join(words, " "))
			}
		}
	}
	return lists, order, nil
}
