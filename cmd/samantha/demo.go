package main

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"samantha"
	"samantha/internal/bench/year"
	"samantha/internal/house"
)

// simulatedMark stands wherever such a life is shown in a terminal.
const simulatedMark = "a simulated life: nobody lived this"

func demoVerb() verb {
	return verb{
		name: "demo", says: "thirty days somebody made up lived with her, to look at",
		more: "  A house of its own is made, in a temporary folder that is gone when she sleeps, or\n" +
			"  with --home in DIR, where it stays; a house where somebody lives is refused. The\n" +
			"  thirty days end today, and nobody lived them: that stands on every page.\n" +
			"  --listen ADDR   where her page is; addresses of this machine alone\n" +
			"  --no-open       show the link and open nothing\n" +
			"  --tui           talk with her in the terminal, and open no page",
		flags: []string{"listen", "no-open", "tui", "plain", "still"}, alone: true, stays: true,
		ready: func(ctx context.Context, c *call) error {
			if c.inTerm {
				return nil // it takes the terminal once there is somebody to talk with
			}
			return c.checkListen()
		},
		run: func(ctx context.Context, c *call, _ *app) error { return demo(ctx, c) },
	}
}

// demo makes the house, has the days lived in it and lets anybody look.
func demo(ctx context.Context, c *call) (err error) {
	fresh, err := c.demoHouse()
	if err != nil {
		return err
	}
	if !c.housed {
		defer func() { err = errors.Join(err, c.leaveNothing()) }()
	}
	h, err := house.Open(ctx, c.home, patience, rand.Reader)
	if err != nil {
		return err
	}
	if fresh {
		if err := c.liveThirty(ctx, h); err != nil {
			return errors.Join(err, h.Close(), os.RemoveAll(c.home)) // half a life is nothing to look at
		}
	}
	a, err := wake(c, h)
	if err != nil {
		return errors.Join(err, h.Close())
	}
	return c.ended(c.visit(ctx, a), a.close())
}

// demoHouse finds the folder for it. fresh: nothing stands there yet.
func (c *call) demoHouse() (fresh bool, err error) {
	if !c.housed {
		c.home, err = os.MkdirTemp("", "samantha-demo-")
		return true, err
	}
	there, err := os.ReadDir(c.home)
	if errors.Is(err, os.ErrNotExist) || err == nil && len(there) == 0 {
		return true, nil
	}
	if err != nil {
		return false, fmt.Errorf("demo: %w", err)
	}
	ours, err := house.Simulated(c.home)
	if err == nil && !ours {
		err = fmt.Errorf("%s is no house of a demonstration; name an empty folder, or none: %w", c.home, samantha.ErrInvalid)
	}
	return false, err
}

// leaveNothing takes the temporary house away, and says so.
func (c *call) leaveNothing() error {
	if err := os.RemoveAll(c.home); err != nil {
		return fmt.Errorf("the house of the demonstration is still in %s: %w", c.home, err)
	}
	fmt.Fprintln(c.errs, "samantha: that life is over, and nothing of it is left on this machine")
	return nil
}

// demoSeed is whence all chance of that life comes: it is the same every time.
const demoSeed = 7

// firstHour is when the last of the thirty nights is surely over: before it, today
// is still yesterday.
const firstHour = 4 * time.Hour

// liveThirty has the thirty days lived in an empty house. They end with the last
// night.
func (c *call) liveThirty(ctx context.Context, h *house.House) (err error) {
	person, err := year.Thirty()
	if err != nil {
		return err
	}
	now := c.at
	if now.IsZero() {
		now = time.Now()
	}
	person.Zone = zone()
	who, err := h.Simulate(person.Name)
	if err != nil {
		return err
	}
	log, err := h.Life(ctx, who)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, log.Close()) }()
	days := person.Last()
	today := now.In(here()).Add(-firstHour)
	first := time.Date(today.Year(), today.Month(), today.Day()-days, 0, 0, 0, 0, today.Location())
	r, err := year.Live(ctx, year.Options{
		Person: person, Days: days, Seed: demoSeed, Now: time.Now,
		Written: year.Written{First: first, Log: log, Version: version, Shown: true, Progress: func(day int) { c.passes(day, days) }},
	})
	if err != nil {
		return fmt.Errorf("the thirty days: %w", err)
	}
	fmt.Fprintf(c.errs, "samantha: %s lived with her for %d days: %d moments, %d nights\n", person.Name, days, r.Moments, days)
	return nil
}

// passes shows, on one line, how far the days are.
func (c *call) passes(day, days int) {
	if !isTerminal(c.errs) {
		return
	}
	fmt.Fprintf(c.errs, "\rday %d of %d", day, days)
	if day == days {
		fmt.Fprint(c.errs, "\r\x1b[K")
	}
}

// visit lets whoever is here in.
func (c *call) visit(ctx context.Context, a *app) error {
	if c.inTerm {
		if err := talkVerb().ready(ctx, c); err != nil {
			return err
		}
		err := talk(ctx, c, a)
		if c.screen != nil {
			err = errors.Join(err, c.screen.close())
		}
		return err
	}
	return stay(ctx, c, a, c.whatToLookAt())
}

// whatToLookAt is a first hint.
func (c *call) whatToLookAt() string {
	hint := "Look at:  us (their story, as she tells it, and her nights) · her mood (what she feels,\n" +
		"          and why) · kept (what she knows, and what is open). Touch any line of hers for\n" +
		"          the reason behind it. Ask: what did you dream? how do you feel? is this real?\n"
	if c.housed {
		return hint + "Ctrl-C lets her sleep; it stays: samantha --home " + filepath.Clean(c.home)
	}
	return hint + "          In another terminal: samantha --home " + c.home + " story\n" +
		"Ctrl-C ends it, and leaves nothing behind."
}

// markRemotely says in another process's terminal that the life is simulated. A
// page, and a talk, say so themselves.
func (a *app) markRemotely(c *call) {
	if r, err := a.resident(c.as); err == nil && r.person.Simulated && !c.json && c.faceID == "" {
		fmt.Fprintln(c.errs, "samantha:", simulatedMark)
	}
}

// markOfHouse is what stands in the terminal all the time.
func (c *call) markOfHouse() string {
	if simulated, err := house.Simulated(c.home); err != nil || !simulated {
		return ""
	}
	return simulatedMark
}
