package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"samantha"
)

// told takes an event of the conversation.
func (m *model) told(e Event) tea.Cmd {
	switch e := e.(type) {
	case Ready:
		m.ready, m.away, m.thinks = true, false, false
		return m.send()
	case Thinking:
		m.away, m.thinks, m.silence = false, true, false
	case Clause:
		m.clause(e)
	case Answered:
		m.thinks = false
		m.silence = !m.talk.end(e) && !e.Lost && m.talk.waits()
	case Line:
		m.logged(e)
		if e.Rings {
			return tea.Raw(bell)
		}
	case Gone:
		m.forget(e.IDs)
	case Away:
		m.away, m.ready, m.thinks = true, false, false
	case Note:
		m.talk.add(&caption{by: samantha.OriginHouse, text: strings.TrimSpace(e.Text)})
	}
	return nil
}

// bell makes a terminal sound.
const bell = "\a"

func (m *model) clause(e Clause) {
	if m.talk.answer == nil {
		m.pace.due = m.clock.Now() // her first words come at once
	}
	m.talk.clause(e.Text)
	m.thinks = m.thinks && m.talk.answer == nil
	m.pace.forward(&m.talk, m.clock.Now())
}

func (m *model) logged(l Line) {
	if l.Mood != nil {
		m.mood = *l.Mood
	}
	before := len(m.talk.all)
	m.talk.logged(l)
	if len(m.talk.all) > before {
		m.pace.due = m.clock.Now()
		m.pace.forward(&m.talk, m.clock.Now())
	}
}

// forget takes the words out of everything that holds them here.
func (m *model) forget(ids []samantha.ID) {
	m.past.forget(m.talk.forget(ids))
	if m.panel.kind == whyPanel || m.panel.kind == foundPanel {
		m.panel = panel{} // it may hold them
	}
	m.input.taken = ""
}

// say takes what was typed as said: it is shown at once, and waits its turn.
func (m *model) say() tea.Cmd {
	text := strings.TrimSpace(m.input.text)
	if text == "" {
		return nil
	}
	m.input.set("")
	m.past.add(text)
	m.back, m.silence = 0, false
	m.talk.queue(text)
	return m.send()
}

// send hands over the next thing said, if it will be taken. It never waits.
func (m *model) send() tea.Cmd {
	if m.ready && len(m.talk.queued) > 0 {
		select {
		case m.lines <- m.talk.queued[0].text:
			m.ready = false
			m.talk.taken()
		default: // the one before is still on its way
		}
	}
	if m.leaving && len(m.talk.queued) == 0 {
		return tea.Quit
	}
	return nil
}

// leave ends the talk once everything typed is said; asked again, at once.
func (m *model) leave() tea.Cmd {
	if m.leaving || len(m.talk.queued) == 0 {
		return tea.Quit
	}
	m.leaving = true
	return nil
}
