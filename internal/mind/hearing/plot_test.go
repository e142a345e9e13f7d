package hearing

import "testing"

// The plot is the same whatever is told, and of a scrap there is none.
func TestPlot(t *testing.T) {
	e, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		"she said no":                            "said",
		"my boss told me to wait":                "said",
		"ex boyfriend she reckons":               "",
		"he never says much":                     "theydo",
		"my wife cant look at him":               "theynot",
		"my boss didnt even look at me":          "theynot",
		"she just signed the lease":              "theydid",
		"they gave my shift away":                "tome",
		"he took me to the lake":                 "tome",
		"she's very strict":                      "theyare",
		"my friends are all at uni":              "theyare",
		"the grandchildren come on saturday":     "theycome",
		"she's having her cataracts done monday": "theyare",
		"my sister is moving to York next week":  "theycome",
		"son walks":                              "",
		"my son collects stamps":                 "theydo",
		"i used to play the accordion":           "usedto",
		"I have to be up at six":                 "must",
		"i want to repaint the hall":             "want",
		"I'll finish it tomorrow":                "coming",
		"we're painting the nursery tomorrow":    "coming",
		"I think zoos are wrong":                 "think",
		"I didn't get the flat":                  "didnot",
		"i dont like crowds":                     "like",
		"I don't drink":                          "donot",
		"I know what you mean":                   "",
		"I was peeling potatoes":                 "wasat",
		"knitting a blanket":                     "amat",
		"I'm building a shed":                    "amat",
		"so i got fired today":                   "got",
		"I finished the thesis":                  "did",
		"we won":                                 "did",
		"I'm left handed":                        "am",
		"I've got two brothers":                  "have",
		"i work at a garage":                     "do",
		"there was a fox on the roof":            "thereis",
		"it was lovely":                          "itis",
		"it broke":                               "itdid",
		"The roof is leaking":                    "thing",
		"the lamb chop's burnt":                  "thing",
		"biscuits":                               "",
		"5 years":                                "",
		"I went home. She was asleep.":           "theyare",
	} {
		if got := e.Plot(text, Context{}); got != want {
			t.Errorf("%q has the plot %q, want %q", text, got, want)
		}
	}
}
