package asked

import (
	"strings"

	"samantha"
)

// mostParted is how long a telling may be for its words to be named one by one.
const mostParted = 1000

// Part names the words of a telling from and to: "m7k2.words.3009" are its fourth to
// its ninth. It is the telling itself if it is too long for that.
func Part(id samantha.ID, from, to int) samantha.ID {
	if to <= from || to >= mostParted || from < 0 || id.IsPart() {
		return id
	}
	return id.Part("words", from*mostParted+to)
}

// Parted is what an id of [Part] names.
func Parted(id samantha.ID) (from, to int, ok bool) {
	name, n := id.Nth()
	return n / mostParted, n % mostParted, name == "words"
}

// Excerpt are the words of a text from and to, without the mark they end with.
func Excerpt(text string, from, to int) string {
	words := strings.Fields(text)
	to = min(to, len(words))
	if from >= to {
		return text
	}
	out := strings.Join(words[from:to], " ")
	if from > 0 && !strings.ContainsAny(words[from-1][len(words[from-1])-1:], ".!?,;:") {
		out = "… " + out
	}
	if to < len(words) && !strings.ContainsAny(words[to-1][len(words[to-1])-1:], ".!?,;:") {
		out += " …"
	}
	return strings.Trim(strings.TrimRight(out, ".,;:!"), " ")
}

// Dated: an answer names its day by its number, and needs none worked out.
func (r *Reader) Dated(a Answer) bool {
	words := tokens(a.Text)
	for i, t := range words[:min(a.To, len(words))] {
		if i >= a.From && (dayth(t.word) || r.ordinalDay(words, i)) {
			return true
		}
	}
	return false
}
