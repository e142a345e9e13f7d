package errand

import (
	"encoding/json"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"samantha"
)

// diary is a made-up stretch of a life, event by event.
type diary struct {
	*rapid.T
	state  *State
	events []samantha.Event
	now    time.Time
	rings  map[samantha.ID]int // since it was last given a time
	open   map[samantha.ID]samantha.ErrandKind
}

func (d *diary) add(body samantha.Body) samantha.Event {
	e := samantha.Event{Seq: uint64(len(d.events) + 1), At: d.now, Body: body}
	e.ID = samantha.NewID(e.Seq)
	d.events = append(d.events, e)
	d.state.Apply(e)
	return e
}

func (d *diary) sets() {
	kind := rapid.SampledFrom([]samantha.ErrandKind{samantha.ErrandReminder, samantha.ErrandAlarm, samantha.ErrandTimer, samantha.ErrandItem}).Draw(d.T, "kind")
	k := samantha.Errand{Kind: kind, What: "hooks"}
	if (Kept{Errand: k}).rings() {
		k.Due = d.due()
	}
	e := d.add(&samantha.Heard{Words: samantha.HeardWords{Errands: []samantha.Errand{k}}})
	d.open[e.ID.Part("errand", 1)] = kind
}

func (d *diary) due() samantha.Due {
	return samantha.Due{At: d.now.Add(time.Duration(rapid.IntRange(1, 300).Draw(d.T, "minutes")) * time.Minute)}
}

func (d *diary) changes() {
	var ids []samantha.ID
	for id := range d.open {
		ids = append(ids, id)
	}
	if len(ids) == 0 {
		return
	}
	slices.Sort(ids)
	c := samantha.ErrandChange{Target: rapid.SampledFrom(ids).Draw(d.T, "target")}
	c.Did = rapid.SampledFrom([]string{samantha.ErrandDone, samantha.ErrandCancelled, samantha.ErrandMoved, samantha.ErrandSnoozed}).Draw(d.T, "did")
	if c.Did == samantha.ErrandMoved || c.Did == samantha.ErrandSnoozed {
		c.Due = d.due()
		d.rings[c.Target] = 0
	} else {
		delete(d.open, c.Target)
	}
	d.add(&samantha.Heard{Numbers: samantha.HeardNumbers{Errands: []samantha.ErrandChange{c}}})
}

// passes lets time go on, and rings as she does.
func (d *diary) passes() {
	for range rapid.IntRange(1, 200).Draw(d.T, "minutes of it") {
		d.now = d.now.Add(time.Minute)
		rang := &samantha.Rang{}
		for _, k := range d.state.Ringing(d.now) {
			rang.Numbers.Errands = append(rang.Numbers.Errands, k.ID)
			d.rings[k.ID]++
			if most := map[bool]int{true: 2, false: 1}[k.Kind == samantha.ErrandAlarm]; d.rings[k.ID] > most {
				d.Fatalf("%s, %s, rings %d times", k.ID, k.Kind, d.rings[k.ID])
			}
		}
		if len(rang.Numbers.Errands) > 0 {
			d.add(rang)
		}
	}
}

// meets: the person says something, and hears what was missed.
func (d *diary) meets() {
	var told []samantha.ErrandChange
	for _, k := range d.state.Missed(d.now) {
		told = append(told, samantha.ErrandChange{Target: k.ID, Did: samantha.ErrandTold})
	}
	d.add(&samantha.Heard{Numbers: samantha.HeardNumbers{Errands: told}})
	if left := d.state.Missed(d.now); len(left) > 0 {
		d.Fatalf("told, and still missed: %v", left)
	}
}

