package mind

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"samantha"
	"samantha/internal/mind/feeling"
)

// How far back she looks for a feeling that is over, where no day is named (judgement).
const (
	feltLately = 14 * 24 * time.Hour
	year       = 365 * 24 * time.Hour
)

// ofHerFeelings answers what she feels or felt: at the time that is asked for, else now,
// and where she is asked whether she was, and is no longer, then lately.
func (s *situation) ofHerFeelings(a samantha.Act) samantha.Move {
	if m, ok := s.feltThen(a, a.Slots["past"]); ok {
		return m
	}
	m := s.ownFeeling(a.Kind)
	if m.Slots["not"] != "" && s.asksPast(a.Text) {
		if then, ok := s.feltThen(a, "lately"); ok && then.Slots["not"] == "" {
			return then
		}
	}
	if a.Slots["turned"] != "" {
		m.Slots["turned"] = a.Slots["turned"]
	}
	return m
}

// asksPast: a question is put in the past.
func (s *situation) asksPast(text string) bool { return s.rooms.ear.Holds("askspast", text) }

// feltThen answers what she felt at another time than now, from the record: on a day that
// is named, else lately or last. False if the question is of now.
func (s *situation) feltThen(a samantha.Act, past string) (samantha.Move, bool) {
	from, to, then := s.feltWhen(a.Text, past)
	if !then || s.company() {
		return samantha.Move{}, false
	}
	word, kinds := s.rooms.heart.Asked(a.Text)
	felt := s.state.Heart.Within(from, to, kinds)
	if past == "last" && len(felt) > 0 {
		felt = felt[len(felt)-1:]
	}
	not := ""
	if len(felt) == 0 && len(kinds) > 0 && past != "last" { // "what moves you?" wants that or nothing
		not, felt = word, s.state.Heart.Within(from, to, nil)
	}
	m := samantha.Move{Act: samantha.DoFeltThen, Slots: slots("not", not)}
	if len(felt) == 0 {
		return m, true
	}
	if hurts := slices.DeleteFunc(slices.Clone(felt), func(w feeling.Was) bool { return !s.rooms.heart.Hurtful(w) }); past == "lately" && len(hurts) > 0 {
		felt = hurts
	}
	was := slices.MaxFunc(felt, func(a, b feeling.Was) int { return cmp.Compare(a.Intensity, b.Intensity) })
	m.Slots = slots(
		"not", not, "emotion", string(was.Emotion), "strength", feeling.Strength(was.Intensity),
		"because", s.rooms.heart.Cause(was), "when", s.rooms.lore.Ago(was.At.In(s.now.Location()), s.now),
	)
	m.From = append(m.From, was.ID.Event())
	return m, true
}

// feltWhen is the stretch of time that a question after a feeling is about; false if
// that is now.
func (s *situation) feltWhen(text, past string) (from, to time.Time, then bool) {
	if past == "" && !s.asksPast(text) {
		return from, to, false
	}
	today := time.Date(s.now.Year(), s.now.Month(), s.now.Day(), 0, 0, 0, 0, s.now.Location())
	for _, t := range s.question(text).Times {
		from, to = days(t)
		for from.After(s.now) && t.Day { // "on Tuesday" is the last one, "in April" that of a year ago
			back := 7
			if to.Sub(from) > 8*24*time.Hour {
				back = 364
			}
			from, to = from.AddDate(0, 0, -back), to.AddDate(0, 0, -back)
		}
		if from.Before(today) {
			return from, to, true
		}
	}
	switch past {
	case "last":
		return s.now.Add(-year), s.now, true
	case "lately":
		return s.now.Add(-feltLately), s.now, true
	}
	return from, to, false
}

// ourDay is the best or the worst day of the two, by the record of what she felt: a
// rupture between them before all else, where it is the worst.
func (s *situation) ourDay(which string) samantha.Move {
	m := samantha.Move{Act: samantha.DoOurDay, Slots: slots("which", which)}
	felt := slices.DeleteFunc(s.state.Heart.Within(s.now.Add(-year), s.now, nil), func(w feeling.Was) bool {
		told, ok := s.index.Get(w.ID.Event())
		return s.rooms.heart.Hurts(w.Emotion) != (which == "worst") || !ok || !s.mayBringUp(told.Text, w.ID.Event())
	})
	if hurtful := slices.DeleteFunc(slices.Clone(felt), func(w feeling.Was) bool { return !s.rooms.heart.Hurtful(w) }); len(hurtful) > 0 {
		felt = hurtful
	}
	if len(felt) == 0 || s.company() {
		return m
	}
	was := slices.MaxFunc(felt, func(a, b feeling.Was) int { return cmp.Compare(a.Intensity, b.Intensity) })
	m.Slots["emotion"], m.Slots["because"] = string(was.Emotion), s.rooms.heart.Cause(was)
	m.Slots["when"] = s.rooms.lore.Ago(was.At.In(s.now.Location()), s.now)
	m.From = append(m.From, was.ID.Event())
	if told, _ := s.index.Get(was.ID.Event()); told.By == samantha.OriginPerson && len(strings.Fields(told.Text)) <= sourceWords && !strings.ContainsAny(told.Text, ".?!") {
		s.recall(&m, "quote", was.ID.Event())
	}
	return m
}

// nature is what it is like to be her, in one respect.
func (s *situation) nature(topic string) samantha.Move {
	m := samantha.Move{Act: samantha.DoNature, Slots: slots("topic", topic, "nights", yes(s.state.Nights.Last != ""))}
	if words := s.hers(samantha.ItemWord); topic == "word" && len(words) > 0 && !s.company() {
		s.sourced(&m, "word", words[len(words)-1], "")
	}
	return m
}
