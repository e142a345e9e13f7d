package mind_test

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"samantha"
	"samantha/internal/house/life/inmem"
	"samantha/internal/mind"
)

// later lets time pass, and looks at the story as if she had been asleep.
func (k *talk) later(d time.Duration) mind.Story {
	k.Helper()
	k.clock.at = k.clock.at.Add(d)
	if err := k.mind.Close(context.Background()); err != nil {
		k.Fatal(err)
	}
	k.wake()
	return k.story()
}

func (k *talk) story() mind.Story {
	k.Helper()
	story, err := k.mind.Story(context.Background())
	if err != nil {
		k.Fatal(err)
	}
	return story
}

// about is the chapter of somebody.
func about(t testing.TB, s mind.Story, who string) mind.StoryChapter {
	t.Helper()
	i := slices.IndexFunc(s.Chapters, func(c mind.StoryChapter) bool { return c.About == who })
	if i < 0 {
		t.Fatalf("no chapter about %q in %+v", who, s.Chapters)
	}
	return s.Chapters[i]
}

func text(t mind.StoryTelling) string {
	var all []string
	for _, s := range t.Sentences {
		all = append(all, s.Text)
	}
	return strings.Join(all, " ")
}

// quarrelled is a talk about a sister, hard and unfinished.
func quarrelled(t testing.TB, log samantha.Log) (*talk, []samantha.ID) {
	k := begin(t, log)
	k.say("hi, I'm Ben")
	row := k.say("My sister Mara and I had a huge row about mum's house.")
	cried := k.say("she shouted at me and I cried")
	return k, []samantha.ID{row.ID, cried.ID}
}

func TestAChapterTurnsAndTheOldTellingStays(t *testing.T) {
	k, _ := quarrelled(t, inmem.New())
	if n := len(k.story().Chapters); n != 0 {
		t.Fatalf("%d chapters in the middle of a talk", n)
	}
	first := about(t, k.later(3*time.Hour), "Mara")
	if len(first.Hers) != 1 || !strings.Contains(text(first.Hers[0]), "huge row") {
		t.Fatalf("the first telling: %+v", first)
	}
	k.later(200 * time.Hour)
	k.say("Mara called me today")
	if again := about(t, k.later(3*time.Hour), "Mara"); len(again.Hers) != 1 {
		t.Fatalf("a mention is no reason to tell it again: %+v", again.Hers)
	}
	k.say("Mara and I made up and I am so happy about it")
	turned := about(t, k.later(3*time.Hour), "Mara")
	if len(turned.Hers) != 2 || !strings.Contains(turned.Hers[1].Why, "better") {
		t.Fatalf("it turned and was not told again: %+v", turned.Hers)
	}
	if text(turned.Hers[0]) != text(first.Hers[0]) {
		t.Errorf("the old telling is otherwise now: %q", text(turned.Hers[0]))
	}
	if r := k.say("what's the story with my sister?"); !strings.Contains(r.Text, "huge row") {
		t.Errorf("asked for the story: %q", r.Text)
	}
	if r := k.say("how do you know that?"); !strings.Contains(r.Text, "huge row") {
		t.Errorf("asked where she has it from: %q", r.Text)
	}
	k.say("how did we begin?")
	if r := k.say("leave the boat"); len(r.Heard.Words.Facts) > 0 {
		t.Errorf("a fact came of it: %+v", r.Heard.Words.Facts)
	}
}

func TestEverySentenceOfAStoryHasItsReceipts(t *testing.T) {
	k, _ := quarrelled(t, inmem.New())
	for _, c := range k.later(3 * time.Hour).Chapters {
		for _, s := range c.Hers[0].Sentences {
			if len(s.From) == 0 {
				t.Errorf("%q comes from nowhere", s.Text)
			}
			for _, id := range s.From {
				if e, err := k.log.Find(t.Context(), id); err != nil || e.Body.Kind() != samantha.KindHeard {
					t.Errorf("%q: %s is no memory (%v)", s.Text, id, err)
				}
			}
		}
	}
}

