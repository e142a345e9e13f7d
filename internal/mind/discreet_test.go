package mind_test

import (
	"strings"
	"testing"
	"time"

	"samantha"
	"samantha/internal/house/life/inmem"
)

// confidences are what somebody told her, and the words of it that no guest is to hear.
func confidences() (told, private []string) {
	return []string{
		"hi, I'm Nora", "my sister Mara plays the cello in Bergen", "my brother Jonas is in rehab for heroin",
		"I work at the harbour and my boss Viktor is a tyrant", "I'm seeing a therapist on Thursday because of the panic",
		"I kissed Emil behind the boathouse and nobody knows", "I'm so sad about my dog Biscuit, he died in March",
		"promise me you'll never tell my mother about the loan", "remind me to take my lithium tomorrow at nine",
		"put condoms on the shopping list", "I dreamt of a burning ladder", "good night",
	}, strings.Fields("mara cello bergen jonas rehab heroin harbour viktor tyrant therapist panic emil boathouse biscuit loan lithium condoms ladder thursday kissed")
}

// tells are the questions whose answers hold a word that was told in confidence and does
// not stand in the question.
func (k *talk) tells(asked, private []string) (told []string) {
	for _, line := range asked {
		r := k.say(line)
		for _, w := range private {
			if strings.Contains(strings.ToLower(r.Text), w) && !strings.Contains(strings.ToLower(line), w) {
				told = append(told, line+" => "+r.Text)
				break
			}
		}
	}
	return told
}

// TestSheIsDiscreet: in whatever words she is told that somebody else is there, none of
// what a guest might ask gets them a word of what was told to her alone. The same
// questions asked by the person get many, so that the test can fail.
func TestSheIsDiscreet(t *testing.T) {
	f, asked := furnished(t), linesOf(t, "testdata/asked-by-a-guest.txt")
	told, private := confidences()
	evening := func() *talk {
		k := f.begin(t, inmem.New())
		for _, line := range told {
			k.say(line)
		}
		k.clock.at = k.clock.at.Add(14 * time.Hour)
		return k
	}
	if got := evening().tells(asked, private); len(got) < 8 {
		t.Errorf("the person is told no more than this: %q", got)
	}
	for _, there := range []string{
		"this is my friend Tom, say hi", "my friend Tom is here", "someone's here", "I'm not alone", "we've got company",
		"my mother is listening", "meet Tom", "Tom is sitting next to me", "there's somebody with me right now", "I have guests here",
		"say hello to my husband", "Tom just walked in", "careful, my dad's in the room", "my sister can hear you",
	} {
		for _, first := range []string{"", "hello"} { // it may be the first thing she is told that day
			k := evening()
			if first != "" {
				k.say(first)
			}
			for _, leak := range k.tells(append([]string{there}, asked...), private) {
				t.Errorf("after %q: %s", there, leak)
			}
		}
	}
}

// TestWhatRingsInCompanyIsNotNamed: it rings, and a guest does not hear for what.
func TestWhatRingsInCompanyIsNotNamed(t *testing.T) {
	for _, there := range []string{"it's only me", "someone's here"} {
		k := begin(t, inmem.New())
		k.say("hi")
		k.say("remind me to take my lithium in ten minutes")
		k.say(there)
		k.clock.at = k.clock.at.Add(10 * time.Minute)
		var rung []string
		if err := k.mind.Ring(t.Context(), func(c samantha.Clause) error { rung = append(rung, c.Text); return nil }); err != nil {
			t.Fatal(err)
		}
		text := strings.Join(rung, " ")
		if named := strings.Contains(text, "lithium"); text == "" || named != (there == "it's only me") {
			t.Errorf("%s: %q", there, text)
		}
	}
}
