package memory

import (
	"slices"
	"time"

	"samantha"
)

// join works out what is known. The order of the facts is that in which they
// were told. Newer closes older in a slot of one value and equal values join,
// but for what says of itself what it does: a correction, an end, a doubt and
// its answer.
func join(facts []Fact) []Known {
	told := standing(facts)
	j := joining{
		who: aliases(told), inSlot: map[string][]int{}, byValue: map[string]int{}, bySlot: map[string]int{}, bySource: map[samantha.ID]int{},
	}
	for _, f := range told {
		f.slot = j.slot(f.Fact.Fact)
		f.value = f.slot + "\x00" + plain(f.Value)
		j.add(f)
	}
	return slices.DeleteFunc(j.known, func(k Known) bool { return len(k.Sources) == 0 || k.twice(j.known) })
}

// stated is a fact with the memories that told it: its own, and those it was moved
// from.
type stated struct {
	Fact
	from        []samantha.ID
	slot, value string // where it belongs: of and slot; and value
}

// standing leaves out what was taken back, wherever it was told before, so that
// whatever it had replaced holds again: what they say they never told, and what
// is somebody else's.
func standing(facts []Fact) []stated {
	byID := make(map[samantha.ID]int, len(facts))
	out := make([]stated, 0, len(facts))
	for i, f := range facts {
		byID[f.ID] = i
		at, ok := byID[f.takesBack()]
		back := facts[at]
		moves := f.Corrects != "" && f.Value != ""
		if ok && moves && Same(back.Of, f.Of) {
			ok = false // a correction keeps what it corrects as closed
		}
		from := []samantha.ID{f.ID}
		if ok {
			for _, t := range out {
				if moves && t.is(back) {
					from = append(slices.Clone(t.from), from...)
				}
			}
			out = slices.DeleteFunc(out, func(t stated) bool { return t.is(back) })
		}
		if f.Way != samantha.WayDenied {
			out = append(out, stated{Fact: f, from: from})
		}
	}
	return out
}

// takesBack is the fact that this one may take out of what is known.
func (f Fact) takesBack() samantha.ID {
	if f.Way == samantha.WayDenied {
		return f.Like
	}
	return f.Corrects
}

// is reports whether two facts say the same of the same.
func (f Fact) is(g Fact) bool {
	return f.Slot == g.Slot && Same(f.Of, g.Of) && Same(f.Value, g.Value)
}

// aliases are the relations of those who are the only one of theirs, by name:
// what is told of Mara and of the sister is told of one somebody.
func aliases(facts []stated) map[string]string {
	names := map[string][]string{} // by relation
	for _, f := range facts {
		rel, name := plain(f.Of), plain(f.Value)
		if f.Slot == "relation" {
			rel, name = name, rel
		} else if f.Slot != "name" || rel == Person {
			continue
		}
		if f.Doubt != "" || f.Holds != "" {
			name = "" // nobody's for certain
		}
		if f.Slot == "name" && !f.Beside {
			names[rel] = nil
		}
		if !slices.Contains(names[rel], name) {
			names[rel] = append(names[rel], name)
		}
	}
	who := map[string]string{}
	for rel, all := range names {
		if len(all) != 1 || names[all[0]] != nil {
			continue
		}
		if _, two := who[all[0]]; two {
			rel = all[0] // of two relations: it stays itself
		}
		who[all[0]] = rel
	}
	return who
}

// joining is what is known so far, and where to find it.
type joining struct {
	who      map[string]string // relations by name
	known    []Known
	inSlot   map[string][]int // all that ever stood under of and slot
	byValue  map[string]int   // of, slot and value
	bySlot   map[string]int   // of and slot, where one value holds
	bySource map[samantha.ID]int
}

func (j *joining) add(f stated) {
	switch {
	case f.Holds != "":
		j.settle(f)
	case f.Way == samantha.WayOver:
		j.end(f)
	case j.corrects(f):
	case f.Way == samantha.WayProposed && !j.free(f):
	case j.repeats(f):
	case j.doubts(f):
	default:
		j.hold(f)
	}
}

func (j *joining) slot(f samantha.Fact) string { return j.slotOf(f.Of, f.Slot) }

func (j *joining) slotOf(of, slot string) string {
	of = plain(of)
	if rel, ok := j.who[of]; ok {
		of = rel
	}
	return of + "\x00" + slot
}

