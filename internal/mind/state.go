package mind

import (
	"cmp"
	"encoding/json"
	"errors"
	"slices"
	"time"

	"samantha"
	"samantha/internal/mind/bond"
	"samantha/internal/mind/care"
	"samantha/internal/mind/errand"
	"samantha/internal/mind/feeling"
	"samantha/internal/mind/letter"
	"samantha/internal/mind/memory"
	"samantha/internal/mind/self"
	"samantha/internal/mind/shelf"
)

// foldVersion is raised when the same events would give another state.
const foldVersion = 19

// Fold is how a life is folded into a [State].
func Fold() samantha.Fold {
	return samantha.Fold{Version: foldVersion, Zero: func() samantha.State { return &State{} }}
}

// A pause longer than this parts two encounters.
const encounterPause = memory.EncounterPause

// How far back she looks: lines and sentences for variety, exchanges for "what
// did you say", faces' ids for repeats.
const (
	varietyMoments = 200
	talkMoments    = 8
	faceIDs        = 64
)

// State is everything folded from her life log but the memories' words, which
// stand in the index. It is plain data: the same events give the same bytes.
type State struct {
	Seq        uint64               `json:"seq"`
	At         time.Time            `json:"at"` // of the last event
	Seed       uint64               `json:"seed"`
	Born       time.Time            `json:"born"`
	Zone       string               `json:"zone"`
	Simulated  time.Time            `json:"simulated,omitzero"` // the end of a life that nobody lived; zero: hers is real
	MarkedAt   time.Time            `json:"marked_at,omitzero"` // when she last said so
	Naming     *samantha.Naming     `json:"naming,omitempty"`
	NamedAt    samantha.ID          `json:"named_at,omitempty"`
	NamedBy    string               `json:"named_by,omitempty"` // the person's word it was chosen by
	Moments    int                  `json:"moments"`
	LastAt     time.Time            `json:"last_at"`          // of the last thing heard
	Behind     time.Duration        `json:"behind,omitempty"` // the machine's clock, then
	Turned     bool                 `json:"turned,omitempty"` // that clock was set back since she last said what she is
	Young      Young                `json:"young,omitzero"`   // what was heard of an age below eighteen
	Encounter  Encounter            `json:"encounter"`
	LeftOff    memory.Detail        `json:"left_off"` // where the encounter before ended
	Memory     memory.State         `json:"memory"`
	Heart      feeling.State        `json:"heart"`
	Errands    errand.State         `json:"errands,omitzero"`
	Letters    letter.State         `json:"letters,omitzero"`
	Shelf      shelf.State          `json:"shelf,omitzero"`
	Nights     Nights               `json:"nights,omitzero"`
	Bond       bond.State           `json:"bond,omitzero"`
	Self       self.State           `json:"self,omitzero"`
	Guests     []Guest              `json:"guests,omitempty"`    // who else is there
	Talk       []Exchange           `json:"talk,omitempty"`      // the last few, oldest first
	Spoken     []Spoken             `json:"spoken,omitempty"`    // for variety
	Asked      string               `json:"asked,omitempty"`     // the act of her question that stands open
	AskedFor   []string             `json:"asked_for,omitempty"` // questions of the first meeting that were put once
	AskedWho   []AskedWho           `json:"asked_who,omitempty"` // of whom she asked who they are, or their name
	BackTo     []samantha.ID        `json:"back_to,omitempty"`   // the threads that question came back to
	BackAt     time.Time            `json:"back_at,omitzero"`    // when she last came back to any
	Questions  int                  `json:"questions"`           // answers in a row that ended in a question
	Levels     []int                `json:"levels,omitempty"`    // of concern, the last few moments
	Danger     Danger               `json:"danger,omitzero"`     // of their life, until they say that it is over
	Pushed     Pushed               `json:"pushed,omitzero"`     // the last idea that she did not share
	Tallies    []samantha.Tally     `json:"tallies,omitempty"`   // of her answers, the last two hundred
	Disclosed  time.Time            `json:"disclosed,omitzero"`
	Lost       time.Time            `json:"lost,omitzero"`        // when a death was last told that is not of years ago
	Paused     bool                 `json:"paused,omitempty"`     // off the record
	PausedAt   time.Time            `json:"paused_at,omitzero"`   // since when, as last asked
	ForTalk    bool                 `json:"for_talk,omitempty"`   // until this talk is over, and no longer
	Resumes    bool                 `json:"resumes,omitempty"`    // she remembers again since it was over, and has not said so
	Choices    []Choice             `json:"choices,omitempty"`    // by name
	Unfinished samantha.ID          `json:"unfinished,omitempty"` // heard and not answered
	Considered Considering          `json:"considered,omitzero"`  // what a language model went over
	Uttering   *Uttering            `json:"uttering,omitempty"`   // what was let out of the answer to it
	Faces      []FaceID             `json:"faces,omitempty"`
	Version    string               `json:"version,omitempty"`     // of the program, as she last knew it
	Speaker    string               `json:"speaker,omitempty"`     // who found her last words
	Lent       samantha.LentNumbers `json:"lent,omitzero"`         // the language model she can ask
	LentBefore string               `json:"lent_before,omitempty"` // its name, as of the last moment
	Models     Models               `json:"models,omitzero"`       // what those that were examined may do, and what a day of them took
	Arrived    bool                 `json:"arrived,omitempty"`     // put here from a copy, and she has not spoken since
	Gaps       []Gap                `json:"gaps,omitempty"`        // what befell her as software, newest last
	WonderedAt time.Time            `json:"wondered,omitzero"`     // when she last spoke of a question of her own
	Rethought  Untidy               `json:"rethought,omitzero"`    // when she last changed her mind inside an answer
	Mixed      Untidy               `json:"mixed,omitzero"`        // when she last said two feelings of hers unasked

	Days     []care.Day `json:"days,omitempty"`     // of talk, the last few weeks
	LeantAt  time.Time  `json:"leant,omitzero"`     // when she spoke of how much they lean on her
	Toward   []Toward   `json:"toward,omitempty"`   // whom of theirs she turned towards
	TowardAt time.Time  `json:"toward_at,omitzero"` // when last
	Bounds   Bounds     `json:"bounds,omitzero"`    // of the time with her, as they set them

	zone  string // where was looked up last
	place *time.Location

	variety variety // worked out as far as it was asked for
}

