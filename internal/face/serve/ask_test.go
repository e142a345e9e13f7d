package serve

import (
	"errors"
	"strings"
	"testing"

	"samantha"
)

func TestWhatAPageMayAsk(t *testing.T) {
	for asked, want := range map[string]string{
		"why m7k2":                       "why --json --as=Ida -- m7k2",
		"facts":                          "facts --json --as=Ida --",
		"memories -n 50 the bike":        "memories --json --as=Ida -n=50 -- the bike",
		"memories the bike":              "memories --json --as=Ida -- the bike",
		"memories -n x":                  "memories --json --as=Ida -- -n x",
		"memories -n -3":                 "memories --json --as=Ida -- -n -3",
		"memories -n":                    "memories --json --as=Ida -- -n",
		"forget m7k2 --show":             "forget --json --as=Ida --show -- m7k2",
		"forget --only m7k2.fact.1":      "forget --json --as=Ida --only -- m7k2.fact.1",
		"forget -- --show":               "forget --json --as=Ida -- --show",
		"forget m7k2 --yes":              "forget --json --as=Ida -- m7k2 --yes",
		"correct m7k2 --as=Eve --home=/": "correct --json --as=Ida -- m7k2 --as=Eve --home=/",
		"doctor --home=/":                "doctor --json --as=Ida -- --home=/",
		"care time":                      "care --json --as=Ida -- time",
		"shelf":                          "shelf --json --as=Ida --",
		"letters --html":                 "letters --json --as=Ida -- --html",
		"pause --":                       "pause --json --as=Ida --",
		"left -- -- --":                  "left --json --as=Ida -- -- --",
	} {
		got, err := commandLine("Ida", strings.Fields(asked))
		if err != nil || strings.Join(got, " ") != want {
			t.Errorf("%s: %q %v", asked, strings.Join(got, " "), err)
		}
	}
	for _, asked := range []string{"", "say hello", "export /tmp/x", "import /tmp/x", "talk", "start", "shelf add /etc/passwd", "shelf find", "care", "care hide", "care time show", "verify", "bench life", "--help", "-h", "why\x00", "WHY m7k2", "--as=Eve facts"} {
		if got, err := commandLine("Ida", strings.Fields(asked)); !errors.Is(err, samantha.ErrInvalid) {
			t.Errorf("%q: %q %v", asked, got, err)
		}
	}
}
