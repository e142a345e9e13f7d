package tui

import (
	"context"
	"errors"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"samantha"
	"samantha/internal/mind"
)

// panel is what lies beside the talk, or, where the terminal is narrow, over
// it: why something was said, what was found, or the help. The zero value is
// closed.
type panel struct {
	kind    panelKind
	chosen  *caption // whose why it is
	why     mind.Why
	sought  string
	found   []Found
	problem string // instead of why or what was found
	waiting bool
	top     int // first row in sight
}

type panelKind int

const (
	closed panelKind = iota
	whyPanel
	foundPanel
	helpPanel
)

// explained is the answer to a question of why.
type explained struct {
	of  *caption
	why mind.Why
	err error
}

// explainPatience is how long an explanation may take.
const explainPatience = 10 * time.Second

// explain opens the panel on a caption and asks for its causes.
func (m *model) explain(c *caption) tea.Cmd {
	m.panel = panel{kind: whyPanel, chosen: c}
	if c.id == "" {
		m.panel.problem = "That has not reached the log yet, so there is nothing to look behind."
		return nil
	}
	m.panel.waiting = true
	ctx, ask, id := m.ctx, m.why, c.id
	return func() tea.Msg {
		ctx, cancel := context.WithTimeout(ctx, explainPatience)
		defer cancel()
		w, err := ask(ctx, id)
		return explained{c, w, err}
	}
}

// explained takes the answer, if it is still wanted.
func (m *model) explained(e explained) {
	if m.panel.kind != whyPanel || m.panel.chosen != e.of {
		return
	}
	m.panel.waiting = false
	m.panel.why, m.panel.problem = e.why, ""
	switch {
	case errors.Is(e.err, samantha.ErrNotFound):
		m.panel.problem = "There is nothing in the log behind that."
	case e.err != nil:
		m.panel.problem = "I can't look behind that now: " + plain(e.err.Error()) + "."
	}
}

// rows are what the panel says, in a column of the width.
func (p *panel) rows(r ruler, pal palette, width int) []string {
	switch {
	case p.kind == helpPanel:
		return helpRows(r, pal, width)
	case p.waiting:
		return []string{pal.quiet.Render("…")}
	case p.problem != "":
		return styled(pal.words.Render, r.wrap(p.problem, width))
	case p.kind == foundPanel:
		return foundRows(r, pal, p, width)
	}
	out := styled(pal.words.Render, r.wrap(plain(p.why.Sentence), width))
	id := samantha.ID("")
	for _, s := range p.why.Record {
		if s.ID != id {
			out = append(out, "", pal.quiet.Render(string(s.ID)))
			id = s.ID
		}
		out = append(out, stepRows(r, pal, s, width)...)
	}
	return out
}

// kindWidth is the column of the kinds of the record.
const kindWidth = 10

// stepRows are one line of the record: its kind, and its text hanging beside.
func stepRows(r ruler, pal palette, s mind.Step, width int) []string {
	kind := plain(s.Kind)
	if width < 3*kindWidth {
		return styled(pal.quiet.Render, r.wrap(kind+": "+plain(s.Text), width))
	}
	var out []string
	for i, text := range r.wrap(plain(s.Text), width-kindWidth) {
		label := ""
		if i == 0 {
			label = r.cut(kind, kindWidth-1)
		}
		label += strings.Repeat(" ", kindWidth-r.cells(label))
		out = append(out, pal.quiet.Render(label)+pal.theirs.Render(text))
	}
	return out
}

// styled renders each row.
func styled(render func(...string) string, rows []string) []string {
	out := make([]string, len(rows))
	for i, row := range rows {
		out[i] = render(row)
	}
	return out
}
