package feeling

import (
	"cmp"
	"math"
	"slices"
	"time"

	"samantha"
)

// State is what is folded of her feelings: plain data, no rules.
type State struct {
	Felt    []Kept          `json:"felt,omitempty"`
	Goals   []samantha.Goal `json:"goals,omitempty"`
	Mood    samantha.Mood   `json:"mood"`
	At      time.Time       `json:"at"`                // of the last moment
	Drift   samantha.Traits `json:"drift,omitzero"`    // how far her traits are from those she was born with
	Tone    float64         `json:"tone,omitempty"`    // the valence that was last read of the person
	Held    []Held          `json:"held,omitempty"`    // how she holds matters of theirs to end
	Toward  []Toward        `json:"toward,omitempty"`  // how she has come to think of others
	Learned []Learned       `json:"learned,omitempty"` // readings this person put right
	Carries []Carried       `json:"carries,omitempty"` // questions about herself
	Past    []Was           `json:"past,omitempty"`    // what she felt, also where it is over, oldest first
}

// Kept is a feeling with its id and the time that its intensity is of.
type Kept struct {
	ID samantha.ID `json:"id"`
	At time.Time   `json:"at"`
	samantha.Feeling
	Arose float64 `json:"arose,omitempty"` // the intensity it arose with, if nights softened it since
}

const (
	// faintest is the intensity below which a feeling is over.
	faintest = 0.02
	// mostKept is how many feelings outlive a look at which are over, and twice
	// as many bring one about; the weakest go first.
	mostKept = 24
)

// Apply folds one event. It takes what was decided and decides nothing, and it
// needs no words, so a forgotten moment leaves what it left in her.
func (s *State) Apply(e samantha.Event) {
	if n, ok := e.Body.(*samantha.Night); ok {
		s.softened(n.Numbers.Softened)
	}
	b, ok := e.Body.(*samantha.Heard)
	if !ok {
		return
	}
	if len(b.Numbers.Eased) > 0 {
		s.Felt = slices.DeleteFunc(s.Felt, func(k Kept) bool { return slices.Contains(b.Numbers.Eased, k.ID) })
	}
	s.lay(b.Numbers.Laid, e.At)
	s.weaken(b.Numbers.Seen, reappraised)
	for i, f := range b.Numbers.Felt {
		kept := Kept{ID: e.ID.Part("felt", i+1), At: e.At, Feeling: f}
		s.Felt = append(s.Felt, kept)
		s.pass(kept)
		switch {
		case ofSomebody(f.Of):
			s.turn(f, e.At)
		case f.Of != "":
			s.hold(f)
		}
	}
	s.carry(e, b.Numbers.Wonders)
	s.learn(b.Numbers.Misread)
	if len(s.Felt) >= 2*mostKept { // now and then: a fold is too quick to look at each event
		s.Felt = strongest(s.Felt, e.At)
	}
	if len(b.Numbers.Goals) > 0 {
		s.Goals = b.Numbers.Goals
	}
	s.Mood, s.At, s.Tone = b.Numbers.Mood, e.At, b.Numbers.Reading.Valence
}

// lay ends the dwelling on feelings whose matter is closed: from now on they
// fade as others do.
func (s *State) lay(ids []samantha.ID, at time.Time) {
	for i := range s.Felt {
		k := &s.Felt[i]
		if !slices.Contains(ids, k.ID) || k.Dwells == 0 || k.Intensity == 0 {
			continue
		}
		left := k.left(at)
		k.Shown = samantha.Round(k.Shown * left / k.Intensity)
		k.Intensity, k.At = left, at
		k.HalfLife, k.Dwells = samantha.Round(k.HalfLife/(1+k.Dwells)), 0
	}
}

// reappraised is what is left of a feeling whose cause she sees otherwise
// (judgement).
const reappraised = 0.6

// weaken leaves a share of some feelings, felt and shown.
func (s *State) weaken(ids []samantha.ID, share float64) {
	for i := range s.Felt {
		if k := &s.Felt[i]; slices.Contains(ids, k.ID) {
			k.Intensity, k.Shown = samantha.Round(k.Intensity*share), samantha.Round(k.Shown*share)
		}
	}
}

