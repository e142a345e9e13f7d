package mind

import (
	"slices"
	"strings"
	"unicode/utf8"

	"samantha"
	"samantha/internal/mind/memory"
)

// How much of what she knows stands before a Speaker at most.
const (
	knownWho    = 3 // people and things that are spoken of
	knownOfEach = 4 // facts of one of them
	knownTheirs = 4 // facts of the person's own
	knownOpen   = 3
	knownTurns  = 6 // so many turns back somebody is still spoken of
)

// knownOf is what she knows of whoever and whatever is spoken of: first in what was just
// heard, then in the last turns; nothing that was told in this very moment.
func (m *Mind) knownOf(u utterance, talk []samantha.Memory) (all []samantha.Held) {
	var before strings.Builder
	for _, x := range samantha.Newest(talk, knownTurns) {
		before.WriteString(" " + x.Text)
	}
	now, lately := spokenIn(u.heard), spokenIn(before.String())
	var seen []samantha.ID
	people := m.spokenOf(now, lately)
	for _, who := range people {
		facts := slices.DeleteFunc(slices.Clone(m.inMind().Memory.About(who)), func(k memory.Known) bool { return slices.Contains(seen, k.ID) })
		for _, k := range facts { // Ruth is the sister, too
			seen = append(seen, k.ID)
		}
		all = append(all, m.heldOf(facts, knownOfEach)...)
	}
	theirs := slices.DeleteFunc(slices.Clone(m.inMind().Memory.About(memory.Person)), func(k memory.Known) bool {
		return k.Slot == "name" || !now.tells(k.Slot+" "+k.Value)
	})
	all = append(all, m.heldOf(theirs, knownTheirs)...)
	all = append(all, m.openOf(people, now, lately)...)
	return slices.DeleteFunc(all, func(x samantha.Held) bool { return x.ID.Moment() == u.id })
}

// spoken is a text in which she looks for what it speaks of: its words, in plain letters,
// a space around each.
type spoken string

func spokenIn(text string) spoken { return spoken(" " + samantha.SentenceKey(text) + " ") }

// names: the text has these words in it, as they stand.
func (s spoken) names(words string) bool {
	key := samantha.SentenceKey(words)
	return key != "" && (strings.Contains(string(s), " "+key+" ") || strings.Contains(string(s), " "+key+"s "))
}

// tells: the text shares a telling word with the words.
func (s spoken) tells(words string) bool {
	return slices.ContainsFunc(strings.Fields(samantha.SentenceKey(words)), func(w string) bool {
		return utf8.RuneCountInString(w) >= tellingWord && s.names(w)
	})
}

// spokenOf are those whom she knows something of and who are named in one of the texts,
// the first text first. Who is to be left alone is not among them.
func (m *Mind) spokenOf(texts ...spoken) (who []string) {
	held := &m.inMind().Memory
	named := slices.Clone(held.Names())
	for _, k := range held.Known() {
		if k.Of != memory.Person && !slices.Contains(named, k.Of) {
			named = append(named, k.Of)
		}
	}
	for _, text := range texts {
		for _, name := range named {
			if len(who) < knownWho && text.names(name) && !slices.Contains(who, name) && !m.leftAlone(name) {
				who = append(who, name)
			}
		}
	}
	return who
}

// leftAlone: somebody is not to be brought up, by whichever of their names.
func (m *Mind) leftAlone(who string) bool {
	held := &m.inMind().Memory
	return held.Unmentioned(who) || slices.ContainsFunc(held.WhoIs(who), func(p memory.Somebody) bool { return p.Avoided })
}

// heldOf are facts as a Speaker is told of them, the newest of them, each as a clause and
// with the moments that told it.
func (m *Mind) heldOf(facts []memory.Known, most int) (all []samantha.Held) {
	held := &m.inMind().Memory
	for _, k := range samantha.Newest(facts, most) {
		clause := k.Slot + ": " + k.Value
		if k.Of != memory.Person {
			clause = k.Of + ", " + clause
		}
		x := samantha.Held{
			Memory: samantha.Memory{ID: k.ID.Event(), At: k.Last, By: samantha.OriginPerson, Text: clause},
			From:   held.From(k.Sources),
		}
		if m.mayShow(x) {
			all = append(all, x)
		}
	}
	return all
}

// openOf is what is open and names one of those people, or shares a telling word with one
// of the texts.
func (m *Mind) openOf(people []string, texts ...spoken) (all []samantha.Held) {
	s := m.inMind()
	for _, t := range slices.Backward(s.Memory.OpenLately()) {
		about := func(text spoken) bool { return text.tells(t.About) }
		if t.About == "" || t.Like != "" || !slices.ContainsFunc(people, spokenIn(t.About).names) && !slices.ContainsFunc(texts, about) {
			continue
		}
		x := samantha.Held{
			Memory: samantha.Memory{ID: t.Told(), At: t.At, By: samantha.OriginPerson, Text: t.About},
			From:   []samantha.ID{t.Told()}, Open: true,
		}
		if t.Due != nil {
			x.Due = t.Due.In(s.here())
		}
		if m.mayShow(x) && len(all) < knownOpen {
			all = append(all, x)
		}
	}
	return all
}

// mayShow: it may stand before a Speaker, and so may all that told it.
func (m *Mind) mayShow(x samantha.Held) bool {
	hidden := func(id samantha.ID) bool {
		told, ok := m.index.Get(id)
		return m.inMind().Memory.Hushed(id) || ok && !m.shareable(told)
	}
	return m.shareable(x.Memory) && !slices.ContainsFunc(x.From, hidden)
}
