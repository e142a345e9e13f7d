package memory

import (
	"math"
	"time"

	"samantha"
)

// Keep is what the index takes in of an event: the one way from what was heard,
// said or brought to a memory. It is false if the event holds none.
func (l *Lore) Keep(e samantha.Event) (Kept, bool) {
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
		k.Felt, k.Valence = felt(b.Numbers), b.Numbers.Reading.Valence
		k.Mends = b.Words.Hearing.Has("correct")
		k.Wants = wants(b.Words.Hearing)
		k.Keys = append(l.keys(b.Words.Facts), kinds(b.Words.Threads)...)
	case *samantha.Said:
		if k.Text = b.Talk(); k.Text == "" && b.Text() != "" {
			return Kept{}, false
		}
	case *samantha.Brought:
		k.Text, k.At = b.Words.Text, written(e, b)
	default:
		return Kept{}, false
	}
	k.Keys = append(k.Keys, l.InAWord(k.Text)...)
	return k, true
}

// wants: something was asked or wanted of her, and nothing was told. A note is told.
func wants(h samantha.Hearing) bool {
	return onlyAsks(h) && !h.Has("request.note") && (h.Has("ask") || h.Has("request") || h.Has("vow") || h.Has("pardon"))
}

// felt is how strongly something was felt in a moment, on either side.
func felt(n samantha.HeardNumbers) float64 {
	most := math.Abs(n.Reading.Valence) * n.Reading.Confidence
	for _, f := range n.Felt {
		most = max(most, f.Intensity)
	}
	return most
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
