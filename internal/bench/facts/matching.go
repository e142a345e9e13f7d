package facts

import (
	_ "embed"
	"slices"
	"strconv"
	"strings"

	"samantha"
	"samantha/internal/bench/lives"
	"samantha/internal/mind/memory"
)

//go:embed slots.txt
var slots string

// matching is how facts of a life are told by other words.
type matching struct {
	life    *lives.Life
	person  string
	names   map[string][]string // what else somebody is called, by name
	slots   map[string][]string
	mutual  map[string]bool // relations that each is to the other: a sister's sister
	several map[string]bool // owner and slot of which the life holds several values
}

func newMatching(l *lives.Life) matching {
	m := matching{
		life: l, person: l.Speakers[0], names: map[string][]string{}, slots: map[string][]string{},
		mutual: map[string]bool{}, several: map[string]bool{},
	}
	for _, p := range l.People {
		m.names[p.Name] = append(m.names[p.Name], p.Aliases...)
		m.names[p.Name] = append(m.names[p.Name], strings.FieldsFunc(p.Relation, func(r rune) bool { return strings.ContainsRune(" ,;", r) })...)
	}
	once := map[string]bool{}
	for _, f := range l.Facts {
		key := f.Owner + "|" + f.Slot
		m.several[key], once[key] = once[key], true
	}
	for _, line := range samantha.Lines("slots.txt", slots) {
		hers, theirs, ok := strings.Cut(line.Text, "|")
		switch {
		case ok:
			m.slots[strings.TrimSpace(hers)] = strings.Fields(theirs)
		default:
			for _, rel := range strings.Fields(strings.TrimPrefix(line.Text, "mutual")) {
				m.mutual[rel] = true
			}
		}
	}
	return m
}

// agree: a learned fact says what a fact of the life says.
func (m matching) agree(g learned, f lives.Fact) bool {
	return m.held(g, f) && m.owner(g, f) && m.near(g, f) && m.value(g, f)
}

// listed: the life says so of its people, "Mara, sister of Ines".
func (m matching) listed(g learned) bool {
	return slices.ContainsFunc(m.life.People, func(p lives.Person) bool {
		rel := strings.ToLower(p.Relation)
		switch g.Slot {
		case "name":
			return m.is(g.Value, p.Name) && strings.Contains(rel, lastWord(g.Of))
		case "relation":
			return m.is(g.Of, p.Name) && strings.Contains(rel, lastWord(g.Value))
		}
		return m.is(g.Value, p.Name) && slices.Contains(wordsOf(rel), g.Slot) && slices.Contains(wordsOf(rel), lastWord(strings.ToLower(g.Of)))
	})
}

// why a fact of the life is no learned one: what comes nearest of what was learned
// from its turns.
func (m matching) why(got []learned, f lives.Fact) string {
	why := "nothing was learned from its turns"
	for _, g := range got {
		if !slices.Contains(turns(f), g.turn) {
			continue
		}
		owner, near, value := m.owner(g, f), m.near(g, f), m.value(g, f)
		switch {
		case owner && near:
			return "another value"
		case owner && value:
			return "another slot"
		case near && value:
			return "another owner"
		}
		why = "something else was learned from its turns"
	}
	return why
}

// held: it was learned while the fact held. What is over ends at the turn that says
// so; a value among several begins at its own.
func (m matching) held(g learned, f lives.Fact) bool {
	at, _ := m.life.Place(g.turn)
	if f.Until != nil {
		if end, ok := m.life.Place(*f.Until); ok && at > end {
			return false
		}
	}
	if g.Way == samantha.WayOver && !past(f) {
		return false
	}
	if g.Way == samantha.WayOver || m.several[f.Owner+"|"+f.Slot] {
		return slices.Contains(turns(f), g.turn)
	}
	return true
}

// past reports whether a fact of the life says what is not, or not any more.
func past(f lives.Fact) bool {
	words := strings.Fields(samantha.SentenceKey(f.Slot + " " + f.Value))
	return f.Until != nil || slices.ContainsFunc(words, func(w string) bool {
		return slices.Contains([]string{"no", "not", "none", "never", "instead", "once", "worked", "retired", "former"}, w)
	})
}

// owner: it is told of the one whose fact it is; of somebody's relation, of either
// of the two.
func (m matching) owner(g learned, f lives.Fact) bool {
	if m.named(g, f) {
		return true
	}
	return m.is(g.Of, f.Owner) || m.mirrors(g, f)
}

// named: it gives the name of a relation of the person's, which a life keeps as
// "sister: Nuala".
func (m matching) named(g learned, f lives.Fact) bool {
	if !m.is(memory.Person, f.Owner) || g.Slot != "name" && g.Slot != "relation" {
		return false
	}
	rel := g.Of
	if g.Slot == "relation" {
		rel = g.Value
	}
	return slices.Contains(wordsOf(f.Slot), lastWord(rel))
}

