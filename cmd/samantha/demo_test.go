package main

import (
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/coder/websocket"
)

// TestTheDemo lives the thirty days in a house of its own and looks at them as a
// stranger would: on the page, in another terminal, in talk, and after a restart.
func TestTheDemo(t *testing.T) {
	if testing.Short() {
		t.Skip("thirty days are lived")
	}
	home := filepath.Join(t.TempDir(), "demo")
	s := startIn(t, os.Getenv, "demo", "--no-open", "--home", home)
	verb := func(words ...string) typed {
		got := typeIn(t, "", append([]string{"--home", home}, words...)...)
		if got.code != exitFine || !strings.Contains(got.errs, simulatedMark) {
			t.Errorf("%v: %d, and on stderr %q", words, got.code, got.errs)
		}
		return got
	}
	for _, view := range []string{"facts", "story", "feelings", "threads", "dreams", "bond", "self", "shelf"} {
		if got := verb(view); strings.Count(got.out, "\n") < 2 && view != "shelf" {
			t.Errorf("%s has only %q", view, got.out)
		}
	}
	if first := verb("say", "hello").out; !marks(first) {
		t.Errorf("her first reply: %s", first)
	}
	if next := verb("say", "what is my dad called?").out; marks(next) || !strings.Contains(next, "Joe") {
		t.Errorf("and then: %s", next)
	}
	for _, question := range []string{"is this real?", "who am I?", "did any of this really happen?"} {
		if got := verb("say", question).out; !marks(got) {
			t.Errorf("%s %s", question, got)
		}
	}
	if welcome := welcomed(t, s); !strings.Contains(welcome, `"simulated":true`) || !strings.Contains(welcome, "Wren") {
		t.Errorf("the page is told %s", welcome)
	}
	if got := s.stop(); got.code != exitFine {
		t.Errorf("she ended with %+v", got)
	}
	verb("verify")

	// It is opened again as it stands, and not lived anew.
	s = startIn(t, os.Getenv, "demo", "--no-open", "--home", home)
	if got := verb("memories", "called"); !strings.Contains(got.out, "what is my dad called?") {
		t.Errorf("what was said in it: %q", got.out)
	}
	s.stop()
}

// marks: in each of her words for it, it is plain that nobody lived this.
func marks(reply string) bool {
	reply = strings.ToLower(reply)
	return strings.Contains(reply, "simulated") || strings.Contains(reply, "nobody lived") || strings.Contains(reply, "no one lived")
}

// welcomed is what she tells a page at first.
func welcomed(t *testing.T, s started) string {
	t.Helper()
	cookie := letIn(t, s.Link)
	at, err := url.Parse(s.Page)
	if err != nil {
		t.Fatal(err)
	}
	conn, _, err := websocket.Dial(t.Context(), "ws://"+at.Host+"/wire", &websocket.DialOptions{
		HTTPHeader: http.Header{"Cookie": {cookie.Name + "=" + cookie.Value}, "Origin": {"http://" + at.Host}},
	})
	if err != nil {
		t.Fatal(err)
	}
	defer conn.CloseNow()
	if err := conn.Write(t.Context(), websocket.MessageText, []byte(`{"kind":"hello","last":0,"zone":"UTC"}`)); err != nil {
		t.Fatal(err)
	}
	_, data, err := conn.Read(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// TestTheDemoKeepsOut: where somebody lives, or anything else is, it makes nothing
// and opens nothing.
func TestTheDemoKeepsOut(t *testing.T) {
	home, _ := lived(t)
	files := listing(t, home)
	if got := typeIn(t, "", "demo", "--no-open", "--home", home); got.code != exitUsage || !strings.Contains(got.errs, "no house of a demonstration") {
		t.Errorf("in a real house: %+v", got)
	}
	if now := listing(t, home); now != files {
		t.Errorf("the house had %s and has %s", files, now)
	}
	if got := typeIn(t, "", "facts", "--home", home); strings.Contains(got.errs, simulatedMark) {
		t.Errorf("a real life is called simulated: %+v", got)
	}
	other := t.TempDir()
	if err := os.WriteFile(filepath.Join(other, "tax.ods"), []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := typeIn(t, "", "demo", "--no-open", "--home", other); got.code != exitUsage || listing(t, other) != "tax.ods 1;" {
		t.Errorf("in another folder: %+v, %s", got, listing(t, other))
	}
}

// listing are the files of a folder with their sizes.
func listing(t *testing.T, dir string) string {
	t.Helper()
	var all strings.Builder
	err := filepath.WalkDir(dir, func(name string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if err == nil {
			rel, _ := filepath.Rel(dir, name) // it is below
			all.WriteString(rel + " " + strconv.FormatInt(info.Size(), 10) + ";")
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all.String()
}

// TestTheDemoLeavesNothing: in a temporary folder it is gone when she sleeps.
func TestTheDemoLeavesNothing(t *testing.T) {
	if testing.Short() {
		t.Skip("thirty days are lived")
	}
	tmp := t.TempDir()
	t.Setenv("TMPDIR", tmp)
	s := startIn(t, os.Getenv, "demo", "--no-open")
	houses, err := filepath.Glob(filepath.Join(tmp, "samantha-demo-*"))
	if err != nil || len(houses) != 1 {
		t.Fatalf("%v %v", houses, err)
	}
	got := s.stop()
	if got.code != exitFine || !strings.Contains(got.errs, "nothing of it is left") {
		t.Errorf("%+v", got)
	}
	if left := listing(t, tmp); left != "" {
		t.Errorf("it left %s", left)
	}
}

// TestAnExportCarriesTheMark: moved elsewhere it is still a life that nobody lived.
func TestAnExportCarriesTheMark(t *testing.T) {
	if testing.Short() {
		t.Skip("thirty days are lived")
	}
	home, dir := filepath.Join(t.TempDir(), "demo"), secrets(t)
	startIn(t, os.Getenv, "demo", "--no-open", "--home", home).stop()
	file, secret := filepath.Join(dir, "her.age"), filepath.Join(dir, "secret")
	elsewhere := t.TempDir()
	for _, args := range [][]string{
		{"export", file, "--home", home, "--passphrase-file", secret},
		{"import", file, "--home", elsewhere, "--passphrase-file", secret},
	} {
		if got := typeIn(t, "", args...); got.code != exitFine {
			t.Fatalf("%v: %+v", args, got)
		}
	}
	if got := typeIn(t, "", "say", "hello", "--home", elsewhere); !marks(got.out) || !strings.Contains(got.errs, simulatedMark) {
		t.Errorf("there: %+v", got)
	}
}
