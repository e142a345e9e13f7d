package main

import (
	"bytes"
	"strings"
	"testing"

	"samantha"
	"samantha/internal/face/serve"
)

// What rings is printed though nobody asked, with the terminal's bell.
func TestWhatRingsIsPrinted(t *testing.T) {
	var out bytes.Buffer
	p := &plain{in: strings.NewReader(""), out: &out}
	p.logged(serve.Line{By: samantha.OriginHerself, Text: "Hello."}, unasked) // which was printed as it was said
	p.logged(serve.Line{By: samantha.OriginHerself, Text: "Buy hooks.", Rings: true}, unasked)
	if got := out.String(); got != bell+"Buy hooks.\n" {
		t.Errorf("printed %q", got)
	}
}
