package mind

import (
	"math"
	"slices"
	"strings"

	"samantha"
)

// sensed are the feelings that her lines name as a guess, by what is read.
func sensed() map[samantha.Emotion]string {
	return map[samantha.Emotion]string{
		"joy": "joy", "pride": "joy", "relief": "joy", "love": "joy", "fear": "fear", "sadness": "sadness", "lonely": "lonely",
		"anger": "anger", "disgust": "disgust", "shame": "shame", "guilt": "guilt",
	}
}

// senses names lightly, as a guess, what somebody felt at what they told and did not
// name. A sort of telling that fits whatever it sounds like has lines of its own, and
// news that is as good as it sounds is rejoiced at. Where she does not read what they
// felt she assumes nothing.
func (s *situation) senses() (samantha.Move, bool) {
	kind, _ := s.ofWhat()
	emotion := sensed()[s.reading.Emotion]
	tells := s.rooms.heart.Tells(s.text)
	switch {
	case emotion != "" && !s.opens() && !s.agrees(emotion):
	case emotion == "joy" && (s.heavy() || s.troubled(lingers)): // her lines for it are too cheerful here
	case emotion == "joy" && !s.opens() && s.heard.Has("tell.good"): // it is good news
	case emotion == "guilt" && (s.heard.Has("sorry") || s.mishap() || s.rooms.ear.Holds("sorry for others", s.text)): // "sorry, my English", "I forgot my purse"
	case emotion != "joy" && s.laughing():
	case emotion == "sadness" && (s.rooms.ear.Holds("weeping", s.text) || s.figures()): // they said that they cried, or "opera is dead"
	case !s.opens() && ((emotion == "joy") != (s.reading.Valence > 0) || math.Abs(s.reading.Valence) < toneOfFeeling): // "when I'm off, the dog sleeps on my bed"
	case emotion == "", slices.ContainsFunc(s.heard.Acts, s.namesFeeling), !s.feltInEarnest(s.reading.Emotion), !s.opens() && !s.theirOwn(emotion):
	case s.rooms.ear.In("kindness", kind) && s.reading.Valence < 0: // "took my bins out without being asked"
	case s.rooms.ear.In("fitting", kind) && (!tells || len(strings.Fields(s.text)) <= briefly): // of a long one it is only a part
	case emotion == "joy" && (s.goodHow() != "" && !s.belied() || s.reading.Confidence < sureJoy || s.contested()):
	case tells && !s.toldForFeeling():
	case !tells && !s.opens() && s.reading.Confidence < sureInTalk: // "knees are going"
	case tells, s.graveNow() && kind == "", s.reading.Confidence >= sureAnyway && kind == "":
		return samantha.Move{Act: samantha.DoSensed, Slots: slots("emotion", emotion, "detail", s.phrase(), "who", s.whoNamed())}, true
	}
	return samantha.Move{}, false
}

// agrees: the reactions that fit are of the same mind about what was told as a feeling that is
// read in it. In a talk under way a guess that stands alone is wrong three times in four.
func (s *situation) agrees(emotion string) bool {
	with, against := s.suits("bad", "heavy"), s.suits("funny", "good")
	if emotion == "joy" {
		with, against = against, with
	}
	return with >= fitsWell && with > against+clearly
}

// figures: something is said to have died in a manner of speaking.
func (s *situation) figures() bool {
	return slices.ContainsFunc(s.heard.Acts, func(a samantha.Act) bool { return a.Slots["how"] == "figure" })
}

// feltInEarnest: it is told without a laugh, and where it sounds sad for a word of dying,
// somebody of theirs is in it: no printer, and nobody else's cat.
func (s *situation) feltInEarnest(emotion samantha.Emotion) bool {
	if s.laughing() {
		return false
	}
	if emotion != "sadness" || s.heard.Has("tell.loss") || !s.rooms.ear.Holds("died", s.text) {
		return true
	}
	return !s.mishap() && slices.ContainsFunc(s.rooms.ear.Opened(s.text), func(w string) bool {
		return s.rooms.ear.In("relation", w) || s.rooms.ear.In("person noun", w) || s.rooms.ear.In("of theirs", w)
	})
}

// theirOwn: what is told is of whoever tells it, and nobody else is said to have felt so.
func (s *situation) theirOwn(emotion string) bool {
	own, whose := false, ""
	words := s.rooms.ear.Opened(s.text)
	for i, w := range words {
		switch {
		case i == 0 && len(words) > 1 && s.rooms.ear.In("relation", words[1]): // "my husband was in tears": it is his
			whose = "other"
		case s.rooms.ear.In("of theirs", w) || s.rooms.ear.In("of me", w):
			own, whose = own || i == 0 || words[i-1] != "than", "mine"
		case s.rooms.ear.In("otherself", w):
			whose = "other"
		}
		if e, _ := s.rooms.heart.Named(w); whose == "other" && sensed()[e] == emotion {
			return false // "his hand on my back, he was more nervous than me"
		}
		if emotion == "sadness" && whose != "mine" && s.rooms.ear.In("weeping", w) {
			return false // "it was Zaid who cried"
		}
	}
	return own
}

