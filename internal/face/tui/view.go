package tui

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"samantha"
)

// View draws the whole terminal.
func (m *model) View() tea.View {
	l := m.layout()
	pal := paint(m.ground, m.profile, m.mood)
	rows := m.head(l, pal)
	rows = append(rows, m.middle(l, pal)...)
	rows = append(rows, blank(l.lift)...)
	typed, cursor := m.typing(l, pal)
	cursor.Y += len(rows)
	rows = append(rows, typed...)
	if l.foot {
		rows = append(rows, blank(l.space)...)
		rows = append(rows, m.foot(l, pal))
	}
	v := tea.NewView(m.page(rows, l))
	v.AltScreen, v.ReportFocus, v.MouseMode = true, true, tea.MouseModeCellMotion
	if cursor.X < m.wide && cursor.Y < m.high {
		cursor.Blink = !m.form.still
		v.Cursor = cursor
	}
	return v
}

// page is rows with the margin before them, none wider or lower than the
// terminal.
func (m *model) page(rows []string, l layout) string {
	rows = rows[:min(len(rows), m.high)]
	margin := strings.Repeat(" ", l.margin)
	for i, row := range rows {
		if row != "" {
			rows[i] = m.ruler.cut(margin+row, m.wide)
		}
	}
	return strings.Join(rows, "\n")
}

func blank(n int) []string { return make([]string, n) }

// head is the line and its word.
func (m *model) head(l layout, pal palette) []string {
	rows := blank(l.above)
	whole := l.column
	if l.beside > 0 {
		whole += besideGap + l.beside
	}
	wide := min(whole, widestLine)
	if l.line > 0 {
		c := newCanvas(wide, l.line)
		f := m.form.figure(m.state(), m.mood)
		f.part = min(1, f.part*(1+.2*float64(fullLine-l.line))) // a low field shows less of it
		f.draw(c)
		left := strings.Repeat(" ", (whole-wide)/2)
		for y := range l.line {
			rows = append(rows, left+c.row(y, func(tone int, s string) string { return pal.line[tone].Render(s) }))
		}
	}
	if l.word {
		word := m.word()
		left := max(0, (whole-m.ruler.cells(word))/2)
		rows = append(rows, strings.Repeat(" ", left)+pal.quiet.Render(word))
	}
	if l.line > 0 {
		rows = append(rows, blank(l.space)...)
	}
	return rows
}

// word is what she is doing, and what is to be known of her all the time.
func (m *model) word() string {
	if m.aside == "" {
		return m.state().String()
	}
	return m.state().String() + ", " + m.aside
}

// The line as large as it gets, in cells.
const (
	widestLine = 52
	fullLine   = 4
)

// middle is the talk, with the panel beside it or over it.
func (m *model) middle(l layout, pal palette) []string {
	if m.panel.kind == closed {
		return m.talkRows(l, pal)
	}
	panel := m.panel.rows(m.ruler, pal, m.panelWidth(l))
	top := max(0, min(m.panel.top, len(panel)-l.panel))
	panel = panel[top:min(len(panel), top+l.panel)]
	if l.beside > 0 {
		return m.sideBySide(m.talkRows(l, pal), panel, l)
	}
	rows := m.chosen(l, pal)
	for _, row := range panel {
		rows = append(rows, strings.Repeat(" ", gutter)+row)
	}
	return append(rows, blank(max(0, l.talk-len(rows)))...)
}

func (m *model) panelWidth(l layout) int {
	if l.beside > 0 {
		return l.beside
	}
	return wordsWidth(l.column)
}

// panelRows is how many rows the panel has.
func (m *model) panelRows() int {
	return len(m.panel.rows(m.ruler, palette{}, m.panelWidth(m.across())))
}

func (m *model) sideBySide(left, right []string, l layout) []string {
	for i, row := range right {
		if i >= len(left) {
			break
		}
		row = strings.Repeat(" ", max(0, l.column+besideGap-m.ruler.cells(left[i]))) + row
		left[i] += row
	}
	return left
}

// mostChosen is how many rows of the caption are shown above its why.
const mostChosen = 2

// chosen is the caption that is explained, above a panel that covers the talk.
func (m *model) chosen(l layout, pal palette) []string {
	n := m.chosenRows(l)
	if n == 0 {
		return nil
	}
	var rows []string
	for i, text := range m.panel.chosen.wrapped(m.ruler, wordsWidth(l.column)) {
		if i == n-1 {
			break
		}
		mark := "  "
		if i == 0 {
			mark = pal.mark.Render("▸ ")
		}
		rows = append(rows, mark+pal.quiet.Render(text))
	}
	return append(rows, "")
}

// chosenRows is how many rows that takes, with an empty one after it.
func (m *model) chosenRows(l layout) int {
	if m.panel.kind != whyPanel || l.talk < 5 {
		return 0
	}
	return 1 + min(mostChosen, len(m.panel.chosen.wrapped(m.ruler, wordsWidth(l.column))))
}

// typing is what is being typed, and where the cursor stands in it.
func (m *model) typing(l layout, pal palette) ([]string, *tea.Cursor) {
	spans := m.input.ruler.rows(m.input.text, m.typingWidth(l.column))
	row, cell := m.input.place(spans)
	top := max(0, row-l.input+1)
	var rows []string
	for i := top; i < min(len(spans), top+l.input); i++ {
		mark := "  "
		if i == 0 && m.seeking {
			mark = pal.mark.Render("/ ")
		} else if i == 0 {
			mark = pal.mark.Render("› ")
		}
		rows = append(rows, mark+pal.words.Render(m.input.text[spans[i].from:spans[i].to]))
	}
	return rows, tea.NewCursor(l.margin+gutter+min(cell, m.typingWidth(l.column)), row-top)
}

// foot is one quiet row: what the keys do just now, as far as there is room.
func (m *model) foot(l layout, pal palette) string {
	parts := m.hints()
	if !l.word {
		parts = append([]string{m.word()}, parts...)
	}
	const between = "   "
	text := parts[0]
	for _, p := range parts[1:] {
		if m.ruler.cells(text+between+p) > wordsWidth(l.column) {
			break
		}
		text += between + p
	}
	return strings.Repeat(" ", gutter) + pal.quiet.Render(m.ruler.cut(text, wordsWidth(l.column)))
}

// hints are what the keys do, the most needed first.
func (m *model) hints() []string {
	switch {
	case m.leaving:
		return []string{"leaving when she has heard you", "ctrl-d now"}
	case m.panel.kind == whyPanel:
		return []string{"esc back", "↑ ↓ another", "pgup pgdn more"}
	case m.seeking && m.panel.kind != foundPanel:
		return []string{"enter looks in her memory", "esc back"}
	case m.panel.kind != closed:
		return []string{"esc back", "pgup pgdn more"}
	case m.back > 0:
		return []string{fmt.Sprintf("%d rows below", m.back), "pgdn on", "esc to the end"}
	case m.away && len(m.talk.queued) > 0:
		return []string{"what you said waits here", "ctrl-d leave"}
	}
	return []string{"tab why", "? help", "ctrl-d leave"}
}

// style is how a caption is written.
func (p palette) style(c *caption) func(...string) string {
	switch {
	case c.past:
		return p.quiet.Render
	case c.hers():
		return p.words.Render
	case c.by == samantha.OriginPerson:
		return p.theirs.Render
	}
	return p.quiet.Render
}
