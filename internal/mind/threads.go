package mind

import (
	"slices"
	"strings"
	"time"

	"samantha"
	"samantha/internal/mind/memory"
	"samantha/internal/mind/self"
)

// leavesOpen notes what the utterance leaves open, and what it says became of
// what was. Where a life is in danger nothing else counts.
func (s *situation) leavesOpen() {
	if s.care.Level > 0 {
		return
	}
	s.closed = s.rooms.lore.CloseThreads(s.heard, &s.state.Memory, memory.Answering{
		Now: s.now, Since: s.encounterSince(), Asked: s.askedAfter(), Plain: s.tells() || s.heard.Has("yes"),
	})
	s.toldOfPromised()
	s.opened = s.rooms.lore.OpenThreads(s.heard, memory.Opening{
		Now: s.now, Since: s.encounterSince(), ID: s.id, Open: s.state.Memory.OpenLately(),
		Grave: s.heard.Has("tell.loss") || s.sorrow(s.now.Add(-encounterPause)), Sad: s.graveNow(), Aside: s.state.Paused,
		Meant: s.meantBy, Ahead: s.aheadLately(),
	})
	if s.confided() {
		theirs := func(t samantha.Thread) bool { return t.Whose != memory.Herself }
		s.opened = slices.DeleteFunc(s.opened, theirs) // what she was told in confidence she does not ask after by herself
	}
	if s.leavesUnanswered() {
		s.opened = append(s.opened, memory.Unanswered(s.state.Memory.Answer, s.now))
	}
}

// aheadMoments is how far back in an encounter a promise to ask looks for the time of
// what it is about.
const aheadMoments = 8

// aheadLately is the last time to come that they told in this encounter, where she is
// asked to ask; nil if there is none.
func (s *situation) aheadLately() *samantha.When {
	if s.opens() || !s.heard.Has("request.ask") {
		return nil
	}
	for _, m := range s.index.Newest(2 * aheadMoments) {
		if m.By != samantha.OriginPerson || m.At.Before(s.encounterSince()) {
			continue
		}
		for _, w := range s.rooms.ear.Hear(m.Text, earNow(m.At.In(s.now.Location()))).Times {
			if w.Day && w.From.After(s.now) {
				return &w
			}
		}
	}
	return nil
}

// meantBy is whom a pronoun means, by name or as "my brother"; "" if nobody.
func (s *situation) meantBy(pronoun string) string {
	t, ok := s.state.Memory.Meant(pronoun)
	switch {
	case !ok || s.opens():
		return ""
	case t.Name == "" && t.Relation != "":
		return "my " + t.Relation
	}
	return t.Name
}

// wordyQuestion is how many words a question of hers must have to mean something
// another day.
const wordyQuestion = 5

// leavesUnanswered: they go while a question of hers stands open that followed from
// something told, and nothing weighs on the talk.
func (s *situation) leavesUnanswered() bool {
	x, ok := s.last()
	if !ok || s.opens() || !s.heard.Has("goodbye") || s.tells() || s.earnest() || s.state.Asked != samantha.DoFollow && s.state.Asked != samantha.DoRemark {
		return false
	}
	return s.state.Memory.Answer == x.ID.Said() && s.lastDetail().ID.Event() == x.ID && len(strings.Fields(lastQuestion(x.Answer))) >= wordyQuestion
}

// lastQuestion is the question that a text ends with, or "".
func lastQuestion(text string) string {
	sentences := samantha.Sentences(text)
	if n := len(sentences); n > 0 && strings.HasSuffix(sentences[n-1], "?") {
		return sentences[n-1]
	}
	return ""
}

// encounterSince is when this encounter began.
func (s *situation) encounterSince() time.Time {
	if s.opens() {
		return s.now
	}
	return s.state.Encounter.Since
}

// askedAfter are the threads she has just come back to: what is said now may be
// the answer.
func (s *situation) askedAfter() []samantha.ID {
	if s.now.Sub(s.state.BackAt) > encounterPause {
		return nil
	}
	return s.state.BackTo
}

// sorrow: a death, a wish for quiet or worry for a life was in the room since a
// time.
func (s *situation) sorrow(since time.Time) bool {
	return slices.ContainsFunc(s.state.Talk, func(x Exchange) bool { return x.Sorrow && x.At.After(since) })
}

// After sorrow she comes back to nothing for so long; and, but for her promises,
// never twice within the second time, however often they meet, nor to a mere
// question of hers within the third.
const (
	sorrowRests   = 72 * time.Hour
	backRests     = 12 * time.Hour
	questionRests = 72 * time.Hour
)

// earlyMoments is how far into an encounter she may come back to something of
// herself.
const earlyMoments = 4

