package memory

import (
	"cmp"
	"slices"
	"strings"

	"github.com/kljensen/snowball/english"

	"samantha"
)

// matter is one person or thing, and the scenes that are about it.
type matter struct {
	sort   string
	key    string
	name   string // as the person calls them
	byName bool   // and that is a name
	called []string
	named  []samantha.ID // the memories that these names are from
	scenes []Scene
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
		m := matter{sort: ChapterPerson, name: cmp.Or(p.Name, p.Relation), byName: p.Name != "", named: []samantha.ID{c.ID}}
		if known, ok := g.called[plain(m.name)]; ok {
			m.name, m.byName, m.called, m.named = known.names[0], true, known.names, append(m.named, known.by)
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
	return len(m.scenes) >= int(l.story.numbers["thing"]) && encounters >= int(l.story.numbers["encounters"])
}
