package mind

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"time"

	"samantha"
	"samantha/internal/mind/memory"
)

// fromThreads answers what is open, promised, planned for a time.
func (s *situation) fromThreads(a samantha.Act) []samantha.Move {
	if a.Kind != "ask.open" {
		return nil
	}
	which := a.Slots["which"]
	var found []memory.Thread
	for _, t := range s.state.Memory.Open() {
		if s.isAsked(t, which) && !t.Like.IsSaid() && s.concerns(t, a.Slots["who"]) {
			found = append(found, t)
		}
	}
	var told []samantha.Memory
	switch which {
	case "ahead", "coming":
		found, told = s.stillAhead(found, s.now.AddDate(1, 0, 0))
	case "when":
		if to := s.until(); to.After(s.now) {
			found, told = s.stillAhead(found, to)
			told = slices.DeleteFunc(told, func(m samantha.Memory) bool { return s.heardAs(m.Text, "errand") || !s.hasTold(m.Text) })
		}
	}
	slices.SortStableFunc(found, func(a, b memory.Thread) int { return dueFirst(a, b) })
	moves := s.vowsTold(a)
	for _, t := range found[:min(openMost-len(moves), len(found))] {
		moves = append(moves, s.openThread(t))
	}
	if len(told) > 0 {
		moves = append(moves, s.quoted(told, false, ""))
	}
	if len(moves) == 0 && a.Slots["past"] != "" {
		moves = s.worriedOnce(a)
	}
	if len(moves) == 0 && which == "promised" {
		moves = s.promiseTold(a)
	}
	if which == "mind" && len(moves) < openMost {
		moves = append(moves, s.worriesTold(a)...)
	}
	if len(moves) == 0 {
		return []samantha.Move{{Act: samantha.DoNoneOpen, Slots: slots("which", which)}}
	}
	return moves
}

// stillAhead are the threads that were not given up in so many words, and what else they
// told of a day to come; where such a day is told of, what has none is left out.
func (s *situation) stillAhead(found []memory.Thread, to time.Time) ([]memory.Thread, []samantha.Memory) {
	q := s.question("")
	q.Times = []samantha.When{{From: s.now, To: to}}
	told := inOrder(s.telling(s.index.During(q, mostRead).Memories))
	var off []samantha.Memory
	for _, m := range s.index.Newest(mostRead) {
		if ownWords(m.By) && s.rooms.reader.GivesUp(m.Text) {
			off = append(off, m)
		}
	}
	l := s.lexicon()
	gone := func(text string, at time.Time) bool {
		return slices.ContainsFunc(off, func(m samantha.Memory) bool {
			return (m.At.After(at) || m.At.Equal(at) && !s.rooms.reader.Changes(m.Text)) && l.sharesThing(m.Text, text)
		})
	}
	found = slices.DeleteFunc(found, func(t memory.Thread) bool { return gone(t.About, t.At) })
	threaded := func(m samantha.Memory) bool {
		return slices.ContainsFunc(found, func(t memory.Thread) bool { return t.Due != nil && t.Told() == m.ID })
	}
	told = slices.DeleteFunc(told, func(m samantha.Memory) bool {
		return s.dayAhead(m).IsZero() || s.dayAhead(m).After(to) || gone(m.Text, m.At) || threaded(m)
	})
	if len(told) > 0 {
		found = slices.DeleteFunc(found, func(t memory.Thread) bool { return t.Due == nil })
	}
	slices.SortStableFunc(told, func(a, b samantha.Memory) int { return s.dayAhead(a).Compare(s.dayAhead(b)) })
	return found, told[:min(len(told), mostTurns)]
}

// until is the end of the last time that they ask after; zero if they name none.
func (s *situation) until() (to time.Time) {
	for _, t := range s.heard.Times {
		if t.To.After(to) {
			to = t.To
		}
	}
	return to
}

// longestAhead is how long a time may be that is still a date: "in June".
const longestAhead = 45 * 24 * time.Hour

// dayAhead is the first day or month that a telling speaks of and that is still to come;
// zero if it speaks of none.
func (s *situation) dayAhead(m samantha.Memory) time.Time {
	var first time.Time
	for _, t := range s.rooms.ear.Hear(m.Text, earNow(m.At.In(s.now.Location()))).Times {
		if t.From.After(s.now) && t.To.Sub(t.From) < longestAhead && (first.IsZero() || t.From.Before(first)) {
			first = t.From
		}
	}
	return first
}

