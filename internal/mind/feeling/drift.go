package feeling

import (
	"math"
	"slices"
	"time"

	"samantha"
)

// How a mood moves between two moments (ALMA, Gebhard 2005, with speeds for a
// companion: ALMA's minutes are a game's). All by judgement.
const (
	moodHalfLife = 12.0 // hours: half the way home
	pullHalfLife = 2.0  // hours: half the way to what is felt in full
	mostPush     = 0.1  // an hour, of what is felt in full
	cell         = 30 * time.Minute
)

// MoodAt is the mood at a time: what the last moment left, on its way home and
// drawn by what she still feels. A mood that does not lie as far out as her
// feelings is pulled towards them; one that lies beyond them, in their octant, is
// pushed on: the longer it goes on, the more it marks her.
//
// What she feels is looked at once in each half hour of the clock and holds for
// it; within, the way is worked out in closed form. So it does not matter how
// often one looks.
func (h *Heart) MoodAt(s State, at time.Time) samantha.Mood {
	rest := s.home()
	if s.At.IsZero() {
		return rest
	}
	m, now := s.Mood, s.At
	for now.Before(at) {
		start := now.Truncate(cell)
		to, strength := h.center(s.Felt, start)
		if strength == 0 {
			return rounded(homewards(m, rest, hours(now, at)))
		}
		end := start.Add(cell)
		if end.After(at) {
			end = at
		}
		m, now = onwards(m, to, rest, strength, hours(now, end)), end
	}
	return rounded(m)
}

func hours(from, to time.Time) float64 { return to.Sub(from).Hours() }

// center is the middle of what she feels at a time, by intensity, and how strong
// it is together, 0..1. Liking and love are no episodes: they stand in no mood.
func (h *Heart) center(felt []Kept, at time.Time) (samantha.Mood, float64) {
	var c samantha.Mood
	total := 0.0
	for _, k := range felt {
		if disposition(k.Emotion) {
			continue
		}
		left := k.Feeling.At(max(0, at.Sub(k.At)))
		if left < faintest {
			continue
		}
		to := h.weighsAs(k, at)
		c.P += float64(to.P * left)
		c.A += float64(to.A * left)
		c.D += float64(to.D * left)
		total += left
	}
	if total == 0 {
		return c, 0
	}
	return samantha.Mood{P: c.P / total, A: c.A / total, D: c.D / total}, min(1, total)
}

// cools is how long a hurt is hot (judgement).
const cools = 3 * time.Hour

// weighsAs is what a feeling does to the mood and the voice. What was hot in the
// moment is heavy the day after: a hurt that has cooled weighs as distress does.
func (h *Heart) weighsAs(k Kept, at time.Time) samantha.Mood {
	if at.Sub(k.At) > cools && h.Hurt(k) {
		return h.pad[distress]
	}
	return h.pad[k.Emotion]
}

// stillHeard is the P below which a mood is heard as low.
const stillHeard = -0.2

// Rhythm is the mood that her lines go by: a hurt that she shows outweighs a good
// mood until it has passed.
func (h *Heart) Rhythm(s State, at time.Time) samantha.Mood {
	m := h.MoodAt(s, at)
	for _, k := range s.Now(at) {
		if h.Hurt(k) && k.Shown >= leastFelt {
			m.P = min(m.P, stillHeard)
		}
	}
	return m
}

func disposition(e samantha.Emotion) bool {
	return slices.Contains([]samantha.Emotion{liking, disliking, love, hate}, e)
}

// A way is how a mood moves while what is felt stays as it is.
type way int

const (
	wayHome way = iota // by itself
	wayTo              // towards what she feels
	wayOn              // beyond it, further on
)

// wayOf is how a mood moves that has feelings with their center at c.
func wayOf(m, c samantha.Mood) way {
	far := length(c)
	switch along := (float64(m.P*c.P) + float64(m.A*c.A) + float64(m.D*c.D)) / far; {
	case far == 0:
		return wayHome
	case along < far:
		return wayTo
	case octant(m) == octant(c):
		return wayOn
	}
	return wayHome
}

