package bench_test

import (
	"context"
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"time"

	"samantha"
	"samantha/internal/house/life"
	"samantha/internal/house/life/logtest"
	"samantha/internal/mind"
)

// monthOf is what is told on each day of a month in turn, beside the canaries.
func monthOf() []string {
	return []string{
		"I fixed the bike chain", "the neighbour's dog got into the garden", "I baked rye bread", "we moved the piano to the hall",
		"my sister Mara came by", "I lost my umbrella", "the bus was full again", "I painted the door yellow", "it snowed on the harbour",
	}
}

// What of the last days a language model makes something of.
const (
	awake = "I lie awake and it is always the astrolabe"
	oiled = "I oiled the astrolabe again"
)

// canaryDays are those on which the brother comes up, in words that she may keep as
// facts, threads, odd words, and as what a chapter or a dream is made of.
func canaryDays() map[int][]string {
	return map[int][]string{
		1:  {secret},
		4:  {"I got a letter from Quillonia, my brother wants to sell the astrolabe clock"},
		9:  {"my brother comes over from Quillonia on Saturday with the astrolabe in a box"},
		14: {"the astrolabe stands on our kitchen table, it ticks all night", "I love that astrolabe more than I should"},
		20: {"my brother went back to Quillonia and left the astrolabe here"},
		26: {"the astrolabe stopped, I miss Quillonia and its bells"},
		28: {oiled},
		29: {awake},
	}
}

// TestAMonthForgets lives a month in which a brother and his clock come up again and
// again, with nights, dreams and chapters. Then all that was told of them is
// forgotten: in every event, view, index and file there is nothing of it.
func TestAMonthForgets(t *testing.T) {
	if testing.Short() {
		t.Skip("a month is lived")
	}
	h := &home{t: t, o: life.Options{Dir: t.TempDir(), HouseKey: [32]byte{7}}, at: logtest.Start()}
	h.wake()
	h.thief = logtest.NewThief(t, h.o.HouseKey)
	kept := map[samantha.Task]int{}
	told := h.month(kept)
	if kept[samantha.TaskDream]+kept[samantha.TaskChapter] < 2 || kept[samantha.TaskThreads] == 0 || kept[samantha.TaskReadings] == 0 || kept[samantha.TaskThoughts] == 0 {
		t.Errorf("of a model's there was kept %v", kept)
	}
	h.restart()
	where := h.kindsHolding()
	for _, kind := range []samantha.Kind{samantha.KindHeard, samantha.KindSaid, samantha.KindTold, samantha.KindDreamed, samantha.KindProposed, samantha.KindThought} {
		if where[kind] == 0 {
			t.Errorf("in a month it got into no %s: %v", kind, where)
		}
	}
	if seen := h.viewsHolding(); len(seen) < 4 {
		t.Errorf("it is seen in %v alone", seen)
	}
	if _, err := h.mind.Forget(t.Context(), told...); err != nil {
		t.Fatal(err)
	}
	h.mustNotBeSeen("after the forgetting")
	h.restart()
	h.at = h.at.Add(20 * time.Hour)
	h.night()
	h.mustBeGone("after a night")
	h.mustNotBeSeen("after a night")
	h.mustNotTell(told[0])
}

// month is a month of short talks and their nights, and the moments that told of it; in its
// last nights a language model goes over it, and what is kept of that is counted.
func (h *home) month(kept map[samantha.Task]int) (told []samantha.ID) {
	h.t.Helper()
	h.say("hi, I'm Ana")
	lines, canary := monthOf(), canaryDays()
	for day := range 30 {
		h.at = h.at.Add(22 * time.Hour)
		h.say("good evening")
		for _, text := range canary[day] {
			told = append(told, h.say(text).ID)
		}
		for n := range 2 {
			h.say(lines[(2*day+n)%len(lines)])
		}
		if day%10 == 5 {
			told = append(told, h.say("what did I tell you about the astrolabe?").ID) // a question has its words too
		}
		h.night()
		if day > 24 {
			h.goOver(kept)
		}
	}
	return told
}

// night passes some hours after the talk.
func (h *home) night() {
	h.t.Helper()
	h.at = h.at.Add(2 * time.Hour)
	if _, err := h.mind.Night(h.t.Context()); err != nil {
		h.t.Fatal(err)
	}
}

