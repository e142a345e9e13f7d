package browser_test

import (
	"bufio"
	"cmp"
	"context"
	"encoding/json"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// patience is how long a test waits for what a person would wait for.
const patience = 30 * time.Second

// her is the program, awake in a house of the test's own.
type her struct {
	t    *testing.T
	home string
	port string
	cmd  *exec.Cmd
	link string // opens the page once
	told *told
}

// told is what the program printed.
type told struct {
	mu   sync.Mutex
	text strings.Builder
}

func (p *told) add(line string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.text.WriteString(line + "\n")
}

func (p *told) String() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.text.String()
}

var launchLink = regexp.MustCompile(`http://127\.0\.0\.1:\d+/open\?once=\S+`)

// unborn is a new house, with nobody in it yet.
func unborn(t *testing.T) *her {
	t.Helper()
	if testing.Short() {
		t.Skip("a real browser takes its time")
	}
	if _, err := chromium(); err != nil {
		missing(t, "a Chromium to try the page in (Debian package chromium)")
	}
	return &her{t: t, home: t.TempDir()}
}

// wake starts her in a new house, after what was said to her there before.
func wake(t *testing.T, before ...string) *her {
	t.Helper()
	h := unborn(t)
	if len(before) > 0 {
		h.talked(before)
	}
	h.start()
	return h
}

// talked is a talk in a terminal, while she is awake nowhere else.
func (h *her) talked(lines []string, flags ...string) {
	h.t.Helper()
	bin, err := tools.program()
	if err != nil {
		h.t.Fatal("build: ", err)
	}
	talk := exec.Command(bin, append([]string{"talk", "--home", h.home}, flags...)...)
	talk.Env = append(os.Environ(), "TZ=UTC")
	talk.Stdin = strings.NewReader(strings.Join(lines, "\n") + "\n")
	if out, err := talk.CombinedOutput(); err != nil {
		h.t.Fatalf("talk: %v: %s", err, out)
	}
}

// start starts her, and returns when she has said where she is.
func (h *her) start(flags ...string) {
	h.t.Helper()
	bin, err := tools.program()
	if err != nil {
		h.t.Fatal("build: ", err)
	}
	args := []string{"--home", h.home, "--no-open", "--listen", "127.0.0.1:" + cmp.Or(h.port, "0")}
	h.cmd = exec.Command(bin, append(args, flags...)...)
	out, err := h.cmd.StdoutPipe()
	if err != nil {
		h.t.Fatal(err)
	}
	h.told = &told{}
	h.cmd.Stderr = os.Stderr
	if err := h.cmd.Start(); err != nil {
		h.t.Fatal(err)
	}
	cmd := h.cmd
	h.t.Cleanup(func() {
		_ = cmd.Process.Signal(os.Interrupt) // she may be gone already
		_ = cmd.Wait()
	})
	links := make(chan string, 1)
	go func() {
		lines := bufio.NewScanner(out)
		for lines.Scan() {
			h.told.add(lines.Text())
			if link := launchLink.FindString(lines.Text()); link != "" {
				select {
				case links <- link:
				default:
				}
			}
		}
	}()
	select {
	case h.link = <-links:
		h.port = regexp.MustCompile(`:(\d+)/`).FindStringSubmatch(h.link)[1]
	case <-time.After(patience):
		h.t.Fatalf("no link in: %s", h.told)
	}
}

// kill takes her away without a warning.
func (h *her) kill() {
	h.t.Helper()
	if err := h.cmd.Process.Signal(syscall.SIGKILL); err != nil {
		h.t.Fatal(err)
	}
	_ = h.cmd.Wait() // it was killed
}

// verb runs a verb beside her, and decodes what it prints with --json.
func (h *her) verb(into any, args ...string) {
	h.t.Helper()
	bin, err := tools.program()
	if err != nil {
		h.t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	out, err := exec.CommandContext(ctx, bin, append(args, "--home", h.home, "--json")...).Output()
	if err != nil {
		h.t.Fatalf("%v: %v: %s", args, err, out)
	}
	if err := json.Unmarshal(out, into); err != nil {
		h.t.Fatalf("%v: %v in %s", args, err, out)
	}
}
