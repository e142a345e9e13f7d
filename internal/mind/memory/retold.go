package memory

import (
	"slices"
	"strings"

	"samantha"
)

// retold is something told, turned to her side and to that day: "my mum's hip is
// broken" becomes "your mum's hip was broken". What cannot be turned without
// changing it is quoted.
func (b *storybook) retold(text string) string {
	said := cite(calm(b.untagged(text)))
	if said == "" {
		return ""
	}
	words := strings.Fields(said)
	for len(words) > 1 && b.lead[strings.ToLower(strings.TrimRight(words[0], ","))] {
		words = words[1:]
	}
	if !turnable(words) {
		return "“" + said + "”"
	}
	first := strings.ToLower(words[0])
	if _, turns := b.turns[first]; turns || b.opens[first] {
		words[0] = first
	}
	if b.bare[first] {
		words = append([]string{"you", first}, words[1:]...)
	}
	return sentencesOf(together(b.turned(words)))
}

// sentencesOf is a text in which each sentence after the first has its capital.
func sentencesOf(text string) string {
	all := samantha.Sentences(text)
	for i := range all {
		if i > 0 {
			all[i] = capital(all[i])
		}
	}
	return strings.Join(all, " ")
}

// calm is a text without its shouts, which were of that day.
func calm(text string) string {
	for strings.Contains(text, "!!") {
		text = strings.ReplaceAll(text, "!!", "!")
	}
	return strings.ReplaceAll(text, "!", ".")
}

// untagged is a text without what was put in while telling: "did I tell you?".
func (b *storybook) untagged(text string) string {
	var kept strings.Builder
	for len(text) > 0 {
		cut := strings.IndexAny(text, ",?") + 1
		if cut == 0 {
			cut = len(text)
		}
		if !b.tags[samantha.SentenceKey(text[:cut])] {
			kept.WriteString(text[:cut])
		}
		text = text[cut:]
	}
	return strings.TrimSpace(kept.String())
}

// turnable: nobody is spoken to in it and nothing is cited or asked, so that
// turning it keeps what it says.
func turnable(words []string) bool {
	return !slices.ContainsFunc(words, func(w string) bool {
		cites := strings.ContainsAny(w, "?“”…") || strings.HasPrefix(w, "'") || strings.HasSuffix(w, "'")
		key := samantha.SentenceKey(w)
		return cites || strings.HasPrefix(key, "you") && !strings.HasPrefix(key, "youn") && !strings.HasPrefix(key, "yout")
	})
}

// turned turns words by the longest sequences that the table has.
func (b *storybook) turned(words []string) []string {
	var out []string
	for len(words) > 0 {
		n := min(turnedWords, len(words))
		for ; n > 0; n-- {
			core, mark := strings.ToLower(strings.Join(words[:n], " ")), ""
			if bare := strings.TrimRight(core, ".,;:!"); bare != core {
				core, mark = bare, core[len(bare):]
			}
			if to, ok := b.turns[strings.ReplaceAll(core, "’", "'")]; ok {
				out = replaced(out, to, mark)
				break
			}
		}
		if n == 0 {
			out, n = append(out, words[0]), 1
		}
		words = words[n:]
	}
	return out
}

// replaced adds what words were turned to; where that is nothing, their mark goes
// to the word before.
func replaced(out []string, to, mark string) []string {
	if to != "" {
		return append(out, strings.Fields(to+mark)...)
	}
	if n := len(out); n > 0 && mark != "" {
		out[n-1] = strings.TrimRight(out[n-1], ",") + mark
	}
	return out
}

// turnedWords is the longest sequence in "== turn".
const turnedWords = 3

// together puts "you" first where it stood second: "Mara and you had a row" is
// "you and Mara had a row".
func together(words []string) string {
	at := slices.Index(words, "you")
	if at < 2 || at > 4 || words[at-1] != "and" || isPronoun(strings.ToLower(words[0])) || slices.ContainsFunc(words[:at-1], func(w string) bool { return strings.ContainsAny(w, ",.;:") }) {
		return strings.Join(words, " ")
	}
	return strings.Join(slices.Concat([]string{"you", "and"}, words[:at-1], words[at+1:]), " ")
}
