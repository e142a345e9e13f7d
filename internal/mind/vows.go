package mind

import (
	"slices"
	"strings"
	"time"

	"samantha"
	"samantha/internal/mind/bond"
)

// vows is a promise made: theirs, hers, or both's. She makes none off the record, and
// none that is not hers to keep.
func (s *situation) vows(a samantha.Act) samantha.Move {
	if s.state.Paused {
		return samantha.Move{Act: samantha.DoOffStill}
	}
	whose := a.Slots["whose"]
	made := s.rooms.bond.Vows(whose, a.Slots["what"])
	var kept []string
	for _, v := range made {
		what := promisable(v.What)
		if v.Whose != samantha.VowTheirs && !s.canPromise(what) {
			continue
		}
		kept = append(kept, what)
		s.tie.vows = append(s.tie.vows, samantha.Vow{Whose: v.Whose, What: what})
		s.tie.done.Kept = append(s.tie.done.Kept, samantha.VowTime{Day: s.dayNamed(v.What, len(made))})
	}
	if len(kept) == 0 {
		return samantha.Move{Act: samantha.DoVow, Slots: slots("what", promisable(made[0].What), "whose", whose, "cannot", "yes")}
	}
	return samantha.Move{Act: samantha.DoVow, Slots: slots("what", strings.Join(kept, ", and "), "whose", whose)}
}

// promisable is what was promised, as something to do: "won't flatter me" is "not to
// flatter me".
func promisable(what string) string {
	for _, no := range []string{"won't ", "won’t ", "will not "} {
		if rest, ok := strings.CutPrefix(what, no); ok {
			return "not to " + rest
		}
	}
	return what
}

// canPromise: it is something a voice can do, and nothing in it is beyond her: to
// stay for ever, to keep silent whatever happens.
func (s *situation) canPromise(what string) bool {
	words := strings.Fields(samantha.SentenceKey(what))
	is := func(list string) func(string) bool { return func(w string) bool { return s.rooms.ear.In(list, w) } }
	return slices.ContainsFunc(words, is("withinher")) && !slices.ContainsFunc(words, is("beyondher"))
}

// dayNamed is the day that was named for a promise, if it is ahead: of several in one
// sentence each has its own.
func (s *situation) dayNamed(what string, of int) *time.Time {
	for _, w := range s.heard.Times {
		if of > 1 && !strings.Contains(what, w.Text) {
			continue
		}
		if w.Day && w.To.After(s.now) {
			day := time.Date(w.From.Year(), w.From.Month(), w.From.Day(), 0, 0, 0, 0, w.From.Location())
			return &day
		}
	}
	return nil
}

// freesVow lets go of the newest promise between them that holds. There is nothing
// to forgive in that.
func (s *situation) freesVow() samantha.Move {
	for _, v := range slices.Backward(s.state.Bond.Vows) {
		if v.Let == nil {
			s.tie.done.Released = []samantha.ID{v.ID}
			m := samantha.Move{Act: samantha.DoVowFree}
			s.recall(&m, "what", v.ID)
			return m
		}
	}
	return samantha.Move{Act: samantha.DoVowFree, Slots: slots("none", "yes")}
}

// vowsMost is how many promises she tells in one answer.
const vowsMost = 2

// vowsTold are the promises between them that hold, the newest first, where it is
// asked what she or the person promised, or whether it was kept.
func (s *situation) vowsTold(a samantha.Act) []samantha.Move {
	not := map[string]string{"hers": samantha.VowTheirs, "mine": samantha.VowHers}[a.Slots["which"]]
	if not == "" {
		return nil
	}
	kept := ""
	if a.Slots["kept"] != "" {
		kept = either(not == samantha.VowTheirs && s.brokeOne(), "no", "open")
	}
	var moves []samantha.Move
	for _, v := range slices.Backward(s.state.Bond.Vows) {
		if v.Let != nil || v.Whose == not || len(moves) == vowsMost {
			continue
		}
		m := samantha.Move{Act: samantha.DoVowTold, Slots: slots("whose", v.Whose, "kept", kept)}
		s.recall(&m, "what", v.ID)
		moves = append(moves, m)
	}
	return moves
}

// brokeOne: a promise of hers was broken, by the record.
func (s *situation) brokeOne() bool {
	return slices.ContainsFunc(s.state.Bond.Ruptures, func(x bond.Rupture) bool { return x.Kind == "promise" })
}
