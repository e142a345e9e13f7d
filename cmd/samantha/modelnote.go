package main

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync"

	"samantha"
	"samantha/internal/house/outside"
)

// wayOut is how a download gets out: one door a server, through the one package that
// opens any. Of each server it is noted before anything goes there.
type wayOut struct {
	before func(host string) error

	mu    sync.Mutex
	doors map[string]*wayTo // by address without a path
}

// wayTo is a door, and the client that goes through it.
type wayTo struct {
	*outside.Door
	client *http.Client
}

// client is the way to a server; by is the address that sent us on to it.
func (w *wayOut) client(to, by *url.URL) (*http.Client, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if o, ok := w.doors[serverOf(to)]; ok {
		return o.client, nil
	}
	var door *outside.Door
	var err error
	if by == nil {
		door, err = outside.Away(serverOf(to))
	} else {
		door, err = w.doors[serverOf(by)].Onward(serverOf(to))
	}
	if err != nil {
		return nil, err
	}
	if err := w.before(door.Host()); err != nil {
		return nil, err
	}
	if w.doors == nil {
		w.doors = map[string]*wayTo{}
	}
	o := &wayTo{door, door.Client(0)}
	w.doors[serverOf(to)] = o
	return o.client, nil
}

// serverOf is an address without its path.
func serverOf(u *url.URL) string { return u.Scheme + "://" + u.Host }

// passed is what went through a door, and where to.
type passed struct {
	address string
	bytes   int64
}

// close shuts the doors, and tells what went through each, by host.
func (w *wayOut) close() map[string]passed {
	w.mu.Lock()
	defer w.mu.Unlock()
	went := map[string]passed{}
	for _, o := range w.doors {
		o.client.CloseIdleConnections()
		went[o.Host()] = passed{cmp.Or(o.Reached(), went[o.Host()].address), went[o.Host()].bytes + o.Bytes()}
	}
	return went
}

// noting is what the log is told of a download.
type noting struct {
	Choice string                 `json:"choice,omitempty"` // as [samantha.ChoiceDownload] has it
	Left   []samantha.LeftNumbers `json:"left,omitempty"`
}

// note keeps it: the choice first.
func (c *call) note(ctx context.Context, a *app) error {
	if c.noted == "" {
		return nil
	}
	var n noting
	if err := json.Unmarshal([]byte(c.noted), &n); err != nil {
		return fmt.Errorf("--noted: %w: %w", err, samantha.ErrInvalid)
	}
	r, err := a.mind(ctx, c.as)
	if err != nil {
		return err
	}
	if n.Choice != "" {
		if err := r.mind.Choose(ctx, samantha.ChoiceDownload, n.Choice); err != nil {
			return err
		}
	}
	for _, l := range n.Left {
		l.Choice, l.Why = samantha.ChoiceDownload, samantha.WhyFetch
		if err := r.mind.Leave(ctx, l); err != nil {
			return err
		}
	}
	return nil
}

// before notes, before the first byte goes to a server, that it will: if it cannot be
// noted it does not go.
func (g *getting) before(ctx context.Context, host string) error {
	return g.tellHer(ctx, noting{
		Choice: g.entry.ID + " from " + strings.Join(g.servers, ", "),
		Left:   []samantha.LeftNumbers{{To: host, What: "requests for " + g.entry.ID}},
	})
}

// after notes how much went to whom.
func (g *getting) after(ctx context.Context, went map[string]passed) error {
	var n noting
	for _, host := range slices.Sorted(maps.Keys(went)) {
		if p := went[host]; p.bytes > 0 {
			n.Left = append(n.Left, samantha.LeftNumbers{To: host, Address: p.address, What: "requests for " + g.entry.ID, Bytes: int(p.bytes)})
		}
	}
	if len(n.Left) == 0 {
		return nil
	}
	return g.tellHer(ctx, n)
}

// tellHer has it noted in the log, whoever has the house now.
func (g *getting) tellHer(ctx context.Context, n noting) error {
	text, err := json.Marshal(n)
	if err != nil {
		return err
	}
	telling := *g.call
	telling.noted, telling.out = string(text), io.Discard
	telling.flags = append(slices.Clone(g.call.flags), "--noted="+telling.noted)
	if a := telling.owner; a != nil {
		return telling.note(ctx, a)
	}
	if err := perform(ctx, &telling); err != nil {
		return fmt.Errorf("what leaves this machine could not be noted: %w", err)
	}
	return nil
}
