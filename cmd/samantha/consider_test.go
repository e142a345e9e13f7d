package main

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"sync/atomic"
	"testing"
	"time"

	"samantha"
	"samantha/internal/house/life/inmem"
	"samantha/internal/mind"
	"samantha/internal/words/model"
	"samantha/internal/words/model/consider"
	"samantha/internal/words/newborn"
)

// settable is a clock that stands where it is put.
type settable struct{ at atomic.Int64 }

func (c *settable) Now() time.Time                       { return time.Unix(c.at.Load(), 0).UTC() }
func (c *settable) After(time.Duration) <-chan time.Time { return nil }

// atNight is somebody whose night has passed, with a model that answers as says does.
func atNight(t *testing.T, says http.HandlerFunc) (*resident, *settable) {
	t.Helper()
	words, err := newborn.New()
	if err != nil {
		t.Fatal(err)
	}
	clock := &settable{}
	clock.at.Store(time.Date(2026, 3, 2, 18, 0, 0, 0, time.UTC).Unix())
	m, err := mind.Open(t.Context(), mind.Options{Log: inmem.New(), Speaker: words, Clock: clock, Seed: 7, Zone: "UTC"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = m.Close(context.Background()) })
	for _, text := range []string{"my sister Mara lives in Bergen", "I keep bees on the roof", "I bought an old piano for the ferry house"} {
		clock.at.Add(600)
		if _, err := m.Hear(t.Context(), samantha.Utterance{Text: text, Origin: samantha.OriginPerson}, func(samantha.Clause) error { return nil }); err != nil {
			t.Fatal(err)
		}
	}
	server := httptest.NewServer(says)
	t.Cleanup(server.Close)
	found := model.Found{Info: model.Info{Name: "small"}, Endpoint: model.Endpoint{URL: server.URL, Model: "small"}}
	r := &resident{mind: m, lookout: newLookout(with(nil), newEngines(&call{home: t.TempDir(), getenv: with(nil)}))}
	r.lookout.tell(t.Context(), m, model.State{Found: &found}, nil)
	clock.at.Add(4 * 3600)
	if _, err := m.Night(t.Context()); err != nil {
		t.Fatal(err)
	}
	return r, clock
}

func considering(t *testing.T) *consider.Reader {
	t.Helper()
	reader, err := consider.New()
	if err != nil {
		t.Fatal(err)
	}
	return reader
}

// rambles is a model that proposes nothing, and counts how often it was asked.
func rambles(asked *atomic.Int32) http.HandlerFunc {
	return func(w http.ResponseWriter, q *http.Request) {
		asked.Add(1)
		_, _ = io.Copy(io.Discard, q.Body)
		w.Header().Set("Content-Type", "text/event-stream")
		_, _ = fmt.Fprintf(w, "data: {\"choices\":[{\"delta\":{\"content\":%q},\"finish_reason\":\"stop\"}]}\n\n", "Lovely memories, all of them.")
	}
}

// TestAModelGoesOverWhatThereIs: whatever it says, each portion is gone over once.
func TestAModelGoesOverWhatThereIs(t *testing.T) {
	var asked atomic.Int32
	r, _ := atNight(t, rambles(&asked))
	n := int32(0)
	for done := true; done && n < 50; n++ {
		var err error
		if done, err = r.considerOne(t.Context(), considering(t)); err != nil {
			t.Fatal(err)
		}
	}
	if n < 2 || n == 50 || asked.Load() != n-1 {
		t.Errorf("%d rounds, asked %d times", n, asked.Load())
	}
}

// TestANightByAVerbIsGoneOver: all there is, at once, and each portion is told of.
func TestANightByAVerbIsGoneOver(t *testing.T) {
	var asked atomic.Int32
	r, _ := atNight(t, rambles(&asked))
	told := 0
	if err := r.considersNow(t.Context(), func(done int) { told = done }); err != nil || told == 0 || int(asked.Load()) != told {
		t.Errorf("told of %d, asked %d times, %v", told, asked.Load(), err)
	}
}

// TestItGivesWay: somebody says something while a model goes over a portion; the call ends
// at once, and so does what it was for.
func TestItGivesWay(t *testing.T) {
	begun, over := make(chan struct{}), make(chan struct{})
	r, _ := atNight(t, func(_ http.ResponseWriter, q *http.Request) {
		_, _ = io.Copy(io.Discard, q.Body)
		close(begun)
		<-q.Context().Done()
		close(over)
	})
	type ended struct {
		done bool
		err  error
	}
	end := make(chan ended)
	go func() {
		done, err := r.considerOne(context.Background(), considering(t))
		end <- ended{done, err}
	}()
	<-begun
	if _, err := r.mind.Hear(t.Context(), samantha.Utterance{Text: "hello", Origin: samantha.OriginPerson}, func(samantha.Clause) error { return nil }); err != nil {
		t.Fatal(err)
	}
	if e := <-end; e.done || e.err != nil {
		t.Errorf("it ended with %+v", e)
	}
	<-over
}