// toneHalfLife is how long half of a tone stays in the air, in hours
// (judgement).
const toneHalfLife = 0.2

// ToneAt is what is left of how the person last sounded, -1..1.
func (s State) ToneAt(at time.Time) float64 {
	return samantha.Round(s.Tone * math.Exp2(-max(0, at.Sub(s.At).Hours())/toneHalfLife))
}

// by are the feelings that came by one of the rules.
func (s *State) by(rules []string) []samantha.ID {
	var ids []samantha.ID
	for _, k := range s.Felt {
		if slices.Contains(rules, k.Rule) {
			ids = append(ids, k.ID)
		}
	}
	return ids
}

// Without is the state with some feelings gone.
func (s State) Without(ids []samantha.ID) State {
	s.Felt = slices.DeleteFunc(slices.Clone(s.Felt), func(k Kept) bool { return slices.Contains(ids, k.ID) })
	return s
}

// strongest are those with most left, at most [mostKept] and none that is over,
// the newest of equals, strongest first.
func strongest(felt []Kept, at time.Time) []Kept {
	type still struct {
		Kept
		left float64
	}
	var all []still
	for _, k := range slices.Backward(felt) {
		if left := k.left(at); left >= faintest {
			all = append(all, still{k, left})
		}
	}
	slices.SortStableFunc(all, func(a, b still) int { return cmp.Compare(b.left, a.left) })
	kept := make([]Kept, 0, 2*mostKept)
	for _, k := range all[:min(len(all), mostKept)] {
		kept = append(kept, k.Kept)
	}
	return kept
}

// left is how much of the feeling is left.
func (k *Kept) left(at time.Time) float64 { return k.Feeling.At(at.Sub(k.At)) }

// Now are the feelings she has at a time, strongest first, ties by id. Their
// intensity is that of now and their time is now: what fades by half-lives does
// not remember when it began. Feelings of one kind about one goal are one
// feeling, under the id of the strongest.
func (s State) Now(at time.Time) []Kept {
	lefts, still := make([]float64, 0, 2*mostKept), 0 // most are over
	for i := range s.Felt {
		left := s.Felt[i].left(at)
		if lefts = append(lefts, left); left >= faintest {
			still++
		}
	}
	now := make([]Kept, 0, still)
	for i, left := range lefts {
		if left < faintest {
			continue
		}
		k := s.Felt[i]
		k.Shown = samantha.Round(k.Shown * left / k.Intensity)
		k.Intensity, k.At = left, at
		now = append(now, k)
	}
	slices.SortFunc(now, stronger)
	return joined(now)
}

// arose is a feeling with the time at which it arose.
func (s State) arose(k Kept) Kept {
	for _, f := range s.Felt {
		if f.ID == k.ID {
			k.At = f.At
			break
		}
	}
	return k
}

func stronger(a, b Kept) int {
	return cmp.Or(cmp.Compare(b.Intensity, a.Intensity), cmp.Compare(a.ID, b.ID))
}

// joined makes one of the feelings that are the same in kind and goal, in the place of the list.
func joined(sorted []Kept) []Kept {
	out := sorted[:0]
	for _, k := range sorted {
		same := func(o Kept) bool { return o.Emotion == k.Emotion && o.Goal == k.Goal && o.Of == k.Of }
		i := slices.IndexFunc(out, same)
		if i < 0 {
			out = append(out, k)
			continue
		}
		out[i].Intensity = combine(out[i].Intensity, k.Intensity)
		out[i].Shown = min(out[i].Intensity, combine(out[i].Shown, k.Shown))
	}
	slices.SortFunc(out, stronger)
	return out
}

// combine is two feelings of one kind felt together: hardly more than the
// stronger, and never more than their sum. Log-sum-exp on a scale of ten, which
// FAtiMA defines and never calls; on 0..1 the raw formula would more than
// double.
func combine(a, b float64) float64 {
	x := math.Log(math.Exp(10*a)+math.Exp(10*b)) / 10
	return samantha.Unit(min(x, a+b))
}
