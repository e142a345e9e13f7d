package main

import (
	"context"
	"fmt"
	"sync"

	"samantha"
	"samantha/internal/mind"
	"samantha/internal/senses"
	"samantha/internal/senses/voice"
)

// living is what goes on in one person's mind while somebody may come: her
// senses, and what passes in her by itself.
type living struct {
	session *senses.Session
	stop    context.CancelFunc
	beside  sync.WaitGroup
}

// live begins it.
func (r *resident) live(mouth *voice.Mouth) *living {
	ctx, stop := context.WithCancel(context.Background())
	l := &living{stop: stop, session: senses.New(senses.Options{
		Log: r.log, Mind: perceived{r.mind}, Clock: r.clock, Version: version,
		Split: voice.Clauses, Mouth: mouthed{mouth},
	})}
	l.beside.Go(func() { r.mind.Live(ctx) })
	l.beside.Go(func() { r.lookout.live(ctx, r.mind) })
	l.beside.Go(func() { r.considers(ctx) })
	return l
}

// end ends it: first nobody hears and sees her any more, then nothing passes in
// her.
func (l *living) end() {
	l.session.Close()
	l.stop()
	l.beside.Wait()
}

// mouthed is her mouth as the senses know it.
type mouthed struct{ *voice.Mouth }

// Speak is a clause as a WAV file.
func (m mouthed) Speak(ctx context.Context, clause string, manner samantha.Manner) ([]byte, error) {
	sound, err := m.Mouth.Speak(ctx, clause, manner)
	if err != nil {
		return nil, err
	}
	return sound.WAV(), nil
}

// Sound is one of her sounds without words as a WAV file.
func (mouthed) Sound(_ context.Context, name string) ([]byte, error) {
	sound, ok := voice.Own(name)
	if !ok {
		return nil, fmt.Errorf("she has no sound %q: %w", name, samantha.ErrNotFound)
	}
	return sound.WAV(), nil
}

// perceived is a mind as the senses know it.
type perceived struct{ *mind.Mind }

// Now is how she is, and what holds for her.
func (p perceived) Now(ctx context.Context) (senses.Now, error) {
	n, err := p.Mind.Now(ctx)
	return senses.Now(n), err
}

// Person is the full name of somebody who lives here; "" is the only one there
// is.
func (a *app) Person(as string) (string, error) {
	r, err := a.resident(as)
	if err != nil {
		return "", err
	}
	return r.person.Name, nil
}

// Session is a person's senses; she lives from the first time on that somebody
// asks.
func (a *app) Session(ctx context.Context, as string) (*senses.Session, error) {
	r, err := a.mind(ctx, as)
	if err != nil {
		return nil, err
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.life == nil {
		r.life = r.live(a.mouth)
	}
	return r.life.session, nil
}