// mirrors: a relation told from the other side, "Dot's sister Lorna" of Lorna's.
func (m matching) mirrors(g learned, f lives.Fact) bool {
	return m.mutual[g.Slot] && m.mutual[f.Slot] && m.is(g.Value, f.Owner)
}

// near: the slots are alike, or the slot of the life is a word of her value: "the 5
// of the amlodipine" is told of "amlodipine".
func (m matching) near(g learned, f lives.Fact) bool {
	if m.named(g, f) || m.mirrors(g, f) {
		return true
	}
	words := wordsOf(f.Slot)
	return slices.ContainsFunc(words, func(w string) bool {
		return slices.Contains(wordsOf(g.Slot), w) || slices.Contains(m.slots[g.Slot], w) || slices.Contains(wordsOf(g.Value), w)
	})
}

func (m matching) value(g learned, f lives.Fact) bool {
	switch {
	case g.Slot == "relation" && m.named(g, f):
		return m.is(g.Of, f.Value)
	case m.mirrors(g, f):
		return m.is(g.Of, f.Value)
	case g.Value == "" || g.Slot == f.Slot && g.Slot == "died":
		return true
	}
	return overlap(g.Value, f.Value, f.Slot)
}

// is reports whether two words for somebody mean the same.
func (m matching) is(of, owner string) bool {
	if of == memory.Person {
		return owner == m.person
	}
	owner, _, _ = strings.Cut(owner, ",") // "Jude, the cousin"
	return memory.Same(of, owner) || slices.ContainsFunc(m.names[owner], func(n string) bool { return memory.Same(n, of) })
}

// overlap: half of the words of a value are among the other's or name its slot, and
// all of its numbers are the other's.
func overlap(value, of, slot string) bool {
	theirs := wordsOf(of)
	all := append(wordsOf(slot), theirs...)
	n, in := 0, 0
	for _, w := range wordsOf(value) {
		if number(w) && slices.ContainsFunc(theirs, number) && !slices.Contains(theirs, w) {
			return false
		}
		n++
		if slices.ContainsFunc(all, func(o string) bool { return o == w || len(w) > 3 && strings.HasPrefix(o, w[:len(w)-1]) }) {
			in++
		}
	}
	return n > 0 && 2*in >= n
}

func number(w string) bool { _, err := strconv.Atoi(w); return err == nil }

func lastWord(s string) string {
	words := strings.Fields(s)
	if len(words) == 0 {
		return ""
	}
	return words[len(words)-1]
}

// wordsOf are the words of a text that tell something, numbers as digits.
func wordsOf(text string) []string {
	const idle = " a an the of in on at to by for from with and or my his her their our its your is was has have had i he she it "
	text = strings.NewReplacer(".", " ", "-", " ").Replace(text)
	var out []string
	for _, w := range numerals(strings.Fields(samantha.SentenceKey(text))) {
		if !strings.Contains(idle, " "+w+" ") {
			out = append(out, w)
		}
	}
	return out
}

// numerals writes numbers as digits: "seven hundred and eighty" is 780.
func numerals(words []string) []string {
	var out []string
	for i := 0; i < len(words); {
		n, used := numeral(words[i:])
		if used == 0 {
			out = append(out, words[i])
			i++
			continue
		}
		out = append(out, strconv.Itoa(n))
		i += used
	}
	return out
}

// numeral is the number that some words begin with, and how many of them it takes.
func numeral(words []string) (n, used int) {
	const (
		first = "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
		small = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
		tens  = "zero ten twenty thirty forty fifty sixty seventy eighty ninety"
	)
	for i, w := range words {
		w = strings.TrimSuffix(w, "s")
		unit := max(slices.Index(strings.Fields(small), w), slices.Index(strings.Fields(first), w))
		ten := slices.Index(strings.Fields(tens), strings.Replace(w, "ieth", "y", 1))
		digits, err := strconv.Atoi(strings.TrimRight(w, "stndrh"))
		switch {
		case err == nil && i == 0:
			return digits, 1
		case ten > 1 && n%100 == 0:
			n += 10 * ten
		case unit >= 0 && (used == 0 || n%100 == 0 && n > 0 || n%10 == 0 && unit < 10 && n > 0):
			n += unit
		case w == "hundred" && used > 0 && n < 100:
			n *= 100
			if strings.HasSuffix(words[i], "s") { // "three hundreds three times a day"
				return n, i + 1
			}
		case w == "thousand" && used > 0 && n < 1000:
			n *= 1000
		case w == "and" && used > 0 && n >= 100 && i+1 < len(words) && isNumeral(words[i+1]):
			continue
		default:
			return n, used
		}
		used = i + 1
	}
	return n, used
}

func isNumeral(w string) bool { n, used := numeral([]string{w}); return used > 0 && n > 0 }
