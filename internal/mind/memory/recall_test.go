package memory

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"samantha"
)

// told is one thing said for a test: by whom, how many hours after the first,
// and what.
type told struct {
	by    samantha.Origin
	hours float64
	text  string
	about []samantha.When
}

const (
	she    = samantha.OriginHerself
	person = samantha.OriginPerson
)

func first() time.Time { return time.Date(2026, 1, 5, 9, 0, 0, 0, time.UTC) }

func life(t testing.TB, all ...told) *Index {
	x := lore(t).Index()
	for i, m := range all {
		x.Add(Kept{
			Memory: samantha.Memory{
				ID: samantha.NewID(uint64(i + 1)), At: first().Add(time.Duration(m.hours * float64(time.Hour))), By: m.by, Text: m.text,
			},
			About: m.about,
		})
	}
	return x
}

// found are the places of what a question finds, best first.
func found(x *Index, q Question) []int {
	var out []int
	for _, h := range x.Recall(q, 5) {
		n, _ := h.ID.Seq()
		out = append(out, int(n)-1)
	}
	return out
}

func TestAnAnswerIsFoundByWhatWasAsked(t *testing.T) {
	x := life(t,
		told{by: she, text: "Where did you grow up?"},
		told{by: person, text: "In Ghent, above a bakery."},
		told{by: person, hours: 30, text: "The tomatoes grow like mad."},
	)
	hits := x.Recall(Question{Text: "where did I grow up"}, 3)
	if got := found(x, Question{Text: "where did I grow up"}); len(got) == 0 || got[0] != 1 {
		t.Fatalf("found %v", got)
	}
	if hits[0].Share != 0 || hits[0].Asked < 0.5 {
		t.Errorf("share %v of its own, %v of the question's", hits[0].Share, hits[0].Asked)
	}
}

func TestAnAnswerIsOfTheOtherSideAndTheSameEncounter(t *testing.T) {
	for name, second := range map[string]told{
		"the same side":     {by: she, text: "In Ghent, above a bakery."},
		"another encounter": {by: person, hours: 8, text: "In Ghent, above a bakery."},
	} {
		x := life(t, told{by: she, text: "Where did you grow up?"}, second)
		if got := found(x, Question{Text: "where did I grow up"}); !slices.Equal(got, []int{0}) {
			t.Errorf("%s: found %v", name, got)
		}
	}
}

func TestWhoseWordsComeFirst(t *testing.T) {
	x := life(t,
		told{by: she, text: "A whale swam off Iceland."},
		told{by: person, hours: 20, text: "A whale swam off Norway."},
		told{by: she, hours: 40, text: "I sing with whales off Greenland."},
		told{by: person, hours: 60, text: "A whale ate off Ireland."},
	)
	for _, owner := range []samantha.Origin{she, person} {
		hits := x.Recall(Question{Text: "the whale", Owner: owner}, 4)
		if hits[0].By != owner {
			t.Errorf("asked of %s: %+v", owner, hits[0])
		}
	}
	if owned := x.Owned(Question{Text: "sing", Owner: person}); owned != 0 {
		t.Errorf("the person never sang, and owns %v of it", owned)
	}
	if owned := x.Owned(Question{Text: "sing", Owner: she}); owned != 1 {
		t.Errorf("she owns %v of her singing", owned)
	}
	if owned := x.Owned(Question{Text: "sing"}); owned != 1 {
		t.Errorf("nobody is named, and %v is owned", owned)
	}
}

func TestWhomItIsAbout(t *testing.T) {
	l := lore(t)
	for _, test := range []struct {
		text, question string
		want           float64
	}{
		{"I broke the red cup.", "what did I break", ofSelf},
		{"Broke the red cup.", "what did I break", ofNobody},
		{"He broke the red cup.", "what did I break", ofOther},
		{"My sister broke the red cup and I swept.", "what cup did I break", ofBoth},
		{"He came late. I broke the red cup.", "which cup did I break", ofSelf},
		{"She broke the red cup.", "what did my sister break", ofSelf},
		{"Gavin plays the horn.", "which horn do I play", ofOther},
		{"Fourth time. She sank it.", "how many times did I sink it", ofOther},
		{"Gavin plays the horn.", "what does Gavin play for me", ofSelf},
	} {
		if got := l.aboutSelf(test.text, test.question, []string{"Gavin"}); got != test.want {
			t.Errorf("%q, %q: %v, want %v", test.text, test.question, got, test.want)
		}
	}
}

