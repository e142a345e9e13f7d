package feeling

import (
	"math"
	"slices"

	"samantha"
)

// The kinds of feeling of Ortony, Clore and Collins (1988) that an appraisal
// can give. Hate and love are liking and disliking of somebody: they last.
const (
	joy            samantha.Emotion = "joy"
	distress       samantha.Emotion = "distress"
	hope           samantha.Emotion = "hope"
	fear           samantha.Emotion = "fear"
	satisfaction   samantha.Emotion = "satisfaction"
	disappointment samantha.Emotion = "disappointment"
	relief         samantha.Emotion = "relief"
	fearsConfirmed samantha.Emotion = "fears-confirmed"
	happyFor       samantha.Emotion = "happy-for"
	resentment     samantha.Emotion = "resentment"
	pity           samantha.Emotion = "pity"
	gloating       samantha.Emotion = "gloating"
	pride          samantha.Emotion = "pride"
	shame          samantha.Emotion = "shame"
	admiration     samantha.Emotion = "admiration"
	reproach       samantha.Emotion = "reproach"
	liking         samantha.Emotion = "liking"
	disliking      samantha.Emotion = "disliking"
	love           samantha.Emotion = "love"
	hate           samantha.Emotion = "hate"
	gratification  samantha.Emotion = "gratification"
	remorse        samantha.Emotion = "remorse"
	gratitude      samantha.Emotion = "gratitude"
	anger          samantha.Emotion = "anger"
)

// outcome says whether the matter is still open.
type outcome int

const (
	certain outcome = iota // it is so
	open                   // it may come
	settled                // what was hoped or feared has been decided
)

// form is one appraisal: what a happening means, before it has a name. All
// numbers are -1..1; zero says that the question does not arise.
type form struct {
	goal    string
	dl      float64 // change of the goal's likelihood
	outcome outcome
	other   float64 // how good it is for the other
	they    float64 // praiseworthiness of the other's act
	she     float64 // praiseworthiness of her own
	third   float64 // and of somebody else's
	lasting bool    // what appeals is a person: love or hate, and no liking of a thing
	appeal  float64 // of the thing itself
}

// stake is what a form meets in her: the goal before and after, and whom she
// likes.
type stake struct {
	before, after float64 // likelihood of the goal
	weight        float64 // of the goal
	like          float64 // her liking of the other, -1..1
}

// raw is a feeling with a kind and an intensity and nothing else yet.
type raw struct {
	kind      samantha.Emotion
	intensity float64
}

// settledFloor: a hope that comes true is felt even if it was fully expected,
// by this share of what the goal is worth (judgement; the formula alone would
// give nothing).
const settledFloor = 0.2

// appealShare weakens liking against the other kinds (judgement).
const appealShare = 0.7

// kinds names the feelings of one appraisal. An event and an act that belong
// together (a good event by a good act) become one compound, and only if both
// signs agree; their parts can be read off the record.
func kinds(f form, s stake) []raw {
	event := f.event(s)
	they := signed(f.they, admiration, reproach)
	she := signed(f.she, pride, shame)
	third := signed(f.third, admiration, reproach)
	out := []raw{f.fortune(s), f.taking(), third}
	switch {
	case f.joins(f.third):
		out = append(out[:2], join(event, third, compound(f.dl, gratitude, anger)), they, she)
	case f.joins(f.they):
		out = append(out, join(event, they, compound(f.dl, gratitude, anger)), she)
	case f.joins(f.she):
		out = append(out, join(event, she, compound(f.dl, gratification, remorse)), they)
	default:
		out = append(out, event, they, she)
	}
	return slices.DeleteFunc(out, func(r raw) bool { return r.intensity == 0 })
}

// event is what the change of a goal makes her feel.
func (f form) event(s stake) raw {
	des := float64((s.after - s.before) * s.weight)
	switch {
	case f.dl == 0:
		return raw{}
	case f.outcome == open:
		return signed(des, hope, fear)
	case f.outcome == certain:
		return signed(des, joy, distress)
	}
	kind := fearsConfirmed
	switch expected := s.before >= 0.5; { // on the good side
	case f.dl > 0 && expected:
		kind = satisfaction
	case f.dl > 0:
		kind = relief
	case expected:
		kind = disappointment
	}
	return raw{kind, samantha.Unit(max(math.Abs(des), settledFloor*s.weight))}
}

// fortune is what the other's good or bad luck makes her feel.
func (f form) fortune(s stake) raw {
	x := float64(f.other * s.like)
	if f.other < 0 {
		return signed(x, gloating, pity)
	}
	return signed(x, happyFor, resentment)
}

// taking is what the thing itself, or the person, is to her.
func (f form) taking() raw {
	if f.lasting {
		return signed(f.appeal*appealShare, love, hate)
	}
	return signed(f.appeal*appealShare, liking, disliking)
}

// joins reports whether the event and an act agree in sign. What is still open
// joins nothing.
func (f form) joins(act float64) bool {
	return f.outcome != open && float64(f.dl*act) > 0
}

func compound(dl float64, good, bad samantha.Emotion) samantha.Emotion {
	if dl > 0 {
		return good
	}
	return bad
}

// join is the compound of an event and an act: the mean of the two.
func join(event, act raw, kind samantha.Emotion) raw {
	return raw{kind, samantha.Unit((event.intensity + act.intensity) / 2)}
}

// signed is one kind for x above zero and another below.
func signed(x float64, above, below samantha.Emotion) raw {
	x = samantha.Round(x)
	if x < 0 {
		return raw{below, samantha.Unit(-x)}
	}
	return raw{above, samantha.Unit(x)}
}
