package mind

import (
	"fmt"
	"slices"
	"testing"

	"samantha"
)

// TestVarietyIsOfTheLastMoments: what is to be avoided goes on from moment to moment, and is
// what one would gather anew; what was forgotten is not among it.
func TestVarietyIsOfTheLastMoments(t *testing.T) {
	s := &State{}
	for s.Moments = 1; s.Moments <= 3*varietyMoments; s.Moments++ {
		said := fmt.Sprintf("Here is a sentence that is long enough, number %d.", s.Moments)
		s.Spoken = append(s.Spoken, Spoken{Moment: s.Moments, ID: samantha.NewID(uint64(s.Moments)).Said(), Lines: []string{"a", "b"}[:s.Moments%3%2+1], Text: said})
		if s.Moments == varietyMoments+50 {
			s.Mask([]samantha.ID{samantha.NewID(varietyMoments).Said()})
		}
		lines, sentences := s.lines()
		var anew, long []string
		for i := range s.Spoken {
			if !s.stale(s.Spoken[i]) {
				anew, long = append(anew, s.Spoken[i].Lines...), append(long, samantha.LongSentences(s.Spoken[i].Text)...)
			}
		}
		if !slices.Equal(lines, anew) || !slices.Equal(sentences, long) {
			t.Fatalf("moment %d: %d lines and %d sentences, want %d and %d", s.Moments, len(lines), len(sentences), len(anew), len(long))
		}
	}
}
