package samantha

import (
	"errors"
	"strings"
)

// The kinds of error the rooms tell apart. An error that crosses a room wraps
// one of them, so that a face can choose an exit code or a sentence with
// [errors.Is] and nothing else.
var (
	// ErrNotFound: there is no such thing.
	ErrNotFound = errors.New("not found")
	// ErrInvalid: what was asked for makes no sense as it was asked.
	ErrInvalid = errors.New("invalid")
	// ErrDenied: no right to it.
	ErrDenied = errors.New("denied")
	// ErrBusy: somebody else has it; try again.
	ErrBusy = errors.New("busy")
	// ErrUnsaved: what happened is held in memory and not on disk yet.
	ErrUnsaved = errors.New("not saved")
	// ErrDamaged: what is on disk is not what was written.
	ErrDamaged = errors.New("damaged")
	// ErrForgotten: it was there and was forgotten on request.
	ErrForgotten = errors.New("forgotten")
)

// Plainly is an error on one line, for a person: the kind that it ends with
// serves the program and is left out.
func Plainly(err error) string {
	line := strings.Join(strings.Fields(err.Error()), " ")
	for _, kind := range []error{ErrInvalid, ErrNotFound, ErrDenied, ErrBusy, ErrUnsaved} {
		line = strings.TrimSuffix(line, ": "+kind.Error())
	}
	return line
}
