package mind

import (
	"slices"
	"strings"
	"time"

	"samantha"
	"samantha/internal/mind/self"
)

// selfNow is what the speaker is told of who she is by now. Words of the person's
// that are to be left alone are not among those she may use, and with somebody
// else there none is.
func (m *Mind) selfNow(play []self.Item) samantha.Self {
	s := &m.inMind().Self
	now := samantha.Self{Traits: s.Traits(), Grown: m.rooms.becoming.Grown(s)}
	for _, it := range play {
		if now.Words == nil {
			now.Words = map[string]string{}
		}
		now.Words[it.Class] = it.Word()
	}
	return now
}

// inPlay are the words taken from the person that she may use in one answer.
func (m *Mind) inPlay(seed uint64, at time.Time) []self.Item {
	s := m.inMind()
	if len(s.Guests) > 0 {
		return nil
	}
	return slices.DeleteFunc(s.Self.InPlay(seed, at), func(it self.Item) bool { return s.Memory.Unmentioned(it.Word()) })
}

// usedOf are the things of her repertoire that an answer used: those its moves
// were made of, and the words in play that stand in it.
func (m *Mind) usedOf(in samantha.Intent, said *samantha.Said, play []self.Item) []samantha.ID {
	var used []samantha.ID
	add := func(id samantha.ID) {
		if it, ok := m.inMind().Self.Item(id); ok && !slices.Contains(used, it.ID) {
			used = append(used, it.ID)
		}
	}
	for _, move := range in.Moves {
		if move.Act == samantha.DoWord {
			continue // to speak of a word is not to use it
		}
		for _, slot := range []string{"word", "text", "wish", "like"} {
			add(move.Recall[slot])
		}
	}
	text := " " + samantha.SentenceKey(said.Text()) + " "
	for _, it := range play {
		if strings.Contains(text, " "+samantha.SentenceKey(it.Word())+" ") {
			add(it.ID)
		}
	}
	return used
}

// sourced fills a slot from her repertoire: what it is, or one of its parts.
func (s *situation) sourced(m *samantha.Move, slot string, it self.Item, part string) {
	id := it.ID
	if part != "" {
		id = it.ID.Part(part, 1)
	}
	s.recall(m, slot, id)
}

// ofSelf answers who she has become: what she is like, whether she has changed,
// what she likes and would like, what she holds of something, a word of hers.
func (s *situation) ofSelf(a samantha.Act) []samantha.Move {
	var m samantha.Move
	switch a.Kind {
	case "ask.self":
		m = s.portrayed()
	case "ask.become":
		m = s.changedHer()
	case "ask.values":
		m = s.holdsTo()
	case "ask.ourday":
		m = s.ourDay(a.Slots["which"])
	case "ask.seen":
		return s.unseen(a)
	case "ask.wish":
		m = s.wishing()
		switch a.Slots["about"] {
		case "like":
			m = s.liking()
		case "dislike":
			m = s.against()
		}
	case "ask.word", "ask.why":
		return s.ofWord(a)
	case "ask.view":
		return s.opinion(a)
	default:
		return nil
	}
	return []samantha.Move{m}
}

// portrayed is what she is like: out of her newest portrait, or else as she was
// born and how she has moved since.
func (s *situation) portrayed() samantha.Move {
	me := &s.state.Self
	born, _ := s.rooms.becoming.InWords(me, samantha.Openness)
	how, _, _ := s.rooms.becoming.Moved(me)
	m := samantha.Move{Act: samantha.DoSelf, Slots: slots("born", born, "how", how)}
	if n := len(me.Portraits); n > 0 && !s.company() {
		s.recall(&m, "text", me.Portraits[n-1].ID)
	}
	return m
}

// drawerful is how many words of theirs she has when she has many.
const drawerful = 5

// changedHer is how she has changed: the trait that moved most, the newest word of
// theirs, the newest opinion that was another.
func (s *situation) changedHer() samantha.Move {
	me := &s.state.Self
	how, because, size := s.rooms.becoming.Moved(me)
	m := samantha.Move{Act: samantha.DoChangedHer, Slots: slots("how", how, "because", because, "size", size)}
	if words := me.Holding(samantha.ItemWord); len(words) > 0 && !s.company() {
		m.Slots["drawer"] = either(len(words) < drawerful, "few", "full")
		s.sourced(&m, "word", words[len(words)-1], "")
	}
	for _, it := range slices.Backward(me.Holding(samantha.ItemOpinion)) {
		if it.Instead != "" {
			s.sourced(&m, "about", it, "")
			s.sourced(&m, "view", it, self.PartText)
			break
		}
	}
	return m
}

// movedBy is what they told that moved her most, where it may be said again.
func (s *situation) movedBy() samantha.Move {
	m := samantha.Move{Act: samantha.DoGrounds, Slots: slots("end", "yes")}
	step, ok := s.rooms.becoming.Largest(&s.state.Self)
	if !ok {
		return m
	}
	for _, id := range slices.Backward(step.Causes) {
		told, ok := s.index.Get(id)
		if ok && told.By == samantha.OriginPerson && len(strings.Fields(told.Text)) <= sourceWords && s.mayBringUp(told.Text, id) {
			m = samantha.Move{Act: samantha.DoGrounds}
			s.recall(&m, "quote", id)
			return m
		}
	}
	return m
}

