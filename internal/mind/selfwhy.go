package mind

import (
	"cmp"
	"context"
	"fmt"
	"strings"

	"samantha"
	"samantha/internal/mind/memory"
	"samantha/internal/mind/self"
)

// became is what an event of her becoming says, for a person to read.
func became(b *samantha.Became) string {
	if len(b.Words.Portrait) > 0 {
		return strings.Join(b.Words.Portrait, " ")
	}
	words := cmp.Or(b.Words.Text, b.Words.What, string(b.Numbers.Kind))
	if b.Words.Because != "" {
		words += ", because " + b.Words.Because
	}
	return words
}

// became explains one thing of her repertoire, a portrait, a step of a trait or a
// whole night.
func (x *explanation) became(e samantha.Event, b *samantha.Became) error {
	switch {
	case b.Numbers.Day != "":
		return x.becoming(e, b)
	case b.Numbers.Kind == samantha.ItemPortrait:
		x.why.Sentence = x.says("portrait")
		for i, sentence := range b.Words.Portrait {
			x.step(e.ID, "portrait", fmt.Sprintf("%q from %s", sentence, idLine(b.Numbers.Parts[i].From)))
		}
		return x.sources(b.From())
	}
	x.why.Sentence = x.m.itemReason(b)
	x.step(e.ID, string(b.Numbers.Kind), became(b))
	if it, ok := x.m.state.Self.Item(e.ID); ok {
		if it.Yours.Text != "" {
			x.step(it.Yours.ID, "correction", it.Yours.Text)
		}
		for _, id := range it.Uses {
			x.step(id, "used", "in this answer")
		}
	}
	return x.sources(b.From())
}

// repertoire lists the things of hers that an answer used.
func (x *explanation) repertoire(ids []samantha.ID) {
	for _, id := range ids {
		if it, ok := x.m.state.Self.Item(id); ok {
			x.step(id, string(it.Kind), fmt.Sprintf("%s, since %s", cmp.Or(it.Text, it.Word()), it.At.Format("2006-01-02")))
		}
	}
}

func idLine(ids []samantha.ID) string {
	var all []string
	for _, id := range ids {
		all = append(all, string(id))
	}
	return cmp.Or(strings.Join(all, ", "), "my seed")
}

// itemReason is the plain sentence of why she has a thing.
func (m *Mind) itemReason(b *samantha.Became) string {
	n := b.Numbers
	switch {
	case len(n.Sources) == 0 && !n.Over:
		return m.rooms.why.says("thing.born")
	case n.Over:
		return m.rooms.why.says("thing.over")
	case n.Kind == samantha.ItemOpinion && n.Instead != "":
		return m.rooms.why.says("thing.opinion.changed")
	}
	return cmp.Or(m.rooms.why.says("thing."+string(n.Kind)), m.rooms.why.says("thing"))
}

// becoming explains the night itself, or the step that was asked about.
func (x *explanation) becoming(e samantha.Event, b *samantha.Became) error {
	x.why.Sentence = x.says("night.day", "day", b.Numbers.Day)
	for i := range b.Numbers.Steps {
		id := e.ID.Part("step", i+1)
		if x.why.ID.IsPart() && id != x.why.ID {
			continue
		}
		step, ok := x.m.state.Self.Step(id)
		if !ok {
			continue // taken back since, or none of its causes is left
		}
		x.step(id, "step", fmt.Sprintf("%s %+.4f (%s)", x.m.rooms.becoming.Called(step.Trait), step.By, step.Rule))
		if id != x.why.ID {
			continue
		}
		x.why.Sentence = x.says("step", "because", x.m.rooms.becoming.Because(step.Rule))
		x.step(id, "limit", fmt.Sprintf("a week at most %g, a year at most %g", self.WeekMost, self.YearMost))
		return x.sources(events(step.Causes))
	}
	if x.why.ID.IsPart() {
		return fmt.Errorf("there is no step %s; it was taken back, or there never was one: %w", x.why.ID, samantha.ErrNotFound)
	}
	return nil
}

// putSelfRight takes how the person puts a thing of hers right: it stands beside
// what she has. It is false if the id is of nothing that she became.
func (m *Mind) putSelfRight(ctx context.Context, id samantha.ID, text string) (memory.Known, bool, error) {
	if err := m.take(ctx); err != nil {
		return memory.Known{}, false, err
	}
	defer m.give()
	if _, step := m.state.Self.Step(id); step || !m.state.Self.Has(id) {
		return memory.Known{}, false, nil
	}
	kind := samantha.ItemPortrait
	if it, ok := m.state.Self.Item(id); ok {
		kind = it.Kind
	}
	fact := samantha.Fact{Of: "herself", Slot: string(kind), Value: text, Quote: text}
	e, err := m.append(ctx, samantha.Draft{
		At: m.clock.Now(), Origin: samantha.OriginPerson,
		Body: &samantha.Corrected{
			Words:   samantha.CorrectedWords{Fact: samantha.Fact{Value: text, Quote: text}},
			Numbers: samantha.CorrectedNumbers{Links: samantha.Links{Sources: []samantha.ID{id}}, Target: id, Telling: true},
		},
	})
	known := memory.Known{Fact: fact, ID: e.ID, Sources: []samantha.ID{e.ID}, Since: e.At, Last: e.At}
	return known, err == nil, err
}
