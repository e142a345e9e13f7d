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
}

// matters are all that was told of, in the order it came up: the person named
// first in a scene, or whoever was spoken of right before; and things that come
// back. What goes on long after it was over is another one. text gives the words
// of a memory.
func (l *Lore) matters(s *State, text func(samantha.ID) string) []matter {
	g := grouping{lore: l, called: s.callings(), self: s.Name(), text: text, at: map[string]int{}, words: map[string]int{}, last: -1}
	for i, c := range s.Scenes {
		if i > 0 && c.At.Sub(s.Scenes[i-1].At) > EncounterPause {
			g.last = -1
		}
		g.place(c)
	}
	var all []matter
	for _, m := range g.list {
		for _, arc := range l.arcs(m) {
			if arc.sort != ChapterThing || l.comesBack(arc) && !g.ofSomebody(arc) {
				all = append(all, arc)
			}
		}
	}
	return all
}

// arcs are a matter and, where it was over and long after something weighed
// again, what came then as one of its own; too little for that stays with what
// was before.
func (l *Lore) arcs(m matter) []matter {
	var all []matter
	from := 0
	for _, at := range l.reopenings(m) {
		if l.anew(m, from, at) {
			all = append(all, m.between(from, at))
			from = at
		}
	}
	return append(all, m.between(from, len(m.scenes)))
}

// anew: from a place on a matter has enough that weighs, and that does not only
// tell again what was told before.
func (l *Lore) anew(m matter, from, at int) bool {
	told := map[string]bool{}
	for _, c := range m.scenes[from:at] {
		told[m.versions[c.ID].event] = true
	}
	n := 0
	for _, c := range l.weighed(m.between(at, len(m.scenes))) {
		if v, ok := m.versions[c.ID]; !ok || !told[v.event] {
			n++
		}
	}
	return n >= int(l.story.numbers["weighty"])
}

// between is a matter from one scene to another.
func (m matter) between(from, to int) matter {
	m.scenes, m.later = m.scenes[from:to], from > 0
	return m
}

// reopenings are the places of the scenes in which it weighs again, long after it
// was over.
func (l *Lore) reopenings(m matter) []int {
	var at []int
	ended := -1
	for i, c := range m.scenes {
		_, weighs := l.weigh(c)
		_, ends := m.ends[c.ID]
		if ended >= 0 && weighs && !ends && c.At.Sub(m.scenes[ended].At) > longAfter {
			at, ended = append(at, i), -1
		}
		if ends && i > 0 {
			ended = i
		}
	}
	return at
}

// longAfter is how long after its end something is no part of a chapter any more.
const longAfter = 21 * 24 * time.Hour

// grouping puts scenes to their matters.
type grouping struct {
	lore   *Lore
	called callings
	self   string // the person's own name
	text   func(samantha.ID) string
	list   []matter
	at     map[string]int
	words  map[string]int // the words of what weighed, and the matter that had them last
	last   int            // of whom it goes on; -1: nobody
	since  int            // scenes since they were named
}

// ofSomebody: most of a thing's story is somebody's: the hip is mum's.
func (g *grouping) ofSomebody(m matter) bool {
	if m.common {
		return false
	}
	for _, p := range g.list {
		if p.sort != ChapterPerson {
			continue
		}
		shared := 0
		for _, c := range m.scenes {
			if slices.ContainsFunc(p.scenes, func(o Scene) bool { return o.ID == c.ID }) {
				shared++
			}
		}
		if 2*shared > len(m.scenes) {
			return true
		}
	}
	return false
}

func (g *grouping) place(c Scene) {
	text := g.text(c.ID)
	at := g.about(c, text)
	for _, m := range g.things(c, text) {
		i := g.add(m, c)
		if len(at) == 0 {
			g.last, g.since = i, 0 // a feeling told next is about it
		}
		at = append(at, i)
	}
	side, ends := g.lore.story.ended(text)
	if _, weighs := g.lore.weigh(c); len(at) > 0 && (weighs || len(c.Times) > 0) {
		g.learn(at[0], text)
	}
	for _, i := range at {
		if ends {
			g.list[i].ends[c.ID] = side
		}
		if v, ok := g.lore.version(c, g.list[i].called, text); ok {
			g.list[i].versions[c.ID] = v
		}
		if g.lore.story.weighsFor(text) {
			g.list[i].weight[c.ID] = true
		}
	}
}

