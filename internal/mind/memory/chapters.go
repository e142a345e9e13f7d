package memory

import (
	"slices"
	"strings"
	"time"

	"samantha"
)

// Scene is one moment of the person's as the story needs it: of whom and what
// they told, what sort of thing, how they seemed, and what she felt. What was
// said is not in it; that is quoted from the memory.
type Scene struct {
	ID       samantha.ID        `json:"id"`
	At       time.Time          `json:"at"`
	People   []samantha.Mention `json:"people,omitempty"`
	Things   []string           `json:"things,omitempty"`
	Kinds    []string           `json:"kinds,omitempty"` // acts and tellings: "tell.hard", "quarrel"
	Times    []samantha.When    `json:"times,omitempty"`
	Valence  float64            `json:"valence,omitempty"`  // of a reading that is sure, -1..1
	Confided bool               `json:"confided,omitempty"` // a feeling was told
	GoesOn   bool               `json:"goes_on,omitempty"`  // about whoever was spoken of before: "she", "we", a bare feeling
	Felt     []Stirred          `json:"felt,omitempty"`
	Guess    *Guess             `json:"guess,omitempty"` // a model's, where hers is not sure
}

// Stirred is a feeling of hers in a scene, by the rule it came from.
type Stirred struct {
	Rule      string  `json:"rule"`
	Intensity float64 `json:"intensity"`
}

// Chapter is one matter of their life as it is told: by her, each telling with
// the reason for it, and by the person.
type Chapter struct {
	ID       samantha.ID   `json:"id"` // of its first telling
	Sort     string        `json:"sort"`
	Tellings []Tale        `json:"tellings"`          // hers, oldest first
	Theirs   []Account     `json:"theirs,omitempty"`  // how the person wants it told
	Undone   samantha.ID   `json:"undone,omitempty"`  // the event that took one of those back
	Righted  []samantha.ID `json:"righted,omitempty"` // facts that put right what a telling drew on
	Retired  bool          `json:"retired,omitempty"` // not to be told any more; it has no words
}

// Tale is one telling of a chapter.
type Tale struct {
	ID     samantha.ID `json:"id"`
	At     time.Time   `json:"at"`
	Matter string      `json:"matter,omitempty"`
	Text   []string    `json:"text,omitempty"` // its sentences; none: forgotten
	samantha.TellingNumbers
}

// Account is how the person tells a chapter, in their words.
type Account struct {
	ID   samantha.ID `json:"id"`
	At   time.Time   `json:"at"`
	Text string      `json:"text"`
}

// Note is something kept as it was said.
type Note struct {
	samantha.Note
	ID samantha.ID `json:"id"`
	At time.Time   `json:"at"`
}

// maxScenes is how many scenes a chapter may be made of: about the last year of
// somebody who tells ten things a day. How a chapter began outlives them. They make
// room for so many at a time, for whoever reads the story begins anew with it then.
const (
	maxScenes  = 4096
	scenesRoom = 1024
)

// Newest is the telling that holds.
func (c *Chapter) Newest() Tale { return c.Tellings[len(c.Tellings)-1] }

// Over: the chapter had ended when it was told so.
func (t Tale) Over() bool {
	return slices.ContainsFunc(t.Parts, func(p samantha.ChapterBit) bool { return p.Part == samantha.BitEnd })
}

// Matter is whom or what the chapter is about, as the newest telling that is
// left has it; "" if none is, or if it is about the two of them.
func (c *Chapter) Matter() string {
	for _, t := range slices.Backward(c.Tellings) {
		if t.Matter != "" {
			return t.Matter
		}
	}
	return ""
}

// begun is how the chapter began, if the newest telling still has it.
func (c *Chapter) begun() (Scene, bool) {
	last := c.Newest()
	for i, p := range last.Parts {
		if p.Part == samantha.BitBegin && i < len(last.Text) && len(p.From) > 0 {
			return Scene{ID: p.From[0], At: last.Since}, true
		}
	}
	return Scene{}, false
}

// Told reports whether there is a telling with words left.
func (c *Chapter) Told() bool {
	return slices.ContainsFunc(c.Tellings, func(t Tale) bool { return len(t.Text) > 0 })
}

