package mind_test

import (
	"strings"
	"testing"

	"samantha"
	"samantha/internal/house/life/inmem"
)

// facts are those she holds for true, one line each.
func (k *talk) facts() string {
	k.Helper()
	all, err := k.mind.Facts(k.Context())
	if err != nil {
		k.Fatal(err)
	}
	var lines []string
	for _, f := range all {
		if f.Holds() {
			lines = append(lines, f.Of+" "+f.Slot+" "+f.Value)
		}
	}
	return strings.Join(lines, "; ")
}

func TestAFactIsPutUnderSomebodyElse(t *testing.T) {
	k := begin(t, inmem.New())
	k.say("hi")
	k.say("I'm a teacher")
	r := k.say("I'm a nurse now")
	now, err := k.mind.Rehome(t.Context(), r.ID.Part("fact", 1), "sister")
	if err != nil {
		t.Fatal(err)
	}
	if got := k.facts(); got != "person work a teacher; sister work a nurse" {
		t.Error(got)
	}
	why, err := k.mind.Why(t.Context(), now.ID)
	if err != nil {
		t.Fatal(err)
	}
	var record strings.Builder
	for _, s := range why.Record {
		record.WriteString(s.Text + "\n")
	}
	if text := record.String(); !strings.Contains(text, "sister, work: a nurse") || !strings.Contains(text, "I'm a nurse now") {
		t.Errorf("the record shows not both: %s", text)
	}
	if _, err := k.mind.Forget(t.Context(), r.ID); err != nil {
		t.Fatal(err)
	}
	if got := k.facts(); got != "person work a teacher" {
		t.Error("what was said is forgotten, and moved it stays:", got)
	}
}

func TestWhyOfWhoeverWasSpokenOfAndOfWhatIsLeftAlone(t *testing.T) {
	k := begin(t, inmem.New())
	k.say("hi")
	spoken := k.say("and ilinca, my sister, is moving house")
	left := k.say("please never mention the miscarriage")
	for id, want := range map[samantha.ID]string{spoken.ID.Part("person", 1): "ilinca sister", left.ID.Part("avoid", 1): "the miscarriage"} {
		why, err := k.mind.Why(t.Context(), id)
		if err != nil {
			t.Error(id, err)
			continue
		}
		if why.Record[0].Text != want {
			t.Errorf("%s: %q, want %q", id, why.Record[0].Text, want)
		}
	}
}

func TestWhyAMovedFactShowsBoth(t *testing.T) {
	k := begin(t, inmem.New())
	k.say("hi")
	k.say("I play the cello")
	r := k.say("not mine, my brother's")
	why, err := k.mind.Why(t.Context(), r.ID.Part("fact", 1))
	if err != nil {
		t.Fatal(err)
	}
	var texts []string
	for _, s := range why.Record {
		texts = append(texts, s.Kind+" "+s.Text)
	}
	for _, want := range []string{"brother, plays: the cello", "person, plays: the cello", "I play the cello", "not mine"} {
		if !strings.Contains(strings.Join(texts, "\n"), want) {
			t.Errorf("%q is not in %q", want, texts)
		}
	}
}

// TestAProposalIsForgottenWithItsMemory: what a model took from a memory is
// held with less certainty than what was told, shows where it is from, and goes with it.
func TestAProposalIsForgottenWithItsMemory(t *testing.T) {
	log := inmem.New()
	k := begin(t, log)
	r := k.say("the harbour office smells of rope and my fingers do, too")
	if err := k.mind.Close(t.Context()); err != nil {
		t.Fatal(err)
	}
	_, err := log.Append(t.Context(), samantha.Draft{At: k.clock.at, Origin: samantha.OriginModel, Body: &samantha.Proposed{
		Words: samantha.ProposedWords{Facts: []samantha.Fact{{
			Of: "person", Slot: "workplace", Value: "the harbour office", Quote: "the harbour office smells of rope", Way: samantha.WayProposed,
		}}},
		Numbers: samantha.ProposedNumbers{Links: samantha.Links{Sources: []samantha.ID{r.ID}}, Model: "test", Version: 1},
	}})
	if err != nil {
		t.Fatal(err)
	}
	k.wake()
	if got := k.facts(); got != "person workplace the harbour office" {
		t.Fatal(got)
	}
	if said := k.say("where do I work?").Text; !strings.Contains(strings.ToLower(said), "harbour office") {
		t.Error(said)
	}
	if _, err := k.mind.Forget(t.Context(), r.ID); err != nil {
		t.Fatal(err)
	}
	if got := k.facts(); got != "" {
		t.Error("its memory is forgotten, and it is still held:", got)
	}
}

// TestTheirOwnNameAgain: who says their own name again, right behind one of theirs, has
// named nobody else.
func TestTheirOwnNameAgain(t *testing.T) {
	k := begin(t, inmem.New())
	for _, line := range []string{"viktor", "my daughter put you on here. i didn't ask for you", "viktor. and dont get used to it"} {
		k.say(line)
	}
	if got := k.facts(); got != "person name viktor" {
		t.Error(got)
	}
}
