package mind

import (
	"slices"
	"strings"
	"time"

	"samantha"
	"samantha/internal/mind/memory"
	"samantha/internal/mind/self"
)

// questionEvery: one answer in so many may ask.
const questionEvery = 3

// mayAsk: a question now leaves enough answers without one, and they are not
// answering in single words.
func (s *situation) mayAsk() bool {
	if s.opens() || len(s.state.Talk) == 0 {
		return true
	}
	if s.terseTwice() {
		return false
	}
	rested := s.sinceAsked()
	if s.curious() {
		rested++
	}
	return rested >= questionEvery-1-s.degree(self.Asks)+s.near()/nearOld // who knows somebody asks less
}

// sinceAsked is how many answers ago she asked something, as far as the talk is at hand.
func (s *situation) sinceAsked() int {
	n := 0
	for _, x := range slices.Backward(s.state.Talk) {
		if x.Asks {
			break
		}
		n++
	}
	return n
}

// picked is the one of two that they took, if her last answer offered two and
// theirs is one of them in a few words.
func (s *situation) picked() string {
	x, ok := s.last()
	if !ok || s.state.Asked == "" || len(strings.Fields(s.text)) > 4 || !strings.Contains(x.Answer, " or ") {
		return ""
	}
	theirs := strings.Fields(samantha.SentenceKey(s.text))
	for _, sentence := range samantha.Sentences(x.Answer) {
		if !strings.HasSuffix(sentence, "?") || !strings.Contains(sentence, " or ") {
			continue
		}
		offered := strings.Fields(samantha.SentenceKey(sentence))
		for _, w := range theirs {
			if len(w) > 3 && slices.Contains(offered, w) && s.index.Asks(w) {
				return strings.TrimRight(strings.TrimSpace(s.text), ".! ")
			}
		}
	}
	return ""
}

// following adds one question that follows from what was told, if it is time for
// one: after somebody's name, or after what sort of thing it was.
func (s *situation) following(moves ...samantha.Move) []samantha.Move {
	first := moves[len(moves)-1]
	if !s.mayAsk() || s.state.Memory.Unmentioned(s.text) || first.Act == samantha.DoPicked || first.Act == samantha.DoTerse || first.Act == samantha.DoPuzzled || first.Slots["struck"] != "" {
		return moves
	}
	if s.bereaved(raw) && s.tone() != samantha.ToneGlad {
		return moves // in the first weeks what they tell is theirs to go on with
	}
	if m, ok := s.asksWho(); ok {
		return append(moves, m)
	}
	kind, topic := s.ofWhat()
	if s.rooms.ear.In("saidenough", kind) {
		return moves
	}
	if kind == "said" && !strings.Contains(samantha.SentenceKey(s.text)+" ", " me ") {
		kind = "" // nobody was waiting for an answer of theirs
	}
	follow := slots("kind", kind)
	if kind == "" && s.rooms.ear.In("askable", topic) {
		follow = slots("topic", topic)
	}
	if s.mayEcho(false) && s.heard.Detail != "" {
		follow["detail"] = s.heard.Detail
	}
	if len(s.heard.People) > 0 {
		p := s.heard.People[0]
		follow["who"] = or(capitalised(p.Name), p.Relation)
	}
	if follow["topic"] == "" && follow["kind"] == "" {
		return moves
	}
	return append(moves, samantha.Move{Act: samantha.DoFollow, Slots: follow})
}

// noted takes a fact, and asks about that sort of fact if there is room for it.
func (s *situation) noted(n int) []samantha.Move {
	f := s.facts[n]
	m := samantha.Move{Act: samantha.DoNoted, Slots: slots("of", f.Of, "slot", f.Slot, "value", f.Value, "sure", either(f.Way == samantha.WayHedged, "low", ""))}
	if f.Like != "" { // of somebody spoken of before: whose name is theirs, not of this moment
		m.Slots = nil
		m.Recall = map[string]samantha.ID{"fact": s.id.Part("fact", n+1)}
		m.From = []samantha.ID{f.Like.Event()}
	}
	if kind, _ := s.ofWhat(); kind != "" { // "I'm a vet, I was late for a cat": both are taken up
		told := s.toldLast()
		about := slots("kind", kind, "what", told.What)
		if s.someone(told.Who) {
			about["who"] = told.Who
		}
		return s.following(m, samantha.Move{Act: samantha.DoTake, Slots: about})
	}
	if f.Like != "" {
		return []samantha.Move{m}
	}
	if f.Of != memory.Person {
		return s.following(m)
	}
	if !s.mayAsk() {
		return []samantha.Move{m}
	}
	return []samantha.Move{m, {Act: samantha.DoFollow, Slots: slots("topic", f.Slot)}}
}

