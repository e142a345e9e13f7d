package memory

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"samantha"
)

// mostFelt is how many feelings are told of somebody.
const mostFelt = 3

// people is who is who so far, and where to find them.
type people struct {
	all []*Somebody
	by  map[string][]*Somebody    // each word for them, plain
	of  map[samantha.ID]*Somebody // by mention
	// relations are what was heard of each relation; a fact that names somebody
	// knows only its word.
	relations    map[string]samantha.Mention
	spoken, told int      // mentions and facts that are taken in
	names        []string // of [State.Names], once they were asked for
}

// join works out who is who from every mention and every fact that names
// somebody, in the order they were told. What was taken in before stands.
func (s *State) join() *people {
	j := s.people
	if j == nil {
		j = &people{by: map[string][]*Somebody{}, of: map[samantha.ID]*Somebody{}, relations: map[string]samantha.Mention{}}
		s.people = j
	}
	if j.spoken == len(s.Spoken) && j.told == len(s.Facts) {
		return j
	}
	j.names = nil
	for _, t := range s.tellingWho(j.spoken, j.told) {
		if t.counts {
			j.relations[t.Relation] = t.Mention
		}
		if p := j.find(t); p != nil {
			j.add(p, t)
		}
	}
	j.spoken, j.told = len(s.Spoken), len(s.Facts)
	return j
}

// folk are those who were spoken of, in the order they first were: who was only
// named by a fact is in no memory that is left, and the person is none of their
// own people.
func (s *State) folk() []*Somebody {
	self := plain(s.Name())
	all := slices.DeleteFunc(slices.Clone(s.join().all), func(p *Somebody) bool { return p.Mentions == 0 || p.calls(self) })
	slices.SortStableFunc(all, func(a, b *Somebody) int { return a.First.Compare(b.First) })
	return all
}

// calls: nothing but this plain name is known of them, which is the person's own.
func (p *Somebody) calls(self string) bool {
	return p.Relation == "" && p.As == "" && len(p.Names) == 1 && self != "" && plain(p.Names[0]) == self
}

// who is one telling of who somebody is.
type who struct {
	Spoken
	counts                   bool // a mention, and not only a fact
	nameID, relationID, asID samantha.ID
	was                      string // the name that this one puts right
	seq                      uint64 // of its event
}

// tellingWho are the mentions from one on, and the facts that name somebody, in
// the order of their events.
func (s *State) tellingWho(spoken, told int) []who {
	var all []who
	for _, m := range s.Spoken[spoken:] {
		all = append(all, who{Spoken: m, counts: true, nameID: m.ID, relationID: wordOf(m.ID, "kin"), asID: wordOf(m.ID, "as")})
	}
	for _, f := range s.Facts[told:] {
		if f.Of != Person && f.Way != samantha.WayDenied && names(f.Slot) {
			all = append(all, s.naming(f))
		}
	}
	for i := range all {
		all[i].seq, _ = all[i].ID.Event().Seq()
	}
	slices.SortStableFunc(all, func(a, b who) int { return cmp.Compare(a.seq, b.seq) })
	return all
}

// names: a fact in the slot says who somebody is, and is told as that.
func names(slot string) bool {
	return slot == "name" || slot == "relation" || slot == "called" || slot == "died"
}

// naming is a fact that says who somebody is.
func (s *State) naming(f Fact) who {
	t := who{Spoken: Spoken{ID: f.ID, At: f.At}, nameID: f.ID}
	switch {
	case f.Slot == "relation":
		t.Name, t.Relation, t.nameID, t.relationID = f.Of, f.Value, "", f.ID
	case f.Slot == "called" || f.Slot == "died":
		t.Late, t.nameID = f.Slot == "died", ""
		if f.Slot == "called" {
			t.Also = f.Value
		}
		if t.Relation = f.Of; f.Of != strings.ToLower(f.Of) {
			t.Name, t.Relation = f.Of, ""
		}
	case strings.Contains(f.Of, "'s ") || strings.Contains(f.Of, "’s "):
		t.Name, t.As = f.Value, f.Of
	default:
		t.Name, t.Relation = f.Value, f.Of
	}
	if f.Holds != "" {
		right, wrong := s.settled(f)
		t.Name, t.nameID, t.was = right.Value, right.ID, wrong.Value
	} else if old, ok := s.Fact(cmp.Or(f.Corrects, f.Like)); ok && old.Slot == "name" {
		t.was = old.Value
	}
	return t
}

// settled is which of two names holds, and which one was wrong; of both or none
// there is nothing to say.
func (s *State) settled(f Fact) (right, wrong Fact) {
	doubted, _ := s.Fact(f.Like)
	old, _ := s.Fact(doubted.Doubt)
	switch f.Holds {
	case samantha.HoldsNew:
		return doubted, old
	case samantha.HoldsOld:
		return old, doubted
	}
	return Fact{}, Fact{}
}

// key is how a relation is found.
func (j *people) key(relation string) string {
	return "kin " + cmp.Or(j.relations[relation].Kin, relation)
}

