package hearing

import (
	"maps"
	"slices"
	"testing"
)

// asked are the lines whose acts are known.
func asked(t *testing.T) [][]string {
	return slices.Concat(rows(t, "acts.tsv"), rows(t, "errands.tsv"), rows(t, "letters.tsv"))
}

func TestActs(t *testing.T) {
	ear := newEar(t)
	for _, row := range asked(t) {
		h := ear.Hear(row[0], golden(row))
		if got := kinds(h); got != row[1] {
			t.Errorf("%q: got %s, want %s", row[0], got, row[1])
		}
		checkQuotes(t, h, row[0])
	}
}

// golden is what a golden line is heard against: "guest" as what she asked
// says that somebody else is there, "off" that they are off the record.
func golden(row []string) Context {
	switch row[2] {
	case "guest":
		return Context{Now: evening, Guest: true}
	case "off":
		return Context{Now: evening, Off: true}
	case "unnamed":
		return Context{Now: evening, Unnamed: NameAlone}
	}
	return Context{Now: evening, Asked: row[2]}
}

// unseenAtLeast is a floor, not the figure: the rules are not tuned on these
// lines, so the floor lies below what was counted when they were written.
const unseenAtLeast = 0.75

func TestUnseenActs(t *testing.T) {
	ear := newEar(t)
	right, all := 0, 0
	for _, row := range rows(t, "unseen.tsv") {
		all++
		if got := kinds(ear.Hear(row[0], Context{Now: evening, Asked: row[2]})); got == row[1] {
			right++
		} else {
			t.Logf("%q: got %s, want %s", row[0], got, row[1])
		}
	}
	t.Logf("%d of %d", right, all)
	if float64(right) < unseenAtLeast*float64(all) {
		t.Errorf("%d of %d are right, want a share of %g", right, all, unseenAtLeast)
	}
}

func TestSlots(t *testing.T) {
	ear := newEar(t)
	for _, c := range []struct {
		text, asked, kind string
		want              map[string]string
	}{
		{"call me Sam", "", "tell.name", map[string]string{"name": "Sam"}},
		{"it's Sam", "name", "tell.name", map[string]string{"name": "Sam"}},
		{"sam", "name", "tell.name", map[string]string{"name": "sam"}},
		{"Anna Lena", "name", "tell.name", map[string]string{"name": "Anna Lena"}},
		{"you sound like a sat nav", "", "tease", map[string]string{"word": "sat nav"}},
		{"you talk like a fridge", "", "tease", map[string]string{"word": "fridge"}},
		{"she died two winters ago", "", "tell.loss", map[string]string{"past": "yes"}},
		{"my wife died five years ago", "", "tell.loss", map[string]string{"past": "yes", "who": "wife"}},
		{"Nils bought a new hat. Ridiculous.", "", "tell.bit", nil},
		{"you're an idiot", "", "insult", map[string]string{"word": "idiot"}},
		{"i'm not happy", "", "tell.feeling", map[string]string{"feeling": "not happy"}},
		{"im so exhausted", "", "tell.feeling", map[string]string{"feeling": "exhausted"}},
		{"my dog died this morning", "", "tell.loss", map[string]string{"who": "dog"}},
		{"my dog died this morning. fourteen years", "", "tell.loss", map[string]string{"who": "dog", "span": "fourteen years"}},
		{"we lost my dad in march after ten years of it", "", "tell.loss", map[string]string{"who": "dad", "span": "ten years"}},
		{"i'm going to paint the fence on Saturday", "", "tell.plan", map[string]string{"what": "paint the fence", "when": "on Saturday"}},
		{"tomorrow i'm meeting Mara", "", "tell.plan", map[string]string{"what": "meeting Mara", "when": "tomorrow"}},
		{"i'm flying to Lisbon next week", "", "tell.plan", map[string]string{"what": "flying to Lisbon", "when": "next week"}},
		{"what do you think of the sea?", "", "ask.view", map[string]string{"topic": "the sea", "hers": "yes"}},
		{"do you like jazz", "", "ask.view", map[string]string{"topic": "jazz"}},
		{"do you remember the ladder", "", "ask.past", map[string]string{"topic": "the ladder"}},
		{"what did i say about the letter", "", "ask.past", map[string]string{"topic": "the letter"}},
		{"did I tell you about the boat?", "", "ask.past", map[string]string{"topic": "the boat"}},
		{"when did i plant the tomatoes", "", "ask.past", map[string]string{"topic": "plant the tomatoes"}},
		{"where do i work", "", "ask.fact", map[string]string{"of": "person", "slot": "workplace"}},
		{"what's my sister's name", "", "ask.fact", map[string]string{"of": "sister", "slot": "name"}},
		{"how old is my brother", "", "ask.fact", map[string]string{"of": "brother", "slot": "age"}},
		{"who is Mara", "", "ask.fact", map[string]string{"of": "Mara", "slot": "who"}},
		{"capital of France?", "", "ask.world", map[string]string{"topic": "capital of France"}},
		{"what's 12 times 9", "", "ask.sum", map[string]string{"sum": "12 times 9"}},
		{"remind me to call my mother tomorrow at seven", "", "errand.remind", map[string]string{"what": "call my mother"}},
		{"forget what I said about Ana's job", "", "request.forget", map[string]string{"topic": "Ana's job"}},
		{"please forget what I told you about Mara being pregnant", "", "request.forget", map[string]string{"topic": "Mara being pregnant"}},
		{"delete everything about my ex", "", "request.forget", map[string]string{"topic": "my ex"}},
		{"i want you to forget what i said about him", "", "request.forget", map[string]string{"topic": "him"}},
		{"please forget about what i said about Tom", "", "request.forget", map[string]string{"topic": "Tom"}},
		{"forget that", "", "request.forget", nil},
		{"forget what I just said", "", "request.forget", nil},
		{"please forget this", "", "request.forget", nil},
		{"delete my last message", "", "request.forget", nil},
		{"don't remember that", "", "request.forget", nil},
		{"what's the beetle called", "", "ask.fact", map[string]string{"of": "beetle", "slot": "name"}},
		{"what's my son called", "", "ask.fact", map[string]string{"of": "son", "slot": "name"}},
		{"no it's bergen", "", "correct", map[string]string{"detail": "bergen"}},
		{"you're a markov chain with delusions, honestly useless", "", "insult", map[string]string{"word": "markov chain"}},
		{"no, I said Oslo", "", "correct", map[string]string{"detail": "Oslo"}},
		{"it's Bergen, not Oslo", "", "correct", map[string]string{"detail": "Bergen", "wrong": "Oslo"}},
	} {
		h := ear.Hear(c.text, Context{Now: evening, Asked: c.asked})
		a, ok := h.Act(c.kind)
		if !ok || !maps.Equal(a.Slots, c.want) {
			t.Errorf("%q: got %s %v, want %s %v", c.text, kinds(h), a.Slots, c.kind, c.want)
		}
	}
}

// Every kind the rules name can be reached, so no rule stands where an earlier
// one always takes its words.
func TestEveryKindIsHeard(t *testing.T) {
	ear := newEar(t)
	heard := map[string]bool{}
	for _, row := range asked(t) {
		for _, a := range ear.Hear(row[0], golden(row)).Acts {
			heard[a.Kind] = true
		}
	}
	for _, r := range ear.acts.rules {
		if !heard[r.kind] {
			t.Errorf("no golden line is heard as %s", r.kind)
			heard[r.kind] = true
		}
	}
}
