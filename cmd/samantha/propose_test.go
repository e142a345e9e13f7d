package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A model's proposals go the whole way: what it is given to read, what it answers, what is
// kept, by whom, and that twice is once; asleep and while she is awake elsewhere.
func TestProposals(t *testing.T) {
	home, _ := lived(t)
	said := typeIn(t, "", "say", "--home", home, "--json", "I keep the spare key under a pot of thyme")
	var moment replied
	if err := json.Unmarshal([]byte(said.out), &moment); err != nil {
		t.Fatal(err)
	}
	asked := typeIn(t, "", "propose", "--home", home, "--prompt", "-n", "1")
	if asked.code != exitFine || !strings.Contains(asked.out, "pot of thyme") || !strings.Contains(asked.out, string(moment.ID)) || strings.Contains(asked.out, "Bergen") {
		t.Fatalf("%+v", asked)
	}
	file := filepath.Join(t.TempDir(), "from-model.jsonl")
	line := fmt.Sprintf(`{"model": "quill-8b", "memory": %q, "facts": [{"of": "person", "slot": "has", "value": %%q, "quote": "I keep the spare key under a pot of thyme"}]}`+"\n", moment.ID)
	if err := os.WriteFile(file, []byte(fmt.Sprintf(line, "spare key")+fmt.Sprintf(line, "a cellar")), 0o600); err != nil {
		t.Fatal(err)
	}
	for n, want := range []string{"1 kept, 1 refused.", "0 kept, 2 refused."} {
		if got := typeIn(t, "", "propose", "--home", home, file); got.code != exitFine || !strings.HasSuffix(strings.TrimSpace(got.out), want) {
			t.Errorf("time %d: %+v", n+1, got)
		}
	}
	if got := typeIn(t, "", "facts", "--home", home); !strings.Contains(got.out, "spare key") || !strings.Contains(got.out, "quill-8b") {
		t.Errorf("by whom is not said: %+v", got)
	}
	awakeIn(t, home)
	if got := typeIn(t, fmt.Sprintf(line, "pot of thyme"), "propose", "--home", home, "-"); got.code != exitFine || !strings.Contains(got.out, "1 kept") {
		t.Errorf("from stdin, while she is awake: %+v", got)
	}
}

func TestWhereAProposalCannotBeRead(t *testing.T) {
	const good = `{"model": "quill-8b", "memory": "b4b2", "facts": [{"of": "person", "slot": "has", "value": "a van", "quote": "a van"}]}`
	for _, test := range []struct {
		text, want string
		n          int
	}{
		{good, "", 1},
		{good + "\n" + good + "\n", "", 2},
		{"[" + good + ",\n" + good + "]\n", "", 2},
		{strings.ReplaceAll(good, ",", ",\n"), "", 1},
		{"", "nothing is proposed", 0},
		{"[]", "nothing is proposed", 0},
		{good + "\n\n" + good[:40], "line 3: it ends in the middle", 0},
		{good + "\nsure, here you are:", "line 2", 0},
		{"[" + good + ",\n" + good, "it ends in the middle", 0},
		{"[" + good + "]\nthat is all", "line 2", 0},
		{`{"model": 1}`, `line 1: "model" is a number where string is wanted`, 0},
		{good + "\n" + `{"model": "quill-8b", "memory": "b4b2", "fact": []}`, "line 2", 0},
		{`{"model": "quill-8b", "memory": "zz"}`, "line 1: memory", 0},
		{`{"memory": "b4b2"}`, "line 1: no model", 0},
	} {
		got, err := readProposals(test.text)
		if len(got) != test.n || (err == nil) != (test.want == "") || err != nil && !strings.Contains(err.Error(), test.want) {
			t.Errorf("%q: %d, %v; want %d, %q", test.text, len(got), err, test.n, test.want)
		}
	}
}

func TestTooManyProposals(t *testing.T) {
	got := typeIn(t, strings.Repeat(" ", maxProposals+1), "propose", "--home", t.TempDir(), "-")
	if got.code != exitUsage || !strings.Contains(got.errs, "split it") {
		t.Errorf("%+v", got)
	}
}
