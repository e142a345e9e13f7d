package mind

import (
	"slices"
	"strings"

	"samantha"
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

// A second thought comes in so many of twelve answers that could have one, and two
// feelings are said in as many that could say two.
const (
	rethinkOf12 = 4
	mixedOf12   = 5
)

// untidy: the talk is light enough for a second thought, and none was just had.
func (s *situation) untidy(in samantha.Intent) bool {
	if s.opens() || s.earnest() || s.hurts() || s.company() || s.distant() || !s.tells() || s.heard.Has("errand") {
		return false
	}
	lately := func(x Exchange) bool { return x.Messy }
	return talks(in.Act()) && in.Act() != samantha.DoGoodbye && len(in.Moves) <= 2 && !slices.ContainsFunc(s.state.Talk, lately)
}

// rethinks is a change of mind inside an answer: by a fact of somebody they speak of
// that she remembers late, or because what was said can be read in two ways, nearly as
// likely one as the other.
func (s *situation) rethinks(in samantha.Intent) ([]samantha.Move, bool) {
	if !s.untidy(in) || !s.drawn("rethinks", rethinkOf12) {
		return nil, false
	}
	m, ok := s.remembersLate()
	if !ok {
		m, ok = s.readsOtherwise()
	}
	if !ok {
		m, ok = s.remembersTelling()
	}
	if !ok {
		return nil, false
	}
	first := in.Moves[0]
	first.Short = true
	return []samantha.Move{first, m}, true
}

// lateSlots are the facts of somebody that may put what is told of them in another
// light.
func lateSlots() []string {
	return []string{"home", "from", "work", "job", "likes", "hates", "loves", "fears", "allergic", "plays", "studies", "has", "believes"}
}

// remembersLate is a fact of the one person spoken of, told in another talk, that
// nothing of now says.
func (s *situation) remembersLate() (samantha.Move, bool) {
	if len(s.heard.People) != 1 || len(s.facts) > 0 {
		return samantha.Move{}, false
	}
	p := s.heard.People[0]
	var late []memory.Known
	for _, k := range s.state.Memory.About(or(p.Name, p.Relation)) {
		told := k.Last.Before(s.encounterSince()) && slices.Contains(lateSlots(), k.Slot) && k.Way != samantha.WayHedged
		if told && !gives(s.text, k.Value) && s.mayBringUp(k.Value, k.ID) && !s.state.Memory.OfTheDead(k.Of) {
			late = append(late, k)
		}
	}
	if len(late) == 0 {
		return samantha.Move{}, false
	}
	k := late[chance(s.state.Seed, s.state.Seq+1)%uint64(len(late))]
	m := samantha.Move{Act: samantha.DoRethink}
	s.recall(&m, "fact", k.ID)
	return m, true
}

// remembersTelling is something short that they told in another talk of the one person
// spoken of, by name.
func (s *situation) remembersTelling() (samantha.Move, bool) {
	if len(s.heard.People) != 1 || s.heard.People[0].Name == "" {
		return samantha.Move{}, false
	}
	name := " " + samantha.SentenceKey(s.heard.People[0].Name) + " "
	for _, h := range s.recalled {
		told, ok := s.index.Get(h.ID)
		long := len(strings.Fields(told.Text))
		fits := ok && told.By == samantha.OriginPerson && told.At.Before(s.encounterSince()) && long >= tellingLeast && long <= sourceWords
		if !fits || !strings.Contains(" "+samantha.SentenceKey(told.Text)+" ", name) || strings.Contains(told.Text, "?") ||
			s.state.Memory.Confided(h.ID) || s.state.saidLately(told.Text) || s.heardAs(told.Text, "tell.hard") || !s.mayBringUp(told.Text, h.ID) {
			continue
		}
		m := samantha.Move{Act: samantha.DoRethink}
		s.recall(&m, "quote", h.ID)
		return m, true
	}
	return samantha.Move{}, false
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

// mixes says two feelings of hers at once, where what they tell woke one and another
// that she has pulls the other way about as strongly.
func (s *situation) mixes(in samantha.Intent) (samantha.Move, bool) {
	if !s.untidy(in) || !s.toldTwo() || len(s.appraised.Felt) == 0 || !s.drawn("mixes", mixedOf12) {
		return samantha.Move{}, false
	}
	kept, ok := s.strongest()
	if !ok || kept.Intensity < mixedLeast {
		return samantha.Move{}, false
	}
	beside, mixed := s.rooms.heart.Beside(kept, s.feels())
	now := kept.ID.Event() == s.id || beside.ID.Event() == s.id
	if !mixed || !now || beside.Intensity < mixedLeast {
		return samantha.Move{}, false
	}
	return samantha.Move{Act: samantha.DoMixed, Slots: slots(
		"one", s.rooms.heart.Noun(kept.Emotion), "two", s.rooms.heart.Noun(beside.Emotion),
		"because", s.rooms.heart.Because(kept), "other", s.rooms.heart.Because(beside), "felt", string(kept.ID),
	)}, true
}

// toldTwo: what they tell has something good and something hard in it. Beside one
// plain thing two feelings of hers would be no answer.
func (s *situation) toldTwo() bool { return s.heard.Has("tell.good") && s.heard.Has("tell.hard") }

// mixedLeast is the least of each of two feelings that are said at once.
const mixedLeast = 0.1
