// Package speak has her speak through a language model, with newborn as a net.
//
// The idea: what she means is decided before; a model only words it. It is sent a document
// that one can read (en/prefix.tmpl, who she is, the same from moment to moment; and
// en/moment.tmpl, what she means now), and what it says is taken sentence by sentence, as
// long as it is a speech of hers: in her language, nothing twice, nothing beyond the
// intent's limits, no refusal. What has to be exact, and whatever is said while somebody is
// in trouble, newborn says, whatever model there is (en/acts.txt lists what a model may
// word). And if the model is late, stalls, breaks off or says what is no speech, newborn
// takes the moment over if nothing was said yet; else what was said stands, for it is whole
// sentences. So every moment ends, in time, and none is said twice.
package speak

import (
	"context"
	"errors"
	"iter"
	"time"

	"samantha"
	"samantha/internal/words/model"
)

// version is raised when the same answer of a model would be worded or cut otherwise, or
// it would be sent something else.
const version = 3

// Lent is a model that she can ask now.
type Lent struct {
	Client model.Client
	Name   string
	Away   bool // it is not on this machine
	// Context is how many tokens it holds; 0 if it does not say.
	Context int
}

// Options make a [Speaker].
type Options struct {
	Lent  func() (Lent, bool) // the model there is, asked at each moment
	Net   samantha.Speaker    // newborn
	Clock samantha.Clock      // the machine's; patience is measured on it
	Late  time.Duration       // until the first sentence; 0 is [Late]
	Whole time.Duration       // until the end; 0 is [Whole]
	// All has the model word every act, also what is newborn's to say, out of what stands
	// in the prompt alone: for an examination, and never for a talk.
	All bool
}

// How long a person can be made to wait for a sentence, and for an answer. A model that
// thinks to itself for longer, or is too slow for this machine, does not word her answers.
const (
	Late  = 15 * time.Second
	Whole = 25 * time.Second
)

// tokens is how long a model may go on: four long sentences.
const tokens = 200

// temperature leaves it some choice of words.
const temperature = 0.7

// Speaker is a [samantha.Speaker]. It may be used by several minds at once.
type Speaker struct {
	o        Options
	language *language
}

var _ samantha.Unaided = (*Speaker)(nil)

// New reads the language. An error names the file and the line.
func New(o Options) (*Speaker, error) {
	l, err := readLanguage()
	if err != nil {
		return nil, err
	}
	if o.Late == 0 {
		o.Late = Late
	}
	if o.Whole == 0 {
		o.Whole = Whole
	}
	return &Speaker{o, l}, nil
}

// Name is that of the model there is, or newborn's.
func (s *Speaker) Name() string {
	if lent, ok := s.o.Lent(); ok {
		return lent.Name
	}
	return s.o.Net.Name()
}

// Version is that of the rules of whoever speaks.
func (s *Speaker) Version() int {
	if _, ok := s.o.Lent(); ok {
		return version
	}
	return s.o.Net.Version()
}

// Unaided: there is no model now.
func (s *Speaker) Unaided() bool {
	_, ok := s.o.Lent()
	return !ok
}

// Words reports whether a model may word an act.
func (s *Speaker) Words(act string) bool { return s.language.acts[act].means != "" }

// Speak words a moment. It never fails: newborn can word anything.
func (s *Speaker) Speak(ctx context.Context, m samantha.Moment) iter.Seq2[samantha.Clause, error] {
	return func(yield func(samantha.Clause, error) bool) {
		lent, ok := s.o.Lent()
		if !ok {
			s.newborn(ctx, m, nil, yield)
			return
		}
		if why := s.keeps(m, lent); why != "" {
			s.newborn(ctx, m, s.taken(samantha.Handed{From: lent.Name, Why: why, Clause: 1}, nil), yield)
			return
		}
		prompt, err := s.prompt(m, lent.room())
		if err != nil {
			s.newborn(ctx, m, s.taken(samantha.Handed{From: lent.Name, Why: "failed", Clause: 1}, nil), yield)
			return
		}
		prompt.Model = lent.Name
		t := &telling{checker: s.checker(m), by: &samantha.By{Speaker: lent.Name, Version: version, Prompt: &prompt}, yield: yield}
		why := s.listen(ctx, lent, m, t)
		switch {
		case t.left || why == "":
		case t.said == 0:
			s.newborn(ctx, m, s.taken(samantha.Handed{From: lent.Name, Why: why, Clause: 1}, &prompt), yield)
		default: // what was said stands
			yield(samantha.Clause{By: &samantha.By{Speaker: lent.Name, Version: version, Handed: samantha.Handed{From: lent.Name, Why: why}}}, nil)
		}
	}
}

