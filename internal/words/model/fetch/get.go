package fetch

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"time"

	"samantha"
)

// Options are what a download is given. The numbers are [Usual] ones where they are 0.
type Options struct {
	Disk  Disk
	Clock samantha.Clock
	Tell  func(Progress) // hears how it goes, one at a time; nil is nobody

	Parts int           // at a time: 4 to 8
	Least int64         // bytes of a part
	Stall time.Duration // without a byte, and the line counts as dead
	Tries int           // in a row, of a part, that bring nothing
	Tick  time.Duration // between two of Tell, and twenty of them between two saves
}

// Usual are the numbers for a home line: six parts of 8 MiB at least; 30 s without a byte;
// eight tries, which with their pauses are about two minutes.
func Usual() Options {
	return Options{Parts: 6, Least: 8 << 20, Stall: 30 * time.Second, Tries: 8, Tick: 250 * time.Millisecond}
}

func (o Options) orUsual() Options {
	u := Usual()
	if o.Parts == 0 {
		o.Parts = u.Parts
	}
	if o.Least == 0 {
		o.Least = u.Least
	}
	if o.Stall == 0 {
		o.Stall = u.Stall
	}
	if o.Tries == 0 {
		o.Tries = u.Tries
	}
	if o.Tick == 0 {
		o.Tick = u.Tick
	}
	if o.Tell == nil {
		o.Tell = func(Progress) {}
	}
	return o
}

// Get brings a file here from the first of the sources that gives it. It ends with the
// file under its name and its digest checked, or with an error that says what to do; then
// what came is kept for the next time, unless the digest was wrong. Nobody else may
// download the same entry to the same disk meanwhile. An end of ctx is its cause.
func Get(ctx context.Context, e Entry, sources []Source, o Options) error {
	o = o.orUsual()
	known, err := here(ctx, e, o)
	if err != nil || known {
		return advise(e, err)
	}
	err = fmt.Errorf("no place to get %s from: %w", e.ID, samantha.ErrInvalid)
	for _, s := range sources {
		j := &job{Options: o, entry: e, source: s}
		if err = j.run(ctx); err == nil || ctx.Err() != nil || errors.Is(err, ErrDisk) || errors.Is(err, ErrNoRoom) {
			break
		}
	}
	return advise(e, err)
}

// here reports whether the file is there already, and right. One that is not, though it
// has the name, is in nobody's way.
func here(ctx context.Context, e Entry, o Options) (bool, error) {
	size, err := o.Disk.Size(e.File())
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return false, nil
	case err != nil:
		return false, failed(err)
	case size != e.Size:
		return false, nil
	}
	j := &job{Options: o, entry: e}
	if j.file, err = o.Disk.Open(e.File()); err != nil {
		return false, failed(err)
	}
	err = errors.Join(j.verify(ctx), j.file.Close())
	if err == nil {
		o.Tell(Progress{ID: e.ID, Stage: Finished, Done: size, Total: size})
	}
	if errors.Is(err, ErrWrong) {
		return false, nil
	}
	return err == nil, err
}

// run is one download from one source.
func (j *job) run(ctx context.Context) (err error) {
	length, err := j.Disk.Size(partial(j.entry))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return failed(err)
	}
	if j.parts = begun(j.Disk, j.entry, length); j.parts == nil {
		j.parts = split(j.entry.Size, j.Parts, j.Least)
	}
	if err := j.room(length); err != nil {
		return err
	}
	if j.file, err = j.Disk.Open(partial(j.entry)); err != nil {
		return failed(err)
	}
	if err = j.fill(ctx); err == nil {
		err = failed(j.file.Truncate(j.entry.Size)) // an older one may have been longer
	}
	if err = errors.Join(err, j.save()); err == nil {
		err = j.verify(ctx)
	}
	err = errors.Join(err, failed(j.file.Close()))
	if errors.Is(err, ErrWrong) {
		return errors.Join(err, drop(j.Disk, partial(j.entry), beside(j.entry)))
	}
	if err != nil {
		return err
	}
	return j.finish()
}

// room sees that the rest has room on the disk. A partial file with holes takes no more
// than what was written to it, and it is not known how a disk counts them: only what is
// missing is asked for.
func (j *job) room(length int64) error {
	need := j.entry.Size - min(length, there(j.parts)) + spare
	if free := j.Disk.Free(); free > 0 && free < need {
		return fmt.Errorf("%s wants %s, and %s are free: %w", j.entry.ID, Bytes(need), Bytes(free), ErrNoRoom)
	}
	return nil
}

// finish gives the file its name.
func (j *job) finish() error {
	if err := j.Disk.Rename(partial(j.entry), j.entry.File()); err != nil {
		return failed(err)
	}
	if err := errors.Join(failed(j.Disk.Settle()), drop(j.Disk, beside(j.entry), beside(j.entry)+".new")); err != nil {
		return err
	}
	j.Tell(Progress{ID: j.entry.ID, Stage: Finished, Done: j.entry.Size, Total: j.entry.Size, From: j.source.Name()})
	return nil
}

// verify compares the digest of the whole file.
func (j *job) verify(ctx context.Context) error {
	sum := sha256.New()
	buf := make([]byte, 1<<20)
	next := j.Clock.Now()
	for at := int64(0); at < j.entry.Size; {
		if ctx.Err() != nil {
			return context.Cause(ctx)
		}
		n, err := j.file.ReadAt(buf[:min(int64(len(buf)), j.entry.Size-at)], at)
		sum.Write(buf[:n]) // a hash takes everything
		at += int64(n)
		if err != nil && at < j.entry.Size {
			if errors.Is(err, io.EOF) {
				return ErrWrong
			}
			return failed(err)
		}
		if now := j.Clock.Now(); !now.Before(next) {
			next = now.Add(j.Tick)
			j.Tell(Progress{ID: j.entry.ID, Stage: Checking, Done: at, Total: j.entry.Size})
		}
	}
	if got := hex.EncodeToString(sum.Sum(nil)); got != j.entry.Sum {
		return fmt.Errorf("%s has the digest %.12s... and not %.12s...: %w", j.entry.ID, got, j.entry.Sum, ErrWrong)
	}
	return nil
}
