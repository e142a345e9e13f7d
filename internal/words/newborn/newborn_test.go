package newborn

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"samantha"
)

// noon is a Saturday.
var noon = time.Date(2026, 3, 14, 13, 0, 0, 0, time.UTC)

func open(t testing.TB) *Newborn {
	t.Helper()
	n, err := New()
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// failer is a test, or a property of one.
type failer interface {
	Helper()
	Fatal(args ...any)
}

// say collects the clauses of a moment.
func say(t failer, n *Newborn, m samantha.Moment) []samantha.Clause {
	t.Helper()
	var out []samantha.Clause
	for c, err := range n.Speak(context.Background(), m) {
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, c)
	}
	return out
}

func text(clauses []samantha.Clause) string {
	words := make([]string, len(clauses))
	for i, c := range clauses {
		words[i] = c.Text
	}
	return strings.Join(words, " ")
}

// moment is one of plain tone with the given moves.
func moment(seed uint64, moves ...samantha.Move) samantha.Moment {
	return samantha.Moment{Seed: seed, At: noon, Intent: samantha.Intent{Moves: moves, Tone: samantha.TonePlain}}
}

func move(act string, pairs ...string) samantha.Move {
	m := samantha.Move{Act: act, Slots: map[string]string{}}
	for i := 0; i < len(pairs); i += 2 {
		m.Slots[pairs[i]] = pairs[i+1]
	}
	return m
}

func TestNothingMeantIsSilence(t *testing.T) {
	if got := say(t, open(t), moment(1)); len(got) != 0 {
		t.Errorf("said %q", text(got))
	}
}

func TestUnknownActIsListenedTo(t *testing.T) {
	if got := say(t, open(t), moment(1, move("no.such.act"))); text(got) == "" {
		t.Error("said nothing")
	}
}

func TestSameMomentSameWords(t *testing.T) {
	n, other := open(t), open(t)
	words := func(n *Newborn, seed uint64) string {
		return text(say(t, n, moment(seed, move(samantha.DoTake, "detail", "toast over the sink"), move(samantha.DoFollow, "topic", "food"))))
	}
	var said [100]string
	for seed := range said {
		said[seed] = words(n, uint64(seed))
	}
	for seed, text := range slices.Backward(said[:]) { // whatever was said before
		if again := words(other, uint64(seed)); again != text {
			t.Fatalf("seed %d: %q and %q", seed, text, again)
		}
	}
}

// She may speak in many moments at once.
func TestManyMomentsAtOnce(t *testing.T) {
	n := open(t)
	var all sync.WaitGroup
	for seed := range uint64(8) {
		all.Go(func() {
			for _, act := range n.Acts() {
				m := moment(seed, move(act, "of", "sister", "slot", "work", "value", "nurse", "detail", "long"))
				for range n.Speak(context.Background(), m) {
					continue
				}
			}
		})
	}
	all.Wait()
}

func TestShortIsOneSentence(t *testing.T) {
	n := open(t)
	for _, act := range n.Acts() {
		for seed := range uint64(20) {
			m := move(act, "detail", "toast over the sink", "topic", "the moon", "name", "Sam")
			m.Short = true
			got := text(say(t, n, moment(seed, m)))
			if sentences := samantha.Sentences(got); len(sentences) != 1 {
				t.Errorf("%s: %q", act, got)
			}
		}
	}
}

func TestWithFactsReadOutOneByOne(t *testing.T) {
	n := open(t)
	for seed := range uint64(50) {
		got := text(say(t, n, moment(seed, move(samantha.DoFacts),
			move(samantha.DoFact, "of", "person", "slot", "work", "value", "baker"),
			move(samantha.DoFact, "of", "sister", "slot", "name", "value", "Mara"))))
		if !strings.Contains(strings.ToLower(got), "you're a baker") || !strings.Contains(strings.ToLower(got), "your sister's name is mara") {
			t.Errorf("seed %d: %q", seed, got)
		}
	}
}

func TestLanguageErrorsNameTheLine(t *testing.T) {
	good := fstest.MapFS{}
	for _, name := range tables() {
		good[name] = &fstest.MapFile{}
	}
	cases := []struct{ name, lines, want string }{
		{"no act", "a | - | Yes.", "x.txt:1: want: key | conditions | text"},
		{"columns", "== listen : :\na | Yes.", "x.txt:2: want: key | conditions | text"},
		{"unknown slot", "== listen : :\n\na | - | So {detail}.", `x.txt:3: act listen has no slot "detail"`},
		{"unknown slot asked", "== listen : :\na | has:who | So.", `x.txt:2: act listen has no slot "who"`},
		{"unknown condition", "== listen : :\na | sunny | So.", `x.txt:2: unknown condition "sunny"`},
		{"unknown shape", "== listen : detail :\na | detail~round | So.", `x.txt:2: unknown shape in "detail~round"`},
		{"no number", "== listen : detail :\na | detail<few | So.", "x.txt:2: strconv.Atoi"},
		{"key twice", "== listen : :\na | - | So.\na | - | Yes.", "x.txt:3: key listen.a again, first at x.txt:2"},
		{"act twice", "== listen : :\na | - | So.\n== listen : :", "x.txt:3: act listen again"},
		{"mark", "== listen : : loud", `x.txt:1: unknown mark "loud"`},
		{"brace", "== listen : detail :\na | - | So {detail.", `x.txt:2: stray mark`},
		{"nothing for every moment", "== listen : :\na | days>3 | So.", "act listen has no line for every moment"},
		{"nothing to listen with", "== take : :\na | - | So.", "no lines for listen"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			good["x.txt"] = &fstest.MapFile{Data: []byte(c.lines)}
			_, err := read(good)
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("error %v, want %s", err, c.want)
			}
		})
	}
}

func BenchmarkFirstClause(b *testing.B) {
	n := open(b)
	m := moment(0, move(samantha.DoTake, "detail", "toast over the sink"), move(samantha.DoFollow, "topic", "food"))
	for i := range 300 {
		m.Lines = append(m.Lines, fmt.Sprintf("take.%d", i))
		m.Spoken = append(m.Spoken, strings.Repeat("a sentence of some length ", 1+i%3))
	}
	var took []time.Duration
	for b.Loop() {
		m.Seed++
		start := time.Now()
		for range n.Speak(context.Background(), m) {
			break
		}
		took = append(took, time.Since(start))
	}
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)*99/100].Nanoseconds()), "p99-ns")
}

// TestWhatSheIsGoesFirst: said again it is a sentence of its own, before the answer.
func TestWhatSheIsGoesFirst(t *testing.T) {
	n := open(t)
	for seed := range uint64(60) {
		m := moment(seed, move(samantha.DoThanks), move(samantha.DoAgain, "due", "day", "first", "yes"))
		said := say(t, n, m)
		if !strings.HasPrefix(said[0].Line, samantha.DoAgain+".") || !strings.HasPrefix(said[len(said)-1].Line, samantha.DoThanks+".") {
			t.Errorf("seed %d: %q", seed, text(said))
		}
	}
}
