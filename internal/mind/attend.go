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
	kind, topic := s.ofWhat()
	if len(strings.Fields(s.text)) > few && !s.rooms.ear.In("heavykind", kind) {
		kind, topic = "", "" // the kind of a part says little of a whole story
	}
	if m, ok := s.remarking(anyRank); ok && kind == "" && !s.rooms.ear.In("tenor", m.Slots["kind"]) {
		return m
	}
	if !s.rooms.ear.In("telling", topic) {
		topic = ""
	}
	if m, ok := s.ofNoKind(); ok && kind == "" {
		return m
	}
	about := slots("kind", kind, "topic", topic, "who", or(s.whoNamed(), s.whoLeads()))
	if kind == "" && !s.kithOf(about["who"]) {
		delete(about, "who")
	}
	if s.mayEcho(kind == "" && about["who"] == "") {
		about["detail"], about["what"] = either(kind != "" || s.pointsAt(s.phrase()), s.phrase(), ""), s.toldLast().What
	}
	if (kind == "" || s.rooms.ear.In("mishaps", kind)) && s.laughsAloud() {
		return s.goingOn(nil)
	}
	if s.manySided(kind) {
		return s.goingOn(slots("detail", either(s.mayEcho(true) && s.pointsAt(s.phrase()), s.phrase(), "")))
	}
	if about["detail"] != "" && !s.rooms.ear.In("saidenough", kind) && (s.firstTold() || s.exclaimed(about["detail"]) || s.heavy() && kind == "" && strings.Contains(about["detail"], " ")) {
		return samantha.Move{Act: samantha.DoTake, Slots: slots("detail", about["detail"], "who", about["who"], "first", yes(s.firstTold()))} // the very thing, before anything is made of it
	}
	switch {
	case a.Kind == "tell.opinion" && a.Slots["likes"] == "" && kind == "" && !s.rooms.ear.Holds("weighs on them", s.text):
		return samantha.Move{Act: samantha.DoOpinion, Slots: slots("detail", about["detail"])}
	case kind == "" && s.goesOn() && s.subject() == "" && !terse(s.text):
		if about["detail"] == "" && s.rooms.ear.In("askable", topic) {
			return samantha.Move{Act: samantha.DoTake, Slots: about}
		}
		return s.goingOn(about)
	case kind == "" && !s.firstTold() && (s.whoLeads() != "" || s.subject() != ""):
		return s.goingOn(slots("who", about["who"])) // it is about somebody, not about a thing beside them
	case kind == "" && about["detail"] == "" && about["who"] == "" && s.heavy():
		return s.goingOn(nil) // a topic alone says nothing to what weighs
	case kind == "" && about["topic"] == "" && about["detail"] != "":
		return s.goingOn(about)
	case kind != "", about["detail"] != "", about["topic"] != "", about["who"] != "":
		return samantha.Move{Act: samantha.DoTake, Slots: about}
	}
	if x, ok := s.last(); ok && x.Asks && s.terseTwice() {
		return s.takesAnswer() // however short, she asked for it
	}
	if s.terseTwice() {
		return s.terse()
	}
	if word := s.puzzle(); word != "" {
		return samantha.Move{Act: samantha.DoPuzzled, Slots: slots("word", word)}
	}
	return s.goingOn(nil)
}

// ofNoKind is what she says to a telling of which no rule knows the kind: what strikes in
// it, its tenor, or a reaction.
func (s *situation) ofNoKind() (samantha.Move, bool) {
	if m, ok := s.struck(); ok {
		return m, true
	}
	if m, ok := s.tenor(); ok {
		return m, true
	}
	if s.reaction().Name != "" && !s.terseTwice() {
		return s.goingOn(nil), true
	}
	return samantha.Move{}, false
}

// pointsAt: a telling is about this thing, so that it says enough given back alone: it is
// short, of the teller or no whole sentence, and ends with the thing or has it right behind
// the verb; or it begins with somebody of theirs. "The train daily" out of the middle of an
// opinion is only odd.
func (s *situation) pointsAt(thing string) bool {
	ear, words := s.rooms.ear, strings.Fields(samantha.SentenceKey(s.text))
	if thing == "" || len(samantha.Sentences(s.text)) > 1 || ear.Holds("told her", s.text) {
		return false
	}
	led := s.whoLeads()
	if s.exclaimed(thing) || len(words) <= briefest || led != "" && len(words) <= briefly && strings.HasPrefix(strings.ToLower(thing), led) {
		return true
	}
	before, after, found := strings.Cut(strings.Join(words, " "), samantha.SentenceKey(thing))
	head := strings.Join(words[:min(behindVerb, len(words))], " ")
	if !found || !ear.Holds("ownfirst", head) || ear.Holds("undone", s.text) {
		return false
	}
	return after == "" && len(words) < much || len(words) <= briefly && len(strings.Fields(before)) <= behindVerb
}

// much is from how many words on a telling holds more than one thing.
const much = 22

// behindVerb is how many words stand at most before a thing right behind the verb: "I
// just fixed the chain".
const behindVerb = 3

// kithOf: it is somebody of theirs or somebody they told of, not whatever has a capital.
func (s *situation) kithOf(who string) bool {
	related := func(w string) bool { return s.rooms.ear.In("relation", w) }
	return who != "" && (slices.ContainsFunc(strings.Fields(strings.ToLower(who)), related) || len(s.state.Memory.WhoIs(who)) > 0)
}

// exclaimed: a thing is what they cry out about: "what a kerfuffle".
func (s *situation) exclaimed(thing string) bool {
	return strings.Contains(strings.ToLower(s.text), "what "+strings.ToLower(thing))
}

