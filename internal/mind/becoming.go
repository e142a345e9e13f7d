package mind

import (
	"context"
	"fmt"
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
		Seed: m.state.Seed, At: at, Zone: m.state.Zone, Day: day, Until: m.state.Seq,
		Threads: m.openToWish(), Ended: m.endedOfWishes(), Topic: m.rooms.ear.Topic,
	}
	var err error
	n.Lately, err = m.moments(ctx, s.Since(at))
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

// moments are what was heard after a sequence, with her answers; what was
// forgotten is not among them.
func (m *Mind) moments(ctx context.Context, after uint64) ([]self.Moment, error) {
	var all []self.Moment
	places := map[samantha.ID]int{}
	for e, err := range m.log.Read(ctx, after) {
		if err != nil {
			return nil, err
		}
		if e.Forgotten {
			continue
		}
		switch b := e.Body.(type) {
		case *samantha.Heard:
			places[e.ID] = len(all)
			o := self.Moment{ID: e.ID, Seq: e.Seq, At: e.At, Heard: b, Nth: 1, Hour: e.At.In(location(b.Numbers.Zone)).Hour()}
			if n := len(all); n > 0 && e.At.Sub(all[n-1].At) <= encounterPause {
				o.Nth = all[n-1].Nth + 1
				o.Asked = all[n-1].Said != nil && all[n-1].Said.Numbers.Asks != ""
			}
			all = append(all, o)
		case *samantha.Said:
			if i, ok := places[e.ID.Moment()]; ok {
				all[i].Said = b
			}
		}
	}
	return all, nil
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
			Grave: t.Kind == samantha.ThreadWorry || t.Back == nil || m.state.Memory.Confided(t.ID) || m.state.Memory.Unmentioned(t.About),
		})
	}
	return open
}
