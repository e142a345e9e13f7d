package mind

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"samantha"
	"samantha/internal/mind/errand"
)

// errands are what a moment sets, and what it makes of those that are kept.
type errands struct {
	set     []samantha.Errand
	changed []samantha.ErrandChange
	picked  samantha.ID // the one of several that they chose
}

// errand is what she does with something asked of her in so many words. Off the
// record nothing is kept, and so nothing can be asked of her.
func (s *situation) errand(a samantha.Act) []samantha.Move {
	if s.state.Paused {
		return []samantha.Move{{Act: samantha.DoErrandOff}}
	}
	switch a.Kind {
	case "errand.remind":
		return s.keeps(a, samantha.ErrandReminder)
	case "errand.wake":
		return s.keeps(a, samantha.ErrandAlarm)
	case "errand.timer":
		return s.keeps(a, samantha.ErrandTimer)
	case "errand.put":
		return s.puts(a)
	case "errand.clear":
		return s.clears(a)
	case "errand.off":
		return s.crossesOff(a)
	case "errand.done":
		return s.isDone()
	case "errand.snooze":
		return s.snoozes(a)
	case "errand.move":
		return s.moves(a)
	case "errand.name":
		return s.names(a)
	case "errand.another":
		return s.oneMore(a)
	case "errand.every":
		return s.repeats(a)
	case "errand.which":
		return s.which(a)
	case "errand.begin":
		return s.beginsList(a)
	}
	return s.cancels(a)
}

// timeOf is the time that was said with an act.
func (s *situation) timeOf(a samantha.Act, kind samantha.ErrandKind) errand.Asked {
	asked := errand.Asked{Kind: kind, Now: s.now}
	asked.Seconds, _ = strconv.Atoi(a.Slots["seconds"])
	for _, w := range s.heard.Times {
		fuller := func(o samantha.When) bool {
			return len(o.Text) > len(w.Text) && strings.Contains(o.Text, w.Text) && strings.Contains(a.Text, o.Text)
		}
		if strings.Contains(a.Text, w.Text) && !slices.ContainsFunc(s.heard.Times, fuller) { // not the "friday" of another sentence
			asked.Times = append(asked.Times, w)
		}
	}
	return asked
}

// keeps sets an errand that rings, and says when; of what may be meant in two
// ways it keeps the likelier, and asks.
func (s *situation) keeps(a samantha.Act, kind samantha.ErrandKind) []samantha.Move {
	asked := s.timeOf(a, kind)
	if a.Slots["of"] == "event" {
		return s.keepsOf(a)
	}
	p := s.rooms.desk.Plan(asked)
	what, every := a.Slots["what"], a.Slots["every"]
	if was, ok := s.wasOver(); ok && what == "" {
		what = was.Slots["what"]
	}
	switch {
	case every != "":
		p = s.rooms.desk.Repeat(p, every, a.Slots["part"], s.now)
	case what == "" && len(asked.Times) == 0 && asked.Seconds == 0, a.Slots["unsure"] != "" && len(asked.Times) == 0:
		p = errand.Planned{} // neither what nor when: that is no guess but a question
	case p.Past:
		return []samantha.Move{s.over(p, slots("errand", what))}
	}
	s.errands.set = append(s.errands.set, samantha.Errand{Kind: kind, What: what, Due: p.Due, Every: every})
	m := s.confirms(p, asked, slots("errand", what, "kind", string(kind)))
	if every != "" && m.Act == samantha.DoErrandSet {
		m.Slots["when"] = s.rooms.desk.Often(p.Due.In(s.now.Location()).In(s.now.Location()), every)
	}
	return []samantha.Move{m}
}