// repeatsFact: a fact was told in this talk with the same value: "she's seven" a second
// time is no news.
func (s *situation) repeatsFact(f samantha.Fact) bool {
	of := f.Of
	if f.Slot == "name" && of != memory.Person && memory.Same(s.state.Memory.Name(), f.Value) {
		return true // their own name, said once more: "owen. it's owen"
	}
	if t, ok := s.state.Memory.Topic(f.Like); ok { // "she's seven", of whoever was spoken of
		of = or(t.Name, t.Relation)
	}
	return !s.opens() && slices.ContainsFunc(s.state.Memory.Find(of, f.Slot), func(k memory.Known) bool {
		other := f.Slot == "age" && f.Like != "" // whose age was told: of whom a "he" is now she cannot be sure
		return (other || memory.Same(k.Value, f.Value)) && !k.Last.Before(s.state.Encounter.Since)
	})
}

// namesAsked is how often in one encounter she asks who somebody is.
const namesAsked = 2

// asksWho asks the name of somebody of the person's who was told of without one,
// or who it is that has a name and nothing else.
func (s *situation) asksWho() (samantha.Move, bool) {
	if s.state.Encounter.Names >= namesAsked && !s.opens() || len(s.heard.People) != 1 {
		return samantha.Move{}, false
	}
	if s.encounterMoments() < 2 && s.state.Memory.Name() == "" || s.tells() && s.somber() {
		return samantha.Move{}, false // who it is, is not the point
	}
	p := s.heard.People[0]
	if p.Name != "" && s.rooms.ear.Holds("introduces", s.text) {
		return samantha.Move{}, false // and here it was said just now
	}
	before := 0 // how often they were spoken of, by name
	if found := s.state.Memory.WhoIs(p.Name); p.Name != "" && len(found) > 0 {
		before = found[0].Mentions
	}
	switch {
	case before >= namesAsked || s.confided() || !s.mayAskWho(or(p.Name, p.Relation)):
		return samantha.Move{}, false // she knows the name by now
	case p.Name == "" && s.rooms.ear.In("onename", p.Relation) && len(s.state.Memory.Find(p.Relation, "name")) == 0 && !s.namedNow(p.Relation):
		return samantha.Move{Act: samantha.DoAskWho, Slots: slots("who", p.Relation)}, true
	case p.Name != "" && p.Relation == "" && s.rooms.ear.FirstName(p.Name) && s.newName(p.Name) && !s.namedNow(p.Name):
		return samantha.Move{Act: samantha.DoAskKin, Slots: slots("who", capitalised(p.Name), "before", yes(before > 0))}, true
	}
	return samantha.Move{}, false
}

// AskedWho is somebody of whom she asked what they are called or who they are, and
// when.
type AskedWho struct {
	Who string      `json:"who"`
	ID  samantha.ID `json:"id"` // of the moment
	At  time.Time   `json:"at"`
}

// Of somebody she asks so twice in her life, and not twice in so long; what was not
// answered then is theirs to tell.
const (
	whoTwice = 2
	whoRests = 30 * 24 * time.Hour
	whoKept  = 200
)

// askedWho notes of whom an answer asks who they are.
func (s *State) askedWho(e samantha.Event, moves []samantha.Move) {
	for _, m := range moves {
		if m.Act == samantha.DoAskWho || m.Act == samantha.DoAskKin {
			s.AskedWho = slices.Clone(samantha.Newest(append(s.AskedWho, AskedWho{m.Slots["who"], e.ID, e.At}), whoKept))
		}
	}
}

// mayAskWho: she has not asked it of them before, or once and long ago.
func (s *situation) mayAskWho(who string) bool {
	times := 0
	for _, a := range s.state.AskedWho {
		if !memory.Same(a.Who, who) {
			continue
		}
		if times++; times >= whoTwice || s.now.Sub(a.At) < whoRests {
			return false
		}
	}
	return true
}

// newName: nothing was told of whoever is called that, and they are not the person;
// one of whom there was talk more than once needs no introduction any more.
func (s *situation) newName(name string) bool {
	if len(s.state.Memory.About(name)) > 0 || memory.Same(s.state.Memory.Name(), name) {
		return false
	}
	return !slices.ContainsFunc(s.state.Memory.WhoIs(name), func(p memory.Somebody) bool {
		return p.Relation != "" || p.Mentions > 1
	})
}

// namedNow: a fact of this moment says who it is.
func (s *situation) namedNow(name string) bool {
	return slices.ContainsFunc(s.facts, func(f samantha.Fact) bool {
		return memory.Same(f.Value, name) || memory.Same(f.Of, name) || f.Like != ""
	})
}

// advice answers "what should I do": she says what it may be about, for she has
// no view of a life she met minutes ago.
func (s *situation) advice(a samantha.Act) samantha.Move {
	if m, ok := s.decides(a); ok && (m.Act == samantha.DoSides || s.rooms.ear.Holds("small doing", a.Slots["what"])) {
		return m
	}
	m := samantha.Move{Act: samantha.DoAdvice, Slots: slots("what", a.Slots["what"], "about", a.Slots["about"], "hold", yes(s.rooms.ear.Holds("unleaned", a.Slots["what"])))}
	if len(m.Slots) == 0 {
		s.things(&m, false, "one", "two")
	}
	return m
}
