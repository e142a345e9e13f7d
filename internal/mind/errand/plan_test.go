package errand

import (
	"testing"
	"time"

	"samantha"
)

const short = "2006-01-02T15:04"

func at(tb testing.TB, text string) time.Time {
	tb.Helper()
	t, err := time.Parse(short, text)
	if err != nil {
		tb.Fatal(err)
	}
	return t
}

// clock, day and part are times as they are heard.
func clock(tb testing.TB, text string, day, open bool) []samantha.When {
	from := at(tb, text)
	return []samantha.When{{From: from, To: from.Add(time.Minute), Day: day, Open: open}}
}

func span(tb testing.TB, from string, d time.Duration) []samantha.When {
	return []samantha.When{{From: at(tb, from), To: at(tb, from).Add(d), Day: true}}
}

func (p Planned) String() string {
	text := p.Due.Civil
	if text == "" && !p.Due.At.IsZero() {
		text = p.Due.At.Format(short) + "Z"
	}
	if !p.Other.IsZero() {
		text += " or " + p.Other.Format(short)
	}
	if p.Assumed {
		text += " assumed"
	}
	if p.Past {
		text += " past"
	}
	return text
}

const (
	dayLong = 24 * time.Hour
	evening = "2026-03-02T19:00" // a Monday
)

