package tui

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"samantha"
	"samantha/internal/mind"
)

func TestWhatIsSaidIsHandedOverOneByOne(t *testing.T) {
	s := onStage(t, 80, 24).say("one").say("two")
	if got := s.said(); got != "" {
		t.Errorf("%q was handed over before anybody was ready", got)
	}
	s.give(Ready{})
	if got := s.said(); got != "one" {
		t.Errorf("%q, want one", got)
	}
	s.say("three").give(Thinking{}, Clause{"First."}, Answered{})
	if got := s.said(); got != "" {
		t.Errorf("%q was handed over before the answer had ended", got)
	}
	for _, want := range []string{"two", "three", ""} {
		if s.give(Ready{}); s.m.ready == (want != "") {
			t.Errorf("ready is %v with %q next", s.m.ready, want)
		}
		if got := s.said(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// A line that nobody took yet is in the channel when she goes; the face must
// not wait for room there.
func TestALineOnItsWayHoldsUpNothing(t *testing.T) {
	s := onStage(t, 80, 24).give(Ready{}).say("one").give(Away{}, Ready{}).say("two")
	if got := s.said(); got != "one" {
		t.Errorf("%q, want one", got)
	}
	s.give(Ready{})
	if got := s.said(); got != "two" {
		t.Errorf("%q, want two", got)
	}
}

// What was said while she answered stands below the answer, not between.
func TestWhatWaitsStandsBelow(t *testing.T) {
	s := onStage(t, 80, 24).give(Ready{}).say("one").say("two").give(Thinking{}, Clause{"First."}, Answered{})
	screen := s.screen()
	if first, two := strings.Index(screen, "First."), strings.Index(screen, "› two"); first < 0 || two < first {
		t.Errorf("an answer stands below what was said after its question:\n%s", screen)
	}
}

func TestLeaving(t *testing.T) {
	if s := onStage(t, 80, 24).press("ctrl+d"); !s.quit {
		t.Error("Ctrl-D did not leave")
	}
	if s := onStage(t, 80, 24).press("ctrl+c"); !s.quit {
		t.Error("Ctrl-C did not leave")
	}
	if s := onStage(t, 80, 24).write("half a").press("ctrl+c"); s.quit || s.m.input.text != "" {
		t.Errorf("Ctrl-C in the middle of %q: left %v", s.m.input.text, s.quit)
	}
	s := onStage(t, 80, 24).write("ab").press("home", "ctrl+d")
	if s.quit || s.m.input.text != "b" {
		t.Errorf("Ctrl-D over %q: left %v", s.m.input.text, s.quit)
	}
}

func TestWhatWasTypedIsSaidBeforeLeaving(t *testing.T) {
	s := onStage(t, 80, 24).say("good night").press("ctrl+d")
	if s.quit {
		t.Fatal("left before it was said")
	}
	s.sees("leaving when she has heard you")
	if s.give(Ready{}); !s.quit || s.said() != "good night" {
		t.Errorf("left %v", s.quit)
	}
	if s := onStage(t, 80, 24).give(Away{}).say("hello?").press("ctrl+d", "ctrl+d"); !s.quit {
		t.Error("a second Ctrl-D did not leave")
	}
}

func TestClausesComeAtThePaceOfReading(t *testing.T) {
	s := onStage(t, 80, 24).give(Thinking{}, Clause{"Toast over the sink."}, Clause{"Every night, or was tonight special?"}, Answered{})
	s.sees("Toast over the sink.", "speaking")
	s.seesNot("Every")
	s.pass(1200 * time.Millisecond).seesNot("Every")
	s.pass(300 * time.Millisecond).sees("Every night, or was tonight special?")
	s.sees("speaking")
	s.pass(3 * time.Second).seesNot("speaking")
}

func TestAnyKeyBringsTheRest(t *testing.T) {
	for _, name := range []string{"x", "left", "pgup", "f1", "ctrl+l"} {
		s := onStage(t, 120, 24).give(Thinking{}, Clause{"First."}, Clause{"Second."}, Clause{"Third."}, Answered{})
		s.press(name).sees("First. Second. Third.")
	}
}

func TestAClauseThatComesLateStandsAtOnce(t *testing.T) {
	s := onStage(t, 80, 24).give(Thinking{}).pass(2 * time.Second)
	s.sees("thinking")
	s.give(Clause{"First."}).sees("First.").pass(5 * time.Second)
	s.give(Clause{"Second."}).sees("First. Second.")
}

// She went away in the middle: what is given again whole does not stand twice.
func TestALostAnswerGoes(t *testing.T) {
	s := onStage(t, 80, 24).give(Ready{}).say("one").give(Thinking{}, Clause{"Half an"}, Answered{Lost: true}, Away{})
	s.seesNot("Half an").sees("out of reach", "› one")
	s.give(Thinking{}, Answered{}, Thinking{}, Clause{"Half an answer."}, Answered{ID: "c3b2.said"}).sees("Half an answer.")
	s.press("tab").sees("You told me something")
}

func (s *stage) wants(want state) {
	s.t.Helper()
	if got := s.m.state(); got != want {
		s.t.Errorf("she is %v, want %v", got, want)
	}
}

func TestStates(t *testing.T) {
	s := onStage(t, 80, 24)
	s.wants(here)
	s.give(Thinking{}, Answered{}, Ready{}).wants(here) // she had nothing to begin with
	s.write("x").wants(listening)
	s.press("enter").give(Thinking{}).wants(thinking)
	s.give(Clause{"Yes."}).wants(speaking)
	s.give(Answered{}, Ready{}).pass(time.Second).wants(here)
	s.say("quiet now").give(Thinking{}, Answered{}, Ready{}).wants(silent)
	s.write("a").wants(listening)
	s.press("backspace").wants(silent)
	s.give(Away{}).wants(away)
	s.give(Ready{}).say("hm").wants(here)
}

func TestIdsComeFromTheLog(t *testing.T) {
	s := onStage(t, 80, 24)
	s.give(Thinking{}, Clause{"Welcome."}, Answered{}, Line{ID: "b2b2.said", By: samantha.OriginHerself, Text: "Welcome."}, Ready{})
	s.say("one").say("two")
	s.give(Thinking{}, Clause{"First."}, Answered{}, Ready{}, Thinking{}, Clause{"Second."},
		Line{ID: "c3b2", By: samantha.OriginPerson, Text: "one", Own: true},
		Line{ID: "c3b2.said", By: samantha.OriginHerself, Text: "First.", Own: true},
		Answered{},
		Line{ID: "d3b2", By: samantha.OriginPerson, Text: "two", Own: true},
		Line{ID: "d3b2.said", By: samantha.OriginHerself, Text: "Second.", Own: true})
	want := "b2b2.said c3b2 c3b2.said d3b2 d3b2.said"
	var got []string
	for _, c := range s.m.talk.all {
		got = append(got, string(c.id))
	}
	if strings.Join(got, " ") != want {
		t.Errorf("%v, want %s", got, want)
	}
}

func TestAnIdThatIsKnownIsNotGivenTwice(t *testing.T) {
	s := onStage(t, 80, 24).give(Ready{}).say("one").give(Thinking{}, Clause{"First."}, Answered{ID: "c3b2.said"}, Ready{})
	s.say("two").give(Thinking{}, Clause{"Second."},
		Line{ID: "c3b2", By: samantha.OriginPerson, Text: "one", Own: true},
		Line{ID: "c3b2.said", By: samantha.OriginHerself, Text: "First.", Own: true}, Answered{ID: "d3b2.said"})
	if got := fmt.Sprint(s.m.talk.all[0].id, s.m.talk.all[1].id, s.m.talk.all[2].id, s.m.talk.all[3].id); got != "c3b2c3b2.saidd3b2d3b2.said" {
		t.Errorf("ids %s", got)
	}
}

func TestWhatIsSaidElsewhereIsShown(t *testing.T) {
	s := onStage(t, 80, 24).give(Line{ID: "c5b2", By: samantha.OriginPerson, Text: "from the kitchen"},
		Line{ID: "c5b2.said", By: samantha.OriginHerself, Text: "All right."})
	s.sees("› from the kitchen  (elsewhere)", "All right.")
	s.give(Line{ID: "c5b2.said", By: samantha.OriginHerself, Text: "All right."})
	if strings.Count(s.screen(), "All right.") != 1 {
		t.Errorf("a line that was shown is shown twice:\n%s", s.screen())
	}
}

func TestWhatWasSaidBeforeStandsAbove(t *testing.T) {
	s := onStage(t, 80, 24).give(Line{ID: "c3b2", By: samantha.OriginPerson, Text: "toast", Past: true},
		Line{ID: "c3b2.said", By: samantha.OriginHerself, Text: "Toast. Every night, or was tonight special? Tell me of the sink.", Past: true})
	s.sees("Tell me of the sink.").wants(here)
	s.seesNot("elsewhere").give(Line{ID: "c3b2", By: samantha.OriginPerson, Text: "toast"})
	if len(s.m.talk.all) != 2 {
		t.Errorf("a line of before stands twice:\n%s", s.screen())
	}
	s.press("tab").sees("▸ Toast.", "You told me something")
}

// What was forgotten goes from the terminal, and from all that can bring it
// back there.
func TestWhatIsForgottenGoes(t *testing.T) {
	s := onStage(t, 80, 24).give(Ready{}).say("the code is heron").give(Thinking{}, Clause{"Heron. All right."}, Answered{ID: "c3b2.said"}, Ready{})
	s.say("forget that").press("up", "up").press("ctrl+w", "ctrl+u").press("tab")
	s.give(Gone{IDs: []samantha.ID{"c3b2", "c3b2.said", "x9x9"}}, Thinking{}, Clause{"Gone."}, Answered{ID: "d3b2.said"})
	s.sees("forget that", "Gone.")
	for _, way := range []string{"up", "up", "up", "ctrl+y", "tab", "up", "up", "esc", "pgup"} {
		s.press(way).seesNot("heron", "Heron")
	}
}

func TestWhyOpensAndMoves(t *testing.T) {
	s := onStage(t, 80, 24)
	s.press("tab").seesNot("esc back") // there is nothing to explain yet
	talked(s).press("tab").sees("▸ Toast over the sink.", "I gave back the part that stood out", "reading", "c3b2.said")
	s.press("up").sees("▸ eating toast over the sink", "You told me something")
	s.press("up").sees("▸ Ida. Would you", "There is nothing in the log behind that.")
	s.press("down", "down").sees("▸ Toast over the sink.")
	s.press("down").sees("▸ Toast over the sink.") // the last one
	s.press("esc").sees("Welcome. What should I call you?")
	s.press("tab", "tab").sees("Welcome. What should I call you?")
}

func TestLookingInHerMemory(t *testing.T) {
	s := talked(onStage(t, 80, 24))
	s.said()
	s.press("/").sees("enter looks in her memory").write("toast").sees("/ toast").press("enter").sees("2026-03-02 19:00, you said", "eating toast over the sink", "So that's what the day came to.")
	if got := s.said(); got != "" {
		t.Errorf("%q was said to her", got)
	}
	s.press("ctrl+u").write("boats").press("enter").sees("Nothing of that is in my memory.")
	s.press("esc").sees("Welcome.").seesNot("/ boats").wants(here)
	s.press("/", "backspace", "/", "esc", "/", "ctrl+c", "/", "enter").write("a / b").sees("› a / b")
	s.m.find = func(context.Context, string) ([]Found, error) { return nil, errors.New("nobody is awake there") }
	s.press("ctrl+c", "/").write("toast").press("enter").sees("I can't look there now: nobody is awake there.")
}

func TestTypingGoesOnWhileWhyIsOpen(t *testing.T) {
	s := talked(onStage(t, 80, 24)).press("tab").write("really?")
	s.sees("› really?", "▸ Toast")
}

func TestWhyOfWhatIsNotInTheLog(t *testing.T) {
	s := onStage(t, 80, 24).give(Thinking{}, Clause{"Welcome."}, Answered{}).press("tab")
	s.sees("That has not reached the log yet")
}

func TestWhyThatFails(t *testing.T) {
	s := talked(onStage(t, 80, 24))
	s.m.why = func(context.Context, samantha.ID) (mind.Why, error) {
		return mind.Why{}, errors.New("nobody is awake there")
	}
	s.press("tab").sees("I can't look behind that now: nobody is awake there.")
}

// An explanation that comes when another caption is chosen is not shown.
func TestALateExplanationIsDropped(t *testing.T) {
	s := talked(onStage(t, 80, 24)).press("tab", "up", "up")
	s.give(explained{of: s.m.talk.all[0], why: mind.Why{Sentence: "Something else."}})
	s.seesNot("Something else.")
}

func TestATouchAsksForWhy(t *testing.T) {
	for _, wide := range []int{80, 120} {
		s := talked(onStage(t, wide, 24))
		for y, row := range strings.Split(s.screen(), "\n") {
			if x := strings.Index(row, "Toast over"); x >= 0 {
				s.give(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft})
			}
		}
		s.sees("▸ Toast over the sink.", "I gave back the part")
	}
}

func TestScrollback(t *testing.T) {
	s := talkedLong(onStage(t, 80, 24))
	s.sees("thing number 11").press("ctrl+home").sees("thing number 0").seesNot("thing number 11")
	s.press("pgdown").seesNot("thing number 0")
	s.press("esc").sees("thing number 11")
	s.give(tea.MouseWheelMsg{Button: tea.MouseWheelUp}).sees("3 rows below")
	s.give(tea.MouseWheelMsg{Button: tea.MouseWheelDown}).seesNot("below")
}

// Who reads further back is not moved by what comes meanwhile.
func TestThePlaceIsKept(t *testing.T) {
	s := talkedLong(onStage(t, 80, 24)).press("pgup", "pgup")
	before := strings.Split(s.screen(), "\n")
	s.give(Line{ID: "f5b2", By: samantha.OriginPerson, Text: strings.Repeat("from the kitchen ", 20)})
	after := strings.Split(s.screen(), "\n")
	if l := s.m.layout(); strings.Join(before[l.top():l.top()+l.talk], "\n") != strings.Join(after[l.top():l.top()+l.talk], "\n") {
		t.Errorf("moved from\n%s\nto\n%s", strings.Join(before, "\n"), strings.Join(after, "\n"))
	}
	s.say("here again").sees("› here again")
}

func TestTooMuchIsNotTaken(t *testing.T) {
	s := onStage(t, 80, 24).write("before ").give(tea.PasteMsg{Content: strings.Repeat("x", 1000)})
	s.sees("That is more than can be said at once")
	if s.m.input.text != "before " {
		t.Errorf("%d bytes are in the line", len(s.m.input.text))
	}
}

func TestNothingTypedOrToldMovesTheTerminal(t *testing.T) {
	const evil = "\x1b[2J\x1b]0;owned\x07\u202eabc\x9b31m"
	s := onStage(t, 80, 24).give(tea.PasteMsg{Content: evil}).press("enter").
		give(Thinking{}, Clause{evil}, Answered{}, Note{evil}, Line{ID: "c5b2", By: samantha.OriginPerson, Text: evil}).press("f1", "esc")
	content := s.m.View().Content
	for _, bad := range []string{"\x1b[2J", "\x1b]", "\x07", "\u202e", "\x9b"} {
		if strings.Contains(content, bad) {
			t.Errorf("%q reached the terminal", bad)
		}
	}
}

func TestReducedMotion(t *testing.T) {
	for _, o := range []Options{{Still: true}, {Env: []string{"TERM=xterm", "NO_MOTION=1"}}} {
		s := onStage(t, 80, 24)
		o.Clock, o.Limit = s.clock, 1000
		s.m = newModel(context.Background(), o, s.lines)
		before := s.screen()
		if s.pass(time.Minute); s.screen() != before {
			t.Errorf("the line moved from\n%s\nto\n%s", before, s.screen())
		}
		if cmd := s.m.tick(); cmd != nil {
			t.Error("a clock is asked for though nothing moves")
		}
		s.give(Thinking{}).sees("thinking")
		if s.screen() == before {
			t.Error("thinking looks like being here")
		}
		s.give(Clause{"One."}, Clause{"Two."}, Answered{}).pass(2 * time.Second).sees("One. Two.")
	}
}

func TestNobodyLooksNothingMoves(t *testing.T) {
	s := onStage(t, 80, 24).give(tea.BlurMsg{})
	if s.m.tick() != nil {
		t.Error("frames are drawn for nobody")
	}
	s.give(Thinking{}, Clause{"One."}, Clause{"Two."}, Answered{})
	if s.m.tick() == nil {
		t.Error("the rest of the answer would never come")
	}
	s.m.ticking = false
	if s.give(tea.FocusMsg{}); s.m.tick() == nil {
		t.Error("the line does not move again")
	}
}

func TestWhatRingsIsHeard(t *testing.T) {
	s := onStage(t, 80, 24).give(Line{ID: "c5b2", By: samantha.OriginHerself, Text: "Buy hooks. You asked me to remind you.", Rings: true})
	s.sees("Buy hooks.")
	if len(s.raw) != 1 || s.raw[0] != bell {
		t.Errorf("the terminal got %q", s.raw)
	}
	if s.give(Line{ID: "c6b2", By: samantha.OriginHerself, Text: "Hello."}); len(s.raw) != 1 {
		t.Errorf("a greeting rings: %q", s.raw)
	}
}

// What is to be known of her stands in sight all the time, in any terminal that
// has a row for it.
func TestTheMarkStaysInSight(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {60, 10}} {
		s := onStage(t, size[0], size[1])
		s.m.aside = "a simulated life"
		talkedLong(s)
		if !strings.Contains(s.screen(), ", a simulated life") {
			t.Errorf("%v:\n%s", size, s.screen())
		}
	}
}
