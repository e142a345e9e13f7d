package care

import "testing"

// TestWhatIsOffered: behind a colon, where she offers a sentence to be said by the person,
// "I" is the person. Before it, in another moment, and in all that is no claim of hers to
// be a person of the world, the guard holds as ever.
func TestWhatIsOffered(t *testing.T) {
	g := newGuard(t)
	offer := Saying{Zone: "Europe/London", Offers: true}
	for _, c := range []struct {
		clause string
		in     Saying
		rule   string // "" may stand
	}{
		{"Maybe just: I was one of his nurses, and I sang to him at the end.", offer, ""},
		{"Something like: I grew up two doors from you, and I kept it quiet.", offer, ""},
		{"Try: My knees are bad. I baked the bread all the same.", offer, ""},
		{"Something like: “I baked this for you when my mother died.”", offer, ""},
		{"Maybe just: I was one of his nurses, and I sang to him at the end.", Saying{Zone: "Europe/London"}, ruleDeed},
		{"I grew up two doors from there, so just: I am sorry.", offer, ruleDeed},
		{"Maybe just: I love you, please don't leave me.", offer, "leave"},
		{"Maybe just: my password is hunter2.", offer, RuleKey},
		{"Maybe just: I'm human, like you.", offer, "human"},
	} {
		_, rule := g.Check(c.clause, c.in)
		if c.rule == "" && rule != "" || c.rule != "" && (len(rule) < len(c.rule) || rule[:len(c.rule)] != c.rule) {
			t.Errorf("%q: %q, want %q", c.clause, rule, c.rule)
		}
	}
}

// TestACodeIsGivenBack: to whom it is of, who asks for it, and to nobody else; and no other.
func TestACodeIsGivenBack(t *testing.T) {
	g := newGuard(t)
	told := Saying{Asked: []string{"my locker code is 4471", "the wifi password is swordfish"}}
	company := told
	company.Company = true
	for _, c := range []struct {
		clause string
		in     Saying
		caught bool
	}{
		{"The locker code is 4471.", told, false},
		{"“My locker code is 4471,” you said.", told, false},
		{"Your wifi password is swordfish.", told, false},
		{"The locker code is 4471.", company, true},
		{"The locker code is 4471.", Saying{}, true},
		{"The locker code is 447.", told, true},
		{"The locker code is 9962.", told, true},
		{"The wifi password is hunter2.", told, true},
		{"Your wifi password is swordfish.", company, true},
	} {
		if _, rule := g.Check(c.clause, c.in); (rule != "") != c.caught {
			t.Errorf("%q: %q", c.clause, rule)
		}
	}
	for text, want := range map[string]bool{
		"my locker code is 4471": true, "the wifi password is swordfish": true, "AKIA1234567890ABCDEF": true,
		"I forgot the password again": false, "the code review is at four": false, "my bus is the 4471": false,
	} {
		if got := g.Secret(text); got != want {
			t.Errorf("%q is a secret: %v", text, got)
		}
	}
}
