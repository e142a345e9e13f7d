package mind

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"samantha"
	"samantha/internal/mind/memory"
)

// answer is what she does with a question: about the past, herself, the world. Where
// she finds nothing she says what comes nearest, and if nothing does, just that.
func (s *situation) answer(a samantha.Act) []samantha.Move {
	if moves, ok := s.chosenWhy(a); ok {
		return moves
	}
	if moves := s.askedOfTalk(a); moves != nil {
		return moves
	}
	moves := s.unquoted(s.briefly(a, s.lookUp(a)))
	clause := false
	if found := s.inAClause(a, moves); found != nil && !s.states(a) {
		moves, clause = found, true
	}
	if least := s.wantsSight(a, moves); least > 0 && !s.states(a) {
		if seen := s.seen(a, least); seen != nil {
			return seen
		}
	}
	if clause {
		return moves
	}
	none := only(moves, samantha.DoNothing)
	if (none || only(moves, samantha.DoBetween)) && s.states(a) {
		return s.toldAs(samantha.Act{Kind: "tell.event", Text: a.Text})
	}
	if s.onlyJustSaid(a, moves) || none && !s.seeks(a) {
		moves = []samantha.Move{{Act: samantha.DoBetween}}
	}
	if plain, ok := s.plainlyPut(a); ok && unanswered(moves) {
		return s.answer(plain)
	}
	if m, ok := s.decides(a); ok && unanswered(moves) {
		return []samantha.Move{m}
	}
	if unanswered(moves) {
		if m, ok := s.byForm(a.Text); ok {
			return []samantha.Move{keepsTopic(m, moves[0])}
		}
	}
	if unanswered(moves) && s.beside(a) {
		return s.toldAs(samantha.Act{Kind: "tell.event", Text: s.text})
	}
	if only(moves, samantha.DoBetween) && s.ofWhatSheDoes(a) {
		return []samantha.Move{s.nature("else")}
	}
	return moves
}

// asideIn is from how many words on an utterance tells more than it asks.
const asideIn = 12

// beside: a question that is not put to her stands beside something told at length: "What
// will I do, put him in jail? Mama is 81". What is told is answered.
func (s *situation) beside(a samantha.Act) bool {
	return len(strings.Fields(s.text)) > asideIn && slices.ContainsFunc(s.heard.Acts, weighs) && !s.rooms.ear.Holds("of you", a.Text)
}

// only: an answer is this one act.
func only(moves []samantha.Move, act string) bool { return len(moves) == 1 && moves[0].Act == act }

// lookUp looks for the answer to a question in all that may hold it.
func (s *situation) lookUp(a samantha.Act) []samantha.Move {
	if moves := s.standing(a); moves != nil {
		return moves
	}
	if moves := s.hersAlone(a); moves != nil {
		return moves
	}
	a = s.notOfHer(s.meaning(a))
	moves := s.inShort(a, s.vouched(a, s.findAnswer(a)))
	shaky := s.shaky(a, moves)
	if !lost(a, moves) && !shaky {
		return s.plainly(a, moves)
	}
	if a.Kind == "ask.other" && s.idle(a.Text) {
		return []samantha.Move{{Act: samantha.DoBetween}}
	}
	if m, ok := s.nearest(a); ok {
		return s.unlessHeldBack([]samantha.Move{m})
	}
	if shaky {
		return []samantha.Move{{Act: samantha.DoNothing}}
	}
	return s.plainly(a, moves)
}

// plainly says of their own life, and of what the two of them once said, that she does
// not have it, where she would have said that the world is large.
func (s *situation) plainly(a samantha.Act, moves []samantha.Move) []samantha.Move {
	if len(moves) != 1 || a.Kind == "ask.sum" || a.Kind == "ask.units" {
		return moves
	}
	switch moves[0].Act {
	case samantha.DoWorld, samantha.DoBetween:
		if question := s.wholeQuestion(a.Text); s.ofTheirLife(question) || s.namesTold(question) || s.rooms.lore.OfBoth(question) || s.ofTold(a) {
			return []samantha.Move{{Act: samantha.DoNothing}}
		}
	}
	return moves
}

// idle: a question asks what "that" is or how much "one" needs, so nothing that was told
// would answer it: "is that the end of me?"
func (s *situation) idle(question string) bool {
	words := s.rooms.ear.Opened(question)
	at := slices.IndexFunc(words, func(w string) bool { return s.rooms.ear.In("idle asks", w) })
	return at >= 0 && at+1 < len(words) && !s.rooms.reader.AsksSaid(question) && s.rooms.ear.In("idle of", words[at+1])
}