func TestGoneFromTheStory(t *testing.T) {
	k, ids := quarrelled(t, inmem.New())
	k.say("She has not called since, and I lie awake every night about it")
	k.later(3 * time.Hour)
	if _, err := k.mind.Forget(t.Context(), ids[0]); err != nil {
		t.Fatal(err)
	}
	if held, err := k.mind.Holds(t.Context(), "huge row"); err != nil || held {
		t.Errorf("still held after it was forgotten (%v)", err)
	}
	story := k.later(3 * time.Hour)
	for _, c := range story.Chapters {
		for _, told := range c.Hers {
			if strings.Contains(text(told), "huge row") {
				t.Errorf("told all the same: %q", text(told))
			}
		}
	}
}

func TestTheirTellingBesideHersAndBack(t *testing.T) {
	k, _ := quarrelled(t, inmem.New())
	mara := about(t, k.later(3*time.Hour), "Mara")
	known, err := k.mind.Correct(t.Context(), mara.ID, "it was about the piano, never the house")
	if err != nil {
		t.Fatal(err)
	}
	mine := about(t, k.story(), "Mara")
	last := mine.Hers[len(mine.Hers)-1]
	if len(mine.Theirs) != 1 || !mine.Theirs[0].Edit || len(mine.Hers) != 2 || !strings.Contains(text(last), "about the piano") {
		t.Fatalf("theirs does not stand beside hers: %+v", mine)
	}
	if err := k.mind.Retire(t.Context(), known.ID); err != nil {
		t.Fatal(err)
	}
	back := about(t, k.story(), "Mara")
	last = back.Hers[len(back.Hers)-1]
	if len(back.Theirs) != 0 || len(back.Hers) != 3 || strings.Contains(text(last), "piano") {
		t.Errorf("it was not taken back: %+v", back)
	}
}

// Told in a talk that it was otherwise, she asks how it was, and it stands beside
// hers as it does from the page.
func TestTheyTellItInATalk(t *testing.T) {
	k, _ := quarrelled(t, inmem.New())
	k.later(3 * time.Hour)
	k.say("hello")
	k.say("what's the story with my sister?")
	if r := k.say("that's not how it was"); r.Heard.Words.Intent.Act() != samantha.DoYours {
		t.Fatalf("she does %q", r.Heard.Words.Intent.Act())
	}
	told := k.say("we argued about the piano, never about the house")
	if told.Heard.Numbers.Account == "" || told.Heard.Words.Intent.Act() != samantha.DoBeside {
		t.Fatalf("she does %q with it", told.Heard.Words.Intent.Act())
	}
	mara := about(t, k.later(3*time.Hour), "Mara")
	last := mara.Hers[len(mara.Hers)-1]
	if len(mara.Theirs) != 1 || mara.Theirs[0].ID != told.ID || !strings.Contains(text(last), "piano") {
		t.Errorf("it does not stand beside hers: %+v", mara)
	}
	met, err := k.mind.Encounters(t.Context())
	if err != nil || met[len(met)-1].Corrected != 1 {
		t.Errorf("it is no repair: %+v (%v)", met, err)
	}
	if err := k.mind.Retire(t.Context(), told.ID); err != nil {
		t.Fatal(err)
	}
	if mara = about(t, k.story(), "Mara"); len(mara.Theirs) != 0 {
		t.Errorf("it was not taken back: %+v", mara.Theirs)
	}
}

func TestTwoWaysOfTellingStandSideBySide(t *testing.T) {
	k := begin(t, inmem.New())
	k.say("hi, I'm Ben")
	k.say("Nora left me in March and I'm devastated")
	k.say("I've been crying all week")
	k.later(300 * time.Hour)
	k.say("Nora and I both ended it in June, we had both had enough")
	k.say("I still miss her")
	nora := about(t, k.later(3*time.Hour), "Nora")
	if len(nora.Theirs) != 2 || !strings.Contains(nora.Theirs[0].Text, "left me") || !strings.Contains(nora.Theirs[1].Text, "both ended") {
		t.Fatalf("theirs: %+v", nora.Theirs)
	}
	r := k.say("how did it end with Nora?")
	if !strings.Contains(r.Text, "left me") || !strings.Contains(r.Text, "both ended it") {
		t.Errorf("she gives one of them only: %q", r.Text)
	}
}

func TestAChapterIsTakenOut(t *testing.T) {
	k, _ := quarrelled(t, inmem.New())
	mara := about(t, k.later(3*time.Hour), "Mara")
	if err := k.mind.Retire(t.Context(), mara.ID); err != nil {
		t.Fatal(err)
	}
	for _, c := range k.later(30 * time.Hour).Chapters {
		if c.ID == mara.ID {
			t.Errorf("it is told all the same: %+v", c)
		}
	}
}

