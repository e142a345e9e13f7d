package mind

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"samantha"
	"samantha/internal/mind/feeling"
	"samantha/internal/mind/memory"
)

// She is messy within reason: a second thought inside an answer, two feelings at once;
// and she lets somebody have two without choosing.

// holdsBoth keeps two feelings that pull apart and that they say they have at once.
func (s *situation) holdsBoth() (samantha.Move, bool) {
	if !s.tells() || s.heard.Has("tell.loss") || s.heard.Has("ask") || s.heard.Has("request") || s.heard.Has("errand") || s.company() {
		return samantha.Move{}, false
	}
	one, two, ok := s.rooms.heart.Two(s.text)
	return samantha.Move{Act: samantha.DoHoldBoth, Slots: slots("one", one, "two", two)}, ok
}

// A second thought rests for so many moments and over the day, two feelings of hers for
// so many; each is met a few times a season, whoever comes often or seldom (judgement).
const (
	rethinkRest = 140
	mixedRest   = 90
	messyFirst  = 20 // moments before the first
)

// griefLong is for how long after a death was told nothing she says is untidy.
const griefLong = 120 * 24 * time.Hour

// Untidy is when she last was messy in one way; the zero value is never.
type Untidy struct {
	At     time.Time `json:"at,omitzero"`
	Moment int       `json:"moment,omitempty"` // of all moments
	// Of is what she remembered late.
	Of samantha.ID `json:"of,omitempty"`
}

// rested: another day, and so many moments later.
func (u Untidy) rested(s *situation, moments int) bool {
	if u.At.IsZero() {
		return s.state.Moments >= messyFirst
	}
	day := func(t time.Time) string { return t.In(s.now.Location()).Format(time.DateOnly) }
	return s.state.Moments-u.Moment >= moments && day(u.At) != day(s.now)
}

// untidied notes how a moment was messy.
func (s *State) untidied(e samantha.Event, in samantha.Intent) {
	for _, m := range in.Moves {
		switch {
		case m.Act == samantha.DoRethink, m.Slots["second"] != "":
			s.Rethought = Untidy{At: e.At, Moment: s.Moments, Of: cmp.Or(m.Recall["fact"], m.Recall["quote"])}
		case m.Act == samantha.DoMixed:
			s.Mixed = Untidy{At: e.At, Moment: s.Moments}
		}
	}
}

// untidy: the talk is light enough for a second thought, and none was just had.
func (s *situation) untidy(in samantha.Intent) bool {
	if s.opens() || s.earnest() || s.bereaved(griefLong) || s.state.Memory.OfTheDead(s.text) || s.heard.Has("goodbye") {
		return false
	}
	if s.hurts() || s.company() || s.distant() || !s.tells() || s.heard.Has("errand") {
		return false
	}
	lately := func(x Exchange) bool { return x.Messy }
	return talks(in.Act()) && in.Act() != samantha.DoGoodbye && len(in.Moves) <= 2 && !slices.ContainsFunc(s.state.Talk, lately)
}

// rethinks is a change of mind inside an answer: by what she remembers late of somebody
// they speak of, or because what was said can be read in two ways, nearly as likely one
// as the other.
func (s *situation) rethinks(in samantha.Intent) ([]samantha.Move, bool) {
	if !s.untidy(in) || !s.state.Rethought.rested(s, rethinkRest) {
		return nil, false
	}
	for _, find := range []func() (samantha.Move, bool){s.remembersTelling, s.remembersLate, s.readsOtherwise} {
		m, ok := find()
		if !ok {
			continue
		}
		first := in.Moves[0]
		first.Short = true
		return []samantha.Move{first, m}, true
	}
	return nil, false
}

// lateSlots are the facts of somebody that may put what is told of them in another
// light.
func lateSlots() []string {
	return []string{"home", "from", "work", "job", "likes", "hates", "loves", "fears", "allergic", "plays", "studies", "has", "believes"}
}

// theOne is the one person spoken of, if they live and there is no other.
func (s *situation) theOne() (name string, ok bool) {
	if len(s.heard.People) != 1 {
		return "", false
	}
	name = or(s.heard.People[0].Name, s.heard.People[0].Relation)
	return name, name != "" && !s.state.Memory.Dead(name) && !s.state.Memory.OfTheDead(s.text)
}

// remembersLate is a fact of the one person spoken of, told in another talk, that
// nothing of now says: one that is about the same thing before any other.
func (s *situation) remembersLate() (samantha.Move, bool) {
	name, ok := s.theOne()
	if !ok || len(s.facts) > 0 {
		return samantha.Move{}, false
	}
	var late, tied []memory.Known
	for _, k := range s.state.Memory.About(name) {
		told := k.Last.Before(s.encounterSince()) && slices.Contains(lateSlots(), k.Slot) && k.Way != samantha.WayHedged
		if !told || k.ID == s.state.Rethought.Of || gives(s.text, k.Value) || !s.mayBringUp(k.Value, k.ID) || s.state.Memory.OfTheDead(k.Of+" "+k.Value) {
			continue
		}
		late = append(late, k)
		if s.touches(k.Value, name) {
			tied = append(tied, k)
		}
	}
	m := samantha.Move{Act: samantha.DoRethink}
	if len(tied) > 0 {
		late, m.Slots = tied, slots("tied", "yes")
	}
	if len(late) == 0 {
		return m, false
	}
	s.recall(&m, "fact", late[chance(s.state.Seed, s.state.Seq+1)%uint64(len(late))].ID)
	return m, true
}

