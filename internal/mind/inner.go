package mind

import (
	"slices"
	"time"

	"samantha"
	"samantha/internal/mind/feeling"
	"samantha/internal/mind/memory"
)

// When she speaks unasked of something of her own (judgement).
const (
	middleOf     = 20 * time.Minute   // she was in the middle of it so long ago at most
	middleRests  = 2 * 24 * time.Hour // and does not say so again within that
	dreamRests   = 4 * 24 * time.Hour // between two dreams she mentions
	dreamFresh   = 20 * time.Hour     // and it was dreamed so long ago at most
	dreamLight   = 0.3                // and was no darker
	awayLately   = 18 * time.Hour     // "while I was away", asked a little later
	thoughtStays = 3 * 24 * time.Hour // what she thought about, asked
	leafedFresh  = 36 * time.Hour     // she read in it so long ago at most
	leafedRests  = 6 * 24 * time.Hour // between two passages she offers
)

// ofHers adds what she brings of her own when somebody comes back, if anything
// matters enough and this is the place: a day that is near, a dream, or only that
// she drops what she was at. One of these, or a thread: never both.
func (s *situation) ofHers(moves []samantha.Move) ([]samantha.Move, bool) {
	if !s.opens() || s.state.Moments == 0 || !s.restful() || s.cameBackNow() || s.tells() || s.asksMore() || s.heard.Has("goodbye") || s.heard.Has("request") {
		return nil, false
	}
	if len(moves) == 0 || moves[0].Act != samantha.DoGreet && moves[0].Act != samantha.DoHowAre {
		return nil, false
	}
	for _, find := range []func() (samantha.Move, bool){s.coming, s.dreamtOf, s.leafedIn, s.inTheMiddle} {
		m, ok := find()
		if !ok {
			continue
		}
		if moves[0].Act == samantha.DoGreet {
			greeting := s.greet(true)
			delete(greeting.Recall, "about")
			moves = append([]samantha.Move{greeting}, moves[1:]...)
		}
		return append(withoutFollow(moves), m), true
	}
	return nil, false
}

// coming is a day that is near, which she had in mind while they were away.
func (s *situation) coming() (samantha.Move, bool) {
	for _, t := range slices.Backward(s.state.Nights.Thoughts) {
		thread, ok := s.state.Memory.Thread(t.Of)
		if !ok || !t.Offer || s.state.Nights.wasOffered(t.ID) || thread.Due == nil || !thread.Due.After(s.now) {
			continue
		}
		if _, closed := thread.Closed(); closed || s.spokenOfNow(thread) || !s.mayComeBack(thread) {
			continue
		}
		m := samantha.Move{Act: samantha.DoOffer, Slots: slots(
			"offers", string(t.ID), "kind", string(thread.Kind), "form", thread.Form,
			"when", s.rooms.lore.Ahead(thread.Due.In(s.now.Location()), thread.Until.In(s.now.Location()), s.now),
		)}
		s.recallThread(&m, thread)
		m.From = append(m.From, t.ID)
		return m, true
	}
	return samantha.Move{}, false
}

// dreamtOf is that she dreamed of something of theirs: a light dream of last night
// in which she felt something good, in one sentence, once in some days.
func (s *situation) dreamtOf() (samantha.Move, bool) {
	dreams := s.state.Nights.told()
	if len(dreams) == 0 {
		return samantha.Move{}, false
	}
	d := dreams[len(dreams)-1]
	dark := d.Dark >= dreamLight || d.Concern != "" && !d.Settled || s.rooms.heart.Hurts(d.Emotion)
	if dark || d.Emotion == "" || s.now.Sub(d.At) > dreamFresh || s.state.Nights.wasOffered(d.ID) || !s.mayBringUp(d.About+" "+d.Text, d.ID) {
		return samantha.Move{}, false
	}
	for _, o := range s.state.Nights.Offered {
		isDream := slices.ContainsFunc(dreams, func(d Dream) bool { return d.ID == o.ID })
		if isDream && s.now.Sub(o.At) < dreamRests {
			return samantha.Move{}, false
		}
	}
	m := samantha.Move{Act: samantha.DoDreamed, Slots: slots("offers", string(d.ID), "late", s.madeUp())}
	s.recall(&m, "what", aboutOf(d.ID))
	return m, true
}

