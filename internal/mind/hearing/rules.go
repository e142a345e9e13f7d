package hearing

import (
	"cmp"
	"iter"
	"slices"
	"strings"
)

// A rule is one pattern and what it means if it matches. What is asked of most rules
// stands first, so that little of one is read that does not match.
type rule struct {
	kind    string
	asked   string // only as an answer to this question
	prog    *program
	guest   bool              // only while a guest is there
	unnamed Unnamed           // only so far, at the least, from having told their name
	off     bool              // only off the record
	then    bool              // only if "he", "she" or "they" goes on right behind it
	nobody  bool              // only if nobody was spoken of last
	more    bool              // "+": the rest is heard as a piece of its own
	felt    bool              // holds of a feeling told, too
	whole   bool              // tried on the whole sentence before it is cut
	matter  bool              // of every day: the less it says, the fewer words it may stand among
	firm    bool              // it asks so plainly that no telling goes before it
	lacks   string            // only if this is missing of the one spoken of last
	fixed   map[string]string // slots the heading fills
	line    int               // of the file, for tests and for whoever mends a rule
}

// A rulebook is the rules of one file, in its order.
type rulebook struct {
	rules  []rule
	index  map[string][]int // rules that need the word, until [usesIn] has them by word for all books
	leads  map[string][]int // rules that may begin with the word and not with any
	loose  []int            // rules that may begin with any
	firm   []int            // rules that no telling goes before
	always []int            // rules that need none
	sieves []wordbits       // what the rules need, one rule behind the other
	sifted []int            // where the sieves of each rule end
	heads  []wordbits       // what a rule with "^" begins with; of others any word
}

func newRulebook() *rulebook {
	return &rulebook{index: map[string][]int{}, leads: map[string][]int{}}
}

// those are some of the rules, as a book of their own.
func (b *rulebook) those(are func(rule) bool) *rulebook {
	some := newRulebook()
	for _, r := range b.rules {
		if are(r) {
			some.add(r)
		}
	}
	return some
}

// parseRules reads a rule file.
func (e *Ear) parseRules(file, text string) (*rulebook, error) {
	book := newRulebook()
	has := newShared()
	var head rule
	for _, ln := range lines(file, text) {
		if name, pattern, ok := letLine(ln.Text); ok {
			prog, err := e.compile(pattern, has)
			if err != nil {
				return nil, ln.Bad("%v", err)
			}
			has.names = has.names.with(name, prog)
			continue
		}
		if !ln.indented {
			head = heading(ln.Text)
			continue
		}
		if head.kind == "" {
			return nil, ln.Bad("a pattern before the first heading")
		}
		prog, err := e.compile(ln.Text, has)
		if err != nil {
			return nil, ln.Bad("%v", err)
		}
		r := head
		r.prog, r.line = prog, ln.Number
		book.add(r)
	}
	return book, nil
}

// letLine splits "let x = pattern".
func letLine(s string) (name, pattern string, ok bool) {
	rest, ok := strings.CutPrefix(s, "let ")
	if !ok {
		return "", "", false
	}
	name, pattern, ok = strings.Cut(rest, " = ")
	return strings.TrimSpace(name), pattern, ok
}

// patterns are those that have names, the longer names first.
type patterns []namedPattern

type namedPattern struct {
	name string
	prog *program
}

// with adds a pattern, or puts it in place of the one that had its name.
func (p patterns) with(name string, prog *program) patterns {
	p = slices.DeleteFunc(p, func(n namedPattern) bool { return n.name == name })
	at, _ := slices.BinarySearchFunc(p, name, func(n namedPattern, name string) int {
		return cmp.Or(cmp.Compare(len(name), len(n.name)), strings.Compare(n.name, name))
	})
	return slices.Insert(p, at, namedPattern{name, prog})
}

// begins is the pattern whose name a text begins with.
func (p patterns) begins(text string) (namedPattern, bool) {
	for _, n := range p {
		if strings.HasPrefix(text, n.name) {
			return n, true
		}
	}
	return namedPattern{}, false
}

// heading reads "kind slot=value + asked=name".
func heading(s string) rule {
	fields := strings.Fields(s)
	r := rule{kind: fields[0]}
	for _, f := range fields[1:] {
		key, value, _ := strings.Cut(f, "=")
		switch key {
		case "+":
			r.more = true
		case "whole":
			r.whole = true
		case "firm":
			r.firm = true
		case "asked":
			r.asked = value
		case "felt":
			r.felt = true
		case "guest":
			r.guest = true
		case "off":
			r.off = true
		case "unnamed":
			r.unnamed = unnamedBy(value)
		case "then":
			r.then = true
		case "nobody":
			r.nobody = true
		case "lacks":
			r.lacks = value
		default:
			if r.fixed == nil {
				r.fixed = map[string]string{}
			}
			r.fixed[key] = strings.ReplaceAll(value, "_", " ")
		}
	}
	return r
}

