package self

import (
	"cmp"
	"math"
	"slices"

	"samantha"
)

// How much what they told of a thing, a trait fully leant to, and her seed weigh
// in an opinion (the seed's leaning goes to 0.5).
const (
	toldWeighs = 0.3
	leanWeighs = 0.25
)

// score is how near she is to a stance, with what was told of the thing as a
// valence of -1..1.
func score(seed uint64, key string, st stance, t samantha.Traits, told float64) float64 {
	sum := leaning(seed, key+" "+st.text) + float64(toldWeighs*float64(st.side*told))
	for _, lean := range st.leans {
		by := *t.Of(samantha.Trait(lean[:1]))
		if lean[1] == '-' {
			by = -by
		}
		sum += float64(leanWeighs * by)
	}
	return samantha.Round(sum)
}

// nearest is the stance nearest to her, leaving out one.
func (s subject) nearest(seed uint64, t samantha.Traits, told float64, without string) (stance, bool) {
	var all []stance
	for _, st := range s.stances {
		if st.text != without {
			all = append(all, st)
		}
	}
	if len(all) == 0 {
		return stance{}, false
	}
	return slices.MaxFunc(all, func(a, b stance) int {
		return cmp.Or(cmp.Compare(score(seed, s.key, a, t, told), score(seed, s.key, b, t, told)), cmp.Compare(b.text, a.text))
	}), true
}

// Leaning is which way she leans where she is asked about a subject of which she has
// no opinion yet, and why: what the night makes of it by her seed and her traits alone.
func (r *Becoming) Leaning(s *State, seed uint64, key string) (text, because string, ok bool) {
	for _, sub := range r.subjects {
		if sub.key == key {
			st, ok := sub.nearest(seed, s.Traits(), 0, "")
			return st.text, st.because, ok
		}
	}
	return "", "", false
}

// LeansTo is the side of her leaning in a subject: 1 for it, -1 against it, 0 neither.
func (r *Becoming) LeansTo(s *State, seed uint64, key string) float64 {
	for _, sub := range r.subjects {
		if sub.key == key {
			st, _ := sub.nearest(seed, s.Traits(), 0, "")
			return st.side
		}
	}
	return 0
}

// tornBy is how near two stances are between which she goes to and fro (judgement).
const tornBy = 0.06

// Torn is what she would say first of a subject and then take back, where a stance that
// leans the other way is nearly as near to her as the one she comes down to.
func (r *Becoming) Torn(s *State, seed uint64, key string) (second string, ok bool) {
	for _, sub := range r.subjects {
		first, some := sub.nearest(seed, s.Traits(), 0, "")
		other, more := sub.nearest(seed, s.Traits(), 0, first.text)
		if sub.key != key || !some || !more || other.side == first.side {
			continue
		}
		near := score(seed, key, first, s.Traits(), 0) - score(seed, key, other, s.Traits(), 0)
		return other.text, near <= tornBy
	}
	return "", false
}

// Firmest is the subject of no opinion of hers yet that she leans on most, to a side: 1
// for it, -1 against it, 0 either.
func (r *Becoming) Firmest(s *State, seed uint64, side float64) (key string) {
	most := math.Inf(-1)
	for _, sub := range r.subjects {
		st, ok := sub.nearest(seed, s.Traits(), 0, "")
		if weight := score(seed, sub.key, st, s.Traits(), 0); ok && len(sub.words) > 0 && (side == 0 || st.side == side) && !s.heldOnce(sub.key) && weight > most {
			key, most = sub.key, weight
		}
	}
	return key
}

// Side is which side an opinion takes: 1 for the thing, -1 against it, 0 neither.
func (r *Becoming) Side(held Item) float64 {
	for _, sub := range r.subjects {
		for _, st := range sub.stances {
			if sub.key == held.Class && st.text == held.Text {
				return st.side
			}
		}
	}
	return 0
}

// Agrees is whether somebody who tells of a thing in a tone of -1..1 is of her
// mind about it: 1 or -1, or 0 if that is not to be told.
func (r *Becoming) Agrees(held Item, tone float64) int {
	for _, sub := range r.subjects {
		for _, st := range sub.stances {
			if sub.key != held.Class || st.text != held.Text || math.Abs(tone) < toneLeast || st.side == 0 {
				continue
			}
			if float64(st.side*tone) > 0 {
				return 1
			}
			return -1
		}
	}
	return 0
}

// toneLeast is the least that a tone must be to say which way somebody leans.
const toneLeast = 0.2
