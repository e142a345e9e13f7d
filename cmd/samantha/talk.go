package main

import (
	"context"
	"fmt"
	"io"
	"iter"
	"sync"

	"samantha"
	"samantha/internal/face/serve"
	"samantha/internal/mind"
)

func talkVerb() verb {
	return verb{
		name: "talk", says: "talk with her in the terminal; a second one joins",
		more: "  A line is one utterance. An empty line says nothing. Ctrl-D, or a goodbye and\n" +
			"  Ctrl-D, ends the talk; nothing said is lost either way. If the first talk ends\n" +
			"  before one that joined, she stays with that one.\n" +
			"  A terminal is taken whole, and F1 there tells the keys. --plain talks line by\n" +
			"  line, as it does on a pipe; --still, or NO_MOTION set, keeps the line from moving.",
		flags: []string{"listen", "plain", "still"}, stays: true,
		ready: meet, run: talk, remote: join,
	}
}

// meet chooses where the talk is seen.
func meet(ctx context.Context, c *call) error {
	if c.ofTerminal(c.getenv) {
		c.takeScreen(ctx)
	} else {
		c.talk = newConversation(newPlain(ctx, c), c.errs)
	}
	return c.checkListen()
}

// talk serves pages and verbs, and holds the conversation.
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
	c.talk.asks(recordHere(r.mind))
	defer c.talk.asks(record{})
	watched, err := a.Watch(ctx, c.as)
	if err != nil {
		return err
	}
	beside.Go(func() { c.talk.follow(watched) })

	if err := c.begin(ctx, r.mind); err != nil && ctx.Err() == nil {
		return err
	}
	return c.talk.converse(ctx, nil, func(l line, out io.Writer) (samantha.ID, error) {
		u := samantha.Utterance{Text: l.text, Origin: samantha.OriginPerson, FaceID: l.faceID, Zone: c.zone}
		reply, err := r.mind.Hear(ctx, u, clauses(out))
		if err != nil {
			return "", err
		}
		if reply.Unsaved {
			fmt.Fprintln(out)
			fmt.Fprintln(c.errs, "samantha: the disk is full or will not take this; what is said now is lost when she sleeps")
		}
		if reply.Said.Numbers.Opens != (samantha.Opening{}) {
			fmt.Fprintln(out)
			c.pointOut(ctx, r.mind, reply.Said.Numbers.Opens)
		}
		return reply.ID.Said(), c.pin(ctx, r.mind, out)
	})
}

// begin shows what was said last, where a screen can, and lets her begin.
func (c *call) begin(ctx context.Context, m *mind.Mind) error {
	if err := c.remind(ctx); err != nil {
		return err
	}
	return c.talk.hers(func(out io.Writer) (samantha.ID, error) {
		return "", m.Begin(ctx, c.zone, clauses(out))
	})
}

// follow shows what the log of the house here gets, until it is closed.
func (v *conversation) follow(events iter.Seq2[samantha.Event, error]) {
	for e, err := range events {
		if err != nil {
			return
		}
		if l, ok := serve.LineOf(e); ok {
			v.logged(l)
		}
	}
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
	v := c.talk
	v.asks(c.recordThere(to))
	defer v.asks(record{})
	if err := c.remind(ctx); err != nil {
		return err
	}
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
			v.logged(l)
		}
	})
	return v.converse(ctx, gone, func(l line, out io.Writer) (samantha.ID, error) {
		return "", c.handOver(ctx, to, []string{"say", "--as", c.as, "--face-id", l.faceID, "--", l.text}, out)
	})
}
