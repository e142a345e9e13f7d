package main

import (
	"context"
	"embed"
	"fmt"
	"io"
	"slices"
	"strings"
	"text/template"
)

//go:embed manual
var manualFiles embed.FS

func manVerb() verb {
	return verb{
		name: "man", says: "the manual page, for man -l -", alone: true,
		run: func(_ context.Context, c *call, _ *app) error {
			var page strings.Builder
			if err := manual(&page, verbs()); err != nil {
				return err
			}
			doc := struct {
				Page string `json:"page"`
			}{page.String()}
			return c.print(doc, func(w io.Writer) { fmt.Fprint(w, doc.Page) })
		},
	}
}

// chapter is a verb as the manual shows it.
type chapter struct {
	Name, Args, Says string
	More             []string // lines of roff
	Special          []flagLine
}

type flagLine struct{ Dashes, Value, Says string }

// manual writes the manual page of these verbs.
func manual(w io.Writer, verbs []verb) error {
	var chapters []chapter
	for _, v := range verbs {
		chapters = append(chapters, chapter{v.name, v.args, sentence(v.says), paragraphs(v.more), flagLines(v.unexplained())})
	}
	t, err := template.New("samantha.1.tmpl").Funcs(template.FuncMap{
		"verbs":   func() []chapter { return chapters },
		"common":  func() []flagLine { return flagLines(common()) },
		"roff":    roff,
		"version": func() string { return version },
	}).ParseFS(manualFiles, "manual/samantha.1.tmpl")
	if err != nil {
		return err
	}
	return t.Execute(w, nil)
}

func flagLines(list []option) (out []flagLine) {
	for _, o := range list {
		out = append(out, flagLine{o.dashes(), o.value, o.says})
	}
	return out
}

// unexplained are the special options of a verb that its help does not list.
func (v verb) unexplained() []option {
	return slices.DeleteFunc(v.special(), func(o option) bool { return strings.Contains("\n"+v.more, "\n  "+o.dashes()+" ") })
}

// sentence is what a verb says of itself, as one.
func sentence(says string) string { return strings.ToUpper(says[:1]) + says[1:] + "." }

// paragraphs are lines of help as roff: text runs on, and a line that stands in
// columns stays a line.
func paragraphs(more string) (out []string) {
	if more == "" {
		return nil
	}
	out = []string{".PP"}
	for line := range strings.Lines(more) {
		line = strings.TrimSpace(line)
		switch {
		case line == "":
			out = append(out, ".PP")
		case strings.Contains(line, "  "):
			out = append(out, ".nf", roff(line), ".fi")
		default:
			out = append(out, roff(line))
		}
	}
	return out
}

// roff is a text in which nothing is a command.
func roff(text string) string {
	text = strings.NewReplacer(`\`, `\e`, "-", `\-`, "^", `\(ha`, "~", `\(ti`).Replace(text)
	if strings.HasPrefix(text, ".") || strings.HasPrefix(text, "'") {
		text = `\&` + text
	}
	return text
}
