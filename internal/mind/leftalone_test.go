package mind_test

import (
	"context"
	"iter"
	"slices"
	"strings"
	"testing"
	"time"

	"samantha"
	"samantha/internal/house/life/inmem"
)

// listener is a Speaker that shows what is around a moment.
type listener struct{ around *samantha.Around }

func (listener) Name() string { return "listener" }
func (listener) Version() int { return 1 }
func (l listener) Speak(_ context.Context, m samantha.Moment) iter.Seq2[samantha.Clause, error] {
	return func(yield func(samantha.Clause, error) bool) {
		*l.around = m.Around
		yield(samantha.Clause{Text: "Mm."}, nil)
	}
}

// TestWhoIsLeftAloneStandsBeforeNoModel: however it was asked for, neither what was told of
// somebody, nor the asking, nor her promise is in a list that a model sees.
func TestWhoIsLeftAloneStandsBeforeNoModel(t *testing.T) {
	for _, asked := range []string{
		"don't mention my ex Theo", "don't mention my ex, Theo", "don't talk about my ex Theo, it hurts", "never bring up my old boss Theo",
	} {
		k := begin(t, inmem.New())
		for _, text := range []string{"hi, I'm Ana", "Theo phoned me again yesterday and I hated it", asked, "I keep bees on the roof of the house"} {
			k.say(text)
		}
		var around samantha.Around
		if _, err := k.mind.Through(t.Context(), samantha.Utterance{Text: "the phone rang again yesterday", Origin: samantha.OriginPerson}, listener{&around}); err != nil {
			t.Fatal(err)
		}
		reading, err := k.mind.Reading(t.Context(), 20)
		if err != nil || reading.Withheld != 2 {
			t.Errorf("%s: withheld %d, %v", asked, reading.Withheld, err)
		}
		for _, x := range slices.Concat(around.Self, around.Story, around.Talk, around.Recall, reading.Memories) {
			if strings.Contains(x.Text, "Theo") {
				t.Errorf("%s: before a model stands %q", asked, x.Text)
			}
		}
		k.must(k.mind.Lend(t.Context(), here))
		k.clock.at = k.clock.at.Add(5 * time.Hour)
		if _, err := k.mind.Night(t.Context()); err != nil {
			t.Fatal(err)
		}
		k.portions(func(p samantha.Portion) samantha.Proposals {
			for _, text := range p.Hers {
				p.Told = append(p.Told, samantha.Memory{Text: text})
			}
			for _, x := range p.Told {
				if strings.Contains(x.Text, "Theo") {
					t.Errorf("%s: at night %q", asked, x.Text)
				}
			}
			return samantha.Proposals{}
		})
	}
}
