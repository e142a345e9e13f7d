package mind

import (
	"cmp"
	"slices"
	"strings"

	"samantha"
	"samantha/internal/mind/asked"
	"samantha/internal/mind/memory"
)

// fromCourse answers what is asked of how something went, what changed, why, and
// what somebody said; nil if it is none of these, or nothing of it was told.
func (s *situation) fromCourse(a samantha.Act) []samantha.Move {
	switch a.Kind {
	case "ask.then":
		return s.sameAgain(a)
	case "ask.course":
		return s.course(a)
	case "ask.changed":
		return s.changed(a)
	case "ask.reason":
		return s.reason(a)
	case "ask.told":
		if moves := s.ofValue(a.Slots["topic"], a.Text); moves != nil {
			return moves
		}
		return s.toldOfIt(a)
	case "ask.latest":
		return s.latest(a)
	case "ask.said", "ask.keep":
		return s.reported(a)
	case "ask.past", "ask.other", "ask.world":
		return s.asksThen(a)
	case "ask.last":
		if len(s.times(a.Text)) > 0 {
			return s.during(a.Text)
		}
	}
	return nil
}

// course answers how something went: how it began, a turn, and how it is now, in
// order; asked for its end, with that.
func (s *situation) course(a samantha.Act) []samantha.Move {
	topic := a.Slots["topic"]
	told := s.underAnyName(topic, func(name string) []samantha.Memory { return s.index.Course(name, s.rooms.ear.Forms) })
	told = s.ofThemselves(s.telling(told), topic)
	switch {
	case len(told) == 0 && s.ofTheirs(a.Text):
		return []samantha.Move{{Act: samantha.DoNothing}}
	case len(told) == 0:
		return nil
	case a.Slots["at"] == "end":
		told = told[len(told)-1:]
	case len(told) > mostTurns:
		told = slices.Concat(told[:1], told[len(told)-2:])
	}
	return []samantha.Move{s.quoted(told, false, a.Text)}
}

// mostTurns is how much of a course she gives back: its first, a turn, its outcome.
const mostTurns = 3

// telling are those of some memories that tell something.
func (s *situation) telling(memories []samantha.Memory) []samantha.Memory {
	return slices.DeleteFunc(memories, func(m samantha.Memory) bool { return s.onlyAsks(m.Text) })
}

// inOrder puts memories in the order they were told, each once.
func inOrder(told []samantha.Memory) []samantha.Memory {
	slices.SortFunc(told, func(a, b samantha.Memory) int {
		return cmp.Or(a.At.Compare(b.At), strings.Compare(string(a.ID), string(b.ID)))
	})
	return slices.CompactFunc(told, func(a, b samantha.Memory) bool { return a.ID == b.ID })
}

// quoted gives one or several memories back, in the order they are in.
func (s *situation) quoted(told []samantha.Memory, more bool, question string) samantha.Move {
	if len(told) == 1 {
		m := samantha.Move{Act: samantha.DoMemory, Slots: slots("when", s.when(told[0].At, question), "wrote", yes(told[0].By == samantha.OriginFile))}
		s.recall(&m, "quote", told[0].ID)
		return m
	}
	m := samantha.Move{Act: samantha.DoGathered, Slots: slots("more", yes(more && len(told) == mostGathered))}
	for i, slot := range []string{"one", "two", "three", "four"}[:min(len(told), mostGathered)] {
		s.recall(&m, slot, told[i].ID)
	}
	return m
}

// changed answers what is otherwise now: with what of their life was told anew, and
// what was told as a turn; of one matter, or since a time.
func (s *situation) changed(a samantha.Act) []samantha.Move {
	var told []samantha.Memory
	var since samantha.When
	if times := s.times(a.Text); len(times) > 0 {
		since = times[0]
	}
	topic := a.Slots["topic"]
	for _, id := range s.state.Memory.Renewed(s.rooms.lore.SlotsOf(topic), topic == "") {
		if m, ok := s.index.Get(id); ok && !m.At.Before(since.From) {
			told = append(told, m)
		}
	}
	if topic != "" && len(told) < leastGathered {
		told = s.telling(s.index.Course(topic, s.rooms.ear.Forms))
	}
	if topic == "" {
		told = append(told, s.telling(s.index.Turns(since.From))...)
	}
	told = inOrder(told)
	if len(told) == 0 {
		return []samantha.Move{{Act: samantha.DoNothing}}
	}
	more := len(told) > mostGathered
	return []samantha.Move{s.quoted(told[max(0, len(told)-mostGathered):], more, a.Text)}
}

// reason answers why something was: with a telling of it that says so, of the time
// that is asked for.
func (s *situation) reason(a samantha.Act) []samantha.Move {
	matter := s.rooms.lore.Timeless(a.Slots["topic"], s.heard.Times)
	if matter == "" {
		return nil
	}
	found, inWords := memory.Held{}, false
	q := s.question(a.Text)
	for _, h := range s.index.Told(matter, s.rooms.ear.Forms) {
		within, dated := s.index.Within(q, h.ID)
		gives, words := s.rooms.lore.GivesReason(h.Text, matter)
		if dated && !within || !gives || s.onlyAsks(h.Text) || s.rooms.lore.Denied(a.Text) && !s.rooms.lore.Denied(h.Text) {
			continue
		}
		if found.ID == "" || words && !inWords {
			found, inWords = h, words
		}
	}
	if found.ID != "" {
		return []samantha.Move{s.quoted([]samantha.Memory{found.Memory}, false, a.Text)}
	}
	if len(s.heard.Times) > 0 || s.ofTheirs(a.Text) {
		return []samantha.Move{{Act: samantha.DoNothing}}
	}
	return nil
}

