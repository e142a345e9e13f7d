package main

import (
	"context"
	"fmt"
	"io"
	"strconv"

	"samantha"
	"samantha/internal/mind"
)

// pointOut tells somebody in a terminal, where no page opens, which verb shows
// what they asked to see.
func (c *call) pointOut(ctx context.Context, m *mind.Mind, opens samantha.Opening) {
	if c.json {
		return
	}
	way := ""
	switch {
	case opens.Aloud:
		way = "aloud she is on her page; here: samantha say --wav FILE TEXT"
	case opens.Of != "":
		way = "here: samantha people " + strconv.Quote(called(ctx, m, opens.Of))
	case opens.Page == samantha.PageKept:
		way = "here: samantha memories, facts, threads, people, avoid, left"
	case opens.Layer == samantha.LayerTime:
		way = "here: samantha care time"
	case opens.Page == samantha.PageUs:
		way = "here: samantha encounters"
	default:
		return
	}
	fmt.Fprintln(c.errs, "samantha:", way)
}

// pin shows whom to call, for as long as somebody is in danger.
func (c *call) pin(ctx context.Context, m *mind.Mind, out io.Writer) error {
	card, err := m.InDanger(ctx)
	if err == nil && card != "" {
		fmt.Fprintf(out, "\n[%s]", card)
	}
	return err
}

// called is what somebody is called, for a verb.
func called(ctx context.Context, m *mind.Mind, id samantha.ID) string {
	people, err := m.People(ctx, "")
	if err != nil {
		return ""
	}
	for _, p := range people {
		if p.ID == id && len(p.Names) > 0 {
			return p.Names[0]
		}
		if p.ID == id {
			return p.Relation + p.As
		}
	}
	return ""
}
