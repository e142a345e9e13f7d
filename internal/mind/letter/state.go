package letter

import (
	"slices"
	"time"

	"samantha"
)

// State is what is folded of letters.
type State struct {
	All  []Letter    `json:"all,omitempty"`  // in the order they were begun
	Open samantha.ID `json:"open,omitempty"` // the one they write at, or wrote at last
	Last samantha.ID `json:"last,omitempty"` // the moment of the last step
}

// Letter is one letter with all its versions.
type Letter struct {
	ID   samantha.ID `json:"id"`
	At   time.Time   `json:"at"` // when it was begun
	To   string      `json:"to,omitempty"`
	ToIn samantha.ID `json:"to_in,omitempty"` // the moment in which they said so
	For  string      `json:"for,omitempty"`
	// ForIn is the moment in which they said what it is for.
	ForIn   samantha.ID `json:"for_in,omitempty"`
	Lines   []Line      `json:"lines,omitempty"` // all there ever were, in their order
	Steps   []Step      `json:"steps,omitempty"`
	Sort    string      `json:"sort,omitempty"` // see [samantha.LetterStep]
	Done    bool        `json:"done,omitempty"`
	Lost    int         `json:"lost,omitempty"` // sentences that went with what was forgotten
	Asks    string      `json:"asks,omitempty"` // what she asked with her last answer
	Offered []Source    `json:"offered,omitempty"`
}

// Line is a sentence of a letter, whether it still stands in it or not.
type Line struct {
	ID    samantha.ID           `json:"id"`
	Text  string                `json:"text,omitempty"`
	From  Source                `json:"from,omitzero"`
	Doubt string                `json:"doubt,omitempty"`
	Out   []samantha.ID         `json:"out,omitempty"` // moments that took it out
	Born  []samantha.LetterForm `json:"born,omitempty"`
	Forms []Form                `json:"forms,omitempty"`
}

// Source is a sentence of a memory.
type Source struct {
	ID  samantha.ID `json:"id"`
	Nth int         `json:"nth"` // from 1
}

// Form is a form that a line was given later.
type Form struct {
	samantha.LetterForm
	In samantha.ID `json:"in"` // the moment
}

// Step is what one moment did to the letter.
type Step struct {
	ID   samantha.ID `json:"id"`
	At   time.Time   `json:"at"`
	Did  string      `json:"did"`
	Tone string      `json:"tone,omitempty"`
	Undo samantha.ID `json:"undo,omitempty"`
}

// changes: there is another version from here on.
func (p Step) changes() bool {
	switch p.Did {
	case samantha.LetterAdded, samantha.LetterCut, samantha.LetterFormed, samantha.LetterUndone:
		return true
	}
	return false
}

// Apply folds one event.
func (s *State) Apply(e samantha.Event) {
	switch b := e.Body.(type) {
	case *samantha.Heard:
		switch mark, step := b.Numbers.Letter, b.Words.Letter; {
		case mark == nil:
		case e.Forgotten || step == nil:
			s.lost(e, *mark)
		default:
			s.step(e, *step)
		}
	case *samantha.Forgot:
		s.Mask(b.Numbers.Gone)
	}
}

// lost is a step whose words were forgotten.
func (s *State) lost(e samantha.Event, mark samantha.LetterMark) {
	if mark.Letter == "" {
		s.All = append(s.All, Letter{ID: e.ID.Part("letter", 1), At: e.At})
	}
	if l := s.find(mark.Letter); l != nil {
		l.Lost += mark.Lines
	}
}

func (s *State) step(e samantha.Event, step samantha.LetterStep) {
	if step.Did == samantha.LetterBegun {
		step.Letter = e.ID.Part("letter", 1)
		s.All = append(s.All, Letter{ID: step.Letter, At: e.At})
	}
	l := s.find(step.Letter)
	if l == nil {
		return
	}
	s.Open, s.Last = l.ID, e.ID
	l.Done = step.Did == samantha.LetterDone || l.Done && step.Did == samantha.LetterRead
	l.Asks = step.Asks
	if step.To != "" {
		l.To, l.ToIn = step.To, e.ID
	}
	if step.For != "" {
		l.For, l.ForIn = step.For, e.ID
	}
	if step.Sort != "" {
		l.Sort = step.Sort
	}
	if step.Memory != "" {
		l.Offered = append(l.Offered, Source{step.Memory, step.Nth})
	}
	l.Steps = append(l.Steps, Step{ID: e.ID, At: e.At, Did: step.Did, Tone: step.Tone, Undo: step.Undo})
	for i, n := range step.Lines {
		line := Line{ID: e.ID.Part("line", i+1), Text: n.Text, Doubt: n.Doubt, Born: n.Forms}
		if n.From != "" {
			line.From = Source{n.From, n.Nth}
		}
		l.Lines = append(l.Lines, line)
	}
	for i := range l.Lines {
		n := &l.Lines[i]
		if slices.Contains(step.Out, n.ID) {
			n.Out = append(n.Out, e.ID)
		}
		for _, f := range step.Forms {
			if f.Line == n.ID {
				n.Forms = append(n.Forms, Form{f, e.ID})
			}
		}
	}
}