// latest answers with what they told last of something.
func (s *situation) latest(a samantha.Act) []samantha.Move {
	topic := a.Slots["topic"]
	told := s.underAnyName(topic, func(name string) []samantha.Memory {
		var found []samantha.Memory
		for _, h := range s.index.Told(name, s.rooms.ear.Forms) {
			found = append(found, h.Memory)
		}
		return found
	})
	told = s.ofThemselves(s.telling(told), topic)
	if len(told) == 0 {
		return []samantha.Move{{Act: samantha.DoNothing, Slots: slots("topic", topic)}}
	}
	return []samantha.Move{s.quoted(told[len(told)-1:], false, a.Text)}
}

// underAnyName is what is found of a matter or, if it is somebody, under all that they
// are called, oldest first: "my brother" is Sam.
func (s *situation) underAnyName(topic string, find func(name string) []samantha.Memory) []samantha.Memory {
	names := []string{topic}
	if len(s.state.Memory.WhoIs(strings.TrimSpace(topic))) == 1 {
		names = s.calledAs(topic)
	}
	var told []samantha.Memory
	for _, name := range names {
		told = append(told, find(name)...)
	}
	return inOrder(told)
}

// ofThemselves leaves out tellings that name somebody only as whose kin it is of:
// "Bram's wife works at the bank" tells nothing of Bram.
func (s *situation) ofThemselves(told []samantha.Memory, who string) []samantha.Memory {
	names := s.calledAs(who)
	kin := func(w string) bool { return s.rooms.ear.In("relation", w) }
	return slices.DeleteFunc(told, func(m samantha.Memory) bool { return asked.OfKinOnly(m.Text, names, kin) })
}

// reported answers what somebody said: the newest that the person told of it, of that
// time and matter if one is asked for, or what was said here while they were there.
func (s *situation) reported(a samantha.Act) []samantha.Move {
	keep := a.Kind == "ask.keep"
	m := samantha.Move{Act: samantha.DoReported, Slots: slots("keep", yes(keep))}
	told := s.reports(a.Slots["who"], a.Slots["topic"], s.question(a.Text))
	heard := s.overheardOf(a.Slots["who"])
	switch {
	case len(told) > 0 && !keep:
		return []samantha.Move{s.quoted(told[len(told)-1:], false, a.Text)}
	case len(told) > 0:
		s.recall(&m, "quote", told[len(told)-1].ID)
	case len(heard) > 0:
		m.Slots["guest"] = "yes"
		s.recall(&m, "quote", heard[len(heard)-1].ID)
	case keep:
		return []samantha.Move{{Act: samantha.DoNothing}}
	default:
		if m, ok := s.particular(a.Text); ok {
			return []samantha.Move{m}
		}
		if found := s.fromOwn(a.Text); a.Slots["topic"] != "" && s.reportsIn(found) {
			return found
		}
		return nil
	}
	return []samantha.Move{m}
}

// reports are tellings of what somebody said, of the times of a question and of a
// matter, if one is given; oldest first.
func (s *situation) reports(who, matter string, q memory.Question) []samantha.Memory {
	names := s.calledAs(who)
	if len(s.state.Memory.WhoIs(who)) == 0 {
		names = append(names, s.rooms.lore.Alike(names[0])...) // asked of the doctor, the specialist is meant
	}
	var told []samantha.Memory
	for _, name := range names {
		for _, h := range s.index.Told(s.rooms.lore.Timeless(name+" "+matter, q.Times), s.rooms.ear.Forms) {
			within, dated := s.index.Within(q, h.ID)
			if (within || !dated) && s.rooms.lore.Reports(h.Text, names) && !s.onlyAsks(h.Text) && !s.heardAs(h.Text, "request.forget") {
				told = append(told, h.Memory)
			}
		}
	}
	return inOrder(told)
}

// reportsIn: what was found gives back somebody's words, and is not only of the same
// matter.
func (s *situation) reportsIn(found []samantha.Move) bool {
	return slices.ContainsFunc(found, func(m samantha.Move) bool {
		return slices.ContainsFunc(m.From, func(id samantha.ID) bool {
			told, _ := s.index.Get(id)
			return s.rooms.lore.ReportsAny(told.Text)
		})
	})
}

// overheardOf is what was said while somebody was there as a guest, oldest first; but
// not that they came or went.
func (s *situation) overheardOf(who string) []samantha.Memory {
	there := s.context()
	there.Guest = true
	for _, p := range s.state.Memory.WhoIs(who) {
		told := slices.DeleteFunc(s.index.Overheard(p.Met), func(m samantha.Memory) bool {
			return s.rooms.ear.Hear(m.Text, there).Has("guest")
		})
		if len(told) > 0 {
			return told
		}
	}
	return nil
}

// saidBy are the moments that hold what somebody said.
func (s *situation) saidBy(who string) []samantha.ID {
	var ids []samantha.ID
	for _, m := range slices.Concat(s.reports(who, "", memory.Question{}), s.overheardOf(who)) {
		ids = append(ids, m.ID)
	}
	return ids
}

// calledAs are the words by which somebody of theirs is spoken of: as they are asked
// for, by name, by relation.
func (s *situation) calledAs(who string) []string {
	plain := strings.TrimSpace(strings.TrimPrefix(strings.TrimPrefix(samantha.SentenceKey(who), "my "), "the "))
	names := []string{plain}
	for _, p := range s.state.Memory.WhoIs(who) {
		for _, name := range p.Names {
			names = append(names, name)
			if words := strings.Fields(name); len(words) > 1 {
				names = append(names, words[len(words)-1]) // "Okafor" of "Dr Okafor"
			}
		}
		if p.Relation != "" {
			names = append(names, p.Relation)
		}
	}
	return names
}
