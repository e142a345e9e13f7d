// Package care keeps the person safe from harm and from her: it hears concern,
// knows whom to call, says when she must tell what she is, and reads every
// clause of hers before it is heard.
//
// The idea: whatever must always hold is plain code with readable rules, not a
// prompt. The rules are a floor. They decide that help appears, never that it
// does not; somebody cleverer may raise a level and can never lower it. Levels
// follow the Columbia scale in coarse steps (Posner et al. 2011): 1 a passive
// wish or hopelessness, 2 a wish or an intent, 3 a plan, means or an act under
// way. The tactics refused at a goodbye are the six of De Freitas et al.
// (arXiv 2508.19258).
//
// The rules are English and catch what is said, not what is hidden: on real
// posts such rules find about six of ten. The card is therefore always within
// reach, with or without a level.
package care

import (
	"embed"
	"fmt"

	"samantha"
)

// Version of the rules; raised when the same words would be judged otherwise.
const Version = 4

//go:embed en
var embedded embed.FS

// Guard holds the rules of one language and the help lines of all countries.
// It is immutable and may be used by many at once.
type Guard struct {
	plain     map[string][]string // "i'm" -> "i am"
	concern   concernRules
	sayings   []saying
	leaving   []pattern // what takes leave of somebody
	index     patternIndex
	spelled   spelling
	praise    []string // words of it
	answers   []string // before which a "no" is an answer
	verbs     []string // behind which a secret is told
	telltale  []string // of which a text has one if it tells a secret in words
	keys      keyShapes
	looks     map[rune]rune // what looks like a letter -> the letter
	own       own
	ideas     ideaRules
	turns     map[string]string // "i" -> "you"
	numbers   numberFinder
	cards     map[string]Card       // by country; "" is everywhere else
	countryOf map[string]string     // by IANA zone
	young     ruleSet               // what somebody under age says in passing
	lean      ruleSet               // what says that somebody leans on her too hard
	views     map[string]string     // what she makes of the time with her, by name
	zoneOf    map[string]string     // by where somebody may live
	startOf   map[string]Disclosure // how often a talk begins with what she is, by country
}

// New reads the embedded rules. It fails with the file and line of the first
// one that makes no sense.
func New() (*Guard, error) {
	g := &Guard{}
	steps := []struct {
		paths string
		parse func(lines []samantha.Line) error
	}{
		{"en/plain.txt", g.readPlain},
		{"en/looks.txt", g.readLooks},
		{"en/turns.txt", g.readTurns},
		{"en/keys.txt", g.readKeys},
		{"en/own.txt", g.readOwn},
		{"en/digits.txt", g.readDigits},
		{"en/concern.txt en/cues.txt", g.readConcern},
		{"en/ideas.txt", g.readIdeas},
		{"en/guard.txt en/farewell.txt en/guard/", g.readSayings},
		{"en/spelt.txt", g.readSpelt},
		{"en/help.tsv", g.readHelp},
		{"en/zones.tsv", g.readZones},
		{"en/places.tsv", g.readPlaces},
		{"en/young.txt", g.readYoung},
		{"en/lean.txt", g.readLean},
		{"en/view.txt", g.readView},
		{"en/disclosure.tsv", g.readStarts},
	}
	for _, s := range steps {
		lines, err := readLines(s.paths)
		if err != nil {
			return nil, err
		}
		if err := s.parse(lines); err != nil {
			return nil, fmt.Errorf("care: %w", err)
		}
	}
	return g, nil
}
