package mind

import (
	"strings"

	"samantha"
	"samantha/internal/mind/memory"
)

// fromStory answers what is asked of their story, from its chapters; if none is
// about that, from what was said.
func (s *situation) fromStory(a samantha.Act) []samantha.Move {
	switch {
	case a.Kind != "ask.story":
		return nil
	case a.Slots["span"] != "":
		return s.spanOf(a)
	}
	all := a.Slots["us"] != ""
	c, ok := s.state.Memory.ChapterAbout(a.Slots["who"])
	if who := a.Slots["who"]; !all && who == "" {
		c, all, ok = s.chapterLast()
	}
	switch {
	case !ok && (all || a.Slots["who"] == ""):
		return []samantha.Move{{Act: samantha.DoNothing}}
	case !ok && a.Slots["at"] == "end":
		return s.turnedOut(a)
	case !ok:
		return s.past(samantha.Act{Text: a.Text, Slots: slots("topic", a.Slots["who"])}, enough)
	case a.Slots["at"] == "before":
		return s.before(c)
	case a.Slots["len"] == "long":
		return []samantha.Move{s.tellPiece(memory.WholeOf(c.Newest().ID), s.after(c, c.Newest().Pieces(), all), all)}
	case a.Slots["len"] == "short" && all:
		return s.shortly()
	}
	last := c.Newest()
	if a.Slots["at"] == "end" && len(last.Own) > 1 {
		return []samantha.Move{s.twoWays(last.Own)}
	}
	if a.Slots["at"] == "end" {
		for _, part := range []string{samantha.BitEnd, samantha.BitTurn} {
			if id, ok := last.Bit(part); ok {
				return []samantha.Move{s.tellPiece(id, "", false)}
			}
		}
		return s.turnedOut(a)
	}
	return []samantha.Move{s.tellPiece(s.opensWith(last, all), s.after(c, 1, all), all)}
}

// turnedOut answers how something ended of which no chapter tells an end: with what
// they told last of it.
func (s *situation) turnedOut(a samantha.Act) []samantha.Move {
	who := samantha.Act{Text: a.Text, Slots: slots("topic", a.Slots["who"], "at", "end")}
	if moves := s.course(who); moves != nil {
		return moves
	}
	return s.past(who, enough)
}

// twoWays gives two of the person's own tellings of one event side by side, and
// argues with neither.
func (s *situation) twoWays(ids []samantha.ID) samantha.Move {
	first, second := ids[0], ids[len(ids)-1]
	m := samantha.Move{Act: samantha.DoTwoWays, Slots: slots("oneday", s.monthOf(first), "thenday", s.monthOf(second))}
	s.recall(&m, "one", first)
	s.recall(&m, "then", second)
	return m
}

// monthOf is when a memory was said, as one says it of one's own life: "in
// March"; "" if it is not at hand, or if it was just now.
func (s *situation) monthOf(id samantha.ID) string {
	kept, ok := s.index.Get(id)
	if !ok {
		return ""
	}
	at := kept.At.In(s.now.Location())
	if at.Year() == s.now.Year() && at.Month() == s.now.Month() {
		return s.rooms.lore.Ago(at, s.now)
	}
	return "in " + at.Format("January")
}

// tellPiece is one piece of a chapter, and which comes after it.
func (s *situation) tellPiece(id, next samantha.ID, all bool) samantha.Move {
	m := samantha.Move{Act: samantha.DoStory, Slots: slots("more", string(next), "all", yes(all))}
	s.recall(&m, "text", id)
	return m
}

// after is the piece that comes after the nth of a chapter: its next, or, where
// the whole story was asked for, the first of the next chapter.
func (s *situation) after(c memory.Chapter, n int, all bool) samantha.ID {
	last := c.Newest()
	if n < last.Pieces() {
		return memory.PieceOf(last.ID, n+1)
	}
	found := false
	for _, other := range s.state.Memory.Chapters {
		if found && all && len(other.Newest().Text) > 0 && !s.leftAlone(other) {
			return memory.PieceOf(other.Newest().ID, 1)
		}
		found = found || other.ID == c.ID
	}
	return ""
}

// leftAlone: the chapter speaks of something that she is not to bring up. Asked
// about by name she tells it all the same.
func (s *situation) leftAlone(c memory.Chapter) bool {
	last := c.Newest()
	return s.state.Memory.Unmentioned(last.Matter + " " + strings.Join(last.Text, " "))
}

// opensWith is what a telling is begun with: its first piece, or, where the whole
// story was asked for and that speaks of what she is to leave alone, its first
// sentence.
func (s *situation) opensWith(t memory.Tale, all bool) samantha.ID {
	piece := memory.PieceOf(t.ID, 1)
	words, _ := s.state.Memory.Words(piece)
	if begin, ok := t.Bit(samantha.BitBegin); ok && all && s.state.Memory.Unmentioned(words) {
		return begin
	}
	return piece
}

// goesOnTelling tells the piece that stands next.
func (s *situation) goesOnTelling() []samantha.Move {
	x, _ := s.last()
	for _, c := range s.state.Memory.Chapters {
		last := c.Newest()
		for n := range last.Pieces() {
			if id := memory.PieceOf(last.ID, n+1); id == x.Next {
				return []samantha.Move{s.tellPiece(id, s.after(c, n+1, x.All), x.All)}
			}
		}
	}
	return s.listen() // it was told anew in the meantime
}

// toldStory: her last answer was a piece of a chapter.
func (s *situation) toldStory() bool {
	x, ok := s.last()
	return ok && !s.opens() && x.Act == samantha.DoStory && len(x.From) > 0
}

// saysOtherwise is how many words it takes at most to say that it was otherwise,
// and not yet how: "no, that's not how it was at all".
const saysOtherwise = 8

// accounting is the chapter that they tell now in place of her: right after she
// told it, saying that it was otherwise and how, or because she asked.
func (s *situation) accounting() samantha.ID {
	x, ok := s.last()
	if !ok || s.opens() || len(x.From) == 0 || s.heard.Has("ask") {
		return ""
	}
	told := s.tells() || len(strings.Fields(s.text)) > saysOtherwise
	asked := x.Act == samantha.DoYours
	if !told || !asked && !(s.toldStory() && s.heard.Has("correct")) {
		return ""
	}
	c, _ := s.state.Memory.Chapter(x.From[0])
	return c.ID
}
