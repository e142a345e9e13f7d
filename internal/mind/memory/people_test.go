package memory

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"samantha"
)

// heardOf is something told, with whom it speaks of and what it claims.
type heardOf struct {
	hours  int // since the beginning
	people []samantha.Mention
	facts  []samantha.Fact
	acts   []samantha.Act
	avoids []samantha.Avoid
	guest  bool
}

func lifeOf(told ...heardOf) *State {
	s := &State{}
	for i, h := range told {
		s.Apply(heardBy(s, i, h))
	}
	return s
}

// heardBy is the event of something told, decided as a mind would.
func heardBy(s *State, i int, h heardOf) samantha.Event {
	e := eventOf(i, h)
	w := &e.Body.(*samantha.Heard).Words
	w.Hearing.People = s.Mentioned(w.Hearing, e.At)
	return e
}

func eventOf(i int, h heardOf) samantha.Event {
	if h.acts == nil {
		h.acts = []samantha.Act{{Kind: "tell.event"}}
	}
	return samantha.Event{
		Seq: uint64(i + 1), ID: samantha.NewID(uint64(i + 1)), At: time.Date(2026, 3, 2, 19, i, 0, 0, time.UTC).Add(time.Duration(h.hours) * time.Hour),
		Body: &samantha.Heard{
			Words:   samantha.HeardWords{Hearing: samantha.Hearing{Acts: h.acts, People: h.people}, Facts: h.facts, Avoids: h.avoids},
			Numbers: samantha.HeardNumbers{Guest: h.guest},
		},
	}
}

func one(name, relation string) []samantha.Mention {
	friend := relation == "friend"
	return []samantha.Mention{{Name: name, Relation: relation, Several: friend || relation == "colleague", Loosely: friend}}
}

// list is everybody as "names (relation, as) mentions".
func list(s *State) string {
	var out []string
	for _, p := range s.Everyone() {
		about := strings.Join(slices.DeleteFunc([]string{p.Relation, p.As}, func(w string) bool { return w == "" }), ", ")
		out = append(out, fmt.Sprintf("%s (%s) %d", strings.Join(p.Names, "/"), about, p.Mentions))
	}
	return strings.Join(out, "; ")
}

