package memory

import (
	"bufio"
	"embed"
	"fmt"
	"strings"
	"time"
)

//go:embed en
var files embed.FS

// Lore is the language this room needs: stop words, and light words for how
// long ago something was.
type Lore struct {
	stop map[string]bool
	ago  []ago
}

type ago struct {
	within time.Duration
	words  string
}

// New reads the language files.
func New() (*Lore, error) {
	l := &Lore{stop: map[string]bool{}}
	err := lines("en/stop.txt", func(line string) error {
		for _, w := range strings.Fields(line) {
			l.stop[w] = true
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	err = lines("en/ago.txt", func(line string) error {
		length, words, ok := strings.Cut(line, "|")
		within, err := time.ParseDuration(strings.TrimSpace(length))
		if !ok || err != nil {
			return fmt.Errorf("want: duration | words")
		}
		l.ago = append(l.ago, ago{within, strings.TrimSpace(words)})
		return nil
	})
	return l, err
}

// lines calls do with each line of a file that is neither empty nor a comment.
func lines(name string, do func(string) error) error {
	text, err := files.ReadFile(name)
	if err != nil {
		return fmt.Errorf("memory: %w", err)
	}
	scan := bufio.NewScanner(strings.NewReader(string(text)))
	for n := 1; scan.Scan(); n++ {
		line := strings.TrimSpace(scan.Text())
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		if err := do(line); err != nil {
			return fmt.Errorf("memory: %s:%d: %w", name, n, err)
		}
	}
	return scan.Err()
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
