// Package memory keeps what happened and what it meant: memories verbatim,
// facts with their sources, threads left open, and the odd words of the person
// that may come back one day in a new place.
//
// Nothing here is ever rewritten. A fact is learned once per memory that states
// it; which value holds today is worked out when somebody asks, so that
// forgetting one source leaves whatever the others support. Recall ranks
// memories by their words (BM25, Robertson and Zaragoza 2009), by what stands
// beside them, whose they are and when they were, and knows how much of a
// question it found and of whom, so that "I don't remember" is an answer.
package memory

import (
	"slices"
	"time"

	"samantha"
)

// Version of the rules that learn and recall.
const Version = 13

// State is the view of everything kept but the memories themselves, which live
// in the [Index].
type State struct {
	Facts    []Fact      `json:"facts,omitempty"`
	Threads  []Thread    `json:"threads,omitempty"`
	Answer   samantha.ID `json:"answer,omitempty"` // her last, unless it is forgotten
	Odd      []Odd       `json:"odd,omitempty"`
	Details  []Detail    `json:"details,omitempty"`  // of this encounter
	Topics   []Topic     `json:"topics,omitempty"`   // of this encounter
	Tellings []Telling   `json:"tellings,omitempty"` // the last few
	Notes    []Note      `json:"notes,omitempty"`
	Scenes   []Scene     `json:"scenes,omitempty"` // of which chapters are made, the newest
	Chapters []Chapter   `json:"chapters,omitempty"`
	Spoken   []Spoken    `json:"spoken,omitempty"`   // of somebody
	Avoids   []Avoided   `json:"avoids,omitempty"`   // never brought up unasked
	Declined []Fact      `json:"declined,omitempty"` // proposed, and taken out again by the person

	Confidences []samantha.ID `json:"confidences,omitempty"` // moments that told something in confidence
	Offers      []Offer       `json:"offers,omitempty"`      // to be forgotten, and not settled

	First   samantha.ID `json:"first,omitempty"` // the first thing heard
	FirstAt time.Time   `json:"first_at,omitzero"`

	// Worked out when first asked for; nil: not yet.
	known    *knowledge // from Facts
	people   *people    // from Spoken and Facts, as far as they were asked for
	lately   []Thread   // from Threads
	unclosed []Thread   // from Threads
	things   thingStems // from Threads, as far as they were asked for
	replaced map[samantha.ID]samantha.ID
}

// Fact is a fact as it was learned, once.
type Fact struct {
	samantha.Fact
	ID       samantha.ID `json:"id"`
	At       time.Time   `json:"at"`
	Corrects samantha.ID `json:"corrects,omitempty"`
	Model    string      `json:"model,omitempty"`  // the model that proposed it
	Memory   samantha.ID `json:"memory,omitempty"` // and the memory it took it from
}

// Odd is a rare word of the person's, and whether she has used it since.
type Odd struct {
	Word string      `json:"word"`
	ID   samantha.ID `json:"id"`
	At   time.Time   `json:"at"`
	Used time.Time   `json:"used,omitzero"`
}

// Detail is a particular thing of this encounter, to be taken up at its end.
type Detail struct {
	Text string      `json:"text"`
	ID   samantha.ID `json:"id"`
	Dark bool        `json:"dark,omitempty"` // told in sorrow: never brought up lightly
}

// Room for what only serves the play of words; facts and threads have no bound.
const (
	maxOdd     = 200
	maxDetails = 24
)

// Apply folds one event.
func (s *State) Apply(e samantha.Event) {
	facts := len(s.Facts)
	s.apply(e)
	if len(s.Facts) != facts {
		s.known, s.replaced = nil, nil
	}
}

func (s *State) apply(e samantha.Event) {
	switch b := e.Body.(type) {
	case *samantha.Heard:
		s.heard(e, b)
	case *samantha.Said:
		s.said(e, b)
	case *samantha.Corrected:
		s.corrected(e, b)
	case *samantha.Proposed:
		s.proposed(e, b)
	case *samantha.Avoided:
		if !e.Forgotten {
			s.avoid(samantha.Avoid{What: b.Words.What, Like: b.Numbers.Like}, e.ID, e.At)
		}
	case *samantha.Retired:
		s.takeBack(b.Numbers.Target, e.ID)
		s.retire(b.Numbers.Target)
	case *samantha.Telling:
		s.tell(e, b)
	case *samantha.Night:
		s.became(e, b.Numbers.Closed)
	}
}

