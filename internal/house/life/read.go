package life

import (
	"context"
	"fmt"
	"iter"

	"samantha"
)

const (
	pageRows   = 256 // events read under one lock: about a millisecond
	pagesAhead = 3   // pages being read and opened before they are asked for
)

// Read yields the events after seq that are in the log when the reading starts,
// oldest first, each checked against the chain. The lock is held for a page at
// a time and never while the caller has an event, so the caller may append; up
// to a few pages are read ahead.
func (l *Log) Read(ctx context.Context, after uint64) iter.Seq2[samantha.Event, error] {
	return func(yield func(samantha.Event, error) bool) {
		from, upTo, err := l.bounds(after)
		if err != nil {
			yield(samantha.Event{}, err)
			return
		}
		for p := range l.pages(ctx, from, upTo) {
			for _, e := range p.events {
				if !yield(e, nil) {
					return
				}
			}
			if p.err != nil {
				yield(samantha.Event{}, p.err)
				return
			}
		}
	}
}

// bounds are the mark of event after and the last sequence.
func (l *Log) bounds(after uint64) (from mark, upTo uint64, err error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if err := l.ready(); err != nil {
		return from, 0, fmt.Errorf("read: %w", err)
	}
	if after == 0 || after >= l.last.seq {
		return mark{seq: after}, l.last.seq, nil
	}
	r, err := l.db.row(after)
	if err != nil {
		return from, 0, fmt.Errorf("read: %w: %w", samantha.ErrDamaged, err)
	}
	return r.mark(), l.last.seq, nil
}

// page is a stretch of events, first as rows, then opened.
type page struct {
	from   mark
	rows   []row
	keys   *span
	events []samantha.Event
	err    error         // ends the reading after the events
	opened chan struct{} // closed when events and err are final
}

// pages yields the stretch from..upTo page by page, opened.
func (l *Log) pages(ctx context.Context, from mark, upTo uint64) iter.Seq[*page] {
	return func(yield func(*page) bool) {
		if from.seq >= upTo {
			return
		}
		if upTo-from.seq <= pageRows { // not worth a goroutine
			p := l.page(ctx, from, upTo)
			p.open()
			yield(p)
			return
		}
		ctx, cancel := context.WithCancel(ctx)
		ahead := l.readAhead(ctx, from, upTo)
		defer func() {
			cancel()
			for p := range ahead {
				<-p.opened
			}
		}()
		for p := range ahead {
			<-p.opened
			if !yield(p) {
				return
			}
		}
	}
}

// readAhead reads pages in order and opens each on the side. The channel is
// closed at the end; whoever takes the last page owns no goroutine any more.
func (l *Log) readAhead(ctx context.Context, from mark, upTo uint64) <-chan *page {
	ahead := make(chan *page, pagesAhead)
	go func() {
		defer close(ahead)
		for from.seq < upTo {
			p := l.page(ctx, from, upTo)
			from = p.end()
			failed := p.err != nil
			go p.open()
			ahead <- p
			if failed {
				return
			}
		}
	}()
	return ahead
}

// page reads the next rows and their wrapped keys.
func (l *Log) page(ctx context.Context, from mark, upTo uint64) *page {
	p := &page{from: from, opened: make(chan struct{})}
	if p.err = ctx.Err(); p.err != nil {
		return p
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if p.err = l.ready(); p.err != nil {
		return p
	}
	p.rows, p.err = l.db.rows(from.seq, upTo, pageRows)
	if len(p.rows) == 0 {
		if p.err == nil {
			p.err = fmt.Errorf("event %d: %w: it is missing", from.seq+1, samantha.ErrDamaged)
		}
		return p
	}
	var err error
	if p.keys, err = l.keysOf(p.rows); err != nil {
		p.rows, p.err = nil, err
	}
	return p
}

// keysOf reads the wrapped keys of the rows.
func (l *Log) keysOf(rows []row) (*span, error) {
	first, last := rows[0].key, rows[0].key
	for _, r := range rows {
		first, last = min(first, r.key), max(last, r.key)
	}
	if first == 0 || last >= l.keys.next {
		return nil, fmt.Errorf("events %d to %d: %w: they name keys that were never made",
			rows[0].seq, rows[len(rows)-1].seq, samantha.ErrDamaged)
	}
	return l.keys.read(first, last)
}

// end is where the next page starts.
func (p *page) end() mark {
	if len(p.rows) == 0 {
		return p.from
	}
	return p.rows[len(p.rows)-1].mark()
}

// open checks and opens the rows until one is not as it was written.
func (p *page) open() {
	defer close(p.opened)
	p.events = make([]samantha.Event, 0, len(p.rows))
	scratch := make([]byte, 0, 1<<13)
	at := p.from
	for i := range p.rows {
		r := &p.rows[i]
		if err := r.follows(at); err != nil {
			p.err = err
			return
		}
		e, err := r.open(p.keys.pair(r.key), scratch)
		if err != nil {
			p.err = err
			return
		}
		p.events = append(p.events, e)
		at = r.mark()
	}
}

// Find is the event with the id, or the one that holds the part with the id; or
// [samantha.ErrNotFound].
func (l *Log) Find(ctx context.Context, id samantha.ID) (samantha.Event, error) {
	if err := ctx.Err(); err != nil {
		return samantha.Event{}, err
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	e, err := l.find(id)
	if err != nil {
		return samantha.Event{}, fmt.Errorf("find %s: %w", id, err)
	}
	return e, nil
}

func (l *Log) find(id samantha.ID) (samantha.Event, error) {
	if err := l.ready(); err != nil {
		return samantha.Event{}, err
	}
	seq, err := l.db.find(id.Event())
	if err != nil {
		return samantha.Event{}, err
	}
	if seq == 0 {
		return samantha.Event{}, samantha.ErrNotFound
	}
	r, err := l.db.row(seq)
	if err != nil {
		return samantha.Event{}, err
	}
	if r.sum() != r.hash {
		return samantha.Event{}, fmt.Errorf("event %d: %w: its hash does not fit", seq, samantha.ErrDamaged)
	}
	keys, err := l.keysOf([]row{r})
	if err != nil {
		return samantha.Event{}, err
	}
	return r.open(keys.pair(r.key), nil)
}

// Watch yields every event after seq, those to come as they come, until ctx
// ends or the log is closed. It reads them from the log like any reader: a
// watcher that is slow holds nothing up and misses nothing.
func (l *Log) Watch(ctx context.Context, after uint64) iter.Seq2[samantha.Event, error] {
	return func(yield func(samantha.Event, error) bool) {
		for {
			changed, open := l.change()
			if !open || ctx.Err() != nil {
				return
			}
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

// change is closed when the log grows.
func (l *Log) change() (changed <-chan struct{}, open bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.changed, !l.closed
}
