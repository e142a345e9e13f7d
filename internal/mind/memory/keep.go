package memory

import (
	"time"

	"samantha"
)

// Keep is what the index takes in of an event: the one way from what was heard,
// said or brought to a memory. It is false if the event holds none.
func Keep(e samantha.Event) (Kept, bool) {
	if e.Forgotten {
		return Kept{}, false
	}
	k := Kept{Memory: samantha.Memory{ID: e.ID, At: e.At, By: e.Origin}}
	switch b := e.Body.(type) {
	case *samantha.Heard:
		if b.Numbers.Guest {
			k.By = samantha.OriginGuest // somebody else may have spoken
		}
		k.Text, k.About = b.Words.Text, b.Words.Hearing.Times
		k.Mends = b.Words.Hearing.Has("correct")
		k.Keys = append(Keys(b.Words.Facts), kinds(b.Words.Threads)...)
	case *samantha.Said:
		k.Text = b.Text()
	case *samantha.Brought:
		k.Text, k.At = b.Words.Text, written(e, b)
	default:
		return Kept{}, false
	}
	return k, true
}

// kinds are what threads are, so that "my plans" finds them.
func kinds(threads []samantha.Thread) []string {
	var keys []string
	for _, t := range threads {
		keys = append(keys, string(t.Kind))
	}
	return keys
}

// written is when a piece was written, or, if nothing says, when it was brought.
func written(e samantha.Event, b *samantha.Brought) time.Time {
	if b.Numbers.Written.IsZero() {
		return e.At
	}
	return b.Numbers.Written
}
