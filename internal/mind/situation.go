package mind

import (
	"slices"
	"strings"
	"time"

	"samantha"
	"samantha/internal/mind/care"
	"samantha/internal/mind/feeling"
	"samantha/internal/mind/hearing"
	"samantha/internal/mind/memory"
)

// situation is all that a decision may look at: what was just heard and made
// of it, and her state before it.
type situation struct {
	rooms   *Rooms
	state   *State
	index   *memory.Index
	id      samantha.ID // of the moment
	now     time.Time   // in the person's zone
	zone    string
	away    time.Duration // since the last thing heard; 0 at the first
	behind  time.Duration // how far the machine's clock lies behind her log
	text    string
	partial bool // older memories are not at hand yet
	jotted  bool // half awake, to be kept and not talked about

	heard    samantha.Hearing
	reading  samantha.Reading
	care     samantha.Care
	recalled []memory.Hit
	facts    []samantha.Fact
	notes    []samantha.Note
	opened   []samantha.Thread  // left open now
	closed   []samantha.Closing // what became of earlier ones
	avoids   []samantha.Avoid   // not to be brought up from now on
	freed    []samantha.ID      // what may be brought up again
	naming   *samantha.Naming   // she chooses her name now
	account  samantha.ID        // the chapter they tell with this in place of hers
	errands  errands
	letter   writing
	tie      tie // what is decided of the two of them

	alone bool // only what answers it is wanted

	framed  []hearing.Frame // what stands out in what was told; nil: not looked for yet
	earlier *reheard        // what was told before, as it is heard again
	lexical *lexicon        // nil: not asked for yet

	readings     map[string]readout // questions that were read in this moment
	load         *bool              // whether what is told weighs; nil: not looked at yet
	signs        []care.Sign        // of leaning on her; nil: not looked for yet
	guess        *feeling.Guess     // the tenor of what was told; nil: not guessed yet
	suiting      []feeling.Reaction // the reactions to it; nil: not guessed yet
	strikesHeard []hearing.Strike   // what strikes in it; nil: not looked for yet

	befell  samantha.Since    // what befell her as software
	misread *samantha.Misread // a reading of hers that they put right

	appraised feeling.Appraised
	felt      []feeling.Kept // before this moment; nil: not asked for yet
}

func (m *Mind) situation(u samantha.Utterance) *situation {
	s := &situation{rooms: m.rooms, state: m.inMind(), index: m.index, partial: m.partial, id: samantha.NewID(m.state.Seq + 1), text: u.Text, zone: u.Zone, jotted: u.Note, earlier: m.earlier}
	if s.zone == "" {
		s.zone = s.state.Zone
	}
	s.now = m.clock.Now().In(s.state.there(s.zone))
	s.behind = s.state.behind(s.now)
	s.befell = m.since()
	if !s.state.LastAt.IsZero() {
		s.away = max(0, s.now.Add(s.behind).Sub(s.state.LastAt))
	}
	return s
}

// here is where the person was last.
func (s *State) here() *time.Location { return s.there(s.Zone) }

// there is a time zone, looked up once as long as it stays the same: a machine keeps
// them in files.
func (s *State) there(zone string) *time.Location {
	if s.zone != zone || s.place == nil {
		s.zone, s.place = zone, location(zone)
	}
	return s.place
}

// location is a time zone by name, or UTC if this machine does not know it.
func location(zone string) *time.Location {
	if at, err := time.LoadLocation(zone); err == nil {
		return at
	}
	return time.UTC
}

// fresh: she has not said what she is yet.
func (s *situation) fresh() bool { return s.state.Disclosed.IsZero() }

// opens: this begins a new encounter.
func (s *situation) opens() bool { return s.state.Moments == 0 || s.away > encounterPause }

// encounter is the number of this encounter.
func (s *situation) encounter() int {
	if s.opens() {
		return s.state.Encounter.N + 1
	}
	return s.state.Encounter.N
}

// encounterMoments is how many moments this encounter had before.
func (s *situation) encounterMoments() int {
	if s.opens() {
		return 0
	}
	return s.state.Encounter.Moments
}

// talked is how long this encounter has lasted.
func (s *situation) talked() time.Duration {
	if s.opens() {
		return 0
	}
	return s.now.Add(s.behind).Sub(s.state.Encounter.Since)
}

// last is the exchange before this one.
func (s *situation) last() (Exchange, bool) {
	if len(s.state.Talk) == 0 {
		return Exchange{}, false
	}
	return s.state.Talk[len(s.state.Talk)-1], true
}

// given is the fact that a bare "no, Bergen" is about: the one whose value is
// named as wrong, else the one she gave back last, else the one told last.
func (s *situation) given() *memory.Known {
	last, _ := s.last()
	text := " " + samantha.SentenceKey(s.text) + " "
	var told, back *memory.Known
	known := s.state.Memory.Known()
	for i := range known {
		k := &known[i]
		if strings.Contains(text, " "+samantha.SentenceKey(k.Value)+" ") {
			return k
		}
		if last.Given != "" && slices.Contains(k.Sources, last.Given) {
			back = k
		}
		if k.ID.Event() == last.ID {
			told = k
		}
	}
	if back != nil {
		return back
	}
	for _, c := range s.heard.Claims {
		if c.Slot == "" && told != nil && (c.Not != "" || !s.rooms.lore.MayBe(*told, c.Value)) {
			return nil
		}
	}
	return told
}

// unnamedMoments is how long a name may come after somebody.
const unnamedMoments = 3

