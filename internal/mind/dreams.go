package mind

import (
	"context"
	"math"
	"slices"
	"time"

	"samantha"
	"samantha/internal/mind/dream"
	"samantha/internal/mind/memory"
)

// From how many of the newest scenes pieces are drawn, and how many of those are
// looked at closely.
const (
	dreamScenes = 600
	dreamDrawn  = 24
)

// A memory that one of so many last dreams was made of weighs so much.
const (
	dreamsLately  = 3
	dreamedLately = 0.15
)

// A concern does not come back within so many days of the last time, and a day more
// for each time that it did; and a night
// that brought nothing new to a life in which nothing was said for so long has no
// dream.
const (
	concernRests = 2 * 24 * time.Hour
	nightSlack   = 8 * time.Hour // nights do not begin at the same hour
	nothingNew   = 5 * 24 * time.Hour
)

// dream weaves this night's dream, if there is something to weave.
func (n *night) dream(ctx context.Context) error {
	m := n.mind
	if n.now.Sub(m.state.LastAt) > nothingNew || m.worried() {
		return nil
	}
	seed := chance(m.state.Seed, m.state.Seq+1)
	pieces, err := n.pieces(ctx, seed)
	if err != nil {
		return err
	}
	concern, err := n.concern(ctx)
	if err != nil {
		return err
	}
	d, ok := m.rooms.dreams.Weave(dream.Night{Seed: seed, Pieces: pieces, Concern: concern, Used: m.state.Nights.lines()})
	if !ok {
		return nil
	}
	body := &samantha.Dreamed{
		Words: samantha.DreamedWords{Text: d.Text, About: d.About, With: d.Company},
		Numbers: samantha.DreamedNumbers{
			Links: samantha.Links{Sources: d.From}, Date: n.body.Numbers.Date, Dark: d.Dark,
			Emotion: d.Felt.Emotion, Felt: d.Felt.ID, Lines: d.Lines, Version: dream.Version,
			Concern: d.Concern, Settled: d.Settled,
		},
	}
	n.add(body)
	return nil
}

// lines are the keys of the lines of her dreams, oldest first.
func (n *Nights) lines() []string {
	var keys []string
	for _, d := range n.Dreams {
		keys = append(keys, d.Lines...)
	}
	return keys
}

// pieces are memories for a dream, by importance, how open they are, and age.
func (n *night) pieces(ctx context.Context, seed uint64) ([]dream.Piece, error) {
	m := n.mind
	open := map[samantha.ID]bool{}
	for _, t := range m.state.Memory.OpenLately() {
		open[t.ID.Event()] = true
	}
	worry := m.worries()
	var lived []dream.Lived
	for _, c := range samantha.Newest(m.state.Memory.Scenes, dreamScenes) {
		if worry[c.ID] {
			continue // it comes back as what it is, or rests
		}
		weight := importance(c)
		if m.state.Nights.lately(c.ID) {
			weight = samantha.Round(weight * dreamedLately)
		}
		lived = append(lived, dream.Lived{ID: c.ID, At: c.At, Importance: weight, Unresolved: unresolved(c, open)})
	}
	var pieces []dream.Piece
	for _, l := range dream.Sample(lived, n.now, seed, dreamDrawn) {
		p, err := n.piece(ctx, l.ID)
		if err != nil {
			return nil, err
		}
		if len(p.Nouns) > 0 {
			pieces = append(pieces, p)
		}
	}
	return pieces, nil
}

// Somebody who was in so many of so many last dreams rests (judgement).
const (
	nameDreams = 5
	nameMost   = 2
)

// crowded: somebody was in too many dreams lately.
func (n *Nights) crowded(o dream.Noun) bool {
	if o.Sort != dream.Who {
		return false
	}
	times := 0
	for _, d := range samantha.Newest(n.Dreams, nameDreams) {
		if slices.Contains(d.With, o.Text) {
			times++
		}
	}
	return times >= nameMost
}

// lately: one of the last few dreams was made of the memory.
func (n *Nights) lately(id samantha.ID) bool {
	return slices.ContainsFunc(samantha.Newest(n.Dreams, dreamsLately), func(d Dream) bool { return slices.Contains(d.Sources, id) })
}