// Chapter is a chapter by its id or that of one of its tellings.
func (s *State) Chapter(id samantha.ID) (Chapter, bool) {
	for _, c := range s.Chapters {
		if c.ID == id.Event() || slices.ContainsFunc(c.Tellings, func(t Tale) bool { return t.ID == id.Event() }) {
			return c, true
		}
	}
	return Chapter{}, false
}

// ChapterAbout is the chapter of somebody or something, by any name of theirs,
// that has something to tell, the newest of several; for "" the one of how it
// began.
func (s *State) ChapterAbout(who string) (Chapter, bool) {
	called := append([]string{who}, s.callings()[plain(who)].names...)
	for _, c := range slices.Backward(s.Chapters) {
		name := c.Matter()
		switch {
		case len(c.Newest().Text) == 0:
		case who == "" && c.Sort == ChapterUs:
			return c, true
		case who == "" || name == "":
		case slices.ContainsFunc(called, func(n string) bool { return Same(n, name) }), c.Sort == ChapterThing && thingKey(plain(who)) == thingKey(name):
			return c, true
		}
	}
	return Chapter{}, false
}

// Receipt is the memory behind an id: of a telling the first that it drew on, of
// anything else the event itself.
func (s *State) Receipt(id samantha.ID) samantha.ID {
	for _, c := range s.Chapters {
		for _, t := range c.Tellings {
			if t.ID == id.Event() && len(t.Sources) > 0 {
				return t.Sources[0]
			}
		}
	}
	return id.Event()
}

// kept are the words of a note, a piece or a bit of a telling, or an account.
func (s *State) kept(id samantha.ID) (string, bool) {
	if text, ok := s.note(id); ok {
		return text, true
	}
	for _, c := range s.Chapters {
		for _, t := range c.Tellings {
			if t.ID == id.Event() {
				return t.part(id)
			}
		}
		for _, v := range c.Theirs {
			if v.ID == id {
				return v.Text, true
			}
		}
	}
	return "", false
}

// live keeps a moment as a scene, if something was told that was lived. Where she
// was worried for a life it is no story; with a guest there nobody knows whose.
func (s *State) live(e samantha.Event, b *samantha.Heard) {
	for i, n := range b.Words.Notes {
		s.Notes = append(s.Notes, Note{Note: n, ID: e.ID.Part("note", i+1), At: e.At})
	}
	if s.First == "" {
		s.First, s.FirstAt = e.ID, e.At
	}
	if b.Numbers.Account != "" {
		s.theirs(e, b.Numbers.Account, b.Words.Text)
	}
	h := b.Words.Hearing
	if e.Forgotten || len(b.Words.Notes) > 0 || !h.Has("tell") || b.Numbers.Care.Level > 0 || b.Numbers.Guest {
		return
	}
	scene := Scene{ID: e.ID, At: e.At, People: h.People, Times: h.Times, Confided: h.Has("tell.feeling")}
	for _, a := range h.Acts {
		scene.Kinds = append(scene.Kinds, a.Kind)
	}
	for _, t := range h.Told {
		if t.Kind != "" {
			scene.Kinds = append(scene.Kinds, t.Kind)
		}
	}
	for _, t := range h.Topics {
		if t.Name == "" && t.Relation == "" {
			scene.Things = append(scene.Things, t.Text)
		}
	}
	if r := b.Numbers.Reading; r.Emotion != samantha.Unsure {
		scene.Valence = r.Valence
	}
	scene.GoesOn = goesOn(h) || scene.Confided && len(scene.Things) == 0
	for _, f := range b.Numbers.Felt {
		scene.Felt = append(scene.Felt, Stirred{f.Rule, f.Intensity})
	}
	if s.Scenes = append(s.Scenes, scene); len(s.Scenes) > maxScenes+scenesRoom {
		s.Scenes = samantha.Newest(s.Scenes, maxScenes)
	}
}

// goesOn: something was told of a "he", "she", "we" or "they".
func goesOn(h samantha.Hearing) bool {
	return slices.ContainsFunc(h.Told, func(t samantha.Told) bool {
		who, what := strings.ToLower(t.Who), strings.ToLower(t.What)
		return who == "we" || who != "it" && isPronoun(who) || what != "it" && isPronoun(what)
	})
}

