package samantha_test

import (
	"os"
	"os/exec"
	"regexp"
	"strings"
	"testing"
)

// TestPromisesAreKept: every test and script that docs/promises.md names exists.
func TestPromisesAreKept(t *testing.T) {
	doc, err := os.ReadFile("docs/promises.md")
	if err != nil {
		t.Fatal(err)
	}
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
	for _, name := range regexp.MustCompile("`(Test[A-Za-z]+)`").FindAllStringSubmatch(string(doc), -1) {
		if !strings.Contains(code.String(), "func "+name[1]+"(") {
			t.Errorf("docs/promises.md names %s, and there is no such test", name[1])
		}
	}
	for _, name := range regexp.MustCompile("`([a-z-]+\\.talk)`").FindAllStringSubmatch(string(doc), -1) {
		if _, err := os.Stat("scripts/" + name[1]); err != nil {
			t.Errorf("docs/promises.md names %s: %v", name[1], err)
		}
	}
}
