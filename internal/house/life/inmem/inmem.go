// Package inmem is a life log in memory, for tests and benches: the same
// contract as package life, and nothing survives it. Bodies are kept as bytes,
// so that nobody holds on to what the log holds.
package inmem

import (
	"context"
	"encoding/json"
	"fmt"
	"iter"
	"maps"
	"slices"
	"sync"
	"time"

	"samantha"
)

// Log is a life log in memory. The zero value is not ready; use [New].
type Log struct {
	mu        sync.Mutex
	events    []stored
	users     map[samantha.ID][]samantha.ID // by whose words they used
	places    map[samantha.ID]int
	snapshots map[int]snapshot // by fold version
	forgot    uint64           // the newest tombstone
	changed   chan struct{}
}

// stored is an event with its two halves as JSON; words is nil when forgotten.
type stored struct {
	event          samantha.Event // without its body
	kind           samantha.Kind
	words, numbers []byte
}

type snapshot struct {
	seq   uint64
	state []byte
}

// New is an empty log.
func New() *Log {
	return &Log{
		users:     map[samantha.ID][]samantha.ID{},
		places:    map[samantha.ID]int{},
		snapshots: map[int]snapshot{},
		changed:   make(chan struct{}),
	}
}

// Append writes the drafts as one.
func (l *Log) Append(ctx context.Context, drafts ...samantha.Draft) ([]samantha.Event, error) {
	if err := ctx.Err(); err != nil || len(drafts) == 0 {
		return nil, err
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	for i, d := range drafts {
		if err := l.check(d, uint64(len(l.events)+i+1), drafts[:i]); err != nil {
			return nil, fmt.Errorf("append: draft %d: %w", i+1, err)
		}
	}
	events, err := l.append(drafts)
	if err != nil {
		return nil, fmt.Errorf("append: %w", err)
	}
	return events, nil
}

func (l *Log) check(d samantha.Draft, seq uint64, before []samantha.Draft) error {
	switch own := samantha.NewID(seq); {
	case d.Body == nil:
		return fmt.Errorf("%w: it has no body", samantha.ErrInvalid)
	case d.Body.Kind() == samantha.KindForgot:
		return fmt.Errorf("%w: only Forget writes tombstones", samantha.ErrInvalid)
	case d.ID == "" || d.ID == own:
		return nil
	case d.ID != d.ID.Said():
		return fmt.Errorf("%w: %s is not the id of event %d, nor of an answer", samantha.ErrInvalid, d.ID, seq)
	}
	taken := slices.ContainsFunc(before, func(b samantha.Draft) bool { return b.ID == d.ID })
	if _, ok := l.places[d.ID]; ok || taken {
		return fmt.Errorf("%w: there is an event %s", samantha.ErrInvalid, d.ID)
	}
	return nil
}

func (l *Log) append(drafts []samantha.Draft) ([]samantha.Event, error) {
	fresh := make([]stored, len(drafts))
	var at time.Time
	if n := len(l.events); n > 0 {
		at = l.events[n-1].event.At
	}
	for i, d := range drafts {
		if t := time.UnixMicro(d.At.UnixMicro()).UTC(); t.After(at) {
			at = t
		}
		var err error
		if fresh[i], err = store(d, uint64(len(l.events)+i+1), at); err != nil {
			return nil, err
		}
	}
	out := make([]samantha.Event, len(drafts))
	for i, s := range fresh {
		l.places[s.event.ID] = len(l.events)
		l.events = append(l.events, s)
		for _, from := range drafts[i].Body.From() {
			l.users[from.Event()] = append(l.users[from.Event()], s.event.ID)
		}
		out[i] = s.event
		out[i].Body = drafts[i].Body
	}
	close(l.changed)
	l.changed = make(chan struct{})
	return out, nil
}

func store(d samantha.Draft, seq uint64, at time.Time) (s stored, err error) {
	s.event = samantha.Event{Seq: seq, ID: d.ID, At: at, Origin: d.Origin}
	if d.ID == "" {
		s.event.ID = samantha.NewID(seq)
	}
	s.kind = d.Body.Kind()
	words, numbers := d.Body.Halves()
	if s.words, err = json.Marshal(words); err != nil {
		return s, fmt.Errorf("%w: %w", samantha.ErrInvalid, err)
	}
	if s.numbers, err = json.Marshal(numbers); err != nil {
		return s, fmt.Errorf("%w: %w", samantha.ErrInvalid, err)
	}
	return s, nil
}

func (s stored) open() (samantha.Event, error) {
	e := s.event
	body, err := samantha.NewBody(s.kind)
	if err != nil {
		return e, fmt.Errorf("event %d: %w: %w", e.Seq, samantha.ErrDamaged, err)
	}
	words, numbers := body.Halves()
	if s.words != nil {
		err = json.Unmarshal(s.words, words)
	}
	if err == nil {
		err = json.Unmarshal(s.numbers, numbers)
	}
	if err != nil {
		return e, fmt.Errorf("event %d: %w: %w", e.Seq, samantha.ErrDamaged, err)
	}
	e.Body, e.Forgotten = body, s.words == nil
	return e, nil
}

// Read yields the events after seq that are in the log when the reading starts.
func (l *Log) Read(ctx context.Context, after uint64) iter.Seq2[samantha.Event, error] {
	return func(yield func(samantha.Event, error) bool) {
		upTo := l.len()
		for i := after; i < upTo; i++ {
			e, err := l.at(ctx, i)
			if !yield(e, err) || err != nil {
				return
			}
		}
	}
}

func (l *Log) len() uint64 {
	l.mu.Lock()
	defer l.mu.Unlock()
	return uint64(len(l.events))
}

func (l *Log) at(ctx context.Context, i uint64) (samantha.Event, error) {
	if err := ctx.Err(); err != nil {
		return samantha.Event{}, err
	}
	l.mu.Lock()
	s := l.events[i]
	l.mu.Unlock()
	return s.open()
}

// Find is the event with the id, or the one that holds the part with the id.
func (l *Log) Find(ctx context.Context, id samantha.ID) (samantha.Event, error) {
	l.mu.Lock()
	i, ok := l.places[id.Event()]
	l.mu.Unlock()
	if !ok {
		return samantha.Event{}, fmt.Errorf("find %s: %w", id, samantha.ErrNotFound)
	}
	return l.at(ctx, uint64(i))
}

// Watch yields every event after seq until ctx ends.
func (l *Log) Watch(ctx context.Context, after uint64) iter.Seq2[samantha.Event, error] {
	return func(yield func(samantha.Event, error) bool) {
		for ctx.Err() == nil {
			l.mu.Lock()
			changed := l.changed
			l.mu.Unlock()
			for e, err := range l.Read(ctx, after) {
				if ctx.Err() != nil || !yield(e, err) || err != nil {
					return
				}
				after = e.Seq
			}
			select {
			case <-changed:
			case <-ctx.Done():
			}
		}
	}
}

// Last is the sequence and the time of the last event, or zeros.
func (l *Log) Last() (seq uint64, at time.Time) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if len(l.events) == 0 {
		return 0, time.Time{}
	}
	last := l.events[len(l.events)-1].event
	return last.Seq, last.At
}

// Clone is another log with the same events and snapshots: what either does later
// does not reach the other.
func (l *Log) Clone() *Log {
	l.mu.Lock()
	defer l.mu.Unlock()
	users := map[samantha.ID][]samantha.ID{}
	for id, by := range l.users {
		users[id] = slices.Clone(by)
	}
	return &Log{
		events: slices.Clone(l.events), users: users, places: maps.Clone(l.places),
		snapshots: maps.Clone(l.snapshots), forgot: l.forgot, changed: make(chan struct{}),
	}
}