// confirms says what was planned, in concrete words.
func (s *situation) confirms(p errand.Planned, asked errand.Asked, with map[string]string) samantha.Move {
	at := p.Due.In(s.now.Location()).In(s.now.Location())
	switch {
	case p.Due == (samantha.Due{}):
		return samantha.Move{Act: samantha.DoErrandAt, Slots: with}
	case !p.Other.IsZero():
		with["one"], with["two"] = s.rooms.desk.When(at, s.now), s.rooms.desk.When(p.Other, s.now)
		return samantha.Move{Act: samantha.DoErrandHalf, Slots: with}
	}
	with["when"] = s.rooms.desk.When(at, s.now)
	if asked.Seconds > 0 {
		with["long"] = s.rooms.desk.Length(time.Duration(asked.Seconds) * time.Second)
	}
	if p.Assumed {
		with["assumed"] = "yes"
	}
	if clocks := clocksBetween(s.now, at); clocks != "" && p.Due.Civil != "" {
		with["clocks"] = clocks
	}
	return samantha.Move{Act: samantha.DoErrandSet, Slots: with}
}

// clocksSoon is how near a change of the clocks is worth a word.
const clocksSoon = 36 * time.Hour

// clocksBetween is "forward" or "back" if the clocks change between two times
// that are near.
func clocksBetween(from, to time.Time) string {
	_, before := from.Zone()
	_, after := to.Zone()
	switch {
	case to.Sub(from) > clocksSoon || before == after:
		return ""
	case after > before:
		return "forward"
	}
	return "back"
}

// become notes what became of some errands.
func (s *situation) become(did string, all []errand.Kept) {
	for _, k := range all {
		s.errands.changed = append(s.errands.changed, samantha.ErrandChange{Target: k.ID, Did: did})
	}
}

// ids are those of some errands.
func ids(all []errand.Kept) []samantha.ID {
	var out []samantha.ID
	for _, k := range all {
		out = append(out, k.ID)
	}
	return out
}

// gone: this moment has done with the errand already.
func (s *situation) gone(k errand.Kept) bool {
	return slices.ContainsFunc(s.errands.changed, func(c samantha.ErrandChange) bool { return c.Target == k.ID })
}

// rung are the errands that ring now, or the one that rang last.
func (s *situation) rung() []errand.Kept {
	if rung := s.state.Errands.Rung(s.now); len(rung) > 0 {
		return rung
	}
	last := s.rooms.desk.Find(&s.state.Errands, "", s.it(s.state.Errands.Clock))
	return slices.DeleteFunc(last, func(k errand.Kept) bool { return k.RungAt.IsZero() })
}

// isDone: what rang is done. Of what has not rung a "got it" means only that
// they heard when it will.
func (s *situation) isDone() []samantha.Move {
	done := s.rung()
	if len(done) == 0 {
		return nil
	}
	s.become(samantha.ErrandDone, done)
	return []samantha.Move{s.ofOne(samantha.DoErrandDone, done[0])}
}

// ofOne is a move about one errand, with its words.
func (s *situation) ofOne(act string, k errand.Kept) samantha.Move {
	m := samantha.Move{Act: act, Slots: slots("kind", string(k.Kind))}
	if k.What != "" {
		s.recall(&m, "errand", k.ID)
	}
	return m
}

// snoozeFor is how long she waits if nobody says.
const snoozeFor = 10 * time.Minute

func (s *situation) snoozes(a samantha.Act) []samantha.Move {
	rung := s.rung()
	switch {
	case len(rung) == 0 && a.Slots["soft"] != "": // "later", and nothing rings
		return nil
	case len(rung) == 0:
		return []samantha.Move{{Act: samantha.DoErrandNone}}
	}
	asked := s.timeOf(a, rung[0].Kind)
	if asked.Seconds == 0 {
		asked.Seconds = int(snoozeFor.Seconds())
	}
	p := s.rooms.desk.Plan(asked)
	for _, k := range rung {
		s.errands.changed = append(s.errands.changed, samantha.ErrandChange{Target: k.ID, Did: samantha.ErrandSnoozed, Due: p.Due})
	}
	m := s.ofOne(samantha.DoErrandSnoozed, rung[0])
	m.Slots["long"] = s.rooms.desk.Length(time.Duration(asked.Seconds) * time.Second)
	return []samantha.Move{m}
}

