package mind

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"samantha"
	"samantha/internal/mind/feeling"
	"samantha/internal/mind/memory"
)

// answer is what she does with a question: about herself, the past, the world.
func (s *situation) answer(a samantha.Act) []samantha.Move {
	switch a.Kind {
	case "ask.understand":
		return []samantha.Move{s.follows()}
	case "ask.conscience":
		return []samantha.Move{{Act: samantha.DoConscience, Slots: slots("how", a.Slots["how"])}}
	case "ask.advice":
		return []samantha.Move{s.advice(a)}
	case "ask.past", "ask.world", "ask.other", "ask.view":
		if m, ok := s.particular(a.Text); ok {
			return []samantha.Move{m}
		}
		if q, ok := s.rooms.ear.Question(a.Text); ok && q.Asks == "what" && isThird(q.Who) {
			return []samantha.Move{{Act: samantha.DoNothing}} // "what did she have": nothing else to look for
		}
		ofTheirs := a.Kind == "ask.world" && strings.Contains(" "+samantha.SentenceKey(a.Text)+" ", " i ")
		if (a.Kind == "ask.other" || ofTheirs) && s.asksDetail(a.Text) {
			return s.past(a, detailShare)
		}
	}
	switch a.Kind {
	case "ask.fact":
		return s.fact(a)
	case "ask.facts":
		return s.everything()
	case "ask.past":
		return s.past(a, enough)
	case "ask.why":
		if x, ok := s.last(); ok && x.Felt != "" {
			return []samantha.Move{s.ownFeeling("ask.whyfeel")}
		}
		return s.source(a.Text)
	case "ask.last":
		return s.lastTime()
	case "ask.name":
		return []samantha.Move{s.ownName()}
	case "ask.myname":
		return s.theirName()
	case "ask.feelings", "ask.whyfeel", "ask.howare", "ask.real":
		return []samantha.Move{s.ownFeeling(a.Kind)}
	case "ask.clock":
		return []samantha.Move{{Act: samantha.DoClock, Slots: slots("time", s.now.Format("15:04"), "day", s.now.Format("Monday, 2 January"))}}
	case "ask.age":
		days := int(s.now.Sub(s.state.Born).Hours() / 24)
		return []samantha.Move{{Act: samantha.DoAge, Slots: slots("days", strconv.Itoa(days))}}
	case "ask.voice":
		return []samantha.Move{{Act: samantha.DoVoice, Slots: slots("asked", "yes")}}
	case "ask.private":
		return []samantha.Move{{Act: samantha.DoPrivate, Slots: slots("out", yes(s.state.soundLeaves()))}}
	case "ask.nature":
		return []samantha.Move{{Act: samantha.DoNature, Slots: slots("topic", a.Slots["topic"])}}
	case "ask.doing":
		return []samantha.Move{{Act: samantha.DoDoing, Slots: slots("away", absence(s.away))}}
	}
	if (a.Kind == "ask.world" || a.Kind == "ask.other") && s.ofTheirs(a.Text) {
		if found := s.past(a, nearly); found[0].Act != samantha.DoNothing || a.Kind == "ask.world" {
			return found
		}
	}
	act := map[string]string{
		"ask.human": samantha.DoHuman, "ask.eliza": samantha.DoEliza, "ask.love": samantha.DoLove,
		"ask.wish": samantha.DoWish, "ask.can": samantha.DoCan,
		"ask.world": samantha.DoWorld, "ask.view": samantha.DoView, "ask.me": samantha.DoHowAre,
	}[a.Kind]
	return []samantha.Move{{Act: or(act, samantha.DoBetween), Slots: slots("topic", a.Slots["topic"])}}
}

// ofTheirs: a question names somebody they told of, or something that is theirs;
// then it is about the past, whatever its form.
func (s *situation) ofTheirs(question string) bool {
	q := " " + samantha.SentenceKey(question) + " "
	for _, name := range s.state.Memory.People() {
		if strings.Contains(q, " "+samantha.SentenceKey(name)+" ") {
			return true
		}
	}
	return strings.Contains(q, " my ") || strings.Contains(q, " our ")
}

