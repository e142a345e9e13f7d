package serve

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"maps"
	"net"
	"net/http"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"testing/synctest"
	"time"

	"github.com/coder/websocket"

	"samantha"
	"samantha/internal/house/life/inmem"
	"samantha/internal/senses"
)

// wall is the machine's clock: inside a synctest bubble, the bubble's.
type wall struct{}

func (wall) Now() time.Time                         { return time.Now() }
func (wall) After(d time.Duration) <-chan time.Time { return time.After(d) }

// fakeDevices keep tokens as a house would.
type fakeDevices struct {
	mu     sync.Mutex
	people map[string]string // by token
	labels []string
	seen   map[string]time.Time // by token
}

func (d *fakeDevices) Seen(token string, at time.Time) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.seen == nil {
		d.seen = map[string]time.Time{}
	}
	d.seen[token] = at
	return nil
}

// Of has the tokens as ids.
func (d *fakeDevices) Of(token string) (list []Device) {
	d.mu.Lock()
	defer d.mu.Unlock()
	for _, other := range slices.Sorted(maps.Keys(d.people)) {
		if d.people[other] == d.people[token] {
			list = append(list, Device{ID: other, Seen: d.seen[other], Here: other == token})
		}
	}
	return list
}

func (d *fakeDevices) LetGo(token, id string) error {
	if !slices.ContainsFunc(d.Of(token), func(k Device) bool { return k.ID == id }) {
		return fmt.Errorf("there is no device %q: %w", id, samantha.ErrNotFound)
	}
	d.remove(id)
	return nil
}

func (d *fakeDevices) Add(person, label string, _ time.Time) (string, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	token := fmt.Sprintf("device-%d", len(d.people)+1)
	d.people[token] = person
	d.labels = append(d.labels, label)
	return token, nil
}

func (d *fakeDevices) Person(token string) (string, bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	person, ok := d.people[token]
	return person, ok
}

func (d *fakeDevices) remove(token string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	delete(d.people, token)
}

// fakeHer lives in memory and says back what she hears.
type fakeHer struct {
	log     *inmem.Log
	session *senses.Session
	events  []samantha.Event // what a watcher sees
	verb    func(ctx context.Context, c Call, out, errs io.Writer) int

	mu    sync.Mutex
	heard map[string]samantha.Reply
}

func newHer(mouth senses.Mouth) *fakeHer {
	h := &fakeHer{log: inmem.New(), heard: map[string]samantha.Reply{}}
	h.session = senses.New(senses.Options{
		Log: h.log, Mind: h, Clock: wall{}, Mouth: mouth, Version: "1",
		Split: func(clause string) []string { return []string{clause} },
	})
	return h
}

// Verb echoes, unless the test has something else in mind.
func (h *fakeHer) Verb(ctx context.Context, c Call, out, errs io.Writer) int {
	if h.verb != nil {
		return h.verb(ctx, c, out, errs)
	}
	fmt.Fprint(out, strings.Join(c.Args, " "))
	fmt.Fprint(errs, c.Passphrase, c.Zone)
	return len(c.Args)
}

func (h *fakeHer) Watch(context.Context, string) (iter.Seq2[samantha.Event, error], error) {
	return func(yield func(samantha.Event, error) bool) {
		for _, event := range h.events {
			if !yield(event, nil) {
				return
			}
		}
	}, nil
}

func (h *fakeHer) Person(as string) (string, error) {
	if as != "" && as != "Ida" {
		return "", fmt.Errorf("--as wants one of: Ida: %w", samantha.ErrInvalid)
	}
	return "Ida", nil
}

func (h *fakeHer) Session(_ context.Context, person string) (*senses.Session, error) {
	if person != "Ida" {
		return nil, fmt.Errorf("%s does not live here: %w", person, samantha.ErrInvalid)
	}
	return h.session, nil
}

func (h *fakeHer) Hear(ctx context.Context, u samantha.Utterance, _ func(samantha.Clause) error) (samantha.Reply, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if r, ok := h.heard[u.FaceID]; ok {
		r.Repeated = true
		return r, nil
	}
	heard := &samantha.Heard{Words: samantha.HeardWords{Text: u.Text}, Numbers: samantha.HeardNumbers{FaceID: u.FaceID}}
	said := &samantha.Said{Words: samantha.SaidWords{Clauses: []string{"Right,", "go on."}}}
	events, err := h.log.Append(ctx, samantha.Draft{At: time.Now(), Origin: samantha.OriginPerson, Body: heard})
	if err != nil {
		return samantha.Reply{}, err
	}
	r := samantha.Reply{ID: events[0].ID, Heard: heard, Said: said}
	_, err = h.log.Append(ctx, samantha.Draft{ID: r.ID.Said(), At: time.Now(), Origin: samantha.OriginHerself, Body: said})
	h.heard[u.FaceID] = r
	return r, err
}

func (h *fakeHer) Begin(context.Context, string, func(samantha.Clause) error) error { return nil }
func (h *fakeHer) Cut(context.Context, samantha.CutNumbers) error                   { return nil }
func (h *fakeHer) Leave(context.Context, samantha.LeftNumbers) error                { return nil }
func (h *fakeHer) Now(context.Context) (senses.Now, error)                          { return senses.Now{Remembering: true}, nil }

func (h *fakeHer) Choose(context.Context, string, string) error {
	return errors.New("nothing can be chosen here")
}

// page are the files of a small page.
func page() fstest.MapFS {
	return fstest.MapFS{
		"index.html":           {Data: []byte("<!doctype html><title>her</title>")},
		"app/here.js":          {Data: []byte(strings.Repeat("export const here = 1;\n", 100))},
		"style/here.css":       {Data: []byte("main{}")},
		"icon.svg":             {Data: []byte("<svg/>")},
		"manifest.webmanifest": {Data: []byte("{}")},
	}
}

