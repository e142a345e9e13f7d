package engine

import (
	"cmp"
	"context"
	"fmt"
	"iter"
	"slices"
	"time"

	"samantha"
	"samantha/internal/words/model"
	words "samantha/internal/words/model/engine"
	"samantha/internal/words/model/speak"
	"samantha/internal/words/newborn"
)

// counted is a client that tells what was read of the last prompt.
type counted struct {
	model.Client
	read int   // tokens that were computed
	err  error // newborn took over
}

// Stream passes on what comes.
func (c *counted) Stream(ctx context.Context, r model.Request) iter.Seq2[model.Event, error] {
	return func(yield func(model.Event, error) bool) {
		r.Max = 1 // what a model of chance says is of no use
		for e, err := range c.Client.Stream(ctx, r) {
			c.err = err
			if err == nil && e.Kind == model.Used {
				c.read = e.Usage.In - e.Usage.Cached
			}
			if !yield(e, err) {
				return
			}
		}
	}
}

// ready is a client that answers at once.
type ready struct{}

// Models is none.
func (ready) Models(context.Context) ([]model.Info, error) { return nil, nil }

// Stream is two sentences.
func (ready) Stream(context.Context, model.Request) iter.Seq2[model.Event, error] {
	return func(yield func(model.Event, error) bool) {
		for _, text := range []string{"The printer was there first. ", "It will not thank you."} {
			if !yield(model.Event{Kind: model.Text, Text: text}, nil) {
				return
			}
		}
		yield(model.Event{Kind: model.Done, Reason: model.Stopped}, nil)
	}
}

func (o Options) speaker(c model.Client) (*speak.Speaker, error) {
	net, err := newborn.New()
	if err != nil {
		return nil, err
	}
	return speak.New(speak.Options{
		Net: net, Clock: o.Clock, Late: time.Hour, Whole: time.Hour,
		Lent: func() (speak.Lent, bool) {
			return speak.Lent{Client: c, Name: "random", Context: speak.WideContext}, true
		},
	})
}

// moment is one of a talk in the evening that has gone on for n moments.
func moment(n int) samantha.Moment {
	at := time.Date(2026, 3, 3, 20, n, 0, 0, time.UTC)
	m := samantha.Moment{
		ID: samantha.NewID(uint64(1000 + n)), Seed: uint64(n), At: at, Stage: samantha.StageOld,
		Heard: fmt.Sprintf("and number %d: my boss moved my desk next to the printer", n),
		Intent: samantha.Intent{Tone: samantha.ToneLight, Limits: samantha.Limits{NoQuestion: true}, Moves: []samantha.Move{
			{Act: samantha.DoTake, Slots: map[string]string{"detail": "my desk", "who": "my boss"}},
		}},
		Around: samantha.Around{Name: "Ada", Theirs: "Sam", Feels: []samantha.Felt{{Emotion: "joy", Felt: 0.5, Shown: 0.3, Because: "you came back"}}},
	}
	said := func(id int, by samantha.Origin, text string) samantha.Memory {
		return samantha.Memory{ID: samantha.NewID(uint64(id)), At: at.AddDate(0, 0, -12), By: by, Text: text}
	}
	for i := range 6 {
		m.Around.Self = append(m.Around.Self, said(10+i, samantha.OriginHerself, fmt.Sprintf("By now I hold opinion number %d of mine more lightly than I did in March.", i)))
	}
	for i := range 4 {
		m.Around.Story = append(m.Around.Story, said(20+i, samantha.OriginHerself, fmt.Sprintf("In chapter %d you left the harbour office for the library, and nobody there knew where the ladder was.", i)))
	}
	for i := range n {
		heard := said(100+i, samantha.OriginPerson, fmt.Sprintf("the printer ate form number %d", i))
		hers := samantha.Memory{ID: heard.ID.Said(), At: at, By: samantha.OriginHerself, Text: "It has a taste for them."}
		m.Around.Talk = append(m.Around.Talk, heard, hers)
	}
	m.Around.Recall = append(m.Around.Recall, said(30, samantha.OriginPerson, "the printer is called Gerald and it eats paper"))
	return m
}

// first is the 99th percentile of what she adds to the first sentence: from the moment to
// the clause, with a model that has it ready. The best of a few batches counts.
func (o Options) first(ctx context.Context) (best time.Duration, err error) {
	s, err := o.speaker(ready{})
	if err != nil {
		return 0, err
	}
	for range 5 {
		p99, err := o.batch(ctx, s)
		if err != nil {
			return 0, err
		}
		if best == 0 || p99 < best {
			best = p99
		}
	}
	return best, nil
}

func (o Options) batch(ctx context.Context, s *speak.Speaker) (time.Duration, error) {
	const rounds = 200
	var took []time.Duration
	for n := range rounds {
		m := moment(n % 4)
		start := o.Clock.Now()
		for _, err := range s.Speak(ctx, m) {
			if err != nil {
				return 0, err
			}
			break
		}
		took = append(took, o.Clock.Now().Sub(start))
	}
	slices.Sort(took)
	return took[rounds*99/100], nil
}

// spoken is what a second moment reads of its prompt through the Speaker, by what the
// first did.
func (o Options) spoken(ctx context.Context, e *words.Engine) (float64, error) {
	c, err := model.Open(model.Endpoint{Dialect: model.Engine, URL: "http://engine", Patience: model.Patience{First: time.Hour, Stall: time.Hour}}, e.Client())
	if err != nil {
		return 0, err
	}
	reads := &counted{Client: c}
	s, err := o.speaker(reads)
	if err != nil {
		return 0, err
	}
	var read [2]int
	for i := range read {
		reads.read = 0
		for _, err := range s.Speak(ctx, moment(1+i)) {
			if err != nil {
				return 0, err
			}
		}
		if read[i] = reads.read; reads.err != nil || read[i] <= 0 {
			return 0, fmt.Errorf("the engine read %d tokens of moment %d: %w", read[i], i+1, cmp.Or(reads.err, samantha.ErrInvalid))
		}
	}
	return float64(read[1]) / float64(read[0]), nil
}
