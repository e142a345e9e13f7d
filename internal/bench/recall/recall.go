// Package recall measures how well she finds what was said, on long
// conversations with questions and the turns that answer them (package lives),
// and runs two anchors beside her in the same run.
package recall

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"time"

	"samantha/internal/bench/lives"
)

// Options are what a run is given.
type Options struct {
	Files     []File
	Proposals bool     // what a language model drew from the turns are keys of them
	Vectors   Embedder // nil: no search by meaning
	Now       func() time.Time
}

// File is a file of lives.
type File struct {
	Name string
	Data []byte
}

// The development half of LoCoMo is known by its sum; on it the expanded
// anchor has known figures. If it misses them, the measure itself is wrong.
const (
	developmentSum = "8ceb5336d2b190c477a6835960cfe189ce30c122d5da0e797fe7d9c4047b8731"
	developmentR5  = 0.694
	developmentMRR = 0.549
	tolerance      = 0.002
)

// Run asks every question of every life, hers and the anchors.
func Run(o Options) (Report, error) {
	r, err := furnish()
	if err != nil {
		return Report{}, err
	}
	t := newTable()
	development := false
	for _, f := range o.Files {
		all, err := lives.Read(f.Data)
		if err != nil {
			return Report{}, fmt.Errorf("%s: %w", f.Name, err)
		}
		sum := sha256.Sum256(f.Data)
		development = development || len(o.Files) == 1 && hex.EncodeToString(sum[:]) == developmentSum
		for i := range all {
			if err := t.life(o, r, &all[i]); err != nil {
				return Report{}, fmt.Errorf("%s: %s: %w", f.Name, all[i].ID, err)
			}
		}
	}
	report := t.report()
	if development {
		return report, report.check()
	}
	return report, nil
}

// check fails if the anchor is not what it is known to be.
func (r Report) check() error {
	got := r.Anchors[anchorExpanded]
	if !near(got.R5, developmentR5) || !near(got.MRR, developmentMRR) {
		return fmt.Errorf("the expanded anchor prints R@5 %.4f and MRR %.4f on the development file, not %.3f and %.3f: this measure is wrong",
			got.R5, got.MRR, developmentR5, developmentMRR)
	}
	return nil
}

func near(a, b float64) bool { return a-b <= tolerance && b-a <= tolerance }

// Names of the anchors.
const (
	anchorFTS5     = "fts5"
	anchorExpanded = "expanded"
)

// life asks the questions of one life, in the order they are put.
func (t *table) life(o Options, r rooms, l *lives.Life) error {
	h := newHers(r, l)
	h.proposals = o.Proposals
	if o.Vectors != nil {
		m, err := newMeaning(o.Vectors, l)
		if err != nil {
			return err
		}
		h.meaning = m
	}
	text, err := openFullText(l)
	if err != nil {
		return err
	}
	defer text.close()
	wide := expanded(l)
	questions := slices.Clone(l.Questions)
	slices.SortStableFunc(questions, func(a, b lives.Question) int { return a.AskedAt.Compare(b.AskedAt) })
	for i := range questions {
		q := &questions[i]
		mine := h.ask(q, o.Now)
		found, err := text.rank(q)
		if err != nil {
			return err
		}
		t.add(l, q, mine, map[string][]int{anchorFTS5: found, anchorExpanded: wide(q)})
	}
	t.lives++
	t.turns += len(l.Turns)
	t.dropped += l.Dropped
	return nil
}

// complete takes out what was said after a question was put, and adds what a
// ranking left out, as it was said.
func complete(l *lives.Life, q *lives.Question, ranking []int) []int {
	asked := askedAt(l, q)
	out := make([]int, 0, len(l.Turns))
	seen := make([]bool, len(l.Turns))
	put := func(i int) {
		if !seen[i] && l.Turns[i].At.Before(asked) {
			out = append(out, i)
		}
		seen[i] = true
	}
	for _, i := range ranking {
		put(i)
	}
	for i := range l.Turns {
		put(i)
	}
	return out
}
