package hearing

import (
	"strings"
	"unicode"
)

// parseShort reads the file of short forms and misspellings: "im = i am".
func parseShort(file, text string) (map[string][]string, error) {
	short := map[string][]string{}
	for _, ln := range lines(file, text) {
		from, to, ok := strings.Cut(ln.Text, " = ")
		if !ok {
			return nil, ln.Bad("want \"short = long\", have %q", ln.Text)
		}
		for s := range strings.FieldsSeq(from) {
			short[s] = strings.Fields(to)
		}
	}
	return short, nil
}

// open adds the words that one word in lower case stands for.
func (e *Ear) open(out []string, w string) []string {
	if full, ok := e.short[w]; ok {
		return append(out, full...)
	}
	if squeezed := e.squeeze(w); squeezed != w {
		return e.open(out, squeezed)
	}
	if one, other, ok := strings.Cut(w, "x"); ok && digits(one) != 0 && digits(other) != 0 { // 7x8
		return append(out, one, "x", other)
	}
	if n := strings.IndexFunc(w, unicode.IsLetter); n > 0 && e.lists["glued"].has(w[n:]) {
		return append(out, w[:n], w[n:])
	}
	for _, end := range [...]struct{ short, full string }{
		{"n't", "not"}, {"'ll", "will"}, {"'re", "are"}, {"'ve", "have"}, {"'d", "would"}, {"'m", "am"},
	} {
		if stem, ok := strings.CutSuffix(w, end.short); ok && stem != "" {
			return append(e.open(out, stem), end.full)
		}
	}
	if stem, ok := strings.CutSuffix(w, "'s"); ok && stem != "" {
		return append(out, stem, "'s")
	}
	return append(out, w)
}

// opened is what one word in lower case stands for, as a phrase.
func (e *Ear) opened(w string) string {
	var room [4]string
	return strings.Join(e.open(room[:0], w), " ")
}

// openAll opens up every word of a phrase, for lists and patterns.
func (e *Ear) openAll(phrase string) []string {
	var out []string
	for w := range strings.FieldsSeq(strings.ToLower(strings.ReplaceAll(phrase, "-", " "))) {
		out = e.open(out, w)
	}
	return out
}

// squeeze takes drawn-out letters back: "soooo" is so, "yesss" is yes. Three
// equal letters become two if that is a word, else one.
func (e *Ear) squeeze(w string) string {
	if !drawn(w) {
		return w
	}
	two, one := runs(w, 2), runs(w, 1)
	if e.rank[two] > 0 && e.rank[one] == 0 {
		return two
	}
	return one
}

// drawn reports whether a letter, not a digit, stands three times in a row.
func drawn(w string) bool {
	for i := 2; i < len(w); i++ {
		if w[i] == w[i-1] && w[i] == w[i-2] && w[i] >= 'a' && w[i] <= 'z' {
			return true
		}
	}
	return false
}

// runs cuts every row of three or more equal letters down to n.
func runs(w string, n int) string {
	var out []byte
	for i := 0; i < len(w); {
		j := i
		for j < len(w) && w[j] == w[i] {
			j++
		}
		keep := j - i
		if keep > 2 {
			keep = n
		}
		out = append(out, w[i:i+keep]...)
		i = j
	}
	return string(out)
}
