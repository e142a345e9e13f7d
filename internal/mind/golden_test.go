package mind_test

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"flag"
	"os"
	"strings"
	"testing"
	"time"

	"samantha"
	"samantha/internal/house/life/inmem"
)

var update = flag.Bool("update", false, "write the golden life anew")

// TestGoldenLife lives a few weeks and compares the hash of the fold, and her
// last words, with what they were on the machine that wrote them. `make check`
// runs it on arm64 too: every machine folds alike.
func TestGoldenLife(t *testing.T) {
	script, err := os.ReadFile("testdata/golden.life")
	if err != nil {
		t.Fatal(err)
	}
	k := begin(t, inmem.New())
	var last samantha.Reply
	for line := range strings.Lines(string(script)) {
		line = strings.TrimSpace(line)
		if away, err := time.ParseDuration(line); err == nil {
			k.clock.at = k.clock.at.Add(away)
			continue
		}
		last = k.say(line)
	}
	if _, err := k.mind.Forget(context.Background(), k.events()[9].ID); err != nil {
		t.Fatal(err)
	}
	hash := sha256.Sum256([]byte(foldOf(t, k.events())))
	got := hex.EncodeToString(hash[:]) + "\n" + last.Text + "\n"
	if *update {
		if err := os.WriteFile("testdata/golden.fold", []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile("testdata/golden.fold")
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("the golden life folded to\n%swant\n%s(-update after a change of rules or language)", got, want)
	}
}
