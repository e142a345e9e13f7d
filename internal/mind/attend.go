package mind

import (
	"slices"
	"strings"

	"samantha"
	"samantha/internal/mind/memory"
)

// taking is how she takes up what was told: by what sort of thing it is to tell,
// as a story that goes on, by the word she does not know, or by the particular
// thing of it. Where she has nothing she listens.
func (s *situation) taking(a samantha.Act) samantha.Move {
	if word := s.picked(); word != "" {
		return samantha.Move{Act: samantha.DoPicked, Slots: slots("word", word)}
	}
	told := s.toldLast()
	about := slots("kind", told.Kind, "topic", s.topic())
	if s.mayEcho() {
		about = slots("kind", told.Kind, "topic", s.topic(), "detail", s.heard.Detail, "what", told.What)
	}
	if someone(told.Who) {
		about["who"] = told.Who
	}
	if about["detail"] != "" && (s.firstTold() || s.heavy() && told.Kind == "" && strings.Contains(about["detail"], " ")) {
		return samantha.Move{Act: samantha.DoTake, Slots: s.detail()} // the very thing, before anything is made of it
	}
	switch {
	case a.Kind == "tell.opinion" && told.Kind == "":
		return samantha.Move{Act: samantha.DoOpinion, Slots: slots("detail", about["detail"])}
	case told.Kind == "" && s.goesOn() && !terse(s.text):
		return samantha.Move{Act: samantha.DoGoesOn, Slots: about}
	case told.Kind != "", about["detail"] != "", about["topic"] != "":
		return samantha.Move{Act: samantha.DoTake, Slots: about}
	}
	if s.terseTwice() {
		return s.terse()
	}
	if word := s.puzzle(); word != "" {
		return samantha.Move{Act: samantha.DoPuzzled, Slots: slots("word", word)}
	}
	return samantha.Move{Act: samantha.DoGoesOn}
}

// firstTold: nothing was told in this encounter before.
func (s *situation) firstTold() bool {
	return s.opens() || !slices.ContainsFunc(s.state.Talk, func(x Exchange) bool { return x.Tells && !x.At.Before(s.state.Encounter.Since) })
}

// someone: a doer that she can name back as the person did, not a pronoun.
func someone(who string) bool {
	switch strings.ToLower(who) {
	case "", "i", "we", "you", "it", "he", "she", "they", "this", "that", "there", "who", "everyone", "everybody", "nobody", "somebody", "someone":
		return false
	}
	return true
}

// toldLast is the last thing told of which she knows what sort it is.
func (s *situation) toldLast() samantha.Told {
	for _, t := range slices.Backward(s.heard.Told) {
		if t.Kind != "" {
			return t
		}
	}
	return samantha.Told{}
}

func (s *situation) topic() string { return s.rooms.ear.Topic(s.heard) }

// comforting is what she does with something hard: no question beyond the one a
// line of hers may hold.
func (s *situation) comforting() []samantha.Move {
	told := s.toldLast()
	if told.Kind == "cried" { // over what, and whether it hurt, they may say
		return []samantha.Move{{Act: samantha.DoComfort, Slots: slots("kind", told.Kind, "detail", s.heard.Detail)}}
	}
	m := samantha.Move{Act: samantha.DoComfort, Slots: slots("kind", told.Kind)}
	if s.heard.Has("tell.feeling") { // what was only read into a story is not named
		m = samantha.Move{Act: samantha.DoComfort, Slots: slots("feeling", s.sure(), "kind", told.Kind)}
	}
	if told.Kind == "" {
		m.Slots["topic"] = s.topic()
	}
	if s.mayEcho() {
		m.Slots["detail"] = s.heard.Detail
	}
	if someone(told.Who) {
		m.Slots["who"] = told.Who
	}
	return []samantha.Move{m}
}

// since is the time a feeling was told of with: "in the evenings lately".
func (s *situation) since() string {
	if len(s.heard.Times) == 0 {
		return ""
	}
	return s.heard.Times[0].Text
}

// goesOn: the moment before told something too, and this one carries on from it:
// with a "he" or an "and", as the answer to what she asked, or about the same.
func (s *situation) goesOn() bool {
	x, ok := s.last()
	if !ok || s.opens() || !x.Tells {
		return false
	}
	if s.state.Asked != "" && s.state.wanted() == "" {
		return true
	}
	first, _, _ := strings.Cut(samantha.SentenceKey(s.text), " ")
	switch first {
	case "and", "then", "so", "but", "because", "cause", "anyway", "also", "plus", "turns":
		return true
	}
	for _, t := range s.heard.Told {
		if _, ok := s.state.Memory.Meant(t.Who); ok {
			return true
		}
	}
	return false
}

