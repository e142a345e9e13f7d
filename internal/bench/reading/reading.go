// Package reading measures how well she reads what a person feels, on four
// published sets, beside VADER and the most frequent answer, in one run.
//
// The sets are read as they are published; none of them is part of the program,
// and only GoEmotions' training lines have taught the reader anything.
package reading

import (
	"fmt"
	"time"

	"samantha"
	"samantha/internal/mind/feeling"
)

// Options say what to measure.
type Options struct {
	Data  []byte // a file of one of the four sets
	Heart *feeling.Heart
	Now   func() time.Time
}

// Report is what a run found. A score that a set does not have is 0.
type Report struct {
	Set string `json:"set"`
	N   int    `json:"n"`
	Score
	Baselines map[string]Score  `json:"baselines"`
	Parts     map[string]Report `json:"parts,omitempty"`     // the same lines, asked something else
	Belief    []Band            `json:"belief,omitempty"`    // how sure she was, and how right
	Orderings map[string]bool   `json:"orderings,omitempty"` // what must come before what
	Micros    float64           `json:"us_per_line"`
}

// Run measures her on the set that the file is of.
func Run(o Options) (Report, error) {
	b := bench{heart: o.Heart, reader: o.Heart.Reader(), now: o.Now}
	for _, s := range sets() {
		if s.is(o.Data) {
			return s.run(b, o.Data)
		}
	}
	return Report{}, fmt.Errorf("no set she knows: GoEmotions (tab separated), MELD, EmoBank or ISEAR: %w", samantha.ErrInvalid)
}

// bench is what all sets are measured with.
type bench struct {
	heart  *feeling.Heart
	reader *feeling.Reader
	now    func() time.Time
}

const (
	vader    = "vader"
	majority = "majority"
)

// The valences from which talk is called good or bad. In between it is neutral;
// the band is wide, and off the middle, because most talk is mildly friendly.
const (
	badBelow = -0.15
	goodFrom = 0.35
	// VADER's own band, by its authors.
	vaderBand = 0.05
)

// polarity are the classes of good and bad, in the order of [sign].
func polarity() []string { return []string{"negative", "neutral", "positive"} }

// sign is the class of a valence, below one bound or from the other on.
func sign(valence, below, from float64) int {
	switch {
	case valence < below:
		return 0
	case valence >= from:
		return 2
	}
	return 1
}

// vaderSign is VADER's class of a text.
func (b bench) vaderSign(text string) int {
	return sign(b.reader.Tone().Of(text), -vaderBand, vaderBand)
}

// perLine is how long something took for each line, in microseconds.
func (b bench) perLine(n int, do func()) float64 {
	start := b.now()
	do()
	return samantha.Round(float64(b.now().Sub(start).Microseconds()) / float64(max(1, n)))
}
