package memory

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"github.com/kljensen/snowball/english"

	"samantha"
)

// Herself is whose her own promises are.
const Herself = string(samantha.OriginHerself)

// Thread is a thread as it was opened, and what became of it.
type Thread struct {
	samantha.Thread
	ID     samantha.ID `json:"id"`
	At     time.Time   `json:"at"`
	Came   []Came      `json:"came,omitempty"`   // when she came back to it
	Became []Became    `json:"became,omitempty"` // what was said of it, oldest first
}

// Came is one coming back, by the answer that did it.
type Came struct {
	By samantha.ID `json:"by"`
	At time.Time   `json:"at"`
}

// Became is what one event made of a thread.
type Became struct {
	samantha.Closing
	By samantha.ID `json:"by"`
	At time.Time   `json:"at"`
}

// Closed is what closed the thread; false while it is open.
func (t Thread) Closed() (Became, bool) {
	for _, b := range t.Became {
		if b.How != samantha.EndChanged {
			return b, true
		}
	}
	return Became{}, false
}

// Now is the thread as it stands after all changes of its time.
func (t Thread) Now() Thread {
	for _, b := range t.Became {
		if b.How == samantha.EndChanged {
			t.Due, t.Until, t.Back = b.Due, b.Until, b.Back
		}
	}
	return t
}

// AboutOf is the id of the words a thread was opened with; its own id stands for
// the thing in them.
func AboutOf(thread samantha.ID) samantha.ID {
	return samantha.ID(strings.Replace(string(thread), ".thread.", ".about.", 1))
}

// WhoOf is the id of the name of whose a thread is.
func WhoOf(thread samantha.ID) samantha.ID {
	return samantha.ID(strings.Replace(string(thread), ".thread.", ".whose.", 1))
}

// openThreads takes in what was left open. A promise about a thread that is gone,
// or about a promise, promises nothing.
func (s *State) openThreads(e samantha.Event, opened []samantha.Thread) {
	for i, t := range opened {
		if about, ok := s.Thread(t.Like); t.Like == "" || ok && about.Like == "" {
			s.Threads = append(s.Threads, Thread{Thread: t, ID: e.ID.Part("thread", i+1), At: e.At})
		}
	}
}

// became notes what an event made of threads.
func (s *State) became(e samantha.Event, closed []samantha.Closing) {
	for _, c := range closed {
		if t := s.thread(c.Thread); t != nil {
			t.Became = append(t.Became, Became{Closing: c, By: e.ID, At: e.At})
		}
	}
}

// cameBack notes that she came back to threads. A promise to ask is kept by that.
func (s *State) cameBack(e samantha.Event, ids []samantha.ID) {
	for _, id := range ids {
		t := s.thread(id)
		if t == nil {
			continue
		}
		t.Came = append(t.Came, Came{By: e.ID, At: e.At})
		if t.Whose == Herself && !e.Forgotten {
			t.Became = append(t.Became, Became{Closing: samantha.Closing{Thread: id, How: samantha.EndDone}, By: e.ID, At: e.At})
		}
	}
}

func (s *State) thread(id samantha.ID) *Thread {
	for i := len(s.Threads) - 1; i >= 0 && id != ""; i-- {
		if s.Threads[i].ID == id {
			return &s.Threads[i]
		}
	}
	return nil
}

// Thread is one thread, open or closed, as it stands now.
func (s *State) Thread(id samantha.ID) (Thread, bool) {
	if t := s.thread(id); t != nil {
		return t.Now(), true
	}
	return Thread{}, false
}

// threadWords are the words that the id of a thread, or of a part of one, stands
// for. A promise without a thing of its own has that of the thread it is about.
func (s *State) threadWords(id samantha.ID) (string, bool) {
	for _, t := range s.Threads {
		switch id {
		case t.ID:
			if t.Thing == "" && t.Like != "" {
				return s.threadWords(t.Like)
			}
			return t.Thing, t.Thing != ""
		case AboutOf(t.ID):
			return t.About, t.About != ""
		case WhoOf(t.ID):
			return t.Whose, t.Whose != ""
		}
	}
	return "", false
}

