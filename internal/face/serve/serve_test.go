package serve

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"net"
	"net/http"
	"strings"
	"testing"

	"samantha"
)

// echo is a process that is awake and says back what it is asked.
type echo struct{ events []samantha.Event }

func (echo) Verb(_ context.Context, c Call, out, errs io.Writer) int {
	fmt.Fprint(out, strings.Join(c.Args, " "))
	fmt.Fprint(errs, c.Passphrase)
	return len(c.Args)
}

func (e echo) Watch(context.Context, string) (iter.Seq2[samantha.Event, error], error) {
	return func(yield func(samantha.Event, error) bool) {
		for _, event := range e.events {
			if !yield(event, nil) {
				return
			}
		}
	}, nil
}

func listen(t *testing.T, her Her) (*Server, Client) {
	t.Helper()
	s, err := Listen(her, "secret")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s, Client{Address: s.Address(), Token: "secret"}
}

func TestAVerbTravels(t *testing.T) {
	_, c := listen(t, echo{})
	var out, errs bytes.Buffer
	code, err := c.Verb(t.Context(), Call{Args: []string{"say", "hi"}, Passphrase: "p"}, &out, &errs)
	if err != nil || code != 2 || out.String() != "say hi" || errs.String() != "p" {
		t.Errorf("%d %q %q %v", code, out.String(), errs.String(), err)
	}
}

func TestNobodyThere(t *testing.T) {
	s, c := listen(t, echo{})
	s.Close()
	if _, err := c.Verb(t.Context(), Call{}, io.Discard, io.Discard); !errors.Is(err, ErrNobody) {
		t.Errorf("%v", err)
	}
}

func TestOnlyWhoKnowsTheTokenIsHeard(t *testing.T) {
	s, c := listen(t, echo{})
	for _, path := range []string{"/verb", "/watch", "/", "/elsewhere"} {
		for name, change := range map[string]func(*http.Request){
			"no token":     func(r *http.Request) { r.Header.Del("Authorization") },
			"wrong token":  func(r *http.Request) { r.Header.Set("Authorization", "Bearer other") },
			"foreign host": func(r *http.Request) { r.Host = "example.org" },
			"rebound host": func(r *http.Request) { r.Host = "localhost" },
		} {
			r, err := http.NewRequestWithContext(t.Context(), http.MethodPost, "http://"+s.Address()+path, strings.NewReader("{}"))
			if err != nil {
				t.Fatal(err)
			}
			r.Header.Set("Authorization", "Bearer "+c.Token)
			change(r)
			resp, err := http.DefaultClient.Do(r)
			if err != nil {
				t.Fatal(err)
			}
			resp.Body.Close()
			if resp.StatusCode != http.StatusUnauthorized && resp.StatusCode != http.StatusMisdirectedRequest {
				t.Errorf("%s with %s: %s", path, name, resp.Status)
			}
		}
	}
}

func TestNothingListensBeyondLoopback(t *testing.T) {
	s, _ := listen(t, echo{})
	host, _, err := net.SplitHostPort(s.Address())
	if err != nil {
		t.Fatal(err)
	}
	if ip := net.ParseIP(host); ip == nil || !ip.IsLoopback() {
		t.Errorf("listens on %s", host)
	}
}

func TestWatchTellsTheTalk(t *testing.T) {
	heard := &samantha.Heard{Words: samantha.HeardWords{Text: "hi"}, Numbers: samantha.HeardNumbers{FaceID: "f"}}
	said := &samantha.Said{Words: samantha.SaidWords{Clauses: []string{"Hello,", "you."}}}
	_, c := listen(t, echo{events: []samantha.Event{
		{ID: "m7k2", Origin: samantha.OriginPerson, Body: heard},
		{ID: "m7k3", Body: &samantha.Cut{}},
		{ID: "m7k2.said", Origin: samantha.OriginHerself, Body: said},
	}})
	var got []string
	if err := c.Watch(t.Context(), "", func(l Line) { got = append(got, l.FaceID+"/"+l.Text) }); err != nil {
		t.Fatal(err)
	}
	if want := "f/hi /Hello, you."; strings.Join(got, " ") != want {
		t.Errorf("%q, want %q", got, want)
	}
}