func (j *people) loose(relation string) bool { return j.relations[relation].Loosely }

// find is whom a telling is about, somebody new if nobody yet; nil if it may be
// one of several.
func (j *people) find(t who) *Somebody {
	switch {
	case t.Like != "":
		return j.of[t.Like]
	case t.Also != "" && t.Name+t.Relation+t.As == "":
		return nil // another name, and nobody to have it
	case t.was != "" && len(j.by[plain(t.was)]) == 1:
		return j.renamed(t)
	case t.Name != "" && t.Relation != "":
		return j.named(t, j.key(t.Relation), func(p *Somebody) bool {
			return p.Relation == "" || j.key(p.Relation) == j.key(t.Relation) || j.loose(p.Relation) || j.loose(t.Relation)
		})
	case t.Name != "" && t.As != "" && j.sameSort(t) != nil:
		return j.sameSort(t)
	case t.Name != "" && t.As != "":
		return j.named(t, plain(t.As), func(p *Somebody) bool { return p.As == "" || Same(p.As, t.As) })
	case t.Name != "":
		return j.one(j.by[plain(t.Name)], t.At)
	case t.Relation != "":
		return j.related(t)
	case t.As != "":
		return j.one(j.by[plain(t.As)], t.At)
	}
	return nil
}

// renamed is somebody whose name was wrong; whoever has the right one and is the
// same to the person is them.
func (j *people) renamed(t who) *Somebody {
	p := j.by[plain(t.was)][0]
	for _, right := range j.by[plain(t.Name)] {
		if right != p && j.key(right.Relation) == j.key(p.Relation) {
			j.merge(right, p)
			return right
		}
	}
	return p
}

// named is somebody told of by name and by what they are: one known by both, or
// by the one whose other was not known. Were they two until now, they are one.
func (j *people) named(t who, key string, fits func(*Somebody) bool) *Somebody {
	known := slices.DeleteFunc(slices.Clone(j.by[plain(t.Name)]), func(p *Somebody) bool { return !fits(p) })
	nameless := slices.DeleteFunc(slices.Clone(j.by[key]), func(p *Somebody) bool { return len(p.Names) > 0 || j.relations[t.Relation].Several })
	both := slices.IndexFunc(known, func(p *Somebody) bool { return slices.Contains(j.by[key], p) })
	switch {
	case len(known) == 0 && len(nameless) > 0:
		return nameless[0]
	case len(known) == 0:
		return &Somebody{}
	case both >= 0:
		return known[both]
	case len(nameless) > 0:
		j.merge(known[0], nameless[0])
	}
	return known[0]
}

// sameSort is the nameless one just spoken of that a plainer word means: "the
// dog" after "mum's dog"; nil if there is none.
func (j *people) sameSort(t who) *Somebody {
	for _, p := range slices.Backward(j.all) {
		if len(p.Names) == 0 && t.At.Sub(p.Last) <= EncounterPause && strings.HasSuffix(p.As, " "+plain(t.As)) {
			return p
		}
	}
	return nil
}

// related is somebody told of by what they are alone.
func (j *people) related(t who) *Somebody {
	known := j.by[j.key(t.Relation)]
	if p := lately(known, t.At); p != nil {
		return p
	}
	if j.relations[t.Relation].Several { // a friend is not the friend with a name
		known = slices.DeleteFunc(slices.Clone(known), func(p *Somebody) bool { return len(p.Names) > 0 })
	}
	return j.one(known, t.At)
}

// one is the only one of a list, or of several the one just spoken of; nil if
// one cannot tell.
func (j *people) one(list []*Somebody, at time.Time) *Somebody {
	switch len(list) {
	case 0:
		return &Somebody{}
	case 1:
		return list[0]
	}
	return lately(list, at)
}

// lately is the one of a list that was spoken of last in this encounter.
func lately(list []*Somebody, at time.Time) *Somebody {
	var last *Somebody
	for _, p := range list {
		if at.Sub(p.Last) <= EncounterPause && (last == nil || p.Last.After(last.Last)) {
			last = p
		}
	}
	return last
}

// add puts down what a telling says of somebody.
func (j *people) add(p *Somebody, t who) {
	if p.ID == "" {
		p.ID, p.events = t.ID, map[samantha.ID]bool{}
		j.all = append(j.all, p)
	}
	if t.Late && p.Died == "" {
		p.Died = t.ID.Event()
	}
	j.of[t.ID] = p
	p.events[t.ID.Event()] = true
	p.mentions = append(p.mentions, t.ID)
	if t.Name != "" && !slices.ContainsFunc(p.Names, func(n string) bool { return Same(n, t.Name) }) {
		p.Names = append(p.Names, t.Name)
		if t.was != "" {
			p.Names = slices.Insert(p.Names[:len(p.Names)-1], 0, t.Name)
		}
	}
	if t.Also != "" && !slices.Contains(p.Names, t.Also) {
		p.Names = append(p.Names, t.Also)
	}
	if t.nameID != "" && len(p.Names) > 0 && Same(t.Name, p.Names[0]) {
		p.NameID = t.nameID
	}
	j.relate(p, t)
	if t.counts {
		p.spokenOf(t.Spoken)
	}
	for _, w := range append(slices.Clone(p.Names), p.As) {
		j.index(plain(w), p)
	}
	p.call()
}

