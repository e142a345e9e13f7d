package main

import (
	"bufio"
	"bytes"
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"samantha"
	"samantha/internal/house"
	"samantha/internal/mind"
	"samantha/internal/words/model/fetch"
)

// smallFile is an entry of a file that is quickly there.
func smallFile(address string) (fetch.Entry, []byte) {
	file := bytes.Repeat([]byte("a small model of nothing. "), 2000)
	sum := sha256.Sum256(file)
	return fetch.Entry{
		ID: "tiny", Name: "Tiny", Kind: fetch.Model, URLs: []string{address + "/a/tiny.gguf"}, Sum: hex.EncodeToString(sum[:]),
		Checked: true, Size: int64(len(file)), Licence: "none", Memory: 0.1, Says: "A test.",
	}, file
}

// got fetches an entry as a command line asks for it.
func got(t *testing.T, e fetch.Entry, home string, flags ...string) typed {
	t.Helper()
	c, err := parsed(append([]string{"model", "get", e.ID, "--home", home}, flags...), os.Getenv)
	if err != nil {
		t.Fatal(err)
	}
	var out, errs bytes.Buffer
	c.in, c.out, c.errs, c.zone = strings.NewReader(""), &out, &errs, zone()
	code := finish(&errs, c.get(context.Background(), []fetch.Entry{e}))
	return typed{code, out.String(), errs.String()}
}

func departed(t *testing.T, home string) []mind.Departure {
	t.Helper()
	got := typeIn(t, "", "left", "--json", "--home", home)
	var list []mind.Departure
	if err := json.Unmarshal([]byte(got.out), &list); err != nil {
		t.Errorf("%v in %+v", err, got)
	}
	return list
}

// TestNothingIsFetchedUnasked: without a yes nobody is asked for anything; with one, each
// server stands in the log before a byte goes to it, and how much went afterwards.
func TestNothingIsFetchedUnasked(t *testing.T) {
	home := t.TempDir()
	var asked atomic.Int32
	var file []byte
	named := func(r *http.Request) {
		asked.Add(1)
		for _, l := range departed(t, home) {
			if l.To == r.Host && l.What == "requests for tiny" && l.Choice == "download" {
				return
			}
		}
		t.Errorf("%s was asked before it was noted", r.Host)
	}
	other := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		named(r)
		http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(file))
	}))
	defer other.Close()
	first := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		named(r)
		http.Redirect(w, r, other.URL+"/b", http.StatusFound)
	}))
	defer first.Close()
	e, file := smallFile(first.URL)
	e.Checked = false

	for _, flags := range [][]string{nil, {"--yes"}, {"--unverified"}, {"--json"}} {
		if got := got(t, e, home, flags...); got.code != exitUsage || asked.Load() > 0 {
			t.Fatalf("%v: %+v", flags, got)
		}
	}
	if got := got(t, e, home, "--yes", "--unverified"); got.code != exitFine || !strings.Contains(got.out, "its digest is right") {
		t.Fatalf("%+v", got)
	}
	here, err := os.ReadFile(filepath.Join(home, modelsFolder, "tiny.gguf"))
	if err != nil || !bytes.Equal(here, file) {
		t.Errorf("the file is not right: %v", err)
	}
	left := departed(t, home)
	if len(left) != 4 || left[2].Bytes == 0 || left[3].Bytes == 0 || left[0].Bytes+left[1].Bytes != 0 {
		t.Errorf("left: %+v", left)
	}
	before := asked.Load()
	if got := got(t, e, home, "--yes", "--unverified", "--json"); got.code != exitFine || asked.Load() != before || !strings.Contains(got.errs, `"stage":"finished"`) {
		t.Errorf("a second time: %+v", got)
	}
}

// TestFetchedWhileSheIsAwake: another process has the house, and hers is the log.
func TestFetchedWhileSheIsAwake(t *testing.T) {
	home := t.TempDir()
	var file []byte
	files := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(file))
	}))
	defer files.Close()
	e, file := smallFile("http://nowhere.invalid")
	awakeIn(t, home)
	if got := got(t, e, home, "--yes", "--mirror", files.URL); got.code != exitFine {
		t.Fatalf("%+v", got)
	}
	left := departed(t, home)
	if len(left) != 2 || left[0].To != strings.TrimPrefix(files.URL, "http://") {
		t.Errorf("left: %+v", left)
	}
}

