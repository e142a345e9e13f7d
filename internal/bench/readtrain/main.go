// Command readtrain learns the weights of what reads people (internal/mind/feeling) and
// writes them where they are embedded:
//
//	go run ./internal/bench/readtrain feelings GOEMOTIONS/train.tsv
//	go run ./internal/bench/readtrain tenors GOEMOTIONS/train.tsv
//	go run ./internal/bench/readtrain reactions
//	go run ./internal/bench/readtrain strikes
//
// The feelings are learned from the training lines of GoEmotions (Demszky et al. 2020;
// Apache-2.0) and the words of VADER's lexicon (MIT), which lies in the room; the tenors
// from the sentences in tenors/, which were written for it, and such of those lines as
// tell nothing; the reactions, and what strikes, from the messages in messages.tsv, which
// were written for it (which reactions fit, the message, the bits of it that strike), and
// what the others make of them. Of all of them weights may be shipped, and there is nothing
// else. The same lines give the same bytes. It takes a minute on one core.
package main

import (
	"fmt"
	"io"
	"os"

	"samantha"
	"samantha/internal/mind/linear"
)

func main() {
	if err := run(os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "readtrain:", err)
		os.Exit(1)
	}
}

func run(args []string, out io.Writer) error {
	if len(args) == 1 {
		switch args[0] {
		case "reactions":
			return learnReactions(out)
		case "strikes":
			return learnStrikes(out)
		}
	}
	if len(args) == 2 {
		switch args[0] {
		case "feelings":
			return learnFeelings(args[1])
		case "tenors":
			return learnTenors(args[1], out)
		}
	}
	return fmt.Errorf("usage: go run ./internal/bench/readtrain feelings|tenors FILE (the training lines of GoEmotions), or reactions, or strikes: %w", samantha.ErrInvalid)
}

// line is one thing to learn from.
type line struct {
	from    int // the number of the text it is of
	marks   []uint32
	labels  []float32 // 0 or 1, one a label
	valence float32
}

// write packs a model and writes it where it is embedded.
func (m *model) write(file string, columns []linear.Column) error {
	packed := m.pack(columns)
	data, err := linear.Encode(columns, packed)
	if err != nil {
		return err
	}
	return os.WriteFile(file, data, 0o644)
}
