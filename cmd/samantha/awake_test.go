package main

import (
	"bytes"
	"context"
	"crypto/rand"
	"errors"
	"io"
	"net"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"samantha"
	"samantha/internal/face/serve"
	"samantha/internal/house"
)

// opened is the house itself, awake in the test.
func opened(t *testing.T, home string, args ...string) (*app, *call) {
	t.Helper()
	c, err := parsed(append(args, "--home", home), os.Getenv)
	if err != nil {
		t.Fatal(err)
	}
	c.in, c.out, c.errs, c.zone = strings.NewReader(""), io.Discard, io.Discard, "UTC"
	h, err := house.Open(t.Context(), home, 0, rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	a, err := wake(c, h)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { a.close() })
	return a, c
}

// After a crash another program may listen where run.json points: with the
// house free nobody is called at all.
func TestAnOldRunFileHurtsNobody(t *testing.T) {
	home, _ := lived(t)
	stranger, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	called := make(chan bool, 1)
	go func() {
		conn, err := stranger.Accept()
		if err == nil {
			conn.Close()
		}
		called <- err == nil
	}()
	text := `{"pid":1,"address":"` + stranger.Addr().String() + `","token":"secret"}`
	if err := os.WriteFile(filepath.Join(home, "run.json"), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := typeIn(t, "", "say", "--home", home, "hello"); got.code != exitFine {
		t.Errorf("%+v", got)
	}
	stranger.Close()
	if <-called {
		t.Error("the stranger was called")
	}
}

func TestAVerbWaitsForATalkThatWakes(t *testing.T) {
	home, _ := lived(t)
	a, _ := opened(t, home, "talk")
	done := make(chan typed)
	go func() { done <- typeIn(t, "", "say", "--home", home, "hello") }()
	d, err := a.door(&call{listen: anyPort})
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	if got := <-done; got.code != exitFine || got.out == "" {
		t.Errorf("%+v", got)
	}
}

func TestOneMindDoesNotWaitForAnother(t *testing.T) {
	home, _ := lived(t)
	dir := secrets(t)
	for _, args := range []string{"export DIR/her.age --passphrase-file DIR/secret", "import DIR/her.age --passphrase-file DIR/secret --as Ida"} {
		if got := typeIn(t, "", filled(args, home, "", dir)...); got.code != exitFine {
			t.Fatalf("%s: %+v", args, got)
		}
	}
	a, _ := opened(t, home, "talk")
	r, err := a.resident("me")
	if err != nil {
		t.Fatal(err)
	}
	r.mu.Lock() // as if it were waking
	defer r.mu.Unlock()
	if _, err := a.mind(t.Context(), "Ida"); err != nil {
		t.Error(err)
	}
}

func TestTheHourIsTheCallers(t *testing.T) {
	a, _ := opened(t, t.TempDir(), "talk", "--at", "2031-05-05T10:00:00Z")
	a.running = false
	var out, errs bytes.Buffer
	c := serve.Call{Args: []string{"say", "what time is it?"}, Zone: "Asia/Kolkata"}
	if code := a.Verb(t.Context(), c, &out, &errs); code != exitFine || !strings.Contains(out.String(), "15:30") {
		t.Errorf("%d %q %q", code, out.String(), errs.String())
	}
}

func TestJoiningForNobody(t *testing.T) {
	home, _ := lived(t)
	awakeIn(t, home)
	got := typeIn(t, "", "talk", "--home", home, "--as", "nobody")
	if want := "samantha: --as wants one of: me\n"; got.code != exitUsage || got.errs != want {
		t.Errorf("%+v, want %q", got, want)
	}
}

// notice closes a channel when something was written.
type notice struct {
	mu    sync.Mutex
	text  bytes.Buffer
	wrote chan struct{}
}

func (n *notice) Write(p []byte) (int, error) {
	n.mu.Lock()
	defer n.mu.Unlock()
	if n.text.Len() == 0 && len(p) > 0 {
		close(n.wrote)
	}
	return n.text.Write(p)
}

func (n *notice) String() string {
	n.mu.Lock()
	defer n.mu.Unlock()
	return n.text.String()
}

// outlive is what a second talk gave that joined a first one, when that one
// left between two lines of the second.
func outlive(t *testing.T, home string, first, second []string) typed {
	t.Helper()
	in, leave := io.Pipe()
	var ends sync.WaitGroup
	ends.Go(func() {
		if code := runs(context.Background(), first, os.Getenv, in, io.Discard, io.Discard); code != exitFine {
			t.Errorf("the first talk: %d", code)
		}
	})
	awaited(t, home)
	again, keyboard := io.Pipe()
	out, errs := &notice{wrote: make(chan struct{})}, &notice{wrote: make(chan struct{})}
	code := make(chan int, 1)
	go func() {
		code <- runs(context.Background(), second, os.Getenv, again, out, errs)
		again.Close()
	}()
	io.WriteString(keyboard, "hello again\n")
	<-out.wrote
	leave.Close()
	ends.Wait()
	io.WriteString(keyboard, "where does my sister live?\n")
	keyboard.Close()
	return typed{<-code, out.String(), errs.String()}
}

func TestAJoinedTalkTakesTheHouse(t *testing.T) {
	home, _ := lived(t)
	talk := []string{"talk", "--listen", anyPort, "--home", home}
	if got := outlive(t, home, talk, talk); got.code != exitFine || !strings.Contains(got.out, "Bergen") || got.errs != "" {
		t.Errorf("%+v", got)
	}
}

// A line whose answer did not come is said again where she is then, under the
// same id, and nobody is told of an error.
func TestALineThatWasNotAnsweredIsSaidAgain(t *testing.T) {
	var out, errs bytes.Buffer
	face := newPlain(t.Context(), &call{in: strings.NewReader("one\ntwo\n"), out: &out})
	talk := newConversation(face, &errs)
	var ids []string
	err := talk.converse(t.Context(), nil, func(l line, out io.Writer) (samantha.ID, error) {
		ids = append(ids, l.faceID)
		io.WriteString(out, "Half an")
		return "", serve.ErrSilent
	})
	if !errors.Is(err, serve.ErrNobody) {
		t.Fatalf("%v", err)
	}
	err = talk.converse(t.Context(), nil, func(l line, out io.Writer) (samantha.ID, error) {
		ids = append(ids, l.faceID)
		io.WriteString(out, l.text+".\n")
		return "", nil
	})
	if err != nil || len(ids) != 3 || ids[0] != ids[1] || ids[1] == ids[2] {
		t.Errorf("%v, ids %q", err, ids)
	}
	if want := "Half an\none.\ntwo.\n"; out.String() != want || errs.Len() > 0 {
		t.Errorf("%q, want %q; %q", out.String(), want, errs.String())
	}
}

func TestReadingIsBrokenOff(t *testing.T) {
	dir := secrets(t)
	home := filepath.Join(dir, "home")
	for _, args := range [][]string{{"say", "-"}, {"export", filepath.Join(dir, "her.age")}} {
		ctx, interrupt := context.WithCancel(t.Context())
		in, hold := io.Pipe()
		code := make(chan int)
		go func() {
			code <- runs(ctx, append(args, "--home", home), os.Getenv, in, io.Discard, io.Discard)
		}()
		io.WriteString(hold, "half a line") // it reads now
		interrupt()
		if got := <-code; got != exitFailed {
			t.Errorf("%s: %d", args, got)
		}
		hold.Close()
	}
	if _, err := os.Stat(home); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a house stands there: %v", err)
	}
}

func TestAFailureAtTheEndIsANote(t *testing.T) {
	full := errors.Join(samantha.ErrUnsaved)
	for _, c := range []struct {
		verb        verb
		err         error
		code, notes int
	}{
		{sayVerb(), nil, exitFine, 1},
		{verifyVerb(), nil, exitFailed, 0},
		{sayVerb(), samantha.ErrInvalid, exitUsage, 0},
	} {
		var errs bytes.Buffer
		code := finish(&errs, (&call{verb: c.verb, errs: &errs}).ended(c.err, full))
		if code != c.code || strings.Count(errs.String(), "noticed:") != c.notes {
			t.Errorf("%s after %v: %d %q", c.verb.name, c.err, code, errs.String())
		}
	}
}
