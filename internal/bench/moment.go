package bench

import (
	"context"
	"fmt"
	"math/rand/v2"
	"time"

	"samantha"
	"samantha/internal/bench/madeup"
	"samantha/internal/house/life/inmem"
	"samantha/internal/mind"
)

// MomentReport is how long she thinks: steps 1 to 5 of a moment, without the
// fsync, at a number of memories.
type MomentReport struct {
	P50      float64 `json:"p50_ms"`
	P99      float64 `json:"p99_ms"`
	Memories int     `json:"memories"`
}

// String is the report for a person.
func (r MomentReport) String() string {
	return fmt.Sprintf("%d memories: she thinks %.2f ms (p50), %.2f ms (p99)\n", r.Memories, r.P50, r.P99)
}

// timedMoments is how many moments are timed.
const timedMoments = 1000

// Moment gives a mind a past of so many memories in a vocabulary of a few
// thousand words, some of them much commoner than others, and times what
// follows.
func Moment(ctx context.Context, memories int, speaker samantha.Speaker) (MomentReport, error) {
	chance := rand.New(rand.NewPCG(1, uint64(memories)))
	log := inmem.New()
	if err := past(ctx, log, memories, chance); err != nil {
		return MomentReport{}, fmt.Errorf("a past: %w", err)
	}
	m, err := mind.Open(ctx, mind.Options{Log: log, Speaker: speaker, Clock: &Clock{now: sampleDraft(uint64(memories) + 9).At}, Stopwatch: time.Now})
	if err != nil {
		return MomentReport{}, err
	}
	defer m.Close(ctx)
	var thought []time.Duration
	for len(thought) < timedMoments {
		r, err := m.Hear(ctx, samantha.Utterance{Text: "I " + madeup.Words(12, chance), Origin: samantha.OriginPerson}, func(samantha.Clause) error { return nil })
		if err != nil {
			return MomentReport{}, err
		}
		if !r.Partial { // the older memories are at hand
			thought = append(thought, r.Took.Think)
		}
	}
	s := spread(thought)
	return MomentReport{P50: s.P50, P99: s.P99, Memories: memories}, nil
}

// past is a birth and n memories.
func past(ctx context.Context, log samantha.Log, n int, chance *rand.Rand) error {
	drafts := []samantha.Draft{{At: sampleDraft(1).At, Origin: samantha.OriginHouse, Body: &samantha.Born{Numbers: samantha.BornNumbers{Seed: 7, Zone: "UTC"}}}}
	for i := range n {
		body := &samantha.Heard{Numbers: sampleNumbers(1)}
		body.Numbers.Zone, body.Words.Text = "UTC", "I "+madeup.Words(12, chance)
		drafts = append(drafts, samantha.Draft{At: sampleDraft(uint64(i) + 2).At, Origin: samantha.OriginPerson, Body: body})
	}
	_, err := log.Append(ctx, drafts...)
	return err
}
