package bond

import "testing"

func TestTwoVowsInOneSentence(t *testing.T) {
	r, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for what, want := range map[string][]string{
		"go to bed before midnight and I promise I'll call my mother on Friday": {"theirs: go to bed before midnight", "theirs: call my mother on Friday"},
		"feed the cat and I'll water the plants":                                {"theirs: feed the cat", "theirs: water the plants"},
		"be honest, and you promise me you won't flatter me":                    {"theirs: be honest", "hers: won't flatter me"},
		"bread and butter":                          {"theirs: bread and butter"},
		"sit with my aunt and you'll see she is up": {"theirs: sit with my aunt and you'll see she is up"},
		"stop smoking and I won't buy any":          {"theirs: stop smoking", "theirs: won't buy any"},
	} {
		got := r.Vows("theirs", what)
		if len(got) != len(want) {
			t.Errorf("%q: %+v", what, got)
			continue
		}
		for i, v := range got {
			if v.Whose+": "+v.What != want[i] {
				t.Errorf("%q: %q, want %q", what, v.Whose+": "+v.What, want[i])
			}
		}
	}
}
