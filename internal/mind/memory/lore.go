package memory

import (
	"embed"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"samantha"
)

//go:embed en tongues
var files embed.FS

// Lore is the language this room needs: by which words things are found, in each
// language it knows, and her light words for how long ago something was.
type Lore struct {
	tongues []*tongue // hers first
	small   small
	ago     []ago
	ahead   []ahead
	health  map[string]bool // words of health, in en/health.txt
	affairs affairs
	story   storybook
	slots   map[string]string // by what words one may ask for a slot
	sorts   map[string]string // "day" or "number", by the words that make a value one
	kin     kinship
	check   checking
	leaving leaving
	schema  []byte // of what a model may propose
	frame   framing
}

type ago struct {
	within time.Duration
	words  string
}

// New reads the language files.
func New() (*Lore, error) {
	l := &Lore{
		tongues: tongues(),
		story:   newStorybook(),
		affairs: newAffairs(),
		slots:   map[string]string{},
		sorts:   map[string]string{},
		health:  map[string]bool{},
		kin:     kinship{partner: map[string]bool{}, apart: map[string]bool{}, alone: map[string]bool{}, none: map[string][]string{}, among: map[string][]string{}, having: map[string]bool{}, sort: map[string]string{}},
		check:   checking{not: map[string]bool{}, unsure: map[string]bool{}, light: map[string]bool{}, against: map[string]bool{}, cues: map[string][]string{}},
		leaving: newLeaving(),
		frame:   framing{numbers: map[string]bool{}, price: map[string]bool{}, money: map[string]bool{}, ages: map[string]bool{}, denies: map[string]bool{}, asked: map[string]bool{}, present: map[string]bool{}, selves: map[string]bool{}, hers: map[string]bool{}, you: map[string]bool{}, would: map[string]bool{}, between: map[string]bool{}, others: map[string]bool{}, spans: map[string]bool{}},
	}
	for _, f := range []struct { // what she needs only in her own language
		name string
		read func(samantha.Line) error
	}{{"ago", l.readAgo}, {"ahead", l.readAhead}, {"story", l.story.read}, {"slots", l.readSlots}, {"kin", l.kin.read}, {"check", l.check.read}, {"open", l.leaving.read}, {"health", l.readHealth}, {"affairs", l.affairs.read}, {"frame", l.frame.read}, {"sorts", l.readSorts}} {
		if err := readFile("en/"+f.name+".txt", f.read); err != nil {
			return nil, err
		}
	}
	var err error
	if l.schema, err = files.ReadFile("en/propose.json"); err != nil {
		return nil, fmt.Errorf("memory: %w", err)
	}
	for _, t := range l.tongues {
		readers := t.readers()
		for _, name := range slices.Sorted(maps.Keys(readers)) {
			if err := readFile("tongues/"+t.code+"/"+name, readers[name]); err != nil {
				return nil, err
			}
		}
	}
	l.affairs.joins(l.hers().alike)
	l.small = smallWords(l.tongues)
	return l, nil
}

func readFile(file string, read func(samantha.Line) error) error {
	text, err := files.ReadFile(file)
	if err != nil {
		return fmt.Errorf("memory: %w", err)
	}
	for _, line := range samantha.Lines(file, string(text)) {
		if line.Text == "" {
			continue
		}
		if err := read(line); err != nil {
			return fmt.Errorf("memory: %w", err)
		}
	}
	return nil
}

func (l *Lore) readSlots(line samantha.Line) error {
	slot, words, ok := strings.Cut(line.Text, "=")
	if !ok {
		return line.Bad("want: slot = words")
	}
	l.slots[strings.TrimSpace(slot)] = strings.TrimSpace(words)
	return nil
}

func (l *Lore) readSorts(line samantha.Line) error {
	words := strings.Fields(line.Text)
	if len(words) < 2 || words[0] != "day" && words[0] != "number" {
		return line.Bad("want: day or number, and words")
	}
	for _, w := range words[1:] {
		l.sorts[w] = words[0]
	}
	return nil
}

func (l *Lore) readAgo(line samantha.Line) error {
	length, words, ok := strings.Cut(line.Text, "|")
	within, err := time.ParseDuration(strings.TrimSpace(length))
	if !ok || err != nil {
		return line.Bad("want: duration | words")
	}
	l.ago = append(l.ago, ago{within, strings.TrimSpace(words)})
	return nil
}

// AsksWhen reports whether a question wants a date.
func (l *Lore) AsksWhen(question string) bool { return l.tongue(question).asksWhen(question) }

// Ago says lightly how long ago something was; both times in the person's zone.
// The same calendar day is never "yesterday".
func (l *Lore) Ago(then, now time.Time) string {
	passed := now.Sub(then)
	if passed > time.Hour && passed < 48*time.Hour {
		if d := days(then, now); d == 0 {
			passed = 2 * time.Hour
		} else if d == 1 {
			passed = 24 * time.Hour
		}
	}
	for _, a := range l.ago {
		if passed <= a.within {
			return a.words
		}
	}
	return "in " + then.Format("January 2006")
}

// Day is the day something was, said so that it can be looked up.
func (l *Lore) Day(then, now time.Time) string {
	switch days(then, now) {
	case 0:
		return "today at " + then.Format("15:04")
	case 1:
		return "yesterday at " + then.Format("15:04")
	}
	return then.Format("on Monday, 2 January 2006")
}

// days are the midnights between two times.
func days(then, now time.Time) int {
	y1, m1, d1 := then.Date()
	y2, m2, d2 := now.Date()
	from := time.Date(y1, m1, d1, 0, 0, 0, 0, time.UTC)
	to := time.Date(y2, m2, d2, 0, 0, 0, 0, time.UTC)
	return int(to.Sub(from).Hours() / 24)
}

// hers is the language she speaks.
func (l *Lore) hers() *tongue { return l.tongues[0] }
