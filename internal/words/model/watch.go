package model

import (
	"context"
	"errors"
	"time"
)

// Watch looks every so often until ctx ends, and tells out whenever a model came or went,
// and at first. The one that is there is kept as long as it is.
func (f Finder) Watch(ctx context.Context, every time.Duration, out func(State)) {
	var now State
	misses := 0
	for first := true; ctx.Err() == nil; first = false {
		wait := every
		switch {
		case now.Found == nil:
			found, err := f.Take(ctx)
			if ctx.Err() != nil {
				return
			}
			if err == nil {
				now, misses = State{Found: &found}, 0
				f.Before = found.Name
				out(now)
				break
			}
			if !errors.Is(err, ErrUnreachable) {
				wait = longer * every
			}
			if first || Fault(err) != Fault(now.Err) {
				now.Err = err
				out(now)
			}
		case f.There(ctx, *now.Found):
			misses = 0
		case ctx.Err() == nil:
			if misses++; misses >= mostMisses {
				now = State{Err: ErrUnreachable}
				out(now)
			}
		}
		select {
		case <-ctx.Done():
		case <-f.orUsual().Clock.After(wait):
		}
	}
}
