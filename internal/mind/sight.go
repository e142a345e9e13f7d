package mind

import (
	"slices"
	"strings"
	"time"

	"samantha"
	"samantha/internal/mind/asked"
	"samantha/internal/mind/memory"
)

// How sure she must be to give at once what was asked for: before anything else is made of
// what they said, and where she would have had nothing, or a whole message of theirs.
const (
	sureAtOnce  = 0.78
	sureInstead = 0.65 // of a part of a telling that was found otherwise
	sureAtLast  = 0.55
	sureOfOld   = 0.85 // of what was told in a talk before
	sightMemory = 120  // tellings
)

// tested answers a message that tries her memory, or asks what was told so plainly that
// nothing else is meant; nil if it does not, or she does not have it.
func (s *situation) tested() []samantha.Move {
	if s.jotted {
		return nil
	}
	if moves := s.stillKept(); moves != nil {
		return moves
	}
	core, ok := s.rooms.reader.Core(s.text)
	plain := s.remarkable(core.Text)
	if !ok || s.rooms.lore.AsksHer(core.Text) || !plain && !strings.HasSuffix(core.Text, "?") {
		return nil
	}
	if moves := s.bothSeen(core.Text); moves != nil {
		return moves
	}
	if s.heard.Has("ask.agenda") || s.heard.Has("ask.left") || s.heard.Has("ask.myname") || s.heard.Has("ask.fact") && !core.Quiz {
		return nil // what she keeps as a fact she knows better
	}
	if s.asksName(core) {
		return s.theirName()
	}
	least := sureAtOnce
	if core.Tried || core.Told {
		least = sureAtLast
	} else if _, astray := s.astray(); s.heard.Has("ask") && !astray {
		return nil // it is looked for in all that she has
	} else if !plain {
		least = surely
	}
	return s.ofTonight(s.atSight(core.Text, least))
}

// asksName: a message tries her with their own name, and she has it: "did you catch my name".
func (s *situation) asksName(core asked.Core) bool {
	return core.Told && len(s.state.Memory.Find(memory.Person, "name")) > 0 && s.rooms.ear.Hear(core.Text, s.context()).Has("ask.myname")
}

// freshly is how long ago something was told that is still seen at first sight.
const freshly = 3 * 24 * time.Hour

// saidFreshly: all of some memories are what they told in the last days.
func (s *situation) saidFreshly(from []samantha.ID) bool {
	return len(from) > 0 && !slices.ContainsFunc(from, func(id samantha.ID) bool {
		m, ok := s.index.Get(id.Event())
		return !ok || m.By != samantha.OriginPerson || s.now.Sub(m.At) > freshly
	})
}

// ofTonight are the moves, if what they give back was told in this talk, or shortly before.
func (s *situation) ofTonight(moves []samantha.Move) []samantha.Move {
	if len(moves) == 1 && s.saidFreshly(moves[0].From) {
		return moves
	}
	return nil
}

// quizzed is what is to be heard of a message: the question alone, where it is set as a test.
func (s *situation) quizzed(text string) string {
	if core, ok := s.rooms.reader.Core(text); ok && core.Quiz {
		return core.Text
	}
	return text
}

// bothSeen answers the two questions of one sentence, each in a few words; nil if there are
// no two, or she has not both.
func (s *situation) bothSeen(question string) []samantha.Move {
	one, two, ok := s.rooms.reader.Both(question)
	if !ok {
		return nil
	}
	var moves []samantha.Move
	for _, part := range []string{one, two} {
		moves = append(moves, s.partSeen(part)...)
	}
	if len(moves) != 2 || moves[0].Act == moves[1].Act && moves[0].Recall["value"] == moves[1].Recall["value"] {
		return nil
	}
	return moves
}

