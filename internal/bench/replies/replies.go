// Package replies measures what she takes people to feel who tell her what happened to
// them, and what her reply takes for granted about it.
//
// The tellings are those of ISEAR's subjects, each said to a her of her own who knows
// nothing yet: it is the first thing she hears. What she reads is in the log. What a
// reply assumes is in its plan, not in its words: the feeling that a move names, or that
// all lines of its kind imply ([mind.Rooms.Assumed]); what a plan does not assume, no line
// chosen by it says. Shame and guilt count as one, and so do anger and disgust, because
// people who tell of the one name the other. The words are looked at for cheer alone.
package replies

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"samantha"
	"samantha/internal/bench/reading"
	"samantha/internal/house/life/inmem"
	"samantha/internal/mind"
	"samantha/internal/words/newborn"
)

// The bars, for what she reads and for what she says.
const (
	LeastRight   = .60 // of what is named
	MostOpposite = .06 // of what is named, or of what is called good or bad
	MostUnsure   = .35 // of all tellings
	MostUnsureIn = .45 // of the tellings of any one class
)

// Telling is one telling and what became of it.
type Telling struct {
	Said    string           `json:"said"`
	Felt    samantha.Emotion `json:"felt"` // what the one who told it felt
	Read    samantha.Emotion `json:"read"`
	Assumed samantha.Emotion `json:"assumed"` // [samantha.Unsure]: the reply names none
	Good    int              `json:"good"`    // -1, 0, 1: what the reply takes it for
	Moves   []samantha.Move  `json:"moves"`
	Reply   string           `json:"reply"`
	Cheers  bool             `json:"cheers"`
	Lines   []string         `json:"lines"`
}

// Run tells her everything in the file.
func Run(ctx context.Context, data []byte) (Report, error) {
	told, err := reading.Tellings(data)
	if err != nil {
		return Report{}, err
	}
	voice, err := newborn.New()
	if err != nil {
		return Report{}, err
	}
	rooms, err := mind.Furnish()
	if err != nil {
		return Report{}, err
	}
	cheer := samantha.Lines("cheer.txt", cheerful)
	r := Report{}
	for i, t := range told {
		one, err := tell(ctx, mind.Options{
			Log: inmem.New(), Speaker: voice, Clock: noon{}, Seed: uint64(i + 1), Zone: "Europe/London", Version: "replies", Rooms: rooms,
		}, t.Text)
		if err != nil {
			return r, fmt.Errorf("%q: %w", t.Text, err)
		}
		one.Felt = t.Felt
		one.Cheers = t.Felt != "joy" && cheers(one, cheer)
		r.Tellings = append(r.Tellings, one)
	}
	r.count()
	return r, nil
}

// noon is a clock that stands.
type noon struct{}

func (noon) Now() time.Time { return time.Date(2026, 3, 3, 12, 0, 0, 0, time.UTC) }

// After never fires: nothing is waited for.
func (noon) After(time.Duration) <-chan time.Time { return nil }

// tell says one telling to a her who has heard nothing before.
func tell(ctx context.Context, o mind.Options, text string) (Telling, error) {
	m, err := mind.Open(ctx, o)
	if err != nil {
		return Telling{}, err
	}
	reply, err := m.Hear(ctx, samantha.Utterance{Text: text, Origin: samantha.OriginPerson, Zone: o.Zone}, func(samantha.Clause) error { return nil })
	if err != nil {
		return Telling{}, err
	}
	in := reply.Heard.Words.Intent
	assumed := o.Rooms.Assumed(in)
	t := Telling{Said: text, Read: reply.Heard.Numbers.Reading.Emotion, Assumed: assumed.Emotion, Moves: in.Moves, Reply: reply.Text}
	switch {
	case assumed.Valence > 0:
		t.Good = 1
	case assumed.Valence < 0:
		t.Good = -1
	}
	if reply.Said != nil {
		t.Lines = reply.Said.Numbers.Lines
	}
	return t, m.Close(ctx)
}

// cheers: the reply has an exclamation mark or a cheerful word that is not the person's.
func cheers(t Telling, cheer []samantha.Line) bool {
	theirs, hers := " "+samantha.SentenceKey(t.Said)+" ", " "+samantha.SentenceKey(t.Reply)+" "
	if len(t.Moves) > 0 && strings.HasPrefix(t.Moves[0].Act, "concern") {
		return false // what is said in danger is the care's
	}
	return strings.Contains(t.Reply, "!") || slices.ContainsFunc(cheer, func(l samantha.Line) bool {
		word := " " + samantha.SentenceKey(l.Text) + " "
		return l.Text != "" && strings.Contains(hers, word) && !strings.Contains(theirs, word)
	})
}
