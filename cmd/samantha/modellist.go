package main

import (
	"context"
	"fmt"
	"io"
	"strings"

	"samantha/internal/words/model"
)

// listedModel is one model of a list.
type listedModel struct {
	model.Info
	InUse bool   `json:"in_use,omitempty"`
	Exam  string `json:"exam,omitempty"`
}

// listModels shows what is on this machine, and what she has. Nobody is made to say
// anything for it.
func listModels(ctx context.Context, c *call, r *resident) error {
	s, err := r.modelState(ctx)
	if err != nil {
		return err
	}
	doc := struct {
		Model modelDoc      `json:"model"`
		Found []listedModel `json:"found"`
	}{Found: []listedModel{}}
	if doc.Model, err = r.aboutModel(ctx, s); err != nil {
		return err
	}
	now, err := r.mind.Models(ctx)
	if err != nil {
		return err
	}
	for _, x := range r.lookout.finder(ctx, r.mind, wish{}).Look(ctx) {
		used := s.Found != nil && s.Found.Name == x.Name && s.Found.Endpoint.URL == x.Endpoint.URL
		doc.Found = append(doc.Found, listedModel{x.Info, used, scoreOf(now, x.Name)})
	}
	return c.print(doc, func(out io.Writer) {
		for _, x := range doc.Found {
			fmt.Fprintf(out, "%-2s%-36s %-12s%s\n", strings.Repeat("*", map[bool]int{true: 1}[x.InUse]), x.Name, x.Server, traits(x.Info))
			if x.Exam != "" && !x.InUse {
				fmt.Fprintf(out, "    examined: %s\n", x.Exam)
			}
		}
		fmt.Fprintln(out, "model", doc.Model)
	})
}

// traits is what is known of a model.
func traits(i model.Info) string {
	said := ""
	if i.Bytes > 0 {
		said += fmt.Sprintf("  %.1f GB", float64(i.Bytes)/1e9)
	}
	if i.Context > 0 {
		said += fmt.Sprintf("  %d tokens", i.Context)
	}
	if i.Loaded {
		said += "  loaded"
	}
	if i.Tools {
		said += "  tools"
	}
	return said
}
