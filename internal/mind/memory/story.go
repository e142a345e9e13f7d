package memory

import (
	"slices"
	"strings"
	"time"

	"samantha"
)

// The sorts of chapter.
const (
	ChapterUs     = "us"     // how the two of them began
	ChapterPerson = "person" // somebody of the person's
	ChapterThing  = "thing"  // something that comes back
)

// Why a chapter is told again: the keys of "== why" in en/story.txt.
const (
	whyRighted   = "righted"
	whyYours     = "yours"
	whyTakenBack = "takenback"
	whyForgotten = "forgotten"
	whyBetter    = "better"
	whyWorse     = "worse"
	whyTwoWays   = "twoways"
	whyOver      = "over"
	whyGoesOn    = "goeson"
	whyMeant     = "meant"
)

// WhyWorded is the reason of a telling for which a language model found other words.
const WhyWorded = "worded"

// Due is a chapter that is to be told now, or told again, and what of.
type Due struct {
	Chapter samantha.ID // "" is a new one
	No      int
	Why     string // "" for a first telling
	Sort    string
	Matter  string        // in the person's words
	ByName  bool          // and that is a name
	Kin     string        // what they are to the person, if that is known of a name
	Named   []samantha.ID // the memories that this is from
	Begin   Scene
	Turn    Scene // without id: nothing came after the beginning
	Turned  bool  // it was otherwise before
	End     Scene // without id: it is not over
	Ended   int   // how it did, by the last word on it: -1, 0 or 1
	Meant   samantha.ID
	Learned bool        // they said in it what it came to mean to them
	Low     bool        // it was the hard part of something that ended well
	Stirred samantha.ID // the feeling of hers that was strongest, until it ended: m7k2.felt.1
	Settled samantha.ID // and that when it ended
	Ending  int
	Own     []samantha.ID // the event was told otherwise in each
	Right   *Fact         // put something right
	Was     string        // and what that was
	Yours   *Account      // how the person tells it
}

// Reason is why a chapter is told again, in plain words: "it turned out better
// after all". It is empty for a first telling.
func (l *Lore) Reason(why string) string { return l.story.why[why] }

// Due are the chapters that what was told so far calls for: new ones, and those
// whose meaning changed. A mention more is no reason. text gives the words of a
// memory; times are compared by the days of the zone.
func (m *Matters) Due(s *State, zone *time.Location, text func(samantha.ID) string) []Due {
	m.take(s, zone, text)
	var due []Due
	if d, ok := m.lore.dueUs(s); ok {
		due = append(due, d)
	}
	heads := s.headings()
	for _, t := range m.list {
		for _, a := range t.arcs {
			if d, ok := m.lore.again(s, a.told, func(at int) bool { return heads[at].sort == a.sort && s.isOf(at, heads[at], a) }); ok {
				due = append(due, d)
			}
		}
	}
	return due
}

// dueUs is how it began: told once, and again only if something it drew on is
// gone or otherwise.
func (l *Lore) dueUs(s *State) (Due, bool) {
	if s.First == "" {
		return Due{}, false
	}
	d := Due{Sort: ChapterUs, No: 1, Begin: Scene{ID: s.First, At: s.FirstAt}}
	for _, c := range s.Scenes {
		if c.ID != s.First && c.At.Sub(s.FirstAt) < EncounterPause && c.tellsMore() {
			d.Meant = c.ID
			break
		}
	}
	return l.again(s, d, func(at int) bool { return s.Chapters[at].Sort == ChapterUs })
}

// tellsMore: something was told beside a name.
func (c Scene) tellsMore() bool {
	return slices.ContainsFunc(c.Kinds, func(k string) bool { return strings.HasPrefix(k, "tell.") && k != "tell.name" })
}

