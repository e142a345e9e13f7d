package letter

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"time"

	"samantha"

	"pgregory.net/rapid"
)

func room(t testing.TB) *Room {
	t.Helper()
	r, err := New()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func sister() Reader {
	return Reader{As: LongestFirst([]string{"my sister", "jana", "my sister jana"}), Sort: "she", Others: []string{"anna", "tom"}}
}

// TestTurned: what is said of whom the letter is to is said to them; a doubt stays as
// it was said.
func TestTurned(t *testing.T) {
	r := room(t)
	for _, c := range []struct{ said, want, doubt string }{
		{"I miss her cooking.", "I miss your cooking.", ""},
		{"I think of her on Sundays.", "I think of you on Sundays.", ""},
		{"I miss her.", "I miss you.", ""},
		{"I miss her so much.", "I miss you so much.", ""},
		{"I miss her when it rains.", "I miss you when it rains.", ""},
		{"She was right about the house.", "You were right about the house.", ""},
		{"She makes the best soup.", "You make the best soup.", ""},
		{"She always makes me laugh.", "You always make me laugh.", ""},
		{"She doesn't have to say anything.", "You don't have to say anything.", ""},
		{"She's the only one who knew.", "You're the only one who knew.", ""},
		{"She's been very kind.", "You've been very kind.", ""},
		{"She taught me to swim.", "You taught me to swim.", ""},
		{"She tries too hard.", "You try too hard.", ""},
		{"Nobody cooks like she does.", "", "she"}, // nobody may be a she
		{"I think she is brave.", "I think you are brave.", ""},
		{"That red coat of hers is still here.", "That red coat of yours is still here.", ""},
		{"Jana and I swam in the lake in 2019.", "You and I swam in the lake in 2019.", ""},
		{"My sister Jana taught me to swim.", "You taught me to swim.", ""},
		{"I still have my sister's scarf.", "I still have your scarf.", ""},
		{"Last summer my sister and I took the ferry.", "Last summer you and I took the ferry.", ""},
		{"The soup was good.", "The soup was good.", ""},
		{"You were always the brave one.", "You were always the brave one.", ""},
		// Kept as they were said.
		{"I told her stories.", "", "her"},
		{"Anna misses her.", "", "her"},
		{"Greta says her soup is better.", "", "her"},
		{"Nothing beats her soup.", "Nothing beats your soup.", ""},
		{"Mum still asks about her trip.", "", "her"},
		{"She cooks and sings.", "", "She"},
		{"She's worried.", "", "She's"},
		{"You know she was right.", "", "she"},
	} {
		forms, doubt := r.Turn(c.said, "", sister())
		if got := Apply(c.said, forms); c.doubt == "" && got != c.want || doubt != c.doubt {
			t.Errorf("%q: %q, doubt %q; want %q, doubt %q", c.said, got, doubt, c.want, c.doubt)
		}
	}
	if got := Apply("Mum still asks about her trip.", r.TurnAll("Mum still asks about her trip.", sister())); got != "Mum still asks about your trip." {
		t.Errorf("told that it means her: %q", got)
	}
}

func TestOthersSpokenOfBefore(t *testing.T) {
	if forms, doubt := room(t).Turn("She sends her love.", "I had lunch with Anna.", sister()); len(forms) > 0 || doubt == "" {
		t.Errorf("turned %v, doubt %q", forms, doubt)
	}
}

func TestABrother(t *testing.T) {
	r := room(t)
	him := Reader{As: []string{"my brother"}, Sort: "he"}
	for said, want := range map[string]string{
		"I think of him every day.":     "I think of you every day.",
		"His boat is still here.":       "Your boat is still here.",
		"He has never said so himself.": "You have never said so yourself.",
		"I was wrong and he was right.": "I was wrong and you were right.",
	} {
		forms, doubt := r.Turn(said, "", him)
		if got := Apply(said, forms); got != want || doubt != "" {
			t.Errorf("%q: %q, doubt %q", said, got, doubt)
		}
	}
}

func TestReworded(t *testing.T) {
	r := room(t)
	for _, c := range []struct{ way, said, want string }{
		{Softer, "I want you to come.", "I would love you to come."},
		{Softer, "I want you.", "I want you."},
		{Softer, "You should have come.", "You should have come."},
		{Softer, "You should come.", "Perhaps you could come."},
		{Softer, "Call me.", "Please call me."},
		{Shorter, "I just wanted to say that you were right.", "You were right."},
		{Shorter, "It was, honestly, great.", "It was great."},
		{Shorter, "I don't actually know.", "I don't actually know."}, // what is denied is left alone
		{Shorter, "Honestly.", "Honestly."},
		{Easy, "I am not sure that it is true.", "I'm not sure that it's true."},
		{Easy, "I know who you are.", "I know who you are."},
		{Easy, "Thank you for the soup.", "Thanks for the soup."},
		{Formal, "I can't come, the kids don't sleep.", "I cannot come, the children do not sleep."},
		{Formal, "It’s been a while.", "It has been a while."},
	} {
		if got := Apply(c.said, r.Reword(c.way, c.said)); got != c.want {
			t.Errorf("%s %q: %q, want %q", c.way, c.said, got, c.want)
		}
	}
}

func TestClean(t *testing.T) {
	for said, want := range map[string][]string{
		"i miss her":                    {"I miss her."},
		`"the boat is sold"`:            {"The boat is sold."},
		"and i'm glad. are you coming?": {"And I'm glad.", "Are you coming?"},
		"  so much , ":                  {"So much."},
		"...":                           nil,
		"":                              nil,
	} {
		if got := Clean(said); !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", said, got, want)
		}
	}
}

