//go:build unix

package host

import (
	"context"
	"fmt"
	"runtime"
	"strings"
	"sync/atomic"
	"time"

	"samantha/internal/words/model/engine/llama"
)

// desk is where the model is worked with, by one goroutine that stays on its
// thread.
type desk struct {
	o     Options
	jobs  chan *job
	ready chan struct{} // closed once the model is there

	model *llama.Model // of the working goroutine alone, but for what never changes
	form  form
	pace  pace
	kept  kept

	shown atomic.Pointer[shown]
}

// shown is what others may see of the work.
type shown struct {
	Threads int     `json:"threads"`
	Prompt  int     `json:"prompt_threads"`
	Context int     `json:"context"`
	Decode  float64 `json:"decode_tok_s"`
	Prefill float64 `json:"prefill_tok_s"`
}

// job is one reply to be made. Its events go out until the last, which has done.
type job struct {
	ctx    context.Context
	ask    ask
	prompt []int32
	said   []int32 // what was said of the reply before, by an engine that is gone
	out    chan event
}

// event is something that became of a job.
type event struct {
	read  int    // tokens of the prompt that are there
	text  string // whole letters
	done  *done
	error error
}

// done is how a reply ended.
type done struct {
	reason                 string // "stop" or "length"
	prompt, cached, tokens int
	prefill, decode        time.Duration
}

// work owns the model from the first to the last.
func (d *desk) work(ctx context.Context) error {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	lib, err := llama.Open(d.o.Libraries, func(line string) { fmt.Fprint(d.o.Errs, line) })
	if err != nil {
		return err
	}
	if err := d.open(lib); err != nil {
		return err
	}
	defer d.model.Close()
	close(d.ready)
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case j := <-d.jobs:
			d.do(j)
			d.show()
		}
	}
}

// open loads the model and learns how fast it is here, if that is not known yet.
func (d *desk) open(lib *llama.Library) (err error) {
	d.pace = newPace(d.o.Threads)
	d.model, err = lib.Open(d.o.Model, llama.Options{Context: d.o.room(), Threads: d.pace.threads})
	if err != nil {
		return err
	}
	d.form = formOf(d.model)
	d.kept = readKept(d.o.Keep)
	if r, ok := d.kept[d.key()]; ok {
		d.pace.knows(r)
	} else if err := d.calibrate(); err != nil {
		d.model.Close()
		return err
	}
	d.model.SetThreads(d.pace.threads, d.pace.threads)
	d.show()
	return nil
}

// key is by what the figures of this model are kept.
func (d *desk) key() string { return fmt.Sprintf("%s/%s", d.o.name(), d.model.Describe()) }

// Tokens that are read and made to learn how fast a model is: a second of one that
// can talk on two cores.
const (
	tryRead = 32
	tryMake = 8
)

// calibrate measures one thread, and as many as would suit; the more have to earn it.
func (d *desk) calibrate() error {
	best, err := d.measure(1)
	if err != nil {
		return err
	}
	if d.pace.threads > 1 {
		more, err := d.measure(d.pace.threads)
		if err != nil {
			return err
		}
		if d.pace.alone || more.Decode > 1.1*best.Decode {
			best = more
		}
	}
	d.model.Forget()
	d.pace.knows(best)
	d.keep()
	return nil
}

func (d *desk) measure(threads int) (rate, error) {
	d.model.SetThreads(threads, threads)
	tokens := d.model.Tokens(strings.Repeat("what shall we do today? ", 8), false)
	tokens = tokens[:min(tryRead, len(tokens), d.model.Room()/2)]
	d.model.Forget()
	if err := d.model.Add(tokens); err != nil { // the first time brings the weights from the disk
		return rate{}, err
	}
	d.model.Forget()
	start := d.o.Clock.Now()
	if err := d.model.Add(tokens); err != nil {
		return rate{}, err
	}
	read := d.o.since(start)
	start = d.o.Clock.Now()
	for i := range tryMake {
		if err := d.model.Add(tokens[i : i+1]); err != nil {
			return rate{}, err
		}
	}
	return rate{Prefill: perSecond(len(tokens), read), Decode: perSecond(tryMake, d.o.since(start)), Threads: threads}, nil
}

// keep writes down what is known of the speed. That it could not is no reason to
// be silent: it is measured again next time.
func (d *desk) keep() {
	d.kept[d.key()] = d.pace.known
	if err := d.kept.write(d.o.Keep); err != nil {
		fmt.Fprintln(d.o.Errs, err)
	}
}

func (d *desk) show() {
	d.shown.Store(&shown{
		Threads: d.pace.threads, Prompt: d.pace.prompt, Context: d.model.Room(),
		Decode: d.pace.known.Decode, Prefill: d.pace.known.Prefill,
	})
}
