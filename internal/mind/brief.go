package mind

import (
	"slices"
	"strings"
	"time"

	"samantha"
	"samantha/internal/mind/asked"
)

// mostBriefly is how many tellings are looked through for the very words that answer, and
// carriedBriefly how many of those before one it may go on about.
const (
	mostBriefly    = 300
	carriedBriefly = 3
)

// briefly puts the very words that answer a question in the place of whole tellings, or of
// nothing: "tuscany", and not all they said of the wedding.
func (s *situation) briefly(a samantha.Act, moves []samantha.Move) []samantha.Move {
	question, l := s.rooms.reader.Alone(s.fullQuestion(a.Text)), s.lexicon()
	if !s.wantsFewer(a, moves) || s.rooms.lore.AsksHer(question) || a.Slots["hers"] != "" {
		return moves
	}
	b, ok := s.rooms.reader.BriefOf(s.rooms.ear.Opened(question), l.words())
	if !ok || s.rooms.reader.Counted(s.rooms.reader.Question(question)) || (b.After == asked.Doer || b.After == asked.At) && moves[0].Act == samantha.DoGathered {
		return moves
	}
	told := s.toldLately()
	for i, m := range told {
		from, to, ok := s.rooms.reader.Briefly(b, m.Text, carriedFrom(told, i), l.words())
		if !ok || s.answersNothing(m) || s.olderThan(m, moves[0]) {
			continue
		}
		if b.After == asked.At && s.anotherDay(m, from, to) {
			continue
		}
		move := samantha.Move{Act: samantha.DoDetail, Slots: slots("asks", either(b.After == asked.Doer, "who", ""))}
		s.recall(&move, "value", asked.Part(m.ID, from, to))
		return s.unlessHeldBack([]samantha.Move{move})
	}
	return moves
}

// ofThen: a question is after what the person did or what was done to them: she was told
// or she was not, and has no guess to make.
func (s *situation) ofThen(question string) bool {
	words := s.rooms.ear.Opened(question)
	b, ok := s.rooms.reader.BriefOf(words, s.lexicon().words())
	return ok && b.OfThen(words)
}

// anotherDay: some words of a telling name a day from the one it was told on, and that was
// another one: "tomorrow".
func (s *situation) anotherDay(m samantha.Memory, from, to int) bool {
	at := m.At.In(s.now.Location())
	words := strings.Join(strings.Fields(m.Text)[from:to], " ")
	return s.rooms.reader.Relative(words) && (s.now.YearDay() != at.YearDay() || s.now.Sub(at) > 24*time.Hour)
}

// olderThan: a telling is older than what was found, which may be how it is now.
func (s *situation) olderThan(m samantha.Memory, found samantha.Move) bool {
	if found.Act != samantha.DoMemory || len(found.From) == 0 {
		return false
	}
	was, ok := s.index.Get(found.From[0].Event())
	return ok && m.At.Before(was.At)
}

// wantsFewer: what was found for a question is nothing, or whole tellings.
func (s *situation) wantsFewer(a samantha.Act, moves []samantha.Move) bool {
	if a.Kind == "ask.called" && len(moves) > 0 && moves[0].Act != samantha.DoDetail {
		return true
	}
	if !under(a.Kind, "ask") || len(moves) != 1 {
		return false
	}
	switch moves[0].Act {
	case samantha.DoMemory, samantha.DoGathered, samantha.DoNearest, samantha.DoTonight:
		return moves[0].Recall["fact"] == "" && moves[0].Recall["beside"] == "" && moves[0].Slots["words"] == ""
	}
	return lost(a, moves) || moves[0].Act == samantha.DoNothing || moves[0].Act == samantha.DoWho || s.missesName(a, moves[0])
}

// missesName: a question is after a name, and a fact of another sort was found.
func (s *situation) missesName(a samantha.Act, found samantha.Move) bool {
	if found.Act != samantha.DoFact || s.rooms.reader.Question(a.Text).Kind != asked.Name {
		return false
	}
	k, ok := s.knownFrom(found.Recall["fact"])
	return ok && k.Slot != "name" && k.Slot != "called"
}

// toldLately is what they told lately and may be mentioned, the newest first, without what
// was put right or taken back since.
func (s *situation) toldLately() []samantha.Memory {
	replaced, righted := s.state.Memory.Replaced(), map[samantha.ID]bool{}
	for _, f := range s.state.Memory.Facts {
		righted[f.Corrects.Event()] = true
		if f.Way == samantha.WayDenied {
			righted[f.Like.Event()] = true
		}
	}
	told := slices.DeleteFunc(s.index.Newest(mostBriefly), func(m samantha.Memory) bool {
		_, gone := replaced[m.ID]
		return gone || righted[m.ID] || m.ID == s.id || m.By != samantha.OriginPerson || m.ID.IsPart() || s.state.Memory.Unmentioned(m.Text)
	})
	slices.Reverse(told)
	for i := len(told) - 1; i > 0; i-- {
		if s.rooms.reader.Jests(told[i-1].Text) { // of what was told right before it
			told = slices.Delete(told, i, i+1)
		}
	}
	return told
}

// carriedFrom is what was told right before one of some tellings.
func carriedFrom(told []samantha.Memory, i int) string {
	var out []string
	for _, m := range told[i+1 : min(len(told), i+1+carriedBriefly)] {
		if told[i].At.Sub(m.At) < encounterPause && !strings.HasSuffix(m.Text, "?") {
			out = append(out, m.Text)
		}
	}
	slices.Reverse(out)
	return strings.Join(out, " . ")
}
