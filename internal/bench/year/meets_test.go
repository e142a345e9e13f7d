package year

import (
	"context"
	"testing"
	"time"
)

// TestPeopleAreSeenMore: in a lonely life of sixty days those whom she has drift away are
// seen more often where she turns towards them than in the same life where she does not. Ten
// chances are lived, for in one it is a matter of a meeting or two.
func TestPeopleAreSeenMore(t *testing.T) {
	p, err := Named("lonely")
	if err != nil {
		t.Fatal(err)
	}
	with, apart := 0, 0
	for seed := range uint64(10) {
		r, err := Beside(context.Background(), Options{Person: p, Days: 60, Seed: seed + 1, Now: time.Now})
		if err != nil {
			t.Fatal(err)
		}
		for _, b := range r.Broken {
			t.Errorf("seed %d, day %d: %s: %s", seed+1, b.Day, b.Invariant, b.What)
		}
		t.Logf("seed %d: %d times, %d without her", seed+1, r.Met, *r.Apart)
		with, apart = with+r.Met, apart+*r.Apart
	}
	if with <= apart {
		t.Errorf("saw somebody %d times, %d without her", with, apart)
	}
}

// TestMeets: whom she brings up they may see before they come again, and tell of it;
// whom they spoke of themselves she did not bring up.
func TestMeets(t *testing.T) {
	p, err := Read("person A\nphase p 1-9\n  comes daily 8-9 100% 1-1\n  mix talk 1\nsay talk\n  bea is away\nmeets bea : 100% 0%\n  saw bea\n")
	if err != nil {
		t.Fatal(err)
	}
	talk := newTalker(p, 1)
	talk.comings(1, time.Monday)
	talk.begin(1, 1)
	talk.next("")
	if talk.next("Bea, away?"); talk.met != 0 {
		t.Errorf("met %d times whom they spoke of themselves", talk.met)
	}
	talk.comings(2, time.Tuesday)
	talk.begin(2, 1)
	talk.mine = ""
	talk.next("How is Bea?")
	if talk.next("And Bea?"); talk.met != 1 {
		t.Errorf("met %d times, want once", talk.met)
	}
	talk.comings(3, time.Wednesday)
	talk.begin(3, 1)
	if l, _ := talk.next(""); l.text != "saw bea" {
		t.Errorf("came back and said %q", l.text)
	}
}
