package newborn

import (
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"samantha"
)

// lately keeps what the mind gives her of the last hundred moments.
type lately struct {
	lines, spoken [][]string
}

func (l *lately) add(clauses []samantha.Clause) {
	var keys []string
	for _, c := range clauses {
		if !slices.Contains(keys, c.Line) {
			keys = append(keys, c.Line)
		}
	}
	l.lines = append(l.lines, keys)
	l.spoken = append(l.spoken, samantha.LongSentences(text(clauses)))
	if len(l.lines) > 100 {
		l.lines, l.spoken = l.lines[1:], l.spoken[1:]
	}
}

// fillings of slots, from plain to awkward.
func fillings() *rapid.Generator[string] {
	return rapid.OneOf(
		rapid.SampledFrom(samples),
		rapid.SampledFrom([]string{
			"my mother", "I was late again", "what do you think?", "Great! It worked! 🎉", "a", "St. Mary's",
			"you and me", "…", "\"quoted\"", "ÉLAN", "2 kids", "don't", "joy", "name", "some", "weeks", "3",
		}),
		rapid.StringN(0, 40, -1),
		rapid.Custom(func(t *rapid.T) string {
			return strings.Join(rapid.SliceOfN(rapid.StringMatching("[a-z]{1,9}"), 1, 12).Draw(t, "words"), " ")
		}),
	)
}

func drawMove(t *rapid.T, n *Newborn) samantha.Move {
	m := samantha.Move{
		Act:   rapid.SampledFrom(n.Acts()).Draw(t, "act"),
		Slots: map[string]string{},
		Short: rapid.IntRange(0, 9).Draw(t, "short") == 0,
	}
	var names []string
	for slot := range n.blocks[m.Act].slots {
		names = append(names, slot)
	}
	slices.Sort(names)
	for _, slot := range names {
		if rapid.Bool().Draw(t, "has "+slot) {
			m.Slots[slot] = fillings().Draw(t, slot)
		}
	}
	return m
}

func drawMoment(t *rapid.T, n *Newborn) samantha.Moment {
	tones := []samantha.Tone{"plain", "light", "glad", "quiet", "crisis"}
	mood := func(name string) float64 { return rapid.Float64Range(-1, 1).Draw(t, name) }
	m := samantha.Moment{
		Seed: rapid.Uint64().Draw(t, "seed"),
		At:   noon.Add(time.Duration(rapid.IntRange(0, 24*7).Draw(t, "hour")) * time.Hour),
		Days: rapid.IntRange(0, 100).Draw(t, "days"),
		Mood: samantha.Mood{P: mood("p"), A: mood("a")},
	}
	m.Intent.Tone = rapid.SampledFrom(tones).Draw(t, "tone")
	m.Intent.Limits.NoQuestion = rapid.Bool().Draw(t, "no question")
	m.Intent.Limits.NoPlay = rapid.Bool().Draw(t, "no play")
	m.Intent.Limits.Sentences = rapid.IntRange(0, 3).Draw(t, "sentences")
	for range rapid.IntRange(1, 3).Draw(t, "moves") {
		m.Intent.Moves = append(m.Intent.Moves, drawMove(t, n))
	}
	return m
}

// checkWords holds what she says against the limits of the moment.
func checkWords(t *rapid.T, n *Newborn, m samantha.Moment, said []samantha.Clause) {
	if text(said) == "" {
		t.Fatal("said nothing")
	}
	questions, ends := 0, 0
	for _, c := range said {
		b, l := find(n, c.Line)
		if b == nil || c.Text == "" {
			t.Fatalf("clause %+v comes from no line", c)
		}
		if l.asksIn(c.Text) {
			questions++
		}
		if l.play && (m.Intent.Limits.NoPlay || m.Intent.Tone == samantha.ToneQuiet || m.Intent.Tone == samantha.ToneCrisis) {
			t.Fatalf("%s plays", l.key)
		}
		if m.Intent.Tone == samantha.ToneQuiet && !l.quiet {
			t.Fatalf("%s is not fit for sorrow", l.key)
		}
		if strings.HasSuffix(c.Text, ".") || strings.HasSuffix(c.Text, "?") {
			ends++
		}
	}
	acts := m.Intent.Moves
	form := slices.ContainsFunc(acts, func(a samantha.Move) bool { return a.Act == samantha.DoForm })
	if !form && (questions > 1 || m.Intent.Limits.NoQuestion && questions > 0) {
		t.Fatalf("%d questions: %s", questions, text(said))
	}
	if most := m.Intent.Limits.Sentences; most > 0 && ends > most+2 {
		t.Fatalf("%d sentences: %s", ends, text(said))
	}
}

// asksIn: a clause of the line asks, in her own words. A question that stands in
// what she reads back, as in a letter of theirs, is not one of hers.
func (l *line) asksIn(text string) bool {
	return slices.ContainsFunc(l.clauses, func(c clause) bool {
		last := c.pieces[len(c.pieces)-1]
		return slices.ContainsFunc(append(last.choice, last.text), func(end string) bool {
			return strings.HasSuffix(end, "?") && strings.HasSuffix(text, end)
		})
	})
}

func find(n *Newborn, key string) (*block, *line) {
	for _, b := range n.blocks {
		for _, l := range b.lines {
			if l.key == key {
				return b, l
			}
		}
	}
	return nil, nil
}

// A life of many moments: she is never silent, keeps the limits, and says no
// sentence of more than four words twice in a hundred moments.
func TestNothingTwice(t *testing.T) {
	n := open(t)
	rapid.Check(t, func(t *rapid.T) {
		var past lately
		for range 120 {
			m := drawMoment(t, n)
			m.Lines, m.Spoken = slices.Concat(past.lines...), slices.Concat(past.spoken...)
			said := say(t, n, m)
			checkWords(t, n, m, said)
			for _, key := range twice(n, m, said) {
				t.Fatalf("twice: %q in %q", key, text(said))
			}
			past.add(said)
		}
	})
}

// The same, at the worst: one act over and over.
func TestNothingTwiceInOneAct(t *testing.T) {
	n := open(t)
	for _, act := range n.Acts() {
		var past lately
		for seed := range uint64(120) {
			m := moment(seed, move(act, "detail", "toast over the sink", "topic", "the moon", "word", "rhubarb"))
			m.Lines, m.Spoken = slices.Concat(past.lines...), slices.Concat(past.spoken...)
			said := say(t, n, m)
			if text(said) == "" {
				t.Fatalf("%s: said nothing", act)
			}
			for _, key := range twice(n, m, said) {
				t.Fatalf("%s: twice: %q", act, key)
			}
			past.add(said)
		}
	}
}

// twice are the sentences of an answer that were said lately and must not come
// again.
func twice(n *Newborn, m samantha.Moment, said []samantha.Clause) []string {
	var again []string
	for i := 0; i < len(said); {
		j := i + 1
		for j < len(said) && said[j].Line == said[i].Line {
			j++
		}
		if b, _ := find(n, said[i].Line); !b.repeatable {
			for _, key := range samantha.LongSentences(text(said[i:j])) {
				if slices.Contains(m.Spoken, key) {
					again = append(again, key)
				}
			}
		}
		i = j
	}
	return again
}
