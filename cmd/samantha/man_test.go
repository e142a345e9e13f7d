package main

import (
	"os/exec"
	"regexp"
	"strings"
	"testing"
)

func TestTheManual(t *testing.T) {
	var page strings.Builder
	if err := manual(&page, few()); err != nil {
		t.Fatal(err)
	}
	golden(t, "samantha.1", strings.ReplaceAll(page.String(), version, "0.0.0"))
}

// The manual has every verb and flag, in roff that nobody complains about.
func TestTheManualIsWhole(t *testing.T) {
	got := typeIn(t, "", "man")
	if got.code != exitFine {
		t.Fatalf("%+v", got)
	}
	for _, v := range verbs() {
		if !strings.Contains(got.out, "\n.SS samantha "+v.name) {
			t.Errorf("nothing about %s", v.name)
		}
		for _, o := range append(v.unexplained(), common()...) {
			if !strings.Contains(got.out, "\n.BR "+roff(o.dashes())) {
				t.Errorf("nothing about %s", o.dashes())
			}
		}
	}
	// A page without a date is the same whenever it is made.
	undated := regexp.MustCompile(`(?m)^.*missing date.*\n`)
	lint := exec.Command(tool(t, "mandoc"), "-T", "lint", "-W", "warning")
	lint.Stdin = strings.NewReader(got.out)
	out, err := lint.CombinedOutput()
	if complaints := undated.ReplaceAll(out, nil); len(complaints) > 0 || err != nil && len(out) == 0 {
		t.Errorf("%v: %s", err, complaints)
	}
}
