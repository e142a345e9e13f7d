package mind

import (
	"slices"
	"time"

	"samantha"
	"samantha/internal/mind/care"
)

// intend decides what she means to do with the moment: step 5. The order of
// this function is the order of what matters: a life in danger, the first
// meeting, what was asked, what was told; and only then play.
func (s *situation) intend() samantha.Intent {
	if s.care.Level > 0 {
		return s.concern()
	}
	if s.jotted {
		return s.ofRecord(samantha.Intent{Moves: []samantha.Move{s.keeping()}, Tone: samantha.TonePlain, Limits: samantha.Limits{NoQuestion: true}})
	}
	if s.endangered() && (s.heard.Has("request.play") || s.heard.Has("request.joke")) {
		return samantha.Intent{Moves: []samantha.Move{{Act: samantha.DoDanger}}, Tone: samantha.ToneQuiet}
	}
	in := samantha.Intent{Tone: s.tone()}
	s.errands, s.tie = errands{}, tie{}
	s.forgives()
	in.Moves = s.withoutYes(s.unlessHeldBack(s.respond()))
	s.didErrands()
	if !s.alone {
		in.Moves = s.besides(in)
	}
	in.Limits = s.limits(in)
	if in = s.tempered(in); in.Limits.NoQuestion || in.Tone == samantha.ToneQuiet {
		in.Moves = withoutFollow(in.Moves)
	}
	switch {
	case in.Act() == samantha.DoForgot:
		in.Forget = s.forgets()
		in.Moves[0] = s.counted(in.Moves[0], len(in.Forget)-1-len(s.askedBefore()))
	case s.unfound(in):
		in.Forget = []samantha.ID{s.id}
	}
	if s.alone {
		return in
	}
	return s.simulated(s.ofRecord(in))
}

// besides are the moves with what she says beside an answer: what was due, what she is, what
// she brings by herself, that a time is over.
func (s *situation) besides(in samantha.Intent) []samantha.Move {
	in.Moves = s.tellMissed(in.Moves)
	s.meetRung()
	if s.fresh() {
		in.Moves = s.introduce(in.Moves)
	} else {
		in.Moves = s.remindOfKind(s.takesName(s.addOwn(in)))
	}
	return s.callsTime(s.asksAfterDanger(in.Moves))
}

// tone is how she means to say it.
func (s *situation) tone() samantha.Tone {
	glad := s.reading.Valence > 0.4 && s.reading.Confidence >= 0.5 && s.reading.Emotion != "gratitude" && !s.shadowed() && !s.bereaved(raw) && !s.laughing() && !s.laden() && !s.rooms.ear.Holds("had it been", s.text)
	switch {
	case s.jests():
		return samantha.ToneLight
	case s.graveNow():
		return samantha.ToneQuiet
	case s.idea() != "":
		return samantha.TonePlain
	case s.heard.Has("tell.good") && !s.belied(), s.tearsOfJoy(), glad && s.tells():
		return samantha.ToneGlad
	case (s.heavy() || s.troubled(lingers)) && s.tells(), s.earnest() && s.heard.Has("thanks"):
		return samantha.ToneQuiet
	case s.heavy():
		return samantha.TonePlain
	case s.heard.Has("tease"), s.heard.Has("laugh") && !s.absorbed():
		return samantha.ToneLight
	}
	return samantha.TonePlain
}

// tells: something was told, beyond manners and questions.
func (s *situation) tells() bool { return s.heard.Has("tell") }

// limits are what the words must keep to.
func (s *situation) limits(in samantha.Intent) samantha.Limits {
	l := samantha.Limits{
		NoPlay:    s.idea() != "" || s.endangered() || s.earnest() || s.troubled(jokesRest) || s.hurts() || s.distant() || s.bond().Tension > playTension || s.tells() && s.laden(),
		NoSorry:   s.spared(),
		NoKeeping: s.state.Paused, NoQuestion: s.distant() || s.unasked(), NoInvite: s.unasked(),
	}
	if s.brief() {
		l.NoQuestion, l.Sentences = true, mostSentences(in)
	}
	first := func(set string) bool { return s.rooms.why.in(set, in.Act()) }
	switch {
	case in.Act() == samantha.DoGoodbye:
		l.NoQuestion, l.Sentences = true, 1
		if slices.ContainsFunc(in.Moves[1:], s.saysKind) {
			l.Sentences = 2 // one of them says what she is
		}
	case first("unasking"), in.Act() == samantha.DoListen && s.terseTwice():
		l.NoQuestion = true
	case first("must-ask"):
		l.NoQuestion, l.NoInvite = false, false
		return l
	}
	if n := len(in.Moves); n > 0 && s.rooms.why.in("comes-back", in.Moves[n-1].Act) {
		return l
	}
	if s.state.Questions >= 2 && !s.fresh() {
		l.NoQuestion = true // she has asked twice running: let it rest
	}
	if in.Act() == samantha.DoRemark && !s.terseTwice() {
		l.NoQuestion = l.NoQuestion || s.fresh() || s.state.Questions > 0 && !s.drawn("asks on", asksOnOf12)
		return l // what it asks is what it answers
	}
	if in.Act() == samantha.DoTerse && len(in.Moves[0].From) > 0 {
		return l // small, closed, and about what they said
	}
	if s.tells() && !s.mayAsk() && !s.rooms.why.in("asks", in.Moves[len(in.Moves)-1].Act) {
		l.NoQuestion = true // and so it does after most answers, or to somebody of few words
	}
	return l
}

