package tui

import (
	"image/color"
	"math"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"

	"samantha"
)

// ground is what the terminal writes on, as far as it tells.
type ground int

const (
	unknown ground = iota // words keep the terminal's own colour
	dark
	light
)

// palette are the colours on one ground.
type palette struct {
	words  lipgloss.Style          // hers
	theirs lipgloss.Style          // the person's
	quiet  lipgloss.Style          // what is beside the talk
	line   [strands]lipgloss.Style // nearest first
	mark   lipgloss.Style          // what is chosen
}

// Hues of the line in degrees: coral, warmer by a few when she is pleased and
// rosier when she is low.
const (
	coral   = 14
	bending = 9
)

// paint is the palette on a ground in a mood. Where there are few colours only
// the line has one.
func paint(g ground, profile colorprofile.Profile, mood samantha.Mood) palette {
	plain := lipgloss.NewStyle()
	p := palette{words: plain, theirs: plain, quiet: plain.Faint(true), mark: plain}
	if profile <= colorprofile.ANSI {
		for i := range p.line {
			p.line[i] = lipgloss.NewStyle().Foreground(lipgloss.Red)
		}
		p.line[strands-1] = p.line[strands-1].Faint(true)
		p.mark = p.line[0]
		return p
	}
	hue := coral + bending*clamp(mood.P, -1, 1)
	tones := shades(g)
	for i, t := range tones {
		p.line[i] = lipgloss.NewStyle().Foreground(hsl(hue+4*float64(i), t.full, t.bright))
	}
	p.mark = p.line[0]
	if g != unknown {
		words, theirs, quiet := inks(g)
		p.words, p.theirs, p.quiet = plain.Foreground(words), plain.Foreground(theirs), plain.Foreground(quiet)
	}
	return p
}

// shade is how full and how bright a colour is, each 0..1.
type shade struct{ full, bright float64 }

// shades of the three strands; the first carries the meaning and has three to
// one against the ground.
func shades(g ground) [strands]shade {
	switch g {
	case dark:
		return [strands]shade{{1, .75}, {.55, .52}, {.40, .38}}
	case light:
		return [strands]shade{{.60, .44}, {.50, .64}, {.45, .78}}
	}
	return [strands]shade{{.58, .55}, {.40, .52}, {.22, .50}}
}

// inks are the colours of words on a ground: hers, the person's, and what is
// beside the talk.
func inks(g ground) (words, theirs, quiet color.Color) {
	if g == light {
		return lipgloss.Color("#3b241c"), lipgloss.Color("#6e4436"), lipgloss.Color("#7d5546")
	}
	return lipgloss.Color("#ffe9dc"), lipgloss.Color("#cdb0a2"), lipgloss.Color("#a98d80")
}

// hsl is a colour by hue in degrees, saturation and lightness 0..1.
func hsl(hue, full, bright float64) color.Color {
	channel := func(n float64) uint8 {
		k := math.Mod(n+hue/30+12, 12)
		a := full * math.Min(bright, 1-bright)
		return uint8(math.Round(255 * (bright - a*math.Max(-1, math.Min(math.Min(k-3, 9-k), 1)))))
	}
	return color.RGBA{R: channel(0), G: channel(8), B: channel(4), A: 255}
}
