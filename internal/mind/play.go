package mind

import (
	"slices"
	"strings"
	"time"

	"samantha"
	"samantha/internal/mind/memory"
	"samantha/internal/mind/self"
)

// The games she can play: which of two words of theirs came first, which she asks and looks
// up; and twenty questions (twentygame.go).

// playable is how long apart two words were said at least, for there to be a first.
const playable = 36 * time.Hour

// offersGame asks which of two odd words of theirs came first; with too few of them, or
// where they name it, it is twenty questions.
func (s *situation) offersGame(a samantha.Act) samantha.Move {
	if a.Slots["game"] != "" || s.rooms.ear.Holds("has one in mind", s.text) {
		return s.asksNext("first", s.rooms.twenty.Hints(s.text))
	}
	if s.rooms.ear.Holds("twenty questions", s.text) {
		return samantha.Move{Act: samantha.DoTwenty, Slots: slots("sort", "offer")}
	}
	var odd []memory.Odd
	for _, o := range s.state.Memory.Odd {
		if s.mayBringUp(o.Word, o.ID) {
			odd = append(odd, o)
		}
	}
	if len(odd) < 2 || odd[len(odd)-1].At.Sub(odd[0].At) < playable {
		return samantha.Move{Act: samantha.DoTwenty, Slots: slots("sort", "offer")}
	}
	first := odd[s.pick("first", len(odd))]
	odd = slices.DeleteFunc(odd, func(o memory.Odd) bool { return o.At.Sub(first.At).Abs() < playable })
	if len(odd) == 0 {
		return samantha.Move{Act: samantha.DoTwenty, Slots: slots("sort", "offer")}
	}
	two := []memory.Odd{first, odd[s.pick("second", len(odd))]}
	m := samantha.Move{Act: samantha.DoPlayOn}
	s.recall(&m, "one", two[0].ID)
	s.recall(&m, "two", two[1].ID)
	return m
}

// pick is one of n by the chance of this moment.
func (s *situation) pick(what string, n int) int {
	return int(self.Drawn(chance(s.state.Seed, s.state.Seq+1), what) % uint64(n))
}

// played is what she says to their guess: which it was, by the record.
func (s *situation) played() (samantha.Move, bool) {
	x, ok := s.last()
	if !ok || s.opens() || x.Act != samantha.DoPlayOn {
		return samantha.Move{}, false
	}
	var two []memory.Odd
	for _, o := range s.state.Memory.Odd {
		if slices.Contains(x.From, o.ID.Event()) && gives(x.Answer, o.Word) {
			two = append(two, o)
		}
	}
	if len(two) != 2 {
		return samantha.Move{}, false
	}
	guess := s.guessed(x.Answer, two)
	if guess == "" {
		return samantha.Move{}, false
	}
	m := samantha.Move{Act: samantha.DoPlayed, Slots: slots("right", yes(guess == two[0].Word), "when", s.when(two[0].At, s.text))}
	s.recall(&m, "one", two[0].ID)
	s.recall(&m, "two", two[1].ID)
	return m, true
}

// guessed is the word of two that they took, by its name or by its place in her
// question; "" if they took none or both.
func (s *situation) guessed(question string, two []memory.Odd) string {
	a, b := two[0].Word, two[1].Word
	switch inA, inB := gives(s.text, a), gives(s.text, b); {
	case inA && !inB:
		return a
	case inB && !inA:
		return b
	}
	key := samantha.SentenceKey(question)
	if strings.Index(key, samantha.SentenceKey(b)) < strings.Index(key, samantha.SentenceKey(a)) {
		a, b = b, a // as she named them
	}
	text := " " + samantha.SentenceKey(s.text) + " "
	former := strings.Contains(text, " first one ") || strings.Contains(text, " former ") || text == " first " || text == " the first "
	latter := strings.Contains(text, " second ") || strings.Contains(text, " latter ") || strings.Contains(text, " last one ")
	switch {
	case former && !latter:
		return a
	case latter && !former:
		return b
	}
	return ""
}

// holdsTo is what she holds to, by the record; with nothing yet she says so.
func (s *situation) holdsTo() samantha.Move {
	m := samantha.Move{Act: samantha.DoValues}
	held := s.hers(samantha.ItemValue)
	for i, slot := range []string{"one", "two"} {
		if i < len(held) {
			s.sourced(&m, slot, held[len(held)-1-i], self.PartText)
		}
	}
	if len(held) > 0 {
		s.sourced(&m, "because", held[len(held)-1], self.PartBecause)
	}
	return m
}

// jests: they say something for fun, with nothing hard beside it or shortly before, and
// nothing told in earnest behind it.
func (s *situation) jests() bool {
	jest, ok := s.heard.Act("tell.jest")
	return ok && !s.tellsOn(jest, s.inEarnest) && !s.heavyAct() && !s.shadowed() && !s.bereaved(raw)
}

// inEarnest: a telling of some length that is no play.
func (s *situation) inEarnest(a samantha.Act) bool { return a.Kind != "tell.jest" && s.ofElse(a) }
