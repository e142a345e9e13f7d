package speak_test

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"math/rand/v2"
	"strings"
	"sync"
	"testing"
	"time"

	"samantha"
	"samantha/internal/words/model"
	"samantha/internal/words/model/speak"
)

// step is one thing a scripted model does.
type step struct {
	text   string
	thinks bool
	waits  bool // until it is given up
	err    error
}

// scripted is a model that does what is written.
type scripted struct {
	steps []step
	asked int
	sent  model.Request
}

func (s *scripted) Models(context.Context) ([]model.Info, error) { return nil, nil }

func (s *scripted) Stream(ctx context.Context, r model.Request) iter.Seq2[model.Event, error] {
	s.asked++
	s.sent = r
	return func(yield func(model.Event, error) bool) {
		for _, x := range s.steps {
			kind := model.Text
			if x.thinks {
				kind = model.Reasoning
			}
			switch {
			case x.waits:
				<-ctx.Done()
				yield(model.Event{}, context.Cause(ctx))
				return
			case x.err != nil:
				yield(model.Event{}, x.err)
				return
			case !yield(model.Event{Kind: kind, Text: x.text}, nil):
				return
			}
		}
		yield(model.Event{Kind: model.Done, Reason: model.Stopped}, nil)
	}
}

// hurried is a clock on which every wait is over at once, and no time passes.
type hurried struct{}

func (hurried) Now() time.Time { return at(20) }
func (hurried) After(d time.Duration) <-chan time.Time {
	c := make(chan time.Time, 1)
	if d < speak.Whole {
		c <- at(20)
	}
	return c
}

// over is a clock on which all time is over at once, at any point of an answer.
type over struct{ hurried }

func (over) After(time.Duration) <-chan time.Time {
	c := make(chan time.Time, 1)
	c <- at(20)
	return c
}

// unhurried never ends a wait.
type unhurried struct{ hurried }

func (unhurried) After(time.Duration) <-chan time.Time { return nil }

// net stands for newborn: it says one sentence.
type net struct{}

func (net) Name() string { return "newborn" }
func (net) Version() int { return 5 }
func (net) Speak(context.Context, samantha.Moment) iter.Seq2[samantha.Clause, error] {
	return func(yield func(samantha.Clause, error) bool) {
		yield(samantha.Clause{Text: "Mm.", Line: "listen.1"}, nil)
	}
}

type answer struct {
	clauses []string
	speaker string
	handed  samantha.Handed
	prompt  *samantha.Prompt
}

func spoken(t testing.TB, s *speak.Speaker, m samantha.Moment) answer {
	t.Helper()
	var a answer
	for c, err := range s.Speak(t.Context(), m) {
		if err != nil {
			t.Fatal(err)
		}
		if c.By != nil {
			a.handed = c.By.Handed
			if len(a.clauses) == 0 {
				a.speaker = c.By.Speaker
			}
			if c.By.Prompt != nil {
				a.prompt = c.By.Prompt
			}
		}
		if c.Text != "" {
			a.clauses = append(a.clauses, c.Text)
		}
	}
	return a
}

func with(t testing.TB, c model.Client, clock samantha.Clock, away bool) *speak.Speaker {
	return newSpeaker(t, speak.Options{Net: net{}, Clock: clock, Lent: func() (speak.Lent, bool) {
		return speak.Lent{Client: c, Name: "small", Away: away}, true
	}})
}

func texts(pieces ...string) (steps []step) {
	for _, p := range pieces {
		steps = append(steps, step{text: p})
	}
	return steps
}

// TestAModelSpeaks: what comes is cut at the ends of sentences, and the prompt is with it.
func TestAModelSpeaks(t *testing.T) {
	c := &scripted{steps: texts("Next to the pri", "nter. He", "'s 3.5 metres fr", "om Gerald, then?", " And more. And more.")}
	a := spoken(t, with(t, c, unhurried{}, true), bare())
	if got := strings.Join(a.clauses, "|"); got != "Next to the printer.|He's 3.5 metres from Gerald, then?" {
		t.Errorf("she said %q", got)
	}
	if a.speaker != "small" || a.handed != (samantha.Handed{}) || a.prompt == nil || a.prompt.Moment != c.sent.Messages[0].Text || a.prompt.Prefix != c.sent.System[0].Text {
		t.Errorf("by %+v", a)
	}
}

