package mind

import (
	"cmp"
	"slices"
	"strings"

	"samantha"
	"samantha/internal/mind/hearing"
)

// What strikes her in a telling of which she knows no more: the one bit that a friend
// would say back (hearing/en/strikes.txt).

// struck is the bit that strikes her given back, in the mood in which it was told; not
// twice in a row, and nothing that she has given back before.
func (s *situation) struck() (samantha.Move, bool) {
	if !s.mayEcho(true) || s.echoedLately() {
		return samantha.Move{}, false
	}
	for _, k := range s.rooms.ear.Strikes(s.text, s.context()) {
		if k.Rank < strikesAtAll {
			break
		}
		if s.saidOf(k) || s.rooms.ear.Disowned(s.text, cmp.Or(k.Bit, k.Noun)) {
			continue // it was said back, or is "not exactly Monte Carlo"
		}
		return samantha.Move{Act: samantha.DoGoesOn, Slots: slots("struck", k.Kind, "bit", k.Bit, "noun", k.Noun, "sense", s.moodOf(cmp.Or(k.Bit, k.Noun)))}, true
	}
	return samantha.Move{}, false
}

// strikesAtAll is the rank from which on a bit says more than a reaction.
const strikesAtAll = 4

// echoedLately: one of her last few answers gave something back.
func (s *situation) echoedLately() bool {
	return !s.opens() && slices.ContainsFunc(samantha.Newest(s.state.Talk, echoRest), func(x Exchange) bool { return x.Echo || x.Struck })
}

// echoRest is for how many answers nothing is given back behind one that was: who hears
// every third of their own words again has a parrot.
const echoRest = 2

// saidOf: she has said this bit back in this talk.
func (s *situation) saidOf(k hearing.Strike) bool {
	for _, x := range s.state.Talk {
		if !x.At.Before(s.state.Encounter.Since) && gives(x.Answer, cmp.Or(k.Bit, k.Noun)) {
			return true
		}
	}
	return false
}

// moodOf is the mood in which a bit is told: "heavy" in a talk that weighs, "funny" with a
// laugh at it or behind it, else that of the reaction which fits; "" where none is sure.
func (s *situation) moodOf(bit string) string {
	switch {
	case s.inWeight():
		return "heavy"
	case s.laughsAloud() && s.rooms.ear.Holds("laughing", s.from(bit)):
		return "funny"
	}
	return s.reaction().Mood
}

// from is what was said from the sentence on that holds a bit.
func (s *situation) from(bit string) string {
	all := samantha.Sentences(s.text)
	for i, sentence := range slices.Backward(all) {
		if gives(sentence, bit) {
			return strings.Join(all[i:], " ")
		}
	}
	return s.text
}
