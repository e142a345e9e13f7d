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
	"samantha/internal/senses"
)

// slowMouth takes a second for a clause.
type slowMouth struct {
	mu   sync.Mutex
	made []string
	warm int
}

func (m *slowMouth) Built() bool { return true }

func (m *slowMouth) Warm(context.Context) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.warm++
	return nil
}

func (m *slowMouth) Speak(ctx context.Context, clause string, _ samantha.Manner) ([]byte, error) {
	select {
	case <-time.After(time.Second):
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	m.made = append(m.made, clause)
	return []byte("WAV " + clause), nil
}

func (m *slowMouth) Sound(_ context.Context, name string) ([]byte, error) {
	return nil, fmt.Errorf("%s: %w", name, samantha.ErrNotFound)
}

// aloud is a session with a mouth in which one thing was said.
func aloud(t *testing.T, test func(*testing.T, *bed, *slowMouth, samantha.ID)) {
	t.Helper()
	inBubble(t, func(t *testing.T, b *bed) {
		m := &slowMouth{}
		b.Close()
		b.begin(m)
		_, answer := spokenTo(b)
		test(t, b, m, answer)
	})
}

func TestAClauseIsMadeOnceForAll(t *testing.T) {
	aloud(t, func(t *testing.T, b *bed, m *slowMouth, answer samantha.ID) {
		var all sync.WaitGroup
		for range 5 {
			all.Go(func() {
				wav, err := b.Speak(t.Context(), answer, 2)
				if string(wav) != "WAV one two" || err != nil {
					t.Errorf("%q %v", wav, err)
				}
			})
		}
		all.Wait()
		if len(m.made) != 1 {
			t.Errorf("made %q", m.made)
		}
	})
}

func TestWhoeverWaitedForSomebodyWhoGaveUp(t *testing.T) {
	aloud(t, func(t *testing.T, b *bed, m *slowMouth, answer samantha.ID) {
		ctx, giveUp := context.WithCancel(t.Context())
		var all sync.WaitGroup
		all.Go(func() {
			if _, err := b.Speak(ctx, answer, 1); !errors.Is(err, context.Canceled) {
				t.Errorf("%v", err)
			}
		})
		synctest.Wait()
		all.Go(func() {
			if wav, err := b.Speak(t.Context(), answer, 1); err != nil || len(wav) == 0 {
				t.Errorf("%q %v", wav, err)
			}
		})
		synctest.Wait()
		giveUp()
		all.Wait()
	})
}

func TestWhatIsForgottenIsNotSpoken(t *testing.T) {
	aloud(t, func(t *testing.T, b *bed, m *slowMouth, answer samantha.ID) {
		if _, err := b.Speak(t.Context(), answer, 1); err != nil {
			t.Fatal(err)
		}
		if _, err := b.mind.log.Forget(t.Context(), time.Now(), answer); err != nil {
			t.Fatal(err)
		}
		synctest.Wait()
		if _, err := b.Speak(t.Context(), answer, 1); !errors.Is(err, samantha.ErrForgotten) {
			t.Errorf("%v", err)
		}
	})
}

func TestWhatCannotBeSpoken(t *testing.T) {
	aloud(t, func(t *testing.T, b *bed, m *slowMouth, answer samantha.ID) {
		for _, n := range []int{-1, 0, 4} {
			if _, err := b.Speak(t.Context(), answer, n); !errors.Is(err, samantha.ErrNotFound) {
				t.Errorf("clause %d: %v", n, err)
			}
		}
		if _, err := b.Speak(t.Context(), "zz.said", 1); !errors.Is(err, samantha.ErrNotFound) {
			t.Errorf("%v", err)
		}
		if _, err := b.Try(t.Context(), "Whatever a stranger types."); !errors.Is(err, samantha.ErrNotFound) {
			t.Errorf("%v", err)
		}
		if _, err := b.Try(t.Context(), senses.TryLines()[0]); err != nil {
			t.Errorf("%v", err)
		}
	})
	inBubble(t, func(t *testing.T, b *bed) { // no mouth
		_, answer := spokenTo(b)
		if _, err := b.Speak(t.Context(), answer, 1); !errors.Is(err, senses.ErrNoMouth) {
			t.Errorf("%v", err)
		}
		if _, err := b.Sound(t.Context(), samantha.SoundHum); !errors.Is(err, senses.ErrNoMouth) {
			t.Errorf("%v", err)
		}
	})
}

// What stands on a page is read aloud and kept nowhere: it may be forgotten the
// next moment.
func TestALineOfAPageIsReadAloud(t *testing.T) {
	aloud(t, func(t *testing.T, b *bed, m *slowMouth, _ samantha.ID) {
		for range 2 {
			if wav, err := b.Read(t.Context(), "Your home is Bergen"); err != nil || len(wav) == 0 {
				t.Errorf("%d bytes, %v", len(wav), err)
			}
		}
		for _, line := range []string{"", strings.Repeat("a", senses.MaxRead+1)} {
			if _, err := b.Read(t.Context(), line); !errors.Is(err, samantha.ErrInvalid) {
				t.Errorf("%d bytes: %v", len(line), err)
			}
		}
	})
	inBubble(t, func(t *testing.T, b *bed) { // no mouth
		if _, err := b.Read(t.Context(), "Your home is Bergen"); !errors.Is(err, senses.ErrNoMouth) {
			t.Errorf("%v", err)
		}
	})
}

func TestSheIsReadyBeforeSheIsHeard(t *testing.T) {
	aloud(t, func(t *testing.T, b *bed, m *slowMouth, answer samantha.ID) {
		if synctest.Wait(); m.warm != 0 {
			t.Error("nobody has let her be heard")
		}
		d := b.attend(1)
		if err := d.Choose(t.Context(), samantha.ChoiceSound, samantha.ChoiceYes); err != nil {
			t.Fatal(err)
		}
		b.attend(1)
		if synctest.Wait(); m.warm != 1 {
			t.Errorf("made ready %d times", m.warm)
		}
		b.Close()
		b.begin(m) // and again with the first page after a restart
		b.attend(1)
		if synctest.Wait(); m.warm != 2 {
			t.Errorf("made ready %d times", m.warm)
		}
	})
}

// However long she speaks, only a little of it is kept.
func TestTheVoiceKeepsLittle(t *testing.T) {
	aloud(t, func(t *testing.T, b *bed, m *slowMouth, answer samantha.ID) {
		d := b.attend(1)
		for i := range 80 {
			d.Say(typed(fmt.Sprint("x", i), "x"))
			b.shown(d)
		}
		for _, r := range b.mind.heard {
			if _, err := b.Speak(t.Context(), r.ID.Said(), 1); err != nil {
				t.Fatal(err)
			}
		}
		before := len(m.made)
		for _, r := range b.mind.heard {
			if _, err := b.Speak(t.Context(), r.ID.Said(), 1); err != nil {
				t.Fatal(err)
			}
		}
		if again := len(m.made) - before; again < 81-64 {
			t.Errorf("%d of 81 clauses were made again", again)
		}
	})
}
