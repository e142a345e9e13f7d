package memory

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"samantha"
)

func lore(t testing.TB) *Lore {
	t.Helper()
	l, err := New()
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func memories(texts ...string) []samantha.Memory {
	var list []samantha.Memory
	for i, text := range texts {
		list = append(list, samantha.Memory{ID: samantha.NewID(uint64(i + 1)), By: samantha.OriginPerson, Text: text})
	}
	return list
}

func indexed(t testing.TB, list []samantha.Memory) *Index {
	x := lore(t).Index()
	for _, m := range list {
		x.Add(Kept{Memory: m})
	}
	return x
}

func TestRecallFindsTheWordsInAnyForm(t *testing.T) {
	list := memories("I planted tomatoes on the balcony", "the boat has a new engine", "we sailed to the island")
	x := indexed(t, list)
	for question, want := range map[string]int{
		"do you remember the tomato plants?": 0, "what about engines on boats": 1, "when did I go sailing": 2,
	} {
		hits := x.Recall(Question{Text: question}, 3)
		if len(hits) == 0 || hits[0].ID != list[want].ID {
			t.Errorf("%q found %+v", question, hits)
		}
	}
	if hits := x.Recall(Question{Text: "elephants"}, 3); len(hits) != 0 {
		t.Errorf("elephants: %+v", hits)
	}
	if hits := x.Recall(Question{Text: "the of and"}, 3); len(hits) != 0 {
		t.Errorf("stop words alone: %+v", hits)
	}
}

func TestShareTellsHowMuchOfTheQuestionIsThere(t *testing.T) {
	x := indexed(t, memories("my brother fixed the fence", "the fence is green", "green paint everywhere"))
	hits := x.Recall(Question{Text: "brother Lisbon"}, 3)
	if len(hits) != 1 || hits[0].Share >= 0.6 {
		t.Errorf("half of the question is nowhere, and the share is %+v", hits)
	}
}

func TestMaskedMemoriesAreNowhere(t *testing.T) {
	list := memories("the quagga ate my hat", "my hat was red")
	x := indexed(t, list)
	x.Mask([]samantha.ID{list[0].ID})
	if x.Holds("quagga") {
		t.Error("the word is still held")
	}
	if hits := x.Recall(Question{Text: "hat"}, 5); len(hits) != 1 || hits[0].ID != list[1].ID {
		t.Errorf("hat: %+v", hits)
	}
}

func learned(n int, of, slot, value string) Fact {
	return Fact{
		Fact: samantha.Fact{Of: of, Slot: slot, Value: value}, ID: samantha.NewID(uint64(n)).Part("fact", 1),
		At: time.Unix(int64(n)*3600, 0).UTC(),
	}
}

func TestWhatIsKnown(t *testing.T) {
	oslo := learned(1, "sister", "home", "Oslo")
	bergen := learned(2, "sister", "home", "Bergen")
	corrected := learned(3, "sister", "home", "Bergen")
	corrected.Corrects = oslo.ID
	tests := []struct {
		name  string
		facts []Fact
		want  []string
	}{
		{"newer closes older", []Fact{oslo, bergen}, []string{"Bergen (before Oslo)"}},
		{"a correction closes what it names", []Fact{oslo, corrected}, []string{"Bergen (before Oslo)"}},
		{"equal ones join", []Fact{learned(1, "person", "work", "the harbour"), learned(2, "person", "work", "Harbour")}, []string{"the harbour"}},
		{"some slots gather", []Fact{learned(1, "person", "likes", "rain"), learned(2, "person", "likes", "figs")}, []string{"rain", "figs"}},
		{"forgetting the newer lets the older hold again", []Fact{oslo}, []string{"Oslo"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			for _, k := range (&State{Facts: test.facts}).Known() {
				line := k.Value
				if len(k.Was) > 0 {
					line += " (before " + strings.Join(was(k), ", ") + ")"
				}
				got = append(got, line)
			}
			if d := cmp.Diff(test.want, got); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestEveryKnownFactHasItsSources(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var s State
		n := rapid.IntRange(0, 20).Draw(t, "facts")
		for i := range n {
			f := learned(i+1, rapid.SampledFrom([]string{"person", "Mara"}).Draw(t, "of"),
				rapid.SampledFrom([]string{"home", "likes"}).Draw(t, "slot"), rapid.SampledFrom([]string{"a", "b", "c"}).Draw(t, "value"))
			if i > 0 && rapid.Bool().Draw(t, "corrects") {
				f.Corrects = s.Facts[rapid.IntRange(0, i-1).Draw(t, "which")].ID
			}
			s.Facts = append(s.Facts, f)
		}
		ids := map[samantha.ID]bool{}
		for _, f := range s.Facts {
			ids[f.ID] = true
		}
		single := map[string]bool{}
		for _, k := range s.Known() {
			for _, id := range k.Sources {
				if !ids[id] {
					t.Fatalf("%v has a source that is nowhere: %s", k, id)
				}
			}
			if key := k.Of + k.Slot; Single(k.Slot) {
				if single[key] {
					t.Fatalf("two values of %s", key)
				}
				single[key] = true
			}
		}
	})
}

func TestAgo(t *testing.T) {
	l := lore(t)
	now := time.Date(2026, 3, 10, 21, 0, 0, 0, time.UTC)
	for want, then := range map[string]time.Time{
		"just now":        now.Add(-time.Minute),
		"earlier today":   now.Add(-9 * time.Hour),
		"yesterday":       now.Add(-23 * time.Hour),
		"the other day":   now.AddDate(0, 0, -3),
		"last week":       now.AddDate(0, 0, -7),
		"the other week":  now.AddDate(0, 0, -16),
		"in October 2025": now.AddDate(0, -5, 0),
	} {
		if got := l.Ago(then, now); got != want {
			t.Errorf("%v: %q, want %q", now.Sub(then), got, want)
		}
	}
}

func BenchmarkRecall(b *testing.B) {
	chance := rand.New(rand.NewPCG(1, 2))
	words := make([]string, 4000)
	for i := range words {
		words[i] = fmt.Sprintf("w%c%c%d", 'a'+i%26, 'a'+i/26%26, i)
	}
	pick := func() string { return words[int(float64(len(words))*chance.Float64()*chance.Float64())] }
	x := lore(b).Index()
	for i := range 100_000 {
		var text []string
		for range 12 {
			text = append(text, pick())
		}
		x.Add(Kept{Memory: samantha.Memory{ID: samantha.NewID(uint64(i + 1)), Text: strings.Join(text, " ")}})
	}
	for b.Loop() {
		x.Recall(Question{Text: pick() + " " + pick() + " " + pick() + " " + pick() + " " + pick()}, 8)
	}
}

func was(k Known) []string {
	var values []string
	for _, c := range k.Was {
		values = append(values, c.Value)
	}
	return values
}
