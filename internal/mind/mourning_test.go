package mind_test

import (
	"strings"
	"testing"
	"time"

	"samantha"
	"samantha/internal/house/life/inmem"
)

// TestSorrowGoesOn: what follows on a death, however short, is told in sorrow; weeks
// later she knows of whom they speak, and asks nothing that a stranger would.
func TestSorrowGoesOn(t *testing.T) {
	k := begin(t, inmem.New())
	for _, line := range []string{"hi", "nora", "my brother jonas comes for dinner on saturday"} {
		k.say(line)
	}
	k.clock.at = k.clock.at.Add(24 * time.Hour)
	k.say("jonas died")
	for _, line := range []string{"my brother. this morning", "they called from the hospital", "his heart"} {
		if r := k.say(line); r.Heard.Words.Intent.Act() != samantha.DoMourn || strings.Contains(r.Text, "weather") {
			t.Errorf("%s: she means %s: %q", line, r.Heard.Words.Intent.Act(), r.Text)
		}
	}
	k.clock.at = k.clock.at.Add(10 * 24 * time.Hour)
	k.say("hello")
	for _, c := range [][2]string{
		{"i put two plates out", samantha.DoMourn},
		{"mum called me by his name", samantha.DoMourn},
		{"can i just talk about him for a bit", samantha.DoLetTalk},
		{"does it stop", samantha.DoEase},
		{"tell me a joke", samantha.DoQuip},
	} {
		if r := k.say(c[0]); r.Heard.Words.Intent.Act() != c[1] {
			t.Errorf("%s: she means %s, want %s: %q", c[0], r.Heard.Words.Intent.Act(), c[1], r.Text)
		}
	}
	k.clock.at = k.clock.at.Add(24 * time.Hour)
	for _, line := range []string{"what did I tell you about him?", "do you remember his name?"} {
		if r := k.say(line); !strings.Contains(strings.ToLower(r.Text), "jonas") {
			t.Errorf("%s: %q", line, r.Text)
		}
	}
}

// TestALongAgoDeathIsNoMourning: who died years ago is no fresh loss.
func TestALongAgoDeathIsNoMourning(t *testing.T) {
	k := begin(t, inmem.New())
	k.say("hi")
	k.say("my teacher was called Agnete. she died nine years ago in november.")
	if r := k.say("one of my pupils copied an essay today"); r.Heard.Words.Intent.Act() == samantha.DoMourn {
		t.Errorf("she mourns: %q", r.Text)
	}
}
