package year

import (
	"context"
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"samantha"
	"samantha/internal/house/life/inmem"
)

// Written is what a life is given beside that is kept and shown, not measured.
// All of it may be left out.
type Written struct {
	First    time.Time     // midnight of the first day; zero: a Monday that is always the same
	Log      Log           // her life log; nil: one in memory
	Version  string        // of the program, as her birth notes it
	Progress func(day int) // told when a day is over
	Shown    bool          // others will meet her: she is told at birth that it was simulated
}

// Log is a life log that a life is lived into.
type Log interface {
	samantha.Log
	samantha.Snapshots
}

// complete puts in what was left out.
func (o *Options) complete(zone *time.Location) (err error) {
	if o.First.IsZero() {
		o.First, err = time.ParseInLocation(time.DateOnly, firstDay, zone)
	}
	if o.Log == nil {
		o.Log, o.Version = inmem.New(), "year"
	}
	return err
}

// written: each of their days has its talks, and they say nothing else.
func (p *Person) written() bool {
	return len(p.phases) == 0 && len(p.days) > 0 && !slices.ContainsFunc(p.days, func(h happening) bool { return h.at == 0 })
}

// thirtyText is the person of the demonstration, and bookText what she gives.
//
//go:embed thirty/person.txt
var thirtyText string

//go:embed thirty/book.txt
var bookText string

// Thirty is the person whose thirty days `samantha demo` shows.
func Thirty() (*Person, error) {
	p, err := Read(thirtyText)
	if err != nil {
		return nil, fmt.Errorf("the person of the demonstration: %w", err)
	}
	text := strings.TrimSpace(bookText)
	sum := sha256.Sum256([]byte(text))
	p.book = &samantha.Shelved{
		Words: samantha.ShelvedWords{Title: "The Keeping of Tower Clocks", Text: text},
		Numbers: samantha.ShelvedNumbers{
			Mark: hex.EncodeToString(sum[:16]), Paragraphs: strings.Count(text, "\n\n") + 1, Words: len(strings.Fields(text)),
		},
	}
	return p, nil
}

// Last is the last day they have something to tell of.
func (p *Person) Last() int {
	last := 0
	for _, h := range p.days {
		last = max(last, h.day)
	}
	return last
}

// pages are the talks of a day of somebody written.
func (t *talker) pages(day int, weekday time.Weekday) []coming {
	t.today, t.date = nil, weekday
	var out []coming
	for _, h := range t.p.days {
		if h.day == day {
			t.today = append(t.today, h)
			out = append(out, coming{h.at, len(h.lines)})
		}
	}
	return out
}

// turn goes to the next talk of the day.
func (t *talker) turn() {
	h := t.today[0]
	t.today, t.queue = t.today[1:], nil
	for _, text := range h.lines {
		t.queue = append(t.queue, line{dated(text, t.date), h.sore})
	}
}

// dated puts the name of the weekday so many days on in the place of {+3}: a
// written life can begin on any day.
func dated(text string, today time.Weekday) string {
	for _, name := range slotNames(text) {
		if n, err := strconv.Atoi(strings.TrimPrefix(name, "+")); err == nil {
			text = strings.ReplaceAll(text, "{"+name+"}", time.Weekday((int(today)+n)%7).String())
		}
	}
	return text
}

// withoutSore are the words of a day without their mark.
func withoutSore(words []string) (rest []string, sore bool) {
	if n := len(words); n > 0 && words[n-1] == "sore" {
		return words[:n-1], true
	}
	return words, false
}

// clockTime reads `19:40`, as the time after midnight.
func clockTime(text string) (time.Duration, error) {
	at, err := time.Parse("15:04", text)
	if err != nil || at.Hour()+at.Minute() == 0 {
		return 0, fmt.Errorf("%q is no hour of a day: %w", text, samantha.ErrInvalid)
	}
	return time.Duration(at.Hour())*time.Hour + time.Duration(at.Minute())*time.Minute, nil
}

// book reads the day on which they give her one.
func (r *reader) book(text string) (err error) {
	if r.p.booked, err = strconv.Atoi(text); err != nil {
		return fmt.Errorf("book %s: %w", text, samantha.ErrInvalid)
	}
	return nil
}

// give puts the book of theirs on her shelf, on its day.
func (l *life) give(ctx context.Context, day int) error {
	if l.o.Person.book == nil || day != l.o.Person.booked {
		return nil
	}
	_, _, err := l.mind.Shelve(ctx, l.o.Person.book)
	return err
}

// simulated is when the life ends that nobody lived; zero for one that is only
// measured and thrown away.
func (o Options) simulated() time.Time {
	if !o.Shown {
		return time.Time{}
	}
	return time.Date(o.First.Year(), o.First.Month(), o.First.Day()+o.Days, 0, 0, 0, 0, o.First.Location()).Add(nightHour + time.Minute)
}