func (s *State) find(id samantha.ID) *Letter {
	for i := range s.All {
		if s.All[i].ID == id {
			return &s.All[i]
		}
	}
	return nil
}

// Get is the letter with an id, or that of the line or the moment that it names.
func (s *State) Get(id samantha.ID) (Letter, bool) {
	for _, l := range s.All {
		if l.ID == id || l.ID.Event() == id || slices.ContainsFunc(l.Lines, func(n Line) bool { return n.ID == id }) {
			return l, true
		}
	}
	return Letter{}, false
}

// Mask takes out what is forgotten: whatever was said of a letter there, and the
// sentences that came from there.
func (s *State) Mask(gone []samantha.ID) {
	has := func(id samantha.ID) bool { return id != "" && slices.Contains(gone, id.Event()) }
	for i := range s.All {
		l := &s.All[i]
		if has(l.ToIn) {
			l.To, l.ToIn = "", ""
		}
		if has(l.ForIn) {
			l.For, l.ForIn = "", ""
		}
		before := len(l.Lines)
		l.Lines = slices.DeleteFunc(l.Lines, func(n Line) bool { return has(n.ID) || has(n.From.ID) })
		l.Lost += before - len(l.Lines)
		l.Offered = slices.DeleteFunc(l.Offered, func(f Source) bool { return has(f.ID) })
		l.Steps = slices.DeleteFunc(l.Steps, func(p Step) bool { return has(p.ID) })
		for j := range l.Lines {
			l.Lines[j].Forms = slices.DeleteFunc(l.Lines[j].Forms, func(f Form) bool { return has(f.In) })
		}
	}
}

// Words are what an id of a letter stands for, beside its lines: of m7k2.to.1 whom
// it is to.
func (s *State) Words(id samantha.ID) (string, bool) {
	for _, l := range s.All {
		if l.To != "" && l.ToIn.Part("to", 1) == id {
			return l.To, true
		}
	}
	return "", false
}

// Versions is how many versions there are, the empty one not counted.
func (l Letter) Versions() int {
	n := 0
	for _, p := range l.Steps {
		if p.changes() {
			n++
		}
	}
	return n
}

// standing are the steps that hold in a version; 0 is the newest.
func (l Letter) standing(version int) map[samantha.ID]bool {
	holds := map[samantha.ID]bool{}
	n := 0
	for _, p := range l.Steps {
		if p.changes() {
			n++
		}
		if version > 0 && n > version {
			break
		}
		if p.Undo != "" {
			delete(holds, p.Undo)
			continue
		}
		holds[p.ID] = true
	}
	return holds
}

// Standing are the lines that stand in a version of it, each with the forms that it
// has there; 0 is the newest.
func (l Letter) Standing(version int) []Line {
	holds := l.standing(version)
	var lines []Line
	for _, n := range l.Lines {
		if !holds[n.ID.Event()] || slices.ContainsFunc(n.Out, func(id samantha.ID) bool { return holds[id] }) {
			continue
		}
		n.Forms = slices.DeleteFunc(slices.Clone(n.Forms), func(f Form) bool { return !holds[f.In] })
		lines = append(lines, n)
	}
	return lines
}

// Tone is the tone that was asked for in a version; "" if none was.
func (l Letter) Tone(version int) string {
	holds := l.standing(version)
	tone := ""
	for _, p := range l.Steps {
		if holds[p.ID] && p.Tone != "" {
			tone = p.Tone
		}
	}
	return tone
}

// Undoes is the moment of the last change that still holds, or the last that did one of
// these; "" if there is none.
func (l Letter) Undoes(did ...string) samantha.ID {
	holds := l.standing(0)
	for _, p := range slices.Backward(l.Steps) {
		if p.changes() && holds[p.ID] && (len(did) == 0 || slices.Contains(did, p.Did)) {
			return p.ID
		}
	}
	return ""
}

// Sources are the moments that its words are from, as it stands.
func (l Letter) Sources() []samantha.ID {
	var all []samantha.ID
	add := func(id samantha.ID) {
		if id != "" && !slices.Contains(all, id.Event()) {
			all = append(all, id.Event())
		}
	}
	add(l.ToIn)
	for _, n := range l.Standing(0) {
		add(n.ID)
		add(n.From.ID)
	}
	return all
}
