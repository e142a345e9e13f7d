package samantha

import "strings"

// Naming is the choice of her name: the rule's winner and the runners-up. The
// name is hers and outlives the words it was chosen by.
type Naming struct {
	Name      string   `json:"name"`
	RunnersUp []string `json:"runners_up"`
	By        ID       `json:"by,omitempty"` // the odd word of the person's that weighed most
}

// Traits are her slow dispositions, the big five (Costa and McCrae 1992), each
// -1..1: openness, conscientiousness, extraversion, agreeableness, neuroticism.
type Traits struct {
	O float64 `json:"o"`
	C float64 `json:"c"`
	E float64 `json:"e"`
	A float64 `json:"a"`
	N float64 `json:"n"`
}

// BirthTraits are what she is born with: warm, curious, steady.
func BirthTraits() Traits { return Traits{O: 0.7, C: 0.4, E: 0.6, A: 0.7, N: -0.4} }

// Trait names one of the [Traits].
type Trait string

// The traits.
const (
	Openness          Trait = "o"
	Conscientiousness Trait = "c"
	Extraversion      Trait = "e"
	Agreeableness     Trait = "a"
	Neuroticism       Trait = "n"
)

// IsFacet: it names one side of a trait, such as "e.play", and no whole one.
func (t Trait) IsFacet() bool { return strings.Contains(string(t), ".") }

// Whole is the trait that a facet belongs to; a trait is its own.
func (t Trait) Whole() Trait {
	whole, _, _ := strings.Cut(string(t), ".")
	return Trait(whole)
}

// Of is the trait's number, for reading and for writing; nil if there is none of
// that name.
func (t *Traits) Of(which Trait) *float64 {
	switch which {
	case Openness:
		return &t.O
	case Conscientiousness:
		return &t.C
	case Extraversion:
		return &t.E
	case Agreeableness:
		return &t.A
	case Neuroticism:
		return &t.N
	}
	return nil
}

// Step is one small move of a trait or of a facet, and what brought it about.
type Step struct {
	Trait  Trait   `json:"trait"`
	By     float64 `json:"by"`     // at most 0.005 to either side
	Rule   string  `json:"rule"`   // the push that weighed most (self/pushes.txt)
	Causes []ID    `json:"causes"` // the moments it came from, oldest first; never none
}

// ItemKind is a kind of thing in her repertoire.
type ItemKind string

// What her repertoire is made of.
const (
	ItemWord     ItemKind = "word"     // a word taken from the person, and where she uses it
	ItemJoke     ItemKind = "joke"     // a word the two of them laughed about
	ItemInterest ItemKind = "interest" // what she likes to hear of
	ItemOpinion  ItemKind = "opinion"  // what she holds of something, and why
	ItemDare     ItemKind = "dare"     // something she did for the first time
	ItemWish     ItemKind = "wish"     // something she would like for herself
	ItemValue    ItemKind = "value"    // what she holds to, by what she did
	ItemPortrait ItemKind = "portrait" // how she sees herself this week
)

// Became is what a night made of her: with a day in it, the night itself and the
// steps of her traits; else one thing of her repertoire or a portrait. Each thing
// is an event of its own, so that forgetting takes what hung on it and no more.
type Became struct {
	Words   BecameWords
	Numbers BecameNumbers
}

// BecameWords are the words of one thing.
type BecameWords struct {
	// What it is: the word, the joke, the subject of an opinion, what a thread of
	// the person's is about; in their words.
	What string `json:"what,omitempty"`
	// Text is hers, a clause: what she holds, what she would like.
	Text string `json:"text,omitempty"`
	// Because is her reason, a clause.
	Because string `json:"because,omitempty"`
	// Portrait is a portrait, sentence by sentence.
	Portrait []string `json:"portrait,omitempty"`
}

// BecameNumbers are the rest.
type BecameNumbers struct {
	Links                  // the memories it came from
	Day     string         `json:"day,omitempty"`   // the person's day that the night looked back on: "2026-03-04"
	Until   uint64         `json:"until,omitempty"` // and the sequence up to which it looked
	Week    bool           `json:"week,omitempty"`  // the traits were looked at, too
	Steps   []Step         `json:"steps,omitempty"` // parts "step"
	Kind    ItemKind       `json:"kind,omitempty"`
	Class   string         `json:"class,omitempty"`   // of a word: where it fits; of others: their key in the room's files
	Of      ID             `json:"of,omitempty"`      // the thread that a wish is about
	Instead ID             `json:"instead,omitempty"` // the thing that ends with this one: an opinion revised, a wish that came true
	Over    bool           `json:"over,omitempty"`    // nothing new comes in its place
	LetGo   bool           `json:"let_go,omitempty"`  // a wish ends that did not come true
	Parts   []PortraitPart `json:"parts,omitempty"`
	Version int            `json:"version"` // of the self's rules
}

// PortraitPart says where a sentence of a portrait comes from.
type PortraitPart struct {
	From []ID `json:"from,omitempty"` // memories, things of her repertoire, nights; none: her seed
}

// Kind is [KindBecame].
func (*Became) Kind() Kind { return KindBecame }

// From are the events whose words it used.
func (b *Became) From() []ID { return b.Numbers.Sources }

// Halves are the two halves.
func (b *Became) Halves() (words, numbers any) { return &b.Words, &b.Numbers }

// Self is what a Speaker needs to know of who she is by now.
type Self struct {
	Traits Traits
	Grown  []string          // how she is otherwise than she was born: "bold", "firm" (self/en/traits.txt), "playful" once for each degree (self/facets.txt)
	Words  map[string]string // words taken from the person that she may use in this answer, by where they fit
}
