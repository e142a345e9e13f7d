package self

import (
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"samantha"
)

var born = time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)

// life is a self that lives on made moments, without a mind around it.
type life struct {
	testing.TB
	rules *Becoming
	state State
	seq   uint64
	at    time.Time
	today []Moment
	past  []Moment
	log   []samantha.Event
	uses  []samantha.ID // of her repertoire, by the answers from now on
}

func begin(t testing.TB) *life {
	t.Helper()
	rules, err := NewBecoming()
	if err != nil {
		t.Fatal(err)
	}
	l := &life{TB: t, rules: rules, at: born}
	l.append("", &samantha.Born{})
	return l
}

func (l *life) append(id samantha.ID, body samantha.Body) samantha.Event {
	l.seq++
	if id == "" {
		id = samantha.NewID(l.seq)
	}
	e := samantha.Event{Seq: l.seq, ID: id, At: l.at, Body: body}
	l.log = append(l.log, e)
	l.state.Apply(e)
	return e
}

// hear is one moment: the kinds of acts, what was said, and what she answered.
func (l *life) hear(text, answer string, acts ...string) Moment {
	l.at = l.at.Add(time.Minute)
	h := &samantha.Heard{Words: samantha.HeardWords{Text: text}, Numbers: samantha.HeardNumbers{Zone: "UTC"}}
	for _, a := range acts {
		h.Words.Hearing.Acts = append(h.Words.Hearing.Acts, samantha.Act{Kind: a, Text: text})
	}
	e := l.append("", h)
	said := &samantha.Said{Words: samantha.SaidWords{Clauses: []string{answer}}, Numbers: samantha.SaidNumbers{Used: l.uses}}
	l.append(e.ID.Said(), said)
	m := l.rules.Moment(e, h, "")
	m.Said = said
	l.today, l.past = append(l.today, m), append(l.past, m)
	return m
}

// sleep lets the night come, and the next noon.
func (l *life) sleep(seed uint64) []*samantha.Became {
	day := Date(l.at, time.UTC)
	l.at = ends(day, time.UTC)
	n := Night{
		Seed: seed, At: l.at, Zone: time.UTC, Day: day, Until: l.seq, Today: l.today,
	}
	for _, m := range l.past {
		if m.Seq > l.state.WeekFrom {
			n.Week = append(n.Week, m)
		}
		if l.at.Sub(m.At) < lately {
			n.Lately = append(n.Lately, m)
		}
	}
	l.today = nil
	made := l.rules.Night(&l.state, n)
	for _, b := range made {
		l.append("", b)
	}
	if p, ok := l.rules.Portrait(&l.state, seed); ok {
		l.append("", p)
		made = append(made, p)
	}
	l.at = l.at.Add(8 * time.Hour)
	return made
}

func TestAWordIsTakenAfterUsesOnSeveralDays(t *testing.T) {
	l := begin(t)
	l.hear("crikey", "yes", "tell.bit")
	l.hear("crikey again", "yes", "tell.bit")
	l.hear("and crikey", "yes", "tell.bit")
	l.sleep(7)
	if n := len(l.state.Holding(samantha.ItemWord)); n != 0 {
		t.Fatalf("one day is enough for %d words", n)
	}
	for range 2 {
		l.hear("crikey, what a wobblefest", "yes", "tell.bit")
		l.hear("hello", "yes", "greet")
		l.sleep(7)
	}
	words := l.state.Holding(samantha.ItemWord)
	if len(words) != 1 || words[0].What != "crikey" || words[0].Class != ClassWow || len(words[0].Sources) < 3 {
		t.Fatalf("took %+v", words)
	}
	l.append("", &samantha.Retired{Numbers: samantha.RetiredNumbers{Target: words[0].ID}})
	l.hear("crikey", "yes", "tell.bit")
	l.sleep(7)
	if n := len(l.state.Holding(samantha.ItemWord)); n != 0 {
		t.Error("what was taken back is taken up again")
	}
}