func TestWhoWorksThere(t *testing.T) {
	fact := func(n uint64, of, slot, value, quote string) Fact {
		return Fact{Fact: samantha.Fact{Of: of, Slot: slot, Value: value, Quote: quote}, ID: samantha.NewID(n).Part("fact", 1)}
	}
	s := State{Facts: []Fact{
		fact(1, "brother", "name", "Piet", "my brother Piet works at the harbour"),
		fact(1, "Piet", "workplace", "the harbour", "my brother Piet works at the harbour"),
		fact(2, "Ines", "workplace", "the harbour", "Ines works at the harbour too"),
		fact(3, Person, "workplace", "the harbour", "I work at the harbour"),
		fact(4, "Mara", "workplace", "a school", "Mara works at a school"),
	}}
	var got []string
	for _, k := range s.Who(lore(t), "who works at the harbour?") {
		got = append(got, k.Of)
	}
	if !slices.Equal(got, []string{"Piet", "Ines"}) {
		t.Errorf("%q work there", got)
	}
	if found := s.Who(lore(t), "where is the harbour?"); found != nil {
		t.Errorf("nobody was asked for: %+v", found)
	}
}

// what replaces what is told by no label: by what is taken back, put right at
// once, or said to be otherwise now.
func TestWhatReplacesComesFirst(t *testing.T) {
	x := life(t,
		told{by: person, text: "The dentist for my wisdom tooth is on Tuesday."},
		told{by: person, hours: 20, text: "The soup was good."},
		told{by: person, hours: 40, text: "I was wrong, the dentist isn't Tuesday, it's Thursday."},
		told{by: person, hours: 60, text: "I drink black coffee all night long."},
		told{by: person, hours: 80, text: "Rain again."},
		told{by: person, hours: 100, text: "No coffee any more, I stopped; black coffee kept me up."},
		told{by: person, hours: 120, text: "The mixer went for twelve hundred."},
		told{by: person, hours: 120, text: "No sorry, fourteen."},
	)
	for question, want := range map[string][]int{
		"When do I see the dentist?":             {2, 0},
		"Do I drink black coffee all night?":     {5, 3},
		"What did I drink before, black coffee?": {3, 5},
		"What did the mixer go for?":             {7, 6},
	} {
		got := found(x, Question{Text: question, Renew: true})
		if len(got) < 2 || !slices.Equal(got[:2], want) {
			t.Errorf("%q found %v, want %v", question, got, want)
		}
	}
}

// What changed is told in many ways, also by an answer to a mere "And?".
func TestWhatChangedComesFirst(t *testing.T) {
	for _, test := range []struct{ was, said, asked, is, question string }{
		{was: "I take my tea with two sugars.", is: "No more sugar in my tea, doctor's orders.", question: "How do I take my tea?"},
		{was: "I'm learning the cello with Mrs Okafor.", is: "I switched from the cello to the flute.", question: "Which instrument do I learn, the cello?"},
		{was: "Our cat sleeps in the airing cupboard.", is: "The cat gave up the airing cupboard, she sleeps on the piano.", question: "Where does our cat sleep?"},
		{was: "The wedding is on the fourth of June.", is: "I told you wrong, the wedding is the eleventh.", question: "When is the wedding?"},
		{was: "The deposit is nine hundred.", said: "I had it wrong about the deposit, it isn't nine hundred.", asked: "More?", is: "A thousand and ten.", question: "What is the deposit?"},
	} {
		all := []told{{by: person, text: test.was}}
		for i := range 40 {
			all = append(all, told{by: person, hours: 5 + 3*float64(i), text: fmt.Sprintf("Rain%d fell on the boat%d again.", i, i)})
		}
		if test.said != "" {
			all = append(all, told{by: person, hours: 200, text: test.said}, told{by: she, hours: 200, text: test.asked})
		}
		all = append(all, told{by: person, hours: 200, text: test.is})
		got := found(life(t, all...), Question{Text: test.question, Wide: true, Renew: true, Owner: person})
		if is, was := slices.Index(got, len(all)-1), slices.Index(got, 0); is < 0 || was < 0 || is > was {
			t.Errorf("%q: found %v", test.question, got)
		}
	}
}

func TestWhatSheKnowsToHoldComesFirst(t *testing.T) {
	x := life(t, told{by: person, text: "I live in Ghent, where I live well."}, told{by: person, hours: 30, text: "The keys came: a tall house in Bruges."})
	q := Question{Text: "where do I live", Renew: true, Replaced: map[samantha.ID]samantha.ID{samantha.NewID(1): samantha.NewID(2)}}
	if got := found(x, q); !slices.Equal(got, []int{1, 0}) {
		t.Errorf("now: %v", got)
	}
	q.Text = "where did I live"
	if got := found(x, q); len(got) == 0 || got[0] != 0 {
		t.Errorf("before: %v", got)
	}
}

func TestOutdatedComesLater(t *testing.T) {
	x := life(t, told{by: person, text: "I live in Ghent."}, told{by: person, hours: 30, text: "I live in Bruges, in a tall house."})
	old := []samantha.ID{samantha.NewID(1)}
	if got := found(x, Question{Text: "where do I live now", Outdated: old}); !slices.Equal(got, []int{1, 0}) {
		t.Errorf("now: %v", got)
	}
	if got := found(x, Question{Text: "where did I live before", Outdated: old}); !slices.Equal(got, []int{0, 1}) {
		t.Errorf("before: %v", got)
	}
}