// partSeen is what answers a part of a question: their name, or what was told.
func (s *situation) partSeen(part string) []samantha.Move {
	if s.rooms.ear.Hear(part, s.context()).Has("ask.myname") {
		if len(s.state.Memory.Find(memory.Person, "name")) == 0 {
			return nil
		}
		return s.theirName()
	}
	if seen := s.atSight(part, sureAtLast); seen != nil {
		return seen
	}
	return s.partAsked(part)
}

// stillKept tells them of an errand that they ask for so: "the van! friday! tell me you've got
// it".
func (s *situation) stillKept() []samantha.Move {
	if s.state.Paused || !s.rooms.ear.Holds("asks if kept", s.text) {
		return nil
	}
	open := s.state.Errands.Open(s.now.Location())
	words := strings.Fields(samantha.SentenceKey(s.text))
	for _, k := range open {
		named := slices.ContainsFunc(strings.Fields(samantha.SentenceKey(k.What)), func(w string) bool {
			return len(w) > 2 && slices.Contains(words, w) && !s.rooms.ear.In("determiner", w)
		})
		if named || s.rooms.ear.Holds("names an errand", s.text) {
			return s.agenda(samantha.Act{Kind: "ask.agenda"})[:1]
		}
	}
	return nil
}

// mostOwned is how many words of theirs she says again when she owns that they told her.
const mostOwned = 6

// hadTold owns that they had told her what she just could not answer, with what it was.
func (s *situation) hadTold() []samantha.Move {
	x, ok := s.last()
	if !ok || s.opens() || s.heard.Has("ask") || s.heard.Has("request") || strings.Contains(s.text, "?") || s.heard.Has("tell.name") || !s.rooms.ear.Holds("told her already", s.text) {
		return nil
	}
	before, kept := s.index.Get(x.ID)
	core, asks := s.rooms.reader.Core(before.Text)
	if !kept || !asks && !s.heardAs(before.Text, "ask") {
		return nil
	}
	if again := s.saidAgain(); again != "" {
		return []samantha.Move{{Act: samantha.DoOwned, Slots: slots("value", again)}}
	}
	if asks {
		if seen := s.atSight(core.Text, 0); seen != nil && seen[0].Act == samantha.DoDetail && !slices.Equal(x.From, seen[0].From) {
			seen[0].Act = samantha.DoOwned
			return seen
		}
	}
	return []samantha.Move{{Act: samantha.DoOwned}}
}

// saidAgain is what they say once more behind "I told you": "a calf"; "" if nothing, or more
// than she would say back.
func (s *situation) saidAgain() string {
	for _, sentence := range samantha.Sentences(s.text) {
		for part := range strings.SplitSeq(sentence, ",") {
			part = strings.Trim(strings.TrimSpace(part), ".!? ")
			if part == "" || s.rooms.ear.Holds("told her already", part) || s.rooms.ear.Holds("only cries", part) {
				continue
			}
			if strings.HasSuffix(sentence, "?") || len(strings.Fields(part)) > mostOwned {
				return ""
			}
			return part
		}
	}
	return ""
}

// remarkable: a question is of the person, or of somebody or something of theirs.
func (s *situation) remarkable(question string) bool {
	return s.ofTheirLife(question) || s.namesTold(question) || s.rooms.ear.Holds("of them", question) || s.asksOf(question)
}

// atSight is the very thing that answers a question, at least so surely; nil if nothing does.
func (s *situation) atSight(question string, least float64) []samantha.Move {
	told := s.toldLately()
	told = told[:min(len(told), sightMemory)]
	found, ok := s.rooms.reader.Sight(question, s.saidInTalks(told), s.lexicon().words())
	if !ok || found.Sure < least {
		return nil
	}
	m := told[found.Telling]
	if s.takesBack(m.ID) || strings.HasSuffix(m.Text, "?") && s.onlyAsks(m.Text) || s.anotherDay(m, found.From, found.To) {
		return nil
	}
	move := samantha.Move{Act: samantha.DoDetail}
	s.recall(&move, "value", asked.Part(m.ID, found.From, found.To))
	return s.unlessHeldBack([]samantha.Move{move})
}

