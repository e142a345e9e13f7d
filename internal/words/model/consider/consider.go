// Package consider has a language model go over a portion of a life: take from what was
// told what is true of somebody, what it leaves open and what it felt like, put two things
// together, or put a dream or a chapter in other words.
//
// What it is sent can be read (en/*.tmpl); what it answers is held to a
// schema and is nothing but proposals. Whether they follow from what they cite is decided
// by the mind, by its own rules.
package consider

import (
	"context"
	"embed"
	"fmt"
	"strings"
	"text/template"

	"samantha"
	"samantha/internal/words/model"
)

//go:embed en
var files embed.FS

// Reader gives a model portions to go over.
type Reader struct {
	tasks           map[samantha.Task]*template.Template
	slots, emotions []named
}

// named is one of what there is to choose from, and what it means.
type named struct{ Name, Means string }

// templates are the files that tell a model what to do.
func templates() map[samantha.Task]string {
	return map[samantha.Task]string{
		samantha.TaskFacts: "facts", samantha.TaskThreads: "threads", samantha.TaskReadings: "readings", samantha.TaskThoughts: "thoughts",
		samantha.TaskDream: "words", samantha.TaskChapter: "words",
	}
}

// New reads what models are told. An error names the file and the line.
func New() (r *Reader, err error) {
	r = &Reader{tasks: map[samantha.Task]*template.Template{}}
	for task, name := range templates() {
		text, err := files.ReadFile("en/" + name + ".tmpl")
		if err != nil {
			return nil, fmt.Errorf("consider: %w", err)
		}
		if r.tasks[task], err = template.New(name).Funcs(template.FuncMap{"quote": samantha.Quoted}).Parse(string(text)); err != nil {
			return nil, fmt.Errorf("consider: %w", err)
		}
	}
	if r.slots, err = readNamed("en/slots.txt"); err != nil {
		return nil, err
	}
	r.emotions, err = readNamed("en/emotions.txt")
	return r, err
}

// readNamed reads "name | what it means" lines.
func readNamed(file string) (all []named, err error) {
	text, err := files.ReadFile(file)
	if err != nil {
		return nil, fmt.Errorf("consider: %w", err)
	}
	for _, row := range samantha.Lines(file, string(text)) {
		name, means, ok := strings.Cut(row.Text, "|")
		if row.Text != "" && !ok {
			return nil, row.Bad("want: name | what it means")
		}
		if ok {
			all = append(all, named{strings.TrimSpace(name), strings.TrimSpace(means)})
		}
	}
	return all, nil
}

// Slots are the names of what may be said of somebody.
func (r *Reader) Slots() []string { return names(r.slots) }

// Emotions are those that a telling may have felt like.
func (r *Reader) Emotions() []string { return names(r.emotions) }

func names(all []named) (names []string) {
	for _, n := range all {
		names = append(names, n.Name)
	}
	return names
}

// How long an answer may be.
const (
	mostTaken    = 8 // of what was told
	mostValue    = 80
	mostQuote    = 200
	mostSentence = 320
	tokens       = 700
)

// Ask has a model go over a portion. It fails as [model.Ask] does.
func (r *Reader) Ask(ctx context.Context, c model.Client, p samantha.Portion) (samantha.Proposals, error) {
	q, err := r.request(p)
	if err != nil {
		return samantha.Proposals{}, err
	}
	text, _, err := model.Ask(ctx, c, q)
	if err != nil {
		return samantha.Proposals{}, fmt.Errorf("go over a portion: %w", err)
	}
	return proposals(text)
}

// request is a portion as it is sent.
func (r *Reader) request(p samantha.Portion) (model.Request, error) {
	var b strings.Builder
	if err := r.tasks[p.Task].Execute(&b, struct {
		samantha.Portion
		Slots, Emotions []named
	}{p, r.slots, r.emotions}); err != nil {
		return model.Request{}, fmt.Errorf("write what is to be gone over: %w", err)
	}
	system, user, _ := strings.Cut(b.String(), "\n----\n")
	return model.Request{
		System:   []model.Block{{Text: system, Cache: true}},
		Messages: []model.Message{{Role: model.User, Text: user}},
		Schema:   r.schema(p), Max: tokens,
	}, nil
}
