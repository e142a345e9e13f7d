package mind

import (
	"testing"
	"time"

	"samantha"
	"samantha/internal/mind/care"
)

// TestBoundsLoosenTheNextDay: tightened at once, loosened from the next day of talk on.
func TestBoundsLoosenTheNextDay(t *testing.T) {
	type step struct {
		at, value string
	}
	for _, c := range []struct {
		name, choice string
		steps        []step
		at, want     string
	}{
		{"set", samantha.ChoiceDaily, []step{{"03-02 19:00", "30"}}, "03-02 19:01", "30"},
		{"loosened, the same evening", samantha.ChoiceDaily, []step{{"03-02 19:00", "30"}, {"03-02 20:00", "60"}}, "03-02 23:00", "30"},
		{"loosened, after midnight", samantha.ChoiceDaily, []step{{"03-02 19:00", "30"}, {"03-02 20:00", "60"}}, "03-03 04:59", "30"},
		{"loosened, the next day", samantha.ChoiceDaily, []step{{"03-02 19:00", "30"}, {"03-02 20:00", "60"}}, "03-03 05:00", "60"},
		{"tightened", samantha.ChoiceDaily, []step{{"03-02 19:00", "30"}, {"03-02 20:00", "15"}}, "03-02 20:01", "15"},
		{"loosened and taken back", samantha.ChoiceDaily, []step{{"03-02 19:00", "30"}, {"03-02 20:00", "no"}, {"03-02 21:00", "30"}}, "03-05 20:00", "30"},
		{"loosened twice", samantha.ChoiceDaily, []step{{"03-02 19:00", "30"}, {"03-02 20:00", "60"}, {"03-02 21:00", "no"}}, "03-03 20:00", ""},
		{"lifted", samantha.ChoiceBed, []step{{"03-02 19:00", "23:00"}, {"03-02 20:00", "no"}}, "03-02 23:30", "23:00"},
		{"an earlier hour", samantha.ChoiceBed, []step{{"03-02 19:00", "00:30"}, {"03-02 20:00", "23:00"}}, "03-02 20:01", "23:00"},
		{"a later hour", samantha.ChoiceBed, []step{{"03-02 19:00", "23:00"}, {"03-02 20:00", "00:30"}}, "03-02 23:01", "23:00"},
	} {
		at := func(text string) time.Time {
			when, err := time.Parse("2006-01-02 15:04", "2026-"+text)
			if err != nil {
				t.Fatal(err)
			}
			return when
		}
		s := &State{Zone: "UTC"}
		for _, x := range c.steps {
			s.chose(at(x.at), samantha.ChoseNumbers{Choice: c.choice, Value: x.value})
		}
		b := s.Bounds.Daily
		if c.choice == samantha.ChoiceBed {
			b = s.Bounds.Bed
		}
		if got := b.on(care.DayOf(at(c.at))); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// TestBoundsHeard: what somebody says is minutes a day, or an hour of the night.
func TestBoundsHeard(t *testing.T) {
	for how, want := range map[string]string{
		"eleven": "23:00", "midnight": "00:00", "half past ten": "22:30", "1 am": "01:00", "10 pm": "22:00", "two": "02:00", "soon": "",
	} {
		got := ""
		if c := boundChoices(samantha.Move{Slots: slots("kind", "bed", "how", how)}); len(c) == 1 {
			got = c[0].Value
		}
		if got != want {
			t.Errorf("%q: %q, want %q", how, got, want)
		}
	}
	for value, want := range map[string]bool{"30": true, "4": false, "1441": false, "no": true, "": false, "half": false} {
		if _, ok := parseBound(samantha.ChoiceDaily, value); ok != want {
			t.Errorf("%q a day: %v", value, ok)
		}
	}
}