// Whatever is set, changed, rung and told: nothing rings twice, nothing that was
// not done is lost before it rang or was told, and the same events give the same
// view, whether from the beginning or from a snapshot.
func TestErrandsAreKept(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := &diary{
			T: t, state: &State{}, now: time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC),
			rings: map[samantha.ID]int{}, open: map[samantha.ID]samantha.ErrandKind{},
		}
		for range rapid.IntRange(1, 20).Draw(t, "steps") {
			rapid.SampledFrom([]func(){d.sets, d.changes, d.passes, d.meets}).Draw(t, "step")()
			for id, kind := range d.open {
				k, kept := d.state.Get(id)
				if !kept && (kind == samantha.ErrandItem || d.rings[id] == 0) && !d.told(id) {
					t.Fatalf("%s, %s, is lost", id, kind)
				}
				if kept && k.Closed {
					t.Fatalf("%s is closed and nobody closed it", id)
				}
			}
		}
		whole, again := bytes(t, d.state), &State{}
		half := rapid.IntRange(0, len(d.events)).Draw(t, "snapshot after")
		for i, e := range d.events {
			if i == half {
				data := bytes(t, again)
				again = &State{}
				if err := json.Unmarshal([]byte(data), again); err != nil {
					t.Fatal(err)
				}
			}
			again.Apply(e)
		}
		if got := bytes(t, again); got != whole {
			t.Fatalf("replayed\n%s\nwas\n%s", got, whole)
		}
	})
}

// told: that it was due was told.
func (d *diary) told(id samantha.ID) bool {
	for _, e := range d.events {
		if b, ok := e.Body.(*samantha.Heard); ok {
			if slices.Contains(b.Numbers.Errands, samantha.ErrandChange{Target: id, Did: samantha.ErrandTold}) {
				return true
			}
		}
	}
	return false
}

func bytes(t *rapid.T, s *State) string {
	data, err := json.Marshal(s)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestMaskedErrandsAreGone(t *testing.T) {
	s := &State{}
	for seq := uint64(1); seq <= 2; seq++ {
		s.Apply(samantha.Event{Seq: seq, ID: samantha.NewID(seq), Body: &samantha.Heard{
			Words: samantha.HeardWords{Errands: []samantha.Errand{{Kind: samantha.ErrandItem, What: "the blue pot"}}},
		}})
	}
	s.Mask([]samantha.ID{samantha.NewID(2)})
	if len(s.Kept) != 1 || s.Last != "" || s.Kept[0].ID != samantha.NewID(1).Part("errand", 1) {
		t.Errorf("kept %+v, last %s", s.Kept, s.Last)
	}
}

func TestFind(t *testing.T) {
	r := open(t)
	s := &State{}
	for i, k := range []samantha.Errand{
		{Kind: samantha.ErrandReminder, What: "the dentist"},
		{Kind: samantha.ErrandReminder, What: "call my mother"},
		{Kind: samantha.ErrandAlarm},
		{Kind: samantha.ErrandItem, What: "eggs", List: "shopping"},
		{Kind: samantha.ErrandTimer, What: "the pasta"},
	} {
		seq := uint64(i + 1)
		s.Apply(samantha.Event{Seq: seq, ID: samantha.NewID(seq), Body: &samantha.Heard{Words: samantha.HeardWords{Errands: []samantha.Errand{k}}}})
	}
	for name, want := range map[string]int{
		"the dentist": 1, "dentist": 1, "my mother": 1, "it": 1, "": 1, "the alarm": 1, "egg": 1, "all my reminders": 2, "reminders": 2,
		"the pasta timer": 1, "the boat": 0, "the dentist alarm": 0, "everything": 5,
	} {
		if got := r.Find(s, name, s.Last); len(got) != want {
			t.Errorf("%q: got %d, want %d", name, len(got), want)
		}
	}
}

// What is over leaves nothing behind: her state has the same bytes as before
// anything was kept.
func TestNothingKeptIsNothingWritten(t *testing.T) {
	s := &State{Kept: []Kept{{ID: "a2.errand.1"}}}
	s.Mask([]samantha.ID{"a2"})
	got, err := json.Marshal(struct {
		Errands State `json:"errands,omitzero"`
	}{*s})
	if err != nil || string(got) != "{}" {
		t.Errorf("got %s, %v, want {}", got, err)
	}
}
