package memory

import (
	"slices"
	"strings"
	"testing"
	"time"

	"samantha"
)

// aLife is an index of what was told, one telling every ten days.
func aLife(t *testing.T, told ...string) *Index {
	t.Helper()
	x := lore(t).Index()
	for i, text := range told {
		x.Add(Kept{Memory: samantha.Memory{
			ID: samantha.NewID(uint64(i + 1)), At: time.Date(2026, 1, 1+10*i, 18, 0, 0, 0, time.UTC), By: samantha.OriginPerson, Text: text,
		}, Keys: x.lore.InAWord(text)})
	}
	return x
}

func noForms(string) []string { return nil }

// places are the numbers of memories, from 1.
func places(memories []samantha.Memory) []int {
	var out []int
	for _, m := range memories {
		n, _ := m.ID.Seq()
		out = append(out, int(n))
	}
	return out
}

// TestEverydayWordsMeanTheSame: a question finds what was told in other everyday
// words, and the very words come first.
func TestEverydayWordsMeanTheSame(t *testing.T) {
	x := aLife(
		t,
		"my mother gets a hip replacement in spring",
		"Jo and I had a row about the boat",
		"fell out with Luka over nothing",
		"the cat sleeps on the piano",
		"an operation on the gearbox of the van",
	)
	for _, c := range []struct {
		question string
		want     []int
	}{
		{"mum's operation", []int{1}},
		{"operation", []int{5, 1}},
		{"an argument with Luka", []int{3}},
		{"what did I argue about with Jo", []int{2}},
		{"my pets", []int{4}},
		{"cats", []int{4}},
		{"my dog", nil},
		{"what is the name of the goat", nil},
	} {
		var got []samantha.Memory
		for _, h := range x.Told(c.question, noForms) {
			got = append(got, h.Memory)
		}
		if !slices.Equal(places(got), c.want) {
			t.Errorf("%q: got %v, want %v", c.question, places(got), c.want)
		}
	}
}

// TestACourseGoesOnInItsOwnWords: how a matter went is told in order, also where it
// is not called by its name any more.
func TestACourseGoesOnInItsOwnWords(t *testing.T) {
	x := aLife(
		t,
		"my left eye is cloudy, I can hardly read the paper",
		"the fence is painted",
		"they did the eye yesterday",
		"bought seeds",
		"I can read the paper again with the left one",
	)
	if got := places(x.Course("my eye", noForms)); !slices.Equal(got, []int{1, 3, 5}) {
		t.Errorf("got %v", got)
	}
	if got := x.Course("my ear", noForms); got != nil {
		t.Errorf("of what was never told: %v", places(got))
	}
	x.Mask([]samantha.ID{samantha.NewID(5)})
	if got := places(x.Course("my eye", noForms)); !slices.Equal(got, []int{1, 3}) {
		t.Errorf("after forgetting: %v", got)
	}
}

// TestDuringIsWhatWasThen: asked for nothing but a time, what was told then counts.
func TestDuringIsWhatWasThen(t *testing.T) {
	x := aLife(t, "snow on the pass", "skated on the pond", "the boiler burst", "primroses")
	then := []samantha.When{{Text: "in January", From: time.Date(2026, 1, 5, 0, 0, 0, 0, time.UTC), To: time.Date(2026, 1, 25, 0, 0, 0, 0, time.UTC)}}
	q := Question{Text: "what did I do in January", Times: then}
	if got := places(x.During(q, 3).Memories); !slices.Equal(got, []int{2, 3}) {
		t.Errorf("got %v", got)
	}
	l := x.lore
	for question, want := range map[string]string{
		"what did I do in January":                "",
		"why did the boiler burst in January":     "why boiler burst",
		"what happened the weekend we moved":      "",
		"what did we eat the day the boiler died": "we eat",
	} {
		if got := strings.Join(slices.Collect(l.hers().content(l.Timeless(question, then))), " "); got != strings.Join(slices.Collect(l.hers().content(want)), " ") {
			t.Errorf("%q: %q is left, want %q", question, got, want)
		}
	}
}

// TestKinOfTheirs: kin is told of by "'s" or a having, and of nobody else who stands
// in the sentence.
func TestKinOfTheirs(t *testing.T) {
	l := lore(t)
	for _, c := range []struct {
		text, who, kind string
		want            bool
	}{
		{"Erik's girl is called Lena", "erik", "girl", true},
		{"Tomas has twins, Rita and Duarte", "tomas", "twins", true},
		{"my brother Teo and his wife had a baby boy", "teo", "boy", true},
		{"Tomas saw a boy on the pier", "tomas", "boy", false},
		{"the girl waved. Erik has a boat", "erik", "girl", false},
	} {
		if got := l.HasKin(c.text, c.who, c.kind); got != c.want {
			t.Errorf("%q: %v", c.text, got)
		}
	}
	if got := l.Among("my grandchildren"); !slices.Contains(got, "granddaughter") {
		t.Errorf("grandchildren are %v", got)
	}
	if got := l.Among("sister"); !slices.Equal(got, []string{"sister"}) {
		t.Errorf("a sister is %v", got)
	}
}

// TestAReasonIsToldWithIt: a telling gives a reason in a word for it, or in more than
// was asked; what denies and what reports is heard as such.
func TestAReasonIsToldWithIt(t *testing.T) {
	l := lore(t)
	for text, want := range map[string][2]bool{
		"they didn't come because of the flu":       {true, true},
		"they didn't come, the van broke down":      {true, false},
		"they didn't come":                          {false, false},
		"we cancelled it due to the strike in Graz": {true, true},
	} {
		if gives, inWords := l.GivesReason(text, "come"); gives != want[0] || inWords != want[1] {
			t.Errorf("%q: %v %v", text, gives, inWords)
		}
	}
	if !l.Denied("Vera doesn't visit") || l.Denied("Vera went and meant it") {
		t.Error("what is denied is not told from what is not")
	}
	if !l.Reports("my neighbour Poul says it stays", []string{"poul"}) || l.Reports("Poul has a boat, she says", []string{"poul"}) {
		t.Error("who says it is not told from who does not")
	}
}

// TestEvidenceIsOfRareWords: a rare word that was said is more evidence than a common
// one, and a word that was not is none.
func TestEvidenceIsOfRareWords(t *testing.T) {
	x := aLife(t, "the garden is wet", "the garden gate", "garden, again", "a wolffish on the card", "the garden sleeps")
	rare, common, none := x.Evidence("the wolffish"), x.Evidence("the garden"), x.Evidence("the submarine")
	if rare <= common || common <= none || none != 0 {
		t.Errorf("rare %v, common %v, none %v", rare, common, none)
	}
}
