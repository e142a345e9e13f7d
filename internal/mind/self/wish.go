package self

import (
	"slices"
	"strings"
	"time"

	"samantha"
)

// dare is something she may do for the first time.
type dare struct {
	kept
	acts []string
}

// wishes are what she may wish for.
type wishes struct {
	threads  map[string]string // by the form of what was left open
	interest string
	own      []kept
	grave    []string // words of what is no matter for a wish
}

func (r *Becoming) readInterests(file, text string) error {
	for _, line := range samantha.Lines(file, text) {
		switch c := cells(line.Text); {
		case line.Text == "":
		case len(c) == 2:
			r.interests = append(r.interests, kept{c[0], c[1]})
		case len(c) == 3 && c[0] == "own":
			r.leanings = append(r.leanings, kept{c[1], c[2]})
		default:
			return line.Bad("want: topic | says, or own | key | says")
		}
	}
	return nil
}

func (r *Becoming) readDares(file, text string) error {
	return rows(file, text, 3, func(_ samantha.Line, c []string) error {
		r.dares = append(r.dares, dare{kept{c[0], c[2]}, strings.Fields(c[1])})
		return nil
	})
}

func (r *Becoming) readWishes(file, text string) error {
	r.wishes.threads = map[string]string{}
	for _, line := range samantha.Lines(file, text) {
		switch c := cells(line.Text); {
		case line.Text == "":
		case c[0] == "thread" && len(c) == 3:
			for _, form := range strings.Fields(c[1]) {
				r.wishes.threads[form] = c[2]
			}
		case c[0] == "interest" && len(c) == 2:
			r.wishes.interest = c[1]
		case c[0] == "grave" && len(c) == 2:
			r.wishes.grave = strings.Fields(c[1])
		case c[0] == "own" && len(c) == 3:
			r.wishes.own = append(r.wishes.own, kept{c[1], c[2]})
		default:
			return line.Bad("want: thread | forms | wish, interest | wish, grave | words, or own | key | wish")
		}
	}
	return nil
}

// An interest comes of so many moments, on so many days of the last two weeks;
// where she leans towards a topic, or away from it, of fewer or more.
const (
	interestMoments = 4
	interestDays    = 3
	leansTo         = 0.35
	leansAway       = 0.15
	bornWith        = 2
)

// takesInterest is one thing she comes to like hearing of. In the first night she
// has what she was born with: leanings of her seed, and no memory's doing.
func (r *Becoming) takesInterest(s *State, n Night) []*samantha.Became {
	if s.Until == 0 {
		var out []*samantha.Became
		for _, k := range leanest(n.Seed, r.leanings)[:bornWith] {
			b := item(samantha.ItemInterest, k.key, nil)
			b.Words.Text = k.says
			out = append(out, b)
		}
		return out
	}
	for _, k := range leanest(n.Seed, r.interests) {
		if s.hasClass(samantha.ItemInterest, k.key) {
			continue
		}
		if from := n.brought(k.key); len(from) >= needs(leaning(n.Seed, k.key)) {
			b := item(samantha.ItemInterest, k.key, once(from))
			b.Words.Text = k.says
			return []*samantha.Became{b}
		}
	}
	return nil
}

func needs(lean float64) int {
	switch {
	case lean > leansTo:
		return interestMoments - 1
	case lean < leansAway:
		return interestMoments + 2
	}
	return interestMoments
}

// leanest are things in the order of her leaning towards them.
func leanest(seed uint64, of []kept) []kept {
	of = slices.Clone(of)
	slices.SortStableFunc(of, func(a, b kept) int {
		switch x, y := leaning(seed, a.key), leaning(seed, b.key); {
		case x > y:
			return -1
		case x < y:
			return 1
		}
		return strings.Compare(a.key, b.key)
	})
	return of
}

// hasClass: she has or had a thing of the kind under that key.
func (s *State) hasClass(kind samantha.ItemKind, key string) bool {
	return slices.ContainsFunc(s.Items, func(it Item) bool { return it.Kind == kind && it.Class == key })
}

// brought are the moments in which the person told something of a topic, if they
// did on enough days.
func (n Night) brought(topic string) []samantha.ID {
	var from []samantha.ID
	days := map[string]bool{}
	for _, m := range n.Lately {
		if m.theirs() && m.Heard.Words.Hearing.Has("tell") && m.Topic == topic {
			from = append(from, m.ID)
			days[Date(m.At, n.Zone)] = true
		}
	}
	if len(days) < interestDays {
		return nil
	}
	return from
}

