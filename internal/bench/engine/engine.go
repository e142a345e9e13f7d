// Package engine measures what a local model costs when she speaks with it: the bare
// engine beside the engine over its socket, turn by turn in the same minute, with a
// model of chance in the shape of a real one.
package engine

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"samantha"
	words "samantha/internal/words/model/engine"
	"samantha/internal/words/model/engine/tiny"
)

// Options of a run.
type Options struct {
	Dir    string // an empty folder for all of it
	Rounds int    // of each kind; the best counts, since what else runs only slows
	Shape  tiny.Shape
	Clock  samantha.Clock
}

// Report is what came out. Speeds are those of the bare engine with one thread.
type Report struct {
	Prefill  float64 `json:"prefill_tok_s"`
	Decode   float64 `json:"decode_tok_s"`
	Overhead float64 `json:"overhead"`      // part of the decode speed that is lost over the socket
	Reuse    float64 `json:"prefix_reuse"`  // tokens of a second moment that are read, by those of the first
	Spoken   float64 `json:"speaker_reuse"` // the same with the prompts that her Speaker writes
	First    float64 `json:"first_ms"`      // what she adds to a model's first sentence, p99
}

// Bars that hold for the 135M shape.
const (
	MostOverhead = 0.02
	MostReuse    = 0.15
	MostFirst    = 5 // milliseconds
)

func (r Report) String() string {
	return fmt.Sprintf("prefill %.0f tokens a second, decode %.1f, with one thread\n"+
		"over the socket %.2f %% of the decode speed is lost (at most %.0f)\n"+
		"a second moment reads %.1f %% of what the first did (at most %.0f)\n"+
		"through the Speaker it reads %.1f %%, and a first sentence waits %.2f ms for her, p99 (at most %d)\n",
		r.Prefill, r.Decode, 100*r.Overhead, 100*MostOverhead, 100*r.Reuse, 100*MostReuse, 100*r.Spoken, r.First, MostFirst)
}

// Missed are the bars that do not hold.
func (r Report) Missed() error {
	var errs []error
	if r.Overhead > MostOverhead {
		errs = append(errs, fmt.Errorf("the socket costs %.2f %%", 100*r.Overhead))
	}
	if r.Reuse > MostReuse {
		errs = append(errs, fmt.Errorf("a second moment reads %.1f %%", 100*r.Reuse))
	}
	if r.Spoken > MostReuse {
		errs = append(errs, fmt.Errorf("through the Speaker a second moment reads %.1f %%", 100*r.Spoken))
	}
	if r.First > MostFirst {
		errs = append(errs, fmt.Errorf("a first sentence waits %.2f ms for her", r.First))
	}
	return errors.Join(errs...)
}

const (
	tokens = 24 // of one round: short, so that some are undisturbed
	prompt = "What shall we do with the rest of this day, the two of us?"
)

// Run measures. It writes a model of ninety megabytes first.
func Run(ctx context.Context, o Options) (Report, error) {
	place, err := words.Locate(filepath.Join(o.Dir, "engine"))
	if err != nil {
		return Report{}, err
	}
	model := filepath.Join(o.Dir, "random.gguf")
	if err := tiny.Write(model, o.Shape); err != nil {
		return Report{}, err
	}
	e, err := words.New(words.Options{Place: place, Dir: filepath.Join(o.Dir, "run"), Model: model, Threads: 1, Clock: o.Clock})
	if err != nil {
		return Report{}, err
	}
	defer e.Close()
	bare, err := start(ctx, place, model)
	if err != nil {
		return Report{}, err
	}
	defer bare.close()
	r, err := o.compare(ctx, e, bare)
	if err != nil {
		return Report{}, err
	}
	if r.Reuse, err = reuse(ctx, e); err != nil {
		return r, err
	}
	if r.Spoken, err = o.spoken(ctx, e); err != nil {
		return r, err
	}
	first, err := o.first(ctx)
	r.First = samantha.Round(first.Seconds() * 1000)
	return r, err
}