// touches: something has to do with what is told now of somebody: they share a word of
// what it is about that is not the name, nor what stands before it.
func (s *situation) touches(text, name string) bool {
	about, key, of := strings.Fields(samantha.SentenceKey(s.heard.Detail)), samantha.SentenceKey(text), samantha.SentenceKey(name)
	words := strings.Fields(key)
	return slices.ContainsFunc(about, func(w string) bool {
		ofName := of != "" && (strings.Contains(of, w) || strings.Contains(key, w+" "+of))
		return len(w) >= tiesLeast && slices.Contains(words, w) && !ofName && s.index.Asks(w)
	})
}

// tiesLeast is how many letters a word has at least that ties two tellings.
const tiesLeast = 4

// remembersTelling is something short that they told in another talk of the same thing,
// and of the same person where one is spoken of.
func (s *situation) remembersTelling() (samantha.Move, bool) {
	name, ok := s.theOne()
	if !ok && len(s.heard.People) > 0 || s.state.Memory.OfTheDead(s.text) {
		return samantha.Move{}, false
	}
	for _, h := range s.recalled {
		told, ok := s.index.Get(h.ID)
		if !ok || h.ID == s.state.Rethought.Of || !s.fitsBeside(told, name) || s.state.Memory.Hushed(h.ID) || !s.mayBringUp(told.Text, h.ID) {
			continue
		}
		m := samantha.Move{Act: samantha.DoRethink}
		s.recall(&m, "quote", h.ID)
		return m, true
	}
	return samantha.Move{}, false
}

// fitsBeside: something they told puts what they tell now in another light.
func (s *situation) fitsBeside(told samantha.Memory, name string) bool {
	if told.By != samantha.OriginPerson || !told.At.Before(s.encounterSince()) || strings.ContainsAny(told.Text, ".?!") {
		return false
	}
	long := len(strings.Fields(told.Text))
	key, named := " "+samantha.SentenceKey(told.Text)+" ", strings.TrimSpace(samantha.SentenceKey(name))
	ofOne := named == "" || strings.Contains(key, " "+named+" ")
	return long >= tellingLeast && long <= sourceWords && ofOne && strings.TrimSpace(key) != samantha.SentenceKey(s.text) && s.touches(told.Text, name) &&
		!s.state.Memory.OfTheDead(told.Text) && !s.state.saidLately(told.Text) && s.toldLightly(told.Text)
}

// toldLightly: a telling was of nothing hard, and was one.
func (s *situation) toldLightly(text string) bool {
	h := s.rooms.ear.Hear(text, s.context())
	return h.Has("tell") && !h.Has("tell.hard") && !h.Has("tell.loss") && !h.Has("errand")
}

// tellingLeast is how many words a telling has at least that changes another's light.
const tellingLeast = 4

// readsOtherwise is the second of two readings that are nearly as likely as each
// other, in place of the first.
func (s *situation) readsOtherwise() (samantha.Move, bool) {
	if s.reading.Valence < graveReading {
		return samantha.Move{}, false // at something sad she does not try on words
	}
	was, is, ok := s.rooms.heart.Readings(s.text, s.heard, s.state.Heart.ToneAt(s.now))
	if !ok || s.rooms.heart.Theirs(was) == "" || s.rooms.heart.Theirs(is) == "" {
		return samantha.Move{}, false
	}
	return samantha.Move{Act: samantha.DoRethink, Slots: slots("was", s.rooms.heart.Theirs(was), "is", s.rooms.heart.Theirs(is))}, true
}

// graveReading is the valence below which what was said is no matter for trying on.
const graveReading = -0.45

// mixes says two feelings of hers at once that pull apart about as strongly: what they
// tell woke one, or both are with her from before.
func (s *situation) mixes(in samantha.Intent) (samantha.Move, bool) {
	if s.encounter() < mixedTalks || !s.untidy(in) || !s.leavesRoomForTwo() || !s.state.Mixed.rested(s, mixedRest) {
		return samantha.Move{}, false
	}
	one, two, ok := s.twoOfHers()
	now := one.ID.Event() == s.id || two.ID.Event() == s.id
	if !ok || two.Intensity < mixedLeast {
		return samantha.Move{}, false
	}
	return samantha.Move{Act: samantha.DoMixed, Slots: slots(
		"one", s.rooms.heart.Noun(one.Emotion), "two", s.rooms.heart.Noun(two.Emotion),
		"because", s.rooms.heart.Because(one), "other", s.rooms.heart.Because(two), "felt", string(one.ID), "apart", yes(!now),
	)}, true
}

// twoOfHers are two feelings of hers that pull apart, the stronger first.
func (s *situation) twoOfHers() (one, two feeling.Kept, ok bool) {
	if one, ok = s.strongest(); !ok {
		return one, two, false
	}
	two, ok = s.rooms.heart.Beside(one, s.feels())
	return one, two, ok
}

// leavesRoomForTwo: what they tell has something good and something hard in it, or is
// good and no more is asked of her. Beside one hard thing two feelings of hers would be
// no answer.
func (s *situation) leavesRoomForTwo() bool {
	return s.heard.Has("tell.good") || !s.somber() && !s.heard.Has("tell.hard")
}

// mixedTalks is from which talk on she says two feelings at once that nobody asked for: of a
// stranger's it is too much.
const mixedTalks = 3

// mixedLeast is the least of each of two feelings that are said at once.
const mixedLeast = 0.1
