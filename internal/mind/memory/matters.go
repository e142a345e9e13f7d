package memory

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"github.com/kljensen/snowball/english"

	"samantha"
)

// matter is one person or thing, and the scenes that are about it.
type matter struct {
	sort     string
	key      string
	name     string // as the person calls them
	byName   bool   // and that is a name
	kin      string // what they are to the person, if that is known of a name
	common   bool   // it is a common thing of life
	called   []string
	named    []samantha.ID // the memories that these names are from
	scenes   []Scene
	ends     map[samantha.ID]int     // the scenes that say it is over, and how it ended
	weight   map[samantha.ID]bool    // those that say what it came to mean
	later    bool                    // the same came before, and was over
	versions map[samantha.ID]version // how an event of it was told
	grew     bool                    // since its arcs were made
	arcs     []arc
}

// Matters are all that was told of, in the order it came up: the person named
// first in a scene, or whoever was spoken of right before; and things that come
// back. What goes on long after it was over is another one.
//
// They are kept from one look to the next, and take in what was told since. They
// hold words: whoever keeps them lets go of them when something is forgotten.
type Matters struct {
	zone *time.Location
	grouping
}

// Matters are none yet.
func (l *Lore) Matters() *Matters { return &Matters{grouping: l.grouping("")} }

// take puts the scenes that are new to their matters; all of them where those from
// before do not stand as they stood. text gives the words of a memory.
func (m *Matters) take(s *State, zone *time.Location, text func(samantha.ID) string) {
	called, self := s.callings(), s.Name()
	if m.zone.String() != zone.String() || m.self != self || !m.stands(s.Scenes, called) {
		m.zone, m.grouping = zone, m.anew(self, s.Scenes)
	}
	m.called, m.text = called, text
	for _, c := range s.Scenes[m.placed:] {
		m.place(c)
	}
	for _, t := range m.list {
		if t.grew {
			t.grew, t.arcs = false, m.arcsOf(t)
		}
	}
}

// grouping puts scenes to their matters.
type grouping struct {
	lore   *Lore
	called callings
	met    callings // how those who were spoken of were called when they were
	self   string   // the person's own name
	text   func(samantha.ID) string
	told   map[samantha.ID]telling
	list   []*matter
	at     map[string]int
	words  map[string]int          // the words of what weighed, and the matter that had them last
	whose  map[samantha.ID]*matter // the somebody a scene is about
	last   int                     // of whom it goes on; -1: nobody
	since  int                     // scenes since they were named
	placed int
	newest Scene // that was placed
}

func (l *Lore) grouping(self string) grouping {
	return grouping{lore: l, self: self, met: callings{}, told: map[samantha.ID]telling{}, at: map[string]int{}, words: map[string]int{}, whose: map[samantha.ID]*matter{}, last: -1}
}

// anew is a grouping of nothing yet; what scenes tell by themselves is kept.
func (g *grouping) anew(self string, scenes []Scene) grouping {
	fresh := g.lore.grouping(self)
	for _, c := range scenes {
		if t, ok := g.told[c.ID]; ok {
			fresh.told[c.ID] = t
		}
	}
	return fresh
}

// stands: the scenes that were placed are there still, and nobody in them is called
// otherwise.
func (g *grouping) stands(scenes []Scene, called callings) bool {
	if g.placed == 0 || g.placed > len(scenes) || scenes[g.placed-1].ID != g.newest.ID {
		return false // where one is gone, another stands in the last place
	}
	for name, then := range g.met {
		if !then.same(called[name]) {
			return false
		}
	}
	return true
}

// ofSomebody: most of a thing's story is somebody's: the hip is mum's.
func (g *grouping) ofSomebody(m matter) bool {
	if m.common {
		return false
	}
	shared := map[*matter]int{}
	for _, c := range m.scenes {
		if who := g.whose[c.ID]; who != nil {
			if shared[who]++; 2*shared[who] > len(m.scenes) {
				return true
			}
		}
	}
	return false
}

