package main

import (
	"bufio"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"sync"
	"time"

	"samantha"
	"samantha/internal/mind"
	"samantha/internal/words/model"
	"samantha/internal/words/model/speak"
)

// lookEvery is how often it is looked whether a model came or went.
const lookEvery = 20 * time.Second

// Where a model is and what it is called, for who sets it in the environment.
const (
	envURL   = "SAMANTHA_LLM_URL" // or "off"
	envModel = "SAMANTHA_LLM_MODEL"
	envKey   = "SAMANTHA_LLM_KEY"
)

// wish is the model that a person chose, as it is kept: never with a key.
type wish struct {
	URL     string `json:"url,omitempty"` // "": whichever is found on this machine
	Model   string `json:"model,omitempty"`
	Dialect string `json:"dialect,omitempty"`
	KeyEnv  string `json:"key,omitempty"` // the variable of the environment that has the key
	off     bool
	allowed string // the host that what is said may go to
}

// Why there is no model although nothing failed.
var (
	errOff      = errors.New("none is wanted; samantha model use takes one again")
	errFileGone = errors.New("the model file is not there any more")
	errNotAsked = errors.New("it is not on this machine, and you have not said that your words may go there; samantha model use asks")
)

// wished reads what was chosen, or else what the environment says.
func wished(choices map[string]string, getenv func(string) string) (wish, error) {
	w := wish{allowed: choices[samantha.ChoiceRemoteModel]}
	switch chosen := choices[samantha.ChoiceModel]; chosen {
	case samantha.ModelOff:
		w.off = true
	case samantha.ModelHere:
	case "":
		if w.off = getenv(envURL) == samantha.ModelOff; !w.off && getenv(envURL) != "" {
			w.URL, w.Model, w.KeyEnv = getenv(envURL), getenv(envModel), envKey
		}
	default:
		if err := json.Unmarshal([]byte(chosen), &w); err != nil {
			return w, fmt.Errorf("the model that was chosen cannot be read: %w", err)
		}
	}
	return w, nil
}

// endpoint is where a wish leads, with the key as the environment has it.
func (w wish) endpoint(getenv func(string) string) model.Endpoint {
	e := model.Endpoint{Dialect: w.Dialect, URL: w.URL, Model: w.Model}
	if e.Dialect == "" {
		e.Dialect = model.Guess(w.URL)
	}
	if w.KeyEnv != "" {
		e.Key = getenv(w.KeyEnv)
	}
	return e
}

// remote: it is not on this machine.
func (w wish) remote() bool { return w.URL != "" && !model.Local(w.URL) }

// lookout knows which language model one person's mind can ask. While somebody may come
// it looks by itself, and takes or leaves a model in the middle of a day.
type lookout struct {
	getenv func(string) string
	here   *engines      // models on this machine's disk
	anew   chan struct{} // another choice was made

	mu  sync.Mutex
	now model.State
	ask model.Client // of the one that is there; it remembers what that one does not know
}

func newLookout(getenv func(string) string, here *engines) *lookout {
	return &lookout{getenv: getenv, here: here, anew: make(chan struct{}, 1)}
}

// lent is the model she can ask now, for who finds her words; ok is false if there is none.
func (l *lookout) lent() (x speak.Lent, ok bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.now.Found == nil || l.ask == nil {
		return x, false
	}
	found := l.now.Found
	return speak.Lent{Client: l.ask, Name: found.Name, Away: !model.Local(found.Endpoint.URL), Context: found.Context}, true
}

// once takes the model there is for one verb, where nobody looks all the time: as it seems,
// and nobody is made to say anything for it. That one is gone is not noted by a glance. What
// left is noted by note, which is to be called when the verb is done.
func (r *resident) once(ctx context.Context) (note func() error, err error) {
	nothing := func() error { return nil }
	if _, known := r.lookout.state(); known {
		return nothing, nil
	}
	s, err := r.modelState(ctx)
	if err != nil || s.Found == nil {
		return nothing, err
	}
	w := wish{URL: s.Found.Endpoint.URL}
	if !w.remote() {
		r.lookout.tell(ctx, r.mind, s, nil)
		return nothing, nil
	}
	if w, err = r.lookout.wished(ctx, r.mind); err != nil {
		return nothing, err
	}
	t, err := newToll(w, samantha.WhyAnswer)
	if err != nil {
		return nothing, err
	}
	r.lookout.tell(ctx, r.mind, s, t)
	return func() error { return t.note(context.WithoutCancel(ctx), r.mind) }, nil
}

// changed has it begin anew, because another choice was made.
func (l *lookout) changed() {
	select {
	case l.anew <- struct{}{}:
	default:
	}
}

// live looks until ctx ends, and has the mind note what changes.
func (l *lookout) live(ctx context.Context, m *mind.Mind) {
	for ctx.Err() == nil {
		round, stop := context.WithCancel(ctx)
		var looking sync.WaitGroup
		looking.Go(func() { l.look(round, m) })
		select {
		case <-ctx.Done():
		case <-l.anew:
		}
		stop()
		looking.Wait()
	}
}

