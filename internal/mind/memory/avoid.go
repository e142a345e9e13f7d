package memory

import (
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"samantha"
)

// Avoided is something she never brings up by herself.
type Avoided struct {
	samantha.Avoid
	ID samantha.ID `json:"id"` // part "avoid", or an event of its own
	At time.Time   `json:"at"`
}

// avoid keeps what is not to be brought up. What was only pointed at gets the
// words of what it points at; without them it means nothing.
func (s *State) avoid(a samantha.Avoid, id samantha.ID, at time.Time) {
	if a.Like != "" {
		words, ok := s.Words(a.Like)
		if !ok {
			return
		}
		a.What = words
	}
	s.Avoids = append(s.Avoids, Avoided{Avoid: a, ID: id, At: at})
}

// confide notes a moment in which something was told in confidence.
func (s *State) confide(e samantha.Event, h samantha.Hearing) {
	if !e.Forgotten && h.Has("confide") && h.Has("tell") {
		s.Confidences = append(s.Confidences, e.ID)
	}
}

// Confided: a moment, or the one that an id is a part of, told something in
// confidence. She answers with it and never brings it up.
func (s *State) Confided(id samantha.ID) bool { return slices.Contains(s.Confidences, id.Event()) }

// Offer are memories of which she asked whether they are to be forgotten.
type Offer struct {
	ID       samantha.ID   `json:"id"` // the moment in which it was asked
	Topic    string        `json:"topic"`
	Memories []samantha.ID `json:"memories"`
}

// offer notes which memories she asks about before she forgets, and lets go of that when
// they want none forgotten. Where one of them is forgotten the others are kept: see drop.
func (s *State) offer(e samantha.Event, said samantha.HeardWords) {
	switch said.Intent.Act() {
	case samantha.DoWhich:
		if a, ok := said.Hearing.Act("request.forget"); ok && len(said.Intent.Moves[0].From) > 0 {
			s.Offers = append(s.Offers, Offer{ID: e.ID, Topic: a.Slots["topic"], Memories: said.Intent.Moves[0].From})
		}
	case samantha.DoSpared:
		s.Offers = nil
	}
}

// Unsettled: she asked whether a memory is to be forgotten, or that which an id is from,
// and they neither said so nor said to keep it.
func (s *State) Unsettled(id samantha.ID) bool { return len(s.OffersOf(id)) > 0 }

// OffersOf are the open offers to forget a memory, or that which an id is from.
func (s *State) OffersOf(id samantha.ID) []Offer {
	if len(s.Offers) == 0 {
		return nil
	}
	told := s.Told(id)
	return slices.DeleteFunc(slices.Clone(s.Offers), func(o Offer) bool { return !slices.Contains(o.Memories, told) })
}

// Hushed: a memory, or that which an id is from, was told in confidence, or she asked
// whether to forget it. She never brings it up.
func (s *State) Hushed(id samantha.ID) bool { return s.Confided(id) || s.Unsettled(id) }

// Names reports whether a text names what an offer is about.
func (o Offer) Names(text string) bool { return speaksOf(text, o.Topic) }

// free lets things be brought up again.
func (s *State) free(ids []samantha.ID) {
	s.Avoids = slices.DeleteFunc(s.Avoids, func(a Avoided) bool { return slices.Contains(ids, a.ID) })
}

// Avoiding is what a text touches of all that is not to be brought up.
func (s *State) Avoiding(text string) []Avoided {
	return slices.DeleteFunc(slices.Clone(s.Avoids), func(a Avoided) bool { return !s.touches(text, a) })
}

// Unmentioned reports whether a text speaks of something that she never brings
// up by herself: by the person's words for it, or, if it is somebody, by any
// name or relation they have. Whatever she means to bring up unasked passes
// here; what she is asked about does not.
func (s *State) Unmentioned(text string) bool {
	return slices.ContainsFunc(s.Avoids, func(a Avoided) bool { return s.touches(text, a) })
}

func (s *State) touches(text string, a Avoided) bool {
	if speaksOf(text, a.What) || speaksOf(text, nameIn(a.What)) {
		return true
	}
	for _, p := range s.folk() {
		if p.answersTo(a.What) && slices.ContainsFunc(p.words(), func(w string) bool { return speaksOf(text, w) }) {
			return true
		}
	}
	return false
}

// nameIn is the name in words for somebody, "Theo" in "my ex, Theo" and "my old boss Theo, it
// hurts": it is theirs without the rest, too. "" if there is none: "my exam in March".
func nameIn(what string) string {
	words := strings.Fields(what)
	for i := 2; i < len(words) && strings.EqualFold(words[0], "my"); i++ {
		before, word := strings.Trim(words[i-1], ","), strings.Trim(words[i], ".,!?")
		if first, _ := utf8.DecodeRuneInString(word); !unicode.IsUpper(first) || word == "I" || strings.HasPrefix(word, "I'") {
			continue
		}
		if i == 2 || len(before) > lightLetters {
			return word
		}
		return ""
	}
	return ""
}

// A word or two for what is not to be spoken of must stand together; of more, all that
// carry weight must be there.
const (
	togetherWords = 2
	lightLetters  = 3
)

// speaksOf reports whether a text has the words, one or several of each: "the
// exam" is in "two exams", "Tom" in "Tom's".
func speaksOf(text, what string) bool {
	sought := strings.Fields(samantha.SentenceKey(plain(what)))
	words := strings.Fields(samantha.SentenceKey(strings.Map(unmarked, text)))
	if len(sought) == 0 {
		return false
	}
	if len(sought) > togetherWords {
		return !slices.ContainsFunc(sought, func(w string) bool {
			return len(w) > lightLetters && !slices.ContainsFunc(words, func(o string) bool { return likewise(o, w) })
		})
	}
	for at := range words {
		if at+len(sought) <= len(words) && slices.EqualFunc(words[at:at+len(sought)], sought, likewise) {
			return true
		}
	}
	return false
}

// unmarked is a letter without the curly marks of a quotation: "Theo" is in “Theo phoned”,
// and in Theo’s.
func unmarked(r rune) rune {
	switch {
	case r == '\u2019':
		return '\''
	case r > unicode.MaxASCII && unicode.IsPunct(r):
		return ' '
	}
	return r
}

// likewise: a word and the same with the s of several, or of an owner.
func likewise(a, b string) bool {
	return strings.TrimSuffix(a, "s") == strings.TrimSuffix(b, "s")
}
