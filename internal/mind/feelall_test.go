package mind_test

import (
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
