package memory_test

import (
	"fmt"
	"testing"
	"time"

	"samantha"
	"samantha/internal/mind/memory"
)

// life is a state in which so many scenes were told of so many people.
func life(scenes, people int) *memory.State {
	s := &memory.State{}
	at := time.Date(2026, 1, 1, 9, 0, 0, 0, time.UTC)
	for n := range scenes {
		at = at.Add(7 * time.Hour)
		name := fmt.Sprintf("Name%c%c", 'a'+n%people%26, 'a'+n%people/26)
		s.Apply(samantha.Event{Seq: uint64(n + 1), ID: samantha.NewID(uint64(n + 1)), At: at, Body: &samantha.Heard{
			Words: samantha.HeardWords{
				Text: name + " and I had a row", Facts: []samantha.Fact{{Of: "friend", Slot: "name", Value: name}},
				Hearing: samantha.Hearing{
					Acts: []samantha.Act{{Kind: "tell.hard"}}, People: []samantha.Mention{{Name: name}}, Topics: []samantha.Topic{{Text: "a row"}},
				},
			},
		}})
	}
	return s
}

// What is due is found while nobody waits, but a moment may come right behind.
func BenchmarkDue(b *testing.B) {
	lore, err := memory.New()
	if err != nil {
		b.Fatal(err)
	}
	s := life(2000, 60)
	text := func(samantha.ID) string { return "Mara and I had a row, she started it because of the house" }
	for b.Loop() {
		lore.Matters().Due(s, time.UTC, text)
	}
}

// Two of the person's sentences about somebody tell one event differently only
// if doer, time or reason differ, on different days; whatever is doubtful does
// not.
func TestWhatIsToldInTwoWays(t *testing.T) {
	lore, err := memory.New()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, one, other string
		apart            time.Duration
		differs          bool
	}{
		{"who", "Nora left me", "Nora and I both ended it", 48 * time.Hour, true},
		{"who, by pronoun", "she left me", "I left her, if I'm honest. I left Nora", 48 * time.Hour, true},
		{"why", "Nora left me because of the money", "Nora left me because she wanted children", 48 * time.Hour, true},
		{"the same again", "Nora left me", "well, Nora left me", 48 * time.Hour, false},
		{"the same reason", "Nora left me because of the money", "Nora left me because money was all we had", 48 * time.Hour, false},
		{"one day", "Nora left me", "Nora and I both ended it", time.Hour, false},
		{"denied", "Nora left me", "I did not leave, we never broke up", 48 * time.Hour, false},
		{"feared", "Nora left me", "I almost broke up with Nora", 48 * time.Hour, false},
		{"asked", "Nora left me", "did we both end it? we broke up?", 48 * time.Hour, false},
		{"another event", "Nora left me", "Nora and I shouted, she started it", 48 * time.Hour, false},
		{"another thing that is left", "Nora left me", "I left the keys at Nora's", 48 * time.Hour, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := &memory.State{}
			texts := map[samantha.ID]string{}
			for n, text := range []string{c.one, c.other} {
				id := samantha.NewID(uint64(n + 1))
				texts[id] = text
				s.Apply(samantha.Event{
					Seq: uint64(n + 1), ID: id, At: time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC).Add(time.Duration(n) * c.apart),
					Body: &samantha.Heard{Words: samantha.HeardWords{Text: text, Hearing: samantha.Hearing{
						Acts: []samantha.Act{{Kind: "tell.hard"}}, People: []samantha.Mention{{Name: "Nora"}},
					}}},
				})
			}
			for _, due := range lore.Matters().Due(s, time.UTC, func(id samantha.ID) string { return texts[id] }) {
				if due.Matter == "Nora" && (len(due.Own) == 2) != c.differs {
					t.Errorf("%q and %q: kept side by side: %v", c.one, c.other, due.Own)
				}
			}
		})
	}
}

func TestAThingThatComesBackHasAChapter(t *testing.T) {
	lore, err := memory.New()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		thing string
		times int
		gap   time.Duration
		told  bool
	}{
		{"the boat", 3, 48 * time.Hour, true},
		{"the boat", 2, 48 * time.Hour, false},
		{"the boat", 4, 10 * time.Minute, false}, // in one talk only
		{"a day", 5, 48 * time.Hour, false},
	} {
		s := &memory.State{}
		for n := range c.times {
			s.Apply(samantha.Event{
				Seq: uint64(n + 1), ID: samantha.NewID(uint64(n + 1)), At: time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC).Add(time.Duration(n) * c.gap),
				Body: &samantha.Heard{Words: samantha.HeardWords{Text: "about " + c.thing, Hearing: samantha.Hearing{
					Acts: []samantha.Act{{Kind: "tell.hard"}}, Topics: []samantha.Topic{{Text: c.thing, Sort: "it"}},
				}}},
			})
		}
		told := false
		for _, due := range lore.Matters().Due(s, time.UTC, func(samantha.ID) string { return "" }) {
			told = told || due.Sort == memory.ChapterThing
		}
		if told != c.told {
			t.Errorf("%s, %d times, %v apart: told %v", c.thing, c.times, c.gap, told)
		}
	}
}

// How a chapter began outlives the scenes that are kept.
func TestAChapterKeepsItsBeginning(t *testing.T) {
	lore, err := memory.New()
	if err != nil {
		t.Fatal(err)
	}
	first, at := samantha.NewID(1), time.Date(2020, 1, 1, 9, 0, 0, 0, time.UTC)
	s := &memory.State{}
	s.Apply(samantha.Event{Seq: 1, ID: first, At: at, Body: &samantha.Heard{Words: samantha.HeardWords{Text: "Nora left me"}}})
	s.Apply(samantha.Event{Seq: 2, ID: samantha.NewID(2), At: at.Add(time.Hour), Body: &samantha.Telling{
		Words: samantha.TellingWords{Matter: "NameAA", Sentences: []string{"With Nora it began."}},
		Numbers: samantha.TellingNumbers{
			Links: samantha.Links{Sources: []samantha.ID{first}}, No: 1, Sort: memory.ChapterPerson, Since: at, Ending: 1,
			Parts: []samantha.ChapterBit{{Part: samantha.BitBegin, From: []samantha.ID{first}}},
		},
	}})
	long := life(10, 1) // the same somebody, years later and all of it hard
	for n, c := range long.Scenes {
		c.ID = samantha.NewID(uint64(n + 3))
		c.People[0].Name = "NameAA"
		s.Scenes = append(s.Scenes, c)
	}
	for _, due := range lore.Matters().Due(s, time.UTC, func(samantha.ID) string { return "" }) {
		if due.Matter == "NameAA" && (due.Begin.ID != first || !due.Begin.At.Equal(at) || due.Why != "worse") {
			t.Errorf("it begins at %s, %v; told again because %q", due.Begin.ID, due.Begin.At, due.Why)
		}
	}
}
