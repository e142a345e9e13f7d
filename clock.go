package samantha

import "time"

// Clock tells the time and waits. It is given to whoever needs time, so that
// a test lives a year in a second.
type Clock interface {
	Now() time.Time
	// After fires once when d has passed on this clock.
	After(d time.Duration) <-chan time.Time
}
