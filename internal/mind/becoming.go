package mind

import (
	"context"
	"fmt"
	"slices"
	"time"

	"samantha"
	"samantha/internal/mind/memory"
	"samantha/internal/mind/self"
)

// become lets the last day of talk make of her what it makes, once that day is
// over and once only: words taken up, opinions, wishes, and at the end of a week
// the steps of her traits and a portrait. It is dated to when the day was over, so
// whoever looks later changes nothing by it; and it waits as [Mind.recount] does.
func (m *Mind) become(ctx context.Context) error {
	day, at, ok := m.dayOver()
	if !ok || m.state.Paused || m.masked || len(m.unsaved) > 0 {
		return nil
	}
	night, err := m.night(ctx, day, at)
	if err != nil {
		return fmt.Errorf("look back on %s: %w", day, err)
	}
	var drafts []samantha.Draft
	for _, b := range m.rooms.becoming.Night(&m.state.Self, night) {
		drafts = append(drafts, samantha.Draft{At: at, Origin: samantha.OriginHerself, Body: b})
	}
	if _, err := m.append(ctx, drafts...); err != nil {
		return fmt.Errorf("become of %s: %w", day, err)
	}
	portrait, ok := m.rooms.becoming.Portrait(&m.state.Self, m.state.Seed)
	if !ok {
		return nil
	}
	_, err = m.append(ctx, samantha.Draft{At: at, Origin: samantha.OriginHerself, Body: portrait})
	return err
}

// dayOver is the last day of talk that no night has looked back on, and when it
// was over; false while it may go on.
func (m *Mind) dayOver() (day string, at time.Time, ok bool) {
	days := m.state.Self.Days
	if len(days) == 0 || days[len(days)-1].Date <= m.state.Self.Day {
		return "", time.Time{}, false
	}
	last := days[len(days)-1]
	return last.Date, last.Ends, !m.clock.Now().Before(last.Ends)
}

// night gathers what a night may look at, from the log.
func (m *Mind) night(ctx context.Context, day string, at time.Time) (self.Night, error) {
	s := &m.state.Self
	n := self.Night{
		Seed: m.state.Seed, At: at, Zone: m.state.here(), Day: day, Until: m.state.Seq,
		Threads: m.openToWish(), Ended: m.endedOfWishes(),
	}
	var err error
	n.Lately, err = m.lately(ctx, s.Since(at))
	for _, o := range n.Lately {
		if o.Seq > s.WeekFrom {
			n.Week = append(n.Week, o)
		}
		if o.Seq > s.Until {
			n.Today = append(n.Today, o)
		}
	}
	return n, err
}

// lived are moments as nights look at them, kept from one night to the next. They
// hold words, and are let go of when something is forgotten.
type lived struct {
	after, upTo uint64 // the sequences between which they are
	moments     []self.Moment
}

// lately are the moments after a sequence, with her answers; what was forgotten is
// not among them. From the log she reads those that she did not take in herself.
func (m *Mind) lately(ctx context.Context, after uint64) ([]self.Moment, error) {
	l := &m.lived
	if after < l.after || after > l.upTo {
		*l = lived{upTo: after}
	}
	l.after = after
	l.moments = slices.DeleteFunc(l.moments, func(o self.Moment) bool { return o.Seq <= after })
	for e, err := range m.log.Read(ctx, l.upTo) {
		if err != nil {
			return nil, err
		}
		l.follow(m.rooms, e)
	}
	l.place(m.state)
	return l.moments, nil
}

// place says of each moment where in a stretch of talk it stood, and at what hour.
func (l *lived) place(s *State) {
	for i := range l.moments {
		o := &l.moments[i]
		o.Nth, o.Asked, o.Hour = 1, false, o.At.In(s.there(o.Heard.Numbers.Zone)).Hour()
		if i == 0 || o.At.Sub(l.moments[i-1].At) > encounterPause {
			continue
		}
		before := l.moments[i-1]
		o.Nth = before.Nth + 1
		o.Asked = before.Said != nil && before.Said.Numbers.Asks != ""
	}
}

// follow takes in an event that comes right behind the last.
func (l *lived) follow(rooms *Rooms, e samantha.Event) {
	if e.Seq != l.upTo+1 {
		return
	}
	l.upTo = e.Seq
	if !e.Forgotten {
		l.add(rooms, e)
	}
}

func (l *lived) add(rooms *Rooms, e samantha.Event) {
	switch b := e.Body.(type) {
	case *samantha.Heard:
		l.moments = append(l.moments, rooms.becoming.Moment(e, b, rooms.ear.Topic(b.Words.Hearing)))
	case *samantha.Said:
		for i := range slices.Backward(l.moments) {
			if l.moments[i].ID == e.ID.Moment() {
				l.moments[i].Said = b
				return
			}
		}
	}
}

// endedOfWishes are how the threads ended that wishes of hers are about.
func (m *Mind) endedOfWishes() map[samantha.ID]samantha.Ending {
	ended := map[samantha.ID]samantha.Ending{}
	for _, w := range m.state.Self.Holding(samantha.ItemWish) {
		if t, ok := m.state.Memory.Thread(w.Of); ok {
			if became, closed := t.Closed(); closed {
				ended[w.Of] = became.How
			}
		}
	}
	return ended
}

// openToWish are the threads open now; those told in sorrow, or to be left alone,
// are no matter for a wish of hers.
func (m *Mind) openToWish() []self.Thread {
	var open []self.Thread
	for _, t := range m.state.Memory.OpenLately() {
		if t.Whose != memory.Person || t.Like.IsSaid() {
			continue
		}
		open = append(open, self.Thread{
			ID: t.ID, Thing: t.Thing, Form: t.Form,
			Grave: t.Kind == samantha.ThreadWorry || t.Back == nil || m.state.Memory.Hushed(t.ID) || m.state.Memory.Unmentioned(t.About),
		})
	}
	return open
}