// toldForFeeling: something is told at length, or as a scene and nothing else ("when my
// bus left without me"), and it reads as felt; or it reads so clearly. What is told in
// passing has a point of its own; and in a talk that is under way a long telling may be
// one of many, so that there it has to read more plainly.
func (s *situation) toldForFeeling() bool {
	if s.reading.Emotion == samantha.Unsure || !s.rooms.heart.Tells(s.text) {
		return false
	}
	words := strings.Fields(samantha.SentenceKey(s.text))
	scene := len(words) > 0 && (s.rooms.ear.In("scene", words[0]) || len(words) > 1 && s.rooms.ear.In("scene", words[0]+" "+words[1]))
	if !s.opens() {
		return scene || s.reading.Confidence >= sureInTalk
	}
	return scene || len(words) > roomy || s.reading.Confidence >= sureInPassing
}

// sureJoy is how sure she is at least of a joy that she names: to be happy for somebody
// to whom something bad happened is worse than to ask.
const sureJoy = 0.4

// toneOfFeeling is how good or bad a telling sounds at least whose feeling she names.
const toneOfFeeling = 0.12

// sureInPassing is how sure she is at least of what somebody felt at something that they
// tell in passing: most of it is told for itself. In a talk that is under way it is
// sureInTalk.
const (
	sureInPassing = 0.55
	sureInTalk    = 0.65
)

// sureAnyway is how sure she is at least of what she names in what is no telling of
// something that happened: "I feel anger when ...".
const sureAnyway = 0.45

// namesFeeling: an act says what they feel by a word for it; "bad" is none.
func (s *situation) namesFeeling(a samantha.Act) bool {
	if a.Kind != "tell.feeling" || a.Slots["feeling"] == "" {
		return false
	}
	e, _ := s.rooms.heart.Named(a.Slots["feeling"])
	return e != samantha.Unsure || !s.rooms.heart.Tells(s.text)
}

// belied: what was heard as good news is told at some length and does not read so; or it
// is one phrase of something long, and nothing else in that is good; or something as
// weighty in it is bad.
func (s *situation) belied() bool {
	r, n := s.reading, len(strings.Fields(s.text))
	good := sensed()[r.Emotion] == "joy" && r.Valence >= goodNews && r.Confidence >= sureJoy
	switch {
	case n > roomy && r.Confidence < sureInPassing, s.contested():
		return true
	}
	return s.rooms.heart.Tells(s.text) && !good && n > briefly
}

// contested: it reads as joy, and nearly as much as something that is none.
func (s *situation) contested() bool {
	if sensed()[s.reading.Emotion] != "joy" {
		return false
	}
	_, second, ok := s.rooms.heart.Readings(s.text, s.heard, s.state.Heart.ToneAt(s.now))
	return ok && s.rooms.heart.Tells(s.text) && sensed()[second] != "joy" && sensed()[second] != ""
}

// goodNews is the valence that news has at least which is good as it is told at length.
const goodNews = 0.3

// doubted is a reading of what is said in the middle of a talk, taken back where it is
// surely not theirs: a joy that is only a laugh, or stands beside what nobody is glad of;
// a fear or sorrow in what they say of her, or of what is laughed off.
func (s *situation) doubted(r samantha.Reading) samantha.Reading {
	joy := sensed()[r.Emotion] == "joy"
	if !joy && sensed()[r.Emotion] != "" && !s.heard.Has("tell.feeling") && !s.heard.Has("tell.good") && !s.heard.Has("tell.hard") && !s.feltInEarnest(r.Emotion) {
		return samantha.Reading{Emotion: samantha.Unsure, Arousal: r.Arousal}
	}
	switch {
	case s.opens(), !joy && !s.ofHerOnly() && !s.rooms.ear.Holds("laughs it off", s.text):
		return r
	case joy && (s.heard.Has("tell.good") || s.heard.Has("tell.feeling")):
		return r
	case joy && !s.heard.Has("laugh") && !s.rooms.ear.Holds("takes joy back", s.text):
		return r
	case !joy && !slices.Contains([]samantha.Emotion{"fear", "sadness", "shame", "guilt", "lonely"}, r.Emotion):
		return r
	}
	if r.Emotion, r.Confidence = samantha.Unsure, 0; s.rooms.ear.Holds("takes joy back", s.text) {
		r.Valence = min(r.Valence, 0)
	}
	return r
}

// ofHerOnly: it speaks of her and not of themselves: "you lie awake?"
func (s *situation) ofHerOnly() bool {
	words := strings.Fields(samantha.SentenceKey(s.text))
	has := func(list string) bool {
		return slices.ContainsFunc(words, func(w string) bool { return s.rooms.ear.In(list, w) })
	}
	return has("of you") && !has("of me")
}

// manySided: a long telling of something that happened, of which she knows neither the
// sort nor what they felt. Which of its words it is about she cannot tell: they go on.
func (s *situation) manySided(kind string) bool {
	return kind == "" && s.firstTold() && s.reading.Emotion == samantha.Unsure && s.rooms.heart.Tells(s.text) && len(strings.Fields(s.text)) > roomy
}

// contradicted: a long telling sounds too bad for the sort that one phrase of it is of.
func (s *situation) contradicted() bool {
	return s.rooms.heart.Tells(s.text) && s.sounds() == "bad" && len(strings.Fields(s.text)) > briefly
}

// inStory: what looks like a word to her, a farewell or a compliment, is one in what they
// tell at length: "Later she saw me and said hi."
func (s *situation) inStory(a samantha.Act) bool {
	if len(strings.Fields(s.text)) <= roomy {
		return false
	}
	if a.Kind == "disagree" && s.troubled(jokesRest) {
		return true // what they go on to tell is what counts
	}
	if !s.rooms.heart.Tells(s.text) {
		return false
	}
	return slices.Contains([]string{"goodbye", "flirt", "praise", "insult", "tease", "disagree"}, a.Kind)
}
