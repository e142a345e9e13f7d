package mind_test

import (
	"context"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"samantha"
	"samantha/internal/house/life/inmem"
	"samantha/internal/mind"
	"samantha/internal/mind/memory"
)

func proposal(from samantha.ID, of, slot, value, quote string) mind.Proposal {
	return mind.Proposal{Model: "quill-8b", Memory: from, Fact: samantha.Fact{Of: of, Slot: slot, Value: value, Quote: quote}}
}

// propose is what became of one proposal: the id it is kept under, or why it is not.
func (k *talk) propose(p mind.Proposal) (samantha.ID, string) {
	k.Helper()
	all, err := k.mind.Propose(context.Background(), []mind.Proposal{p})
	if err != nil || len(all) != 1 {
		k.Fatal(all, err)
	}
	if all[0].Refused != nil {
		return "", samantha.Plainly(all[0].Refused)
	}
	return all[0].ID, ""
}

func TestAProposalIsKeptWithItsReceipt(t *testing.T) {
	k := begin(t, inmem.New())
	told := k.say("I watch my days go by in the harbour office and the rope dry")
	p := proposal(told.ID, "person", "workplace", "the harbour office", "I watch my days go by in the harbour office")
	id, why := k.propose(p)
	if id == "" {
		t.Fatal(why)
	}
	if _, why := k.propose(p); !strings.Contains(why, string(id)) {
		t.Errorf("twice is not once: %q", why)
	}
	known, err := k.mind.Facts(t.Context())
	if err != nil || len(known) != 1 || known[0].Model != "quill-8b" || !known[0].Since.Equal(k.clock.at) {
		t.Errorf("%+v, %v", known, err)
	}
	because, err := k.mind.Why(t.Context(), id)
	if err != nil || !strings.Contains(because.Sentence, "quill-8b") || because.Record[len(because.Record)-1].ID != told.ID {
		t.Errorf("%+v, %v", because, err)
	}
	answer := k.say("where do I work?")
	if !strings.Contains(strings.ToLower(answer.Text), "harbour office") {
		t.Error(answer.Text)
	}
	because, err = k.mind.Why(t.Context(), answer.ID.Said())
	var record []string
	for _, step := range because.Record {
		record = append(record, step.Text)
	}
	if all := strings.Join(record, "\n"); err != nil || !strings.Contains(all, "quill-8b") || !strings.Contains(all, "rope dry") {
		t.Errorf("the answer has no receipt: %+v, %v", because.Record, err)
	}
	if _, err := k.mind.Forget(t.Context(), id); err != nil {
		t.Fatal(err)
	}
	if got := k.facts(); got != "" {
		t.Error("forgotten, and still held:", got)
	}
	if _, why := k.propose(p); !strings.Contains(why, "forgotten") {
		t.Errorf("its memory is forgotten: %q", why)
	}
}

func TestAProposalIsPutRight(t *testing.T) {
	k := begin(t, inmem.New())
	told := k.say("I let most of my week go by in the harbour office, and I keep a box of dates there")
	p := proposal(told.ID, "person", "workplace", "the harbour office", "I let most of my week go by in the harbour office")
	id, why := k.propose(p)
	if id == "" {
		t.Fatal(why)
	}
	if _, err := k.mind.Correct(t.Context(), id, "the fish market"); err != nil {
		t.Fatal(err)
	}
	if got := k.facts(); got != "person workplace the fish market" {
		t.Error(got)
	}
	if _, why := k.propose(p); why == "" {
		t.Error("what was put right is proposed again and kept")
	}
	other := proposal(told.ID, "person", "has", "a box of dates", "I keep a box of dates")
	if id, why = k.propose(other); id == "" {
		t.Fatal(why)
	}
	if err := k.mind.Retire(t.Context(), id); err != nil {
		t.Fatal(err)
	}
	if _, why := k.propose(other); !strings.Contains(why, "took it out") {
		t.Errorf("what was taken out is kept again: %q", why)
	}
}

func TestWhatIsNotProposed(t *testing.T) {
	k := begin(t, inmem.New())
	k.say("hi, I'm Nora")
	bees := k.say("out at the back I keep bees").ID
	oslo := k.say("I live in Oslo").ID
	back := k.say("I miss the flat in Bergen and the fjord").ID
	secret := k.say("just between us, I keep a flask in my coat").ID
	ruth := k.say("I keep the letters from Ruth").ID
	k.say("please never mention Ruth")
	for _, test := range []struct {
		name string
		p    mind.Proposal
		why  string
	}{
		{"no such memory", proposal("z9z9z9", "person", "has", "bees", "I keep bees"), "nothing in her life"},
		{"her own words", proposal(bees.Said(), "person", "has", "bees", "keep bees"), "not the person's own"},
		{"in confidence", proposal(secret, "person", "has", "a flask", "I keep a flask"), "in confidence"},
		{"to be left alone", proposal(ruth, "person", "has", "the letters", "I keep the letters"), "never to bring up"},
		{"left alone by name", proposal(bees, "Ruth", "has", "bees", "I keep bees"), "never to bring up"},
		{"nobody asked for it", proposal(bees, "person", "height", "bees", "I keep bees"), "cannot say this"},
		{"not in those words", proposal(bees, "person", "has", "goats", "I keep goats"), "does not stand"},
		{"told otherwise", proposal(back, "person", "home", "Bergen", "I miss the flat in Bergen"), "Oslo"},
		{"known", proposal(oslo, "Nora", "home", "Oslo", "I live in Oslo"), "known already"},
		{"no model", mind.Proposal{Memory: bees, Fact: samantha.Fact{Of: "person", Slot: "has", Value: "bees", Quote: "I keep bees"}}, "no model"},
	} {
		if id, why := k.propose(test.p); id != "" || !strings.Contains(why, test.why) {
			t.Errorf("%s: kept as %q, %q; want %q", test.name, id, why, test.why)
		}
	}
	if _, err := k.mind.Remember(t.Context(), false); err != nil {
		t.Fatal(err)
	}
	if _, err := k.mind.Propose(t.Context(), nil); err == nil {
		t.Error("off the record proposals are taken")
	}
}