// again looks whether a chapter was told already, and if so, whether there is
// a reason to tell it otherwise.
func (l *Lore) again(s *State, d Due, is func(at int) bool) (Due, bool) {
	at := len(s.Chapters) - 1
	for at >= 0 && !is(at) { // the newest of them
		at--
	}
	if at < 0 {
		return d, true
	}
	c := s.Chapters[at]
	if c.Retired {
		return d, false
	}
	last := c.Newest()
	d.Chapter, d.No = c.ID, last.No+1
	if begun, ok := c.begun(); ok && len(s.Scenes) > 0 && after(s.Scenes[0].ID, begun.ID) {
		d.Begin = begun // longer ago than scenes are kept
	}
	if n := len(c.Theirs); n > 0 {
		d.Yours = &c.Theirs[n-1]
	}
	if n := len(c.Righted); n > 0 {
		if f, ok := s.Fact(c.Righted[n-1]); ok {
			d.Right, d.Was = &f, s.was(f)
		}
	}
	d.Why = whyAgain(c, last, d)
	return d, d.Why != ""
}

// whyAgain is the reason to tell a chapter again, the weightiest first; "" if
// there is none.
func whyAgain(c Chapter, last Tale, d Due) string {
	switch {
	case d.Right != nil && after(d.Right.ID, last.ID):
		return whyRighted
	case d.Yours != nil && after(d.Yours.ID, last.ID):
		return whyYours
	case after(c.Undone, last.ID):
		return whyTakenBack
	case len(last.Text) == 0:
		return whyForgotten
	case d.Ending > 0 && last.Ending < 0:
		return whyBetter
	case d.Ending < 0 && last.Ending > 0:
		return whyWorse
	case d.End.ID != "" && !last.Over():
		return whyOver
	case d.End.ID == "" && last.Over():
		return whyGoesOn
	case d.Learned && after(d.Meant, last.ID):
		return whyMeant
	case len(d.Own) > len(last.Own):
		return whyTwoWays
	}
	return ""
}

// after reports whether one event came after another; "" is none.
func after(id, before samantha.ID) bool {
	a, _ := id.Moment().Seq()
	b, _ := before.Moment().Seq()
	return a > b
}

// was is the value that a fact put right, or "" if it is not known any more.
func (s *State) was(f Fact) string {
	old, _ := s.Fact(f.Corrects)
	return old.Value
}

// heading is what a chapter is about, as matters are compared with it.
type heading struct {
	sort, name, thing, life string // "" if its words are gone
	since                   time.Time
}

// headings are those of all chapters.
func (s *State) headings() []heading {
	all := make([]heading, len(s.Chapters))
	for i, c := range s.Chapters {
		all[i] = heading{sort: c.Sort, since: c.Newest().Since}
		if name := c.Matter(); name != "" {
			all[i].name, all[i].thing, all[i].life = plain(name), thingKey(name), themed(name)
		}
	}
	return all
}

// isOf reports whether the chapter at a place is about a matter: by name and time or,
// if its words are gone, by a memory it drew on.
func (s *State) isOf(at int, h heading, a arc) bool {
	if h.life != "" {
		then := !h.since.After(a.scenes[len(a.scenes)-1].At) && (!a.later || !h.since.Before(a.scenes[0].At))
		return then && (slices.Contains(a.names, h.name) || a.sort == ChapterThing && (a.key == h.thing || a.key == h.life))
	}
	return slices.ContainsFunc(a.scenes, func(x Scene) bool {
		return slices.ContainsFunc(s.Chapters[at].Tellings, func(t Tale) bool { return slices.Contains(t.Sources, x.ID) })
	})
}

func (l *Lore) weighty(m matter) bool {
	return len(l.weighed(m)) >= int(l.story.numbers["weighty"])
}

// weighed are the scenes of a matter that weigh: also what ended it and, of a
// common thing of life, what speaks of it.
func (l *Lore) weighed(m matter) []Scene {
	var all []Scene
	for _, c := range m.scenes {
		_, ends := m.ends[c.ID]
		if _, ok := l.weigh(c); ok || ends || m.common {
			all = append(all, c)
		}
	}
	return all
}

// introduced is how a matter began, if a scene of it is one that goes on: the
// first of it in that talk.
func (m matter) introduced(begin Scene) Scene {
	if !begin.GoesOn {
		return begin
	}
	for _, c := range m.scenes {
		if begin.At.Sub(c.At) < EncounterPause {
			return c
		}
	}
	return begin
}

