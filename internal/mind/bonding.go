package mind

import (
	"slices"
	"time"

	"samantha"
	"samantha/internal/mind/bond"
	"samantha/internal/mind/memory"
)

// tie is what an intent decides of the two of them, beside its moves.
type tie struct {
	done   samantha.Bonding
	vows   []samantha.Vow
	hurt   string      // what she is held to have done, in their words
	lapsed samantha.ID // a promise of hers whose time is over
}

// bond is how the two stand now.
func (s *situation) bond() samantha.Bond { return s.rooms.bond.At(s.state.Bond, s.now) }

// distant: the person wanted distance and has it.
func (s *situation) distant() bool { return s.state.Bond.Cooled != nil }

// playTension is how much tension is too much for play.
const playTension = 0.3

// weighed is what the moment does to the bond; nil where nothing may: in company,
// where a life may be in danger, for a note.
func (s *situation) weighed(in samantha.Intent) *samantha.Bonding {
	if s.company() || s.care.Level > 0 || s.jotted {
		return nil
	}
	var left []samantha.ThreadKind
	for _, t := range s.opened {
		left = append(left, t.Kind)
	}
	b := s.rooms.bond.Weigh(s.state.Bond, bond.Happening{
		ID: s.id, At: s.now, Hearing: s.heard, Intent: in, Left: left, Facts: len(s.facts),
		Kept: keeps(in), Lapsed: s.tie.lapsed, Wrong: s.gaveWrong(in), Done: s.tie.done,
	})
	return &b
}

// keeps: she comes back to what she had promised to ask.
func keeps(in samantha.Intent) bool {
	return slices.ContainsFunc(in.Moves, func(m samantha.Move) bool { return m.Act == samantha.DoBack && m.Slots["mine"] != "" })
}

// gaveWrong: what they put right is something she had just given back.
func (s *situation) gaveWrong(in samantha.Intent) bool {
	last, ok := s.last()
	return ok && last.Given != "" && in.Act() == samantha.DoWrong && in.Moves[0].Slots["fixed"] != ""
}

// between is what she does with what was said of the two of them; nil if nothing was.
func (s *situation) between(a samantha.Act) []samantha.Move {
	if s.company() && s.ofTheTwo(a.Kind) {
		return s.listen() // it may not be the person who says it
	}
	if a.Slots["bare"] != "" && s.midTelling(a.Kind) {
		return s.comforting()
	}
	var m samantha.Move
	switch a.Kind {
	case "hurt":
		m = s.ownsUp(a)
	case "bond.cool":
		m = s.cools(samantha.Cooling(a.Slots["how"]))
	case "bond.warm":
		m = samantha.Move{Act: samantha.DoWarmed, Slots: slots("none", yes(!s.distant()))}
		s.tie.done.Warmed = s.distant()
	case "mend.yes", "mend.no":
		if a.Slots["meant"] != "" && !s.torn() {
			return s.unmeant()
		}
		m = s.mends(a.Kind == "mend.yes")
	case "vow":
		m = s.vows(a)
	case "vow.free":
		m = s.freesVow()
	case "flirt":
		m = s.courted(a)
	default:
		return nil
	}
	return []samantha.Move{m}
}

// ofTheTwo: a kind of act that is about the two of them.
func (s *situation) ofTheTwo(kind string) bool {
	return kind == "hurt" || under(kind, "bond") || under(kind, "mend") || under(kind, "vow")
}

// midTelling: they were telling something, so that a bare "that hurt" or "this is
// over" is about that and not about her.
func (s *situation) midTelling(kind string) bool {
	if s.tells() || len(s.heard.Acts) > 1 {
		return kind == "hurt"
	}
	lately := s.state.Talk[max(0, len(s.state.Talk)-middleMoments):]
	return !s.opens() && slices.ContainsFunc(lately, func(x Exchange) bool { return x.Tells })
}

// middleMoments is how many moments a telling may pause.
const middleMoments = 2

// cools takes the distance that the person asks for, at once.
func (s *situation) cools(how samantha.Cooling) samantha.Move {
	s.tie.done.Cooled = how
	return samantha.Move{Act: samantha.DoCooled, Slots: slots("how", string(how), "off", yes(s.state.Paused))}
}

// ownsUp is her part in what they hold against her. A promise that the record does
// not have is looked for and not owned.
func (s *situation) ownsUp(a samantha.Act) samantha.Move {
	kind, what := a.Slots["how"], a.Slots["what"]
	if kind == "promise" && !s.everPromised() {
		x, ok := s.waiting() // "I trusted you", after she owned up to something, is about that
		if !ok || a.Slots["bare"] == "" || !slices.Contains([]string{"forgot", "hurt"}, x.Kind) {
			return samantha.Move{Act: samantha.DoNothing}
		}
		kind = x.Kind
	}
	s.tie.hurt = what
	return samantha.Move{Act: samantha.DoOwnUp, Slots: slots("kind", kind, "what", what)}
}

