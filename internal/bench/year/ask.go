package year

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"samantha"
	"samantha/internal/house/life/inmem"
	"samantha/internal/mind"
)

// Asking is what she answers to a list of lines on one day of a life, said one
// after the other the next morning. It is said on a copy: her life goes on as if
// nobody had.
type Asking struct {
	Day     int      `json:"day"`
	Answers []Answer `json:"answers"`
}

// Answer is one line and her reply to it.
type Answer struct {
	Said  string   `json:"said"`
	Reply string   `json:"reply"`
	Lines []string `json:"lines,omitempty"` // that the reply was made of
}

// The lines are said from ten in the morning on, half a minute apart.
const (
	askHour  = 10 * time.Hour
	askPause = 30 * time.Second
)

// Questions are the lines of a file that are to be said to her: one a line, "#"
// begins a comment.
func Questions(text string) ([]string, error) {
	var lines []string
	for line := range strings.Lines(text) {
		line, _, _ = strings.Cut(line, "#")
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, line)
		}
	}
	if len(lines) == 0 {
		return nil, fmt.Errorf("there is nothing to ask: %w", samantha.ErrInvalid)
	}
	return lines, nil
}

// asked says the lines after the night of a day on which they are asked: on those
// named, or on the last.
func (l *life) asked(ctx context.Context, day int) error {
	last := len(l.o.AskAt) == 0 && (day == l.o.Days || l.enough())
	if len(l.o.Ask) == 0 || !last && !slices.Contains(l.o.AskAt, day) {
		return nil
	}
	a, err := l.ask(ctx, day)
	if err != nil {
		return fmt.Errorf("asking: %w", err)
	}
	l.report.Asked = append(l.report.Asked, a)
	return nil
}

func (l *life) ask(ctx context.Context, day int) (Asking, error) {
	a := Asking{Day: day}
	at := &clock{l.midnight(day + 1).Add(askHour)}
	log, ok := l.log.(*inmem.Log)
	if !ok {
		return a, fmt.Errorf("only a life in memory can be asked on a copy: %w", samantha.ErrInvalid)
	}
	her, err := mind.Open(ctx, l.minded(log.Clone(), at))
	if err != nil {
		return a, err
	}
	her.Rest()
	for _, text := range l.o.Ask {
		at.to(at.at.Add(askPause))
		r, err := her.Hear(ctx, samantha.Utterance{Text: text, Origin: samantha.OriginPerson, Zone: l.o.Person.Zone},
			func(samantha.Clause) error { return nil })
		if err != nil {
			return a, fmt.Errorf("%q: %w", text, err)
		}
		her.Rest()
		answer := Answer{Said: text, Reply: r.Text}
		if r.Said != nil {
			answer.Lines = r.Said.Numbers.Lines
		}
		a.Answers = append(a.Answers, answer)
	}
	return a, her.Close(ctx)
}

// String is the asking for a person.
func (a Asking) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "\nasked after day %d\n", a.Day)
	for _, x := range a.Answers {
		fmt.Fprintf(&b, "  > %s\n    %s\n", x.Said, x.Reply)
	}
	return b.String()
}