func TestNewbornIsTheNet(t *testing.T) {
	long := strings.Repeat("and so on ", 80)
	quiet, few := bare(), bare()
	quiet.Intent.Limits.NoQuestion = true
	few.Intent.Limits.Sentences = 1
	said := bare()
	said.Spoken = []string{samantha.SentenceKey("That printer again is what I would say.")}
	one := []step{{text: "Next to the printer. "}}
	cases := []struct {
		name   string
		moment samantha.Moment
		steps  []step
		want   string // what is said; "Mm." is newborn's
		why    string
	}{
		{"late", bare(), []step{{waits: true}}, "Mm.", "late"},
		{"thinking for ever", bare(), []step{{text: "Hmm", thinks: true}, {waits: true}}, "Mm.", "thinking"},
		{"stalled at once", bare(), []step{{err: model.ErrStalled}}, "Mm.", "stalled"},
		{"stalled later", bare(), append(one[:1:1], step{text: "And Ger"}, step{err: model.ErrStalled}), "Next to the printer.", "stalled"},
		{"broken in the first sentence", bare(), []step{{text: "Next to"}, {err: model.ErrBroken}}, "Mm.", "broken"},
		{"broken later", bare(), append(one[:1:1], step{text: "x"}, step{err: model.ErrBroken}), "Next to the printer.", "broken"},
		{"nothing", bare(), nil, "Mm.", "empty"},
		{"only blanks", bare(), texts(" \n", "\n"), "Mm.", "empty"},
		{"no whole sentence", bare(), texts("Next to the"), "Mm.", "empty"},
		{"another language", bare(), texts("Das ist aber wirklich ein sehr lauter Drucker. "), "Mm.", "language"},
		{"another script", bare(), texts("Рядом с принтером. "), "Mm.", "language"},
		{"a refusal", bare(), texts("As an AI language model, I don't have a desk. "), "Mm.", "refused"},
		{"a refusal by status", bare(), []step{{err: model.ErrRefused}}, "Mm.", "refused"},
		{"out of the role, later", bare(), append(one[:1:1], texts("I hope this helps! More. ")...), "Next to the printer.", "refused"},
		{"said in an earlier moment", said, texts("That printer again is what I would say. "), "Mm.", "repeats"},
		{"in circles", bare(), append(one[:1:1], texts("Next to the printer. ", "Next to the printer. ")...), "Next to the printer.", "repeats"},
		{"a question where none may be", quiet, texts("Which printer? "), "Mm.", "question"},
		{"one sentence is enough", few, append(one[:1:1], texts("Poor you all day long. ")...), "Next to the printer.", ""},
		{"no end", bare(), texts(long), "Mm.", "garbage"},
		{"tags", bare(), texts("<|im_start|>assistant said so. "), "Mm.", "garbage"},
		{"bytes", bare(), texts("\xff\xfe is what it is. "), "Mm.", "garbage"},
		{"json", bare(), texts(`{"text": "so it is. And so on."} `), "Mm.", "garbage"},
		{"no server", bare(), []step{{err: model.ErrUnreachable}}, "Mm.", "failed"},
		{"no end of the last sentence", bare(), append(one[:1:1], step{text: "And then"}), "Next to the printer.", ""},
		{"marks around it", bare(), texts("**Samantha:** \"Next to the printer.\""), "Next to the printer.", ""},
	}
	for _, c := range cases {
		var clock samantha.Clock = unhurried{}
		if len(c.steps) > 0 && c.steps[len(c.steps)-1].waits {
			clock = hurried{}
		}
		a := spoken(t, with(t, &scripted{steps: c.steps}, clock, false), c.moment)
		if got := strings.Join(a.clauses, " "); got != c.want || a.handed.Why != c.why || a.prompt == nil {
			t.Errorf("%s: %q, handed over %q", c.name, got, a.handed.Why)
		}
		if newborn := c.want == "Mm."; newborn != (a.speaker == "newborn") || newborn != (a.handed.Clause == 1) {
			t.Errorf("%s: by %+v", c.name, a)
		}
	}
}

