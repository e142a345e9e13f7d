package main

import (
	"context"
	"fmt"
	"io"
	"strings"

	"samantha"
	"samantha/internal/mind"
)

// budgetDoc is what models elsewhere may take in a day, and took.
type budgetDoc struct {
	Tokens int      `json:"tokens"`           // a day; 0 is any number
	In     int      `json:"in"`               // read today
	Out    int      `json:"out"`              // written today
	PerIn  float64  `json:"per_in,omitempty"` // what a million of them cost, read
	PerOut float64  `json:"per_out,omitempty"`
	Cost   *float64 `json:"cost,omitempty"`
	Most   *float64 `json:"most,omitempty"` // a day can cost
	Over   bool     `json:"over,omitempty"`
}

func aboutBudget(now mind.ModelsNow) budgetDoc {
	b := now.Budget
	d := budgetDoc{Tokens: b.Tokens, In: now.Today.In, Out: now.Today.Out, Over: now.Over, PerIn: b.In, PerOut: b.Out}
	if b.In+b.Out > 0 {
		cost := b.Cost(now.Today)
		dearest := b.Cost(mind.Spent{In: b.Tokens})
		if b.Out > b.In {
			dearest = b.Cost(mind.Spent{Out: b.Tokens})
		}
		d.Cost, d.Most = &cost, &dearest
	}
	return d
}

// String is it in a sentence.
func (d budgetDoc) String() string {
	used := d.In + d.Out
	said := fmt.Sprintf("%d tokens today (%d read, %d written), and no bound", used, d.In, d.Out)
	if d.Tokens > 0 {
		said = fmt.Sprintf("%d of %d tokens today (%d read, %d written)", used, d.Tokens, d.In, d.Out)
	}
	if d.Cost != nil {
		said += fmt.Sprintf("; that is %.2f, and %.2f a day at most", *d.Cost, *d.Most)
	}
	if d.Over {
		said += ". It is used up: she speaks with her own words till midnight"
	}
	return said
}

// readyBudget sees that a budget is one, where it was typed.
func (c *call) readyBudget() error {
	if len(c.args) == 1 && c.price != "" {
		return fmt.Errorf("a price is of a budget: samantha model budget TOKENS --price IN/OUT: %w", samantha.ErrInvalid)
	}
	return nil
}

// budget shows what may be taken in a day, or sets it.
func (r *resident) budget(ctx context.Context, c *call) error {
	if len(c.args) > 1 {
		value := strings.TrimSpace(c.args[1] + " " + strings.Join(strings.Split(c.price, "/"), " "))
		if err := r.mind.Choose(ctx, samantha.ChoiceBudget, value); err != nil {
			return err
		}
	}
	now, err := r.mind.Models(ctx)
	if err != nil {
		return err
	}
	doc := aboutBudget(now)
	return c.print(doc, func(out io.Writer) { fmt.Fprintln(out, "budget", doc) })
}
