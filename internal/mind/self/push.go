package self

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"samantha"
)

// push is one line of pushes.txt.
type push struct {
	name    string
	trait   samantha.Trait
	by      float64
	heard   []string
	said    []string
	reads   []string
	concern bool
	asked   bool // she had asked something
	words   span
	stretch span // the place in a stretch of talk
	late    bool // at night
	because string
}

func (r *Becoming) pushesOf(file, text string) ([]push, error) {
	var all []push
	for _, line := range samantha.Lines(file, text) {
		if line.Text == "" {
			continue
		}
		p, err := r.readPush(line)
		if err != nil {
			return nil, err
		}
		all = append(all, p)
	}
	return all, nil
}

func (r *Becoming) readPush(line samantha.Line) (push, error) {
	cells := cells(line.Text)
	if len(cells) != 4 {
		return push{}, line.Bad("want: name | trait by | conditions | because")
	}
	p := push{name: cells[0], because: cells[3]}
	trait, by, _ := strings.Cut(cells[1], " ")
	var err error
	if p.by, err = strconv.ParseFloat(strings.TrimSpace(by), 64); err != nil || !r.known(samantha.Trait(trait)) {
		return push{}, line.Bad("want a trait and a number, have %q", cells[1])
	}
	p.trait = samantha.Trait(trait)
	return p, p.readConditions(line, cells[2])
}

// readConditions takes what must hold of a moment, parted by ";".
func (p *push) readConditions(line samantha.Line, text string) (err error) {
	for c := range strings.SplitSeq(text, ";") {
		words := strings.Fields(c)
		if len(words) == 0 {
			return line.Bad("no condition")
		}
		switch words[0] {
		case "heard":
			p.heard = words[1:]
		case "said":
			p.said = words[1:]
		case "reads":
			p.reads = words[1:]
		case "concern":
			p.concern = true
		case "asked":
			p.asked = true
		case "words":
			if p.words, err = fromTo(words[1:]); err != nil {
				return line.Bad("want words LEAST MOST: %v", err)
			}
		case "stretch":
			if p.stretch, err = fromTo(words[1:]); err != nil {
				return line.Bad("want stretch LEAST MOST: %v", err)
			}
		case "late":
			p.late = true
		default:
			return line.Bad("unknown condition %q", words[0])
		}
	}
	return nil
}

// span is from a number to another; 0 is no end.
type span struct{ least, most int }

func fromTo(words []string) (s span, err error) {
	_, err = fmt.Sscan(strings.Join(words, " "), &s.least, &s.most)
	return s, err
}

func (s span) holds(n int) bool { return n >= s.least && (s.most == 0 || n <= s.most) }

// The hours of a day that are late.
const (
	lateFrom  = 22
	lateUntil = 5
)

// cells are the columns of a line, trimmed.
func cells(text string) []string {
	cells := strings.Split(text, "|")
	for i := range cells {
		cells[i] = strings.TrimSpace(cells[i])
	}
	return cells
}

// happened reports whether a moment is one that pushes.
func (p push) happened(m Moment) bool {
	h := m.Heard
	has := func(kind string) bool { return h.Words.Hearing.Has(kind) }
	if len(p.heard) > 0 && !slices.ContainsFunc(p.heard, has) {
		return false
	}
	if len(p.reads) > 0 && !slices.Contains(p.reads, string(h.Numbers.Reading.Emotion)) {
		return false
	}
	if p.concern && h.Numbers.Care.Level == 0 || p.asked && !m.Asked {
		return false
	}
	if p.late && m.Hour < lateFrom && m.Hour >= lateUntil {
		return false
	}
	if !p.words.holds(len(strings.Fields(h.Words.Text))) || !p.stretch.holds(m.Nth) {
		return false
	}
	return len(p.said) == 0 || m.Said != nil && slices.ContainsFunc(p.said, func(act string) bool { return slices.Contains(m.Said.Numbers.Acts, act) })
}

const (
	// pushMost is how many moments of one kind count in a week.
	pushMost = 5
	// stepLeast is the least that makes a step: less is noise.
	stepLeast = 0.0008
	// causesMost is how many causes a step names.
	causesMost = 5
)

// steps are what the moments since the last look make of her traits, within the
// limits. What somebody else may have said moves nothing.
func (r *Becoming) steps(s *State, n Night) []samantha.Step {
	var steps []samantha.Step
	for _, which := range r.all() {
		by, pushes := r.pushed(which, n.Week)
		by = allowed(samantha.Round(by), which, n.At, s.Steps, s.stands(which))
		if math.Abs(by) < stepLeast {
			continue
		}
		step := samantha.Step{Trait: which, By: by}
		step.Rule, step.Causes = causes(by, pushes)
		steps = append(steps, step)
	}
	return steps
}

// weighed is a push with the moments that it comes from.
type weighed struct {
	push
	sum  float64
	from []samantha.ID
}

// pushed is what a week adds up to for a trait, and by which pushes; what pushes a
// facet pushes its trait.
func (r *Becoming) pushed(which samantha.Trait, moments []Moment) (sum float64, pushes []weighed) {
	for _, p := range r.pushes {
		if p.trait != which && p.trait.Whole() != which {
			continue
		}
		w := weighed{push: p}
		for _, m := range moments {
			if len(w.from) < pushMost && !m.Heard.Numbers.Guest && p.happened(m) {
				w.from = append(w.from, m.ID)
				w.sum = samantha.Round(w.sum + p.by)
			}
		}
		if len(w.from) > 0 {
			pushes, sum = append(pushes, w), sum+w.sum
		}
	}
	return sum, pushes
}

// causes are the pushes that went the way of a step: the strongest by name, and
// the moments of all.
func causes(by float64, pushes []weighed) (rule string, ids []samantha.ID) {
	pushes = slices.DeleteFunc(pushes, func(w weighed) bool { return (w.sum > 0) != (by > 0) })
	slices.SortStableFunc(pushes, func(a, b weighed) int {
		return cmp.Or(cmp.Compare(math.Abs(b.sum), math.Abs(a.sum)), cmp.Compare(a.name, b.name))
	})
	for _, w := range pushes {
		for _, id := range w.from {
			if len(ids) < causesMost && !slices.Contains(ids, id) {
				ids = append(ids, id)
			}
		}
	}
	return pushes[0].name, ids
}

// Because is the clause of a push: "we laughed".
func (r *Becoming) Because(rule string) string {
	for _, p := range r.pushes {
		if p.name == rule {
			return p.because
		}
	}
	return ""
}
