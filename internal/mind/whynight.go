package mind

import (
	"fmt"
	"slices"
	"time"

	"samantha"
)

// dream explains a dream of hers: its pieces, the feeling in it, and what came back.
func (x *explanation) dream(e samantha.Event, b *samantha.Dreamed) error {
	n := b.Numbers
	x.why.Sentence = x.says("dream")
	switch {
	case n.Settled:
		x.why.Sentence += " " + x.says("dream.settled")
	case n.Concern != "":
		x.why.Sentence += " " + x.says("dream.concern")
	}
	switch {
	case n.Model != "":
		x.why.Sentence += " " + x.says("dream.worded", "model", n.Model)
	case n.Again != "":
		x.why.Sentence += " Something else was in it that I was asked to forget, so I told it anew from what is left."
	}
	x.step(e.ID, "dream", words(e))
	if n.Concern != "" {
		x.step(n.Concern, "concern", fmt.Sprintf("%s; dark %.2f", x.m.named(n.Concern), n.Dark))
	}
	if n.Felt != "" {
		x.step(n.Felt, "felt", string(n.Emotion))
	}
	return x.sources(b.From())
}

// named are the words that an id of a thread stands for, if they are left.
func (m *Mind) named(id samantha.ID) string {
	for _, x := range m.state.Bond.Ruptures {
		if x.ID == id {
			return m.rooms.bond.Kind(x.Kind)
		}
	}
	words, _ := m.state.Memory.Words(id)
	return words
}

// night explains a night: when it was, and what it did.
func (x *explanation) night(e samantha.Event, b *samantha.Night) {
	n := b.Numbers
	x.why.Sentence = x.says("night", "date", n.Date)
	if n.Late {
		x.why.Sentence = x.says("night.late", "date", n.Date)
	}
	x.step(e.ID, "night", e.At.In(location(x.m.state.Zone)).Format(time.RFC3339))
	for _, c := range n.Closed {
		x.step(c.Thread, string(c.How), x.m.named(c.Thread))
	}
	if n.Question != "" {
		x.step(n.Question, "question", x.m.named(n.Question))
	}
	for _, s := range n.Softened {
		x.step(s.Felt, "softened", fmt.Sprintf("%.3f -> %.3f", s.From, s.To))
	}
	for _, d := range x.m.state.Nights.Dreams {
		if d.Date == n.Date {
			x.step(d.ID, "dream", d.Text)
		}
	}
}

// thought explains a thought: the rule that let it through, and what it was about.
func (x *explanation) thought(e samantha.Event, b *samantha.Thought) error {
	n := b.Numbers
	x.why.Sentence = x.says("thought."+string(n.About), "model", n.Model)
	if n.About == samantha.ThoughtMusing {
		x.step(e.ID, "thought", words(e))
		return x.sources(b.From())
	}
	x.step(e.ID, "thought", string(n.About))
	x.step(n.Of, "of", x.m.named(n.Of))
	if n.Felt != "" {
		x.step(n.Felt, "felt", string(n.Emotion))
	}
	if n.About == samantha.ThoughtFeeling {
		return x.sources([]samantha.ID{n.Of.Event()})
	}
	return x.sources(slices.Clone(b.From()))
}