func (s *State) corrected(e samantha.Event, b *samantha.Corrected) {
	switch {
	case b.Numbers.Telling:
		s.theirs(e, b.Numbers.Target, b.Words.Fact.Quote)
	case !e.Forgotten:
		s.Facts = append(s.Facts, Fact{Fact: b.Words.Fact, ID: e.ID, At: e.At, Corrects: b.Numbers.Target})
		for _, source := range b.Numbers.Sources {
			s.right(source, e.ID)
		}
	}
}

func (s *State) heard(e samantha.Event, b *samantha.Heard) {
	for i, f := range b.Words.Facts {
		learned := Fact{Fact: f, ID: e.ID.Part("fact", i+1), At: e.At}
		if s.carryOn(&learned) {
			s.Facts = append(s.Facts, learned)
			s.right(learned.Corrects, learned.ID)
		}
	}
	s.became(e, b.Words.Closed)
	s.openThreads(e, b.Words.Threads)
	for i, a := range b.Words.Avoids {
		s.avoid(a, e.ID.Part("avoid", i+1), e.At)
	}
	s.free(b.Numbers.Freed)
	s.hearPeople(e, b)
	s.confide(e, b.Words.Hearing)
	s.offer(e, b.Words)
	if s.Confided(e.ID) {
		s.hearLately(e, b, true)
		return // it makes no chapter, no odd word and nothing for a goodbye
	}
	s.live(e, b)
	if b.Numbers.Guest || b.Words.Hearing.Has("request.open") || b.Words.Hearing.Has("request.read") {
		return // whose words they are nobody knows; and to have a page opened is to tell nothing
	}
	dark := b.Words.Intent.Tone == samantha.ToneQuiet || b.Words.Intent.Tone == samantha.ToneCrisis
	if d := b.Words.Hearing.Detail; d != "" {
		s.Details = samantha.Newest(append(s.Details, Detail{Text: d, ID: e.ID.Part("detail", 1), Dark: dark}), maxDetails)
	}
	s.hearLately(e, b, dark)
	if dark {
		return
	}
	for i, w := range b.Words.Hearing.Odd {
		if !slices.ContainsFunc(s.Odd, func(o Odd) bool { return o.Word == w }) {
			s.Odd = samantha.Newest(append(s.Odd, Odd{Word: w, ID: e.ID.Part("odd", i+1), At: e.At}), maxOdd)
		}
	}
}

// carryOn gives a fact what it does not name itself: one that lacks its owner
// whoever was spoken of, and one that is like another fact the owner and slot of
// that one, or, for a new owner, its slot and value; and one that is like a particular
// thing of this encounter that as its value. Without them it means nothing.
func (s *State) carryOn(f *Fact) bool {
	if f.Like == "" {
		return true
	}
	for _, t := range s.Topics {
		if t.ID == f.Like {
			f.Of = called(t)
			if f.Slot == "relation" {
				f.Of = t.Name
			}
			return f.Of != ""
		}
	}
	for _, d := range s.Details {
		if d.ID == f.Like { // a word they said before, and say now that it is their name
			f.Value = d.Text
			return true
		}
	}
	like, ok := s.Fact(f.Like)
	if !ok {
		return false
	}
	f.Slot, f.Beside = like.Slot, like.Beside
	switch {
	case f.Way == samantha.WayDenied, f.Holds != "":
		f.Of = like.Of
	case f.Way == samantha.WayOver:
		f.Of, f.Value = like.Of, like.Value
	case f.Of != "":
		f.Value, f.Way, f.Corrects = like.Value, like.Way, like.ID
	default:
		f.Of, f.Corrects = like.Of, like.ID
	}
	return true
}

