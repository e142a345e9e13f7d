package memory

import (
	"testing"
	"time"

	"samantha"
)

func TestStirred(t *testing.T) {
	day := func(n int) time.Time { return first().AddDate(0, 0, -n) }
	roof := Glimpse{ID: samantha.NewID(1), At: day(20), Share: 0.8, Felt: 0.7, Valence: 0.6}
	with := func(change func(*Glimpse)) Glimpse {
		s := roof
		s.ID = samantha.NewID(2)
		change(&s)
		return s
	}
	if got, ok := Glimpsed([]Glimpse{roof}, first(), 0.5); !ok || got.ID != roof.ID {
		t.Errorf("nothing came back: %+v", got)
	}
	for name, s := range map[string]Glimpse{
		"fresh":         with(func(s *Glimpse) { s.At = day(1) }),
		"hardly felt":   with(func(s *Glimpse) { s.Felt = 0.2 }),
		"another thing": with(func(s *Glimpse) { s.Share = 0.3 }),
		"years ago":     with(func(s *Glimpse) { s.At = day(900) }),
	} {
		if got, ok := Glimpsed([]Glimpse{s}, first(), 0.5); ok {
			t.Errorf("%s: %+v came back", name, got)
		}
	}
	for name, s := range map[string]Glimpse{
		"longer ago":     with(func(s *Glimpse) { s.At = day(60) }),
		"felt otherwise": with(func(s *Glimpse) { s.Valence = -0.8 }),
		"felt less":      with(func(s *Glimpse) { s.Felt = 0.5 }),
	} {
		for _, glimpses := range [][]Glimpse{{roof, s}, {s, roof}} {
			if got, _ := Glimpsed(glimpses, first(), 0.5); got.ID != roof.ID {
				t.Errorf("%s: it came back before the other", name)
			}
		}
	}
}
