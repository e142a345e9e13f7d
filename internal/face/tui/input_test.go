package tui

import "testing"

func TestEditing(t *testing.T) {
	for _, c := range []struct {
		name string
		text string
		keys []string
		want string // the cursor is |
	}{
		{"cursor", "abc", []string{"left", "left", "x"}, "ax|bc"},
		{"home and end", "abc", []string{"home", "x", "end", "y"}, "xabcy|"},
		{"backspace takes a whole character", "ae\u0301", []string{"backspace"}, "a|"},
		{"and a whole family", "a👩‍👩‍👧‍👦", []string{"backspace"}, "a|"},
		{"left goes over wide ones", "日本", []string{"left", "x"}, "日x|本"},
		{"delete", "abc", []string{"home", "delete"}, "|bc"},
		{"word before", "one two  ", []string{"ctrl+w"}, "one |"},
		{"word before, with marks", "toast, over", []string{"ctrl+left", "ctrl+w"}, "|over"},
		{"word after", "one two", []string{"home", "alt+d"}, "| two"},
		{"to the start", "one two", []string{"ctrl+left", "ctrl+u"}, "|two"},
		{"to the end", "one two", []string{"ctrl+left", "ctrl+k"}, "one |"},
		{"put back", "one two", []string{"ctrl+w", "home", "ctrl+y"}, "two|one "},
		{"nothing taken keeps what was", "one two", []string{"ctrl+w", "ctrl+k", "ctrl+y"}, "one two|"},
		{"paragraphs", "one\ntwo", []string{"home", "x", "ctrl+u", "backspace"}, "one|two"},
		{"up to the row above", "one\ntwo", []string{"up", "x"}, "onex|\ntwo"},
		{"down again", "one\ntwo", []string{"up", "home", "down", "x"}, "one\nx|two"},
		{"edges", "", []string{"left", "right", "backspace", "delete", "ctrl+w", "ctrl+u", "ctrl+k", "alt+d", "ctrl+y", "home", "end"}, "|"},
		{"new line", "a", []string{"alt+enter", "b"}, "a\nb|"},
		{"a question mark within", "really", []string{"?"}, "really?|"},
		{"taken back", "half a thought", []string{"ctrl+c"}, "|"},
	} {
		s := onStage(t, 80, 24)
		s.m.input.set(c.text)
		s.press(c.keys...)
		in := s.m.input
		if got := in.text[:in.cursor] + "|" + in.text[in.cursor:]; got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestWhatWasSaidComesBack(t *testing.T) {
	s := onStage(t, 80, 24).say("one").say("two").say("two").write("draft")
	for _, step := range []struct{ key, want string }{
		{"up", "two"}, {"up", "one"}, {"up", "one"}, {"down", "two"}, {"down", "draft"}, {"down", "draft"},
	} {
		if s.press(step.key); s.m.input.text != step.want {
			t.Errorf("%s: %q, want %q", step.key, s.m.input.text, step.want)
		}
	}
	s.press("up", "up").write("!").press("enter", "up")
	if s.m.input.text != "one!" {
		t.Errorf("%q, want one!", s.m.input.text)
	}
}

func TestALongLineKeepsItsCursorInSight(t *testing.T) {
	s := onStage(t, 40, 10)
	for i := range 40 {
		s.write("word ").fitsNow()
		if i == 39 {
			s.press("home").fitsNow()
			s.press("up", "up", "up").fitsNow()
		}
	}
}

// fitsNow: the cursor is there.
func (s *stage) fitsNow() {
	s.t.Helper()
	if c := s.m.View().Cursor; c == nil || c.X >= s.m.wide || c.Y >= s.m.high {
		s.t.Fatalf("the cursor is not in sight:\n%s", s.screen())
	}
}
