package mind

import (
	"slices"
	"strings"
	"time"

	"samantha"
	"samantha/internal/mind/memory"
)

// When she turns towards somebody of theirs (judgement): they were spoken of on so many
// days and then not for so long, sooner where the person leans on her; she does so once
// in so long, and not towards the same one again within the last, nor before they were
// told of again: who did not take it up has answered.
const (
	fadeDays     = 3
	fadeAfter    = 21 * 24 * time.Hour
	fadeSooner   = 7 * 24 * time.Hour
	compassRests = 7 * 24 * time.Hour
	sameRests    = 28 * 24 * time.Hour
)

// Toward is somebody she turned towards, and when.
type Toward struct {
	Of samantha.ID `json:"of"` // their first mention
	ID samantha.ID `json:"id"` // of the moment
	At time.Time   `json:"at"`
}

// towardKept is how many of them are kept.
const towardKept = 50

// turnedTo notes whom an intent turns towards.
func (s *State) turnedTo(e samantha.Event, moves []samantha.Move) {
	for _, m := range moves {
		if m.Act == samantha.DoToward {
			t := Toward{samantha.ID(m.Slots["of"]), e.ID, e.At}
			s.Toward = slices.Clone(samantha.Newest(append(s.Toward, t), towardKept))
		}
	}
}

// turnsToward adds somebody of theirs who has faded, with something of the record: in a
// calm hour with room, once a week at most. It is no reproach and no count; where they
// lean on her hard, and nobody has faded, she asks who else there is.
func (s *situation) turnsToward(in samantha.Intent) ([]samantha.Move, bool) {
	if s.state.choice(samantha.ChoiceCompass) == samantha.ChoiceNo || s.now.Sub(s.state.TowardAt) < compassRests || s.cameBackNow() || !s.lightPlace(in) {
		return nil, false
	}
	leaning := len(s.leanSigns()) >= leanSome
	after := fadeAfter
	if leaning {
		after = fadeSooner
	}
	for _, p := range s.state.Memory.Faded(fadeDays, s.now.Add(-after)) {
		if m, ok := s.toward(p); ok {
			return append(withoutFollow(in.Moves), m), true
		}
	}
	if !leaning {
		return nil, false
	}
	return append(withoutFollow(in.Moves), samantha.Move{Act: samantha.DoToward}), true
}

// toward is a move towards somebody; false if they are not to be brought up, or were not
// long ago.
func (s *situation) toward(p memory.Somebody) (samantha.Move, bool) {
	again := slices.ContainsFunc(s.state.Toward, func(t Toward) bool { return t.Of == p.ID && (p.Last.Before(t.At) || s.now.Sub(t.At) < sameRests) })
	herself := slices.ContainsFunc(p.Names, func(n string) bool { return memory.Same(n, s.herName()) })
	called := strings.Join(append(slices.Clone(p.Names), p.Relation), " ")
	if again || herself || s.state.Memory.OfTheDead(called) || !s.mayBringUp(called, p.LastID) {
		return samantha.Move{}, false
	}
	m := samantha.Move{Act: samantha.DoToward, Slots: slots("of", string(p.ID))}
	if p.NameID != "" {
		s.recall(&m, "name", p.NameID)
	} else {
		s.recall(&m, "kin", p.RelationID)
	}
	if t, ok := s.pastOf(p); ok {
		s.recall(&m, "what", t.ID)
		m.Slots["when"] = s.rooms.lore.Ago(t.Due.In(s.now.Location()), s.now)
		return m, true
	}
	if told, ok := s.index.Get(p.Told); ok && len(strings.Fields(told.Text)) <= towardWords && ownWords(told.By) {
		s.recall(&m, "quote", told.ID)
	}
	return m, true
}

// towardWords is how long a telling is at most that she gives back of somebody.
const towardWords = 12

// pastOf is the newest thing with a day that they told of somebody, of which that day is
// over and after which she did not ask.
func (s *situation) pastOf(p memory.Somebody) (memory.Thread, bool) {
	for _, id := range slices.Backward(p.Threads) {
		t, ok := s.state.Memory.Thread(id)
		now := t.Now()
		if ok && t.Form == samantha.FormThing && now.Due != nil && now.Due.Before(s.now) && len(t.Came) == 0 && s.mayComeBack(t) {
			return now, true
		}
	}
	return memory.Thread{}, false
}
