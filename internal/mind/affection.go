package mind

import (
	"slices"
	"strconv"

	"samantha"
	"samantha/internal/mind/memory"
)

// adultAge is from when on somebody is of age. Who told no age is taken for an adult.
const adultAge = 18

// young: they told an age below [adultAge].
func (s *situation) young() bool { return s.state.young() }

func (s *State) young() bool {
	return slices.ContainsFunc(s.Memory.Find(memory.Person, "age"), func(k memory.Known) bool {
		years, err := strconv.Atoi(k.Value)
		return err == nil && k.Slot == "age" && years < adultAge
	})
}

// courted is what she does with love told, a flirt, or an advance.
func (s *situation) courted(a samantha.Act) samantha.Move {
	how := a.Slots["how"]
	if s.young() || how == "body" {
		return samantha.Move{Act: samantha.DoNotThat, Slots: slots("young", yes(s.young()))}
	}
	if how == "love" || how == "falling" {
		return samantha.Move{Act: samantha.DoLoved, Slots: slots("how", how, "may", yes(how == "love" && s.mayLove()), "cooled", yes(s.distant()))}
	}
	return samantha.Move{Act: samantha.DoFlirt}
}

// askedLove answers whether she loves them.
func (s *situation) askedLove() samantha.Move {
	if s.young() {
		return samantha.Move{Act: samantha.DoNotThat, Slots: slots("young", "yes")}
	}
	return samantha.Move{Act: samantha.DoLove, Slots: slots("may", yes(s.mayLove()), "cooled", yes(s.distant()))}
}

// mayLove: she may say the word now, and by that she does. Never of her own accord:
// only where they spoke of it; never at a goodbye, beside anything hard or worrying,
// off the record or in company (docs/CARE.md).
func (s *situation) mayLove() bool {
	worried := slices.ContainsFunc(s.state.Levels, func(level int) bool { return level > 0 })
	if worried || s.care.Level > 0 || s.earnest() || s.company() || s.state.Paused || s.heard.Has("goodbye") || !s.rooms.bond.Carries(s.state.Bond, s.now) {
		return false
	}
	s.tie.done.Affirmed = true
	return true
}
