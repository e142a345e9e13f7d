package feeling

import "testing"

// Two feelings that pull apart are heard as two, by any wording; one, or one that is
// over, denied or another's, is not.
func TestTwoFeelingsAreHeardAsTwo(t *testing.T) {
	h, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ text, one, two string }{
		{"i'm relieved and i feel terrible about it", "relieved", "terrible"},
		{"I'm so proud of her and a bit jealous, honestly", "proud", "jealous"},
		{"happy for him but also gutted", "happy", "gutted"},
		{"part of me is excited, part of me is scared", "excited", "scared"},
		{"i miss him and i'm glad he's gone", "missing", "glad"},
		{"I love her and I can't stand her", "loving", "sick of"},
		{"half thrilled half terrified", "thrilled", "terrified"},
		{"sad that it's over, and somehow free", "sad", "free"},
		{"i'm furious with her and so grateful she called", "angry", "grateful"},
		{"it's a relief but i'm guilty as hell", "relieved", "guilty"},
		{"i feel happy and sad at the same time", "happy", "sad"},
		{"happy she's moving out but also heartbroken", "happy", "heartbroken"},
		{"i'm glad they won, yet jealous", "glad", "jealous"},
		{"i'm happy", "", ""},
		{"he's happy and i'm sad", "", ""},
		{"she's relieved but heartbroken", "", ""},
		{"i was scared but now i'm happy", "", ""},
		{"i'm not happy and not sad", "", ""},
		{"are you happy or sad?", "", ""},
		{"glad and grateful", "", ""},
		{"sad and lonely", "", ""},
	} {
		one, two, ok := h.Two(c.text)
		if ok != (c.one != "") || ok && (one != c.one && !(c.one == "angry" && one == "furious") || two != c.two) {
			t.Errorf("%q is %q and %q, want %q and %q", c.text, one, two, c.one, c.two)
		}
	}
}
