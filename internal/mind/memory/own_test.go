package memory

import (
	"testing"
	"time"

	"samantha"
)

// TestToldHoldsAllThatIsAsked: a question of their own life is answered by what
// they told that holds all of its weighty words, or not at all.
func TestToldHoldsAllThatIsAsked(t *testing.T) {
	l, err := New()
	if err != nil {
		t.Fatal(err)
	}
	x := l.Index()
	at := time.Date(2026, 3, 2, 20, 0, 0, 0, time.UTC)
	for i, text := range []string{
		"my gran's knee is bad again",
		"and I promised to carry crates for Petra",
		"rex howled all night. the porter's dog",
		"I booked the lake, first week of july",
		"41 crates. Petra only pointed",
		"she's in now. two rooms and a green bathroom",
		"the lake is off. moved it to september",
		"rex again, at five",
		"found a ring in the garden",
		"the kettle was 85 euros, at the fair",
		"the kettle whistles for 3 minutes",
		"the boys came by the harbour",
		"the boys are Ante and Luka",
		"judo is fridays from now on",
		"judo was good",
	} {
		x.Add(Kept{Memory: samantha.Memory{ID: samantha.NewID(uint64(i + 1)), At: at.Add(time.Duration(i) * time.Minute), By: samantha.OriginPerson, Text: text}})
	}
	find := func(w string) []string { return map[string][]string{"find": {"finds", "found"}}[w] }
	for _, c := range []struct {
		question string
		want     []int // places, best first
	}{
		{"when is the lake?", []int{7, 4}},
		{"who is rex?", []int{3, 8}},
		{"how many crates were there", []int{5}},
		{"what did I tell you about the ring?", []int{9}},
		{"when did I find the ring", []int{9}},
		{"who has a bad knee", []int{1}},
		{"how much did the kettle cost?", []int{10}},
		{"how much did the harbour cost?", nil},
		{"who are the boys?", []int{13, 12}},
		{"when is judo?", []int{14, 15}},
		{"what colour is Petra's bathroom", []int{6}},
		{"where did I meet Petra", nil},
		{"who is the president of France?", nil},
		{"what did I tell you about the boat?", nil},
		{"what did I tell you?", nil},
	} {
		var got []int
		for _, h := range x.Told(c.question, find) {
			n, _ := h.ID.Seq()
			got = append(got, int(n))
		}
		if len(got) != len(c.want) {
			t.Errorf("%q: got %v, want %v", c.question, got, c.want)
			continue
		}
		for i := range got {
			if got[i] != c.want[i] {
				t.Errorf("%q: got %v, want %v", c.question, got, c.want)
			}
		}
	}
}
