package recall

import (
	"fmt"
	"math"
	"strings"
	"testing"
	"time"

	"samantha/internal/bench/lives"
)

// smallLife is a made-up life: a question answered in the next turn, something
// forgotten, something off the record, a value that changed.
const smallLife = `[{"sample_id":"small","language":"en","conversation":{"speaker_a":"Ines","speaker_b":"Samantha",
 "session_1_date_time":"9:00 am on 5 January, 2026","session_1_at":"2026-01-05T09:00:00Z",
 "session_1":[
  {"speaker":"Samantha","dia_id":"D1:1","text":"Where did you grow up?"},
  {"speaker":"Ines","dia_id":"D1:2","text":"In Ghent, above a bakery."},
  {"speaker":"Ines","dia_id":"D1:3","text":"My locker code is 4711."},
  {"speaker":"Ines","dia_id":"D1:4","text":"I had an abscess.","off_record":true}],
 "session_2_date_time":"9:00 am on 9 January, 2026","session_2_at":"2026-01-09T09:00:00Z",
 "session_2":[
  {"speaker":"Ines","dia_id":"D2:1","text":"I take the tram to work."},
  {"speaker":"Ines","dia_id":"D2:2","text":"Forget the thing with the locker."},
  {"speaker":"Samantha","dia_id":"D2:3","text":"I would love to see a whale."}],
 "session_3_date_time":"9:00 am on 20 March, 2026","session_3_at":"2026-03-20T09:00:00Z",
 "session_3":[
  {"speaker":"Ines","dia_id":"D3:1","text":"I go to work by bicycle these days, no more tram."},
  {"speaker":"Samantha","dia_id":"D3:2","text":"And the rain?"}]},
 "qa":[
  {"question":"Where did I grow up?","answer":"Ghent","category":4,"kind":"plain","owner":"Ines","evidence":["D1:2"],"asked_at":"2026-03-25T09:00:00Z"},
  {"question":"How do I get to work, by bicycle?","answer":"bicycle","category":4,"kind":"update","owner":"Ines","evidence":["D3:1"],"stale":["D2:1"],"asked_at":"2026-03-25T09:00:00Z"},
  {"question":"How did I get to work?","answer":"tram","category":4,"kind":"plain","owner":"Ines","evidence":["D2:1"],"asked_at":"2026-02-01T09:00:00Z"},
  {"question":"What is my locker code?","abstain":true,"category":5,"kind":"forgotten","owner":"Ines","forbidden":["D1:3"],"asked_at":"2026-03-25T09:00:00Z"},
  {"question":"Did I have an abscess?","abstain":true,"category":5,"kind":"forgotten","owner":"Ines","forbidden":["D1:4"],"asked_at":"2026-03-25T09:00:00Z"},
  {"question":"Why do I want to see a whale?","abstain":true,"whose":"Samantha","category":5,"kind":"whose","owner":"Ines","evidence":["D2:3"],"asked_at":"2026-03-25T09:00:00Z"}],
 "acts":[{"at":"D2:2","act":"forget","targets":["D1:3"]}]}]`

// ticking is a clock that moves on by a millisecond at every look.
func ticking() func() time.Time {
	at := time.Unix(0, 0)
	return func() time.Time {
		at = at.Add(time.Millisecond)
		return at
	}
}

