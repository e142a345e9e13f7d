package asked

import (
	"embed"
	"fmt"
	"slices"
	"strings"

	"samantha"
)

//go:embed en
var files embed.FS

// Kind is what a question is after.
type Kind string

// The kinds of question.
const (
	Much    Kind = "much" // a sum or an amount
	Many    Kind = "many"
	Long    Kind = "long"
	Often   Kind = "often"
	Age     Kind = "age"
	When    Kind = "when"
	Since   Kind = "since"
	Place   Kind = "place"
	Who     Kind = "who"
	Why     Kind = "why"
	Feeling Kind = "feeling"
	Likened Kind = "likened" // what something was like
	Promise Kind = "promise" // what somebody said they would do
	Source  Kind = "source"  // how something came to be known
	Colour  Kind = "colour"
	Name    Kind = "name"
	Thing   Kind = "thing"
	Whether Kind = "whether"
	Trade   Kind = "trade" // what somebody does; told by its verb
)

// Order is which of several values a question is after.
type Order string

// The orders. Newest is what holds if nothing else is said.
const (
	Newest Order = ""
	First  Order = "first"
	Before Order = "before" // the one before the answer just given
	Last   Order = "last"   // as it is now, whatever it was
	Next   Order = "next"
)

// head is how questions of a kind begin.
type head struct {
	kind  Kind
	words []string
}

// turn is a phrase that says which of several values is meant.
type turn struct {
	order Order
	words []string
}

// Reader reads questions by the tables of the folder en.
type Reader struct {
	heads []head // longest first
	turns []turn // longest first
	// amends are the words by which somebody takes back what they just said.
	amends [][]string
	lists  [][]string // how a question begins that wants several things done
	saids  []string   // phrases of a question after whatever was said
	trails []string   // phrases that are only said behind a question
	vowed  []string   // phrases for what she was to do
	having [][]string // how a question begins after what the person has
	offs   []string   // phrases by which something is given up
	sets   map[string]map[string]bool
	others map[string][]string // the ways around to somebody: "brother's wife"
}

// New reads the tables.
func New() (*Reader, error) {
	r := &Reader{sets: map[string]map[string]bool{}, others: map[string][]string{}}
	text, err := files.ReadFile("en/asked.txt")
	if err != nil {
		return nil, fmt.Errorf("asked: %w", err)
	}
	for _, line := range samantha.Lines("en/asked.txt", string(text)) {
		if line.Text == "" {
			continue
		}
		if err := r.read(line); err != nil {
			return nil, fmt.Errorf("asked: %w", err)
		}
	}
	slices.SortStableFunc(r.heads, func(a, b head) int { return len(b.words) - len(a.words) })
	slices.SortStableFunc(r.turns, func(a, b turn) int { return len(b.words) - len(a.words) })
	return r, nil
}

// read takes one line of the tables.
func (r *Reader) read(line samantha.Line) error {
	words := strings.Fields(line.Text)
	switch {
	case len(words) < 2:
		return line.Bad("want: a kind of line, and words")
	case words[0] == "kind" && len(words) > 2:
		r.heads = append(r.heads, head{Kind(words[1]), words[2:]})
	case words[0] == "order" && len(words) > 2:
		r.turns = append(r.turns, turn{Order(words[1]), words[2:]})
	case words[0] == "amend":
		r.amends = append(r.amends, words[1:])
	case words[0] == "lists":
		r.lists = append(r.lists, words[1:])
	case words[0] == "trail":
		r.trails = append(r.trails, strings.Join(words[1:], " "))
	case words[0] == "vowed":
		r.vowed = append(r.vowed, strings.Join(words[1:], " "))
	case words[0] == "having":
		r.having = append(r.having, words[1:])
	case words[0] == "asksaid":
		r.saids = append(r.saids, strings.Join(words[1:], " "))
	case words[0] == "off":
		r.offs = append(r.offs, strings.Join(words[1:], " "))
	case words[0] == "around" && len(words) > 2:
		r.others[words[1]] = append(r.others[words[1]], strings.Join(words[2:], " "))
	default:
		if r.sets[words[0]] == nil {
			r.sets[words[0]] = map[string]bool{}
		}
		for _, w := range words[1:] {
			r.sets[words[0]][w] = true
		}
	}
	return nil
}

// in: a word is in a set of the tables.
func (r *Reader) in(set, word string) bool { return r.sets[set][word] }

// any: one of some words is in a set.
func (r *Reader) any(set string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return r.in(set, w) })
}