// dropThreads takes threads out that are gone, or are about one that is, and
// what became of others by an event that is gone.
func (s *State) dropThreads(gone func(samantha.ID) bool) {
	s.Threads = slices.DeleteFunc(s.Threads, func(t Thread) bool { return gone(t.ID) || t.Like != "" && gone(t.Like) })
	for i := range s.Threads {
		t := &s.Threads[i]
		t.Became = slices.DeleteFunc(t.Became, func(b Became) bool { return gone(b.By) })
		if len(t.Became) == 0 {
			t.Became = nil
		}
	}
}

// Open are the open threads as they stand now, in the order they were opened.
// What was told of more than once is one thread, with the newest time.
func (s *State) Open() []Thread {
	var open []Thread
	for _, t := range s.Threads {
		if _, closed := t.Closed(); closed {
			continue
		}
		t = t.Now()
		at := slices.IndexFunc(open, func(o Thread) bool { return sameThread(o.Thread, t.Thread) })
		if at < 0 {
			open = append(open, t)
			continue
		}
		o := &open[at]
		if t.Due != nil {
			o.Due, o.Until, o.Back = t.Due, t.Until, t.Back
		}
		o.Came = append(slices.Clone(o.Came), t.Came...)
	}
	return open
}

// sameThread reports whether two mean the same open end.
func sameThread(a, b samantha.Thread) bool {
	return a.Thing != "" && a.Whose == b.Whose && (a.Kind == b.Kind || kept(a.Kind) && kept(b.Kind)) && plain(a.Thing) == plain(b.Thing)
}

// kept: what somebody means to do, said as a plan or as a promise.
func kept(k samantha.ThreadKind) bool {
	return k == samantha.ThreadPlan || k == samantha.ThreadPromise
}

// Opening is what threads are opened against.
type Opening struct {
	Now   time.Time   // in the person's zone
	Since time.Time   // the encounter began
	ID    samantha.ID // of the moment
	Open  []Thread    // before it
	Grave bool        // said in sorrow: kept, and not brought up unasked
	Sad   bool        // said sadly: a wish is no hope then
	Aside bool        // nothing is kept: she promises nothing
}

// OpenThreads are the threads that an utterance leaves open.
func (l *Lore) OpenThreads(h samantha.Hearing, o Opening) []samantha.Thread {
	var opened []samantha.Thread
	for _, end := range h.Ends {
		kind := samantha.ThreadKind(end.Kind)
		if !opens(kind) || kind == samantha.ThreadHope && (o.Sad || o.Grave) {
			continue
		}
		t := samantha.Thread{
			Kind: kind, Whose: Person, About: end.Text, Thing: end.Slots["thing"], Form: end.Slots["form"],
		}
		if who := end.Slots["who"]; who != "" {
			t.Whose = who
		}
		when, timed := ahead(end, h.Times, o.Now)
		if end.Slots["needs"] != "" && !timed || !l.saysWhat(t, timed) {
			continue
		}
		if timed {
			t.Due, t.Until = &when.From, &when.To
		}
		if !o.Grave {
			t.Back = l.back(t, o.Now)
		}
		opened = append(opened, t)
	}
	if t, ok := l.promised(h, o, opened); ok {
		opened = append(opened, t)
	}
	return opened
}

// saysWhat: its thing tells something. A deed in one word without a time ("I said
// I'd see") is none.
func (l *Lore) saysWhat(t samantha.Thread, timed bool) bool {
	if t.Form == samantha.FormDeed && kept(t.Kind) && !timed && !strings.Contains(t.Thing, " ") {
		return false
	}
	return len(l.stems(t.Thing)) > 0
}

func opens(kind samantha.ThreadKind) bool {
	switch kind {
	case samantha.ThreadPlan, samantha.ThreadWorry, samantha.ThreadHope, samantha.ThreadPromise, samantha.ThreadQuestion:
		return true
	}
	return false
}

// ahead is the time to come that something left open is said for.
func ahead(end samantha.Act, times []samantha.When, now time.Time) (samantha.When, bool) {
	for _, w := range times {
		from := w.From
		if end.Slots["needs"] != "later" {
			from = w.To
		}
		if strings.Contains(end.Text, w.Text) && from.After(now) {
			return w, true
		}
	}
	return samantha.When{}, false
}

