package newborn

import (
	"bufio"
	"os"
	"strings"
	"testing"
)

// cases reads rows of columns parted by bars.
func cases(t *testing.T, name string, columns int) [][]string {
	t.Helper()
	file, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	var rows [][]string
	for lines := bufio.NewScanner(file); lines.Scan(); {
		line := strings.TrimSpace(lines.Text())
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		row, ok := splitRow(line, columns)
		if !ok {
			t.Fatalf("%s: want %d columns: %s", name, columns, line)
		}
		rows = append(rows, row)
	}
	return rows
}

func TestMirror(t *testing.T) {
	n := open(t)
	rows := cases(t, "testdata/mirror.txt", 2)
	if len(rows) < 60 {
		t.Errorf("%d cases, want 60", len(rows))
	}
	for _, row := range rows {
		if got := n.voice.mirror.turn(row[0]); got != row[1] {
			t.Errorf("%q became %q, want %q", row[0], got, row[1])
		}
	}
}

func TestShapes(t *testing.T) {
	n := open(t)
	for _, row := range cases(t, "testdata/shapes.txt", 3) {
		if got := n.voice.shape(row[0]); got != row[1] {
			t.Errorf("%q is %q, want %q", row[0], got, row[1])
		}
		if got := n.voice.many(row[0]); got != (row[2] == "many") {
			t.Errorf("%q: many is %v", row[0], got)
		}
	}
}

func TestFillings(t *testing.T) {
	n := open(t)
	persons := map[string]string{
		"sister": "your sister", "my sister": "your sister", "Mara": "Mara", "the neighbour": "the neighbour",
		"person": "person", "my parents": "your parents", "My mother": "your mother",
	}
	for given, want := range persons {
		if got := n.voice.person(given); got != want {
			t.Errorf("%q is spoken of as %q, want %q", given, got, want)
		}
	}
	articles := map[string]string{
		"nurse": "a nurse", "engineer": "an engineer", "the cook": "the cook", "an actor": "an actor",
		"hour": "an hour", "uniform": "a uniform", "twins": "twins", "in a bank": "in a bank",
	}
	for given, want := range articles {
		if got := n.voice.article(given); got != want {
			t.Errorf("%q with an article is %q, want %q", given, got, want)
		}
	}
	cleaned := map[string]string{
		"Great! It worked!": "Great, It worked", " toast \n over ": "toast over", "what?": "what",
		"“odd”": "odd", "yes 🎉🎉": "yes", "...": "", "St. Mary's": "St. Mary's",
	}
	for given, want := range cleaned {
		if got := n.voice.clean(given, quoted); got != want {
			t.Errorf("%q cleaned is %q, want %q", given, got, want)
		}
	}
}

func TestALongQuotationIsShort(t *testing.T) {
	for text, want := range map[string]string{
		"the loan from Otto": "the loan from Otto",
		"I took out a loan from Otto, for the boat in the harbour and I have not told anybody": "I took out a loan from Otto … I have not told anybody",
	} {
		if got := short(text); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
