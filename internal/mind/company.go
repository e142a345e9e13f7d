package mind

import (
	"slices"
	"strings"

	"samantha"
	"samantha/internal/mind/memory"
)

// reply is what one weighty act calls for.
func (s *situation) reply(a samantha.Act) []samantha.Move {
	switch {
	case under(a.Kind, "errand"):
		return s.errand(a)
	case under(a.Kind, "ask"):
		return s.answer(a)
	case a.Kind == "request.forget":
		return []samantha.Move{s.forgetting(a)}
	case a.Kind == "request.pause":
		return []samantha.Move{{Act: either(s.state.Paused, samantha.DoOffStill, samantha.DoOff)}}
	case a.Kind == "request.note":
		return []samantha.Move{s.keeping()}
	case a.Kind == "request.goon":
		return s.goesOnTelling()
	case a.Kind == "request.resume":
		return []samantha.Move{{Act: either(s.state.Paused, samantha.DoOn, samantha.DoOnStill)}}
	case a.Kind == "request.ask":
		return []samantha.Move{s.promising(a)}
	case a.Kind == "request.avoid":
		return []samantha.Move{s.avoiding()}
	case a.Kind == "request.free":
		return []samantha.Move{s.freeing(a)}
	case a.Kind == "request.open":
		return s.opening(a)
	case a.Kind == "request.read":
		return []samantha.Move{{Act: samantha.DoRead}}
	case a.Kind == "guest.here":
		return []samantha.Move{s.welcome(a.Slots["name"], a.Slots["rel"])}
	case a.Kind == "guest.trust":
		return []samantha.Move{{Act: samantha.DoGuestTrust}}
	case a.Kind == "guest.gone":
		return []samantha.Move{{Act: samantha.DoGuestGone}}
	case under(a.Kind, "request"):
		return []samantha.Move{{Act: samantha.DoCannot, Slots: slots("what", a.Slots["what"])}}
	case under(a.Kind, "tell"):
		return s.told(a)
	case a.Kind == "complain":
		return []samantha.Move{{Act: samantha.DoMend}}
	case a.Kind == "correct" && s.toldStory():
		x, _ := s.last()
		return []samantha.Move{{Act: samantha.DoYours, From: x.From[:1]}}
	case a.Kind == "correct":
		if _, back := s.denying(); back {
			return []samantha.Move{s.denied(a)}
		}
		return []samantha.Move{{Act: samantha.DoWrong, Slots: slots("detail", s.correction(a), "fixed", s.fixes(), "hurt", yes(len(s.appraised.Eased) > 0))}}
	case a.Kind == "settle":
		return s.listen() // to nothing she asked
	case a.Kind == "rehome":
		return []samantha.Move{s.rehomed(a)}
	case a.Kind == "deny":
		return []samantha.Move{s.denied(a)}
	case a.Kind == "disagree", a.Kind == "agreeme":
		return []samantha.Move{{Act: samantha.DoDisagree, Slots: s.detail()}}
	case a.Kind == "quiet":
		return []samantha.Move{{Act: samantha.DoStay}}
	case a.Kind == "wait":
		return []samantha.Move{{Act: samantha.DoWait}}
	case a.Kind == "doubt":
		return []samantha.Move{{Act: samantha.DoDoubt, Slots: slots("what", a.Slots["what"])}}
	case a.Kind == "still":
		return []samantha.Move{{Act: samantha.DoStill}}
	case a.Kind == "pardon":
		return s.again()
	case a.Kind == "goodbye":
		return []samantha.Move{s.goodbye()}
	}
	return s.manners(a)
}

func either(holds bool, this, that string) string {
	if holds {
		return this
	}
	return that
}

// yes is a slot that is set if something holds.
func yes(holds bool) string { return either(holds, "yes", "") }

