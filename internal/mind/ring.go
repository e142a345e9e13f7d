package mind

import (
	"context"
	"fmt"
	"time"

	"samantha"
)

// ringMost is how many errands she names in one breath.
const ringMost = 3

// Ring lets the errands ring whose time has come, and out hear what she says;
// [Mind.Live] does it by itself. That they rang is written down with what she
// says, as one, before anybody hears it. Off the record she says that it is time
// and not what for: what is said there is not to be kept.
func (m *Mind) Ring(ctx context.Context, out func(samantha.Clause) error) error {
	if err := m.take(ctx); err != nil {
		return err
	}
	defer m.give()
	return m.ring(ctx, out)
}

func (m *Mind) ring(ctx context.Context, out func(samantha.Clause) error) error {
	s := m.situation(samantha.Utterance{})
	due := m.state.Errands.Ringing(s.now)
	if len(due) == 0 {
		return nil
	}
	rang := &samantha.Rang{}
	in := samantha.Intent{Tone: samantha.TonePlain, Limits: samantha.Limits{NoQuestion: true, NoPlay: true}}
	for _, k := range due[:min(ringMost, len(due))] { // the others a moment later
		rang.Numbers.Errands = append(rang.Numbers.Errands, k.ID)
		move := s.ofOne(samantha.DoErrandRing, k)
		move.Slots["when"] = s.rooms.desk.ClockHalf(s.now)
		if m.aside != nil || s.overheard() { // it rings, and does not say for what
			move.Recall, move.From = nil, nil
		}
		in.Moves = append(in.Moves, move)
	}
	e, err := m.speakUp(ctx, in, rang)
	if err != nil {
		return fmt.Errorf("ring: %w", err)
	}
	m.utter(ctx, e.ID, e.Body.(*samantha.Said), listening(ctx, out, func() {}))
	return nil
}

// speakUp says something with nothing heard, and writes down what it came from
// in the same stroke, if that is given.
func (m *Mind) speakUp(ctx context.Context, in samantha.Intent, rang *samantha.Rang) (samantha.Event, error) {
	now := m.clock.Now()
	var drafts []samantha.Draft
	if rang != nil {
		drafts = append(drafts, samantha.Draft{At: now, Origin: samantha.OriginHerself, Body: rang})
	}
	seq := m.state.Seq + uint64(len(drafts)) + 1
	said, _, err := m.speak(ctx, utterance{seq: seq, id: samantha.NewID(seq), at: now, intent: in})
	if err != nil {
		return samantha.Event{}, err
	}
	said.Numbers.Unasked = true
	return m.append(ctx, append(drafts, samantha.Draft{At: now, Origin: samantha.OriginHerself, Body: said})...)
}

// unheard: who listens follows the log.
func unheard(samantha.Clause) error { return nil }

// untilNext is how long she may rest until something rings, most at the most.
func (m *Mind) untilNext(most time.Duration) time.Duration {
	now := m.clock.Now().In(m.state.here())
	next := m.state.Errands.Next(now)
	if next.IsZero() {
		return most
	}
	return max(0, min(most, next.Sub(now)))
}

// settle: what was heard up to now has been looked at.
func (m *Mind) settle() {
	select {
	case <-m.stirred:
	default:
	}
}

// stir wakes [Mind.Live]: what it waits for may have changed.
func (m *Mind) stir() {
	select {
	case m.stirred <- struct{}{}:
	default: // it is going to look anyway
	}
}