// wishing is one wish of hers: that which she told longest ago.
func (s *situation) wishing() samantha.Move {
	m := samantha.Move{Act: samantha.DoWish}
	held := s.hers(samantha.ItemWish)
	slices.SortStableFunc(held, func(a, b self.Item) int { return a.UsedAt.Compare(b.UsedAt) })
	if len(held) > 0 {
		s.sourced(&m, "wish", held[0], self.PartText)
	}
	return m
}

// liking is what she likes: the newest things that came of what they tell her, and
// one that she was born with.
func (s *situation) liking() samantha.Move {
	m := samantha.Move{Act: samantha.DoLikes}
	came := []string{"one", "two"}
	for _, it := range slices.Backward(s.hers(samantha.ItemInterest)) {
		switch {
		case len(it.Sources) == 0 && m.Recall["born"] == "":
			s.sourced(&m, "born", it, self.PartText)
		case len(it.Sources) > 0 && len(came) > 0:
			s.sourced(&m, came[0], it, self.PartText)
			came = came[1:]
		}
	}
	return m
}

// hers are the things of a kind that she may speak of here.
func (s *situation) hers(kind samantha.ItemKind) []self.Item {
	return slices.DeleteFunc(s.state.Self.Holding(kind), func(it self.Item) bool {
		return len(it.Sources) > 0 && (!s.mayBringUp(it.Text, it.Sources[0]) || s.isOver(it.Of))
	})
}

// isOver: what a thing of hers is about was a thread, and it is closed, be it by what
// is said now.
func (s *situation) isOver(of samantha.ID) bool {
	t, ok := s.state.Memory.Thread(of)
	_, closed := t.Closed()
	return ok && closed || slices.ContainsFunc(s.closed, func(c samantha.Closing) bool { return c.Thread == of })
}

// ofWord answers why she says a word that she has from the person; nil if it is
// about none, and there is another answer.
func (s *situation) ofWord(a samantha.Act) []samantha.Move {
	if held, ok := s.justHeld(); ok && a.Kind == "ask.why" && a.Slots["of"] == "" {
		return []samantha.Move{s.grounds(held)}
	}
	if x, ok := s.last(); ok && !s.opens() && x.Became && a.Kind == "ask.why" && a.Slots["of"] == "" {
		return []samantha.Move{s.movedBy()}
	}
	if a.Kind == "ask.why" && a.Slots["of"] == "" && s.justLeant() {
		return []samantha.Move{{Act: samantha.DoGrounds, Slots: slots("end", "yes")}}
	}
	it, ok := s.state.Self.WordNamed(a.Text)
	if a.Slots["claimed"] != "" && !ok {
		if it, ok = s.lastWord(); strings.Contains(" "+samantha.SentenceKey(a.Text)+" ", " joke ") {
			it, ok = s.ourJoke()
		}
	}
	switch {
	case ok && !s.company():
		m := samantha.Move{Act: samantha.DoWord, Slots: slots("when", s.when(it.At, a.Text), "claimed", a.Slots["claimed"])}
		s.sourced(&m, "word", it, "")
		m.From = append(m.From, it.Sources...)
		return []samantha.Move{m}
	case a.Kind == "ask.word":
		return []samantha.Move{{Act: samantha.DoWord, Slots: slots("claimed", a.Slots["claimed"])}}
	}
	return nil
}

// justHeld is the opinion that her last answer told.
func (s *situation) justHeld() (self.Item, bool) {
	x, ok := s.last()
	if !ok || s.opens() {
		return self.Item{}, false
	}
	for _, id := range x.From {
		if it, ok := s.state.Self.Item(id); ok && it.Kind == samantha.ItemOpinion {
			return it, true
		}
	}
	return self.Item{}, false
}

// lastWord is the word of theirs that she used last.
func (s *situation) lastWord() (self.Item, bool) {
	words := slices.DeleteFunc(s.state.Self.Holding(samantha.ItemWord), func(it self.Item) bool { return it.Used == 0 })
	if len(words) == 0 {
		return self.Item{}, false
	}
	return slices.MaxFunc(words, func(a, b self.Item) int { return a.UsedAt.Compare(b.UsedAt) }), true
}

// ourJoke is the joke they share that she used last, or the newest.
func (s *situation) ourJoke() (self.Item, bool) {
	jokes := s.hers(samantha.ItemJoke)
	if len(jokes) == 0 {
		return self.Item{}, false
	}
	return slices.MaxFunc(jokes, func(a, b self.Item) int { return a.UsedAt.Compare(b.UsedAt) }), true
}

