package mind

import (
	"slices"
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
	r := s.reaction()
	if r.Fits < soundly {
		if m, ok := s.struckBy(strikesMaybe); ok {
			return m
		}
	}
	if r.Name != "" && !s.rooms.ear.In("own way", by) && (r.Fits >= soundly || len(strings.Fields(s.text)) > briefest) {
		return samantha.Move{Act: samantha.DoGoesOn, Slots: slots("react", r.Name)}
	}
	m := samantha.Move{Act: samantha.DoGoesOn, Slots: slots("detail", about["detail"], "who", about["who"], "by", by, "sense", either(s.laughsAloud(), "funny", s.sounds()), "plot", s.plot(), "short", yes(len(strings.Fields(s.text)) <= few))}
	if m.Slots["sense"] == "good" && (s.opens() || s.shadowed() || s.troubled(jokesRest)) {
		delete(m.Slots, "sense") // in a sad talk, or before one knows them, it only sounds so
	}
	if s.anyone(m.Slots["who"]) {
		delete(m.Slots, "who") // "a boy": whose he is was not said
	}
	return m
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

// doneBy is who did what was told last: "me" for the teller, "them" for somebody else;
// "grief" is what weighs, whoever did it, "still" what is told beside it,
// "weighs" a fright, an admission or a lack that they say in passing; where nothing was
// done it is as [situation.saidAs] and [situation.ownWay] say, "" where that is not plain.
func (s *situation) doneBy() string {
	if s.graveNow() && (s.heavyAct() || s.mourns()) || s.heavy() && !s.graveNow() && s.sounds() == "bad" {
		return "grief"
	}
	if s.troubles() {
		return "grief"
	}
	if s.heavy() || s.troubled(lingers) {
		return "still"
	}
	if s.rooms.ear.Holds("weighs on them", s.text) {
		return "weighs"
	}
	if by := s.saidAs(); by != "" {
		return by
	}
	words := strings.Fields(samantha.SentenceKey(s.text))
	if len(s.heard.Told) == 0 || s.rooms.ear.Holds("undone", s.text) {
		return s.ownWay()
	}
	t := s.heard.Told[len(s.heard.Told)-1]
	same := func(w string) bool { return w == t.Verb || w == t.Verb+"s" || w == t.Verb+"es" }
	still := t.Verb == "" || t.Verb == "be" || t.Verb == "have" || slices.ContainsFunc(words, same) // what is so, not what was done
	switch who := strings.ToLower(t.Who); {
	case still:
		return s.ownWay()
	case who == "i" || who == "we":
		return "me"
	case who == "it" || who == "that" || who == "this" || who == "there":
		return s.saidHow()
	case who != "":
		return "them"
	}
	return s.ownWay()
}

// few is how many words a telling has at most of which no long version is asked.
const few = 6

// cry is how many words a cry has at most: "oh my god, look at this!"
const cry = 6

// saidAs is the manner of a telling that is none of a deed: "asks" ends as a question,
// "you" is said to her or of her, "cries" is short and loud, "bit" is a word or three, else "".
func (s *situation) saidAs() string {
	ear, text := s.rooms.ear, strings.TrimSpace(s.text)
	n := len(strings.Fields(text))
	switch {
	case strings.HasSuffix(text, "?"):
		return "asks"
	case ear.Holds("told her", text) && (n <= briefly || !ear.Holds("of oneself", text)):
		return "you"
	case strings.HasSuffix(text, "!") && n <= cry:
		return "cries"
	case n < briefest:
		return "bit"
	}
	return ""
}

// saidHow is what a short telling of oneself does by the words it is said with: "hopes",
// "unsure", "thinks" or "likes", else "own"; "" if it is of nobody's own.
func (s *situation) saidHow() string {
	for _, with := range []string{"hopes", "unsure", "thinks", "likes"} {
		if s.rooms.ear.Holds("says "+with, s.text) {
			return with
		}
	}
	return either(s.rooms.ear.Holds("of oneself", s.text), "own", "")
}

// much is from how many words on a telling holds more than one thing.
const much = 22

// ownWay is how somebody speaks of themselves where nothing was done: "self" of what they
// are or do not do, "long" of many things at once, "still" where it sounds low, else as
// [situation.saidHow] says.
func (s *situation) ownWay() string {
	head := s.fromSubject()
	switch ear := s.rooms.ear; {
	case s.reading.Valence < -faintlyGood:
		return "still" // she agrees with nothing that may weigh
	case ear.Holds("says what one is", strings.Join(head[:min(leading, len(head))], " ")):
		return "self"
	case ear.Holds("of oneself", s.text) && len(strings.Fields(s.text)) >= much:
		return "long"
	}
	return s.saidHow()
}