func (j *joining) value(f samantha.Fact) string { return j.slot(f) + "\x00" + plain(f.Value) }

// put enters a fact as known at a place.
func (j *joining) put(at int, f stated) {
	if at == len(j.known) {
		j.known = append(j.known, Known{})
		j.inSlot[f.slot] = append(j.inSlot[f.slot], at)
	}
	was := j.known[at].Was
	j.known[at] = Known{Fact: f.Fact.Fact, ID: f.ID, Sources: f.from, Since: f.At, Last: f.At, Confidence: f.sure(), Was: was, Model: f.Model}
	j.byValue[f.value] = at
	for _, id := range f.from {
		j.bySource[id] = at
	}
}

// hold takes a fact as true: it replaces what its slot held, if that holds one
// value, and ends its opposite.
func (j *joining) hold(f stated) {
	if o := opposite(f.Slot); o != "" {
		g := f.Fact.Fact
		g.Slot = o
		if at, ok := j.byValue[j.value(g)]; ok && j.holds(at) {
			j.close(at, f)
		}
	}
	if f.Slot == "dose" {
		j.endDose(f)
	}
	if f.Beside || !Single(f.Slot) {
		j.put(len(j.known), f)
		return
	}
	at, ok := j.bySlot[f.slot]
	if !ok {
		at = len(j.known)
	} else {
		j.replace(at, f.Fact, false)
	}
	j.put(at, f)
	j.bySlot[f.slot] = at
}

// endDose ends what was taken in another dose, if it is the only thing that is taken:
// "I'm on ten of it", and then "they put me up to twenty".
func (j *joining) endDose(f stated) {
	var taken []int
	for _, at := range j.inSlot[j.slotOf(f.Of, "takes")] {
		if j.holds(at) {
			taken = append(taken, at)
		}
	}
	if len(taken) == 1 {
		j.close(taken[0], f)
	}
}

// replace closes the value at a place in favour of another; wrong, if it was
// never true.
func (j *joining) replace(at int, by Fact, wrong bool) {
	k := &j.known[at]
	delete(j.byValue, j.value(k.Fact))
	k.Was = append(k.Was, Closed{Value: k.Value, Sources: k.Sources, Since: k.Since, Until: by.At, By: by.ID, Wrong: wrong})
}

// holds: the value at a place is neither over nor in doubt.
func (j *joining) holds(at int) bool {
	k := &j.known[at]
	return len(k.Sources) > 0 && k.Holds()
}

// repeats joins a fact with one that says the same. Told again, what is in doubt
// takes the place of what it contradicts.
func (j *joining) repeats(f stated) bool {
	at, ok := j.byValue[f.value]
	if !ok || len(j.known[at].Sources) == 0 || !j.known[at].Until.IsZero() {
		return false
	}
	k := &j.known[at]
	k.ID, k.Last, k.Sources = f.ID, f.At, append(slices.Clone(k.Sources), f.from...)
	k.Confidence = samantha.Unit(1 - float64((1-k.Confidence)*(1-f.sure())))
	k.Model = "" // they say so themselves
	for _, id := range f.from {
		j.bySource[id] = at
	}
	if k.Doubt != "" && f.Doubt == "" {
		j.promote(at, f.Fact)
	}
	return true
}

// doubts keeps a fact beside the one it contradicts, which goes on holding.
func (j *joining) doubts(f stated) bool {
	if f.Doubt == "" {
		return false
	}
	at, ok := j.bySource[f.Doubt]
	if !ok || !j.holds(at) {
		return false // nothing is left to contradict
	}
	j.put(len(j.known), f)
	return true
}

// corrects puts a fact right: the new value stands where the wrong one stood.
func (j *joining) corrects(f stated) bool {
	if f.Corrects == "" {
		return false
	}
	at, ok := j.bySource[f.Corrects]
	if !ok || !j.holds(at) || j.slot(j.known[at].Fact) != f.slot || Same(j.known[at].Value, f.Value) {
		return false
	}
	j.replace(at, f.Fact, true)
	if other, same := j.byValue[f.value]; same && j.holds(other) {
		j.known[other].Was = append(j.known[other].Was, j.known[at].Was...)
		j.known[at].Sources = nil
		return j.repeats(f)
	}
	j.put(at, f)
	return true
}

