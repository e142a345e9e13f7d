package main

import (
	"encoding/json"
	"math/rand/v2"
	"strings"
	"testing"
)

func hear(t *testing.T, home, text string) replied {
	t.Helper()
	var doc replied
	got := typeIn(t, "", "say", "--json", "--home", home, text)
	if got.code != exitFine {
		t.Fatalf("say %q: %+v", text, got)
	}
	if err := json.Unmarshal([]byte(got.out), &doc); err != nil {
		t.Fatal(err)
	}
	return doc
}

func use(t *testing.T, home, url string) {
	t.Helper()
	if got := typeIn(t, "", "model", "use", "--url", url, "--model", "small", "--yes", "--home", home); got.code != exitFine {
		t.Fatalf("use: %+v", got)
	}
}

// worded is the first of a few tellings that the model words: now and then she means
// something beside it that is newborn's to say.
func worded(t *testing.T, home string) (said replied, told string) {
	t.Helper()
	for _, told = range []string{"the bus was late again", "I bought a green kettle", "I painted the hallway all day", "the printer ate my form", "I burned the rice again"} {
		if said = hear(t, home, told); said.Speaker == "small" {
			return said, told
		}
	}
	t.Fatalf("no answer is the model's; the last was %q (%s)", said.Reply, said.Intent)
	return said, told
}

// TestSheSpeaksThroughAModel: its words are heard, the record tells whose they are, and
// what was sent can be read to the letter until something in it is forgotten.
func TestSheSpeaksThroughAModel(t *testing.T) {
	home, _ := lived(t)
	m := newModel(t)
	m.says.Store("Next to the printer, of all places. And then")
	use(t, home, m.URL)
	said, told := worded(t, home)
	if said.Reply != "Next to the printer, of all places." {
		t.Fatalf("she said %q (%s)", said.Reply, said.Intent)
	}
	if why := typeIn(t, "", "why", "--home", home, string(said.ID)); !strings.Contains(why.out, "small found the words") {
		t.Errorf("why: %+v", why)
	}
	var sent struct{ Messages []struct{ Content string } }
	if err := json.Unmarshal([]byte(m.sent.Load().(string)), &sent); err != nil || len(sent.Messages) != 2 {
		t.Fatalf("sent %s: %v", m.sent.Load(), err)
	}
	prompt := typeIn(t, "", "why", "--prompt", "--home", home, string(said.ID))
	if want := sent.Messages[0].Content + "\n\n" + sent.Messages[1].Content + "\n"; prompt.out != want {
		t.Errorf("printed\n%s\nand sent\n%s", prompt.out, want)
	}
	exact := hear(t, home, "where does my sister live?")
	if exact.Speaker != "newborn" || !strings.Contains(exact.Reply, "Bergen") {
		t.Errorf("a fact: %q by %s", exact.Reply, exact.Speaker)
	}
	if why := typeIn(t, "", "why", "--home", home, string(exact.ID)); !strings.Contains(why.out, "The words are my own.") {
		t.Errorf("why: %+v", why)
	}
	if got := typeIn(t, "", "why", "--prompt", "--home", home, string(exact.ID)); got.code == exitFine {
		t.Errorf("nothing was sent for it: %+v", got)
	}
	if got := typeIn(t, "", "forget", "--yes", "--home", home, string(said.ID)); got.code != exitFine {
		t.Fatalf("forget: %+v", got)
	}
	if got := typeIn(t, "", "why", "--prompt", "--home", home, string(said.ID)); got.code == exitFine || strings.Contains(got.out, told) {
		t.Errorf("after it was forgotten: %+v", got)
	}
}

// TestOffTheRecordNothingLeaves: a remote model hears nothing of a talk that is off the
// record, and what left before is noted.
func TestOffTheRecordNothingLeaves(t *testing.T) {
	home, _ := lived(t)
	m := newModel(t)
	m.says.Store("Next to the printer, of all places. ")
	use(t, home, m.away())
	before := len(departures(t, home))
	worded(t, home)
	noted := len(departures(t, home))
	if noted <= before {
		t.Error("what left is not noted")
	}
	hear(t, home, "off the record, please")
	asked := m.asked.Load()
	off := hear(t, home, "my boss reads my mail at night")
	if off.Speaker != "newborn" || m.asked.Load() != asked || len(departures(t, home)) != noted {
		t.Errorf("off the record %q was said by %s", off.Reply, off.Speaker)
	}
}

// TestFaultsInALife: servers that break off, send garbage, vanish and come back; every
// moment ends with one answer, and the log is whole.
func TestFaultsInALife(t *testing.T) {
	home, _ := lived(t)
	m := newModel(t)
	m.says.Store("Hi. ")
	use(t, home, m.URL)
	chance := rand.New(rand.NewPCG(8, 1))
	tells := []string{"my boss moved my desk", "the bus was late again", "I bought a green kettle", "we played cards all evening", "the cat knocked over the lamp"}
	says := []string{"", "No end", "\x00\x01", "As an AI, I cannot. ", "One whole thing. Then ha", strings.Repeat("la ", 400), "Das ist wirklich ein sehr lauter Drucker. "}
	for range 20 {
		m.gone.Store(chance.IntN(3) == 0)
		m.says.Store(says[chance.IntN(len(says))])
		text := tells[chance.IntN(len(tells))]
		if said := hear(t, home, text); said.Reply == "" || said.Speaker != "small" && strings.Contains(said.Reply, "One whole thing") {
			t.Errorf("to %q she said %q by %s", text, said.Reply, said.Speaker)
		}
	}
	if got := typeIn(t, "", "verify", "--home", home); got.code != exitFine {
		t.Errorf("verify: %+v", got)
	}
}