// What a model is given to read is what it may propose from.
func TestWhatAModelReads(t *testing.T) {
	k := begin(t, inmem.New())
	first := k.say("out at the back I keep bees").ID
	secret := k.say("just between us, I keep a flask in my coat").ID
	last := k.say("I live in Oslo").ID
	r, err := k.mind.Reading(t.Context(), 2)
	var ids []samantha.ID
	for _, m := range r.Memories {
		ids = append(ids, m.ID)
	}
	if d := cmp.Diff([]samantha.ID{first, last}, ids); err != nil || d != "" || r.Withheld != 1 {
		t.Error(d, r.Withheld, err)
	}
	if r, err := k.mind.Reading(t.Context(), 2, last); err != nil || len(r.Memories) != 1 {
		t.Error(r, err)
	}
	if _, err := k.mind.Reading(t.Context(), 2, secret); err == nil {
		t.Error("what was told in confidence is given to a model")
	}
}

func TestOnAFullDiskNothingIsProposed(t *testing.T) {
	log := &full{Log: inmem.New()}
	k := begin(t, log)
	told := k.say("out at the back I keep bees and a box of dates")
	p := proposal(told.ID, "person", "has", "a box of dates", "I keep bees and a box of dates")
	log.full = true
	if all, err := k.mind.Propose(t.Context(), []mind.Proposal{p}); err == nil {
		t.Errorf("kept on a full disk: %+v", all)
	}
	log.full = false
	if id, why := k.propose(p); id == "" {
		t.Error("there is room again, and it is refused:", why)
	}
}

// Whatever models propose, what was told stands as it stood, and nothing is kept that
// its memory does not carry.
func TestAProposalNeverOverridesAReceipt(t *testing.T) {
	told := []string{
		"I live in Oslo", "my sister Ruth keeps bees and a van", "I hate boats", "I used to work at the mill", "I never liked figs",
		"my brother lives in Lyon now", "I like figs and boats", "if I had a van I'd live in Lyon",
	}
	f := furnished(t)
	rapid.Check(t, func(r *rapid.T) {
		k := f.begin(t, inmem.New())
		texts := map[samantha.ID]string{}
		for range rapid.IntRange(1, 4).Draw(r, "memories") {
			text := rapid.SampledFrom(told).Draw(r, "told")
			texts[k.say(text).ID] = text
		}
		before := held(k, func(f memory.Known) bool { return f.Model == "" })
		words := strings.Fields(strings.Join(told, " "))
		for range rapid.IntRange(1, 12).Draw(r, "proposals") {
			from := rapid.SampledFrom(k.memories()).Draw(r, "from")
			quote := strings.Fields(texts[from] + " ?")
			at := rapid.IntRange(0, len(quote)-1).Draw(r, "at")
			k.propose(proposal(from, rapid.SampledFrom([]string{"person", "Ruth", "sister", "brother", "you", "she"}).Draw(r, "of"),
				rapid.SampledFrom([]string{"home", "likes", "dislikes", "has", "work", "workplace", "name", "died"}).Draw(r, "slot"),
				rapid.SampledFrom(words).Draw(r, "value"), strings.Join(quote[at:], " ")))
		}
		if d := cmp.Diff(before, held(k, func(f memory.Known) bool { return f.Model == "" })); d != "" {
			r.Fatal("what was told stands otherwise:", d)
		}
		for _, e := range k.events() {
			b, ok := e.Body.(*samantha.Proposed)
			if !ok {
				continue
			}
			for _, f := range b.Words.Facts {
				if text := texts[b.From()[0]]; !strings.Contains(text, f.Quote) || !strings.Contains(strings.ToLower(f.Quote), strings.ToLower(f.Value)) {
					r.Fatalf("%+v is kept of %q", f, text)
				}
			}
		}
	})
}

// held are the facts that stand, of some.
func held(k *talk, of func(memory.Known) bool) (out []memory.Known) {
	k.Helper()
	known, err := k.mind.Facts(context.Background())
	if err != nil {
		k.Fatal(err)
	}
	for _, f := range known {
		if of(f) {
			out = append(out, f)
		}
	}
	return out
}
