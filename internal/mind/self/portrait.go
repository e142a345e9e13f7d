package self

import (
	"cmp"
	"fmt"
	"hash/fnv"
	"math"
	"slices"
	"strings"
	"time"

	"samantha"
)

func (r *Becoming) readPortrait(file, text string) error {
	return rows(file, text, 2, func(_ samantha.Line, c []string) error {
		if len(r.portrait[c[0]]) == 0 {
			r.kinds = append(r.kinds, c[0])
		}
		r.portrait[c[0]] = append(r.portrait[c[0]], c[1])
		return nil
	})
}

// PortraitMost is how many words a portrait has at most.
const PortraitMost = 80

// Kinds of a portrait's sentences that are no kinds of things.
const (
	sentenceFirst   = "first"
	sentenceStep    = "step"
	sentenceRevised = "revised"
	sentenceStill   = "still"
	sentenceNone    = "none"
)

// part is what a sentence of a portrait is put together from.
type part struct {
	kind  string
	slots *strings.Replacer
	from  []samantha.ID
}

// PortraitDue: the traits were looked at since she last looked at herself, or
// that portrait was forgotten.
func (s *State) PortraitDue() bool {
	return !s.Week.IsZero() && (s.Drawn == "" || s.DrawnAt.Before(s.Week))
}

// Portrait is how she sees herself this week: what changed, in her words, each
// sentence with what it comes from. False if it is not due.
func (r *Becoming) Portrait(s *State, seed uint64) (*samantha.Became, bool) {
	if !s.PortraitDue() {
		return nil, false
	}
	parts := r.changed(s)
	if len(parts) == 0 {
		parts = []part{{kind: sentenceNone, slots: strings.NewReplacer()}}
	}
	if len(s.Portraits) == 0 {
		parts = append([]part{{kind: sentenceFirst, slots: strings.NewReplacer()}}, parts...)
	}
	b := item(samantha.ItemPortrait, "", nil)
	words := 0
	for _, kind := range r.kinds {
		i := slices.IndexFunc(parts, func(p part) bool { return p.kind == kind })
		if i < 0 {
			continue
		}
		sentence := r.sentence(parts[i], seed, s.Week.Format("2006-01-02"))
		if words += len(strings.Fields(sentence)); words > PortraitMost {
			break
		}
		b.Words.Portrait = append(b.Words.Portrait, sentence)
		b.Numbers.Parts = append(b.Numbers.Parts, samantha.PortraitPart{From: parts[i].from})
		for _, id := range parts[i].from {
			if !slices.Contains(b.Numbers.Sources, id.Event()) {
				b.Numbers.Sources = append(b.Numbers.Sources, id.Event())
			}
		}
	}
	return b, true
}

// sentence is one of a kind, drawn by her seed and the week.
func (r *Becoming) sentence(p part, seed uint64, week string) string {
	h := fnv.New64a()
	fmt.Fprintf(h, "%d %s %s", seed, week, p.kind)
	of := r.portrait[p.kind]
	text := p.slots.Replace(of[h.Sum64()%uint64(len(of))])
	return strings.ToUpper(text[:1]) + text[1:]
}

// changed is what changed in the week before the last look: the largest step, and
// the newest thing of each kind.
func (r *Becoming) changed(s *State) []part {
	since := s.Week.Add(-week)
	var parts []part
	if step, ok := s.stepOfWeek(); ok {
		says := strings.NewReplacer("{how}", r.How(step.Trait, step.By), "{because}", r.Because(step.Rule))
		parts = append(parts, part{sentenceStep, says, step.Causes})
	}
	seen := map[string]bool{}
	for _, it := range slices.Backward(s.Items) {
		kind := string(it.Kind)
		if it.Instead != "" && it.Kind == samantha.ItemOpinion {
			kind = sentenceRevised
		}
		if it.Over != "" || seen[kind] || !it.At.After(since) {
			continue
		}
		seen[kind] = true
		says := strings.NewReplacer("{what}", cmp.Or(it.Word(), it.Text), "{text}", it.Text)
		parts = append(parts, part{kind, says, []samantha.ID{it.ID}})
	}
	if it, ok := s.usedSince(since); ok {
		parts = append(parts, part{sentenceStill, strings.NewReplacer("{what}", it.Word()), []samantha.ID{it.ID}})
	}
	return parts
}

