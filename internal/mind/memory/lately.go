package memory

import (
	"slices"
	"strings"
	"time"

	"samantha"
)

// Topic is somebody or something spoken of lately, newest last: what a "he" or
// an "it" may mean.
type Topic struct {
	samantha.Topic
	ID samantha.ID `json:"id"`
	At time.Time   `json:"at"`
}

// Telling is one thing told lately. Whoever a pronoun of it means stands in it
// by id, so that forgetting leaves no copy of their name here.
type Telling struct {
	samantha.Told
	ID    samantha.ID `json:"id"`
	WhoID samantha.ID `json:"who_id,omitempty"` // the topic that "he" in Who means
	Dark  bool        `json:"dark,omitempty"`   // told in sorrow
}

const (
	maxTopics   = 32
	maxTellings = 48
)

// hearLately keeps what was spoken of and told.
func (s *State) hearLately(e samantha.Event, b *samantha.Heard, dark bool) {
	before := len(s.Topics)
	for i, t := range b.Words.Hearing.Topics {
		s.Topics = append(s.Topics, Topic{Topic: t, ID: e.ID.Part("topic", i+1), At: e.At})
	}
	for i, t := range b.Words.Hearing.Told {
		told := Telling{Told: t, ID: e.ID.Part("told", i+1), Dark: dark}
		if who, ok := s.meant(t.Who, s.Topics[:before], spokenBefore(s.Topics[before:], b.Words.Hearing, i)); ok {
			told.WhoID = who.ID
		}
		s.Tellings = append(s.Tellings, told)
	}
	s.Topics = samantha.Newest(s.Topics, maxTopics)
	s.Tellings = samantha.Newest(s.Tellings, maxTellings)
}

// spokenBefore are the topics of an utterance that were spoken of before the telling
// with a number: people named outside any telling, and what an earlier one holds.
func spokenBefore(topics []Topic, h samantha.Hearing, n int) []Topic {
	var out []Topic
	for _, t := range topics {
		later := slices.ContainsFunc(h.Told[n:], func(o samantha.Told) bool { return strings.Contains(o.What, t.Text) })
		if !later {
			out = append(out, t)
		}
	}
	return out
}

// Meant is whom or what a pronoun of the person's means: the last that fits, of
// this encounter; nobody if two people of one utterance do.
func (s *State) Meant(pronoun string) (Topic, bool) { return s.meant(pronoun, s.Topics, nil) }

func (s *State) meant(pronoun string, before, now []Topic) (Topic, bool) {
	pronoun = strings.ToLower(pronoun)
	if !isPronoun(pronoun) {
		return Topic{}, false
	}
	all := slices.Concat(before, now)
	for to := len(all); to > 0; {
		from := to - 1
		for from > 0 && all[from-1].ID.Event() == all[from].ID.Event() {
			from--
		}
		var fit []Topic
		for _, t := range all[from:to] {
			if fits(pronoun, t) {
				fit = append(fit, t)
			}
		}
		switch {
		case len(fit) == 1, len(fit) > 1 && pronoun == "it":
			return fit[0], true // what a sentence is about stands first in it
		case len(fit) > 1:
			return Topic{}, false
		}
		to = from
	}
	return Topic{}, false
}

func isPronoun(w string) bool {
	switch w {
	case "he", "she", "it", "they", "him", "her", "them":
		return true
	}
	return false
}

// fits reports whether one would go on about a topic with a pronoun.
func fits(pronoun string, t Topic) bool {
	switch pronoun {
	case "he", "him":
		return t.Sort == "he" || t.Sort == "any" || t.Sort == "pet"
	case "she", "her":
		return t.Sort == "she" || t.Sort == "any" || t.Sort == "pet"
	case "it":
		return t.Sort == "it" || t.Sort == "pet"
	}
	return t.Sort == "many" || t.Sort == "any"
}

