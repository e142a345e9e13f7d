package tui

import (
	"strings"
	"unicode"

	"github.com/charmbracelet/x/ansi"
)

// ruler measures text in cells. Terminals differ in how wide they draw
// characters that are made of several; this is told apart at the start.
type ruler struct{ method ansi.Method }

// span is one row of a text: its bytes from..to.
type span struct{ from, to int }

// rows breaks a text into rows of at most width cells, after spaces where
// there are any, and at each newline.
func (r ruler) rows(text string, width int) []span {
	var out []span
	start, cells := 0, 0
	after, cellsThere := -1, 0 // the last place to break
	next := func(from int) {
		start, cells, after, cellsThere = from, 0, -1, 0
	}
	for i := 0; i < len(text); {
		cluster, wide := ansi.FirstGraphemeCluster(text[i:], r.method)
		end := i + len(cluster)
		if cluster == "\n" {
			out = append(out, span{start, i})
			next(end)
			i = end
			continue
		}
		if cluster == " " && cells >= width && i > start { // it hangs over the edge, unseen
			out = append(out, span{start, i})
			next(end)
			i = end
			continue
		}
		for cells+wide > width && i > start {
			if after > start {
				out = append(out, span{start, after})
				left := cells - cellsThere
				next(after)
				cells = left
			} else {
				out = append(out, span{start, i})
				next(i)
			}
		}
		cells += wide
		if cluster == " " || cluster == "-" {
			after, cellsThere = end, cells
		}
		i = end
	}
	return append(out, span{start, len(text)})
}

// wrap is a text as rows of at most width cells, without space at their ends.
func (r ruler) wrap(text string, width int) []string {
	var out []string
	for _, s := range r.rows(text, width) {
		out = append(out, strings.TrimRight(text[s.from:s.to], " "))
	}
	return out
}

// cells is the width of a text.
func (r ruler) cells(text string) int { return r.method.StringWidth(text) }

// cut is a text, styled or not, that takes no more than width cells.
func (r ruler) cut(text string, width int) string {
	if r.cells(text) <= width {
		return text
	}
	if short := r.method.Truncate(text, width, ""); r.cells(short) <= width {
		return short
	}
	return "" // the library takes a cluster for narrower than it is here
}

// edges are where the clusters of a text begin, and its end.
func (r ruler) edges(text string) []int {
	var out []int
	for i := 0; i < len(text); {
		out = append(out, i)
		cluster, _ := ansi.FirstGraphemeCluster(text[i:], r.method)
		i += len(cluster)
	}
	return append(out, len(text))
}

// plain is a text that can do nothing to a terminal but be read: no control
// characters, no turning of the direction of writing.
func plain(text string) string {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\t", "    ").Replace(strings.ToValidUTF8(text, "\uFFFD"))
	return strings.Map(func(r rune) rune {
		if r != '\n' && unicode.IsControl(r) || r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069' {
			return -1
		}
		return r
	}, text)
}
