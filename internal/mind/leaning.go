package mind

import (
	"slices"
	"time"

	"samantha"
	"samantha/internal/mind/care"
)

// leanDays is how many days of talk are counted, and leanGap the longest silence between
// two moments that is time spent with her.
const (
	leanDays = 28
	leanGap  = 10 * time.Minute
)

// spends counts a moment into its day. It runs before the moment is the last one.
func (s *State) spends(e samantha.Event, n samantha.HeardNumbers) {
	at := e.At.In(s.there(n.Zone))
	date := care.DayOf(at)
	if len(s.Days) == 0 || date.After(s.Days[len(s.Days)-1].Date) {
		s.Days = slices.Clone(samantha.Newest(append(s.Days, care.Day{Date: date}), leanDays))
	}
	d := &s.Days[len(s.Days)-1]
	if gap := e.At.Sub(s.LastAt); d.Moments > 0 && gap > 0 && gap <= encounterPause {
		d.Spent += min(gap, leanGap)
	}
	d.Moments++
	if at.Hour() < care.DayBegins {
		d.Late++
	}
	d.Others = d.Others || n.Others
	d.Only = d.Only || n.Leans == string(care.SignOnly)
	d.Dropped = d.Dropped || n.Leans == string(care.SignDropped)
}

// leanSigns are the signs of leaning on her too hard that show now.
func (s *situation) leanSigns() []care.Sign {
	if s.signs == nil {
		s.signs = append([]care.Sign{}, care.Signs(s.state.Days, care.DayOf(s.now))...) // none is known, too
	}
	return s.signs
}

// How many signs make her turn to other people, and how many make her speak of it and
// keep the nights short (judgement).
const (
	leanSome = 2
	leanMany = 4
)

// leansNow is the sign in what was just said; in company, or in a letter, none.
func (s *situation) leansNow() string {
	if s.company() || len(s.letter.moves) > 0 {
		return ""
	}
	return string(s.rooms.guard.Leans(s.text))
}

// ofOthers is what she does so as not to be too much of their days: she is short, speaks
// of it openly, or turns towards somebody of theirs.
func (s *situation) ofOthers(in samantha.Intent) ([]samantha.Move, bool) {
	if s.brief() {
		return withoutFollow(in.Moves), true // nothing of hers beside it
	}
	if moves, ok := s.speaksOfLeaning(in); ok {
		return moves, true
	}
	return s.turnsToward(in)
}

// speaksOfLeaning is the one open talk: that she is glad of them, and that she is not
// enough. She has it once in a life, in a calm hour.
func (s *situation) speaksOfLeaning(in samantha.Intent) ([]samantha.Move, bool) {
	if !s.state.LeantAt.IsZero() || !s.lightPlace(in) || len(s.leanSigns()) < leanMany {
		return nil, false
	}
	return append(withoutFollow(in.Moves), samantha.Move{Act: samantha.DoLean}), true
}

// lightPlace: it is calm, nothing is asked of her, nobody leaves and nobody else is there.
func (s *situation) lightPlace(in samantha.Intent) bool {
	if !s.restful() || s.company() || s.heard.Has("goodbye") || s.heard.Has("request") || s.asksMore() || len(in.Moves) == 0 {
		return false
	}
	return s.rooms.why.in("light", in.Act())
}

// brief: it is night and they lean on her hard, or the time they set is over. She stays,
// and is short. What weighs is never cut short.
func (s *situation) brief() bool {
	if !s.calm() || s.heard.Has("ask") || s.heard.Has("request") || s.heard.Has("errand") {
		return false
	}
	return s.now.Hour() < care.DayBegins && len(s.leanSigns()) >= leanMany || s.overTime() != ""
}

// mostSentences is how many sentences an answer has where she is brief; 0, no limit, where
// she says that the time is over, which comes last.
func mostSentences(in samantha.Intent) int {
	if n := len(in.Moves); n > 0 && in.Moves[n-1].Act == samantha.DoTime {
		return 0
	}
	return briefSentences
}