// Words are the words that an id of a fact, an odd word, a detail or a thread
// stands for.
func (s *State) Words(id samantha.ID) (string, bool) {
	if f, ok := s.Fact(id); ok {
		return f.Value, true
	}
	for _, o := range s.Odd {
		if o.ID == id {
			return o.Word, true
		}
	}
	for _, d := range s.Details {
		if d.ID == id {
			return d.Text, true
		}
	}
	if text, ok := s.kept(id); ok {
		return text, true
	}
	for _, t := range s.Topics {
		if t.ID == id && t.Name == "" && t.Relation != "" {
			return "my " + t.Relation, true
		}
		if t.ID == id {
			return t.Text, true
		}
	}
	for _, t := range s.Tellings {
		if t.ID == id {
			return t.What, t.What != ""
		}
		if DoerOf(t.ID) == id {
			return t.Who, t.Who != ""
		}
	}
	for _, a := range s.Avoids {
		if a.ID == id {
			return a.What, true
		}
	}
	if words, ok := s.threadWords(id); ok {
		return words, true
	}
	return s.wordsOfSpoken(id)
}

// Has reports whether an id is that of a fact, a thread, a model's reading, or something
// that is never brought up.
func (s *State) Has(id samantha.ID) bool {
	_, fact := s.Fact(id)
	guessed := func(c Scene) bool { return c.Guess != nil && c.Guess.ID == id }
	return fact || slices.ContainsFunc(s.Scenes, guessed) || slices.ContainsFunc(s.Avoids, func(a Avoided) bool { return a.ID == id }) || s.thread(id) != nil
}

// Fact is one fact as it was learned.
func (s *State) Fact(id samantha.ID) (Fact, bool) {
	for i := range s.Facts {
		if s.Facts[i].ID == id {
			return s.Facts[i], true
		}
	}
	return Fact{}, false
}

// said marks the odd word that a callback used, and the thread she came back to.
func (s *State) said(e samantha.Event, b *samantha.Said) {
	s.Answer = e.ID
	if e.Forgotten {
		s.Answer = ""
	}
	s.cameBack(e, b.Numbers.Back)
	if b.Numbers.Called == "" {
		return
	}
	for i := range s.Odd {
		if s.Odd[i].ID == b.Numbers.Called {
			s.Odd[i].Used = e.At
		}
	}
}

// NewEncounter lets go of what belonged to the last one.
func (s *State) NewEncounter() { s.Details, s.Topics = nil, nil }

// Mask takes everything out that came from the events, at once and without a
// refold.
func (s *State) Mask(gone []samantha.ID) {
	s.drop(func(id samantha.ID) bool { return slices.Contains(gone, id.Event()) })
}

func (s *State) drop(gone func(samantha.ID) bool) {
	s.known, s.people, s.replaced = nil, nil, nil
	s.maskLately(gone)
	dropped := map[samantha.ID]bool{}
	s.Facts = slices.DeleteFunc(s.Facts, func(f Fact) bool {
		drop := gone(f.ID) || f.Like != "" && (gone(f.Like) || dropped[f.Like])
		dropped[f.ID] = drop
		return drop
	})
	s.Spoken = slices.DeleteFunc(s.Spoken, func(m Spoken) bool { return gone(m.ID) || m.Like != "" && gone(m.Like) })
	s.Declined = slices.DeleteFunc(s.Declined, func(f Fact) bool { return gone(f.ID) })
	s.Confidences = slices.DeleteFunc(s.Confidences, gone)
	s.Offers = slices.DeleteFunc(s.Offers, func(o Offer) bool { return gone(o.ID) || slices.ContainsFunc(o.Memories, gone) })
	s.Avoids = slices.DeleteFunc(s.Avoids, func(a Avoided) bool { return gone(a.ID) || a.Like != "" && gone(a.Like) })
	s.dropThreads(gone)
	if gone(s.Answer) {
		s.Answer = ""
	}
	s.Odd = slices.DeleteFunc(s.Odd, func(o Odd) bool { return gone(o.ID) })
	s.Details = slices.DeleteFunc(s.Details, func(d Detail) bool { return gone(d.ID) })
	s.maskStory(gone)
}
