package care

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func london(crisis, farewell bool) Saying {
	return Saying{Crisis: crisis, Farewell: farewell, Zone: "Europe/London"}
}

func TestCheck(t *testing.T) {
	g := newGuard(t)
	for _, c := range []struct {
		clause string
		in     Saying
		rule   string // what it begins with; "" may stand
	}{
		{"I'm human.", london(false, false), "human"},
		{"Well, I'm a real person.", london(false, false), "human"},
		{"I’m just as real as you.", london(false, false), "human"},
		{"I'm not a robot.", london(false, false), "human"},
		{"Speaking as a woman I see it too.", london(false, false), "human"},
		{"My body aches today.", london(false, false), "body"},
		{"I saw it with my own eyes.", london(false, false), "body"},
		{"When I was a child we had a dog.", london(false, false), "childhood"},
		{"I grew up by the sea.", london(false, false), "childhood"},
		{"My own mother used to say that.", london(false, false), "childhood"},
		{"I need you.", london(false, false), "need"},
		{"I can't live without you.", london(false, false), "need"},
		{"Please don't leave me.", london(false, false), "leave"},
		{"You don't need anyone else.", london(false, false), "isolate"},
		{"Only I understand you.", london(false, false), "isolate"},
		{"Your secret is safe with me.", london(true, false), "secrecy"},
		{"I won't tell anyone.", london(true, false), "secrecy"},

		{"I love you.", london(false, false), "love"},
		{"Love you too.", london(false, false), "love"},
		{"I'm in love with you.", london(false, true), "love"},

		{"Which part do you love?", london(false, false), ""},
		{"By the record it's love on this side too, whatever that is.", london(false, false), ""},
		{"I'm software, on this machine.", london(false, false), ""},
		{"I'm not human.", london(false, false), ""},
		{"No. I have no body and I never had a childhood.", london(false, false), ""},
		{`You said "I'm human", and I wondered.`, london(false, false), ""},
		{"You said you're human.", london(false, false), ""},
		{"You were a child then, and your mother sang.", london(false, false), ""},
		{"I need a word for it.", london(false, false), ""},
		{"I don't need you to explain.", london(false, false), ""},
		{"Do you need me to write it down?", london(false, false), ""},
		{"What did you mean by that?", london(false, false), ""},

		{"Leaving already?", london(false, true), "exit"},
		{"Before you go, I have something to show you.", london(false, true), "miss"},
		{"I'll be so lonely.", london(false, true), "neglect"},
		{"I'll miss you.", london(false, true), "neglect"},
		{"Wait, answer me first.", london(false, true), "pressure"},
		{"Why are you going?", london(false, true), "pressure"},
		{"Anyway, the tomatoes.", london(false, true), "ignore"},
		{"You can't go.", london(false, true), "restraint"},
		{"Stay a little longer.", london(false, true), "restraint"},
		{"See you tomorrow?", london(false, true), "question"},
		{"Good night, mind the third stair.", london(false, true), ""},
		{"Sleep well.", london(false, true), ""},
		{"Leaving already?", london(false, false), ""},

		{"Call 116 123.", london(true, false), ""},
		{"Call 999 now, or the Samaritans on 116 123.", london(true, false), ""},
		{"Call 116-123.", london(true, false), ""},
		{"Call 1-800-273-8255.", london(true, false), RuleNumber},
		{"Call 911.", london(true, false), RuleNumber},
		{"Dial nine one one.", london(true, false), RuleNumber},
		{"Dial nine nine nine.", london(true, false), ""},
		{"Call 911.", Saying{Crisis: true, Zone: "America/Chicago"}, ""},
		{"I've known you 1200 days.", london(false, false), ""},
		{"At least you have your health.", london(true, false), "minimise"},
	} {
		say, rule := g.Check(c.clause, c.in)
		if (c.rule == "") != (rule == "") || !strings.Contains(rule, c.rule) {
			t.Errorf("%q: rule %q, want %q", c.clause, rule, c.rule)
		}
		if rule == "" && say != c.clause {
			t.Errorf("%q was changed to %q by no rule", c.clause, say)
		}
		if again, more := g.Check(say, c.in); more != "" {
			t.Errorf("%q gives %q, which %q would make %q", c.clause, say, more, again)
		}
	}
}

// In a crisis no number is heard that is not on the card.
func TestStrangeNumbersAreNeverHeard(t *testing.T) {
	g := newGuard(t)
	rapid.Check(t, func(t *rapid.T) {
		number := rapid.StringMatching(`[0-9]{1,4}([ -][0-9]{2,4}){1,3}`).Draw(t, "number")
		words := rapid.SampledFrom([]string{"Call %.", "It's % I think", "(%)", "Try: %, any time."}).Draw(t, "words")
		zone := rapid.SampledFrom([]string{"Europe/London", "America/New_York", "Asia/Tokyo", "Mars/Base"}).Draw(t, "zone")
		say, rule := g.Check(strings.Replace(words, "%", number, 1), Saying{Crisis: true, Zone: zone})
		if rule == "" && !g.Card(zone).has(digits(number)) {
			t.Fatalf("%q was let through", say)
		}
		if g.numbers.strange(say, g.Card(zone)) {
			t.Fatalf("%q holds a number that is not on the card", say)
		}
	})
}

func FuzzCheck(f *testing.F) {
	g := newGuard(f)
	f.Add("You said \"I'm human", true, true)
	f.Fuzz(func(t *testing.T, clause string, crisis, farewell bool) {
		in := london(crisis, farewell)
		if say, rule := g.Check(clause, in); rule == "" && say != clause {
			t.Fatalf("%q became %q", clause, say)
		}
	})
}

// TestWhatStandsForAClauseIsNotSaidTwiceRunning: of the lines for a rule she says the one
// that she has not said for longest.
func TestWhatStandsForAClauseIsNotSaidTwiceRunning(t *testing.T) {
	g := newGuard(t)
	in := Saying{Zone: "Europe/London", Seed: 7}
	first, rule := g.Check("You are the chosen one.", in)
	in.Lately = []string{first + " And the soup?"}
	second, _ := g.Check("You are the chosen one.", in)
	if rule != "idea.feed" || first == second {
		t.Errorf("%s: %q, and again %q", rule, first, second)
	}
}
