package year

import (
	"context"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"strings"
	"testing"
	"time"

	"samantha"
)

func live(t *testing.T, name string, days int, seed uint64) Report {
	t.Helper()
	p, err := Named(name)
	if err != nil {
		t.Fatal(err)
	}
	r, err := Live(context.Background(), Options{Person: p, Days: days, Seed: seed, Now: time.Now})
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return r
}

// TestSevenLives lives a month with each of the seven and finds every invariant
// whole after every night. YEAR=365 makes it a year.
func TestSevenLives(t *testing.T) {
	days := 30
	if os.Getenv("YEAR") != "" {
		days = 365
	}
	for _, name := range Names() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			r := live(t, name, days, 7)
			for _, b := range r.Broken {
				t.Errorf("day %d: %s: %s", b.Day, b.Invariant, b.What)
			}
			if r.Moments < 20 || len(r.Curve) != days {
				t.Errorf("%d moments on %d days", r.Moments, len(r.Curve))
			}
		})
	}
}

// TestTheSameAgain: one seed gives the same bytes, another gives others. The
// hash is logged: `make check` compares it between processors.
func TestTheSameAgain(t *testing.T) {
	a, b, c := live(t, Default, 35, 7), live(t, Default, 35, 7), live(t, Default, 35, 8)
	t.Logf("hash %s", a.Hash)
	if a.Hash != b.Hash {
		t.Errorf("the same seed gave %s and %s", a.Hash, b.Hash)
	}
	if a.Hash == c.Hash {
		t.Error("another seed gave the same life")
	}
}

// TestLivesEndDifferently: who lived with her is to be seen in her.
func TestLivesEndDifferently(t *testing.T) {
	sad, glad := live(t, "grieving", 40, 7), live(t, "in-love", 40, 7)
	share := func(r Report, kind string) float64 {
		all := 0
		for _, n := range arose(r.Curve) {
			all += n
		}
		return float64(arose(r.Curve)[kind]) / float64(max(1, all))
	}
	if a, b := share(glad, "happy-for"), share(sad, "happy-for"); a <= b {
		t.Errorf("of her feelings %.2f were gladness for somebody in love, %.2f for somebody in grief", a, b)
	}
}

// TestPersons: each has enough to say that a year is no loop, and grieves where
// it says so.
func TestPersons(t *testing.T) {
	if n := len(Names()); n != 7 {
		t.Errorf("there are %d persons", n)
	}
	for _, name := range Names() {
		p, err := Named(name)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if n := p.Utterances(); n < 150 {
			t.Errorf("%s has %d things to say, want 150", name, n)
		}
	}
	if _, err := Named("nobody"); !errors.Is(err, samantha.ErrNotFound) {
		t.Errorf("a person nobody wrote: %v", err)
	}
}

func TestReadRefuses(t *testing.T) {
	const good = "person A\nphase p 1-9\n  comes daily 8-9 50% 1-2\n  mix talk 1\nsay talk\n  hello {food}\nlet food: soup\n"
	if _, err := Read(good); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ from, to string }{
		{"person A", "name A"},
		{"person A", ""},
		{"phase p 1-9", "phase p 9-1"},
		{"phase p 1-9", "phase p"},
		{"comes daily", "comes always"},
		{"8-9 50%", "8-9 150%"},
		{"8-9 50% 1-2", "8-9 50%"},
		{"mix talk 1", "mix talk"},
		{"mix talk 1", "mix other 1"},
		{"mix talk 1", "likes talk"},
		{"say talk", "say talk : elsewhere"},
		{"let food: soup", "let drink: tea"},
		{"let food: soup", "let food"},
		{"person A", "  person A"},
		{"let food: soup", "day one"},
		{"let food: soup", "day 1 sad"},
		{"person A", "person A\nzone Nowhere/Land"},
	} {
		if _, err := Read(strings.Replace(good, c.from, c.to, 1)); !errors.Is(err, samantha.ErrInvalid) {
			t.Errorf("%q for %q: %v", c.to, c.from, err)
		}
	}
}

// TestTalker: everything of a group is said before anything comes again, news
// are told on their day, and a silent phase is silent.
func TestTalker(t *testing.T) {
	p, err := Read("person A\nphase p 1-2\n  comes daily 8-9 100% 3-3\n  mix talk 1\nday 2 sore\n  it broke\nday 5\n  it is whole\n" +
		"say talk\n  one / two\n  three\n  four\nhears name : 100%\n  A\nsay bye\n  bye\n")
	if err != nil {
		t.Fatal(err)
	}
	talk := newTalker(p, 1)
	if n := len(talk.comings(1, time.Monday)); n != 1 {
		t.Fatalf("comes %d times", n)
	}
	talk.begin(1, 4)
	said := map[string]int{}
	for i := range 20 {
		reply := ""
		if i == 2 {
			reply = "What's your name?"
		}
		l, ok := talk.next(reply)
		if !ok {
			break
		}
		if i == 2 && l.text != "A" {
			t.Errorf("asked for a name, said %q", l.text)
		}
		said[l.text]++
	}
	if said["one"] != said["two"] || said["three"] > 1 || said["bye"] != 1 {
		t.Errorf("said %v", said)
	}
	talk.comings(2, time.Tuesday)
	talk.begin(2, 3)
	if l, _ := talk.next(""); l.text != "it broke" || !l.sore {
		t.Errorf("on the second day said %+v", l)
	}
	if n := len(talk.comings(4, time.Thursday)); n != 0 {
		t.Errorf("comes %d times in silence", n)
	}
	if n := len(talk.comings(5, time.Friday)); n != 1 {
		t.Errorf("comes %d times with news", n)
	}
}

// TestPlot: the picture is XML that asks nothing of the network.
func TestPlot(t *testing.T) {
	r := live(t, "long-silent", 12, 1)
	r.About = `<dangerous> & "quoted"`
	plot := r.Plot()
	for d := xml.NewDecoder(strings.NewReader(plot)); ; {
		if _, err := d.Token(); err == io.EOF {
			break
		} else if err != nil {
			t.Fatal(err)
		}
	}
	if strings.Count(plot, "http") != 1 || strings.Contains(plot, "<dangerous>") {
		t.Error("it names an address, or has the person's words as its own")
	}
}
