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

// ofHerWords answers what she said of a matter, or told them to do about it: with what
// she answered when they last asked her for it. What she said by the way is no advice.
func (s *situation) ofHerWords(a samantha.Act) []samantha.Move {
	if a.Kind != "ask.said" || a.Slots["hers"] == "" {
		return nil
	}
	var groups [][]string
	l := s.lexicon()
	for _, w := range strings.Fields(s.rooms.lore.Sought(a.Slots["topic"])) {
		groups = append(groups, l.group(w))
	}
	asked := inOrder(slices.DeleteFunc(s.index.Offered(groups, mostRead), func(m samantha.Memory) bool {
		return !ownWords(m.By) || !s.heardAs(m.Text, "ask.advice") && !s.heardAs(m.Text, "ask.view")
	}))
	for _, m := range slices.Backward(asked) {
		said, ok := s.index.Get(m.ID.Said())
		if !ok {
			continue
		}
		move := samantha.Move{Act: samantha.DoRepeat}
		s.recall(&move, "text", said.ID)
		return []samantha.Move{move}
	}
	return []samantha.Move{{Act: samantha.DoNothing}}
}

// ofTold: a question is of what was just spoken of, or of things they told of: then it
// is of their life, whatever its words.
func (s *situation) ofTold(a samantha.Act) bool {
	q := s.rooms.reader.Question(s.fullQuestion(a.Text))
	words := " " + samantha.SentenceKey(a.Text) + " "
	ofHer := strings.Contains(words, " you ") || strings.Contains(words, " your ")
	if ofHer && !s.rooms.reader.AsksSaid(a.Text) || a.Slots["hers"] != "" {
		return false
	}
	if _, ok := s.focused(); ok && (q.Follows || q.Points) {
		return true
	}
	if q.Kind == "" || s.rooms.lore.AsksHer(a.Text) {
		return false
	}
	told, l := 0, s.lexicon()
	for _, w := range strings.Fields(s.rooms.lore.Sought(q.Unit + " " + strings.Join(q.Rest, " "))) {
		if s.rooms.ear.Verb(w) {
			continue
		}
		if len(s.index.Offered([][]string{l.group(w)}, 1)) == 0 {
			return false
		}
		told++
	}
	return told > 0
}
