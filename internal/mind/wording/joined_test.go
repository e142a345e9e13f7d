package wording

import "testing"

func TestTwoThingsStandAsTheyWereTold(t *testing.T) {
	r, err := New()
	if err != nil {
		t.Fatal(err)
	}
	const first, second = "I keep bees on the roof", "my sister Mara moved to a farm. It has an orchard"
	for _, c := range []struct {
		first, second, words string
		may                  bool
	}{
		{first, second, "You keep bees on the roof, and your sister Mara moved to a farm.", true},
		{first, second, "Your sister Mara moved to a farm, while you keep bees on the roof", true},
		{first, second, "Both now: you keep bees on the roof, and it has an orchard.", true},
		{"I'm not ready", "I was late", "You're not ready, and you were late.", true},

		{first, second, "You keep bees, and your sister Mara moved to a farm.", false},
		{first, second, "I keep bees on the roof, and my sister Mara moved to a farm.", false},
		{first, second, "You keep bees on the roof, so your sister Mara moved to a farm.", false},
		{first, second, "You never keep bees on the roof, and your sister Mara moved to a farm.", false},
		{first, second, "You keep bees on the roof, and your sister Mara moved to a farm with Theo.", false},
		{first, second, "You keep bees on the roof. Your sister Mara moved to a farm.", false},
		{first, "we're selling the house", "You keep bees on the roof, and we're selling the house.", false},
		{first, "I like you", "You keep bees on the roof, and you like you.", false},
		{first, second, "", false},
	} {
		if err := r.Joined(c.first, c.second, c.words); (err == nil) != c.may {
			t.Errorf("%q: %v", c.words, err)
		}
	}
}