func TestWhichLine(t *testing.T) {
	r := room(t)
	lines := []string{"The lake was cold.", "I miss your cooking.", "The lake is far."}
	for _, c := range []struct {
		place, about string
		want         int
		ok           bool
	}{
		{"last", "", 2, true},
		{"first", "", 0, true},
		{"fourth", "", 0, false},
		{"", "the lake", 2, true},
		{"", "cooking", 1, true},
		{"", "the war", 0, false},
	} {
		got, ok := r.Which(lines, c.place, c.about)
		if ok != c.ok || ok && got != c.want {
			t.Errorf("%s %s: %d %v", c.place, c.about, got, ok)
		}
	}
}

// words are those a sentence is made of, as far as they are words.
func words(texts ...string) map[string]bool {
	all := map[string]bool{}
	for _, text := range texts {
		for w := range strings.FieldsSeq(strings.ToLower(text)) {
			all[core(w)] = true
		}
	}
	return all
}

// TestNoEditAddsAWord: whatever is edited in whatever order, each word of a letter is
// the person's own or one of the table of forms.
func TestNoEditAddsAWord(t *testing.T) {
	r := room(t)
	var table []string
	var said []string
	for _, rows := range r.forms {
		for _, f := range rows {
			table = append(table, f.now)
			said = append(said, f.was...)
		}
	}
	said = append(said, "lake", "not", "never", "house,", "you", "we", "and", "Bergen.", "“cold”", "is", "it")
	rapid.Check(t, func(t *rapid.T) {
		sentence := strings.Join(rapid.SliceOfN(rapid.SampledFrom(said), 1, 14).Draw(t, "words"), " ")
		may := words(append(slices.Clone(table), sentence)...)
		now := sentence
		for _, way := range rapid.SliceOfN(rapid.SampledFrom([]string{Softer, Shorter, Easy, Formal}), 1, 5).Draw(t, "ways") {
			forms := r.Reword(way, now)
			now = Apply(now, forms)
			if again := Apply(now, nil); again != now {
				t.Fatalf("%q is not %q", again, now)
			}
		}
		for w := range words(now) {
			if !may[w] {
				t.Fatalf("%q became %q: %q is nobody's word", sentence, now, w)
			}
		}
		if now == "" {
			t.Fatalf("nothing is left of %q", sentence)
		}
	})
}

