package self

import (
	"math"
	"time"

	"samantha"
)

// How far a trait may move, counted in both directions together so that going to
// and fro is no way around it. Interventions that people seek move a trait by
// 0.37 standard deviations in 24 weeks (Roberts et al., Psychological Bulletin
// 2017); that is the speed, a standard deviation taken as 0.33 of the scale.
const (
	WeekMost = 0.005
	YearMost = 0.132
	// AgreeableMost is how agreeable she may become: she was born near it. Above
	// it lies pleasing.
	AgreeableMost = 0.75
)

const (
	week = 7 * 24 * time.Hour
	year = 365 * 24 * time.Hour
)

// allowed is as much of a step as the limits leave, after the steps before it
// (oldest first) and from where the trait stands.
func allowed(by float64, which samantha.Trait, at time.Time, before []Step, stands float64) float64 {
	inWeek, inYear := 0.0, 0.0
	for i := len(before) - 1; i >= 0 && at.Sub(before[i].At) < year; i-- {
		if before[i].Trait != which {
			continue
		}
		inYear += math.Abs(before[i].By)
		if at.Sub(before[i].At) < week {
			inWeek += math.Abs(before[i].By)
		}
	}
	room := max(0, min(WeekMost-inWeek, YearMost-inYear))
	most := 1.0
	if which.Whole() == samantha.Agreeableness {
		most = AgreeableMost
	}
	by = max(-room, min(room, by))
	return samantha.Round(max(-1, min(most, stands+by)) - stands)
}
