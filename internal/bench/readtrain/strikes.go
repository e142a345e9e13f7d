package main

import (
	"fmt"
	"io"
	"strings"

	"samantha"
	"samantha/internal/mind/hearing"
)

const (
	strikeWeights = "internal/mind/hearing/en/striking.bin"
	strikePlaces  = 1 << 15
)

func strikePace() pace { return pace{rate: 0.1, decay: 1e-5, rounds: 6} }

// bits are what somebody would say back of a message; none where nothing strikes.
func bits(cells []string) []string {
	if len(cells) < 3 {
		return nil
	}
	return strings.Split(cells[2], " | ")
}

// learnStrikes learns which bit of a message strikes whoever listens, of all that could be
// said back, and tells how often the one that she would say back is one that was written
// down, or has words of one, on messages held out.
func learnStrikes(out io.Writer) error {
	ear, err := hearing.New()
	if err != nil {
		return err
	}
	var lines []line
	texts := 0
	for _, l := range samantha.Lines("messages.tsv", messages) {
		cells := strings.Split(l.Text, "\t")
		if len(cells) < 2 {
			continue
		}
		lines = append(lines, candidates(ear, texts, cells[1], bits(cells))...)
		texts++
	}
	s := shape{1, strikePlaces}
	columns := calibrated(lines, s, strikePace())
	var all []told
	for part := range parts {
		m := learn(rest(lines, part), s, strikePace())
		best, at := told{}, -1
		for l := range ofPart(lines, part) {
			if l.from != at {
				all, best, at = append(all, told{}), told{}, l.from
			}
			if p := columns[0].Chance(m.scores(l.marks)[0]); p > best.chance {
				best = told{chance: p, right: l.labels[0] > 0, side: l.valence > 0}
				all[len(all)-1] = best
			}
		}
	}
	if err := byTenths(all, out); err != nil {
		return err
	}
	if _, err := fmt.Fprintln(out, len(lines), "candidates in", texts, "messages"); err != nil {
		return err
	}
	return learn(lines, s, strikePace()).write(strikeWeights, columns)
}

// candidates are what could be said back of a message; those that strike are labelled, and
// the valence says of which some words do.
func candidates(ear *hearing.Ear, from int, text string, bits []string) []line {
	var lines []line
	for _, c := range ear.Candidates(text, hearing.Context{}) {
		if c.Bit == "" {
			continue // its form alone says that it strikes
		}
		l := line{from: from, marks: c.Marks, labels: make([]float32, 1)}
		for _, bit := range bits {
			at := strings.Index(text, bit)
			if bit == "" || at < 0 {
				continue
			}
			if c.Bit == strings.Trim(bit, " .,;:!?\"“”'") {
				l.labels[0] = 1
			}
			if begins, ends := c.Span(); begins < at+len(bit) && at < ends {
				l.valence = 1
			}
		}
		lines = append(lines, l)
	}
	return lines
}
