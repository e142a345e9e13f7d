package asked_test

import (
	"strings"
	"testing"

	"samantha/internal/mind/asked"
)

func TestClose(t *testing.T) {
	r := reader(t)
	q := r.Question("how long did the ambulance take to come for Celeste")
	sought := []asked.Sought{{Word: "ambulance", Weight: 2}, {Word: "come", Weight: 1}, {Word: "celeste", Weight: 1}}
	told := asked.Telling{Text: "She keeps the key on a string. The ambulance took twenty-five minutes. I counted them all on the landing with the bird."}
	c := r.Close(q, sought, told, words("celeste"))
	if quote := asked.Excerpt(told.Text, c.From, c.To); !strings.Contains(quote, "twenty-five minutes") {
		t.Errorf("quotes %q", quote)
	}
	if c.Value == 0 {
		t.Errorf("a length of time is a value: %+v", c)
	}
	if c := r.Close(q, sought, asked.Telling{}, words()); c != (asked.Close{}) {
		t.Errorf("nothing was told: %+v", c)
	}
}

func TestShare(t *testing.T) {
	sought := []asked.Sought{{Word: "ambulance", Weight: 2}, {Word: "celeste", Weight: 2}, {Word: "cost", Weight: 9, Extra: true}}
	somebody := func(w string) bool { return w == "celeste" }
	for text, want := range map[string][2]float64{"Celeste came by": {0.5, 0}, "an ambulance": {0.5, 1}, "": {}, "Celeste's ambulance": {1, 1}} {
		if all, unnamed := asked.Share(sought, asked.Bare(text), words(), somebody); all != want[0] || unnamed != want[1] {
			t.Errorf("%q: %v, %v, want %v", text, all, unnamed, want)
		}
	}
}
