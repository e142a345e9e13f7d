package main

import (
	"context"
	"crypto/rand"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"strings"
	"sync"
	"time"

	"samantha"
	"samantha/internal/face/serve"
	"samantha/internal/house"
	"samantha/internal/house/life"
	"samantha/internal/mind"
	"samantha/internal/senses/voice"
	"samantha/internal/words/model/speak"
	"samantha/internal/words/newborn"
)

// app is everything that is open while this process owns the house: built from
// the top, closed in reverse.
type app struct {
	house   *house.House
	words   *newborn.Newborn
	furnish func() (*mind.Rooms, error)
	mouth   *voice.Mouth
	at      time.Time // her clock stands here; zero: it runs
	running bool      // a clock set by --at runs on
	errs    io.Writer // where what was mended is told
	getenv  func(string) string
	engines *engines

	mu        sync.Mutex
	residents map[string]*resident // by name
}

// resident is one person's mind and its log. Both are opened at first need,
// under a lock of their own: nobody waits while another mind wakes.
type resident struct {
	person house.Person
	clock  samantha.Clock
	// lookout knows which language model this mind can ask.
	lookout *lookout

	mu   sync.Mutex
	log  *life.Log
	mind *mind.Mind
	life *living // nil: nobody is with her
}

func wake(c *call, h *house.House) (*app, error) {
	words, err := c.words()
	if err != nil {
		return nil, err
	}
	mouth, err := voice.Open()
	if err != nil {
		return nil, err
	}
	return &app{
		house: h, words: words, furnish: c.furnish, mouth: mouth, at: c.at, running: c.verb.stays,
		errs: c.errs, getenv: c.getenv, engines: newEngines(c), residents: map[string]*resident{},
	}, nil
}

// close lets everybody sleep, then gives the house back.
func (a *app) close() error {
	a.mu.Lock()
	defer a.mu.Unlock()
	var errs []error
	for _, r := range a.residents {
		errs = append(errs, r.close())
	}
	return errors.Join(append(errs, a.engines.close(), a.mouth.Close(), a.house.Close())...)
}

func (r *resident) close() error {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	r.mu.Lock()
	defer r.mu.Unlock()
	var errs []error
	if r.life != nil {
		r.life.end()
	}
	if r.mind != nil {
		errs = append(errs, r.mind.Close(ctx))
	}
	if r.log != nil {
		errs = append(errs, r.log.Close())
	}
	return errors.Join(errs...)
}

// resident is somebody who lives here, by name.
func (a *app) resident(as string) (*resident, error) {
	p, err := a.house.Person(as)
	if err != nil {
		return nil, err
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	r, ok := a.residents[p.Name]
	if !ok {
		r = &resident{person: p, clock: a.clock(), lookout: newLookout(a.getenv, a.engines)}
		a.residents[p.Name] = r
	}
	return r, nil
}

// open is a person with the log open, opened at first need.
func (a *app) open(ctx context.Context, as string) (*resident, error) {
	r, err := a.resident(as)
	if err != nil {
		return nil, err
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	return r, a.openLog(ctx, r)
}

func (a *app) openLog(ctx context.Context, r *resident) error {
	if r.log != nil {
		return nil
	}
	log, err := a.house.Life(ctx, r.person)
	if err != nil {
		return err
	}
	if _, last := log.Last(); !a.at.IsZero() && a.at.Before(last.Truncate(time.Second)) {
		err := fmt.Errorf("--at %s is before the last thing that happened, %s: %w", a.at.Format(time.RFC3339), last.Format(time.RFC3339), samantha.ErrInvalid)
		return errors.Join(err, log.Close())
	}
	if r.person.Simulated {
		fmt.Fprintln(a.errs, "samantha:", simulatedMark)
	}
	for _, note := range log.Notes() {
		fmt.Fprintln(a.errs, "samantha: noticed:", note)
	}
	r.log = log
	return nil
}

// mind is a person with the mind awake.
func (a *app) mind(ctx context.Context, as string) (*resident, error) {
	r, err := a.resident(as)
	if err != nil {
		return nil, err
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if err := a.openLog(ctx, r); err != nil || r.mind != nil {
		return r, err
	}
	seed, err := seed(rand.Reader)
	if err != nil {
		return nil, err
	}
	words, err := a.speaker(r)
	if err != nil {
		return nil, err
	}
	rooms, err := a.furnish()
	if err != nil {
		return nil, err
	}
	r.mind, err = mind.Open(ctx, mind.Options{
		Log: r.log, Speaker: words, Clock: r.clock, Rooms: rooms,
		Seed: seed, Zone: zone(), Version: version, Stopwatch: time.Now,
	})
	if err != nil || !r.person.Copied {
		return r, err
	}
	if err := r.mind.Arrived(ctx); err != nil {
		return r, err
	}
	r.person.Copied = false
	return r, a.house.Settled(r.person.Name)
}

// speaker is who finds a person's words: the model there is, with newborn as a net. Its
// name is noticed when it changes ([samantha.Since]).
func (a *app) speaker(r *resident) (samantha.Speaker, error) {
	return speak.New(speak.Options{Net: a.words, Clock: wall{}, Lent: r.lookout.lent})
}

// seed is the chance a mind is born with.
func seed(chance io.Reader) (uint64, error) {
	var b [8]byte
	if _, err := io.ReadFull(chance, b[:]); err != nil {
		return 0, fmt.Errorf("seed: %w", err)
	}
	return binary.LittleEndian.Uint64(b[:]), nil
}

// Verb runs a verb for another process.
func (a *app) Verb(ctx context.Context, remote serve.Call, out, errs io.Writer) int {
	c, err := parse(remote.Args, os.Getenv)
	if err != nil {
		return finish(errs, err)
	}
	if c.verb.remote != nil {
		return finish(errs, fmt.Errorf("%s is done where the person sits: %w", c.verb.name, samantha.ErrInvalid))
	}
	c.in, c.out, c.errs, c.passphrase, c.zone = strings.NewReader(""), out, errs, remote.Passphrase, remote.Zone
	a.markRemotely(c)
	return finish(errs, c.verb.run(ctx, c, a))
}

// Watch yields what is said in a person's mind from now on.
func (a *app) Watch(ctx context.Context, as string) (iter.Seq2[samantha.Event, error], error) {
	r, err := a.mind(ctx, as)
	if err != nil {
		return nil, err
	}
	seq, _ := r.log.Last()
	return r.log.Watch(ctx, seq), nil
}
