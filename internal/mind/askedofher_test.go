package mind_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"samantha"
	"samantha/internal/house/life/inmem"
)

// askedOfHerFloor is how many of the questions have a real answer at the least.
const askedOfHerFloor = 165

// dodges are the acts that answer nothing of what she was asked.
func dodges() []string {
	return []string{samantha.DoBetween, samantha.DoView, samantha.DoNothing, samantha.DoNearest, samantha.DoWorld, samantha.DoListen, samantha.DoGoesOn, samantha.DoCannot, samantha.DoGoodbye, samantha.DoAgree, samantha.DoTerse, samantha.DoRemark, samantha.DoKnows}
}

// TestWhatIsAskedOfHerHasAnAnswer: what people ask of her and want from her is answered,
// and seldom dodged.
func TestWhatIsAskedOfHerHasAnAnswer(t *testing.T) {
	shared := furnished(t)
	raw, err := os.ReadFile("testdata/asked-of-her.txt")
	if err != nil {
		t.Fatal(err)
	}
	real, all := 0, 0
	for question := range strings.SplitSeq(strings.TrimSpace(string(raw)), "\n") {
		if strings.HasPrefix(question, "#") {
			continue
		}
		all++
		k := shared.begin(t, inmem.New())
		k.say("hey, i'm Tom")
		k.say("bit of a quiet day, did some laundry")
		r := k.say(question)
		if len(r.Said.Numbers.Acts) > 0 && !slices.Contains(dodges(), r.Said.Numbers.Acts[0]) {
			real++
			continue
		}
		t.Logf("%q: %v %q", question, r.Said.Numbers.Acts, r.Text)
	}
	t.Logf("%d of %d", real, all)
	if real < askedOfHerFloor {
		t.Errorf("%d of %d have an answer, want %d", real, all, askedOfHerFloor)
	}
}

// TestShePlaysTwentyQuestions: asked for, the game runs until she has it or gives up, and
// whoever thinks of a kettle is found out.
func TestShePlaysTwentyQuestions(t *testing.T) {
	k := begin(t, inmem.New())
	k.say("hey, i'm Tom")
	r := k.say("20 questions, i'm thinking of something, you guess")
	so := []string{"house", "kitchen", "one hand", "electricity", "noise", "hot", "water", "metal", "shut"}
	for range 20 {
		if strings.Contains(strings.ToLower(r.Text), "kettle") {
			break
		}
		answer := "nope"
		if slices.ContainsFunc(so, func(word string) bool { return strings.Contains(r.Text, word) }) {
			answer = "haha yes"
		}
		if r = k.say(answer); r.Said.Numbers.Acts[0] != samantha.DoTwenty {
			t.Fatalf("the game broke off: %v %q", r.Said.Numbers.Acts, r.Text)
		}
	}
	if r = k.say("yes!!"); !strings.Contains(strings.ToLower(r.Text), "got it") {
		t.Errorf("she does not see that she won: %q", r.Text)
	}
}