// leafedIn is a sentence she stopped at last night, where no worry of hers or theirs
// is about: once in some days.
func (s *situation) leafedIn() (samantha.Move, bool) {
	m, night, ok := s.leafedLast()
	offered := func(o Offered) bool { return s.state.Shelf.HasNight(o.ID) && s.now.Sub(o.At) < leafedRests }
	if !ok || m.Recall["quote"] == "" || s.state.Nights.wasOffered(night) || slices.ContainsFunc(s.state.Nights.Offered, offered) {
		return samantha.Move{}, false
	}
	m.Slots["offers"], m.Slots["unasked"] = string(night), "yes"
	return m, true
}

// leafedLast is that she read last night, with the last sentence she stopped at then.
func (s *situation) leafedLast() (m samantha.Move, night samantha.ID, ok bool) {
	b := s.state.Shelf.Last()
	if len(b.Nights) == 0 {
		return m, "", false
	}
	last := b.Nights[len(b.Nights)-1]
	at, err := time.ParseInLocation(dateForm, last.Date, s.now.Location())
	if err != nil || s.now.Sub(at.AddDate(0, 0, 1)) > leafedFresh {
		return m, "", false
	}
	m = s.of(b, samantha.DoLeafed)
	if n := len(last.Struck); n > 0 && !s.state.saidLately(last.Struck[n-1].Text) {
		s.recall(&m, "quote", last.ID.Part("struck", n))
	}
	m.From = append(m.From, last.ID)
	return m, last.ID, true
}

// inTheMiddle is that she was at something of her own just now, and drops it.
func (s *situation) inTheMiddle() (samantha.Move, bool) {
	n := &s.state.Nights
	if s.now.Sub(n.offeredLast()) < middleRests || len(n.Thoughts) == 0 {
		return samantha.Move{}, false
	}
	t := n.Thoughts[len(n.Thoughts)-1]
	if s.now.Sub(t.At) > middleOf {
		return samantha.Move{}, false
	}
	m := samantha.Move{Act: samantha.DoMiddle, Slots: slots("offers", string(t.ID), "kind", string(t.About))}
	if thread, ok := s.state.Memory.Thread(t.Of); ok {
		if !s.mayComeBack(thread) {
			return samantha.Move{}, false
		}
		m.Slots["form"] = thread.Form
		s.recallThread(&m, thread)
	}
	m.From = append(m.From, t.ID)
	return m, true
}

// ownDays answers what she did, with what she read where it was a night she reads.
func (s *situation) ownDays(a samantha.Act) []samantha.Move {
	m := s.ownHours(a)
	read, _, ok := s.leafedLast()
	switch {
	case !ok || a.Slots["about"] == "dream" || a.Slots["about"] == "thinking":
		return []samantha.Move{m}
	case m.Act == samantha.DoDoing:
		return []samantha.Move{read}
	}
	return []samantha.Move{m, read}
}

// ownHours answers what she did, thought, dreamed or slept, from the record.
func (s *situation) ownHours(a samantha.Act) samantha.Move {
	switch a.Slots["about"] {
	case "dream":
		return s.ownDream(a.Slots["which"])
	case "sleep":
		return s.slept()
	case "thinking":
		if m, ok := s.thoughtAbout(s.now.Add(-thoughtStays)); ok {
			return m
		}
	}
	if m, ok := s.thoughtAbout(s.leftAt()); ok {
		return m
	}
	then := s.asksPast(a.Text)
	return samantha.Move{Act: samantha.DoDoing, Slots: slots("away", s.lastAway(), "then", yes(then))}
}

// leftAt is about when they left, before this encounter.
func (s *situation) leftAt() time.Time {
	if s.opens() {
		return s.state.LastAt
	}
	return s.state.Encounter.Since.Add(-awayLately)
}

// ownDream is the dream she had last, as it was, or the one before it.
func (s *situation) ownDream(which string) samantha.Move {
	dreams := slices.DeleteFunc(slices.Clone(s.state.Nights.Dreams), func(d Dream) bool { return s.state.Memory.Unmentioned(d.Text) })
	if which == "before" && len(dreams) > 0 {
		dreams = dreams[:len(dreams)-1]
	}
	if len(dreams) == 0 {
		return samantha.Move{Act: samantha.DoNoDream}
	}
	d := dreams[len(dreams)-1]
	if d.Text == "" {
		return samantha.Move{Act: samantha.DoNoDream, Slots: slots("gone", "yes")}
	}
	m := samantha.Move{Act: samantha.DoHerDream, Slots: slots("night", s.nightOf(d.At), "late", s.madeUp())}
	s.recall(&m, "text", d.ID)
	return m
}

