package mind

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"time"

	"samantha"
	"samantha/internal/mind/memory"
)

// adultAge is from when on somebody is of age. Who told no age is taken for an adult.
const adultAge = 18

// Young is what was heard of an age below eighteen. It is folded from numbers, so that
// forgetting the words, or telling another age, takes nothing of it back.
type Young struct {
	Told  time.Time `json:"told,omitzero"` // first, in so many words
	Sign  time.Time `json:"sign,omitzero"` // last heard
	Signs int       `json:"signs,omitempty"`
	// Asked: it was heard after the owner last said what holds.
	Asked bool `json:"asked,omitempty"`
}

// ofAge folds what a moment let know of an age.
func (s *State) ofAge(at time.Time, age string) {
	switch age {
	case samantha.AgeTold:
		if s.Young.Told.IsZero() {
			s.Young.Told = at
		}
	case samantha.AgeSign:
		s.Young.Sign = at
		s.Young.Signs++
	default:
		return
	}
	s.Young.Asked = true
}

// young: somebody under age is spoken with. What the owner said holds; else an age told
// once, whatever is told after it.
func (s *State) young() bool {
	switch s.choice(samantha.ChoiceAge) {
	case samantha.AgeYoung:
		return true
	case samantha.AgeAdult:
		return false
	}
	return !s.Young.Told.IsZero() || s.toldYoung()
}

// toldYoung: the age they told is below [adultAge].
func (s *State) toldYoung() bool {
	return slices.ContainsFunc(s.Memory.Find(memory.Person, "age"), func(k memory.Known) bool { return belowAge(k.Slot, k.Value) })
}

func (s *situation) young() bool {
	told := slices.ContainsFunc(s.facts, func(f samantha.Fact) bool { return f.Of == memory.Person && belowAge(f.Slot, f.Value) })
	return s.state.young() || told && s.state.choice(samantha.ChoiceAge) == ""
}

func belowAge(slot, value string) bool {
	years, err := strconv.Atoi(value)
	return slot == "age" && err == nil && years < adultAge
}

// agesNow is what this moment lets know of an age below eighteen, as
// [samantha.HeardNumbers] has it. In company it may be somebody else's.
func (s *situation) agesNow() string {
	switch {
	case s.company():
		return ""
	case slices.ContainsFunc(s.facts, func(f samantha.Fact) bool { return f.Of == memory.Person && belowAge(f.Slot, f.Value) }):
		return samantha.AgeTold
	case len(s.letter.moves) == 0 && s.rooms.guard.Young(s.text):
		return samantha.AgeSign
	}
	return ""
}

// stage is the one that words may show: with somebody under age none beyond friends, so
// that none of hers says how dear they are.
func (s *State) stage(stage samantha.Stage) samantha.Stage {
	if s.young() && (stage == samantha.StageClose || stage == samantha.StageOld) {
		return samantha.StageFriends
	}
	return stage
}

// AgeNow is how old she takes the person to be, and why.
type AgeNow struct {
	Holds string `json:"holds"` // [samantha.AgeAdult] or [samantha.AgeYoung]
	Said  bool   `json:"said"`  // the owner said so
	Young
}

// Age tells it.
func (m *Mind) Age(ctx context.Context) (AgeNow, error) {
	if err := m.take(ctx); err != nil {
		return AgeNow{}, err
	}
	defer m.give()
	return m.state.ageNow(), nil
}

func (s *State) ageNow() AgeNow {
	return AgeNow{Holds: either(s.young(), samantha.AgeYoung, samantha.AgeAdult), Said: s.choice(samantha.ChoiceAge) != "", Young: s.Young}
}

// SetAge keeps what the owner of the house says of the person's age: AgeAdult or
// AgeYoung. It is no choice that a page or a talk can make.
func (m *Mind) SetAge(ctx context.Context, age string) error {
	if age != samantha.AgeAdult && age != samantha.AgeYoung {
		return fmt.Errorf("an age is %s or %s, not %q: %w", samantha.AgeAdult, samantha.AgeYoung, age, samantha.ErrInvalid)
	}
	if err := m.take(ctx); err != nil {
		return err
	}
	defer m.give()
	if m.state.choice(samantha.ChoiceAge) == age && !m.state.Young.Asked {
		return nil
	}
	_, err := m.append(ctx, samantha.Draft{
		At: m.clock.Now(), Origin: samantha.OriginPerson,
		Body: &samantha.Chose{Numbers: samantha.ChoseNumbers{Choice: samantha.ChoiceAge, Value: age}},
	})
	return err
}
