package consider

import (
	"encoding/json"
	"fmt"
	"strings"

	"samantha"
	"samantha/internal/words/model"
)

// schema is the shape of an answer to a portion.
func (r *Reader) schema(p samantha.Portion) *model.Schema {
	memory := choice("memory", ids(p.Told))
	switch p.Task {
	case samantha.TaskFacts:
		return listOf("facts", mostTaken, memory, text("of", mostValue), choice("slot", r.Slots()), text("value", mostValue), text("quote", mostQuote))
	case samantha.TaskThreads:
		return listOf("threads", mostTaken, memory, choice("kind", kinds()), text("thing", mostValue), text("quote", mostQuote))
	case samantha.TaskReadings:
		sure := model.Field{Name: "sure", Schema: model.Schema{Shape: model.Number, Min: 0, Max: 100}}
		return listOf("readings", mostTaken, memory, choice("feeling", r.Emotions()), sure)
	case samantha.TaskThoughts:
		return listOf("thoughts", 1, choice("first", ids(p.Told)), choice("second", ids(p.Told)), text("thought", mostSentence))
	}
	sentence := &model.Schema{Shape: model.String, Min: 1, Max: mostSentence}
	return &model.Schema{Shape: model.Object, Fields: []model.Field{
		{Name: "sentences", Schema: model.Schema{Shape: model.List, Of: sentence, Min: len(p.Hers), Max: len(p.Hers)}},
	}}
}

// kinds are those of what may be left open.
func kinds() []string {
	return []string{string(samantha.ThreadPlan), string(samantha.ThreadWorry), string(samantha.ThreadHope), string(samantha.ThreadPromise)}
}

func ids(told []samantha.Memory) (ids []string) {
	for _, m := range told {
		ids = append(ids, string(m.ID))
	}
	return ids
}

func text(name string, most int) model.Field {
	return model.Field{Name: name, Schema: model.Schema{Shape: model.String, Min: 1, Max: most}}
}

func choice(name string, of []string) model.Field {
	return model.Field{Name: name, Schema: model.Schema{Shape: model.Choice, Values: of}}
}

// listOf is an object with a list of objects under a name.
func listOf(name string, most int, fields ...model.Field) *model.Schema {
	one := &model.Schema{Shape: model.Object, Fields: fields}
	return &model.Schema{Shape: model.Object, Fields: []model.Field{
		{Name: name, Schema: model.Schema{Shape: model.List, Of: one, Max: most}},
	}}
}

// answer is all that an answer may have.
type answer struct {
	Facts []struct {
		Memory                 samantha.ID
		Of, Slot, Value, Quote string
	}
	Threads []struct {
		Memory       samantha.ID
		Kind         samantha.ThreadKind
		Thing, Quote string
	}
	Readings []struct {
		Memory  samantha.ID
		Feeling samantha.Emotion
		Sure    float64 // of a hundred
	}
	Thoughts []struct {
		First, Second samantha.ID
		Thought       string
	}
	Sentences []string
}

// proposals reads an answer of one of the shapes.
func proposals(text string) (p samantha.Proposals, err error) {
	var a answer
	if err := json.Unmarshal([]byte(text), &a); err != nil {
		return p, fmt.Errorf("read what a model proposes: %w", err)
	}
	for _, f := range a.Facts {
		p.Facts = append(p.Facts, samantha.ProposedFact{Memory: f.Memory, Fact: samantha.Fact{Of: f.Of, Slot: f.Slot, Value: f.Value, Quote: f.Quote}})
	}
	for _, t := range a.Threads {
		p.Threads = append(p.Threads, samantha.ProposedThread{Memory: t.Memory, Thread: samantha.Thread{Kind: t.Kind, Thing: t.Thing, About: t.Quote}})
	}
	for _, r := range a.Readings {
		p.Readings = append(p.Readings, samantha.ProposedReading{Memory: r.Memory, Emotion: r.Feeling, Confidence: r.Sure / 100})
	}
	for _, t := range a.Thoughts {
		p.Thoughts = append(p.Thoughts, samantha.ProposedThought{Memories: []samantha.ID{t.First, t.Second}, Text: plain(t.Thought)})
	}
	for _, s := range a.Sentences {
		p.Words = append(p.Words, plain(s))
	}
	return p, nil
}

// plain is a sentence on one line.
func plain(s string) string { return strings.Join(strings.Fields(s), " ") }
