package bench

import (
	"testing"

	"samantha/internal/words/newborn"
)

func TestMoment(t *testing.T) {
	words, err := newborn.New()
	if err != nil {
		t.Fatal(err)
	}
	r, err := Moment(t.Context(), 300, words)
	if err != nil {
		t.Fatal(err)
	}
	if r.Memories != 300 || r.P50 <= 0 || r.P99 < r.P50 {
		t.Errorf("%+v", r)
	}
}
