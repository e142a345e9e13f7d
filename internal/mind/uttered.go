package mind

import (
	"context"
	"slices"

	"samantha"
)

// listener is who hears an answer while the rest of it is still being found.
type listener struct {
	out   func(samantha.Clause) error
	first func() // the first clause is about to leave
	heard int    // clauses that left
	gone  bool   // nobody listens any more
}

// listening is a listener until ctx ends; first is called before the first clause.
func listening(ctx context.Context, out func(samantha.Clause) error, first func()) *listener {
	heard := func(c samantha.Clause) error {
		if err := ctx.Err(); err != nil {
			return err
		}
		return out(c)
	}
	return &listener{out: heard, first: first}
}

// hear lets those clauses of an answer be heard that have not been.
func (l *listener) hear(clauses []string) {
	for !l.gone && l.heard < len(clauses) {
		if l.heard == 0 {
			l.first()
		}
		if l.out(samantha.Clause{Text: clauses[l.heard]}) != nil {
			l.gone = true
			return
		}
		l.heard++
	}
}

// utter lets the rest of an answer be heard, clause by clause. If the listener goes away,
// what was truly heard is noted.
func (m *Mind) utter(ctx context.Context, id samantha.ID, said *samantha.Said, l *listener) {
	if l.hear(said.Words.Clauses); l.gone && m.aside == nil {
		// The moment stands whether or not the note can be kept.
		_ = m.cut(context.WithoutCancel(ctx), samantha.CutNumbers{Answer: id, Clause: l.heard})
	}
}

// utterSoFar lets a model's clauses be heard that the guard has passed, each durable before
// it leaves; more says whether anybody waits for the next. What is read whole before any of
// it is heard (a goodbye, and whatever newborn says) waits for its end.
func (m *Mind) utterSoFar(ctx context.Context, said *samantha.Said, u utterance, sent *samantha.Prompt) (more bool, err error) {
	n := &said.Numbers
	if u.to == nil || u.leaves || sent == nil || n.Speaker != sent.Model || len(said.Words.Guard) > 0 {
		return true, nil
	}
	for i := u.to.heard; i < len(said.Words.Clauses) && !u.to.gone; i++ {
		if m.aside == nil {
			if err := m.keepUttered(ctx, said, u, sent, i); err != nil {
				return false, err
			}
		}
		u.to.hear(said.Words.Clauses[:i+1])
	}
	return !u.to.gone, nil
}

// keepUttered puts clause i of an answer into the log, the first with what the model was
// sent.
func (m *Mind) keepUttered(ctx context.Context, said *samantha.Said, u utterance, sent *samantha.Prompt, i int) error {
	answer := u.id.Said()
	var drafts []samantha.Draft
	if i == 0 {
		drafts = append(drafts, m.prompted(answer, sent, m.state.Seq+1))
	}
	drafts = append(drafts, samantha.Draft{At: m.time(), Origin: samantha.OriginHerself, Body: &samantha.Uttered{
		Words: samantha.UtteredWords{Text: said.Words.Clauses[i]},
		Numbers: samantha.UtteredNumbers{
			Links:  samantha.Links{Sources: append([]samantha.ID{answer}, sent.From...)},
			Answer: answer, Clause: i + 1, Model: sent.Model, Version: said.Numbers.Version, Manner: said.Numbers.Manner,
		},
	}})
	_, err := m.append(ctx, drafts...)
	return err
}

// Uttering is what was let out of an answer that is not in the log yet.
type Uttering struct {
	Answer  samantha.ID   `json:"answer"`
	Clauses []string      `json:"clauses"`
	Model   string        `json:"model"`
	Version int           `json:"version"`
	From    []samantha.ID `json:"from"` // what stood before the model
}

// uttered folds a clause that was let out.
func (s *State) uttered(e samantha.Event, b *samantha.Uttered) {
	n := b.Numbers
	if s.Uttering == nil || s.Uttering.Answer != n.Answer {
		s.Uttering = &Uttering{Answer: n.Answer, Model: n.Model, Version: n.Version, From: slices.Clone(n.Sources[1:])}
	}
	if !e.Forgotten {
		s.Uttering.Clauses = append(s.Uttering.Clauses, b.Words.Text)
	}
}

// stands puts into an answer what was let out of it before a crash: it was heard, and
// nothing else is said in its place.
func (m *Mind) stands(said *samantha.Said, u utterance, in samantha.Intent) (sent *samantha.Prompt, ok bool) {
	left := m.state.Uttering
	if left == nil || left.Answer != u.id.Said() || len(left.Clauses) == 0 {
		return nil, false
	}
	said.Words.Clauses = slices.Clone(left.Clauses)
	n := &said.Numbers
	n.Speaker, n.Version = left.Model, left.Version
	n.Handed = samantha.Handed{From: left.Model, Why: "broken"}
	n.Tally = m.rooms.guard.Watch(m.saying(u, in)).Tally(said.Words.Clauses)
	return &samantha.Prompt{Model: left.Model, From: left.From}, true
}
