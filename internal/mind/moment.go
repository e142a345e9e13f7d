package mind

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"samantha"
	"samantha/internal/mind/bond"
	"samantha/internal/mind/care"
	"samantha/internal/mind/feeling"
	"samantha/internal/mind/hearing"
	"samantha/internal/mind/memory"
)

// intentVersion is that of the rules in this package that decide what she
// means to do.
const intentVersion = 16

// recallBreadth is how many memories she has in mind in one moment.
const recallBreadth = 8

// Hear is one moment: something is said to her, and she answers, clause by
// clause, through out: newborn's words when all of them are kept, a model's each
// as it is kept. An error of out means that nobody listens any more: she
// stops there, and the log notes how far she was heard. The same face id again
// is answered with the same words and changes nothing.
//
// If the disk would not take the moment, the reply is whole all the same, with
// Unsaved set, and the moment is appended as soon as a write succeeds.
func (m *Mind) Hear(ctx context.Context, u samantha.Utterance, out func(samantha.Clause) error) (samantha.Reply, error) {
	start := m.stopwatch()
	m.disturb()
	if err := m.take(ctx); err != nil {
		return samantha.Reply{}, err
	}
	defer m.give()
	if id, ok := m.repeated(u.FaceID); ok {
		return m.repeat(ctx, id, out)
	}
	if r, ok := m.repeatAside(u.FaceID); ok {
		m.utter(ctx, r.ID.Said(), r.Said, listening(ctx, out, func() {}))
		return r, nil
	}
	if err := m.recount(ctx); err != nil {
		return samantha.Reply{}, err
	}
	if err := m.endAside(ctx); err != nil {
		return samantha.Reply{}, err
	}
	heard := m.consider(u)
	took := samantha.Took{Think: m.stopwatch().Sub(start)}
	m.body.told(took.Think) // the next moment notes how long this one took
	if err := m.switches(ctx, heard); err != nil {
		return samantha.Reply{}, err
	}
	to := listening(ctx, out, func() { took.FirstClause = m.stopwatch().Sub(start) })
	reply, err := m.keepAndAnswer(ctx, heard, u.Origin, to, func() { took.Fsync = m.stopwatch().Sub(start) - took.Think })
	if err != nil {
		return reply, err
	}
	m.utter(ctx, reply.ID.Said(), reply.Said, to)
	took.Total = m.stopwatch().Sub(start)
	reply.Took = took
	return reply, nil
}

// keepAndAnswer makes what was heard durable and answers it; kept is called
// between the two. Off the record neither side is kept.
func (m *Mind) keepAndAnswer(ctx context.Context, heard *samantha.Heard, origin samantha.Origin, to *listener, kept func()) (samantha.Reply, error) {
	whole := context.WithoutCancel(ctx) // what was heard is answered, whoever listens
	if m.aside != nil {
		return m.answerAside(whole, heard, origin, to)
	}
	e, err := m.append(ctx, samantha.Draft{At: m.time(), Origin: origin, Body: heard})
	if err != nil {
		return samantha.Reply{}, fmt.Errorf("keep what was heard: %w", err)
	}
	kept()
	return m.answer(whole, e, to)
}

// consider makes everything of an utterance that she makes of it before words. It
// reads the state and changes nothing.
func (m *Mind) consider(u samantha.Utterance) *samantha.Heard { return m.considerIn(m.situation(u), u) }

func (m *Mind) considerIn(s *situation, u samantha.Utterance) *samantha.Heard {
	before, missing := s.unnamed()
	s.heard = m.rooms.ear.Hear(s.quizzed(u.Text), hearing.Context{
		Now: s.now, Asked: s.wanted(), HerName: s.herName(), Own: s.state.Memory.Name(), People: s.state.Memory.Names(), Missing: missing, Whose: before.Sort,
		After: s.wants(), Guest: s.company(), Off: s.state.Paused, Unnamed: s.nameOpen(), Errand: s.errandSet(),
	})
	s.heard = s.missedOut(s.asksOn(s.heard))
	s.reading = s.doubted(m.rooms.heart.Adapt(m.rooms.heart.Read(u.Text, s.heard, s.state.Heart.ToneAt(s.now)), s.state.Heart))
	s.care = m.rooms.guard.Concern(u.Text, s.heard, s.levels())
	s.pushes(u.Text)
	s.writes()
	s.misread = s.putsRight()
	s.recalled = m.index.Recall(s.question(u.Text), recallBreadth)
	s.heard.People = s.state.Memory.Mentioned(s.heard, s.now)
	s.heard.Acts = s.corrections()
	s.notes = s.noting()
	if !s.company() && len(s.notes) == 0 && len(s.letter.moves) == 0 {
		s.facts = s.learn(before.ID)
		if s.care.Idea == "" { // nothing she would come back to and ask how it went
			s.leavesOpen()
		}
	}
	s.naming, s.avoids, s.freed = s.choosesName(), s.asksToAvoid(), s.frees()
	s.account = s.accounting()
	s.appraise(len(s.recalled))
	intent := s.intend()
	if intent.Act() == samantha.DoNothing && len(s.recalled) > 0 {
		s.appraise(0) // what came to mind was no answer, and so no joy of having found one
		intent = s.intend()
	}
	return s.event(u.FaceID, intent)
}

