package tui

import (
	"slices"

	"samantha"
)

// row is one row of the talk; a nil caption is an empty row.
type row struct {
	of    *caption
	text  string
	first bool // of its caption
}

// rowsOf are the rows of the ith caption: an empty one before it where a moment
// begins, and its words.
func (m *model) rowsOf(list []*caption, i, width int, airy bool) []row {
	c := list[i]
	var rows []row
	if i > 0 && airy && (c.by == samantha.OriginPerson || list[i-1].by == c.by) {
		rows = append(rows, row{})
	}
	if c.seen == 0 && c.text != "" {
		return nil // nothing of it is in sight
	}
	for n, text := range c.wrapped(m.ruler, width) {
		rows = append(rows, row{of: c, text: text, first: n == 0})
	}
	return rows
}

// inSight are the rows of the talk that are in sight, the last ones at the
// bottom.
func (m *model) inSight(l layout) []row {
	var rows []row // newest first
	list := m.talk.list()
	for i := len(list) - 1; i >= 0 && len(rows) < m.back+l.talk; i-- {
		of := m.rowsOf(list, i, wordsWidth(l.column), l.space > 0)
		slices.Reverse(of)
		rows = append(rows, of...)
	}
	from := max(0, min(m.back, len(rows)-l.talk))
	rows = rows[from:min(len(rows), from+l.talk)]
	slices.Reverse(rows)
	return rows
}

// rowsIf is how many rows the talk has, or 0 if nobody wants to know.
func (m *model) rowsIf(wanted bool) int {
	if !wanted {
		return 0
	}
	l, n, list := m.layout(), 0, m.talk.list()
	for i := range list {
		n += len(m.rowsOf(list, i, wordsWidth(l.column), l.space > 0))
	}
	return n
}

// talkRows is the talk, filled up with empty rows from above.
func (m *model) talkRows(l layout, pal palette) []string {
	seen := m.inSight(l)
	out := blank(l.talk - len(seen))
	for _, r := range seen {
		if r.of == nil {
			out = append(out, "")
			continue
		}
		out = append(out, m.mark(r, pal)+pal.style(r.of)(r.text))
	}
	return out
}

// mark is what stands before a row: whose it is, or that it is chosen.
func (m *model) mark(r row, pal palette) string {
	switch {
	case !r.first:
		return "  "
	case m.panel.kind == whyPanel && m.panel.chosen == r.of:
		return pal.mark.Render("▸ ")
	case r.of.by == samantha.OriginPerson:
		return pal.style(r.of)("› ")
	case r.of.by == samantha.OriginHouse:
		return pal.quiet.Render("· ")
	}
	return "  "
}

// captionAt is the caption at a place of the terminal, or nil.
func (m *model) captionAt(x, y int) *caption {
	l := m.layout()
	if m.panel.kind != closed && l.beside == 0 || x < l.margin || x >= l.margin+l.column {
		return nil
	}
	seen := m.inSight(l)
	at := y - l.top() - (l.talk - len(seen))
	if at < 0 || at >= len(seen) || y >= l.top()+l.talk {
		return nil
	}
	return seen[at].of
}

// show scrolls so that the ith caption is in sight.
func (m *model) show(i int) {
	l, below, list := m.layout(), 0, m.talk.list()
	for j := len(list) - 1; j > i; j-- {
		below += len(m.rowsOf(list, j, wordsWidth(l.column), l.space > 0))
	}
	own := len(m.rowsOf(list, i, wordsWidth(l.column), l.space > 0))
	if below < m.back || below+own > m.back+l.talk {
		m.back = max(0, below-l.talk/2)
	}
}
