// Package facts measures what she learns as facts from what a person tells, on
// lives whose facts are known (package lives).
package facts

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"samantha"
	"samantha/internal/bench/lives"
	"samantha/internal/mind/hearing"
	"samantha/internal/mind/memory"
)

//go:embed slots.txt
var slots string

// Report is what a run found. A fact agrees with one of a life if it was
// learned from one of its turns, is of the same owner and a like slot, and half of the words
// of its value are among the other's.
type Report struct {
	Lives     int     `json:"lives"`
	Facts     int     `json:"facts"`     // of the lives
	Found     int     `json:"found"`     // of these, learned
	Recall    float64 `json:"recall"`    // Found / Facts
	Learned   int     `json:"learned"`   // from the turns that the facts of the lives cite
	Agree     int     `json:"agree"`     // of these, with a fact of the life
	Precision float64 `json:"precision"` // Agree / Learned: a floor, for a turn may tell more than is listed
	All       int     `json:"all"`       // learned from any turn
	Unlisted  []Line  `json:"unlisted"`  // learned, and no fact of the life: to be read
}

// Line is one fact as it was learned.
type Line struct {
	Life  string `json:"life"`
	Turn  string `json:"turn"`
	Of    string `json:"of"`
	Slot  string `json:"slot"`
	Value string `json:"value"`
	Quote string `json:"quote"`
}

func (r Report) String() string {
	return fmt.Sprintf("%d lives: %d of %d facts learned (recall %.3f); of %d learned from the turns they cite, %d agree (precision at least %.3f); %d learned in all\n",
		r.Lives, r.Found, r.Facts, r.Recall, r.Learned, r.Agree, r.Precision, r.All)
}

// Run learns from every life of the languages she hears.
func Run(all []lives.Life) (Report, error) {
	ear, err := hearing.New()
	if err != nil {
		return Report{}, err
	}
	var r Report
	for i := range all {
		if l := &all[i]; l.Language == "en" {
			r.add(l, learn(ear, l))
		}
	}
	r.Recall, r.Precision = share(r.Found, r.Facts), share(r.Agree, r.Learned)
	return r, nil
}

func share(n, of int) float64 {
	if of == 0 {
		return 0
	}
	return samantha.Round(float64(n) / float64(of))
}

// learned is one fact, and the turn it was learned from.
type learned struct {
	turn string
	memory.Fact
}

// learn hears what the person of a life says and keeps what the fold keeps.
func learn(ear *hearing.Ear, l *lives.Life) []learned {
	var s memory.State
	var last samantha.ID
	var out []learned
	for i, t := range l.Turns {
		if t.Speaker != l.Speakers[0] || t.OffRecord {
			continue
		}
		before, missing := s.Unnamed(t.At.Add(-memory.EncounterPause))
		h := ear.Hear(t.Text, hearing.Context{Now: t.At, People: s.People(), Missing: missing, Whose: before.Sort})
		facts := append(memory.Learn(h, nil, before.ID), s.LearnOf(h, last)...)
		had := len(s.Facts)
		last = samantha.NewID(uint64(i + 1))
		s.Apply(samantha.Event{
			Seq: uint64(i + 1), ID: samantha.NewID(uint64(i + 1)), At: t.At,
			Body: &samantha.Heard{Words: samantha.HeardWords{Text: t.Text, Hearing: h, Facts: facts}},
		})
		for _, f := range s.Facts[had:] {
			out = append(out, learned{t.ID, f})
		}
	}
	return out
}

// add counts one life.
func (r *Report) add(l *lives.Life, got []learned) {
	r.Lives++
	r.All += len(got)
	m := newMatching(l)
	for _, f := range l.Facts {
		r.Facts++
		if slices.ContainsFunc(got, func(g learned) bool { return m.agree(g, f) }) {
			r.Found++
		}
	}
	for _, g := range got {
		cited := slices.ContainsFunc(l.Facts, func(f lives.Fact) bool { return slices.Contains(turns(f), g.turn) })
		agrees := slices.ContainsFunc(l.Facts, func(f lives.Fact) bool { return m.agree(g, f) })
		if cited {
			r.Learned++
		}
		if cited && agrees {
			r.Agree++
		}
		if !agrees {
			r.Unlisted = append(r.Unlisted, Line{l.ID, g.turn, g.Of, g.Slot, g.Value, g.Quote})
		}
	}
}

// turns are those a fact stands on, and the one that ended it.
func turns(f lives.Fact) []string {
	all := append([]string{f.From}, f.Sources...)
	if f.Until != nil {
		all = append(all, *f.Until)
	}
	return all
}

// matching is how facts of a life are told by other words.
type matching struct {
	person string
	names  map[string][]string // what else somebody is called, by name
	slots  map[string][]string
}

func newMatching(l *lives.Life) matching {
	m := matching{person: l.Speakers[0], names: map[string][]string{}, slots: map[string][]string{}}
	for _, p := range l.People {
		m.names[p.Name] = append(slices.Clone(p.Aliases), strings.FieldsFunc(p.Relation, func(r rune) bool { return strings.ContainsRune(" ,;", r) })...)
	}
	for _, line := range samantha.Lines("slots.txt", slots) {
		if hers, theirs, ok := strings.Cut(line.Text, "|"); ok {
			m.slots[strings.TrimSpace(hers)] = strings.Fields(theirs)
		}
	}
	return m
}

// agree: a learned fact says what a fact of the life says.
func (m matching) agree(g learned, f lives.Fact) bool {
	if !slices.Contains(turns(f), g.turn) {
		return false
	}
	words := strings.FieldsFunc(strings.ToLower(f.Slot), func(r rune) bool { return r == ' ' || r == '.' })
	if m.is(memory.Person, f.Owner) && g.Slot == "name" && slices.Contains(words, g.Of) { // "sister: Nuala"
		return overlap(g.Value, f.Value)
	}
	near := slices.ContainsFunc(words, func(w string) bool { return w == g.Slot || slices.Contains(m.slots[g.Slot], w) })
	return near && m.is(g.Of, f.Owner) && (overlap(g.Value, f.Value) || g.Value == "")
}

// is reports whether two words for somebody mean the same.
func (m matching) is(of, owner string) bool {
	if of == memory.Person {
		return owner == m.person
	}
	return memory.Same(of, owner) || slices.ContainsFunc(m.names[owner], func(n string) bool { return memory.Same(n, of) })
}

// overlap: half of the words of a value are among the other's.
func overlap(value, of string) bool {
	all := strings.Fields(samantha.SentenceKey(of))
	n, in := 0, 0
	for _, w := range strings.Fields(samantha.SentenceKey(value)) {
		if len(w) < 3 && w != of {
			continue
		}
		n++
		if slices.ContainsFunc(all, func(o string) bool { return o == w || len(w) > 3 && strings.HasPrefix(o, w[:len(w)-1]) }) {
			in++
		}
	}
	return n > 0 && 2*in >= n
}
