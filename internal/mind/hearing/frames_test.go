package hearing

import (
	"testing"
)

// What stands out in a telling, by the frame that says most about it.
func TestFrames(t *testing.T) {
	e, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		"the boiler broke and nobody came":                     "broke",
		"my mum moved into a care home on Tuesday":             "mumhome",
		"I passed my driving test":                             "scdrivepass",
		"we made a loaf and it came out like a brick":          "bakefail",
		"I never hit so much as a squirrel":                    "", // it was not so
		"it was dark and I sat there like a bat":               "", // what it was like is not what it is about
		"my brother will not talk to me":                       "silenttreat",
		"she rang because the boiler broke":                    "", // said beside it
		"my sister has an interview on Monday":                 "", // somebody else's
		"she told the boss that my car broke down":             "",
		"we used to have a dog who ate my shoes":               "", // how it used to be
		"there was a man in the rain with strawberries":        "", // only where
		"it rained all day, so the boiler broke":               "broke",
		"the oven broke and my phone died":                     "broke",
		"his hand was on my shoulder and a nurse held my hand": "heldhand",
	} {
		got := ""
		if found := e.Frames(text, Context{}); len(found) > 0 && found[0].Rank > 0 {
			got = found[0].Kind
		}
		if got != want {
			t.Errorf("%q: %q stands out, want %q", text, got, want)
		}
	}
}

// An echo is one whole thing by its name, or nothing.
func TestWhole(t *testing.T) {
	e, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]bool{
		"the bike chain": true, "your mother's garden": true, "a box of buttons": true, "toast over the sink": true,
		"the dress outlasted": false, "two dicing shallots": false, "big red fella": false, "the": false,
		"my principal scheduled the staff": false, "the cat's on my lap": false,
	} {
		if got := e.Whole(text); got != want {
			t.Errorf("%q: whole %v", text, got)
		}
	}
}
