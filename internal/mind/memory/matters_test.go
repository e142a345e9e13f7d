package memory_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"samantha"
	"samantha/internal/mind/memory"
)

// A look that goes on from the one before finds what a look at everything finds,
// whatever was told, named, tidied away or forgotten in between.
func TestALookGoesOnFromTheLast(t *testing.T) {
	lore, err := memory.New()
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(t *rapid.T) {
		l := &looked{state: &memory.State{}, texts: map[samantha.ID]string{}, at: time.Date(2026, 1, 1, 9, 0, 0, 0, time.UTC)}
		kept := lore.Matters()
		for range rapid.IntRange(1, 60).Draw(t, "steps") {
			switch step := rapid.IntRange(0, 19).Draw(t, "step"); {
			case step == 0 && len(l.state.Scenes) > 0:
				l.state.Scenes = l.state.Scenes[1:]
			case step == 1 && len(l.state.Scenes) > 0:
				gone := rapid.SampledFrom(l.state.Scenes).Draw(t, "gone").ID
				l.texts[gone] = ""
				l.state.Mask([]samantha.ID{gone})
			case step < 4:
				l.look(t, lore, kept)
			default:
				l.tell(t)
			}
		}
		l.look(t, lore, kept)
	})
}

// looked is a life that somebody looks at now and then.
type looked struct {
	state *memory.State
	texts map[samantha.ID]string
	at    time.Time
	seq   uint64
}

func (l *looked) apply(b samantha.Body) {
	l.seq++
	l.state.Apply(samantha.Event{Seq: l.seq, ID: samantha.NewID(l.seq), At: l.at, Body: b})
}

func (l *looked) text(id samantha.ID) string { return l.texts[id] }

func (l *looked) tell(t *rapid.T) {
	one := func(name string, of ...string) string { return rapid.SampledFrom(of).Draw(t, name) }
	l.at = l.at.Add(time.Duration(rapid.SampledFrom([]int{1, 3, 40, 800}).Draw(t, "hours")) * time.Hour)
	text := one("text", "we had a row", "she left me because of the money", "the hip operation went well", "it is over now", "I passed the exam", "Mara and I both ended it", "the boat again")
	told := samantha.HeardWords{Text: text, Hearing: samantha.Hearing{Acts: []samantha.Act{{Kind: one("act", "tell.hard", "tell.good", "tell.feeling", "tell.bit")}}}}
	if name := one("who", "", "Mara", "Piet", "sister", "brother"); name == "sister" || name == "brother" {
		told.Hearing.People = []samantha.Mention{{Relation: name}}
	} else if name != "" {
		told.Hearing.People = []samantha.Mention{{Name: name}}
	}
	if thing := one("thing", "", "the boat", "the hip", "a day"); thing != "" {
		told.Hearing.Topics = []samantha.Topic{{Text: thing, Sort: "it"}}
	}
	if of := one("fact", "", "", "", "sister", "brother"); of != "" {
		told.Facts = []samantha.Fact{{Of: of, Slot: "name", Value: one("name", "Mara", "Piet")}}
	}
	l.texts[samantha.NewID(l.seq+1)] = text
	l.apply(&samantha.Heard{Words: told})
}

// look compares what is due by both looks, and tells it.
func (l *looked) look(t *rapid.T, lore *memory.Lore, kept *memory.Matters) {
	due := kept.Due(l.state, time.UTC, l.text)
	if d := cmp.Diff(lore.Matters().Due(l.state, time.UTC, l.text), due); d != "" {
		t.Fatalf("going on from the last look it is otherwise:\n%s", d)
	}
	for _, d := range due {
		if telling, ok := lore.Tell(d, memory.Teller{Text: l.text, Felt: l.text, Now: l.at}); ok {
			l.apply(telling)
		}
	}
}
