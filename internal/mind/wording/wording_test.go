package wording_test

import (
	"testing"

	"samantha/internal/mind/wording"
)

// TestNothingComesIn: other words for the same are let through, and nobody, nothing and no
// claim that was not there.
func TestNothingComesIn(t *testing.T) {
	r, err := wording.New()
	if err != nil {
		t.Fatal(err)
	}
	van := wording.Said{Text: "You bought the van in March, and it did not start.", From: []string{"I bought Gerald, an old van"}, Turns: true}
	for words, ok := range map[string]bool{
		"In March you bought the van, and it did not start.": true,
		"The old van was bought in March; it never started.": true,
		"You bought Gerald in March, and he did not start.":  true,
		"You bought the van in March, and it started.":       false, // turned round
		"You bought the van in April, and it did not start.": false,
		"You and Tom bought the van, and it did not start.":  false,
		"You bought the van in March, and did it not start?": false,
		"": false,
		"- You bought the van\n- In March, not started": false,
		"You bought the van in March, and it did not start, and it did not start, and then it did not start, and the van did not start at all, not once, in March.": false,
	} {
		if err := r.Check(van, words); (err == nil) != ok {
			t.Errorf("%q: %v", words, err)
		}
	}
	curly := wording.Said{Text: "It began with you: “hi, I'm Ana.”"}
	if err := r.Check(curly, "And then it began with you: “hi, I'm Ana.”"); err != nil {
		t.Error(err)
	}
	said := wording.Said{Text: "You said \"never again\" of it.", Turns: true}
	if r.Check(said, "You said of it: \"never again\".") != nil || r.Check(said, "You never said it again of it.") == nil {
		t.Error("a quotation is kept as it is")
	}
	dream := wording.Said{Text: "Mara was on the ferry.", Keeps: []string{"the ferry"}}
	if r.Check(dream, "On the ferry there was Mara.") != nil || r.Check(dream, "There was Mara.") == nil {
		t.Error("what it was of is kept")
	}
}