// comesBack adds what she comes back to, if anything is ripe and this is the
// place: at a greeting or early in a talk, with nothing heavy in the room and
// nothing asked of her; once an encounter.
func (s *situation) comesBack(moves []samantha.Move) ([]samantha.Move, bool) {
	if !s.calm() {
		return nil, false
	}
	rested := s.restful()
	for _, t := range s.questionFirst(s.state.Memory.Ripe(s.now, s.encounterSince())) {
		if !rested && !promise(t) || s.cameBackNow() && !s.stillPromised(t) || s.spokenOfNow(t) || !s.placeFor(t, moves) || !s.mayComeBack(t) {
			continue
		}
		if moves[0].Act == samantha.DoGreet { // one greeting, and this instead of where they stopped
			greeting := s.greet(true)
			delete(greeting.Recall, "about")
			moves = append([]samantha.Move{greeting}, moves[1:]...)
		}
		return append(withoutFollow(moves), s.back(t)), true
	}
	return nil, false
}

// mayComeBack: it touches nothing she was asked to leave alone, and nobody who has
// died.
func (s *situation) mayComeBack(t memory.Thread) bool {
	about, _ := s.state.Memory.Thread(t.Like)
	text := strings.Join([]string{t.About, t.Thing, t.Whose, about.About}, " ")
	return s.mayBringUp(text, t.ID) && !s.state.Memory.OfTheDead(text)
}

// restful: it is calm, and nothing sorrowful was told lately.
func (s *situation) restful() bool { return s.calm() && !s.sorrow(s.now.Add(-sorrowRests)) }

// calm: nothing grave is in the room, and what is said is kept. What she was asked to
// ask needs no more than that.
func (s *situation) calm() bool {
	grave := s.heavy() || s.earnest() || s.endangered() || slices.ContainsFunc(s.state.Levels, func(level int) bool { return level > 0 })
	return !grave && !s.state.Paused && !s.distant()
}

// cameBackNow: once an encounter is enough, and one may begin with it before
// anything is heard.
func (s *situation) cameBackNow() bool {
	at := s.state.BackAt
	return !at.IsZero() && (s.now.Sub(at) <= encounterPause || !s.opens() && !at.Before(s.state.Encounter.Since))
}

// placeFor: the answer so far leaves room for a thread. A promise of hers has its
// own hour; all else comes early or not at all.
func (s *situation) placeFor(t memory.Thread, moves []samantha.Move) bool {
	rest := backRests * time.Duration(6-s.degree(self.Keeps)) / 6 // sooner, as she has become one who keeps to the clock
	if t.Like.IsSaid() {
		rest = questionRests
		if !s.opens() || s.leftOff().ID.Event() != t.Like.Moment() {
			return false // without what it followed from it means nothing
		}
	}
	rests := !promise(t) && !s.state.BackAt.IsZero() && s.now.Sub(s.state.BackAt) < rest
	if rests || len(moves) == 0 || s.heard.Has("goodbye") || s.heard.Has("request") || s.asksMore() {
		return false
	}
	if promise(t) { // whatever they came with, if it is nothing that is to be answered alone
		return s.rooms.why.in("promised", moves[0].Act)
	}
	goesOn := moves[0].Act == samantha.DoGoesOn && overdue(t)
	if !goesOn && !s.rooms.why.in("light", moves[0].Act) {
		return false
	}
	if s.opens() {
		return !s.tells() // what they came with goes first
	}
	if overdue(t) {
		return true // it had its day: the first light moment will do
	}
	return s.encounterMoments() <= earlyMoments && s.state.Questions < 2 && s.state.Asked == "" && !s.goesOn()
}

// stillPromised: a promise of hers is asked even where she came back to something else
// before, but not right behind it.
func (s *situation) stillPromised(t memory.Thread) bool {
	return promise(t) && s.state.Asked == "" && (len(s.state.Talk) == 0 || s.state.Talk[len(s.state.Talk)-1].Act != samantha.DoBack)
}

// toldOfPromised closes what she promised to ask about and they tell by themselves.
func (s *situation) toldOfPromised() {
	if !s.tells() {
		return
	}
	for _, t := range s.state.Memory.Ripe(s.now, s.encounterSince()) {
		closes := func(c samantha.Closing) bool { return c.Thread == t.ID }
		if promise(t) && s.rooms.lore.Says(s.text, t.Thread) && !slices.ContainsFunc(s.closed, closes) {
			s.closed = append(s.closed, samantha.Closing{Thread: t.ID, How: samantha.EndAnswered})
		}
	}
}

// overdue: what was planned has had its time, and she has not asked after it.
func overdue(t memory.Thread) bool {
	return t.Due != nil && t.Whose != memory.Herself && len(t.Came) == 0
}

// promise: it is one of hers.
func promise(t memory.Thread) bool {
	return t.Whose == memory.Herself && t.Kind == samantha.ThreadPromise
}

// asksMore: something is asked of her beyond how she is.
func (s *situation) asksMore() bool {
	return slices.ContainsFunc(s.heard.Acts, func(a samantha.Act) bool { return under(a.Kind, "ask") && a.Kind != "ask.howare" })
}

