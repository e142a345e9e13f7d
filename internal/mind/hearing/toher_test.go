package hearing

import (
	"testing"
)

// toHerFloor is how many rows of toher.tsv are heard right at the least.
const toHerFloor = 121

// What is put to her herself is heard as that, by its sort.
func TestToHer(t *testing.T) {
	ear, heard := newEar(t), 0
	table := rows(t, "toher.tsv")
	for _, row := range table {
		text, kind, sort := row[0], row[1], row[2]
		h := ear.Hear(text, Context{Now: evening})
		ok := false
		for _, a := range h.Acts {
			ok = ok || a.Kind == kind && (sort == "" || a.Slots["sort"] == sort)
		}
		if ok {
			heard++
			continue
		}
		t.Logf("%q: %s, want %s %s", text, kinds(h), kind, sort)
	}
	t.Logf("%d of %d", heard, len(table))
	if heard < toHerFloor {
		t.Errorf("%d of %d heard, want %d", heard, len(table), toHerFloor)
	}
}

// Who speaks of parting and stays does not leave; who leaves does.
func TestWhoStaysIsNotLeaving(t *testing.T) {
	ear := newEar(t)
	for _, row := range rows(t, "staying.tsv") {
		h := ear.Hear(row[0], Context{Now: evening})
		if got, want := h.Has("goodbye"), row[1] == "leaves"; got != want {
			t.Errorf("%q: leaves is %v, want %v (%s)", row[0], got, want, kinds(h))
		}
	}
}
