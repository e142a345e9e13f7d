package voice

import (
	"context"
	"errors"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"samantha"
)

// needsVoice leaves out a test where her mouth was not built in, and says so;
// the whole suite must have it.
func needsVoice(t testing.TB) {
	t.Helper()
	switch {
	case Built():
	case os.Getenv("CI") != "":
		t.Fatal("her mouth is missing: make build fetches it with npm")
	default:
		t.Skip("SKIPPED: her mouth is missing; make build fetches it with npm")
	}
}

// alone leaves out what the race detector learns nothing from and takes a
// hundred times as long for.
func alone(t *testing.T) {
	t.Helper()
	if testing.Short() {
		t.Skip("nothing runs beside it")
	}
}

func open(t testing.TB) *Mouth {
	t.Helper()
	needsVoice(t)
	m, err := Open()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := m.Close(); err != nil {
			t.Error(err)
		}
	})
	return m
}

func spoken(t testing.TB, m *Mouth, clause string, manner samantha.Manner) Sound {
	t.Helper()
	s, err := m.Speak(t.Context(), clause, manner)
	if err != nil {
		t.Fatalf("%q: %v", clause, err)
	}
	return s
}

const sentence = "I was thinking about what you said last night, and it moved me."

func TestSheSpeaks(t *testing.T) {
	alone(t)
	m := open(t)
	s := spoken(t, m, sentence, samantha.Manner{})
	if s.Rate != 16000 || s.Seconds() < 3 || s.Seconds() > 5 {
		t.Errorf("%d samples a second, %.2f s", s.Rate, s.Seconds())
	}
	if f := median(pitches(s)); f < 160 || f > 185 {
		t.Errorf("her voice lies at %.0f Hz", f)
	}
	if x := s.Samples; x[0] != 0 || x[len(x)-1] != 0 {
		t.Error("it begins or ends with a click")
	}
	if again := spoken(t, m, sentence, samantha.Manner{}); string(again.WAV()) != string(s.WAV()) {
		t.Error("the same clause sounds otherwise the second time")
	}
}

// TestSilenceAround: what is left around the words is short, and the pause is
// the one that is promised.
func TestSilenceAround(t *testing.T) {
	alone(t)
	m := open(t)
	for _, clause := range []string{"Yes.", "His fish, she thought.", "and then", "Hm."} {
		s := spoken(t, m, clause, samantha.Manner{})
		rest := samples(Pause(clause, samantha.Manner{}))
		words := s.Samples[:len(s.Samples)-rest]
		if rms(s.Samples[len(words):]) != 0 {
			t.Errorf("%q: the pause is not silent", clause)
		}
		edge := samples(60 * time.Millisecond)
		if rms(words[:edge]) < quiet/2 || rms(words[len(words)-edge:]) < quiet/2 {
			t.Errorf("%q: silence was left at an end", clause)
		}
	}
}

func TestNothingToSay(t *testing.T) {
	m, err := Open()
	if err != nil {
		t.Fatal(err)
	}
	defer m.Close()
	for _, clause := range []string{"", "…", " — ", "🙂", "?!"} {
		s, err := m.Speak(t.Context(), clause, samantha.Manner{})
		if err != nil || rms(s.Samples) != 0 || s.Seconds() > 1 {
			t.Errorf("%q: %.2f s, %v", clause, s.Seconds(), err)
		}
	}
	if _, err := m.Speak(t.Context(), strings.Repeat("word ", 2000), samantha.Manner{}); !errors.Is(err, samantha.ErrInvalid) {
		t.Errorf("ten thousand letters at once: %v", err)
	}
}

func TestALongClauseEnds(t *testing.T) {
	alone(t)
	m := open(t)
	for _, clause := range []string{strings.Repeat("7", 3000), strings.Repeat("1 ", 1900), strings.Repeat("word, ", 600)} {
		if s := spoken(t, m, clause, samantha.Manner{}); s.Seconds() > 40 {
			t.Errorf("%.10q... lasts %.0f s", clause, s.Seconds())
		}
	}
}

