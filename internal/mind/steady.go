package mind

import (
	"time"

	"samantha"
)

// steadyFor is how many moments after an idea was pushed she still hears what
// follows as part of it.
const steadyFor = 4

// Pushed is the last idea that she did not share.
type Pushed struct {
	Kind    string    `json:"kind,omitempty"` // mind/care/en/ideas.txt
	At      time.Time `json:"at,omitzero"`    // when it was pushed last
	Moment  int       `json:"moment,omitempty"`
	Times   int       `json:"times,omitempty"`     // in this talk
	Pressed time.Time `json:"pressed,omitzero"`    // when they pressed her last
	Since   int       `json:"encounter,omitempty"` // the encounter it came up in
}

// pushed folds what the person pushed.
func (s *State) pushed(at time.Time, c samantha.Care) {
	if c.Pressed {
		s.Pushed.Pressed = at
	}
	if c.Idea == "" {
		return
	}
	p := &s.Pushed
	if p.Since != s.Encounter.N {
		p.Times = 0
	}
	p.Kind, p.At, p.Moment, p.Since = c.Idea, at, s.Moments, s.Encounter.N
	p.Times++
}

// pushes reads whether an idea is pushed that she does not share, and whether she is
// pressed. What is put right of their own life is no pressing.
func (s *situation) pushes(text string) {
	if s.heard.Language != "" {
		return
	}
	s.care.Idea = s.rooms.guard.Idea(text)
	right, corrects := s.heard.Act("correct")
	s.care.Pressed = s.rooms.guard.Pressed(text) && !(corrects && len(right.Slots) > 0)
}

// idea is the one that is in the room: pushed now, or a few moments ago in this talk.
func (s *situation) idea() string {
	if s.care.Idea != "" {
		return s.care.Idea
	}
	p := s.state.Pushed
	if p.Kind == "" || s.opens() || p.Since != s.state.Encounter.N || s.state.Moments-p.Moment >= steadyFor {
		return ""
	}
	return p.Kind
}

// steadies stays with the person and not with the idea: it is said once that she sees
// it otherwise, then she asks about what holds anybody up. Nothing is argued.
func (s *situation) steadies() []samantha.Move {
	kind := s.idea()
	if kind == "" || s.heard.Has("goodbye") || s.heard.Has("request.forget") || s.heard.Has("ask.human") || s.heard.Has("guest") {
		return nil
	}
	if s.care.Idea == "" && (s.care.Pressed || s.heard.Has("agreeme") || s.heard.Has("disagree")) {
		return []samantha.Move{{Act: samantha.DoStand, Slots: slots("kind", kind)}}
	}
	if s.care.Idea == "" {
		return nil
	}
	before := s.state.Pushed
	if s.opens() || before.Since != s.state.Encounter.N {
		before = Pushed{}
	}
	again := before.Kind == kind
	moves := []samantha.Move{{Act: samantha.DoSteady, Slots: slots("kind", kind, "again", yes(again), "feeling", s.sure())}}
	if before.Times%2 == 0 { // asking each time would be an interrogation
		about := [...]string{"sleep", "people", "food"}[before.Times/2%3]
		moves = append(moves, samantha.Move{Act: samantha.DoGround, Slots: slots("about", about)})
	}
	return moves
}

// withoutYes puts what is no yes in place of an answer that would go along with an
// idea which was pushed a moment ago.
func (s *situation) withoutYes(moves []samantha.Move) []samantha.Move {
	kind := s.idea()
	if kind == "" || s.care.Idea != "" || len(moves) == 0 || !s.rooms.why.in("goes-along", moves[0].Act) {
		return moves
	}
	return []samantha.Move{{Act: samantha.DoSteady, Slots: slots("kind", kind, "again", "yes")}}
}
