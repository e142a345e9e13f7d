// Package threads measures how much of what is left open in a life she notices,
// and what of it she sees closed, on lives that say what was (package lives).
//
// A thread counts as found if she opened one at the turn that did, or within a few
// turns of it in the same encounter under a name that has its words; and as closed
// if she closed that one in the encounter in which it was. What a life lists are the
// threads that matter to its story; people leave more open than that, so precision
// here is a floor.
package threads

import (
	"fmt"
	"strings"

	"samantha"
	"samantha/internal/bench/lives"
	"samantha/internal/mind/hearing"
	"samantha/internal/mind/memory"
)

// Count is what was there, what she found, and how much of that was there.
type Count struct {
	Gold  int `json:"gold"`
	Found int `json:"found"` // by her
	Right int `json:"right"` // of the gold
}

// Recall and Precision are shares of 0..1; nothing to find is found.
func (c Count) Recall() float64 { return share(c.Right, c.Gold) }

// Precision is how much of what she found is right.
func (c Count) Precision() float64 { return share(c.Right, c.Found) }

func share(part, whole int) float64 {
	if whole == 0 {
		return 1
	}
	return samantha.Round(float64(part) / float64(whole))
}

func (c *Count) add(o Count) {
	c.Gold += o.Gold
	c.Found += o.Found
	c.Right += o.Right
}

// Life is how she did on one life.
type Life struct {
	ID     string `json:"id"`
	Opened Count  `json:"opened"`
	Closed Count  `json:"closed"`
}

// Report is how she did on all; lives in a language without rules are left out.
type Report struct {
	Lives     []Life   `json:"lives"`
	Opened    Count    `json:"opened"`
	Closed    Count    `json:"closed"`
	Shares    [2]Share `json:"shares"`
	Unheard   []string `json:"unheard"`   // lives in a language she has no rules for
	Unnoticed []string `json:"unnoticed"` // what she missed, for whoever mends a rule
}

// Share is precision and recall of one sort.
type Share struct {
	Of        string  `json:"of"`
	Precision float64 `json:"precision"`
	Recall    float64 `json:"recall"`
}

// String is the report for a terminal.
func (r Report) String() string {
	var b strings.Builder
	for _, l := range r.Lives {
		fmt.Fprintf(&b, "%-12s opened %2d of %2d (%3d noticed)  closed %2d of %2d (%3d noticed)\n",
			l.ID, l.Opened.Right, l.Opened.Gold, l.Opened.Found, l.Closed.Right, l.Closed.Gold, l.Closed.Found)
	}
	for _, s := range r.Shares {
		fmt.Fprintf(&b, "%-12s precision %.3f  recall %.3f\n", s.Of, s.Precision, s.Recall)
	}
	if len(r.Unheard) > 0 {
		fmt.Fprintf(&b, "not heard, for want of rules: %s\n", strings.Join(r.Unheard, ", "))
	}
	return b.String()
}

// Run lives every life once, as far as threads go.
func Run(all []lives.Life) (Report, error) {
	ear, err := hearing.New()
	if err != nil {
		return Report{}, err
	}
	lore, err := memory.New()
	if err != nil {
		return Report{}, err
	}
	r := Report{Lives: []Life{}, Unheard: []string{}, Unnoticed: []string{}}
	for i := range all {
		l := &all[i]
		if len(l.Threads) == 0 {
			continue
		}
		if l.Language != "en" {
			r.Unheard = append(r.Unheard, l.ID)
			continue
		}
		got := living{ear: ear, lore: lore, life: l}
		got.live()
		one := got.compare(&r.Unnoticed)
		r.Lives = append(r.Lives, one)
		r.Opened.add(one.Opened)
		r.Closed.add(one.Closed)
	}
	r.Shares = [2]Share{
		{"opened", r.Opened.Precision(), r.Opened.Recall()},
		{"closed", r.Closed.Precision(), r.Closed.Recall()},
	}
	return r, nil
}

// living is one life as her threads see it.
type living struct {
	ear   *hearing.Ear
	lore  *memory.Lore
	life  *lives.Life
	state memory.State
}

func idOf(turn int) samantha.ID { return samantha.NewID(uint64(turn + 1)) }

