package mind

import (
	"strings"

	"samantha"
)

// A story that goes on, or a telling of no kind, is mostly listened to. What strikes in it is
// given back, or it gets one of the short things that a friend says to any telling of its
// sort; by whose it is and how it was said she chooses where neither is to be had.

// goingOn is how she listens to a telling in which she has no kind to go by.
func (s *situation) goingOn(about map[string]string) samantha.Move {
	if m, ok := s.struck(); ok {
		return m
	}
	by := s.doneBy()
	if by == "asks" {
		if m, ok := s.byForm(s.lastQuestion()); ok {
			return m
		}
	}
	r := s.reaction()
	if r.Fits < soundly || r.Mood == "" {
		if m, ok := s.struckBy(s.atLeast()); ok {
			return m
		}
	}
	if r.Mood == "" && by == "" {
		if faint := s.faintReaction(); faint.Name != "" {
			r = faint
		} else if m, ok := s.struckBy(strikesFaintly); ok {
			return m
		}
	}
	if r.Name != "" && by == "" && (r.Fits >= soundly || len(strings.Fields(s.text)) > briefest) {
		return samantha.Move{Act: samantha.DoGoesOn, Slots: slots("react", r.Name)}
	}
	m := samantha.Move{Act: samantha.DoGoesOn, Slots: slots("detail", about["detail"], "who", about["who"], "by", by, "sense", either(s.laughsAloud(), "funny", s.sounds()), "short", yes(len(strings.Fields(s.text)) <= few))}
	if m.Slots["sense"] == "good" && (s.opens() || s.shadowed() || s.troubled(jokesRest)) {
		delete(m.Slots, "sense") // in a sad talk, or before one knows them, it only sounds so
	}
	if s.anyone(m.Slots["who"]) {
		delete(m.Slots, "who") // "a boy": whose he is was not said
	}
	return m
}

// atLeast is how likely a bit has to be to strike so that it says more than a murmur: the more
// was told, the less will that do.
func (s *situation) atLeast() float64 {
	if len(strings.Fields(s.text)) >= asideIn {
		return strikesLong
	}
	return strikesMaybe
}

// soundly is how likely a reaction fits that is said to a word or two.
const soundly = 0.5

// sounds is "good" or "bad", where what is told surely sounds so, else "".
func (s *situation) sounds() string {
	switch v := s.reading.Valence; {
	case s.reading.Confidence < 0.5:
		return ""
	case v > 0.3:
		return "good"
	case v < -0.3:
		return "bad"
	}
	return ""
}

// doneBy is what a telling is that no reaction will do for: "grief" weighs, "still" is told
// beside what does, "weighs" is a fright, an admission or a lack that they say in passing;
// else as [situation.saidAs] says.
func (s *situation) doneBy() string {
	switch {
	case !s.ofDeath() && s.suits("funny") >= fitsWell && s.outvoted(-1): // "the buffet's the real loss"
		return s.saidAs()
	case s.graveNow() && (s.heavyAct() || s.mourns()), s.heavy() && !s.graveNow() && s.sounds() == "bad", s.troubles(), s.ofDeath():
		return "grief"
	case s.heavy() || s.troubled(lingers):
		return "still"
	case s.rooms.ear.Holds("weighs on them", s.text):
		return "weighs"
	}
	return s.saidAs()
}

// few is how many words a telling has at most of which no long version is asked.
const few = 6

// cry is how many words a cry has at most: "oh my god, look at this!"
const cry = 6

// saidAs is the manner of a telling that is none of a deed: "asks" ends as a question,
// "you" is said to her or of her, "hopes" begins with a hope, "cries" is short and loud, else "".
func (s *situation) saidAs() string {
	ear, text := s.rooms.ear, strings.TrimSpace(s.text)
	n := len(strings.Fields(text))
	switch {
	case strings.HasSuffix(text, "?"):
		return "asks"
	case ear.Holds("told her", text) && (n <= briefly || n <= roomy && !ear.Holds("of oneself", text)):
		return "you"
	case ear.Holds("says hopes", strings.Join(s.fromSubject()[:min(leading, len(s.fromSubject()))], " ")):
		return "hopes"
	case strings.HasSuffix(text, "!") && n <= cry:
		return "cries"
	}
	return ""
}
