//go:build unix

package engine

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// letters asks for exactly so many letters, so that one that is lost or said twice
// is seen.
func letters(n int, seed int) asked {
	return asked{"messages": talk("x"), "grammar": fmt.Sprintf("root ::= [a-z]{%d}", n), "temperature": 1.5, "seed": seed}
}

// TestKilledInMidSentence: the sentence goes on, and nothing of it is lost or said
// twice, wherever the process dies.
func TestKilledInMidSentence(t *testing.T) {
	e := open(t, Options{Model: model(t, slow()), Threads: 1})
	for round := range 6 {
		dies := 1 + round*7
		got, err := say(e, letters(50, round), func(n int) {
			if n == dies {
				if err := syscall.Kill(e.pid(t), syscall.SIGKILL); err != nil {
					t.Error(err)
				}
			}
		})
		if err != nil || !got.whole || len(got.text) != 50 {
			t.Errorf("killed after %d: %+v, %v", dies, got, err)
		}
	}
}

// TestKilledAgain: a second death in one reply is an error to fall back on, what was
// said until then stays said, and after a rest the engine is there again.
func TestKilledAgain(t *testing.T) {
	e := open(t, Options{Model: model(t, slow()), Threads: 1, Clock: quick{time.Now()}, FirstByte: time.Hour, Stall: time.Hour, Start: time.Hour, Idle: 100 * time.Hour, Rest: 100 * time.Second})
	got, err := say(e, letters(60, 1), func(n int) {
		if n == 10 || n == 20 {
			_ = syscall.Kill(e.pid(t), syscall.SIGKILL)
		}
	})
	if !errors.Is(err, ErrGone) || len(got.text) < 15 || len(got.text) >= 60 {
		t.Errorf("%+v, %v", got, err)
	}
	if _, err := say(e, letters(5, 1), nil); !errors.Is(err, ErrGone) || !strings.Contains(err.Error(), "rests") {
		t.Errorf("%v", err)
	}
	<-e.o.Clock.After(110 * time.Second)
	if got, err := say(e, letters(5, 1), nil); err != nil || len(got.text) != 5 {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestWhoIsNotNeededEnds(t *testing.T) {
	e := open(t, Options{Model: model(t, slow()), Clock: quick{time.Now()}, FirstByte: time.Hour, Stall: time.Hour, Start: time.Hour, Idle: 20 * time.Second})
	for range 2 { // and is there again when it is
		if got, err := say(e, letters(5, 1), nil); err != nil || len(got.text) != 5 {
			t.Fatalf("%+v, %v", got, err)
		}
		for deadline := time.Now().Add(10 * time.Second); e.Running(); <-e.o.Clock.After(time.Second) {
			if time.Now().After(deadline) {
				t.Fatal("it runs on")
			}
		}
	}
}

// script is a process that stands in for the engine.
func script(t *testing.T, how string) Place {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := os.Symlink(self, filepath.Join(dir, program)); err != nil {
		t.Skip("no links on this system")
	}
	if err := os.WriteFile(filepath.Join(dir, "how"), []byte(how), 0o600); err != nil {
		t.Fatal(err)
	}
	return Place{dir}
}

// scripted is that process: it loads nothing and does as its script says.
func scripted(args []string) int {
	set := flag.NewFlagSet(program, flag.ContinueOnError)
	socket, threads := set.String("socket", "", ""), set.Int("threads", 0, "")
	for _, name := range []string{"model", "keep", "context"} {
		set.String(name, "", "")
	}
	set.Bool("tied", false, "")
	how, err := os.ReadFile(filepath.Join(filepath.Dir(os.Args[0]), "how"))
	if err = errors.Join(err, set.Parse(args)); err != nil {
		return 1
	}
	go func() {
		_, _ = io.Copy(io.Discard, os.Stdin)
		os.Exit(0)
	}()
	if string(how) == "never ready" {
		select {}
	}
	if string(how) == "cannot" {
		fmt.Fprintln(os.Stderr, "one line\nengine: it is a Tuesday")
		return 1
	}
	os.Remove(*socket)
	l, err := net.Listen("unix", *socket)
	if err != nil {
		return 1
	}
	_ = http.Serve(l, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { act(string(how), *threads, w, r) }))
	return 1
}

// act answers: the first process as the script says, the second, with one thread, well.
func act(how string, threads int, w http.ResponseWriter, r *http.Request) {
	if r.URL.Path == "/health" {
		return
	}
	w.Header().Set("Content-Type", "text/event-stream")
	event := func(s string) { fmt.Fprint(w, s+"\n\n"); _ = http.NewResponseController(w).Flush() }
	body, _ := io.ReadAll(r.Body)
	if threads == 1 && how != "always silent" {
		event(fmt.Sprintf(`data: {"choices":[{"delta":{"content":"second time: %v"}}]}`, strings.Contains(string(body), `"content":"one "`)))
		event("data: [DONE]")
		return
	}
	switch how {
	case "silent", "always silent":
		select {}
	case "falls silent":
		event(`data: {"choices":[{"delta":{"content":"one "}}]}`)
		select {}
	case "half an event":
		event(`data: {"choices":[{"delta":{"content":"one "}}]}`)
		fmt.Fprint(w, `data: {"choices":[{"delta":{"cont`)
		_ = http.NewResponseController(w).Flush()
		os.Exit(1)
	case "reads for long":
		for range 6 {
			event(": more was read")
			time.Sleep(100 * time.Millisecond)
		}
		event(`data: {"choices":[{"delta":{"content":"read it all"}}]}`)
		event("data: [DONE]")
	}
}

func TestFaultsOfTheProcess(t *testing.T) {
	for _, c := range []struct{ how, says string }{
		{"silent", "second time: false"},
		{"falls silent", "one second time: true"},
		{"half an event", "one second time: true"},
		{"reads for long", "read it all"},
	} {
		e := open(t, Options{Place: script(t, c.how), Model: "none", Threads: 2, Clock: quick{time.Now()}, FirstByte: 50 * time.Second, Stall: 40 * time.Second, Idle: time.Hour})
		got, err := say(e, asked{"messages": talk("x")}, nil)
		if err != nil || got.text != c.says || !got.whole {
			t.Errorf("%s: %+v, %v", c.how, got, err)
		}
	}
}

func TestWhatDoesNotStart(t *testing.T) {
	for how, says := range map[string]string{"cannot": "it did not start: it is a Tuesday", "never ready": "did not start within 50s"} {
		e := open(t, Options{Place: script(t, how), Model: "none", Clock: quick{time.Now()}, Start: 50 * time.Second})
		_, err := say(e, asked{"messages": talk("x")}, nil)
		if !errors.Is(err, ErrGone) || !strings.Contains(err.Error(), says) {
			t.Errorf("%s: %v", how, err)
		}
		if _, err = say(e, asked{"messages": talk("x")}, nil); !errors.Is(err, ErrGone) {
			t.Errorf("%s, again: %v", how, err)
		}
	}
}

// TestWhoHoldsTooMuchEnds: more memory than it may have is a crash.
func TestWhoHoldsTooMuchEnds(t *testing.T) {
	if resident(os.Getpid()) == 0 {
		t.Skip("this system does not say how much a process holds")
	}
	e := open(t, Options{Place: script(t, "always silent"), Model: "none", Memory: 1, Clock: quick{time.Now()}, FirstByte: time.Hour, Idle: time.Hour})
	if _, err := say(e, asked{"messages": talk("x")}, nil); !errors.Is(err, ErrGone) || !strings.Contains(err.Error(), "of memory") {
		t.Errorf("%v", err)
	}
}

// TestGoingAwayWhileItStarts does not stop the start.
func TestGoingAwayWhileItStarts(t *testing.T) {
	e := open(t, Options{Model: model(t, slow())})
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Millisecond)
	defer cancel()
	if _, err := post(ctx, e, asked{"messages": talk("x")}); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("%v", err)
	}
	for deadline := time.Now().Add(30 * time.Second); !e.Running(); <-time.After(10 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatal("it never started")
		}
	}
}

// TestAClosedEngineStaysClosed, and whoever was listening hears of it at once.
func TestAClosedEngineStaysClosed(t *testing.T) {
	e := open(t, Options{Place: script(t, "falls silent"), Model: "none", Clock: quick{time.Now()}, FirstByte: time.Hour, Stall: time.Hour})
	_, err := say(e, asked{"messages": talk("x")}, func(int) {
		if err := e.Close(); err != nil {
			t.Error(err)
		}
	})
	if !errors.Is(err, ErrGone) || e.Running() {
		t.Errorf("%v", err)
	}
	if _, err := say(e, asked{"messages": talk("x")}, nil); !errors.Is(err, ErrGone) {
		t.Errorf("%v", err)
	}
}
