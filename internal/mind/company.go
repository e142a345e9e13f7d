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
		return s.unlessLeft(a, s.answer(a))
	case under(a.Kind, "request"):
		return s.request(a)
	case under(a.Kind, "guest"):
		return []samantha.Move{s.guest(a)}
	case under(a.Kind, "tell"):
		return s.told(a)
	}
	if moves := s.between(a); moves != nil {
		return moves
	}
	if moves := s.response(a); moves != nil {
		return moves
	}
	return s.manners(a)
}

// request is what she does with what she is asked to do.
func (s *situation) request(a samantha.Act) []samantha.Move {
	var m samantha.Move
	switch a.Kind {
	case "request.goon":
		return s.goesOnTelling()
	case "request.open":
		return s.opening(a)
	case "request.forget":
		if s.inPassing(a) {
			return s.mannersOrListen()
		}
		m = s.forgetting(a)
	case "request.pause":
		m = s.pausing(a)
	case "request.resume":
		m = s.resuming()
	case "request.keep":
		m = s.keepsTold(a)
	case "request.say":
		m = s.says(a)
	case "request.note":
		m = s.keeping()
	case "request.ask", "request.stop":
		m = s.promising(a)
	case "request.avoid":
		m = s.avoiding()
	case "request.free":
		m = s.freeing(a)
	case "request.chosen":
		m = samantha.Move{Act: samantha.DoNoted, Slots: slots("of", memory.Person, "slot", chosenSlot, "value", a.Slots["value"])}
	case "request.guess":
		return s.guesses()
	case "request.asknow":
		m = putNow(a)
	case "request.play":
		m = s.offersGame(a)
	case "request.give":
		m = s.gives(a.Slots["sort"])
	case "request.name":
		m = samantha.Move{Act: samantha.DoNames, Slots: slots("sort", a.Slots["sort"])}
	case "request.pick":
		m = s.picksAgain(a)
	case "request.more":
		return s.another()
	case "request.talk":
		m = samantha.Move{Act: samantha.DoLetTalk, Slots: slots("topic", a.Slots["topic"], "how", a.Slots["how"])}
	case "request.read":
		m.Act = samantha.DoRead
	case "request.night":
		return s.nightAsked(a)
	case "request.together":
		return s.togetherAsked(a)
	case "request.bound":
		return s.boundAsked(a)
	default:
		m = aWord(a)
	}
	return []samantha.Move{m}
}

// putNow asks what they bid her ask: a question they gave, or one made of how they told her
// to ask it, "ask me how I'm living".
func putNow(a samantha.Act) samantha.Move {
	question := a.Slots["what"]
	if be := a.Slots["be"]; be != "" {
		question = strings.Join(strings.Fields(strings.Join([]string{a.Slots["word"], be, "I", a.Slots["rest"]}, " ")), " ")
	}
	return samantha.Move{Act: samantha.DoPutNow, Slots: slots("question", question, "about", a.Slots["about"], "clause", a.Slots["clause"])}
}

// aWord is her answer to a request that wants no more than a word: luck, a nod, "go on", a joke; or
// that she cannot do it.
func aWord(a samantha.Act) samantha.Move {
	switch a.Kind {
	case "request.luck":
		return samantha.Move{Act: samantha.DoLuck, Slots: slots("for", a.Slots["for"])}
	case "request.tell":
		return samantha.Move{Act: samantha.DoLetTell, Slots: slots("riddle", a.Slots["riddle"])}
	case "request.riddle":
		return samantha.Move{Act: samantha.DoRiddle, Slots: slots("riddle", a.Slots["riddle"])}
	case "request.joke":
		return samantha.Move{Act: samantha.DoQuip}
	case "request.agree":
		return samantha.Move{Act: samantha.DoAgree, Slots: slots("of", a.Slots["of"])}
	}
	return samantha.Move{Act: samantha.DoCannot, Slots: slots("what", a.Slots["what"], "sort", a.Slots["sort"])}
}

// response is what she does with what was said of her answer, or of the talk; nil
// if it was neither.
func (s *situation) response(a samantha.Act) []samantha.Move {
	var m samantha.Move
	switch a.Kind {
	case "settle":
		return s.listen() // to nothing she asked
	case "pardon":
		return s.again()
	case "correct":
		if m, ok := s.stands(); ok {
			return []samantha.Move{m}
		}
		m = s.corrected(a)
	case "complain":
		m = samantha.Move{Act: samantha.DoMend, Slots: slots("kind", a.Slots["kind"])}
	case "rehome":
		m = s.rehomed(a)
	case "deny":
		m = s.denied(a)
	case "disagree", "agreeme":
		if m, ok := s.stands(); ok {
			return []samantha.Move{m}
		}
		if s.assents(a) {
			return []samantha.Move{between("assent")}
		}
		m = samantha.Move{Act: samantha.DoDisagree, Slots: s.detail()}
		if a.Kind == "agreeme" {
			m.Slots = slots("detail", m.Slots["detail"], "asked", "yes")
		}
	case "quiet":
		m.Act = samantha.DoStay
	case "wait":
		m.Act = samantha.DoWait
	case "doubt":
		m = samantha.Move{Act: samantha.DoDoubt, Slots: slots("what", a.Slots["what"])}
	case "still":
		m.Act = samantha.DoStill
	case "goodbye":
		m = s.goodbye()
	default:
		return nil
	}
	return []samantha.Move{m}
}

