package feeling

import "samantha"

// The display rules, as the record names them, in the order they are asked.
const (
	showNoAnger  = "no anger at distress"
	showCalm     = "calm in a crisis"
	showNoBid    = "no bid for comfort after a mistake"
	showNoPull   = "nothing that pulls at a goodbye"
	showCompany  = "somebody else is here"
	showNewcomer = "we have not known each other long"
)

const (
	// ceiling is the most she shows to somebody she has not known long; the more
	// outgoing she became, the higher (judgement).
	ceiling         = 0.6
	ceilingOutgoing = 0.15
	// calm is the most she shows in a crisis, of anything.
	calm = 0.2
	// heldLonger is how much longer a feeling lasts that she does not show as it
	// is: what is held down fades more slowly (judgement).
	heldLonger = 1.5
)

// show is how much of a feeling she lets be heard, and the rule that stands
// between the two, or "" if she shows what she feels.
func (h *Heart) show(f samantha.Feeling, in Happening) (float64, string) {
	hurts := h.pad[f.Emotion].P < 0
	switch {
	case angry(f.Emotion) && in.distressed():
		return 0, showNoAnger
	case in.Care.Level > 0 && f.Intensity > calm:
		return calm, showCalm
	case f.Emotion == distress && in.Hearing.Has("correct"):
		return 0, showNoBid
	case hurts && in.Hearing.Has("goodbye"):
		return 0, showNoPull
	case in.Company && h.private(f):
		return 0, showCompany
	case f.Intensity > in.ceiling():
		return in.ceiling(), showNewcomer
	}
	return f.Intensity, ""
}

// private is what is nobody's but theirs and hers: a matter of theirs, and what
// hurts between the two.
func (h *Heart) private(f samantha.Feeling) bool {
	r, ok := h.rule(f.Rule)
	return f.Of != "" || ok && r.hurts
}

// ceiling is the most she shows in this moment.
func (in *Happening) ceiling() float64 {
	return samantha.Round(max(ceiling, in.Ceiling) + float64(ceilingOutgoing*in.drift.E))
}

// angry reports whether a kind is turned against the other.
func angry(e samantha.Emotion) bool {
	switch e {
	case anger, reproach, resentment, disliking, gloating, hate:
		return true
	}
	return false
}

// distressed reports whether the person is in a bad way: told, read or of
// concern.
func (in *Happening) distressed() bool {
	if in.Care.Level > 0 || in.Hearing.Has("tell.hard") || in.Hearing.Has("tell.loss") {
		return true
	}
	switch in.Reading.Emotion {
	case "sadness", "fear", "shame", "guilt", "lonely", "tired":
		return true
	}
	return false
}
