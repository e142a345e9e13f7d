package asked_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/kljensen/snowball/english"
	"pgregory.net/rapid"

	"samantha"
	"samantha/internal/mind/asked"
)

func reader(t *testing.T) *asked.Reader {
	t.Helper()
	r, err := asked.New()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestQuestionKinds(t *testing.T) {
	r := reader(t)
	for _, c := range []struct {
		text    string
		kind    asked.Kind
		order   asked.Order
		follows bool
	}{
		{"whens the boat leaving", asked.When, asked.Newest, false},
		{"How much did the oven cost in the end?", asked.Much, asked.Last, false},
		{"and before that?", "", asked.Before, true},
		{"what was it at first", asked.Thing, asked.First, true},
		{"how many chairs have I got", asked.Many, asked.Newest, false},
		{"for how much", asked.Much, asked.Newest, true},
		{"since when", asked.Since, asked.Newest, true},
		{"wheres her shop", asked.Place, asked.Newest, false},
		{"what does my aunt's lodger do", asked.Trade, asked.Newest, false},
		{"whats the parrot called", asked.Name, asked.Newest, false},
		{"why did he leave. my wife is asking", asked.Why, asked.Newest, false},
		{"where did I work before the bakery", asked.Place, asked.Newest, false},
		{"and the red one", "", asked.Newest, true},
		{"how did that feel", asked.Feeling, asked.Newest, true},
		{"what was it like on the glacier", asked.Likened, asked.Newest, false},
		{"what did I say the seals were like", asked.Likened, asked.Newest, false},
		{"what does Hedda like", asked.Thing, asked.Newest, false},
		{"how did we hear of the flood", asked.Source, asked.Newest, false},
		{"what did I say I'd bake for Hedda", asked.Promise, asked.Newest, false},
		{"where did I live before I moved", asked.Place, asked.Before, false},
	} {
		q := r.Question(c.text)
		if q.Kind != c.kind || q.Order != c.order || q.Follows != c.follows {
			t.Errorf("%q: %q %q follows %v, want %q %q %v", c.text, q.Kind, q.Order, q.Follows, c.kind, c.order, c.follows)
		}
	}
}

// words compares by stems; names are those given.
func words(names ...string) asked.Words {
	return asked.Words{
		Same: func(a, b string) float64 {
			if english.Stem(a, false) == english.Stem(b, false) {
				return 1
			}
			return 0
		},
		Content: strings.Fields,
		Name:    func(w string) bool { return slices.Contains(names, w) },
		Verb:    func(w string) bool { return slices.Contains([]string{"broke", "break", "drive", "driving"}, w) },
	}
}

func sought(text string) []asked.Sought {
	var out []asked.Sought
	for _, w := range strings.Fields(text) {
		out = append(out, asked.Sought{Word: w, Weight: 3})
	}
	return out
}

func told(texts ...string) []asked.Telling {
	var out []asked.Telling
	for i, text := range texts {
		out = append(out, asked.Telling{ID: samantha.NewID(uint64(i + 1)), At: time.Date(2026, 3, i+1, 20, 0, 0, 0, time.UTC), Text: text})
	}
	return out
}

func TestTheSentenceThatAnswers(t *testing.T) {
	r := reader(t)
	tellings := told(
		"bought a kayak, a red one, 410 pounds. it smells of fish",
		"the kiln man came. he's 58. took two hours, charged me 95 quid",
		"the fair is on the 3rd of may",
		"my cousin Noor broke her wrist on the ice",
		"they moved the fair to the 10th, because of the floods",
		"we have 14 hens now",
		"we have 17 hens, three are new",
	)
	for _, c := range []struct{ question, sought, value, quote string }{
		{"how much was the kayak", "kayak", "410 pounds", "kayak"},
		{"what colour was the kayak", "kayak", "red", "kayak"},
		{"how old is the kiln man", "kiln man", "58", "he's 58"},
		{"how long did the kiln man take", "kiln man", "two hours", "two hours"},
		{"how many hens are there", "hens", "17 hens", "17 hens"},
		{"how many hens did we have at first", "hens", "14 hens", "14 hens"},
		{"when was the fair first", "fair", "", "3rd of may"},
		{"when is the fair", "fair", "", "10th"},
		{"why was the fair moved", "fair moved", "", "because of the floods"},
		{"when did I break my wrist", "break wrist", "", ""},
		{"how much was the tent", "tent", "", ""},
		{"where is the kayak", "kayak", "", ""},
	} {
		q := r.Question(c.question)
		a, ok := r.Read(q, sought(c.sought), tellings, words("noor"))
		if ok != (c.quote != "") {
			t.Errorf("%q: found %v, %q", c.question, ok, a.Text)
			continue
		}
		if !ok {
			continue
		}
		if got := asked.Excerpt(a.Text, a.From, a.To); !strings.Contains(got, c.quote) {
			t.Errorf("%q: quotes %q, want %q in it", c.question, got, c.quote)
		}
		if got := asked.Excerpt(a.Text, a.Value.From, a.Value.To); c.value != "" && strings.Trim(got, "… ") != c.value {
			t.Errorf("%q: gives %q, want %q", c.question, got, c.value)
		}
	}
}

func TestWhatWasTakenBackIsNoAnswer(t *testing.T) {
	r := reader(t)
	tellings := told(
		"the saddle was 350 pounds. No, wait, 380, with the girth",
		"the ferry goes on the 16th. Sorry, the 17th, it is a Sunday",
		"the clay lesson with Bruno is 28 dollars",
		"Bruno put the lesson up to 32 dollars",
	)
	for _, c := range []struct{ question, sought, value, quote string }{
		{"how much was the saddle", "saddle", "380", "380, with"},
		{"when does the ferry go", "ferry", "", "the 17th"},
		{"how much is the clay lesson", "clay lesson", "32 dollars", "up to 32"},
		{"how much was the lesson before they raised it", "lesson", "28 dollars", "28"},
	} {
		q := r.Question(c.question)
		a, ok := r.Read(q, sought(c.sought), tellings, words("bruno"))
		got := asked.Excerpt(a.Text, a.From, a.To)
		value := strings.Trim(asked.Excerpt(a.Text, a.Value.From, a.Value.To), "… ")
		if !ok || !strings.Contains(got, c.quote) || c.value != "" && value != c.value {
			t.Errorf("%q: %q, quotes %q", c.question, value, got)
		}
	}
}

func TestAPartNamesItsWords(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		from := rapid.IntRange(0, 500).Draw(t, "from")
		to := rapid.IntRange(from+1, 999).Draw(t, "to")
		id := asked.Part(samantha.NewID(rapid.Uint64Range(1, 1<<40).Draw(t, "seq")), from, to)
		f, n, ok := asked.Parted(id)
		if !ok || f != from || n != to {
			t.Fatalf("%s: %d to %d %v, want %d to %d", id, f, n, ok, from, to)
		}
	})
}