// telling is what the words of a scene say of its matter.
type telling struct {
	ends     bool     // it is over
	side     int      // and how it ended
	meant    bool     // what it came to mean to the person
	life     []string // the common things of life that it speaks of
	words    []string // those that carry weight
	happened []string // sentences that may tell an event
	things   []keyed  // that it names, be they somebody's
}

// keyed is a thing by its key, and as it is called.
type keyed struct{ key, name string }

// telling is worked out once for each scene.
func (g *grouping) telling(c Scene) telling {
	if t, ok := g.told[c.ID]; ok {
		return t
	}
	book, text := &g.lore.story, g.text(c.ID)
	t := telling{
		meant: len(book.weight.in(text)) > 0, life: book.life.in(text),
		words: slices.Collect(g.lore.hers().content(text)), happened: book.happened(text),
	}
	t.side, t.ends = book.ended(text)
	for _, name := range c.Things {
		if x, ok := g.lore.thing(name); ok && !book.life.has(x.name) {
			t.things = append(t.things, x)
		}
	}
	g.told[c.ID] = t
	return t
}

func (g *grouping) place(c Scene) {
	if c.At.Sub(g.newest.At) > EncounterPause {
		g.last = -1
	}
	g.placed, g.newest = g.placed+1, c
	t := g.telling(c)
	at := g.about(c, t)
	if len(at) > 0 && g.list[at[0]].sort == ChapterPerson {
		g.whose[c.ID] = g.list[at[0]]
	}
	for _, m := range g.things(c, t) {
		i := g.add(m, c)
		if len(at) == 0 {
			g.last, g.since = i, 0 // a feeling told next is about it
		}
		at = append(at, i)
	}
	if _, weighs := g.lore.weigh(c); len(at) > 0 && (weighs || len(c.Times) > 0) {
		g.learn(at[0], t)
	}
	for _, i := range at {
		if t.ends {
			g.list[i].ends[c.ID] = t.side
		}
		if v, ok := g.lore.version(c, g.list[i].called, t.happened); ok {
			g.list[i].versions[c.ID] = v
		}
		if t.meant {
			g.list[i].weight[c.ID] = true
		}
	}
}

// about is whom or what a scene is about that names no thing: somebody named; or
// whoever was spoken of right before, if it goes on about them; or what it says
// is over.
func (g *grouping) about(c Scene, t telling) []int {
	if who, named := g.firstOf(c); named {
		g.last, g.since = g.add(who, c), 0
		return []int{g.last}
	}
	goesOn := g.last >= 0 && g.since < int(g.lore.story.numbers["goes-on"])
	if c.GoesOn && len(c.People) == 0 && goesOn {
		return g.goOn(g.last, c)
	}
	if at, ok := g.sharing(t); ok {
		g.last, g.since = at, 0
		return g.goOn(at, c)
	}
	if goesOn && len(c.People) == 0 && (t.ends || t.meant) {
		return g.goOn(g.last, c)
	}
	return nil
}

func (g *grouping) goOn(at int, c Scene) []int {
	g.list[at].takes(c)
	g.since++
	return []int{at}
}

// things are those that a scene names, and what of the common things of life it
// speaks of.
func (g *grouping) things(c Scene, t telling) []matter {
	var all []matter
	for _, name := range t.life {
		all = append(all, matter{sort: ChapterThing, key: themed(name), name: name, common: true, named: []samantha.ID{c.ID}})
	}
	who, _ := g.firstOf(c)
	for _, x := range t.things {
		if !Same(x.name, who.name) {
			all = append(all, matter{sort: ChapterThing, key: x.key, name: x.name, named: []samantha.ID{c.ID}})
		}
	}
	return all
}

// themed is the key of a common thing of life.
func themed(name string) string { return "life " + name }

