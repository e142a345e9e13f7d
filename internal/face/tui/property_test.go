package tui

import (
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"samantha"
)

// texts are such as break screens: wide, joined, empty, endless, hostile.
func texts() *rapid.Generator[string] {
	return rapid.OneOf(
		rapid.SampledFrom([]string{
			"", " ", "a", "-", "\n", "\r\n\n", "\t", "日本語のテキスト", "👩‍👩‍👧‍👦", "e\u0301\u0301", "🇳🇴🇳🇴", "\u200b", "\u202e", "\x1b[2J",
			"toast over the sink", strings.Repeat("long", 50), strings.Repeat("word ", 30), "שלום", "ﷺ", "a\u200db", "\xff\xfe", "한국어 텍스트",
		}),
		rapid.String(),
	)
}

func ids() *rapid.Generator[samantha.ID] {
	return rapid.SampledFrom([]samantha.ID{"", "c3b2", "c3b2.said", "d3b2", "d3b2.said"})
}

// messages are all that can come to a face.
func messages() *rapid.Generator[tea.Msg] {
	keys := []string{
		"enter", "tab", "esc", "up", "down", "left", "right", "home", "end", "f1", "?", "pgup", "pgdown", "backspace", "delete",
		"ctrl+d", "ctrl+c", "ctrl+l", "ctrl+u", "ctrl+k", "ctrl+w", "ctrl+y", "ctrl+j", "ctrl+a", "ctrl+e", "ctrl+home", "ctrl+end",
		"ctrl+up", "ctrl+down", "ctrl+left", "ctrl+right", "alt+enter", "alt+b", "alt+f", "alt+d", "alt+backspace", "ctrl+p", "ctrl+n", "/", "a", "语", "alt+x",
	}
	return rapid.Custom(func(t *rapid.T) tea.Msg {
		switch rapid.IntRange(0, 15).Draw(t, "kind") {
		case 0:
			return tea.WindowSizeMsg{Width: rapid.IntRange(0, 140).Draw(t, "wide"), Height: rapid.IntRange(0, 50).Draw(t, "high")}
		case 1:
			return tea.PasteMsg{Content: texts().Draw(t, "pasted")}
		case 2:
			return tea.MouseClickMsg{X: rapid.IntRange(-1, 140).Draw(t, "x"), Y: rapid.IntRange(-1, 50).Draw(t, "y"), Button: tea.MouseLeft}
		case 3:
			return tea.MouseWheelMsg{Button: rapid.SampledFrom([]tea.MouseButton{tea.MouseWheelUp, tea.MouseWheelDown}).Draw(t, "wheel")}
		case 4:
			return Clause{texts().Draw(t, "clause")}
		case 5:
			return Answered{ID: ids().Draw(t, "id"), Lost: rapid.Bool().Draw(t, "lost")}
		case 6:
			by := rapid.SampledFrom([]samantha.Origin{samantha.OriginPerson, samantha.OriginHerself}).Draw(t, "by")
			mood := &samantha.Mood{P: rapid.Float64Range(-1, 1).Draw(t, "p"), A: rapid.Float64Range(-1, 1).Draw(t, "a")}
			return Line{ID: ids().Draw(t, "id"), By: by, Text: texts().Draw(t, "line"), Own: rapid.Bool().Draw(t, "own"), Mood: mood}
		case 7:
			return rapid.SampledFrom([]tea.Msg{Ready{}, Thinking{}, Away{}, Note{"a note"}, tea.FocusMsg{}, tea.BlurMsg{}}).Draw(t, "event")
		case 8:
			return tea.ModeReportMsg{Mode: ansi.ModeUnicodeCore, Value: ansi.ModeReset}
		case 9:
			return tick{}
		}
		return key(rapid.SampledFrom(keys).Draw(t, "key"))
	})
}

// TestNothingBreaksTheScreen: whatever comes, nothing panics, and what is drawn
// fits the terminal, with the cursor in it.
func TestNothingBreaksTheScreen(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		s := onStage(t, 80, 24)
		for range rapid.IntRange(1, 40).Draw(rt, "steps") {
			s.give(messages().Draw(rt, "message"))
			s.clock.at = s.clock.at.Add(time.Duration(rapid.IntRange(0, 3000).Draw(rt, "ms")) * time.Millisecond)
			s.said()
			s.fits(rt)
		}
	})
}

func (s *stage) fits(t *rapid.T) {
	v := s.m.View()
	rows := strings.Split(v.Content, "\n")
	if len(rows) > s.m.high && v.Content != "" {
		t.Fatalf("%d rows on a terminal of %d:\n%s", len(rows), s.m.high, s.screen())
	}
	for _, row := range rows {
		if wide := s.m.ruler.cells(row); wide > s.m.wide {
			t.Fatalf("a row of %d cells on a terminal of %d: %q", wide, s.m.wide, row)
		}
	}
	if v.Cursor != nil && (v.Cursor.X < 0 || v.Cursor.Y < 0 || v.Cursor.X >= s.m.wide || v.Cursor.Y >= s.m.high) {
		t.Fatalf("the cursor stands at %d,%d on a terminal of %dx%d", v.Cursor.X, v.Cursor.Y, s.m.wide, s.m.high)
	}
	if c := s.m.input.cursor; c < 0 || c > len(s.m.input.text) {
		t.Fatalf("the cursor is at %d of %d bytes", c, len(s.m.input.text))
	}
}

// TestRowsHoldTheText: rows are within their width, in order, and leave out
// nothing but newlines and spaces at their ends.
func TestRowsHoldTheText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := ruler{rapid.SampledFrom([]ansi.Method{ansi.WcWidth, ansi.GraphemeWidth}).Draw(t, "method")}
		text := plain(rapid.Custom(func(t *rapid.T) string {
			return strings.Join(rapid.SliceOf(texts()).Draw(t, "texts"), " ")
		}).Draw(t, "text"))
		width := rapid.IntRange(1, 60).Draw(t, "width")
		at := 0
		for i, s := range r.rows(text, width) {
			if between := text[at:s.from]; i > 0 && between != "" && between != "\n" && between != " " {
				t.Fatalf("%q is in no row", between)
			}
			row := text[s.from:s.to]
			if first, _ := ansi.FirstGraphemeCluster(row, r.method); r.cells(row) > width && row != first {
				t.Fatalf("%q takes %d cells, more than %d", row, r.cells(row), width)
			}
			at = s.to
		}
		if at != len(text) {
			t.Fatalf("the rows end at %d of %d bytes", at, len(text))
		}
	})
}

func TestClausesAreTheText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := plain(strings.Join(rapid.SliceOf(texts()).Draw(t, "texts"), ", "))
		for from := 0; from < len(text); {
			end := clauseEnd(text, from)
			if end <= from {
				t.Fatalf("an empty clause at %d of %q", from, text)
			}
			if n := len(strings.FieldsFunc(text[from:end], func(r rune) bool { return r == ' ' })); n > mostWords {
				t.Fatalf("%q has %d words", text[from:end], n)
			}
			from = end
		}
	})
}
