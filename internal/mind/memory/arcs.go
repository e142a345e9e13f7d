package memory

import "time"

// arc is a matter, or the part of one that is a story by itself, and what a
// chapter of it would tell.
type arc struct {
	matter
	names []string // what it is called, as names are compared
	told  Due
}

// arcsOf are those of a matter that have a story, told as of now.
func (m *Matters) arcsOf(of *matter) []arc {
	var all []arc
	for _, a := range m.lore.arcs(*of) {
		if a.sort == ChapterThing && (!m.lore.comesBack(a) || m.ofSomebody(a)) || !m.lore.weighty(a) {
			continue
		}
		told := m.lore.shape(a)
		told.Own, told.No = a.ownVersions(m.zone), 1
		all = append(all, arc{a, plainly(a.called), told})
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
