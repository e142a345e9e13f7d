package mind

import (
	"strings"
	"time"

	"samantha"
	"samantha/internal/mind/hearing"
	"samantha/internal/mind/memory"
)

// sameAgain answers "and before April?": the question before, of that time.
func (s *situation) sameAgain(a samantha.Act) []samantha.Move {
	x, ok := s.last()
	before, kept := s.index.Get(x.ID)
	if !ok || !kept || s.opens() {
		return nil
	}
	asked := s.rooms.ear.Hear(before.Text, earNow(s.now))
	text := strings.TrimRight(before.Text, " ?.!")
	for _, t := range asked.Times {
		text = strings.Replace(text, t.Text, "", 1)
	}
	again := *s
	again.text = strings.TrimSpace(text) + " " + a.Slots["when"] + "?"
	again.heard = s.rooms.ear.Hear(again.text, s.context())
	if len(again.times(again.text)) == 0 {
		return nil
	}
	for _, act := range again.heard.Acts {
		if under(act.Kind, "ask") && act.Kind != "ask.then" {
			return again.answer(act)
		}
	}
	return nil
}

// context is what a question is heard against that stands for another one.
func (s *situation) context() hearing.Context {
	return hearing.Context{Now: s.now, HerName: s.herName(), People: s.state.Memory.Names()}
}

// times are those that a question speaks of; what was before or after one is as
// long as there are memories.
func (s *situation) times(text string) []samantha.When {
	if !s.heard.Has("ask") {
		return s.heard.Times
	}
	words := " " + samantha.SentenceKey(text) + " "
	for _, way := range []string{"before", "after", "since"} {
		_, named, ok := strings.Cut(words, " "+way+" ")
		t, dated := s.dated(named)
		if !ok || !dated {
			continue
		}
		return []samantha.When{s.bounded(way, strings.TrimSpace(named), words, t)}
	}
	if known := s.state.Memory.Find(memory.Person, "birthday"); len(known) > 0 && strings.Contains(words, " my birthday ") {
		if t, ok := s.dated(known[0].Value); ok {
			t.Text = "my birthday"
			return []samantha.When{t}
		}
	}
	return s.heard.Times
}

// bounded is the time before, after or since another: all of it, or the day, the week
// or the month next to it.
func (s *situation) bounded(way, named, words string, t samantha.When) samantha.When {
	when := samantha.When{Text: way + " " + named, From: t.From, To: s.now}
	switch way {
	case "before":
		when.From, when.To = time.Time{}, t.From
	case "after":
		when.From = t.To
	}
	for _, next := range []struct {
		words string
		days  int
	}{{"the day " + way, 1}, {"the week " + way, 7}, {"the month " + way, 31}} {
		switch {
		case !strings.Contains(words, " "+next.words+" "):
			continue
		case way == "before":
			when.From = when.To.AddDate(0, 0, -next.days)
		case way == "after":
			when.To = when.From.AddDate(0, 0, next.days)
		}
		when.Text = next.words + " " + named
	}
	return when
}

// mostOfTime is how many words name a time at most.
const mostOfTime = 6

// dated is the last time that words name: "april", "the 15th", "easter".
func (s *situation) dated(words string) (samantha.When, bool) {
	if n := len(strings.Fields(words)); n == 0 || n > mostOfTime {
		return samantha.When{}, false
	}
	for _, prefix := range []string{"", "in ", "on ", "at "} {
		h := s.rooms.ear.Hear("it was "+prefix+strings.TrimSpace(words), earNow(s.now))
		if len(h.Times) > 0 {
			return h.Times[0], true
		}
	}
	return samantha.When{}, false
}

// during answers what was at a time, where nothing else is asked: what they told of
// it, the weightiest of it.
func (s *situation) during(question string) []samantha.Move {
	q := s.question(question)
	if s.rooms.lore.Timeless(question, q.Times) != "" {
		return nil
	}
	found := s.index.During(q, mostTurns)
	told := s.telling(found.Memories)
	if len(told) == 0 {
		return nil
	}
	return []samantha.Move{s.quoted(told, found.More > 0, question)}
}

// isLong is so long a time that what was in it is gathered, whatever names it.
const isLong = 7 * 24 * time.Hour

// asksThen answers what is asked of a time and of nothing else: "what did we do at
// Easter".
func (s *situation) asksThen(a samantha.Act) []samantha.Move {
	words := " " + samantha.SentenceKey(a.Text) + " "
	ours := strings.Contains(words, " i ") || strings.Contains(words, " we ") || strings.Contains(words, " happened ")
	if a.Kind != "ask.past" && !(ours && s.rooms.lore.AsksOwn(a.Text)) || a.Slots["topic"] != "" && s.pointsBack(a.Slots["topic"]) && len(s.times(a.Text)) == 0 {
		return nil
	}
	times := s.times(a.Text)
	beside := len(times) > 0 && (strings.Contains(times[0].Text, "before ") || strings.Contains(times[0].Text, "after "))
	if !beside && (len(times) == 0 || times[0].To.Sub(times[0].From) < isLong) {
		if moves := s.fromOwn(a.Text); moves != nil {
			return moves
		}
	}
	moves := s.during(a.Text)
	if moves == nil && beside && s.rooms.lore.Timeless(a.Text, times) == "" {
		return []samantha.Move{{Act: samantha.DoNothing}} // what names the time was not in it
	}
	return moves
}