// promised is the promise to ask that an utterance asks of her.
func (l *Lore) promised(h samantha.Hearing, o Opening, opened []samantha.Thread) (samantha.Thread, bool) {
	a, ok := h.Act("request.ask")
	if !ok || o.Aside {
		return samantha.Thread{}, false
	}
	t := samantha.Thread{
		Kind: samantha.ThreadPromise, Whose: Herself, About: a.Text, Thing: a.Slots["thing"], Form: a.Slots["form"],
	}
	about := samantha.Thread{}
	t.Like, about = l.meantBy(t.Thing, o, opened)
	if t.Thing == "" {
		t.Form = about.Form
	}
	a.Text += " " + a.Slots["when"]
	switch when, timed := ahead(a, h.Times, o.Now); {
	case timed:
		t.Due, t.Until, t.Back = &when.From, &when.To, &when.From
	case about.Due != nil:
		t.Back = after(*about.Until)
	case t.Like != "":
		t.Back = soon(o.Now)
	default:
		next := o.Now.Add(EncounterPause)
		t.Back = &next
	}
	return t, true
}

// meantBy is the thread that a promise to ask is about: of that name, or the one
// spoken of last in this encounter.
func (l *Lore) meantBy(thing string, o Opening, opened []samantha.Thread) (samantha.ID, samantha.Thread) {
	all := slices.Clone(o.Open)
	for i, t := range opened {
		all = append(all, Thread{Thread: t, ID: o.ID.Part("thread", i+1), At: o.Now})
	}
	for _, t := range slices.Backward(all) {
		named := thing != "" && l.means(samantha.Act{Slots: map[string]string{"thing": thing, "as": "result"}}, t.Thread)
		if t.Whose != Herself && (named || thing == "" && !t.At.Before(o.Since)) {
			return t.ID, t.Thread
		}
	}
	return "", samantha.Thread{}
}

// When she may come back to what has no time of its own.
const (
	worryRests    = 20 * time.Hour // the next day, also to somebody who talks a little earlier then
	questionRests = 2              // days
	hopeRests     = 7              // days
	morning       = 5              // o'clock: from then on it is the next day's first talk
)

// back is from when on she may come back to a thread: the day after it was due; a
// worry the next day, an open question after two, a hope after a week.
func (l *Lore) back(t samantha.Thread, now time.Time) *time.Time {
	switch {
	case t.Due != nil:
		return after(*t.Until)
	case t.Kind == samantha.ThreadWorry:
		return soon(now)
	case t.Kind == samantha.ThreadQuestion:
		return morningAfter(now, questionRests)
	case t.Kind == samantha.ThreadHope:
		return morningAfter(now, hopeRests)
	}
	return nil
}

func soon(now time.Time) *time.Time {
	at := now.Add(worryRests)
	return &at
}

// after is the morning after a time whose end is not part of it.
func after(until time.Time) *time.Time { return morningAfter(until.Add(-time.Nanosecond), 1) }

func morningAfter(day time.Time, days int) *time.Time {
	at := time.Date(day.Year(), day.Month(), day.Day()+days, morning, 0, 0, 0, day.Location())
	return &at
}

// Answering is what closings are looked for against.
type Answering struct {
	Now   time.Time     // in the person's zone
	Since time.Time     // the encounter began
	Asked []samantha.ID // the threads she has just come back to
	Plain bool          // the utterance tells something, or says yes
}

// CloseThreads are what an utterance says became of open threads: of the one she
// asked after, of those whose words it has, of the one that "it" must mean.
func (l *Lore) CloseThreads(h samantha.Hearing, s *State, a Answering) []samantha.Closing {
	c := closing{lore: l, hearing: h, at: a, asked: s.askedAfter(a.Asked)}
	for _, t := range samantha.Newest(s.Threads, mostOpen) {
		if _, closed := t.Closed(); !closed {
			c.open = append(c.open, t.Now())
		}
	}
	for _, end := range h.Ends {
		c.told(end)
	}
	c.answered()
	return c.closed
}

// closing gathers what became of threads in one utterance.
type closing struct {
	lore    *Lore
	hearing samantha.Hearing
	at      Answering
	open    []Thread
	asked   []samantha.ID // what her question was about
	closed  []samantha.Closing
}

// told closes what something heard is said of.
func (c *closing) told(end samantha.Act) {
	how, ok := ending(end)
	if !ok {
		return
	}
	before := len(c.closed)
	if end.Slots["of"] != "it" {
		for _, t := range c.open {
			if c.lore.says(end, t, c.at.Now) {
				c.close(t, end, how)
			}
		}
	}
	if len(c.closed) > before {
		return
	}
	if t, ok := lone(c.open, end, c.at); ok && end.Slots["of"] == "it" && len(c.asked) == 0 {
		c.close(t, end, how)
	}
	if end.Slots["of"] == "it" || how == samantha.EndChanged {
		c.closeAsked(end, how)
	}
}

