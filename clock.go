package samantha

import "time"

// Clock tells the time and waits. It is given to whoever needs time, so that
// a test lives a year in a second.
type Clock interface {
	Now() time.Time
	// After fires once when d has passed on this clock.
	After(d time.Duration) <-chan time.Time
}

// PartOfDay is what people call the hour: night, morning, afternoon, evening.
func PartOfDay(at time.Time) string {
	switch h := at.Hour(); {
	case h < 5 || h >= 22:
		return "night"
	case h < 12:
		return "morning"
	case h < 17:
		return "afternoon"
	}
	return "evening"
}