// Unnamed is the somebody spoken of last since a time, of whom
// a name or a relation is not known, and which of the two is missing.
func (s *State) Unnamed(since time.Time) (t Topic, missing string) {
	for i := len(s.Topics) - 1; i >= 0; i-- {
		t = s.Topics[i]
		if t.At.Before(since) {
			break
		}
		if t.Name == "" && t.Relation == "" && t.Sort != "he" && t.Sort != "she" && t.Sort != "any" {
			continue
		}
		if t.Name == "" && len(s.Find(called(t), "name")) == 0 {
			return t, "name"
		}
		if t.Relation == "" && t.Name != "" && len(s.About(t.Name)) == 0 {
			return t, "relation"
		}
		return Topic{}, ""
	}
	return Topic{}, ""
}

// called is whoever a topic without a name is, as the owner of facts: "brother",
// "the neighbour's boy".
func called(t Topic) string {
	if t.Relation != "" {
		return t.Relation
	}
	return t.Text
}

// Particular is the telling that a question is about: whoever did it and what
// was done are those asked after. The newest wins.
func (s *State) Particular(q samantha.Told, asks string) (Telling, bool) {
	for i := len(s.Tellings) - 1; i >= 0; i-- {
		t := s.Tellings[i]
		if t.Verb != q.Verb || s.tookBack(t.ID.Event()) {
			continue
		}
		switch asks {
		case "what":
			if t.What != "" && s.isDoer(t, q.Who) {
				return t, true
			}
		case "who":
			if s.doer(t) != "" && (isPronoun(q.What) || q.What == "that" || shares(t.What, q.What)) {
				return t, true
			}
		}
	}
	return Telling{}, false
}

// tookBack: something learned from an event turned out to be somebody else's, or
// not to have been told; then its tellings tell nothing of who did what.
func (s *State) tookBack(event samantha.ID) bool {
	return slices.ContainsFunc(s.Facts, func(f Fact) bool { return f.takesBack().Event() == event })
}

// DoerOf is the id of whoever did what was told, where it was said in so many
// words.
func DoerOf(told samantha.ID) samantha.ID {
	return samantha.ID(strings.Replace(string(told), ".told.", ".doer.", 1))
}

// doer is whoever did what was told, as the person called them; "" if only by a
// pronoun that means nobody she knows.
func (s *State) doer(t Telling) string {
	if t.WhoID == "" {
		if isPronoun(strings.ToLower(t.Who)) {
			return ""
		}
		return t.Who
	}
	for _, topic := range s.Topics {
		if topic.ID == t.WhoID {
			return topic.Text
		}
	}
	return ""
}

// Topic is one topic by id.
func (s *State) Topic(id samantha.ID) (Topic, bool) {
	for _, t := range s.Topics {
		if t.ID == id {
			return t, true
		}
	}
	return Topic{}, false
}

// isDoer: who a question names is whoever did it, by word, by pronoun, by name
// or by relation.
func (s *State) isDoer(t Telling, who string) bool {
	who = plain(who)
	if strings.EqualFold(t.Who, who) {
		return true
	}
	if meant, ok := s.Meant(who); ok && (meant.ID == t.WhoID || shares(t.Who, meant.Text)) {
		return true
	}
	names := []string{s.doer(t)}
	for _, k := range s.Known() {
		if k.Slot == "name" || k.Slot == "relation" {
			if Same(k.Of, names[0]) {
				names = append(names, k.Value)
			} else if Same(k.Value, names[0]) {
				names = append(names, k.Of)
			}
		}
	}
	return slices.ContainsFunc(names, func(n string) bool { return shares(n, who) })
}

// shares reports whether the last word of one text stands in the other: "the
// cat" and "cat", "the good pan" and "pan".
func shares(a, b string) bool {
	x, y := strings.Fields(plain(a)), strings.Fields(plain(b))
	if len(x) == 0 || len(y) == 0 {
		return false
	}
	return slices.Contains(x, y[len(y)-1]) || slices.Contains(y, x[len(x)-1])
}

// maskLately takes out what came from forgotten events, and who a "he" meant
// there.
func (s *State) maskLately(gone func(samantha.ID) bool) {
	s.Topics = slices.DeleteFunc(s.Topics, func(t Topic) bool { return gone(t.ID) })
	s.Tellings = slices.DeleteFunc(s.Tellings, func(t Telling) bool { return gone(t.ID) })
	for i := range s.Tellings {
		if s.Tellings[i].WhoID != "" && gone(s.Tellings[i].WhoID) {
			s.Tellings[i].WhoID = ""
		}
	}
}
