// Package consider has a language model go over a portion of a life: take from what was
// told what is true of somebody, or put a dream or a chapter in other words.
//
// What it is sent can be read (en/facts.tmpl, en/words.tmpl); what it answers is held to a
// schema and is nothing but proposals. Whether they follow from what they cite is decided
// by the mind, by its own rules.
package consider

import (
	"context"
	"embed"
	"encoding/json"
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
	facts, words *template.Template
	slots        []slot
}

// slot is something that may be said of somebody.
type slot struct{ Name, Means string }

// New reads what models are told. An error names the file and the line.
func New() (*Reader, error) {
	r := &Reader{}
	for name, into := range map[string]**template.Template{"en/facts.tmpl": &r.facts, "en/words.tmpl": &r.words} {
		text, err := files.ReadFile(name)
		if err != nil {
			return nil, fmt.Errorf("consider: %w", err)
		}
		if *into, err = template.New(name).Funcs(template.FuncMap{"quote": samantha.Quoted}).Parse(string(text)); err != nil {
			return nil, fmt.Errorf("consider: %w", err)
		}
	}
	text, err := files.ReadFile("en/slots.txt")
	if err != nil {
		return nil, fmt.Errorf("consider: %w", err)
	}
	for _, row := range samantha.Lines("en/slots.txt", string(text)) {
		name, means, ok := strings.Cut(row.Text, "|")
		if row.Text != "" && !ok {
			return nil, row.Bad("want: slot | what it means")
		}
		if ok {
			r.slots = append(r.slots, slot{strings.TrimSpace(name), strings.TrimSpace(means)})
		}
	}
	return r, nil
}

// Slots are the names of what may be said of somebody.
func (r *Reader) Slots() (names []string) {
	for _, s := range r.slots {
		names = append(names, s.Name)
	}
	return names
}

// How long an answer may be.
const (
	mostFacts    = 8
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
	t, schema := r.words, wordsOf(len(p.Hers))
	if p.Task == samantha.TaskFacts {
		t, schema = r.facts, r.factsOf(p.Told)
	}
	var b strings.Builder
	if err := t.Execute(&b, struct {
		samantha.Portion
		Slots []slot
	}{p, r.slots}); err != nil {
		return model.Request{}, fmt.Errorf("write what is to be gone over: %w", err)
	}
	system, user, _ := strings.Cut(b.String(), "\n----\n")
	return model.Request{
		System:   []model.Block{{Text: system, Cache: true}},
		Messages: []model.Message{{Role: model.User, Text: user}},
		Schema:   schema, Max: tokens,
	}, nil
}

// factsOf is the shape of facts taken from memories.
func (r *Reader) factsOf(told []samantha.Memory) *model.Schema {
	var ids []string
	for _, m := range told {
		ids = append(ids, string(m.ID))
	}
	text := func(name string, most int) model.Field {
		return model.Field{Name: name, Schema: model.Schema{Shape: model.String, Min: 1, Max: most}}
	}
	fact := &model.Schema{Shape: model.Object, Fields: []model.Field{
		{Name: "memory", Schema: model.Schema{Shape: model.Choice, Values: ids}},
		text("of", mostValue),
		{Name: "slot", Schema: model.Schema{Shape: model.Choice, Values: r.Slots()}},
		text("value", mostValue), text("quote", mostQuote),
	}}
	return &model.Schema{Shape: model.Object, Fields: []model.Field{
		{Name: "facts", Schema: model.Schema{Shape: model.List, Of: fact, Max: mostFacts}},
	}}
}

// wordsOf is the shape of n sentences.
func wordsOf(n int) *model.Schema {
	sentence := &model.Schema{Shape: model.String, Min: 1, Max: mostSentence}
	return &model.Schema{Shape: model.Object, Fields: []model.Field{
		{Name: "sentences", Schema: model.Schema{Shape: model.List, Of: sentence, Min: n, Max: n}},
	}}
}

// proposals reads an answer of one of the two shapes.
func proposals(text string) (p samantha.Proposals, err error) {
	var answer struct {
		Facts []struct {
			Memory                 samantha.ID
			Of, Slot, Value, Quote string
		}
		Sentences []string
	}
	if err := json.Unmarshal([]byte(text), &answer); err != nil {
		return p, fmt.Errorf("read what a model proposes: %w", err)
	}
	for _, f := range answer.Facts {
		p.Facts = append(p.Facts, samantha.ProposedFact{Memory: f.Memory, Fact: samantha.Fact{Of: f.Of, Slot: f.Slot, Value: f.Value, Quote: f.Quote}})
	}
	for _, s := range answer.Sentences {
		p.Words = append(p.Words, strings.Join(strings.Fields(s), " "))
	}
	return p, nil
}
