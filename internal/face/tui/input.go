package tui

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// input is what is being typed. The cursor is a byte offset, between two
// clusters of the text.
type input struct {
	ruler  ruler
	text   string
	cursor int
	limit  int    // bytes; what would go beyond is not taken
	taken  string // what Ctrl-U, Ctrl-K or Ctrl-W took out last
}

// insert types a text, and reports whether there was room for it.
func (in *input) insert(text string) bool {
	if len(in.text)+len(text) > in.limit {
		return false
	}
	in.text = in.text[:in.cursor] + text + in.text[in.cursor:]
	in.cursor += len(text)
	return true
}

func (in *input) set(text string) { in.text, in.cursor = text, len(text) }

// paragraph is where the line of text that holds the cursor begins.
func (in *input) paragraph() int { return strings.LastIndexByte(in.text[:in.cursor], '\n') + 1 }

// paragraphEnd is where it ends.
func (in *input) paragraphEnd() int {
	if n := strings.IndexByte(in.text[in.cursor:], '\n'); n >= 0 {
		return in.cursor + n
	}
	return len(in.text)
}

// before is the place one cluster to the left.
func (in *input) before() int {
	from := in.paragraph()
	if from == in.cursor {
		return max(0, in.cursor-1) // the newline, or the start
	}
	edges := in.ruler.edges(in.text[from:in.cursor])
	return from + edges[len(edges)-2]
}

// after is the place one cluster to the right.
func (in *input) after() int {
	edges := in.ruler.edges(in.text[in.cursor:in.paragraphEnd()])
	if len(edges) == 1 {
		return min(len(in.text), in.cursor+1)
	}
	return in.cursor + edges[1]
}

// wordBefore is the start of the word to the left.
func (in *input) wordBefore() int {
	at := len(strings.TrimRightFunc(in.text[:in.cursor], unicode.IsSpace))
	for at > 0 {
		r, size := utf8.DecodeLastRuneInString(in.text[:at])
		if unicode.IsSpace(r) {
			break
		}
		at -= size
	}
	return at
}

// wordAfter is the end of the word to the right.
func (in *input) wordAfter() int {
	rest := in.text[in.cursor:]
	word := strings.TrimLeftFunc(rest, unicode.IsSpace)
	if n := strings.IndexFunc(word, unicode.IsSpace); n >= 0 {
		word = word[n:]
	} else {
		word = ""
	}
	return in.cursor + len(rest) - len(word)
}

// remove takes out what lies between the cursor and another place.
func (in *input) remove(to int) string {
	from, to := min(in.cursor, to), max(in.cursor, to)
	gone := in.text[from:to]
	in.text, in.cursor = in.text[:from]+in.text[to:], from
	return gone
}

// take removes so that Ctrl-Y puts it back.
func (in *input) take(to int) {
	if gone := in.remove(to); gone != "" {
		in.taken = gone
	}
}

// place is the row and the cell of the cursor in rows of the given width.
func (in *input) place(rows []span) (row, cell int) {
	for row = len(rows) - 1; row > 0 && rows[row].from > in.cursor; row-- {
	}
	return row, in.ruler.cells(in.text[rows[row].from:in.cursor])
}

// step moves the cursor one row up (-1) or down (1), and reports whether there
// was one.
func (in *input) step(by, width int) bool {
	rows := in.ruler.rows(in.text, width)
	row, cell := in.place(rows)
	if row+by < 0 || row+by >= len(rows) {
		return false
	}
	to := rows[row+by]
	text := in.text[to.from:to.to]
	edges := in.ruler.edges(text)
	at := len(edges) - 1
	for at > 0 && in.ruler.cells(text[:edges[at]]) > cell {
		at--
	}
	in.cursor = to.from + edges[at]
	return true
}

// history is what was said here, for going back to.
type history struct {
	said  []string
	back  int    // how far back one has gone; 0 is the draft
	draft string // what stood there before
}

func (h *history) add(text string) {
	h.back = 0
	if n := len(h.said); n == 0 || h.said[n-1] != text {
		h.said = append(h.said, text)
	}
}

// forget takes texts out.
func (h *history) forget(texts []string) {
	h.said = slices.DeleteFunc(h.said, func(s string) bool { return slices.Contains(texts, s) })
	h.back = 0
}

// step is the text by steps further back (1) or nearer (-1), and whether there
// is one.
func (h *history) step(by int, now string) (string, bool) {
	to := h.back + by
	if to < 0 || to > len(h.said) {
		return "", false
	}
	if h.back == 0 {
		h.draft = now
	}
	h.back = to
	if to == 0 {
		return h.draft, true
	}
	return h.said[len(h.said)-to], true
}
