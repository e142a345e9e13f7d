package bond

import (
	"slices"
	"strings"

	"samantha"
)

// another is where a promise goes on as another one.
type another struct {
	words, whose string
	only         string // only after a promise of theirs, hers, both; "" is any
}

// readVow reads a line of vows.txt: words = whose, if whose.
func (r *Room) readVow(l samantha.Line) error {
	words, rest, ok := strings.Cut(l.Text, "=")
	whose, only, _ := strings.Cut(rest, ", if ")
	if !ok {
		return l.Bad("want: words = whose")
	}
	r.another = append(r.another, another{strings.TrimSpace(words), strings.TrimSpace(whose), strings.TrimSpace(only)})
	slices.SortStableFunc(r.another, func(a, b another) int { return len(b.words) - len(a.words) })
	return nil
}

// Vows are the promises of one sentence, each by itself: "I'll ring my mother and I
// promise I'll be in bed by ten" are two.
func (r *Room) Vows(whose, what string) []samantha.Vow {
	var vows []samantha.Vow
	for {
		at, next := r.goesOn(whose, what)
		if at < 0 {
			return append(vows, samantha.Vow{Whose: whose, What: vowed(what)})
		}
		vows = append(vows, samantha.Vow{Whose: whose, What: vowed(what[:at])})
		negated := ""
		if strings.HasSuffix(next.words, "won't") {
			negated = "won't "
		}
		whose, what = next.whose, negated+what[at+len(next.words)+1:]
	}
}

// goesOn is where in a promise the next one begins, counted in bytes; -1 if none does.
func (r *Room) goesOn(whose, what string) (int, another) {
	at, found := -1, another{}
	small := strings.ToLower(strings.ReplaceAll(what, "’", "'"))
	if len(small) != len(what) {
		small = strings.ToLower(what) // a mark of another length would move the places
	}
	for _, n := range r.another {
		i := strings.Index(small, " "+n.words+" ")
		if i > 0 && (n.only == "" || n.only == whose) && (at < 0 || i+1 < at) {
			at, found = i+1, n
		}
	}
	return at, found
}

// leads are what stands between "I promise" and what is promised.
const leads = "that to you i we you'll i'll we'll will"

// vowed is what was promised, without what leads to it and marks at its ends.
func vowed(what string) string {
	what = strings.Trim(what, " ,.;!")
	for {
		first, rest, ok := strings.Cut(what, " ")
		if !ok || !slices.Contains(strings.Fields(leads), strings.ToLower(strings.ReplaceAll(first, "’", "'"))) {
			return what
		}
		what = rest
	}
}
