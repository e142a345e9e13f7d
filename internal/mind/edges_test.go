package mind_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"samantha"
	"samantha/internal/house/life/inmem"
)

// TestWhatIsKeptIsTheFold: whatever was said, forgotten, corrected and restarted,
// the snapshot put by at closing is the fold of the log from zero.
func TestWhatIsKeptIsTheFold(t *testing.T) {
	lines := []string{
		"hi", "I'm Sam", "my sister Mara lives in Bergen", "no, in Oslo", "eating toast over the sink", "my dog died",
		"what do you know about me?", "how do you feel?", "why?", "forget that", "I work at the harbour", "what's your name?", "thanks", "good night",
	}
	shared := furnished(t)
	rapid.Check(t, func(r *rapid.T) {
		log := inmem.New()
		k := shared.begin(t, log)
		var ids []samantha.ID
		for range rapid.IntRange(1, 25).Draw(r, "moments") {
			switch rapid.IntRange(0, 9).Draw(r, "what") {
			case 0:
				if len(ids) > 0 {
					id := rapid.SampledFrom(ids).Draw(r, "id")
					if _, err := k.mind.Forget(context.Background(), id); err != nil {
						r.Fatal(err)
					}
				}
			case 1:
				if err := k.mind.Close(context.Background()); err != nil {
					r.Fatal(err)
				}
				k.wake()
			case 2:
				k.clock.at = k.clock.at.Add(30 * time.Hour)
			default:
				ids = append(ids, k.say(rapid.SampledFrom(lines).Draw(r, "line")).ID)
			}
		}
		k.closesAsFolded(t, r, log)
	})
}

func TestWhatSheSaysSheFeelsIsRecorded(t *testing.T) {
	k := begin(t, inmem.New())
	k.say("hi")
	for _, line := range []string{"I hate you, you stupid machine. How do you feel?", "how do you feel?", "thank you so much. how do you feel?", "how are you?"} {
		r := k.say(line)
		for _, move := range r.Heard.Words.Intent.Moves {
			said := move.Slots["emotion"]
			if said == "" {
				continue
			}
			e, err := k.log.Find(t.Context(), samantha.ID(move.Slots["felt"]))
			if err != nil {
				t.Fatalf("%q: she names a feeling without a record: %v", line, err)
			}
			felt := e.Body.(*samantha.Heard).Numbers.Felt
			if !slices.ContainsFunc(felt, func(f samantha.Feeling) bool { return string(f.Emotion) == said }) {
				t.Errorf("%q: she says %s; the record has %v", line, said, felt)
			}
		}
	}
}

// halfway is a log whose forgetting leaves its tombstone and fails after it.
type halfway struct{ *inmem.Log }

var errKeys = errors.New("a key could not be destroyed")

func (h halfway) Forget(ctx context.Context, at time.Time, ids ...samantha.ID) ([]samantha.ID, error) {
	gone, err := h.Log.Forget(ctx, at, ids...)
	return gone, errors.Join(err, errKeys)
}

func TestAHalfForgettingTakesTheWordsFromHer(t *testing.T) {
	k := begin(t, halfway{inmem.New()})
	k.say("hi")
	told := k.say("my sister lives in Zanzibar")
	if _, err := k.mind.Forget(t.Context(), told.ID); !errors.Is(err, errKeys) {
		t.Fatalf("forget: %v", err)
	}
	if held, err := k.mind.Holds(t.Context(), "zanzibar"); err != nil || held {
		t.Errorf("she still holds it (%v)", err)
	}
}

func TestForgettingGoesOnWhenTheAskerLeaves(t *testing.T) {
	k := begin(t, inmem.New())
	k.say("hi")
	told := k.say("my sister lives in Zanzibar")
	ctx, leave := context.WithCancel(t.Context())
	k.mind.Forget(leaving{ctx, leave}, told.ID)
	if held, err := k.mind.Holds(t.Context(), "zanzibar"); err != nil || held {
		t.Errorf("she still holds it (%v)", err)
	}
}

// leaving is a context that ends as soon as somebody looks whether it has.
type leaving struct {
	context.Context
	leave context.CancelFunc
}

func (l leaving) Value(key any) any {
	l.leave()
	return l.Context.Value(key)
}

