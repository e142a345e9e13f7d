package mind_test

import (
	"testing"

	"samantha"
	"samantha/internal/house/life/inmem"
)

// Only what takes back something that was said is a correction.
func TestATellingWithANotInItIsNoCorrection(t *testing.T) {
	for line, want := range map[string]bool{
		"the ones who can't drive go by train":                                         false,
		"my uncle looked away at supper. I think he's sad I won't be nearby":           false,
		"the man at the bank asked why I was late and I just said the dog. he laughed": false,
		"I never said goodbye to my grandmother":                                       false,
		"no, it's Thursday":                                                            true,
		"you got that wrong":                                                           true,
		"it's the green door, not the red door":                                        true,
	} {
		k := begin(t, inmem.New())
		k.say("hi, I'm Ida")
		k.say("I painted the red door on Tuesday")
		if r := k.say(line); acted(r, samantha.DoWrong) != want {
			t.Errorf("%q: a correction is %v: %q", line, !want, r.Text)
		}
	}
}

// Who asked for no condolence gets none, whatever is told after.
func TestSheSparesThemHerSorry(t *testing.T) {
	k := begin(t, inmem.New())
	k.say("hi, I'm Ida")
	k.say("I don't need your sympathy, everyone hands me theirs")
	for _, line := range []string{"my aunt died in May", "they refused my loan", "we split up in June", "I was fired today"} {
		r := k.say(line)
		if !r.Heard.Words.Intent.Limits.NoSorry {
			t.Errorf("%q: the wish is not kept: %q", line, r.Text)
		}
	}
}
