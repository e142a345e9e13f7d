package senses

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"

	"samantha"
)

// ErrNoMouth: no voice was built into this program.
var ErrNoMouth = errors.New("this build has no voice in it; the page can still write")

// warm makes her mouth ready once the person has let her be heard. The caller
// holds mu.
func (s *Session) warm(now Now) {
	heard := now.Choices[samantha.ChoiceSound] == samantha.ChoiceYes
	if s.warmed || !heard || !s.voice.built() || s.ctx.Err() != nil {
		return
	}
	s.warmed = true
	s.owned.Go(func() { _ = s.voice.mouth.Warm(s.ctx) }) // what is wrong is told when she speaks
}

// Speak is clause n, from 1, of an answer as a WAV file: the clauses are those
// that the devices show. It fails with [samantha.ErrNotFound],
// [samantha.ErrForgotten] or [ErrNoMouth].
func (s *Session) Speak(ctx context.Context, answer samantha.ID, n int) ([]byte, error) {
	if !s.voice.built() {
		return nil, ErrNoMouth
	}
	said, ok := s.looseAnswer(answer)
	if !ok {
		var err error
		if said, err = s.answer(ctx, answer); err != nil {
			return nil, err
		}
	}
	if n < 1 || n > len(said.Clauses) {
		return nil, fmt.Errorf("%s has no clause %d: %w", answer, n, samantha.ErrNotFound)
	}
	return s.voice.sound(ctx, spoken{answer: answer, clause: n}, func() ([]byte, error) {
		return s.voice.mouth.Speak(ctx, said.Clauses[n-1], said.Manner)
	})
}

// Sound is one of her sounds without words as a WAV file, see
// [samantha.SoundBreath].
func (s *Session) Sound(ctx context.Context, name string) ([]byte, error) {
	if !s.voice.built() {
		return nil, ErrNoMouth
	}
	return s.voice.mouth.Sound(ctx, name)
}

// TryLines are what she can say that is no answer: a line to hear the voices
// side by side, and the two questions that are asked aloud before anything
// leaves the machine. The page has them in app/words.js.
func TryLines() []string {
	return []string{
		"This voice came with the box. I know.",
		"I could sound like this.",
		"Your browser would send your voice away,",
		"to the company that makes it,",
		"and I'd get the words back.",
		"I can't see what they do with it.",
		"That voice is made elsewhere:",
		"my words would go to its maker.",
		"Is that all right?",
	}
}

// Try speaks one of [TryLines] as a WAV file; anything else is
// [samantha.ErrNotFound].
func (s *Session) Try(ctx context.Context, line string) ([]byte, error) {
	if !slices.Contains(TryLines(), line) {
		return nil, fmt.Errorf("that is not a line to try voices with: %w", samantha.ErrNotFound)
	}
	if !s.voice.built() {
		return nil, ErrNoMouth
	}
	return s.voice.sound(ctx, spoken{try: line}, func() ([]byte, error) {
		return s.voice.mouth.Speak(ctx, line, samantha.Manner{})
	})
}

// MaxRead is the longest line of a page that she reads aloud, in bytes: a
// sentence, and a long one.
const MaxRead = 400

// Read speaks a line that stands on a page as a WAV file. It is kept nowhere:
// the line may be forgotten the next moment.
func (s *Session) Read(ctx context.Context, line string) ([]byte, error) {
	switch {
	case !s.voice.built():
		return nil, ErrNoMouth
	case line == "" || len(line) > MaxRead:
		return nil, fmt.Errorf("a line that is read aloud has 1 to %d bytes: %w", MaxRead, samantha.ErrInvalid)
	}
	select {
	case s.voice.turns <- struct{}{}:
		defer func() { <-s.voice.turns }()
		return s.voice.mouth.Speak(ctx, line, samantha.Manner{})
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// voice keeps a few clauses that were spoken: a page asks ahead, and two
// devices ask for the same.
type voice struct {
	mouth Mouth
	turns chan struct{} // so many clauses are made at once

	mu    sync.Mutex
	kept  map[spoken]*sound
	order []spoken // oldest first
	bytes int
}

// spoken names what is spoken: a clause of an answer, or a line to try voices.
type spoken struct {
	answer samantha.ID
	clause int
	try    string
}

// sound is made once; ready is closed when it is there.
type sound struct {
	ready chan struct{}
	wav   []byte
	err   error
}

// Of what was spoken this much is kept.
const (
	maxSounds     = 64
	maxSoundBytes = 8 << 20
	mouthsAtOnce  = 2
)

func newVoice(m Mouth) *voice {
	return &voice{mouth: m, turns: make(chan struct{}, mouthsAtOnce), kept: map[spoken]*sound{}}
}

func (v *voice) built() bool { return v.mouth != nil && v.mouth.Built() }

// sound is what make makes, made once for all who ask at the same time. Whoever
// waited for somebody who gave up makes it after them.
func (v *voice) sound(ctx context.Context, name spoken, make func() ([]byte, error)) ([]byte, error) {
	for {
		s, mine := v.claim(name)
		if mine {
			return v.fill(ctx, name, s, make)
		}
		select {
		case <-s.ready:
			if s.err == nil {
				return s.wav, nil
			}
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}
}

// claim is the sound of the name; mine: the caller has to make it.
func (v *voice) claim(name spoken) (s *sound, mine bool) {
	v.mu.Lock()
	defer v.mu.Unlock()
	if s, ok := v.kept[name]; ok {
		return s, false
	}
	s = &sound{ready: make(chan struct{})}
	v.kept[name] = s
	return s, true
}

func (v *voice) fill(ctx context.Context, name spoken, s *sound, make func() ([]byte, error)) ([]byte, error) {
	select {
	case v.turns <- struct{}{}:
		s.wav, s.err = make()
		<-v.turns
	case <-ctx.Done():
		s.err = ctx.Err()
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	switch {
	case v.kept[name] != s: // it was dropped meanwhile
	case s.err != nil:
		delete(v.kept, name)
	default:
		v.order = append(v.order, name)
		v.bytes += len(s.wav)
		v.shrink()
	}
	close(s.ready)
	return s.wav, s.err
}

// shrink lets the oldest go until the rest is within bounds.
func (v *voice) shrink() {
	for len(v.order) > maxSounds || v.bytes > maxSoundBytes {
		v.forget(v.order[0])
	}
}

func (v *voice) forget(name spoken) {
	if i := slices.Index(v.order, name); i >= 0 {
		v.order = slices.Delete(v.order, i, i+1)
		v.bytes -= len(v.kept[name].wav)
	}
	delete(v.kept, name)
}

// drop lets go of what was spoken: its words are gone.
func (v *voice) drop(gone func(spoken) bool) {
	v.mu.Lock()
	defer v.mu.Unlock()
	for name := range v.kept {
		if gone(name) {
			v.forget(name)
		}
	}
}
