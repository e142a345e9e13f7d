package life

import (
	"context"
	"fmt"
	"slices"

	"samantha"
)

// Append writes the drafts in one transaction and returns when they are
// durable. It fails with [samantha.ErrInvalid] for a draft that cannot be an
// event, and with [samantha.ErrUnsaved] wrapping the cause if the disk did not
// take them; the same drafts may then be tried again.
func (l *Log) Append(ctx context.Context, drafts ...samantha.Draft) ([]samantha.Event, error) {
	if err := ctx.Err(); err != nil || len(drafts) == 0 {
		return nil, err
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	events, err := l.append(drafts)
	if err != nil {
		return nil, fmt.Errorf("append: %w", err)
	}
	return events, nil
}

func (l *Log) append(drafts []samantha.Draft) ([]samantha.Event, error) {
	if err := l.ready(); err != nil {
		return nil, fmt.Errorf("%w: %w", samantha.ErrUnsaved, err)
	}
	if err := l.check(drafts); err != nil {
		return nil, err
	}
	return l.write(drafts)
}

// write makes events of drafts that were checked.
func (l *Log) write(drafts []samantha.Draft) ([]samantha.Event, error) {
	if err := l.keepLoss(); err != nil {
		return nil, fmt.Errorf("%w: %w", samantha.ErrUnsaved, err)
	}
	pairs, err := l.keys.peek(len(drafts))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", samantha.ErrUnsaved, err)
	}
	rows, err := l.seal(drafts, pairs)
	if err != nil {
		return nil, err
	}
	if err := l.commit(rows, drafts); err != nil {
		return nil, l.failed(err)
	}
	l.keys.spend(len(rows))
	l.grown(rows)
	return events(rows, drafts), nil
}

// check refuses what cannot be an event, before anything is written.
func (l *Log) check(drafts []samantha.Draft) error {
	named := map[samantha.ID]bool{}
	for i, d := range drafts {
		if err := l.checkDraft(d, l.last.seq+1+uint64(i), named); err != nil {
			return fmt.Errorf("draft %d: %w", i+1, err)
		}
	}
	return nil
}

func (l *Log) checkDraft(d samantha.Draft, seq uint64, named map[samantha.ID]bool) error {
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
	found, err := l.db.find(d.ID)
	if err != nil {
		return err
	}
	if found != 0 || named[d.ID] {
		return fmt.Errorf("%w: there is an event %s", samantha.ErrInvalid, d.ID)
	}
	named[d.ID] = true
	return nil
}

func (l *Log) seal(drafts []samantha.Draft, pairs []pair) ([]row, error) {
	rows := make([]row, len(drafts))
	prev := l.last
	for i, d := range drafts {
		r := &rows[i]
		*r = row{
			seq: prev.seq + 1, id: d.ID, at: toMicro(d.At),
			kind: d.Body.Kind(), origin: d.Origin, key: pairs[i].id, prev: prev.hash,
		}
		if r.id == "" {
			r.id = samantha.NewID(r.seq)
		}
		if prev.seq > 0 { // time in a log never runs backwards
			r.at = max(r.at, prev.at)
		}
		if err := l.sealer.body(r, d.Body, pairs[i]); err != nil {
			return nil, fmt.Errorf("draft %d: %w", i+1, err)
		}
		r.hash = r.sum()
		prev = r.mark()
	}
	return rows, nil
}

func (l *Log) commit(rows []row, drafts []samantha.Draft) error {
	return l.db.atomically(func() error {
		for i := range rows {
			if err := l.db.insert(&rows[i], drafts[i].Body.From()); err != nil {
				return err
			}
		}
		return nil
	})
}

// failed puts the store away after a write that did not succeed: what reached
// the disk is looked at anew before the next use.
func (l *Log) failed(cause error) error {
	l.db.abandon()
	l.db = nil
	return fmt.Errorf("%w: %w", samantha.ErrUnsaved, cause)
}

// grown moves the end of the log and wakes whoever watches.
func (l *Log) grown(rows []row) {
	l.last = rows[len(rows)-1].mark()
	if err := l.head.write(l.last); err != nil {
		l.note(err.Error()) // the events are durable; head is brought up later
	}
	close(l.changed)
	l.changed = make(chan struct{})
}

// note keeps a line for [Log.Notes], once.
func (l *Log) note(line string) {
	if !slices.Contains(l.notes, line) {
		l.notes = append(l.notes, line)
	}
}

// events are the rows as they are told to whoever appended them.
func events(rows []row, drafts []samantha.Draft) []samantha.Event {
	out := make([]samantha.Event, len(rows))
	for i, r := range rows {
		out[i] = samantha.Event{
			Seq: r.seq, Epoch: r.epoch, ID: r.id, At: fromMicro(r.at), Origin: r.origin, Body: drafts[i].Body,
		}
	}
	return out
}
