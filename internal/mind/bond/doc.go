// Package bond is what there is between the two: closeness, trust, how even the
// telling is, tension, and the stage they have come to.
//
// The idea: nearness is made of days on which both told something of themselves
// (Altman and Taylor 1973; stages after Knapp 1978), and nothing else makes it. A
// stage asks for so many separate days, for depth from both sides, for closeness
// and for trust; one is gained a day at most, however much is said in it. Trust is
// lost faster than it is won. Absence lets closeness fade, as a function of time
// and not of a clock that ticks, and makes nobody a stranger again.
//
// What is torn is mended in steps that can be seen: she names what she did and her
// part in it, asks, keeps what is asked, asks once more another day, and only the
// person says that it is mended. Nothing is undone by a sentence.
//
// The person may want distance at any time. That holds at once, is never argued
// with, and only they take it back.
//
// What moves the bond, how deep a telling goes and what a stage asks for stand in
// the text files of this folder; every move keeps the rule that made it.
package bond

import (
	"embed"
	"fmt"
	"strings"

	"samantha"
)

// Version of the rules; raised when the same moment would move the bond otherwise.
const Version = 4

//go:embed en rules.txt depth.txt stage.txt rituals.txt
var files embed.FS

// Room holds the rules. It is immutable and may be used by many at once.
type Room struct {
	rules   []rule
	depths  []depth
	ladder  []rung
	bounds  map[string]float64 // by the words of stage.txt
	rituals map[string]string  // by act
	words   map[string]string
	another []another // the longest first
}

// New reads the embedded rules. It fails with the file and line of the first one
// that makes no sense.
func New() (*Room, error) {
	r := &Room{bounds: map[string]float64{}, rituals: map[string]string{}, words: map[string]string{}}
	for _, f := range []struct {
		name  string
		parse func(samantha.Line) error
	}{
		{"stage.txt", r.readStage},
		{"depth.txt", r.readDepth},
		{"rules.txt", r.readRule},
		{"rituals.txt", r.readRitual},
		{"en/words.txt", r.readWords},
		{"en/vows.txt", r.readVow},
	} {
		text, err := files.ReadFile(f.name)
		if err != nil {
			return nil, fmt.Errorf("bond: %w", err)
		}
		for _, l := range samantha.Lines(f.name, string(text)) {
			if l.Text == "" {
				continue
			}
			if err := f.parse(l); err != nil {
				return nil, fmt.Errorf("bond: %w", err)
			}
		}
	}
	return r, r.complete()
}

// complete checks that nothing the code asks for is missing.
func (r *Room) complete() error {
	for _, name := range []string{"day", "hold", "strain", "rest", "fade", "ease", "park", "follow", "some", "much"} {
		if _, ok := r.bounds[name]; !ok {
			return fmt.Errorf("bond: stage.txt: no %s: %w", name, samantha.ErrInvalid)
		}
	}
	if len(r.ladder) != len(samantha.Stages()) {
		return fmt.Errorf("bond: stage.txt: %d stages, want %d: %w", len(r.ladder), len(samantha.Stages()), samantha.ErrInvalid)
	}
	for i, s := range samantha.Stages() {
		if r.ladder[i].stage != s || r.words["stage."+string(s)] == "" {
			return fmt.Errorf("bond: stage %q has no place or no words: %w", s, samantha.ErrInvalid)
		}
	}
	for _, rule := range r.rules {
		if rule.because == "" || rule.rupture != "" && r.words["kind."+rule.rupture] == "" {
			return fmt.Errorf("bond: rules.txt: rule %s has no because, or its rupture no words: %w", rule.name, samantha.ErrInvalid)
		}
	}
	return nil
}

func (r *Room) readWords(l samantha.Line) error {
	name, words, ok := strings.Cut(l.Text, " = ")
	if !ok {
		return l.Bad("want: name = words")
	}
	r.words[name] = words
	return nil
}

func (r *Room) readRitual(l samantha.Line) error {
	f := strings.Fields(l.Text)
	if len(f) < 2 {
		return l.Bad("want: name act ...")
	}
	for _, act := range f[1:] {
		r.rituals[act] = f[0]
	}
	return nil
}