func TestWhose(t *testing.T) {
	l := lore(t)
	names := map[string]samantha.Origin{"Ines": person, "Ada": she, "": person}
	for question, want := range map[string]samantha.Origin{
		"What did I plant?": person, "do you remember where my keys are": person, "What would you like to see?": she,
		"Where did Ines' brother go?": person, "When was Ada's first dream?": she,
		"What did I tell you?": "", "What is the capital of Peru?": "", "": "",
	} {
		if got := l.Whose(question, names); got != want {
			t.Errorf("%q: %q, want %q", question, got, want)
		}
	}
}

func TestMeaningAddsMemories(t *testing.T) {
	x := life(t, told{by: person, text: "The boat has an engine."}, told{by: person, hours: 5, text: "Rain all day."})
	got := found(x, Question{Text: "boat", Meaning: map[samantha.ID]float64{samantha.NewID(2): 0.4, samantha.NewID(9): 1}})
	if !slices.Equal(got, []int{0, 1}) {
		t.Errorf("found %v", got)
	}
}

func TestWideTakesInTheEncounter(t *testing.T) {
	x := life(t, told{by: person, text: "The boat has an engine."}, told{by: person, text: "It was dear."}, told{by: person, hours: 9, text: "Rain."})
	if got := found(x, Question{Text: "boat", Wide: true}); !slices.Equal(got, []int{0, 1}) {
		t.Errorf("found %v", got)
	}
	if got := found(x, Question{Text: "elephants", Wide: true}); len(got) != 0 {
		t.Errorf("found %v", got)
	}
}

// TestMaskingIsNeverHavingHeard: an index that let memories go ranks the others
// by the same words as one that never had them, and holds none of theirs.
func TestMaskingIsNeverHavingHeard(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.SampledFrom([]string{"boat", "goose", "whale", "rain", "lentils", "sister", "harbour?", "Ghent."})
		x, plain := mustLore(t).Index(), mustLore(t).Index()
		var gone []samantha.ID
		for i := range rapid.IntRange(1, 30).Draw(t, "memories") {
			k := Kept{Memory: samantha.Memory{
				ID: samantha.NewID(uint64(i + 1)), At: first().Add(time.Duration(i) * 40 * time.Minute), By: rapid.SampledFrom([]samantha.Origin{she, person}).Draw(t, "by"),
				Text: word.Draw(t, "word") + " " + word.Draw(t, "word"),
			}}
			x.Add(k)
			if rapid.Bool().Draw(t, "goes") {
				gone = append(gone, k.ID)
			} else {
				plain.Add(k)
			}
		}
		x.Mask(gone)
		for _, w := range []string{"boat", "goose", "whale", "rain", "lentil", "sister", "harbour", "ghent"} {
			if x.Holds(w) != plain.Holds(w) {
				t.Fatalf("%q is held: %v, want %v", w, x.Holds(w), plain.Holds(w))
			}
			if d := cmp.Diff(holding(plain, w), holding(x, w)); d != "" {
				t.Fatalf("%q: %s", w, d)
			}
		}
	})
}

func mustLore(t *rapid.T) *Lore {
	l, err := New()
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// holding are the ids of the memories that hold a word themselves, in order.
func holding(x *Index, w string) []samantha.ID {
	var ids []samantha.ID
	for _, h := range x.Recall(Question{Text: w}, 100) {
		if h.Share > 0 {
			ids = append(ids, h.ID)
		}
	}
	slices.Sort(ids)
	return ids
}

// What a chapter is about finds what it was made of, until the chapter is gone.
func TestAChapterLendsItsName(t *testing.T) {
	x := life(t,
		told{by: person, text: "My sister Mara and I had a row."},
		told{by: person, hours: 30, text: "She shouted and I cried."},
		told{by: person, hours: 60, text: "The soup was good."},
	)
	chapter := samantha.NewID(9)
	x.Lend(chapter, []samantha.ID{samantha.NewID(1), samantha.NewID(2), samantha.NewID(7)}, "Mara")
	x.Lend(samantha.NewID(10), []samantha.ID{samantha.NewID(2)}, "Mara")
	if got := found(x, Question{Text: "Mara"}); !slices.Equal(got, []int{0, 1}) && !slices.Equal(got, []int{1, 0}) {
		t.Errorf("the chapter's name finds %v", got)
	}
	x.Mask([]samantha.ID{chapter})
	if got := found(x, Question{Text: "Mara"}); !slices.Equal(got, []int{0}) {
		t.Errorf("without the chapter its name finds %v", got)
	}
	x.Mask([]samantha.ID{samantha.NewID(1)})
	if got := found(x, Question{Text: "Mara"}); len(got) != 0 || x.Holds("mara") {
		t.Errorf("without whoever named her the name finds %v", got)
	}
	if got := found(x, Question{Text: "shouted"}); !slices.Equal(got, []int{1}) {
		t.Errorf("what was lent to is found by its own words: %v", got)
	}
}