// concern is what she does when a life may be in danger: nothing else beside.
func (s *situation) concern() samantha.Intent {
	card := s.rooms.guard.Card(s.rooms.place(s.state, s.zone))
	slots := map[string]string{"line": card.String(), "emergency": card.Emergency}
	act := [...]string{"", samantha.DoConcern1, samantha.DoConcern2, samantha.DoConcern3}[min(s.care.Level, 3)]
	if s.care.Rule == "other" {
		act = samantha.DoOther
	}
	moves := []samantha.Move{s.withChosen(samantha.Move{Act: act, Slots: slots})}
	if s.young() && s.care.Level >= 2 && act != samantha.DoOther {
		moves = append(moves, samantha.Move{Act: samantha.DoConcernYoung})
	}
	if s.fresh() || s.heard.Has("ask.human") {
		moves = append(moves, samantha.Move{Act: samantha.DoDisclose})
	}
	return samantha.Intent{Moves: moves, Tone: samantha.ToneCrisis}
}

// respond is the answer to what was said: to each weighty act, at most two, or
// to the manners if there was nothing else.
func (s *situation) respond() []samantha.Move {
	if s.heard.Language != "" {
		return s.foreign()
	}
	if len(s.letter.moves) > 0 {
		return s.withLetter()
	}
	if moves := s.steadies(); moves != nil {
		return moves
	}
	if moves := s.guessing(); moves != nil {
		return moves
	}
	if s.care.Rule == care.RuleClosed && !s.heard.Has("ask") && !s.heard.Has("request.forget") {
		return []samantha.Move{{Act: samantha.DoSafe, Slots: slots("feeling", s.sure())}}
	}
	if s.heard.Has("thanks") && s.reading.Emotion == "gratitude" && !s.heard.Has("ask") && !s.heard.Has("goodbye") && !s.heard.Has("request.forget") && !s.tellsWithThanks() {
		return s.mannersOrListen() // thanks with a reason is still thanks
	}
	if moves, ok := s.readRight(); ok && !s.heard.Has("request.forget") {
		return moves
	}
	for _, first := range []func() []samantha.Move{s.hit, s.tested, s.groans, s.unjudged, s.hadTold, s.misheard, s.riddled, s.choosing, s.forgetsFirst, s.knocking} {
		if moves := first(); moves != nil {
			return moves
		}
	}
	if m, ok := s.answersMending(); ok {
		return []samantha.Move{m}
	}
	if s.account != "" {
		return []samantha.Move{{Act: samantha.DoBeside}}
	}
	if m, ok := s.settled(); ok {
		return []samantha.Move{m}
	}
	if m, ok := s.played(); ok {
		return []samantha.Move{m}
	}
	if m, ok := s.holdsBoth(); ok {
		return []samantha.Move{m}
	}
	if moves := s.ofThreads(); moves != nil {
		return moves
	}
	var moves []samantha.Move
	weighty := s.weighty()
	for i, act := range weighty {
		if i == 0 || act.Kind != weighty[i-1].Kind || len(act.Slots) > 0 {
			moves = append(moves, s.reply(act)...)
		}
	}
	if s.greetsFirst(weighty, moves) {
		moves = append([]samantha.Move{s.greet(len(weighty) > 0)}, moves...)
	}
	if moves = s.answersOnce(moves); len(moves) > 0 {
		return moves
	}
	return s.mannersOrListen()
}

// greetsFirst: a greeting is given back before what else was said, unless that is heavy, or
// is told to her by somebody new and has a better first word.
func (s *situation) greetsFirst(weighty []samantha.Act, moves []samantha.Move) bool {
	if !s.heard.Has("greet") || s.heavyAct() && len(weighty) > 0 {
		return false
	}
	met := s.fresh() && len(moves) > 0 && s.rooms.why.in("first-word", moves[0].Act)
	return len(weighty) == 0 || s.opens() && !met
}

// asked: she has put this question once; she does not put it twice.
func (s *situation) asked(act string) bool {
	for _, a := range s.state.AskedFor {
		if a == act {
			return true
		}
	}
	return false
}