// unnamed is the somebody spoken of in the last few moments of whom the name or
// the relation is not known.
func (s *situation) unnamed() (memory.Topic, string) {
	since, ok := s.lately()
	if !ok {
		return memory.Topic{}, ""
	}
	if last, _ := s.last(); s.state.Memory.Name() == "" && s.state.Moments <= nameEarly && s.state.Asked != samantha.DoAskWho {
		since = last.At // a name by itself may be their own, unless of somebody just spoken of
	}
	return s.state.Memory.Unnamed(since)
}

// lately is when the last few moments of this encounter began; false if it opens.
func (s *situation) lately() (time.Time, bool) {
	n := len(s.state.Talk)
	if s.opens() || n == 0 {
		return time.Time{}, false
	}
	return s.state.Talk[max(0, n-unnamedMoments)].At, true
}

// herName is the name she chose, or "".
func (s *situation) herName() string {
	if s.state.Naming == nil {
		return ""
	}
	return s.state.Naming.Name
}

// choosesName is her choice of a name, the first time it is asked for.
func (s *situation) choosesName() *samantha.Naming {
	if s.state.Naming != nil || !s.heard.Has("ask.name") {
		return nil
	}
	var words []string
	for _, o := range s.state.Memory.Odd {
		words = append(words, o.Word)
	}
	naming, by := s.rooms.names.Choose(s.state.Seed, words, s.state.Memory.Name())
	for _, o := range s.state.Memory.Odd {
		if o.Word == by {
			naming.By = o.ID
		}
	}
	return &naming
}

// hurting: what is told weighs, or it is sad as far as she can read it, and no mere
// nuisance.
func (s *situation) hurting() bool {
	sad := s.reading.Valence < uneasy && s.reading.Confidence > 0 && !s.rooms.ear.In("mishaps", s.toldLast().Kind)
	return s.tells() && (s.laden() || sad || s.bereaved(raw))
}

// absorbed: what is told wants the room for itself. It hurts, it goes on from what was
// told before, or it is long.
func (s *situation) absorbed() bool {
	return s.hurting() || s.tells() && (s.goesOn() || len(strings.Fields(s.text)) > roomy)
}

// How sad a reading is at least, and how many words a telling has at most, beside which
// there is room for anything of hers.
const (
	uneasy = -0.15
	roomy  = 14
)

// recentlySaid: the memory is one of the last few moments.
func (s *situation) recentlySaid(id samantha.ID) bool {
	for i, x := range s.state.Talk {
		if x.ID == id.Event() && i > len(s.state.Talk)-callbackDistance {
			return true
		}
	}
	return false
}

// absence is how long the person was away, in words of the greeting.
func absence(away time.Duration) string {
	switch {
	case away == 0:
		return ""
	case away <= encounterPause:
		return "moments"
	case away < 20*time.Hour:
		return "hours"
	case away < 10*24*time.Hour:
		return "days"
	}
	return "weeks"
}

// wanted is what her open question is after, as hearing knows it.
func (s *State) wanted() string {
	if n := len(s.Talk); n > 0 && (s.Talk[n-1].Act == samantha.DoUnsettled || s.Talk[n-1].Act == samantha.DoLeaves) {
		return either(s.Talk[n-1].Act == samantha.DoLeaves, "left", "unsettled")
	}
	if len(s.offered()) > 0 {
		return "which"
	}
	if s.Asked == samantha.DoOnAgain {
		return "record"
	}
	if n := len(s.Talk); n > 0 && s.Talk[n-1].Story != "" {
		return "story"
	}
	if after := s.given(); after != "" {
		return after
	}
	switch s.Asked {
	case samantha.DoDreamOf:
		return "dream"
	case "":
		return either(s.Moments == 0, "first", "")
	case samantha.DoForm, samantha.DoAskName:
		return "name"
	case samantha.DoAskNow:
		return "now"
	case samantha.DoAskWho:
		return "who"
	case samantha.DoAskKin:
		return "kin"
	case samantha.DoDiffers:
		return "differs"
	case samantha.DoMendBack, samantha.DoOwnUp:
		return "mend"
	}
	return ""
}

// given is what may come after a fact that she gave back: the right one, if it
// was wrong, or that they never told it.
func (s *State) given() string {
	n := len(s.Talk)
	if n == 0 || s.Talk[n-1].Given == "" || s.Asked != "" && s.Asked != samantha.DoWrong {
		return ""
	}
	switch s.Talk[n-1].Act {
	case samantha.DoWrong:
		return "right"
	case samantha.DoFact, samantha.DoMemory:
		return "told"
	}
	return ""
}

// wanted is what an answer of theirs may be to, as hearing knows it.
func (s *situation) wanted() string {
	if wanted := s.state.wanted(); wanted != "" {
		return wanted
	}
	last, ok := s.last()
	switch {
	case len(s.state.Errands.Rung(s.now)) > 0:
		return "errand"
	case !ok || s.opens():
		return ""
	case s.ofLetterLast():
		return "letter"
	case last.Act == samantha.DoDreamOf:
		return "dream"
	case s.dreamGoingOn() != "":
		return "dreaming"
	case last.Act == samantha.DoErrandBegun:
		return "items"
	case last.Act == samantha.DoErrandWhich:
		return "pick"
	case last.Act == samantha.DoErrandDoes:
		return "does"
	case s.rooms.why.in("of-a-list", last.Act):
		return "list"
	case under(last.Act, "errand") || s.setThen(last.ID):
		return "errand"
	case s.namesLate():
		return "name"
	case s.ofListLately():
		return "lately"
	}
	return ""
}

// listLately is for how many answers she still knows which list "it" means.
const listLately = 3

// ofListLately: a list was written or read a few answers ago.
func (s *situation) ofListLately() bool {
	talk := s.state.Talk
	return slices.ContainsFunc(talk[max(0, len(talk)-listLately):], func(x Exchange) bool { return s.rooms.why.in("of-a-list", x.Act) })
}