// keeps is why a moment is newborn's although there is a model, or "".
func (s *Speaker) keeps(m samantha.Moment, lent Lent) string {
	if s.o.All {
		return ""
	}
	switch {
	case m.Level > 0 || m.Intent.Tone == samantha.ToneCrisis:
		return "level"
	case m.Heard == "":
		return "act" // she speaks unasked: nobody waits for a model to be ready
	case (m.Off || m.Secret) && lent.Away:
		return "away"
	case m.Withheld != "":
		return m.Withheld
	}
	for _, move := range m.Intent.Moves {
		if !s.Words(move.Act) {
			return "act"
		}
	}
	return ""
}

func (s *Speaker) taken(h samantha.Handed, sent *samantha.Prompt) *samantha.By {
	return &samantha.By{Speaker: s.o.Net.Name(), Version: s.o.Net.Version(), Handed: h, Prompt: sent}
}

// newborn words the whole moment.
func (s *Speaker) newborn(ctx context.Context, m samantha.Moment, by *samantha.By, yield func(samantha.Clause, error) bool) {
	for clause, err := range s.o.Net.Speak(ctx, m) {
		clause.By, by = by, nil
		if !yield(clause, err) {
			return
		}
	}
}

// telling is an answer of a model as it is taken.
type telling struct {
	*checker
	by    *samantha.By
	yield func(samantha.Clause, error) bool
	said  int
	left  bool // nobody listens any more
}

// say lets a clause be heard; why is set if it is none, and more if another may follow.
func (t *telling) say(clause string) (more bool, why string) {
	if why := t.wrong(clause); why != "" {
		return false, why
	}
	by := t.by
	t.by = nil
	t.said++
	if !t.yield(samantha.Clause{Text: clause, By: by}, nil) {
		t.left = true
		return false, ""
	}
	return !t.full(), ""
}

// Why a call was given up.
var (
	errLate  = errors.New("the first sentence did not come in time")
	errWhole = errors.New("the answer did not end in time")
)

// listen takes an answer as it streams in, to its end or to the first thing wrong with it.
func (s *Speaker) listen(ctx context.Context, lent Lent, m samantha.Moment, t *telling) (why string) {
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	begun := make(chan struct{})
	go s.patience(ctx, stop, begun)
	c, thinks := cutter{}, false
	for e, err := range lent.Client.Stream(ctx, s.request(*t.by.Prompt, m)) {
		if err != nil {
			return fault(ctx, err, thinks && t.said == 0)
		}
		thinks = thinks || e.Kind == model.Reasoning
		if e.Kind != model.Text {
			continue
		}
		for _, clause := range c.next(e.Text) {
			more, why := t.say(clause)
			if t.said == 1 && begun != nil {
				close(begun)
				begun = nil
			}
			if !more {
				return why
			}
		}
		if len(c.rest) > longestClause {
			return "garbage"
		}
	}
	if last, whole := c.end(); whole {
		_, why = t.say(last)
		return why
	}
	if t.said == 0 {
		return "empty"
	}
	return "" // a sentence that has no end is left out
}

// request is a prompt as it is sent.
func (s *Speaker) request(p samantha.Prompt, m samantha.Moment) model.Request {
	return model.Request{
		System:   []model.Block{{Text: p.Prefix, Cache: true}},
		Messages: []model.Message{{Role: model.User, Text: p.Moment}},
		Max:      tokens, Temperature: temperature, Seed: m.Seed >> 33, // as many bits as every server takes
		First: s.o.Late,
	}
}

// patience gives the call up when it is over: at first for the first sentence, then for
// the answer.
func (s *Speaker) patience(ctx context.Context, stop context.CancelCauseFunc, begun <-chan struct{}) {
	late, whole := s.o.Clock.After(s.o.Late), s.o.Clock.After(s.o.Whole)
	for {
		select {
		case <-ctx.Done():
			return
		case <-begun:
			begun, late = nil, nil
		case <-late:
			stop(errLate)
			return
		case <-whole:
			stop(errWhole)
			return
		}
	}
}

// fault is why an answer ended too soon.
func fault(ctx context.Context, err error, thinks bool) string {
	cause := context.Cause(ctx)
	switch {
	case errors.Is(cause, errLate) && thinks:
		return "thinking"
	case errors.Is(cause, errLate), errors.Is(err, model.ErrLate):
		return "late"
	case errors.Is(cause, errWhole), errors.Is(err, model.ErrStalled):
		return "stalled"
	case errors.Is(err, model.ErrBroken):
		return "broken"
	case errors.Is(err, model.ErrRefused):
		return "refused"
	case errors.Is(err, model.ErrGarbage):
		return "garbage"
	}
	return "failed"
}
