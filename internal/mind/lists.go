package mind

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"samantha"
	"samantha/internal/mind/errand"
)

// puts puts things on a list, those that are not on it yet.
func (s *situation) puts(a samantha.Act) []samantha.Move {
	m := samantha.Move{Act: samantha.DoErrandPut}
	list := s.whichList(a, &m)
	if begun, ok := s.listBegun(); ok && m.Slots["list"] == "" && m.Recall["list"] == "" {
		list, m.Slots["list"] = begun, begun
	}
	var fresh []string
	for _, item := range s.rooms.desk.Items(a.Slots["what"]) {
		if len(s.rooms.desk.Among(s.state.Errands.On(list), item)) > 0 {
			continue
		}
		fresh = append(fresh, item)
		s.errands.set = append(s.errands.set, samantha.Errand{Kind: samantha.ErrandItem, What: item, List: list})
	}
	m.Slots["errand"] = s.rooms.desk.Join(fresh)
	if len(fresh) == 0 {
		m.Slots["errand"], m.Slots["again"] = a.Slots["what"], "yes"
	}
	return []samantha.Move{m}
}

// beginsList begins a list by name: what is on it already is read, or else she asks what goes on it.
// Where that was said in the same breath, she only puts it there.
func (s *situation) beginsList(a samantha.Act) []samantha.Move {
	if s.heard.Has("errand.put") {
		return nil
	}
	m := samantha.Move{Act: samantha.DoErrandBegun, Slots: map[string]string{}}
	if list := strings.ToLower(a.Slots["list"]); list != "" {
		m.Slots["list"] = list
		if items := s.state.Errands.On(list); len(items) > 0 {
			m.Act = samantha.DoErrandList
			s.lists(&m, items, nil)
		}
	}
	return []samantha.Move{m}
}

// listBegun is the list they began in this breath, or for which she just asked what goes on it.
func (s *situation) listBegun() (string, bool) {
	if a, ok := s.heard.Act("errand.begin"); ok {
		return strings.ToLower(a.Slots["list"]), a.Slots["list"] != ""
	}
	if last, ok := s.last(); !ok || s.opens() || last.Act != samantha.DoErrandBegun {
		return "", false
	}
	a, _, ok := s.errandBefore()
	return strings.ToLower(a.Slots["list"]), ok && a.Slots["list"] != ""
}

// isOn says whether things are on a list.
func (s *situation) isOn(what string, items []errand.Kept, m samantha.Move) []samantha.Move {
	m.Act, m.Slots["errand"] = samantha.DoErrandListed, what
	if len(s.rooms.desk.Among(items, what)) == 0 {
		m.Slots["no"] = "yes"
	}
	return []samantha.Move{m}
}

// whichList is the list an act means, the one used last if it names none, with its
// name for the move.
func (s *situation) whichList(a samantha.Act, m *samantha.Move) string {
	if m.Slots == nil {
		m.Slots = map[string]string{}
	}
	if list := strings.ToLower(a.Slots["list"]); list != "" {
		m.Slots["list"] = list
		return list
	}
	lists := s.state.Errands.Lists()
	if len(lists) == 0 {
		return ""
	}
	list := lists[len(lists)-1]
	if list != "" {
		s.recall(m, "list", s.state.Errands.On(list)[0].ID)
	}
	return list
}

// clears takes everything off a list.
func (s *situation) clears(a samantha.Act) []samantha.Move {
	m := samantha.Move{Act: samantha.DoErrandCleared}
	items := s.state.Errands.On(s.whichList(a, &m))
	if len(items) == 0 {
		return []samantha.Move{{Act: samantha.DoErrandEmpty, Slots: m.Slots, Recall: m.Recall, From: m.From}}
	}
	s.become(samantha.ErrandDone, items)
	m.Slots["count"] = strconv.Itoa(len(items))
	return []samantha.Move{m}
}

// crossesOff takes things off a list, or has an errand of another kind done.
func (s *situation) crossesOff(a samantha.Act) []samantha.Move {
	m := samantha.Move{Act: samantha.DoErrandCrossed}
	list := s.whichList(a, &m)
	on := s.state.Errands.On(list)
	if a.Slots["list"] == "" {
		on = s.state.Errands.Kept
	}
	var found []errand.Kept
	for _, item := range s.rooms.desk.Items(a.Slots["what"]) {
		found = append(found, s.rooms.desk.Among(on, item)...)
	}
	if len(found) == 0 {
		return []samantha.Move{{Act: samantha.DoErrandNone, Slots: slots("errand", a.Slots["what"])}}
	}
	s.become(samantha.ErrandDone, found)
	if left := len(s.state.Errands.On(found[0].List)) - len(found); found[0].Kind == samantha.ErrandItem {
		m.Slots["left"] = strconv.Itoa(left)
	}
	m.Slots["errand"] = a.Slots["what"]
	return []samantha.Move{m}
}

// readMost is how many things she reads out at once.
const readMost = 12

// lists gives a move the words of errands, one by one, with their times as say
// puts them; nil says none.
func (s *situation) lists(m *samantha.Move, all []errand.Kept, say func(time.Time) string) {
	if m.Slots == nil {
		m.Slots = map[string]string{}
	}
	for i, k := range all[:min(readMost, len(all))] {
		at := k.When(s.now.Location())
		if say != nil && !at.IsZero() {
			m.Slots[timeOfItem(i+1)] = say(at)
		}
		if k.What != "" {
			s.recall(m, item(i+1), k.ID)
		} else {
			m.Slots[item(i+1)] = s.rooms.desk.Kind(k.Kind)
		}
	}
	if more := len(all) - readMost; more > 0 {
		m.Slots["more"] = strconv.Itoa(more)
	}
}

// item is the slot of the nth thing that is read out, and timeOfItem that of its
// time; see [errand.Room.Gather].
func item(n int) string { return fmt.Sprintf("item.%02d", n) }

func timeOfItem(n int) string { return fmt.Sprintf("at.%02d", n) }
