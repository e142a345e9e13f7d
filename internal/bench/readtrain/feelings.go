package main

import (
	"fmt"
	"os"
	"strconv"
	"strings"

	"samantha"
	"samantha/internal/mind/feeling"
	"samantha/internal/mind/linear"
)

const feelingWeights = "internal/mind/feeling/en/reader.bin"

// learnFeelings learns the 28 labels of GoEmotions and a valence.
func learnFeelings(file string) error {
	labels, err := feeling.Labels()
	if err != nil {
		return err
	}
	tone, err := feeling.NewTone()
	if err != nil {
		return err
	}
	data, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	lines, err := readLines(string(data), labels, tone)
	if err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	s := shape{len(labels), linear.Width}
	columns := calibrated(lines, s, labelPace())
	model := learn(lines, s, labelPace())
	model = model.joined(learn(append(lines, wordLines(tone)...), shape{1, linear.Width}, valencePace()))
	return model.write(feelingWeights, append(columns, linear.Column{}))
}

// readLines reads "text TAB labels TAB id" lines; labels are numbers, parted by
// commas.
func readLines(text string, labels []feeling.Label, tone *feeling.Tone) ([]line, error) {
	var lines []line
	for i, s := range strings.Split(strings.TrimSpace(text), "\n") {
		f := strings.Split(s, "\t")
		if len(f) != 3 {
			return nil, fmt.Errorf("line %d: want: text, labels, id: %w", i+1, samantha.ErrInvalid)
		}
		l := line{marks: tone.Marks(f[0]), labels: make([]float32, len(labels))}
		of := strings.Split(f[1], ",")
		for _, number := range of {
			n, err := strconv.Atoi(number)
			if err != nil || n < 0 || n >= len(labels) {
				return nil, fmt.Errorf("line %d: no label %q: %w", i+1, number, samantha.ErrInvalid)
			}
			l.labels[n] = 1
			l.valence += float32(labels[n].Valence / float64(len(of)))
		}
		l.from = len(lines)
		lines = append(lines, l)
	}
	return lines, nil
}
