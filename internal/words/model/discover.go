package model

import (
	"cmp"
	"context"
	"errors"
	"net"
	"net/http"
	"net/http/httptrace"
	"slices"
	"strings"
	"sync"
	"time"
)

// Server is a place on this machine where a model may be.
type Server struct {
	Name string // as a person knows the program that listens there by default
	URL  string // without a path
}

// Servers are the places where the known programs listen, on loopback alone. ollama is
// what OLLAMA_HOST says, or "".
func Servers(ollama string) []Server {
	list := []Server{
		{"Ollama", "http://127.0.0.1:11434"},
		{"llama-server", "http://127.0.0.1:8080"}, // LocalAI, too
		{"LM Studio", "http://127.0.0.1:1234"},
		{"vLLM", "http://127.0.0.1:8000"},
		{"Jan", "http://127.0.0.1:1337"},
		{"KoboldCpp", "http://127.0.0.1:5001"},
	}
	_, host, found := strings.Cut(ollama, "://")
	if !found {
		host = ollama
	}
	host = strings.TrimRight(host, "/")
	if _, _, err := net.SplitHostPort(host); err != nil {
		host = net.JoinHostPort(host, "11434")
	}
	if own := "http://" + host; Local(own) && own != list[0].URL {
		list = append([]Server{{"Ollama", own}}, list...)
	}
	return list
}

// How long a server on this machine has to be found.
const (
	toConnect = 300 * time.Millisecond
	toAnswer  = 600 * time.Millisecond // all of it
	toWaken   = 2 * time.Minute        // until the first token: a model may have to be read from disk
)

// Finder looks for a model. It reaches only what its client lets it reach.
type Finder struct {
	Servers []Server
	// Files are the model files that her own engine can run, looked for anew at each call;
	// nil: there is no engine.
	Files func() []File
	// Only is the one endpoint that was chosen; nil: whichever is found.
	Only   *Endpoint
	HTTP   *http.Client
	Memory int64  // of the machine in bytes; 0: not known
	Before string // the name of the one she had last
	Patience
}

// Found is a model that can be talked with.
type Found struct {
	Info
	Endpoint Endpoint
	Why      Why
}

// Why is why one of several models was taken.
type Why string

// The reasons, the strongest first.
const (
	Chosen     Why = "chosen"     // by the person
	OnlyOne    Why = "only"       // there is no other
	Remembered Why = "remembered" // it was the one before
	InMemory   Why = "loaded"     // it is loaded already
	UsesTools  Why = "tools"      // it can use tools
	Fits       Why = "fits"       // others are too large for this machine
	Largest    Why = "largest"    // of those that fit
	Smallest   Why = "smallest"   // none fits well
)

// Look lists the models that can talk and are really on this machine, the one to be tried
// first in front. A server has [toAnswer]; what has not answered by then is not there.
func (f Finder) Look(ctx context.Context) []Found {
	ctx, end := within(ctx, f.Patience, toAnswer)
	defer end()
	found := make([][]Info, len(f.Servers))
	var all sync.WaitGroup
	for i, s := range f.Servers {
		all.Go(func() { found[i] = f.identify(ctx, s) })
	}
	all.Wait()
	var out []Found
	for i, infos := range found {
		for _, info := range infos {
			if !info.Embeds && !info.Away {
				out = append(out, Found{Info: info, Endpoint: Endpoint{Dialect: OpenAI, URL: f.Servers[i].URL + "/v1", Model: info.Name, Patience: f.Patience}})
			}
		}
	}
	return f.ranked(append(out, f.files(out)...))
}

// identify tells by the shape of what a server says whether it has models, and which.
func (f Finder) identify(ctx context.Context, s Server) []Info {
	ctx = connecting(ctx, f.Patience)
	o := Ollama{URL: s.URL, HTTP: f.HTTP}
	_, err := o.Version(ctx)
	if errors.Is(err, ErrUnreachable) || ctx.Err() != nil {
		return nil
	}
	if err == nil {
		if infos, err := o.Models(ctx); err == nil {
			return named(infos, s.Name)
		}
	}
	if infos := f.studio(ctx, s); len(infos) > 0 {
		return infos
	}
	doc, err := get[openModels](ctx, f.HTTP, s.URL+"/v1/models", nobody)
	if err != nil || doc.Object != "list" {
		return nil
	}
	infos := named(doc.infos(), s.Name)
	if len(doc.Data) > 0 && doc.Data[0].Owner == "llamacpp" {
		f.props(ctx, s, infos)
	}
	return infos
}

