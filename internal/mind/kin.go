package mind

import (
	"slices"
	"strings"

	"samantha"
	"samantha/internal/mind/memory"
)

// namesOf answers what somebody of theirs is called, or several of them, "my
// grandchildren": by the names that are known, and with what was told of others
// that are the same to them; nil if nothing was.
func (s *situation) namesOf(relation, question string) []samantha.Move {
	var moves []samantha.Move
	var names []string
	rels := s.rooms.lore.Among(relation)
	for _, r := range rels {
		for _, k := range s.known(r, "name") {
			if len(moves) < factsSaid {
				moves, names = append(moves, s.stated(k, question)), append(names, k.Value, k.Of)
			}
		}
	}
	if len(rels) == 1 && len(moves) > 0 {
		return moves
	}
	if told := s.kinTold(rels, names); len(told) > 0 {
		moves = append(moves, s.quoted(told[:min(len(told), mostTurns)], false, question))
	}
	return moves
}

// howMany answers how many of a kind of kin they have, or whether they have any: with
// what they told of it, or with those that are known by name; nil if nobody is.
func (s *situation) howMany(a samantha.Act) []samantha.Move {
	kin, ok := s.rooms.lore.CountsKin(a.Text)
	if having := s.rooms.reader.Having(a.Text); !ok && having != "" {
		kin, ok = s.rooms.lore.CountsKin("how many " + having + " do i have")
	}
	if !ok {
		return nil
	}
	for _, k := range s.state.Memory.Find(memory.Person, "has") {
		if strings.Contains(" "+samantha.SentenceKey(k.Value)+" ", " "+samantha.SentenceKey(kin)+" ") {
			return []samantha.Move{s.stated(k, a.Text)} // "three brothers and a sister"
		}
	}
	var named []samantha.Move
	for _, r := range s.rooms.lore.Among(kin) {
		for _, k := range s.known(r, "name") {
			named = append(named, s.stated(k, a.Text))
		}
	}
	if len(named) == 0 {
		return nil
	}
	count := samantha.Move{Act: samantha.DoCount, Slots: slots("count", s.rooms.lore.Number(len(named)))}
	return append([]samantha.Move{count}, named[:min(len(named), factsSaid)]...)
}

// kinTold are tellings of kin that no fact names: of somebody's of theirs, "Erik's
// girl is called Lena", oldest first. Those that only speak of names known already
// are left out.
func (s *situation) kinTold(relations, known []string) []samantha.Memory {
	var told []samantha.Memory
	for _, r := range relations {
		of, by := s.rooms.lore.Made(r)
		for _, whose := range of {
			for _, name := range s.calledAs(whose) {
				told = append(told, s.theirKin(name, by)...)
			}
		}
	}
	return slices.DeleteFunc(inOrder(told), func(m samantha.Memory) bool {
		return slices.ContainsFunc(known, func(n string) bool { return holdsName(m.Text, n) })
	})
}

// kinOfTheirs are tellings that somebody of theirs has kin of a relation, in
// whatever everyday word: "my brother and his wife had a baby boy" for Teo's son.
func (s *situation) kinOfTheirs(of, relation string) []samantha.Memory {
	var told []samantha.Memory
	for _, name := range s.calledAs(of) {
		told = append(told, s.theirKin(name, append([]string{relation}, s.rooms.lore.Alike(relation)...))...)
	}
	return told
}

// theirKin are tellings that somebody has kin of one of the kinds: the words stand in
// one sentence, with nothing but "'s" or a having between them.
func (s *situation) theirKin(who string, kinds []string) []samantha.Memory {
	var told []samantha.Memory
	for _, kind := range kinds {
		for _, h := range s.index.Told(who+" "+kind, s.rooms.ear.Forms) {
			if s.rooms.lore.HasKin(h.Text, who, kind) && !s.onlyAsks(h.Text) {
				told = append(told, h.Memory)
			}
		}
	}
	return told
}

// movedTo are tellings that somebody lives or moves somewhere, oldest first, in words
// that made no fact.
func (s *situation) movedTo(who string) []samantha.Memory {
	var told []samantha.Memory
	for _, name := range s.calledAs(who) {
		for _, verb := range []string{"lives", "moved"} {
			for _, h := range s.index.Told(name+" "+verb, s.rooms.ear.Forms) {
				if s.tellsPlainly([]samantha.ID{h.ID}) {
					told = append(told, h.Memory)
				}
			}
		}
	}
	return inOrder(told)
}

// tellsPlainly: moments from which it was not learned where somebody lives or works,
// which might be over or taken back, and which were no dream: their words may stand
// for a fact.
func (s *situation) tellsPlainly(from []samantha.ID) bool {
	return !slices.ContainsFunc(from, func(id samantha.ID) bool {
		m, _ := s.index.Get(id)
		learned := slices.ContainsFunc(s.state.Memory.Facts, func(f memory.Fact) bool { return f.ID.Event() == id.Event() && ofPlace(f.Slot) })
		return learned || s.heardAs(m.Text, "tell.dream")
	})
}

// ofPlace: a slot says where somebody lives or works, or as what.
func ofPlace(slot string) bool {
	return slices.Contains([]string{"home", "lived", "from", "work", "workplace", "workcity", "worked", "does"}, slot)
}

func holdsName(text, name string) bool {
	return name != "" && strings.Contains(" "+samantha.SentenceKey(text)+" ", " "+samantha.SentenceKey(name)+" ")
}

// each answers what is known of several people at once, "my sons": who each is, and
// what was learned or told of them last.
func (s *situation) each(relation string) []samantha.Move {
	var moves []samantha.Move
	for _, r := range s.rooms.lore.Among(relation) {
		for _, k := range s.known(r, "name") {
			if len(moves) >= factsSaid {
				break
			}
			moves = append(moves, s.stated(k, ""))
			moves = append(moves, s.newestOf(k.Value)...)
		}
	}
	return moves
}

// newestOf is what was learned of somebody last besides a name, or told of them.
func (s *situation) newestOf(name string) []samantha.Move {
	for _, k := range slices.Backward(s.state.Memory.About(name)) {
		if k.Slot != "name" && k.Slot != "relation" {
			return []samantha.Move{s.stated(k, "")}
		}
	}
	for _, p := range s.state.Memory.WhoIs(name) {
		return []samantha.Move{s.lastTold(p, "")}
	}
	return nil
}