// Encounter is a stretch of talk without a long pause.
type Encounter struct {
	N       int           `json:"n"` // from 1
	Since   time.Time     `json:"since"`
	Before  time.Time     `json:"before,omitzero"` // since when the one before was
	Moments int           `json:"moments"`
	Called  bool          `json:"called,omitempty"` // an odd word came back in it
	Names   int           `json:"names,omitempty"`  // how often she asked who somebody is
	Away    time.Duration `json:"away,omitempty"`   // before it
}

// FaceID is an id that a face gave an utterance, and the moment it became.
type FaceID struct {
	Face string      `json:"face"`
	ID   samantha.ID `json:"id"`
}

// MarshalBinary is the state as JSON: structs and slices only, so the same
// state gives the same bytes.
func (s *State) MarshalBinary() ([]byte, error) { return json.Marshal(s) }

// clone is a copy that shares nothing. It goes by way of the snapshot's bytes:
// what a snapshot can do without, a copy can.
func (s *State) clone() *State {
	data, err := s.MarshalBinary()
	c := &State{}
	if err = errors.Join(err, json.Unmarshal(data, c)); err != nil {
		panic("mind: her state is plain data and must survive its own bytes: " + err.Error())
	}
	return c
}

// Apply folds one event.
func (s *State) Apply(e samantha.Event) {
	s.Seq, s.At = e.Seq, e.At
	switch b := e.Body.(type) {
	case *samantha.Born:
		s.Seed, s.Zone, s.Born, s.Version = b.Numbers.Seed, b.Numbers.Zone, e.At, b.Numbers.Version
		s.Simulated = b.Numbers.Simulated
	case *samantha.Arrived:
		s.Arrived = true
	case *samantha.Lent:
		s.Lent = b.Numbers
	case *samantha.Heard:
		s.heard(e, b)
	case *samantha.Said:
		s.said(e, b)
	case *samantha.Uttered:
		s.uttered(e, b)
	case *samantha.Considered:
		s.considered(b.Numbers)
	case *samantha.Forgot:
		s.Mask(b.Numbers.Gone)
	case *samantha.Remembering:
		s.remembering(e.At, b.Numbers)
	case *samantha.Unrecorded:
		s.unrecorded(e.At, b.Numbers)
	case *samantha.Chose:
		s.chose(e.At, b.Numbers)
	case *samantha.Examined:
		s.examined(e, b)
	case *samantha.Left:
		s.spent(e.At, b.Numbers)
	}
	s.Memory.Apply(e)
	s.Heart.Apply(e)
	s.Errands.Apply(e)
	s.Letters.Apply(e)
	s.Shelf.Apply(e)
	s.Nights.apply(e)
	s.Bond.Apply(e)
	s.Self.Apply(e)
	switch e.Body.(type) {
	case *samantha.Became, *samantha.Retired, *samantha.Forgot:
		s.Heart.Drift = s.Self.Drift()
	}
}

