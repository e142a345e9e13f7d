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
	"samantha/internal/words/newborn"
)

// app is everything that is open while this process owns the house: built from
// the top, closed in reverse.
type app struct {
	house   *house.House
	speaker samantha.Speaker
	at      time.Time // her clock stands here; zero: it runs
	running bool      // a clock set by --at runs on
	errs    io.Writer // where what was mended is told

	mu    sync.Mutex
	minds map[string]*resident
}

// resident is one person's mind and its log.
type resident struct {
	person house.Person
	log    *life.Log
	mind   *mind.Mind
	clock  samantha.Clock
}

// A verb waits this long for another short verb to be done with the house.
const patience = 5 * time.Second

func wake(ctx context.Context, c *call) (*app, error) {
	words, err := newborn.New()
	if err != nil {
		return nil, err
	}
	h, err := house.Open(ctx, c.home, patience, rand.Reader)
	if err != nil {
		return nil, err
	}
	return &app{
		house: h, speaker: words, at: c.at, running: c.verb.name == "talk",
		errs: c.errs, minds: map[string]*resident{},
	}, nil
}

// close lets everybody sleep, then gives the house back.
func (a *app) close() error {
	a.mu.Lock()
	defer a.mu.Unlock()
	var errs []error
	for _, r := range a.minds {
		errs = append(errs, r.close())
	}
	return errors.Join(append(errs, a.house.Close())...)
}

func (r *resident) close() error {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	var err error
	if r.mind != nil {
		err = r.mind.Close(ctx)
	}
	return errors.Join(err, r.log.Close())
}

// open is a person's log, opened at first need.
func (a *app) open(ctx context.Context, as string) (*resident, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.resident(ctx, as)
}

func (a *app) resident(ctx context.Context, as string) (*resident, error) {
	p, err := a.house.Person(as)
	if err != nil {
		return nil, err
	}
	if r, ok := a.minds[p.Name]; ok {
		return r, nil
	}
	log, err := a.house.Life(ctx, p)
	if err != nil {
		return nil, err
	}
	r := &resident{person: p, log: log, clock: a.clock()}
	if _, last := log.Last(); !a.at.IsZero() && a.at.Before(last.Truncate(time.Second)) {
		err := fmt.Errorf("--at %s is before the last thing that happened, %s: %w", a.at.Format(time.RFC3339), last.Format(time.RFC3339), samantha.ErrInvalid)
		return nil, errors.Join(err, log.Close())
	}
	for _, note := range log.Notes() {
		fmt.Fprintln(a.errs, "samantha: noticed:", note)
	}
	a.minds[p.Name] = r
	return r, nil
}

// mind is a person's mind, awake.
func (a *app) mind(ctx context.Context, as string) (*resident, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	r, err := a.resident(ctx, as)
	if err != nil || r.mind != nil {
		return r, err
	}
	seed, err := seed(rand.Reader)
	if err != nil {
		return nil, err
	}
	r.mind, err = mind.Open(ctx, mind.Options{
		Log: r.log, Speaker: a.speaker, Clock: r.clock,
		Seed: seed, Zone: zone(), Version: version, Stopwatch: time.Now,
	})
	if err != nil {
		return nil, err
	}
	return r, nil
}

// seed is the chance a mind is born with.
func seed(chance io.Reader) (uint64, error) {
	var b [8]byte
	if _, err := io.ReadFull(chance, b[:]); err != nil {
		return 0, fmt.Errorf("seed: %w", err)
	}
	return binary.LittleEndian.Uint64(b[:]), nil
}

// clock is the machine's, or the one that --at set.
func (a *app) clock() samantha.Clock {
	switch {
	case a.at.IsZero():
		return wall{}
	case a.running:
		return shifted{time.Until(a.at)}
	}
	return still{a.at}
}

// wall is the machine's clock.
type wall struct{}

func (wall) Now() time.Time                         { return time.Now() }
func (wall) After(d time.Duration) <-chan time.Time { return time.After(d) }

// shifted is the machine's clock, running from another time.
type shifted struct{ by time.Duration }

func (s shifted) Now() time.Time                       { return time.Now().Add(s.by) }
func (shifted) After(d time.Duration) <-chan time.Time { return time.After(d) }

// still is a clock that stands.
type still struct{ at time.Time }

func (s still) Now() time.Time                       { return s.at }
func (still) After(d time.Duration) <-chan time.Time { return time.After(d) }

// zone is the machine's time zone by its IANA name, as far as it can be told.
func zone() string {
	if name := strings.TrimPrefix(os.Getenv("TZ"), ":"); name != "" {
		if _, err := time.LoadLocation(name); err == nil {
			return name
		}
	}
	if link, err := os.Readlink("/etc/localtime"); err == nil {
		if _, name, ok := strings.Cut(link, "zoneinfo/"); ok {
			return name
		}
	}
	_, offset := time.Now().Zone()
	if hours := offset / 3600; hours != 0 && offset%3600 == 0 {
		return fmt.Sprintf("Etc/GMT%+d", -hours) // the sign is turned round in these names
	}
	return "UTC"
}

// Verb runs a verb for another process.
func (a *app) Verb(ctx context.Context, remote serve.Call, out, errs io.Writer) int {
	c, err := parse(remote.Args, os.Getenv)
	if err != nil {
		return fail(errs, err)
	}
	c.in, c.out, c.errs, c.passphrase = strings.NewReader(""), out, errs, remote.Passphrase
	return finish(c, c.verb.run(ctx, c, a))
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
