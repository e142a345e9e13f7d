package recall

import (
	"time"

	"samantha"
	"samantha/internal/bench/lives"
	"samantha/internal/mind/hearing"
	"samantha/internal/mind/memory"
)

// rooms are hers that recall needs.
type rooms struct {
	lore *memory.Lore
	ear  *hearing.Ear
}

func furnish() (rooms, error) {
	lore, err := memory.New()
	if err != nil {
		return rooms{}, err
	}
	ear, err := hearing.New()
	return rooms{lore, ear}, err
}

// hers is one life as her index holds it, up to a time.
type hers struct {
	rooms
	life      *lives.Life
	index     *memory.Index
	names     map[string]samantha.Origin
	state     memory.State
	added     int
	proposals bool
	meaning   *meaning // nil: no search by meaning
}

func newHers(r rooms, l *lives.Life) *hers {
	return &hers{rooms: r, life: l, index: r.lore.Index(), names: map[string]samantha.Origin{
		l.Speakers[0]: samantha.OriginPerson, l.Speakers[1]: samantha.OriginHerself,
	}}
}

func idOf(turn int) samantha.ID { return samantha.NewID(uint64(turn + 1)) }

// until takes in what was said before a time, and forgets what was to be
// forgotten by then. What was off the record never comes in.
func (h *hers) until(at time.Time) {
	for ; h.added < len(h.life.Turns) && h.life.Turns[h.added].At.Before(at); h.added++ {
		if t := h.life.Turns[h.added]; !t.OffRecord {
			h.take(h.added, t)
		}
		h.forget(h.life.Turns[h.added].ID)
	}
}

// take hears a turn as she does: what the person says is heard and learned from,
// what she says is hers.
func (h *hers) take(i int, t lives.Turn) {
	e := samantha.Event{ID: idOf(i), At: t.At, Origin: h.names[t.Speaker]}
	if e.Origin == samantha.OriginHerself && h.own() {
		e.Body = &samantha.Said{Words: samantha.SaidWords{Clauses: []string{t.Words()}}}
	} else {
		heard := h.ear.Hear(t.Text, hearing.Context{Now: t.At, People: h.state.People()})
		e.Body = &samantha.Heard{Words: samantha.HeardWords{
			Text: t.Words(), Hearing: heard, Facts: memory.Learn(heard, nil, ""),
			Threads: h.lore.OpenThreads(heard, memory.Opening{Now: t.At, Since: t.At, ID: e.ID, Open: h.state.OpenLately()}),
		}}
	}
	if e.Origin == samantha.OriginPerson {
		h.state.Apply(e)
	}
	k, _ := h.lore.Keep(e)
	if h.proposals {
		k.Keys = append(k.Keys, h.life.Proposals[i]...)
	}
	h.index.Add(k)
}

// own reports whether one of the two is she: a life of the project's own. In
// other conversations both are persons, and both are heard.
func (h *hers) own() bool { return h.life.Language != "" }

func (h *hers) times(text string, now time.Time) []samantha.When {
	return h.ear.Hear(text, hearing.Context{Now: now}).Times
}

// forget carries out what a turn asks to be forgotten.
func (h *hers) forget(turn string) {
	for _, a := range h.life.Acts {
		if a.At != turn || a.Act != "forget" {
			continue
		}
		var gone []samantha.ID
		for _, id := range a.Targets {
			if i, ok := h.life.Place(id); ok {
				gone = append(gone, idOf(i))
			}
		}
		h.index.Mask(gone)
		h.state.Mask(gone)
	}
}

// question is what she makes of a question before she recalls.
func (h *hers) question(q *lives.Question) memory.Question {
	out := memory.Question{
		Text: q.Text, Owner: h.lore.Whose(q.Text, h.names), Times: h.times(q.Text, askedAt(h.life, q)), Wide: true, Renew: true,
		Outdated: h.state.Outdated(), Replaced: h.state.Replaced(), People: h.state.People(),
	}
	if h.meaning != nil {
		out.Meaning = h.meaning.find(q.Text)
	}
	return out
}

// askedAt is when a question is put: after everything, if the file does not say.
func askedAt(l *lives.Life, q *lives.Question) time.Time {
	if q.AskedAt.IsZero() && len(l.Turns) > 0 {
		return l.Turns[len(l.Turns)-1].At.Add(time.Hour)
	}
	return q.AskedAt
}

// asked is what came back of one question.
type asked struct {
	ranking []int
	named   bool    // the question names one of the two
	owned   float64 // how sure she is that it is theirs
	there   float64 // how sure she is that it was ever talked about
	took    time.Duration
}

// depth is how many memories are ranked; the others follow as they were said.
const depth = 100

func (h *hers) ask(q *lives.Question, now func() time.Time) asked {
	h.until(askedAt(h.life, q))
	question := h.question(q)
	start := now()
	hits := h.index.Recall(question, depth)
	out := asked{took: now().Sub(start), owned: h.index.Owned(question), named: question.Owner != ""}
	out.there = h.index.Evidence(q.Text)
	for _, hit := range hits {
		if n, ok := hit.ID.Seq(); ok {
			out.ranking = append(out.ranking, int(n)-1)
		}
	}
	return out
}