// appraise is what all this does to her, with so many memories found.
func (s *situation) appraise(found int) {
	s.appraised = s.rooms.heart.Appraise(s.state.Heart, feeling.Happening{
		At: s.now, Hearing: s.heard, Reading: s.reading, Care: s.care,
		First: s.state.Moments == 0, Away: s.away, Days: int(s.now.Sub(s.state.Born).Hours() / 24),
		Learned: len(s.facts), Recalled: found, Asked: s.state.Asked, After: s.answered(),
		Matters: s.matters(), Others: s.others(), Since: s.befell, Company: s.overheard(),
		Ceiling: s.rooms.bond.Ceiling(s.bond().Stage),
	})
}

// event is everything she made of what was heard, as the log keeps it.
func (s *situation) event(faceID string, intent samantha.Intent) *samantha.Heard {
	var recalled []samantha.Recalled
	for _, h := range s.recalled {
		recalled = append(recalled, samantha.Recalled{ID: h.ID, Score: h.Score})
	}
	return &samantha.Heard{
		Words: samantha.HeardWords{
			Text: s.text, Hearing: s.heard, Intent: intent, Facts: s.facts, Threads: s.opened, Closed: s.closed,
			Notes: s.notes, Avoids: s.avoids, Errands: s.errands.set,
			Vows: s.tie.vows, Hurt: s.tie.hurt, Letter: s.letter.step,
		},
		Numbers: samantha.HeardNumbers{
			FaceID: faceID, Zone: s.zone, Behind: s.behind, Age: s.agesNow(), Leans: s.leansNow(), Others: len(s.heard.People) > 0, Reading: s.reading, Care: s.care, Recalled: recalled,
			Felt: s.appraised.Felt, Eased: s.appraised.Eased, Seen: s.appraised.Seen, Laid: s.appraised.Laid,
			Goals: s.appraised.Goals, Mood: s.appraised.Mood, Bond: s.weighed(intent),
			Since: s.befell, Wonders: s.wonders(), Misread: s.misread, Naming: s.naming,
			Freed: s.freed, Errands: s.errands.changed, Letter: s.letter.mark(), Account: s.account, Encounter: s.encounter(), Guest: s.company(),
			Rules: samantha.RuleVersion{
				Hearing: hearing.Version, Feeling: feeling.Version, Memory: memory.Version,
				Care: care.Version, Intent: intentVersion, Bond: bond.Version,
			},
		},
	}
}

// answer finds the words for a moment that was heard, and appends them. What leaves is
// durable before it leaves: newborn's answer as a whole, a model's clause by clause, if to
// is there to hear them.
func (m *Mind) answer(ctx context.Context, e samantha.Event, to *listener) (samantha.Reply, error) {
	heard := e.Body.(*samantha.Heard)
	intent := heard.Words.Intent
	if e.Forgotten { // it asked to be forgotten, and a crash came before the answer
		intent = samantha.Intent{Moves: []samantha.Move{{Act: samantha.DoForgot}}, Tone: samantha.TonePlain}
	}
	if len(intent.Forget) > 0 {
		if _, err := m.forget(ctx, intent.Forget); err != nil {
			return samantha.Reply{}, fmt.Errorf("forget: %w", err)
		}
	}
	said, sent, err := m.speak(ctx, answering(e, heard, intent, to))
	if err != nil {
		return samantha.Reply{}, fmt.Errorf("speak: %w", err)
	}
	said.Numbers.Sources = append([]samantha.ID{e.ID}, said.Numbers.Sources...)
	drafts := []samantha.Draft{{ID: e.ID.Said(), At: m.time(), Origin: samantha.OriginHerself, Body: said}}
	if sent != nil && m.state.Uttering == nil { // else it stands before the first clause
		drafts = append(drafts, m.prompted(e.ID.Said(), sent, m.state.Seq+2))
	}
	if _, err = m.append(ctx, drafts...); err != nil {
		return samantha.Reply{}, fmt.Errorf("keep the answer: %w", err)
	}
	return m.reply(e.ID, heard, said), nil
}

