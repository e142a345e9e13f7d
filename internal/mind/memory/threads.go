package memory

import (
	"cmp"
	"slices"
	"strings"
	"time"

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
	Model  string      `json:"model,omitempty"`  // the model that proposed it
	Memory samantha.ID `json:"memory,omitempty"` // and the memory it took it from
}

// Told is the moment that left it open.
func (t Thread) Told() samantha.ID { return cmp.Or(t.Memory, t.ID.Event()) }

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
// or about a promise, promises nothing; nor is a question open that is gone.
func (s *State) openThreads(e samantha.Event, opened []samantha.Thread) {
	if len(opened) > 0 {
		s.otherwise()
	}
	for i, t := range opened {
		about, ok := s.Thread(t.Like)
		if t.Like == "" || ok && about.Like == "" || t.Like == s.Answer {
			s.Threads = append(s.Threads, Thread{Thread: t, ID: e.ID.Part("thread", i+1), At: e.At})
		}
	}
}

// became notes what an event made of threads.
func (s *State) became(e samantha.Event, closed []samantha.Closing) {
	if len(closed) > 0 {
		s.otherwise()
	}
	for _, c := range closed {
		if t := s.thread(c.Thread); t != nil {
			t.Became = append(t.Became, Became{Closing: c, By: e.ID, At: e.At})
		}
	}
}

// cameBack notes that she came back to threads. A promise to ask is kept by that.
func (s *State) cameBack(e samantha.Event, ids []samantha.ID) {
	if len(ids) > 0 {
		s.otherwise()
	}
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

// otherwise lets go of what was worked out from the threads as they stood.
func (s *State) otherwise() { s.lately, s.unclosed, s.replaced = nil, nil, nil }

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
	if t := s.thread(id); t != nil {
		if t.Thing == "" && t.Like != "" {
			return s.threadWords(t.Like)
		}
		return cmp.Or(t.Thing, t.About), t.Thing+t.About != ""
	}
	if t := s.thread(openedBy(id, ".about.")); t != nil {
		return t.About, t.About != ""
	}
	if t := s.thread(openedBy(id, ".whose.")); t != nil {
		return t.Whose, t.Whose != ""
	}
	return "", false
}

// openedBy is the thread of which an id names some words; "" if it names none of those.
func openedBy(id samantha.ID, part string) samantha.ID {
	event, n, ok := strings.Cut(string(id), part)
	if !ok {
		return ""
	}
	return samantha.ID(event + ".thread." + n)
}

// dropThreads takes threads out that are gone, or are about one that is, and
// what became of others by an event that is gone.
func (s *State) dropThreads(gone func(samantha.ID) bool) {
	s.otherwise()
	s.things = nil
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
// What was told of more than once is one thread, with the time said last.
func (s *State) Open() []Thread { return open(s.Threads) }

// mostOpen is how many of the newest threads decisions look at.
const mostOpen = 400

// OpenLately are those of [State.Open] that decisions look at: the newest. They are
// worked out once until something becomes of a thread; the list is hers, to be read and
// not changed.
func (s *State) OpenLately() []Thread {
	if s.lately == nil {
		s.lately = append([]Thread{}, open(samantha.Newest(s.Threads, mostOpen))...)
	}
	return s.lately
}

// openToClose are the newest open threads, each as it was told and stands now. They are
// worked out and held as those of [State.OpenLately] are.
func (s *State) openToClose() []Thread {
	if s.unclosed != nil {
		return s.unclosed
	}
	s.unclosed = []Thread{}
	for _, t := range samantha.Newest(s.Threads, mostOpen) {
		if _, closed := t.Closed(); !closed {
			s.unclosed = append(s.unclosed, t.Now())
		}
	}
	return s.unclosed
}

// thingStems are the stems of what threads are of, worked out when first asked for.
type thingStems map[string][]string

// of are those of one thing, to be read and not changed.
func (all thingStems) of(thing string, l *Lore) []string {
	stems, ok := all[thing]
	if !ok {
		stems = l.stems(thing)
		all[thing] = stems
	}
	return stems
}

func open(threads []Thread) []Thread {
	var out []Thread
	var timed []time.Time // when the time of each was said
	places := map[threadKey]int{}
	for _, t := range threads {
		if _, closed := t.Closed(); closed {
			continue
		}
		said := t.timed()
		t = t.Now()
		key := keyOf(t.Thread)
		at, known := places[key]
		if !known || key.thing == "" {
			places[key] = len(out)
			out, timed = append(out, t), append(timed, said)
			continue
		}
		o := &out[at]
		if t.Due != nil && !said.Before(timed[at]) {
			o.Due, o.Until, o.Back, timed[at] = t.Due, t.Until, t.Back, said
		}
		o.Came = slices.Concat(o.Came, t.Came)
	}
	return out
}

// timed is when the time of a thread was said last.
func (t Thread) timed() time.Time {
	for _, b := range slices.Backward(t.Became) {
		if b.How == samantha.EndChanged {
			return b.At
		}
	}
	return t.At
}

// threadKey is what two threads share that mean the same open end.
type threadKey struct {
	kind         samantha.ThreadKind
	whose, thing string
}

func keyOf(t samantha.Thread) threadKey {
	if kept(t.Kind) {
		t.Kind = samantha.ThreadPlan
	}
	return threadKey{t.Kind, t.Whose, plain(t.Thing)}
}

// sameThread reports whether two mean the same open end.
func sameThread(a, b samantha.Thread) bool { return a.Thing != "" && keyOf(a) == keyOf(b) }

// kept: what somebody means to do, said as a plan or as a promise.
func kept(k samantha.ThreadKind) bool {
	return k == samantha.ThreadPlan || k == samantha.ThreadPromise
}