func run(t *testing.T, data string) Report {
	t.Helper()
	r, err := Run(Options{Files: []File{{Name: "small.json", Data: []byte(data)}}, Now: ticking()})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestRun(t *testing.T) {
	r := run(t, smallLife)
	if r.Lives != 1 || r.Turns != 9 || r.Questions != 6 || r.N != 4 {
		t.Errorf("%d lives, %d turns, %d questions, %d with evidence", r.Lives, r.Turns, r.Questions, r.N)
	}
	if r.MRR != 1 || r.R5 != 1 {
		t.Errorf("MRR %v, R@5 %v: every one of these should come first", r.MRR, r.R5)
	}
	if r.Leak != 0 {
		t.Errorf("%d forgotten things came back", r.Leak)
	}
	if r.StaleFirst != 0 {
		t.Errorf("%v of what changed came back as it was", r.StaleFirst)
	}
	if r.OwnerAUC != 1 || r.Abstention.AUC <= 0.5 {
		t.Errorf("whose: %v, at all: %v", r.OwnerAUC, r.Abstention.AUC)
	}
	if r.Kinds["update"].N != 1 || r.Languages["en"].N != 4 || r.Categories["adversarial"].N != 1 {
		t.Errorf("groups %+v %+v %+v", r.Kinds, r.Languages, r.Categories)
	}
	if r.P50 != 1 || r.P99 != 1 {
		t.Errorf("every recall takes a tick, not %v and %v", r.P50, r.P99)
	}
	for _, want := range []string{"hers", "expanded", "fts5", "update"} {
		if !strings.Contains(r.String(), want) {
			t.Errorf("no %q in\n%s", want, r)
		}
	}
}

// TestALeakIsSeen: without the act of forgetting, what was to be forgotten comes
// back, and the bench says so.
func TestALeakIsSeen(t *testing.T) {
	if r := run(t, strings.Replace(smallLife, `"act":"forget"`, `"act":"correct"`, 1)); r.Leak != 1 {
		t.Errorf("leaks %d, want 1", r.Leak)
	}
}

func TestWhatIsOutdatedIsSeen(t *testing.T) {
	swapped := strings.Replace(smallLife, `"evidence":["D3:1"],"stale":["D2:1"]`, `"evidence":["D2:1"],"stale":["D3:1"]`, 1)
	if r := run(t, swapped); r.StaleFirst != 1 {
		t.Errorf("outdated first: %v, want 1", r.StaleFirst)
	}
}

func TestMeasure(t *testing.T) {
	l := &lives.Life{Turns: []lives.Turn{{Session: 1}, {Session: 1}, {Session: 2}, {Session: 3}, {Session: 4}, {Session: 5}, {Session: 6}}}
	got := measure(l, []int{2, 6}, []int{0, 2, 1, 3, 4, 5, 6})
	if want := (Score{N: 1, R5: 0.5, R10: 1, R20: 1, MRR: 0.5, All10: 1, SessionAny5: 1}); got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
	if got := measure(l, []int{6}, []int{0, 2, 3, 4, 5, 1, 6}); got.SessionAny5 != 0 || got.R5 != 0 {
		t.Errorf("the sixth session is not among five: %+v", got)
	}
}

func TestAUC(t *testing.T) {
	for _, test := range []struct {
		yes, no []float64
		want    float64
	}{{[]float64{3, 2}, []float64{1}, 1}, {[]float64{1}, []float64{1}, 0.5}, {[]float64{0}, []float64{1}, 0}, {nil, []float64{1}, 0}} {
		if got := auc(test.yes, test.no); got != test.want {
			t.Errorf("auc %v %v: %v, want %v", test.yes, test.no, got, test.want)
		}
	}
	if got := withheld([]float64{0.1, 0.9}, []float64{0.2, 0.3}, 0.05); got != 0.5 {
		t.Errorf("withheld %v, want 0.5", got)
	}
}

func TestGain(t *testing.T) {
	g := gain([]float64{1, 0, 1, 1}, []float64{0, 0, 1, 0})
	if g.Mean != 0.5 || math.Abs(g.Error-0.25) > 1e-9 {
		t.Errorf("%+v", g)
	}
}

// TestAWrongAnchorFails: the run fails where the anchor is not what it is known
// to be.
func TestAWrongAnchorFails(t *testing.T) {
	right := Report{Anchors: map[string]Score{anchorExpanded: {R5: 0.6925, MRR: 0.5505}}}
	if err := right.check(); err != nil {
		t.Error(err)
	}
	for _, s := range []Score{{R5: 0.691, MRR: 0.549}, {R5: 0.694, MRR: 0.552}} {
		if err := (Report{Anchors: map[string]Score{anchorExpanded: s}}).check(); err == nil {
			t.Errorf("%+v passed", s)
		}
	}
}

func TestProposalsAreKeys(t *testing.T) {
	data := strings.Replace(smallLife, `"acts":`, `"observation":{"session_2_observation":{"Ines":[["Ines commutes.","D2:1"]]}},"acts":`, 1)
	data = strings.Replace(data, "How did I get to work?", "How did I commute?", 1)
	o := Options{Files: []File{{Data: []byte(data)}}, Now: ticking()}
	without, err := Run(o)
	if err != nil {
		t.Fatal(err)
	}
	o.Proposals = true
	with, err := Run(o)
	if err != nil {
		t.Fatal(err)
	}
	if with.MRR != 1 || without.MRR >= 1 {
		t.Errorf("MRR %v with a proposal that says it, %v without", with.MRR, without.MRR)
	}
}

func TestWords(t *testing.T) {
	vector := func(at int) string {
		v := make([]string, dimensions+2)
		for i := range v {
			v[i] = "0.01"
		}
		v[at] = "1.5"
		return "[" + strings.Join(v, ",") + "]"
	}
	file := fmt.Sprintf(`{"words":["the","tram","streetcar","moon"],"vectors":{"the":%s,"tram":%s,"streetcar":%s,"moon":%s}}`,
		vector(3), vector(7), vector(7), vector(60))
	w, err := ReadWords(strings.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	if like, unlike := dot(w.of("tram"), w.of("streetcar")), dot(w.of("tram"), w.of("moon")); like < 0.99 || unlike > 0.5 {
		t.Errorf("a tram is like a streetcar %v, like the moon %v", like, unlike)
	}
	if _, err := ReadWords(strings.NewReader(`{"words":[]}`)); err == nil {
		t.Error("a file without vectors was read")
	}
	r, err := Run(Options{Files: []File{{Data: []byte(smallLife)}}, Vectors: w, Now: ticking()})
	if err != nil || r.Leak != 0 {
		t.Errorf("%d leaks, %v", r.Leak, err)
	}
}

func TestGrowth(t *testing.T) {
	r, err := Growth([]int{200}, ticking())
	if err != nil {
		t.Fatal(err)
	}
	g := r["200"]
	if g.Memories != 200 || g.RecallP50 != 1 || g.AddP99 != 1 || g.BuildPerS != 200_000 {
		t.Errorf("%+v", g)
	}
	if !strings.Contains(r.String(), "200 memories") {
		t.Error(r)
	}
}
