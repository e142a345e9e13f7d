package tui

import (
	"math"
	"time"

	"samantha"
)

// state is what she is doing; the line shows it by its form, and a word says
// it.
type state int

const (
	here      state = iota // nothing is going on: the line breathes
	listening              // something is being typed: it leans to the person
	thinking               // it twists into a helix
	speaking               // the strands part with each clause
	silent                 // she keeps silent on purpose: almost still, leaning
	away                   // she cannot be reached: the line is open
)

func (s state) String() string {
	return [...]string{"here", "listening", "thinking", "speaking", "quiet, with you", "out of reach"}[s]
}

// pose is a form of the line, in numbers that can be gone through from one
// state to the next.
type pose struct {
	part  float64 // how far the strands stand apart, 0..1
	turns float64 // how often they go round each other along the line
	even  float64 // 0 loose threads .. 1 an even helix
	lean  float64 // how far it hangs down towards the person, 0..1
	gap   float64 // share of its length that is open, in the middle
	tempo float64 // turns a second
}

// pose is the form of a state in a mood: stirred is quicker, low is looser.
func (s state) pose(mood samantha.Mood) pose {
	p := [...]pose{
		here:      {part: .62, turns: 1.3, even: .2, tempo: .10},
		listening: {part: .30, turns: 1.0, even: .3, lean: .42, tempo: .14},
		thinking:  {part: .62, turns: 3.2, even: 1, tempo: .50},
		speaking:  {part: .85, turns: 1.9, even: 0, tempo: .42},
		silent:    {part: .12, turns: .8, even: .4, lean: .30, tempo: .05},
		away:      {part: .16, turns: 1.0, even: .4, gap: .24, tempo: .03},
	}[s]
	p.tempo *= 1 + .5*mood.A
	p.even = clamp(p.even+.15*mood.D, 0, 1)
	p.part = clamp(p.part*(1+.15*mood.P), 0, 1)
	return p
}

// towards goes the share of the way to another pose.
func (p pose) towards(q pose, share float64) pose {
	mix := func(a, b float64) float64 { return a + (b-a)*share }
	return pose{
		part: mix(p.part, q.part), turns: mix(p.turns, q.turns), even: mix(p.even, q.even),
		lean: mix(p.lean, q.lean), gap: mix(p.gap, q.gap), tempo: mix(p.tempo, q.tempo),
	}
}

// form is the line as it moves from one pose to the next.
type form struct {
	still  bool // it does not move: each state has one form, and a word
	pose   pose
	moved  time.Time
	phase  float64 // turns gone through
	breath float64 // breaths gone through
	level  float64 // how strongly she, or the typing, is heard just now
}

// How it moves.
const (
	settling   = 400 * time.Millisecond // the time in which most of a change of form is done
	breathing  = 5200 * time.Millisecond
	longest    = 250 * time.Millisecond // of what passes at once, if the terminal was slow
	calmFrame  = 125 * time.Millisecond
	livelier   = 66 * time.Millisecond
	stillPhase = .1 // where a still form stands
)

// frame is how long one frame stands.
func (f *form) frame(s state) time.Duration {
	if s == thinking || s == speaking {
		return livelier
	}
	return calmFrame
}

// move lets the time since the last move pass in the form.
func (f *form) move(now time.Time, s state, mood samantha.Mood, level float64) {
	passed := clamp(now.Sub(f.moved).Seconds(), 0, longest.Seconds())
	f.moved = now
	share := 1 - math.Exp(-passed/settling.Seconds())
	f.pose = f.pose.towards(s.pose(mood), share)
	f.phase += passed * f.pose.tempo
	f.breath += passed / breathing.Seconds() * (1 + .3*mood.A)
	if s != speaking {
		level = 0
	}
	f.level += (level - f.level) * share
}

// nudge is one key heard: the line gives a little.
func (f *form) nudge() { f.level = math.Min(1, f.level+.3) }

// figure is the line just now.
func (f *form) figure(s state, mood samantha.Mood) figure {
	if f.still {
		return figure{pose: s.pose(mood), phase: stillPhase}
	}
	return figure{pose: f.pose, phase: f.phase, breath: math.Sin(2 * math.Pi * f.breath), level: f.level}
}
