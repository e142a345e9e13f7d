package mind

import (
	"strings"
	"testing"
	"time"

	"samantha"
)

// TestWhatAModelFindsOpenStandsThere: kind, thing and words of a telling; in it the rest of
// the telling where it is more than the words, and what becomes of it: form, day it is due
// and day she may come back, or a piece of why it is refused.
func TestWhatAModelFindsOpenStandsThere(t *testing.T) {
	rooms, err := Furnish()
	if err != nil {
		t.Fatal(err)
	}
	at := time.Date(2026, 3, 2, 19, 0, 0, 0, time.UTC) // a Monday
	hear := func(text string) samantha.Hearing { return rooms.ear.Hear(text, earNow(at)) }
	for _, c := range []struct{ kind, thing, quote, in, want string }{
		{"plan", "Berlin", "I go to Berlin on Friday", "", "thing 6 7"},
		{"plan", "paint the shed", "I'll finally paint the shed", "", "deed - -"},
		{"worry", "the scan", "I lie awake and it is always the scan", "", "thing - 3"},
		{"worry", "losing the flat", "I keep lying awake over losing the flat", "", "thing - 3"},
		{"worry", "I won't get the job", "I fear I won't get the job", "I can't sleep, I fear I won't get the job", "clause - 3"},
		{"hope", "see Faro again", "how I long to see Faro again", "", "deed - 9"},
		{"hope", "my sister", "I keep my fingers crossed for my sister", "", "thing - 9"},
		{"promise", "mend the boat", "I gave Theo my word to mend the boat", "", "deed - -"},
		{"promise", "mend the boat", "I told Theo I would mend the boat by Sunday", "", "deed 8 9"},

		{"plan", "Berlin", "I go to Paris on Friday", "", "does not stand in"},
		{"plan", "Berlin", "I go to Berlin on Friday", "we had soup", "in the memory"},
		{"plan", "Berlin", "I go to Berlin on Friday", "shall I go to Berlin on Friday?", "in the memory"},
		{"plan", "Berlin", "I go to Berlin", "I never said I go to Berlin", "nothing as true"},
		{"plan", "Berlin", "Theo says I go to Berlin on Friday", "", "nothing as true"},
		{"plan", "Berlin", "maybe I'll go to Berlin", "", "nothing as true"},
		{"plan", "Berlin", "Mara is going to Berlin on Friday", "", "somebody else"},
		{"plan", "Berlin", "I went to Berlin last Friday", "", "no plan"},
		{"plan", "Berlin", "I go to Berlin on Friday or on Saturday", "", "more than once"},
		{"plan", "the boat", "I wonder about the boat", "", "no plan"},
		{"plan", "because", "I'll go because I must", "", "nothing that one asks after"},
		{"worry", "the scan", "I'm not afraid of the scan", "", "nothing as true"},
		{"worry", "the scan", "my sister is afraid of the scan", "", "somebody else"},
		{"worry", "the scan", "Theo thinks I fear the scan", "", "nothing as true"},
		{"worry", "my father", "I was worried about my father when I was ten", "", "nothing as true"},
		{"worry", "my father", "I stopped being scared for my father", "", "nothing as true"},
		{"plan", "sell the boat", "in your dreams I'll sell the boat", "", "nothing as true"},
		{"hope", "rain", "I wish it would rain", "", "nothing as true"},
		{"hope", "the house", "I hoped we would get the house", "", "nothing as true"},
		{"promise", "call her", "I broke my promise to call her", "", "nothing as true"},
		{"promise", "mend the boat", "Theo gave me his word to mend the boat", "", "somebody else"},
		{"question", "the boat", "I wonder about the boat", "", "cannot leave that open"},
	} {
		told := c.in
		if told == "" {
			told = c.quote
		}
		got, err := rooms.lore.Leaves(samantha.Thread{Kind: samantha.ThreadKind(c.kind), Thing: c.thing, About: c.quote}, samantha.Memory{At: at, Text: told}, hear)
		is := strings.Join([]string{got.Form, dayOr(got.Due), dayOr(got.Back)}, " ")
		if err != nil {
			is = err.Error()
		}
		if err == nil && (is != c.want || got.Thing != c.thing) || !strings.Contains(is, c.want) {
			t.Errorf("%s %q in %q: %s, want %s", c.kind, c.thing, told, is, c.want)
		}
	}
}

// dayOr is the day of a month, or a dash for no time.
func dayOr(at *time.Time) string {
	if at == nil {
		return "-"
	}
	return at.Format("2")
}
