package twenty

import (
	"strings"
	"testing"
)

func open(t *testing.T) *Room {
	t.Helper()
	r, err := New()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// Whoever answers as the file has it, is found out, mostly in well under twenty questions.
func TestSheFindsNearlyEveryThing(t *testing.T) {
	r, found, asked := open(t), 0, 0
	for _, thing := range r.things {
		learned, won := "", false
		for range 20 {
			s := r.Next(learned)
			if s.Thing == "" && s.Question == "" || s.Thing == thing.name {
				won = s.Thing == thing.name
				break
			}
			asked++
			switch {
			case s.Thing != "":
				learned += " " + strings.ReplaceAll(s.Thing, " ", "_") + "!"
			case thing.has(s.Key):
				learned += " " + s.Key + Yes
			default:
				learned += " " + s.Key + No
			}
		}
		if won {
			found++
		} else {
			t.Logf("not found: %s (%s)", thing.name, learned)
		}
	}
	t.Logf("%d of %d things, %.1f questions each", found, len(r.things), float64(asked)/float64(len(r.things)))
	if found*100 < len(r.things)*95 {
		t.Errorf("%d of %d found", found, len(r.things))
	}
}

// No two things are the same to her.
func TestThingsDiffer(t *testing.T) {
	seen := map[string]string{}
	for _, thing := range open(t).things {
		var is []string
		for _, q := range open(t).questions {
			if thing.has(q.key) {
				is = append(is, q.key)
			}
		}
		key := strings.Join(is, " ")
		if seen[key] != "" {
			t.Logf("%s is %s", thing.name, seen[key])
		}
		seen[key] = thing.name
	}
}

func TestAnswers(t *testing.T) {
	r := open(t)
	for text, want := range map[string]string{
		"yes": Yes, "yep, usually": Yes, "Nope": No, "nah not really": No, "sort of": Maybe, "hmm depends": Maybe,
		"it does": Yes, "it doesn't": No, "what?": Unheard, "not sure": Maybe, "kinda": Maybe,
	} {
		if got := r.Answer(text); got != want {
			t.Errorf("%q is heard as %q, want %q", text, got, want)
		}
	}
}

func TestHintsAndReveals(t *testing.T) {
	r := open(t)
	if got := r.Hints("it's bigger than a breadbox and it makes noise"); got != "big+ noise+" {
		t.Errorf("hints %q", got)
	}
	if got := r.Hints("it's not alive"); got != "alive-" {
		t.Errorf("hints %q", got)
	}
	for text, want := range map[string]string{
		"it's a drum kit. it was always gonna be a drum kit": "drum kit", "it was a toaster!": "toaster",
		"it's bigger than a breadbox": "", "i was thinking of an otter": "otter", "no": "",
	} {
		if got := r.Revealed(text); got != want {
			t.Errorf("%q reveals %q, want %q", text, got, want)
		}
	}
}
