// Package facts measures what she learns as facts from what a person tells, on
// lives whose facts are known (package lives).
package facts

import (
	"fmt"
	"slices"
	"strings"
	"text/tabwriter"
	"time"

	"samantha"
	"samantha/internal/bench/lives"
	"samantha/internal/mind/hearing"
	"samantha/internal/mind/memory"
)

// Report is what a run found. A fact agrees with one of a life if it was learned
// while that held, is of the same owner and a like slot (slots.txt), and half of the
// words of its value are among the other's, and all of its numbers.
type Report struct {
	Lives     int     `json:"lives"`
	Facts     int     `json:"facts"`     // of the lives
	Found     int     `json:"found"`     // of these, learned
	Recall    float64 `json:"recall"`    // Found / Facts
	Learned   int     `json:"learned"`   // from the turns that the facts of the lives cite
	Agree     int     `json:"agree"`     // of these, with a fact of the life or what it says of its people
	Precision float64 `json:"precision"` // Agree / Learned: a floor, for a turn may tell more than is listed
	All       int     `json:"all"`       // learned from any turn
	Unlisted  []Line  `json:"unlisted"`  // learned, and no fact of the life: to be read
	Causes    []Cause `json:"causes"`    // why the others were missed
	Missed    []Miss  `json:"missed"`
}

// Cause is one reason why facts were missed, and of how many.
type Cause struct {
	Why   string `json:"why"`
	Facts int    `json:"facts"`
}

// Miss is a fact of a life that was not learned.
type Miss struct {
	Life  string `json:"life"`
	Fact  string `json:"fact"` // its id
	Owner string `json:"owner"`
	Slot  string `json:"slot"`
	Value string `json:"value"`
	Why   string `json:"why"`
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
	var b strings.Builder
	fmt.Fprintf(&b, "%d lives: %d of %d facts learned (recall %.3f); of %d learned from the turns they cite, %d agree (precision at least %.3f); %d learned in all\n",
		r.Lives, r.Found, r.Facts, r.Recall, r.Learned, r.Agree, r.Precision, r.All)
	w := tabwriter.NewWriter(&b, 0, 0, 2, ' ', 0)
	for _, c := range r.Causes {
		fmt.Fprintf(w, "missed\t%s\t%d\n", c.Why, c.Facts)
	}
	_ = w.Flush()
	return b.String()
}

// Run learns from every life of the languages she hears.
func Run(all []lives.Life) (Report, error) {
	ear, err := hearing.New()
	if err != nil {
		return Report{}, err
	}
	lore, err := memory.New()
	if err != nil {
		return Report{}, err
	}
	var r Report
	for i := range all {
		if l := &all[i]; l.Language == "en" {
			r.add(l, learn(ear, lore, l))
		}
	}
	r.Causes = r.causes()
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

// causes counts why facts were missed, the reason met first first.
func (r Report) causes() []Cause {
	var all []Cause
	for _, m := range r.Missed {
		at := slices.IndexFunc(all, func(c Cause) bool { return c.Why == m.Why })
		if at < 0 {
			at = len(all)
			all = append(all, Cause{Why: m.Why})
		}
		all[at].Facts++
	}
	return all
}

// lately is in how many of the last utterances somebody may be whom a "she" means.
const lately = 3

// learn hears what the person of a life says and keeps what the fold keeps.
func learn(ear *hearing.Ear, lore *memory.Lore, l *lives.Life) []learned {
	var s memory.State
	var said []time.Time // in this encounter
	var out []learned
	session := -1
	for i, t := range l.Turns {
		if t.Session != session {
			s.NewEncounter()
			session, said = t.Session, nil
		}
		if t.Speaker != l.Speakers[0] || t.OffRecord {
			continue
		}
		since := t.At
		if len(said) > 0 {
			since = said[max(0, len(said)-lately)]
		}
		before, missing := s.Unnamed(since)
		in := hearing.Context{Now: t.At, People: s.Names(), Missing: missing, Whose: before.Sort}
		hers := ""
		if i > 0 && l.Turns[i-1].Session == t.Session && l.Turns[i-1].Speaker != t.Speaker {
			hers = l.Turns[i-1].Text
		}
		in.After = ear.Wants(hers, in)
		h := ear.Hear(t.Text, in)
		facts := slices.Concat(lore.Mend(h, &s, nil, since), memory.Learn(h, nil, before.ID), lore.LearnOf(h, &s, since, ear.Names(hers, in)))
		lore.Within(t.Text, h, facts)
		had := len(s.Facts)
		said = append(said, t.At)
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
			continue
		}
		r.Missed = append(r.Missed, Miss{l.ID, f.ID, f.Owner, f.Slot, f.Value, m.why(got, f)})
	}
	for _, g := range got {
		cited := slices.ContainsFunc(l.Facts, func(f lives.Fact) bool { return slices.Contains(turns(f), g.turn) })
		agrees := m.listed(g) || slices.ContainsFunc(l.Facts, func(f lives.Fact) bool { return m.agree(g, f) })
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