// learn keeps the words of something that weighed, so that its end can be told by
// them.
func (g *grouping) learn(at int, t telling) {
	for _, w := range t.words {
		if !g.lore.story.never[w] && !g.lore.story.light[w] && len(w) >= fewestLetters {
			g.words[strings.TrimSuffix(w, "s")] = at
		}
	}
}

// sharing is the matter of which a telling says, by a word of it, that it is over:
// the operation, the hip.
func (g *grouping) sharing(t telling) (at int, ok bool) {
	if !t.ends {
		return 0, false
	}
	for _, w := range t.words {
		if i, has := g.words[strings.TrimSuffix(w, "s")]; has {
			return i, true
		}
	}
	return 0, false
}

// fewestLetters is how long a word is at least that tells one thing from another.
const fewestLetters = 3

// add puts a scene to its matter, once, and is the matter's place.
func (g *grouping) add(m matter, c Scene) int {
	i, ok := g.at[m.sort+m.key]
	if !ok {
		i = len(g.list)
		m.ends, m.weight, m.versions = map[samantha.ID]int{}, map[samantha.ID]bool{}, map[samantha.ID]version{}
		g.at[m.sort+m.key] = i
		g.list = append(g.list, &m)
	}
	to := g.list[i]
	if len(m.name) < len(to.name) && m.sort == ChapterThing {
		to.name, to.named = m.name, m.named
	}
	if n := len(to.scenes); n == 0 || to.scenes[n-1].ID != c.ID {
		to.takes(c)
	}
	return i
}

func (m *matter) takes(c Scene) { m.scenes, m.grew = append(m.scenes, c), true }

// firstOf is the first of the person's people whom a scene is about.
func (g *grouping) firstOf(c Scene) (matter, bool) {
	for _, p := range c.People {
		if p.Name+p.Relation == "" || p.Name != "" && Same(p.Name, g.self) || p.Name == "" && g.lore.story.several[plain(p.Relation)] {
			continue
		}
		m := matter{sort: ChapterPerson, name: cmp.Or(p.Name, p.Relation), byName: p.Name != "", named: []samantha.ID{c.ID}}
		known, ok := g.calling(m.name)
		if !ok && p.Kin != "" && p.Name == "" {
			m.name, m.called = p.Kin, []string{p.Relation} // "grandpa" is grandfather
			known, ok = g.calling(p.Kin)
		}
		if ok {
			m.name, m.byName, m.called, m.named = known.names[0], true, known.names, append(m.named, known.by)
			m.kin = known.kin
		}
		m.key, m.called = plain(m.name), slices.Concat([]string{m.name}, m.called, []string{cmp.Or(p.Relation, m.name)})
		return m, true
	}
	return matter{}, false
}

// calling is what somebody is called, if she knows it.
func (g *grouping) calling(name string) (calling, bool) {
	known, ok := g.called[plain(name)]
	g.met[plain(name)] = known
	return known, ok
}

// callings are what somebody is called, by each of their names.
type callings map[string]calling

// calling is what somebody is called, the name first: Mara, sister.
type calling struct {
	names []string
	kin   string      // "" if only what they are is known, and no name
	by    samantha.ID // the event that says so
}

func (c calling) same(o calling) bool {
	return c.kin == o.kin && c.by == o.by && slices.Equal(c.names, o.names)
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
			known := calling{[]string{name, kin}, kin, k.ID.Event()}
			c[plain(name)], c[plain(kin)] = known, known
		}
	}
	return c
}

// thing is a thing that a chapter may be about.
func (l *Lore) thing(text string) (keyed, bool) {
	first, _, _ := strings.Cut(strings.ToLower(text), " ")
	all := slices.Collect(l.hers().content(text))
	if len(all) == 0 || !l.story.begins[first] {
		return keyed{}, false
	}
	last := all[len(all)-1]
	if l.story.never[last] || len(last) < 3 {
		return keyed{}, false
	}
	return keyed{key: thingKey(last), name: last}, true
}

func thingKey(name string) string { return english.Stem(strings.ToLower(name), false) }