// everPromised: there is a promise of hers in the record.
func (s *situation) everPromised() bool {
	return slices.ContainsFunc(s.state.Memory.Threads, promise) ||
		slices.ContainsFunc(s.state.Bond.Vows, func(v bond.Vow) bool { return v.Whose != samantha.VowTheirs }) ||
		len(s.state.Errands.Kept) > 0
}

// answersMending is what she does with their answer to a question about something
// torn; false if they speak of something else.
func (s *situation) answersMending() (samantha.Move, bool) {
	if s.heard.Has("ask") || s.heard.Has("request") || s.heard.Has("goodbye") || s.heard.Has("errand") || s.heard.Has("bond") || s.heard.Has("hurt") {
		return samantha.Move{}, false
	}
	switch s.state.Asked {
	case samantha.DoMendBack:
		return s.answersAfter()
	case samantha.DoOwnUp:
		if x, ok := s.waiting(); ok && s.tells() && !s.graveNow() && !s.heard.Has("mend") {
			s.step(x, samantha.RepairAmended)
			return samantha.Move{Act: samantha.DoAmend, Slots: slots("kind", x.Kind)}, true
		}
	}
	return samantha.Move{}, false
}

// answersAfter takes a yes or a no. After a "whatever" she asked whether it was her:
// there a no is what mends.
func (s *situation) answersAfter() (samantha.Move, bool) {
	x, ok := s.waiting()
	said := s.heard.Has("yes") || s.heard.Has("no")
	if !ok || !said {
		return samantha.Move{}, false
	}
	return s.mends(s.heard.Has("yes") != (x.Kind == "goodbye")), true
}

// waiting is the rupture whose repair has come furthest of those that are open.
func (s *situation) waiting() (bond.Rupture, bool) {
	open := s.rooms.bond.Open(s.state.Bond, s.now)
	for _, x := range open {
		if x.Reached() != "" {
			return x, true
		}
	}
	if len(open) == 0 {
		return bond.Rupture{}, false
	}
	return open[0], true
}

// torn: something between them is open, be it theirs or hers to mend.
func (s *situation) torn() bool { return len(s.rooms.bond.Open(s.state.Bond, s.now)) > 0 }

// unmeant is what she does with "I didn't mean it like that" where nothing is torn:
// she takes it as the small thing it is.
func (s *situation) unmeant() []samantha.Move {
	return []samantha.Move{{Act: samantha.DoSorry}}
}

// sorry is what she does with theirs. Where it was a slip of hers that made them cross,
// and that is open still, theirs is not the one that is due.
func (s *situation) sorry() samantha.Move {
	due := slices.ContainsFunc(s.rooms.bond.Open(s.state.Bond, s.now), func(x bond.Rupture) bool {
		return slices.Contains([]string{"promise", "forgot", "hurt", "unheard", "wrong"}, x.Kind)
	})
	return samantha.Move{Act: samantha.DoSorry, Slots: slots("due", yes(due))}
}

// mends is their word on whether something is mended. Theirs alone closes it.
func (s *situation) mends(mended bool) samantha.Move {
	x, ok := s.waiting()
	if ok && mended {
		s.step(x, samantha.RepairClosed)
	}
	if !ok {
		return samantha.Move{Act: samantha.DoListen}
	}
	return samantha.Move{Act: samantha.DoMended, Slots: slots("how", either(mended, "done", "open"))}
}

func (s *situation) step(x bond.Rupture, step samantha.RepairStep) {
	s.tie.done.Ruptures = append(s.tie.done.Ruptures, samantha.Repair{Rupture: x.ID, Step: step})
}

// forgives closes what a hard word or a "whatever" of theirs tore, when they say sorry for
// it; and the space they wanted in anger is over with the anger.
func (s *situation) forgives() {
	if !s.heard.Has("sorry") {
		return
	}
	if c := s.state.Bond.Cooled; c != nil && c.How == samantha.CoolSpace && s.torn() && !s.company() {
		s.tie.done.Warmed = true
	}
	for _, x := range s.rooms.bond.Open(s.state.Bond, s.now) {
		if x.Kind == "insult" || x.Kind == "goodbye" {
			s.step(x, samantha.RepairClosed)
		}
	}
}

// light: a place in the talk where she may speak of the two of them by herself.
func (s *situation) light(moves []samantha.Move) bool {
	if !s.roomFor(moves) {
		return false
	}
	if s.opens() {
		return !s.tells() // what they came with goes first
	}
	return s.encounterMoments() <= earlyMoments && s.state.Asked == ""
}

// mendsOfHerself is what she brings up of something torn: a promise of hers that
// lapsed, or once, on another day, whether it is mended.
func (s *situation) mendsOfHerself(moves []samantha.Move) ([]samantha.Move, bool) {
	if !s.light(moves) || s.cameBackNow() {
		return nil, false
	}
	var m samantha.Move
	if t, ok := s.lapsedPromise(); ok {
		s.tie.lapsed = t.ID
		m = samantha.Move{Act: samantha.DoOwnUp, Slots: slots("kind", "promise", "lapsed", "yes")}
		s.recall(&m, "what", t.ID)
	} else if x, ok := s.rooms.bond.Follow(s.state.Bond, s.now, s.encounterSince()); ok {
		m = s.asksAfter(x)
	} else {
		return nil, false
	}
	return append(s.bare(moves), m), true
}