// about is whom or what a scene is about that names no thing: somebody named; or
// whoever was spoken of right before, if it goes on about them; or what it says
// is over.
func (g *grouping) about(c Scene, text string) []int {
	if who, named := g.firstOf(c); named {
		g.last, g.since = g.add(who, c), 0
		return []int{g.last}
	}
	goesOn := g.last >= 0 && g.since < int(g.lore.story.numbers["goes-on"])
	if c.GoesOn && len(c.People) == 0 && goesOn {
		return g.goOn(g.last, c)
	}
	_, ends := g.lore.story.ended(text)
	if at, ok := g.sharing(text); ok && ends {
		g.last, g.since = at, 0
		return g.goOn(at, c)
	}
	if goesOn && len(c.People) == 0 && (ends || g.lore.story.weighsFor(text)) {
		return g.goOn(g.last, c)
	}
	return nil
}

func (g *grouping) goOn(at int, c Scene) []int {
	g.list[at].scenes = append(g.list[at].scenes, c)
	g.since++
	return []int{at}
}

// things are those that a scene names, and what of the common things of life it
// speaks of.
func (g *grouping) things(c Scene, text string) []matter {
	var all []matter
	for _, name := range g.lore.story.life.in(text) {
		all = append(all, matter{sort: ChapterThing, key: themed(name), name: name, common: true, named: []samantha.ID{c.ID}})
	}
	who, _ := g.firstOf(c)
	for _, t := range c.Things {
		if thing, ok := g.lore.thing(t); ok && !Same(thing.name, who.name) && !g.lore.story.life.has(thing.name) {
			thing.named = []samantha.ID{c.ID}
			all = append(all, thing)
		}
	}
	return all
}

// themed is the key of a common thing of life.
func themed(name string) string { return "life " + name }

// learn keeps the words of something that weighed, so that its end can be told by
// them.
func (g *grouping) learn(at int, text string) {
	for w := range g.lore.hers().content(text) {
		if !g.lore.story.never[w] && !g.lore.story.light[w] && len(w) >= fewestLetters {
			g.words[strings.TrimSuffix(w, "s")] = at
		}
	}
}

// sharing is the matter that has a word of the text: the operation, the hip.
func (g *grouping) sharing(text string) (at int, ok bool) {
	for w := range g.lore.hers().content(text) {
		if i, has := g.words[strings.TrimSuffix(w, "s")]; has {
			at, ok = i, true
			break
		}
	}
	return at, ok
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
		if p.Name+p.Relation == "" || p.Name != "" && Same(p.Name, g.self) || p.Name == "" && g.lore.story.several[plain(p.Relation)] {
			continue
		}
		m := matter{sort: ChapterPerson, name: cmp.Or(p.Name, p.Relation), byName: p.Name != "", named: []samantha.ID{c.ID}}
		known, ok := g.called[plain(m.name)]
		if !ok && p.Kin != "" && p.Name == "" {
			m.name, m.called = p.Kin, []string{p.Relation} // "grandpa" is grandfather
			known, ok = g.called[p.Kin]
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

// callings are what somebody is called, by each of their names.
type callings map[string]calling

// calling is what somebody is called, the name first: Mara, sister.
type calling struct {
	names []string
	kin   string      // "" if only what they are is known, and no name
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
			known := calling{[]string{name, kin}, kin, k.ID.Event()}
			c[plain(name)], c[plain(kin)] = known, known
		}
	}
	return c
}

// thing is a thing that a chapter may be about.
func (l *Lore) thing(text string) (matter, bool) {
	first, _, _ := strings.Cut(strings.ToLower(text), " ")
	all := slices.Collect(l.hers().content(text))
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
	enough := int(l.story.numbers["thing"])
	if len(m.ends) > 0 {
		enough-- // it has an end
	}
	return len(m.scenes) >= enough && encounters >= int(l.story.numbers["encounters"])
}