// answered closes what she asked after, if it was spoken of and is not still to
// come. What they would rather not speak of is closed for good.
func (c *closing) answered() {
	heard := func(kind string) bool {
		return slices.ContainsFunc(c.hearing.Ends, func(e samantha.Act) bool { return e.Kind == kind })
	}
	switch {
	case heard("still"), heard(string(samantha.EndChanged)):
	case c.hearing.Has("quiet"), heard("letbe"), heard(string(samantha.EndDropped)):
		c.closeAsked(samantha.Act{}, samantha.EndDropped)
	case c.at.Plain:
		c.closeAsked(samantha.Act{}, samantha.EndAnswered)
	}
}

func (c *closing) closeAsked(end samantha.Act, how samantha.Ending) {
	for _, t := range c.open {
		if slices.Contains(c.asked, t.ID) {
			c.close(t, end, how)
		}
	}
}

// close notes what became of a thread, once; a change needs its new time.
func (c *closing) close(t Thread, end samantha.Act, how samantha.Ending) {
	if slices.ContainsFunc(c.closed, func(o samantha.Closing) bool { return o.Thread == t.ID }) {
		return
	}
	if how == samantha.EndDone && t.Kind == samantha.ThreadQuestion {
		how = samantha.EndAnswered
	}
	became := samantha.Closing{Thread: t.ID, How: how}
	if how == samantha.EndChanged {
		when, ok := ahead(end, c.hearing.Times, c.at.Now)
		if !ok {
			return
		}
		became.Due, became.Until, became.Back = &when.From, &when.To, after(when.To)
	}
	c.closed = append(c.closed, became)
}

// mostOpen is how many of the newest threads are looked through.
const mostOpen = 400

// askedAfter are the threads that her question was about, and whatever is the
// same.
func (s *State) askedAfter(ids []samantha.ID) []samantha.ID {
	asked := slices.Clone(ids)
	for _, id := range ids {
		t, ok := s.Thread(id)
		for _, o := range s.Threads {
			if ok && o.ID != id && sameThread(o.Thread, t.Thread) {
				asked = append(asked, o.ID)
			}
		}
	}
	return asked
}

// ending is how something heard ends a thread, if it does.
func ending(end samantha.Act) (samantha.Ending, bool) {
	switch how := samantha.Ending(end.Kind); how {
	case samantha.EndDone, samantha.EndDropped, samantha.EndChanged:
		return how, true
	}
	return "", false
}

// says reports whether something heard is said of a thread: it has its words, in
// a form that fits, at a time that can be.
func (l *Lore) says(end samantha.Act, t Thread, now time.Time) bool {
	if t.Whose == Herself || end.Slots["by"] == "other" && t.Whose == Person {
		return false
	}
	early := end.Slots["early"] != "" || end.Kind == string(samantha.EndChanged)
	if !early && t.Due != nil && t.Due.After(now) {
		return false
	}
	return l.means(end, t.Thread)
}

// What share of the words of a thread must be said to be about it: most of them,
// or half if the thing itself, without what it is with or for, is among them. Of a
// deed in one word ("ask her") only something about as short can be said.
const (
	mostWords  = 0.6
	halfWords  = 0.5
	shortWords = 5
)

// means reports whether something heard is about a thread's thing.
func (l *Lore) means(end samantha.Act, t samantha.Thread) bool {
	wanted := l.stems(t.Thing)
	if len(wanted) == 0 || len(wanted) == 1 && t.Form == samantha.FormDeed && len(strings.Fields(end.Text)) > shortWords {
		return false
	}
	said := l.stems(end.Slots["thing"] + " " + end.Slots["did"])
	n := 0
	for _, w := range wanted {
		if slices.Contains(said, w) {
			n++
		}
	}
	share := samantha.Round(float64(n) / float64(len(wanted)))
	return share >= mostWords || end.Slots["as"] == "result" && share >= halfWords && slices.Contains(said, l.head(t.Thing))
}

// head is the stem of the word that a thing is, before "with", "at" and the like.
func (l *Lore) head(thing string) string {
	head := ""
	for _, w := range strings.Fields(strings.ToLower(thing)) {
		stems := l.stems(w)
		if len(stems) == 0 && head != "" {
			break
		}
		if len(stems) > 0 {
			head = stems[0]
		}
	}
	return head
}

