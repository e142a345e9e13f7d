package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// seen is what the doctor says of a house, in JSON.
func seen(t *testing.T, home string, code int) diagnosis {
	t.Helper()
	got := typeIn(t, "", "doctor", "--json", "--home", home)
	var d diagnosis
	if err := json.Unmarshal([]byte(got.out), &d); err != nil || got.code != code {
		t.Fatalf("exit %d, want %d: %v in %q (%q)", got.code, code, err, got.out, got.errs)
	}
	if plain := typeIn(t, "", "doctor", "--home", home); strings.Contains(plain.out, "all well") != d.Well || plain.code != code {
		t.Errorf("well %v: %+v", d.Well, plain)
	}
	return d
}

func TestTheDoctorFindsNothing(t *testing.T) {
	home, _ := lived(t)
	if d := seen(t, home, exitFine); !d.Well || d.Mind.Moments != 2 {
		t.Errorf("%+v", d)
	}
}

func TestTheDoctorSeesAClockThatIsBehind(t *testing.T) {
	home := t.TempDir()
	if got := typeIn(t, "", "say", "--home", home, "--at", "2931-05-05T10:00:00Z", "hello"); got.code != exitFine {
		t.Fatalf("%+v", got)
	}
	if d := seen(t, home, exitFine); d.Well || !strings.Contains(d.Clock, "2931") {
		t.Errorf("%+v", d)
	}
}

func TestTheDoctorNamesWhatCannotBeOpened(t *testing.T) {
	for _, file := range []string{"house.json", "key", "person1/mind.db"} {
		home, _ := lived(t)
		name := filepath.Join(home, filepath.FromSlash(file))
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for i := range text {
			text[i] ^= 1
		}
		if err := os.WriteFile(name, text, 0o600); err != nil {
			t.Fatal(err)
		}
		if d := seen(t, home, exitFailed); d.Broken == "" || d.Well || d.House != home {
			t.Errorf("%s: %+v", file, d)
		}
	}
}
