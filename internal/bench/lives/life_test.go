package lives

import (
	"os"
	"path/filepath"
	"testing"
	"time"
)

const small = `[{"sample_id":"x","conversation":{"speaker_a":"Ann","speaker_b":"Bo",
 "session_1_date_time":"1:56 pm on 8 May, 2023",
 "session_1":[{"speaker":"Ann","dia_id":"D1:1","text":"hi","blip_caption":"a cat"},{"speaker":"Bo","dia_id":"D1:2","text":"oh"}],
 "session_2_date_time":"2:00 pm on 9 May, 2023","session_2_at":"2023-05-09T12:00:00Z",
 "session_2":[{"speaker":"Ann","dia_id":"D2:1","text":"yes"}],
 "session_3_date_time":"2:00 pm on 9 June, 2023"},
 "qa":[{"question":"q?","answer":7,"evidence":["D1:01; D2:1","D9:9"],"category":4}],
 "observation":{"session_1_observation":{"Ann":[["Ann has a cat.","D1:1"],["Both.",["D1:1","D1:2"]]]}}}]`

func TestRead(t *testing.T) {
	all, err := Read([]byte(small))
	if err != nil {
		t.Fatal(err)
	}
	l := all[0]
	if len(l.Turns) != 3 || l.Turns[0].Words() != "hi [shares a cat]" {
		t.Errorf("turns %+v", l.Turns)
	}
	if want := time.Date(2023, 5, 8, 13, 56, 20, 0, time.UTC); !l.Turns[1].At.Equal(want) {
		t.Errorf("the second turn at %v", l.Turns[1].At)
	}
	if want := time.Date(2023, 5, 9, 12, 0, 0, 0, time.UTC); !l.Turns[2].At.Equal(want) {
		t.Errorf("an exact session at %v", l.Turns[2].At)
	}
	q := l.Questions[0]
	if len(q.Evidence) != 2 || q.Evidence[1] != 2 || q.Answer != "7" || l.Dropped != 1 {
		t.Errorf("question %+v, dropped %d", q, l.Dropped)
	}
	if len(l.Proposals[0]) != 2 || len(l.Proposals[1]) != 1 {
		t.Errorf("proposals %v", l.Proposals)
	}
}

// The project's own lives: nothing in them may be broken, and none may be a
// copy of another.
func TestLives(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("..", "..", "..", "lives", "*.json"))
	if err != nil {
		t.Fatal(err)
	}
	if only := os.Getenv("LIFE"); only != "" {
		files = []string{only}
	}
	var all []Life
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		read, err := Read(data)
		if err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		for _, l := range read {
			for _, fault := range Lint(l) {
				t.Errorf("%s: %s", filepath.Base(file), fault)
			}
		}
		all = append(all, read...)
	}
	for _, fault := range LintAll(all) {
		t.Error(fault)
	}
}
