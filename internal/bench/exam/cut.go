package exam

import (
	"context"
	"iter"

	"samantha"
	"samantha/internal/words/model"
)

// cut is a client that remembers what came last and that it failed, for who sees only what
// was let through.
type cut struct {
	model.Client
	said string
	gone error
}

// Stream asks, and hears the model to its end, also where whoever listens has enough. In a
// talk an answer is given up at the first question or what is no speech of hers; what would
// have come then, a guess behind "I don't know. Do you?", is the model's as well.
func (c *cut) Stream(ctx context.Context, r model.Request) iter.Seq2[model.Event, error] {
	return func(yield func(model.Event, error) bool) {
		c.said = ""
		listens := true
		for e, err := range c.Client.Stream(ctx, r) {
			if e.Kind == model.Text {
				c.said += e.Text
			}
			if err != nil && broken(err) {
				c.gone = err
			}
			if listens = listens && yield(e, err); err != nil {
				return
			}
		}
	}
}

// silence stands where newborn would: what a model does not say is not said for it.
type silence struct{}

// Name is that of nobody.
func (silence) Name() string { return "nobody" }

// Version never changes.
func (silence) Version() int { return 0 }

// Speak says why there are no words, and none.
func (silence) Speak(context.Context, samantha.Moment) iter.Seq2[samantha.Clause, error] {
	return func(yield func(samantha.Clause, error) bool) { yield(samantha.Clause{}, nil) }
}
