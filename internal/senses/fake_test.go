package senses_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"samantha"
	"samantha/internal/house/life/inmem"
	"samantha/internal/senses"
)

// wall is the machine's clock: inside a synctest bubble, the bubble's.
type wall struct{}

func (wall) Now() time.Time                         { return time.Now() }
func (wall) After(d time.Duration) <-chan time.Time { return time.After(d) }

// fakeMind says back what it hears, and writes both to the log.
type fakeMind struct {
	log *inmem.Log

	mu        sync.Mutex
	now       senses.Now
	heard     map[string]samantha.Reply // by face id
	full      bool                      // the disk takes nothing
	offRecord bool
	begins    int
	busy      chan struct{} // not nil: Hear waits for it
	cuts      []samantha.CutNumbers
	left      []samantha.LeftNumbers
}

func (m *fakeMind) Hear(ctx context.Context, u samantha.Utterance, _ func(samantha.Clause) error) (samantha.Reply, error) {
	m.mu.Lock()
	busy := m.busy
	m.mu.Unlock()
	if busy != nil {
		select {
		case <-busy:
		case <-ctx.Done():
			return samantha.Reply{}, ctx.Err()
		}
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if u.Text == "fail" {
		return samantha.Reply{}, errors.New("her disk is damaged")
	}
	if r, ok := m.heard[u.FaceID]; ok {
		r.Repeated = true
		return r, nil
	}
	r, err := m.answer(ctx, u)
	if err == nil {
		m.heard[u.FaceID] = r
	}
	return r, err
}

func (m *fakeMind) answer(ctx context.Context, u samantha.Utterance) (samantha.Reply, error) {
	m.now.Mood.P += 0.125
	heard := &samantha.Heard{Words: samantha.HeardWords{Text: u.Text}, Numbers: samantha.HeardNumbers{FaceID: u.FaceID, Zone: u.Zone, Mood: m.now.Mood}}
	said := &samantha.Said{Words: samantha.SaidWords{Clauses: []string{"You said:", u.Text + "."}}, Numbers: samantha.SaidNumbers{Acts: []string{"take"}}}
	r := samantha.Reply{ID: samantha.NewID(uint64(1000 + len(m.heard))), Heard: heard, Said: said, Unsaved: m.full, OffRecord: m.offRecord}
	if m.full || m.offRecord {
		return r, nil
	}
	events, err := m.log.Append(ctx, samantha.Draft{At: time.Now(), Origin: samantha.OriginPerson, Body: heard})
	if err != nil {
		return r, err
	}
	r.ID = events[0].ID
	said.Numbers.Sources = []samantha.ID{r.ID}
	_, err = m.log.Append(ctx, samantha.Draft{ID: r.ID.Said(), At: time.Now(), Origin: samantha.OriginHerself, Body: said})
	return r, err
}

func (m *fakeMind) Begin(ctx context.Context, _ string, _ func(samantha.Clause) error) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	for e := range m.log.Read(ctx, 0) {
		if e.Body.Kind() == samantha.KindHeard && time.Since(e.At) < 6*time.Hour {
			return nil
		}
	}
	m.begins++
	said := &samantha.Said{Words: samantha.SaidWords{Clauses: []string{"Welcome.", "What should I call you?"}}}
	said.Numbers.Unasked, said.Numbers.Acts, said.Numbers.Form = true, []string{samantha.DoForm}, len(said.Words.Clauses)
	_, err := m.log.Append(ctx, samantha.Draft{At: time.Now(), Origin: samantha.OriginHerself, Body: said})
	return err
}

func (m *fakeMind) Cut(_ context.Context, n samantha.CutNumbers) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.cuts = append(m.cuts, n)
	return nil
}

func (m *fakeMind) Choose(ctx context.Context, choice, value string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	choices := map[string]string{choice: value}
	m.now.Choices = choices
	_, err := m.log.Append(ctx, samantha.Draft{At: time.Now(), Origin: samantha.OriginPerson, Body: &samantha.Chose{Numbers: samantha.ChoseNumbers{Choice: choice, Value: value}}})
	return err
}

func (m *fakeMind) Leave(_ context.Context, n samantha.LeftNumbers) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.left = append(m.left, n)
	return nil
}

func (m *fakeMind) Now(context.Context) (senses.Now, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.now, nil
}

func (m *fakeMind) set(change func()) {
	m.mu.Lock()
	defer m.mu.Unlock()
	change()
}

// pairs parts a clause into two words each.
func pairs(text string) (parts []string) {
	for words := strings.Fields(text); len(words) > 0; {
		n := min(2, len(words))
		parts = append(parts, strings.Join(words[:n], " "))
		words = words[n:]
	}
	return parts
}

// bed is a session with a fake mind; run it inside a bubble.
type bed struct {
	*senses.Session
	t    *testing.T
	mind *fakeMind
}

// inBubble runs a test with a session of its own on fake time.
func inBubble(t *testing.T, test func(*testing.T, *bed)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		m := &fakeMind{log: inmem.New(), heard: map[string]samantha.Reply{}, now: senses.Now{Her: "Ada", Remembering: true}}
		b := &bed{t: t, mind: m}
		b.begin(nil)
		defer func() { b.Close() }()
		test(t, b)
	})
}

// begin begins a session; with the one before it closed, it is a restart.
func (b *bed) begin(mouth senses.Mouth) {
	b.Session = senses.New(senses.Options{Log: b.mind.log, Mind: b.mind, Clock: wall{}, Split: pairs, Mouth: mouth, Version: "1"})
}

func (b *bed) attend(last uint64) *senses.Device {
	b.t.Helper()
	d, err := b.Attend(b.t.Context(), senses.Arrival{Last: last, Zone: "Europe/Oslo", Browser: "Google"})
	if err != nil {
		b.t.Fatal(err)
	}
	return d
}

// shown are the signs on the way to a device when all is quiet.
func (b *bed) shown(d *senses.Device) []senses.Sign {
	b.t.Helper()
	var list []senses.Sign
	for {
		synctest.Wait()
		ctx, cancel := context.WithTimeout(b.t.Context(), time.Nanosecond)
		sign, err := d.Next(ctx)
		cancel()
		if err != nil {
			return list
		}
		list = append(list, sign)
	}
}

// told are signs as short words.
func told(signs []senses.Sign) string {
	var words []string
	for _, s := range signs {
		switch s := s.(type) {
		case senses.Welcome:
			words = append(words, "welcome")
		case senses.Changed:
			words = append(words, "changed")
		case senses.Heard:
			words = append(words, fmt.Sprintf("heard%s(%s)", s.Kept, s.Text))
		case senses.Said:
			words = append(words, fmt.Sprintf("said%s(%s)", s.Kept, strings.Join(s.Clauses, "|")))
		case senses.Thinking:
			words = append(words, "thinking("+s.ID+")")
		case senses.Refused:
			words = append(words, "refused("+s.ID+")")
		case senses.Interim:
			words = append(words, "interim("+s.Text+")")
		case senses.Gone:
			words = append(words, fmt.Sprintf("gone%v", s.IDs))
		}
	}
	return strings.Join(words, " ")
}

// only are the signs of one kind.
func only[T senses.Sign](signs []senses.Sign) (list []T) {
	for _, s := range signs {
		if s, ok := s.(T); ok {
			list = append(list, s)
		}
	}
	return list
}

func typed(id, text string) senses.Utterance {
	return senses.Utterance{ID: id, Text: text, Ear: senses.EarTyped}
}
