package mind_test

import (
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"samantha"
	"samantha/internal/house/life/inmem"
)

// toldPair is what is told in passing and asked for later.
type toldPair struct {
	told  []string
	asked string
	holds []string
}

func toldPairs(t *testing.T, file string) []toldPair {
	t.Helper()
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var pairs []toldPair
	for line := range strings.Lines(string(raw)) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		f := strings.Split(line, "\t")
		pairs = append(pairs, toldPair{strings.Split(f[0], " / "), f[1], strings.Split(f[2], "|")})
	}
	return pairs
}

// TestWhatWasToldIsFound: what was told plainly, in any of the ways in which people tell,
// is answered in the same talk and a day later; and nothing else is in its place.
func TestWhatWasToldIsFound(t *testing.T) {
	shared := furnished(t)
	for _, c := range []struct {
		file  string
		least int
	}{{"testdata/told-and-asked.tsv", 66}, {"testdata/told-and-asked-new.tsv", 33}} {
		pairs := toldPairs(t, c.file)
		found := 0
		for _, p := range pairs {
			if p.found(t, shared) {
				found++
			}
		}
		t.Logf("%s: %d of %d", c.file, found, len(pairs))
		if found < c.least {
			t.Errorf("%s: found %d of %d, want %d", c.file, found, len(pairs), c.least)
		}
	}
}

// found: it is answered right at once and a day later. What she does not find she says.
func (p toldPair) found(t *testing.T, shared furniture) bool {
	k := shared.begin(t, inmem.New())
	for _, line := range append([]string{"hello, I'm Jo"}, p.told...) {
		k.say(line)
	}
	k.say("anyway the washing is on the line and it looks like rain")
	right := true
	for day := range 2 {
		if day > 0 {
			k.clock.at = k.clock.at.Add(26 * time.Hour)
			k.say("hello again")
		}
		r := k.say(p.asked)
		if slices.ContainsFunc(p.holds, func(w string) bool { return strings.Contains(strings.ToLower(r.Text), strings.ToLower(w)) }) {
			continue
		}
		right = false
		t.Logf("%q: %q: %v %q", p.told, p.asked, r.Said.Numbers.Acts, r.Text)
		if !slices.Contains(notHeld, r.Said.Numbers.Acts[0]) {
			t.Errorf("%q: %q is answered with %q", p.told, p.asked, r.Text)
		}
	}
	return right
}

// notHeld are the acts by which she says that she does not have it.
var notHeld = []string{samantha.DoNothing, samantha.DoWorld, samantha.DoBetween, samantha.DoNearest, samantha.DoView}