// utterance is what she is about to say: the intent, and the moment it answers.
type utterance struct {
	seq    uint64 // of the event whose number the chance is drawn from
	id     samantha.ID
	at     time.Time
	heard  string // "" if nothing was
	intent samantha.Intent
	leaves bool      // a goodbye was heard in it
	to     *listener // who hears it while it is being found; nil: nobody before it is whole

	recalled []samantha.Recalled
	by       samantha.Speaker // who words it; nil: hers
}

// answering is what she is about to say to what was heard.
func answering(e samantha.Event, heard *samantha.Heard, in samantha.Intent, to *listener) utterance {
	return utterance{
		seq: e.Seq, id: e.ID, at: e.At, heard: heard.Words.Text, intent: in,
		leaves: heard.Words.Hearing.Has("goodbye"), recalled: heard.Numbers.Recalled, to: to,
	}
}

// speak words an intent with the speaker, each clause through the guard. What a model was
// sent for it comes with the words.
func (m *Mind) speak(ctx context.Context, u utterance) (*samantha.Said, *samantha.Prompt, error) {
	in, speaker := m.worded(u.intent, u.heard), m.speaker
	if u.by != nil {
		speaker = u.by
	}
	moment := m.momentOf(u, in)
	play := m.inPlay(moment.Seed, u.at)
	moment.Self = m.selfNow(play)
	if alone, ok := speaker.(samantha.Unaided); !ok || !alone.Unaided() {
		moment.Around = m.around(ctx, u)
	}
	said := &samantha.Said{Numbers: samantha.SaidNumbers{
		Speaker: speaker.Name(), Version: speaker.Version(), Manner: m.manner(u.at, in, moment.Seed),
	}}
	if in.Act() == samantha.DoSilence {
		said.Numbers.Acts = []string{samantha.DoSilence}
		return said, nil, nil
	}
	sent, ok := m.stands(said, u, in)
	if !ok {
		var err error
		// at the highest concern the card is said, whoever fails
		sent, err = m.guarded(ctx, said, u, in, speaker.Speak(ctx, moment))
		if err != nil && in.Act() != samantha.DoConcern3 {
			return nil, nil, err
		}
	}
	m.credits(said, u, sent)
	m.helpsFirst(said, in)
	said.Numbers.Opens, said.Numbers.Used = opened(in), m.usedOf(in, said, play)
	m.noteMoves(said, in)
	m.letsGo(said, u)
	for _, id := range said.Numbers.Used { // also a word of theirs in passing
		if !slices.Contains(said.Numbers.Sources, id) {
			said.Numbers.Sources = append(said.Numbers.Sources, id)
		}
	}
	if n := len(in.Moves); n > 0 && (m.rooms.why.in("asks", in.Moves[n-1].Act) || strings.HasSuffix(said.Text(), "?")) {
		said.Numbers.Asks = in.Moves[n-1].Act
	}
	return said, sent, nil
}

// momentOf is what a Speaker is given of a moment, but for what she has become and what is
// around it.
func (m *Mind) momentOf(u utterance, in samantha.Intent) samantha.Moment {
	state := m.inMind()
	moment := samantha.Moment{
		ID: u.id, Seed: chance(state.Seed, u.seq), At: u.at.In(state.here()), Heard: u.heard, Intent: in,
		Mood: m.rooms.heart.Rhythm(state.Heart, u.at), Days: int(u.at.Sub(state.Born).Hours() / 24),
		Fresh: state.Disclosed.IsZero(), Stage: state.stage(m.rooms.bond.At(state.Bond, u.at).Stage),
		Level: slices.Max(append(state.Levels, 0)), Off: m.aside != nil, Secret: m.holdsSecret(u.heard, in),
		Withheld: m.state.Withheld(samantha.DutySpeak, m.clock.Now()),
	}
	moment.Lines, moment.Spoken = state.lines()
	return moment
}

