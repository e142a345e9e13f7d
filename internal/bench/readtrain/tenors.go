package main

import (
	"cmp"
	"embed"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"samantha/internal/mind/feeling"
	"samantha/internal/mind/hearing"
	"samantha/internal/mind/linear"
)

const (
	tenorWeights = "internal/mind/feeling/en/tenors.bin"
	// tenorPlaces are enough for some thousand sentences: with more it is no better on
	// those held out.
	tenorPlaces = 1 << 14
)

//go:embed tenors/*.txt
var sentences embed.FS

// learnTenors learns them, and tells how well they are told apart where they were not
// learned. Comments without a feeling, out of a file of GoEmotions, are what tells nothing.
func learnTenors(comments string, out io.Writer) error {
	tenors, err := feeling.AllTenors()
	if err != nil {
		return err
	}
	tone, err := feeling.NewTone()
	if err != nil {
		return err
	}
	c := course{tone: tone, tenors: tenors}
	if c.ear, err = hearing.New(); err != nil {
		return err
	}
	lines, err := c.read(comments)
	if err != nil {
		return err
	}
	s := shape{len(tenors), tenorPlaces}
	columns := calibrated(lines, s, tenorPace())
	if err := heldOut(lines, s, tenors, columns, out); err != nil {
		return err
	}
	return learn(lines, s, tenorPace()).write(tenorWeights, columns)
}

// course are sentences on their way to be learned from.
type course struct {
	ear    *hearing.Ear
	tone   *feeling.Tone
	tenors []feeling.Tenor
}

// read reads the sentences of each tenor, a file of them each, and the comments.
func (c course) read(comments string) ([]line, error) {
	var lines []line
	for k, t := range c.tenors {
		data, err := sentences.ReadFile("tenors/" + t.Name + ".txt")
		if err != nil {
			return nil, err
		}
		for text := range strings.Lines(string(data)) {
			lines = append(lines, c.of(len(lines), strings.TrimSpace(text), k))
		}
	}
	data, err := os.ReadFile(comments)
	if err != nil {
		return nil, err
	}
	none := slices.IndexFunc(c.tenors, func(t feeling.Tenor) bool { return t.Name == feeling.NoTenor })
	for i, text := range unfelt(string(data)) {
		if i%oneInComments == 0 {
			lines = append(lines, c.of(len(lines), text, none))
		}
	}
	return lines, nil
}

// oneInComments: so many times fewer comments are read than there are.
const oneInComments = 8

// unfelt are the comments whose one label is the last, neutral.
func unfelt(text string) []string {
	var out []string
	for l := range strings.Lines(text) {
		if f := strings.Split(l, "\t"); len(f) == 3 && f[1] == "27" {
			out = append(out, f[0])
		}
	}
	return out
}

// of is a sentence of a tenor, with its number.
func (c course) of(from int, text string, tenor int) line {
	signs := c.ear.Signs(text, c.ear.Hear(text, hearing.Context{}), c.ear.Frames(text, hearing.Context{}))
	one := line{from: from, marks: feeling.TenorMarks(c.tone, text, signs...), labels: make([]float32, len(c.tenors))}
	one.labels[tenor] = 1
	return one
}

// A told is a sentence whose tenor was guessed by a model that has not seen it.
type told struct {
	chance      float64
	right, side bool
}

// heldOut tells how many sentences are told right by models that have not seen them, and
// on which side of things, the surest tenth first.
func heldOut(lines []line, s shape, tenors []feeling.Tenor, columns []linear.Column, out io.Writer) error {
	var all []told
	for part := range parts {
		m := learn(rest(lines, part), s, tenorPace())
		for l := range ofPart(lines, part) {
			all = append(all, m.tells(l, tenors, columns))
		}
	}
	return byTenths(all, out)
}

// byTenths tells how many are right, and on the right side, the surest tenth first.
func byTenths(all []told, out io.Writer) error {
	slices.SortFunc(all, func(a, b told) int { return cmp.Compare(b.chance, a.chance) })
	right, side := 0, 0
	for i, t := range all {
		if t.right {
			right++
		}
		if t.side {
			side++
		}
		n := i + 1
		if n*10/len(all) == i*10/len(all) {
			continue
		}
		if _, err := fmt.Fprintf(out, "%3d%% of %d at %.2f or more: right %.2f, on the right side %.2f\n", n*100/len(all), len(all), t.chance, float64(right)/float64(n), float64(side)/float64(n)); err != nil {
			return err
		}
	}
	return nil
}

// tells is what a model makes of a sentence.
func (m *model) tells(l line, tenors []feeling.Tenor, columns []linear.Column) told {
	best, want := told{}, slices.Index(l.labels, 1)
	for k, score := range m.scores(l.marks) {
		if p := columns[k].Chance(score); p > best.chance {
			best = told{p, k == want, tenors[k].Side == tenors[want].Side}
		}
	}
	return best
}
