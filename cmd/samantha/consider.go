package main

import (
	"context"
	"errors"
	"time"

	"samantha"
	"samantha/internal/words/model"
	"samantha/internal/words/model/consider"
)

// How long she waits between two portions that a language model goes over, and after one
// that it could not go over: the machine is not hers alone, and nobody waits for it.
const (
	considerRests = 20 * time.Second
	considerTires = 10 * time.Minute
)

// considers has the language model she has go over her life, portion by portion, while
// nobody is here, until ctx ends. What was not finished is begun anew another time.
func (r *resident) considers(ctx context.Context) {
	reader, err := consider.New()
	for rest := considerRests; err == nil; {
		select {
		case <-ctx.Done():
			return
		case <-time.After(rest):
		}
		rest = considerRests
		if _, failed := r.considerOne(ctx, reader); failed != nil {
			rest = considerTires
		}
	}
}

// considerOne has it go over one portion; done is false if there was none, or somebody
// came. An answer of no use is an answer: the portion is not asked about again.
func (r *resident) considerOne(ctx context.Context, reader *consider.Reader) (done bool, err error) {
	lent, ok := r.lookout.lent()
	if !ok {
		return false, nil
	}
	p, ok, err := r.mind.Portion(ctx)
	if err != nil || !ok || lent.Away != p.Away { // another model was taken meanwhile
		return false, err
	}
	alone, stop := r.mind.Alone(ctx)
	defer stop()
	made, err := reader.Ask(withPurpose(alone, samantha.WhyNight), lent.Client, p)
	switch {
	case errors.Is(context.Cause(alone), samantha.ErrBusy):
		return false, nil
	case err != nil && !errors.Is(err, model.ErrGarbage):
		return false, err
	}
	if _, err = r.mind.Consider(ctx, p, lent.Name, made); errors.Is(err, samantha.ErrBusy) {
		return false, nil
	}
	return err == nil, err
}

// considersNow has the language model she has go over what there is after a night that was
// let pass by a verb, with no rest between, until nothing is left, it fails, or ctx ends.
// Tell hears how many portions are done.
func (r *resident) considersNow(ctx context.Context, tell func(done int)) (err error) {
	note, err := r.once(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, note()) }()
	reader, err := consider.New()
	for done := 1; err == nil && ctx.Err() == nil; done++ {
		var more bool
		if more, err = r.considerOne(ctx, reader); !more {
			break
		}
		tell(done)
	}
	return err
}
