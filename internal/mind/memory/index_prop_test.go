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

// drawn is a life for a property: memories, keys of theirs, and which of them go.
type drawn struct {
	kept []Kept
	gone []samantha.ID
}

// each memory has a word of its own, and so has its key: what is found by one of
// them is found in no other.
func own(i int) string    { return fmt.Sprintf("zq%02dj", i) }
func ownKey(i int) string { return fmt.Sprintf("xk%02dj", i) }

func drawLife(t *rapid.T) drawn {
	word := rapid.SampledFrom([]string{
		"boat", "goose", "whale", "rain", "lentils", "sister", "harbour?", "Ghent.", "not Tuesday, it's Thursday", "now", "no sorry", "in May",
		"la llave de mi hermana", "dans l'œil de la mer",
	})
	var d drawn
	for i := range rapid.IntRange(1, 24).Draw(t, "memories") {
		k := Kept{
			Memory: samantha.Memory{
				ID: samantha.NewID(uint64(i + 1)), At: first().Add(time.Duration(i) * 40 * time.Minute),
				By:   rapid.SampledFrom([]samantha.Origin{she, person}).Draw(t, "by"),
				Text: own(i) + " " + word.Draw(t, "word") + " " + word.Draw(t, "word"),
			},
			Keys: []string{ownKey(i) + " " + word.Draw(t, "key")}, Mends: rapid.Bool().Draw(t, "mends"),
		}
		if rapid.IntRange(0, 3).Draw(t, "about") == 0 {
			k.About = []samantha.When{day(rapid.IntRange(-3, 3).Draw(t, "day"))}
		}
		d.kept = append(d.kept, k)
		if rapid.IntRange(0, 3).Draw(t, "goes") == 0 {
			d.gone = append(d.gone, k.ID)
		}
	}
	return d
}

func drawQuestion(t *rapid.T, d drawn) Question {
	id := d.kept[rapid.IntRange(0, len(d.kept)-1).Draw(t, "one")].ID
	return Question{
		Text: rapid.SampledFrom([]string{
			"where is the boat now", "what did my sister do the week before the goose", "which whales did I see", "¿dónde está la llave?",
			"is it Tuesday", "when did it rain", "où est la mer", "rain",
		}).Draw(t, "question"),
		Owner: rapid.SampledFrom([]samantha.Origin{"", she, person}).Draw(t, "owner"),
		Times: []samantha.When{day(rapid.IntRange(-3, 3).Draw(t, "then"))},
		Wide:  rapid.Bool().Draw(t, "wide"), Outdated: []samantha.ID{id}, Replaced: map[samantha.ID]samantha.ID{id: d.kept[len(d.kept)-1].ID}, Renew: rapid.Bool().Draw(t, "renew"), Meaning: map[samantha.ID]float64{id: 0.5},
	}
}

// TestWhatWasLentAndTakenBackIsNoMatter: words that were lent for a while, and
// forgetting at once or at the end, give the same recall.
func TestWhatWasLentAndTakenBackIsNoMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drawLife(t)
		at, later := mustLore(t).Index(), mustLore(t).Index()
		var lenders, ids []samantha.ID
		for _, k := range d.kept {
			at.Add(k)
			later.Add(k)
			ids = append(ids, k.ID)
			if slices.Contains(d.gone, k.ID) && rapid.Bool().Draw(t, "at once") {
				at.Mask([]samantha.ID{k.ID})
			}
			if rapid.Bool().Draw(t, "lends") {
				by := samantha.NewID(uint64(1000 + len(lenders)))
				later.Lend(by, rapid.SliceOfN(rapid.SampledFrom(ids), 1, 3).Draw(t, "to"), k.Text+" borrowed")
				lenders = append(lenders, by)
			}
		}
		at.Mask(d.gone)
		later.Mask(append(lenders, d.gone...))
		if later.Holds("borrowed") {
			t.Fatal("what was lent is still held")
		}
		for range 3 {
			q := drawQuestion(t, d)
			if diff := cmp.Diff(at.Recall(q, 9), later.Recall(q, 9)); diff != "" {
				t.Fatalf("%+v: %s", q, diff)
			}
		}
	})
}

// TestNothingForgottenIsReached: by no word, key, neighbour, encounter, time,
// meaning or replacement.
func TestNothingForgottenIsReached(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drawLife(t)
		x := mustLore(t).Index()
		for _, k := range d.kept {
			x.Add(k)
		}
		x.Mask(d.gone)
		held := func(id samantha.ID) bool { return id != "" && !slices.Contains(d.gone, id) }
		for range 3 {
			for _, h := range x.Recall(drawQuestion(t, d), 50) {
				if !held(h.ID) {
					t.Fatalf("%q came back", h.ID)
				}
			}
		}
		for _, text := range []string{"which whales did I see", "what boats were there"} {
			for _, m := range x.Gather(Question{Text: text}, 50).Memories {
				if !held(m.ID) {
					t.Fatalf("%q was gathered", m.ID)
				}
			}
		}
		for i, k := range d.kept {
			for _, w := range []string{own(i), ownKey(i)} {
				if x.Holds(w) != held(k.ID) || len(x.Recall(Question{Text: w, Wide: true}, 50)) > 0 != held(k.ID) {
					t.Fatalf("%q is found: %v", w, !held(k.ID))
				}
			}
		}
		for _, m := range x.Newest(50) {
			if !held(m.ID) {
				t.Fatalf("%q is among the newest", m.ID)
			}
		}
	})
}

func FuzzRecall(f *testing.F) {
	for _, s := range []string{"", "?", "¿", "l'", "''", "not not", "it's not it's", "the week before ", "no sorry", "\x00\xff", "when when when", "  now  "} {
		f.Add(s, s)
		f.Add(s, "the boat is not in Ghent, it's in Bruges now")
	}
	l := lore(f)
	f.Fuzz(func(t *testing.T, question, text string) {
		x := l.Index()
		for i, s := range []string{"The boat is in Ghent.", text, question, text + "?", "It's now in Bruges."} {
			x.Add(Kept{Memory: samantha.Memory{ID: samantha.NewID(uint64(i + 1)), At: first(), By: person, Text: s}})
		}
		x.Lend(samantha.NewID(9), []samantha.ID{samantha.NewID(1)}, text)
		x.Mask([]samantha.ID{samantha.NewID(4)})
		q := Question{Text: question, Owner: l.Whose(question, nil), Wide: true, Renew: true, Outdated: []samantha.ID{samantha.NewID(1)}}
		hits := x.Recall(q, 3)
		if len(hits) > 3 || x.Owned(q) < 0 || x.Owned(q) > 1 {
			t.Fatalf("%d hits, owned %v", len(hits), x.Owned(q))
		}
		for i, h := range hits {
			if h.ID == "" || h.Score < 0 || h.Score > 1.001 || h.Share < 0 || h.Share > 1 || i > 0 && h.Score > hits[i-1].Score {
				t.Fatalf("%d of %+v", i, hits)
			}
		}
	})
}
