package host

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"runtime"
	"strconv"
	"strings"
	"time"
)

// rate is how fast a model is on this machine, in tokens a second.
type rate struct {
	Prefill float64 `json:"prefill_tok_s"`
	Decode  float64 `json:"decode_tok_s"`
	Threads int     `json:"threads"` // with which it was that fast
}

// pace decides how many threads work. llama.cpp's threads wait for each other at
// every layer and spin meanwhile: where something else holds a core, two are a
// hundred times slower than one. So there is one less than there are cores, the
// last is used for prompts alone while nothing else runs, and whoever is three
// times slower than it was measured goes on with one.
type pace struct {
	threads int // for a token
	prompt  int // for reading
	alone   bool
	known   rate

	seen int // tokens since the last look
	took time.Duration
}

// newPace is for a number of threads that was asked for; 0 is what suits.
func newPace(asked int) pace {
	n := asked
	if n <= 0 {
		n = max(1, cores()-1)
	}
	return pace{threads: n, prompt: n, alone: asked > 0}
}

// knows takes what was measured before; threads that were asked for stay.
func (p *pace) knows(r rate) {
	p.known = r
	if !p.alone && r.Threads > 0 {
		p.threads = min(p.threads, r.Threads)
	}
	p.prompt = p.threads
}

// before decides on the threads for a prompt: all cores if nothing else runs.
func (p *pace) before(cores, running int) {
	p.prompt = p.threads
	if running <= 1 && !p.alone {
		p.prompt = max(cores, p.threads)
	}
}

// Looking is done over so many tokens; whoever is slower than a third of what was
// measured is being waited for.
const (
	lookEvery = 8
	tooSlow   = 3
)

// made takes note of one token; true is that there is one thread from now on.
func (p *pace) made(took time.Duration) bool {
	p.seen++
	p.took += took
	if p.seen < lookEvery {
		return false
	}
	speed := perSecond(p.seen, p.took)
	p.seen, p.took = 0, 0
	return p.threads > 1 && speed < p.known.Decode/tooSlow && p.drop()
}

// read takes note of a step of a prompt; true is that there is one thread from now on.
func (p *pace) read(tokens int, took time.Duration) bool {
	const enough = 32 // a few tokens say nothing of reading
	return p.prompt > 1 && tokens >= enough && perSecond(tokens, took) < p.known.Prefill/tooSlow && p.drop()
}

// drop goes on with one thread for as long as the engine runs.
func (p *pace) drop() bool {
	p.threads, p.prompt, p.alone = 1, 1, true
	return true
}

// learn keeps a better figure than the one that is known; the first was perhaps
// taken while the machine was busy.
func (p *pace) learn(d done) bool {
	better := func(known *float64, tokens int, took time.Duration) bool {
		if speed := perSecond(tokens, took); tokens >= tryRead && took > 0 && speed > 1.1**known {
			*known = speed
			return true
		}
		return false
	}
	read := better(&p.known.Prefill, d.prompt-d.cached, d.prefill)
	return better(&p.known.Decode, d.tokens, d.decode) || read
}

func perSecond(tokens int, took time.Duration) float64 {
	return float64(tokens) / max(took.Seconds(), 1e-9)
}

// cores are the physical ones that this process may use; as many as there are
// processors, where nobody says.
func cores() int {
	text, _ := os.ReadFile("/proc/cpuinfo")
	seen := map[string]bool{}
	var socket string
	for line := range strings.Lines(string(text)) {
		name, value, _ := strings.Cut(line, ":")
		switch strings.TrimSpace(name) {
		case "physical id":
			socket = strings.TrimSpace(value)
		case "core id":
			seen[socket+"/"+strings.TrimSpace(value)] = true
		}
	}
	if len(seen) == 0 {
		return runtime.NumCPU()
	}
	return min(len(seen), runtime.NumCPU())
}

// running is how many threads of the whole machine run or wait for a core at this
// moment, this one among them; where nobody says, it is taken for busy.
func running() int {
	const busy = 1 << 10
	text, err := os.ReadFile("/proc/loadavg")
	fields := bytes.Fields(text)
	if err != nil || len(fields) < 4 {
		return busy
	}
	now, _, _ := strings.Cut(string(fields[3]), "/")
	n, err := strconv.Atoi(now)
	if err != nil {
		return busy
	}
	return n
}

// kept is what was measured of models on this machine, by model.
type kept map[string]rate

// readKept reads it; what cannot be read is measured again.
func readKept(file string) kept {
	k := kept{}
	if text, err := os.ReadFile(file); err != nil || json.Unmarshal(text, &k) != nil {
		return kept{}
	}
	return k
}

// write replaces the file whole.
func (k kept) write(file string) error {
	if file == "" {
		return nil
	}
	text, err := json.MarshalIndent(k, "", "  ")
	if err != nil {
		return fmt.Errorf("keep what was measured: %w", err)
	}
	next := file + ".next"
	if err := os.WriteFile(next, text, 0o600); err != nil {
		return fmt.Errorf("keep what was measured: %w", err)
	}
	return os.Rename(next, file)
}
