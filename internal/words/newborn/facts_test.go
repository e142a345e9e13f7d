package newborn

import "testing"

// TestFacts says facts as the rules of hearing yield them: each must be a sentence.
func TestFacts(t *testing.T) {
	n, err := New()
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct{ of, slot, value, past, want string }{
		{"person", "health", "knee is swollen", "", "your knee is swollen"},
		{"person", "health", "back's gone", "", "your back's gone"},
		{"Katia", "health", "expecting", "", "Katia is expecting"},
		{"person", "health", "a fall", "", "you had a fall"},
		{"brother", "health", "his hip done", "", "your brother had his hip done"},
		{"grandad", "health", "deaf in one ear", "", "your grandad is deaf in one ear"},
		{"person", "health", "hearing aids", "", "you have hearing aids"},
		{"person", "health", "crutches", "", "you walk with crutches"},
		{"person", "health", "Parkinson's", "", "you have Parkinson's"},
		{"brother", "home", "with his sister", "", "your brother lives with his sister"},
		{"cousin", "home", "alone", "", "your cousin lives alone"},
		{"person", "home", "New York", "", "you live in New York"},
		{"brother", "studies", "college", "", "your brother is at college"},
		{"brother", "studies", "Cambridge", "", "for your brother's studies it's Cambridge"},
		{"person", "studies", "law", "", "you study law"},
		{"person", "partner", "single", "", "you're single"},
		{"person", "partner", "in a relationship", "", "you're in a relationship"},
		{"person", "partner", "Joana", "", "you're with Joana"},
		{"person", "habit", "coffee", "", "you're back on coffee"},
		{"person", "habit", "coffee", "over", "you used to go in for coffee"},
		{"person", "habit", "smoke", "over", "you used to smoke"},
		{"person", "worked", "did the lights at the opera", "", "you did the lights at the opera"},
		{"dad", "workplace", "the army", "", "your dad is in the army"},
		{"person", "likes", "cat person", "", "you're a cat person"},
	}
	for _, tt := range tests {
		s := &scene{voice: &n.voice, raw: map[string]string{}, said: map[string]string{}}
		s.take("slot", tt.slot, true)
		s.take("past", tt.past, true)
		s.take("of", tt.of, false)
		s.take("value", tt.value, false)
		n.voice.tell(s)
		if got := s.said["fact"]; got != tt.want {
			t.Errorf("%s %s %q: said %q, want %q", tt.of, tt.slot, tt.value, got, tt.want)
		}
	}
}