// compare takes turns. Both are timed from here, from the question to the end of the
// answer, and both keep the prompt since their first turn, which does not count.
func (o Options) compare(ctx context.Context, e *words.Engine, bare *direct) (Report, error) {
	var best Report
	for i := range 3 {
		long, err := bare.round(0, strings.Repeat(fmt.Sprint(i, prompt), 10)) // that begins otherwise each time
		if err != nil {
			return Report{}, err
		}
		best.Prefill = max(best.Prefill, long.Prefill)
	}
	var here, over time.Duration
	for round := range o.Rounds + 1 {
		var r Report
		b, err := o.took(func() (err error) { r, err = bare.round(tokens, prompt); return err })
		if err != nil {
			return Report{}, err
		}
		s, err := o.took(func() error { return overSocket(ctx, e) })
		if err != nil {
			return Report{}, err
		}
		if round == 0 {
			here, over = b, s
			continue
		}
		here, over, best.Decode = min(here, b), min(over, s), max(best.Decode, r.Decode)
	}
	best.Overhead = 1 - here.Seconds()/over.Seconds()
	return best, nil
}

// took is how long something takes.
func (o Options) took(do func() error) (time.Duration, error) {
	start := o.Clock.Now()
	err := do()
	return o.Clock.Now().Sub(start), err
}

// direct is the bare engine, which makes tokens for each line it reads.
type direct struct {
	cmd   *exec.Cmd
	lines io.WriteCloser
	out   *json.Decoder
}

func start(ctx context.Context, place words.Place, model string) (*direct, error) {
	d := &direct{cmd: exec.CommandContext(ctx, place.Program(), "-direct", "-threads", "1", "-model", model)}
	out, err := d.cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	d.out = json.NewDecoder(out)
	if d.lines, err = d.cmd.StdinPipe(); err != nil {
		return nil, err
	}
	return d, d.cmd.Start()
}

// round has it read a prompt and make n tokens.
func (d *direct) round(n int, prompt string) (r Report, err error) {
	if _, err := fmt.Fprintln(d.lines, n, prompt); err != nil {
		return r, err
	}
	return r, d.out.Decode(&r)
}

func (d *direct) close() {
	d.lines.Close()
	_ = d.cmd.Wait() // it has said all it had to
}

// overSocket has the engine do the same over its socket.
func overSocket(ctx context.Context, e *words.Engine) error {
	n := 0
	err := ask(ctx, e, talk{{"user", prompt}}, func(chunk) { n++ })
	if err == nil && n != tokens+1 {
		err = fmt.Errorf("%d events for %d tokens", n, tokens)
	}
	return err
}

// reuse is what a second moment reads of its prompt, by what the first did: the same
// prompt with what was said since at its end.
func reuse(ctx context.Context, e *words.Engine) (float64, error) {
	moments := talk{{"system", strings.Repeat("She is who she is, and she stays it. ", 32)}, {"user", prompt}}
	var read [2]int
	for i := range read {
		said := ""
		err := ask(ctx, e, moments, func(c chunk) {
			said += c.Choices[0].Delta.Content
			if c.Timings != nil {
				read[i] = c.Timings.Prompt
			}
		})
		if err != nil {
			return 0, err
		}
		moments = append(moments, message{"assistant", said[:min(len(said), 60)]}, message{"user", "And then?"})
	}
	return float64(read[1]) / float64(read[0]), nil
}

type message struct {
	Role    string `json:"role"`
	Content string `json:"content"`
}

type talk []message

// chunk is one event of a stream.
type chunk struct {
	Choices []struct {
		Delta struct{ Content string }
	}
	Timings *struct {
		Prompt int `json:"prompt_n"`
	}
}

func ask(ctx context.Context, e *words.Engine, t talk, each func(chunk)) error {
	body, err := json.Marshal(map[string]any{"messages": t, "stream": true, "temperature": 0, "max_tokens": tokens})
	if err != nil {
		return err
	}
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, "http://engine/v1/chat/completions", bytes.NewReader(body))
	if err != nil {
		return err
	}
	response, err := e.Client().Do(r)
	if err != nil {
		return err
	}
	defer response.Body.Close()
	lines := bufio.NewScanner(response.Body)
	for lines.Scan() {
		data, ok := strings.CutPrefix(lines.Text(), "data: ")
		if !ok || data == "[DONE]" {
			continue
		}
		var c chunk
		if err := json.Unmarshal([]byte(data), &c); err != nil || len(c.Choices) == 0 {
			return fmt.Errorf("the engine said %s: %w", data, samantha.ErrInvalid)
		}
		each(c)
	}
	return lines.Err()
}
