package tui

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"samantha"
)

// found is the answer to a question to her memory.
type found struct {
	sought string
	hits   []Found
	err    error
}

// seek opens the panel on what she remembers for what is typed.
func (m *model) seek() tea.Cmd {
	sought := m.input.text
	if sought == "" {
		m.seeking = false
		return nil
	}
	m.panel = panel{kind: foundPanel, sought: sought, waiting: true}
	ctx, find := m.ctx, m.find
	return func() tea.Msg {
		ctx, cancel := context.WithTimeout(ctx, explainPatience)
		defer cancel()
		hits, err := find(ctx, sought)
		return found{sought, hits, err}
	}
}

// found takes the answer, if it is still wanted.
func (m *model) found(f found) {
	if m.panel.kind != foundPanel || m.panel.sought != f.sought {
		return
	}
	m.panel.waiting, m.panel.found, m.panel.problem = false, f.hits, ""
	switch {
	case f.err != nil:
		m.panel.problem = "I can't look there now: " + plain(f.err.Error()) + "."
	case len(f.hits) == 0:
		m.panel.problem = "Nothing of that is in my memory."
	}
}

// unseek takes what is typed for something to say again.
func (m *model) unseek() {
	m.seeking = false
	m.input.set("")
}

// foundRows are memories, each under its day.
func foundRows(r ruler, pal palette, p *panel, width int) []string {
	var out []string
	for i, f := range p.found {
		if i > 0 {
			out = append(out, "")
		}
		whose := "you said"
		if f.By == samantha.OriginHerself {
			whose = "I said"
		}
		out = append(out, pal.quiet.Render(r.cut(plain(f.When)+", "+whose, width)))
		out = append(out, styled(pal.words.Render, r.wrap(plain(f.Text), width))...)
	}
	return out
}
