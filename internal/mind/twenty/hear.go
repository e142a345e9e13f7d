package twenty

import (
	"strings"

	"samantha"
)

// revealMost is how many words name a thing at most.
const revealMost = 5

// Says reports whether a text begins with one of the words of a list.
func (r *Room) Says(list, text string) bool {
	_, ok := r.after(list, text)
	return ok
}

// after is what stands behind a phrase of a list that a text begins with.
func (r *Room) after(list, text string) (rest string, ok bool) {
	key := " " + samantha.SentenceKey(text) + " "
	for _, p := range r.words[list] {
		if rest, ok := strings.CutPrefix(key, " "+p+" "); ok {
			return strings.TrimSpace(rest), true
		}
	}
	if rest, ok := r.beyondFiller(key); ok {
		return r.after(list, rest)
	}
	return "", false
}

// beyondFiller is a text without the laugh or the "well" that it begins with.
func (r *Room) beyondFiller(key string) (string, bool) {
	for _, p := range r.words["filler"] {
		if rest, ok := strings.CutPrefix(key, " "+p+" "); ok && strings.TrimSpace(rest) != "" {
			return rest, true
		}
	}
	return "", false
}

// Answer is the answer that a text gives to her question.
func (r *Room) Answer(text string) string {
	switch {
	case r.Says("maybe", text):
		return Maybe
	case r.Says("no", text):
		return No
	case r.Says("yes", text):
		return Yes
	}
	return Unheard
}

// Hints is what a text gives away unasked, as [Room.Next] reads it.
func (r *Room) Hints(text string) string {
	key := " " + samantha.SentenceKey(text) + " "
	var out []string
	for _, q := range r.questions {
		for _, h := range q.hints {
			at := strings.Index(key, " "+h+" ")
			if h == "" || at < 0 {
				continue
			}
			out = append(out, q.key+r.sign(key[:at+1]))
			break
		}
	}
	return strings.Join(out, " ")
}

// sign is no behind a "not", else yes.
func (r *Room) sign(before string) string {
	words := strings.Fields(before)
	for _, w := range words[max(0, len(words)-3):] {
		if w == "not" || w == "no" || w == "isn't" || w == "doesn't" || w == "can't" || w == "never" {
			return No
		}
	}
	return Yes
}

// Revealed is the thing that a text says it was; "" if it says none.
func (r *Room) Revealed(text string) string {
	first, _, _ := strings.Cut(text, ".")
	rest, ok := r.after("reveal", first)
	if n := len(strings.Fields(rest)); !ok || n == 0 || n > revealMost || r.Hints(first) != "" && !r.knows(rest) {
		return ""
	}
	return bare(rest)
}

// Named is a thing in a few words and nothing else.
func (r *Room) Named(text string) string {
	if thing := r.Revealed(text); thing != "" {
		return thing
	}
	key := samantha.SentenceKey(text)
	if n := len(strings.Fields(key)); n == 0 || n > revealMost-1 {
		return ""
	}
	return bare(key)
}

// bare is a thing without the article before it.
func bare(thing string) string {
	for _, article := range []string{"a ", "an ", "the ", "my ", "some "} {
		if rest, ok := strings.CutPrefix(thing, article); ok {
			return rest
		}
	}
	return thing
}

// knows reports whether she has a thing by that name.
func (r *Room) knows(name string) bool {
	for _, t := range r.things {
		if t.name == bare(name) {
			return true
		}
	}
	return false
}
