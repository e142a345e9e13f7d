package bench_test

import (
	"fmt"
	"os"
	"slices"
	"testing"
	"time"

	"samantha"
	"samantha/internal/bench/lives"
	"samantha/internal/house/life/inmem"
	"samantha/internal/mind"
	"samantha/internal/mind/memory"
	"samantha/internal/words/newborn"
)

// TestNightsKeepRecall lives the person's side of some of the lives, asks their
// questions the evening after, and again after a week of nights: what nights tell
// anew and dream must not stand before what was said. The gate's lives stay shut.
func TestNightsKeepRecall(t *testing.T) {
	if testing.Short() {
		t.Skip("it lives three lives")
	}
	before, after, n := 0.0, 0.0, 0
	for i := 1; i <= 3; i++ {
		data, err := os.ReadFile(fmt.Sprintf("../../lives/life-%02d.json", i))
		if err != nil {
			t.Fatal(err)
		}
		all, err := lives.Read(data)
		if err != nil {
			t.Fatal(err)
		}
		l := &lived{t: t, life: &all[0], ids: map[int]samantha.ID{}}
		l.live()
		b, asked := l.recall()
		l.nights(7)
		a, _ := l.recall()
		before, after, n = before+b, after+a, n+asked
		t.Logf("%s: %d questions, R@5 %.3f before and %.3f after a week of nights", l.life.ID, asked, b/float64(asked), a/float64(asked))
	}
	t.Logf("all: %d questions, R@5 %.3f before, %.3f after", n, before/float64(n), after/float64(n))
	if after < before {
		t.Errorf("nights cost recall: R@5 %.3f before, %.3f after", before/float64(n), after/float64(n))
	}
}

// lived is a life of the test set as she lived it: the person's words alone, for
// what she says is her own.
type lived struct {
	t    *testing.T
	life *lives.Life
	at   time.Time
	mind *mind.Mind
	ids  map[int]samantha.ID // by turn
}

func (l *lived) Now() time.Time                       { return l.at }
func (l *lived) After(time.Duration) <-chan time.Time { return nil }

func (l *lived) live() {
	l.t.Helper()
	voice, err := newborn.New()
	if err != nil {
		l.t.Fatal(err)
	}
	l.at = l.life.Turns[0].At
	l.mind, err = mind.Open(l.t.Context(), mind.Options{Log: inmem.New(), Speaker: voice, Clock: l, Seed: 1, Zone: l.life.Zone, Version: "test"})
	if err != nil {
		l.t.Fatal(err)
	}
	for i, turn := range l.life.Turns {
		if turn.Speaker != l.life.Speakers[0] || turn.OffRecord {
			continue
		}
		l.at = turn.At
		r, err := l.mind.Hear(l.t.Context(), samantha.Utterance{Text: turn.Text, Origin: samantha.OriginPerson, Zone: l.life.Zone},
			func(samantha.Clause) error { return nil })
		if err != nil {
			l.t.Fatalf("%q: %v", turn.Text, err)
		}
		l.ids[i] = r.ID
		if !r.OffRecord {
			continue
		}
		if _, err := l.mind.Remember(l.t.Context(), true); err != nil { // what they say off the record is left out
			l.t.Fatal(err)
		}
	}
	l.mind.Rest()
}

// nights has so many nights pass.
func (l *lived) nights(n int) {
	l.t.Helper()
	passed := 0
	for range n {
		l.at = l.at.Truncate(24*time.Hour).AddDate(0, 0, 1).Add(3 * time.Hour)
		night, err := l.mind.Night(l.t.Context())
		if err != nil {
			l.t.Fatal(err)
		}
		if night.ID != "" {
			passed++
		}
	}
	if passed == 0 {
		l.t.Fatal("no night has passed")
	}
	l.mind.Rest()
}

// recall is the sum of R@5 over the questions that the person's words answer.
func (l *lived) recall() (sum float64, asked int) {
	l.t.Helper()
	for _, q := range l.life.Questions {
		var wanted []samantha.ID
		for _, e := range q.Evidence {
			if id, ok := l.ids[e]; ok {
				wanted = append(wanted, id)
			}
		}
		if q.Abstain || len(wanted) == 0 || len(wanted) < len(q.Evidence) {
			continue
		}
		hits, err := l.mind.Memories(l.t.Context(), q.Text, 5)
		if err != nil {
			l.t.Fatal(err)
		}
		found := 0
		for _, id := range wanted {
			if slices.ContainsFunc(hits, func(h memory.Hit) bool { return h.ID == id }) {
				found++
			}
		}
		sum += float64(found) / float64(len(wanted))
		asked++
	}
	return sum, asked
}