// stay follows nobody elsewhere.
func stay(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }

// bed is a server with a fake behind it.
type bed struct {
	*Server
	t       *testing.T
	her     *fakeHer
	devices *fakeDevices
	browser *http.Client
}

func options(her Her, d Devices) Options {
	return Options{Her: her, Devices: d, Files: page(), Clock: wall{}, House: "abcd2345", Token: "secret", Address: "127.0.0.1:0"}
}

// listening is a server on a real port of loopback.
func listening(t *testing.T, her *fakeHer) *bed {
	t.Helper()
	d := &fakeDevices{people: map[string]string{"known": "Ida"}}
	s, err := Listen(options(her, d))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close(); her.session.Close() })
	return &bed{Server: s, t: t, her: her, devices: d, browser: &http.Client{CheckRedirect: stay}}
}

// inBubble runs a test on fake time, with a server that is reached by pipes.
func inBubble(t *testing.T, mouth senses.Mouth, test func(*testing.T, *bed)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		her, d, l := newHer(mouth), &fakeDevices{people: map[string]string{"known": "Ida"}}, newPipes()
		s, err := start(options(her, d), l)
		if err != nil {
			t.Fatal(err)
		}
		b := &bed{Server: s, t: t, her: her, devices: d, browser: &http.Client{
			Transport: &http.Transport{DialContext: l.dial, DisableKeepAlives: true}, CheckRedirect: stay,
		}}
		test(t, b)
		s.Close()
		her.session.Close()
	})
}

// pipes is a listener without a network, so that time can be fake.
type pipes struct {
	conns  chan net.Conn
	closed chan struct{}
	once   sync.Once
}

func newPipes() *pipes { return &pipes{conns: make(chan net.Conn), closed: make(chan struct{})} }

func (p *pipes) Accept() (net.Conn, error) {
	select {
	case c := <-p.conns:
		return c, nil
	case <-p.closed:
		return nil, net.ErrClosed
	}
}

func (p *pipes) Close() error {
	p.once.Do(func() { close(p.closed) })
	return nil
}

func (p *pipes) Addr() net.Addr { return &net.TCPAddr{IP: net.IPv4(127, 0, 0, 1), Port: Port} }

func (p *pipes) dial(ctx context.Context, _, _ string) (net.Conn, error) {
	here, there := net.Pipe()
	select {
	case p.conns <- there:
		return here, nil
	case <-p.closed:
		return nil, net.ErrClosed
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// request is one that a browser of hers makes; change makes it another's.
func (b *bed) request(method, path string, change func(*http.Request)) *http.Response {
	b.t.Helper()
	r, err := http.NewRequestWithContext(b.t.Context(), method, "http://"+b.Address()+path, nil)
	if err != nil {
		b.t.Fatal(err)
	}
	r.AddCookie(&http.Cookie{Name: "samantha-abcd2345", Value: "known"})
	r.Header.Set("Authorization", "Bearer secret")
	if change != nil {
		change(r)
	}
	resp, err := b.browser.Do(r)
	if err != nil {
		b.t.Fatalf("%s %s: %v", method, path, err)
	}
	b.t.Cleanup(func() { resp.Body.Close() })
	return resp
}

// body is what an answer says.
func (b *bed) body(resp *http.Response) string {
	b.t.Helper()
	text, err := io.ReadAll(resp.Body)
	if err != nil {
		b.t.Fatal(err)
	}
	return string(text)
}

// dialled is a page's end of a wire.
type dialled struct {
	*websocket.Conn
	b *bed
}

// dial opens a wire, and says hello unless last is negative.
func (b *bed) dial(last int) dialled {
	b.t.Helper()
	conn, _, err := websocket.Dial(b.t.Context(), "ws://"+b.Address()+"/wire", &websocket.DialOptions{
		HTTPClient: b.browser,
		HTTPHeader: http.Header{"Cookie": {"samantha-abcd2345=known"}, "Origin": {"http://" + b.Address()}},
	})
	if err != nil {
		b.t.Fatal(err)
	}
	conn.SetReadLimit(1 << 24)
	b.t.Cleanup(func() { conn.CloseNow() })
	d := dialled{conn, b}
	if last >= 0 {
		d.say(`{"kind":"hello","last":%d,"zone":"Europe/Oslo"}`, last)
		if m := d.next("welcome"); m["version"] != "1" {
			b.t.Errorf("welcome: %v", m)
		}
	}
	return d
}

func (d dialled) say(format string, args ...any) {
	d.b.t.Helper()
	if err := d.Write(d.b.t.Context(), websocket.MessageText, fmt.Appendf(nil, format, args...)); err != nil {
		d.b.t.Fatal(err)
	}
}

// next is the next message of the kind; others are passed over.
func (d dialled) next(kind string) map[string]any {
	d.b.t.Helper()
	for {
		_, data, err := d.Read(d.b.t.Context())
		if err != nil {
			d.b.t.Fatalf("waiting for %q: %v", kind, err)
		}
		var m map[string]any
		if err := json.Unmarshal(data, &m); err != nil {
			d.b.t.Fatalf("%v in %s", err, data)
		}
		if m["kind"] == kind {
			return m
		}
	}
}

// ended is how the wire ends.
func (d dialled) ended() (websocket.StatusCode, string) {
	d.b.t.Helper()
	for {
		_, _, err := d.Read(d.b.t.Context())
		var end websocket.CloseError
		switch {
		case errors.As(err, &end):
			return end.Code, end.Reason
		case err != nil:
			return -1, err.Error()
		}
	}
}