func (s *State) heard(e samantha.Event, b *samantha.Heard) {
	s.meet(e.At)
	s.spends(e, b.Numbers)
	s.Moments++
	s.Encounter.Moments++
	s.befell(e, b.Numbers.Since)
	s.LastAt, s.Zone, s.Unfinished, s.Asked = e.At, b.Numbers.Zone, e.ID, ""
	s.turn(b.Numbers.Behind)
	s.ofAge(e.At, b.Numbers.Age)
	s.Levels = samantha.Newest(append(s.Levels, b.Numbers.Care.Level), talkMoments)
	s.endanger(e.At, b.Numbers.Care)
	s.pushed(e.At, b.Numbers.Care)
	if b.Numbers.FaceID != "" {
		s.Faces = samantha.Newest(append(s.Faces, FaceID{b.Numbers.FaceID, e.ID}), faceIDs)
	}
	if b.Numbers.Naming != nil {
		s.Naming, s.NamedAt = b.Numbers.Naming, e.ID
	}
	if e.Forgotten {
		return
	}
	s.receive(e.ID, b.Words.Intent.Moves)
	if loss, ok := b.Words.Hearing.Act("tell.loss"); ok && loss.Slots["past"] == "" && !ofAnother(b.Words.Hearing, loss.Slots["who"]) {
		s.Lost = e.At
	}
	x := exchange(e, b)
	if n := len(s.Talk); n > 0 && x.Act == samantha.DoWrong && len(b.Words.Facts) == 0 {
		x.Given = s.Talk[n-1].Given // told that it was wrong, and not yet what is right
	}
	s.Talk = samantha.Newest(append(s.Talk, x), talkMoments)
	s.untidied(e, b.Words.Intent)
	s.askedWho(e, b.Words.Intent.Moves)
	s.turnedTo(e, b.Words.Intent.Moves)
}

// meet opens a new encounter after a long pause.
func (s *State) meet(at time.Time) {
	if s.Encounter.N > 0 && at.Sub(s.LastAt) <= encounterPause {
		return
	}
	s.LeftOff = memory.Detail{}
	for _, d := range s.Memory.Details {
		if !d.Dark {
			s.LeftOff = d
		}
	}
	s.Memory.NewEncounter()
	away := time.Duration(0)
	if !s.LastAt.IsZero() {
		away = at.Sub(s.LastAt)
	}
	s.Encounter = Encounter{N: s.Encounter.N + 1, Since: at, Before: s.Encounter.Since, Away: away}
	s.Questions, s.Guests = 0, nil
}

// asks notes a question that is put once in a life.
func (s *State) asks(act string) {
	if act != samantha.DoAskName && act != samantha.DoAskNow && act != samantha.DoVoice && act != samantha.DoModel {
		return
	}
	if !slices.Contains(s.AskedFor, act) {
		s.AskedFor = append(s.AskedFor, act)
	}
}

