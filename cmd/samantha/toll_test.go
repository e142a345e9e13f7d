package main

import (
	"context"
	"net/http"
	"testing"

	"samantha"
)

// TestEachThingThatLeavesHasItsOwnReason: an answer, what is gone over at night and a look
// go the same way, and each is noted as what it was.
func TestEachThingThatLeavesHasItsOwnReason(t *testing.T) {
	r, _ := atNight(t, func(http.ResponseWriter, *http.Request) {})
	m := newModel(t)
	ask := func(ctx context.Context, usual string) samantha.LeftNumbers {
		t.Helper()
		w := wish{URL: m.away()}
		host := "0.0.0.0:" + m.URL[len("http://127.0.0.1:"):]
		w.allowed = host
		way, err := newToll(w, usual)
		if err != nil {
			t.Fatal(err)
		}
		q, err := http.NewRequestWithContext(ctx, http.MethodGet, m.away()+"/models", nil)
		if err != nil {
			t.Fatal(err)
		}
		answer, err := way.client().Do(q)
		if err != nil {
			t.Fatal(err)
		}
		answer.Body.Close()
		if err := way.note(t.Context(), r.mind); err != nil {
			t.Fatal(err)
		}
		left, err := r.mind.Left(t.Context())
		if err != nil || len(left) == 0 {
			t.Fatalf("%d noted, %v", len(left), err)
		}
		return left[len(left)-1].LeftNumbers
	}
	for _, c := range []struct {
		usual, why, what string
		ctx              context.Context
	}{
		{samantha.WhyAnswer, samantha.WhyAnswer, "words", t.Context()},
		{samantha.WhyAnswer, samantha.WhyNight, "words", withPurpose(t.Context(), samantha.WhyNight)},
		{samantha.WhyLook, samantha.WhyLook, "a look whether it is there", t.Context()},
	} {
		if got := ask(c.ctx, c.usual); got.Why != c.why || got.What != c.what || got.Bytes == 0 || got.Address == "" {
			t.Errorf("%s: %+v", c.why, got)
		}
	}
}
