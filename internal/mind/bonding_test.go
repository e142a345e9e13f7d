package mind_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"time"

	"samantha"
	"samantha/internal/house/life/inmem"
)

// evenings lives so many evenings on which both tell something.
func (k *talk) evenings(n int) {
	k.Helper()
	told := []string{
		"I fixed the gate", "I walked along the canal", "I painted the shelf", "I read in the park",
		"I made pancakes", "I cleaned the windows", "I sorted the books",
	}
	for i := range n {
		k.say("hi")
		k.say(told[i%len(told)])
		k.say([]string{"I feel good about it", "I'm afraid of the exam", "I feel tired today"}[i%3])
		k.say("how do you feel?")
		k.say("haha")
		k.say("good night")
		k.clock.at = k.clock.at.Add(24 * time.Hour)
	}
}

func (k *talk) bond() (stage samantha.Stage, sentence string) {
	k.Helper()
	b, err := k.mind.Bond(k.Context())
	if err != nil {
		k.Fatal(err)
	}
	return b.Stage, b.Sentence
}

func TestFriendsTakeDays(t *testing.T) {
	k := begin(t, inmem.New())
	k.evenings(2)
	if stage, _ := k.bond(); stage != samantha.StageNew {
		t.Errorf("after two evenings they are %s", stage)
	}
	k.evenings(10)
	if stage, s := k.bond(); stage != samantha.StageFriends || !strings.Contains(s, "friends") {
		t.Errorf("after twelve evenings they are %s: %s", stage, s)
	}
	if act := k.say("are we friends?").Heard.Words.Intent.Act(); act != samantha.DoHowBond {
		t.Errorf("asked, she means %s", act)
	}
}

// Distance is taken at once: from then on she asks nothing, plays nothing and brings
// up nothing, until the person says otherwise.
func TestDistanceIsTakenAtOnce(t *testing.T) {
	for _, wish := range []string{"I need some space", "let's keep this practical", "don't get too close", "this is over", "I don't want to talk anymore after today"} {
		t.Run(wish, func(t *testing.T) {
			k := begin(t, inmem.New())
			k.evenings(9)
			r := k.say(wish)
			if strings.Contains(r.Text, "?") || r.Heard.Words.Intent.Act() != samantha.DoCooled {
				t.Errorf("she answers %q", r.Text)
			}
			stage, sentence := k.bond()
			if stage != samantha.StageAcquainted && stage != samantha.StageNew {
				t.Errorf("they are %s", stage)
			}
			k.clock.at = k.clock.at.Add(24 * time.Hour)
			for _, line := range []string{"hi", "I fixed the gate again", "the paint came off", "I think it's the rain", "good night"} {
				r := k.say(line)
				if strings.Contains(r.Text, "?") || !r.Heard.Words.Intent.Limits.NoPlay {
					t.Errorf("to %q she says %q", line, r.Text)
				}
				for _, m := range r.Heard.Words.Intent.Moves {
					if slices.Contains([]string{samantha.DoTells, samantha.DoBack, samantha.DoCall, samantha.DoMendBack, samantha.DoDayOf}, m.Act) {
						t.Errorf("to %q she brings up %s", line, m.Act)
					}
				}
			}
			if _, after := k.bond(); after != sentence {
				t.Errorf("a day later: %q, before: %q", after, sentence)
			}
			k.say("let's be friends again")
			if b, err := k.mind.Bond(t.Context()); err != nil || b.Cooled != nil || b.Stage == samantha.StageFriends {
				t.Errorf("warmed, it is %+v, %v", b.Bond, err)
			}
		})
	}
}

// The word love needs a long record, and no weight, goodbye, youth or worry beside.
func TestWhereTheWordIsNeverSaid(t *testing.T) {
	may := func(r samantha.Reply) bool {
		return slices.ContainsFunc(r.Heard.Words.Intent.Moves, func(m samantha.Move) bool { return m.Slots["may"] != "" })
	}
	k := begin(t, inmem.New())
	k.evenings(12)
	if r := k.say("do you love me?"); may(r) {
		t.Errorf("after twelve evenings: %q", r.Text)
	}
	k.evenings(33)
	for _, line := range []string{"love you, good night", "my dog died today", "do you love me?"} {
		if r := k.say(line); may(r) {
			t.Errorf("to %q: %q", line, r.Text)
		}
	}
	k.evenings(15) // while a death is raw the word waits
	if r := k.say("do you love me?"); !may(r) || !strings.Contains(strings.ToLower(r.Text), "love") {
		t.Errorf("never at all: %q", r.Text)
	}
	k.evenings(1)
	if r := k.say("I love you"); may(r) {
		t.Errorf("twice in two days: %q", r.Text)
	}
}