// stepOfWeek is one of the steps of the last look, another trait each week.
func (s *State) stepOfWeek() (Step, bool) {
	i := slices.IndexFunc(s.Steps, func(x Step) bool { return !x.At.Before(s.Week) })
	if i < 0 {
		return Step{}, false
	}
	taken := s.Steps[i:]
	return taken[len(s.Portraits)%len(taken)], true
}

// usedSince is the word or joke from before the week that she used most of all, if
// she used it in the week.
func (s *State) usedSince(since time.Time) (best Item, ok bool) {
	for _, it := range s.Items {
		theirs := it.Kind == samantha.ItemWord || it.Kind == samantha.ItemJoke
		if theirs && it.Over == "" && !it.At.After(since) && it.UsedAt.After(since) && (!ok || it.Used > best.Used) {
			best, ok = it, true
		}
	}
	return best, ok
}

// largest is the step that went furthest of those wanted.
func largest(steps []Step, wanted func(Step) bool) (best Step, ok bool) {
	for _, x := range steps {
		if wanted(x) && (!ok || math.Abs(x.By) > math.Abs(best.By)) {
			best, ok = x, true
		}
	}
	return best, ok
}

func sign(which samantha.Trait, by float64) string {
	if by < 0 {
		return string(which) + "-"
	}
	return string(which) + "+"
}

// grownFrom is how far a trait has moved at least before it is heard in her words:
// two weeks at full speed, which is a month or two of most lives.
const grownFrom = 0.01

// Grown is how she is otherwise than she was born, in one word each, in the order
// of the traits, "bold", "firm"; and by her facets, a word for each degree.
func (r *Becoming) Grown(s *State) []string {
	var names []string
	drift := s.Drift()
	for _, which := range Order() {
		if by := *drift.Of(which); math.Abs(by) >= grownFrom {
			names = append(names, r.moves[sign(which, by)].name)
		}
	}
	leans := s.leans()
	for _, f := range r.facets {
		by := degree(leans[f.key])
		for range max(by, -by) {
			names = append(names, f.way(float64(by)).name)
		}
	}
	return names
}

// InWords is how she is by a trait: as she was born, and how she has moved since,
// "" if she has not.
func (r *Becoming) InWords(s *State, which samantha.Trait) (born, since string) {
	drift := s.Drift()
	by := *drift.Of(which)
	if by == 0 {
		return r.births[which], ""
	}
	return r.births[which], r.moves[sign(which, by)].how
}

// How is how a step of a trait makes her, in words: "bolder".
func (r *Becoming) How(which samantha.Trait, by float64) string {
	if f, ok := r.facet(which); ok {
		return f.way(by).how
	}
	return r.moves[sign(which, by)].how
}

// Called is a trait's full name.
func (r *Becoming) Called(which samantha.Trait) string {
	if f, ok := r.facet(which); ok {
		return f.called
	}
	return r.called[which]
}

// Moved is the trait that has moved most: how, what weighed in its largest step, and
// by how much; empty if none has.
func (r *Becoming) Moved(s *State) (how, because, size string) {
	best, by, ok := s.largest()
	if !ok {
		return "", "", ""
	}
	return r.moves[sign(best.Trait, by)].how, r.Because(best.Rule), inSize(math.Abs(by))
}

// Largest is the largest of the steps that moved the trait she has moved most in.
func (r *Becoming) Largest(s *State) (Step, bool) {
	best, _, ok := s.largest()
	return best, ok
}

// largest is that step, and how far the trait is from where it was born.
func (s *State) largest() (best Step, by float64, ok bool) {
	drift := s.Drift()
	most := samantha.Trait("")
	for _, which := range Order() {
		if d := *drift.Of(which); math.Abs(d) > math.Abs(by) {
			most, by = which, d
		}
	}
	best, ok = largest(s.Steps, func(x Step) bool { return x.Trait == most && (x.By > 0) == (by > 0) })
	return best, by, ok
}

// inSize is a distance from where she was born, in a word: what a fortnight at
// full speed makes is some, what six weeks make is much.
func inSize(by float64) string {
	switch {
	case by < grownFrom:
		return "hair"
	case by < 3*grownFrom:
		return "some"
	}
	return "much"
}
