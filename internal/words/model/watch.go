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

// Keep watches one that its person chose and that may be elsewhere, until ctx ends, and
// tells out when it is gone or back, and at first that it is there. It only asks which
// models its server has, which costs nothing: seldom as long as it is there, and every so
// often once it is not.
func (f Finder) Keep(ctx context.Context, x Found, every time.Duration, out func(State)) {
	out(State{Found: &x})
	for misses := 0; ; {
		wait := every
		if misses == 0 {
			wait = longer * every
		}
		select {
		case <-ctx.Done():
			return
		case <-f.orUsual().Clock.After(wait):
		}
		reached := f.reached(ctx, x)
		switch {
		case ctx.Err() != nil:
			return
		case !reached:
			if misses++; misses == mostMisses {
				out(State{Err: ErrUnreachable})
			}
		default:
			if misses >= mostMisses {
				out(State{Found: &x})
			}
			misses = 0
		}
	}
}

// reached: its server answers, whatever it says: it may have no list.
func (f Finder) reached(ctx context.Context, x Found) bool {
	ctx, end := within(ctx, f.Patience, f.orUsual().Stall)
	defer end()
	c, err := Open(x.Endpoint, f.HTTP)
	if err == nil {
		_, err = c.Models(ctx)
	}
	return !errors.Is(err, ErrUnreachable) && !errors.Is(err, ErrLate)
}
