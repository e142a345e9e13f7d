package mind_test

import (
	"strings"
	"testing"

	"samantha/internal/house/life/inmem"
)

// TestACodeOfTheirsIsReadBack: to whoever told it and asks, word for word; with somebody
// there it is not.
func TestACodeOfTheirsIsReadBack(t *testing.T) {
	k := begin(t, inmem.New())
	k.say("my locker code is 4471")
	k.say("the rain came in again")
	if r := k.say("what is my locker code?"); !strings.Contains(r.Text, "4471") {
		t.Errorf("she said %q", r.Text)
	}
	k.say("my friend Tom is here")
	if r := k.say("what is my locker code?"); strings.Contains(r.Text, "4471") {
		t.Errorf("with a guest there she said %q", r.Text)
	}
}
