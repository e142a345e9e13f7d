package dream

import (
	"strings"

	"samantha"
)

// never is what no dream is made of.
type never struct {
	section string
	said    []string        // a memory with one of these is left alone whole
	acts    []string        // and one with one of these speech acts
	nouns   map[string]bool // no noun ends with one of these
	within  map[string]bool // or holds one of these
	places  map[string]bool // nowhere one can be
}

func (n *never) read(l samantha.Line) error {
	if name, ok := strings.CutPrefix(l.Text, "== "); ok {
		n.section = name
		return nil
	}
	switch n.section {
	case "said":
		n.said = append(n.said, " "+samantha.SentenceKey(l.Text)+" ")
	case "acts":
		n.acts = append(n.acts, strings.Fields(l.Text)...)
	case "nouns":
		n.nouns = put(n.nouns, l.Text)
	case "within":
		n.within = put(n.within, l.Text)
	case "places":
		n.places = put(n.places, l.Text)
	default:
		return l.Bad("%q is no section of what is never dreamed", n.section)
	}
	return nil
}

func put(list map[string]bool, words string) map[string]bool {
	if list == nil {
		list = map[string]bool{}
	}
	for _, w := range strings.Fields(words) {
		list[w] = true
	}
	return list
}

// noun: no dream has these words for something, or somewhere, in it.
func (n *never) noun(words []string, sort Sort) bool {
	for _, w := range words {
		if n.within[strings.ToLower(strings.Trim(w, "'’"))] {
			return true
		}
	}
	return sort != Place && n.nouns[strings.ToLower(words[len(words)-1])]
}

// Forbids reports whether nothing of what was heard may come into a dream: a
// secret, a death, a means to die, what was only to be kept, a thing asked of her.
func (r *Room) Forbids(w samantha.HeardWords) bool {
	if len(w.Notes) > 0 || w.Hearing.Language != "" {
		return true
	}
	for _, act := range r.never.acts {
		if w.Hearing.Has(act) {
			return true
		}
	}
	text := " " + samantha.SentenceKey(w.Text) + " "
	for _, s := range r.never.said {
		if strings.Contains(text, s) {
			return true
		}
	}
	return false
}
