package mind

import (
	"slices"

	"samantha"
	"samantha/internal/mind/asked"
	"samantha/internal/mind/memory"
)

// shakyShare is how much of a question a telling must hold at the least, with what was
// told right around it, to be given as its answer and not as what comes near it.
const shakyShare = 0.5

// shakyDay is how much of it a telling must hold itself that names no day, to answer with
// its own when something was.
const shakyDay = 0.75

// shaky: what was found for a question does not stand as its answer: it has no value of
// the sort that is asked for, holds little of the question, or is of somebody else where
// the person asks of themselves.
func (s *situation) shaky(a samantha.Act, moves []samantha.Move) bool {
	if len(moves) != 1 || len(moves[0].From) == 0 || moves[0].Recall["fact"] != "" {
		return false
	}
	switch a.Kind {
	case "ask.past", "ask.world", "ask.other", "ask.said", "ask.reason":
	default:
		return false
	}
	several := moves[0].Act == samantha.DoGathered
	if !several && moves[0].Act != samantha.DoMemory && moves[0].Act != samantha.DoDetail {
		return false
	}
	question := s.wholeQuestion(a.Text)
	in := s.inquire(question)
	read := in.read
	if read.Kind == "" || read.Follows || read.Points || s.rooms.reader.AsksSaid(question) && !s.rooms.reader.Typed(read) || len(s.times(question)) > 0 {
		return false // the words alone would not tell
	}
	return !slices.ContainsFunc(moves[0].From, func(id samantha.ID) bool {
		told, ok := s.index.Get(id.Event())
		if !ok || told.By == samantha.OriginFile {
			return true
		}
		return s.holdsUp(in, told)
	})
}

// holdsUp: a telling stands as the answer to a question.
func (s *situation) holdsUp(in inquiry, told samantha.Memory) bool {
	read, n := in.read, s.closeTo(in, memory.Hit{Memory: told})
	switch {
	case n.Another && read.Kind != asked.Promise:
		return false
	case read.Kind == asked.When && read.Past:
		return n.Value > 0 || n.all >= shakyDay
	case s.valued(read):
		return n.Value > 0
	}
	with, _ := in.words.share(in.sought, told.Text+s.besideOf(told).Beside)
	if read.Kind == asked.Promise {
		return with >= shakyShare // its verb is not looked for
	}
	return n.all > 0 && max(n.all, n.unnamed, with/2+n.all/2) >= shakyShare
}

// valued: an answer to a question must have a value of its sort in its own words. What was
// promised may stand right behind them, and when something was may be when it was told.
func (s *situation) valued(read asked.Question) bool {
	if read.Kind == asked.Why || read.Kind == asked.Promise || read.Kind == asked.When && read.Past {
		return false
	}
	return s.rooms.reader.Typed(read)
}

// notOfHer takes a question after how she is, that has no word for her and is of theirs, as
// any other: "what's wrong with Ken's eyes".
func (s *situation) notOfHer(a samantha.Act) samantha.Act {
	if a.Kind != "ask.feelings" && a.Kind != "ask.howare" || a.Slots["past"] != "" || !s.ofTheirs(a.Text) || s.rooms.lore.OfHer(a.Text) {
		return a
	}
	a.Kind = "ask.other"
	return a
}
