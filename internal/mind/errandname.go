package mind

import (
	"slices"

	"samantha"
	"samantha/internal/mind/errand"
)

// What an errand is for, said after it was set: for the first time, or anew.

// names says what an errand is for that was set without, or what it is for in other words.
func (s *situation) names(a samantha.Act) []samantha.Move {
	what := a.Slots["what"]
	if what == "" && len(s.timeOf(a, samantha.ErrandReminder).Times) > 0 {
		return s.moves(a) // "the reminder should be at nine"
	}
	k, ok := s.closest(what)
	if !ok || what == "" || k.What != "" && a.Slots["again"] == "" {
		return nil
	}
	return s.renamed(k, what)
}

// closest is the errand that has a word of a name, the one spoken of last if it has one, or
// if none has.
func (s *situation) closest(name string) (errand.Kept, bool) {
	k, _, ok := s.one("")
	if ok && (k.What == "" || s.rooms.desk.Shares(k.What, name)) {
		return k, true
	}
	for _, other := range s.state.Errands.Open(s.now.Location()) {
		if s.rooms.desk.Shares(other.What, name) {
			return other, true
		}
	}
	return k, ok
}

// renamed keeps an errand under another name, at the time it had.
func (s *situation) renamed(k errand.Kept, what string) []samantha.Move {
	s.become(samantha.ErrandCancelled, []errand.Kept{k})
	return []samantha.Move{s.sets(samantha.Errand{Kind: k.Kind, What: what, Due: k.Due, Every: k.Every})}
}

// rewordsErrand: right after an errand was set, a part of it is said again with more to it:
// "the boiler MAN".
func (s *situation) rewordsErrand() []samantha.Move {
	if !s.errandSet() || s.heard.Has("errand") || s.heard.Has("ask") {
		return nil
	}
	k, _, ok := s.one("")
	if !ok || k.What == "" {
		return nil
	}
	what, ok := s.rooms.desk.Reword(k.What, s.text, func(w string) bool { return !s.rooms.ear.Verb(w) || s.rooms.ear.Noun(w) })
	if !ok {
		return nil
	}
	return s.renamed(k, what)
}

// repeats has an errand come back that was set for once: "every night".
func (s *situation) repeats(a samantha.Act) []samantha.Move {
	k, other, ok := s.one("")
	if !ok || k.Due.Civil == "" || a.Slots["every"] == "" {
		return other
	}
	p := errand.Planned{Due: k.Due}
	if asked := s.timeOf(a, k.Kind); len(asked.Times) > 0 {
		p = s.rooms.desk.Move(asked, k.When(s.now.Location()), "", false)
	}
	p = s.rooms.desk.Repeat(p, a.Slots["every"], a.Slots["part"], s.now)
	s.become(samantha.ErrandCancelled, []errand.Kept{k})
	return []samantha.Move{s.sets(samantha.Errand{Kind: k.Kind, What: k.What, Due: p.Due, Every: a.Slots["every"]})}
}

// errandBefore is the errand they asked for or asked about in what they said last, with the times
// that were said there.
func (s *situation) errandBefore() (samantha.Act, []samantha.When, bool) {
	for _, m := range slices.Backward(s.spokenTonight()) {
		if m.ID == s.id {
			continue
		}
		heard := s.rooms.ear.Hear(m.Text, earNow(m.At.In(s.now.Location())))
		at := slices.IndexFunc(heard.Acts, func(a samantha.Act) bool { return under(a.Kind, "errand") })
		return heard.Acts[max(at, 0)], heard.Times, at >= 0
	}
	return samantha.Act{}, nil, false
}

// which of several errands is meant, as she asked: it goes on with what they wanted of it.
func (s *situation) which(a samantha.Act) []samantha.Move {
	was, times, ok := s.errandBefore()
	if !ok {
		return nil
	}
	offered := s.alike(was.Slots["what"])
	if len(offered) < 2 {
		offered = s.rooms.desk.Find(&s.state.Errands, was.Slots["what"], s.it(s.state.Errands.Clock))
	}
	picked := s.rooms.desk.Pick(offered, a.Slots["what"])
	if meant := s.timeOf(a, samantha.ErrandReminder).Times; len(picked) == 0 && len(meant) > 0 {
		picked = s.dueIn(offered, meant[0])
	}
	switch {
	case len(picked) == 0:
		return nil
	case len(picked) > 1 && was.Kind == "errand.cancel":
		return s.cancelled(picked)
	case len(picked) > 1:
		return s.askWhichErrand(picked)
	}
	s.errands.picked, s.heard.Times = picked[0].ID, times
	return s.errand(was)
}

// dueIn are those of some errands that are due at a time, or on its day.
func (s *situation) dueIn(all []errand.Kept, w samantha.When) []errand.Kept {
	from, to := days(w)
	return slices.DeleteFunc(slices.Clone(all), func(k errand.Kept) bool {
		at := k.When(s.now.Location())
		return at.Before(from) || !at.Before(to)
	})
}

// alike are the open errands of the kind that a name is, if it is nothing but a kind.
func (s *situation) alike(name string) []errand.Kept {
	if s.rooms.desk.Own(name) != "" || !s.rooms.desk.NamesKind(name) {
		return nil
	}
	return s.rooms.desk.OfKind(s.state.Errands.Open(s.now.Location()), name)
}

// askWhichErrand of several errands is meant.
func (s *situation) askWhichErrand(found []errand.Kept) []samantha.Move {
	m := samantha.Move{Act: samantha.DoErrandWhich}
	s.lists(&m, found, s.at)
	return []samantha.Move{m}
}
