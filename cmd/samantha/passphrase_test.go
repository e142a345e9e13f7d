package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"samantha/internal/house"
)

// wrapped is a house with a life in it and the passphrase of DIR/secret; DIR has
// that, a wrong one, and both after each other.
func wrapped(t *testing.T) (home, id, dir string) {
	t.Helper()
	home, id = lived(t)
	dir = secrets(t)
	both := filepath.Join(dir, "both")
	if err := os.WriteFile(both, []byte("open sesame\r\nopen barley\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	got := typeIn(t, "", filled("passphrase set --passphrase-file DIR/secret", home, id, dir)...)
	if got.code != exitFine || !house.Wrapped(home) {
		t.Fatalf("%+v", got)
	}
	return home, id, dir
}

func TestAPassphraseFromSetToRemoved(t *testing.T) {
	home, id := lived(t)
	dir := secrets(t)
	if err := os.WriteFile(filepath.Join(dir, "both"), []byte("open sesame\nopen barley\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "short"), []byte("sesame7\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, step := range []struct {
		args, typed string
		code        int
		set         bool // after it
		out         string
	}{
		{"passphrase", "", exitUsage, false, ""},
		{"passphrase dance", "", exitUsage, false, ""},
		{"passphrase change --passphrase-file DIR/both", "", exitUsage, false, ""},
		{"passphrase remove", "", exitUsage, false, ""},
		{"passphrase set", "open sesame\nopen sesamy\n", exitFailed, false, ""},
		{"passphrase set", "", exitUsage, false, ""},
		{"passphrase set", "sesame\n", exitUsage, false, ""}, // not asked for twice
		{"passphrase set --passphrase-file DIR/short", "", exitUsage, false, ""},
		{"passphrase set --passphrase-file DIR/nothing", "", exitUsage, false, ""},
		{"doctor", "", exitFine, false, "no passphrase is set"},
		{"passphrase set", "open sesame\nopen sesame\n", exitFine, true, "is set"},
		{"passphrase set", "open sesame\n", exitUsage, true, ""},
		{"doctor", "open sesame\n", exitFine, true, "a passphrase is set"},
		{"doctor", "open barley\n", exitFailed, true, "does not open"},
		{"passphrase change --json --passphrase-file DIR/both", "", exitFine, true, `"passphrase": true`},
		{"facts --passphrase-file DIR/secret", "", exitFailed, true, ""},
		{"facts", "open barley\n", exitFine, true, "Bergen"},
		{"passphrase change", "open barley\nopen sesame\nopen sesame\n", exitFine, true, "is set"},
		{"passphrase remove", "open barley\n", exitFailed, true, ""},
		{"passphrase remove --json", "open sesame\n", exitFine, false, `"passphrase": false`},
		{"facts", "", exitFine, false, "Bergen"},
	} {
		got := typeIn(t, step.typed, filled(step.args, home, id, dir)...)
		if got.code != step.code || !strings.Contains(got.out, step.out) {
			t.Errorf("%s: %+v, want exit %d and %q", step.args, got, step.code, step.out)
		}
		if house.Wrapped(home) != step.set {
			t.Errorf("%s: set %v", step.args, !step.set)
		}
	}
}

// A short passphrase is refused in words that say why, and what would do.
func TestAShortPassphraseIsRefused(t *testing.T) {
	home, _ := lived(t)
	got := typeIn(t, "sesame\n", "passphrase", "set", "--home", home)
	if got.code != exitUsage || house.Wrapped(home) || !strings.Contains(got.errs, "6 characters") || !strings.Contains(got.errs, "8 or more") {
		t.Errorf("%+v", got)
	}
}

// unlocked is a line of the contract with the passphrase of the house in a file.
func unlocked(args, file string) string {
	flag := "--passphrase-file"
	if strings.Contains(args, flag) { // that one is of the export
		flag = "--house-passphrase-file"
	}
	return args + " " + flag + " " + file
}

// The contract holds in a house with a passphrase too.
func TestTheContractInAWrappedHouse(t *testing.T) {
	if testing.Short() {
		t.Skip("a passphrase for each of a hundred lines takes minutes under the race detector")
	}
	home, id, dir := wrapped(t)
	for _, c := range contract(t) {
		line := unlocked(c.args, "DIR/secret")
		judge(t, line, c.code, typeIn(t, "", filled(line, home, id, dir)...))
	}
}

// Without the passphrase nothing is read and nothing is done.
func TestAWrappedHouseStaysShut(t *testing.T) {
	home, id, dir := wrapped(t)
	before := typeIn(t, "open sesame\n", "verify", "--json", "--home", home)
	for _, args := range []string{
		"say hello", "talk", "facts", "why ID", "forget ID", "verify", "passphrase remove",
		"export DIR/her.age --passphrase-file DIR/secret", "import DIR/both --passphrase-file DIR/secret --as Ida",
	} {
		for _, typed := range []string{"", "\n", "open barley\n"} {
			got := typeIn(t, typed, filled(args, home, id, dir)...)
			if got.code != exitFailed || got.out != "" || strings.Count(strings.TrimPrefix(got.errs, "Passphrase of the house: \n"), "\n") != 1 {
				t.Errorf("%s, typed %q: %+v", args, typed, got)
			}
		}
	}
	got := typeIn(t, "", filled("facts --passphrase-file DIR/none", home, id, dir)...)
	judge(t, "a file that is not there", exitUsage, got)
	if after := typeIn(t, "open sesame\n", "verify", "--json", "--home", home); before.code != exitFine || after.out != before.out {
		t.Errorf("something was done: %+v, then %+v", before, after)
	}
}

// While she is awake she is asked nothing twice; and then a passphrase can be
// neither set nor taken away.
func TestAwakeNoPassphraseIsNeeded(t *testing.T) {
	home, id, dir := wrapped(t)
	awakeIn(t, home, "--passphrase-file", filepath.Join(dir, "secret"))
	for _, args := range []string{"facts", "say hello", "doctor", "export DIR/her.age --passphrase-file DIR/wrong"} {
		if got := typeIn(t, "", filled(args, home, id, dir)...); got.code != exitFine || got.errs != "" {
			t.Errorf("%s: %+v", args, got)
		}
	}
	for _, args := range []string{"set", "change", "remove"} {
		got := typeIn(t, "open sesame\n", "passphrase", args, "--home", home)
		if want := "samantha: " + errAwake.Error() + "\n"; got.code != exitFailed || got.errs != want {
			t.Errorf("%s: %+v", args, got)
		}
	}
}

// The passphrase is the first line of stdin; what follows is for the verb.
func TestStdinHasThePassphraseFirst(t *testing.T) {
	home, _, _ := wrapped(t)
	got := typeIn(t, "open sesame\nwhere does my sister live?\n", "say", "-", "--home", home)
	if got.code != exitFine || !strings.Contains(got.out, "Bergen") {
		t.Errorf("say: %+v", got)
	}
	got = typeIn(t, "open sesame\nthe kettle is on\n", "talk", "--listen", anyPort, "--home", home)
	if got.code != exitFine {
		t.Errorf("talk: %+v", got)
	}
	kept := typeIn(t, "open sesame\n", "memories", "--home", home)
	if !strings.Contains(kept.out, "the kettle is on") || strings.Contains(kept.out, "sesame") {
		t.Errorf("kept: %+v", kept)
	}
}

// An export has a passphrase of its own, and opens in any house.
func TestAnExportFromAWrappedHouse(t *testing.T) {
	home, id, dir := wrapped(t)
	got := typeIn(t, "open sesame\nfor the road\n", filled("export DIR/her.age", home, id, dir)...)
	if got.code != exitFine || !strings.Contains(got.errs, "Passphrase of her.age: ") {
		t.Fatalf("export: %+v", got)
	}
	elsewhere := t.TempDir()
	if got := typeIn(t, "for the road\n", filled("import DIR/her.age", elsewhere, id, dir)...); got.code != exitFine || house.Wrapped(elsewhere) {
		t.Fatalf("import: %+v", got)
	}
	if got := typeIn(t, "", "facts", "--home", elsewhere); !strings.Contains(got.out, "Bergen") {
		t.Errorf("she did not come along: %+v", got)
	}
}

func TestTheDoctorOfAWrappedHouse(t *testing.T) {
	home, _, dir := wrapped(t)
	for file, want := range map[string]bool{"secret": true, "wrong": false} {
		got := typeIn(t, "", "doctor", "--json", "--home", home, "--passphrase-file", filepath.Join(dir, file))
		var d diagnosis
		if err := json.Unmarshal([]byte(got.out), &d); err != nil || !d.Locked || d.Well != want || (got.code == exitFine) != want || (d.Broken == "") != want {
			t.Errorf("%s: %v, %+v, %+v", file, err, got, d)
		}
	}
}

// Whoever joined a talk takes the house when the first one leaves, if it has the
// passphrase in a file; nobody can be asked in the middle of a talk.
func TestAJoinedTalkInAWrappedHouse(t *testing.T) {
	for _, c := range []struct {
		flags []string
		code  int
		out   string
	}{
		{[]string{"--passphrase-file", "DIR/secret"}, exitFine, "Bergen"},
		{nil, exitFailed, ""},
	} {
		home, _, dir := wrapped(t)
		got := outlive(t, home, filled("talk --listen "+anyPort+" --passphrase-file DIR/secret", home, "", dir), filled(strings.Join(append([]string{"talk", "--listen", anyPort}, c.flags...), " "), home, "", dir))
		if got.code != c.code || !strings.Contains(got.out, c.out) || c.code != exitFine && !strings.Contains(got.errs, house.ErrWrapped.Error()[:30]) {
			t.Errorf("%q: %+v", c.flags, got)
		}
	}
}
