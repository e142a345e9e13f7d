package memory

import "testing"

// What the person told is turned to her side and to that day; what cannot be
// turned without changing it is quoted.
func TestRetold(t *testing.T) {
	lore, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ text, want string }{
		{"my mum's in hospital, they found something on her hip", "your mum was in hospital, they found something on her hip"},
		{"mum is home", "your mum was home"},
		{"My brother Jonas and I had a huge row about who takes mum's dog.", "you and your brother Jonas had a huge row about who takes your mum's dog"},
		{"I'm scared to be honest", "you were scared"},
		{"we're fine now", "you were fine"},
		{"didn't get the bakery", "you didn't get the bakery"},
		{"we're moving, did I tell you? to a house with a garden", "you were moving, to a house with a garden"},
		{"tomorrow is the operation", "the next day was the operation"},
		{"well, Nadia passed!", "Nadia passed"},
		{"I passed!!! 71 percent", "you passed. 71 percent"},
		{"it's over and I'm fine with it", "it was over and you were fine with it"},
		{"you were right about my brother", "“you were right about my brother”"},
		{"she said 'never again' and left", "“she said 'never again' and left”"},
		{"why did I do that?", "“why did I do that?”"},
	} {
		if got := lore.story.retold(c.text); got != c.want {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
		}
	}
}

// What says that a thing is over, and how it ended; what only hopes for it does
// not.
func TestEnded(t *testing.T) {
	lore, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		text string
		side int
		ends bool
	}{
		{"the operation went well!", 1, true},
		{"Nadia passed!", 1, true},
		{"she passed away on Sunday", -1, true},
		{"we moved in today", 1, true},
		{"the funeral was beautiful", -1, true},
		{"he said sorry and so did I", 1, true},
		{"that's done now", 0, true},
		{"Pixel came back!! he was in the garage", 1, true},
		{"didn't get the flat", -1, true},
		{"I hope the operation went well", 0, false},
		{"it isn't over yet", 0, false},
		{"when she is home again", 0, false},
		{"is it over now?", 0, false},
		{"he passed me the salt", 0, false},
		{"I got home late", 0, false},
	} {
		if side, ends := lore.story.ended(c.text); side != c.side || ends != c.ends {
			t.Errorf("%q: ended %v, %d; want %v, %d", c.text, ends, side, c.ends, c.side)
		}
	}
}
