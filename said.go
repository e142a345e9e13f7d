package samantha

import (
	"slices"
	"strings"
)

// Said is what she answered, clause by clause. Its sources are the moment it
// answers and the memories whose words it used.
type Said struct {
	Words   SaidWords
	Numbers SaidNumbers
}

// SaidWords are her words.
type SaidWords struct {
	Clauses []string `json:"clauses"`         // parts "said"
	Guard   []Caught `json:"guard,omitempty"` // what the guard replaced
}

// Caught is a clause that the guard replaced before it was heard.
type Caught struct {
	Clause int    `json:"clause"` // from 1; 0: it was left out, and nothing stands for it
	Rule   string `json:"rule"`
	Meant  string `json:"meant,omitempty"` // the words that were not said; "" where they are not to be kept
}

// SaidNumbers are how the words came about.
type SaidNumbers struct {
	Links
	Speaker   string   `json:"speaker"`             // "newborn", or the model's name
	Handed    Handed   `json:"handed,omitzero"`     // a model was there, and why the words are not its, or not all
	Lines     []string `json:"lines,omitempty"`     // newborn: the lines that were realised
	Disclosed bool     `json:"disclosed,omitempty"` // she said what she is
	Plain     []int    `json:"plain,omitempty"`     // the clauses that only say what she is, or a dream of hers, from 1: no memory of a talk
	Called    ID       `json:"called,omitempty"`    // the odd word that came back in a new place
	Back      []ID     `json:"back,omitempty"`      // the thread she came back to, and the one that this is about
	Offers    ID       `json:"offers,omitempty"`    // the dream or the thought of hers that she spoke of unasked
	Used      []ID     `json:"used,omitempty"`      // things of her repertoire that she used
	Acts      []string `json:"acts,omitempty"`      // of the moves that were worded
	Asks      string   `json:"asks,omitempty"`      // the act whose question the answer ends with
	Unasked   bool     `json:"unasked,omitempty"`   // she spoke with nothing heard
	Form      int      `json:"form,omitempty"`      // so many of the first clauses are the form's, not hers
	Opens     Opening  `json:"opens,omitzero"`      // a page that she opens by it
	Manner    Manner   `json:"manner,omitzero"`     // how it sounds
	Tally     Tally    `json:"tally,omitzero"`      // what flattery is measured by
	Version   int      `json:"version"`             // of the speaker's rules
}

// Kind is [KindSaid].
func (*Said) Kind() Kind { return KindSaid }

// Halves are the two halves.
func (s *Said) Halves() (words, numbers any) { return &s.Words, &s.Numbers }

// From are the sources.
func (s *Said) From() []ID { return s.Numbers.Sources }

// Text is the whole answer.
func (s *Said) Text() string { return strings.Join(s.Words.Clauses, " ") }

// Talk is the answer without the clauses that only say what she is, and without
// dreams of hers.
func (s *Said) Talk() string {
	var kept []string
	for i, c := range s.Words.Clauses {
		if !slices.Contains(s.Numbers.Plain, i+1) {
			kept = append(kept, c)
		}
	}
	return strings.Join(kept, " ")
}

// Cut marks that she was cut off: what was truly heard of an answer.
type Cut struct {
	Numbers CutNumbers
}

// CutNumbers tell how far she got.
type CutNumbers struct {
	Answer ID  `json:"answer"`         // the [Said] that was cut
	Clause int `json:"clause"`         // clauses heard whole
	Word   int `json:"word,omitempty"` // words heard of the next one
}

// Kind is [KindCut].
func (*Cut) Kind() Kind { return KindCut }

// From is empty: no words were used.
func (*Cut) From() []ID { return nil }

// Halves of a cut: no words.
func (c *Cut) Halves() (words, numbers any) { return &none{}, &c.Numbers }
