package mind_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"samantha"
	"samantha/internal/house/life/inmem"
	"samantha/internal/mind"
	"samantha/internal/mind/self"
)

// days lives so many days, each with the same talk, from noon on.
func (k *talk) days(n int, talk ...string) {
	k.Helper()
	for range n {
		k.nextDay()
		for _, text := range talk {
			k.say(text)
		}
	}
}

func (k *talk) nextDay() {
	k.clock.at = k.clock.at.Truncate(24 * time.Hour).Add(36 * time.Hour)
}

func (k *talk) self() mind.Selfhood {
	k.Helper()
	s, err := k.mind.Self(context.Background())
	if err != nil {
		k.Fatal(err)
	}
	return s
}

// lived is a fortnight of somebody with words of their own.
func lived(t testing.TB, log samantha.Log) *talk {
	k := begin(t, log)
	k.say("hi, I'm Ben")
	k.days(9,
		"hiya", "crikey, the bus was late again, what a faff", "the goose got into the kitchen", "haha that goose",
		"what do you think about mornings?", "cheerio")
	k.nextDay()
	return k
}

func TestSheBecomesByTheDay(t *testing.T) {
	k := begin(t, inmem.New())
	k.say("hi, I'm Ben")
	if s := k.self(); len(s.Interests)+len(s.Wishes)+len(s.Opinions) != 0 || s.Portrait != nil {
		t.Errorf("on the first day she is %+v", s)
	}
	s := lived(t, inmem.New()).self()
	if len(s.Words) < 2 || len(s.Jokes) == 0 || len(s.Jokes) > 2 || len(s.Opinions) == 0 || len(s.Wishes) == 0 || len(s.Dares) == 0 {
		t.Fatalf("after nine days: %+v", s)
	}
	if s.Portrait == nil || len(s.Week) == 0 {
		t.Error("a week is over, and she has not looked at herself")
	}
}

func TestAWordOfTheirsIsHeardFromHer(t *testing.T) {
	k := lived(t, inmem.New())
	k.days(20, "hi", "the train was late again and I missed the meeting", "haha", "good night")
	used := 0
	for _, w := range k.self().Words {
		used += w.Used
		for _, id := range w.Uses {
			e, err := k.log.Find(context.Background(), id)
			if err != nil || !strings.Contains(samantha.SentenceKey(e.Body.(*samantha.Said).Text()), samantha.SentenceKey(w.Word())) {
				t.Errorf("%q is said to be used in %s (%v)", w.Word(), id, err)
			}
		}
	}
	if used < 2 || used > 40 {
		t.Errorf("in twenty days she used their words %d times", used)
	}
}

func TestAskedSheAnswersFromTheRecord(t *testing.T) {
	k := lived(t, inmem.New())
	s := k.self()
	if r := k.say("what do you think about mornings?"); !strings.Contains(strings.ToLower(r.Text), s.Opinions[0].Text) {
		t.Errorf("asked for the opinion she has: %q", r.Text)
	}
	if r := k.say("what do you want?"); !slices.ContainsFunc(s.Wishes, func(w self.Item) bool { return strings.Contains(strings.ToLower(r.Text), w.Text) }) {
		t.Errorf("asked for a wish: %q, and hers are %+v", r.Text, s.Wishes)
	}
	r := k.say("why do you say crikey?")
	if r.Heard.Words.Intent.Act() != samantha.DoWord || len(r.Said.From()) < 3 {
		t.Errorf("asked why she says it: %q from %v", r.Text, r.Said.From())
	}
	leans := k.say("what do you think of snow?").Heard.Words.Intent.Moves[0]
	if leans.Act != samantha.DoLeans || leans.Slots["text"] == "" || leans.Slots["because"] == "" {
		t.Errorf("asked for an opinion she has not: %+v", leans)
	}
	k.nextDay()
	r = k.say("what do you think of snow?")
	kept := slices.ContainsFunc(k.self().Opinions, func(o self.Item) bool { return o.Text == leans.Slots["text"] })
	if r.Heard.Words.Intent.Act() != samantha.DoHolds || !kept {
		t.Errorf("she leant to %q, and the next day she said %q", leans.Slots["text"], r.Text)
	}
	for question, act := range map[string]string{"have you changed?": samantha.DoChangedHer, "what are you like?": samantha.DoSelf, "what do you like?": samantha.DoLikes} {
		if r := k.say(question); r.Heard.Words.Intent.Act() != act {
			t.Errorf("%s: %s %q", question, r.Heard.Words.Intent.Act(), r.Text)
		}
	}
}

// TestAnOpinionIsOfTheirDays: what a night made up she tells with what of theirs it
// came of, the first times.
func TestAnOpinionIsOfTheirDays(t *testing.T) {
	k := lived(t, inmem.New())
	k.say("the snow came down all day and our cat tried to bite it")
	k.say("what do you think of snow?")
	k.nextDay()
	told := false
	for range usesTold {
		r := k.say("what do you think of snow?")
		told = told || strings.Contains(r.Text, "cat tried to bite it")
	}
	if !told {
		t.Error("she tells it as anybody's")
	}
}

// usesTold is how often an opinion may be told with what it came of.
const usesTold = 2

