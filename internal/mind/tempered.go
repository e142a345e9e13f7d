package mind

import (
	"slices"
	"time"

	"samantha"
	"samantha/internal/mind/self"
)

// degree is how much of a facet is heard by now, -3..3.
func (s *situation) degree(of samantha.Trait) int { return s.state.Self.Degree(of) }

// drawn is a chance of this moment's own: true in so many of twelve.
func (s *situation) drawn(what string, of12 int) bool {
	return self.Drawn(chance(s.state.Seed, s.state.Seq+1), what)%12 < uint64(max(0, of12))
}

// tempered is an intent as she has come to talk with this person: shorter or with a
// second thought of her own, and with or without play (mind/self/facets.txt). What is
// asked, kept or grave stays as it was meant.
func (s *situation) tempered(in samantha.Intent) samantha.Intent {
	if s.degree(self.Play) < 0 && !s.heard.Has("laugh") && !s.heard.Has("tease") {
		in.Limits.NoPlay = true
	}
	if talk := s.degree(self.Talk); talk < 0 && talks(in.Act()) && s.drawn("brief", -3*talk) {
		in.Moves = withoutFollow(in.Moves)
		in.Moves[0].Short = true
	}
	return in
}

// talks: an act is talk, which may be long or short: nothing that was asked of her or
// that has to be said whole.
func talks(act string) bool {
	switch act {
	case samantha.DoTake, samantha.DoGoesOn, samantha.DoListen, samantha.DoNoted, samantha.DoOpinion, samantha.DoGlad, samantha.DoPlan,
		samantha.DoComfort, samantha.DoSensed, samantha.DoMourn, samantha.DoFelt, samantha.DoThanks, samantha.DoPraise, samantha.DoTerse, samantha.DoLaugh,
		samantha.DoPuzzled, samantha.DoPicked, samantha.DoRemark, samantha.DoYes, samantha.DoNo, samantha.DoGoodbye:
		return true
	}
	return false
}

// Of what is her own she speaks unasked in so many of twelve answers that leave room
// for it, more or fewer by how much of a talker she has become, and more the nearer
// they are; each thing rests.
const (
	museOf12    = 4
	museRest    = 8 * 24 * time.Hour
	museOpinion = 40 * 24 * time.Hour
	museMoments = 2 // of an encounter before it
	museTalker  = 2 // the degree from which once in an encounter is not enough
)

// nearOld is [situation.near] of old friends.
const nearOld = 3

// near is how far the two are past acquaintance, 0..3: friends, close, old friends.
func (s *situation) near() int {
	return max(0, slices.Index(samantha.Stages(), s.bond().Stage)-1)
}

// muses is something of her own beside what they tell: what she likes about it, what
// she would like for herself, or what she has come to think.
func (s *situation) muses(act string) (samantha.Move, bool) {
	roomy := act == samantha.DoTake || act == samantha.DoNoted || act == samantha.DoOpinion || act == samantha.DoThanks || act == samantha.DoGlad
	if !roomy || !s.lull() || s.opens() || s.encounterMoments() < museMoments || s.earnest() || s.company() || s.hurts() || s.state.Paused {
		return samantha.Move{}, false
	}
	if talk := s.degree(self.Talk); talk < 0 && s.terseTwice() || !s.drawn("muses", museOf12+talk+s.near()) {
		return samantha.Move{}, false
	}
	if s.degree(self.Talk) < museTalker && s.near() < nearOld && s.mused() {
		return samantha.Move{}, false
	}
	if m, ok := s.putTogether(); ok {
		return m, true
	}
	m := samantha.Move{Act: samantha.DoMuses}
	for _, it := range s.hers(samantha.ItemInterest) {
		if it.Class == s.topic() && len(it.Sources) > 0 && s.now.Sub(it.UsedAt) >= museRest {
			s.sourced(&m, "like", it, self.PartText)
			return m, true
		}
	}
	for _, it := range s.hers(samantha.ItemWish) {
		if s.now.Sub(it.UsedAt) >= museRest {
			s.sourced(&m, "wish", it, self.PartText)
			return m, true
		}
	}
	for _, it := range s.hers(samantha.ItemOpinion) {
		if s.now.Sub(it.UsedAt) >= museOpinion {
			s.sourced(&m, "text", it, self.PartText)
			s.sourced(&m, "because", it, self.PartBecause)
			return m, true
		}
	}
	return samantha.Move{}, false
}

// lull: nothing is being told just now that wants the room: no telling at all, or a
// first light one.
func (s *situation) lull() bool {
	x, ok := s.last()
	onward := ok && !s.opens() && x.Tells
	return !s.tells() || !onward && !s.absorbed()
}

// mused: something of her own was said in this encounter.
func (s *situation) mused() bool {
	since := s.encounterSince()
	return slices.ContainsFunc(s.state.Self.Items, func(it self.Item) bool {
		own := it.Kind == samantha.ItemWish || it.Kind == samantha.ItemOpinion || it.Kind == samantha.ItemInterest
		return own && !it.UsedAt.IsZero() && !it.UsedAt.Before(since)
	})
}
