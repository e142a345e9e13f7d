package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"strings"
	"time"

	"samantha"
	"samantha/internal/mind"
	"samantha/internal/mind/memory"
)

// memoriesShown is how many memories are listed unless -n says otherwise.
const memoriesShown = 20

func memoriesVerb() verb {
	return verb{
		name: "memories", args: "[QUERY]", says: "what was said, newest last; or what answers a query, best first",
		more: "  -n N   how many (20)\n" +
			"  --json tells, of up to 200, in which encounter each was said, of which\n" +
			"  times, people and places it speaks, what she felt and how the person seemed.", most: -1, flags: []string{"n"},
		run: func(ctx context.Context, c *call, a *app) error {
			r, err := a.mind(ctx, c.as)
			if err != nil {
				return err
			}
			hits, err := r.mind.Memories(ctx, c.text(0), cmp.Or(c.number, memoriesShown))
			if err != nil {
				return err
			}
			list := listed(hits)
			if c.json {
				if err := circumstances(ctx, r.mind, list); err != nil {
					return err
				}
			}
			return c.print(list, func(out io.Writer) {
				for _, h := range hits {
					fmt.Fprintf(out, "%-12s %s  %-8s %s\n", h.ID, c.stamp(h.At), h.By, h.Text)
				}
				if len(hits) == 0 {
					fmt.Fprintln(out, "Nothing.")
				}
			})
		},
	}
}

type memoryLine struct {
	ID    samantha.ID     `json:"id"`
	At    time.Time       `json:"at"`
	By    samantha.Origin `json:"by"`
	Text  string          `json:"text"`
	Score float64         `json:"score,omitempty"`
	*mind.Circumstances
}

// circumstancesOf is how many memories are told with what they carry besides
// their words; a search through thousands does without.
const circumstancesOf = 200

// circumstances adds to memories what they carry besides their words.
func circumstances(ctx context.Context, m *mind.Mind, list []memoryLine) error {
	if len(list) > circumstancesOf {
		return nil
	}
	for i := range list {
		c, err := m.Circumstances(ctx, list[i].ID)
		if err != nil {
			return err
		}
		list[i].Circumstances = &c
	}
	return nil
}

func listed(hits []memory.Hit) []memoryLine {
	list := []memoryLine{}
	for _, h := range hits {
		list = append(list, memoryLine{ID: h.ID, At: h.At, By: h.By, Text: h.Text, Score: h.Score})
	}
	return list
}

func factsVerb() verb {
	return verb{
		name: "facts", says: "what she holds for true, since when and how surely, and what is over",
		run: func(ctx context.Context, c *call, a *app) error {
			r, err := a.mind(ctx, c.as)
			if err != nil {
				return err
			}
			known, err := r.mind.Facts(ctx)
			if err != nil {
				return err
			}
			if known == nil {
				known = []memory.Known{}
			}
			return c.print(known, func(out io.Writer) {
				for _, k := range known {
					fmt.Fprintf(out, "%-14s %s  %s\n", k.ID, c.stamp(k.Since), factLine(c, k))
				}
				if len(known) == 0 {
					fmt.Fprintln(out, "Nothing yet.")
				}
			})
		},
	}
}

// factLine is a fact on one line: how sure it is, where it comes from, what it
// replaced, and until when it held if it does no longer.
func factLine(c *call, k memory.Known) string {
	line := fmt.Sprintf("%s, %s: %s", k.Of, k.Slot, k.Value)
	for _, was := range k.Was {
		line += fmt.Sprintf("  (before: %s)", was.Value)
	}
	if !k.Until.IsZero() {
		line += "  until " + c.stamp(k.Until)
	}
	if k.Doubt != "" {
		line += fmt.Sprintf("  in doubt against %s", k.Doubt)
	}
	if k.Confidence > 0 { // a telling of theirs is not more or less sure
		line += fmt.Sprintf("  (%.0f%% sure)", 100*k.Confidence)
	}
	if k.Model != "" {
		line += "  taken from what was told by " + k.Model
	}
	var also []string
	for _, id := range k.Sources {
		if id != k.ID {
			also = append(also, string(id))
		}
	}
	if len(also) > 0 {
		line += "  also told in " + strings.Join(also, ", ")
	}
	return line
}
