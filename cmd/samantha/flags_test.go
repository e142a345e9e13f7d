package main

import (
	"os"
	"slices"
	"strings"
	"testing"
)

// Every flag that a verb takes is one that help knows, or a hidden one, and
// parses.
func TestEveryFlagIsExplained(t *testing.T) {
	known := map[string]option{}
	for _, o := range options() {
		if known[o.name] = o; o.says == "" {
			t.Errorf("%s says nothing", o.dashes())
		}
	}
	for _, v := range verbs() {
		for _, name := range append(everywhere(), v.flags...) {
			o, ok := known[name]
			if !ok && !slices.Contains(hidden(), name) {
				t.Errorf("samantha %s takes --%s, which options() does not explain", v.name, name)
			}
			if ok {
				checkParses(t, v, o)
			}
		}
	}
}

// checkParses gives a flag to a verb.
func checkParses(t *testing.T, v verb, o option) {
	t.Helper()
	line := []string{v.name, o.dashes()}
	switch o.value {
	case "":
	case "TIME":
		line = append(line, "2030-01-01T00:00:00Z")
	default:
		line = append(line, "1")
	}
	for range v.least {
		line = append(line, append(v.choose, "x")[0])
	}
	if _, err := parse(line, os.Getenv); err != nil {
		t.Errorf("%s: %v", strings.Join(line, " "), err)
	}
}
