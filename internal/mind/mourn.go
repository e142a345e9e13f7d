package mind

import (
	"slices"
	"strings"
	"time"

	"samantha"
	"samantha/internal/mind/hearing"
)

// How long after a death was told (judgement): no play for raw, and for mourning
// what is told of whoever died is told in sorrow, however plainly; for missed what comes to
// light of theirs is no good news.
const (
	raw      = 14 * 24 * time.Hour
	mourning = 60 * 24 * time.Hour
	missed   = 365 * 24 * time.Hour
)

// bereaved: a death was told no longer ago than that.
func (s *situation) bereaved(within time.Duration) bool {
	return !s.state.Lost.IsZero() && s.now.Sub(s.state.Lost) < within
}

// mourns: something is told in the first weeks that is about whoever died, by name
// or by a pronoun that means nobody else, or about what follows a death.
func (s *situation) mourns() bool {
	if s.heard.Has("tell.good") && s.tells() && s.mayBeOfTheDead() {
		return true // "I found the box with his maps"
	}
	glad := s.heard.Has("tell.good") || s.heard.Has("laugh") || s.reading.Valence > 0.3 && s.reading.Confidence >= 0.5
	if !s.bereaved(mourning) || !s.tells() || glad {
		return false
	}
	words := strings.Fields(samantha.SentenceKey(s.text))
	ofGraves := func(w string) bool { return s.rooms.ear.In("mourning", w) }
	goesOn := s.bereaved(raw) && s.lossToldLately() && s.saysSorrow() && !s.ofTheLiving() && !s.rooms.ear.Holds("turns", s.text)
	return goesOn || s.state.Memory.OfTheDead(s.text) || slices.ContainsFunc(words, ofGraves) || s.rooms.ear.Holds("absence", s.text) || s.lostPronoun() != ""
}

// shortSorrow is how many words a telling right after a death has at most that goes on with
// it, if nothing else stands out in it; a longer one says itself what it is about.
const shortSorrow = 6

// saysSorrow: the telling itself has a reason to be heard in sorrow: it sounds so, or it
// is a few words right after a death, or after what was told of whoever died.
func (s *situation) saysSorrow() bool {
	if s.sounds() == "bad" || s.heavyAct() || s.heard.Has("tell.feeling") {
		return true
	}
	x, ok := s.last()
	follows := ok && (x.Act == samantha.DoLoss || x.Act == samantha.DoMourn)
	matter := func(f hearing.Frame) bool { return f.Rank >= byMatter }
	return follows && len(strings.Fields(s.text)) <= shortSorrow && !slices.ContainsFunc(s.frames(), matter)
}

// ofTheLiving: somebody who has not died is named, and nobody who has.
func (s *situation) ofTheLiving() bool {
	lives := func(p samantha.Mention) bool { return !s.state.Memory.OfTheDead(or(p.Name, p.Relation)) }
	return slices.ContainsFunc(s.heard.People, lives) && !s.state.Memory.OfTheDead(s.text) || s.namesOther()
}

// lossToldLately: it is one of the last three things of this talk.
func (s *situation) lossToldLately() bool {
	n := len(s.state.Talk)
	return !s.opens() && slices.ContainsFunc(s.state.Talk[max(0, n-3):], func(x Exchange) bool {
		return x.Act == samantha.DoLoss && !x.At.Before(s.state.Encounter.Since)
	})
}

// ofAnother: whoever died is somebody else's: "his wife Bernie".
func ofAnother(h samantha.Hearing, who string) bool {
	return slices.ContainsFunc(h.People, func(p samantha.Mention) bool {
		return p.Name != "" && strings.EqualFold(p.Name, who) && p.Relation == "" && p.As != ""
	})
}

// lostPronoun is "him" or "her" where a pronoun of theirs means whoever died:
// nobody else whom it may mean is spoken of with it, or was in this talk. While it
// is raw it takes more than a name that may be anybody's.
func (s *situation) lostPronoun() string {
	for _, w := range strings.Fields(samantha.SentenceKey(s.text)) {
		object, is := map[string]string{"he": "him", "him": "him", "his": "him", "she": "her", "her": "her"}[w]
		if !is {
			continue
		}
		other := func(t samantha.Topic) bool {
			fits := t.Sort == "any" && !s.bereaved(raw) || t.Sort == "pet" || t.Sort == "he" && object == "him" || t.Sort == "she" && object == "her"
			return fits && !s.state.Memory.OfTheDead(t.Text)
		}
		before, ok := s.state.Memory.Meant(object)
		if s.namesOther() || s.othersFirst(w) {
			return ""
		}
		if slices.ContainsFunc(s.heard.Topics, other) || ok && !s.opens() && other(before.Topic) {
			return ""
		}
		return object
	}
	return ""
}

// mayBeOfTheDead: within a year of a death somebody is spoken of without a name and without a
// laugh. Whoever it is, there is no cheer in it that is hers to give.
func (s *situation) mayBeOfTheDead() bool {
	unnamed := func(w string) bool { return slices.Contains([]string{"he", "him", "his", "she", "her"}, w) }
	return s.bereaved(missed) && !s.laughing() && len(s.heard.People) == 0 &&
		slices.ContainsFunc(strings.Fields(samantha.SentenceKey(s.text)), unnamed)
}

// mournful: a death is told of, may be, or is not long ago: nothing is taken for a joke.
func (s *situation) mournful() bool {
	return s.bereaved(mourning) || s.mayBeOfTheDead() || s.ofDeath()
}

// othersFirst: somebody who is no relation of theirs is told of before a pronoun: "one
// student, seventy, he practises".
func (s *situation) othersFirst(pronoun string) bool {
	for _, w := range strings.Fields(samantha.SentenceKey(s.text)) {
		if w == pronoun {
			return false
		}
		if s.rooms.ear.In("person noun", w) && !s.state.Memory.OfTheDead(w) {
			return true
		}
	}
	return false
}

// namesOther: what is told is done by somebody who is named with it and is not the
// dead: "mama had the operation, she saw me on the video".
func (s *situation) namesOther() bool {
	return slices.ContainsFunc(s.heard.Told, func(t samantha.Told) bool {
		return s.someone(t.Who) && !s.state.Memory.OfTheDead(t.Who)
	})
}

// mourn stays with what is told of whoever died: what strikes in it says most.
func (s *situation) mourn(a samantha.Act) samantha.Move {
	if m, ok := s.struckBy(strikesMaybe); ok && len(strings.Fields(s.text)) >= shortSorrow && !s.rooms.ear.Holds("confesses", s.text) {
		return m
	}
	return samantha.Move{Act: samantha.DoMourn, Slots: slots("them", s.lostPronoun(), "feeling", a.Slots["feeling"], "confessed", yes(s.rooms.ear.Holds("confesses", s.text)))}
}

// anyone: words are of one that is not said to be theirs: "a dog", "one man".
func (s *situation) anyone(words string) bool {
	article, _, more := strings.Cut(strings.ToLower(words), " ")
	return more && s.rooms.ear.In("nooneyet", article)
}

// vagueTopic: what a pronoun would mean is nobody in particular, or whoever talks.
func (s *situation) vagueTopic(who string) bool {
	return s.anyone(who) || strings.EqualFold(who, s.state.Memory.Name())
}
