package mind

import (
	"slices"
	"strings"

	"samantha"
	"samantha/internal/mind/memory"
)

// fromOwn answers with what they told that holds all that a question asks: one
// telling, or both if they told it twice; nil if they never did.
func (s *situation) fromOwn(question string) []samantha.Move {
	told := slices.DeleteFunc(s.toldThen(question), func(h memory.Held) bool {
		return !s.rooms.lore.Places(question, h.Text) || s.rooms.lore.Another(question, h.Text) || s.onlyAsks(h.Text)
	})
	if len(told) == 0 {
		return nil
	}
	told = s.earlierFirst(told)
	if best := told[0]; len(told) == 1 || len(told) > 2 || told[1].Weight < best.Weight || told[1].Kind != best.Kind {
		m := samantha.Move{Act: samantha.DoMemory, Slots: slots("when", s.when(best.At, question), "wrote", yes(best.By == samantha.OriginFile))}
		s.recall(&m, "quote", best.ID)
		return []samantha.Move{m}
	}
	m := samantha.Move{Act: samantha.DoGathered}
	earlier, later := told[1], told[0]
	if later.At.Before(earlier.At) {
		earlier, later = later, earlier
	}
	s.recall(&m, "one", earlier.ID)
	s.recall(&m, "two", later.ID)
	return []samantha.Move{m}
}

// toldThen are the tellings that hold what a question asks: of the time that it
// speaks of, if any are, else those that name it in its words.
func (s *situation) toldThen(question string) []memory.Held {
	q := s.question(question)
	untimed := question
	for _, t := range q.Times {
		untimed = strings.Replace(untimed, t.Text, "", 1)
	}
	if untimed != question && s.rooms.lore.Timeless(question, q.Times) != "" {
		then := slices.DeleteFunc(s.index.Told(untimed, s.rooms.ear.Forms), func(h memory.Held) bool {
			within, _ := s.index.Within(q, h.ID)
			return !within
		})
		if len(then) > 0 {
			return then
		}
	}
	return s.index.Told(question, s.rooms.ear.Forms)
}

// earlierFirst puts what was told before this talk in front, if it has what is asked
// as much: "choir is tonight", said just now, does not tell when choir is.
func (s *situation) earlierFirst(told []memory.Held) []memory.Held {
	best := told[0]
	for i, h := range told {
		if h.Weight == best.Weight && h.Kind == best.Kind && h.At.Before(s.state.Encounter.Since) {
			return slices.Concat(told[i:i+1], told[:i], told[i+1:])
		}
	}
	return told
}