// TestFetchedFromAFolder: nothing leaves.
func TestFetchedFromAFolder(t *testing.T) {
	home, stick := t.TempDir(), t.TempDir()
	e, file := smallFile("http://nowhere.invalid")
	if err := os.WriteFile(filepath.Join(stick, "tiny.gguf"), file, 0o600); err != nil {
		t.Fatal(err)
	}
	if got := got(t, e, home, "--yes", "--from", stick); got.code != exitFine || !strings.Contains(got.out, "nothing leaves this machine") {
		t.Fatalf("%+v", got)
	}
	if left := departed(t, home); len(left) != 0 {
		t.Errorf("left: %+v", left)
	}
	if err := os.WriteFile(filepath.Join(stick, "tiny.gguf"), bytes.ToUpper(file), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := got(t, e, t.TempDir(), "--yes", "--from", stick); got.code != exitFailed || !strings.Contains(got.errs, "thrown away") {
		t.Errorf("another file: %+v", got)
	}
}

// TestTheMachineIsKnown where it can be.
func TestTheMachineIsKnown(t *testing.T) {
	if m := memoryHere(); m < 1<<28 || m > 1<<50 {
		t.Errorf("%d bytes of memory", m)
	}
	if r := room(t.TempDir()); r <= 0 || r > 1<<60 {
		t.Errorf("%d bytes are free", r)
	}
}

func TestDownloaded(t *testing.T) {
	for want, p := range map[string]fetch.Progress{
		"x  1.2 GB of 5.0 GB, 24 %, 5 MB/s, 13 min left": {ID: "x", Stage: fetch.Fetching, Done: 1.2e9, Total: 5e9, Speed: 5e6, Left: 760},
		"x  0 bytes of 5.0 GB, 0 %":                      {ID: "x", Stage: fetch.Fetching, Total: 5e9},
		"x  2.5 GB of 5.0 GB, 50 % checked":              {ID: "x", Stage: fetch.Checking, Done: 2.5e9, Total: 5e9},
		"x  2.5 GB of 5.0 GB, 50 %: it waits":            {ID: "x", Stage: fetch.Fetching, Done: 2.5e9, Total: 5e9, Speed: 5, Note: "it waits"},
	} {
		if got := downloaded(p); got != want {
			t.Errorf("%q", got)
		}
	}
}

// TestFetchedForAPage: the process that is awake notes it itself.
func TestFetchedForAPage(t *testing.T) {
	home := t.TempDir()
	files := httptest.NewServer(http.NotFoundHandler())
	defer files.Close()
	t.Setenv("HF_ENDPOINT", files.URL)
	h, err := house.Open(t.Context(), home, 0, rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	c, err := parsed([]string{"start", "--home", home}, os.Getenv)
	if err != nil {
		t.Fatal(err)
	}
	c.errs = io.Discard
	a, err := wake(c, h)
	if err != nil {
		t.Fatal(err)
	}
	var events bytes.Buffer
	err = a.fetchIn(home)(t.Context(), "", "gemma-4-12b", false, &events)
	if !errors.Is(err, samantha.ErrInvalid) {
		t.Errorf("without the second yes: %v", err)
	}
	err = a.fetchIn(home)(t.Context(), "", "gemma-4-12b", true, &events)
	if !errors.Is(err, fetch.ErrNotThere) || !strings.Contains(err.Error(), "--mirror") {
		t.Errorf("from a server that does not have it: %v", err)
	}
	if err := a.close(); err != nil {
		t.Fatal(err)
	}
	if left := departed(t, home); len(left) != 2 || left[1].Bytes == 0 {
		t.Errorf("left: %+v", left)
	}
}

// TestADownloadOutlivesAKill: the program is killed in the middle, and the next one asks
// for the rest alone.
func TestADownloadOutlivesAKill(t *testing.T) {
	home := t.TempDir()
	const sends = 1 << 20 // of each part, and then nothing more
	var mu sync.Mutex
	var ranges []string
	files := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		mu.Lock()
		ranges = append(ranges, r.Header.Get("Range"))
		mu.Unlock()
		var from, to int
		if _, err := fmt.Sscanf(r.Header.Get("Range"), "bytes=%d-%d", &from, &to); err != nil {
			t.Errorf("%q", r.Header.Get("Range"))
		}
		w.Header().Set("Content-Range", fmt.Sprintf("bytes %d-%d/*", from, to))
		w.WriteHeader(http.StatusPartialContent)
		_, _ = w.Write(make([]byte, sends))
		_ = http.NewResponseController(w).Flush()
		<-r.Context().Done()
	}))
	defer files.Close()
	killed := func(from int64) int64 {
		cmd := exec.Command(os.Args[0], "model", "get", "piper-ljspeech", "--yes", "--json", "--home", home, "--mirror", files.URL)
		cmd.Env = append(os.Environ(), asProgram+"=1")
		errs, err := cmd.StderrPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		var p fetch.Progress
		lines := bufio.NewScanner(errs)
		for still := 0; still < 25 && lines.Scan(); still++ { // it saves with every twentieth
			before := p.Done
			if err := json.Unmarshal(lines.Bytes(), &p); err != nil {
				t.Fatalf("%s: %v", lines.Text(), err)
			}
			if p.Done == from || p.Done != before {
				still = 0 // the parts are still coming
			}
		}
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
		return p.Done
	}
	first := killed(0)
	mu.Lock()
	parts := int64(len(ranges))
	mu.Unlock()
	if first != parts*sends || parts < 4 {
		t.Fatalf("%d bytes in %d parts", first, parts)
	}
	if second := killed(first); second != 2*first {
		t.Errorf("%d bytes, and then %d", first, second)
	}
	mu.Lock()
	defer mu.Unlock()
	for _, again := range ranges[parts:] {
		if slices.Contains(ranges[:parts], again) {
			t.Errorf("%s was asked for twice", again)
		}
	}
}
