package feeling

import (
	"slices"
	"testing"
	"time"

	"samantha"
)

// An insult that was not meant for her, or that they are sorry for, leaves no
// anger behind; a correction of something else does.
func TestWhatIsTakenBackIsEased(t *testing.T) {
	h, err := New()
	if err != nil {
		t.Fatal(err)
	}
	at := time.Date(2026, 3, 2, 19, 0, 0, 0, time.UTC)
	heard := func(kinds ...string) Happening {
		in := Happening{At: at}
		for _, k := range kinds {
			in.Hearing.Acts = append(in.Hearing.Acts, samantha.Act{Kind: k})
		}
		return in
	}
	for _, c := range []struct {
		second string
		rule   string // what it leaves
		eased  bool
	}{
		{"correct", "taken-back", true},
		{"sorry", "made-up", true},
		{"laugh", "laughed", false},
	} {
		var s State
		first := h.Appraise(s, heard("insult"))
		s.Apply(samantha.Event{ID: "a", At: at, Body: &samantha.Heard{Numbers: samantha.HeardNumbers{Felt: first.Felt, Goals: first.Goals, Mood: first.Mood}}})
		second := h.Appraise(s, heard(c.second))
		s.Apply(samantha.Event{ID: "b", At: at, Body: &samantha.Heard{Numbers: samantha.HeardNumbers{Felt: second.Felt, Eased: second.Eased, Goals: second.Goals, Mood: second.Mood}}})
		by := func(rule string) bool {
			return slices.ContainsFunc(s.Now(at), func(k Kept) bool { return k.Rule == rule })
		}
		if by("insulted") == c.eased || !by(c.rule) {
			t.Errorf("%s: %+v", c.second, s.Now(at))
		}
	}
}
