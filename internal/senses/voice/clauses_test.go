package voice

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestClauses(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"", nil},
		{" \n ", nil},
		{"Yes.", []string{"Yes."}},
		{"Fourteen years. Tell me the name.", []string{"Fourteen years.", "Tell me the name."}},
		{"I was thinking about what you said last night, and it moved me.", []string{"I was thinking about what you said last night,", "and it moved me."}},
		{"Toast over the sink, you said.", []string{"Toast over the sink, you said."}},
		{"I'm glad of us. I can't bring soup, though, and somebody should be able to.", []string{"I'm glad of us.", "I can't bring soup, though,", "and somebody should be able to."}},
		{"Would you describe yourself as — Leave it, Sam.", []string{"Would you describe yourself as —", "Leave it, Sam."}},
		{"You're being harder on yourself there than I would be.", []string{"You're being harder on yourself there", "than I would be."}},
		{"A long and winding road goes through the town down to the sea.", []string{"A long and winding road goes", "through the town down to the sea."}},
		{"Partly because I was built to. Partly because of the ladder.", []string{"Partly because I was built to.", "Partly because of the ladder."}},
		{"Oh no. I'm sorry. When?", []string{"Oh no.", "I'm sorry.", "When?"}},
		{"Mr. Smith came. He left.", []string{"Mr. Smith came.", "He left."}},
		{"“Really?” she said. Then what…  Nothing!", []string{"“Really?”", "she said.", "Then what…", "Nothing!"}},
		{"one two three four five six seven eight nine ten", []string{"one two three four five six seven", "eight nine ten"}},
	} {
		if diff := cmp.Diff(c.want, Clauses(c.text)); diff != "" {
			t.Errorf("%q: %s", c.text, diff)
		}
	}
}

// TestClausesAreTheText: nothing is lost, none is too long, none is empty, and
// one word alone is a sentence or stands between two stops.
func TestClausesAreTheText(t *testing.T) {
	word := rapid.SampledFrom(strings.Fields("a the and but I you it went. said, over; under never? ever! — … “so” 14:05 Mr. bicycle because where of nothing: yes no 🙂 Søren's"))
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfN(word, 0, 60).Draw(t, "words")
		text := strings.Join(words, rapid.SampledFrom([]string{" ", "  ", "\n", "\t "}).Draw(t, "space"))
		clauses := Clauses(text)
		if got, want := strings.Join(clauses, " "), strings.Join(words, " "); got != want {
			t.Fatalf("joined %q, want %q", got, want)
		}
		for i, c := range clauses {
			n := len(strings.Fields(c))
			if n == 0 || n > longestClause {
				t.Fatalf("clause %d has %d words: %q", i, n, clauses)
			}
		}
	})
}

func TestNoOrphanWhereThereIsAChoice(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		plain := rapid.SampledFrom(strings.Fields("red blue green slowly house garden walked home"))
		words := rapid.SliceOfN(plain, 2, 60).Draw(t, "words")
		for _, c := range Clauses(strings.Join(words, " ")) {
			if !strings.Contains(c, " ") {
				t.Fatalf("%q stands alone", c)
			}
		}
	})
}

func FuzzClauses(f *testing.F) {
	f.Add("Yes. No, — and…\u00a0“what?”")
	f.Fuzz(func(t *testing.T, text string) {
		if got, want := strings.Join(Clauses(text), " "), strings.Join(strings.Fields(text), " "); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	})
}