// echoEvery is in how many answers she gives the person's words back at most
// once.
const echoEvery = 4

// mayEcho: the last answers did not give the person's words back, and she has not
// given back these in this encounter.
func (s *situation) mayEcho() bool {
	every := echoEvery
	if s.heavy() {
		every = 2 // in sorrow the very word is the best answer there is
	}
	for i, x := range s.state.Talk {
		if x.Echo && i > len(s.state.Talk)-every {
			return false
		}
	}
	for _, d := range s.state.Memory.Details {
		if !s.opens() && memory.Same(d.Text, s.heard.Detail) {
			return false
		}
	}
	return true
}

// terseTwice: this answer and the one before were a word or three; questions
// would be an interrogation.
func (s *situation) terseTwice() bool {
	x, ok := s.last()
	return ok && !s.opens() && x.Terse && terse(s.text)
}

// terse is her side of a talk in which they say little: something small of hers,
// made of what they did say.
func (s *situation) terse() samantha.Move {
	if x, _ := s.last(); x.Act == samantha.DoTerse {
		return samantha.Move{Act: samantha.DoListen}
	}
	m := samantha.Move{Act: samantha.DoTerse}
	s.things(&m, false, "one", "two")
	return m
}

// things fills slots with what was spoken of in this encounter, newest last,
// nothing told in sorrow, each once; with one of the people named, if wanted.
func (s *situation) things(m *samantha.Move, named bool, into ...string) {
	var found []memory.Topic
	people := 0
	for _, t := range slices.Backward(s.state.Memory.Topics) {
		same := func(o memory.Topic) bool { return memory.Same(o.Text, t.Text) }
		if len(found) == len(into) || slices.ContainsFunc(found, same) || s.dark(t.ID) || t.Name == "" && t.Relation != "" {
			continue // "the ex" is no way to name somebody
		}
		if t.Name == "" && t.Sort != "many" && !strings.Contains(t.Text, " ") {
			continue // a lone word: "parking"
		}
		if t.Sort != "it" && t.Sort != "pet" && t.Sort != "many" && !named {
			continue
		}
		if t.Name != "" {
			people++
		}
		if t.Name == "" || people < 2 {
			found = append(found, t)
		}
	}
	slices.Reverse(found)
	for i, t := range found {
		s.recall(m, into[i], t.ID)
	}
}

// dark: told in sorrow.
func (s *situation) dark(id samantha.ID) bool {
	for _, x := range s.state.Talk {
		if x.ID == id.Event() {
			return x.Grave
		}
	}
	return false
}

// mayAsk: a question now leaves enough answers without one, and they are not
// answering in single words.
func (s *situation) mayAsk() bool {
	if s.opens() || len(s.state.Talk) == 0 {
		return true
	}
	if s.terseTwice() {
		return false
	}
	rested := 0
	for _, x := range slices.Backward(s.state.Talk) {
		if x.Asks {
			break
		}
		rested++
	}
	return rested >= questionEvery-1
}

// questionEvery: one answer in so many may ask.
const questionEvery = 3

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

// puzzle is a word she does not know and has nothing else to hold on to.
func (s *situation) puzzle() string {
	if len(s.heard.Odd) == 0 || s.terseTwice() {
		return ""
	}
	for _, end := range []string{"er", "or", "ist", "tion", "ment"} { // made of words she may well know
		if strings.HasSuffix(s.heard.Odd[0], end) {
			return ""
		}
	}
	return s.heard.Odd[0]
}

// following adds one question that follows from what was told, if it is time for
// one: after somebody's name, or after what sort of thing it was.
func (s *situation) following(moves ...samantha.Move) []samantha.Move {
	first := moves[len(moves)-1]
	if !s.mayAsk() || first.Act == samantha.DoPicked || first.Act == samantha.DoTerse || first.Act == samantha.DoPuzzled {
		return moves
	}
	if m, ok := s.asksWho(); ok {
		return append(moves, m)
	}
	told := s.toldLast()
	follow := slots("kind", told.Kind)
	if told.Kind == "" {
		follow = slots("topic", s.topic())
	}
	if s.mayEcho() && s.heard.Detail != "" {
		follow["detail"] = s.heard.Detail
	}
	if len(s.heard.People) > 0 {
		p := s.heard.People[0]
		follow["who"] = or(p.Name, p.Relation)
		if told.Kind == "" {
			follow["topic"] = "person"
		}
	}
	if follow["topic"] == "" && follow["kind"] == "" {
		return moves
	}
	return append(moves, samantha.Move{Act: samantha.DoFollow, Slots: follow})
}

