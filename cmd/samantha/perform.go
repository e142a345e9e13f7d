package main

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"time"

	"samantha"
	"samantha/internal/face/serve"
	"samantha/internal/house"
)

// perform does a verb. What it needs of the person it reads first, so that the
// house is not held while somebody types.
func perform(ctx context.Context, c *call) (err error) {
	if err := c.unlock(ctx); err != nil {
		return err
	}
	if c.verb.ready != nil {
		if err := c.verb.ready(ctx, c); err != nil {
			return err
		}
	}
	if c.screen != nil {
		defer func() { err = errors.Join(err, c.screen.close()) }()
	}
	if c.verb.alone {
		return c.verb.run(ctx, c, nil)
	}
	for ctx.Err() == nil {
		h, her, err := enter(ctx, c)
		switch {
		case err != nil && c.verb.unwell != nil:
			return c.verb.unwell(c, err)
		case err != nil:
			return err
		case h != nil:
			return asleep(ctx, c, h)
		}
		err = c.verb.remotely(ctx, c, her)
		if !errors.Is(err, serve.ErrNobody) {
			return err
		} // she left meanwhile, and nothing came of the verb
	}
	return context.Cause(ctx)
}

// A verb waits this long for another short verb to be done with the house, and
// looks again this often.
const (
	patience = 5 * time.Second
	pause    = 20 * time.Millisecond
)

// enter takes the house, or, while another process has it, finds who is awake
// in it; a process that is still waking is waited for.
func enter(ctx context.Context, c *call) (*house.House, serve.Client, error) {
	until := time.Now().Add(patience)
	for wait := time.Duration(0); ; wait = pause {
		h, err := house.Unlock(ctx, c.home, house.Options{Wait: wait, Passphrase: c.unlocking, Chance: rand.Reader})
		if !errors.Is(err, samantha.ErrBusy) {
			return h, serve.Client{}, err
		}
		if r, ok := house.Awake(c.home); ok {
			her := serve.Client{Address: r.Address, Token: r.Token}
			if her.Awake(ctx) == nil {
				return nil, her, nil
			}
		}
		if time.Now().After(until) {
			return nil, serve.Client{}, err
		}
	}
}

// asleep owns the house for as long as the verb takes.
func asleep(ctx context.Context, c *call, h *house.House) error {
	a, err := wake(c, h)
	if err != nil {
		return errors.Join(err, h.Close())
	}
	err = c.verb.run(ctx, c, a)
	return c.ended(err, a.close())
}

// ended is how a verb ended whose house was closed after it. What was done is
// not undone by a snapshot that could not be put by: that is only noted.
func (c *call) ended(err, closing error) error {
	if errors.Is(err, samantha.ErrUnsaved) && errors.Is(closing, samantha.ErrUnsaved) {
		return err // the same disk, said once
	}
	if closing == nil || err != nil || c.verb.strict {
		return errors.Join(err, closing)
	}
	fmt.Fprintln(c.errs, "samantha: noticed:", plainly(closing))
	return nil
}