// laughsAloud: they laugh as they tell it, and nothing of it weighs.
func (s *situation) laughsAloud() bool {
	return s.laughing() && !s.laughsOff() && (!s.graveNow() || s.mishap()) && !s.rooms.ear.Holds("weighs on them", s.text)
}

// laughing: there is a laugh in what was said, typed or told of.
func (s *situation) laughing() bool {
	return s.heard.Has("laugh") || s.rooms.ear.Holds("laughing", s.text)
}

// subject is the pronoun that a telling begins with, behind its "and": "he", "she" or
// "they"; "" if it begins with anything else.
func (s *situation) subject() string {
	words := s.fromSubject()
	if len(words) == 0 {
		return ""
	}
	for _, pronoun := range []string{"he", "she", "they"} {
		if s.rooms.ear.In("said "+pronoun, words[0]) {
			return pronoun
		}
	}
	return ""
}

// fromSubject are the words of a telling without the "and then" it begins with.
func (s *situation) fromSubject() []string {
	words := strings.Fields(samantha.SentenceKey(s.text))
	for len(words) > 0 && s.rooms.ear.In("onward", words[0]) {
		words = words[1:]
	}
	return words
}

// leading is how many words somebody may take at the head of a telling: "my little
// brother".
const leading = 4

// whoLeads is somebody of the person's whom a telling begins with: "my husband would
// hate that".
func (s *situation) whoLeads() string {
	words := s.fromSubject()
	for n := range min(leading, len(words)) {
		if s.rooms.ear.In("relation", words[n]) && (n == 0 || s.rooms.ear.In("possessive", words[0])) {
			return strings.Join(words[:n+1], " ")
		}
	}
	return ""
}

// firstTold: nothing was told in this encounter before.
func (s *situation) firstTold() bool {
	return s.opens() || !slices.ContainsFunc(s.state.Talk, func(x Exchange) bool { return x.Tells && !x.At.Before(s.state.Encounter.Since) })
}

// someone: a doer that she can name back as the person did, not a pronoun.
func (s *situation) someone(who string) bool {
	return who != "" && !s.rooms.ear.In("nobodyelse", who) && !s.rooms.ear.In("determiner", strings.ToLower(who))
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
	if told.Kind = s.hardKind(); told.Kind == "cried" { // over what, and whether it hurt, they may say
		return []samantha.Move{{Act: samantha.DoComfort, Slots: slots("kind", told.Kind, "detail", s.phrase())}}
	}
	m := samantha.Move{Act: samantha.DoComfort, Slots: slots("kind", told.Kind)}
	if s.heard.Has("tell.feeling") { // what was only read into a story is not named
		m = samantha.Move{Act: samantha.DoComfort, Slots: slots("feeling", s.sure(), "kind", told.Kind)}
	}
	if s.mayEcho(false) && len(strings.Fields(s.text)) <= briefly && s.hurtsIn(s.heard.Detail) { // of more she cannot tell what hurts
		m.Slots["detail"] = s.phrase()
	}
	if who := s.whoOf(told); who != "" && s.hurtsIn(who) {
		m.Slots["who"] = who
	}
	s.waited(&m)
	return []samantha.Move{m}
}

// whoOf is whoever did what was told or, where only "I" did, the one person named
// beside: "Lucas and I broke up".
func (s *situation) whoOf(told samantha.Told) string {
	switch {
	case s.someone(told.Who):
		return s.asNamed(told.Who)
	case len(s.heard.People) == 1:
		return capitalised(s.heard.People[0].Name)
	}
	return ""
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
	if first, _, _ := strings.Cut(samantha.SentenceKey(s.text), " "); s.rooms.ear.In("onward", first) {
		return true
	}
	for _, t := range s.heard.Told {
		if _, ok := s.state.Memory.Meant(t.Who); ok {
			return true
		}
	}
	return false
}

// mayEcho: the last answer did not give the person's words back, and she has not given
// back these in this encounter. It may be twice in a row within one where the words are
// the only thing she has to say to it.
func (s *situation) mayEcho(only bool) bool {
	if n := len(s.state.Talk); n > 0 && s.state.Talk[n-1].Echo && (!only || s.opens()) {
		return false
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

// terse is her side of a talk in which they say little: two things they let slip put side
// by side, or something small of hers, made of what they did say.
func (s *situation) terse() samantha.Move {
	if x, _ := s.last(); x.Act == samantha.DoTerse {
		return samantha.Move{Act: samantha.DoListen, Slots: slots("piece", yes(s.tells()))}
	}
	if bits := s.letSlip(); len(bits) > 1 {
		return s.givesBits(samantha.DoTerse, bits)
	}
	m := samantha.Move{Act: samantha.DoTerse, Slots: slots("murmur", yes(!s.tells()))}
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
		if len(found) == len(into) || slices.ContainsFunc(found, same) || s.dark(t.ID) || !s.mayBringUp(t.Text, t.ID) || t.Name == "" && t.Relation != "" {
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

// puzzling is how many words a telling has at most that hangs on one of them: of more
// she has followed enough, and a word that she does not know is not what it is about.
const puzzling = 6

// puzzle is a word she does not know and has nothing else to hold on to. In a heavy
// talk she owns to none.
func (s *situation) puzzle() string {
	if len(s.heard.Odd) == 0 || s.terseTwice() || s.earnest() || len(strings.Fields(s.text)) > puzzling {
		return ""
	}
	word := s.heard.Odd[0]
	asked := func(x Exchange) bool { return gives(x.Answer, word) }
	if slices.ContainsFunc(s.state.Talk, asked) {
		return "" // she has asked after it
	}
	ear := s.rooms.ear
	if !ear.Strange(word) || ear.MadeOf(word) || ear.Verb(word) || ear.In("medical", word) || ear.In("body part", word) || ear.TopicOf(word) != "" || s.state.Memory.Knows(word) {
		return ""
	}
	return word
}
