// Package voice is her mouth: it turns a clause of hers into sound, on this
// machine and with nothing installed.
//
// The voice is flite's `slt` (Black and Lenzo, Carnegie Mellon University),
// compiled to WebAssembly and run inside the program: 16 kHz, one clause in
// about a tenth of a second. What she shows moves its pace, pitch, lilt and
// loudness ([samantha.Manner], see manner.go). Beside words she has three
// sounds of her own, made of noise and pulses: [Breath], [Laugh] and [Hum].
//
//	m, err := voice.Open()
//	...
//	for _, clause := range voice.Clauses(answer) {
//		sound, err := m.Speak(ctx, clause, manner)
//		...
//		play(sound.WAV())
//	}
//
// No word of hers and no sound touches the disk: the folder that the engine
// sees is in memory (desk.go).
package voice

import (
	"context"
	"errors"
	"fmt"

	"samantha"
)

// Bounds of what is spoken at once. A clause of hers has at most nine words,
// one of which may be an address or a telephone number; only a mistake is
// longer, and must not keep everybody else waiting.
const (
	maxClause = 4000 // bytes; more is refused
	maxWords  = 40   // as they are read; the rest is left out
)

var (
	errClosed  = errors.New("her mouth is closed")
	errTooLong = fmt.Errorf("a clause is at most %d bytes; cut the text with Clauses: %w", maxClause, samantha.ErrInvalid)
)

// Mouth speaks one clause at a time. Its methods may be called from many
// goroutines; clauses are spoken in the order they were asked for.
type Mouth struct {
	reader *reader
	// turn holds the engine while nobody speaks, nil before the first word:
	// whoever takes it may speak, and puts it back. Close keeps it for good.
	turn chan *engine
}

// Open makes a mouth. It is cheap: the engine is unpacked and compiled at the
// first word.
func Open() (*Mouth, error) {
	r, err := newReader()
	if err != nil {
		return nil, err
	}
	m := &Mouth{reader: r, turn: make(chan *engine, 1)}
	m.turn <- nil
	return m, nil
}

// Built tells whether she has a voice in this program at all.
func (m *Mouth) Built() bool { return Built() }

// Speak is a clause as sound, with the pause that follows it at its end
// ([Pause]). What has nothing to be said aloud, an ellipsis or a picture, is
// that pause alone.
//
// When ctx ends, Speak returns at once; a clause that is being spoken is
// finished unheard. It fails with [ErrNotBuilt] if there is no voice.
func (m *Mouth) Speak(ctx context.Context, clause string, manner samantha.Manner) (Sound, error) {
	if len(clause) > maxClause {
		return Sound{}, errTooLong
	}
	rest := silence(Pause(clause, manner))
	words := m.reader.aloud(clause)
	words = words[:min(len(words), maxWords)]
	if len(words) == 0 {
		return rest, context.Cause(ctx)
	}
	t := toneOf(manner)
	script := script(words, tuneOf(clause), t)
	s, err := m.with(ctx, func(e *engine) (Sound, error) { return e.speak(script, t.settings()) })
	if err != nil {
		return Sound{}, fmt.Errorf("speak: %w", err)
	}
	s = trimmed(s)
	louder(s.Samples, t.gain)
	return Join(s, rest), nil
}

// Warm unpacks and compiles the engine now, so that her first word comes as
// quickly as the next. It fails like [Mouth.Speak].
func (m *Mouth) Warm(ctx context.Context) error {
	if _, err := m.with(ctx, func(*engine) (Sound, error) { return Sound{}, nil }); err != nil {
		return fmt.Errorf("speak: %w", err)
	}
	return nil
}

// take waits for the turn to speak.
func (m *Mouth) take(ctx context.Context) (*engine, error) {
	if err := context.Cause(ctx); err != nil {
		return nil, err
	}
	select {
	case e, open := <-m.turn:
		if !open {
			return nil, errClosed
		}
		return e, nil
	case <-ctx.Done():
		return nil, context.Cause(ctx)
	}
}

// with has the engine do something, and gives the turn back when it is done,
// also if nobody waits for it any more: it cannot be called back in mid-word.
func (m *Mouth) with(ctx context.Context, use func(*engine) (Sound, error)) (Sound, error) {
	e, err := m.take(ctx)
	if err != nil {
		return Sound{}, err
	}
	type said struct {
		sound Sound
		err   error
	}
	done := make(chan said, 1)
	go func() { // ends with the clause; Close waits for the turn, and so for this
		var s said
		if e == nil {
			e, s.err = compiled()
		}
		if s.err == nil {
			s.sound, s.err = use(e)
		}
		m.turn <- e
		done <- s
	}()
	select {
	case s := <-done:
		return s.sound, s.err
	case <-ctx.Done():
		return Sound{}, context.Cause(ctx)
	}
}

// Close waits for the clause in progress and gives the engine back. Who still
// waits to speak is told.
func (m *Mouth) Close() error {
	e, open := <-m.turn
	if !open {
		return nil
	}
	close(m.turn)
	if e == nil {
		return nil
	}
	return e.close()
}
