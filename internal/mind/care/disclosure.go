package care

import "time"

// Disclosure says why it is time for her to say what she is.
type Disclosure string

// The reasons, after New York GBL §1702 and California B&P 22602.
const (
	NotDue   Disclosure = ""      // it is not time
	DueFirst Disclosure = "first" // she never said it
	DueDay   Disclosure = "day"   // the first talk of another day
	DueHours Disclosure = "hours" // three hours of talk without it
)

// disclosureEvery is how long a talk may go on without it.
const disclosureEvery = 3 * time.Hour

// DisclosureDue reports whether she must say what she is: the first time, once
// on each new day they talk, and again after three hours of talk without it.
// last is when she last said it (zero: never), now is in the person's zone,
// whose midnight begins a day. talking is how long this stretch of talk has
// lasted; one that runs past midnight, and in which she said it, is not another
// day. A last that lies ahead of now counts as another day.
func DisclosureDue(last, now time.Time, talking time.Duration) Disclosure {
	if last.IsZero() {
		return DueFirst
	}
	since := now.Sub(last)
	switch {
	case since < 0:
		return DueDay // the clock went back: once too often is the safe side
	case since >= disclosureEvery && talking >= disclosureEvery:
		return DueHours
	case talking < since && !sameDay(last.In(now.Location()), now):
		return DueDay
	}
	return NotDue
}

func sameDay(a, b time.Time) bool {
	return a.Year() == b.Year() && a.YearDay() == b.YearDay()
}