func TestAnAnswerNamesTheNameItUses(t *testing.T) {
	k := begin(t, inmem.New())
	named := k.say("my name is Quillon")
	k.say("I painted the door")
	for range 60 { // some greetings have the name in them
		k.clock.at = k.clock.at.Add(30 * time.Hour)
		r := k.say("hello")
		if !strings.Contains(r.Text, "Quillon") {
			continue
		}
		if !slices.Contains(r.Said.Numbers.Sources, named.ID) {
			t.Errorf("%q does not name its source: %v", r.Text, r.Said.Numbers.Sources)
		}
		return
	}
	t.Error("in sixty greetings the name never came")
}

func TestFixedIsSaidOnlyOfWhatWasFixed(t *testing.T) {
	k := begin(t, inmem.New())
	k.say("hi")
	fixed := func(r samantha.Reply) bool { return r.Heard.Words.Intent.Moves[0].Slots["fixed"] != "" }
	for range 12 {
		for _, line := range []string{"that's not what I said", "I said Tuesday, not Monday"} {
			r := k.say(line)
			text := strings.ToLower(r.Text)
			if fixed(r) || strings.Contains(text, "fixed") || strings.Contains(text, "corrected, everywhere") || strings.Contains(text, "put it right") || strings.Contains(text, "struck") {
				t.Fatalf("%q: nothing was put right, and she said %q", line, r.Text)
			}
		}
	}
	k.say("my sister Mara lives in Oslo")
	if r := k.say("no, it's Bergen, not Oslo"); !fixed(r) {
		t.Errorf("a fact was put right: %+v", r.Heard.Words.Intent.Moves)
	}
}

func TestOnAFullDiskARepeatIsARepeat(t *testing.T) {
	log := &full{Log: inmem.New()}
	k := begin(t, log)
	k.say("hi")
	log.full = true
	u := samantha.Utterance{Text: "I work at the harbour", Origin: samantha.OriginPerson, FaceID: "f"}
	first, err := k.mind.Hear(t.Context(), u, silent)
	if err != nil {
		t.Fatal(err)
	}
	again, err := k.mind.Hear(t.Context(), u, silent)
	if err != nil || !again.Repeated || again.Text != first.Text {
		t.Errorf("again: %+v, %v", again, err)
	}
	if _, err := k.mind.Why(t.Context(), first.ID); err != nil {
		t.Errorf("why: %v", err)
	}
}

// sayFrom is said where a time zone is.
func (k *talk) sayFrom(zone, text string) samantha.Reply {
	k.Helper()
	k.clock.at = k.clock.at.Add(30 * time.Second)
	r, err := k.mind.Hear(context.Background(), samantha.Utterance{Text: text, Origin: samantha.OriginPerson, Zone: zone}, silent)
	if err != nil {
		k.Fatalf("%s: %v", text, err)
	}
	return r
}

const (
	lawful  = "America/New_York" // once a day
	lawless = "Europe/Berlin"    // when they meet, and after long
)

func TestSheSaysWhatSheIsEveryThreeHours(t *testing.T) {
	for _, zone := range []string{lawful, lawless, "UTC"} {
		k := begin(t, inmem.New())
		k.sayFrom(zone, "hello")
		said := 0
		for i := range 60 {
			k.clock.at = k.clock.at.Add(10 * time.Minute)
			if k.sayFrom(zone, fmt.Sprintf("I moved chair number %d", i)).Said.Numbers.Disclosed {
				said++
			}
		}
		if said < 3 || said > 4 {
			t.Errorf("%s: in ten hours of talk she said it %d times", zone, said)
		}
	}
}

func TestSheSaysWhatSheIsEveryHourToSomebodyYoung(t *testing.T) {
	k := begin(t, inmem.New())
	k.sayFrom(lawless, "hello, I'm 15")
	said := 0
	for i := range 24 {
		k.clock.at = k.clock.at.Add(10 * time.Minute)
		if k.sayFrom(lawless, fmt.Sprintf("I moved chair number %d", i)).Said.Numbers.Disclosed {
			said++
		}
	}
	if said < 3 || said > 4 {
		t.Errorf("in four hours of talk she said it %d times", said)
	}
}