// end closes what was told as over. What nobody had told before is known to have
// been.
func (j *joining) end(f stated) {
	found := false
	for _, slot := range oneMatter(f.Slot) {
		for _, at := range j.inSlot[j.slotOf(f.Of, slot)] {
			if j.holds(at) && (f.Value == "" || Alike(f.Value, j.known[at].Value)) {
				j.close(at, f)
				found = true
			}
		}
	}
	if found || f.Value == "" {
		return
	}
	j.known = append(j.known, Known{
		Fact: f.Fact.Fact, ID: f.ID, Sources: f.from, Since: f.At, Last: f.At, Until: f.At, By: f.ID, Confidence: f.sure(),
	})
	for _, id := range f.from {
		j.bySource[id] = len(j.known) - 1
	}
}

func (j *joining) close(at int, f stated) {
	k := &j.known[at]
	k.Until, k.By = f.At, f.ID
	j.leave(at)
}

// leave takes a value out of the places where what holds is found.
func (j *joining) leave(at int) {
	k := &j.known[at]
	if v := j.value(k.Fact); j.byValue[v] == at {
		delete(j.byValue, v)
	}
	if s := j.slot(k.Fact); j.bySlot[s] == at {
		delete(j.bySlot, s)
	}
}

// settle is their answer to which of two holds.
func (j *joining) settle(f stated) {
	at, ok := j.bySource[f.Like]
	if !ok || j.known[at].Doubt == "" {
		return
	}
	k := &j.known[at]
	old, there := j.bySource[k.Doubt]
	switch f.Holds {
	case samantha.HoldsNew:
		j.confirm(at, f)
		j.promote(at, f.Fact)
	case samantha.HoldsBoth:
		j.confirm(at, f)
		k.Doubt, k.Beside = "", true
	case samantha.HoldsNone:
		if there && j.holds(old) {
			j.leave(old)
			j.known[old].Sources = nil
		}
		j.leave(at)
		k.Sources = nil
	case samantha.HoldsOld:
		if there && j.holds(old) {
			o := &j.known[old]
			if o.Slot == k.Slot {
				o.Was = append(o.Was, Closed{Value: k.Value, Sources: k.Sources, Since: k.Since, Until: f.At, By: f.ID, Wrong: true})
			}
			j.confirm(old, f)
		}
		j.leave(at)
		k.Sources = nil
	}
}

// confirm adds their answer to what it says holds; the words stay those of the
// memory that told it.
func (j *joining) confirm(at int, f stated) {
	k := &j.known[at]
	k.Last, k.Sources = f.At, append(slices.Clone(k.Sources), f.from...)
	k.Confidence = samantha.Unit(1 - float64((1-k.Confidence)*(1-f.sure())))
	j.bySource[f.ID] = at
}

// promote puts what was in doubt in the place of what it contradicts.
func (j *joining) promote(at int, by Fact) {
	k := &j.known[at]
	old, ok := j.bySource[k.Doubt]
	k.Doubt = ""
	if !ok || !j.holds(old) {
		old = -1
	}
	if old >= 0 {
		j.replace(old, by, true)
		k.Was = append(slices.Clone(j.known[old].Was), k.Was...)
		j.leave(old)
		j.known[old].Sources = nil
	}
	if Single(k.Slot) && !k.Beside {
		j.bySlot[j.slot(k.Fact)] = at
	}
}

// sure is how sure one telling makes a fact.
func (f Fact) sure() float64 {
	switch {
	case f.Corrects != "", f.Holds != "":
		return 0.95 // they saw what she held, and put it right
	case f.Way == samantha.WayHedged:
		return 0.4
	case f.Way == samantha.WayPassing:
		return 0.7
	case f.Way == samantha.WayProposed:
		return 0.3
	}
	return 0.8
}

// Closed is a value that holds no longer.
type Closed struct {
	Value   string        `json:"value"`
	Sources []samantha.ID `json:"sources"`
	Since   time.Time     `json:"since"`           // first told
	Until   time.Time     `json:"until"`           // when the next was told
	By      samantha.ID   `json:"by"`              // the fact that closed it
	Wrong   bool          `json:"wrong,omitempty"` // put right: it was never true
}
