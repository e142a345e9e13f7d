// Package newborn is her own small way with words: no language model, no
// network, nothing that can fail.
//
// The idea in one paragraph. What she means is decided before this room is
// entered; here it only finds words. The words are written by hand, in plain
// text files of lines (en/, explained on one page in GRAMMAR.md). Each line
// belongs to one act, says when it may be said, and has slots for the person's
// own words, turned to her side: "my mother" becomes "your mother". Of the lines
// that hold for a moment, those used lately are left out, and one of the rest
// is drawn by the moment's own chance. So the same moment always gets the same
// words, and no sentence of more than four words comes twice in a hundred
// moments. That a program can be good company with few rules and the other's
// own words is Weizenbaum's (1966); that it should say so itself is ours.
package newborn

import (
	"cmp"
	"context"
	"embed"
	"fmt"
	"io/fs"
	"iter"
	"maps"
	"slices"

	"samantha"
)

//go:embed en
var language embed.FS

// version is raised when the same moment would be worded otherwise.
const version = 5

// Newborn is a [samantha.Speaker] that needs nothing but its text files. It is
// immutable, so any number of moments may use it at once.
type Newborn struct {
	blocks map[string]*block   // by act
	shared map[string][]string // skeletons that several lines have, by line
	voice  voice
}

var _ samantha.Speaker = (*Newborn)(nil)

// New reads the language. An error names the file and the line.
func New() (*Newborn, error) {
	dir, err := fs.Sub(language, "en")
	if err != nil {
		return nil, fmt.Errorf("open the language: %w", err)
	}
	return read(dir)
}

// read reads a language from a folder: four tables, and files of lines.
func read(dir fs.FS) (*Newborn, error) {
	voice, err := readVoice(dir)
	if err != nil {
		return nil, err
	}
	blocks, err := readBlocks(dir, voice)
	if err != nil {
		return nil, err
	}
	n := &Newborn{blocks: blocks, voice: voice}
	n.shared = sharedShapes(n.all())
	return n, nil
}

// Name is "newborn".
func (n *Newborn) Name() string { return "newborn" }

// Version is that of her lines and of the way they are chosen.
func (n *Newborn) Version() int { return version }

// Acts are the acts that have lines, sorted.
func (n *Newborn) Acts() []string { return slices.Sorted(maps.Keys(n.blocks)) }

// Speak yields the clauses of one moment: a line for each move, in order. It
// never fails, and is silent only if nothing is meant. It takes microseconds,
// so the context is not asked.
func (n *Newborn) Speak(_ context.Context, m samantha.Moment) iter.Seq2[samantha.Clause, error] {
	return func(yield func(samantha.Clause, error) bool) {
		a := n.begin(m)
		for i := range a.moves {
			for _, clause := range a.next(i) {
				if !yield(clause, nil) {
					return
				}
			}
		}
	}
}

// all are the lines of all acts.
func (n *Newborn) all() []*block { return slices.Collect(maps.Values(n.blocks)) }

// block is the lines of one act.
func (n *Newborn) block(act string) *block {
	return cmp.Or(n.blocks[act], n.blocks[samantha.DoListen])
}

// Repeats reports whether an act may use the same sentence twice within a
// two hundred moments: facts, what she is, what has to be said in danger.
func (n *Newborn) Repeats(act string) bool {
	b, ok := n.blocks[act]
	return ok && b.repeatable
}