// manners are the small acts: greeting, thanks, a laugh, a yes.
func (s *situation) manners(a samantha.Act) []samantha.Move {
	act := map[string]string{
		"thanks": samantha.DoThanks, "sorry": samantha.DoSorry, "praise": samantha.DoPraise,
		"insult": samantha.DoInsult, "tease": samantha.DoTease, "flirt": samantha.DoFlirt,
		"laugh": samantha.DoLaugh, "mhm": samantha.DoListen, "nonsense": samantha.DoNonsense,
		"silence": samantha.DoStay,
	}[a.Kind]
	if (a.Kind == "yes" || a.Kind == "no") && s.state.Asked != "" {
		act = samantha.DoYes
		if a.Kind == "no" {
			act = samantha.DoNo
		}
	}
	if s.atPeace(act) {
		act = samantha.DoSilence
	}
	if act == "" {
		return nil
	}
	return []samantha.Move{{Act: act, Slots: slots("word", a.Slots["word"])}}
}

// atPeace: they wanted quiet and have it; a murmur now wants no answer.
func (s *situation) atPeace(act string) bool {
	last, ok := s.last()
	quiet := ok && (last.Act == samantha.DoStay || last.Act == samantha.DoStill || last.Act == samantha.DoSilence)
	return quiet && !s.opens() && (act == samantha.DoListen || act == samantha.DoStay)
}

// mannersOrListen answers the small act that says most: thanks before an "ok".
func (s *situation) mannersOrListen() []samantha.Move {
	for _, slight := range []bool{false, true} {
		for _, a := range s.heard.Acts {
			if (a.Kind == "mhm" || a.Kind == "yes" || a.Kind == "no") != slight {
				continue
			}
			if made := s.manners(a); len(made) > 0 {
				return made
			}
		}
	}
	return s.listen()
}

// listen is the answer to something with nothing in it to take hold of.
func (s *situation) listen() []samantha.Move {
	if s.fresh() {
		return []samantha.Move{s.greet(false)}
	}
	return []samantha.Move{{Act: samantha.DoListen}}
}

// told is what she does with something told.
func (s *situation) told(a samantha.Act) []samantha.Move {
	switch a.Kind {
	case "tell.loss":
		return []samantha.Move{s.losing(a)}
	case "tell.name":
		if s.company() {
			return s.introduced(a.Slots["name"])
		}
		if m, ok := s.differs(); ok {
			return []samantha.Move{m}
		}
		return s.met(a)
	case "tell.dream":
		return s.dreamt(a)
	case "tell.alias":
		return []samantha.Move{{Act: samantha.DoAlias, Slots: slots("name", a.Slots["name"])}}
	case "tell.plan":
		return s.following(samantha.Move{Act: samantha.DoPlan, Slots: slots("detail", s.heard.Detail, "when", a.Slots["when"], "sober", yes(s.heavy()))})
	}
	if m, ok := s.differs(); ok {
		return []samantha.Move{m}
	}
	if s.tearsOfJoy() {
		return []samantha.Move{s.taking(a)}
	}
	if s.graveNow() && (s.heard.Has("tell.hard") || s.heard.Has("tell.loss") || s.toldLast().Kind == "cried" || s.sad() || len(s.closed) > 0) {
		return s.comforting()
	}
	if a.Kind == "tell.feeling" && s.tone() != samantha.ToneGlad {
		return []samantha.Move{{Act: samantha.DoFelt, Slots: slots("feeling", a.Slots["feeling"], "when", s.since())}}
	}
	if s.tone() == samantha.ToneGlad {
		m := s.rejoicing()
		if m.Recall["waited"] != "" {
			return []samantha.Move{m} // a wait that is over wants no question
		}
		return s.following(m)
	}
	if n := s.weightiest(); n >= 0 {
		return s.noted(n)
	}
	return s.following(s.taking(a))
}

