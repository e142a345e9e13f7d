package mind

import (
	"time"

	"samantha/internal/mind/hearing"
)

// wants is what her last question was after, of whomever it was asked: a bare answer
// tells that of them.
func (s *situation) wants() hearing.Wanted {
	last, ok := s.last()
	if !ok || s.opens() || !last.Asks {
		return hearing.Wanted{}
	}
	in := earNow(s.now)
	in.People = s.state.Memory.Names()
	return s.rooms.ear.Wants(last.Answer, in)
}

// earNow is a hearing without anything before it.
func earNow(now time.Time) hearing.Context { return hearing.Context{Now: now} }