// TestTurningKeepsTheMatter: a turned sentence has only words of the sentence, those of
// the second person, and verbs of the sentence in their other form.
func TestTurningKeepsTheMatter(t *testing.T) {
	r := room(t)
	second := words("you your yours yourself yourselves you're you've you'll you'd")
	pool := []string{"she", "her", "hers", "herself", "she's", "my", "sister", "jana's", "Jana", "makes", "tries", "is", "was", "has", "soup", "the", "and", "I", "miss", "told", "always", "rain,", "because", "so", "misses", "house.", "Anna"}
	rapid.Check(t, func(t *rapid.T) {
		sentence := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pool), 1, 12).Draw(t, "words"), " ")
		forms, doubt := r.Turn(sentence, "", sister())
		if doubt != "" && len(forms) > 0 {
			t.Fatalf("%q is turned, and in doubt for %q", sentence, doubt)
		}
		may := words(sentence)
		for w := range words(sentence) {
			may[base(w)] = true
			may[r.words["agree"][w]] = true
		}
		for w := range words(Apply(sentence, forms)) {
			if !may[w] && !second[w] {
				t.Fatalf("%q: %q is no word of it", sentence, w)
			}
		}
	})
}

// TestEverySentenceHasASource: after any steps, each sentence that stands is one that
// was said, or one of a memory, and one that was said in a forgotten moment stands
// nowhere.
func TestEverySentenceHasASource(t *testing.T) {
	r := room(t)
	memories := map[samantha.ID]string{"m2b2": "Jana and I swam in the lake. It was cold.", "m3b2": "We took the ferry."}
	rapid.Check(t, func(t *rapid.T) {
		s := &State{}
		said := map[samantha.ID]string{}
		var letterID samantha.ID
		for n := range rapid.IntRange(1, 20).Draw(t, "steps") {
			id := samantha.NewID(uint64(n + 1))
			step := samantha.LetterStep{Letter: letterID, Did: samantha.LetterBegun, To: "my sister"}
			if letterID != "" {
				step = drawStep(t, r, s, letterID, memories)
			}
			heard := &samantha.Heard{}
			heard.Words.Letter, heard.Numbers.Letter = &step, &samantha.LetterMark{Letter: step.Letter, Lines: len(step.Lines)}
			s.Apply(samantha.Event{ID: id, At: time.Unix(int64(n), 0).UTC(), Body: heard})
			for i, line := range step.Lines {
				said[id.Part("line", i+1)] = line.Text
			}
			letterID = s.All[0].ID
		}
		checkSources(t, r, s, said, memories)
		gone := samantha.NewID(uint64(rapid.IntRange(1, 20).Draw(t, "forgotten")))
		delete(memories, "m3b2")
		s.Mask([]samantha.ID{gone, "m3b2"})
		for _, n := range r.Write(s.All[0], 0, known(memories)).Sentences {
			if n.From == gone || n.ID.Event() == gone || n.From == "m3b2" {
				t.Fatalf("%q stands, and %s was forgotten", n.Text, n.From)
			}
		}
		memories["m3b2"] = "We took the ferry."
	})
}

func known(memories map[samantha.ID]string) Known {
	return Known{Words: func(id samantha.ID) (string, bool) { text, ok := memories[id]; return text, ok }}
}

func checkSources(t *rapid.T, r *Room, s *State, said map[samantha.ID]string, memories map[samantha.ID]string) {
	l := s.All[0]
	for version := range l.Versions() + 1 {
		for _, n := range r.Write(l, version, known(memories)).Sentences {
			from := said[n.ID]
			if from == "" {
				from = memories[n.From]
			}
			if !strings.Contains(from, strings.TrimRight(n.Said, ".")) {
				t.Fatalf("version %d: %q is not what was said: %q", version, n.Said, from)
			}
		}
	}
}

// drawStep is some step that a moment may take.
func drawStep(t *rapid.T, r *Room, s *State, id samantha.ID, memories map[samantha.ID]string) samantha.LetterStep {
	l, _ := s.Get(id)
	step := samantha.LetterStep{Letter: id, Did: rapid.SampledFrom([]string{samantha.LetterAdded, samantha.LetterCut, samantha.LetterFormed, samantha.LetterUndone, samantha.LetterRead}).Draw(t, "did")}
	standing := r.Write(l, 0, known(memories)).Sentences
	switch {
	case step.Did == samantha.LetterAdded && rapid.Bool().Draw(t, "of a memory"):
		step.Lines = []samantha.LetterLine{{From: rapid.SampledFrom([]samantha.ID{"m2b2", "m3b2"}).Draw(t, "memory"), Nth: 1}}
	case step.Did == samantha.LetterAdded:
		step.Lines = []samantha.LetterLine{{Text: rapid.SampledFrom([]string{"I want to come.", "I am well.", "You should call me."}).Draw(t, "line")}}
	case step.Did == samantha.LetterUndone:
		step.Undo = l.Undoes()
	case len(standing) == 0:
	case step.Did == samantha.LetterCut:
		step.Out = []samantha.ID{rapid.SampledFrom(standing).Draw(t, "line").ID}
	case step.Did == samantha.LetterFormed:
		for _, n := range standing {
			for _, f := range r.Reword(rapid.SampledFrom([]string{Softer, Easy, Formal, Shorter}).Draw(t, "way"), n.Text) {
				f.Line = n.ID
				step.Forms = append(step.Forms, f)
			}
		}
	}
	return step
}

