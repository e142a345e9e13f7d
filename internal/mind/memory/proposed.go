package memory

import (
	"fmt"
	"slices"
	"time"

	"samantha"
)

// proposed keeps facts that a model took from a memory, as of when that was told.
func (s *State) proposed(e samantha.Event, b *samantha.Proposed) {
	at := e.At
	if !b.Numbers.Told.IsZero() {
		at = b.Numbers.Told
	}
	for i, f := range b.Words.Facts {
		kept := Fact{Fact: f, ID: e.ID.Part("fact", i+1), At: at, Model: b.Numbers.Model}
		if len(b.Numbers.Sources) > 0 {
			kept.Memory = b.Numbers.Sources[0]
		}
		s.Facts = append(s.Facts, kept)
	}
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

// Told is the memory in which a fact was told: that which a model took it from, or the
// moment that an id is a part of.
func (s *State) Told(id samantha.ID) samantha.ID {
	for _, f := range s.Facts {
		if f.Memory != "" && f.ID.Event() == id.Event() {
			return f.Memory
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