// sharesThing: two texts have a word in common that is no verb and no time: "Portugal".
func (l *lexicon) sharesThing(a, b string) bool {
	content := l.words().Content(b)
	return slices.ContainsFunc(l.words().Content(a), func(w string) bool {
		return !l.s.rooms.ear.Verb(w) && !l.s.rooms.reader.OfDay(w) && slices.ContainsFunc(content, func(v string) bool { return l.same(w, v) == 1 })
	})
}

// worriedOnce answers what they were worried about once, when nothing of it is open any
// more: in the words it was told with.
func (s *situation) worriedOnce(a samantha.Act) []samantha.Move {
	for _, t := range slices.Backward(s.state.Memory.Threads) {
		if t.Kind != samantha.ThreadWorry {
			continue
		}
		m := samantha.Move{Act: samantha.DoMemory, Slots: slots("when", s.when(t.At, a.Text))}
		s.recall(&m, "quote", t.Told())
		return []samantha.Move{m}
	}
	return s.fromOwn(a.Text)
}

// concerns: a thread has to do with somebody, where one is named: its words, or
// those that it was told with, name them.
func (s *situation) concerns(t memory.Thread, who string) bool {
	if who == "" {
		return true
	}
	if meant, ok := s.state.Memory.Meant(who); ok {
		who = meant.Text
	}
	text := " " + samantha.SentenceKey(t.About) + " "
	return slices.ContainsFunc(s.calledAs(who), func(name string) bool {
		return strings.Contains(text, " "+samantha.SentenceKey(name)+" ")
	})
}

// promiseTold answers what they promised somebody with the words it was told with,
// if no thread holds it; done or not, they did promise it.
func (s *situation) promiseTold(a samantha.Act) []samantha.Move {
	for _, name := range s.calledAs(a.Slots["who"]) {
		for _, h := range s.index.Told("promised "+name, s.rooms.ear.Forms) {
			if strings.Contains(" "+samantha.SentenceKey(h.Text)+" ", " i promised ") && !s.onlyAsks(h.Text) {
				return []samantha.Move{s.quoted([]samantha.Memory{h.Memory}, false, a.Text)}
			}
		}
	}
	return nil
}

// worryLasts is how long a worry that was told and left no thread is one still.
const worryLasts = 90 * 24 * time.Hour

// worriesTold answers what weighs on them with what they told lately in such words,
// if no thread holds it: "I'm worried about him".
func (s *situation) worriesTold(a samantha.Act) []samantha.Move {
	var last samantha.Memory
	for _, h := range s.index.Told("worried", s.rooms.ear.Forms) {
		feels := s.heardAs(h.Text, "tell.feeling")
		if feels && !s.leftThread(h.ID) && h.At.After(last.At) && s.now.Sub(h.At) < worryLasts {
			last = h.Memory
		}
	}
	if last.ID == "" {
		return nil
	}
	told := []samantha.Memory{last}
	if before, ok := s.index.Before(last.ID); ok && pointsAtSomebody(last.Text) {
		told = []samantha.Memory{before, last} // who "him" is stands in what was said before
	}
	return []samantha.Move{s.quoted(told, false, a.Text)}
}

// pointsAtSomebody: a text ends in a pronoun for somebody it does not name.
func pointsAtSomebody(text string) bool {
	words := strings.Fields(samantha.SentenceKey(samantha.Sentences(text)[0]))
	for i, w := range words {
		if i > 0 && i < shortWorry && (w == "him" || w == "her" || w == "them") {
			return true
		}
	}
	return false
}

// shortWorry is so few words that they name nobody beside a pronoun.
const shortWorry = 6

// leftThread: a moment left something open, be it closed by now.
func (s *situation) leftThread(id samantha.ID) bool {
	return slices.ContainsFunc(s.state.Memory.Threads, func(t memory.Thread) bool { return t.Told() == id })
}

func (s *situation) isAsked(t memory.Thread, which string) bool {
	intends := t.Kind == samantha.ThreadPlan || t.Kind == samantha.ThreadPromise
	switch which {
	case "hers":
		return promise(t)
	case "promised":
		return t.Whose == memory.Person && t.Kind == samantha.ThreadPromise
	case "mine":
		return t.Whose == memory.Person && intends
	case "mind":
		return t.Kind == samantha.ThreadWorry || t.Kind == samantha.ThreadQuestion
	case "hope":
		return t.Kind == samantha.ThreadHope
	case "ahead":
		return t.Until == nil || t.Until.After(s.now)
	case "coming":
		return t.Until != nil && t.Until.After(s.now)
	case "when":
		return t.Due != nil && slices.ContainsFunc(s.heard.Times, func(w samantha.When) bool { return w.From.Before(*t.Until) && t.Due.Before(w.To) })
	}
	return true
}