// worries are the memories in which a concern was told of, or what became of it.
func (m *Mind) worries() map[samantha.ID]bool {
	of := map[samantha.ID]bool{}
	for _, t := range samantha.Newest(m.state.Memory.Threads, dreamScenes) {
		if !concerns(t) {
			continue
		}
		of[t.ID.Event()] = true
		for _, b := range t.Became {
			of[b.By.Event()] = true
		}
	}
	return of
}

// importance is how much there was in a scene: how it seemed, what she felt in
// it, whether a feeling was told; something of every day is worth a little.
func importance(c memory.Scene) float64 {
	felt := 0.0
	for _, f := range c.Felt {
		felt = max(felt, f.Intensity)
	}
	x := 0.2 + float64(0.4*math.Abs(c.Valence)) + float64(0.4*felt)
	if c.Confided {
		x += 0.2
	}
	return samantha.Unit(x)
}

// unresolved is how open what a scene told of still is.
func unresolved(c memory.Scene, open map[samantha.ID]bool) float64 {
	switch {
	case open[c.ID]:
		return 1
	case c.Valence < -0.3:
		return 0.6
	}
	return 0.2
}

// piece is a memory as a dream may use it: without nouns if it may not. What she
// was asked to leave alone, or speaks of the dead, comes into no dream of hers.
func (n *night) piece(ctx context.Context, id samantha.ID) (dream.Piece, error) {
	p := dream.Piece{ID: id}
	e, err := n.mind.find(ctx, id)
	if err != nil {
		return p, err
	}
	b, ok := e.Body.(*samantha.Heard)
	mem := &n.mind.state.Memory
	if !ok || e.Forgotten || b.Numbers.Guest || b.Numbers.Care.Level > 0 || mem.Confided(id) || mem.Unmentioned(b.Words.Text) || mem.OfTheDead(b.Words.Text) {
		p.Shut = true
		return p, nil
	}
	name := mem.Name()
	p.Nouns = slices.DeleteFunc(n.mind.rooms.dreams.Nouns(b.Words), func(o dream.Noun) bool {
		return name != "" && memory.Same(o.Text, name) || n.mind.state.Nights.crowded(o)
	})
	p.Felt = feltMost(e.ID, b.Numbers.Felt)
	return p, nil
}

// feltMost is her strongest feeling in a moment.
func feltMost(id samantha.ID, felt []samantha.Feeling) dream.Felt {
	var most dream.Felt
	strongest := 0.0
	for i, f := range felt {
		if f.Intensity > strongest {
			most, strongest = dream.Felt{ID: id.Part("felt", i+1), Emotion: f.Emotion}, f.Intensity
		}
	}
	return most
}

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
	return slices.DeleteFunc(slices.Clone(n.Dreams), func(d Dream) bool { return d.Concern != thread })
}

// concernOf is a thread as a dream may have it: false if it may not, or if there is
// no noun for it.
func (n *night) concernOf(ctx context.Context, t memory.Thread, before []Dream) (*dream.Concern, bool, error) {
	p, err := n.piece(ctx, t.ID.Event())
	if err != nil || n.mind.state.Memory.Confided(t.ID) || n.mind.state.Memory.Unmentioned(t.Thing) {
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

// DreamedThen is a dream as it is shown.
type DreamedThen struct {
	ID      samantha.ID      `json:"id"`
	At      time.Time        `json:"at"`
	Text    string           `json:"text"`
	Emotion samantha.Emotion `json:"emotion,omitempty"`
	Dark    float64          `json:"dark,omitempty"`
	From    []samantha.ID    `json:"from"`
}

func (m *Mind) dreamedThen(d Dream) DreamedThen {
	return DreamedThen{ID: d.ID, At: d.At, Text: d.Text, Emotion: d.Emotion, Dark: d.Dark, From: d.Sources}
}

// Dreams are her own, oldest first, as far as they have words: it reads the whole
// log, beside the talk.
func (m *Mind) Dreams(ctx context.Context) ([]DreamedThen, error) {
	list := []DreamedThen{}
	for e, err := range m.log.Read(ctx, 0) {
		if err != nil {
			return nil, err
		}
		if b, ok := e.Body.(*samantha.Dreamed); ok && !e.Forgotten {
			list = append(list, DreamedThen{e.ID, e.At, b.Words.Text, b.Numbers.Emotion, b.Numbers.Dark, b.Numbers.Sources})
		}
	}
	return list, nil
}
