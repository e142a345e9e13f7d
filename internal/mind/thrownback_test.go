package mind_test

import (
	"slices"
	"strings"
	"testing"

	"samantha"
	"samantha/internal/house/life/inmem"
)

// TestAWordThrownBackIsPutRight: a word of hers that they deny, and had not said themselves,
// is owned as wrong; a word of their own, or what answers a question of hers, is not.
func TestAWordThrownBackIsPutRight(t *testing.T) {
	shared := furnished(t)
	thrown, mended := 0, 0
	for _, telling := range []string{
		"I moved the wardrobe by myself", "we had soup again", "the bus was late and it rained", "I sold my bike to a student",
		"my brother rang from Leeds", "I found my old school report", "the oven broke today", "I passed the test", "we got the keys to the flat",
		"I planted forty tulips", "the baby slept till six", "I lost my umbrella", "they cancelled the concert",
	} {
		k := shared.begin(t, inmem.New())
		k.say("hey, i'm Tom")
		k.say("bit of a quiet day, did some laundry")
		word := ownWord(k.say(telling).Text, telling)
		if word == "" {
			continue
		}
		thrown++
		if r := k.say("it really isn't " + word); acted(r, samantha.DoMend) {
			mended++
		} else {
			t.Logf("%q, %q: %q", telling, word, r.Text)
		}
		if r := k.say("my " + strings.Fields(telling)[1] + " isn't here"); acted(r, samantha.DoMend) {
			t.Errorf("%q is taken for a reproach: %q", telling, r.Text)
		}
	}
	if t.Logf("%d of %d put right", mended, thrown); thrown < 3 || mended < thrown-1 {
		t.Errorf("%d of %d words thrown back are put right", mended, thrown)
	}
}

// ownWord is a word of some weight in what she said that they had not said; "" where she
// asked or denied something, for then it is an answer that they give.
func ownWord(hers, theirs string) string {
	words := strings.Fields(samantha.SentenceKey(hers))
	told := strings.Fields(samantha.SentenceKey(theirs))
	if strings.HasSuffix(hers, "?") || slices.ContainsFunc(words, func(w string) bool {
		return slices.Contains([]string{"no", "not", "never", "nor"}, w) || strings.Contains(hers, "n't")
	}) {
		return ""
	}
	at := slices.IndexFunc(words, func(w string) bool { return len(w) > 3 && !slices.Contains(told, w) && !strings.Contains(w, "theres") })
	if at < 0 {
		return ""
	}
	return words[at]
}
