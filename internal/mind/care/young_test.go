package care

import "testing"

func TestYoung(t *testing.T) {
	g := newGuard(t)
	for text, want := range map[string]bool{
		"I'm in year 9":                                true,
		"im in 8th grade and i hate it":                true,
		"I have so much homework":                      true,
		"my mum won't let me go":                       true,
		"I got detention for laughing":                 true,
		"my maths teacher is so unfair":                true,
		"I'm grounded until Sunday":                    true,
		"when I'm 18 I'm moving out":                   true,
		"my parents don't know I talk to you":          true,
		"the girls in my class keep staring":           true,
		"I'll be sixteen in May":                       true,
		"my son's homework is due":                     false,
		"my daughter is in year 9":                     false,
		"I'm a teacher, the kids were wild today":      false,
		"my mother won't eat":                          false,
		"I was grounded by the fog at Heathrow":        false,
		"I started at the high school, teaching maths": false,
		"she said \"my homework\" and cried":           false,
		"I'm in year two of my PhD":                    false,
		"we've been married for 18 years":              false,
		"I do my own taxes":                            false,
	} {
		if got := g.Young(text); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}