// dueFirst: what is due sooner stands first, what has no time last.
func dueFirst(a, b memory.Thread) int {
	switch {
	case a.Due == nil && b.Due == nil:
		return 0
	case a.Due == nil:
		return 1
	case b.Due == nil:
		return -1
	}
	return a.Due.Compare(*b.Due)
}

// openThread says one thing that is open.
func (s *situation) openThread(t memory.Thread) samantha.Move {
	m := samantha.Move{Act: samantha.DoLeftOpen, Slots: slots("kind", string(t.Kind), "form", t.Form, "mine", yes(t.Whose == memory.Herself))}
	if t.Due != nil {
		m.Slots["when"] = s.rooms.lore.Ahead(t.Due.In(s.now.Location()), t.Until.In(s.now.Location()), s.now)
	}
	s.recallThread(&m, t)
	return m
}

// ThreadNow is a thread as it is shown: as it stands, and what closed it.
type ThreadNow struct {
	memory.Thread
	Closed  *memory.Became `json:"closed,omitempty"`
	Righted samantha.ID    `json:"righted,omitempty"` // the correction of something in its words
}

// Threads are what is open, in the order it was opened; with all, also what was
// closed.
func (m *Mind) Threads(ctx context.Context, all bool) ([]ThreadNow, error) {
	if err := m.take(ctx); err != nil {
		return nil, err
	}
	defer m.give()
	list := []ThreadNow{}
	threads := m.state.Memory.Threads
	if !all {
		threads = m.state.Memory.Open()
	}
	for _, t := range threads {
		o := ThreadNow{Thread: t.Now()}
		if b, ok := t.Closed(); ok {
			o.Closed = &b
		}
		if f, ok := m.state.Memory.Rights(t.Told()); ok {
			o.Righted = f.ID
		}
		if asked, ok := m.index.Get(t.Like); ok && t.Like.IsSaid() {
			o.About = lastQuestion(asked.Text)
		}
		list = append(list, o)
	}
	return append(list, m.ownThreads()...), nil
}

// ownThreads are the questions that she carries about herself.
func (m *Mind) ownThreads() []ThreadNow {
	var list []ThreadNow
	for _, w := range m.rooms.heart.Wonders(m.state.Heart, m.clock.Now()) {
		asks := samantha.Thread{Kind: samantha.ThreadQuestion, Whose: memory.Herself, About: w.Asks}
		list = append(list, ThreadNow{Thread: memory.Thread{Thread: asks, ID: w.ID, At: w.At}})
	}
	return list
}

// thread explains a thread: opened, came back to, closed.
func (x *explanation) thread(id samantha.ID, opened samantha.Thread) {
	t, ok := x.m.state.Memory.Thread(id)
	if !ok {
		x.why.Sentence = x.says("thread.struck")
		x.step(id, string(opened.Kind), opened.About)
		return
	}
	x.step(id, string(t.Kind), threadLine(t))
	for _, c := range t.Came {
		x.step(c.By, "back", c.At.In(location(x.m.state.Zone)).Format("2006-01-02 15:04"))
	}
	x.why.Sentence = x.says("thread.open")
	if len(t.Came) > 0 {
		x.why.Sentence = x.says("thread.asked")
	}
	for _, b := range t.Became {
		if b.How == samantha.EndLapsed {
			x.step(b.By, string(b.How), b.At.Format(time.RFC3339))
			continue
		}
		x.step(b.By, string(b.How), x.saidOf(b))
	}
	if b, closed := t.Closed(); closed {
		x.why.Sentence = x.says("thread.closed", "when", b.At.In(location(x.m.state.Zone)).Format("2 January, 15:04"))
		if b.How == samantha.EndLapsed {
			x.why.Sentence = x.says("thread.lapsed")
		}
	}
}

// saidOf are the words that made something of a thread.
func (x *explanation) saidOf(b memory.Became) string {
	e, err := x.m.find(x.ctx, b.By)
	if err != nil {
		return ""
	}
	return strconv.Quote(words(e))
}

func threadLine(t memory.Thread) string {
	parts := []string{t.About}
	if t.Whose != "" {
		parts = append(parts, "whose: "+t.Whose)
	}
	if t.Due != nil {
		parts = append(parts, "due "+t.Due.Format(time.RFC3339))
	}
	if t.Back != nil {
		parts = append(parts, "back "+t.Back.Format(time.RFC3339))
	}
	return strings.Join(parts, "; ")
}
