package tui

import (
	tea "charm.land/bubbletea/v2"
)

// key takes one key. Whatever it does besides, it brings the rest of her answer
// into sight: who goes on has read it.
func (m *model) key(k tea.KeyPressMsg) tea.Cmd {
	m.pace.all(&m.talk, m.clock.Now())
	if cmd, ok := m.command(k); ok {
		return cmd
	}
	if m.edit(k.String()) {
		return nil
	}
	if k.Text != "" {
		m.typed(k.Text)
	}
	return nil
}

// command is a key that does something to the talk as a whole.
func (m *model) command(k tea.KeyPressMsg) (tea.Cmd, bool) {
	empty := m.input.text == ""
	switch s := k.String(); {
	case s == "enter" && m.seeking:
		return m.seek(), true
	case s == "enter":
		return m.say(), true
	case s == "ctrl+d" && empty:
		return m.leave(), true
	case s == "ctrl+c":
		return m.interrupt(), true
	case s == "ctrl+l":
		return tea.ClearScreen, true
	case s == "tab":
		return m.tab(), true
	case s == "esc":
		m.esc()
		return nil, true
	case s == "f1", s == "?" && empty:
		m.help()
		return nil, true
	case s == "/" && empty:
		m.seeking = true
		return nil, true
	case s == "backspace" && empty && m.seeking:
		m.unseek()
		return nil, true
	case m.panel.kind == whyPanel && (s == "up" || s == "down"):
		return m.another(s), true
	}
	return nil, m.scroll(k.String())
}

// interrupt takes back what is typed, or leaves.
func (m *model) interrupt() tea.Cmd {
	if m.seeking {
		m.unseek()
		return nil
	}
	if m.input.text == "" {
		return m.leave()
	}
	m.input.taken = m.input.text
	m.input.set("")
	return nil
}

// tab opens why for the last answer, and closes it.
func (m *model) tab() tea.Cmd {
	last := m.talk.last()
	if m.panel.kind == whyPanel || last < 0 {
		m.panel = panel{}
		return nil
	}
	return m.explain(m.talk.all[last])
}

// another opens why for the caption above or below.
func (m *model) another(way string) tea.Cmd {
	by := 1
	if way == "up" {
		by = -1
	}
	to := m.talk.near(m.talk.index(m.panel.chosen), by)
	if to < 0 {
		return nil
	}
	m.show(to)
	return m.explain(m.talk.all[to])
}

// esc goes back: out of the panel, out of looking, down to the newest words.
func (m *model) esc() {
	switch {
	case m.panel.kind != closed:
		m.panel = panel{}
		if m.seeking {
			m.unseek()
		}
	case m.seeking:
		m.unseek()
	default:
		m.back = 0
	}
}

func (m *model) help() {
	if m.panel.kind == helpPanel {
		m.panel = panel{}
		return
	}
	m.panel = panel{kind: helpPanel}
}

// typed takes text into the line that is being typed.
func (m *model) typed(text string) {
	if !m.input.insert(plain(text)) {
		m.told(Note{"That is more than can be said at once; it was not taken."})
	}
	m.form.nudge()
}

// edit is a key that changes the line being typed; it reports whether it was
// one.
func (m *model) edit(key string) bool {
	in := &m.input
	switch key {
	case "left", "ctrl+b":
		in.cursor = in.before()
	case "right", "ctrl+f":
		in.cursor = in.after()
	case "home", "ctrl+a":
		in.cursor = in.paragraph()
	case "end", "ctrl+e":
		in.cursor = in.paragraphEnd()
	case "ctrl+left", "alt+left", "alt+b":
		in.cursor = in.wordBefore()
	case "ctrl+right", "alt+right", "alt+f":
		in.cursor = in.wordAfter()
	case "up", "ctrl+p":
		m.upOrBack(-1)
	case "down", "ctrl+n":
		m.upOrBack(1)
	default:
		return m.remove(key)
	}
	return true
}

// remove is a key that takes something out, or puts it back.
func (m *model) remove(key string) bool {
	in := &m.input
	switch key {
	case "backspace", "ctrl+h", "shift+backspace":
		in.remove(in.before())
	case "delete", "ctrl+d":
		in.remove(in.after())
	case "ctrl+w", "alt+backspace", "ctrl+backspace":
		in.take(in.wordBefore())
	case "alt+d", "ctrl+delete":
		in.take(in.wordAfter())
	case "ctrl+u":
		in.take(in.paragraph())
	case "ctrl+k":
		in.take(in.paragraphEnd())
	case "ctrl+y":
		m.typed(in.taken)
	case "alt+enter", "shift+enter", "ctrl+j":
		m.typed("\n")
	default:
		return false
	}
	return true
}

// upOrBack moves the cursor by a row, or, at the edge, through what was said
// before.
func (m *model) upOrBack(by int) {
	if m.input.step(by, m.inputWidth()) {
		return
	}
	if text, ok := m.past.step(-by, m.input.text); ok {
		m.input.set(text)
	}
}

// scroll is a key that moves what is read; it reports whether it was one.
func (m *model) scroll(key string) bool {
	page := max(1, m.layout().talk-1)
	switch key {
	case "pgup", "ctrl+up", "shift+up":
		if key != "pgup" {
			page = 1
		}
		m.move(page)
	case "pgdown", "ctrl+down", "shift+down":
		if key != "pgdown" {
			page = 1
		}
		m.move(-page)
	case "ctrl+home":
		m.move(m.rowsIf(true))
	case "ctrl+end":
		m.move(-m.rowsIf(true))
	default:
		return false
	}
	return true
}

// move goes rows back in what is read: the panel if it is open, else the talk.
func (m *model) move(rows int) {
	if m.panel.kind != closed {
		m.panel.top -= rows
		m.panel.top = max(0, min(m.panel.top, m.panelRows()-m.layout().panel))
		return
	}
	m.back = max(0, min(m.back+rows, m.rowsIf(true)-m.layout().talk))
}

// wheelRows is how far one notch of the wheel goes.
const wheelRows = 3

// mouse takes the wheel, and a touch of a caption, which asks for its why.
func (m *model) mouse(msg tea.MouseMsg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.MouseWheelMsg:
		if msg.Button == tea.MouseWheelUp {
			m.move(wheelRows)
		}
		if msg.Button == tea.MouseWheelDown {
			m.move(-wheelRows)
		}
	case tea.MouseClickMsg:
		if c := m.captionAt(msg.X, msg.Y); c != nil && c.has() && msg.Button == tea.MouseLeft {
			return m.explain(c)
		}
	}
	return nil
}
