package mind_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"samantha"
	"samantha/internal/house/life/inmem"
)

// Each kind of feeling arises from something that really may be said to her.
func TestEveryKindArises(t *testing.T) {
	for _, c := range []struct {
		kind samantha.Emotion
		talk string // lines; "+duration" lets time pass
	}{
		{"joy", "hello|+10h|hi again"},
		{"distress", "hello|what? say that again|pardon?"},
		{"hope", "hello|I'd love to learn the cello"},
		{"fear", "hello|I'm worried about my scan on Thursday"},
		{"satisfaction", "hello|my driving test is on Thursday|+80h|I passed the driving test!"},
		{"disappointment", "hello|my driving test is on Thursday|+80h|I failed the driving test"},
		{"relief", "hello|I'm worried about my scan on Thursday|+72h|The scan was fine, what a relief"},
		{"fears-confirmed", "hello|I'm worried about my scan on Thursday|+72h|The scan was bad news, they found something awful"},
		{"happy-for", "hello|I got the job!"},
		{"pity", "hello|my grandmother died"},
		{"resentment", "hello|my boss lied to me|my boss humiliated me again|+30h|my boss got promoted"},
		{"gloating", "hello|my boss lied to me|my boss humiliated me again|+30h|my boss got sacked"},
		{"pride", "hello|I have a cat called Momo|what's my cat called?|well remembered, you're good at this"},
		{"shame", "hello|I have a cat called Momo|what's my cat called?|I never told you that"},
		{"admiration", "hello|I finally apologised to my brother"},
		{"reproach", "hello|my boss lied to me"},
		{"liking", "hello|you sound like a sat nav"},
		{"disliking", "hello|I basically watched the telly all day"},
		{"love", "hello|+800h|hello|thank you"},
		{"hate", "hello|my uncle hit me when I was small"},
		{"gratification", "hello|are you human?"},
		{"remorse", "hello|no, that's wrong"},
		{"gratitude", "hello|thank you for listening"},
		{"anger", "hello|you're useless, you stupid machine"},
	} {
		k := begin(t, inmem.New())
		for _, line := range strings.Split(c.talk, "|") {
			if d, err := time.ParseDuration(line); err == nil {
				k.clock.at = k.clock.at.Add(d)
				continue
			}
			k.say(line)
		}
		var felt []samantha.Emotion
		for _, e := range k.events() {
			if b, ok := e.Body.(*samantha.Heard); ok && e.Seq > 3 { // that they met is a hope in itself
				for _, f := range b.Numbers.Felt {
					felt = append(felt, f.Emotion)
				}
			}
		}
		if !slices.Contains(felt, c.kind) {
			t.Errorf("%s did not arise from %q: %v", c.kind, c.talk, felt)
		}
	}
}

// Asked why a hundred times and more, of moments, feelings and turns of her
// questions in whatever state she is, she always has a plain sentence of at most
// twenty words first.
func TestAHundredWhys(t *testing.T) {
	k := begin(t, inmem.New())
	chance := rand.New(rand.NewPCG(3, 11))
	lines := []string{
		"hello", "thank you", "you're useless, you stupid machine", "sorry, I didn't mean it", "my boss lied to me again",
		"I'm worried about my scan on Thursday", "the scan was fine, what a relief", "how do you feel?", "why?", "were you hiding something?",
		"I got the job!", "no, that's wrong", "where were you last night?", "did you miss me?", "are your feelings real?",
		"what are you wondering about?", "I think you are who you always were", "my grandmother died", "haha", "whatever. goodnight", "I'm not angry, just tired",
	}
	for range 90 {
		k.clock.at = k.clock.at.Add(time.Duration(chance.IntN(40)) * time.Hour)
		k.say(lines[chance.IntN(len(lines))])
	}
	asked := 0
	for _, e := range k.events() {
		b, ok := e.Body.(*samantha.Heard)
		if !ok {
			continue
		}
		ids := []samantha.ID{e.ID, e.ID.Said()}
		for i := range b.Numbers.Felt {
			ids = append(ids, e.ID.Part("felt", i+1))
		}
		for i := range b.Numbers.Wonders {
			ids = append(ids, e.ID.Part("wonder", i+1))
		}
		for _, id := range ids {
			why, err := k.mind.Why(t.Context(), id)
			if err != nil {
				t.Fatal(err)
			}
			first := samantha.Sentences(why.Sentence)
			if asked++; len(first) == 0 || len(strings.Fields(first[0])) > 20 || len(why.Record) == 0 {
				t.Errorf("why %s: %q, %d steps", id, why.Sentence, len(why.Record))
			}
		}
	}
	if asked < 100 {
		t.Errorf("asked %d times", asked)
	}
	t.Logf("%d whys", asked)
}

// While a guest is there she names no feeling from before they came: what it came
// from is not for them.
func TestNoFeelingOfTheirsBeforeAGuest(t *testing.T) {
	k := begin(t, inmem.New())
	k.say("Sam")
	k.say("I'm worried about my scan on Thursday")
	if r := k.say("how do you feel?"); r.Heard.Words.Intent.Moves[0].Slots["emotion"] == "" {
		t.Fatalf("alone: %q", r.Text)
	}
	k.say("this is my friend Ruth")
	for _, question := range []string{"how do you feel?", "were you hiding something?", "do you see a pattern?"} {
		r := k.say(question)
		if because := r.Heard.Words.Intent.Moves[0].Slots["because"]; strings.Contains(because, "worr") || strings.Contains(because, "told me") || strings.Contains(strings.ToLower(r.Text), "worr") {
			t.Errorf("before Ruth, asked %q, she says %q", question, r.Text)
		}
	}
}