// rejoicing takes good news; if it is the end of something that was left open, by
// the name it had then.
func (s *situation) rejoicing() samantha.Move {
	m := samantha.Move{Act: samantha.DoGlad, Slots: slots("detail", s.heard.Detail, "size", s.joy())}
	s.waited(&m)
	return m
}

// weightiest is the fact of this moment that she takes up: the last one told that
// is more than a number, for what matters is said last; -1 if there is none.
func (s *situation) weightiest() int {
	found := -1
	for i, f := range s.facts {
		if f.Slot != "" && f.Way != samantha.WayOver && (found < 0 || f.Slot != "age") {
			found = i
		}
	}
	return found
}

// bigJoy is how glad a reading is at least that calls for untidy joy.
const bigJoy = 0.6

// joy is "big" for news that somebody would shout across a street: told as good
// and read as it. Beside a sorrow of the same talk no joy is big.
func (s *situation) joy() string {
	big := s.heard.Has("tell.good") && s.reading.Valence >= bigJoy && s.reading.Emotion != samantha.Unsure
	return either(big && !s.shadowed(), "big", "small")
}

// shadowed: something sad was told in this talk before.
func (s *situation) shadowed() bool {
	return !s.opens() && slices.ContainsFunc(s.state.Talk, func(x Exchange) bool { return x.Grave && !x.At.Before(s.state.Encounter.Since) })
}

// sure enough of sadness to answer it before anything else that was told.
const sadValence, sadConfidence = -0.3, 0.6

// sad: what was told sounds sad beyond doubt, whatever sort of telling it is.
func (s *situation) sad() bool {
	return s.reading.Emotion == "sadness" && s.reading.Valence < sadValence && s.reading.Confidence >= sadConfidence
}

// losing is what she does with a death; of somebody told of before it is the
// name she says, not a pronoun.
func (s *situation) losing(a samantha.Act) samantha.Move {
	m := samantha.Move{Act: samantha.DoLoss, Slots: slots("who", a.Slots["who"], "span", a.Slots["span"], "past", a.Slots["past"], "detail", s.heard.Detail)}
	if s.someone(a.Slots["who"]) {
		return m
	}
	delete(m.Slots, "who")
	if t, ok := s.state.Memory.Meant(a.Slots["who"]); ok && !s.opens() {
		s.recall(&m, "who", t.ID)
	}
	return m
}

// met takes the person's name, and asks what is still open of the meeting.
func (s *situation) met(a samantha.Act) []samantha.Move {
	if memory.Same(s.state.Memory.Name(), a.Slots["name"]) {
		return s.listen() // known already
	}
	moves := []samantha.Move{{Act: samantha.DoMet, Slots: slots("name", a.Slots["name"])}}
	if s.state.Moments < 4 && !s.asked(samantha.DoAskNow) {
		moves = append(moves, samantha.Move{Act: samantha.DoAskNow})
	}
	return moves
}

// correction is the particular that was put right.
func (s *situation) correction(a samantha.Act) string {
	if len(s.facts) > 0 {
		return s.facts[0].Value
	}
	return or(a.Slots["detail"], s.heard.Detail)
}

// fixes is "yes" if the correction put something right that she holds: only then
// may she say so.
func (s *situation) fixes() string {
	for _, f := range s.facts {
		if _, differs := s.state.Memory.Differs(f); differs || f.Like != "" {
			return "yes"
		}
	}
	return ""
}

// greet is a greeting for the hour and the absence.
func (s *situation) greet(short bool) samantha.Move {
	m := samantha.Move{
		Act:   samantha.DoGreet,
		Slots: slots("part", samantha.PartOfDay(s.now), "away", absence(s.away)),
		Short: short,
	}
	if told, ok := s.heard.Act("tell.name"); ok {
		m.Slots["name"] = told.Slots["name"]
	} else if name := s.state.Memory.Find(memory.Person, "name"); len(name) > 0 && s.opens() { // once an encounter
		s.recall(&m, "name", name[0].ID)
	}
	if left := s.leftOff(); left.Text != "" && s.away > 6*encounterPause && !s.cameBackNow() && !s.state.Memory.OfThread(left.ID) && s.mayBringUp(left.Text, left.ID) {
		s.recall(&m, "about", left.ID)
	}
	return m
}

