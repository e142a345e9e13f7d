package tui

import (
	"image/color"
	"math"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/colorprofile"
	"pgregory.net/rapid"

	"samantha"
)

func (c *canvas) String() string {
	var rows []string
	for y := range c.high {
		rows = append(rows, c.row(y, func(_ int, s string) string { return s }))
	}
	return strings.Join(rows, "\n")
}

func drawn(f figure) string {
	c := newCanvas(widestLine, fullLine)
	f.draw(c)
	return c.String()
}

func states() []state { return []state{here, listening, thinking, speaking, silent, away} }

func TestEachStateHasAFormAndAWord(t *testing.T) {
	forms, words := map[string]state{}, map[string]state{}
	for _, s := range states() {
		still := form{still: true}
		shape := drawn(still.figure(s, samantha.Mood{}))
		if other, ok := forms[shape]; ok {
			t.Errorf("%v looks like %v:\n%s", s, other, shape)
		}
		if other, ok := words[s.String()]; ok {
			t.Errorf("%v and %v have one word", s, other)
		}
		forms[shape], words[s.String()] = s, s
	}
}

func TestTheLineIsOpenOnlyWhenSheIsAway(t *testing.T) {
	for _, s := range states() {
		open := false
		for row := range strings.SplitSeq(drawn(figure{pose: s.pose(samantha.Mood{})}), "\n") {
			middle := []rune(row + strings.Repeat(" ", widestLine))[widestLine/2]
			open = open || middle != ' '
		}
		if open == (s == away) {
			t.Errorf("%v: drawn in the middle is %v", s, open)
		}
	}
}

// TestTheLineKeepsToItsField: whatever the mood and the time, all dots are on
// the canvas and each column of it has some, unless the line is open there.
func TestTheLineKeepsToItsField(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		unit := rapid.Float64Range(-1, 1)
		mood := samantha.Mood{P: unit.Draw(t, "p"), A: unit.Draw(t, "a"), D: unit.Draw(t, "d")}
		s := rapid.SampledFrom(states()).Draw(t, "state")
		f := figure{
			pose: s.pose(mood), phase: rapid.Float64Range(0, 1000).Draw(t, "phase"),
			breath: unit.Draw(t, "breath"), level: rapid.Float64Range(0, 1).Draw(t, "level"),
		}
		high := rapid.IntRange(1, 5).Draw(t, "high") * dotsDown
		for strand := range strands {
			x := rapid.Float64Range(0, 1).Draw(t, "x")
			if y := f.dot(strand, x, high); y < 0 || y >= high {
				t.Fatalf("a dot at %d of %d", y, high)
			}
		}
	})
}

func TestTheMoodIsInTheTempo(t *testing.T) {
	calm, stirred := here.pose(samantha.Mood{A: -.6}), here.pose(samantha.Mood{A: .6})
	if stirred.tempo <= calm.tempo {
		t.Errorf("stirred moves at %v, calm at %v", stirred.tempo, calm.tempo)
	}
	if low, glad := here.pose(samantha.Mood{P: -.8}), here.pose(samantha.Mood{P: .8}); glad.part <= low.part {
		t.Errorf("glad parts by %v, low by %v", glad.part, low.part)
	}
}

// A form settles within two seconds, by whatever frames it gets there.
func TestFormsChangeInTime(t *testing.T) {
	for _, frame := range []time.Duration{20 * time.Millisecond, 100 * time.Millisecond, 250 * time.Millisecond} {
		f, now := form{}, time.Unix(0, 0)
		f.moved = now
		for passed := time.Duration(0); passed < 2*time.Second; passed += frame {
			now = now.Add(frame)
			f.move(now, thinking, samantha.Mood{}, 0)
		}
		if want := thinking.pose(samantha.Mood{}); math.Abs(f.pose.turns-want.turns) > .05 {
			t.Errorf("at %v a frame it has come to %v turns, want %v", frame, f.pose.turns, want.turns)
		}
	}
	f := form{}
	f.move(time.Unix(1e6, 0), here, samantha.Mood{}, 0)
	if f.breath > .1 {
		t.Errorf("after a long stop it breathes %v at once", f.breath)
	}
}

// TestColoursCanBeRead: words have four and a half to one against the grounds
// that terminals have, the nearest strand three to one, in every mood.
func TestColoursCanBeRead(t *testing.T) {
	grounds := map[ground][]color.Color{
		dark:  {rgb(0, 0, 0), rgb(0x1e, 0x1e, 0x1e), rgb(0x00, 0x2b, 0x36), rgb(0x28, 0x2a, 0x36), rgb(0x2a, 0x15, 0x12)},
		light: {rgb(255, 255, 255), rgb(0xfd, 0xf6, 0xe3), rgb(0xee, 0xee, 0xee)},
	}
	grounds[unknown] = append(grounds[dark], grounds[light]...)
	for g, on := range grounds {
		for p := -1.0; p <= 1; p += .25 {
			pal := paint(g, colorprofile.TrueColor, samantha.Mood{P: p})
			for _, behind := range on {
				if c := contrast(pal.line[0].GetForeground(), behind); c < 3 && g != unknown {
					t.Errorf("ground %v, pleasure %v: the line has %.2f to one on %v", g, p, c, behind)
				}
				if g == unknown {
					continue // words keep the terminal's colour
				}
				for name, ink := range map[string]color.Color{
					"hers": pal.words.GetForeground(), "theirs": pal.theirs.GetForeground(), "quiet": pal.quiet.GetForeground(),
				} {
					if c := contrast(ink, behind); c < 4.5 {
						t.Errorf("ground %v: %s has %.2f to one on %v", g, name, c, behind)
					}
				}
			}
		}
	}
}

func rgb(r, g, b uint8) color.Color { return color.RGBA{r, g, b, 255} }

// contrast is that of WCAG.
func contrast(a, b color.Color) float64 {
	x, y := luminance(a), luminance(b)
	return (math.Max(x, y) + .05) / (math.Min(x, y) + .05)
}

func luminance(c color.Color) float64 {
	r, g, b, _ := c.RGBA()
	lin := func(v uint32) float64 {
		s := float64(v) / 0xffff
		if s <= .04045 {
			return s / 12.92
		}
		return math.Pow((s+.055)/1.055, 2.4)
	}
	return .2126*lin(r) + .7152*lin(g) + .0722*lin(b)
}

func TestFewColours(t *testing.T) {
	for _, profile := range []colorprofile.Profile{colorprofile.ASCII, colorprofile.ANSI} {
		pal := paint(dark, profile, samantha.Mood{})
		if s := pal.words.Render("x") + pal.theirs.Render("x"); s != "xx" {
			t.Errorf("%v: words come out as %q", profile, s)
		}
	}
}
