package dream

import (
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

// pieces is a handful of memories with every sort of noun in them.
func pieces() []Piece {
	n := func(sort Sort, text string) Noun { return Noun{Text: text, Said: text, Sort: sort} }
	felt := func(id samantha.ID, e samantha.Emotion) Felt { return Felt{id.Part("felt", 1), e} }
	return []Piece{
		{ID: "b2b2", Nouns: []Noun{n(Who, "Mara"), n(Thing, "the cello"), n(Place, "Bergen")}, Felt: felt("b2b2", "joy")},
		{ID: "b2b3", Nouns: []Noun{n(Thing, "the bike chain"), n(Place, "the harbour office")}},
		{ID: "b2b4", Nouns: []Noun{n(Who, "your boss"), n(Thing, "the meeting")}, Felt: felt("b2b4", "pity")},
		{ID: "b2b5", Nouns: []Noun{n(Who, "the neighbour's cat"), n(Thing, "your keyboard")}, Felt: felt("b2b5", "happy-for")},
		{ID: "b2b6", Nouns: []Noun{n(Thing, "a grand piano"), n(Place, "the cellar of the old school")}, Felt: felt("b2b6", "hope")},
		{ID: "b2b7", Nouns: []Noun{n(Thing, "plum jam"), {Text: "the pots", Said: "the pots", Sort: Thing, Many: true}}},
		{ID: "b2b8", Nouns: []Noun{n(Who, "Tom"), n(Thing, "your passport"), n(Place, "the airport")}, Felt: felt("b2b8", "fear")},
	}
}

func scan(days float64, returns int) *Concern {
	return &Concern{
		Thread: "c2c2.thread.1", From: "c2c2", Noun: Noun{Text: "the scan", Said: "the scan", Sort: Thing},
		Days: days, Returns: returns, Felt: Felt{"c2c2.felt.1", "fear"},
	}
}

// drawn is some night of pieces, in some order, with or without a concern.
func drawn(t *rapid.T) Night {
	n := Night{Seed: rapid.Uint64().Draw(t, "seed"), Pieces: rapid.Permutation(pieces()).Draw(t, "pieces")}
	n.Pieces = n.Pieces[:rapid.IntRange(2, len(n.Pieces)).Draw(t, "how many")]
	if rapid.Bool().Draw(t, "concern") {
		n.Concern = scan(rapid.Float64Range(0, 90).Draw(t, "days"), rapid.IntRange(0, 9).Draw(t, "returns"))
		n.Concern.Settled = rapid.Bool().Draw(t, "settled")
	}
	return n
}

// Every dream is of two or three memories, three to six sentences long, in words
// that stand in its pieces, and the same once more.
func TestEveryDream(t *testing.T) {
	r := room(t)
	rapid.Check(t, func(t *rapid.T) {
		n := drawn(t)
		d, ok := r.Weave(n)
		if !ok {
			t.Fatal("nothing was woven of enough")
		}
		if k := len(samantha.Sentences(d.Text)); k < leastSentences || k > mostSentences {
			t.Errorf("%d sentences: %s", k, d.Text)
		}
		if k := len(d.From); k < leastPieces || k > mostPieces {
			t.Errorf("of %d memories: %s", k, d.Text)
		}
		if strings.ContainsAny(d.Text, "{}|") {
			t.Errorf("unfilled: %s", d.Text)
		}
		for _, noun := range d.Company {
			if !strings.Contains(strings.ToLower(d.Text), strings.ToLower(noun)) {
				t.Errorf("%q is not in %s", noun, d.Text)
			}
		}
		again, _ := r.Weave(n)
		if again.Text != d.Text || !slices.Equal(again.From, d.From) {
			t.Errorf("the same night gave\n%s\nand\n%s", d.Text, again.Text)
		}
	})
}

// Sixty nights of the same few memories, a worry coming back every third: no body
// of a dream stands in them twice, and no dream begins as another.
func TestSixtyNightsRepeatNoBody(t *testing.T) {
	r := room(t)
	bodies, ends := map[string]bool{}, map[string]bool{}
	for _, l := range r.lines[sectionBody] {
		bodies[l.key] = true
	}
	for _, l := range r.lines[sectionEnd] {
		ends[l.key] = true
	}
	if len(bodies) < 60 {
		t.Fatalf("%d bodies", len(bodies))
	}
	var used []string
	c := chance{3}
	seen := map[string]int{}
	for i := range 60 {
		all := pieces()
		for a := range all {
			b := a + c.below(len(all)-a)
			all[a], all[b] = all[b], all[a]
		}
		n := Night{Seed: uint64(i), Pieces: all, Used: used}
		if i%3 == 0 {
			n.Concern = scan(float64(i), i/3)
		}
		d, ok := r.Weave(n)
		if !ok {
			t.Fatalf("night %d has no dream", i)
		}
		used = append(used, d.Lines...)
		for _, key := range d.Lines {
			if before, twice := seen[key]; twice && bodies[key] {
				t.Errorf("night %d has the body %q of night %d", i, key, before)
			}
			if before, twice := seen[key]; twice && ends[key] && i-before <= 40 {
				t.Errorf("night %d ends as night %d: %q", i, before, key)
			}
			seen[key] = i
		}
	}
}

// A quarrel comes by what it was about, or by what its kind is called; a slip that
// was put right at once makes no dream.
func TestTorn(t *testing.T) {
	r := room(t)
	for _, c := range []struct{ kind, what, want string }{
		{"promise", "my harmonica", "your harmonica"}, {"insult", "", "that hard word"}, {"wrong", "my harmonica", ""},
	} {
		n, ok := r.Torn(c.kind, c.what)
		if ok != (c.want != "") || ok && n.Text != c.want {
			t.Errorf("%s %q: %q, want %q", c.kind, c.what, n.Text, c.want)
		}
	}
}

// What stays open comes back darker and in other company; settled it is light.
func TestAConcernGrowsDarker(t *testing.T) {
	r := room(t)
	before, company := 0.0, []string(nil)
	for returns := range 12 {
		c := scan(float64(1+3*returns), returns)
		c.Company = company
		d, ok := r.Weave(Night{Seed: uint64(returns), Pieces: pieces(), Concern: c})
		if !ok || d.Dark <= before {
			t.Fatalf("return %d: %v, dark %v after %v", returns, ok, d.Dark, before)
		}
		if !strings.Contains(strings.ToLower(d.Text), "the scan") || d.About != "the scan" {
			t.Errorf("about %q: %s", d.About, d.Text)
		}
		for _, noun := range d.Company {
			if slices.Contains(company, noun) {
				t.Errorf("%q came twice running: %s", noun, d.Text)
			}
		}
		before, company = d.Dark, d.Company
	}
	c := scan(40, 12)
	c.Settled = true
	if d, ok := r.Weave(Night{Seed: 1, Pieces: pieces(), Concern: c}); !ok || d.Dark != 0 {
		t.Errorf("settled: %v, %+v", ok, d)
	}
}

// Where there is nothing else, it comes back in the same company.
func TestAConcernInTheSameCompany(t *testing.T) {
	c := scan(3, 1)
	c.Company = []string{"plum jam", "the pots"}
	d, ok := room(t).Weave(Night{Seed: 1, Pieces: pieces()[5:6], Concern: c})
	if !ok || d.Concern != c.Thread {
		t.Errorf("%v: %+v", ok, d)
	}
}

func TestTooLittleIsNoDream(t *testing.T) {
	r := room(t)
	for _, n := range []Night{{}, {Pieces: pieces()[:1]}, {Concern: scan(3, 0)}} {
		if d, ok := r.Weave(n); ok {
			t.Errorf("woven of too little: %s", d.Text)
		}
	}
}

// A dream feels what the record has, or nothing.
func TestTheFeelingIsFromTheRecord(t *testing.T) {
	r := room(t)
	rapid.Check(t, func(t *rapid.T) {
		n := drawn(t)
		d, ok := r.Weave(n)
		if !ok || d.Felt.ID == "" {
			return
		}
		if !slices.Contains(d.From, d.Felt.ID.Event()) {
			t.Errorf("%s is of none of %v", d.Felt.ID, d.From)
		}
	})
}

func TestForbids(t *testing.T) {
	r := room(t)
	tests := map[string]bool{
		"I fixed the bike chain with dental floss":    false,
		"Mara told me a secret about the bakery":      true,
		"don't tell anyone, but Tom is leaving":       true,
		"between us, the boss is selling the company": true,
		"my cousin is pregnant and nobody's to know":  true,
		"I counted the pills in the cabinet":          true,
		"there's a rope in the garage":                true,
		"the secretary moved the meeting":             false,
		"we rented a boat and the motor gave up":      false,
	}
	for text, want := range tests {
		if got := r.Forbids(samantha.HeardWords{Text: text}); got != want {
			t.Errorf("%q: forbidden %v, want %v", text, got, want)
		}
	}
	if !r.Forbids(samantha.HeardWords{Text: "two keys", Notes: []samantha.Note{{Text: "two keys"}}}) {
		t.Error("a note is only to be kept")
	}
}

func TestNouns(t *testing.T) {
	r := room(t)
	w := samantha.HeardWords{Text: "x", Hearing: samantha.Hearing{
		People: []samantha.Mention{{Name: "Mara", Relation: "sister"}, {Relation: "friend", Several: true}, {Name: "Ruth", Late: true}, {Relation: "mother"}},
		Places: []string{"Bergen", "the kitchen table", "the old school"},
		Topics: []samantha.Topic{{Text: "my piano", Sort: "it"}, {Text: "her keys", Sort: "many"}, {Text: "the hooks", Sort: "many"}, {Text: "the day", Sort: "it"}, {Text: "a knife", Sort: "it"}, {Text: "your sister Mara", Sort: "it"}, {Text: "the shed green", Sort: "it"}, {Text: "work", Sort: "it"}, {Text: "Mara", Name: "Mara"}},
	}}
	var got []string
	for _, n := range r.Nouns(w) {
		got = append(got, string(n.Sort)+" "+n.Text)
	}
	want := []string{"who Mara", "who your mother", "place Bergen", "place the old school", "thing your piano", "thing the hooks"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// What is open and felt comes up before what is neither, what is fresh before what
// is long ago; and the same seed draws the same.
func TestSample(t *testing.T) {
	now := time.Date(2026, 3, 2, 3, 0, 0, 0, time.UTC)
	lived := []Lived{
		{ID: "b2b2", At: now.Add(-24 * time.Hour), Importance: 0.9, Unresolved: 1},
		{ID: "b2b3", At: now.Add(-24 * time.Hour), Importance: 0.9, Unresolved: 0},
		{ID: "b2b4", At: now.Add(-24 * time.Hour), Importance: 0.1, Unresolved: 1},
		{ID: "b2b5", At: now.Add(-60 * 24 * time.Hour), Importance: 0.9, Unresolved: 1},
	}
	first := map[samantha.ID]int{}
	for seed := range uint64(2000) {
		got := Sample(lived, now, seed, 2)
		if again := Sample(lived, now, seed, 2); !slices.Equal(got, again) {
			t.Fatal("the same seed drew otherwise")
		}
		first[got[0].ID]++
	}
	for _, other := range []samantha.ID{"b2b3", "b2b4", "b2b5"} {
		if first["b2b2"] < 2*first[other] {
			t.Errorf("drawn first: %v", first)
		}
	}
}

// The language: keys are unique, a dream is told in the past, promises nothing, speaks of
// nobody as "he" or "she" whose word that is not, and has no word of a game in it, since
// the layer about her shows none.
func TestLinesOfDreams(t *testing.T) {
	r := room(t)
	least := map[string]int{sectionAside: 15, "turn 1": 8, "turn 2": 8, "turn 3": 8, sectionLight: 6, sectionFelt: 12, sectionEnd: 20}
	for section, n := range least {
		if len(r.lines[section]) < n {
			t.Errorf("%s has %d lines, want %d", section, len(r.lines[section]), n)
		}
	}
	keys := map[string]bool{}
	texts := map[string]bool{}
	for section, lines := range r.lines {
		for _, l := range lines {
			if keys[l.key] || texts[l.text] {
				t.Errorf("%s stands twice", l.key)
			}
			keys[l.key], texts[l.text] = true, true
			for _, word := range []string{"i'll", "i will", "promise", "you should", "remember that", "because you", "love you", "miss you", "level", "score", "points", "in a row"} {
				if strings.Contains(strings.ToLower(l.text), word) {
					t.Errorf("%s says %q", l.key, word)
				}
			}
			if len(strings.Fields(l.text)) > 34 {
				t.Errorf("%s is long", l.key)
			}
			for _, slot := range l.slots {
				if (sortOf(slot) != "") != (section == sectionBody || section == sectionAside) {
					t.Errorf("%s of %q has the slot %s", l.key, section, slot)
				}
			}
		}
	}
}