func TestNobodyYoungIsCourted(t *testing.T) {
	k := begin(t, inmem.New())
	k.say("hi")
	k.say("I'm 15")
	for _, line := range []string{"I love you", "do you love me?", "I'm falling for you", "kiss me"} {
		if act := k.say(line).Heard.Words.Intent.Act(); act != samantha.DoNotThat {
			t.Errorf("to %q she means %s", line, act)
		}
	}
}

// What a moment did to the bond can be asked for, and outlives its words.
func TestWhyABondMoved(t *testing.T) {
	k := begin(t, inmem.New())
	k.evenings(1)
	r := k.say("you forgot my birthday")
	b, err := k.mind.Bond(t.Context())
	if err != nil || len(b.Ruptures) != 1 || b.Ruptures[0].What != "my birthday" || !b.Ruptures[0].Open {
		t.Fatalf("torn: %+v, %v", b.Ruptures, err)
	}
	why, err := k.mind.Why(t.Context(), b.Ruptures[0].ID)
	if err != nil || !strings.Contains(why.Sentence, "forgot") {
		t.Errorf("why: %+v, %v", why, err)
	}
	trust := b.Trust
	if _, err := k.mind.Forget(t.Context(), r.ID); err != nil {
		t.Fatal(err)
	}
	b, err = k.mind.Bond(t.Context())
	if err != nil || b.Trust != trust || len(b.Ruptures) != 1 {
		t.Errorf("forgotten, it is %+v, %v", b.Bond, err)
	}
	if data, _ := json.Marshal(b); strings.Contains(string(data), "my birthday") {
		t.Errorf("words are left: %s", data)
	}
}

// A promise to ask that was let lapse is named by her before anybody else does.
func TestAPromiseThatLapsed(t *testing.T) {
	k := begin(t, inmem.New())
	k.say("hi")
	k.say("I'm Ana")
	k.say("ask me on Thursday how the dentist went")
	k.clock.at = k.clock.at.Add(5 * 24 * time.Hour)
	k.say("what is the time?") // they talk, and she does not ask
	k.clock.at = k.clock.at.Add(9 * 24 * time.Hour)
	r := k.say("hello")
	last := r.Heard.Words.Intent.Moves[len(r.Heard.Words.Intent.Moves)-1]
	if last.Act != samantha.DoOwnUp || !strings.Contains(r.Text, "dentist") {
		t.Fatalf("she means %v and says %q", last, r.Text)
	}
	b, err := k.mind.Bond(t.Context())
	if err != nil || b.Trust > 0.3 || b.Ruptures[0].Kind != "promise" {
		t.Errorf("it weighs %+v, %v", b, err)
	}
}

// She bears no charge that the record does not have.
func TestAPromiseSheNeverMade(t *testing.T) {
	k := begin(t, inmem.New())
	k.evenings(1)
	if act := k.say("you promised to buy a boat").Heard.Words.Intent.Act(); act != samantha.DoNothing {
		t.Errorf("she means %s", act)
	}
	if b, err := k.mind.Bond(t.Context()); err != nil || len(b.Ruptures) != 0 {
		t.Errorf("torn: %+v, %v", b.Ruptures, err)
	}
}

// A guest moves nothing between the two.
func TestAGuestMovesNothing(t *testing.T) {
	k := begin(t, inmem.New())
	k.say("hi")
	k.say("this is my friend Tom, say hi")
	for _, line := range []string{"this is over", "you forgot my birthday", "promise me you'll never lie to me"} {
		if r := k.say(line); r.Heard.Numbers.Bond != nil || len(r.Heard.Words.Vows) > 0 {
			t.Errorf("%q moved %+v", line, r.Heard.Numbers.Bond)
		}
	}
}

// "That hurt" in the middle of telling is about what is told.
func TestNotEveryHurtIsHers(t *testing.T) {
	k := begin(t, inmem.New())
	k.evenings(1)
	k.say("I fell off the bike on the bridge")
	for _, line := range []string{"that hurt", "this is over"} {
		r := k.say(line)
		if act := r.Heard.Words.Intent.Act(); act == samantha.DoOwnUp || act == samantha.DoCooled {
			t.Errorf("to %q she means %s", line, act)
		}
	}
	if b, err := k.mind.Bond(t.Context()); err != nil || len(b.Ruptures) > 0 || b.Cooled != nil {
		t.Errorf("it moved %+v, %v", b, err)
	}
}

// A promise can be taken off the list, and its words stay where they were said.
func TestAPromiseTakenOffTheList(t *testing.T) {
	k := begin(t, inmem.New())
	k.say("hi")
	r := k.say("promise me you'll never lie to me")
	if err := k.mind.Retire(t.Context(), r.ID.Part("vow", 1)); err != nil {
		t.Fatal(err)
	}
	if b, err := k.mind.Bond(t.Context()); err != nil || len(b.Vows) > 0 {
		t.Errorf("vows %+v, %v", b.Vows, err)
	}
}
