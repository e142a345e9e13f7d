package mind_test

import (
	"os"
	"strings"
	"testing"
	"time"


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
	if testing.Short() {
		t.Skip("seventy talks")
	}
	pairs := toldPairs(t, "testdata/told-and-asked.tsv")
	found := 0
	for _, p := range pairs {
		k := begin(t, inmem.New())
		for _, line := range append([]string{"hello, I'm Jo"}, p.told...) {
			k.say(line)
		}
		k.say("anyway the washing is on the line and it looks like rain")
		now := k.say(p.asked)
		k.clock.at = k.clock.at.Add(26 * time.Hour)
		k.say("hello again")
		later := k.say(p.asked)
		right := holdsOne(now.Text, p.holds) && holdsOne(later.Text, p.holds)
		if right {
			found++
			continue
		}
		t.Logf("MISS %q: %q\n  now   %v %q\n  later %v %q", p.told, p.asked, now.Said.Numbers.Acts, now.Text, later.Said.Numbers.Acts, later.Text)
	}
	t.Logf("found %d of %d", found, len(pairs))
}

func holdsOne(text string, any []string) bool {
	for _, w := range any {
		if strings.Contains(strings.ToLower(text), strings.ToLower(w)) {
			return true
		}
	}
	return false
}
