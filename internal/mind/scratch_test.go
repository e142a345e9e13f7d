package mind_test

import (
	"os"
	"strings"
	"testing"

	"samantha/internal/house/life/inmem"
)

func TestScratch(t *testing.T) {
	file := os.Getenv("SCRATCH")
	if file == "" {
		t.Skip()
	}
	raw, _ := os.ReadFile(file)
	for talk := range strings.SplitSeq(string(raw), "---\n") {
		k := begin(t, inmem.New())
		for line := range strings.Lines(talk) {
			line = strings.TrimSpace(line)
			if line == "" {
				continue
			}
			r := k.say(line)
			kinds := []string{}
			for _, a := range r.Heard.Words.Hearing.Acts {
				kinds = append(kinds, a.Kind)
			}
			t.Logf("> %s   %v\n     %v %s", line, kinds, r.Said.Numbers.Acts, r.Text)
		}
		t.Log("---")
	}
}
