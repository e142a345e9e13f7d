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

//go:embed ??/*.txt en/matters/*.txt
var language embed.FS

// own is the language that she speaks.
const own = "en"

// version is raised when the same moment would be worded otherwise.
const version = 5

// Newborn is a [samantha.Speaker] that needs nothing but its text files. It is
// immutable, so any number of moments may use it at once.
type Newborn struct {
	blocks map[string]*block            // by act
	others map[string]map[string]*block // what she can say in other languages, by code and act
	shared map[string][]string          // skeletons that several lines have, by line
	voice  voice
}

var _ samantha.Speaker = (*Newborn)(nil)

// New reads the language. An error names the file and the line.
func New() (*Newborn, error) {
	dir, err := fs.Sub(language, own)
	if err != nil {
		return nil, fmt.Errorf("open the language: %w", err)
	}
	n, err := read(dir)
	if err != nil {
		return nil, err
	}
	return n, n.readOthers()
}

// read reads her own language from a folder: four tables, and files of lines.
func read(dir fs.FS) (*Newborn, error) {
	voice, err := readVoice(dir)
	if err != nil {
		return nil, err
	}
	blocks, err := readBlocks(dir, voice, "")
	if err != nil {
		return nil, err
	}
	if blocks[samantha.DoListen] == nil {
		return nil, fmt.Errorf("no lines for %s", samantha.DoListen)
	}
	n := &Newborn{blocks: blocks, others: map[string]map[string]*block{}, voice: voice}
	n.shared = sharedShapes(n.all())
	return n, nil
}

// readOthers reads what there is in other languages, a folder each.
func (n *Newborn) readOthers() error {
	folders, err := fs.ReadDir(language, ".")
	if err != nil {
		return fmt.Errorf("list languages: %w", err)
	}
	for _, f := range folders {
		code := f.Name()
		if code == own {
			continue
		}
		dir, err := fs.Sub(language, code)
		if err != nil {
			return fmt.Errorf("open the language %s: %w", code, err)
		}
		if n.others[code], err = readBlocks(dir, n.voice, code); err != nil {
			return fmt.Errorf("%s: %w", code, err)
		}
	}
	return nil
}

// Name is "newborn".
func (n *Newborn) Name() string { return "newborn" }

// Version is that of her lines and of the way they are chosen.
func (n *Newborn) Version() int { return version }

// Unaided: an intent is all that she needs.
func (n *Newborn) Unaided() bool { return true }

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

// all are the lines of all acts, in every language.
func (n *Newborn) all() []*block {
	all := slices.Collect(maps.Values(n.blocks))
	for _, blocks := range n.others {
		all = slices.AppendSeq(all, maps.Values(blocks))
	}
	return all
}

// block is the lines of one act.
func (n *Newborn) block(act string) *block {
	return cmp.Or(n.blocks[act], n.blocks[samantha.DoListen])
}

// of is the lines of a move: in the language that its slot "code" names, if she has it
// there, and else in her own.
func (n *Newborn) of(m samantha.Move) *block {
	return cmp.Or(n.others[m.Slots["code"]][m.Act], n.block(m.Act))
}

// Repeats reports whether an act may use the same sentence twice within a
// two hundred moments: facts, what she is, what has to be said in danger.
func (n *Newborn) Repeats(act string) bool {
	b, ok := n.blocks[act]
	return ok && b.repeatable
}
