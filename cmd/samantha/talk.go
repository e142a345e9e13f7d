package main

import (
	"context"
	"fmt"
	"sync"

	"samantha"
	"samantha/internal/face/serve"
)

func talkVerb() verb {
	return verb{
		name: "talk", says: "talk with her in the terminal; a second one joins",
		more: "  A line is one utterance. An empty line says nothing. Ctrl-D, or a goodbye and\n" +
			"  Ctrl-D, ends the talk; nothing said is lost either way. If the first talk ends\n" +
			"  before one that joined, she stays with that one.",
		ready: func(ctx context.Context, c *call) error {
			c.terminal = newTerminal(ctx, c)
			return c.checkListen()
		},
		flags: []string{"listen"}, stays: true,
		run: talk, remote: join,
	}
}

// talk serves pages and verbs, and holds the conversation line by line.
func talk(ctx context.Context, c *call, a *app) error {
	if _, err := a.Session(ctx, c.as); err != nil { // she is awake before anybody can come
		return err
	}
	d, err := a.door(c)
	if err != nil {
		return err
	}
	defer d.Close()
	return talkHere(ctx, c, a)
}

// talkHere holds the conversation with whoever sits here.
func talkHere(ctx context.Context, c *call, a *app) error {
	r, err := a.mind(ctx, c.as)
	if err != nil {
		return err
	}
	ctx, rest := context.WithCancel(ctx)
	var beside sync.WaitGroup
	defer beside.Wait()
	defer rest()
	t := c.terminal
	beside.Go(func() { t.watchHere(ctx, a, c.as) })

	t.hint()
	if err := t.hers(func() error { return r.mind.Begin(ctx, c.zone, t.clause) }); err != nil {
		return err
	}
	return t.converse(ctx, nil, func(l line) error {
		u := samantha.Utterance{Text: l.text, Origin: samantha.OriginPerson, FaceID: l.faceID, Zone: c.zone}
		reply, err := r.mind.Hear(ctx, u, t.clause)
		if err == nil && reply.Unsaved {
			fmt.Fprintln(t)
			fmt.Fprintln(c.errs, "samantha: the disk is full or will not take this; what is said now is lost when she sleeps")
		}
		return err
	})
}

// join is a talk while another process owns the house: each line goes there,
// and what is said elsewhere is shown here. When she is no longer awake there
// it fails with [serve.ErrNobody], and the talk goes on wherever she is then.
func join(ctx context.Context, c *call, to serve.Client) error {
	ctx, rest := context.WithCancel(ctx)
	defer rest()
	lines, err := to.Watch(ctx, c.as)
	if err != nil {
		return err
	}
	t := c.terminal
	var beside sync.WaitGroup
	defer beside.Wait()
	defer rest()
	gone := make(chan struct{})
	beside.Go(func() {
		defer close(gone)
		for l, err := range lines {
			if err != nil {
				return
			}
			t.elsewhere(l)
		}
	})
	t.hint()
	return t.converse(ctx, gone, func(l line) error {
		return c.handOver(ctx, to, []string{"say", "--as", c.as, "--face-id", l.faceID, "--", l.text}, t)
	})
}