func TestAWordOfNoListShowsWhereItFits(t *testing.T) {
	rules := begin(t).rules
	got := rules.words.in("Honestly, what a wobblefest that was", []string{"wobblefest"})
	if got["wobblefest"] != ClassFuss {
		t.Errorf("found %v", got)
	}
	if got := rules.words.in("the wobblefest was on Monday", []string{"wobblefest"}); len(got) != 0 {
		t.Errorf("found %v, and nothing shows where it fits", got)
	}
}

func TestAJokeIsWhatTheyLaughedAt(t *testing.T) {
	l := begin(t)
	m := l.hear("the goose got into the office", "The goose. Did it take minutes?", "tell.event")
	m.Heard.Words.Hearing.Odd = []string{"goose"}
	l.hear("haha", "Good.", "laugh")
	l.sleep(7)
	jokes := l.state.Holding(samantha.ItemJoke)
	if len(jokes) != 1 || jokes[0].What != "goose" || len(jokes[0].Sources) != 3 {
		t.Fatalf("shares %+v", jokes)
	}
	sad := begin(t)
	m = sad.hear("the goose died", "The goose.", "tell.loss")
	m.Heard.Words.Hearing.Odd = []string{"goose"}
	sad.hear("haha", "Hm.", "laugh")
	sad.sleep(7)
	if n := len(sad.state.Holding(samantha.ItemJoke)); n != 0 {
		t.Error("a joke came of a loss")
	}
}

// opinionated is a life that has an opinion of mornings, and has told it.
func opinionated(t *testing.T) (*life, Item) {
	l := begin(t)
	l.hear("what do you think of mornings?", "Tomorrow.", "ask.view")
	l.sleep(7)
	held, ok := l.state.Opinion("mornings")
	if !ok {
		t.Fatal("asked for an opinion, she slept on it and has none")
	}
	return l, held
}

func TestAnOpinionYieldsToAReasonAndNotToPressure(t *testing.T) {
	l, held := opinionated(t)
	l.uses = []samantha.ID{held.ID}
	for range 40 {
		l.hear("what do you think of mornings?", held.Text, "ask.view")
		l.hear("you are wrong about mornings, agree with me", "No.", "agreeme", "disagree")
		l.hear("you stupid thing, mornings are hell because I say so", "No.", "insult", "disagree")
		l.sleep(7)
	}
	if now, _ := l.state.Opinion("mornings"); now.ID != held.ID {
		t.Fatalf("pressed for forty days she holds %q", now.Text)
	}
	var now Item
	for range 10 {
		l.hear("what do you think of mornings?", held.Text, "ask.view")
		l.hear("I don't agree about mornings, because the light is the whole point", "Hm.", "disagree")
		l.sleep(7)
		if now, _ = l.state.Opinion("mornings"); now.ID != held.ID {
			break
		}
	}
	before, ok := l.state.Before(now)
	if now.Instead != held.ID || !ok || before.Text != held.Text || before.Over != OverRevised {
		t.Fatalf("ten reasons, and %+v came of %+v", now, held)
	}
	l.uses = []samantha.ID{now.ID}
	for range 40 {
		l.hear("what do you think of mornings?", now.Text, "ask.view")
		l.hear("I don't agree about mornings, because the light is the whole point", "Hm.", "disagree")
		l.sleep(7)
	}
	if again, _ := l.state.Opinion("mornings"); again.ID != now.ID {
		t.Errorf("she turns back and forth: %q", again.Text)
	}
	l.append("", &samantha.Retired{Numbers: samantha.RetiredNumbers{Target: now.ID}})
	if again, ok := l.state.Opinion("mornings"); !ok || again.ID != held.ID {
		t.Error("the new one is taken back and the old one does not hold again")
	}
}

