package mind

import (
	"time"

	"samantha"
	"samantha/internal/mind/memory"
)

// mostShort is of how many chapters she tells in one breath.
const mostShort = 4

// chapterLast is the chapter that she told of last, and whether it was told as part
// of all of them.
func (s *situation) chapterLast() (c memory.Chapter, all, ok bool) {
	x, ok := s.last()
	if !ok || x.Story == "" {
		return memory.Chapter{}, false, false
	}
	c, ok = s.state.Memory.Chapter(x.Story)
	return c, x.All, ok && len(c.Newest().Text) > 0
}

// shortly is all of their story in a few sentences, a chapter each: how they
// began, and those that were told last.
func (s *situation) shortly() []samantha.Move {
	var moves []samantha.Move
	for _, c := range s.newestTold(func(memory.Chapter) bool { return true }) {
		moves = append(moves, s.shortOf(c, len(moves) > 0))
	}
	return moves
}

// newestTold are the chapters told last of those wanted, in the order they began;
// what is to be left alone is not among them.
func (s *situation) newestTold(wanted func(memory.Chapter) bool) []memory.Chapter {
	var all []memory.Chapter
	for _, c := range s.state.Memory.Chapters {
		if len(c.Newest().Text) > 0 && !s.leftAlone(c) && wanted(c) {
			all = append(all, c)
		}
	}
	return samantha.Newest(all, mostShort)
}

// shortOf is a chapter told shortly.
func (s *situation) shortOf(c memory.Chapter, follows bool) samantha.Move {
	m := s.tellPiece(memory.PieceOf(c.Newest().ID, 1), "", false)
	m.Slots["plain"] = yes(follows)
	return m
}

// spanOf is what a stretch of time was like: the chapters that began, turned or
// ended in it; without any, what weighed most of it, in the person's words.
func (s *situation) spanOf(a samantha.Act) []samantha.Move {
	from, to, ok := s.spanIn(a.Slots["when"])
	if !ok {
		return nil
	}
	within := func(at time.Time) bool { return !at.Before(from) && at.Before(to) }
	var moves []samantha.Move
	for _, c := range s.newestTold(func(c memory.Chapter) bool { return c.Sort != memory.ChapterUs && s.state.Memory.Lived(c, within) }) {
		moves = append(moves, s.shortOf(c, len(moves) > 0))
	}
	if len(moves) > 0 {
		return moves
	}
	for _, id := range s.rooms.lore.Weightiest(&s.state.Memory, within, mostWeighty) {
		m := samantha.Move{Act: samantha.DoMemory}
		if kept, ok := s.index.Get(id); ok && !s.state.Memory.Hushed(id) && !s.state.Memory.Unmentioned(kept.Text) {
			m.Slots = slots("when", s.when(kept.At, ""))
			s.recall(&m, "quote", id)
			moves = append(moves, m)
		}
	}
	if len(moves) == 0 {
		return []samantha.Move{{Act: samantha.DoNothing}}
	}
	return moves
}

// mostWeighty is how many things are told of a time that has no chapter.
const mostWeighty = 2

// spanIn is the stretch of time that words name, in the past.
func (s *situation) spanIn(words string) (from, to time.Time, ok bool) {
	times := append(s.rooms.ear.Hear("in "+words, earNow(s.now)).Times, s.rooms.ear.Hear(words, earNow(s.now)).Times...)
	if len(times) == 0 {
		return from, to, false
	}
	from, to = times[0].From, times[0].To
	if from.After(s.now) {
		from, to = from.AddDate(-1, 0, 0), to.AddDate(-1, 0, 0)
	}
	return from, to, true
}

// before is how she told a chapter before, and why she does not any more; of one
// that was told once, how it began and how it stands.
func (s *situation) before(c memory.Chapter) []samantha.Move {
	last := c.Newest()
	for n := len(c.Tellings) - 2; n >= 0; n-- {
		old := c.Tellings[n]
		if len(old.Text) == 0 {
			continue
		}
		m := samantha.Move{Act: samantha.DoRetold, Slots: slots("why", s.rooms.lore.Reason(last.Why), "more", string(s.after(c, 1, false)))}
		s.recall(&m, "before", memory.PieceOf(old.ID, 1))
		s.recall(&m, "now", memory.PieceOf(last.ID, 1))
		return []samantha.Move{m}
	}
	return []samantha.Move{s.tellPiece(memory.PieceOf(last.ID, 1), s.after(c, 1, false), false)}
}
