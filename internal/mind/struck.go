package mind

import (
	"cmp"
	"slices"
	"strings"

	"samantha"
	"samantha/internal/mind/hearing"
)

// What strikes her in a telling of which she knows no more: the one bit that a friend
// would say back, or two of them (hearing/striking.go).

// struck is the bit that strikes her given back, in the mood in which it was told; not
// twice in a row, and nothing that she has given back before.
func (s *situation) struck() (samantha.Move, bool) { return s.struckBy(strikesAtAll) }

// struckBy is the same of a bit that is as likely to strike as that.
func (s *situation) struckBy(least float64) (samantha.Move, bool) {
	k, also, ok := s.strikes(least)
	if !ok {
		return samantha.Move{}, false
	}
	if len(strings.Fields(k.Bit+" "+also.Bit)) >= len(strings.Fields(s.text))-1 {
		also = hearing.Strike{} // both are all that was said
	}
	if s.formed(also) {
		k, also = also, hearing.Strike{}
	} else if s.formed(k) {
		also = hearing.Strike{}
	}
	told := slots("struck", cmp.Or(k.Kind, "any"), "bit", k.Bit, "noun", k.Noun, "sense", s.moodOf(cmp.Or(k.Bit, k.Noun)))
	if also.Bit != "" {
		told["struck"], told["other"] = "two", also.Bit
		if also.Before(k) {
			told["bit"], told["other"] = also.Bit, k.Bit
		}
	}
	return samantha.Move{Act: samantha.DoGoesOn, Slots: told}, true
}

// strikes are the likeliest bit to strike and, if there is one, another that is likely to;
// or what is told in a form that has no bit.
func (s *situation) strikes(least float64) (first, also hearing.Strike, ok bool) {
	all := s.striking()
	mayEcho := s.mayEcho(true) && !s.echoedLately(slices.ContainsFunc(all, s.hard))
	for _, k := range all {
		switch {
		case k.Bit != "" && (!mayEcho || s.allOf(k.Bit)), s.saidOf(k), s.rooms.ear.Disowned(s.text, cmp.Or(k.Bit, k.Noun)):
			continue // it was said back, or is "not exactly Monte Carlo"
		case !ok && k.Chance < least:
			return first, also, false
		case !ok:
			first, ok = k, true
		case k.Chance < strikesToo || k.Bit == "" || first.Bit == "":
			return first, also, true
		case k.Before(first) || first.Before(k):
			return first, k, true
		}
	}
	return first, also, ok
}

// striking are what strikes in what was said, heard once.
func (s *situation) striking() []hearing.Strike {
	if s.strikesHeard == nil {
		s.strikesHeard = s.rooms.ear.Strikes(s.text, s.context())
	}
	return s.strikesHeard
}

// allOf: a bit of a few words is all that they are, or there are only two.
func (s *situation) allOf(bit string) bool {
	n := len(strings.Fields(s.text))
	return n < strikesIn && (n < 3 || len(strings.Fields(bit)) >= n-1)
}

// strikesAgain is from how many words on a telling may be given back behind another.
const strikesAgain = 12

// strikesIn is from how many words on a telling is more than any bit of it.
const strikesIn = 5

// strikesAtAll is how likely a bit has to be to strike so that it says more than a
// reaction, strikesMaybe than one that may not fit; strikesToo how likely
// a second bit, strikesHard one that is said though something was given back just before.
const strikesAtAll, strikesMaybe, strikesToo, strikesHard = 0.4, 0.3, 0.4, 0.5

// strikesLong is strikesMaybe for what is told at some length, strikesFaintly how likely a
// bit has to be to strike that is said for want of anything else: in talk four murmurs in
// five are winced at.
const strikesLong, strikesFaintly = 0.18, 0.12

// hard: a bit is very likely to strike, or its form says that it does.
func (s *situation) hard(k hearing.Strike) bool {
	return k.Chance >= strikesHard || k.Chance >= strikesMaybe && s.formed(k)
}

// formed: the form of a bit says by itself that it strikes, and has words of its own.
func (s *situation) formed(k hearing.Strike) bool { return s.rooms.ear.In("strikes hard", k.Kind) }

// echoedLately: the last answer gave something back or, where much was told or what was
// strikes hard, both of the last two did: who hears all their own words again has a parrot.
func (s *situation) echoedLately(hard bool) bool {
	if s.opens() {
		return false
	}
	rest := 1
	if hard || len(strings.Fields(s.text)) >= strikesAgain {
		rest = 2
	}
	last := samantha.Newest(s.state.Talk, rest)
	plain := func(x Exchange) bool { return !x.Echo && !x.Struck }
	return len(last) == rest && !slices.ContainsFunc(last, plain)
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

// moodOf is the mood in which a bit is told: "funny" with a laugh at it or behind it,
// "heavy" in a talk that weighs, else that of the reaction which fits; "" where none is
// sure.
func (s *situation) moodOf(bit string) string {
	switch {
	case s.dwells():
		return "heavy"
	case s.laughsAloud() && s.rooms.ear.Holds("laughing", s.from(bit)):
		return "funny"
	}
	switch r := s.reaction(); {
	case r.Mood == "good" && s.reading.Valence <= faintlyGood:
		return "" // "he still owes me forty euros" is not lovely, whatever else fits
	case r.Mood == "funny" && (r.Fits < soundly || s.reading.Valence < -faintlyGood || s.mournful()):
		return "" // nor is "I work at a museum" a joke
	default:
		return r.Mood
	}
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