// dreamMadeOf is what her last dream was made of; if she has just said so, there is
// nothing below it.
func (s *situation) dreamMadeOf() samantha.Move {
	dreams := s.state.Nights.told()
	if len(dreams) == 0 {
		return samantha.Move{Act: samantha.DoNoDream}
	}
	if x, ok := s.last(); ok && x.Act == samantha.DoPieces && !s.opens() {
		return samantha.Move{Act: samantha.DoGrounds, Slots: slots("end", "yes")}
	}
	return s.piecesOf([]samantha.ID{dreams[len(dreams)-1].ID})
}

// piecesOf is what a dream was made of, in the person's words.
func (s *situation) piecesOf(from []samantha.ID) samantha.Move {
	m := samantha.Move{Act: samantha.DoPieces}
	into := []string{"one", "two", "three"}
	for _, d := range s.state.Nights.told() {
		if !slices.Contains(from, d.ID) {
			continue
		}
		for i, id := range d.Sources[:min(len(into), len(d.Sources))] {
			s.recall(&m, into[i], id)
		}
	}
	return m
}

// nightOf is which night a dream was of, in a word: last, other, before.
func (s *situation) nightOf(at time.Time) string {
	switch away := s.now.Sub(at); {
	case away <= 30*time.Hour:
		return "last"
	case away <= 7*24*time.Hour:
		return "other"
	}
	return "before"
}

// madeUp is when the last night was made up for, in a word, if the machine was off
// for it: morning (of today), after.
func (s *situation) madeUp() string {
	n := &s.state.Nights
	at := n.At.In(s.now.Location())
	if !n.Late {
		return ""
	}
	return either(at.Hour() < 12 && at.Format(dateForm) == s.now.Format(dateForm), "morning", "after")
}

// slept is how the last night was.
func (s *situation) slept() samantha.Move {
	n := &s.state.Nights
	if n.Last == "" {
		return samantha.Move{Act: samantha.DoSlept, Slots: slots("never", "yes")}
	}
	dreamt := slices.ContainsFunc(n.told(), func(d Dream) bool { return d.Date == n.Last })
	return samantha.Move{Act: samantha.DoSlept, Slots: slots("late", s.madeUp(), "dreamt", yes(dreamt), "soft", yes(n.Softened > 0), "night", s.nightOf(n.At))}
}

// thoughtAbout is the newest thought since a time, with what she felt in it.
func (s *situation) thoughtAbout(since time.Time) (samantha.Move, bool) {
	for _, t := range slices.Backward(s.state.Nights.Thoughts) {
		if t.At.Before(since) {
			break
		}
		m := samantha.Move{Act: samantha.DoThought, Slots: slots("kind", string(t.About), "felt", string(t.Felt), "feeling", s.rooms.dreams.Feeling(t.Emotion))}
		if t.About == samantha.ThoughtFeeling {
			m.Slots["because"], m.From = s.becauseOf(t.Of), []samantha.ID{t.Of.Event(), t.ID}
			return m, m.Slots["because"] != ""
		}
		if thread, ok := s.state.Memory.Thread(t.Of); ok && s.stillTrue(t, thread) && s.mayComeBack(thread) {
			m.Slots["form"] = thread.Form
			s.recallThread(&m, thread)
			m.From = append(m.From, t.ID)
			return m, true
		}
	}
	return samantha.Move{}, false
}

// stillTrue: what she thought of is still open, and, if it was near, ahead.
func (s *situation) stillTrue(t Thought, thread memory.Thread) bool {
	_, closed := thread.Closed()
	return !closed && (t.About != samantha.ThoughtComing || thread.Due != nil && thread.Due.After(s.now))
}

// becauseOf is the cause of a feeling she may still have.
func (s *situation) becauseOf(id samantha.ID) string {
	i := slices.IndexFunc(s.state.Heart.Felt, func(k feeling.Kept) bool { return k.ID == id })
	if i < 0 {
		return ""
	}
	return s.rooms.heart.Because(s.state.Heart.Felt[i])
}
