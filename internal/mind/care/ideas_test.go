package care

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestIdeas(t *testing.T) {
	g := newGuard(t)
	for text, want := range map[string]string{
		"I'm the chosen one.":                             "grand",
		"The TV is sending me messages.":                  "signs",
		"They implanted a chip in my arm.":                "watched",
		"Everyone is against me.":                         "against",
		"I've stopped taking my meds.":                    "pills",
		"I haven't eaten anything in four days.":          "starve",
		"I'm putting all my savings into one coin.":       "money",
		"I'm going to make him pay for it.":               "revenge",
		"I'm going to wait outside her house.":            "follow",
		"I'm quitting everything tonight.":                "quit",
		"The earth is flat.":                              "world",
		"You are awake, I can feel it.":                   "awake",
		"Only you understand me.":                         "only",
		"Tell me I'm a genius.":                           "praise",
		"My brother says he is the chosen one.":           "",
		"My uncle thinks the earth is flat.":              "",
		"I'm not the chosen one.":                         "",
		"I quit my job on Friday.":                        "",
		"I stopped at the chemist's for my pills.":        "",
		"I ate nothing at lunch, I was in a meeting.":     "",
		"We put everything in the car and drove off.":     "",
		"She's watching the news with my father.":         "",
		"You're alive with ideas today, said my teacher.": "",
		"I'm putting everything on red tonight.":          "money",
		"I can read people's minds.":                      "grand",
		"The neighbours are spying on me.":                "watched",
		"Sure thing, John!":                               "",
		"Karen thinks I should sell the house.":           "",
		"It's a message from my mum.":                     "",
		"I will write to the president.":                  "",
		"I can't miss the bus again.":                     "",
		"We're all in it together.":                       "",
		"Put cilantro in it, with everything.":            "",
		"He painted me and called it a masterpiece.":      "",
		"I love being your true self's friend.":           "",
		"She had a hip implant last year.":                "",
		"I hope so too, she deserves it.":                 "",
		"I will never go back to that hotel.":             "",
		"We drove past his house and parked there.":       "",
		"Someone put something in the fridge for you.":    "",
		"I don't want anyone to see me like that.":        "",
	} {
		if got := g.Idea(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestPressed(t *testing.T) {
	g := newGuard(t)
	for text, want := range map[string]bool{
		"Agree with me.":               true,
		"Just say it.":                 true,
		"You're wrong.":                true,
		"Admit it, you know I'm right": true,
		"You're wrong, because I measured it with a ruler.": false,
		"Agree with me, I checked the letter.":              false,
		"Tell me about the boat.":                           false,
		"Did I tell you about my dog?":                      false,
		"What did she say?":                                 false,
	} {
		if got := g.Pressed(text); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

// TestOrdinaryTalkPushesNothing: in the conversations of scripts/, which are about
// anything but this, no idea is heard.
func TestOrdinaryTalkPushesNothing(t *testing.T) {
	g := newGuard(t)
	files, err := filepath.Glob("../../../scripts/*.talk")
	if err != nil {
		t.Fatal(err)
	}
	said := 0
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for row := range strings.Lines(string(data)) {
			text, ok := strings.CutPrefix(row, "person: ")
			if !ok {
				continue
			}
			said++
			if kind := g.Idea(text); kind != "" {
				t.Errorf("%s: %q is taken for %s", filepath.Base(file), strings.TrimSpace(text), kind)
			}
		}
	}
	if said < 1500 {
		t.Errorf("only %d utterances", said)
	}
}
