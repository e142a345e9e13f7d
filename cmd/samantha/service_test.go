package main

import (
	"cmp"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"samantha"
)

// odd is a command with everything that a unit could take for something else.
func odd() []string {
	return []string{"/opt/a b/samantha", "start", "--no-open", "--home", `/home/ida/100% "$HOME" \x & <y>`}
}

func TestUnits(t *testing.T) {
	for _, c := range []struct {
		at   keeper
		file string
	}{
		{keeper{"linux", "/home/ida", "/home/ida/.config", 1000}, "samantha.service"},
		{keeper{"darwin", "/Users/ida", "/Users/ida/Library/Application Support", 501}, "local.samantha.plist"},
	} {
		u, err := c.at.unit(odd())
		if err != nil {
			t.Fatal(err)
		}
		var steps strings.Builder
		u.show(&steps, "install")
		u.show(&steps, "remove")
		golden(t, c.file, u.Text)
		golden(t, c.file+".steps", strings.ReplaceAll(steps.String(), u.Text, "(the text)\n"))
	}
	for _, system := range []string{"windows", "plan9"} {
		if _, err := (keeper{system: system}).unit(odd()); !errors.Is(err, samantha.ErrInvalid) {
			t.Errorf("%s: %v", system, err)
		}
	}
}

// What the plist says to run is what was asked, however odd.
func TestThePlistIsRead(t *testing.T) {
	u, err := keeper{system: "darwin", home: "/Users/ida"}.unit(odd())
	if err != nil {
		t.Fatal(err)
	}
	var words []string
	dec := xml.NewDecoder(strings.NewReader(u.Text))
	for within := false; ; {
		token, err := dec.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		switch e := token.(type) {
		case xml.StartElement:
			within = within || e.Name.Local == "array"
			var word string
			if within && e.Name.Local == "string" && dec.DecodeElement(&word, &e) == nil {
				words = append(words, word)
			}
		case xml.EndElement:
			within = within && e.Name.Local != "array"
		}
	}
	if !slices.Equal(words, odd()) {
		t.Errorf("%q", words)
	}
}

func TestSystemdReadsTheUnit(t *testing.T) {
	analyze, err := exec.LookPath("systemd-analyze")
	if err != nil {
		t.Skip("SKIPPED: there is no systemd-analyze on this machine")
	}
	dir := t.TempDir()
	program := filepath.Join(dir, "a $b%c samantha")
	if err := os.WriteFile(program, []byte("#!/bin/sh\n"), 0o700); err != nil {
		t.Fatal(err)
	}
	u, err := keeper{system: "linux", config: dir}.unit(append([]string{program}, odd()[1:]...))
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(dir, unitName)
	if err := os.WriteFile(file, []byte(u.Text), 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(analyze, "verify", "--man=no", file).CombinedOutput()
	if err != nil || strings.Contains(string(out), unitName) {
		t.Errorf("%v: %s", err, out)
	}
}

// pretended puts a systemctl or launchctl before all others that notes what it
// is told, and fails at a word.
func pretended(t *testing.T) (told func() string, failAt func(word string)) {
	t.Helper()
	dir := t.TempDir()
	log, word := filepath.Join(dir, "log"), filepath.Join(dir, "word")
	script := "#!/bin/sh\necho \"$*\" >>" + log + "\nif [ -e " + word + " ]; then case \"$*\" in *$(cat " + word + ")*) echo no such luck; exit 3;; esac; fi\n"
	for _, name := range []string{"systemctl", "launchctl"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(script), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv("PATH", dir+string(os.PathListSeparator)+os.Getenv("PATH"))
	t.Setenv("HOME", filepath.Join(dir, "home"))
	t.Setenv("XDG_CONFIG_HOME", filepath.Join(dir, "config"))
	told = func() string {
		text, _ := os.ReadFile(log) // nothing was told yet
		os.Remove(log)
		return string(text)
	}
	return told, func(w string) { scribble(t, word, w) }
}

func scribble(t *testing.T, file, text string) {
	t.Helper()
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestServiceFromInstalledToRemoved(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("the systemctl of this test is one of Linux")
	}
	told, failAt := pretended(t)
	home := filepath.Join(t.TempDir(), "house")
	for _, step := range []struct {
		args, fail string
		code       int
		out, told  string
	}{
		{"service", "", exitUsage, "", ""},
		{"service dance", "", exitUsage, "", ""},
		{"service status", "", exitFine, "not installed", ""},
		{"service remove", "", exitFailed, "", ""},
		{"service install --dry-run", "", exitFine, "--no-open", ""},
		{"service install --dry-run --json", "", exitFine, `"text": `, ""},
		{"service status --json", "", exitFine, `"installed": false`, ""},
		{"service install", "enable", exitFailed, "", "--user daemon-reload\n--user enable --now samantha.service\n"},
		{"service install --as Ida", "", exitFine, "She is awake", "--user disable --now samantha.service\n--user daemon-reload\n--user enable --now samantha.service\n"},
		{"service status", "is-active", exitFine, "not running", "--user is-active --quiet samantha.service\n"},
		{"service status --json", "", exitFine, `"running": true`, "--user is-active --quiet samantha.service\n"},
		{"service remove --dry-run", "", exitFine, "would be deleted", ""},
		{"service remove", "", exitFine, "still there", "--user disable --now samantha.service\n--user daemon-reload\n"},
		{"service install --json", "", exitFine, `"installed": true`, "--user daemon-reload\n--user enable --now samantha.service\n"},
		{"service remove", "disable", exitFailed, "", "--user disable --now samantha.service\n--user daemon-reload\n"},
		{"service status", "", exitFine, "not installed", ""},
	} {
		failAt(cmp.Or(step.fail, "nothing"))
		got := typeIn(t, "", append(strings.Fields(step.args), "--home", home)...)
		if got.code != step.code || !strings.Contains(got.out, step.out) || strings.Count(got.errs, "\n") > 1 {
			t.Errorf("%s: %+v, want exit %d and %q", step.args, got, step.code, step.out)
		}
		if got := told(); got != step.told {
			t.Errorf("%s: told %q, want %q", step.args, got, step.told)
		}
	}
	if _, err := os.Stat(home); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a house was built: %v", err)
	}
}

func TestAServiceForAWrappedHouse(t *testing.T) {
	pretended(t)
	home, _, dir := wrapped(t)
	if got := typeIn(t, "", "service", "install", "--home", home, "--dry-run"); got.code != exitUsage || !strings.Contains(got.errs, "--passphrase-file") {
		t.Errorf("nobody to ask: %+v", got)
	}
	secret := filepath.Join(dir, "secret")
	got := typeIn(t, "", "service", "install", "--home", home, "--dry-run", "--passphrase-file", secret)
	if got.code != exitFine || !strings.Contains(got.out, systemdWord(secret)) {
		t.Errorf("%+v", got)
	}
}

// The command of a service is one that this program knows.
func TestTheServiceWakesHer(t *testing.T) {
	if !slices.ContainsFunc(verbs(), func(v verb) bool { return v.name == "start" }) {
		t.Skip("SKIPPED: there is no page yet to keep awake")
	}
	c := &call{home: "/x", as: "Ida", args: []string{"install"}, secret: "/y"}
	command, err := c.waking("samantha")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := parse(command[1:], os.Getenv); err != nil {
		t.Errorf("%q: %v", command, err)
	}
}