// noteMoves notes what the moves of an answer did: what they are from, and what is not to
// come again.
func (m *Mind) noteMoves(said *samantha.Said, in samantha.Intent) {
	n := &said.Numbers
	for _, move := range in.Moves {
		n.Sources = append(n.Sources, move.From...)
		if (move.Act == samantha.DoCall || move.Act == samantha.DoStir) && len(move.From) > 0 {
			n.Called = move.Recall["word"]
		}
		if offers := move.Slots["offers"]; offers != "" {
			n.Offers = samantha.ID(offers)
		}
		if move.Act == samantha.DoBack {
			n.Back = m.inMind().Memory.Both(cmp.Or(samantha.ID(move.Slots["thread"]), move.Recall["what"]))
		}
		n.Disclosed = n.Disclosed || m.rooms.why.in("discloses", move.Act)
		n.Acts = append(n.Acts, move.Act)
	}
}

func (m *Mind) cut(ctx context.Context, n samantha.CutNumbers) error {
	_, err := m.append(ctx, samantha.Draft{At: m.clock.Now(), Origin: samantha.OriginHouse, Body: &samantha.Cut{Numbers: n}})
	return err
}

// append puts events in the log as one, folds them, and returns the last. If the
// disk will not have them, they are folded all the same and wait; see unsaved.go.
func (m *Mind) append(ctx context.Context, drafts ...samantha.Draft) (last samantha.Event, err error) {
	var events []samantha.Event
	if err = m.saveUnsaved(ctx); err == nil {
		events, err = m.log.Append(ctx, drafts...)
	}
	if err == nil {
		for _, last = range events {
			m.fold(last)
		}
		return last, nil
	}
	for _, d := range drafts {
		var held error
		if last, held = m.hold(d, err); held != nil {
			return last, held
		}
	}
	return last, nil
}

func (m *Mind) fold(e samantha.Event) {
	m.state.Apply(e)
	m.foldAside(e)
	m.remember(m.index, e)
	m.lived.follow(m.rooms, e)
	if e.Body.Kind() == samantha.KindHeard {
		m.stir()
	}
}

// reply gathers one finished moment for a face.
func (m *Mind) reply(id samantha.ID, heard *samantha.Heard, said *samantha.Said) samantha.Reply {
	r := samantha.Reply{
		ID: id, Text: said.Text(), Heard: heard, Said: said,
		Partial: m.partial, Unsaved: len(m.unsaved) > 0,
	}
	for _, rec := range heard.Numbers.Recalled {
		if found, ok := m.index.Get(rec.ID); ok {
			r.Recalled = append(r.Recalled, found)
		}
	}
	return r
}

// repeated is the moment that a face's id already became.
func (m *Mind) repeated(face string) (samantha.ID, bool) {
	if face == "" {
		return "", false
	}
	for _, f := range m.state.Faces {
		if f.Face == face {
			return f.ID, true
		}
	}
	return "", false
}

// repeat answers a moment again as it was answered, and finishes it first if a
// crash came between.
func (m *Mind) repeat(ctx context.Context, id samantha.ID, out func(samantha.Clause) error) (samantha.Reply, error) {
	r, err := m.finish(ctx, id)
	if err != nil {
		return r, fmt.Errorf("repeat %s: %w", id, err)
	}
	r.Repeated = true
	m.utter(ctx, id.Said(), r.Said, listening(ctx, out, func() {}))
	return r, nil
}

// finish is the reply of a moment that is in the log; if it has no answer yet,
// one is made from the stored intent. What was decided is not decided again.
func (m *Mind) finish(ctx context.Context, id samantha.ID) (samantha.Reply, error) {
	e, err := m.find(ctx, id)
	if err != nil {
		return samantha.Reply{}, err
	}
	answer, err := m.find(ctx, id.Said())
	if errors.Is(err, samantha.ErrNotFound) {
		return m.answer(ctx, e, nil)
	}
	if err != nil {
		return samantha.Reply{}, err
	}
	if answer.Forgotten {
		return samantha.Reply{}, fmt.Errorf("%s: %w", id, samantha.ErrForgotten)
	}
	heard, ok := e.Body.(*samantha.Heard)
	said, ok2 := answer.Body.(*samantha.Said)
	if !ok || !ok2 {
		return samantha.Reply{}, fmt.Errorf("%s is no moment: %w", id, samantha.ErrInvalid)
	}
	return m.reply(id, heard, said), nil
}