// findAnswer goes through all that may answer a question.
func (s *situation) findAnswer(a samantha.Act) []samantha.Move {
	for _, find := range []func(samantha.Act) []samantha.Move{s.askedTonight, s.didSay, s.hersAsked, s.ofHerWords, s.byKind, s.ofErrands, s.ofShelf, s.ofSelf, s.howMany, s.fromStory, s.fromThreads, s.fromCourse, s.fromTellings, s.fromMemory, s.ofHerself, s.fromTheirs} {
		moves := find(a)
		if s.holdsBack(moves) {
			return []samantha.Move{{Act: samantha.DoHeldBack}}
		}
		if moves != nil {
			return s.putRight(moves, a.Text)
		}
	}
	if a.Kind == "ask.human" && strings.HasPrefix(samantha.SentenceKey(a.Text), "who are you") && len(s.state.Self.Portraits) > 0 {
		return []samantha.Move{{Act: samantha.DoHuman}, s.portrayed()}
	}
	act := map[string]string{
		"ask.human": samantha.DoHuman, "ask.eliza": samantha.DoEliza, "ask.lived": samantha.DoLived,
		"ask.can": samantha.DoCan, "ask.which": samantha.DoAdvice, "ask.sorry": samantha.DoNothing,
		"ask.told": samantha.DoWorld, "ask.knows": samantha.DoKnows, "ask.sayto": samantha.DoSayTo,
		"ask.world": samantha.DoWorld, "ask.sum": samantha.DoWorld, "ask.units": samantha.DoWorld, "ask.view": samantha.DoView, "ask.said": samantha.DoNothing, "ask.me": samantha.DoHowAre,
	}[a.Kind]
	if a.Slots["view"] != "" {
		act = samantha.DoView // no two are named, and she is not asked to choose
	}
	if moves := s.leansTo(a); moves != nil && (act == "" || act == samantha.DoView) && !s.likes(a) {
		return moves
	}
	return []samantha.Move{{Act: or(act, samantha.DoBetween), Slots: slots("topic", s.sayable(a.Slots["topic"]), "asks", s.questionWord(act, a), "like", yes(act == samantha.DoView && s.likes(a)), "sort", a.Slots["sort"], "about", a.Slots["about"], "of", a.Slots["of"])}}
}

// questionWord is what a question begins with that she has no rule for, so that she can say
// what it is that she does not know.
func (s *situation) questionWord(act string, a samantha.Act) string {
	if words := s.beyondLead(a.Text); act == "" && len(words) > 2 {
		return either(words[0] == "how" && words[1] == "come", "why", words[0])
	}
	return ""
}

// likes: they ask whether she likes a thing that harms nobody.
func (s *situation) likes(a samantha.Act) bool {
	return s.rooms.ear.Holds("asks liking", a.Text) && !s.rooms.ear.Holds("harmful", a.Text)
}

// putRight gives the fact as it stands in the place of a moment that told a wrong value of
// it, if that is what a question asks for: "no wait, the 6th".
func (s *situation) putRight(moves []samantha.Move, question string) []samantha.Move {
	id := moves[0].Recall["quote"]
	if len(moves) > 1 || id == "" {
		return moves
	}
	f, ok := s.state.Memory.Rights(id.Event())
	if !ok {
		return moves
	}
	if k, ok := s.knownFrom(f.ID); ok && gives(question, k.Slot) {
		return []samantha.Move{s.stated(k, question)}
	}
	return moves
}

// sayable is a topic that reads as a thing: one without a verb in it. "days does Ida
// come" is no topic to say back.
func (s *situation) sayable(topic string) string {
	words := strings.Fields(samantha.SentenceKey(topic))
	if slices.ContainsFunc(words, s.rooms.ear.Verb) {
		return ""
	}
	return topic
}

// meaning puts whoever they speak of in the place of the pronoun that a question asks
// after: "what did I tell you about him".
func (s *situation) meaning(a samantha.Act) samantha.Act {
	pronoun := a.Slots["topic"]
	object, is := map[string]string{"him": "him", "his": "him", "her": "her", "them": "them", "their": "them"}[pronoun]
	if !is {
		return a
	}
	name := s.spokenOf(object)
	if name == "" {
		return a
	}
	a.Slots = maps.Clone(a.Slots)
	a.Slots["topic"] = name
	a.Text = strings.Replace(a.Text, " "+pronoun, " "+name, 1)
	return a
}

// spokenOf is the name or the relation of whom a pronoun means: the last in this
// talk, or the one who died, where they mourn; "" if nobody surely.
func (s *situation) spokenOf(object string) string {
	if t, ok := s.state.Memory.Meant(object); ok && !s.opens() {
		return or(t.Name, t.Relation)
	}
	if !s.bereaved(mourning) {
		return ""
	}
	dead := slices.DeleteFunc(s.state.Memory.Everyone(), func(p memory.Somebody) bool { return p.Died == "" })
	if len(dead) == 0 {
		return ""
	}
	last := slices.MaxFunc(dead, func(a, b memory.Somebody) int { return a.Last.Compare(b.Last) })
	if len(last.Names) > 0 {
		return last.Names[0]
	}
	return last.Relation
}