// manners are the small acts: greeting, thanks, a laugh, a yes.
func (s *situation) manners(a samantha.Act) []samantha.Move {
	if a.Kind == "sorry" {
		return []samantha.Move{s.sorry()}
	}
	act := map[string]string{
		"thanks": samantha.DoThanks, "praise": samantha.DoPraise,
		"insult": samantha.DoInsult, "tease": samantha.DoTease,
		"laugh": samantha.DoLaugh, "mhm": samantha.DoListen, "mhm.dismiss": samantha.DoWaved, "nonsense": samantha.DoNonsense,
		"silence": samantha.DoStay,
	}[a.Kind]
	if a.Slots["joke"] != "" && s.misread == nil {
		act = samantha.DoJoked // what they told was one
	}
	if (a.Kind == "yes" || a.Kind == "no") && s.state.Asked != "" {
		act = either(s.state.Asked == samantha.DoOnAgain, samantha.DoOn, samantha.DoYes)
		if a.Kind == "no" {
			act = either(s.state.wanted() == "name" || s.state.wanted() == "now", samantha.DoListen, samantha.DoNo) // "what's your name?" - "nah"
		}
	}
	if x, ok := s.last(); ok && act == samantha.DoLaugh && s.rooms.ear.In("laughedoff", x.Kind) {
		act = samantha.DoListen
	}
	if s.atPeace(act) {
		act = samantha.DoSilence
	}
	if act == samantha.DoListen && s.pressed(a) {
		return []samantha.Move{{Act: samantha.DoMend, Slots: slots("kind", "thin")}}
	}
	if a.Slots["back"] != "" && s.distant() && !s.company() { // who missed this wants it back
		s.tie.done.Warmed = true
		return []samantha.Move{{Act: samantha.DoWarmed}}
	}
	if act == "" {
		return nil
	}
	return []samantha.Move{{Act: act, Slots: slots("word", a.Slots["word"], "for", a.Slots["for"])}}
}

// atPeace: they wanted quiet and have it; a murmur now wants no answer.
func (s *situation) atPeace(act string) bool {
	last, ok := s.last()
	quiet := ok && (last.Act == samantha.DoStay || last.Act == samantha.DoStill || last.Act == samantha.DoSilence)
	return quiet && !s.opens() && (act == samantha.DoListen || act == samantha.DoStay)
}

// pressed: a bare "so?" right behind an answer with nothing in it still waits for one.
func (s *situation) pressed(a samantha.Act) bool {
	x, ok := s.last()
	empty := []string{samantha.DoBetween, samantha.DoNothing, samantha.DoView, samantha.DoListen, samantha.DoGoesOn, samantha.DoTerse}
	return ok && !s.opens() && strings.HasSuffix(a.Text, "?") && slices.Contains(empty, x.Act)
}

// mannersOrListen answers the small act that says most: thanks before an "ok".
func (s *situation) mannersOrListen() []samantha.Move {
	for _, slight := range []bool{false, true} {
		for _, a := range s.heard.Acts {
			if (a.Kind == "mhm" || a.Kind == "yes" || a.Kind == "no") != slight {
				continue
			}
			if made := s.manners(a); len(made) > 0 {
				return s.saysMore(made)
			}
		}
	}
	return s.saysMore(s.listen())
}

// listen is the answer to something with nothing in it to take hold of.
func (s *situation) listen() []samantha.Move {
	if s.fresh() {
		return []samantha.Move{s.greet(false)}
	}
	if m, ok := s.tenor(); ok {
		return []samantha.Move{m}
	}
	return []samantha.Move{{Act: samantha.DoListen}}
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
	if len(strings.Fields(a.Text)) > briefly {
		delete(m.Slots, "span") // of what it was the span she cannot tell
	}
	article, _, _ := strings.Cut(a.Slots["who"], " ")
	if s.someone(a.Slots["who"]) && !s.rooms.ear.In("nooneyet", article) {
		return m
	}
	delete(m.Slots, "who")
	if t, ok := s.state.Memory.Meant(a.Slots["who"]); ok && !s.opens() && !s.vagueTopic(t.Text) {
		s.recall(&m, "who", t.ID)
	}
	return m
}

// again repeats her last words.
func (s *situation) again() []samantha.Move {
	x, ok := s.last()
	if !ok || x.Answer == "" {
		return []samantha.Move{{Act: samantha.DoSayAgain}}
	}
	if s.lostOn(x) {
		return []samantha.Move{s.wayBack(samantha.Move{Act: samantha.DoAstray})}
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
