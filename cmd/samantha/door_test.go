package main

import (
	"crypto/rand"
	"errors"
	"testing"
	"time"

	"samantha"
	"samantha/internal/house"
)

// TestAPersonLetsOnlyTheirOwnDevicesGo: what a page is shown, and may shut out,
// is its person's.
func TestAPersonLetsOnlyTheirOwnDevicesGo(t *testing.T) {
	h, err := house.Open(t.Context(), t.TempDir(), 0, rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	defer h.Close()
	d := devices{h.Devices()}
	token := map[string]string{}
	for n, device := range []struct{ person, label string }{{"Ida", "desk"}, {"Eve", "other"}, {"Ida", "phone"}} {
		if token[device.label], err = d.Add(device.person, device.label, time.Unix(int64(n), 0)); err != nil {
			t.Fatal(err)
		}
	}
	hers := d.Of(token["desk"])
	if len(hers) != 2 || hers[0].Label != "phone" || hers[0].Here || hers[1].Label != "desk" || !hers[1].Here {
		t.Fatalf("%+v", hers)
	}
	if err := d.LetGo(token["desk"], d.Of(token["other"])[0].ID); !errors.Is(err, samantha.ErrNotFound) {
		t.Errorf("somebody else's: %v", err)
	}
	if err := d.LetGo("nobody's", hers[0].ID); !errors.Is(err, samantha.ErrNotFound) {
		t.Errorf("by nobody: %v", err)
	}
	if err := d.LetGo(token["desk"], hers[0].ID); err != nil {
		t.Fatal(err)
	}
	if _, ok := d.Person(token["phone"]); ok {
		t.Error("it may still come in")
	}
	if _, ok := d.Person(token["other"]); !ok {
		t.Error("somebody else's is gone")
	}
}