// stems are those of a text's words that carry something, in order.
func (l *Lore) stems(text string) []string {
	var out []string
	for w := range content(text, l.stop) {
		out = append(out, english.Stem(w, false))
	}
	return out
}

// lately is how long ago something may have come due for "it went well" to be
// about it.
const lately = 60 * time.Hour

// lone is the one thread that "it" can mean: for a change the last one told of in
// this encounter, else the only one that came due lately.
func lone(open []Thread, end samantha.Act, a Answering) (Thread, bool) {
	var fit []Thread
	for _, t := range open {
		due := t.Due != nil && !t.Due.After(a.Now) && a.Now.Sub(*t.Due) < lately
		early := end.Slots["early"] != "" && t.Due != nil
		told := end.Kind == string(samantha.EndChanged) && t.Due != nil && !t.At.Before(a.Since)
		if (t.Whose == Person || plain(t.Whose) == plain(end.Slots["who"])) && (due || told || early) {
			fit = append(fit, t)
		}
	}
	if len(fit) != 1 {
		return Thread{}, false
	}
	return fit[0], true
}

// Coming back.

// How often she comes back to a thread at most, how long after the first time,
// and how long after its time it is too late.
const (
	mostBack  = 2
	restsBack = 2 * 24 * time.Hour
	lateBack  = 30 * 24 * time.Hour
	lateWorry = 7 * 24 * time.Hour
)

// Both are a thread and, if it is about another, that one.
func (s *State) Both(id samantha.ID) []samantha.ID {
	ids := []samantha.ID{id}
	if t := s.thread(id); t != nil && t.Like != "" {
		ids = append(ids, t.Like)
	}
	return ids
}

// Ripe are the open threads that she may come back to now, best first: her
// promise, a worry, what came due, a question, a hope; of these the newest.
// Nothing that was opened since is ripe but a promise of hers.
func (s *State) Ripe(now, since time.Time) []Thread {
	var ripe []Thread
	for _, t := range s.Open() {
		if t.isRipe(now, since) {
			ripe = append(ripe, t)
		}
	}
	slices.SortFunc(ripe, func(a, b Thread) int {
		return cmp.Or(cmp.Compare(b.weight(), a.weight()), b.Back.Compare(*a.Back), strings.Compare(string(a.ID), string(b.ID)))
	})
	return ripe
}

func (t Thread) isRipe(now, since time.Time) bool {
	if t.Back == nil || t.Back.After(now) || t.Thing == "" && t.Like == "" && t.Whose != Herself {
		return false
	}
	late := lateBack
	if t.Kind == samantha.ThreadWorry && t.Due == nil {
		late = lateWorry
	}
	if t.Whose == Herself {
		return len(t.Came) == 0
	}
	if now.Sub(*t.Back) > late || !t.At.Before(since) || len(t.Came) >= t.times() {
		return false
	}
	return len(t.Came) == 0 || now.Sub(t.Came[len(t.Came)-1].At) >= restsBack
}

// times is how often she comes back to it at most.
func (t Thread) times() int {
	if kept(t.Kind) {
		return mostBack
	}
	return 1
}

func (t Thread) weight() int {
	switch {
	case t.Whose == Herself:
		return 5
	case t.Kind == samantha.ThreadWorry: // it has one chance, and soon
		return 4
	case kept(t.Kind):
		return 3
	case t.Kind == samantha.ThreadQuestion:
		return 2
	}
	return 1
}

// Says reports whether a text speaks of what a thread is about.
func (l *Lore) Says(text string, t samantha.Thread) bool {
	return l.means(samantha.Act{Slots: map[string]string{"thing": text}}, t)
}

// Ahead says when something is due, so that it can be looked up; both times in
// the person's zone.
func (l *Lore) Ahead(from, until, now time.Time) string {
	n := days(now, from)
	switch {
	case days(from, until.Add(-time.Nanosecond)) > 6:
		return "in " + from.Format("January")
	case days(from, until.Add(-time.Nanosecond)) > 2:
		return "in the week of " + from.Format("2 January")
	case n == 0:
		return "today"
	case n == 1:
		return "tomorrow"
	case n > 1 && n < 7:
		return "on " + from.Format("Monday")
	}
	return "on " + from.Format("Monday, 2 January")
}
