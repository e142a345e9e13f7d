package year

import (
	"slices"
	"time"

	"samantha"
)

// Person is a made-up person, as their file has them.
type Person struct {
	Name   string
	About  string // in one sentence
	Zone   string // IANA name
	slots  map[string][]string
	phases []phase
	days   []happening
	book   *samantha.Shelved // one they give her
	booked int               // on this day
	groups []group
}

// phase is a stretch of their life, with the habits of that time.
type phase struct {
	name     string
	from, to int // days, from 1, both included
	comes    []habit
	mix      []share
	leaves   int // of a hundred encounters, how many end with a goodbye
}

// habit is an hour at which they may come.
type habit struct {
	weekdays   []time.Weekday
	from, to   int // hours of the day
	chance     int // of a hundred
	least, atm int // moments
}

// share is how often an occasion is chosen beside the others.
type share struct {
	occasion string
	weight   int
}

// happening is what they tell on one day, line by line.
type happening struct {
	day   int
	at    time.Duration // after midnight; 0: when they come
	sore  bool
	lines []string
}

// group are the lines of one occasion, or of one way to take what she said.
type group struct {
	occasion string   // of those that are chosen; "" of the others
	hears    []string // what her reply has to hold
	meets    string   // whom they see or ring, of those that tell it
	byItself int      // of a hundred, for those that meet: how likely it is on any day
	phases   []string // nil: in all
	chance   int      // of a hundred, for those that hear; for those that meet, where she brought them up
	sore     bool     // said in sorrow
	lines    []string
}

// in reports whether the group belongs to a phase.
func (g group) in(phase string) bool {
	return len(g.phases) == 0 || slices.Contains(g.phases, phase)
}

// wholeYear is how many days the phases of a person cover.
const wholeYear = 365

// phase is the one that a day lies in; none is one of silence. After a year the phases
// come again; what happened on a day does not.
func (p *Person) phase(day int) phase {
	day = (day-1)%wholeYear + 1
	for _, f := range p.phases {
		if day >= f.from && day <= f.to {
			return f
		}
	}
	return phase{}
}

// Utterances is how many different things they can say, slots left open.
func (p *Person) Utterances() int {
	said := map[string]bool{}
	count := func(lines []string) {
		for _, l := range lines {
			for _, part := range parts(l) {
				said[part] = true
			}
		}
	}
	for _, d := range p.days {
		count(d.lines)
	}
	for _, g := range p.groups {
		count(g.lines)
	}
	return len(said)
}

// spans are the phases of so many days.
func (p *Person) spans(days int) []Phase {
	var out []Phase
	for _, f := range p.phases {
		if f.from <= days {
			out = append(out, Phase{f.name, f.from, min(f.to, days)})
		}
	}
	return out
}
