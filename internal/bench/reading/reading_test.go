package reading

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"samantha"
	"samantha/internal/mind/feeling"
)

func run(t *testing.T, data string) (Report, error) {
	t.Helper()
	heart, err := feeling.New()
	if err != nil {
		t.Fatal(err)
	}
	start := time.Unix(0, 0)
	return Run(Options{Data: []byte(data), Heart: heart, Now: func() time.Time { start = start.Add(time.Millisecond); return start }})
}

func mustRun(t *testing.T, data string) Report {
	t.Helper()
	r, err := run(t, data)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(r.String(), r.Set) {
		t.Errorf("the report does not name its set:\n%s", r)
	}
	return r
}

const comments = "thank you so much for this\t15\ta\n" +
	"lol haha that is hilarious\t1\tb\n" +
	"the bus leaves at nine\t27\tc\n" +
	"I hate these people so much, I'm furious\t2,3\td\n"

func TestComments(t *testing.T) {
	r := mustRun(t, comments)
	if r.Set != "goemotions" || r.N != 4 || r.PerClass["gratitude"].F1 != 1 || r.PerClass["amusement"].F1 != 1 || r.PerClass["anger"].Recall != 1 {
		t.Errorf("%+v", r)
	}
	if m := r.Baselines[majority]; m.Accuracy != 0.25 || r.Baselines[vader].PerClass["neutral"].Recall != 1 {
		t.Errorf("baselines %+v", r.Baselines)
	}
	if p := r.Parts["polarity"]; p.N != 4 || p.Accuracy < 0.75 {
		t.Errorf("polarity %+v", p)
	}
	if s := r.Parts["said"]; s.PerClass["gratitude"].F1 != 1 || s.PerClass["anger"].F1 != 1 || s.Accuracy != 1 || len(s.Belief) == 0 {
		t.Errorf("said %+v", s)
	}
	if r.Micros != 250 {
		t.Errorf("%v us a line", r.Micros)
	}
}

const dialogue = `Sr No.,Utterance,Speaker,Emotion,Sentiment,Dialogue_ID,Utterance_ID
1,"I am so happy for you, this is wonderful!",A,joy,positive,0,0
2,The chairs are in the hall.,B,neutral,neutral,0,1
3,"That is terrible, I hate it!",A,anger,negative,1,0
`

func TestDialogue(t *testing.T) {
	r := mustRun(t, dialogue)
	if r.Set != "meld" || r.N != 3 || r.Accuracy != 1 || r.Macro != 1 || r.Parts["said"].PerClass["joy"].F1 != 1 {
		t.Errorf("%+v", r)
	}
}

const sentences = `id,split,V,A,D,text
a,train,1,1,1,nobody looks at this
b,dev,4.2,3.5,3.3,What a wonderful day with friends
c,dev,3.0,2.9,3.0,The box is on the table
d,dev,1.6,3.4,2.6,"A horrible, cruel murder"
`

func TestSentences(t *testing.T) {
	r := mustRun(t, sentences)
	if r.Set != "emobank" || r.N != 3 || r.Pearson < 0.9 || r.Baselines[vader].Pearson < 0.9 || r.Baselines[majority].Pearson != 0 {
		t.Errorf("%+v", r)
	}
}

func TestEvents(t *testing.T) {
	r := mustRun(t, "ID|EMOT|EXPC|PLEA|PLAN|FAIR|CAUS|COPING|MORL|SELF|RELA|SIT|STATE\n"+
		"1|1|3|1|1|1|1|5|1|3|3|I got the job I had applied for. |1|\n"+
		"1|3|1|3|3|3|2|3|3|2|1|My colleague á cheated me | and lied about it.|1|\n"+
		"1|7|3|3|2|2|1|4|3|1|2|[ No response.]|1|\n")
	if r.Set != "isear" || r.N != 3 || r.Accuracy != 1 || r.Parts["said"].N != 2 || r.Parts["said"].PerClass["joy"].F1 != 1 {
		t.Errorf("%+v", r)
	}
	if len(r.Orderings) != 12 {
		t.Errorf("orderings: %v", r.Orderings)
	}
}

func TestWhatIsNoSetIsRefused(t *testing.T) {
	for _, data := range []string{
		"", "hello", "a\tb\tc\n", "a\t28\tc\n", "a\t1\tc\nd\n",
		"Sr No.,Utterance\n1,a\n", strings.Replace(dialogue, "positive", "great", 1),
		"id,split,V,A,D,text\n", "id,split,V,A,D\na,dev,1,1,1\n", "id,split,V,A,D,text\na,dev,x,1,1,b\n",
		"ID|SIT\n1|a\n", "ID|EMOT|SIT\n1|9|a\n", "ID|EMOT|SIT\n1|1|a\n",
	} {
		if _, err := run(t, data); err == nil {
			t.Errorf("%q was measured", data)
		}
	}
	if _, err := run(t, "hello"); !errors.Is(err, samantha.ErrInvalid) {
		t.Errorf("want: no such set, got %v", err)
	}
}

func TestPearson(t *testing.T) {
	if x := pearson([]float64{1, 2, 3}, []float64{6, 4, 2}); x != -1 {
		t.Errorf("falling: %v", x)
	}
	if x := pearson([]float64{1, 1, 1}, []float64{6, 4, 2}); x != 0 {
		t.Errorf("flat: %v", x)
	}
}

// TestGates holds the reader in the binary to what it was measured to do. The
// sets may not be in this repository: READING is a folder with theirs.
func TestGates(t *testing.T) {
	dir := os.Getenv("READING")
	if dir == "" {
		t.Skip("READING names no folder with goemotions, meld, emobank and isear")
	}
	measured := func(file string) Report {
		data, err := os.ReadFile(filepath.Join(dir, file))
		if err != nil {
			t.Fatal(err)
		}
		return mustRun(t, string(data))
	}
	comments, talk := measured("goemotions/dev.tsv"), measured("meld/dev_sent_emo.csv")
	events := measured("isear/isear.csv")
	for _, g := range []struct {
		what       string
		got, least float64
	}{
		{"GoEmotions, macro-F1 of 28", comments.Macro, 0.41},
		{"GoEmotions, precision of what she names", comments.Parts["said"].Accuracy, 0.70},
		{"EmoBank, valence", measured("emobank/emobank.csv").Pearson, 0.54},
		{"MELD, macro-F1", talk.Macro, 0.55},
		{"MELD, accuracy", talk.Accuracy, 0.58},
		{"ISEAR, by rules", events.Accuracy, 0.42},
	} {
		if g.got < g.least {
			t.Errorf("%s: %.3f, want at least %.3f", g.what, g.got, g.least)
		}
	}
	for ordering, holds := range events.Orderings {
		if !holds {
			t.Errorf("ISEAR: %s", ordering)
		}
	}
}
