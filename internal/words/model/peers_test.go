package model

import (
	"context"
	"net/http"
	"os"
	"strings"
	"testing"
	"time"
)

// TestRealPeers tries the servers that really run on this machine, with whatever model they
// have: it is found, says something, keeps to a schema, and stops when nobody listens.
func TestRealPeers(t *testing.T) {
	if os.Getenv("PEERS") == "" {
		t.Skip("make peers tries the Ollama or llama-server of this machine")
	}
	ctx, end := context.WithTimeout(t.Context(), 10*time.Minute)
	defer end()
	f := Finder{HTTP: &http.Client{}, Servers: Servers(os.Getenv("OLLAMA_HOST"))}
	found := f.Look(ctx)
	if len(found) == 0 {
		t.Skip("SKIPPED: no server with a language model listens on this machine")
	}
	seen := map[string]bool{}
	for _, x := range found {
		if seen[x.Server] || x.Away {
			continue
		}
		seen[x.Server] = true
		t.Run(x.Server, func(t *testing.T) { f.peer(ctx, t, x) })
	}
}

func (f Finder) peer(ctx context.Context, t *testing.T, x Found) {
	if err := f.Try(ctx, x.Endpoint); err != nil {
		t.Fatalf("a token of %s: %v", x.Name, err)
	}
	x.Endpoint.First = 2 * time.Minute
	c, err := Open(x.Endpoint, f.HTTP)
	if err != nil {
		t.Fatal(err)
	}
	hi := []Message{{User, "Say in one sentence what a printer is."}}
	text, used, err := Ask(ctx, c, Request{Max: 60, Messages: hi})
	if err != nil || strings.TrimSpace(text) == "" {
		t.Errorf("it says %q: %v", text, err)
	}
	t.Logf("%s says %q (%+v)", x.Name, text, used)
	shape := &Schema{Shape: Object, Fields: []Field{{Name: "feeling", Schema: Schema{Shape: Choice, Values: []string{"joy", "sadness"}}}}}
	if text, _, err := Ask(ctx, c, Request{Max: 60, Messages: hi, Schema: shape}); err != nil {
		t.Errorf("of a schema: %q, %v", text, err)
	}
	for e, err := range c.Stream(ctx, Request{Max: 400, Messages: hi}) {
		if err != nil {
			t.Fatal(err)
		}
		if e.Kind == Text {
			break // nobody listens any more
		}
	}
	if !f.There(ctx, x) {
		t.Error("it is gone after somebody stopped listening")
	}
}
