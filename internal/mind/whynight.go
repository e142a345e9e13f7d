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
	x.why.Sentence = "A night made it of these. None of it happened."
	switch {
	case n.Settled:
		x.why.Sentence += " One of them had just been settled, and this was the last of it."
	case n.Concern != "":
		x.why.Sentence += " One of them was still open, and came back."
	}
	if n.Again != "" {
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
	words, _ := m.state.Memory.Words(id)
	return words
}

// night explains a night: when it was, and what it did.
func (x *explanation) night(e samantha.Event, b *samantha.Night) {
	n := b.Numbers
	x.why.Sentence = "That was my night of " + n.Date + ": I went over things."
	if n.Late {
		x.why.Sentence = "The machine was off that night, " + n.Date + ", and I made up for it when it was on again."
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
	x.why.Sentence = map[samantha.ThoughtKind]string{
		samantha.ThoughtComing:  "Nobody was here, and a day you had told me of was near.",
		samantha.ThoughtOpen:    "Nobody was here, and you had left this open.",
		samantha.ThoughtFeeling: "Nobody was here, and I still felt this strongly.",
	}[n.About]
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