// leftOff is the particular the encounter before ended with.
func (s *situation) leftOff() memory.Detail {
	if !s.opens() {
		return s.state.LeftOff
	}
	return s.lastDetail()
}

// lastDetail is the particular that was told last, nothing told in sorrow.
func (s *situation) lastDetail() memory.Detail {
	for _, d := range slices.Backward(s.state.Memory.Details) {
		if !d.Dark {
			return d
		}
	}
	return memory.Detail{}
}

// goodbyeMoments is how many moments an encounter needs before its goodbye
// carries something of it.
const goodbyeMoments = 3

// goodbye is one sentence that may carry one particular of the encounter.
func (s *situation) goodbye() samantha.Move {
	a, _ := s.heard.Act("goodbye")
	m := samantha.Move{Act: samantha.DoGoodbye, Slots: slots("part", or(a.Slots["part"], samantha.PartOfDay(s.now)))}
	if s.encounterMoments() < goodbyeMoments || s.earnest() {
		return m
	}
	if id, ok := s.ofTonight(); ok {
		s.recall(&m, "detail", id)
	}
	return m
}

// ofTonight is one particular of this encounter that a goodbye may carry, nothing
// told in sorrow: a thing that was not given back yet, or any thing.
func (s *situation) ofTonight() (samantha.ID, bool) {
	for _, again := range []bool{false, true} {
		for _, t := range slices.Backward(s.state.Memory.Topics) {
			pointed := strings.Contains(t.Text, " ") && t.Name == "" && t.Relation == "" && !s.ofAnother(t.Text)
			if pointed && (t.Sort == "it" || t.Sort == "pet") && !s.dark(t.ID) && s.mayBringUp(t.Text, t.ID) && (again || !s.gaveBack(t.Text)) {
				return t.ID, true
			}
		}
	}
	return "", false
}

// ofAnother: a thing said to be somebody's by a pronoun means nothing out of its
// place: "good night to his van".
func (s *situation) ofAnother(thing string) bool {
	first, _, _ := strings.Cut(thing, " ")
	return s.rooms.ear.In("another", first)
}

// gaveBack: one of her last answers held the words already.
func (s *situation) gaveBack(detail string) bool {
	return slices.ContainsFunc(s.state.Talk, func(x Exchange) bool { return gives(x.Answer, detail) })
}

// again repeats her last words.
func (s *situation) again() []samantha.Move {
	x, ok := s.last()
	if !ok || x.Answer == "" {
		return []samantha.Move{{Act: samantha.DoSayAgain}}
	}
	m := samantha.Move{Act: samantha.DoRepeat}
	s.recall(&m, "text", x.ID.Said())
	return []samantha.Move{m}
}

// sure is the feeling she reads, if she reads one.
func (s *situation) sure() string {
	if s.reading.Emotion == samantha.Unsure || s.reading.Confidence < 0.6 {
		return ""
	}
	return string(s.reading.Emotion)
}

func (s *situation) detail() map[string]string { return slots("detail", s.heard.Detail) }

// slots makes a map of names and values, leaving out what is not known.
func slots(pairs ...string) map[string]string {
	m := map[string]string{}
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i+1] != "" {
			m[pairs[i]] = pairs[i+1]
		}
	}
	return m
}

// or is the first that is not empty.
func or(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// events are the events that hold the parts, each once.
func events(parts []samantha.ID) []samantha.ID {
	var ids []samantha.ID
	seen := map[samantha.ID]bool{}
	for _, p := range parts {
		if id := p.Event(); !seen[id] {
			seen[id] = true
			ids = append(ids, id)
		}
	}
	return ids
}