// unnamedBy is what the mark "unnamed" of a heading asks for.
func unnamedBy(value string) Unnamed {
	switch value {
	case "early":
		return NameEarly
	case "alone":
		return NameAlone
	}
	return NameOpen
}

func (b *rulebook) add(r rule) {
	n := len(b.rules)
	b.rules = append(b.rules, r)
	if r.firm {
		b.firm = append(b.firm, n)
	}
	if r.prog.need == nil {
		b.always = append(b.always, n)
	}
	if r.prog.need != nil {
		put(b.index, r.prog.need.words, n)
	}
	if r.prog.lead == nil {
		b.loose = append(b.loose, n)
	}
	put(b.leads, r.prog.lead, n)
	if r.prog.need != nil {
		b.sieves = append(b.sieves, r.prog.need.sieve...)
	}
	b.sifted = append(b.sifted, len(b.sieves))
	b.heads = append(b.heads, r.prog.heads())
}

// put notes rules by each of some words.
func put(index map[string][]int, words []string, rules ...int) {
	for _, w := range words {
		for _, n := range rules {
			if all := index[w]; len(all) == 0 || all[len(all)-1] != n {
				index[w] = append(all, n)
			}
		}
	}
}

// likely are the rules that can match somewhere in the words, in the order of the file.
func (b *rulebook) likely(words []word) iter.Seq[int] {
	return func(yield func(int) bool) { b.eachLikely(words, yield) }
}

// hits is room for the rules that are tried on some words: it stands on the stack, so that
// nothing is allocated for most words.
type hits [64]int

func (b *rulebook) eachLikely(words []word, yield func(int) bool) {
	var room hits
	there := bitsOf(words)
	may := append(room[:0], b.always...)
	for i := range words {
		needed, _ := words[i].uses.in(b)
		may = b.sift(may, needed, &there)
	}
	inOrder(may, yield)
}

// within are those likely in a piece whose "^" can stand where it begins.
func (b *rulebook) within(p piece) iter.Seq[int] {
	return func(yield func(int) bool) { b.eachWithin(p, yield) }
}

func (b *rulebook) eachWithin(p piece, yield func(int) bool) {
	first := bitsOf(p.words[:min(p.head+1, len(p.words))])
	b.eachLikely(p.words, func(n int) bool { return !b.heads[n].meets(&first) || yield(n) })
}

// beginning are the rules that can match right at the first of the words.
func (b *rulebook) beginning(words []word) iter.Seq[int] {
	return func(yield func(int) bool) { b.eachBeginning(words, yield) }
}

func (b *rulebook) eachBeginning(words []word, yield func(int) bool) {
	var room hits
	there := bitsOf(words)
	may := b.sift(room[:0], b.loose, &there)
	_, leads := words[0].uses.in(b)
	inOrder(b.sift(may, leads, &there), yield)
}

// plainly are the rules that no telling goes before and that can match in the words.
func (b *rulebook) plainly(words []word) iter.Seq[int] {
	return func(yield func(int) bool) { b.eachFirm(words, yield) }
}

func (b *rulebook) eachFirm(words []word, yield func(int) bool) {
	there := bitsOf(words)
	for _, n := range b.firm {
		if b.mayFind(n, &there) && !yield(n) {
			return
		}
	}
}

// sift adds those of some rules that may find all they need.
func (b *rulebook) sift(may, rules []int, there *wordbits) []int {
	for _, n := range rules {
		if b.mayFind(n, there) {
			may = append(may, n)
		}
	}
	return may
}

// mayFind reports whether all that a rule needs may be among words.
func (b *rulebook) mayFind(n int, there *wordbits) bool {
	from := 0
	if n > 0 {
		from = b.sifted[n-1]
	}
	for i := from; i < b.sifted[n]; i++ {
		if !b.sieves[i].meets(there) {
			return false
		}
	}
	return true
}

// inOrder yields rules each once, in the order of the file.
func inOrder(rules []int, yield func(int) bool) {
	slices.Sort(rules)
	for _, n := range slices.Compact(rules) {
		if !yield(n) {
			return
		}
	}
}
