package asked

import (
	"strings"

	"samantha"
)

// Asking is the sentence of an utterance that asks, without what is only added to it:
// "why did we fall out" of "why did we fall out. my daughter wants to know".
func (r *Reader) Asking(text string) string {
	sentences := samantha.Sentences(text)
	for _, s := range sentences {
		if _, _, ok := r.headOf(r.unled(plainWords(s))); ok {
			text = s
			break
		}
	}
	text = r.Alone(text)
	first, rest, ok := strings.Cut(text, ", ")
	if !ok || len(strings.Fields(first)) < 3 {
		return text
	}
	if _, _, asks := r.headOf(r.unled(plainWords(first))); asks && rest != "" {
		return first
	}
	return text
}

// Alone is a question without what only leads to it, or is said behind it: "do you even
// remember", and whoever is spoken to.
func (r *Reader) Alone(text string) string {
	text = r.unreminded(r.untrailed(text))
	at := strings.LastIndex(text, ", ")
	if at < 0 || len(strings.Fields(text[:at])) < 3 || len(strings.Fields(text[at:])) != 2 {
		return text
	}
	return text[:at]
}

// mostReminding is how many words stand before a question that only asks whether she
// remembers.
const mostReminding = 6

// unreminded is what is asked behind "do you even remember".
func (r *Reader) unreminded(text string) string {
	words := strings.Fields(text)
	for i, w := range words[:min(len(words), mostReminding)] {
		w = strings.ToLower(w)
		if (w == "remember" || w == "recall") && i+2 < len(words) && r.in("asks", plainWords(words[i+1])[0]) {
			return strings.Join(words[i+1:], " ")
		}
	}
	return text
}

// untrailed is a question without what is only said behind it: "who caught it, do you even
// remember".
func (r *Reader) untrailed(text string) string {
	low := strings.ToLower(text)
	for _, phrase := range r.trails {
		before, _, found := strings.Cut(low, " "+phrase)
		if found && len(strings.Fields(before)) > 2 {
			return strings.TrimRight(text[:len(before)], ", ")
		}
	}
	return text
}

// asksOnly: what was told begins like a question, marked as one or not: "what did I say my
// boy's name was", and not "what he did was leave".
func (r *Reader) asksOnly(text string) bool {
	words := r.unled(plainWords(text))
	kind, _, asks := r.headOf(words)
	if !asks || len(words) < 2 {
		return false
	}
	if kind == Whether {
		return r.in("you", words[1]) || strings.HasSuffix(text, "?")
	}
	return auxiliary(words[1]) || r.in("able", words[1]) || len(words) > 2 && kind != When && kind != Place && auxiliary(words[2])
}
