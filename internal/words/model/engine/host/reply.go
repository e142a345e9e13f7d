//go:build unix

package host

import (
	"context"
	"errors"
	"fmt"

	"samantha/internal/words/model/engine/llama"
)

// do makes one reply and says how it ended, unless nobody listens any more.
func (d *desk) do(j *job) {
	end, err := d.reply(j)
	if err == nil && end.tokens >= 32 && d.pace.learn(end) {
		d.keep()
	}
	j.send(event{done: &end, error: err})
}

// send hands an event over; false is that nobody listens any more.
func (j *job) send(e event) bool {
	select {
	case j.out <- e:
		return true
	case <-j.ctx.Done():
		return false
	}
}

func (d *desk) reply(j *job) (done, error) {
	chooser, err := d.model.Choose(j.ask.choice)
	if err != nil {
		return done{}, err
	}
	defer chooser.Close()
	for _, t := range j.said {
		chooser.Heard(t)
	}
	end := done{prompt: len(j.prompt)}
	if err := d.read(j, &end); err != nil {
		return end, err
	}
	return end, d.say(j, chooser, &end)
}

// read computes what of the prompt is not in the cache, step by step.
func (d *desk) read(j *job, end *done) error {
	if len(j.prompt) >= d.model.Room() {
		return fmt.Errorf("the prompt has %d tokens, and there is room for %d: %w", len(j.prompt), d.model.Room(), llama.ErrFull)
	}
	d.pace.before(cores(), running())
	d.model.SetThreads(d.pace.threads, d.pace.prompt)
	start := d.o.Clock.Now()
	end.cached = d.model.Keep(j.prompt)
	for at := end.cached; at < len(j.prompt); {
		if err := j.ctx.Err(); err != nil {
			return err
		}
		step := j.prompt[at:min(at+llama.Step, len(j.prompt))]
		began := d.o.Clock.Now()
		if err := d.model.Add(step); err != nil {
			return err
		}
		if d.pace.read(len(step), d.o.since(began)) {
			d.model.SetThreads(d.pace.threads, d.pace.prompt)
		}
		at += len(step)
		j.send(event{read: at})
	}
	end.prefill = d.o.since(start)
	return nil
}

// say makes tokens until the model has finished, or one of the limits is reached.
func (d *desk) say(j *job, chooser *llama.Chooser, end *done) error {
	start := d.o.Clock.Now()
	defer func() { end.decode = d.o.since(start) }()
	held := tail{stops: j.ask.stops}
	for end.reason = "length"; end.tokens < j.ask.most; {
		began := d.o.Clock.Now()
		token := chooser.Next()
		if d.model.IsEnd(token) {
			end.reason = "stop"
			break
		}
		end.tokens++
		text, stopped := held.add(d.model.Piece(token))
		if !j.pass(text) {
			return j.ctx.Err()
		}
		if stopped {
			end.reason = "stop"
			return nil
		}
		switch err := d.model.Add([]int32{token}); {
		case errors.Is(err, llama.ErrFull):
			j.pass(held.rest())
			return nil
		case err != nil:
			return err
		}
		if d.pace.made(d.o.since(began)) {
			d.model.SetThreads(d.pace.threads, d.pace.prompt)
			d.show()
		}
	}
	j.pass(held.rest())
	return nil
}

// pass hands text over, if there is any; false is that nobody listens any more.
func (j *job) pass(text string) bool {
	if text == "" {
		return j.ctx.Err() == nil
	}
	return j.send(event{text: text})
}

// wait stands in line; false is that whoever asked went away, or the engine did.
func (d *desk) wait(ctx context.Context, j *job, still func()) bool {
	for {
		select {
		case d.jobs <- j:
			return true
		case <-ctx.Done():
			return false
		case <-d.o.Clock.After(aliveEvery):
			still()
		}
	}
}
