package mind

import (
	"slices"
	"time"

	"samantha"
)

// Nights are what is folded of her nights and hours: plain data, no rules.
type Nights struct {
	Last     string      `json:"last,omitempty"` // the date of the newest
	At       time.Time   `json:"at,omitzero"`
	Seq      uint64      `json:"seq,omitempty"` // of its event
	Late     bool        `json:"late,omitempty"`
	Softened int         `json:"softened,omitempty"` // how many feelings it softened
	Question samantha.ID `json:"question,omitempty"` // the thread it took into the morning
	Dreams   []Dream     `json:"dreams,omitempty"`   // the newest, oldest first
	Thoughts []Thought   `json:"thoughts,omitempty"` // the newest, oldest first
	Musings  []Thought   `json:"musings,omitempty"`  // those that have words, the newest, oldest first
	Offered  []Offered   `json:"offered,omitempty"`  // what she said unasked of them, the newest
}

// Dream is a dream of hers. It has no words when one of its pieces was forgotten.
type Dream struct {
	ID    samantha.ID `json:"id"`
	At    time.Time   `json:"at"`
	Text  string      `json:"text,omitempty"`
	About string      `json:"about,omitempty"`
	With  []string    `json:"with,omitempty"`
	samantha.DreamedNumbers
}

// Thought is a thought of hers.
type Thought struct {
	ID   samantha.ID `json:"id"`
	At   time.Time   `json:"at"`
	Text string      `json:"text,omitempty"` // of a musing
	samantha.ThoughtNumbers
}

// Offered is one time that she spoke of a dream or a thought unasked.
type Offered struct {
	ID samantha.ID `json:"id"` // the dream or the thought
	At time.Time   `json:"at"`
}

// How many of each are kept: dreams for as long as a line of one is not to come
// again, thoughts for the days they may be asked about.
const (
	mostDreams   = 80
	mostThoughts = 40
	mostMusings  = 20
	mostOffered  = 16
)

// apply folds one event.
func (n *Nights) apply(e samantha.Event) {
	switch b := e.Body.(type) {
	case *samantha.Night:
		n.Softened = len(b.Numbers.Softened)
		n.Last, n.At, n.Seq, n.Late, n.Question = b.Numbers.Date, e.At, e.Seq, b.Numbers.Late, b.Numbers.Question
	case *samantha.Dreamed:
		d := Dream{ID: e.ID, At: e.At, DreamedNumbers: b.Numbers}
		if !e.Forgotten {
			d.Text, d.About, d.With = b.Words.Text, b.Words.About, b.Words.With
		}
		if i := n.dream(d.Again); i >= 0 {
			d.At = n.Dreams[i].At
			n.Dreams[i] = d
			return
		}
		n.Dreams = samantha.Newest(append(n.Dreams, d), mostDreams)
	case *samantha.Thought:
		n.think(e, b)
	case *samantha.Said:
		if b.Numbers.Offers != "" {
			n.Offered = samantha.Newest(append(n.Offered, Offered{b.Numbers.Offers, e.At}), mostOffered)
		}
	}
}

// think folds a thought.
func (n *Nights) think(e samantha.Event, b *samantha.Thought) {
	t := Thought{e.ID, e.At, b.Words.Text, b.Numbers}
	switch {
	case e.Forgotten:
	case b.Numbers.About == samantha.ThoughtMusing:
		n.Musings = samantha.Newest(append(n.Musings, t), mostMusings)
	default:
		n.Thoughts = samantha.Newest(append(n.Thoughts, t), mostThoughts)
	}
}

// mask takes out what came from events that are gone.
func (n *Nights) mask(gone func(samantha.ID) bool) {
	for i := range n.Dreams {
		if d := &n.Dreams[i]; gone(d.ID) {
			d.Text, d.About, d.With = "", "", nil
		}
	}
	n.Thoughts = slices.DeleteFunc(n.Thoughts, func(t Thought) bool { return gone(t.ID) })
	n.Musings = slices.DeleteFunc(n.Musings, func(t Thought) bool { return gone(t.ID) })
	if gone(n.Question) {
		n.Question = ""
	}
}

// dream is the place of a dream, or -1.
func (n *Nights) dream(id samantha.ID) int {
	return slices.IndexFunc(n.Dreams, func(d Dream) bool { return d.ID == id })
}

// words are the words that the id of a dream, or of what it was about, stands for.
func (n *Nights) words(id samantha.ID) (string, bool) {
	for _, d := range n.Dreams {
		switch id {
		case d.ID:
			return d.Text, d.Text != ""
		case aboutOf(d.ID):
			return d.About, d.About != ""
		}
	}
	for _, t := range n.Musings {
		if t.ID == id {
			return t.Text, true
		}
	}
	return "", false
}

// aboutOf is the id of what a dream was about.
func aboutOf(dream samantha.ID) samantha.ID { return dream.Part("about", 1) }

// told are the dreams that have words, oldest first.
func (n *Nights) told() []Dream {
	return slices.DeleteFunc(slices.Clone(n.Dreams), func(d Dream) bool { return d.Text == "" })
}

// offeredLast is when she last spoke unasked of something of her own.
func (n *Nights) offeredLast() time.Time {
	if len(n.Offered) == 0 {
		return time.Time{}
	}
	return n.Offered[len(n.Offered)-1].At
}

func (n *Nights) wasOffered(id samantha.ID) bool {
	return slices.ContainsFunc(n.Offered, func(o Offered) bool { return o.ID == id })
}
