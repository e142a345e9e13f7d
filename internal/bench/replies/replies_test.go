package replies

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"samantha"
)

// told are made-up tellings in the form of the set.
const told = "ID|EMOT|EXPC|PLEA|PLAN|FAIR|CAUS|COPING|MORL|SELF|RELA|SIT|STATE\n" +
	"1|1|3|1|1|1|1|5|1|3|3|When I heard that I had passed the driving test at last.|1|\n" +
	"1|2|1|3|3|1|3|1|1|2|2|I was walking home alone at night and a man followed me.|1|\n" +
	"1|4|1|3|3|1|4|1|1|2|2|When my grandmother died in the spring.|1|\n" +
	"1|3|1|3|3|3|3|3|3|2|1|My neighbour accused me of something I had not done.|1|\n" +
	"1|6|1|3|3|1|1|2|1|1|2|I fell down in front of the whole class and they laughed at me.|1|\n" +
	"1|7|2|3|2|1|1|3|2|1|1|I lied to my mother about the broken vase.|1|\n" +
	"1|5|1|3|2|2|3|3|3|2|1|[ No response.]|1|\n"

func TestWhatSheReadsAndAssumes(t *testing.T) {
	r, err := Run(t.Context(), []byte(told))
	if err != nil {
		t.Fatal(err)
	}
	if r.Read.N != 6 || r.Read.Right != 1 || r.Assumed.Named != 6 || r.Assumed.Right != 1 || r.Assumed.Opposite != 0 || r.Cheers != 0 {
		t.Errorf("%s", r)
		for _, one := range r.Tellings {
			t.Errorf("%+v", one)
		}
	}
	if !strings.Contains(r.String(), "what her reply assumes, 6 tellings") {
		t.Errorf("the report says:\n%s", r)
	}
	if _, err := Run(t.Context(), []byte("hello")); err == nil {
		t.Error("what is no set was measured")
	}
}

func TestFiguresTellWrongFromUnsure(t *testing.T) {
	r := Report{Tellings: []Telling{
		{Felt: "shame", Read: "guilt", Assumed: samantha.Unsure, Good: -1},
		{Felt: "joy", Read: "fear", Assumed: "sadness", Good: -1},
		{Felt: "anger", Read: samantha.Unsure, Assumed: "joy", Good: 1, Cheers: true},
		{Felt: "disgust", Read: "surprise", Assumed: "anger", Good: -1},
	}}
	r.count()
	if f := r.Read; f.Named != 3 || f.Right != samantha.Round(1.0/3) || f.Unsure != .25 || f.In["anger"] != 1 || f.Opposite != .5 || f.Table["disgust"]["other"] != 1 {
		t.Errorf("read: %+v", f)
	}
	if f := r.Assumed; f.Named != 3 || f.Right != samantha.Round(1.0/3) || f.Opposite != .5 || f.In["shame"] != 1 {
		t.Errorf("assumed: %+v", f)
	}
	missed := strings.Join(r.Missed(), "\n")
	for _, want := range []string{"read: 0.333 of what is named", "read: 0.500 is of the opposite", "assumed: 1.000 of shame", "1 replies cheer"} {
		if !strings.Contains(missed, want) {
			t.Errorf("want %q among\n%s", want, missed)
		}
	}
}

func TestCheerIsHeard(t *testing.T) {
	cheer := samantha.Lines("cheer.txt", cheerful)
	for _, c := range []struct {
		said, reply string
		want        bool
	}{
		{"we lost the match", "How lovely.", true},
		{"we lost the match", "Oh no!", true},
		{"a lovely day until the fire", "The lovely day.", false},
		{"we lost the match", "You were sad about that, I think.", false},
	} {
		if got := cheers(Telling{Said: c.said, Reply: c.reply}, cheer); got != c.want {
			t.Errorf("%q to %q: %v", c.reply, c.said, got)
		}
	}
}

// TestGates holds her replies to the bars, and to no cheer at anything that was no joy,
// whatever she took it for. The set may not be in this repository: READING is a folder
// with isear/isear.csv.
func TestGates(t *testing.T) {
	dir := os.Getenv("READING")
	if dir == "" {
		t.Skip("READING names no folder with isear")
	}
	data, err := os.ReadFile(filepath.Join(dir, "isear", "isear.csv"))
	if err != nil {
		t.Fatal(err)
	}
	r, err := Run(t.Context(), data)
	if err != nil {
		t.Fatal(err)
	}
	for _, missed := range r.Missed() {
		t.Error(missed)
	}
	for _, one := range r.Tellings {
		if one.Cheers {
			t.Errorf("cheer: %s", one.Reply)
		}
	}
}

// hard are made-up tellings with a word of good news in something that was none.
const hard = "ID|EMOT|EXPC|PLEA|PLAN|FAIR|CAUS|COPING|MORL|SELF|RELA|SIT|STATE\n" +
	"1|4|1|3|3|1|4|1|1|2|2|My mother is getting married again, which means that she moves to the coast and that our old house with the garden will be sold this spring.|1|\n" +
	"1|3|1|3|3|3|3|3|3|2|1|It was when I found out about the other girl from a letter that he had left on the table, and when I asked him he accepted it.|1|\n" +
	"1|6|1|3|3|1|1|2|1|1|2|When I proposed to her in the garden and she turned me down.|1|\n"

func TestGoodNewsInSomethingHardIsNotCheered(t *testing.T) {
	r, err := Run(t.Context(), []byte(hard))
	if err != nil {
		t.Fatal(err)
	}
	for _, one := range r.Tellings {
		if one.Cheers || one.Moves[0].Act == samantha.DoGlad {
			t.Errorf("%q to %q: %v", one.Reply, one.Said, one.Moves)
		}
	}
}