func TestWhoIsWho(t *testing.T) {
	for _, c := range []struct {
		name string
		told []heardOf
		want string
	}{
		{"a sister and her name, told together", []heardOf{{people: one("", "sister")}, {people: one("Ruth", "sister")}, {people: one("Ruth", "")}}, "Ruth (sister) 3"},
		{"a name first, and who it is after", []heardOf{
			{people: one("Piet", "")}, {people: one("", "ex")}, {facts: []samantha.Fact{{Of: "Piet", Slot: "relation", Value: "ex"}}},
		}, "Piet (ex) 2"},
		{"a fact that names somebody", []heardOf{
			{people: one("", "sister")}, {people: one("Ruth", "")}, {facts: []samantha.Fact{{Of: "sister", Slot: "name", Value: "Ruth"}}},
		}, "Ruth (sister) 2"},
		{"two of one name stay two", []heardOf{{people: one("Tom", "brother")}, {people: one("Tom", "colleague")}, {people: one("Tom", "")}}, "Tom (brother) 1; Tom (colleague) 2"},
		{"a bare name of two, days later, is neither's", []heardOf{{people: one("Tom", "brother")}, {people: one("Tom", "colleague")}, {hours: 50, people: one("Tom", "")}}, "Tom (brother) 1; Tom (colleague) 1"},
		{"two sisters", []heardOf{{people: one("Ruth", "sister")}, {people: one("Anna", "sister")}, {hours: 30, people: one("", "sister")}}, "Ruth (sister) 1; Anna (sister) 1"},
		{"a flatmate can be a friend", []heardOf{{people: one("Lou", "friend")}, {people: one("Lou", "flatmate")}}, "Lou (flatmate) 2"},
		{"a friend is not the friend with a name", []heardOf{{people: one("", "friend")}, {hours: 30, people: one("Lou", "friend")}}, " (friend) 1; Lou (friend) 1"},
		{"mum and mother are one", []heardOf{{people: []samantha.Mention{{Relation: "mum", Kin: "mother"}}}, {people: one("", "mother")}}, " (mum) 2"},
		{"somebody else's dog", []heardOf{{people: []samantha.Mention{{Name: "Bobik", As: "the neighbour's dog"}}}, {people: one("Bobik", "")}}, "Bobik (the neighbour's dog) 2"},
		{"another name", []heardOf{{people: one("Ruth", "sister")}, {people: []samantha.Mention{{Also: "Ruthie"}}}, {people: one("Ruthie", "")}}, "Ruth/Ruthie (sister) 3"},
		{"asking is no telling", []heardOf{{people: one("Ruth", "sister")}, {people: one("Ruth", ""), acts: []samantha.Act{{Kind: "ask.fact"}}}}, "Ruth (sister) 1"},
		{"while a guest is there it may be anybody who speaks", []heardOf{{people: one("Tom", "friend"), acts: []samantha.Act{{Kind: "guest.here", Slots: map[string]string{"name": "Tom"}}}, guest: true}, {people: one("Ruth", ""), guest: true}}, "Tom (friend) 1"},
	} {
		if got := list(lifeOf(c.told...)); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func TestACorrectedNameHolds(t *testing.T) {
	s := lifeOf(heardOf{people: one("Ida", "sister"), facts: []samantha.Fact{{Of: "sister", Slot: "name", Value: "Ida"}}})
	s.Apply(samantha.Event{Seq: 2, ID: "c2b2", Body: &samantha.Corrected{
		Words: samantha.CorrectedWords{Fact: samantha.Fact{Of: "sister", Slot: "name", Value: "Eda"}}, Numbers: samantha.CorrectedNumbers{Target: s.Facts[0].ID},
	}, At: time.Date(2026, 3, 3, 0, 0, 0, 0, time.UTC)})
	if got := list(s); got != "Eda/Ida (sister) 1" {
		t.Errorf("got %q", got)
	}
	if w, _ := s.Words(s.Everyone()[0].NameID); w != "Eda" {
		t.Errorf("her name is said as %q", w)
	}
}

func TestOfTwoNamesTheOneThatHoldsIsTheirs(t *testing.T) {
	for holds, want := range map[samantha.Holds]string{
		samantha.HoldsNew: "Jim/Tim (brother) 2", samantha.HoldsOld: "Tim/Jim (brother) 2", samantha.HoldsBoth: "Tim (brother) 1; Jim (brother) 1",
	} {
		first, second := samantha.NewID(1).Part("fact", 1), samantha.NewID(2).Part("fact", 1)
		s := lifeOf(
			heardOf{people: one("Tim", "brother"), facts: []samantha.Fact{{Of: "brother", Slot: "name", Value: "Tim"}}},
			heardOf{people: one("Jim", "brother"), facts: []samantha.Fact{{Of: "brother", Slot: "name", Value: "Jim", Doubt: first}}},
			heardOf{facts: []samantha.Fact{{Like: second, Holds: holds}}},
		)
		if got := list(s); got != want {
			t.Errorf("%s holds: %q, want %q", holds, got, want)
		}
	}
}

func TestADeathIsTold(t *testing.T) {
	loss := []samantha.Act{{Kind: "tell.loss", Slots: map[string]string{"who": "dog"}}}
	s := lifeOf(heardOf{people: one("Rex", "dog")}, heardOf{acts: loss})
	if p := s.WhoIs("my dog Rex"); len(p) != 1 || p[0].Died != samantha.NewID(2) {
		t.Errorf("got %+v", p)
	}
}

func TestForgettingReachesEverybody(t *testing.T) {
	told := []heardOf{
		{people: one("Ruth", "sister"), facts: []samantha.Fact{{Of: "sister", Slot: "name", Value: "Ruth"}}},
		{people: one("Tom", ""), avoids: []samantha.Avoid{{What: "Tom"}}},
		{people: one("Ruth", "")},
	}
	s := lifeOf(told...)
	_ = s.Everyone()
	s.Mask([]samantha.ID{samantha.NewID(1)})
	if got := list(s); got != "Tom () 1; Ruth () 1" {
		t.Errorf("masked: %q", got)
	}
	if again := list(lifeOf(heardOf{acts: []samantha.Act{}}, told[1], told[2])); again != list(s) {
		t.Errorf("folded anew it is %q, masked %q", again, list(s))
	}
	s.Mask([]samantha.ID{samantha.NewID(2)})
	if s.Unmentioned("Tom") {
		t.Error("what was forgotten is still not mentioned")
	}
}

func TestUnmentioned(t *testing.T) {
	s := lifeOf(
		heardOf{people: one("Piet", "ex")}, heardOf{people: one("Ruth", "sister")},
		heardOf{avoids: []samantha.Avoid{{What: "my ex"}, {What: "the exam"}, {What: "the thing with my father"}}},
	)
	for text, want := range map[string]bool{
		"Piet's trombone": true, "your ex": true, "Ruth's boat": false, "exams": true, "the example": false,
		"that thing with your father": true, "your father": false, "": false,
	} {
		if got := s.Unmentioned(text); got != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
	free := heardOf{}
	e := eventOf(3, free)
	e.Body.(*samantha.Heard).Numbers.Freed = []samantha.ID{s.Avoids[0].ID}
	s.Apply(e)
	if s.Unmentioned("Piet") {
		t.Error("taken back, and still not mentioned")
	}
	s.Apply(samantha.Event{Seq: 5, ID: "r2b2", Body: &samantha.Retired{Numbers: samantha.RetiredNumbers{Target: s.Avoids[0].ID}}})
	if s.Unmentioned("exam") {
		t.Error("retired, and still not mentioned")
	}
}

// A life in which somebody is spoken of twenty thousand times.
func BenchmarkEveryone(b *testing.B) {
	s := &State{}
	for i := range 20_000 {
		name := fmt.Sprintf("N%d", i*i%211)
		s.Apply(eventOf(i, heardOf{hours: i, people: one(name, []string{"", "sister", "friend", "colleague"}[i%211%4])}))
	}
	for b.Loop() {
		s.people = nil
		s.Everyone()
	}
}

// Asked after each event or only at the end, it is the same people.
func TestPeopleAreTheSameHoweverOftenAsked(t *testing.T) {
	told := []heardOf{
		{people: one("", "sister")},
		{people: one("Tom", "brother")},
		{people: one("Ruth", "")},
		{people: one("Ruth", ""), facts: []samantha.Fact{{Of: "sister", Slot: "name", Value: "Ruth"}}},
		{people: one("Tom", "colleague")},
		{people: one("Tom", "")},
		{people: []samantha.Mention{{Also: "Tommy"}}},
		{people: one("Tommy", "")},
	}
	often := &State{}
	for i, h := range told {
		often.Apply(heardBy(often, i, h))
		often.Everyone()
	}
	if a, b := list(often), list(lifeOf(told...)); a != b || a != "Ruth (sister) 3; Tom (brother) 1; Tom/Tommy (colleague) 4" {
		t.Errorf("asked each time %q, once %q", a, b)
	}
}