func named(infos []Info, server string) []Info {
	for i := range infos {
		infos[i].Server = server
	}
	return infos
}

// studio are the models of an LM Studio of 0.4 or later.
func (f Finder) studio(ctx context.Context, s Server) []Info {
	doc, err := get[struct {
		Models []struct {
			Type    string     `json:"type"`
			Key     string     `json:"key"`
			Size    int64      `json:"size_bytes"`
			Context int        `json:"max_context_length"`
			Loaded  []struct{} `json:"loaded_instances"`
			Can     struct {
				Tools bool `json:"trained_for_tool_use"`
			} `json:"capabilities"`
		} `json:"models"`
	}](ctx, f.HTTP, s.URL+"/api/v1/models", nobody)
	if err != nil {
		return nil
	}
	var out []Info
	for _, m := range doc.Models {
		if m.Key != "" {
			out = append(out, Info{
				Name: m.Key, Server: "LM Studio", Bytes: m.Size, Context: m.Context,
				Loaded: len(m.Loaded) > 0, Tools: m.Can.Tools, Embeds: m.Type != "llm",
			})
		}
	}
	return out
}

// props adds what llama-server says of itself: how much it really holds.
func (f Finder) props(ctx context.Context, s Server, infos []Info) {
	doc, err := get[struct {
		Settings struct {
			Context int `json:"n_ctx"`
		} `json:"default_generation_settings"`
	}](ctx, f.HTTP, s.URL+"/props", nobody)
	for i := range infos {
		infos[i].Server = "llama-server"
		if err == nil && infos[i].Loaded {
			infos[i].Context = cmp.Or(doc.Settings.Context, infos[i].Context)
		}
	}
}

// share is how much of the memory a model may take: the rest is for what it reads and
// for all else that runs (judgement).
const share = 0.6

// usualMemory is taken for that of a machine of which nothing is known.
const usualMemory = 8 << 30

// order compares two models by one reason; negative: the first goes first.
type order struct {
	why     Why
	compare func(a, b Found) int
}

// room is how many bytes a model may take on this machine.
func (f Finder) room() int64 { return int64(float64(cmp.Or(f.Memory, usualMemory)) * share) }

func (f Finder) orders() []order {
	room := f.room()
	first := func(is func(Found) bool) func(a, b Found) int {
		return func(a, b Found) int {
			switch x, y := is(a), is(b); {
			case x == y:
				return 0
			case x:
				return -1
			}
			return 1
		}
	}
	fits := func(x Found) bool { return x.Bytes <= room }
	return []order{
		{Remembered, first(func(x Found) bool { return f.Before != "" && x.Name == f.Before })},
		{InMemory, first(func(x Found) bool { return x.Loaded })},
		{UsesTools, first(func(x Found) bool { return x.Tools })},
		{Fits, first(fits)},
		{Largest, func(a, b Found) int {
			if !fits(a) {
				return 0
			}
			return cmp.Compare(b.Bytes, a.Bytes)
		}},
		{Smallest, func(a, b Found) int { return cmp.Compare(a.Bytes, b.Bytes) }},
	}
}

// ranked puts the best in front, and says of each why it goes before the next.
func (f Finder) ranked(all []Found) []Found {
	orders := f.orders()
	reason := func(a, b Found) (Why, int) {
		for _, o := range orders {
			if n := o.compare(a, b); n != 0 {
				return o.why, n
			}
		}
		return Smallest, 0
	}
	slices.SortStableFunc(all, func(a, b Found) int {
		_, n := reason(a, b)
		return n
	})
	for i := range all {
		all[i].Why = OnlyOne
		if i+1 < len(all) {
			all[i].Why, _ = reason(all[i], all[i+1])
		}
	}
	return all
}