// look is one round, for as long as a choice holds.
func (l *lookout) look(ctx context.Context, m *mind.Mind) {
	w, err := l.wished(ctx, m)
	if err != nil || w.off {
		l.tell(ctx, m, model.State{Err: cmp.Or(err, errOff)}, nil)
		return
	}
	if w.remote() {
		l.lookAway(ctx, m, w)
		return
	}
	f := l.finder(ctx, m, w)
	f.Watch(ctx, lookEvery, func(s model.State) { l.tell(ctx, m, s, nil) })
}

// lookAway takes a remote model at its person's word, and then looks whether it is there
// still, by what costs nothing. What leaves is noted as it leaves, a look apart from words.
func (l *lookout) lookAway(ctx context.Context, m *mind.Mind, w wish) {
	t, err := newToll(w, samantha.WhyAnswer)
	looks, err2 := newToll(w, samantha.WhyLook)
	if err = errors.Join(err, err2); err != nil {
		l.tell(ctx, m, model.State{Err: err}, nil)
		return
	}
	found := model.Found{Info: model.Info{Name: w.Model, Server: t.door.Host()}, Endpoint: w.endpoint(l.getenv), Why: model.Chosen}
	var watching sync.WaitGroup
	watching.Go(func() {
		f := model.Finder{HTTP: looks.client(), Patience: waiting()}
		f.Keep(ctx, found, lookEvery, func(s model.State) { l.tell(ctx, m, s, t) })
	})
	for {
		select {
		case <-ctx.Done():
			watching.Wait()
			last := context.WithoutCancel(ctx)
			_ = t.note(last, m)
			_ = looks.note(last, m)
			return
		case <-t.went:
			_ = t.note(ctx, m) // what the log would not take now is noted with the next
		case <-looks.went:
			_ = looks.note(ctx, m)
		}
	}
}

func (l *lookout) wished(ctx context.Context, m *mind.Mind) (wish, error) {
	now, err := m.Now(ctx)
	if err != nil {
		return wish{}, err
	}
	return wished(now.Choices, l.getenv)
}

// finder looks for what was wished on this machine.
func (l *lookout) finder(ctx context.Context, m *mind.Mind, w wish) model.Finder {
	f := model.Finder{HTTP: l.here.client(), Memory: machineMemory(), Patience: waiting()}
	if w.URL != "" {
		e := w.endpoint(l.getenv)
		f.Only = &e
		return f
	}
	f.Servers, f.Files = model.Servers(l.getenv("OLLAMA_HOST")), l.here.files
	if last, err := m.Lent(ctx); err == nil {
		f.Before = last.Model
	}
	return f
}

// waiting is on the machine's clock, whatever hers shows: a server takes the time it takes.
func waiting() model.Patience { return model.Patience{Clock: wall{}} }

// open makes a client of an endpoint, by way of the toll if it is not on this machine.
func (l *lookout) open(e model.Endpoint, t *toll) (model.Client, error) {
	if t == nil {
		return model.Open(e, l.here.client())
	}
	c, err := model.Open(e, t.client())
	return metered{Client: c, toll: t}, err
}

// tell makes a state hold, with the way to the model (nil: it is on this machine), and has
// the mind note it.
func (l *lookout) tell(ctx context.Context, m *mind.Mind, s model.State, t *toll) {
	var ask model.Client
	if s.Found != nil {
		var err error
		if ask, err = l.open(s.Found.Endpoint, t); err != nil {
			s = model.State{Err: err}
		}
	}
	l.mu.Lock()
	l.now, l.ask = s, ask
	l.mu.Unlock()
	_ = m.Lend(ctx, lent(s)) // what could not be noted is noted when it changes again
}

// state is what is known; ok is false before the first look.
func (l *lookout) state() (model.State, bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.now, l.now.Found != nil || l.now.Err != nil
}

// lent is a state as the log has it.
func lent(s model.State) samantha.LentNumbers {
	if s.Found == nil {
		return samantha.LentNumbers{Why: model.Fault(s.Err)}
	}
	return samantha.LentNumbers{
		Model: s.Found.Name, Server: s.Found.Server,
		Remote: !model.Local(s.Found.Endpoint.URL), Why: string(s.Found.Why),
	}
}

// machineMemory is that of this machine in bytes, or 0 where it cannot be read.
func machineMemory() int64 {
	f, err := os.Open("/proc/meminfo")
	if err != nil {
		return 0
	}
	defer f.Close()
	for lines := bufio.NewScanner(io.LimitReader(f, 1<<16)); lines.Scan(); {
		var kilobytes int64
		if n, _ := fmt.Sscanf(lines.Text(), "MemTotal: %d kB", &kilobytes); n == 1 {
			return kilobytes << 10
		}
	}
	return 0
}
