//go:build unix

package host

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"runtime"
	"strconv"
	"strings"

	"samantha/internal/words/model/engine/llama"
)

// Round is one run of the bare engine: no socket, no wire, nobody to hand it to.
type Round struct {
	Prefill float64 `json:"prefill_tok_s"`
	Decode  float64 `json:"decode_tok_s"`
}

// Direct makes tokens for each line that is read: "N PROMPT" answers the prompt with N
// tokens, the likeliest, and prints a Round. The beginning of a prompt is kept, as it
// is by the engine over its socket, which this is compared with.
func Direct(o Options, lines *bufio.Scanner, out io.Writer) error {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	lib, err := llama.Open(o.Libraries, func(line string) { fmt.Fprint(o.Errs, line) })
	if err != nil {
		return err
	}
	m, err := lib.Open(o.Model, llama.Options{Context: o.room(), Threads: max(1, o.Threads)})
	if err != nil {
		return err
	}
	defer m.Close()
	lines.Buffer(nil, mostBody)
	for lines.Scan() {
		count, prompt, _ := strings.Cut(lines.Text(), " ")
		n, err := strconv.Atoi(count)
		if err != nil {
			return err
		}
		round, err := o.round(m, prompt, n)
		if err != nil {
			return err
		}
		if err := json.NewEncoder(out).Encode(round); err != nil {
			return err
		}
	}
	return lines.Err()
}

func (o Options) round(m *llama.Model, prompt string, n int) (Round, error) {
	text, err := m.Write(m.Template(), []llama.Said{{Role: "user", Text: prompt}}, true)
	if err != nil {
		return Round{}, err
	}
	tokens := m.Tokens(text, true)
	start := o.Clock.Now()
	kept := m.Keep(tokens)
	for at := kept; at < len(tokens); at += llama.Step {
		if err := m.Add(tokens[at:min(at+llama.Step, len(tokens))]); err != nil {
			return Round{}, err
		}
	}
	read := o.since(start)
	chooser, err := m.Choose(llama.Choice{})
	if err != nil {
		return Round{}, err
	}
	defer chooser.Close()
	start = o.Clock.Now()
	for range n {
		token := chooser.Next()
		m.Piece(token)
		if err := m.Add([]int32{token}); err != nil {
			return Round{}, err
		}
	}
	return Round{Prefill: perSecond(len(tokens)-kept, read), Decode: perSecond(n, o.since(start))}, nil
}
