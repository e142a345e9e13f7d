package self

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"time"

	"samantha"
)

// subject is something she may come to hold an opinion of.
type subject struct {
	key     string
	words   []string
	near    []string // what is told of it without its name
	asked   []string // what names it in a question only
	stances []stance
}

// stance is one opinion that can be had of a subject.
type stance struct {
	side    float64 // 1 for it, -1 against, 0 neither
	leans   []string
	text    string
	because string
}

func (r *Becoming) readOpinions(file, text string) error {
	for _, line := range samantha.Lines(file, text) {
		if line.Text == "" {
			continue
		}
		if head, ok := strings.CutPrefix(line.Text, "== "); ok {
			key, words, _ := strings.Cut(head, ":")
			words, near, _ := strings.Cut(words, ";")
			near, asked, _ := strings.Cut(near, ";")
			r.subjects = append(r.subjects, subject{
				key: strings.TrimSpace(key), words: strings.Fields(words), near: strings.Fields(near), asked: strings.Fields(asked),
			})
			continue
		}
		c := cells(line.Text)
		if len(c) != 3 || len(r.subjects) == 0 {
			return line.Bad("want: side leans | text | because, under a subject")
		}
		fields := strings.Fields(c[0])
		side, ok := map[string]float64{"+": 1, "-": -1, "0": 0}[fields[0]]
		if !ok {
			return line.Bad("want a side: +, - or 0")
		}
		for _, lean := range fields[1:] {
			if len(lean) != 2 || (&samantha.Traits{}).Of(samantha.Trait(lean[:1])) == nil {
				return line.Bad("want a trait and its sign, have %q", lean)
			}
		}
		at := &r.subjects[len(r.subjects)-1]
		at.stances = append(at.stances, stance{side, fields[1:], c[1], c[2]})
	}
	return nil
}

// mostWords is how many words name a thing at most; more are a sentence of its own.
const mostWords = 5

// Subject is what a few words are about that she may hold an opinion of, or "".
// Nobody's own is a subject, and nothing that is said of somebody.
func (r *Becoming) Subject(topic string) string {
	words := strings.Fields(samantha.SentenceKey(topic))
	whose := func(w string) bool {
		return slices.Contains([]string{
			"my", "your", "our", "his", "her", "their", "this", "that",
			"i", "me", "you", "he", "him", "she", "it", "we", "us", "they", "them",
		}, w)
	}
	if len(words) == 0 || len(words) > mostWords || slices.ContainsFunc(words, whose) {
		return ""
	}
	return r.named(words)
}

// RightAndWrong is the subject that a question of right and wrong is about: the thing
// it names, or else right and wrong themselves.
func (r *Becoming) RightAndWrong(topic string) string {
	return cmp.Or(r.named(strings.Fields(samantha.SentenceKey(topic))), r.subjects[len(r.subjects)-1].key)
}

// named is the subject that the first of some words names, which has a name for one.
func (r *Becoming) named(words []string) string {
	for _, w := range words {
		for _, s := range r.subjects {
			if slices.Contains(s.words, w) || slices.Contains(s.asked, w) {
				return s.key
			}
		}
	}
	return ""
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

// Touched is the subject that a text speaks of, the first of the file, or "".
func (r *Becoming) Touched(text string) string {
	words := strings.Fields(samantha.SentenceKey(text))
	for _, s := range r.subjects {
		if slices.ContainsFunc(s.words, func(w string) bool { return slices.Contains(words, w) }) {
			return s.key
		}
	}
	return ""
}

// Spoken reports whether a text tells of a subject, by its name or without it.
func (r *Becoming) Spoken(key, text string) bool {
	words := strings.Fields(samantha.SentenceKey(text))
	return slices.ContainsFunc(r.subjects, func(s subject) bool {
		return s.key == key && slices.ContainsFunc(words, func(w string) bool { return slices.Contains(s.words, w) || slices.Contains(s.near, w) })
	})
}

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

// opinionStands is how long an opinion stands that came by a reason: one that turns
// with every wind is none.
const opinionStands = 90 * 24 * time.Hour

// yields is her leaning, of at most 0.5, from which on she gives way to a reason.
const yields = 0.2

// revises is an opinion that she gives up for another, because the person gave
// her a reason against it: after she had told it that day, and no scolding with it.
// To go on pressing is no reason.
func (r *Becoming) revises(s *State, n Night) *samantha.Became {
	for i := 1; i < len(n.Today); i++ {
		before, m := n.Today[i-1], n.Today[i]
		if !m.theirs() || !r.reasoned(m.Heard) {
			continue
		}
		for _, held := range s.Holding(samantha.ItemOpinion) {
			told := usedIn(n.Today[:i], held.ID)
			about := before.Said != nil && slices.Contains(before.Said.Numbers.Used, held.ID) || r.Touched(m.Heard.Words.Text) == held.Class
			stands := held.Instead != "" && n.At.Sub(held.At) < opinionStands
			if stands || !told || !about || leaning(n.Seed, "yields "+string(m.ID)+held.Class) < yields {
				continue
			}
			if b := r.other(s, n, held, m.ID); b != nil {
				return b
			}
		}
	}
	return nil
}

// usedIn: an answer in some moments used a thing.
func usedIn(moments []Moment, id samantha.ID) bool {
	return slices.ContainsFunc(moments, func(m Moment) bool { return m.Said != nil && slices.Contains(m.Said.Numbers.Used, id) })
}

// other is the opinion that comes in place of one.
func (r *Becoming) other(s *State, n Night, held Item, by samantha.ID) *samantha.Became {
	at := slices.IndexFunc(r.subjects, func(sub subject) bool { return sub.key == held.Class })
	if at < 0 {
		return nil
	}
	st, ok := r.subjects[at].nearest(n.Seed, s.Traits(), 0, held.Text)
	if !ok {
		return nil
	}
	b := opinion(held.Class, st, []samantha.ID{by})
	b.Numbers.Instead = held.ID
	return b
}

// reasoned: somebody disagreed and said why.
func (r *Becoming) reasoned(h *samantha.Heard) bool {
	says := h.Words.Hearing
	if says.Has("insult") || says.Has("agreeme") || !(says.Has("disagree") || says.Has("tell.opinion") || says.Has("correct")) {
		return false
	}
	return r.Reasons(h.Words.Text)
}

// Reasons: a text gives a reason and does not only press.
func (r *Becoming) Reasons(text string) bool {
	if has(text, "i say so") || has(text, "i said so") {
		return false
	}
	return slices.ContainsFunc([]string{"because", "since", "if you", "when you", "the thing is", "otherwise", "as soon as", "without"}, func(w string) bool {
		return has(text, w)
	})
}
