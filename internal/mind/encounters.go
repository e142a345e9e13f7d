package mind

import (
	"cmp"
	"context"
	"slices"
	"time"

	"samantha"
)

// Met is one encounter as it is told afterwards: how it began and ended, what
// it was about, what she felt most, what she learned.
type Met struct {
	N         int       `json:"n"` // from 1, of those that were read
	Since     time.Time `json:"since"`
	Until     time.Time `json:"until"`
	Moments   int       `json:"moments"`
	Opened    *Quote    `json:"opened,omitempty"` // the person's first words
	Closed    *Quote    `json:"closed,omitempty"` // hers, the last
	Details   []string  `json:"details"`          // particular things of it, in the person's words
	Felt      *FeltNow  `json:"felt,omitempty"`   // strongest
	Named     string    `json:"named,omitempty"`  // she chose her name in it
	Learned   []Learned `json:"learned"`
	Corrected int       `json:"corrected"`  // things the person put right
	Forgotten int       `json:"forgotten"`  // moments of it whose words are gone
	OffRecord int       `json:"off_record"` // moments that were never kept
}

// Quote is a memory's words with their receipt.
type Quote struct {
	ID   samantha.ID `json:"id"`
	Text string      `json:"text"`
}

// Learned is a fact with its receipt.
type Learned struct {
	ID    samantha.ID `json:"id"`
	Of    string      `json:"of"`
	Slot  string      `json:"slot"`
	Value string      `json:"value"`
}

// How far back encounters are told, in events, and how many particulars each
// has: enough to be recognised by.
const (
	encounterReach = 20_000
	mostDetails    = 5
)

// Encounters are the times they met, oldest first, over the newest
// [encounterReach] events. It reads the log, beside the talk.
func (m *Mind) Encounters(ctx context.Context) ([]Met, error) {
	if err := m.take(ctx); err != nil {
		return nil, err
	}
	after := m.state.Seq - min(m.state.Seq, encounterReach)
	m.give()
	list := telling{m: m, met: []Met{}}
	for e, err := range m.log.Read(ctx, after) {
		if err != nil {
			return nil, err
		}
		list.add(e)
	}
	return list.met, nil
}

// telling gathers encounters event by event.
type telling struct {
	m    *Mind
	met  []Met
	last time.Time // of the last thing heard
}

func (t *telling) add(e samantha.Event) {
	switch b := e.Body.(type) {
	case *samantha.Heard:
		t.heard(e, b)
	case *samantha.Unrecorded:
		t.at(e.At).OffRecord++
		t.last = e.At
	case *samantha.Said:
		t.said(e, b)
	case *samantha.Corrected:
		if len(t.met) > 0 {
			t.met[len(t.met)-1].Corrected++
		}
	}
}

// at is the encounter of something heard; a long pause begins a new one.
func (t *telling) at(when time.Time) *Met {
	if len(t.met) == 0 || when.Sub(t.last) > encounterPause {
		t.met = append(t.met, Met{N: len(t.met) + 1, Since: when, Details: []string{}, Learned: []Learned{}})
	}
	met := &t.met[len(t.met)-1]
	met.Until = when
	return met
}

func (t *telling) heard(e samantha.Event, b *samantha.Heard) {
	met := t.at(e.At)
	t.last = e.At
	met.Moments++
	if b.Numbers.Account != "" {
		met.Corrected++
	}
	if n := b.Numbers.Naming; n != nil {
		met.Named = n.Name
	}
	for i, f := range b.Numbers.Felt {
		if met.Felt == nil || f.Intensity > met.Felt.Intensity {
			met.Felt = &FeltNow{e.ID.Part("felt", i+1), f.Emotion, f.Intensity, t.m.Because(f), e.At, f.Shown, f.Display, f.Dwells}
		}
	}
	if e.Forgotten {
		met.Forgotten++
		return
	}
	if met.Opened == nil {
		met.Opened = &Quote{e.ID, b.Words.Text}
	}
	met.keepDetail(b.Words.Hearing.Detail)
	for i, f := range b.Words.Facts {
		if f.Like == "" && f.Way != samantha.WayOver {
			met.Learned = append(met.Learned, Learned{e.ID.Part("fact", i+1), f.Of, f.Slot, f.Value})
		}
	}
}

// keepDetail keeps a few particulars, longer ones before shorter: they say more.
func (m *Met) keepDetail(detail string) {
	if detail == "" || slices.Contains(m.Details, detail) {
		return
	}
	m.Details = append(m.Details, detail)
	if len(m.Details) > mostDetails {
		least := slices.MinFunc(m.Details, func(a, b string) int { return cmp.Compare(len(a), len(b)) })
		m.Details = slices.DeleteFunc(m.Details, func(d string) bool { return d == least })
	}
}

// said keeps her last words of an encounter; what she says unasked comes before
// one, not after.
func (t *telling) said(e samantha.Event, b *samantha.Said) {
	if len(t.met) == 0 || b.Numbers.Unasked || e.Forgotten || len(b.Words.Clauses) == 0 {
		return
	}
	t.met[len(t.met)-1].Closed = &Quote{e.ID, b.Text()}
}