func TestAnyTextIsRead(t *testing.T) {
	r := reader(t)
	rapid.Check(t, func(t *rapid.T) {
		q := r.Question(rapid.String().Draw(t, "question"))
		r.Read(q, sought("fair"), told(rapid.String().Draw(t, "telling"), "the fair"), words())
	})
}

func TestWhatStandsBesideWhatHappened(t *testing.T) {
	r := reader(t)
	glacier := told("we walked over the glacier", "it was like the belly of a whale", "I like the sea better", "Hedda rang: the dam has burst")
	glacier[1].Before, glacier[1].Beside, glacier[1].Behind = glacier[0].Text, glacier[0].Text, true
	for _, c := range []struct{ question, sought, quote string }{
		{"what was it like on the glacier", "glacier", "belly of a whale"},
		{"who told me that the dam had burst", "dam burst", "Hedda rang"},
		{"what was it like in the cave", "cave", ""},
		{"what was it like at the sea", "sea", ""},
	} {
		a, ok := r.Read(r.Question(c.question), sought(c.sought), glacier, words("hedda"))
		if ok != (c.quote != "") || !strings.Contains(asked.Excerpt(a.Text, a.From, a.To), c.quote) {
			t.Errorf("%q: found %v, %q", c.question, ok, a.Text)
		}
	}
}

