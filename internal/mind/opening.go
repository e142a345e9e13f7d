package mind

import (
	"samantha"
)

// opening is what she does when asked to open a page.
func (s *situation) opening(a samantha.Act) []samantha.Move {
	if s.overheard() && a.Slots["page"] != samantha.PageHere {
		return []samantha.Move{{Act: samantha.DoHeldBack}}
	}
	m := samantha.Move{Act: samantha.DoOpen, Slots: slots("page", a.Slots["page"])}
	if who := a.Slots["who"]; who != "" {
		found := s.state.Memory.WhoIs(who)
		if len(found) == 0 {
			return []samantha.Move{{Act: samantha.DoNothing, Slots: slots("topic", who)}}
		}
		m.Slots["of"] = string(found[0].ID)
	}
	return []samantha.Move{m}
}

// opened is the page that an intent opens.
func opened(in samantha.Intent) samantha.Opening {
	for _, m := range in.Moves {
		switch m.Act {
		case samantha.DoOpen:
			return samantha.Opening{Page: m.Slots["page"], Of: samantha.ID(m.Slots["of"])}
		case samantha.DoTogether:
			if m.Slots["how"] == showTime {
				return samantha.Opening{Page: samantha.PageUs, Layer: samantha.LayerTime}
			}
		case samantha.DoRead:
			return samantha.Opening{Aloud: true}
		}
	}
	return samantha.Opening{}
}