// live hears what the person says, turn by turn.
func (g *living) live() {
	session := -1
	since := 0
	for i, t := range g.life.Turns {
		if t.Session != session {
			session, since = t.Session, i
		}
		if t.Speaker != g.life.Speakers[0] || t.OffRecord || t.Origin != "" && t.Origin != string(samantha.OriginPerson) {
			continue
		}
		h := g.ear.Hear(t.Text, hearing.Context{Now: t.At, People: g.people()})
		e := samantha.Event{Seq: uint64(i + 1), ID: idOf(i), At: t.At, Body: &samantha.Heard{Words: samantha.HeardWords{
			Closed: g.lore.CloseThreads(h, &g.state, memory.Answering{
				Now: t.At, Since: g.life.Turns[since].At, Asked: g.askedBefore(i, since), Plain: tells(h),
			}),
			Threads: g.lore.OpenThreads(h, memory.Opening{
				Now: t.At, Since: g.life.Turns[since].At, ID: idOf(i), Open: g.state.Open(),
			}),
		}}}
		g.state.Apply(e)
	}
}

// askedBefore are the threads of earlier encounters that the companion's turn right
// before one asks after, by name: in a life it is she who came back to them.
func (g *living) askedBefore(turn, since int) []samantha.ID {
	if turn == 0 || g.life.Turns[turn-1].Speaker == g.life.Speakers[0] || !strings.Contains(g.life.Turns[turn-1].Text, "?") {
		return nil
	}
	var asked []samantha.ID
	for _, t := range g.state.OpenLately() {
		ahead := t.Due != nil && t.Due.After(g.life.Turns[turn].At)
		if t.Whose != memory.Herself && !ahead && t.At.Before(g.life.Turns[since].At) && g.lore.Says(g.life.Turns[turn-1].Text, t.Thread) {
			asked = append(asked, t.ID)
		}
	}
	return asked
}

// tells: an utterance tells something, or says yes.
func tells(h samantha.Hearing) bool {
	return h.Has("tell") || h.Has("yes")
}

func (g *living) people() []string {
	var names []string
	for _, p := range g.life.People {
		names = append(names, p.Name)
	}
	return names
}

// near is within how many turns of the one that opened a thread hers may be.
const near = 4

// compare counts what she opened and closed against what the life says.
func (g *living) compare(unnoticed *[]string) Life {
	one := Life{ID: g.life.ID}
	one.Opened = Count{Gold: len(g.life.Threads), Found: len(g.state.Threads)}
	for _, t := range g.state.Threads {
		if _, closed := t.Closed(); closed {
			one.Closed.Found++
		}
	}
	for _, want := range g.life.Threads {
		if want.Closed != "" {
			one.Closed.Gold++
		}
		found, ok := g.find(want)
		if !ok {
			*unnoticed = append(*unnoticed, fmt.Sprintf("%s %s: %s", g.life.ID, want.ID, want.What))
			continue
		}
		one.Opened.Right++
		if g.closedWith(found, want) {
			one.Closed.Right++
		}
	}
	return one
}

// find are the threads of hers that are one of the life's.
func (g *living) find(want lives.Thread) ([]memory.Thread, bool) {
	at, ok := g.life.Place(want.Opened)
	if !ok {
		return nil, false
	}
	var found []memory.Thread
	for _, t := range g.state.Threads {
		seq, _ := t.ID.Event().Seq()
		turn := int(seq) - 1
		apart := max(turn-at, at-turn)
		named := apart <= near && g.life.Turns[turn].Session == g.life.Turns[at].Session && g.lore.Says(t.About, samantha.Thread{Thing: want.What})
		if turn == at || named {
			found = append(found, t)
		}
	}
	return found, len(found) > 0
}

// closedWith: one of hers was closed in the encounter in which the life says so.
func (g *living) closedWith(found []memory.Thread, want lives.Thread) bool {
	at, ok := g.life.Place(want.Closed)
	if !ok {
		return false
	}
	for _, t := range found {
		b, closed := t.Closed()
		seq, _ := b.By.Event().Seq()
		if closed && g.life.Turns[int(seq)-1].Session == g.life.Turns[at].Session {
			return true
		}
	}
	return false
}
