package memory

import (
	"embed"
	"fmt"
	"slices"
	"strings"
	"time"

	"samantha"
)

//go:embed en
var files embed.FS

// Lore is the language this room needs: stop words, and light words for how
// long ago something was.
type Lore struct {
	stop    map[string]bool
	ago     []ago
	when    []string
	gather  gathering
	whose   whose
	around  []around
	timed   map[string]bool
	subject subject
	story   storybook
	kin     kinship
	check   checking
}

type ago struct {
	within time.Duration
	words  string
}

// New reads the language files.
func New() (*Lore, error) {
	l := &Lore{
		kin:   kinship{partner: map[string]bool{}, apart: map[string]bool{}, alone: map[string]bool{}, none: map[string][]string{}},
		check: checking{not: map[string]bool{}, unsure: map[string]bool{}, light: map[string]bool{}},
		story: newStorybook(),
		stop:  map[string]bool{}, timed: map[string]bool{}, gather: newGathering(), subject: subject{self: map[string]bool{}, other: map[string]bool{}}, whose: whose{words: map[string]samantha.Origin{}},
	}
	for file, read := range map[string]func(samantha.Line) error{
		"en/stop.txt": l.readStop, "en/ago.txt": l.readAgo, "en/when.txt": l.readWhen,
		"en/list.txt": l.gather.read, "en/whose.txt": l.whose.read,
		"en/around.txt": l.readAround, "en/timed.txt": l.readTimed, "en/subject.txt": l.subject.read,
		"en/story.txt": l.story.read,
		"en/kin.txt":   l.kin.read, "en/check.txt": l.check.read,
	} {
		text, err := files.ReadFile(file)
		if err != nil {
			return nil, fmt.Errorf("memory: %w", err)
		}
		for _, line := range samantha.Lines(file, string(text)) {
			if line.Text == "" {
				continue
			}
			if err := read(line); err != nil {
				return nil, fmt.Errorf("memory: %w", err)
			}
		}
	}
	return l, nil
}

func (l *Lore) readStop(line samantha.Line) error {
	for _, w := range strings.Fields(line.Text) {
		l.stop[w] = true
	}
	return nil
}

func (l *Lore) readTimed(line samantha.Line) error {
	for _, w := range strings.Fields(line.Text) {
		l.timed[w] = true
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

func (l *Lore) readWhen(line samantha.Line) error {
	l.when = append(l.when, line.Text)
	return nil
}

// AsksWhen reports whether a question wants a date.
func (l *Lore) AsksWhen(question string) bool {
	q := " " + samantha.SentenceKey(question) + " "
	return slices.ContainsFunc(l.when, func(w string) bool { return strings.Contains(q, " "+w+" ") })
}

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
