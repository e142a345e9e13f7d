package mind_test

import (
	"strings"
	"testing"

	"samantha"
	"samantha/internal/house/life/inmem"
)

func TestWhyAFeeling(t *testing.T) {
	k := begin(t, inmem.New())
	k.say("hi")
	r := k.say("I got the job! I really got it, thank you for listening")
	if len(r.Heard.Numbers.Felt) == 0 {
		t.Fatal("she felt nothing")
	}
	w, err := k.mind.Why(t.Context(), r.ID.Part("felt", 1))
	if err != nil {
		t.Fatal(err)
	}
	if w.Sentence == "" || len(strings.Fields(w.Sentence)) > 20 || len(w.Record) < 2 {
		t.Errorf("why: %+v", w)
	}
}

func TestWhyAReply(t *testing.T) {
	k := begin(t, inmem.New())
	k.say("hi")
	k.say("my sister Mara lives in Bergen")
	r := k.say("where does my sister live?")
	for _, id := range []samantha.ID{r.ID, r.ID.Said()} {
		w, err := k.mind.Why(t.Context(), id)
		if err != nil {
			t.Fatal(err)
		}
		found := false
		for _, s := range w.Record {
			found = found || s.Kind == "from" && strings.Contains(s.Text, "Bergen")
		}
		if !found {
			t.Errorf("why %s does not lead back to the words: %+v", id, w)
		}
	}
}
