package memory

import (
	"testing"

	"samantha"
)

// What she asked whether to forget is hushed until one of it goes or all of it is kept.
func TestWhatWasOfferedToBeForgottenIsHushed(t *testing.T) {
	soup, umbrella := samantha.NewID(1), samantha.NewID(2)
	offered := func(l *past) {
		l.add(&samantha.Heard{Words: samantha.HeardWords{
			Hearing: samantha.Hearing{Acts: []samantha.Act{{Kind: "request.forget", Slots: map[string]string{"topic": "Tom"}}}},
			Intent:  samantha.Intent{Moves: []samantha.Move{{Act: samantha.DoWhich, From: []samantha.ID{soup, umbrella}}}},
		}})
	}
	for _, test := range []struct {
		name   string
		settle func(l *past)
		hushed bool
	}{
		{"nobody says", func(l *past) { l.told(samantha.Fact{Of: "person", Slot: "home", Value: "Oslo"}) }, true},
		{"they are kept", func(l *past) {
			l.add(&samantha.Heard{Words: samantha.HeardWords{Intent: samantha.Intent{Moves: []samantha.Move{{Act: samantha.DoSpared}}}}})
		}, false},
		{"the other one goes", func(l *past) { l.forget(soup, map[samantha.ID]bool{}) }, false},
		{"so does the moment it was asked in", func(l *past) { l.forget(l.events[len(l.events)-1].ID, map[samantha.ID]bool{}) }, false},
	} {
		var l past
		l.told(samantha.Fact{})
		l.told(samantha.Fact{})
		offered(&l)
		test.settle(&l)
		if got := l.state.Hushed(umbrella.Part("fact", 1)); got != test.hushed {
			t.Errorf("%s: hushed %v, want %v", test.name, got, test.hushed)
		}
	}
	o := Offer{Topic: "Tom"}
	if !o.Names("what did I say about Tom?") || o.Names("who lost it?") {
		t.Error("asked by name it is not known")
	}
}
