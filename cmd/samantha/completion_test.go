package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// few are verbs of every sort, for what is compared with a file in testdata.
func few() []verb {
	return []verb{
		{name: "say", args: "TEXT", says: "say one thing to her; the reply comes on stdout", more: "  TEXT - is read from stdin.", flags: []string{"face-id"}},
		{name: "forget", args: "ID", says: "what you don't want kept: [gone]", flags: []string{"only", "n"}},
		{name: "export", args: "FILE", says: `one file, with a \ in it`, flags: []string{"house-passphrase-file"}},
		{name: "passphrase", args: "set|remove", says: "lock the house", choose: []string{"set", "remove"}, more: "  Two lines\n  of one paragraph.\n\n  set       a list\n  remove    of words"},
	}
}

// golden compares with a file in testdata; UPDATE=1 writes it.
func golden(t *testing.T, file, got string) {
	t.Helper()
	file = filepath.Join("testdata", file)
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("not as in %s (UPDATE=1 go test writes it):\n%s", file, got)
	}
}

// tool is a program that a test tries things with, or the test is skipped; in
// CI it must be there.
func tool(t *testing.T, name string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err == nil {
		return path
	}
	if os.Getenv("CI") != "" {
		t.Fatalf("%s must be there in CI", name)
	}
	t.Skipf("SKIPPED: there is no %s on this machine", name)
	return ""
}

func TestCompletionScripts(t *testing.T) {
	for _, shell := range []string{"bash", "zsh", "fish"} {
		var script strings.Builder
		if err := complete(&script, shell, few()); err != nil {
			t.Fatal(err)
		}
		golden(t, "completion."+shell, script.String())
	}
}

// completions are the verbs as they are now, for a shell, in a file.
func completions(t *testing.T, shell string) string {
	t.Helper()
	got := typeIn(t, "", "completion", shell)
	if got.code != exitFine {
		t.Fatalf("%+v", got)
	}
	file := filepath.Join(t.TempDir(), "samantha."+shell)
	if err := os.WriteFile(file, []byte(got.out), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

// finished is what can be typed at the end of a line, and one thing that cannot.
func finished() []struct{ line, want, never string } {
	return []struct{ line, want, never string }{
		{"samantha pass", "passphrase", "say"},
		{"samantha ", "memories", "--home"},
		{"samantha --home x ver", "verify version", "doctor"},
		{"samantha passphrase ", "set change remove", "say"},
		{"samantha passphrase --as me s", "set", "change"},
		{"samantha forget --o", "--only", "--show"},
		{"samantha facts --", "--json --passphrase-file", "--only"},
		{"samantha help comp", "completion", "say"},
	}
}

func checkFinished(t *testing.T, line, got, want, never string) {
	t.Helper()
	words := strings.Fields(got)
	has := map[string]bool{}
	for _, w := range words {
		has[w] = true
	}
	for _, w := range strings.Fields(want) {
		if !has[w] {
			t.Errorf("%q: no %s in %q", line, w, got)
		}
	}
	if has[never] {
		t.Errorf("%q: %s in %q", line, never, got)
	}
}

func TestBashFinishesWhatIsTyped(t *testing.T) {
	bash, file := tool(t, "bash"), completions(t, "bash")
	for _, c := range finished() {
		words := strings.Fields(c.line)
		if strings.HasSuffix(c.line, " ") {
			words = append(words, "''")
		}
		out, err := exec.Command(bash, "--norc", "-c", "source "+file+"; COMP_WORDS=("+strings.Join(words, " ")+`); COMP_CWORD=$((${#COMP_WORDS[@]}-1)); _samantha; echo "${COMPREPLY[@]}"`).CombinedOutput()
		if err != nil {
			t.Fatalf("%v: %s", err, out)
		}
		checkFinished(t, c.line, string(out), c.want, c.never)
	}
}

func TestFishFinishesWhatIsTyped(t *testing.T) {
	fish, file := tool(t, "fish"), completions(t, "fish")
	for _, c := range finished() {
		cmd := exec.Command(fish, "--no-config", "-c", "source "+file+`; complete -C "`+c.line+`" | string replace -r '\t.*' ''; true`)
		cmd.Env = append(os.Environ(), "HOME="+t.TempDir())
		out, err := cmd.CombinedOutput()
		if err != nil {
			t.Fatalf("%v: %s", err, out)
		}
		checkFinished(t, c.line, string(out), c.want, c.never)
	}
}

// zsh finishes only for somebody who types: the test types.
func TestZshFinishesWhatIsTyped(t *testing.T) {
	zsh, file := tool(t, "zsh"), completions(t, "zsh")
	known := filepath.Join(t.TempDir(), "known") // what zsh found at its first start
	for _, c := range finished() {
		cmd := exec.Command(zsh, "-f", filepath.Join("testdata", "finish.zsh"), file, c.line, known)
		out, err := cmd.CombinedOutput()
		if err != nil {
			t.Fatalf("%v: %s", err, out)
		}
		checkFinished(t, c.line, string(out), c.want, c.never)
	}
}