// fact answers from what is known; if nothing is, from what was said; and if
// nothing was, with that.
func (s *situation) fact(a samantha.Act) []samantha.Move {
	of, slot := or(a.Slots["of"], memory.Person), a.Slots["slot"]
	known := s.state.Memory.Find(of, slot)
	if slot == "" || slot == "who" {
		known = s.state.Memory.About(or(a.Slots["who"], of))
	}
	if len(known) == 0 && slot != "" && slot != "who" {
		return []samantha.Move{{Act: samantha.DoNothing, Slots: slots("topic", a.Slots["topic"])}}
	}
	if len(known) == 0 {
		return s.past(a, nearly)
	}
	var moves []samantha.Move
	for _, k := range known[:min(3, len(known))] {
		moves = append(moves, s.stated(k, a.Text))
	}
	return moves
}

// stated gives one fact back, with its day only if the day was asked for.
func (s *situation) stated(k memory.Known, question string) samantha.Move {
	m := samantha.Move{
		Act:    samantha.DoFact,
		Recall: map[string]samantha.ID{"fact": k.ID},
		From:   events(k.Sources),
	}
	if s.rooms.lore.AsksWhen(question) {
		m.Slots = slots("when", s.rooms.lore.Day(k.Last.In(s.now.Location()), s.now))
	}
	return m
}

// everything is what she knows of the person: a few of the newest facts.
func (s *situation) everything() []samantha.Move {
	known := s.state.Memory.Known()
	if len(known) == 0 {
		return []samantha.Move{{Act: samantha.DoNothing}}
	}
	moves := []samantha.Move{{Act: samantha.DoFacts}}
	for _, k := range known[max(0, len(known)-6):] {
		moves = append(moves, s.stated(k, ""))
	}
	return moves
}

// What share of a question's weight a memory must hold to be an answer to it:
// half if it was asked what was said, nearly all if it was asked for a fact.
const (
	enough = 0.5
	nearly = 0.8
)

// isThird: a pronoun for somebody else.
func isThird(w string) bool { return w == "he" || w == "she" || w == "it" || w == "they" }

// detailShare is the share of a question after a detail that a memory must hold.
const detailShare = 0.6

// asksDetail: the question is after something that was told, by its form: what
// somebody did, how many, where, when.
func (s *situation) asksDetail(question string) bool {
	if q, ok := s.rooms.ear.Question(question); ok && q.Who != "you" {
		return true
	}
	key := samantha.SentenceKey(question) + " "
	return !strings.Contains(key, " you ") && slices.ContainsFunc(
		[]string{"how many ", "how much ", "how long ", "how often ", "where ", "when ", "which ", "who "},
		func(w string) bool { return strings.HasPrefix(key, w) })
}

// theirs is how much of what answers a question its owner must have said: below
// it, what was asked of one of them is the other's.
const theirs = 0.1

// question is what is looked for when something is said: by its words, whose
// they are and when, and, if something is asked, in all of an encounter.
func (s *situation) question(text string) memory.Question {
	names := map[string]samantha.Origin{s.herName(): samantha.OriginHerself, s.state.Memory.Name(): samantha.OriginPerson}
	return memory.Question{
		Text: text, Owner: s.rooms.lore.Whose(text, names), Times: s.heard.Times, Wide: s.heard.Has("ask"),
	}
}

// past answers from a memory, verbatim, or says that there is none.
func (s *situation) past(a samantha.Act, share float64) []samantha.Move {
	if s.pointsBack(a.Slots["topic"]) {
		return s.source(a.Text)
	}
	topic := or(a.Slots["topic"], or(a.Slots["who"], a.Slots["of"]))
	if topic == memory.Person {
		topic = ""
	}
	question := s.question(a.Text)
	question.Text = or(a.Slots["topic"], a.Text)
	if s.index.Owned(question) < theirs {
		return []samantha.Move{{Act: samantha.DoNothing, Slots: slots("topic", topic)}}
	}
	for _, h := range s.index.Recall(question, 2*recallBreadth) {
		if max(h.Share, h.Asked) < share || h.By != samantha.OriginPerson || s.onlyAsks(h.Text) {
			continue
		}
		m := samantha.Move{Act: samantha.DoMemory, Slots: slots("when", s.when(h.At, a.Text))}
		s.recall(&m, "quote", h.ID)
		return []samantha.Move{m}
	}
	return []samantha.Move{{Act: samantha.DoNothing, Slots: slots("topic", topic)}}
}

// when says how long ago something was, lightly, or its day if that was asked.
func (s *situation) when(at time.Time, question string) string {
	then := at.In(s.now.Location())
	if s.rooms.lore.AsksWhen(question) {
		return s.rooms.lore.Day(then, s.now)
	}
	return s.rooms.lore.Ago(then, s.now)
}