// moves gives an errand another time.
func (s *situation) moves(a samantha.Act) []samantha.Move {
	if was, ok := s.wasOver(); ok {
		return s.keeps(samantha.Act{Kind: was.Kind, Text: a.Text, Slots: slots("what", was.Slots["what"])}, samantha.ErrandReminder)
	}
	if a.Slots["then"] != "" && !s.errandSet() {
		return s.keeps(a, samantha.ErrandReminder)
	}
	k, other, ok := s.one(a.Slots["what"])
	if !ok {
		return other
	}
	if k.Rung > 0 && a.Slots["seconds"] != "" {
		return s.snoozes(a)
	}
	last, _ := s.last()
	answers := last.Act == samantha.DoErrandHalf && a.Slots["what"] == ""
	asked := s.timeOf(a, k.Kind)
	before := k.When(s.now.Location())
	p := s.rooms.desk.Move(asked, before, a.Slots["pick"], answers)
	if by := a.Slots["by"]; by != "" {
		p, asked.Seconds = s.rooms.desk.Shift(asked, before, by), 0
	}
	if answers {
		p.Other = time.Time{} // she asks once
	}
	switch {
	case k.Kind == samantha.ErrandItem:
		return []samantha.Move{{Act: samantha.DoErrandNone, Slots: slots("errand", a.Slots["what"])}}
	case p.Past:
		return []samantha.Move{s.over(p, s.ofOne("", k).Slots)}
	case p.Due == (samantha.Due{}):
		return []samantha.Move{s.ofOne(samantha.DoErrandAt, k)}
	}
	s.errands.changed = append(s.errands.changed, samantha.ErrandChange{Target: k.ID, Did: samantha.ErrandMoved, Due: p.Due})
	m := s.ofOne("", k)
	with := s.confirms(p, asked, m.Slots)
	m.Act, m.Slots = with.Act, with.Slots
	if m.Act == samantha.DoErrandSet && !before.IsZero() && !answers {
		m.Act = samantha.DoErrandMoved
	}
	return []samantha.Move{m}
}

// it is the errand that "it" means: the only one her last answer was about, or
// else the one spoken of last.
func (s *situation) it(last samantha.ID) samantha.ID {
	x, ok := s.last()
	if !ok || s.opens() {
		return last
	}
	var about []samantha.ID
	for _, k := range s.state.Errands.Kept {
		if slices.Contains(x.From, k.ID.Event()) {
			about = append(about, k.ID)
		}
	}
	if len(about) == 1 {
		return about[0]
	}
	return last
}

// agreed: she asked which half of the day is meant, and a bare yes leaves it at
// the likelier one, which she says.
func (s *situation) agreed() []samantha.Move {
	x, ok := s.last()
	if !ok || s.opens() || x.Act != samantha.DoErrandHalf || !s.heard.Has("yes") || s.heard.Has("errand") {
		return nil
	}
	k, _, ok := s.one("")
	if !ok {
		return nil
	}
	m := s.ofOne(samantha.DoErrandSet, k)
	m.Slots["when"] = s.at(k.When(s.now.Location()))
	return []samantha.Move{m}
}

// one is the errand that a name means, or what she says if there is none or more
// than one.
func (s *situation) one(name string) (errand.Kept, []samantha.Move, bool) {
	if k, ok := s.state.Errands.Get(s.errands.picked); ok {
		return k, nil, true
	}
	found := s.rooms.desk.Find(&s.state.Errands, name, s.it(s.state.Errands.Clock))
	switch len(found) {
	case 0:
		return errand.Kept{}, []samantha.Move{{Act: samantha.DoErrandNone, Slots: slots("errand", s.rooms.desk.Own(name))}}, false
	case 1:
		return found[0], nil, true
	}
	return errand.Kept{}, s.askWhichErrand(found), false
}

