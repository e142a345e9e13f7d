package tui

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"samantha"
	"samantha/internal/mind"
)

// fakeClock stands until a test moves it.
type fakeClock struct{ at time.Time }

func (c *fakeClock) Now() time.Time { return c.at }

// After fires at once: a tick that comes early moves nothing.
func (c *fakeClock) After(time.Duration) <-chan time.Time {
	fired := make(chan time.Time, 1)
	fired <- c.at
	return fired
}

// stage is a face without a terminal: messages go in, screens come out.
type stage struct {
	t     *testing.T
	clock *fakeClock
	lines chan string
	m     *model
	quit  bool
	raw   []string // what went to the terminal as it is
}

func onStage(t *testing.T, wide, high int) *stage {
	s := &stage{t: t, clock: &fakeClock{at: time.Date(2026, 3, 2, 19, 0, 0, 0, time.UTC)}, lines: make(chan string, 1)}
	s.m = newModel(context.Background(), Options{Clock: s.clock, Why: because, Find: remembered, Limit: 1000}, s.lines)
	s.give(tea.WindowSizeMsg{Width: wide, Height: high})
	return s
}

// because explains one answer at length, and finds nothing behind others.
func because(_ context.Context, id samantha.ID) (mind.Why, error) {
	if id.Moment() != "c3b2" {
		return mind.Why{}, samantha.ErrNotFound
	}
	return mind.Why{ID: id, Sentence: "You told me something; I gave back the part that stood out.", Record: []mind.Step{
		{ID: "c3b2", Kind: "heard", Text: "eating toast over the sink"},
		{ID: "c3b2", Kind: "reading", Text: "unsure, 0.00 sure; valence +0.00, arousal 0.30"},
		{ID: "c3b2", Kind: "intent", Text: `take detail="toast over the sink"`},
		{ID: "c3b2.said", Kind: "said", Text: "Toast over the sink. So that's what the day came to."},
	}}, nil
}

// remembered is what she has of toast.
func remembered(_ context.Context, question string) ([]Found, error) {
	if question != "toast" {
		return nil, nil
	}
	return []Found{
		{When: "2026-03-02 19:00", By: samantha.OriginPerson, Text: "eating toast over the sink"},
		{When: "2026-03-02 19:00", By: samantha.OriginHerself, Text: "Toast over the sink. So that's what the day came to."},
	}, nil
}

// give hands over messages, and does what is asked for in return. What is
// thought about was taken.
func (s *stage) give(messages ...tea.Msg) *stage {
	for _, msg := range messages {
		if _, ok := msg.(Thinking); ok {
			s.said()
		}
		_, cmd := s.m.Update(msg)
		s.do(cmd)
	}
	return s
}

// do runs a command, and hands over what comes of it. The stage ticks by itself.
func (s *stage) do(cmd tea.Cmd) {
	s.m.ticking = false
	if cmd == nil {
		return
	}
	switch msg := cmd().(type) {
	case tea.QuitMsg:
		s.quit = true
	case tea.BatchMsg:
		for _, cmd := range msg {
			s.do(cmd)
		}
	case explained, found:
		s.give(msg)
	case tea.RawMsg:
		s.raw = append(s.raw, fmt.Sprint(msg.Msg))
	}
}

// pass lets time pass, frame by frame.
func (s *stage) pass(d time.Duration) *stage {
	const frame = 50 * time.Millisecond
	for ; d > 0; d -= frame {
		s.clock.at = s.clock.at.Add(min(frame, d))
		s.give(tick{})
	}
	return s
}

// press presses keys by their names: "a", "tab", "ctrl+d".
func (s *stage) press(names ...string) *stage {
	for _, name := range names {
		s.give(key(name))
	}
	return s
}

// write types a text, key by key.
func (s *stage) write(text string) *stage {
	for _, r := range text {
		s.give(tea.KeyPressMsg{Code: r, Text: string(r)})
	}
	return s
}

func (s *stage) say(text string) *stage { return s.write(text).press("enter") }

// answer is what happens when she answers what was said last.
func (s *stage) answer(id samantha.ID, clauses ...string) *stage {
	s.give(Thinking{})
	for _, c := range clauses {
		s.give(Clause{c})
	}
	return s.give(Answered{ID: id.Said()}, Ready{})
}

// key is a key by its name.
func key(name string) tea.KeyPressMsg {
	special := map[string]rune{
		"enter": tea.KeyEnter, "tab": tea.KeyTab, "esc": tea.KeyEscape, "up": tea.KeyUp, "down": tea.KeyDown,
		"left": tea.KeyLeft, "right": tea.KeyRight, "home": tea.KeyHome, "end": tea.KeyEnd, "f1": tea.KeyF1,
		"pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown, "backspace": tea.KeyBackspace, "delete": tea.KeyDelete,
	}
	var k tea.KeyPressMsg
	parts := strings.Split(name, "+")
	for _, mod := range parts[:len(parts)-1] {
		k.Mod |= map[string]tea.KeyMod{"ctrl": tea.ModCtrl, "alt": tea.ModAlt, "shift": tea.ModShift}[mod]
	}
	last := parts[len(parts)-1]
	if code, ok := special[last]; ok {
		k.Code = code
		return k
	}
	k.Code = []rune(last)[0]
	if k.Mod == 0 {
		k.Text = last
	}
	return k
}

// screen is what stands in the terminal, without colours.
func (s *stage) screen() string {
	var rows []string
	for row := range strings.SplitSeq(ansi.Strip(s.m.View().Content), "\n") {
		rows = append(rows, strings.TrimRight(row, " "))
	}
	return strings.Join(rows, "\n")
}

func (s *stage) sees(texts ...string) *stage {
	s.t.Helper()
	screen := s.screen()
	for _, text := range texts {
		if !strings.Contains(screen, text) {
			s.t.Errorf("%q is not to be seen in\n%s", text, screen)
		}
	}
	return s
}

func (s *stage) seesNot(texts ...string) *stage {
	s.t.Helper()
	screen := s.screen()
	for _, text := range texts {
		if strings.Contains(screen, text) {
			s.t.Errorf("%q is to be seen in\n%s", text, screen)
		}
	}
	return s
}

// said is the line that was handed over, if there is one.
func (s *stage) said() string {
	select {
	case text := <-s.lines:
		return text
	default:
		return ""
	}
}
