package main

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"samantha"
	"samantha/internal/mind"
)

func nightVerb() verb {
	return verb{
		name: "night", says: "let a night pass in her now",
		more: "  While she is awake nights pass by themselves, between ten and seven, once you\n" +
			"  are gone; one that the machine was off for is made up for afterwards. A night\n" +
			"  that has passed is not passed again: its id, and what it did, is shown. A language\n" +
			"  model that may propose goes over it then, as when she is awake; ^C ends that.",
		run: func(ctx context.Context, c *call, a *app) error {
			r, err := a.mind(ctx, c.as)
			if err != nil {
				return err
			}
			night, err := r.mind.Night(ctx)
			if err != nil {
				return err
			}
			c.considered(r.considersNow(ctx, c.portions))
			return c.print(night, func(out io.Writer) { plainNight(out, night) })
		},
	}
}

// portions shows at a terminal how many portions a language model has gone over.
func (c *call) portions(done int) {
	if isTerminal(c.errs) && !c.json {
		fmt.Fprintf(c.errs, "\r\x1b[Kgone over by the model: %d", done)
	}
}

// considered ends that line, and says why a model did not go over more: the night has
// passed in any case.
func (c *call) considered(err error) {
	if isTerminal(c.errs) && !c.json {
		fmt.Fprint(c.errs, "\r\x1b[K")
	}
	if err != nil {
		fmt.Fprintf(c.errs, "the model went over no more: %s\n", plainly(err))
	}
}

// plainNight is a night in lines: which it was, and what it did.
func plainNight(out io.Writer, n mind.NightPassed) {
	how := "passed"
	switch {
	case n.Already:
		how = "had passed already"
	case n.Late:
		how = "was made up for"
	}
	fmt.Fprintf(out, "%-10s the night of %s %s\n", n.ID, n.Date, how)
	did := []struct {
		count      int
		one, other string
	}{
		{n.Missed, "night before it passed with the machine off", "nights before it passed with the machine off"},
		{n.Told, "chapter told", "chapters told"},
		{len(n.Closed), "thread let go, its time long over", "threads let go, their time long over"},
		{len(n.Softened), "feeling softened", "feelings softened"},
	}
	for _, d := range did {
		switch {
		case d.count == 1:
			fmt.Fprintf(out, "  1 %s\n", d.one)
		case d.count > 1:
			fmt.Fprintf(out, "  %d %s\n", d.count, d.other)
		}
	}
	if n.Question != "" {
		fmt.Fprintf(out, "  %s goes into the morning\n", n.Question)
	}
	if n.Dream != nil {
		fmt.Fprintf(out, "%-10s a dream: %s\n", n.Dream.ID, n.Dream.Text)
	}
}

func hourVerb() verb {
	return verb{
		name: "hour", says: "let an hour pass in her now; most bring nothing",
		run: func(ctx context.Context, c *call, a *app) error {
			r, err := a.mind(ctx, c.as)
			if err != nil {
				return err
			}
			hour, err := r.mind.Hour(ctx)
			if err != nil {
				return err
			}
			c.considered(r.considersNow(ctx, c.portions))
			return c.print(hour, func(out io.Writer) {
				if hour.ID == "" {
					fmt.Fprintf(out, "Nothing: %s.\n", hour.Why)
					return
				}
				fmt.Fprintln(out, strings.TrimSpace(fmt.Sprintf("%-10s a thought (%s), of %s %s", hour.ID, hour.About, hour.Of, hour.Words)))
			})
		},
	}
}

func dreamsVerb() verb {
	return verb{
		name: "dreams", says: "dreams, hers and those you told her, and what you had her jot down",
		run: func(ctx context.Context, c *call, a *app) error {
			r, err := a.mind(ctx, c.as)
			if err != nil {
				return err
			}
			list, err := dreams(ctx, r.mind)
			if err != nil {
				return err
			}
			return c.print(list, func(out io.Writer) {
				for _, d := range list {
					whose := "yours"
					if d.Whose == string(samantha.OriginHerself) {
						whose = "hers"
					}
					fmt.Fprintf(out, "%-14s %s  %-5s %-6s %s\n", d.ID, c.stamp(d.At), whose, d.Kind, d.Text)
				}
				if len(list) == 0 {
					fmt.Fprintln(out, "No dream yet.")
				}
			})
		},
	}
}

// dreamt is a dream of either side, or a note, as `dreams` lists it.
type dreamt struct {
	ID      samantha.ID       `json:"id"`
	At      time.Time         `json:"at"`
	Whose   string            `json:"whose"` // person, herself
	Kind    samantha.NoteKind `json:"kind"`
	Text    string            `json:"text"`
	Emotion samantha.Emotion  `json:"emotion,omitempty"` // what she felt in it
	From    []samantha.ID     `json:"from,omitempty"`    // the memories hers was woven of
}

// dreams are those of both sides in the order of time.
func dreams(ctx context.Context, m *mind.Mind) ([]dreamt, error) {
	notes, err := m.Notes(ctx)
	if err != nil {
		return nil, err
	}
	hers, err := m.Dreams(ctx)
	if err != nil {
		return nil, err
	}
	list := []dreamt{}
	for _, n := range notes {
		list = append(list, dreamt{ID: n.ID, At: n.At, Whose: string(samantha.OriginPerson), Kind: n.Kind, Text: n.Text})
	}
	for _, d := range hers {
		list = append(list, dreamt{d.ID, d.At, string(samantha.OriginHerself), samantha.NoteDream, d.Text, d.Emotion, d.From})
	}
	slices.SortStableFunc(list, func(a, b dreamt) int { return a.At.Compare(b.At) })
	return list, nil
}
