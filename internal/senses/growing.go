package senses

import (
	"context"
	"errors"
	"fmt"

	"samantha"
)

// errInterrupted: the person cut her off while she was still finding words.
var errInterrupted = errors.New("she was interrupted")

// soFar is an answer that is still being found, up to one of its clauses. Those of one
// answer follow each other in the log.
func (s *Session) soFar(ctx context.Context, e samantha.Event, b *samantha.Uttered) (Said, error) {
	n := b.Numbers
	whole := &samantha.Said{Numbers: samantha.SaidNumbers{Manner: n.Manner}}
	for before, err := range s.log.Read(ctx, e.Seq-uint64(n.Clause)) {
		if err != nil {
			return Said{}, err
		}
		if u, ok := before.Body.(*samantha.Uttered); ok && u.Numbers.Answer == n.Answer && !before.Forgotten {
			whole.Words.Clauses = append(whole.Words.Clauses, u.Words.Text)
		}
		if before.Seq == e.Seq {
			break
		}
	}
	said := s.said(whole)
	said.Seq, said.ID, said.At, said.More = e.Seq, n.Answer, e.At, true
	return said, nil
}

// mostClauses is how many events of one answer there are at most, by far.
const mostClauses = 32

// growing is an answer that is not whole yet, as far as it is in the log; or
// [samantha.ErrNotFound].
func (s *Session) growing(ctx context.Context, answer samantha.ID) (said Said, err error) {
	newest, _ := s.log.Last()
	err = fmt.Errorf("%.40q is no answer of hers: %w", string(answer), samantha.ErrNotFound)
	for e, failed := range s.log.Read(ctx, newest-min(newest, mostClauses)) {
		if failed != nil {
			return said, failed
		}
		switch b := e.Body.(type) {
		case *samantha.Uttered:
			if b.Numbers.Answer == answer {
				said, err = s.soFar(ctx, e, b)
			}
		case *samantha.Said: // it became whole meanwhile
			if e.ID == answer && !e.Forgotten {
				return s.said(b), nil
			}
		}
	}
	return said, err
}

// answer is an answer as it is in the log, whole or not.
func (s *Session) answer(ctx context.Context, id samantha.ID) (Said, error) {
	b, err := s.find(ctx, id)
	switch {
	case errors.Is(err, samantha.ErrNotFound):
		return s.growing(ctx, id)
	case err != nil:
		return Said{}, err
	}
	return s.said(b), nil
}

// interrupt has her stop at the clause she is finding, if that is one of the answer.
func (s *Session) interrupt(ctx context.Context, answer samantha.ID) bool {
	said, err := s.growing(ctx, answer)
	if err != nil || !said.More {
		return false
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.interrupted = true
	return true
}

// uninterrupted: another answer begins.
func (s *Session) uninterrupted() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.interrupted = false
}

// listened takes a clause of hers: the devices show it from the log, and if one of them
// cut her off, nobody listens any more.
func (s *Session) listened(samantha.Clause) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.interrupted {
		return errInterrupted
	}
	return nil
}
