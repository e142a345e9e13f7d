package asked

import "testing"

// TestCoreOfAMessage: a test, a doubt and a slip are taken off a question; what tells more
// than it asks has none.
func TestCoreOfAMessage(t *testing.T) {
	r, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for message, want := range map[string]string{
		"ok pop quiz, when did it happen":                                       "when did it happen",
		"Una! Nice. Quick test, what are they called":                           "what are they called",
		"aw fond fraud, last test: what do i study":                             "what do i study",
		"what's my deadline, pop quiz":                                          "what's my deadline,",
		"what even was that reminder again? test time":                          "what was that reminder",
		"did you get who Stan was?":                                             "who was Stan",
		"Do you remember who I told you was ill?":                               "who was ill?",
		"and my name, do you still have it?":                                    "what is my name",
		"How old's the dog?":                                                    "How old is the dog?",
		"which one broke his wrist":                                             "who broke his wrist",
		"my sister came by with the dog, he was sick":                           "",
		"I bought bread and a lamp and two chairs and then went home. what now": "",
	} {
		c, ok := r.Core(message)
		if !ok {
			c.Text = ""
		}
		if c.Text != want {
			t.Errorf("%q: %q, want %q", message, c.Text, want)
		}
	}
}