// Take is the first model that answers, or why none does: [ErrUnreachable] if there is
// none at all.
func (f Finder) Take(ctx context.Context) (Found, error) {
	candidates, err := f.candidates(ctx)
	for i, c := range candidates {
		var failed error
		if failed = f.Try(ctx, c.Endpoint); failed == nil {
			return c, nil
		}
		if i == 0 || ctx.Err() != nil {
			err = failed
		}
	}
	return Found{}, err
}

// candidates are the models to be tried, and the failure if there is none.
func (f Finder) candidates(ctx context.Context) ([]Found, error) {
	if f.Only == nil {
		return f.Usable(f.Look(ctx)), ErrUnreachable
	}
	e := *f.Only
	patience := toAnswer // a model that has a name is asked itself, whatever the list says
	if e.Model == "" {
		patience = f.orUsual().First
	}
	infos, err := f.list(ctx, e, patience)
	if e.Model == "" {
		n := slices.IndexFunc(infos, func(i Info) bool { return !i.Embeds })
		if err != nil || n < 0 {
			return nil, cmp.Or(err, ErrNoModel)
		}
		e.Model = infos[n].Name
	}
	found := Found{Info: Info{Name: e.Model, Server: ServerOf(e)}, Endpoint: e, Why: Chosen}
	if n := slices.IndexFunc(infos, func(i Info) bool { return i.Name == e.Model }); n >= 0 {
		found.Context = infos[n].Context
	}
	return []Found{found}, ErrUnreachable
}

// list is what a server says in time that it has.
func (f Finder) list(ctx context.Context, e Endpoint, d time.Duration) ([]Info, error) {
	c, err := Open(e, f.HTTP)
	if err != nil {
		return nil, err
	}
	ctx, end := within(ctx, f.Patience, d)
	defer end()
	return c.Models(ctx)
}

// Try has a model say one token, which decides whether it is there.
func (f Finder) Try(ctx context.Context, e Endpoint) error {
	e.First, e.Stall, e.Clock = toWaken, toWaken, f.Clock
	c, err := Open(e, f.HTTP)
	if err != nil {
		return err
	}
	// It may say more than one, for those who think first; nobody waits for it.
	for _, err := range c.Stream(ctx, Request{Max: 16, Messages: []Message{{User, "Hi"}}}) {
		return err
	}
	return ErrGarbage
}

// There reports whether a model that was found is there still, without having it say
// anything.
func (f Finder) There(ctx context.Context, x Found) bool {
	ctx, end := within(ctx, f.Patience, toAnswer)
	defer end()
	c, err := Open(x.Endpoint, f.HTTP)
	if err != nil {
		return false
	}
	infos, err := c.Models(ctx)
	if x.Why == Chosen { // it may go by a name that no list has
		return !errors.Is(err, ErrUnreachable) && !errors.Is(err, ErrLate)
	}
	return err == nil && slices.ContainsFunc(infos, func(i Info) bool { return i.Name == x.Name })
}

// State is what a watch knows: the model that is there, or why there is none.
type State struct {
	Found *Found
	Err   error
}

// mostMisses is how often in a row a model may fail to show before it is gone: a server
// may be restarted.
const mostMisses = 2

// longer is how much longer than usual a model is let be that is there and failed: each
// try may have it read from disk, in vain.
const longer = 15

// within is a context that ends after a time on the clock, or with its function.
func within(ctx context.Context, p Patience, d time.Duration) (context.Context, func()) {
	ctx, stop := context.WithCancelCause(ctx)
	go endAfter(ctx, stop, p.orUsual().Clock.After(d), nil)
	return ctx, func() { stop(nil) }
}

// connecting is a context in which a connection has to stand within [toConnect]. It ends
// with the one it is of.
func connecting(ctx context.Context, p Patience) context.Context {
	ctx, stop := context.WithCancelCause(ctx)
	stands := make(chan struct{})
	go endAfter(ctx, stop, p.orUsual().Clock.After(toConnect), stands)
	once := sync.OnceFunc(func() { close(stands) })
	return httptrace.WithClientTrace(ctx, &httptrace.ClientTrace{GotConn: func(httptrace.GotConnInfo) { once() }})
}

func endAfter(ctx context.Context, stop context.CancelCauseFunc, late <-chan time.Time, in <-chan struct{}) {
	select {
	case <-ctx.Done():
	case <-in:
	case <-late:
		stop(ErrLate)
	}
}
