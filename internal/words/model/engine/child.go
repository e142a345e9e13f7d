package engine

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"time"
)

const (
	askEvery   = 20 * time.Millisecond // whether it is ready
	watchEvery = 2 * time.Second       // its memory, and whether it is needed
	leaveTime  = 3 * time.Second       // to end by itself
	longest    = 100                   // bytes of a socket's path: the system takes 107
)

// child is the process, and those who watch it.
type child struct {
	e     *Engine
	cmd   *exec.Cmd
	tie   io.Closer // as long as it is open the process stays
	way   *http.Transport
	errs  *lastWords
	gone  chan struct{} // closed when it has ended
	owned sync.WaitGroup

	mu  sync.Mutex
	why error // for what it was ended, if it did not end by itself
}

// start starts the process and waits until its model is loaded.
func start(e *Engine, threads int) (c *child, err error) {
	c = &child{e: e, errs: &lastWords{}, gone: make(chan struct{})}
	c.cmd = exec.Command(e.o.Place.Program(), "-tied", "-model", e.o.Model, "-socket", e.socket,
		"-keep", filepath.Join(e.o.Dir, "pace.json"), "-threads", strconv.Itoa(threads), "-context", strconv.Itoa(e.o.Context))
	c.cmd.Stderr = c.errs
	if c.tie, err = c.cmd.StdinPipe(); err != nil {
		return nil, err
	}
	if err := c.cmd.Start(); err != nil {
		return nil, fmt.Errorf("it cannot start here (it wants Linux with glibc 2.34): %v: %w", err, ErrGone)
	}
	c.way = &http.Transport{DialContext: func(ctx context.Context, _, _ string) (net.Conn, error) {
		var d net.Dialer
		return d.DialContext(ctx, "unix", e.socket)
	}}
	c.owned.Go(func() {
		_ = c.cmd.Wait() // what it had to say is in errs
		close(c.gone)
	})
	if err := c.ready(e.life); err != nil {
		c.stop()
		return nil, err
	}
	c.owned.Go(c.watch)
	return c, nil
}

// socketIn is where the socket is: in her folder, or one nobody else may enter, if
// hers has too long a name for a socket.
func socketIn(dir string) (string, error) {
	path := filepath.Join(dir, "engine.sock")
	if len(path) < longest {
		return path, nil
	}
	dir, err := os.MkdirTemp("", "samantha-") // 0700
	return filepath.Join(dir, "engine.sock"), err
}

// ready waits until the process says that its model is loaded.
func (c *child) ready(ctx context.Context) error {
	late := c.e.o.Clock.After(c.e.o.Start)
	for {
		if c.healthy(ctx) {
			return nil
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-c.gone:
			return fmt.Errorf("it did not start: %s: %w", c.errs, ErrGone)
		case <-late:
			return fmt.Errorf("it did not start within %v: %w", c.e.o.Start, ErrGone)
		case <-c.e.o.Clock.After(askEvery):
		}
	}
}

func (c *child) healthy(ctx context.Context) bool {
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://engine/health", nil)
	if err != nil {
		return false
	}
	response, err := c.way.RoundTrip(r)
	if err != nil {
		return false
	}
	response.Body.Close()
	return response.StatusCode == http.StatusOK
}

func (c *child) alive() bool {
	select {
	case <-c.gone:
		return false
	default:
		return true
	}
}

// watch ends a process that holds too much, or that nobody needs.
func (c *child) watch() {
	for {
		select {
		case <-c.gone:
			return
		case <-c.e.o.Clock.After(watchEvery):
		}
		if most := c.e.o.Memory; most > 0 && resident(c.cmd.Process.Pid) > most {
			c.kill(fmt.Errorf("it held more than %d MB of memory", most>>20))
			return
		}
		if c.e.idle(c) {
			c.leave()
			return
		}
	}
}

// leave asks it to end, and ends it if it does not.
func (c *child) leave() {
	c.tie.Close()
	c.way.CloseIdleConnections()
	select {
	case <-c.gone:
	case <-c.e.o.Clock.After(leaveTime):
		c.kill(errors.New("it did not end by itself"))
	}
}

// stop ends it, and returns when nothing of it is left.
func (c *child) stop() {
	c.leave()
	c.owned.Wait()
}

// kill ends it at once.
func (c *child) kill(why error) {
	c.mu.Lock()
	if c.why == nil {
		c.why = why
	}
	c.mu.Unlock()
	_ = c.cmd.Process.Kill() // it may have ended already
	c.tie.Close()
	<-c.gone
	c.way.CloseIdleConnections()
}

// end is what became of a process that has ended.
func (c *child) end() error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.why != nil {
		return fmt.Errorf("%w: %w", c.why, ErrGone)
	}
	return fmt.Errorf("it ended: %s: %w", c.errs, ErrGone)
}

// resident is how much of a process is in memory, in bytes; 0 where nobody says.
func resident(pid int) uint64 {
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/statm", pid))
	fields := strings.Fields(string(text))
	if err != nil || len(fields) < 2 {
		return 0
	}
	pages, err := strconv.ParseUint(fields[1], 10, 64)
	if err != nil {
		return 0
	}
	return pages * uint64(os.Getpagesize())
}

// lastWords are the last lines that a process wrote of its errors.
type lastWords struct {
	mu   sync.Mutex
	text []byte
}

// Write keeps the end.
func (l *lastWords) Write(b []byte) (int, error) {
	const most = 2048
	l.mu.Lock()
	defer l.mu.Unlock()
	l.text = append(l.text, b...)
	if n := len(l.text) - most; n > 0 {
		l.text = append([]byte(nil), l.text[n:]...)
	}
	return len(b), nil
}

// String is the last line, on which a process says why it ends.
func (l *lastWords) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	lines := strings.Split(strings.TrimSpace(string(l.text)), "\n")
	if last := strings.TrimPrefix(lines[len(lines)-1], "engine: "); last != "" {
		return last
	}
	return "without a word"
}
