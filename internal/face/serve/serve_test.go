package serve

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"samantha"
)

// reached is a server on a real port, and a client that knows its token.
func reached(t *testing.T, her *fakeHer) (*bed, Client) {
	t.Helper()
	b := listening(t, her)
	return b, Client{Address: b.Address(), Token: "secret"}
}

func TestAVerbTravels(t *testing.T) {
	_, c := reached(t, newHer(nil))
	var out, errs bytes.Buffer
	code, err := c.Verb(t.Context(), Call{Args: []string{"say", "hi"}, Passphrase: "p", Zone: "UTC"}, &out, &errs)
	if err != nil || code != 2 || out.String() != "say hi" || errs.String() != "pUTC" {
		t.Errorf("%d %q %q %v", code, out.String(), errs.String(), err)
	}
}

func TestNobodyThere(t *testing.T) {
	s, c := reached(t, newHer(nil))
	s.Close()
	if _, err := c.Verb(t.Context(), Call{}, io.Discard, io.Discard); !errors.Is(err, ErrNobody) {
		t.Errorf("%v", err)
	}
}

func TestWatchTellsTheTalk(t *testing.T) {
	heard := &samantha.Heard{Words: samantha.HeardWords{Text: "hi"}, Numbers: samantha.HeardNumbers{FaceID: "f"}}
	said := &samantha.Said{Words: samantha.SaidWords{Clauses: []string{"Hello,", "you."}}}
	her := newHer(nil)
	her.events = []samantha.Event{
		{ID: "m7k2", Origin: samantha.OriginPerson, Body: heard},
		{ID: "m7k3", Body: &samantha.Cut{}},
		{ID: "m7k2.said", Origin: samantha.OriginHerself, Body: said},
	}
	_, c := reached(t, her)
	lines, err := c.Watch(t.Context(), "")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for l, err := range lines {
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, l.FaceID+"/"+l.Text)
	}
	if want := "f/hi /Hello, you."; strings.Join(got, " ") != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// A run.json that a crash left behind may name a port where somebody else
// listens by now: they are asked who they are, and told nothing.
func TestAStrangerIsToldNothing(t *testing.T) {
	stranger := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		if err != nil || len(body) > 0 || r.Header.Get("Authorization") != "" || r.URL.Path != "/awake" {
			t.Errorf("the stranger got %s %s %q %q", r.Method, r.URL, r.Header, body)
		}
		fmt.Fprint(w, strings.Repeat("0", 64))
	}))
	defer stranger.Close()
	c := Client{Address: strings.TrimPrefix(stranger.URL, "http://"), Token: "secret"}
	if _, err := c.Verb(t.Context(), Call{Args: []string{"say", "hi"}, Passphrase: "p"}, io.Discard, io.Discard); !errors.Is(err, ErrNobody) {
		t.Errorf("verb: %v", err)
	}
	if _, err := c.Watch(t.Context(), ""); !errors.Is(err, ErrNobody) {
		t.Errorf("watch: %v", err)
	}
}

func TestAProofIsOfOneServerAndOneQuestion(t *testing.T) {
	first := proof("secret", "127.0.0.1:1", "a")
	for name, other := range map[string]string{
		"token":   proof("other", "127.0.0.1:1", "a"),
		"address": proof("secret", "127.0.0.1:2", "a"),
		"nonce":   proof("secret", "127.0.0.1:1", "b"),
	} {
		if first == other {
			t.Errorf("another %s, the same proof", name)
		}
	}
}

// patient is a process whose watchers hear nothing until they leave.
type patient struct {
	*fakeHer
	watched chan struct{}
}

func (p patient) Watch(ctx context.Context, as string) (iter.Seq2[samantha.Event, error], error) {
	if as != "" {
		return nil, fmt.Errorf("--as wants one of: Ana: %w", samantha.ErrInvalid)
	}
	return func(func(samantha.Event, error) bool) {
		close(p.watched)
		<-ctx.Done()
	}, nil
}

func patiently(t *testing.T) (patient, *Server, Client) {
	t.Helper()
	her := patient{newHer(nil), make(chan struct{})}
	s, err := Listen(options(her, &fakeDevices{}))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close(); her.session.Close() })
	return her, s, Client{Address: s.Address(), Token: "secret"}
}

func TestWatchersDoNotHoldUpTheEnd(t *testing.T) {
	her, s, c := patiently(t)
	lines, err := c.Watch(t.Context(), "")
	if err != nil {
		t.Fatal(err)
	}
	<-her.watched
	begin := time.Now()
	s.Close()
	if took := time.Since(begin); took >= drain {
		t.Errorf("closing took %s", took)
	}
	for range lines {
		t.Error("a line from nowhere")
	}
}

func TestWatchingNobodyIsWronglyAsked(t *testing.T) {
	_, _, c := patiently(t)
	_, err := c.Watch(t.Context(), "Ben")
	if want := "--as wants one of: Ana: invalid"; !errors.Is(err, samantha.ErrInvalid) || err.Error() != want {
		t.Errorf("%v, want %s", err, want)
	}
}

func TestALineTellsThatItRings(t *testing.T) {
	said := &samantha.Said{
		Words:   samantha.SaidWords{Clauses: []string{"Buy hooks."}},
		Numbers: samantha.SaidNumbers{Acts: []string{samantha.DoErrandRing}, Unasked: true},
	}
	if l, ok := LineOf(samantha.Event{Body: said}); !ok || !l.Rings || l.Text != "Buy hooks." {
		t.Errorf("a ring is the line %+v, %v", l, ok)
	}
	said.Numbers.Acts = []string{samantha.DoGreet}
	if l, _ := LineOf(samantha.Event{Body: said}); l.Rings {
		t.Error("a greeting rings")
	}
}
