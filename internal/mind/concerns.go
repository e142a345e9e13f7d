package mind

import (
	"context"
	"slices"
	"time"

	"samantha"
	"samantha/internal/mind/dream"
	"samantha/internal/mind/memory"
)

// concern is what comes back tonight: of what is settled since it was dreamed of,
// the first; else of the worries and open questions the one open for longest that
// has rested.
func (n *night) concern(ctx context.Context) (*dream.Concern, error) {
	for _, t := range samantha.Newest(n.mind.state.Memory.Threads, dreamScenes) {
		if c, ok, err := n.settled(ctx, t); ok || err != nil {
			return c, err
		}
	}
	if c, ok, err := n.torn(ctx); ok || err != nil {
		return c, err
	}
	for _, t := range n.mind.state.Memory.OpenLately() {
		if !concerns(t) || n.lets(t.ID) {
			continue
		}
		before := n.mind.state.Nights.of(t.ID)
		if !n.rested(before) {
			continue
		}
		if c, ok, err := n.concernOf(ctx, t, before); ok || err != nil {
			return c, err
		}
	}
	return nil, nil
}

// rested: what comes back in dreams has had its days since the last of them.
func (n *night) rested(before []Dream) bool {
	k := len(before)
	return k == 0 || n.now.Sub(before[k-1].At) >= concernRests+time.Duration(k-1)*24*time.Hour-nightSlack
}

// tornDreams is how long a quarrel may come back; after that it has no more dreams
// of its own (judgement).
const tornDreams = 40 * 24 * time.Hour

// torn is a quarrel of the two that comes back tonight: what is not mended, and once
// more, lighter, what has been mended since it was dreamed of.
func (n *night) torn(ctx context.Context) (*dream.Concern, bool, error) {
	for _, x := range slices.Backward(n.mind.state.Bond.Ruptures) {
		before := n.mind.state.Nights.of(x.ID)
		over := x.Closed() && (len(before) == 0 || before[len(before)-1].Settled)
		if over || n.now.Sub(x.At) > tornDreams || !x.Closed() && !n.rested(before) {
			continue
		}
		p, err := n.piece(ctx, x.ID.Event())
		if err != nil {
			return nil, false, err
		}
		noun, ok := n.mind.rooms.dreams.Torn(x.Kind, x.What)
		if !ok || p.Shut || n.mind.state.Memory.Unmentioned(x.What) {
			continue
		}
		c := &dream.Concern{
			Thread: x.ID, From: p.ID, Noun: noun, Felt: p.Felt, Returns: len(before), Settled: x.Closed(),
			Days: samantha.Round(n.now.Sub(x.At).Hours() / 24),
		}
		if len(before) > 0 {
			c.Company = before[len(before)-1].With
		}
		return c, true, nil
	}
	return nil, false, nil
}

// concerns: a thread that can weigh.
func concerns(t memory.Thread) bool {
	return t.Whose != memory.Herself && (t.Kind == samantha.ThreadWorry || t.Kind == samantha.ThreadQuestion)
}

// settled is a thread she dreamed of that was resolved since, and not yet dreamed
// of for the last time. What was dropped, or let go, simply ends.
func (n *night) settled(ctx context.Context, t memory.Thread) (*dream.Concern, bool, error) {
	b, closed := t.Closed()
	before := n.mind.state.Nights.of(t.ID)
	if !closed || len(before) == 0 || before[len(before)-1].Settled || b.How == samantha.EndDropped || b.How == samantha.EndLapsed {
		return nil, false, nil
	}
	c, ok, err := n.concernOf(ctx, t, before)
	if ok {
		c.Settled = true
	}
	return c, ok, err
}

// of are the dreams a thread came back in, oldest first.
func (n *Nights) of(thread samantha.ID) []Dream {
	var all []Dream
	for i := range n.Dreams {
		if d := &n.Dreams[i]; d.Concern == thread {
			all = append(all, *d)
		}
	}
	return all
}

// concernOf is a thread as a dream may have it: false if it may not, or if there is
// no noun for it.
func (n *night) concernOf(ctx context.Context, t memory.Thread, before []Dream) (*dream.Concern, bool, error) {
	p, err := n.piece(ctx, t.Told())
	if err != nil || n.mind.state.Memory.Hushed(t.ID) || n.mind.state.Memory.Unmentioned(t.Thing) {
		return nil, false, err
	}
	c := &dream.Concern{
		Thread: t.ID, From: p.ID, Felt: p.Felt, Returns: len(before),
		Days: samantha.Round(n.now.Sub(t.At).Hours() / 24),
	}
	if len(before) > 0 {
		c.Company = before[len(before)-1].With
	}
	for _, o := range p.Nouns {
		if o.Sort == dream.Thing {
			c.Noun = o
			break
		}
	}
	if thing, ok := n.mind.rooms.dreams.ThingOf(t.Thing); ok && t.Form == samantha.FormThing && len(p.Nouns) > 0 {
		c.Noun = thing
	}
	return c, c.Noun.Text != "", nil
}
