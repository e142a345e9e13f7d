package logtest

import (
	"encoding/json"
	"slices"

	"samantha"
)

// texts is the state the tests fold to: what each event says, or that it says
// nothing any more.
type texts struct {
	Lines []Line `json:"lines"`
}

// Line is an event and its words.
type Line struct {
	ID   samantha.ID `json:"id"`
	Text string      `json:"text"`
}

// Fold is the fold the tests use.
func Fold() samantha.Fold {
	return samantha.Fold{Version: 3, Zero: func() samantha.State { return &texts{} }}
}

func (s *texts) Apply(e samantha.Event) {
	s.Lines = append(s.Lines, Line{e.ID, Text(e.Body)})
	forgot, ok := e.Body.(*samantha.Forgot)
	if !ok {
		return
	}
	for i, l := range s.Lines {
		if slices.Contains(forgot.Numbers.Gone, l.ID) {
			s.Lines[i].Text = ""
		}
	}
}

func (s *texts) MarshalBinary() ([]byte, error) { return json.Marshal(s) }

// Text is the words of a body the tests use.
func Text(b samantha.Body) string {
	switch b := b.(type) {
	case *samantha.Heard:
		return b.Words.Text
	case *samantha.Said:
		return b.Text()
	case *samantha.Dreamed:
		return b.Words.Text
	}
	return ""
}
