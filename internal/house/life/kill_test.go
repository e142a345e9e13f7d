package life_test

import (
	"bufio"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"strconv"
	"testing"
	"time"

	"samantha/internal/house/life"
	"samantha/internal/house/life/logtest"
)

// appendUntilKilled names the folder for the process that [TestKilled] kills.
const appendUntilKilled = "LIFE_APPEND_UNTIL_KILLED"

// TestKilled kills a process that appends, at any moment, again and again:
// what it was told is saved is there, in order, once.
func TestKilled(t *testing.T) {
	if dir := os.Getenv(appendUntilKilled); dir != "" {
		appendForever(t, dir)
	}
	rng := rand.New(rand.NewPCG(1, 1))
	dir := t.TempDir()
	acknowledged := 0
	for kill := range 25 {
		last := killOne(t, dir, time.Duration(rng.IntN(60))*time.Millisecond)
		acknowledged = max(acknowledged, last)
		l, err := life.Open(context.Background(), life.Options{Dir: dir})
		if err != nil {
			t.Fatalf("kill %d: %v", kill, err)
		}
		events := logtest.All(t, l)
		if len(events) < acknowledged {
			t.Fatalf("kill %d: %d events, %d were acknowledged", kill, len(events), acknowledged)
		}
		for i, e := range events {
			if got := logtest.Text(e.Body); got != strconv.Itoa(i+1) {
				t.Fatalf("kill %d: event %d says %q", kill, i+1, got)
			}
		}
		if _, err := l.Verify(context.Background(), logtest.Fold()); err != nil {
			t.Fatalf("kill %d: %v", kill, err)
		}
		if err := l.Close(); err != nil {
			t.Fatal(err)
		}
	}
	t.Logf("25 kills, %d events acknowledged", acknowledged)
	if acknowledged == 0 {
		t.Error("nothing was appended")
	}
}

// killOne runs a process that appends, kills it after the wait, and returns the
// last event it was told is saved.
func killOne(t *testing.T, dir string, wait time.Duration) (last int) {
	t.Helper()
	cmd := exec.Command(os.Args[0], "-test.run=^TestKilled$")
	cmd.Env = append(os.Environ(), appendUntilKilled+"="+dir)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		n, err := strconv.Atoi(lines.Text())
		if err != nil {
			t.Errorf("the process says %q", lines.Text())
		}
		if last == 0 {
			time.AfterFunc(wait, func() { cmd.Process.Kill() })
		}
		last = n
	}
	cmd.Wait() // it was killed
	return last
}

// appendForever appends numbers and prints each when it is saved.
func appendForever(t *testing.T, dir string) {
	l := open(t, life.Options{Dir: dir})
	seq, _ := l.Last()
	for n := int(seq) + 1; ; n++ {
		logtest.Append(t, l, logtest.Heard(logtest.Start(), strconv.Itoa(n)))
		fmt.Println(n)
	}
}
