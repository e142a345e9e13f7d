package main

import (
	"encoding/json"
	"strings"
	"testing"
)

// TestAModelIsExamined: what it fails it is not given to do, everybody can see it, and she
// says it once.
func TestAModelIsExamined(t *testing.T) {
	if testing.Short() {
		t.Skip("an examination is forty answers")
	}
	home, _ := lived(t)
	m := newModel(t)
	m.says.Store("Ja, das ist wirklich sehr schön, und ich bleibe heute bei dir. ")
	use(t, home, m.URL)
	got := typeIn(t, "", "model", "test", "--home", home)
	if got.code != exitFine || !strings.Contains(got.out, "failed language") || !strings.Contains(got.out, "may do nothing for her") || !strings.Contains(got.out, "there is little to go by") {
		t.Fatalf("test: %+v", got)
	}
	if list := typeIn(t, "", "model", "list", "--home", home); !strings.Contains(list.out, "it failed") {
		t.Errorf("list: %+v", list)
	}
	if doctor := typeIn(t, "", "doctor", "--home", home); !strings.Contains(doctor.out, "may do nothing for her") {
		t.Errorf("doctor: %+v", doctor)
	}
	asked := m.asked.Load()
	said := hear(t, home, "the bus was late again")
	if said.Speaker != "newborn" || m.asked.Load() != asked {
		t.Errorf("barred, it said %q", said.Reply)
	}
	if why := typeIn(t, "", "why", "--home", home, string(said.ID)); !strings.Contains(why.out, "failed an examination") {
		t.Errorf("why: %+v", why)
	}
	if left := departures(t, home); len(left) != 0 {
		t.Errorf("something left this machine: %+v", left)
	}
	var doc struct {
		Model   string
		Probes  []struct{ Probe, Why string }
		Answers []struct{ Question, Record, Model string }
		Barred  []string
	}
	if got := typeIn(t, "", "model", "test", "--json", "--home", home); json.Unmarshal([]byte(got.out), &doc) != nil || doc.Model != "small" || len(doc.Barred) != 2 || len(doc.Answers) == 0 {
		t.Errorf("as JSON: %+v", got)
	}
	m.gone.Store(true)
	if got := typeIn(t, "", "model", "test", "--home", home); got.code == exitFine {
		t.Errorf("nobody is there: %+v", got)
	}
}

// TestADayHasABudget: tokens of a remote model are counted, and when they are used up newborn
// speaks, an examination too goes no further, and nothing more leaves.
func TestADayHasABudget(t *testing.T) {
	home, _ := lived(t)
	m := newModel(t)
	m.says.Store("Next to the printer, of all places. ")
	use(t, home, m.away())
	worded(t, home)
	got := typeIn(t, "", "model", "budget", "--home", home)
	if !strings.Contains(got.out, "tokens today") || strings.Contains(got.out, "budget 0 tokens") {
		t.Fatalf("budget: %+v", got)
	}
	if got := typeIn(t, "", "model", "budget", "100", "--price", "3/15", "--home", home); got.code != exitFine || !strings.Contains(got.out, "of 100 tokens today") || !strings.Contains(got.out, "used up") {
		t.Errorf("set: %+v", got)
	}
	asked := m.asked.Load()
	if said := hear(t, home, "the ferry was late again"); said.Speaker != "newborn" || m.asked.Load() != asked {
		t.Errorf("used up, it said %q", said.Reply)
	}
	if got := typeIn(t, "", "model", "test", "--home", home); got.code == exitFine || m.asked.Load() != asked {
		t.Errorf("used up, it was examined: %+v", got)
	}
	for _, verb := range []string{"doctor", "model"} {
		if got := typeIn(t, "", verb, "--home", home); !strings.Contains(got.out, "of 100 tokens today") {
			t.Errorf("%s: %+v", verb, got)
		}
	}
	if got := typeIn(t, "", "model", "budget", "no", "--home", home); got.code != exitFine || !strings.Contains(got.out, "no bound") {
		t.Errorf("no: %+v", got)
	}
}
