package self

import (
	"slices"
	"strings"
	"time"

	"samantha"
)

// forms are the opinions that a night makes up: one revised by a reason; those the
// person asked for, which she said she would sleep on; else one of what they spoke
// of most.
func (r *Becoming) forms(s *State, n Night) []*samantha.Became {
	if b := r.revises(s, n); b != nil {
		return []*samantha.Became{b}
	}
	var asked []*samantha.Became
	var best *samantha.Became
	most, long := 0, n.At.Sub(s.Born) >= heardLong
	for _, sub := range r.subjects {
		if s.heldOnce(sub.key) || len(sub.spokenOf(n.Today, long).from) == 0 {
			continue
		}
		spoken := sub.spokenOf(n.Lately, long)
		if !spoken.asked && len(spoken.from) < mentions(long) {
			continue
		}
		st, ok := r.stanceOf(sub, s, n, spoken)
		switch {
		case ok && spoken.asked:
			asked = append(asked, opinion(sub.key, st, spoken.from))
		case ok && len(spoken.from) > most:
			best, most = opinion(sub.key, st, spoken.from), len(spoken.from)
		}
	}
	if len(asked) == 0 && best != nil {
		asked = append(asked, best)
	}
	return asked
}

// stanceOf is the stance that a night takes. Who was asked has said which way she
// leans, and that stands over the night, unless she was given a reason against it.
func (r *Becoming) stanceOf(sub subject, s *State, n Night, spoken spoken) (stance, bool) {
	if !spoken.asked {
		return sub.nearest(n.Seed, s.Traits(), spoken.told(), "")
	}
	first, ok := sub.nearest(n.Seed, s.Traits(), 0, "")
	if i := slices.IndexFunc(n.Today, sub.leant); i >= 0 && i+1 < len(n.Today) {
		next := n.Today[i+1]
		if next.theirs() && r.reasoned(next.Heard) && leaning(n.Seed, "yields "+string(next.ID)+sub.key) >= yields {
			if other, has := sub.nearest(n.Seed, s.Traits(), 0, first.text); has {
				return other, true
			}
		}
	}
	return first, ok
}

// leant: she said in a moment which way she leans on a subject.
func (s subject) leant(m Moment) bool {
	return m.theirs() && slices.ContainsFunc(m.Heard.Words.Intent.Moves, func(move samantha.Move) bool {
		return move.Act == samantha.DoLeans && move.Slots["of"] == s.key
	})
}

// leans: she said in it which way she leans, on whatever subject: another that the question
// names was not the one asked about.
func (m Moment) leans() bool {
	return slices.ContainsFunc(m.Heard.Words.Intent.Moves, func(move samantha.Move) bool { return move.Act == samantha.DoLeans })
}

// How often a thing is spoken of in two weeks before she has an opinion of it unasked:
// less once she has heard them for months, because she knows then how they mean it
// (judgement).
const (
	mentionsFirst, mentionsLater = 3, 2
	heardLong                    = 60 * 24 * time.Hour
)

func mentions(long bool) int {
	if long {
		return mentionsLater
	}
	return mentionsFirst
}

func opinion(key string, st stance, from []samantha.ID) *samantha.Became {
	b := item(samantha.ItemOpinion, key, once(from))
	b.Words = samantha.BecameWords{What: key, Text: st.text, Because: st.because}
	return b
}

// heldOnce: she has or had an opinion of it.
func (s *State) heldOnce(key string) bool {
	return slices.ContainsFunc(s.Items, func(it Item) bool { return it.Kind == samantha.ItemOpinion && it.Class == key })
}

// spoken is how a subject was spoken of.
type spoken struct {
	from    []samantha.ID
	valence float64 // of all of them together
	asked   bool    // she was asked what she thinks of it
}

// told is how it sounded, as a valence of -1..1.
func (s spoken) told() float64 { return samantha.Round(s.valence / float64(max(1, len(s.from)))) }

// spokenOf is how it was spoken of in some moments; who has heard them for long knows
// what they speak of where they do not name it.
func (s subject) spokenOf(moments []Moment, long bool) (all spoken) {
	for _, m := range moments {
		leant := s.leant(m)
		if !leant && (!m.theirs() || m.heavy() || !in(s.words, m.key) && !(long && in(s.near, m.key))) {
			continue
		}
		all.from = append(all.from, m.ID)
		all.valence += m.Heard.Numbers.Reading.Valence
		all.asked = all.asked || leant || in(s.words, m.key) && m.Heard.Words.Hearing.Has("ask.view") && !m.leans()
	}
	return all
}

// in reports whether one of some words stands in a text as it is compared.
func in(words []string, key string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(key, " "+w+" ") })
}
