package mind

import (
	"context"
	"fmt"
	"slices"
	"time"

	"samantha"
)

// aside is what she has in mind while the talk is off the record: a copy of her
// state from the moment she was asked, which takes up what is said so that the
// talk hangs together, and is dropped when she remembers again or sleeps. It is
// in memory only. Of each moment the log keeps that it was, when, and how
// worried she was for a life ([samantha.Unrecorded]); a wish for silence must
// not switch off care.
type aside struct {
	state   *State
	replies map[string]samantha.Reply // by the face's id, so that a repeat is not answered twice
}

// stepAside begins an aside anew, or ends it, as her state has it.
func (m *Mind) stepAside() {
	if m.aside != nil {
		m.earlier.forget() // it may hold words of what is not kept
	}
	m.aside = nil
	if m.state.Paused {
		m.aside = &aside{state: m.state.clone(), replies: map[string]samantha.Reply{}}
	}
}

// foldAside lets an event of the log be known in the aside too. What it says of
// a moment off the record the aside knows better.
func (m *Mind) foldAside(e samantha.Event) {
	switch e.Body.(type) {
	case *samantha.Remembering:
		m.stepAside()
	case *samantha.Unrecorded:
	default:
		if m.aside != nil {
			m.aside.state.Apply(e)
		}
	}
}

// inMind is the state her decisions look at: the fold of her log, or the aside.
func (m *Mind) inMind() *State {
	if m.aside != nil {
		return m.aside.state
	}
	return m.state
}

// Remember turns her memory on or off, and reports whether that changed
// anything.
func (m *Mind) Remember(ctx context.Context, on bool) (bool, error) {
	if err := m.take(ctx); err != nil {
		return false, err
	}
	defer m.give()
	return m.setRemembering(ctx, samantha.RememberingNumbers{On: on})
}

func (m *Mind) setRemembering(ctx context.Context, to samantha.RememberingNumbers) (bool, error) {
	if m.state.Paused != to.On && (to.On || m.state.ForTalk == to.Talk) {
		return false, nil
	}
	_, err := m.append(ctx, samantha.Draft{
		At: m.clock.Now(), Origin: samantha.OriginPerson, Body: &samantha.Remembering{Numbers: to},
	})
	return err == nil, err
}

// switches turns her memory off or on before the moment that asks for it is
// kept: the words "off the record" are the first that are not, the words "you
// can remember again" the first that are.
func (m *Mind) switches(ctx context.Context, heard *samantha.Heard) error {
	if m.state.Resumes && heard.Numbers.Care.Level > 0 { // nothing is kept before she has said so, and now is no time for it
		_, err := m.setRemembering(ctx, samantha.RememberingNumbers{Talk: true})
		return err
	}
	for _, move := range heard.Words.Intent.Moves {
		if move.Act == samantha.DoBound {
			if err := m.chooseBound(ctx, move); err != nil {
				return err
			}
		}
		if move.Act == samantha.DoTogether {
			if err := m.chooseTogether(ctx, move); err != nil {
				return err
			}
		}
		if move.Act == samantha.DoHours {
			if err := m.chooseNight(ctx, move); err != nil {
				return err
			}
		}
		if move.Act != samantha.DoOff && move.Act != samantha.DoOn {
			continue
		}
		to := samantha.RememberingNumbers{On: move.Act == samantha.DoOn}
		to.Talk = !to.On && move.Slots["until"] == ""
		if _, err := m.setRemembering(ctx, to); err != nil {
			return fmt.Errorf("switch remembering: %w", err)
		}
	}
	return nil
}

// asideOver: she was asked to keep nothing of a talk, and it is over.
func (m *Mind) asideOver() bool {
	return m.state.Paused && m.state.ForTalk && m.time().Sub(m.state.LastAt) > encounterPause
}

// offRecord: what is said now is not kept.
func (m *Mind) offRecord() bool { return m.state.Paused && !m.asideOver() }

// endAside has her remember again when a talk that was off the record is over.
func (m *Mind) endAside(ctx context.Context) error {
	if !m.asideOver() {
		return nil
	}
	_, err := m.append(ctx, samantha.Draft{
		At: m.clock.Now(), Origin: samantha.OriginHouse,
		Body: &samantha.Remembering{Numbers: samantha.RememberingNumbers{On: true, Talk: true}},
	})
	if err != nil {
		return fmt.Errorf("remember again: %w", err)
	}
	return nil
}

// answerAside is the rest of a moment that is not kept.
func (m *Mind) answerAside(ctx context.Context, heard *samantha.Heard, origin samantha.Origin, to *listener) (samantha.Reply, error) {
	left := samantha.UnrecordedNumbers{
		Level: heard.Numbers.Care.Level, Behind: heard.Numbers.Behind,
		Disclosed: slices.ContainsFunc(heard.Words.Intent.Moves, func(v samantha.Move) bool { return m.rooms.why.in("discloses", v.Act) }),
	}
	e, err := m.append(ctx, samantha.Draft{At: m.time(), Origin: origin, Body: &samantha.Unrecorded{Numbers: left}})
	if err != nil {
		return samantha.Reply{}, fmt.Errorf("note a moment off the record: %w", err)
	}
	in := heard.Words.Intent
	if len(in.Forget) > 0 {
		if _, err := m.forget(ctx, in.Forget); err != nil {
			return samantha.Reply{}, fmt.Errorf("forget: %w", err)
		}
	}
	held := m.aside.state
	held.Apply(samantha.Event{Seq: e.Seq, ID: e.ID, At: e.At, Origin: origin, Body: heard})
	said, _, err := m.speak(ctx, answering(e, heard, in, to)) // what a model was sent is not kept either
	if err != nil {
		return samantha.Reply{}, fmt.Errorf("speak: %w", err)
	}
	held.Apply(samantha.Event{Seq: e.Seq, ID: e.ID.Said(), At: e.At, Origin: samantha.OriginHerself, Body: said})
	reply := m.reply(e.ID, heard, said)
	reply.OffRecord = true
	if face := heard.Numbers.FaceID; face != "" {
		m.aside.replies[face] = reply
	}
	return reply, nil
}

// repeatAside is the answer that a face's id already had off the record.
func (m *Mind) repeatAside(face string) (samantha.Reply, bool) {
	if m.aside == nil || face == "" {
		return samantha.Reply{}, false
	}
	r, ok := m.aside.replies[face]
	r.Repeated = true
	return r, ok
}

// unrecorded folds a moment off the record: the encounter went on, concern counts,
// and so does that she said what she is.
func (s *State) unrecorded(at time.Time, left samantha.UnrecordedNumbers) {
	s.meet(at)
	s.LastAt = at
	s.turn(left.Behind)
	s.Levels = samantha.Newest(append(s.Levels, left.Level), talkMoments)
	if left.Disclosed {
		s.Disclosed, s.Turned = at, false
	}
}