func TestPlan(t *testing.T) {
	r := open(t)
	for _, c := range []struct {
		name, now string
		kind      samantha.ErrandKind
		times     []samantha.When
		seconds   int
		want      string
	}{
		{"nothing said", evening, samantha.ErrandReminder, nil, 0, "2026-03-03T09:00 assumed"},
		{"in ten minutes", evening, samantha.ErrandReminder, nil, 600, "2026-03-02T19:10Z"},
		{"tomorrow", evening, samantha.ErrandReminder, span(t, "2026-03-03T00:00", dayLong), 0, "2026-03-03T09:00 assumed"},
		{"today, in the morning", "2026-03-02T07:00", samantha.ErrandReminder, span(t, "2026-03-02T00:00", dayLong), 0, "2026-03-02T09:00 assumed"},
		{"today, at ten", "2026-03-02T10:00", samantha.ErrandReminder, span(t, "2026-03-02T00:00", dayLong), 0, "2026-03-02T15:00 assumed"},
		{"today, late", "2026-03-02T21:00", samantha.ErrandReminder, span(t, "2026-03-02T00:00", dayLong), 0, "2026-03-02T22:00 assumed"},
		{"yesterday", evening, samantha.ErrandReminder, span(t, "2026-03-01T00:00", dayLong), 0, " past"},
		{"this week", evening, samantha.ErrandReminder, span(t, "2026-03-02T00:00", 7*dayLong), 0, "2026-03-02T20:00 assumed"},
		{"in the evening", "2026-03-02T12:00", samantha.ErrandReminder, span(t, "2026-03-02T18:00", 6*time.Hour), 0, "2026-03-02T19:00 assumed"},
		{"tonight, at ten", "2026-03-02T22:00", samantha.ErrandReminder, span(t, "2026-03-02T18:00", 12*time.Hour), 0, "2026-03-02T23:00 assumed"},
		{"at eight, said at ten", "2026-03-02T10:00", samantha.ErrandReminder, clock(t, "2026-03-02T20:00", false, true), 0, "2026-03-02T20:00 or 2026-03-03T08:00"},
		{"at eight, said at six", "2026-03-02T06:00", samantha.ErrandReminder, clock(t, "2026-03-02T08:00", false, true), 0, "2026-03-02T08:00"},
		{"at three", "2026-03-02T10:00", samantha.ErrandReminder, clock(t, "2026-03-02T15:00", false, true), 0, "2026-03-02T15:00"},
		{"at 20:00", "2026-03-02T10:00", samantha.ErrandReminder, clock(t, "2026-03-02T20:00", false, false), 0, "2026-03-02T20:00"},
		{"today at eight, said at noon", "2026-03-02T12:00", samantha.ErrandReminder, clock(t, "2026-03-02T08:00", true, true), 0, "2026-03-02T20:00"},
		{"today at 8 am, said at noon", "2026-03-02T12:00", samantha.ErrandReminder, clock(t, "2026-03-02T08:00", true, false), 0, "2026-03-02T08:00 past"},
		{"wake me at half six", evening, samantha.ErrandAlarm, clock(t, "2026-03-03T18:30", false, true), 0, "2026-03-03T06:30"},
		{"wake me at seven, before seven", "2026-03-02T05:00", samantha.ErrandAlarm, clock(t, "2026-03-02T07:00", false, true), 0, "2026-03-02T07:00"},
		{"wake me tomorrow at five", evening, samantha.ErrandAlarm, clock(t, "2026-03-03T17:00", true, true), 0, "2026-03-03T05:00"},
		{"at one, said late", "2026-03-02T23:50", samantha.ErrandReminder, clock(t, "2026-03-03T13:00", false, true), 0, "2026-03-03T01:00"},
		{"at one, said early", "2026-03-02T10:00", samantha.ErrandReminder, clock(t, "2026-03-02T13:00", false, true), 0, "2026-03-02T13:00"},
		{"wake me", evening, samantha.ErrandAlarm, nil, 0, ""},
		{"a timer", evening, samantha.ErrandTimer, nil, 0, ""},
	} {
		p := r.Plan(Asked{Kind: c.kind, Times: c.times, Seconds: c.seconds, Now: at(t, c.now)})
		if got := p.String(); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func TestMove(t *testing.T) {
	r := open(t)
	for _, c := range []struct {
		name, before, pick string
		answers            bool
		kind               samantha.ErrandKind
		times              []samantha.When
		want               string
	}{
		{"Thursday", "2026-03-03T09:00", "", false, "", span(t, "2026-03-05T00:00", dayLong), "2026-03-05T09:00"},
		{"eight", "2026-03-05T09:00", "", false, "", clock(t, "2026-03-03T08:00", false, true), "2026-03-05T08:00"},
		{"eight, of an evening", "2026-03-05T21:00", "", false, "", clock(t, "2026-03-03T08:00", false, true), "2026-03-05T20:00"},
		{"three", "2026-03-05T09:00", "", false, "", clock(t, "2026-03-03T15:00", false, true), "2026-03-05T15:00"},
		{"five, of an alarm", "2026-03-05T07:00", "", false, samantha.ErrandAlarm, clock(t, "2026-03-03T17:00", false, true), "2026-03-05T05:00"},
		{"Friday at three", "2026-03-03T09:00", "", false, "", clock(t, "2026-03-06T15:00", true, true), "2026-03-06T15:00"},
		{"tonight, of two", "2026-03-02T20:00", "", true, "", span(t, "2026-03-02T18:00", 12*time.Hour), "2026-03-02T20:00"},
		{"in the morning, of two", "2026-03-02T20:00", "", true, "", span(t, "2026-03-03T05:00", 7*time.Hour), "2026-03-03T08:00"},
		{"the early one", "2026-03-02T20:00", "early", true, "", nil, "2026-03-03T08:00"},
		{"the late one", "2026-03-02T20:00", "late", true, "", nil, "2026-03-02T20:00"},
		{"eight in the morning, of two", "2026-03-02T20:00", "", true, "", clock(t, "2026-03-03T08:00", false, false), "2026-03-03T08:00"},
		{"yesterday", "2026-03-03T09:00", "", false, "", span(t, "2026-03-01T00:00", dayLong), "2026-03-01T09:00 past"},
	} {
		kind := c.kind
		if kind == "" {
			kind = samantha.ErrandReminder
		}
		a := Asked{Kind: kind, Times: c.times, Now: at(t, evening)}
		if got := r.Move(a, at(t, c.before), c.pick, c.answers).String(); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func TestWhen(t *testing.T) {
	r := open(t)
	now := at(t, evening)
	for _, c := range []struct{ at, want string }{
		{"2026-03-02T20:00", "tonight at eight"},
		{"2026-03-02T19:35", "tonight at twenty-five to eight"},
		{"2026-03-03T09:00", "tomorrow, Tuesday, at nine"},
		{"2026-03-03T00:00", "tonight at midnight"},
		{"2026-03-03T01:30", "tonight at half past one"},
		{"2026-03-03T12:00", "tomorrow, Tuesday, at noon"},
		{"2026-03-03T06:30", "tomorrow, Tuesday, at half past six in the morning"},
		{"2026-03-05T02:00", "Thursday at two in the night"},
		{"2026-03-05T15:45", "Thursday at quarter to four"},
		{"2026-03-05T21:00", "Thursday at nine in the evening"},
		{"2026-03-05T08:07", "Thursday at 08:07"},
		{"2026-03-09T09:00", "Monday, 9 March, at nine"},
		{"2027-01-04T17:00", "Monday, 4 January 2027, at five"},
		{"2026-03-01T10:00", "yesterday at ten"},
		{"2026-02-20T10:00", "Friday, 20 February, at ten"},
	} {
		if got := r.When(at(t, c.at), now); got != c.want {
			t.Errorf("%s: got %q, want %q", c.at, got, c.want)
		}
	}
}

func TestLength(t *testing.T) {
	r := open(t)
	for _, c := range []struct {
		d    time.Duration
		want string
	}{
		{10 * time.Minute, "ten minutes"},
		{time.Minute, "a minute"},
		{30 * time.Minute, "half an hour"},
		{90 * time.Minute, "an hour and a half"},
		{80 * time.Minute, "an hour and twenty minutes"},
		{90 * time.Second, "a minute and 30 seconds"},
		{26 * time.Hour, "26 hours"},
	} {
		if got := r.Length(c.d); got != c.want {
			t.Errorf("%s: got %q, want %q", c.d, got, c.want)
		}
	}
}

func TestItems(t *testing.T) {
	r := open(t)
	for text, want := range map[string]int{"milk": 1, "milk and eggs": 2, "milk, eggs and a jar of honey": 3, "milk, eggs, and bread": 3, "": 0, "and": 0} {
		if got := r.Items(text); len(got) != want {
			t.Errorf("%q: got %q, want %d", text, got, want)
		}
	}
}
