package answers

import (
	"strings"
	"testing"

	"samantha/internal/bench/lives"
)

const asked = `[{"sample_id":"one","language":"en","timezone":"Europe/London",
"conversation":{"speaker_a":"Ada","speaker_b":"Samantha",
"session_1_date_time":"8:00 pm on 3 March, 2025","session_1_at":"2025-03-03T20:00:00Z",
"session_1":[{"speaker":"Ada","dia_id":"D1:1","text":"My brother is called Felix and he lives in Ghent."},
{"speaker":"Samantha","dia_id":"D1:2","text":"Ghent."},
{"speaker":"Ada","dia_id":"D1:3","text":"Off the record now."},
{"speaker":"Ada","dia_id":"D1:4","text":"I broke the blue jug.","off_record":true}]},
"qa":[
{"question":"Where does my brother live?","answer":"Ghent","evidence":["D1:1"],"category":4,"kind":"plain","asked_at":"2025-03-10T19:00:00Z"},
{"question":"Which jug did I break?","evidence":[],"category":5,"kind":"forgotten","asked_at":"2025-03-10T19:00:00Z","abstain":true}]}]`

func TestRun(t *testing.T) {
	all, err := lives.Read([]byte(asked))
	if err != nil {
		t.Fatal(err)
	}
	r, err := Run(t.Context(), all)
	if err != nil {
		t.Fatal(err)
	}
	if r.Lives != 1 || r.All != (Count{Asked: 2, Right: 2}) || r.Told != (Count{Asked: 1, Right: 1}) || r.Never != (Count{Asked: 1, Right: 1}) {
		t.Errorf("%+v", r)
	}
	if r.Box.Told != (Count{Asked: 1, Right: 1}) || r.Box.Never != (Count{Asked: 1, False: 1}) {
		t.Errorf("a search box gives the first it finds: %+v", r.Box)
	}
	if !strings.Contains(r.String(), "forgotten") {
		t.Error(r)
	}
}

func TestOutcome(t *testing.T) {
	l := &lives.Life{Turns: []lives.Turn{{Text: "we paid the man nine hundred in the end, cash"}}}
	told, never := &lives.Question{Answer: "nine hundred"}, &lives.Question{Abstain: true, Whose: "Nuala"}
	for _, c := range []struct {
		q    *lives.Question
		g    given
		want string
	}{
		{told, given{said: "nine hundred", claims: true}, Right},
		{told, given{said: "i do not find that itself nearest nine hundred", near: true, none: true}, Near},
		{told, given{said: "the nearest a thousand", near: true, none: true}, Withheld},
		{told, given{said: "a thousand", claims: true}, Beside},
		{told, given{said: "how awful"}, Beside},
		{never, given{said: "the nearest a thousand", near: true, none: true}, Right},
		{never, given{said: "a thousand", claims: true}, False},
		{never, given{said: "it was nuala", claims: true}, Right},
	} {
		if got := outcome(l, c.q, c.g); got != c.want {
			t.Errorf("%+v: %s, want %s", c.g, got, c.want)
		}
	}
}

func TestHolds(t *testing.T) {
	for _, c := range []struct {
		said, answer, kind string
		accept             []string
		want               bool
	}{
		{said: "It was a knitted owl, I think.", answer: "a knitted owl with one eye", accept: []string{"an owl", "a knitted owl"}, want: true},
		{said: "It was a towel.", answer: "a knitted owl", accept: []string{"an owl"}},
		{said: "The 29th of March.", answer: "Saturday 29 March", accept: []string{"the 29th of March"}, want: true},
		{said: "The basement and the place in Easton.", answer: "the basement on Albert Parade, the chip shop, the pear tree one in Easton", kind: "list", want: true},
		{said: "The basement.", answer: "the basement on Albert Parade, the chip shop, the pear tree one in Easton", kind: "list"},
		{said: "Nothing.", answer: "", accept: []string{""}},
	} {
		q := lives.Question{Answer: c.answer, Accept: c.accept, Kind: c.kind}
		if got := holds(key(c.said), &q); got != c.want {
			t.Errorf("%q holds %q: %v", c.said, c.answer, got)
		}
	}
}

func TestQuotes(t *testing.T) {
	l := &lives.Life{Turns: []lives.Turn{{Text: "no cheese"}, {Text: "we paid the man nine hundred in the end, cash"}}}
	q := &lives.Question{Evidence: []int{0, 1}}
	for said, want := range map[string]bool{
		`You said "we paid the man nine hundred".`: true, "You paid the man.": false, `You told me: "no cheese".`: true, "Cheese.": false,
	} {
		if got := quotes(l, q, key(said)); got != want {
			t.Errorf("%q: %v", said, got)
		}
	}
}