// TestUndo: taking a change back gives the version before it.
func TestUndo(t *testing.T) {
	r := room(t)
	s := &State{}
	apply := func(n uint64, step samantha.LetterStep) {
		heard := &samantha.Heard{}
		heard.Words.Letter, heard.Numbers.Letter = &step, &samantha.LetterMark{Letter: step.Letter}
		s.Apply(samantha.Event{ID: samantha.NewID(n), Body: heard})
	}
	apply(1, samantha.LetterStep{Did: samantha.LetterBegun, To: "my landlord"})
	id := s.All[0].ID
	apply(2, samantha.LetterStep{Letter: id, Did: samantha.LetterAdded, Lines: []samantha.LetterLine{{Text: "I want to come."}}})
	line := s.All[0].Lines[0].ID
	apply(3, samantha.LetterStep{Letter: id, Did: samantha.LetterFormed, Tone: "easy", Forms: []samantha.LetterForm{{Line: line, At: 0, Was: "I want to", Now: "I would like to"}}})
	landlord := Known{Words: known(nil).Words, Relation: "landlord"}
	if w := r.Write(s.All[0], 0, landlord); w.Body() != "I would like to come." || w.Greeting != "Hi landlord," {
		t.Errorf("formed: %q, %q", w.Body(), w.Greeting)
	}
	apply(4, samantha.LetterStep{Letter: id, Did: samantha.LetterUndone, Undo: s.All[0].Undoes()})
	if w := r.Write(s.All[0], 0, landlord); w.Body() != "I want to come." || w.Greeting != "Dear landlord," || w.Version != 3 {
		t.Errorf("undone: %q, %q", w.Body(), w.Greeting)
	}
	if w := r.Write(s.All[0], 2, landlord); w.Body() != "I would like to come." {
		t.Errorf("the version before: %q", w.Body())
	}
}

func TestPage(t *testing.T) {
	w := Written{To: "my <sister>", Greeting: "Dear Jana,", Close: "Yours,", Sentences: []Sentence{{Text: "I <b>miss</b> you."}}}
	var page bytes.Buffer
	if err := Page(&page, "Letters", []Written{w, w}); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"I &lt;b&gt;miss&lt;/b&gt; you.", "my &lt;sister&gt;", "Dear Jana,", "<h1>Letters</h1>"} {
		if !strings.Contains(page.String(), want) {
			t.Errorf("the page lacks %s", want)
		}
	}
}

func FuzzEditor(f *testing.F) {
	r := room(f)
	for _, seed := range []string{"she's the one", "I just wanted to say that,", "“Call me”", "her. her, her", "’s", "\x00", "don't", "ſhe’s"} {
		f.Add(seed, 0, "her", "your")
	}
	f.Fuzz(func(t *testing.T, said string, at int, was, now string) {
		Apply(said, []samantha.LetterForm{{At: at, Was: was, Now: now}})
		for _, sentence := range Clean(said) {
			forms, doubt := r.Turn(sentence, said, sister())
			if doubt != "" && len(forms) > 0 {
				t.Fatalf("%q: in doubt and turned", sentence)
			}
			turned := Apply(sentence, forms)
			Apply(turned, r.TurnAll(turned, Reader{}))
			for _, way := range []string{Softer, Shorter, Easy, Formal} {
				if got := Apply(turned, r.Reword(way, turned)); strings.TrimSpace(turned) != "" && strings.TrimSpace(got) == "" {
					t.Fatalf("%s leaves nothing of %q", way, turned)
				}
			}
		}
	})
}