func (s *State) said(e samantha.Event, b *samantha.Said) {
	if b.Numbers.Disclosed {
		s.Disclosed, s.Turned = e.At, false
	}
	if b.Numbers.Called != "" {
		s.Encounter.Called = true
	}
	if s.Unfinished == e.ID.Moment() {
		s.Unfinished, s.Uttering = "", nil
	}
	s.Resumes = s.Resumes && !slices.Contains(b.Numbers.Acts, samantha.DoOnAgain)
	if slices.Contains(b.Numbers.Acts, samantha.DoOwnModel) {
		s.toldOfModel(e.At)
	}
	for _, act := range b.Numbers.Acts {
		s.asks(act)
		if act == samantha.DoAskWho || act == samantha.DoAskKin {
			s.Encounter.Names++
		}
	}
	s.Asked, s.Speaker = b.Numbers.Asks, cmp.Or(b.Numbers.Handed.From, b.Numbers.Speaker)
	if b.Numbers.Tally.Answers > 0 {
		s.Tallies = samantha.Newest(append(s.Tallies, b.Numbers.Tally), varietyMoments)
	}
	if slices.Contains(b.Numbers.Acts, samantha.DoSimulated) {
		s.MarkedAt = e.At
	}
	if slices.Contains(b.Numbers.Acts, samantha.DoDanger) {
		s.Danger.Asked = e.At
	}
	if slices.Contains(b.Numbers.Acts, samantha.DoWonder) {
		s.WonderedAt = e.At
	}
	s.cared(e.At, b.Numbers.Acts)
	s.back(e.At, b.Numbers)
	if b.Numbers.Offers != "" {
		s.BackAt = e.At // of what she brings up by herself one is enough
	}
	s.Questions++
	if s.Asked == "" {
		s.Questions = 0
	}
	spoken := Spoken{Moment: s.Moments, ID: e.ID, Lines: b.Numbers.Lines}
	if !e.Forgotten {
		spoken.Text = b.Text()
		s.answered(e.ID, spoken.Text)
	}
	s.Spoken = append(s.Spoken, spoken)
	if len(s.Spoken) >= 2*varietyMoments { // now and then, not at each moment
		s.Spoken, s.variety = slices.DeleteFunc(s.Spoken, s.stale), variety{}
	}
}

// back notes what she came back to. Behind a "good morning" of theirs, to which she
// only says the same, her question still stands.
func (s *State) back(at time.Time, said samantha.SaidNumbers) {
	beyond := func(act string) bool { return act != samantha.DoGreet && act != samantha.DoAgain }
	switch {
	case len(said.Back) > 0:
		s.BackTo, s.BackAt = said.Back, at
	case slices.ContainsFunc(said.Acts, beyond):
		s.BackTo = nil
	}
}

// Mask takes out the words of forgotten events at once. What had already made
// room for them (an exchange that fell out of the window) does not come back by
// it; a refold beside the talk then replaces the state.
func (s *State) Mask(gone []samantha.ID) {
	has := func(id samantha.ID) bool { return slices.Contains(gone, id.Event()) }
	s.Talk = slices.DeleteFunc(s.Talk, func(x Exchange) bool { return has(x.ID) })
	if u := s.Uttering; u != nil && slices.ContainsFunc(u.From, has) {
		u.Clauses = nil
	}
	for i := range s.Talk {
		if has(s.Talk[i].ID.Said()) {
			s.Talk[i].Answer, s.Talk[i].Echo = "", false
		}
	}
	s.variety = variety{}
	for i := range s.Spoken {
		if has(s.Spoken[i].ID) {
			s.Spoken[i].Text, s.Spoken[i].long = "", nil
		}
	}
	s.AskedWho = slices.DeleteFunc(s.AskedWho, func(a AskedWho) bool { return has(a.ID) })
	s.Toward = slices.DeleteFunc(s.Toward, func(t Toward) bool { return has(t.ID) || has(t.Of) })
	s.Guests = slices.DeleteFunc(s.Guests, func(g Guest) bool { return has(g.ID) })
	if has(s.LeftOff.ID) {
		s.LeftOff = memory.Detail{}
	}
	s.Memory.Mask(gone)
	s.Errands.Mask(gone)
	s.Letters.Mask(gone)
	s.Shelf.Mask(gone)
	s.Nights.mask(has)
	s.Bond.Mask(gone)
}