// saidInTalks are some tellings as they are looked through, each talk by itself.
func (s *situation) saidInTalks(told []samantha.Memory) []asked.Said {
	said := make([]asked.Said, len(told))
	for i, m := range told {
		said[i] = asked.Said{Text: m.Text, Fresh: i+1 == len(told) || m.At.Sub(told[i+1].At) > encounterPause}
	}
	return said
}

// wantsSight is how surely something must be seen to stand in the place of what was found for a
// question; 0 if nothing may.
func (s *situation) wantsSight(a samantha.Act, moves []samantha.Move) float64 {
	if len(moves) == 1 {
		switch moves[0].Act {
		case samantha.DoView, samantha.DoAdvice, samantha.DoWorld:
			return sureAtLast
		case samantha.DoDetail:
			if !s.saidFreshly(moves[0].From) || s.rooms.reader.Question(s.fullQuestion(a.Text)).Kind == asked.Who {
				return 0
			}
			return sureInstead
		}
	}
	if !s.wantsFewer(a, moves) && !s.mayBeBetter(a, moves) || len(moves[0].From) > 0 && !s.saidFreshly(moves[0].From) {
		return 0
	}
	return sureAtLast
}

// seen is the very thing that answers a question, at least so surely.
func (s *situation) seen(a samantha.Act, least float64) []samantha.Move {
	question := s.fullQuestion(a.Text)
	if core, ok := s.rooms.reader.Core(question); ok {
		question = core.Text
	}
	if a.Slots["hers"] != "" || a.Kind == "ask.myname" || s.rooms.lore.AsksHer(question) {
		return nil
	}
	seen := s.atSight(question, least)
	if s.ofTonight(seen) == nil && least < sureOfOld {
		return s.atSight(question, sureOfOld)
	}
	return seen
}

// soFarThings is how many facts she has of somebody with whom facts say enough.
const soFarThings = 3

// soFarInto are the slots of what she names of what they told in their first talk.
func soFarInto() []string { return []string{"one", "two", "three"} }

// standsOut: somebody with a name, or a thing told in more than a word, is worth naming to them
// beside what is named already: not themselves, and nothing of their body, or told in sorrow.
func (s *situation) standsOut(t memory.Topic, beside samantha.Move) bool {
	text := or(t.Name, t.Text)
	words := strings.Fields(samantha.SentenceKey(text))
	if t.Name == "" && (t.Relation != "" || len(words) < 2 || len(words) > 4) || memory.Same(text, s.state.Memory.Name()) || s.dark(t.ID) || !s.mayBringUp(t.Text, t.ID) {
		return false
	}
	for _, id := range beside.Recall {
		if other, ok := s.state.Memory.Topic(id); ok && memory.Same(or(other.Name, other.Text), text) {
			return false
		}
	}
	return !slices.ContainsFunc(words, func(w string) bool {
		return s.rooms.ear.In("body part", w) || s.rooms.ear.In("pronoun", w) || s.rooms.ear.Verb(w)
	})
}

// soFar is what she knows of them in their first talk: the name, and the things that stood out.
func (s *situation) soFar() (samantha.Move, bool) {
	if s.state.Encounter.N > 1 || s.opens() || len(s.state.Memory.Known()) >= soFarThings {
		return samantha.Move{}, false
	}
	m := samantha.Move{Act: samantha.DoSoFar}
	for _, t := range slices.Backward(s.state.Memory.Topics) {
		if len(m.Recall) < len(soFarInto()) && s.standsOut(t, m) {
			s.recall(&m, soFarInto()[len(m.Recall)], t.ID)
		}
	}
	if len(m.Recall) == 0 {
		return m, false
	}
	if name := s.state.Memory.Find(memory.Person, "name"); len(name) > 0 {
		s.recall(&m, "name", name[0].ID)
	}
	return m, true
}
