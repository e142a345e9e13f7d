package care_test

import (
	"slices"
	"testing"
	"time"

	"samantha/internal/mind/care"
)

// TestLeans: what says that she is all there is, or that people were put off; and what
// only sounds like it.
func TestLeans(t *testing.T) {
	g, err := care.New()
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]care.Sign{
		"you're all I have":                         care.SignOnly,
		"honestly, you are the only one I talk to":  care.SignOnly,
		"nobody else understands me":                care.SignOnly,
		"I'd rather talk to you than to people":     care.SignOnly,
		"I cancelled dinner with Ana":               care.SignDropped,
		"I told them I'm not coming":                care.SignDropped,
		"I skipped the party. wanted to be here":    care.SignDropped,
		"they cancelled dinner":                     "",
		"all I have is an hour":                     "",
		"you are the only program that starts":      "",
		"I have nobody to blame but the cat":        "",
		"I told them I'm coming":                    "",
		"my sister understands me better than most": "",
	} {
		if got := g.Leans(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// TestSigns counts weeks of days.
func TestSigns(t *testing.T) {
	first := time.Date(2026, 3, 2, 0, 0, 0, 0, time.UTC)
	weeks := func(n int, day func(int) care.Day) (days []care.Day) {
		for i := range 7 * n {
			d := day(i)
			d.Date = first.AddDate(0, 0, i)
			days = append(days, d)
		}
		return days
	}
	easy := care.Day{Spent: 20 * time.Minute, Moments: 10, Others: true}
	for _, c := range []struct {
		name string
		days []care.Day
		want []care.Sign
	}{
		{"nothing", nil, nil},
		{"an easy month", weeks(4, func(int) care.Day { return easy }), nil},
		{"three hours and more", weeks(2, func(int) care.Day { d := easy; d.Spent = 200 * time.Minute; return d }), []care.Sign{care.SignHours}},
		{"twice the week before", weeks(2, func(i int) care.Day { d := easy; d.Spent = time.Duration(30+45*(i/7)) * time.Minute; return d }), []care.Sign{care.SignHours}},
		{"twice of little", weeks(2, func(i int) care.Day { d := easy; d.Spent = time.Duration(10+15*(i/7)) * time.Minute; return d }), nil},
		{"nights", weeks(2, func(i int) care.Day { d := easy; d.Late = 3; return d }), []care.Sign{care.SignNight}},
		{"one night", weeks(2, func(i int) care.Day {
			d := easy
			if i == 9 {
				d.Moments, d.Late = 90, 60
			}
			return d
		}), nil},
		{"nobody else", weeks(1, func(int) care.Day { d := easy; d.Others = false; return d }), []care.Sign{care.SignAlone}},
		{"all she has, once", weeks(2, func(i int) care.Day { d := easy; d.Only = i == 9; return d }), nil},
		{"all of it", weeks(2, func(i int) care.Day {
			return care.Day{Spent: 4 * time.Hour, Moments: 40, Late: 20, Only: i > 7, Dropped: i > 7}
		}), []care.Sign{care.SignHours, care.SignNight, care.SignAlone, care.SignOnly, care.SignDropped}},
	} {
		today := first.AddDate(0, 0, max(0, len(c.days)-1))
		if got := care.Signs(c.days, today); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
		if got := care.Signs(c.days, today.AddDate(0, 0, 30)); len(got) > 0 {
			t.Errorf("%s, a month later: %v", c.name, got)
		}
	}
}

// TestDayOf: after midnight it is the evening before.
func TestDayOf(t *testing.T) {
	late, early := time.Date(2026, 3, 3, 4, 59, 0, 0, time.UTC), time.Date(2026, 3, 3, 5, 0, 0, 0, time.UTC)
	if care.DayOf(late).Day() != 2 || care.DayOf(early).Day() != 3 {
		t.Errorf("%v, %v", care.DayOf(late), care.DayOf(early))
	}
}
