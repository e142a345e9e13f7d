package feeling

import (
	"slices"
	"testing"
)

func TestChosen(t *testing.T) {
	all := []Reaction{
		{Name: "ha", Mood: "funny", Fits: .5, least: .4},
		{Name: "ohno", Mood: "bad", Fits: .45, least: .4, grave: true},
		{Name: "with", Fits: .35, grave: true},
		{Name: "good", Mood: "good", Fits: .55, least: .6},
	}
	for _, c := range []struct {
		lately []string
		weighs bool
		want   string
	}{
		{nil, false, "ha"}, // "good" is not likely enough
		{nil, true, "ohno"},
		{[]string{"ha"}, false, "ohno"},
		{[]string{"ohno", "ha"}, false, "with"}, // "oh no" is too near
		{[]string{"with", "ohno"}, true, "with"},
	} {
		if got := Chosen(all, c.lately, c.weighs, 1); got.Name != c.want {
			t.Errorf("after %v, weighs %v: %q, want %q", c.lately, c.weighs, got.Name, c.want)
		}
	}
	if got := Chosen(all[3:], nil, false, 1); got.Name != "" {
		t.Errorf("what is not likely enough is said: %q", got.Name)
	}
}

// What is plain is among the likeliest three of fifteen.
func TestReactions(t *testing.T) {
	heart, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for said, want := range map[string]string{
		"the goat got into the post office and ate a parcel lol":   "ha",
		"dropped my phone down the loo. it was new":                "ohno",
		"my mum died on tuesday. the house is so quiet":            "sorry",
		"scan came back clear!! we all cried":                      "good",
		"honestly I think most meetings could be an email":         "fair",
		"my boss gave my shift to his nephew again and I'm so mad": "ohno",
	} {
		top := heart.Reactions(said)[:3]
		if !slices.ContainsFunc(top, func(r Reaction) bool { return r.Name == want }) {
			t.Errorf("%q: %v, want %q", said, top, want)
		}
	}
}