// dared are the things that she did today for the first time, one a night.
func (r *Becoming) dared(s *State, n Night) []*samantha.Became {
	for _, d := range r.dares {
		if s.hasClass(samantha.ItemDare, d.key) {
			continue
		}
		for _, m := range n.Today {
			did := func(act string) bool { return slices.Contains(d.acts, act) }
			if m.Said == nil || !slices.ContainsFunc(m.Said.Numbers.Acts, did) {
				continue
			}
			b := item(samantha.ItemDare, d.key, []samantha.ID{m.ID, m.ID.Said()})
			b.Words.Text = d.says
			return []*samantha.Became{b}
		}
	}
	return nil
}

// wishesMost is how many wishes she has at a time; wishPause is between two.
const (
	wishesMost = 3
	wishPause  = 2 * 24 * time.Hour
)

// wishLasts is how long she keeps a wish of her own before another comes in its
// place.
const wishLasts = 21 * 24 * time.Hour

// fulfils ends the wishes that came true, for she was told what became of a thing; and
// lets go of those that cannot any more, or that are her own and old. No wish comes
// true by getting old.
func (r *Becoming) fulfils(s *State, n Night) []*samantha.Became {
	var out []*samantha.Became
	for _, w := range s.Holding(samantha.ItemWish) {
		ending, closed := n.Ended[w.Of]
		told := closed && (ending == samantha.EndDone || ending == samantha.EndAnswered)
		old := w.Of == "" && n.At.Sub(w.At) >= wishLasts
		if !closed && !old {
			continue
		}
		b := item(samantha.ItemWish, w.Class, nil)
		b.Numbers.Instead, b.Numbers.Over, b.Numbers.LetGo = w.ID, true, !told
		out = append(out, b)
	}
	return out
}

// wishesFor is a wish of her own: what becomes of something they left open, more
// of what she likes, or one she was born with; by her leaning.
func (r *Becoming) wishesFor(s *State, n Night) []*samantha.Became {
	held := s.Holding(samantha.ItemWish)
	if k := len(held); k >= wishesMost || k > 0 && n.At.Sub(held[k-1].At) < wishPause {
		return nil
	}
	if b := r.wishOfThread(s, n); b != nil {
		return []*samantha.Became{b}
	}
	if b := r.wishOfInterest(s); b != nil && len(held) > 0 {
		return []*samantha.Became{b}
	}
	for _, k := range leanest(n.Seed, r.wishes.own) {
		if !s.wished(k.key, n.At) {
			b := item(samantha.ItemWish, k.key, nil)
			b.Words.Text = k.says
			return []*samantha.Became{b}
		}
	}
	return nil
}

// wishAgain is how long a wish that she let go does not come back.
const wishAgain = 120 * 24 * time.Hour

// wished: she has a wish, or had it not long ago, or was told to drop it.
func (s *State) wished(key string, at time.Time) bool {
	return slices.ContainsFunc(s.Items, func(it Item) bool {
		return it.Kind == samantha.ItemWish && it.Class == key && (it.Over != OverDone && it.Over != OverLetGo || at.Sub(it.At) < wishAgain)
	})
}

func (r *Becoming) wishOfThread(s *State, n Night) *samantha.Became {
	for _, t := range slices.Backward(n.Threads) {
		text := r.wishes.threads[t.Form]
		grave := t.Grave || slices.ContainsFunc(r.wishes.grave, func(w string) bool { return has(t.Thing, w) })
		if grave || text == "" || t.Thing == "" || s.wishedOf(t, n.At) {
			continue
		}
		b := item(samantha.ItemWish, "thread", []samantha.ID{t.ID.Event()})
		b.Numbers.Of = t.ID
		b.Words = samantha.BecameWords{What: t.Thing, Text: strings.ReplaceAll(text, "{thing}", t.Thing)}
		return b
	}
	return nil
}

// wishedOf: she wished to know of a thread before, or not long ago of one by the same
// name.
func (s *State) wishedOf(t Thread, at time.Time) bool {
	return slices.ContainsFunc(s.Items, func(it Item) bool {
		same := it.Kind == samantha.ItemWish && it.What != "" && samantha.SentenceKey(it.What) == samantha.SentenceKey(t.Thing)
		return it.Of == t.ID || same && at.Sub(it.At) < wishAgain
	})
}

// wishOfInterest is about the last interest that the person's talk gave her.
func (r *Becoming) wishOfInterest(s *State) *samantha.Became {
	for _, in := range slices.Backward(s.Holding(samantha.ItemInterest)) {
		key := "interest-" + in.Class
		if len(in.Sources) == 0 || s.hasClass(samantha.ItemWish, key) {
			continue
		}
		b := item(samantha.ItemWish, key, in.Sources)
		b.Words.Text = strings.ReplaceAll(r.wishes.interest, "{what}", in.Text)
		return b
	}
	return nil
}
