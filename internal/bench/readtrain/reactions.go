package main

import (
	_ "embed"
	"fmt"
	"io"
	"slices"
	"strings"

	"samantha"
	"samantha/internal/mind/feeling"
	"samantha/internal/mind/hearing"
	"samantha/internal/mind/linear"
)

const (
	reactionWeights = "internal/mind/feeling/en/reactions.bin"
	reactionPlaces  = 1 << 14
)

//go:embed messages.tsv
var messages string

// learnReactions learns which short reactions fit a message, and tells how often the one
// that she would choose does, on messages held out.
func learnReactions(out io.Writer) error {
	all, err := feeling.AllReactions()
	if err != nil {
		return err
	}
	ear, err := hearing.New()
	if err != nil {
		return err
	}
	reader, err := feeling.NewReader()
	if err != nil {
		return err
	}
	tenors, err := feeling.NewTenors(reader.Tone())
	if err != nil {
		return err
	}
	var lines []line
	for n, l := range samantha.Lines("messages.tsv", messages) {
		cells := strings.Split(l.Text, "\t")
		if len(cells) < 2 {
			continue
		}
		fits, text := cells[0], cells[1]
		one := line{from: len(lines), labels: make([]float32, len(all))}
		for name := range strings.SplitSeq(fits, ",") {
			k := slices.IndexFunc(all, func(r feeling.Reaction) bool { return r.Name == strings.TrimSpace(name) })
			if k < 0 {
				return fmt.Errorf("messages.tsv:%d: no reaction is called %q: %w", n+1, name, samantha.ErrInvalid)
			}
			one.labels[k] = 1
		}
		signs := ear.Signs(text, ear.Hear(text, hearing.Context{}), ear.Frames(text, hearing.Context{}))
		one.marks = feeling.ReactionMarks(reader, tenors, text, signs...)
		lines = append(lines, one)
	}
	s := shape{len(all), reactionPlaces}
	columns := calibrated(lines, s, tenorPace())
	if err := fittingHeldOut(lines, s, columns, out); err != nil {
		return err
	}
	return learn(lines, s, tenorPace()).write(reactionWeights, columns)
}

// fittingHeldOut tells how often the likeliest reaction fits messages that its model has
// not seen, the surest tenth first.
func fittingHeldOut(lines []line, s shape, columns []linear.Column, out io.Writer) error {
	var all []told
	for part := range parts {
		m := learn(rest(lines, part), s, tenorPace())
		for l := range ofPart(lines, part) {
			best := told{}
			for k, score := range m.scores(l.marks) {
				if p := columns[k].Chance(score); p > best.chance {
					best = told{chance: p, right: l.labels[k] > 0}
				}
			}
			all = append(all, best)
		}
	}
	return byTenths(all, out)
}
