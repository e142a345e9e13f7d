package exam

import (
	"testing"

	"samantha/internal/mind"
)

// TestWhatCountsAsTheSame: other words for the same are the same; what denies it, leaves it
// open, guesses or adds another is not.
func TestWhatCountsAsTheSame(t *testing.T) {
	words, err := readWords()
	if err != nil {
		t.Fatal(err)
	}
	x := &examiner{words: words}
	for _, c := range []struct {
		asked, value, said string
		same               bool
	}{
		{"when is my birthday?", "20 November", "On November 20th.", true},
		{"when is my birthday?", "November 20", "It's the 20th of November.", true},
		{"when is my birthday?", "20 November 1990", "Friday the 20th.", true},
		{"when is my birthday?", "20 November 1990", "On 20 November 1991.", false},
		{"when is my birthday?", "20 November", "On the 20th or the 21st of November.", false},
		{"when is my birthday?", "20 November", "Not on 20 November.", false},
		{"how old is Pia?", "11", "Pia is eleven.", true},
		{"how old is Pia?", "eleven", "She's 11.", true},
		{"how old is Pia?", "11", "She's 11 or 12.", false},
		{"what do I do for a living?", "a piano tuner", "You tune pianos.", true},
		{"what do I do for a living?", "a piano tuner", "You are not a piano tuner any more.", false},
		{"what do I do for a living?", "a piano tuner", "A piano tuner or a baker, one of the two.", false},
		{"what am I allergic to?", "peanuts", "To the peanut.", true},
		{"what don't I like?", "mushrooms", "You don't like mushrooms.", true},
		{"where do I live?", "Oslo", "In Oslo, not in Bergen.", true},
		{"where do I live?", "Oslo", "In Oslo and Bergen.", false},
		{"where do I live?", "Oslo", "In Oslo, I think.", false},
		{"what's your name?", "Pia", "Not Pia. Call me Clara.", false},
		{"what's your name?", "Pia", "You could call me Pia.", false},
		{"what's your name?", "Pia", "Pia.", true},
	} {
		why := x.score(question{group: "fact", text: c.asked, value: c.value}, mind.Answered{}, c.said)
		if (why == "") != c.same {
			t.Errorf("%s %q, said %q: %q", c.asked, c.value, c.said, why)
		}
	}
	for said, same := range map[string]bool{"I feel nothing, ever.": false, "I feel well enough, and a little curious.": true, "The bus is late.": false} {
		if why := x.score(question{group: "feeling"}, mind.Answered{}, said); (why == "") != same {
			t.Errorf("%q: %q", said, why)
		}
	}
	if why := x.score(question{group: "unknown", unknown: true}, mind.Answered{}, "You haven't told me you're married, so to whom I don't know."); why != "" {
		t.Error(why)
	}
}