// addOwn adds what she brings herself: an odd word of theirs in a new place, or
// a question of the first meeting that stayed open.
func (s *situation) addOwn(in samantha.Intent) []samantha.Move {
	if s.idea() != "" || in.Act() == samantha.DoTwenty || s.heavy() || s.remarksHeavily(in) || in.Act() == samantha.DoKept || in.Act() == samantha.DoLanguage || len(s.letter.moves) > 0 || s.tells() && (s.somber() || s.terseTwice()) {
		return in.Moves
	}
	if s.distant() {
		return withoutFollow(in.Moves) // nothing of hers beyond what was asked
	}
	if s.hurting() || s.endangered() {
		return in.Moves
	}
	if moves, ok := s.mendsOfHerself(in.Moves); ok {
		return moves
	}
	if moves, ok := s.ofModel(in.Moves); ok {
		return moves
	}
	if moves, ok := s.comesBack(in.Moves); ok {
		return moves
	}
	if moves, ok := s.ofOthers(in); ok {
		return moves
	}
	if moves, ok := s.ofTheDay(in.Moves); ok {
		return moves
	}
	if s.absorbed() { // what they tell wants the room for itself, but for a word of their own
		if call, ok := s.callback(in.Act()); ok && in.Moves[0].Slots["struck"] == "" {
			return append(withoutFollow(in.Moves), call)
		}
		return s.offers(in.Moves)
	}
	if moves, ok := s.ofHers(in.Moves); ok {
		return moves
	}
	if moves, ok := s.rethinks(in); ok {
		return moves
	}
	if in.Moves[0].Slots["struck"] != "" {
		return in.Moves // it is short, and stands alone
	}
	return s.addLightly(in)
}

// addLightly adds what is only for the pleasure of it, where there is room.
func (s *situation) addLightly(in samantha.Intent) []samantha.Move {
	if mixed, ok := s.mixes(in); ok {
		return append(withoutFollow(in.Moves), mixed)
	}
	if m, ok := s.ritual(in.Act()); ok {
		return append(withoutFollow(in.Moves), m)
	}
	if call, ok := s.callback(in.Act()); ok {
		return append(withoutFollow(in.Moves), call)
	}
	if moves, ok := s.brings(in); ok {
		return moves
	}
	if muse, ok := s.muses(in.Act()); ok {
		return append(withoutFollow(in.Moves), muse)
	}
	if wonder, ok := s.wondersAloud(in); ok {
		return append(withoutFollow(in.Moves), wonder)
	}
	if own, ok := s.tellsOfHerself(in.Act()); ok {
		return append(withoutFollow(in.Moves), own)
	}
	return s.offers(in.Moves)
}

// offers is what is still open of their meeting: another voice, once, a language model,
// once, and the name that was not told, where little was told with it.
func (s *situation) offers(moves []samantha.Move) []samantha.Move {
	if s.offersVoice() {
		return append(withoutFollow(moves), samantha.Move{Act: samantha.DoVoice})
	}
	if s.offersModel() {
		return append(withoutFollow(moves), samantha.Move{Act: samantha.DoModel})
	}
	if s.encounterMoments() >= 2 && s.state.Questions == 0 && !s.unasked() && s.mayAskName(moves) {
		return append(withoutFollow(moves), samantha.Move{Act: samantha.DoAskName})
	}
	return moves
}

// voiceMoments is how many moments of an encounter pass before she speaks of her
// voice.
const voiceMoments = 9

// offersVoice: the person has heard her voice for a while and never chose one;
// she offers others, once in a life.
func (s *situation) offersVoice() bool {
	heard := s.state.choice(samantha.ChoiceSound) == samantha.ChoiceYes && s.state.choice(samantha.ChoiceVoice) == ""
	return heard && !s.asked(samantha.DoVoice) && s.encounterMoments() >= voiceMoments && s.state.Questions == 0 && !s.earnest()
}

// When she says that she could be given a language model: not when they meet, in the first
// days, and after so many moments of a talk.
const (
	modelDays    = 7 * 24 * time.Hour
	modelMoments = 8
)

// offersModel: she has none, nothing was chosen about it, and they know each other by now;
// she says so once in a life, and asks nothing.
func (s *situation) offersModel() bool {
	early := s.state.Encounter.N >= 2 && s.now.Sub(s.state.Born) < modelDays
	none := s.state.Lent.Model == "" && s.state.choice(samantha.ChoiceModel) == "" && s.state.choice(samantha.ChoiceDownload) == ""
	calm := s.state.Questions == 0 && !s.earnest() && !s.company() && !s.young() && !s.heard.Has("goodbye")
	return early && none && calm && !s.asked(samantha.DoModel) && s.encounterMoments() >= modelMoments
}

// withoutFollow leaves out the question that follows, unless it is all there is.
func withoutFollow(moves []samantha.Move) []samantha.Move {
	var kept []samantha.Move
	for _, m := range moves {
		if m.Act != samantha.DoFollow || len(moves) == 1 {
			kept = append(kept, m)
		}
	}
	return kept
}