// cameOf is what they told that an opinion came of, the newest that may be said again:
// she gives it the first times she tells the opinion, so that it is of their days and
// nobody else's.
func (s *situation) cameOf(it self.Item) (samantha.ID, bool) {
	if len(it.Uses) >= usesOfSource {
		return "", false
	}
	for _, id := range slices.Backward(it.Sources) {
		told, ok := s.index.Get(id)
		brief := len(strings.Fields(told.Text)) <= sourceWords
		if ok && brief && !strings.Contains(told.Text, "?") && !s.state.Memory.Hushed(id) && s.mayBringUp(told.Text, id) {
			return id, true
		}
	}
	return "", false
}

// How often an opinion is told with what it came of, and how many words that may have.
const (
	usesOfSource = 2
	sourceWords  = 16
)

func (s *situation) holding(act string, it self.Item) samantha.Move {
	m := samantha.Move{Act: act}
	s.sourced(&m, "text", it, self.PartText)
	s.sourced(&m, "because", it, self.PartBecause)
	if from, ok := s.cameOf(it); ok {
		s.recall(&m, "quote", from)
	}
	if act != samantha.DoHolds {
		return m
	}
	s.sourced(&m, "what", it, "")
	if before, ok := s.state.Self.Before(it); ok {
		s.sourced(&m, "before", before, self.PartText)
	}
	return m
}

// How long an opinion rests before she says it unasked again, where they told what
// they think; less if she has become bolder than she was born. Where they only
// speak of the thing it rests for much longer, and so do all others for a while.
const (
	opineRest     = 12 * 24 * time.Hour
	opineRestBold = 5 * 24 * time.Hour
	opineAside    = 60 * 24 * time.Hour
	opinePause    = 3 * 24 * time.Hour
	boldFrom      = 0.01
)

// opines is what she holds of what they told, unasked.
func (s *situation) opines() (samantha.Move, bool) {
	thinks := s.heard.Has("tell.opinion") || s.heard.Has("agreeme")
	if s.opens() || s.earnest() || s.company() || !thinks && (!s.heard.Has("tell") || s.tone() != samantha.TonePlain) {
		return samantha.Move{}, false
	}
	it, ok := s.state.Self.Opinion(s.rooms.becoming.Touched(s.text))
	if !ok || !s.rested(it, thinks) {
		return samantha.Move{}, false
	}
	m := s.holding(samantha.DoOpine, it)
	m.Slots = slots("agree", map[int]string{1: "yes", -1: "no"}[s.rooms.becoming.Agrees(it, s.reading.Valence)])
	return m, true
}

// brings is what she adds of her own: a joke they share, what she thinks, or a word
// that what was said brought back.
func (s *situation) brings(in samantha.Intent) ([]samantha.Move, bool) {
	if joke, ok := s.joke(in.Act()); ok {
		return append(withoutFollow(in.Moves), joke), true
	}
	if opine, ok := s.opines(); ok {
		if in.Act() == samantha.DoOpinion || in.Act() == samantha.DoDisagree {
			return []samantha.Move{opine}, true // it is the answer
		}
		return append(withoutFollow(in.Moves), opine), true
	}
	stir, ok := s.stir(in.Act())
	return append(withoutFollow(in.Moves), stir), ok
}

// rested: an opinion has rested long enough to be said unasked.
func (s *situation) rested(it self.Item, thinks bool) bool {
	since := s.now.Sub(it.UsedAt)
	lately := func(o self.Item) bool { return s.now.Sub(o.UsedAt) < opinePause }
	switch {
	case !thinks:
		return since >= s.frankly(opineAside) && !slices.ContainsFunc(s.state.Self.Holding(samantha.ItemOpinion), lately)
	case s.state.Heart.Drift.E >= boldFrom:
		return since >= s.frankly(opineRestBold)
	}
	return since >= s.frankly(opineRest)
}

// frankly is a time for an opinion to rest, by how plainly she has come to speak: a
// quarter of it at the least, four times at the most.
func (s *situation) frankly(rest time.Duration) time.Duration {
	switch tact := s.degree(self.Tact); {
	case tact < 0:
		return rest / time.Duration(1-tact)
	case tact > 0:
		return rest * time.Duration(1+tact)
	}
	return rest
}

// joke is a joke they share, where what is told is of its kind.
func (s *situation) joke(act string) (samantha.Move, bool) {
	if s.opens() || s.earnest() || !s.tells() || act == samantha.DoGoodbye {
		return samantha.Move{}, false
	}
	it, ok := s.state.Self.Joke(s.topic(), s.now)
	if !ok || len(it.Sources) == 0 || gives(s.text, it.Word()) || !s.mayBringUp(it.Word(), it.Sources[0]) {
		return samantha.Move{}, false
	}
	m := samantha.Move{Act: samantha.DoJoke}
	s.sourced(&m, "word", it, "")
	return m, true
}

// curious: what is told is something she likes to hear of, or she has become more
// curious than she was born; she asks once more then.
func (s *situation) curious() bool {
	return s.state.Self.Likes(s.topic()) || s.state.Heart.Drift.O >= boldFrom
}