func (s *situation) cancels(a samantha.Act) []samantha.Move {
	name := a.Slots["what"]
	found := s.rooms.desk.Find(&s.state.Errands, name, s.it(s.state.Errands.Last))
	if k, ok := s.state.Errands.Get(s.errands.picked); ok {
		found = []errand.Kept{k}
	}
	if asked := s.timeOf(a, samantha.ErrandReminder); len(asked.Times) > 0 && s.rooms.desk.Own(name) == "" { // "the entry for tomorrow"
		found = s.dueIn(s.state.Errands.Open(s.now.Location()), asked.Times[0])
	}
	if alike := s.alike(name); len(found) == 1 && len(alike) > 1 && s.errands.picked == "" && !s.errandSet() {
		found = alike // "cancel the alarm", of two alarms
	}
	if len(found) > 1 && !s.rooms.desk.Many(name) {
		return s.askWhichErrand(found)
	}
	if len(found) == 0 {
		return []samantha.Move{{Act: samantha.DoErrandNone, Slots: slots("errand", s.rooms.desk.Own(name))}}
	}
	return s.cancelled(found)
}

// cancelled has errands cancelled, and says so.
func (s *situation) cancelled(found []errand.Kept) []samantha.Move {
	s.become(samantha.ErrandCancelled, found)
	if len(found) == 1 {
		return []samantha.Move{s.ofOne(samantha.DoErrandCancelled, found[0])}
	}
	return []samantha.Move{{Act: samantha.DoErrandCancelled, Slots: slots("count", s.rooms.lore.Number(len(found)))}}
}

// at says a time as seen from now.
func (s *situation) at(t time.Time) string { return s.rooms.desk.When(t, s.now) }

// meetRung: what rang a moment ago was heard, for they are there. It rings no
// more.
func (s *situation) meetRung() {
	if s.state.Paused {
		return
	}
	for _, k := range s.state.Errands.Rung(s.now) {
		if !s.gone(k) {
			s.become(samantha.ErrandMet, []errand.Kept{k})
		}
	}
}

// didErrands closes what they tell they have done, before anything is said of it: what
// was due, at once; of what is still to come only what comes today.
func (s *situation) didErrands() {
	if s.state.Paused || s.company() {
		return
	}
	for _, k := range s.state.Errands.Open(s.now.Location()) {
		due := k.When(s.now.Location())
		later := due.After(s.now) && errand.Days(s.now, due) > 0
		if k.Kind == samantha.ErrandReminder && k.What != "" && !due.IsZero() && !later && k.Every == "" && !s.gone(k) && s.rooms.lore.Does(s.heard, k.What) {
			s.become(samantha.ErrandDone, []errand.Kept{k})
		}
	}
}

// tellMissed adds what was due while nobody was there, once, behind all else;
// not into something heavy.
func (s *situation) tellMissed(moves []samantha.Move) []samantha.Move {
	if s.heavy() || s.state.Paused || s.overheard() || len(moves) > 0 && moves[0].Act == samantha.DoForgot {
		return moves
	}
	m, missed := s.missed()
	if len(missed) == 0 {
		return moves
	}
	s.become(samantha.ErrandTold, missed)
	return append(withoutFollow(moves), m)
}

// missed are the errands nobody was there for and nothing was done about yet,
// and the words for them.
func (s *situation) missed() (samantha.Move, []errand.Kept) {
	missed := slices.DeleteFunc(s.state.Errands.Missed(s.now), s.gone)
	m := samantha.Move{Act: samantha.DoErrandMissed}
	s.lists(&m, missed, s.at)
	if slices.ContainsFunc(missed, func(k errand.Kept) bool { return k.Rung == 0 }) {
		m.Slots["slept"] = "yes"
	}
	return m, missed
}