// relate puts down what somebody is to the person, or otherwise.
func (j *people) relate(p *Somebody, t who) {
	if t.Relation != "" {
		if p.Relation == "" || j.loose(p.Relation) && p.Relation != t.Relation {
			p.Relation, p.RelationID = t.Relation, ""
		}
		if t.Relation == p.Relation && t.relationID != "" {
			p.RelationID = t.relationID
		}
		if !slices.Contains(p.relations, t.Relation) {
			p.relations = append(p.relations, t.Relation)
		}
		j.index(j.key(t.Relation), p)
	}
	if t.As != "" && !strings.HasSuffix(p.As, " "+plain(t.As)) {
		p.As, p.AsID = t.As, cmp.Or(t.asID, p.AsID)
	}
}

func (j *people) index(word string, p *Somebody) {
	if word != "" && !slices.Contains(j.by[word], p) {
		j.by[word] = append(j.by[word], p)
	}
}

// spokenOf counts a mention.
func (p *Somebody) spokenOf(m Spoken) {
	moment := m.ID.Event()
	if p.Mentions++; p.Mentions == 1 {
		p.ID, p.First, p.FirstID = m.ID, m.At, moment
	}
	p.Last, p.LastID = m.At, moment
	if m.Like == "" {
		p.Told = moment
	}
	if m.Met && p.Met == "" {
		p.Met = moment
	}
	if m.Felt != nil {
		p.felt(*m.Felt)
	}
}

// felt keeps the strongest of her feelings.
func (p *Somebody) felt(all ...Touched) {
	p.Felt = append(p.Felt, all...)
	slices.SortFunc(p.Felt, func(a, b Touched) int {
		return cmp.Or(cmp.Compare(b.Intensity, a.Intensity), strings.Compare(string(a.ID), string(b.ID)))
	})
	p.Felt = p.Felt[:min(mostFelt, len(p.Felt))]
}

// merge makes one of two.
func (j *people) merge(into, other *Somebody) {
	for _, id := range other.mentions {
		j.of[id] = into
	}
	into.mentions = append(into.mentions, other.mentions...)
	into.Names = append(into.Names, other.Names...)
	into.relations = append(into.relations, other.relations...)
	into.felt(other.Felt...)
	for id := range other.events {
		into.events[id] = true
	}
	if other.Mentions > 0 && (into.Mentions == 0 || other.First.Before(into.First)) {
		into.ID, into.First, into.FirstID = other.ID, other.First, other.FirstID
	}
	if other.Last.After(into.Last) {
		into.Last, into.LastID, into.Told = other.Last, other.LastID, cmp.Or(other.Told, into.Told)
	}
	into.Mentions += other.Mentions
	into.Died, into.Met = cmp.Or(into.Died, other.Died), cmp.Or(into.Met, other.Met)
	into.As, into.AsID = cmp.Or(into.As, other.As), cmp.Or(into.AsID, other.AsID)
	if into.Relation == "" {
		into.Relation, into.RelationID = other.Relation, other.RelationID
	}
	for word, list := range j.by {
		if slices.Contains(list, other) {
			j.by[word] = slices.DeleteFunc(list, func(p *Somebody) bool { return p == other })
			j.index(word, into)
		}
	}
	j.all = slices.DeleteFunc(j.all, func(p *Somebody) bool { return p == other })
}

// whole is somebody with what is known and open about them, and how she felt.
func (s *State) whole(p *Somebody) Somebody {
	one := *p
	one.Names, one.Facts, one.Threads = append([]string{}, p.Names...), []samantha.ID{}, []samantha.ID{}
	for _, k := range s.Known() {
		if !names(k.Slot) && s.join().owns(p, k) {
			one.Facts = append(one.Facts, k.ID)
		}
	}
	for _, t := range s.Threads {
		if _, closed := t.Closed(); !closed && p.events[t.Told()] && slices.ContainsFunc(p.words(), func(w string) bool { return speaksOf(t.About, w) }) {
			one.Threads = append(one.Threads, t.ID)
		}
	}
	one.Avoided = slices.ContainsFunc(s.Avoids, func(a Avoided) bool { return p.answersTo(a.What) })
	one.Felt = append([]Touched{}, p.Felt...)
	one.Passing = p.passing() && len(one.Facts)+len(one.Threads) == 0
	return one
}

// owns: a fact is of them; where two answer to its owner's word, of whom it was told beside.
func (j *people) owns(p *Somebody, k Known) bool {
	if !p.answersTo(k.Of) {
		return false
	}
	others := slices.ContainsFunc(j.all, func(o *Somebody) bool { return o != p && o.answersTo(k.Of) })
	return !others || slices.ContainsFunc(k.Sources, func(id samantha.ID) bool { return p.events[id.Event()] })
}