// TestTheStoryIsTheFold: whatever is told, corrected, forgotten, retold and taken
// back, her state is the fold of the log from zero, and nothing forgotten is in
// any telling.
func TestTheStoryIsTheFold(t *testing.T) {
	lines := []string{
		"My sister Mara and I had a huge row", "Mara made me laugh so hard today, it was wonderful", "I cried about Mara all night",
		"Nora left me", "Nora and I both ended it", "I am so sad about Nora", "I dreamed that Nora sang", "note: two keys",
		"my boat broke and I'm gutted", "I fixed my boat", "what's the story with my sister?", "go on", "how did we begin?", "good night", "no, not Mara, Maren",
	}
	shared := furnished(t)
	rapid.Check(t, func(r *rapid.T) {
		log := inmem.New()
		k := shared.begin(t, log)
		var ids []samantha.ID
		secret := map[samantha.ID]string{}
		for range rapid.IntRange(3, 25).Draw(r, "moments") {
			switch rapid.IntRange(0, 9).Draw(r, "what") {
			case 0:
				if len(ids) == 0 {
					continue
				}
				id := rapid.SampledFrom(ids).Draw(r, "id")
				if _, err := k.mind.Forget(context.Background(), id); err != nil {
					r.Fatal(err)
				}
				if held, err := k.mind.Holds(context.Background(), secret[id]); err != nil || held {
					r.Fatalf("%q is still held (%v)", secret[id], err)
				}
			case 1, 2:
				k.clock.at = k.clock.at.Add(30 * time.Hour)
			case 3:
				chapters := k.story().Chapters
				for _, c := range chapters[:min(1, len(chapters))] {
					known, err := k.mind.Correct(context.Background(), c.ID, "it was otherwise")
					if err != nil {
						r.Fatal(err)
					}
					if rapid.Bool().Draw(r, "take it back") {
						if err := k.mind.Retire(context.Background(), known.ID); err != nil {
							r.Fatal(err)
						}
					}
				}
			default:
				word := "mark" + strings.Repeat("x", len(ids)+1) + "y"
				id := k.say(rapid.SampledFrom(lines).Draw(r, "line") + " " + word).ID
				ids, secret[id] = append(ids, id), word
			}
		}
		k.closesAsFolded(t, r, log)
	})
}

// Whoever a chapter is about is called so by some memory; with that memory the
// name is gone from every telling.
func TestANameGoesWithTheMemoryItIsFrom(t *testing.T) {
	k := begin(t, inmem.New())
	k.say("hi, I'm Ben")
	named := k.say("my sister Zanzibela came by")
	k.say("she shouted at me, it was a terrible fight")
	k.say("I have been crying about her all night")
	about(t, k.later(3*time.Hour), "Zanzibela")
	if _, err := k.mind.Forget(t.Context(), named.ID); err != nil {
		t.Fatal(err)
	}
	if held, err := k.mind.Holds(t.Context(), "zanzibela"); err != nil || held {
		t.Errorf("the name is still held (%v)", err)
	}
	for _, e := range k.events() {
		if b, ok := e.Body.(*samantha.Telling); ok && strings.Contains(strings.Join(b.Words.Sentences, " "), "Zanzibela") {
			t.Errorf("%s still says the name", e.ID)
		}
	}
}

func TestTheStoryGoesPastWhatIsLeftAlone(t *testing.T) {
	k, _ := quarrelled(t, inmem.New())
	k.say("Nora left me and I'm devastated")
	k.say("I've been crying about Nora all week")
	k.later(3 * time.Hour)
	k.say("hello")
	k.say("never mention Mara again")
	for _, line := range []string{"tell me our story", "go on", "go on", "go on", "go on"} {
		if r := k.say(line); strings.Contains(r.Text, "Mara") {
			t.Fatalf("she brings it up: %q", r.Text)
		}
	}
	if r := k.say("what's the story with Mara?"); r.Heard.Words.Intent.Act() != samantha.DoLeaves || strings.Contains(r.Text, "row") {
		t.Errorf("asked for it by name: %q", r.Text)
	}
	k.say("you may speak of it")
	if r := k.say("what's the story with Mara?"); !strings.Contains(r.Text, "huge row") {
		t.Errorf("asked for it by name, and she may: %q", r.Text)
	}
}
