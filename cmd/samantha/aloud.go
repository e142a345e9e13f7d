package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"samantha"
	"samantha/internal/senses/voice"
)

// place is a flag that names a file. It is made whole where the person sits,
// so that another process finds it too.
type place string

// Set takes what was typed.
func (p *place) Set(file string) error {
	if file == "" {
		return errors.New("no file is named")
	}
	whole, err := filepath.Abs(file)
	*p = place(whole)
	return err
}

// String is the whole path.
func (p *place) String() string { return string(*p) }

// writable sees that a file can stand there: its folder is there, and it is no
// folder itself.
func (p place) writable() error {
	if p == "" {
		return nil
	}
	if _, err := os.Stat(filepath.Dir(string(p))); err != nil {
		return fmt.Errorf("--wav: %w", err)
	}
	if info, err := os.Stat(string(p)); err == nil && !info.Mode().IsRegular() {
		return fmt.Errorf("--wav wants a file, and %s is none: %w", p, samantha.ErrInvalid)
	}
	return nil
}

// soundLine is the sound in `say --json`.
type soundLine struct {
	File    string  `json:"file"`
	Seconds float64 `json:"seconds"`
	First   float64 `json:"first_ms"` // until the first clause could be heard
	Total   float64 `json:"total_ms"`
}

// warmed has her mouth made ready beside the hearing, if it will be needed, and
// fails if there is none. Closing the app waits for it.
func (c *call) warmed(ctx context.Context, a *app) error {
	if c.wav == "" {
		return nil
	}
	if !a.mouth.Built() {
		return voice.ErrNotBuilt
	}
	go func() { _ = a.mouth.Warm(ctx) }() // speaking tells what is wrong
	return nil
}

// aloud writes an answer as one sound: what she does before the first word,
// then each clause with its pause. The file appears whole or not at all.
func aloud(ctx context.Context, mouth *voice.Mouth, said *samantha.Said, file string) (*soundLine, error) {
	start := time.Now()
	manner := said.Numbers.Manner
	before, _ := voice.Own(manner.Sound)
	all := []voice.Sound{before}
	var first time.Duration
	for _, clause := range voice.Clauses(said.Text()) {
		s, err := mouth.Speak(ctx, clause, manner)
		if err != nil {
			return nil, err
		}
		if first == 0 {
			first = time.Since(start)
		}
		all = append(all, s)
	}
	sound := voice.Join(all...)
	if err := writeWhole(file, sound.WAV()); err != nil {
		return nil, fmt.Errorf("--wav: %w", err)
	}
	return &soundLine{file, samantha.Round(sound.Seconds()), ms(first), ms(time.Since(start))}, nil
}

// writeWhole writes a file beside the place where it will stand, and puts it
// there when it is complete.
func writeWhole(file string, data []byte) error {
	f, err := os.CreateTemp(filepath.Dir(file), "."+strings.TrimSuffix(filepath.Base(file), ".wav")+"-*.wav")
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	err = errors.Join(err, f.Close())
	if err == nil {
		err = os.Rename(f.Name(), file)
	}
	if err != nil {
		return errors.Join(err, os.Remove(f.Name()))
	}
	return nil
}
