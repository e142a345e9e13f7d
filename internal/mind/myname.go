package mind

import (
	"slices"

	"samantha"
	"samantha/internal/mind/hearing"
	"samantha/internal/mind/memory"
)

// What they say of their name where she did not hear it as one: the word before was it,
// or it is none of the names she gave them.

// namesReach is how many moments back a word may be their name that they say it was.
const namesReach = 8

// nameBefore is the word they said before this moment that is their name, as they say
// now: "that's my name". Only one that would do for a name.
func (s *situation) nameBefore() (memory.Detail, bool) {
	if mine, ok := s.heard.Act("tell.myname"); !ok || mine.Slots["wrong"] != "" || s.heard.Has("tell.name") || s.opens() || s.state.Memory.Name() != "" {
		return memory.Detail{}, false
	}
	lately := s.state.Talk[max(0, len(s.state.Talk)-namesReach):]
	for _, d := range slices.Backward(s.state.Memory.Details) {
		said := func(x Exchange) bool { return x.ID == d.ID.Event() && x.Terse }
		told, ok := s.index.Get(d.ID.Event())
		if ok && slices.ContainsFunc(lately, said) && s.rooms.ear.NameOf(told.Text) != "" {
			return d, true
		}
	}
	return memory.Detail{}, false
}

// namesAgain: they say their name against what she said: with a no before it, or who the
// other one is. It is put right and not asked about.
func (s *situation) namesAgain() bool {
	name, ok := s.heard.Act("tell.name")
	last, _ := s.last()
	against := s.heard.Has("no") || s.heard.Has("correct") || name.Slots["not"] != "" || last.Act == samantha.DoMisnamed
	return ok && against && !s.opens() && s.state.Memory.Name() != ""
}

// ownsName takes their name late, with whose fault it was; nil if nothing of the sort was
// said.
func (s *situation) ownsName() []samantha.Move {
	name, named := s.heard.Act("tell.name")
	switch {
	case s.company() || s.heard.Has("ask"):
		return nil
	case named && name.Slots["own"] != "":
		return []samantha.Move{{Act: samantha.DoMisnamed, Slots: slots("name", name.Slots["name"], "late", "yes")}}
	case s.namesAgain():
		m := samantha.Move{Act: samantha.DoMisnamed, Slots: slots("name", name.Slots["name"])}
		if n := slices.IndexFunc(s.facts, func(f samantha.Fact) bool { return f.Slot == "name" && f.Of != memory.Person && f.Of != "" }); n >= 0 {
			m.Slots["slot"], m.Slots["value"], m.Slots["of"] = "name", s.facts[n].Value, s.facts[n].Of
		}
		return []samantha.Move{m}
	case !s.heard.Has("tell.myname"):
		return nil
	}
	if d, ok := s.nameBefore(); ok {
		m := samantha.Move{Act: samantha.DoMisnamed, Slots: slots("late", "yes")}
		s.recall(&m, "name", d.ID)
		return []samantha.Move{m}
	}
	m := samantha.Move{Act: samantha.DoMisnamed, Slots: slots("late", "yes")}
	mine, _ := s.heard.Act("tell.myname")
	if known := s.state.Memory.Find(memory.Person, "name"); len(known) > 0 && mine.Slots["wrong"] == "" {
		if last, _ := s.last(); gives(last.Answer, known[0].Value) {
			return []samantha.Move{{Act: samantha.DoMet, Slots: slots("name", known[0].Value)}} // she had it right
		}
		m.Slots = nil
		s.recall(&m, "name", known[0].ID)
		return []samantha.Move{m}
	}
	if s.asked(samantha.DoAskName) {
		return []samantha.Move{m}
	}
	return []samantha.Move{m, {Act: samantha.DoAskName}}
}

// nameEarly is how many moments of her life a name by itself may be theirs.
const nameEarly = 6

// nameOpen is what a name that is said now may be: theirs, if they told none; one by
// itself only while they have just come, and neither spoke of somebody else a moment ago
// nor were asked something that a name answers.
func (s *situation) nameOpen() hearing.Unnamed {
	switch {
	case s.state.Memory.Name() != "" || s.company():
		return hearing.NameTold
	case s.state.Moments > nameEarly:
		return hearing.NameOpen
	case s.asksElse() || s.spokeOfSomebody():
		return hearing.NameEarly
	}
	return hearing.NameAlone
}

// asksElse: a question of hers stands open that is not of them or of now.
func (s *situation) asksElse() bool {
	return !slices.Contains([]string{"", samantha.DoAskName, samantha.DoAskNow, samantha.DoForm}, s.state.Asked)
}

// spokeOfSomebody: somebody was spoken of in the moment before this.
func (s *situation) spokeOfSomebody() bool {
	last, ok := s.last()
	return ok && slices.ContainsFunc(s.state.Memory.Topics, func(t memory.Topic) bool { return t.Name+t.Relation != "" && !t.At.Before(last.At) })
}

// namesLate: she asked for their name, got none, and now a first name is all that is said.
func (s *situation) namesLate() bool {
	return s.state.Memory.Name() == "" && s.asked(samantha.DoAskName) && len(s.state.Talk) <= lateMost && s.rooms.ear.FirstName(s.text)
}

// lateMost is how many moments of a talk her question for their name stays open for.
const lateMost = 8