// tell folds one telling of hers.
func (s *State) tell(e samantha.Event, b *samantha.Telling) {
	t := Tale{ID: e.ID, At: e.At, TellingNumbers: b.Numbers}
	if !e.Forgotten {
		t.Matter, t.Text = b.Words.Matter, b.Words.Sentences
	}
	for i := range s.Chapters {
		if s.Chapters[i].ID == b.Numbers.Chapter {
			s.Chapters[i].Tellings = append(s.Chapters[i].Tellings, t)
			return
		}
	}
	s.Chapters = append(s.Chapters, Chapter{ID: e.ID, Sort: b.Numbers.Sort, Tellings: []Tale{t}})
}

// theirs folds how the person tells a chapter.
func (s *State) theirs(e samantha.Event, chapter samantha.ID, text string) {
	for i := range s.Chapters {
		c := &s.Chapters[i]
		if c.ID == chapter && !e.Forgotten {
			c.Theirs = append(c.Theirs, Account{ID: e.ID, At: e.At, Text: text})
		}
	}
}

// right marks the chapters that drew on the source of a fact which was put right.
func (s *State) right(source, by samantha.ID) {
	if source == "" {
		return
	}
	for i := range s.Chapters {
		c := &s.Chapters[i]
		if slices.ContainsFunc(c.Tellings, func(t Tale) bool { return slices.Contains(t.Sources, source.Event()) }) {
			c.Righted = append(c.Righted, by)
		}
	}
}

// Righted is something that was put right.
type Righted struct {
	ID  samantha.ID `json:"id"` // of the fact that holds
	Was string      `json:"was,omitempty"`
	Now string      `json:"now"`
}

// Righted is what a fact put right.
func (s *State) Righted(id samantha.ID) (Righted, bool) {
	f, ok := s.Fact(id)
	return Righted{ID: id, Was: s.was(f), Now: f.Value}, ok
}

// Rights is what puts right a fact of the moment, or the newest of what does:
// a correction, and a correction of that one.
func (s *State) Rights(moment samantha.ID) (Fact, bool) {
	var by Fact
	for _, f := range s.Facts {
		if old := f.Corrects; old != "" && (old.Event() == moment || by.ID != "" && old == by.ID) {
			by = f
		}
	}
	return by, by.ID != ""
}

// takeBack drops an account of the person's that they took back, or a chapter.
func (s *State) takeBack(id, by samantha.ID) {
	for i := range s.Chapters {
		c := &s.Chapters[i]
		if c.ID == id {
			*c = Chapter{ID: c.ID, Sort: c.Sort, Tellings: c.Tellings, Retired: true}
			c.hush()
		}
		if n := len(c.Theirs); n > 0 {
			c.Theirs = slices.DeleteFunc(c.Theirs, func(v Account) bool { return v.ID == id })
			if len(c.Theirs) < n {
				c.Undone = by
			}
		}
	}
}

// hush takes the words from all tellings of a chapter.
func (c *Chapter) hush() {
	for i := range c.Tellings {
		c.Tellings[i].Text = nil
	}
}

// HeldIn is the chapter that an account of the person's stands in.
func (s *State) HeldIn(account samantha.ID) (chapter samantha.ID, ok bool) {
	for _, c := range s.Chapters {
		if slices.ContainsFunc(c.Theirs, func(v Account) bool { return v.ID == account }) {
			return c.ID, true
		}
	}
	return "", false
}

// maskStory takes out what came from forgotten events. That a chapter was told,
// when and why, stays.
func (s *State) maskStory(gone func(samantha.ID) bool) {
	s.maskNotes(gone)
	s.Scenes = slices.DeleteFunc(s.Scenes, func(c Scene) bool { return gone(c.ID) })
	for i := range s.Scenes {
		if g := s.Scenes[i].Guess; g != nil && gone(g.ID) {
			s.Scenes[i].Guess = nil
		}
	}
	for i := range s.Chapters {
		c := &s.Chapters[i]
		c.Theirs = slices.DeleteFunc(c.Theirs, func(v Account) bool { return gone(v.ID) })
		c.Righted = slices.DeleteFunc(c.Righted, func(id samantha.ID) bool { _, ok := s.Fact(id); return !ok })
		for j := range c.Tellings {
			if gone(c.Tellings[j].ID) {
				c.Tellings[j].Matter, c.Tellings[j].Text = "", nil
			}
		}
	}
}