// spokenOfNow: they bring it up themselves.
func (s *situation) spokenOfNow(t memory.Thread) bool {
	closes := func(c samantha.Closing) bool { return c.Thread == t.ID }
	return slices.ContainsFunc(s.closed, closes) || s.rooms.lore.Says(s.text, t.Thread)
}

// back is the question after a thread.
func (s *situation) back(t memory.Thread) samantha.Move {
	kind := string(t.Kind)
	if t.Kind == samantha.ThreadWorry && s.rooms.lore.OfHealth(t.Thing) {
		kind = "health"
	}
	m := samantha.Move{Act: samantha.DoBack, Slots: slots(
		"kind", kind, "form", t.Form, "mine", yes(promise(t)), "again", yes(len(t.Came) > 0), "thread", string(t.ID),
	)}
	s.recallThread(&m, t)
	return m
}

// recallThread fills the slots that hold the words of a thread.
func (s *situation) recallThread(m *samantha.Move, t memory.Thread) {
	if promise(t) && t.Thing == "" && t.Like == "" {
		m.From = append(m.From, t.ID.Event()) // "how it went": there are no words for it but theirs of then
		return
	}
	s.recall(m, "what", t.ID)
	if t.Like.IsSaid() {
		s.recall(m, "text", t.Like+askedPart)
		s.recall(m, "about", s.leftOff().ID)
		return
	}
	s.recall(m, "about", memory.AboutOf(t.ID))
	if t.Whose != memory.Person && t.Whose != memory.Herself && t.Whose != "" {
		s.recall(m, "who", memory.WhoOf(t.ID))
	}
	if t.Like != "" {
		m.From = append(m.From, t.Like.Event())
	}
	m.From = events(append(m.From, t.Told()))
}

// ofThreads is what she does with what was said of a thread, where nothing else
// answers it better: something is at another time, what she asked after fell
// through or is to be left alone.
func (s *situation) ofThreads() []samantha.Move {
	if s.heard.Has("ask") || s.heard.Has("request") || s.graveNow() {
		return nil
	}
	left := slices.ContainsFunc(s.heard.Ends, func(e samantha.Act) bool { return e.Kind == "letbe" })
	for _, c := range s.closed {
		t, ok := s.state.Memory.Thread(c.Thread)
		asked := slices.Contains(s.askedAfter(), c.Thread)
		switch {
		case !ok:
		case c.How == samantha.EndChanged:
			m := samantha.Move{Act: samantha.DoMoved, Slots: slots("form", t.Form, "when", s.rooms.lore.Ahead(*c.Due, *c.Until, s.now))}
			if t.Due != nil && !t.Due.Equal(*c.Due) {
				m.Slots["before"] = s.rooms.lore.Ahead(t.Due.In(s.now.Location()), t.Until.In(s.now.Location()), s.now)
			}
			s.recall(&m, "what", t.ID)
			return []samantha.Move{m}
		case asked && left:
			return []samantha.Move{{Act: samantha.DoLetBe}}
		case asked && c.How == samantha.EndDropped && t.Kind == samantha.ThreadPlan:
			m := samantha.Move{Act: samantha.DoFell, Slots: slots("form", t.Form)}
			s.recall(&m, "what", t.ID)
			return []samantha.Move{m}
		}
	}
	return nil
}

// promising is her promise to ask; off the record she makes none, nor one that she
// could not keep.
func (s *situation) promising(a samantha.Act) samantha.Move {
	n := len(s.opened)
	if s.state.Paused {
		return samantha.Move{Act: samantha.DoOffStill}
	}
	if n == 0 || s.opened[n-1].Whose != memory.Herself {
		return samantha.Move{Act: samantha.DoCannot}
	}
	t := s.opened[n-1]
	m := samantha.Move{Act: samantha.DoPromise, Slots: slots("when", a.Slots["when"], "form", t.Form, "watch", a.Slots["watch"])}
	if a.Kind == "request.stop" {
		m = samantha.Move{Act: samantha.DoHoldBack, Slots: slots("form", t.Form)}
	}
	m.Recall = map[string]samantha.ID{"what": s.id.Part("thread", n)}
	if t.Like != "" {
		m.From = []samantha.ID{t.Like.Event()}
	}
	return m
}

// openMost is how many threads she names when she is asked what is open.
const openMost = 4

// waited gives a move the thing that was left open and that this is the end of, if
// she had not just asked after it: "the driving test", where only "I passed" was
// said.
func (s *situation) waited(m *samantha.Move) {
	if len(s.askedAfter()) > 0 {
		return
	}
	for _, c := range s.closed {
		t, ok := s.state.Memory.Thread(c.Thread)
		if ok && c.How == samantha.EndDone && t.Form == samantha.FormThing && t.Whose == memory.Person && s.mayBringUp(t.About, t.ID) {
			s.recall(m, "waited", t.ID)
			return
		}
	}
}
