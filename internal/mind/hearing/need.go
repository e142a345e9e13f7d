package hearing

import (
	"cmp"
	"slices"

	"samantha"
)

// A need is what must stand in words for a pattern to match there.
type need struct {
	words []string   // one of these, the choosiest of what is needed
	sieve []wordbits // of each thing needed, the words that will do
}

// wordbits are a Bloom filter with one hash ("Space/Time Trade-offs in Hash Coding with
// Allowable Errors", 1970): a set of words that may hold one too many.
type wordbits [4]uint64

// bitOf is the place of a word, by its FNV-1a hash.
func bitOf(w string) uint8 {
	h := uint32(2166136261)
	for i := range len(w) {
		h = (h ^ uint32(w[i])) * 16777619
	}
	return uint8(h>>24 ^ h>>16 ^ h>>8 ^ h)
}

func (b *wordbits) add(w string) { b.set(bitOf(w)) }

func (b *wordbits) set(at uint8) { b[at/64] |= 1 << (at % 64) }

func (b *wordbits) has(at uint8) bool { return b[at/64]&(1<<(at%64)) != 0 }

// meets reports whether two sets may have a word in common.
func (b *wordbits) meets(o *wordbits) bool {
	return b[0]&o[0]|b[1]&o[1]|b[2]&o[2]|b[3]&o[3] != 0
}

// bitsOf are those of some words. An "'s" may be an "is": "my sister's a nurse".
func bitsOf(words []word) wordbits {
	var b wordbits
	for i := range words {
		b.set(words[i].bit)
		if words[i].norm == "'s" {
			b.add("is")
		}
	}
	return b
}

// beginsWith are the words that a match begins with; all, if there are none it must begin
// with.
func beginsWith(lead []string) (b wordbits) {
	if lead == nil {
		return allWords()
	}
	for _, w := range lead {
		b.add(w)
		if w == "is" {
			b.add("'s")
		}
	}
	return b
}

func allWords() wordbits { return wordbits{^uint64(0), ^uint64(0), ^uint64(0), ^uint64(0)} }

// heads are the words one of which must stand where a piece begins; all, if a match may
// begin elsewhere.
func (p *program) heads() wordbits {
	if p.first {
		return p.begins
	}
	return allWords()
}

// oneOf needs one of some words.
func oneOf(words []string) *need {
	var b wordbits
	for _, w := range words {
		b.add(w)
	}
	return &need{words: slices.Clip(words), sieve: []wordbits{b}}
}

// anyOf needs what one of several rows needs; nothing, if one of them does.
func anyOf(rows []*need) *need {
	if len(rows) == 1 {
		return rows[0]
	}
	var words []string
	for _, r := range rows {
		if r == nil {
			return nil
		}
		words = append(words, r.words...)
	}
	return oneOf(words)
}

// and needs both. The words are of the one that are heard least often.
func (n *need) and(o *need, e *Ear) *need {
	if n == nil || o == nil {
		return cmp.Or(n, o)
	}
	both := &need{words: n.words, sieve: append(slices.Clip(n.sieve), o.sieve...)}
	if e.often(o.words) < e.often(n.words) {
		both.words = o.words
	}
	return both
}

// often is how often one of the words is heard, by Zipf's law.
func (e *Ear) often(words []string) float64 {
	sum := 0.0
	for _, w := range words {
		n := e.rank[w]
		if n == 0 {
			n = 2 * len(e.rank)
		}
		sum += 1 / float64(n)
	}
	return samantha.Round(sum)
}

// leads are the words that a match begins with; nil if it may begin with any, or with
// none.
func (p *program) leads() []string {
	var out []string
	seen := make([]bool, len(p.steps))
	todo := []int{0}
	for len(todo) > 0 {
		at := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if seen[at] {
			continue
		}
		seen[at] = true
		switch s := p.steps[at]; s.op {
		case opWord:
			out = append(out, s.text)
		case opList:
			out = append(out, s.list.begins()...)
		case opSplit:
			todo = append(todo, int(s.x), int(s.y))
		case opJump:
			todo = append(todo, int(s.x))
		case opOpen, opClose, opBegin, opEnd, opAsked, opMark:
			todo = append(todo, at+1)
		default:
			return nil
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