func TestEverythingSheBecameIsExplainedAndTakenBack(t *testing.T) {
	k := lived(t, inmem.New())
	ctx := context.Background()
	s := k.self()
	var ids []samantha.ID
	for _, items := range [][]self.Item{s.Words, s.Jokes, s.Interests, s.Opinions, s.Wishes, s.Dares} {
		for _, it := range items {
			ids = append(ids, it.ID)
		}
	}
	for _, step := range s.Week {
		ids = append(ids, step.ID)
	}
	ids = append(ids, s.Portrait.ID)
	for _, id := range ids {
		w, err := k.mind.Why(ctx, id)
		if err != nil || w.Sentence == "" || len(w.Record) == 0 {
			t.Errorf("why %s: %+v, %v", id, w, err)
		}
		if err := k.mind.Retire(ctx, id); err != nil {
			t.Errorf("take back %s: %v", id, err)
		}
		if err := k.mind.Retire(ctx, id); !errors.Is(err, samantha.ErrNotFound) {
			t.Errorf("take back %s twice: %v", id, err)
		}
	}
	after := k.self()
	if n := len(after.Words) + len(after.Jokes) + len(after.Opinions) + len(after.Wishes) + len(after.Week); n != 0 || after.Portrait != nil {
		t.Errorf("all of it was taken back, and there is %+v", after)
	}
	for _, trait := range after.Traits {
		if trait.Now != trait.Born {
			t.Errorf("%s is %v still", trait.Name, trait.Now)
		}
	}
}

func TestTheyPutRightWhatIsTheirs(t *testing.T) {
	k := lived(t, inmem.New())
	s := k.self()
	if _, err := k.mind.Correct(context.Background(), s.Jokes[0].ID, "Gustav"); err != nil {
		t.Fatal(err)
	}
	if _, err := k.mind.Correct(context.Background(), s.Opinions[0].ID, "that is nonsense"); err != nil {
		t.Fatal(err)
	}
	now := k.self()
	if now.Jokes[0].Word() != "Gustav" || now.Opinions[0].Text != s.Opinions[0].Text || now.Opinions[0].Yours.Text != "that is nonsense" {
		t.Errorf("put right: %+v, %+v", now.Jokes, now.Opinions)
	}
	if _, err := k.mind.Forget(context.Background(), now.Opinions[0].Yours.ID); err != nil {
		t.Fatal(err)
	}
	if y := k.self().Opinions[0].Yours; y.Text != "" {
		t.Errorf("forgotten, and it is there: %+v", y)
	}
}

func TestForgettingTakesWhatHungOnIt(t *testing.T) {
	log := inmem.New()
	k := lived(t, log)
	ctx := context.Background()
	s := k.self()
	word := s.Words[0]
	if _, err := k.mind.Forget(ctx, word.Sources[0]); err != nil {
		t.Fatal(err)
	}
	after := k.self()
	if slices.ContainsFunc(after.Words, func(it self.Item) bool { return it.ID == word.ID }) {
		t.Errorf("%q is there and one of its sources is forgotten", word.What)
	}
	if after.Portrait != nil && strings.Contains(strings.Join(after.Portrait.Sentences, " "), word.What) && after.Portrait.ID == s.Portrait.ID {
		t.Error("the portrait still names it")
	}
	if w, err := k.mind.Why(ctx, word.ID); err != nil || strings.Contains(w.Sentence+w.Record[0].Text, word.What) {
		t.Errorf("why %s: %+v, %v", word.ID, w, err)
	}
	if err := k.mind.Close(ctx); err != nil {
		t.Fatal(err)
	}
	_, kept, err := log.Snapshot(ctx, mind.Fold().Version)
	if err != nil || string(kept) != foldOf(t, k.events()) {
		t.Errorf("she sleeps as something else than the fold of her log (%v)", err)
	}
}

func TestWhoeverLooksLaterChangesNothing(t *testing.T) {
	live := func(look bool) string {
		k := begin(t, inmem.New())
		k.say("hi, I'm Ben")
		for range 8 {
			k.days(1, "hiya", "crikey, what a faff", "what do you think about mornings?")
			if look {
				k.clock.at = k.clock.at.Add(17 * time.Hour)
				k.self()
				k.clock.at = k.clock.at.Add(-17 * time.Hour)
			}
		}
		k.nextDay()
		k.self()
		return foldOf(t, k.events())
	}
	if live(true) != live(false) {
		t.Error("looking at her in the night made her somebody else")
	}
}

func TestASelfMadeInCompanyIsNobodys(t *testing.T) {
	k := begin(t, inmem.New())
	k.say("hi, I'm Ben")
	k.days(5, "this is my friend Tom, say hi", "crikey, what a faff", "what do you think about mornings?")
	k.nextDay()
	if s := k.self(); len(s.Words)+len(s.Opinions) > 0 {
		t.Errorf("a guest may have said it: %+v %+v", s.Words, s.Opinions)
	}
}

func TestTwoLivesMakeTwoOfHer(t *testing.T) {
	answers := func(talk ...string) []string {
		k := begin(t, inmem.New())
		k.say("hi, I'm Ben")
		k.days(60, talk...)
		k.nextDay()
		var said []string
		for _, q := range []string{"what are you like?", "have you changed?", "what do you like?", "what do you think about mornings?", "what do you think about parties?"} {
			said = append(said, k.say(q).Text)
		}
		return said
	}
	one := answers("hiya", "crikey, what a faff, the bus was late", "haha", "I love mornings, the mornings are so quiet", "what do you think about mornings?")
	two := answers("howdy", "you stupid thing", "tell me I'm right", "the party was loud, parties are awful", "what do you think about parties?")
	same := 0
	for i := range one {
		if one[i] == two[i] {
			same++
		}
	}
	if same > 0 {
		t.Errorf("%d of %d answers are the same\n%q\n%q", same, len(one), one, two)
	}
}
