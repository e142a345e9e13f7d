// Package feeling is her heart: it reads what the person may feel, and turns
// what happens into feelings of her own.
//
// The idea: a moment is appraised against her goals (was it wanted, was it
// expected, whose doing was it), and the appraisal, not a choice of words,
// makes the feeling (Ortony, Clore and Collins 1988). Every feeling keeps the
// rule that made it and the numbers it was made of, so she can always say why.
// Feelings fade by half-lives taken from what people remember of theirs, and
// each leaves a little of itself in a slow mood (ALMA, Gebhard 2005), which
// finds home to what her traits make it (Mehrabian 1996).
//
// What she shows is what she feels, passed through display rules; the rule
// stands beside the number.
//
// The reading of the person is a hypothesis. Where the words do not carry it,
// it says so: better unsure than wrong.
package feeling

import (
	"embed"
	"fmt"

	"samantha"
	"samantha/internal/mind/linear"
)

// Version of the rules; raised when the same moment would be felt or read
// otherwise.
const Version = 9

//go:embed en rules.txt table.txt halflife.txt happened.txt
var files embed.FS

// readModel reads an embedded model of n columns.
func readModel(file string, n int) (linear.Model, error) {
	data, err := files.ReadFile(file)
	if err != nil {
		return linear.Model{}, fmt.Errorf("feeling: %w", err)
	}
	m, err := linear.Decode(data, n)
	if err != nil {
		return linear.Model{}, fmt.Errorf("feeling: %s: %w", file, err)
	}
	return m, nil
}

// Heart holds the rules. It is immutable and may be used by many at once.
type Heart struct {
	lexicon   lexicon
	reader    *Reader
	tenors    *Tenors
	reactions *Reactions
	happens   []happening
	begins    map[string][]beginning       // happenings by the words their first terms begin with
	loose     []int                        // and those that begin with any word of some beginning or ending
	telling   map[string]*wordSet          // what makes words a telling: self, past, present, scene, opens, third, spoils
	oftener   map[samantha.Emotion]float64 // how the odds of an emotion are higher in a telling
	kin       [][]samantha.Emotion         // emotions that speak for each other
	goals     []goal
	rules     []rule
	pad       map[samantha.Emotion]samantha.Mood
	halfLives map[samantha.Emotion]float64 // hours, at importance 0.5
	words     map[samantha.Emotion]string
	nouns     map[samantha.Emotion]string
	asked     []named
	theirs    map[samantha.Emotion]string // readings of the person
	withheld  map[string]string           // display rules, as she says them
	happened  map[samantha.Emotion][]weighed
	moods     map[string]string // octants
	questions []question
	twofold   []twofold
	joins     []twofold
}

// New reads the embedded rules. It fails with the file and line of the first
// one that makes no sense.
func New() (*Heart, error) {
	h := &Heart{}
	err := readAll([]table{
		{"en/lexicon.txt", h.readLexicon},
		{"en/modifiers.txt", h.readModifiers},
		{"en/happenings.txt", h.readHappenings},
		{"en/words.txt", h.readWords},
		{"en/two.txt", h.readTwo},
		{"table.txt", h.readTable},
		{"halflife.txt", h.readHalfLives},
		{"rules.txt", h.readRules},
		{"happened.txt", h.readHappened},
		{"en/moods.txt", h.readMoods},
		{"en/shown.txt", h.readShown},
		{"en/theirs.txt", h.readTheirs},
		{"en/asked.txt", h.readAsked},
		{"en/wonders.txt", h.readWonders},
	})
	if err != nil {
		return nil, err
	}
	if h.reader, err = NewReader(); err != nil {
		return nil, err
	}
	if h.tenors, err = NewTenors(h.reader.tone); err != nil {
		return nil, err
	}
	if h.reactions, err = newReactions(); err != nil {
		return nil, err
	}
	return h, h.complete()
}

// Reader is the learned part of how she reads the person.
func (h *Heart) Reader() *Reader { return h.reader }

// Tenor guesses what sort of thing is told in a text.
func (h *Heart) Tenor(text string, signs ...string) Guess { return h.tenors.Of(text, signs...) }

// complete checks that every kind of feeling has its row in each table.
func (h *Heart) complete() error {
	for kind := range h.pad {
		if h.halfLives[kind] <= 0 {
			return fmt.Errorf("feeling: halflife.txt: no half-life for %s: %w", kind, samantha.ErrInvalid)
		}
		if h.words[kind] == "" {
			return fmt.Errorf("feeling: en/words.txt: no word for %s: %w", kind, samantha.ErrInvalid)
		}
	}
	return nil
}
