package mind

import (
	"context"
	"errors"
	"fmt"
	"time"

	"samantha"
)

// unsaved is an event that waits for the disk.
type unsaved struct {
	draft samantha.Draft
	event samantha.Event // as it was folded, and as the log will have it
}

// hold folds an event that the disk would not take, under the place and the id
// it will have, and keeps it to be appended as soon as a write succeeds. Other
// errors than [samantha.ErrUnsaved] are returned: nothing happened.
func (m *Mind) hold(d samantha.Draft, cause error) (samantha.Event, error) {
	if !errors.Is(cause, samantha.ErrUnsaved) {
		return samantha.Event{}, cause
	}
	if d.At = d.At.UTC().Truncate(time.Microsecond); d.At.Before(m.state.At) {
		d.At = m.state.At // as the log would have it
	}
	e := samantha.Event{Seq: m.state.Seq + 1, ID: d.ID, At: d.At, Origin: d.Origin, Body: d.Body}
	if e.ID == "" {
		e.ID = samantha.NewID(e.Seq)
	}
	m.unsaved = append(m.unsaved, unsaved{d, e})
	m.fold(e)
	return e, nil
}

// saveUnsaved appends what waits, in order and as one.
func (m *Mind) saveUnsaved(ctx context.Context) error {
	if len(m.unsaved) == 0 {
		return nil
	}
	drafts := make([]samantha.Draft, len(m.unsaved))
	for i, u := range m.unsaved {
		drafts[i] = u.draft
	}
	if _, err := m.log.Append(ctx, drafts...); err != nil {
		return fmt.Errorf("%d events wait for the disk: %w", len(m.unsaved), err)
	}
	m.unsaved = nil
	return nil
}

// Unsaved is how many moments a restart would lose.
func (m *Mind) Unsaved(ctx context.Context) (int, error) {
	if err := m.take(ctx); err != nil {
		return 0, err
	}
	defer m.give()
	n := 0
	for _, u := range m.unsaved {
		if u.event.Body.Kind() == samantha.KindHeard {
			n++
		}
	}
	return n, nil
}