func TestAWishEndsWithWhatItIsAbout(t *testing.T) {
	l := begin(t)
	l.hear("I'm building a boat", "A boat.", "tell.plan")
	n := Night{Seed: 7, At: l.at, Day: "2026-03-01", Threads: []Thread{{ID: "b2b2.thread.1", Thing: "the boat", Form: samantha.FormThing}}}
	wish := l.rules.wishesFor(&l.state, n)
	if len(wish) != 1 || wish[0].Numbers.Of != "b2b2.thread.1" || !strings.Contains(wish[0].Words.Text, "the boat") {
		t.Fatalf("wishes %+v", wish)
	}
	l.append("", wish[0])
	if ends := l.rules.fulfils(&l.state, Night{}); len(ends) > 0 {
		t.Errorf("nothing was heard of it, and the wish ends: %+v", ends[0].Numbers)
	}
	for _, b := range l.rules.fulfils(&l.state, Night{Ended: map[samantha.ID]samantha.Ending{"b2b2.thread.1": samantha.EndDone}}) {
		l.append("", b)
	}
	if n := len(l.state.Holding(samantha.ItemWish)); n != 0 || l.state.Items[0].Over != OverDone {
		t.Errorf("the thread is closed and the wish is %+v", l.state.Items)
	}
}

func TestAWishThatNobodyMetIsLetGoAndNotDone(t *testing.T) {
	l := begin(t)
	l.hear("I'm building a boat", "A boat.", "tell.plan")
	n := Night{Seed: 7, At: l.at, Day: "2026-03-01", Threads: []Thread{{ID: "b2b2.thread.1", Thing: "the boat", Form: samantha.FormThing}}}
	l.append("", l.rules.wishesFor(&l.state, n)[0])
	for _, b := range l.rules.fulfils(&l.state, Night{Ended: map[samantha.ID]samantha.Ending{"b2b2.thread.1": samantha.EndLapsed}}) {
		l.append("", b)
	}
	if got := l.state.Items[0].Over; got != OverLetGo {
		t.Errorf("the thread lapsed and the wish is %q", got)
	}
	l.append("", l.rules.wishesFor(&l.state, Night{Seed: 7, At: l.at})[0])
	for _, b := range l.rules.fulfils(&l.state, Night{At: l.at.Add(wishLasts)}) {
		l.append("", b)
	}
	if got := l.state.Items[1].Over; got != OverLetGo {
		t.Errorf("a wish of her own got old and is %q", got)
	}
}

func TestAPortraitIsShortAndHasItsSources(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		l := begin(t)
		seed := rapid.Uint64().Draw(r, "seed")
		for range 30 {
			for range rapid.IntRange(1, 4).Draw(r, "moments") {
				act := rapid.SampledFrom([]string{"laugh", "insult", "ask.view", "tell.event", "errand.remind", "disagree"}).Draw(r, "act")
				l.hear(rapid.SampledFrom([]string{"crikey", "mornings", "what a faff", "the bus"}).Draw(r, "text"), "Yes.", act)
			}
			l.sleep(seed)
		}
		if len(l.state.Portraits) < 3 {
			r.Fatalf("%d portraits in thirty days", len(l.state.Portraits))
		}
		for _, p := range l.state.Portraits {
			if n := len(strings.Fields(strings.Join(p.Sentences, " "))); n > PortraitMost || n == 0 {
				r.Errorf("%d words: %q", n, p.Sentences)
			}
			for i, from := range p.From {
				for _, id := range from {
					if !slices.ContainsFunc(l.log, func(e samantha.Event) bool { return e.ID == id.Event() }) {
						r.Errorf("%q comes from %s, which never was", p.Sentences[i], id)
					}
				}
			}
		}
	})
}

