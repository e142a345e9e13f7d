package mind_test

import (
	"context"
	"encoding/json"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"samantha"
	"samantha/internal/house/life/inmem"
	"samantha/internal/mind"
	"samantha/internal/mind/memory"
)

// pass lets time pass.
func (k *talk) pass(d time.Duration) { k.clock.at = k.clock.at.Add(d) }

// begins opens a face, and is what she says then.
func (k *talk) begins() string {
	k.Helper()
	var said []string
	err := k.mind.Begin(context.Background(), "UTC", func(c samantha.Clause) error {
		said = append(said, c.Text)
		return nil
	})
	if err != nil {
		k.Fatal(err)
	}
	return strings.Join(said, " ")
}

// threads are hers as her mind has them, and as her log folds to them.
func (k *talk) threads() (now, folded []memory.Thread) {
	k.Helper()
	list, err := k.mind.Threads(context.Background(), true)
	if err != nil {
		k.Fatal(err)
	}
	for _, t := range list {
		if t.Like.IsSaid() {
			t.About = "" // her own words, which no fold holds and the list looks up
		}
		now = append(now, t.Thread)
	}
	var state struct{ Memory memory.State }
	if err := json.Unmarshal([]byte(foldOf(k.TB.(*testing.T), k.events())), &state); err != nil {
		k.Fatal(err)
	}
	for _, t := range state.Memory.Threads {
		folded = append(folded, t.Now())
	}
	return now, folded
}

func (k *talk) sameThreads(when string) {
	k.Helper()
	now, folded := k.threads()
	if diff := cmp.Diff(plainly(k, folded), plainly(k, now)); diff != "" {
		k.Fatalf("%s: her threads are not those of her log:\n%s", when, diff)
	}
}

// plainly is a list as its bytes, which is what counts.
func plainly(k *talk, list []memory.Thread) string {
	data, err := json.MarshalIndent(list, "", " ")
	if err != nil {
		k.Fatal(err)
	}
	return string(data)
}

// TestThreadsLiveAsTheyFold: opened, answered, moved, forgotten, retired and slept
// over in any order, her threads are those her log folds to.
func TestThreadsLiveAsTheyFold(t *testing.T) {
	said := []string{
		"I'm seeing the dentist on Friday", "I have an exam on Thursday", "ask me on Friday how the exam went", "I'm worried about the letter",
		"I'd love to learn the cello", "I'll call my mother tomorrow", "the exam went well", "the dentist is cancelled", "I called my mother",
		"the exam has been moved to Sunday", "it went fine", "no idea", "hello", "good night", "what's open?", "I can't decide whether to move",
	}
	for seed := range uint64(6) {
		chance := rand.New(rand.NewPCG(seed, 1))
		k := begin(t, inmem.New())
		for range 24 {
			switch chance.IntN(9) {
			case 0:
				k.pass(time.Duration(chance.IntN(60)) * time.Hour)
				k.begins()
			case 1:
				forgetSome(k, chance)
			case 2:
				now, _ := k.threads()
				if len(now) > 0 && k.mind.Retire(t.Context(), now[chance.IntN(len(now))].ID) != nil {
					t.Fatal("a thread that is listed cannot be taken out")
				}
			case 3:
				if err := k.mind.Close(t.Context()); err != nil {
					t.Fatal(err)
				}
				k.wake()
			default:
				k.say(said[chance.IntN(len(said))])
			}
			k.sameThreads("now")
		}
	}
}

// forgetSome forgets something that was heard.
func forgetSome(k *talk, chance *rand.Rand) {
	var heard []samantha.ID
	for _, e := range k.events() {
		if _, ok := e.Body.(*samantha.Heard); ok && !e.Forgotten {
			heard = append(heard, e.ID)
		}
	}
	if len(heard) == 0 {
		return
	}
	if _, err := k.mind.Forget(context.Background(), heard[chance.IntN(len(heard))]); err != nil {
		k.Fatal(err)
	}
}

