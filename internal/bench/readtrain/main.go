// Command readtrain learns the weights of the reader (internal/mind/feeling) and writes
// them where they are embedded:
//
//	go run ./internal/bench/readtrain GOEMOTIONS/train.tsv
//
// It reads the training lines of GoEmotions (Demszky et al. 2020; Apache-2.0)
// and the words of VADER's lexicon (MIT), which lies in the room, and nothing
// else: of both, weights may be shipped. The same lines give the same bytes. It
// takes a minute on one core.
package main

import (
	"fmt"
	"os"
	"strconv"
	"strings"

	"samantha"
	"samantha/internal/mind/feeling"
)

const weights = "internal/mind/feeling/en/reader.bin"

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "readtrain:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) != 1 {
		return fmt.Errorf("usage: go run ./internal/bench/readtrain FILE, the training lines of GoEmotions: %w", samantha.ErrInvalid)
	}
	labels, err := feeling.Labels()
	if err != nil {
		return err
	}
	tone, err := feeling.NewTone()
	if err != nil {
		return err
	}
	data, err := os.ReadFile(args[0])
	if err != nil {
		return err
	}
	lines, err := readLines(string(data), labels, tone)
	if err != nil {
		return fmt.Errorf("%s: %w", args[0], err)
	}
	columns := calibrated(lines, len(labels))
	model := learn(lines, len(labels), labelPace())
	model = model.joined(learn(append(lines, wordLines(tone)...), 1, valencePace()))
	columns = append(columns, feeling.Column{})
	packed := model.pack(columns)
	out, err := feeling.Encode(columns, packed)
	if err != nil {
		return err
	}
	return os.WriteFile(weights, out, 0o644)
}

// line is one thing to learn from.
type line struct {
	marks   []uint32
	labels  []float32 // 0 or 1, one a label
	valence float32
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
		lines = append(lines, l)
	}
	return lines, nil
}