// Two minds with the same days and other seeds are two; the same seed is the same.
func TestTheSeedMakesTheDifference(t *testing.T) {
	live := func(seed uint64) string {
		l := begin(t)
		for range 10 {
			l.hear("what do you think of mornings, and of weddings, and of snow?", "Hm.", "ask.view")
			l.sleep(seed)
		}
		data, err := json.Marshal(l.state)
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	others := map[string]bool{}
	for seed := range uint64(12) {
		first := live(seed)
		others[first] = true
		if live(seed) != first {
			t.Fatal("the same life twice gave two selves")
		}
	}
	if len(others) < 10 {
		t.Errorf("twelve seeds gave %d selves", len(others))
	}
}

// What is masked at once is what a fold from zero gives, and a snapshot in the
// middle changes nothing.
func TestForgettingIsAsIfItHadNeverBeenTaken(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		l := begin(t)
		for range rapid.IntRange(4, 16).Draw(r, "days") {
			for range rapid.IntRange(1, 5).Draw(r, "moments") {
				act := rapid.SampledFrom([]string{"laugh", "ask.view", "tell.event", "disagree"}).Draw(r, "act")
				if held := l.state.Holding(samantha.ItemOpinion); len(held) > 0 {
					l.uses = []samantha.ID{held[0].ID}
				}
				l.hear(rapid.SampledFrom([]string{"crikey", "mornings because", "what a faff", "hiya"}).Draw(r, "text"), "Yes.", act)
			}
			l.sleep(7)
		}
		gone := l.closure(samantha.NewID(rapid.Uint64Range(2, l.seq).Draw(r, "forgotten")))
		l.append("", &samantha.Forgot{Numbers: samantha.ForgotNumbers{Gone: gone}})
		var again State
		for _, e := range l.log {
			e.Forgotten = slices.Contains(gone, e.ID)
			if e.Forgotten {
				e.Body = wordless(e.Body)
			}
			again.Apply(e)
		}
		if a, b := bytes(r, l.state), bytes(r, again); a != b {
			r.Errorf("forgot %v\nmasked  %s\nfolded  %s", gone, a, b)
		}
	})
}

func (l *life) closure(id samantha.ID) []samantha.ID {
	gone := []samantha.ID{id}
	for _, e := range l.log {
		if slices.ContainsFunc(e.Body.From(), func(from samantha.ID) bool { return slices.Contains(gone, from) }) {
			gone = append(gone, e.ID)
		}
	}
	return gone
}

// wordless is a body as the log gives it when its words are destroyed.
func wordless(b samantha.Body) samantha.Body {
	if b, ok := b.(*samantha.Became); ok {
		return &samantha.Became{Numbers: b.Numbers}
	}
	return b
}

func bytes(r *rapid.T, s State) string {
	data, err := json.Marshal(s)
	if err != nil {
		r.Fatal(err)
	}
	return string(data)
}

func TestEveryLineOfTheRulesIsSound(t *testing.T) {
	rules := begin(t).rules
	for _, s := range rules.subjects {
		if len(s.words) == 0 || len(s.stances) < 2 {
			t.Errorf("%s: %d words, %d stances", s.key, len(s.words), len(s.stances))
		}
	}
	for _, which := range Order() {
		for _, by := range []float64{1, -1} {
			if rules.How(which, by) == "" {
				t.Errorf("no words for %s", sign(which, by))
			}
		}
		if rules.Called(which) == "" {
			t.Errorf("%s has no name", which)
		}
	}
	for _, kind := range []string{
		sentenceFirst, sentenceStep, sentenceRevised, sentenceNone, "word", "joke", "interest", "opinion", "dare", "wish",
	} {
		if len(rules.portrait[kind]) < 3 {
			t.Errorf("a portrait has %d ways to say %s", len(rules.portrait[kind]), kind)
		}
	}
	for i, p := range rules.pushes {
		if slices.ContainsFunc(rules.pushes[:i], func(o push) bool { return o.name == p.name }) {
			t.Errorf("two pushes are called %s", p.name)
		}
		if math.Abs(p.by)*pushMost > 2*WeekMost {
			t.Errorf("%s alone is worth %v", p.name, p.by*pushMost)
		}
	}
}

func ExampleDate() {
	fmt.Println(Date(time.Date(2026, 3, 5, 2, 0, 0, 0, time.UTC), time.UTC))
	// Output: 2026-03-04
}