// onwards is a mood after so many hours of feelings with their center at c; rest
// is where it is at home. Where another way begins, it goes on by that one from
// there, so that a look in between changes nothing.
func onwards(m, c, rest samantha.Mood, strength, hours float64) samantha.Mood {
	for range mostTurns {
		w := wayOf(m, c)
		end := w.drawn(m, c, rest, strength, hours)
		if wayOf(end, c) == w {
			return end
		}
		turn := w.turn(m, c, rest, strength, hours)
		m, hours = w.drawn(m, c, rest, strength, turn), hours-turn
	}
	return wayOf(m, c).drawn(m, c, rest, strength, hours)
}

// How often a mood turns within a cell at most, and how often the time until a
// turn is halved to find it: to far less than a second.
const (
	mostTurns = 4
	halvings  = 40
)

// turn is after how many hours another way has begun.
func (w way) turn(m, c, rest samantha.Mood, strength, hours float64) float64 {
	before, after := 0.0, hours
	for range halvings {
		middle := (before + after) / 2
		if wayOf(w.drawn(m, c, rest, strength, middle), c) == w {
			before = middle
		} else {
			after = middle
		}
	}
	return after
}

// drawn is a mood after so many hours on one way.
func (w way) drawn(m, c, rest samantha.Mood, strength, hours float64) samantha.Mood {
	pull := float64(strength * math.Ln2 / pullHalfLife)
	axis := func(x, to, rest float64) float64 {
		switch w {
		case wayTo:
			return towards(x, to, pull, rest, hours)
		case wayOn:
			push := float64(strength * mostPush * math.Abs(to) / length(c))
			return towards(x, math.Copysign(1, to), push, rest, hours)
		}
		return towards(x, 0, 0, rest, hours)
	}
	return samantha.Mood{P: axis(m.P, c.P, rest.P), A: axis(m.A, c.A, rest.A), D: axis(m.D, c.D, rest.D)}
}

// towards is x after so many hours of being drawn to c at a rate, and home at
// that of the mood: the solution of dx/dt = rate (c-x) + home (rest-x).
func towards(x, c, rate, rest, hours float64) float64 {
	back := math.Ln2 / moodHalfLife
	end := (float64(rate*c) + float64(back*rest)) / (rate + back)
	return end + float64((x-end)*math.Exp(-float64((rate+back)*hours)))
}

// homewards is a mood after so many hours in which nothing is felt.
func homewards(m, rest samantha.Mood, hours float64) samantha.Mood {
	return samantha.Mood{P: towards(m.P, 0, 0, rest.P, hours), A: towards(m.A, 0, 0, rest.A, hours), D: towards(m.D, 0, 0, rest.D, hours)}
}

func length(m samantha.Mood) float64 {
	return math.Sqrt(float64(m.P*m.P) + float64(m.A*m.A) + float64(m.D*m.D))
}

func rounded(m samantha.Mood) samantha.Mood {
	return samantha.Mood{P: samantha.Round(bounded(m.P)), A: samantha.Round(bounded(m.A)), D: samantha.Round(bounded(m.D))}
}

// octant is the signs of a mood: "+-+".
func octant(m samantha.Mood) string {
	sign := func(x float64) string {
		if x < 0 {
			return "-"
		}
		return "+"
	}
	return sign(m.P) + sign(m.A) + sign(m.D)
}

// undecided is how near to zero the sign of a dimension says nothing (judgement:
// else noise would flip the word).
const undecided = 0.05

// MoodWord names a mood for who looks at the record, "moderately exuberant", or
// "even" (Mehrabian's octants, ALMA's strengths). She never says it.
func (h *Heart) MoodWord(m samantha.Mood) string {
	if min(math.Abs(m.P), math.Abs(m.A), math.Abs(m.D)) < undecided {
		return "even"
	}
	strength := "fully"
	switch far := samantha.Round(length(m) / math.Sqrt(3)); {
	case far <= samantha.Round(1.0/3):
		strength = "slightly"
	case far <= samantha.Round(2.0/3):
		strength = "moderately"
	}
	return strength + " " + h.moods[octant(m)]
}