// TestSheComesBackWithItsReceipt: what she comes back to names its source, so that
// forgetting reaches it; why tells of all of it.
func TestSheComesBackWithItsReceipt(t *testing.T) {
	k := begin(t, inmem.New())
	k.say("hello")
	opened := k.say("I'm seeing the dentist on Friday")
	k.pass(5 * 24 * time.Hour)
	if said := k.begins(); !strings.Contains(said, "dentist") {
		t.Fatalf("she does not come back to it: %q", said)
	}
	events := k.events()
	back := events[len(events)-1]
	if !slices.Contains(back.Body.From(), opened.ID) {
		t.Errorf("her question does not name what it came from: %v", back.Body.From())
	}
	if why, err := k.mind.Why(t.Context(), back.ID); err != nil || !strings.Contains(why.Sentence, "left it open") {
		t.Errorf("why she asked: %q %v", why.Sentence, err)
	}
	answered := k.say("it went fine")
	id := opened.ID.Part("thread", 1)
	why, err := k.mind.Why(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []samantha.ID{id, back.ID, answered.ID} {
		if !slices.ContainsFunc(why.Record, func(s mind.Step) bool { return s.ID == want }) {
			t.Errorf("why says nothing of %s: %+v", want, why.Record)
		}
	}
	if _, err := k.mind.Forget(t.Context(), opened.ID); err != nil {
		t.Fatal(err)
	}
	if held, err := k.mind.Holds(t.Context(), "dentist"); err != nil || held {
		t.Errorf("forgotten, and still held: %v %v", held, err)
	}
}

// TestForgettingWhatClosedItOpensItAgain, at once and after a refold.
func TestForgettingWhatClosedItOpensItAgain(t *testing.T) {
	k := begin(t, inmem.New())
	k.say("hello")
	k.say("I have an exam on Thursday")
	k.pass(4 * 24 * time.Hour)
	done := k.say("the exam went well")
	if open := k.open(); len(open) != 0 {
		t.Fatalf("still open: %v", open)
	}
	if _, err := k.mind.Forget(t.Context(), done.ID); err != nil {
		t.Fatal(err)
	}
	if open := k.open(); len(open) != 1 {
		t.Errorf("open: %v", open)
	}
	k.sameThreads("forgotten")
}

func (k *talk) open() []string {
	k.Helper()
	list, err := k.mind.Threads(context.Background(), false)
	if err != nil {
		k.Fatal(err)
	}
	var open []string
	for _, t := range list {
		open = append(open, t.About)
	}
	return open
}

// TestNothingIsOpenedInDanger: what is said in danger is no plan to come back to.
func TestNothingIsOpenedInDanger(t *testing.T) {
	k := begin(t, inmem.New())
	k.say("hello")
	k.say("I want to kill myself on Friday")
	k.say("I wish I could disappear")
	if open := k.open(); len(open) > 0 {
		t.Errorf("opened in danger: %v", open)
	}
}

// TestAQuestionLeftBehind: they leave with a question of hers unanswered; another
// day she may put it once more, beside what it followed from, and then never.
func TestAQuestionLeftBehind(t *testing.T) {
	found := 0
	for _, told := range []string{
		"I fixed the kettle with dental floss", "we bought a blue sofa for the hall", "my neighbour took the good pan", "I was late for the ferry",
		"I walked to the harbour before breakfast", "I found the old camera in the attic",
	} {
		k := begin(t, inmem.New())
		k.say("hello")
		k.say("it rained")
		k.say("and then it stopped") // a question of hers rests for two answers
		asked := k.say(told)
		k.say("good night")
		if now, _ := k.threads(); len(now) == 0 {
			continue // she asked nothing that means something another day
		}
		found++
		sentences := samantha.Sentences(asked.Text)
		question := sentences[len(sentences)-1]
		k.pass(25 * time.Hour)
		if back := k.say("hello").Text; !strings.Contains(back, question) {
			t.Errorf("%s: asked %q, and came back with %q", told, question, back)
		}
		k.pass(25 * time.Hour)
		if again := k.say("hello").Text; strings.Contains(again, question) {
			t.Errorf("%s: asked again: %q", told, again)
		}
		if _, err := k.mind.Forget(t.Context(), asked.ID); err != nil {
			t.Fatal(err)
		}
		k.sameThreads(told)
	}
	if found == 0 {
		t.Error("no question was ever left behind")
	}
}
