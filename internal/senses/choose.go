package senses

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"samantha"
)

// Cut tells that she was interrupted: of an answer's clauses, as the device has
// them, so many were heard whole.
func (d *Device) Cut(ctx context.Context, answer samantha.ID, heard int) error {
	if _, loose := d.session.looseAnswer(answer); loose {
		return nil // there is nothing in the log to be noted of
	}
	b, err := d.session.find(ctx, answer)
	if errors.Is(err, samantha.ErrNotFound) && d.session.interrupt(ctx, answer) {
		return d.cutLater(answer, heard)
	}
	if err != nil {
		return err
	}
	clause, word, cut := d.session.heardOf(b.Words.Clauses, heard)
	if !cut {
		return nil
	}
	return d.session.mind.Cut(ctx, samantha.CutNumbers{Answer: answer, Clause: clause, Word: word})
}

// cutLater notes it once the answer that was interrupted has ended.
func (d *Device) cutLater(answer samantha.ID, heard int) error {
	s := d.session
	select {
	case s.jobs <- func() { _ = d.Cut(s.ctx, answer, heard) }: // that she stopped is noted in any case
	default:
	}
	return nil
}

// heardOf is how far she was heard, in her own clauses and in words of the next
// one; cut is false if she was heard to the end.
func (s *Session) heardOf(clauses []string, heard int) (clause, word int, cut bool) {
	heard = max(0, heard)
	for i, text := range clauses {
		parts := s.split(text)
		if heard < len(parts) {
			return i, len(strings.Fields(strings.Join(parts[:heard], " "))), true
		}
		heard -= len(parts)
	}
	return len(clauses), 0, false
}

// find is an answer of hers in the log; or [samantha.ErrNotFound], or
// [samantha.ErrForgotten].
func (s *Session) find(ctx context.Context, answer samantha.ID) (*samantha.Said, error) {
	e, err := s.log.Find(ctx, answer)
	if err != nil {
		return nil, err
	}
	said, ok := e.Body.(*samantha.Said)
	if !ok || e.ID != answer {
		return nil, fmt.Errorf("%.40q is no answer of hers: %w", string(answer), samantha.ErrNotFound)
	}
	if e.Forgotten {
		return nil, fmt.Errorf("%s: %w", answer, samantha.ErrForgotten)
	}
	return said, nil
}

// soundLeft notes that what the person said was recognised elsewhere. It stands
// before the words are heard, and is noted once however often they come.
func (s *Session) soundLeft(d *Device, u Utterance) error {
	if u.Ear != EarRemote {
		return nil
	}
	s.mu.Lock()
	noted := slices.Contains(s.left, u.ID)
	s.left = samantha.Newest(append(s.left, u.ID), lookBack)
	s.mu.Unlock()
	if noted || s.answered(u.ID) {
		return nil
	}
	return s.mind.Leave(s.ctx, samantha.LeftNumbers{
		To: d.browser, What: "sound", Seconds: samantha.Round(min(max(u.Seconds, 0), 3600)), Why: samantha.WhyRecognise, Choice: samantha.ChoiceRecogniser,
	})
}

// Spoke notes that an answer of hers was spoken by a voice that is made
// elsewhere.
func (d *Device) Spoke(ctx context.Context, answer samantha.ID, voice string) error {
	bytes := 0
	if said, loose := d.session.looseAnswer(answer); loose {
		bytes = len(strings.Join(said.Clauses, " "))
	} else if b, err := d.session.find(ctx, answer); err == nil {
		bytes = len(b.Text())
	}
	return d.session.mind.Leave(ctx, samantha.LeftNumbers{
		To: "the maker of the voice " + shortened(voice), What: "words", Bytes: bytes, Why: samantha.WhyVoice, Choice: samantha.ChoiceRemoteVoice,
	})
}

// shortened is a name as a list can show it.
func shortened(name string) string {
	name = strings.Join(strings.Fields(strings.ToValidUTF8(name, "")), " ")
	if r := []rune(name); len(r) > 80 {
		return string(r[:80]) + "…"
	}
	return name
}

// maxChoice is the longest value of a choice, in bytes: a voice's name.
const maxChoice = 200

// Choose makes a choice of the person's hold; every device shows it. Which language model
// she may ask is none of them: it names a server and whose key it gets, and is tried and,
// where words would leave, confirmed before it holds.
func (d *Device) Choose(ctx context.Context, choice, value string) error {
	if len(choice) > maxChoice || len(value) > maxChoice {
		return fmt.Errorf("a choice of more than %d bytes: %w", maxChoice, samantha.ErrInvalid)
	}
	if choice == samantha.ChoiceModel || choice == samantha.ChoiceRemoteModel || choice == samantha.ChoiceNightModel {
		return fmt.Errorf("a language model is not chosen unseen; samantha model does it, or the page Kept: %w", samantha.ErrDenied)
	}
	return d.session.mind.Choose(ctx, choice, value)
}
