package tui

import "samantha"

// Event is something the face is told; it is one of the types below.
type Event interface{ event() }

// Ready: the next thing the person says will be taken.
type Ready struct{}

// Thinking: what was said is being answered, or she begins by herself. The
// clauses that follow are one answer.
type Thinking struct{}

// Clause is a piece of the answer, as it comes.
type Clause struct{ Text string }

// Answered ends the answer. One without clauses is silence, and meant.
type Answered struct {
	ID   samantha.ID // of the answer, if it is known here; else its [Line] tells
	Lost bool        // it broke off, and will be given again, whole
}

// Line is something said as the log has it. Lines that were typed or shown here
// come too: from them the face learns their ids.
type Line struct {
	ID    samantha.ID
	By    samantha.Origin
	Text  string
	Own   bool           // it was said here, or answers what was
	Mood  *samantha.Mood // hers after it; nil: as before
	Past  bool           // it was said before this talk began
	Rings bool           // something rings with it: the terminal's bell
}

// Gone: the words of these were forgotten, and go from the terminal too.
type Gone struct{ IDs []samantha.ID }

// Away: she cannot be reached; what is said now waits for [Ready].
type Away struct{}

// Note is a word of the program's, not of hers.
type Note struct{ Text string }

func (Ready) event()    {}
func (Thinking) event() {}
func (Clause) event()   {}
func (Answered) event() {}
func (Line) event()     {}
func (Gone) event()     {}
func (Away) event()     {}
func (Note) event()     {}
