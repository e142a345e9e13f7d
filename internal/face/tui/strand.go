package tui

import "math"

// strands are three, as on the page.
const strands = 3

// figure is the line at one instant.
type figure struct {
	pose
	phase  float64 // turns gone through
	breath float64 // -1 out .. 1 in
	level  float64 // 0..1: how strongly she is heard just now
}

// height of a strand at x, from 0 at the left to 1 at the right: -1 is the top
// of the field, 1 the bottom.
func (f figure) height(strand int, x float64) float64 {
	const round = 2 * math.Pi
	k := float64(strand) / strands
	even := math.Sin(round * (f.turns*x - f.phase + k))
	loose := .7*math.Sin(round*(f.turns*x-f.phase*(.8+.3*k)+.37*k)) +
		.3*math.Sin(round*(2.3*f.turns*x+f.phase*1.6+k))
	ends := math.Pow(math.Sin(math.Pi*x), .9)
	part := f.part * (1 + .28*f.breath) * (.8 + .5*f.level)
	sway := part * (f.even*even + (1-f.even)*loose)
	return clamp(ends*(sway+f.lean)-f.lean*.35, -1, 1)
}

// open reports whether the line is open at x.
func (f figure) open(x float64) bool { return math.Abs(x-.5) < f.gap/2 }

// draw puts the figure on a canvas.
func (f figure) draw(c *canvas) {
	wide, high := c.wide*dotsAcross, c.high*dotsDown
	for strand := range strands {
		last := -1
		for x := range wide {
			at := (float64(x) + .5) / float64(wide)
			if f.open(at) {
				last = -1
				continue
			}
			y := f.dot(strand, at, high)
			for _, y := range between(last, y) {
				c.dot(x, y, strand)
			}
			last = y
		}
	}
}

// dot is the row of dots that a strand meets at x. The middle of the field is
// within a cell and not between two, so that a line at rest is one row.
func (f figure) dot(strand int, x float64, high int) int {
	middle := float64(max(0, high/2-2))
	reach := float64(high-1) - middle
	h := f.height(strand, x)
	if h < 0 {
		reach = middle
	}
	return int(math.Round(middle + h*reach))
}

// between are the dots that lead from one height to the next, so that a strand
// does not tear where it is steep.
func between(from, to int) []int {
	ys := []int{to}
	if from < 0 {
		return ys
	}
	for y := from; y < to; y++ {
		ys = append(ys, y)
	}
	for y := from; y > to; y-- {
		ys = append(ys, y)
	}
	return ys
}

func clamp(x, low, high float64) float64 { return math.Max(low, math.Min(high, x)) }
