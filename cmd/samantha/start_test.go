package main

import (
	"context"
	"encoding/json"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"samantha/internal/house"
)

// started is a house in which she is awake.
type started struct {
	Page string `json:"page"`
	Link string `json:"link"`
	stop func() typed
}

// startIn starts her as `samantha` alone does, and waits until she says where
// her page is.
func startIn(t *testing.T, getenv func(string) string, args ...string) started {
	t.Helper()
	ctx, sleep := context.WithCancel(context.Background())
	out, said := io.Pipe()
	errs := &strings.Builder{}
	code := make(chan int, 1)
	go func() {
		code <- runs(ctx, append([]string{"--json", "--listen", anyPort}, args...), getenv, strings.NewReader(""), said, errs)
		said.Close()
	}()
	s := started{stop: func() typed {
		sleep()
		go io.Copy(io.Discard, out)
		return typed{code: <-code, errs: errs.String()}
	}}
	t.Cleanup(sleep)
	if err := json.NewDecoder(out).Decode(&s); err != nil {
		t.Fatalf("%v: %+v", err, s.stop())
	}
	return s
}

// visit asks for a page with a cookie, and returns the answer with its body
// read.
func visit(t *testing.T, url string, cookies ...*http.Cookie) (*http.Response, string) {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, url, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range cookies {
		r.AddCookie(c)
	}
	resp, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	text, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	return resp, string(text)
}

// letIn follows a link, and returns the cookie it gives.
func letIn(t *testing.T, link string) *http.Cookie {
	t.Helper()
	resp, text := visit(t, link)
	cookies := resp.Cookies()
	if resp.StatusCode != http.StatusOK || len(cookies) != 1 || !strings.HasPrefix(cookies[0].Name, "samantha-") {
		t.Fatalf("%s %v %s", resp.Status, cookies, text)
	}
	return cookies[0]
}

func TestSamanthaAlone(t *testing.T) {
	home := t.TempDir()
	s := startIn(t, os.Getenv, "--home", home, "--no-open")
	module := s.Page + "app/wire.js"
	if resp, _ := visit(t, module); resp.StatusCode != http.StatusUnauthorized {
		t.Errorf("a stranger: %s", resp.Status)
	}
	cookie := letIn(t, s.Link)
	if resp, text := visit(t, module, cookie); resp.StatusCode != http.StatusOK || !strings.Contains(text, "typedef") {
		t.Errorf("%s %s", resp.Status, text)
	}
	again := typeIn(t, "", "--home", home, "--no-open", "--json")
	var other started
	if err := json.Unmarshal([]byte(again.out), &other); err != nil || again.code != exitFine || other.Page != s.Page || other.Link == s.Link {
		t.Fatalf("started again: %+v", again)
	}
	letIn(t, other.Link)
	if got := typeIn(t, "", "--home", home, "--listen", anyPort); got.code != exitUsage || !strings.Contains(got.errs, "awake already") {
		t.Errorf("--listen while she is awake: %+v", got)
	}
	if got := typeIn(t, "", "--home", home, "--no-open", "--as", "nobody"); got.code != exitUsage {
		t.Errorf("for nobody: %+v", got)
	}
	if got := s.stop(); got.code != exitFine || got.errs != "" {
		t.Errorf("she ended with %+v", got)
	}
	if _, ok := house.Awake(home); ok {
		t.Error("run.json is left behind")
	}

	// Whoever was let in is known after a restart, and a used link stays used.
	s = startIn(t, os.Getenv, "--home", home, "--no-open")
	if resp, _ := visit(t, s.Page+"app/wire.js", cookie); resp.StatusCode != http.StatusOK {
		t.Errorf("after a restart: %s", resp.Status)
	}
	s.stop()
}

func TestAddressesThatOthersReachAreRefused(t *testing.T) {
	home := filepath.Join(t.TempDir(), "home")
	for _, address := range []string{"0.0.0.0:7262", ":7262", "[::]:7262", "192.168.1.4:7262", "example.org:80", "7262"} {
		for _, verb := range []string{"start", "talk"} {
			if got := typeIn(t, "", verb, "--home", home, "--listen", address); got.code != exitUsage {
				t.Errorf("%s --listen %s: %+v", verb, address, got)
			}
		}
	}
	if _, err := os.Stat(home); err == nil {
		t.Error("a house stands there")
	}
}

func TestTheBrowserIsOpened(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("the command that opens a browser is faked for Linux")
	}
	dir := t.TempDir()
	opened := filepath.Join(dir, "opened")
	script := "#!/bin/sh\nprintf %s \"$1\" > " + opened + ".next && mv " + opened + ".next " + opened + "\n"
	if err := os.WriteFile(filepath.Join(dir, "xdg-open"), []byte(script), 0o700); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", dir+":"+os.Getenv("PATH"))
	atDesk := func(name string) string {
		return map[string]string{"DISPLAY": ":0", "SSH_TTY": ""}[name]
	}
	s := startIn(t, atDesk, "--home", filepath.Join(dir, "home"))
	link, err := os.ReadFile(opened)
	if err != nil || s.Link != "" {
		t.Fatalf("%v, and the link is shown: %q", err, s.Link)
	}
	letIn(t, string(link))
	s.stop()
}

func TestABrowserThatFails(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("the command that opens a browser is faked for Linux")
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "xdg-open"), []byte("#!/bin/sh\nexit 3\n"), 0o700); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", dir+":"+os.Getenv("PATH"))
	atDesk := func(name string) string { return map[string]string{"DISPLAY": ":0"}[name] }
	begin := time.Now()
	s := startIn(t, atDesk, "--home", filepath.Join(dir, "home"))
	letIn(t, s.Link)
	if took := time.Since(begin); took > opening+10*time.Second {
		t.Errorf("it took %s to notice", took)
	}
	s.stop()
}

func TestWhereABrowserOpens(t *testing.T) {
	for _, c := range []struct {
		system, env, want string
	}{
		{"linux", "", ""},
		{"linux", "DISPLAY", "xdg-open"},
		{"linux", "WAYLAND_DISPLAY", "xdg-open"},
		{"linux", "DISPLAY SSH_CONNECTION", ""},
		{"freebsd", "DISPLAY", "xdg-open"},
		{"darwin", "", "open"},
		{"darwin", "SSH_TTY", ""},
		{"windows", "", "rundll32 url.dll,FileProtocolHandler"},
	} {
		getenv := func(name string) string {
			for _, set := range strings.Fields(c.env) {
				if set == name {
					return "set"
				}
			}
			return ""
		}
		if got := strings.Join(opener(c.system, getenv), " "); got != c.want {
			t.Errorf("%s with %q: %q, want %q", c.system, c.env, got, c.want)
		}
	}
}
