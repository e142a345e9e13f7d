package memory

import (
	"fmt"
	"slices"
	"time"

	"samantha"
)

// proposed keeps what a model took from a memory, as of when that was told.
func (s *State) proposed(e samantha.Event, b *samantha.Proposed) {
	at, model, told := e.At, b.Numbers.Model, samantha.ID("")
	if !b.Numbers.Told.IsZero() {
		at = b.Numbers.Told
	}
	if len(b.Numbers.Sources) > 0 {
		told = b.Numbers.Sources[0]
	}
	for i, f := range b.Words.Facts {
		s.Facts = append(s.Facts, Fact{Fact: f, ID: e.ID.Part("fact", i+1), At: at, Model: model, Memory: told})
	}
	for i, t := range b.Words.Threads {
		s.Threads, s.lately = append(s.Threads, Thread{Thread: t, ID: e.ID.Part("thread", i+1), At: at, Model: model, Memory: told}), nil
	}
	if r := b.Words.Reading; r != nil {
		s.guess(told, Guess{ID: e.ID, Model: model, Reading: *r})
	}
}

// Guess is what a model takes a scene to have felt like. It stands beside her own reading,
// and never in its place.
type Guess struct {
	ID    samantha.ID `json:"id"`
	Model string      `json:"model"`
	samantha.Reading
}

// guess puts a model's reading beside a scene.
func (s *State) guess(told samantha.ID, g Guess) {
	for i := range s.Scenes {
		if s.Scenes[i].ID == told {
			s.Scenes[i].Guess = &g
		}
	}
}

// Guessed is what a model takes a moment to have felt like, if one does.
func (s *State) Guessed(told samantha.ID) (Guess, bool) {
	for _, c := range s.Scenes {
		if c.ID == told && c.Guess != nil {
			return *c.Guess, true
		}
	}
	return Guess{}, false
}

// Sounds is how a scene sounded, -1..1: by her own reading, and where she had none by a
// model's.
func (c Scene) Sounds() float64 {
	if c.Valence == 0 && c.Guess != nil {
		return c.Guess.Valence
	}
	return c.Valence
}

// retire takes out one thing. A proposal is noted, so that it does not come back with the
// next reading of the same memory.
func (s *State) retire(target samantha.ID) {
	f, ok := s.Fact(target)
	s.drop(func(id samantha.ID) bool { return id == target })
	if ok && f.Memory != "" {
		s.Declined = append(s.Declined, f)
	}
}

// Told is the memory in which a fact, or a thread, was told: that which a model took it from, or the
// moment that an id is a part of.
func (s *State) Told(id samantha.ID) samantha.ID {
	for _, f := range s.Facts {
		if f.Memory != "" && f.ID.Event() == id.Event() {
			return f.Memory
		}
	}
	for _, t := range s.Threads {
		if t.Memory != "" && t.ID.Event() == id.Event() {
			return t.Memory
		}
	}
	return id.Event()
}

// From are the events behind facts, and the memories from which a model took them.
func (s *State) From(facts []samantha.ID) []samantha.ID {
	var from []samantha.ID
	for _, id := range facts {
		for _, id := range []samantha.ID{id.Event(), s.Told(id)} {
			if !slices.Contains(from, id) {
				from = append(from, id)
			}
		}
	}
	return from
}

// Adds says why a fact that a model took from a memory adds nothing to what is known, as
// an error of kind [samantha.ErrInvalid], or nil; told is when the memory was told. What
// was proposed once is not kept twice, whatever became of it since.
func (s *State) Adds(f samantha.Fact, from samantha.ID, told time.Time) error {
	refuse := func(format string, args ...any) error {
		return fmt.Errorf(format+": %w", append(args, samantha.ErrInvalid)...)
	}
	before := func(o Fact) bool { return o.Memory == from && o.is(Fact{Fact: f}) }
	if slices.ContainsFunc(s.Declined, before) {
		return refuse("it was proposed before, and you took it out")
	}
	if i := slices.IndexFunc(s.Facts, before); i >= 0 {
		return refuse("it was kept before, as %s", s.Facts[i].ID)
	}
	for _, k := range s.about(f.Of) {
		alike := Same(k.Value, f.Value)
		switch {
		case alike && k.Slot == opposite(f.Slot) && k.Holds():
			return refuse("%s says the contrary", k.ID)
		case !slices.Contains(oneMatter(f.Slot), k.Slot):
		case k.Until.After(told) && (alike || Single(f.Slot)):
			return refuse("by %s it is over", k.By)
		case k.Slot != f.Slot:
		case alike:
			return refuse("it is known already, by %s", k.ID)
		case slices.ContainsFunc(k.Was, func(c Closed) bool { return Same(c.Value, f.Value) }), Single(f.Slot) && k.Holds() && !k.Beside:
			return refuse("it is %q, by %s", k.Value, k.ID)
		}
	}
	return nil
}

// free: nothing that is known stands where a fact would: not its like, which a model's
// word makes no surer, nor its contrary, nor another value where one holds. A model's word
// closes nobody's.
func (j *joining) free(f stated) bool {
	contrary := f.Fact.Fact
	contrary.Slot = opposite(f.Slot)
	_, same := j.byValue[f.value]
	_, against := j.byValue[j.value(contrary)]
	_, other := j.bySlot[f.slot]
	return !same && !other && !(against && contrary.Slot != "")
}
