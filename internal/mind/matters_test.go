package mind_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestMattersHaveWords: whatever is heard as a matter of every day has at least two lines,
// one of which asks nothing, for she may not ask again; and no line waits for a matter that
// nothing hears.
func TestMattersHaveWords(t *testing.T) {
	heard := regexp.MustCompile(`(?m)^([a-z]+) rank=(\d)`)
	said := regexp.MustCompile(`(?m)^[a-z]+-\d+ +\| kind=([a-z]+) .*\| (.*)$`)
	files, err := filepath.Glob("hearing/en/matters/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no matters: %v", err)
	}
	for _, file := range files {
		lines, plain := map[string]int{}, map[string]bool{}
		for _, m := range said.FindAllStringSubmatch(read(t, "../words/newborn/en/matters/"+filepath.Base(file)), -1) {
			lines[m[1]]++
			plain[m[1]] = plain[m[1]] || !strings.Contains(m[2], "?")
		}
		for _, m := range heard.FindAllStringSubmatch(read(t, file), -1) {
			if m[2] < "3" {
				t.Errorf("%s: %s has rank %s: from 3 on it goes before what sort of telling it is", file, m[1], m[2])
			}
			if lines[m[1]] < 2 || !plain[m[1]] {
				t.Errorf("%s: %s has %d lines, some without a question: %v", file, m[1], lines[m[1]], plain[m[1]])
			}
			delete(lines, m[1])
		}
		for kind := range lines {
			t.Errorf("%s: nothing is heard as %s", file, kind)
		}
	}
}

func read(t *testing.T, file string) string {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
