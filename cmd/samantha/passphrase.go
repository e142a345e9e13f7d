package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"

	"samantha"
	"samantha/internal/house"
)

func passphraseVerb() verb {
	return verb{
		name: "passphrase", args: "set|change|remove", says: "lock the house with a passphrase, or not",
		least: 1, most: 1, choose: []string{"set", "change", "remove"}, asleep: true,
		more: "  The passphrase locks the key of the house, and is asked for whenever she wakes,\n" +
			"  not while she is awake. It has 8 characters or more and cannot be found again.\n" +
			"  A copy of the file `key` made before it was set (a backup, say) still opens her\n" +
			"  without it, and so does one made before a change, with the passphrase it had;\n" +
			"  an export has a passphrase of its own. She must be asleep for this.\n" +
			"  --passphrase-file FILE has the present passphrase, if one is set, on its first\n" +
			"  line, and the new one on the next.",
		ready: readyToLock,
		run:   lock,
	}
}

// errAwake: what was asked cannot be done beside her.
var errAwake = errors.New("she is awake in another process; this needs her asleep")

// unlock gets the passphrase of the house before anything else is read, if one
// is set: from the file that was named, or, if nobody is awake who knows the
// key, from the person.
func (c *call) unlock(ctx context.Context) (err error) {
	wrapped := !c.verb.alone && house.Wrapped(c.home)
	switch {
	case c.unlocking != "" || !wrapped && !c.verb.asleep:
		return nil
	case wrapped && c.houseFile() != "":
		c.unlocking, err = c.ask(ctx, "", c.houseFile(), 1)
		return err
	}
	return c.knock(ctx)
}

// knock finds out who is at home, and asks for the passphrase if it is nobody.
func (c *call) knock(ctx context.Context) error {
	if _, err := os.Stat(c.home); err != nil {
		return nil // no house yet
	}
	h, _, err := enter(ctx, c)
	switch {
	case errors.Is(err, house.ErrWrapped):
		c.unlocking, err = c.ask(ctx, "Passphrase of the house", "", 0)
		if errors.Is(err, errEmpty) {
			return house.ErrWrapped
		}
		return err
	case h != nil:
		return h.Close()
	case err == nil && c.verb.asleep:
		return errAwake
	}
	return nil // she is awake; or what is wrong is told when the verb is done
}

// houseFile is the file that was named for the passphrase of the house.
func (c *call) houseFile() string {
	if slices.Contains(c.verb.flags, "house-passphrase-file") { // the other one is of the export
		return c.houseSecret
	}
	return c.secret
}

// readyToLock asks for the new passphrase, twice if nobody sees what is typed.
func readyToLock(ctx context.Context, c *call) (err error) {
	wrapped := house.Wrapped(c.home)
	if err := c.lockable(wrapped); err != nil || c.args[0] == "remove" {
		return err
	}
	if c.fresh, err = c.ask(ctx, "New passphrase", c.secret, freshLine(wrapped)); err != nil {
		return err
	}
	if err = house.Fit(c.fresh); err != nil || c.secret != "" {
		return err
	}
	again, err := c.ask(ctx, "Once more", "", 0)
	if err == nil && again != c.fresh {
		err = errors.New("these were two different passphrases; nothing was changed")
	}
	return err
}

// freshLine is the line of the new passphrase in a file.
func freshLine(wrapped bool) int {
	if wrapped {
		return 2
	}
	return 1
}

// lockable sees that what was asked can be done to the house as it is.
func (c *call) lockable(wrapped bool) error {
	switch what := c.args[0]; {
	case what == "set" && wrapped:
		return fmt.Errorf("a passphrase is set already; samantha passphrase change: %w", samantha.ErrInvalid)
	case what != "set" && !wrapped:
		return fmt.Errorf("no passphrase is set: %w", samantha.ErrInvalid)
	}
	return nil
}

func lock(_ context.Context, c *call, a *app) error {
	if err := c.lockable(a.house.Wrapped()); err != nil {
		return err
	}
	change := a.house.RemovePassphrase
	if c.args[0] != "remove" {
		change = func() error { return a.house.SetPassphrase(c.fresh) }
	}
	if err := change(); err != nil {
		return err
	}
	doc := struct {
		Passphrase bool `json:"passphrase"`
	}{a.house.Wrapped()}
	return c.print(doc, func(w io.Writer) {
		if doc.Passphrase {
			fmt.Fprintln(w, "The passphrase is set. Keep it: without it nobody can wake her again. A copy of the file key made before still opens her.")
			return
		}
		fmt.Fprintln(w, "The passphrase is gone; whoever can read this disk can read her.")
	})
}
