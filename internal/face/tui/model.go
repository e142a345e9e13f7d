package tui

import (
	"context"
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"samantha"
	"samantha/internal/mind"
)

// model is everything the terminal shows. It changes only in Update, one
// message after the other, and knows no time but that of its clock.
type model struct {
	ctx   context.Context
	clock samantha.Clock
	why   func(context.Context, samantha.ID) (mind.Why, error)
	find  func(context.Context, string) ([]Found, error)
	lines chan<- string
	aside string // stands beside her word

	talk    captions
	pace    pace
	input   input
	past    history
	panel   panel
	form    form
	ready   bool // the next thing said will be taken
	seeking bool // what is typed is looked for in her memory, and not said
	away    bool
	thinks  bool // an answer is wanted and has no words yet
	silence bool // the last answer was one
	leaving bool // once the queue is empty

	wide, high int
	back       int // rows that the talk is scrolled back
	ruler      ruler
	ground     ground
	profile    colorprofile.Profile
	mood       samantha.Mood
	unseen     bool // the terminal says that nobody looks
	ticking    bool // a tick is on its way
}

// A terminal that does not tell its size is taken for one of these.
const (
	usualWide = 80
	usualHigh = 24
)

func newModel(ctx context.Context, o Options, lines chan<- string) *model {
	m := &model{
		ctx: ctx, clock: o.Clock, why: o.Why, find: o.Find, lines: lines,
		wide: usualWide, high: usualHigh, profile: colorprofile.TrueColor,
	}
	m.input.limit, m.aside = o.Limit, o.Mark
	m.form.still = o.Still || asked(o.Env, "NO_MOTION")
	m.form.moved = o.Clock.Now()
	return m
}

// asked reports whether a variable is set to anything.
func asked(env []string, name string) bool {
	return slices.ContainsFunc(env, func(v string) bool {
		key, value, _ := strings.Cut(v, "=")
		return key == name && value != ""
	})
}

// Init asks the terminal what it writes on.
func (m *model) Init() tea.Cmd { return tea.RequestBackgroundColor }

// Update takes one message, keeps the place where somebody reads further back,
// and sees to the next tick.
func (m *model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	below := m.rowsIf(m.back > 0)
	cmd := m.take(msg)
	if m.back > 0 && below > 0 {
		if _, resized := msg.(tea.WindowSizeMsg); !resized {
			m.back += max(0, m.rowsIf(true)-below)
		}
	}
	return m, tea.Batch(cmd, m.tick())
}

func (m *model) take(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tick:
		m.ticking = false
		m.pace.forward(&m.talk, m.clock.Now())
		m.form.move(m.clock.Now(), m.state(), m.mood, m.level())
	case Event:
		return m.told(msg)
	case explained:
		m.explained(msg)
	case found:
		m.found(msg)
	case tea.KeyPressMsg:
		return m.key(msg)
	case tea.PasteMsg:
		m.typed(msg.Content)
	case tea.MouseMsg:
		return m.mouse(msg)
	default:
		m.terminal(msg)
	}
	return nil
}

// terminal takes what the terminal tells of itself.
func (m *model) terminal(msg tea.Msg) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.wide, m.high = msg.Width, msg.Height
	case tea.ColorProfileMsg:
		m.profile = msg.Profile
	case tea.BackgroundColorMsg:
		if m.ground = light; msg.IsDark() {
			m.ground = dark
		}
	case tea.ModeReportMsg:
		if msg.Mode == ansi.ModeUnicodeCore && (msg.Value.IsSet() || msg.Value.IsReset()) {
			m.ruler = ruler{ansi.GraphemeWidth}
			m.input.ruler = m.ruler
		}
	case tea.FocusMsg:
		m.unseen = false
	case tea.BlurMsg:
		m.unseen = true
	}
}

// state is what she is doing.
func (m *model) state() state {
	switch {
	case m.away:
		return away
	case m.talk.coming() != nil || m.clock.Now().Before(m.pace.due):
		return speaking
	case m.thinks:
		return thinking
	case m.input.text != "" && !m.seeking:
		return listening
	case m.silence:
		return silent
	}
	return here
}

// level is how strongly her voice moves the line: full at the beginning of a
// clause, less towards its end.
func (m *model) level() float64 {
	left := m.pace.due.Sub(m.clock.Now())
	return clamp(.35+left.Seconds()*.3, 0, 1)
}

// tick asks for the next one, if anything will move by itself.
func (m *model) tick() tea.Cmd {
	wait, wanted := m.next()
	if m.ticking || !wanted {
		return nil
	}
	m.ticking = true
	clock := m.clock
	return func() tea.Msg {
		<-clock.After(wait)
		return tick{}
	}
}

type tick struct{}

// next is how long until something moves by itself.
func (m *model) next() (time.Duration, bool) {
	now := m.clock.Now()
	reading := max(0, m.pace.due.Sub(now))
	switch {
	case !m.form.still && !m.unseen:
		return m.form.frame(m.state()), true
	case m.talk.coming() != nil || reading > 0:
		return min(reading, leastPause), true
	}
	return 0, false
}
