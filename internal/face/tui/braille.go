package tui

import "strings"

// A cell of braille holds two dots across and four down; in a terminal that is
// the finest grain there is.
const (
	dotsAcross = 2
	dotsDown   = 4
)

// canvas is a field of dots, each cell of it in one tone: that of the nearest
// strand which touches it.
type canvas struct {
	wide, high int // in cells
	dots       []rune
	tones      []int // 0 is nearest
}

func newCanvas(wide, high int) *canvas {
	return &canvas{wide: wide, high: high, dots: make([]rune, wide*high), tones: make([]int, wide*high)}
}

// dot sets one dot; outside the canvas there are none.
func (c *canvas) dot(x, y, tone int) {
	if x < 0 || y < 0 || x >= c.wide*dotsAcross || y >= c.high*dotsDown {
		return
	}
	cell := y/dotsDown*c.wide + x/dotsAcross
	if c.dots[cell] == 0 || tone < c.tones[cell] {
		c.tones[cell] = tone
	}
	c.dots[cell] |= bit(x%dotsAcross, y%dotsDown)
}

// bit is a dot's place in the Unicode block, which numbers the fourth row last.
func bit(x, y int) rune {
	if y == dotsDown-1 {
		return 0x40 << x
	}
	return 1 << (y + 3*x)
}

// row is one row of cells, each run of one tone painted by paint.
func (c *canvas) row(y int, paint func(tone int, s string) string) string {
	var out, run strings.Builder
	tone := 0
	end := func() {
		if run.Len() > 0 {
			out.WriteString(paint(tone, run.String()))
			run.Reset()
		}
	}
	for i := y * c.wide; i < (y+1)*c.wide; i++ {
		if c.dots[i] == 0 {
			end()
			out.WriteByte(' ')
			continue
		}
		if c.tones[i] != tone {
			end()
			tone = c.tones[i]
		}
		run.WriteRune(0x2800 | c.dots[i])
	}
	end()
	return strings.TrimRight(out.String(), " ")
}
