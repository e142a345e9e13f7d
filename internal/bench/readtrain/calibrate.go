package main

import (
	"cmp"
	"iter"
	"slices"

	"samantha/internal/mind/linear"
)

// parts is into how many the lines are cut: each part is judged by a model that
// has not seen it.
const parts = 5

// judged is a line's score for one label, and whether it has the label.
type judged struct {
	score float64
	has   bool
}

// calibrated are the slope, offset and threshold of each label, found on lines
// that their model has not seen.
func calibrated(lines []line, s shape, p pace) []linear.Column {
	all := make([][]judged, s.columns)
	for part := range parts {
		m := learn(rest(lines, part), s, p)
		for l := range ofPart(lines, part) {
			for k, score := range m.scores(l.marks) {
				all[k] = append(all[k], judged{score, l.labels[k] > 0})
			}
		}
	}
	columns := make([]linear.Column, s.columns)
	for k, js := range all {
		slope, offset := platt(js)
		columns[k] = linear.Column{
			Slope: float32(slope), Offset: float32(offset),
			Least: float32(linear.Sigmoid(float64(slope*threshold(js)) + offset)),
		}
	}
	return columns
}

// rest are the lines without those of a part.
func rest(lines []line, part int) []line {
	return slices.DeleteFunc(slices.Clone(lines), func(l line) bool { return l.from%parts == part })
}

// ofPart are the lines of a part. All lines of a text are in one.
func ofPart(lines []line, part int) iter.Seq[line] {
	return func(yield func(line) bool) {
		for _, l := range lines {
			if l.from%parts == part && !yield(l) {
				return
			}
		}
	}
}

// platt finds the slope and the offset under which the scores are the most
// likely (Platt 1999), by Newton's steps from nothing.
func platt(js []judged) (slope, offset float64) {
	for range 50 {
		var gs, goff, hss, hso, hoo float64
		for _, j := range js {
			p := linear.Sigmoid(float64(slope*j.score) + offset)
			off, w := p, p*(1-p)
			if j.has {
				off -= 1
			}
			gs += float64(off * j.score)
			goff += off
			hss += float64(w * j.score * j.score)
			hso += float64(w * j.score)
			hoo += w
		}
		det := float64(hss*hoo) - float64(hso*hso)
		if det < 1e-9 {
			break
		}
		slope -= (float64(hoo*gs) - float64(hso*goff)) / det
		offset -= (float64(hss*goff) - float64(hso*gs)) / det
	}
	return slope, offset
}

// threshold is the score from which a label holds, so that F1 is highest.
func threshold(js []judged) float64 {
	slices.SortStableFunc(js, func(a, b judged) int { return cmp.Compare(b.score, a.score) })
	total := 0
	for _, j := range js {
		if j.has {
			total++
		}
	}
	right, best, at := 0, 0.0, 0.0
	for i, j := range js {
		if j.has {
			right++
		}
		f1 := 2 * float64(right) / float64(i+1+total)
		if f1 > best && i+1 < len(js) {
			best, at = f1, (j.score+js[i+1].score)/2
		}
	}
	return at
}