func TestASubjectIsCarriedOver(t *testing.T) {
	r := reader(t)
	tellings := told("Hedda came by. She dropped the lamp", "the lamp is from Lund")
	a, ok := r.Read(r.Question("what did hedda drop"), sought("hedda drop"), tellings, words("hedda"))
	if !ok || a.ID != tellings[0].ID {
		t.Errorf("found %v, %q", ok, a.Text)
	}
}

func TestTwoQuestionsInOne(t *testing.T) {
	r := reader(t)
	for _, c := range []struct{ text, one, two string }{
		{"who tunes the organ and when?", "who tunes the organ", "when tunes the organ"},
		{"when did it open and how much was it", "when did it open", "how much was it"},
		{"when and where did they meet", "when did they meet", "where did they meet"},
		{"where are Bo and Siri", "", ""},
		{"did she call and did he answer", "", ""},
	} {
		one, two, ok := r.Both(c.text)
		if ok != (c.one != "") || one != c.one || two != c.two {
			t.Errorf("%q: %q and %q", c.text, one, two)
		}
	}
}

func TestWhatIsHers(t *testing.T) {
	r := reader(t)
	for _, c := range []struct {
		text string
		of   asked.Hers
		rest string
	}{
		{"what was that dream of yours with the swans?", asked.HersDream, "swans"},
		{"what did you dream about the lock", asked.HersDream, "lock"},
		{"what were you going to read to me on Sundays", asked.HersPromise, "read sundays"},
		{"what did u promise me", asked.HersPromise, ""},
		{"what did I promise you", "", ""},
		{"what did I dream about the lock", "", ""},
		{"do you dream of sheep", "", ""},
	} {
		of, rest := r.Hers(c.text)
		if of != c.of || rest != c.rest {
			t.Errorf("%q: %q %q, want %q %q", c.text, of, rest, c.of, c.rest)
		}
	}
}

func TestAllThatWasDone(t *testing.T) {
	r := reader(t)
	tellings := told("I tried oil on the gate", "the gate is blue", "I'm back at the gate", "we tried grease on the gate too", "I will paint the gate")
	q := r.Question("what have I tried on the gate")
	if !r.Lists(q.Text) {
		t.Fatal("wants no list")
	}
	w := words()
	w.Verb = func(w string) bool { return w == "tried" || w == "paint" }
	var got []string
	for _, a := range r.Several(q, sought("tried gate"), tellings, w) {
		got = append(got, a.Text)
	}
	if want := []string{tellings[0].Text, tellings[3].Text}; !slices.Equal(got, want) {
		t.Errorf("gathers %q, want %q", got, want)
	}
}

func TestADayByItsNumberInOrder(t *testing.T) {
	r := reader(t)
	for text, dated := range map[string]bool{
		"the keys come on the twenty ninth":     true,
		"it is on the sixth of May":             true,
		"the second time we had better weather": false,
	} {
		words := strings.Fields(text)
		if got := r.Dated(asked.Answer{Telling: asked.Telling{Text: text}, To: len(words)}); got != dated {
			t.Errorf("%q: dated %v", text, got)
		}
	}
}

func TestSomebodyNamedOnlyByTheirKin(t *testing.T) {
	kin := func(w string) bool { return w == "wife" }
	for text, only := range map[string]bool{
		"Ole's wife works at the mill":           true,
		"Ole's wife works at the mill, Ole rows": false,
		"Ole's boat leaks":                       false,
	} {
		if got := asked.OfKinOnly(text, []string{"Ole"}, kin); got != only {
			t.Errorf("%q: %v", text, got)
		}
	}
}