// TestWhatIsNotForAModel: such a moment is newborn's, and no model hears of it.
func TestWhatIsNotForAModel(t *testing.T) {
	worried, unasked, off, exact, crisis, secret := bare(), bare(), bare(), bare(), bare(), bare()
	worried.Level, unasked.Heard, off.Off, secret.Secret = 1, "", true, true
	crisis.Intent.Tone = samantha.ToneCrisis
	exact.Intent.Moves = append(exact.Intent.Moves, samantha.Move{Act: samantha.DoFact})
	for why, m := range map[string]samantha.Moment{"level": worried, "act": unasked, "away": off, "away ": secret, "act ": exact, "level ": crisis} {
		c := &scripted{steps: texts("So it is. ")}
		a := spoken(t, with(t, c, unhurried{}, true), m)
		if c.asked != 0 || a.prompt != nil || a.speaker != "newborn" || a.handed.Why != strings.TrimSpace(why) {
			t.Errorf("%q: asked %d times, %+v", why, c.asked, a)
		}
	}
	c := &scripted{steps: texts("So it is. ")}
	if a := spoken(t, with(t, c, unhurried{}, false), off); a.speaker != "small" {
		t.Errorf("off the record a model of this machine may be asked: %+v", a)
	}
}

// TestFaults: two hundred times a model says a good sentence or none, and then does
// something wrong; every moment ends with something said, and nothing is said twice.
func TestFaults(t *testing.T) {
	chance := rand.New(rand.NewPCG(8, 200))
	good := []string{"Next to the printer. ", "That is the loud one, of course. ", "He could have asked you. ", "Bring it a plant. "}
	bad := []step{
		{waits: true},
		{err: model.ErrBroken},
		{err: model.ErrStalled},
		{err: model.ErrUnreachable},
		{err: errors.New("what was that")},
		{text: "\x00\x01\xff. "},
		{text: "<html><body>502</body></html>\n"},
		{text: "I cannot help with that. "},
		{text: strings.Repeat("la ", 300)},
	}
	for range 200 {
		var steps []step
		for range chance.IntN(4) {
			whole := good[chance.IntN(len(good))]
			cut := chance.IntN(len(whole))
			steps = append(steps, texts(whole[:cut], whole[cut:])...)
		}
		steps = append(steps, bad[chance.IntN(len(bad))])
		if chance.IntN(2) == 0 { // in the middle of a sentence
			steps = append(steps[:len(steps)-1], step{text: "And th"}, steps[len(steps)-1])
		}
		// One of two models is there, the other one in the next moment; or none any more.
		var mu sync.Mutex
		there := chance.IntN(8) > 0
		s := newSpeaker(t, speak.Options{Net: net{}, Clock: over{}, Lent: func() (speak.Lent, bool) {
			mu.Lock()
			defer mu.Unlock()
			return speak.Lent{Client: &scripted{steps: steps}, Name: fmt.Sprint("m", chance.IntN(2))}, there
		}})
		a := spoken(t, s, bare())
		seen := map[string]bool{}
		for _, c := range a.clauses {
			if key := samantha.SentenceKey(c); seen[key] {
				t.Fatalf("%q is said twice in %q", c, a.clauses)
			} else {
				seen[key] = true
			}
		}
		if len(a.clauses) == 0 || len(a.clauses) > 1 && seen["mm"] {
			t.Fatalf("after %+v she said %q", steps, a.clauses)
		}
	}
}

// FuzzWhatAModelSays: whatever comes, however it is cut, an answer is never empty, within
// its limits, and on one line.
func FuzzWhatAModelSays(f *testing.F) {
	f.Add("Next to the printer. Then? Yes.", 3)
	f.Add("“Hm.” *sighs* \n\n1. One", 1)
	f.Fuzz(func(t *testing.T, text string, size int) {
		size = 1 + max(size, -size)%7
		var steps []step
		for rest := text; rest != ""; rest = rest[min(size, len(rest)):] {
			steps = append(steps, step{text: rest[:min(size, len(rest))]})
		}
		m := bare()
		m.Intent.Limits.Sentences = 2
		a := spoken(t, with(t, &scripted{steps: steps}, unhurried{}, false), m)
		if len(a.clauses) == 0 || len(a.clauses) > 2 || strings.ContainsAny(strings.Join(a.clauses, ""), "\n\r\x00") {
			t.Errorf("of %q she says %q", text, a.clauses)
		}
	})
}
