package care

import "slices"

// patternIndex finds the patterns that may fit a sentence, so that it is not held
// against all of them: each stands under the words of the one element, among those it
// cannot do without, whose words are in the fewest patterns.
type patternIndex struct {
	byWord map[string][]int
	always []int // patterns that can do without any word
}

func indexed(patterns []pattern) patternIndex {
	used := map[string]int{}
	for _, p := range patterns {
		for _, e := range p.elements {
			for _, w := range e.words {
				used[w]++
			}
		}
	}
	x := patternIndex{byWord: map[string][]int{}}
	for i, p := range patterns {
		words := p.rarest(used)
		if words == nil {
			x.always = append(x.always, i)
		}
		for _, w := range slices.Compact(words) {
			x.byWord[w] = append(x.byWord[w], i)
		}
	}
	return x
}

// candidates are the patterns that may fit, in their order.
func (x patternIndex) candidates(words []string) []int {
	may := slices.Clone(x.always)
	for _, w := range words {
		may = append(may, x.byWord[w]...)
	}
	slices.Sort(may)
	return slices.Compact(may)
}

// rarest are the words of which the pattern needs one; of several such elements those
// that are used least, as counted. It is nil where the pattern needs no word.
func (p pattern) rarest(used map[string]int) (words []string) {
	least := 0
	for _, e := range p.elements {
		if e.gap || e.optional || e.end {
			continue
		}
		n := 0
		for _, w := range e.words {
			n += used[w]
		}
		if words == nil || n < least {
			words, least = e.words, n
		}
	}
	return words
}

// ruleSet are named patterns in their order.
type ruleSet struct {
	rules []concernRule
	index patternIndex
}

func (s *ruleSet) seal() {
	patterns := make([]pattern, len(s.rules))
	for i, r := range s.rules {
		patterns[i] = r.pattern
	}
	s.index = indexed(patterns)
}
