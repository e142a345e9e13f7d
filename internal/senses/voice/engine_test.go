package voice

import (
	"strings"
	"testing"

	"samantha"
)

// TestHowWordsSound asks the engine for the sounds it makes of a clause.
func TestHowWordsSound(t *testing.T) {
	needsVoice(t)
	alone(t)
	e, err := compiled()
	if err != nil {
		t.Fatal(err)
	}
	defer e.close()
	r := reading(t)
	for _, c := range []struct{ clause, sounds string }{
		{"Hm.", "hh m m"},
		{"Mm-hm.", "m m hh m m"},
		{"Maeve.", "m ey v"},
		{"Nina.", "n iy n ax"},
		{"Samantha.", "s ax m ae n th ax"},
		{"It's 14:05.", "ih t s f ao r t iy n ow f ay v"},
		{"Call 999.", "k ao l n ay n n ay n n ay n"},
		{"Tom's, I'd, don’t.", "t aa m z ay d d ow n t"},
		{"Is it you?", "ih z ih t y uw"},
		{"A café in Łódź.", "ax k ax f ey ih n l aa d z"},
	} {
		script := script(r.aloud(c.clause), tuneOf(c.clause), toneOf(samantha.Manner{}))
		printed, err := e.run([]string{"flite", "-voice", "slt", "-ssml", "-ps", "-t", script, "-o", desktop + "/" + soundFile}, &desk{})
		sounds := strings.Join(strings.Fields(strings.ReplaceAll(printed, "pau", "")), " ")
		if err != nil || sounds != c.sounds {
			t.Errorf("%q sounds like %q, want %q; %v", c.clause, sounds, c.sounds, err)
		}
	}
}

// TestAnEngineThatFails: the next clause is spoken by an instance of its own.
func TestAnEngineThatFails(t *testing.T) {
	needsVoice(t)
	alone(t)
	e, err := compiled()
	if err != nil {
		t.Fatal(err)
	}
	defer e.close()
	if printed, err := e.run([]string{"flite", "-voice", "slt", "-pr", "Nothing", "-t", "yes", "-o", "none"}, &desk{}); err == nil || strings.Contains(err.Error(), "\n") {
		t.Errorf("it ended well, or told at length: %v %q", err, printed)
	}
	if _, err := readWAV(nil); err == nil {
		t.Error("no file is a sound")
	}
	if s, err := e.speak("Yes.", nil); err != nil || s.Seconds() < 0.5 {
		t.Errorf("%.2f s, %v", s.Seconds(), err)
	}
}
