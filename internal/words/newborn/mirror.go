package newborn

import "strings"

// mirror turns the person's words to her side: "my mother and I were" becomes
// "your mother and you were". It is a table of word sequences, of which the
// longest that fits is taken (Weizenbaum 1966 did it word by word).
type mirror struct {
	turns map[string]string
	most  int // words of the longest sequence
}

func newMirror(rows []row) (mirror, error) {
	m := mirror{turns: map[string]string{}}
	for _, r := range rows {
		cells, ok := splitRow(r.text, 2)
		if !ok {
			return mirror{}, r.errorf("want: from | to")
		}
		if _, twice := m.turns[cells[0]]; twice {
			return mirror{}, r.errorf("%q again", cells[0])
		}
		m.turns[cells[0]] = cells[1]
		m.most = max(m.most, len(strings.Fields(cells[0])))
	}
	return m, nil
}

// turn turns a text around.
func (m mirror) turn(text string) string {
	words := strings.Fields(text)
	out := make([]string, 0, len(words))
	for len(words) > 0 {
		turned, n := m.longest(words)
		out = append(out, turned)
		words = words[n:]
	}
	return strings.Join(out, " ")
}

// longest turns the longest sequence at the start of words, or takes one word
// as it is.
func (m mirror) longest(words []string) (turned string, n int) {
	for n := min(m.most, len(words)); n > 0; n-- {
		core, tail := bare(words[:n])
		if to, ok := m.turns[core]; ok && words[0] != "US" {
			return to + tail, n
		}
	}
	return words[0], 1
}

// bare is a sequence in lower case without the mark at its end; a mark inside
// makes it no sequence.
func bare(words []string) (core, tail string) {
	joined := strings.ToLower(strings.Join(words, " "))
	core = strings.TrimRight(joined, ",;:.")
	return core, joined[len(core):]
}
