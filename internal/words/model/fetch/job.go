package fetch

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"sync"
	"sync/atomic"
	"time"
)

// job is one download from one source while it is under way.
type job struct {
	Options
	entry  Entry
	source Source
	file   File

	mu    sync.Mutex // guards what follows
	parts []part
	note  string // what is waited for
	speed speed

	plain bool // parts are not asked for any more
}

// fill gets all that is missing: in parts at a time, or, from a source that cannot send
// parts or lies about them, in one go from the beginning.
func (j *job) fill(ctx context.Context) error {
	ctx, stop := context.WithCancelCause(ctx)
	var beside sync.WaitGroup
	beside.Go(func() { j.tick(ctx, stop) })
	err := j.each(ctx)
	if errors.Is(err, errRanges) {
		j.merge()
		err = j.each(ctx)
	}
	stop(nil)
	beside.Wait()
	if errors.Is(err, errRanges) {
		return fmt.Errorf("%s: %w", j.source.Name(), ErrAnother)
	}
	return err
}

// merge makes one part of all, and keeps what is there from the beginning on.
func (j *job) merge() {
	j.mu.Lock()
	defer j.mu.Unlock()
	j.parts, j.plain = []part{one(j.parts)}, true
}

// each gets all parts at once, and stops them all at the first that fails for good.
func (j *job) each(ctx context.Context) error {
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	var all sync.WaitGroup
	for i := range j.parts {
		all.Go(func() {
			if err := j.part(ctx, i); err != nil {
				stop(err) // the first one counts
			}
		})
	}
	all.Wait()
	if ctx.Err() != nil {
		return context.Cause(ctx)
	}
	return nil
}

// enough is how much has to come in one go for the tries to be counted anew: 1 MiB, or
// half of what is missing.
func enough(rest part) int64 { return min(1<<20, (rest.To-rest.at()+1)/2) }

// part gets what is missing of one part, and tries again where that may help.
func (j *job) part(ctx context.Context, i int) error {
	for tries := 0; ; {
		rest := j.rest(i)
		if rest.whole() {
			return nil
		}
		err := j.stretch(ctx, i, rest)
		var soon *later
		switch {
		case err == nil:
			continue // a server may send less than was asked for
		case ctx.Err() != nil:
			return context.Cause(ctx)
		case !errors.As(err, &soon):
			return err
		}
		if j.rest(i).at()-rest.at() >= enough(rest) {
			tries = 0
		}
		if tries++; tries >= j.Tries {
			return fmt.Errorf("%w (tried %d times)", err, tries)
		}
		if err := j.pause(ctx, max(backOff(tries), min(soon.wait, longest)), err); err != nil {
			return err
		}
	}
}

// longest is how long it waits at most before it asks again.
const longest = time.Minute

// backOff is the pause after so many tries: 1, 2, 4 ... 32 s.
func backOff(tries int) time.Duration { return time.Second << min(tries-1, 5) }

func (j *job) pause(ctx context.Context, d time.Duration, why error) error {
	j.mark(fmt.Sprintf("%v; asking again in %v", why, d.Round(time.Second)))
	defer j.mark("")
	select {
	case <-ctx.Done():
		return context.Cause(ctx)
	case <-j.Clock.After(d):
		return nil
	}
}

// stretch is one request of a part: it ends when the part is whole, when the line ends,
// or when nothing comes for a while.
func (j *job) stretch(ctx context.Context, i int, rest part) error {
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	var alive atomic.Int64
	go j.watch(ctx, &alive, stop)
	from, to := rest.at(), rest.To
	if j.plain {
		from, to = 0, j.entry.Size
	}
	body, at, err := j.source.open(ctx, from, to, j.entry.Size)
	if err == nil {
		defer body.Close()
		if at != from && len(j.parts) > 1 {
			return errRanges
		}
		err = j.pour(body, at, i, &alive)
	}
	if errors.Is(context.Cause(ctx), ErrStalled) {
		return &later{err: fmt.Errorf("%s: %w", j.source.Name(), ErrStalled)}
	}
	return err
}

// watch calls off a request when nothing has come since it looked last.
func (j *job) watch(ctx context.Context, alive *atomic.Int64, stop context.CancelCauseFunc) {
	for seen := int64(-1); ; {
		now := alive.Load()
		if now == seen {
			stop(ErrStalled)
			return
		}
		seen = now
		select {
		case <-ctx.Done():
			return
		case <-j.Clock.After(j.Stall):
		}
	}
}

// pour writes what comes, which begins at the byte at, to where it belongs in a part. What
// the part has already is passed over, and what lies behind it is not waited for.
func (j *job) pour(body io.Reader, at int64, i int, alive *atomic.Int64) error {
	buf := make([]byte, 128<<10)
	for {
		rest := j.rest(i)
		if rest.whole() {
			return nil
		}
		n, err := body.Read(buf[:min(int64(len(buf)), rest.To-at)])
		if n > 0 {
			alive.Add(int64(n))
			if fresh := min(int64(n), at+int64(n)-rest.at()); fresh > 0 {
				if _, err := j.file.WriteAt(buf[int64(n)-fresh:n], rest.at()); err != nil {
					return failed(err)
				}
				j.came(i, fresh)
			}
			at += int64(n)
		}
		switch {
		case j.rest(i).whole():
			return nil
		case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
			return &later{err: fmt.Errorf("%s: %w", j.source.Name(), ErrCut)}
		case err != nil:
			return &later{err: fmt.Errorf("%s: %w: %w", j.source.Name(), ErrCut, err)}
		}
	}
}

// rest is how far a part is.
func (j *job) rest(i int) part {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.parts[i]
}

// came notes bytes that are on their way to the disk.
func (j *job) came(i int, n int64) {
	j.mu.Lock()
	defer j.mu.Unlock()
	j.parts[i].Done += n
}

// mark says what is waited for; "" is nothing.
func (j *job) mark(note string) {
	j.mu.Lock()
	defer j.mu.Unlock()
	j.note = note
}

// save writes down how far it is: first what came has to be on the disk.
func (j *job) save() error {
	j.mu.Lock()
	parts := slices.Clone(j.parts)
	j.mu.Unlock()
	if err := j.file.Sync(); err != nil {
		return failed(err)
	}
	return keep(j.Disk, j.entry, parts)
}

// ticks is how many times it tells how it goes between two saves.
const ticks = 20

// tick tells how it goes, and saves now and then, until ctx ends. If it cannot save,
// nothing is gained by going on.
func (j *job) tick(ctx context.Context, stop context.CancelCauseFunc) {
	for n := 1; ; n++ {
		select {
		case <-ctx.Done():
			return
		case <-j.Clock.After(j.Tick):
		}
		j.Tell(j.progress())
		if n%ticks == 0 {
			if err := j.save(); err != nil {
				stop(err)
				return
			}
		}
	}
}
