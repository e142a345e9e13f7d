package hearing

import "testing"

func TestWhatSheAskedIsAnswered(t *testing.T) {
	ear := newEar(t)
	for _, test := range []struct{ asked, said, of, slot, value string }{
		{"Nice. What's your sister called?", "maeve, she's 34", "sister", "name", "maeve"},
		{"And what does he do?", "a tram driver", "he", "work", "a tram driver"},
		{"What does your brother do?", "drives a bus in leeds", "brother", "does", "drives a bus in leeds"},
		{"Where does she live?", "in leeds", "she", "home", "leeds"},
		{"How old is your daughter?", "six", "daughter", "age", "six"},
		{"Who is Kofi?", "just a mate from work", "Kofi", "relation", "mate"},
		{"What do you do?", "welder at the docks", "person", "work", "welder"},
		{"What's the dog's name?", "biscuit", "dog", "name", "biscuit"},
		{"What's your aunt's name?", "no idea", "", "", ""},
		{"What's your aunt's name?", "why do you want to know", "", "", ""},
		{"What did it smell of?", "biscuit", "", "", ""},
	} {
		h := ear.Hear(test.said, Context{Now: evening, After: ear.Wants(test.asked, Context{Now: evening, People: []string{"Kofi"}})})
		var of, slot, value string
		for _, c := range h.Claims {
			if c.Slot == test.slot {
				of, slot, value = c.Of, c.Slot, c.Value
			}
		}
		if of != test.of || slot != test.slot || value != test.value || test.slot == "" && len(h.Claims) > 0 {
			t.Errorf("%q, %q: %+v", test.asked, test.said, h.Claims)
		}
	}
}
