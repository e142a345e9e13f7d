package self

import (
	"cmp"
	"fmt"
	"hash/fnv"
	"math"
	"slices"
	"strings"

	"samantha"
)

// Names is the list she chooses her name from.
type Names struct {
	list []string
}

// New reads the list of names.
func New() (*Names, error) {
	text, err := files.ReadFile("en/names.txt")
	if err != nil {
		return nil, fmt.Errorf("self: %w", err)
	}
	n := &Names{}
	for _, line := range samantha.Lines("en/names.txt", string(text)) {
		n.list = append(n.list, strings.Fields(line.Text)...)
	}
	if len(n.list) < 4 {
		return nil, fmt.Errorf("self: en/names.txt: too few names to choose from: %w", samantha.ErrInvalid)
	}
	return n, nil
}

// runnersUp are kept, so that "why that name" has a whole answer.
const runnersUp = 3

// Choose picks her name: the one that shares most sounds with the words the
// person has used so far, with a leaning of her own towards each name that
// comes from her seed. It also returns the word that weighed. The person's own name is never chosen.
func (n *Names) Choose(seed uint64, words []string, person string) (chosen samantha.Naming, by string) {
	type scored struct {
		name, word string
		score      float64
	}
	var all []scored
	for _, name := range n.list {
		if strings.EqualFold(name, person) {
			continue
		}
		word, shared := closest(name, words)
		all = append(all, scored{name, word, samantha.Round(shared + leaning(seed, name))})
	}
	slices.SortFunc(all, func(a, b scored) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.name, b.name))
	})
	chosen.Name = all[0].name
	for _, s := range all[1 : runnersUp+1] {
		chosen.RunnersUp = append(chosen.RunnersUp, s.name)
	}
	return chosen, all[0].word
}

// closest is the word that shares most with a name: pairs of letters, as a part
// of those they could share (Dice 1945).
func closest(name string, words []string) (word string, most float64) {
	mine := pairs(name)
	for _, w := range words {
		theirs := pairs(w)
		if len(theirs) == 0 {
			continue
		}
		shared := 0
		for p := range mine {
			if theirs[p] {
				shared++
			}
		}
		if d := 2 * float64(shared) / float64(len(mine)+len(theirs)); d > most {
			word, most = w, d
		}
	}
	return word, most
}

func pairs(s string) map[string]bool {
	s = strings.ToLower(s)
	set := map[string]bool{}
	for i := 0; i+2 <= len(s); i++ {
		set[s[i:i+2]] = true
	}
	return set
}

// leaning is her own taste in a thing, 0..0.5, fixed by her seed.
func leaning(seed uint64, thing string) float64 {
	h := fnv.New64a()
	fmt.Fprintf(h, "%d %s", seed, thing)
	return samantha.Round(0.5 * float64(h.Sum64()) / math.MaxUint64)
}
