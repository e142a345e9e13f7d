package mind

import "time"

// A machine's clock may be set back, or have run ahead when the last event was written;
// the log never does. Until the clock has caught up, her own time counts on beside it:
// how long a talk lasts and when she last said what she is are measured by that, what
// day and hour it is by the clock on the person's wall.

// behind is how far a clock that shows now lies behind her log.
func (s *State) behind(now time.Time) time.Duration {
	if !now.Before(s.At) {
		return 0
	}
	return max(s.Behind, s.At.Sub(now))
}

// time is now in her log.
func (m *Mind) time() time.Time {
	now := m.clock.Now()
	return now.Add(m.state.behind(now))
}

// turn folds how far the machine's clock lay behind. That it was set back is cleared when
// she says what she is.
func (s *State) turn(behind time.Duration) {
	s.Turned = s.Turned || turnedBack(s.Behind, behind)
	s.Behind = behind
}

// turnedBack: a clock that lies so far behind now was set back since it lay so far
// behind before. A second is what clocks are put right by without anybody's doing.
func turnedBack(before, now time.Duration) bool { return now > before+time.Second }
