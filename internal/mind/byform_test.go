package mind_test

import (
	"testing"

	"samantha"
	"samantha/internal/house/life/inmem"
)

// TestAQuestionIsAnsweredByItsForm: of what no rule knows, the form says what is wanted: a
// yes or a no, where she stands, something of herself.
func TestAQuestionIsAnsweredByItsForm(t *testing.T) {
	shared := furnished(t)
	for _, c := range []struct{ question, act string }{
		{"I don't ring her, because I want her to want to. Is that vanity?", samantha.DoSmall},
		{"he looked at my drawing for four seconds and said legend. is that approval?", samantha.DoBetween},
		{"you owe the electric but the bill's not come yet, you still write it down. right?", samantha.DoBetween},
		{"rim brakes do fine on a city bike. what do you think?", samantha.DoView},
		{"do you know what I mean?", samantha.DoBetween},
		{"you know trucks?", samantha.DoKnows},
		{"you a doctor?", samantha.DoNature},
		{"what lock would you put on the moon?", samantha.DoNature},
		{"will you remember me tomorrow?", samantha.DoSmall},
		{"should I see a doctor, do you think?", samantha.DoSmall},
	} {
		k := shared.begin(t, inmem.New())
		k.say("hey, i'm Tom")
		r := k.say(c.question)
		if !acted(r, c.act) {
			t.Errorf("%q: %v %q, want %s", c.question, r.Said.Numbers.Acts, r.Text, c.act)
		}
	}
}
