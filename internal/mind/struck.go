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
	if !s.mayEcho(true) {
		return samantha.Move{}, false
	}
	for _, k := range s.rooms.ear.Strikes(s.text, s.context()) {
		if s.saidOf(k) || s.rooms.ear.Disowned(s.text, cmp.Or(k.Bit, k.Noun)) {
			continue // it was said back, or is "not exactly Monte Carlo"
		}
		return samantha.Move{Act: samantha.DoGoesOn, Slots: slots("struck", k.Kind, "bit", k.Bit, "noun", k.Noun, "sense", s.moodOf(cmp.Or(k.Bit, k.Noun)))}, true
	}
	return samantha.Move{}, false
}

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
// laugh at it or behind it, "good" or "bad" as it sounds; "" where none is sure.
func (s *situation) moodOf(bit string) string {
	switch {
	case s.graveNow() || s.heavy() || s.troubled(lingers):
		return "heavy"
	case s.laughsAloud() && s.rooms.ear.Holds("laughing", s.from(bit)):
		return "funny"
	}
	if g := s.likeliest(); g.OnSide >= sureSide && g.Side != "plain" {
		return string(g.Side)
	}
	return s.sounds()
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