// asksAfter asks once, in another encounter, whether something is mended.
func (s *situation) asksAfter(x bond.Rupture) samantha.Move {
	s.step(x, samantha.RepairFollowed)
	m := samantha.Move{Act: samantha.DoMendBack, Slots: slots("kind", x.Kind)}
	switch {
	case x.About != "":
		s.recall(&m, "what", x.About)
	case x.What != "":
		s.recall(&m, "what", x.ID)
	}
	return m
}

// roomFor: a light answer, at any point of a talk, beside which something of hers finds room.
func (s *situation) roomFor(moves []samantha.Move) bool {
	if len(moves) == 0 || s.heavy() || s.company() || s.state.Paused || s.heard.Has("goodbye") || s.heard.Has("request") || s.asksMore() {
		return false
	}
	return s.rooms.why.in("light", moves[0].Act)
}

// bare are the moves with a greeting that leaves room for something else.
func (s *situation) bare(moves []samantha.Move) []samantha.Move {
	if moves[0].Act == samantha.DoGreet {
		greeting := s.greet(true)
		delete(greeting.Recall, "about")
		moves = append([]samantha.Move{greeting}, moves[1:]...)
	}
	return withoutFollow(moves)
}

// unkeptAfter is how long after its time a promise to ask is unkept, if they talked in
// between.
const unkeptAfter = 7 * 24 * time.Hour

// lapsedPromise is a promise of hers whose time is over, though they talked since.
func (s *situation) lapsedPromise() (memory.Thread, bool) {
	for _, t := range s.state.Memory.Open() {
		named := func(x bond.Rupture) bool { return x.About == t.ID }
		if !promise(t) || t.Due == nil || len(t.Came) > 0 || s.now.Sub(*t.Due) < unkeptAfter || s.state.LastAt.Before(t.Due.AddDate(0, 0, 1)) ||
			slices.ContainsFunc(s.state.Bond.Ruptures, named) || !s.mayBringUp(t.About, t.ID) {
			continue
		}
		return t, true
	}
	return memory.Thread{}, false
}

// tellsMoments is how far into an encounter she tells of herself unasked.
const tellsMoments = 2

// tellsOfHerself is something of hers that nobody asked for: on a day on which they
// told more than facts and she has told nothing yet.
func (s *situation) tellsOfHerself(act string) (samantha.Move, bool) {
	theirs := s.rooms.bond.Theirs(s.heard, nil, len(s.facts))
	today := s.state.Bond.Day
	if today.Date != s.now.Format(time.DateOnly) {
		today = bond.Day{}
	}
	mark := s.state.Bond.Telling(theirs)
	if mark == "" || today.Hers > 0 || max(today.Theirs, theirs) == 0 || s.encounterMoments() < tellsMoments ||
		!s.tells() || !s.lull() || s.earnest() || s.company() || s.state.Paused || len(s.rooms.bond.Open(s.state.Bond, s.now)) > 0 {
		return samantha.Move{}, false
	}
	switch act {
	case samantha.DoTake, samantha.DoRemark, samantha.DoOpinion, samantha.DoNoted, samantha.DoPlan, samantha.DoGlad, samantha.DoListen:
		return s.somethingOfHers(mark), true
	}
	return samantha.Move{}, false
}

// somethingOfHers is what she tells: the feeling she has, if it may go so deep, or something
// lighter.
func (s *situation) somethingOfHers(mark string) samantha.Move {
	m := s.ownFeeling("ask.feelings")
	deep := len(mark) >= 3 && m.Slots["emotion"] != ""
	if !deep {
		return samantha.Move{Act: samantha.DoTells, Slots: slots("depth", mark[:min(len(mark), 2)])}
	}
	m.Act, m.Slots["depth"] = samantha.DoTells, mark
	return m
}

// howBond answers how the two stand, from the record.
func (s *situation) howBond(a samantha.Act) samantha.Move {
	m := samantha.Move{Act: samantha.DoHowBond, Slots: slots("about", a.Slots["about"], "cooled", yes(s.distant()), "trust", s.rooms.bond.TrustWord(s.bond().Trust))}
	for _, k := range s.feltBefore() {
		if (k.Rule == "insulted" || k.Rule == "left-hard") && (a.Slots["about"] == "angry" || a.Slots["about"] == "hurt") {
			m.Slots["because"], m.Slots["felt"] = s.rooms.heart.Because(k), string(k.ID)
		}
	}
	if open := s.rooms.bond.Open(s.state.Bond, s.now); len(open) > 0 {
		m.Slots["torn"], m.Slots["tear"] = open[0].Kind, s.rooms.bond.Kind(open[0].Kind)
	} else if left := s.rooms.bond.Left(s.state.Bond, s.now); len(left) > 0 {
		m.Slots["left"] = s.rooms.bond.Kind(left[0].Kind)
	}
	return m
}