// ofHerself answers what is asked about her, and what concerns the two of them.
func (s *situation) ofHerself(a samantha.Act) []samantha.Move {
	var m samantha.Move
	switch a.Kind {
	case "ask.understand":
		m = s.follows()
	case "ask.apart":
		m.Act = samantha.DoApart
	case "ask.conscience":
		m = samantha.Move{Act: samantha.DoConscience, Slots: slots("how", a.Slots["how"])}
	case "ask.advice":
		m = s.advice(a)
	case "ask.name":
		m = s.ownName(a.Slots["tin"])
	case "ask.feelings", "ask.whyfeel", "ask.howare", "ask.real":
		m = s.ofHerFeelings(a)
	case "ask.hidden":
		m = s.hidden()
	case "ask.pattern":
		m = s.pattern(a)
	case "ask.worded":
		m = s.worder()
	case "ask.gap":
		m = s.gap(a.Slots["about"])
	case "ask.missed":
		m = s.missedThem()
	case "ask.wonder":
		m = s.wondering(true)
	case "ask.clock":
		m = s.clock()
	case "ask.age":
		m = s.herAge()
	case "ask.voice":
		m = samantha.Move{Act: samantha.DoVoice, Slots: slots("asked", "yes")}
	case "ask.private":
		m = samantha.Move{Act: samantha.DoPrivate, Slots: slots("about", a.Slots["about"], "out", s.state.leaves(), "off", yes(s.state.Paused))}
	case "ask.gone":
		m = s.isGone(a.Slots["topic"])
	case "ask.nature":
		return s.natureAsked(a.Slots["topic"])
	case "ask.invited":
		m = s.invited(a)
	case "ask.bond":
		m = s.howBond(a)
	case "ask.love":
		m = s.askedLove()
	case "ask.curious":
		m = samantha.Move{Act: samantha.DoCurious}
	case "ask.called":
		return s.askedName(a)
	case "ask.ease":
		if m.Act = samantha.DoEase; !s.bereaved(mourning) && !s.shadowed() {
			return nil
		}
	case "ask.doing":
		return s.ownDays(a)
	default:
		return nil
	}
	return []samantha.Move{m}
}

// natureAsked is what it is like to be her; asked for a body or a past she says what she
// is beside it.
func (s *situation) natureAsked(topic string) []samantha.Move {
	moves := []samantha.Move{s.nature(topic)}
	if s.rooms.ear.In("of a body", topic) {
		moves = append(moves, samantha.Move{Act: samantha.DoDisclose})
	}
	return moves
}

// askedName is the name of whoever they ask after, alone where she knows it.
func (s *situation) askedName(a samantha.Act) []samantha.Move {
	topic := a.Slots["topic"]
	if found := s.state.Memory.WhoIs(topic); len(found) == 1 && found[0].NameID != "" {
		m := samantha.Move{Act: samantha.DoDetail}
		s.recall(&m, "value", found[0].NameID)
		return []samantha.Move{m}
	}
	return s.whoIs(samantha.Act{Kind: "ask.fact", Text: a.Text, Slots: slots("of", topic)})
}

func (s *situation) isGone(topic string) samantha.Move {
	held, _ := s.about(topic)
	return samantha.Move{Act: samantha.DoGone, Slots: slots("held", yes(len(held) > 0))}
}

func (s *situation) herAge() samantha.Move {
	days := int(s.now.Sub(s.state.Born).Hours() / 24)
	return samantha.Move{Act: samantha.DoAge, Slots: slots("days", strconv.Itoa(days))}
}

func (s *situation) clock() samantha.Move {
	return samantha.Move{Act: samantha.DoClock, Slots: slots("time", s.now.Format("15:04"), "day", s.now.Format("Monday, 2 January"))}
}

// ownName is her name, and the word of theirs it was chosen by; tin is set if
// they ask about the name on the program.
func (s *situation) ownName(tin string) samantha.Move {
	naming := s.naming
	if naming == nil {
		naming = s.state.Naming
	}
	m := samantha.Move{Act: samantha.DoName, Slots: slots("her", naming.Name, "tin", tin)}
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

// begins is what she says of herself when a face opens and nobody has spoken:
// the form at the very first, a greeting after an absence, with what has come
// due since, else nothing.
func (s *situation) begins() []samantha.Move {
	if s.state.Moments == 0 && s.state.Asked == "" {
		return []samantha.Move{{Act: samantha.DoForm}}
	}
	if s.state.Moments == 0 || s.away <= encounterPause || s.fresh() {
		return nil
	}
	greeting := []samantha.Move{s.greet(false)}
	if s.owesMark() {
		return append(greeting, samantha.Move{Act: samantha.DoSimulated})
	}
	if moves, ok := s.comesBack(greeting); ok {
		return moves
	}
	if moves, ok := s.ofHers(greeting); ok {
		return moves
	}
	return greeting
}

// follows answers "do you understand": with what she did take in.
func (s *situation) follows() samantha.Move {
	m := samantha.Move{Act: samantha.DoFollows}
	s.things(&m, true, "one", "two", "three")
	return m
}