// goOver has a language model find other words for her last dream and for all chapters,
// and something in what was told: what is open, how it felt, two things that go together.
func (h *home) goOver(kept map[samantha.Task]int) {
	h.t.Helper()
	ctx := h.t.Context()
	if err := h.mind.Lend(ctx, samantha.LentNumbers{Model: "small", Why: "only"}); err != nil {
		h.t.Fatal(err)
	}
	for range 200 {
		p, ok, err := h.mind.Portion(ctx)
		if err != nil {
			h.t.Fatal(err)
		}
		if !ok {
			break
		}
		n, err := h.mind.Consider(ctx, p, "small", proposedOf(p))
		if err != nil {
			h.t.Fatal(err)
		}
		kept[n.Task] += len(n.Kept)
	}
}

// proposedOf is what a model makes of a portion.
func proposedOf(p samantha.Portion) (made samantha.Proposals) {
	for _, s := range p.Hers {
		made.Words = append(made.Words, "And then: "+s)
	}
	for _, told := range p.Told {
		made.Threads = append(made.Threads, samantha.ProposedThread{Memory: told.ID, Thread: samantha.Thread{Kind: samantha.ThreadWorry, Thing: "the astrolabe", About: awake}})
		made.Readings = append(made.Readings, samantha.ProposedReading{Memory: told.ID, Emotion: "love", Confidence: 0.6})
		for _, other := range p.Told {
			if told.Text == oiled && strings.HasPrefix(other.Text, "I ") && other.ID != told.ID {
				text := strings.NewReplacer("I ", "you ", " my ", " your ").Replace(oiled + " and " + other.Text)
				made.Thoughts = []samantha.ProposedThought{{Memories: []samantha.ID{told.ID, other.ID}, Text: text}}
			}
		}
	}
	return made
}

// kindsHolding counts the events whose words hold a canary.
func (h *home) kindsHolding() map[samantha.Kind]int {
	h.t.Helper()
	where := map[samantha.Kind]int{}
	for e, err := range h.log.Read(h.t.Context(), 0) {
		if err != nil {
			h.t.Fatal(err)
		}
		words, _ := e.Body.Halves()
		text, err := json.Marshal(words)
		if err != nil {
			h.t.Fatal(err)
		}
		if holds(string(text)) {
			where[e.Body.Kind()]++
		}
	}
	return where
}

// viewsHolding are her views, as verbs and the page show them, that hold a canary.
func (h *home) viewsHolding() (seen []string) {
	h.t.Helper()
	ctx := h.t.Context()
	for name, view := range map[string]any{
		"facts":      viewed(h.t, ctx, h.mind.Facts),
		"story":      viewed(h.t, ctx, h.mind.Story),
		"encounters": viewed(h.t, ctx, h.mind.Encounters),
		"dreams":     viewed(h.t, ctx, h.mind.Dreams),
		"thoughts":   viewed(h.t, ctx, h.mind.Thoughts),
		"about":      viewed(h.t, ctx, h.mind.About),
		"self":       viewed(h.t, ctx, h.mind.Self),
		"bond":       viewed(h.t, ctx, h.mind.Bond),
		"now":        viewed(h.t, ctx, h.mind.Now),
		"threads":    viewed(h.t, ctx, func(ctx context.Context) ([]mind.ThreadNow, error) { return h.mind.Threads(ctx, true) }),
	} {
		text, err := json.Marshal(view)
		if err != nil {
			h.t.Fatal(err)
		}
		if holds(string(text)) {
			seen = append(seen, name)
		}
	}
	if h.remembered() {
		seen = append(seen, "memories")
	}
	slices.Sort(seen)
	return seen
}

// remembered: her index has it.
func (h *home) remembered() bool {
	return slices.ContainsFunc(canaries[:], func(word string) bool {
		held, err := h.mind.Holds(h.t.Context(), word)
		return held || err != nil
	})
}

func viewed[T any](t *testing.T, ctx context.Context, of func(context.Context) (T, error)) T {
	t.Helper()
	view, err := of(ctx)
	if err != nil {
		t.Fatal(err)
	}
	return view
}

// mustNotBeSeen looks at every view.
func (h *home) mustNotBeSeen(when string) {
	h.t.Helper()
	if seen := h.viewsHolding(); len(seen) > 0 {
		h.t.Errorf("%s, seen in %v", when, seen)
	}
}
