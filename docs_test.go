package samantha_test

import (
	"os"
	"os/exec"
	"regexp"
	"strings"
	"testing"
)

// kept are the pages whose every claim names what would fail if it were false.
func kept() []string {
	return []string{"docs/promises.md", "docs/LAW.md", "docs/PRIVACY.md", "docs/CARE.md"}
}

// TestPromisesAreKept: every test and script that those pages name exists.
func TestPromisesAreKept(t *testing.T) {
	out, err := exec.Command("go", "list", "-f", `{{range .TestGoFiles}}{{$.Dir}}/{{.}}
{{end}}{{range .XTestGoFiles}}{{$.Dir}}/{{.}}
{{end}}`, "./...").Output()
	if err != nil {
		t.Fatal(err)
	}
	var code strings.Builder
	for _, file := range strings.Fields(string(out)) {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		code.Write(text)
	}
	for _, page := range kept() {
		doc, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		tests := regexp.MustCompile("`(Test[A-Za-z]+)`").FindAllStringSubmatch(string(doc), -1)
		if len(tests) < 5 {
			t.Errorf("%s names %d tests", page, len(tests))
		}
		for _, name := range tests {
			if !strings.Contains(code.String(), "func "+name[1]+"(") {
				t.Errorf("%s names %s, and there is no such test", page, name[1])
			}
		}
		for _, name := range regexp.MustCompile("`([a-z-]+\\.talk)`").FindAllStringSubmatch(string(doc), -1) {
			if _, err := os.Stat("scripts/" + name[1]); err != nil {
				t.Errorf("%s names %s: %v", page, name[1], err)
			}
		}
	}
}