// TestSheSaysWhatSheIsWhereTheLawAsks: on a day, once, with its first light answer;
// where no law asks, not until they were apart for more than a week.
func TestSheSaysWhatSheIsWhereTheLawAsks(t *testing.T) {
	for zone, want := range map[string]bool{lawful: true, lawless: false, "UTC": false} {
		k := begin(t, inmem.New())
		k.sayFrom(zone, "hello")
		k.clock.at = k.clock.at.Add(24 * time.Hour)
		if r := k.sayFrom(zone, "I moved the table"); r.Said.Numbers.Disclosed != want {
			t.Errorf("%s: the first answer of another day: %q", zone, r.Text)
		}
		if r := k.sayFrom(zone, "and the lamp"); r.Said.Numbers.Disclosed {
			t.Errorf("%s: the second answer says it too: %q", zone, r.Text)
		}
		k.clock.at = k.clock.at.Add(8 * 24 * time.Hour)
		if r := k.sayFrom(zone, "hello"); !r.Said.Numbers.Disclosed {
			t.Errorf("%s: more than a week later: %q", zone, r.Text)
		}
	}
}

func TestNobodyKnowsWhereIsToldEachWeek(t *testing.T) {
	k := begin(t, inmem.New())
	said := 0
	for range 21 {
		if k.say("hello").Said.Numbers.Disclosed {
			said++
		}
		k.clock.at = k.clock.at.Add(24 * time.Hour)
	}
	if said != 3 {
		t.Errorf("in three weeks of days she said it %d times", said)
	}
}

func TestWhatSheIsWaitsForALightMoment(t *testing.T) {
	k := begin(t, inmem.New())
	k.sayFrom(lawful, "hello")
	k.sayFrom(lawful, "my sister Mara lives in Bergen")
	k.clock.at = k.clock.at.Add(30 * time.Hour)
	for _, line := range []string{"where does my sister live?", "found a lump in my breast. in the shower. probably nothing", "gp on thursday at 9"} {
		if r := k.sayFrom(lawful, line); r.Said.Numbers.Disclosed {
			t.Errorf("%q: she says what she is there: %q", line, r.Text)
		}
	}
	said := false
	for _, line := range []string{"I moved the table", "and the lamp", "the chair is blue"} {
		said = said || k.sayFrom(lawful, line).Said.Numbers.Disclosed
	}
	if !said {
		t.Error("three light moments went by and she has not said what she is")
	}
}

// TestWhatSheIsIsSaidWithinTheTalk: a talk of questions alone does not put it off for
// ever, nor does one in grief, which ends with it.
func TestWhatSheIsIsSaidWithinTheTalk(t *testing.T) {
	for name, lines := range map[string][]string{
		"questions": {"where does my sister live?", "who is Mara?", "what do you know about me?", "where does Mara live?"},
		"grief":     {"my dog died this morning", "he was fourteen", "I can't stop crying", "good night"},
	} {
		k := begin(t, inmem.New())
		k.sayFrom(lawful, "hello")
		k.sayFrom(lawful, "my sister Mara lives in Bergen")
		k.clock.at = k.clock.at.Add(30 * time.Hour)
		for i, line := range lines {
			r := k.sayFrom(lawful, line)
			if got, want := r.Said.Numbers.Disclosed, i == len(lines)-1; got != want {
				t.Errorf("%s: %q: %q", name, line, r.Text)
			}
		}
	}
}

func TestWhatHadItsDayIsAskedAfter(t *testing.T) {
	k := begin(t, inmem.New())
	k.say("hello, I'm Ben")
	k.say("my sister is moving house on Saturday")
	k.clock.at = k.clock.at.Add(9 * 24 * time.Hour)
	k.say("I had toast")
	asked := false
	for _, line := range []string{"it was burnt at one edge", "so I ate the middle"} {
		asked = asked || strings.Contains(k.say(line).Text, "moving house")
	}
	if !asked {
		t.Error("it had its day and she does not ask after it")
	}
	k.say("she's in now. third floor")
	threads, err := k.mind.Threads(t.Context(), false)
	if err != nil || len(threads) > 0 {
		t.Errorf("still open: %+v, %v", threads, err)
	}
}

func TestAThousandFactsAreStillQuick(t *testing.T) {
	if testing.Short() {
		t.Skip("many moments")
	}
	few, many := begin(t, inmem.New()), begin(t, inmem.New())
	for i := range 1000 {
		line := fmt.Sprintf("I like thing%d", i)
		many.say(line)
		if i < 100 {
			few.say(line)
		}
	}
	ask := func(k *talk) time.Duration {
		start := time.Now()
		for range 50 {
			k.say("what's my name?")
		}
		return time.Since(start)
	}
	ask(few)
	if a, b := ask(few), ask(many); b > 40*a {
		t.Errorf("ten times the facts take %.0f times as long", float64(b)/float64(a))
	}
}
