package memory

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"github.com/kljensen/snowball/english"

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
)

// Due is a chapter that is to be told now, or told again, and what of.
type Due struct {
	Chapter samantha.ID // "" is a new one
	No      int
	Why     string // "" for a first telling
	Sort    string
	Matter  string        // in the person's words
	Named   []samantha.ID // the memories that this is from
	Begin   Scene
	Turn    Scene // without id: nothing came after the beginning
	Turned  bool  // it was otherwise before
	Meant   samantha.ID
	Stirred samantha.ID // the feeling of hers that was strongest: m7k2.felt.1
	Ending  int
	Own     []samantha.ID // the event was told otherwise in each
	Right   *Fact         // put something right
	Was     string        // and what that was
	Yours   *Account      // how the person tells it
}

// matter is one person or thing, and the scenes that are about it.
type matter struct {
	sort   string
	key    string
	name   string // as the person calls them
	called []string
	named  []samantha.ID // the memories that these names are from
	scenes []Scene
}

// Reason is why a chapter is told again, in plain words: "it turned out better
// after all". It is empty for a first telling.
func (l *Lore) Reason(why string) string { return l.story.why[why] }

// Due are the chapters that what was told so far calls for: new ones, and those
// whose meaning changed. A mention more is no reason. text gives the words of a
// memory; times are compared by the days of the zone.
func (l *Lore) Due(s *State, zone *time.Location, text func(samantha.ID) string) []Due {
	var due []Due
	if d, ok := l.dueUs(s); ok {
		due = append(due, d)
	}
	for _, m := range l.matters(s) {
		if d, ok := l.due(s, m, l.ownVersions(m, zone, text)); ok {
			due = append(due, d)
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
	return l.again(s, d, func(c Chapter) bool { return c.Sort == ChapterUs })
}

// tellsMore: something was told beside a name.
func (c Scene) tellsMore() bool {
	return slices.ContainsFunc(c.Kinds, func(k string) bool { return strings.HasPrefix(k, "tell.") && k != "tell.name" })
}

// due is the chapter of a matter, if it has one that is to be told.
func (l *Lore) due(s *State, m matter, own []samantha.ID) (Due, bool) {
	d := l.shape(m)
	d.Own, d.No = own, 1
	if !l.weighty(m) {
		return Due{}, false
	}
	return l.again(s, d, func(c Chapter) bool { return c.Sort == m.sort && s.isOf(c, m) })
}

// again looks whether a chapter was told already, and if so, whether there is
// a reason to tell it otherwise.
func (l *Lore) again(s *State, d Due, is func(Chapter) bool) (Due, bool) {
	at := slices.IndexFunc(s.Chapters, is)
	if at < 0 {
		return d, true
	}
	c := s.Chapters[at]
	if c.Retired {
		return d, false
	}
	last := c.Newest()
	d.Chapter, d.No = c.ID, last.No+1
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

// isOf reports whether a chapter is about a matter: by name or, if its words
// are gone, by a memory it drew on.
func (s *State) isOf(c Chapter, m matter) bool {
	if name := c.Matter(); name != "" {
		return slices.ContainsFunc(m.called, func(n string) bool { return Same(n, name) }) || m.key == thingKey(name)
	}
	return slices.ContainsFunc(m.scenes, func(x Scene) bool {
		return slices.ContainsFunc(c.Tellings, func(t Tale) bool { return slices.Contains(t.Sources, x.ID) })
	})
}

// matters are all that was told of, in the order it came up: the person named
// first in a scene, or whoever was spoken of right before; and things that come
// back.
func (l *Lore) matters(s *State) []matter {
	g := grouping{lore: l, called: s.callings(), self: s.Name(), at: map[string]int{}, last: -1}
	for i, c := range s.Scenes {
		if i > 0 && c.At.Sub(s.Scenes[i-1].At) > EncounterPause {
			g.last = -1
		}
		g.place(c)
	}
	return slices.DeleteFunc(g.list, func(m matter) bool { return m.sort == ChapterThing && !l.comesBack(m) })
}

// grouping puts scenes to their matters.
type grouping struct {
	lore   *Lore
	called callings
	self   string // the person's own name
	list   []matter
	at     map[string]int
	last   int // of whom it goes on; -1: nobody
	since  int // scenes since they were named
}

func (g *grouping) place(c Scene) {
	who, named := g.firstOf(c)
	switch {
	case named:
		g.last, g.since = g.add(who, c), 0
	case c.GoesOn && len(c.People) == 0 && g.last >= 0 && g.since < int(g.lore.story.numbers["goes-on"]):
		g.list[g.last].scenes = append(g.list[g.last].scenes, c)
		g.since++
		named = true
	}
	for _, t := range c.Things {
		thing, ok := g.lore.thing(t)
		if !ok || Same(thing.name, who.name) {
			continue
		}
		thing.named = []samantha.ID{c.ID}
		if at := g.add(thing, c); !named {
			g.last, g.since, named = at, 0, true // a feeling told next is about it
		}
	}
}

// add puts a scene to its matter, once, and is the matter's place.
func (g *grouping) add(m matter, c Scene) int {
	i, ok := g.at[m.sort+m.key]
	if !ok {
		i = len(g.list)
		g.at[m.sort+m.key] = i
		g.list = append(g.list, m)
	}
	to := &g.list[i]
	if len(m.name) < len(to.name) && m.sort == ChapterThing {
		to.name, to.named = m.name, m.named
	}
	if n := len(to.scenes); n == 0 || to.scenes[n-1].ID != c.ID {
		to.scenes = append(to.scenes, c)
	}
	return i
}

// firstOf is the first of the person's people whom a scene is about.
func (g *grouping) firstOf(c Scene) (matter, bool) {
	for _, p := range c.People {
		if p.Name != "" && Same(p.Name, g.self) || p.Name == "" && g.lore.story.several[plain(p.Relation)] {
			continue
		}
		m := matter{sort: ChapterPerson, name: cmp.Or(p.Name, p.Relation), named: []samantha.ID{c.ID}}
		if known, ok := g.called[plain(m.name)]; ok {
			m.name, m.called, m.named = known.names[0], known.names, append(m.named, known.by)
		}
		m.key, m.called = plain(m.name), slices.Concat([]string{m.name}, m.called, []string{cmp.Or(p.Relation, m.name)})
		return m, true
	}
	return matter{}, false
}

// callings are what somebody is called, by each of their names.
type callings map[string]calling

// calling is what somebody is called, the name first: Mara, sister.
type calling struct {
	names []string
	by    samantha.ID // the event that says so
}

// callings are those of everybody whose name she knows.
func (s *State) callings() callings {
	c := callings{}
	for _, k := range s.Known() {
		name, kin := k.Value, k.Of
		if k.Slot == "relation" {
			name, kin = k.Of, k.Value
		}
		if k.Of != Person && (k.Slot == "name" || k.Slot == "relation") {
			known := calling{[]string{name, kin}, k.ID.Event()}
			c[plain(name)], c[plain(kin)] = known, known
		}
	}
	return c
}

// thing is a thing that a chapter may be about.
func (l *Lore) thing(text string) (matter, bool) {
	first, _, _ := strings.Cut(strings.ToLower(text), " ")
	all := slices.Collect(content(text, l.stop))
	if len(all) == 0 || !l.story.begins[first] {
		return matter{}, false
	}
	last := all[len(all)-1]
	if l.story.never[last] || len(last) < 3 {
		return matter{}, false
	}
	return matter{sort: ChapterThing, key: thingKey(last), name: last}, true
}

func thingKey(name string) string { return english.Stem(strings.ToLower(name), false) }

// comesBack: a thing that was told of often enough, on days enough.
func (l *Lore) comesBack(m matter) bool {
	encounters := 1
	for i, c := range m.scenes {
		if i > 0 && c.At.Sub(m.scenes[i-1].At) > EncounterPause {
			encounters++
		}
	}
	return len(m.scenes) >= int(l.story.numbers["thing"]) && encounters >= int(l.story.numbers["encounters"])
}

func (l *Lore) weighty(m matter) bool {
	n := 0
	for _, c := range m.scenes {
		if _, ok := l.weigh(c); ok {
			n++
		}
	}
	return n >= int(l.story.numbers["weighty"])
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
	d := Due{Sort: m.sort, Matter: m.name, Named: m.named}
	var weighed []Scene
	for _, c := range m.scenes {
		if _, ok := l.weigh(c); ok {
			weighed = append(weighed, c)
		}
	}
	if len(weighed) == 0 {
		return d
	}
	d.Begin = weighed[0]
	d.Turn, d.Turned, d.Ending = l.turn(weighed)
	if d.Turn.ID == d.Begin.ID {
		d.Turn = Scene{}
	}
	d.Meant = l.meant(m.scenes, d)
	d.Stirred = l.stirred(m.scenes)
	return d
}

// turn is the scene since which it stands as it stands, whether it was otherwise
// before, and how it stands; without a turn the last scene.
func (l *Lore) turn(scenes []Scene) (at Scene, turned bool, ending int) {
	at = scenes[len(scenes)-1]
	for _, c := range slices.Backward(scenes) {
		side, _ := l.weigh(c)
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

// meant is the scene in which the person put most of themselves, and that is
// not told already: how it stands now before how it stood, a feeling told before
// one that showed.
func (l *Lore) meant(scenes []Scene, d Due) samantha.ID {
	var best Scene
	far := 0.0
	for _, c := range scenes {
		if c.ID == d.Begin.ID || c.ID == d.Turn.ID {
			continue
		}
		x := max(c.Valence, -c.Valence)
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
