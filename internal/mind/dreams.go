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

// redream tells anew the dreams that lost their words with something forgotten, of
// the memories that are left of them; where those are too few a dream stays gone.
func (n *night) redream(ctx context.Context) error {
	m := n.mind
	for _, d := range m.state.Nights.Dreams {
		if d.Text != "" || m.worried() {
			continue
		}
		pieces, err := n.left(ctx, d)
		if err != nil {
			return err
		}
		again, ok := m.rooms.dreams.Weave(dream.Night{Seed: chance(m.state.Seed, m.state.Seq+1), Pieces: pieces, Used: m.state.Nights.lines()})
		if !ok {
			continue
		}
		numbers := d.DreamedNumbers
		numbers.Links, numbers.Again, numbers.Version, numbers.Model = samantha.Links{Sources: again.From}, d.ID, dream.Version, ""
		numbers.Emotion, numbers.Felt, numbers.Lines = again.Felt.Emotion, again.Felt.ID, again.Lines
		n.add(&samantha.Dreamed{
			Words:   samantha.DreamedWords{Text: again.Text, About: again.About, With: again.Company},
			Numbers: numbers,
		})
	}
	return nil
}

// left are the memories of a dream that may still be dreamed of.
func (n *night) left(ctx context.Context, d Dream) ([]dream.Piece, error) {
	var pieces []dream.Piece
	for _, id := range d.Sources {
		p, err := n.piece(ctx, id)
		if err != nil {
			return nil, err
		}
		if len(p.Nouns) > 0 {
			pieces = append(pieces, p)
		}
	}
	return pieces, nil
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
		open[t.Told()] = true
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
		of[t.Told()] = true
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
	if !ok || e.Forgotten || b.Numbers.Guest || b.Numbers.Care.Level > 0 || mem.Hushed(id) || mem.Unmentioned(b.Words.Text) || mem.OfTheDead(b.Words.Text) {
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

// DreamedThen is a dream as it is shown.
type DreamedThen struct {
	ID      samantha.ID      `json:"id"`
	At      time.Time        `json:"at"`
	Text    string           `json:"text"`
	Emotion samantha.Emotion `json:"emotion,omitempty"`
	Dark    float64          `json:"dark,omitempty"`
	From    []samantha.ID    `json:"from"`
	Model   string           `json:"model,omitempty"` // that found these words for it
}

func (m *Mind) dreamedThen(d Dream) DreamedThen {
	return DreamedThen{ID: d.ID, At: d.At, Text: d.Text, Emotion: d.Emotion, Dark: d.Dark, From: d.Sources, Model: d.Model}
}

// Dreams are her own, oldest first, as far as they have words: it reads the whole
// log, beside the talk.
func (m *Mind) Dreams(ctx context.Context) ([]DreamedThen, error) {
	list, when := []DreamedThen{}, map[samantha.ID]time.Time{}
	for e, err := range m.log.Read(ctx, 0) {
		if err != nil {
			return nil, err
		}
		b, ok := e.Body.(*samantha.Dreamed)
		if !ok {
			continue
		}
		when[e.ID] = e.At
		if first, again := when[b.Numbers.Again]; again {
			when[e.ID] = first
			list = slices.DeleteFunc(list, func(d DreamedThen) bool { return d.ID == b.Numbers.Again }) // told with other words, or anew
		}
		if !e.Forgotten {
			list = append(list, DreamedThen{e.ID, when[e.ID], b.Words.Text, b.Numbers.Emotion, b.Numbers.Dark, b.Numbers.Sources, b.Numbers.Model})
		}
	}
	slices.SortStableFunc(list, func(a, b DreamedThen) int { return a.At.Compare(b.At) })
	return list, nil
}