// weigh says whether a scene weighs, and which way: -1 hard, 1 good, 0 neither.
func (l *Lore) weigh(c Scene) (side int, ok bool) {
	switch far := l.story.numbers["reading"]; {
	case c.Valence >= far:
		return 1, true
	case c.Valence <= -far:
		return -1, true
	}
	for _, k := range c.Kinds {
		w, weighs := l.story.weighs[k]
		ok = ok || weighs
		if w != 0 {
			return w, true
		}
	}
	return 0, ok
}

// shape finds the beginning, the turn and what it meant.
func (l *Lore) shape(m matter) Due {
	d := Due{Sort: m.sort, Matter: m.name, ByName: m.byName, Kin: m.kin, Named: m.named}
	weighed := l.weighed(m)
	if len(weighed) == 0 {
		return d
	}
	d.Begin = weighed[0]
	d.Turn, d.Turned, d.Ending = l.turn(weighed)
	if e := l.outcome(m); e.at.ID != "" {
		d.End, d.Ended, d.Ending = e.at, e.side, e.whole
		if e.before.ID != "" || !d.Turn.At.Before(e.at.At) {
			d.Turn, d.Turned = e.before, true
		}
	}
	d.Begin = m.introduced(d.Begin)
	if d.Turn.ID == d.Begin.ID {
		d.Turn = Scene{}
	}
	d.Meant = l.meant(m, d)
	d.Learned = m.weight[d.Meant]
	at := slices.IndexFunc(m.scenes, func(c Scene) bool { return c.ID == d.Meant })
	if at >= 0 && d.End.ID != "" && d.Ending > 0 {
		side, _ := l.weigh(m.scenes[at])
		d.Low = side < 0
	}
	until := slices.IndexFunc(m.scenes, func(c Scene) bool { return c.ID == d.End.ID })
	if until < 0 {
		d.Stirred = l.stirred(m.scenes)
		return d
	}
	d.Stirred, d.Settled = l.stirred(m.scenes[:until]), l.stirred(m.scenes[until:])
	return d
}

// turn is the scene since which it stands as it stands, whether it was otherwise
// before, and how it stands; without a turn the last scene.
func (l *Lore) turn(scenes []Scene) (at Scene, turned bool, ending int) {
	at = scenes[len(scenes)-1]
	for _, c := range slices.Backward(scenes) {
		side := l.changes(c)
		switch {
		case side == 0:
		case ending == 0:
			at, ending = c, side
		case side == ending && !turned:
			at = c
		case side != ending:
			return at, true, ending
		}
	}
	return scenes[len(scenes)-1], false, ending
}

// changes is the side of a scene that can turn a story: something of it came about,
// or they told what they feel; how it merely sounds turns nothing.
func (l *Lore) changes(c Scene) int {
	for _, k := range c.Kinds {
		if w := l.story.weighs[k]; w != 0 {
			return w
		}
	}
	if side, _ := l.weigh(c); c.Confided {
		return side
	}
	return 0
}

// meant is the scene in which the person put most of themselves, and that is
// not told already: what they say it came to mean, how it stands now before how
// it stood, a feeling told before one that showed.
func (l *Lore) meant(m matter, d Due) samantha.ID {
	var best Scene
	far := 0.0
	for _, c := range m.scenes {
		if c.ID == d.Begin.ID || c.ID == d.Turn.ID || c.ID == d.End.ID {
			continue
		}
		x := max(c.Valence, -c.Valence)
		if m.weight[c.ID] {
			x += 4
		}
		if c.Confided {
			x++
		}
		if side, _ := l.weigh(c); side != 0 && side == d.Ending {
			x += 2
		}
		if samantha.Round(x) > samantha.Round(far) {
			best, far = c, x
		}
	}
	return best.ID
}

// stirred is the feeling of hers that was strongest in some scenes.
func (l *Lore) stirred(scenes []Scene) samantha.ID {
	var id samantha.ID
	most := 0.0
	for _, c := range scenes {
		for i, f := range c.Felt {
			if !l.story.unfelt[f.Rule] && samantha.Round(f.Intensity) > samantha.Round(most) {
				id, most = c.ID.Part("felt", i+1), f.Intensity
			}
		}
	}
	return id
}