// onlyAsks: an utterance that tells nothing is no answer to a question.
func (s *situation) onlyAsks(text string) bool {
	h := s.rooms.ear.Hear(text, earNow(s.now))
	return h.Has("ask") && !h.Has("tell")
}

// pointsBack: a topic without a word to look for ("that", "i tell you that") is
// what was just spoken of.
func (s *situation) pointsBack(topic string) bool {
	return topic != "" && !s.index.Asks(topic)
}

// source answers "why did you say that" with the words it came from, and "when
// did I tell you that" with their day.
func (s *situation) source(question string) []samantha.Move {
	x, ok := s.last()
	if !ok {
		return []samantha.Move{{Act: samantha.DoNothing}}
	}
	id, at := x.ID, x.At
	if len(x.From) > 0 {
		if m, ok := s.index.Get(x.From[0].Event()); ok {
			id, at = m.ID, m.At
		}
	}
	m := samantha.Move{Act: samantha.DoMemory, Slots: slots("when", s.when(at, question))}
	s.recall(&m, "quote", id)
	return []samantha.Move{m}
}

// lastTime answers what they talked about: last time, or so far tonight.
func (s *situation) lastTime() []samantha.Move {
	left := s.state.LeftOff
	if s.opens() {
		left = s.leftOff()
	}
	if left.Text == "" && len(s.state.Memory.Details) > 0 {
		left = s.state.Memory.Details[0]
	}
	if left.Text == "" {
		return []samantha.Move{{Act: samantha.DoNothing}}
	}
	m := samantha.Move{Act: samantha.DoLast}
	s.recall(&m, "quote", left.ID)
	if kept, ok := s.index.Get(left.ID.Event()); ok {
		m.Slots = slots("when", s.rooms.lore.Ago(kept.At.In(s.now.Location()), s.now))
	}
	return []samantha.Move{m}
}

// ownName is her name, and the word of theirs it was chosen by.
func (s *situation) ownName() samantha.Move {
	naming := s.naming
	if naming == nil {
		naming = s.state.Naming
	}
	m := samantha.Move{Act: samantha.DoName, Slots: slots("her", naming.Name)}
	if naming.By != "" {
		s.recall(&m, "because", naming.By)
	}
	return m
}

func (s *situation) theirName() []samantha.Move {
	known := s.state.Memory.Find(memory.Person, "name")
	if len(known) == 0 {
		return []samantha.Move{{Act: samantha.DoMyName}}
	}
	return []samantha.Move{{
		Act: samantha.DoMyName, Recall: map[string]samantha.ID{"name": known[0].ID}, From: events(known[0].Sources),
	}}
}

// ownFeeling is how she feels, from the record: the strongest feeling, why, and
// how much of it is left.
func (s *situation) ownFeeling(kind string) samantha.Move {
	act := map[string]string{
		"ask.feelings": samantha.DoFeelings, "ask.whyfeel": samantha.DoWhyFeel,
		"ask.howare": samantha.DoHowAre, "ask.real": samantha.DoReal,
	}[kind]
	kept, ok := s.strongest()
	if kind == "ask.whyfeel" {
		kept, ok = s.named(kept, ok)
	}
	if !ok || kept.Intensity < 0.05 {
		return samantha.Move{Act: act, Slots: slots("felt", "none")}
	}
	return samantha.Move{Act: act, Slots: slots(
		"felt", string(kept.ID), "emotion", string(kept.Emotion), "because", s.rooms.heart.Because(kept), "strength", feeling.Strength(kept.Intensity),
	)}
}

// named is the feeling she named a moment ago, if she did: a "why" is about that
// one and no other.
func (s *situation) named(strongest feeling.Kept, ok bool) (feeling.Kept, bool) {
	x, spoke := s.last()
	if !spoke || x.Felt == "" {
		return strongest, ok
	}
	for _, k := range s.state.Heart.Now(s.now) {
		if string(k.ID) == x.Felt {
			return k, true
		}
	}
	return feeling.Kept{}, false
}

// begins is what she says of herself when a face opens and nobody has spoken:
// the form at the very first, a greeting after an absence, else nothing.
func (s *situation) begins() (samantha.Move, bool) {
	if s.state.Moments == 0 && s.state.Asked == "" {
		return samantha.Move{Act: samantha.DoForm}, true
	}
	if s.state.Moments == 0 || s.away < 6*time.Hour || s.fresh() {
		return samantha.Move{}, false
	}
	return s.greet(false), true
}