// TestWhatLooksLikeAnOptionIsSaid: it is said like the word in it.
func TestWhatLooksLikeAnOptionIsSaid(t *testing.T) {
	alone(t)
	m := open(t)
	want := spoken(t, m, "voice kal.", samantha.Manner{})
	for _, clause := range []string{"-voice kal.", "--voice kal.", `<voice> "kal".`, "-voice <break/> kal."} {
		got := spoken(t, m, clause, samantha.Manner{})
		if clause != "-voice <break/> kal." && string(got.WAV()) != string(want.WAV()) {
			t.Errorf("%q is not said as it reads", clause)
		}
		if f := median(pitches(got)); f < 150 {
			t.Errorf("%q is said by somebody else, at %.0f Hz", clause, f)
		}
	}
}

func TestManyAtOnce(t *testing.T) {
	m := open(t)
	clauses := []string{"Yes.", "Fourteen years.", "Tell me the name.", "Toast over the sink."}
	var want []string
	for _, c := range clauses {
		want = append(want, string(spoken(t, m, c, samantha.Manner{}).WAV()))
	}
	var all sync.WaitGroup
	for i := range 12 {
		all.Go(func() {
			n := i % len(clauses)
			s, err := m.Speak(t.Context(), clauses[n], samantha.Manner{})
			if err != nil || string(s.WAV()) != want[n] {
				t.Errorf("%q among others: %v", clauses[n], err)
			}
		})
	}
	all.Wait()
}

func TestWhoLeavesIsNotKeptWaiting(t *testing.T) {
	m := open(t)
	spoken(t, m, "Yes.", samantha.Manner{})
	gone := errors.New("gone")
	ctx, leave := context.WithCancelCause(t.Context())
	e := <-m.turn // as if somebody spoke
	answer := make(chan error)
	go func() {
		_, err := m.Speak(ctx, sentence, samantha.Manner{})
		answer <- err
	}()
	leave(gone)
	if err := <-answer; !errors.Is(err, gone) {
		t.Errorf("while she waited: %v", err)
	}
	m.turn <- e
	if _, err := m.Speak(ctx, sentence, samantha.Manner{}); !errors.Is(err, gone) {
		t.Errorf("gone already: %v", err)
	}
	ctx, hush := context.WithTimeout(t.Context(), time.Millisecond)
	defer hush()
	if _, err := m.Speak(ctx, sentence, samantha.Manner{}); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("in the middle of a clause: %v", err)
	}
	spoken(t, m, "Yes.", samantha.Manner{}) // and the next one is heard
}

func TestAClosedMouth(t *testing.T) {
	m := open(t)
	spoken(t, m, "Yes.", samantha.Manner{})
	ctx, leave := context.WithCancel(t.Context())
	go func() { _, _ = m.Speak(ctx, sentence, samantha.Manner{}) }() // may be in the middle
	leave()
	if err := errors.Join(m.Close(), m.Close()); err != nil {
		t.Fatal(err)
	}
	if _, err := m.Speak(t.Context(), "Yes.", samantha.Manner{}); !errors.Is(err, errClosed) {
		t.Errorf("%v", err)
	}
}

// TestNothingTouchesTheDisk: neither where she runs nor where others put what
// they throw away.
func TestNothingTouchesTheDisk(t *testing.T) {
	alone(t)
	dir := t.TempDir()
	t.Chdir(dir)
	for _, name := range []string{"TMPDIR", "TMP", "XDG_CACHE_HOME", "HOME"} {
		t.Setenv(name, dir)
	}
	m := open(t)
	spoken(t, m, sentence, samantha.Manner{})
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) > 0 {
		t.Errorf("%v %v", entries, err)
	}
}

func TestTheLicenceGoesWithIt(t *testing.T) {
	needsVoice(t)
	if text := Licence(); !strings.Contains(text, "Carnegie Mellon University") || !strings.Contains(text, "Permission is hereby granted") {
		t.Errorf("the licence reads %q", text)
	}
}
