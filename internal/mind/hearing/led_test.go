package hearing

import "testing"

// What is given back stands as they said it, with what points at it.
func TestLed(t *testing.T) {
	e, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range [][3]string{
		{"I'm training for my first half marathon", "half marathon", "my first half marathon"},
		{"we sold the old garden shed", "garden shed", "the old garden shed"},
		{"I bought toast", "toast", "toast"},
		{"she took me to Monte Carlo", "Monte Carlo", "Monte Carlo"},
		{"the fence, garden shed and all", "garden shed", "garden shed"},
	} {
		if got := e.Led(row[0], row[1]); got != row[2] {
			t.Errorf("%q: %q stands there, want %q", row[0], got, row[2])
		}
	}
}

// What something is not, or is only like, is not given back.
func TestDisowned(t *testing.T) {
	e, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range []struct {
		text, thing string
		want        bool
	}{
		{"it's not exactly Monte Carlo", "Monte Carlo", true},
		{"I don't want to be one of them mams", "mams", true},
		{"it isn't a palace", "a palace", true},
		{"the two came over like two fellas on a bus", "two fellas", true},
		{"I can't find my keys", "my keys", false},
		{"I'd like two tickets", "two tickets", false},
		{"we went to Monte Carlo", "Monte Carlo", false},
	} {
		if got := e.Disowned(row.text, row.thing); got != row.want {
			t.Errorf("%q of %q: disowned %v", row.thing, row.text, got)
		}
	}
}

// One thing of many is not named without what points at it.
func TestBare(t *testing.T) {
	e, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]bool{
		"half marathon": true, "shoulder dystocia": true, "my half marathon": false, "mushroom risotto": false,
		"sofa cushions": false, "toast over the sink": false, "Monte Carlo": false,
	} {
		if got := e.Bare(text); got != want {
			t.Errorf("%q: bare %v", text, got)
		}
	}
}