// namesAsked is how often in one encounter she asks who somebody is.
const namesAsked = 2

// asksWho asks the name of somebody of the person's who was told of without one,
// or who it is that has a name and nothing else.
func (s *situation) asksWho() (samantha.Move, bool) {
	if s.state.Encounter.Names >= namesAsked && !s.opens() || len(s.heard.People) != 1 {
		return samantha.Move{}, false
	}
	p := s.heard.People[0]
	switch {
	case p.Name == "" && single(p.Relation) && len(s.state.Memory.Find(p.Relation, "name")) == 0:
		return samantha.Move{Act: samantha.DoAskWho, Slots: slots("who", p.Relation)}, true
	case p.Name != "" && p.Relation == "" && len(s.state.Memory.About(p.Name)) == 0 && !s.namedNow(p.Name):
		return samantha.Move{Act: samantha.DoAskKin, Slots: slots("who", p.Name)}, true
	}
	return samantha.Move{}, false
}

// single: a relation that is one person with a name of its own, which one would
// ask for; nobody asks what a mother is called.
func single(relation string) bool {
	switch relation {
	case "brother", "sister", "son", "daughter", "wife", "husband", "partner", "girlfriend", "boyfriend", "friend", "best friend",
		"boss", "colleague", "flatmate", "roommate", "neighbour", "neighbor", "cousin", "grandson", "granddaughter", "nephew", "niece", "baby":
		return true
	}
	return false
}

// namedNow: a fact of this moment says who it is.
func (s *situation) namedNow(name string) bool {
	return slices.ContainsFunc(s.facts, func(f samantha.Fact) bool {
		return memory.Same(f.Value, name) || memory.Same(f.Of, name) || f.Like != ""
	})
}

// noted takes a fact, and asks about that sort of fact if there is room for it.
func (s *situation) noted(n int) []samantha.Move {
	f := s.facts[n]
	m := samantha.Move{Act: samantha.DoNoted, Slots: slots("of", f.Of, "slot", f.Slot, "value", f.Value)}
	if f.Like != "" { // of somebody spoken of before: whose name is theirs, not of this moment
		m.Slots = nil
		m.Recall = map[string]samantha.ID{"fact": s.id.Part("fact", n+1)}
		m.From = []samantha.ID{f.Like.Event()}
	}
	if told := s.toldLast(); told.Kind != "" { // "I'm a vet, I was late for a cat": both are taken up
		about := slots("kind", told.Kind, "what", told.What)
		if someone(told.Who) {
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

// advice answers "what should I do": she says what it may be about, for she has
// no view of a life she met minutes ago.
func (s *situation) advice(a samantha.Act) samantha.Move {
	m := samantha.Move{Act: samantha.DoAdvice, Slots: slots("what", a.Slots["what"], "about", a.Slots["about"])}
	if len(m.Slots) == 0 {
		s.things(&m, false, "one", "two")
	}
	return m
}

// follows answers "do you understand": with what she did take in.
func (s *situation) follows() samantha.Move {
	m := samantha.Move{Act: samantha.DoFollows}
	s.things(&m, true, "one", "two", "three")
	return m
}

// particular answers a question after a part of something told: what the cat
// swallowed, who took the pan.
func (s *situation) particular(question string) (samantha.Move, bool) {
	q, ok := s.rooms.ear.Question(question)
	if !ok {
		return samantha.Move{}, false
	}
	t, ok := s.state.Memory.Particular(q.Told, q.Asks)
	if !ok {
		return samantha.Move{}, false
	}
	m := samantha.Move{Act: samantha.DoDetail, Slots: slots("asks", q.Asks)}
	switch {
	case q.Asks == "what":
		s.recall(&m, "value", t.ID)
	case t.WhoID != "":
		s.recallName(&m, t.WhoID)
	default:
		s.recall(&m, "value", memory.DoerOf(t.ID))
	}
	return m, true
}

// recallName fills the value of a move with the name of somebody spoken of, if it
// is known by now: "Piet" rather than "your ex".
func (s *situation) recallName(m *samantha.Move, topic samantha.ID) {
	t, _ := s.state.Memory.Topic(topic)
	if t.Name == "" && t.Relation != "" {
		for _, k := range s.state.Memory.Find(t.Relation, "name") {
			id := k.ID
			if k.Slot == "relation" {
				id = k.Like // the name was told first, and what it is to them after
			}
			if id != "" {
				s.recall(m, "value", id)
				m.From = append(m.From, events(k.Sources)...)
				return
			}
		}
	}
	s.recall(m, "value", topic)
}
