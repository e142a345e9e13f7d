package fetch

import (
	"errors"
	"fmt"
	"time"

	"samantha"
)

// How a download can end that did not come to its end. Each leaves the partial file, so
// that the next one goes on from there, but [ErrWrong].
var (
	// ErrWrong: the digest is another. The partial file is gone.
	ErrWrong = errors.New("what came is not the file that the catalog means")
	// ErrNoRoom: the disk has no room for it.
	ErrNoRoom = errors.New("there is not enough room on the disk")
	// ErrNotThere: the server has no such file, or keeps it to itself.
	ErrNotThere = errors.New("the server does not give it")
	// ErrAnother: what the server has is not that file.
	ErrAnother = errors.New("the server has something else at this address")
	// ErrStalled: nothing came for a while.
	ErrStalled = errors.New("nothing came any more")
	// ErrCut: less came than was promised.
	ErrCut = errors.New("the line was cut")
	// ErrBusy: the server asks for patience.
	ErrBusy = errors.New("the server is busy")
	// ErrDisk: the file could not be written or read.
	ErrDisk = errors.New("the disk failed")
)

// errRanges: the server does not send the part that was asked for.
var errRanges = errors.New("the server does not send parts")

// later is an error after which the same may work in a while.
type later struct {
	err  error
	wait time.Duration // as the server asked; 0 is as we like
}

func (l *later) Error() string { return l.err.Error() }
func (l *later) Unwrap() error { return l.err }

// advise adds to an error what a person can do about it.
func advise(e Entry, err error) error {
	again := "samantha model get " + e.ID
	switch {
	case err == nil:
		return nil
	case errors.Is(err, ErrWrong):
		return fmt.Errorf("%w, and was thrown away; try another server: %s --mirror URL", err, again)
	case errors.Is(err, ErrNoRoom):
		return fmt.Errorf("%w; make room and say %s again", err, again)
	case errors.Is(err, ErrNotThere), errors.Is(err, ErrAnother):
		return fmt.Errorf("%w; try another server (%s --mirror URL) or a folder that has %s (--from DIR)", err, again, e.File())
	case errors.Is(err, ErrDisk), errors.Is(err, samantha.ErrInvalid), errors.Is(err, samantha.ErrNotFound):
		return err
	}
	return fmt.Errorf("%w; what came is kept, and %s goes on from there", err, again)
}
