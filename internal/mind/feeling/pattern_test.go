package feeling

import (
	"testing"
	"time"

	"samantha"

	"pgregory.net/rapid"
)

func anyMark(string) bool { return true }

// A pattern needs three cases on days of their own, most of what is marked so, and
// others to hold them against.
func TestFindPattern(t *testing.T) {
	at := func(day int) time.Time { return noon().AddDate(0, 0, day) }
	low := func(day int, marks ...string) Case { return Case{At: at(day), Hit: true, Marks: marks} }
	fine := func(day int, marks ...string) Case { return Case{At: at(day), Marks: marks} }
	weekdays := []Case{fine(1, "weekday:monday"), fine(2, "weekday:tuesday"), fine(3, "weekday:wednesday"), fine(4, "weekday:thursday")}
	for _, c := range []struct {
		name  string
		cases []Case
		want  string
		also  string
	}{
		{"three sundays", append([]Case{low(0, "weekday:sunday"), low(7, "weekday:sunday"), low(14, "weekday:sunday")}, weekdays...), "weekday:sunday", ""},
		{"with somebody", append([]Case{low(0, "weekday:sunday", "person:x"), low(7, "weekday:sunday", "person:x"), low(14, "weekday:sunday", "person:x")}, weekdays...), "weekday:sunday", "person:x"},
		{"two", append([]Case{low(0, "weekday:sunday"), low(7, "weekday:sunday")}, weekdays...), "", ""},
		{"one day thrice", append([]Case{low(0, "part:evening"), low(0, "part:evening"), low(0, "part:evening")}, weekdays...), "", ""},
		{"nothing to hold it against", []Case{low(0, "weekday:sunday"), low(7, "weekday:sunday"), low(14, "weekday:sunday"), fine(1, "weekday:monday")}, "", ""},
		{"as often elsewhere", []Case{low(0, "weekday:sunday"), low(7, "weekday:sunday"), low(14, "weekday:sunday"), low(1, "weekday:monday"), low(8, "weekday:monday"), fine(2, "weekday:tuesday")}, "", ""},
		{"as often not", append([]Case{low(0, "weekday:sunday"), low(7, "weekday:sunday"), low(14, "weekday:sunday"), fine(21, "weekday:sunday"), fine(28, "weekday:sunday"), fine(35, "weekday:sunday")}, weekdays...), "", ""},
	} {
		p, ok := FindPattern(c.cases, anyMark)
		if p.Mark != c.want && ok || ok != (c.want != "") || ok && p.Also != c.also {
			t.Errorf("%s: %+v, %v", c.name, p, ok)
		}
	}
}

// Whatever the cases, a pattern that is told has its receipts.
func TestAPatternHasReceipts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var cases []Case
		for i := range rapid.IntRange(0, 30).Draw(t, "cases") {
			cases = append(cases, Case{
				ID: samantha.NewID(uint64(i + 2)), At: noon().AddDate(0, 0, i), Hit: rapid.Bool().Draw(t, "hit"),
				Marks: []string{rapid.SampledFrom([]string{"weekday:sunday", "weekday:monday"}).Draw(t, "day"), rapid.SampledFrom([]string{"part:evening", "part:night"}).Draw(t, "part")},
			})
		}
		p, ok := FindPattern(cases, anyMark)
		if !ok {
			return
		}
		if len(p.Cases) < leastCases {
			t.Fatalf("%d cases", len(p.Cases))
		}
		for i, c := range p.Cases {
			if !c.Hit || i > 0 && c.At.Before(p.Cases[i-1].At) {
				t.Fatalf("%+v", p)
			}
		}
	})
}
