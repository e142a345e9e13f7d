package mind

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"samantha"
	"samantha/internal/mind/feeling"
)

// part explains a moment, or the part of it that was asked about.
func (x *explanation) part(e samantha.Event, b *samantha.Heard) error {
	if !x.why.ID.IsPart() {
		return x.moment(e, b)
	}
	from, ok := x.found(e, b)
	switch {
	case ok:
		return x.sources(from)
	case e.Forgotten:
		return nil
	}
	part := strings.TrimPrefix(string(x.why.ID), string(e.ID)+".")
	return fmt.Errorf("%s has no %s: %w", e.ID, part, samantha.ErrNotFound)
}

// found explains the part by its name and number, and says what it is from; false
// if the moment has no such part.
func (x *explanation) found(e samantha.Event, b *samantha.Heard) (from []samantha.ID, ok bool) {
	name, n := x.why.ID.Nth()
	from = []samantha.ID{e.ID}
	switch name {
	case "felt":
		if f, ok := nth(b.Numbers.Felt, n); ok {
			x.feeling(keptAt(e, n-1, f))
			x.righted(e.ID)
			return from, true
		}
	case "fact":
		if f, ok := nth(b.Words.Facts, n); ok {
			x.why.Sentence = x.says("fact", "quote", strconv.Quote(f.Quote))
			x.righted(e.ID)
			return append(from, x.fact(f)...), true
		}
	case "thread":
		if t, ok := nth(b.Words.Threads, n); ok {
			x.thread(x.why.ID, t)
			x.righted(e.ID)
			return from, true
		}
	case "wonder":
		if w, ok := nth(b.Numbers.Wonders, n); ok {
			x.wonder(w)
			return from, true
		}
	case "letter":
		if b.Words.Letter != nil && b.Words.Letter.Did == samantha.LetterBegun && n == 1 {
			return append(from, x.letter()...), true
		}
	case "line":
		if memory, ok := x.lineOfLetter(b, n); ok {
			return without(append(from, memory), ""), true
		}
	case "vow", "bond":
		return from, x.bond(e, b)
	}
	return from, x.asked(name, n, b) || x.person(name, n, b)
}

// asked explains what was asked of her for good: an errand, or what to leave alone.
func (x *explanation) asked(name string, n int, b *samantha.Heard) bool {
	if k, ok := nth(b.Words.Errands, n); ok && name == "errand" {
		x.why.Sentence = x.says("errand")
		x.step(x.why.ID, string(k.Kind), k.What)
		return true
	}
	if a, ok := nth(b.Words.Avoids, n); ok && name == "avoid" {
		x.why.Sentence = x.says("avoided")
		like, _ := x.m.state.Memory.Words(a.Like)
		x.step(x.why.ID, "avoided", cmp.Or(a.What, like))
		return true
	}
	return false
}

// person explains a mention.
func (x *explanation) person(name string, n int, b *samantha.Heard) bool {
	p, ok := nth(b.Words.Hearing.People, n)
	if !ok || name != "person" {
		return false
	}
	x.why.Sentence = x.says("person")
	x.step(x.why.ID, "person", strings.Join(strings.Fields(p.Name+" "+p.Relation+" "+p.As), " "))
	return true
}

// nth is the nth of several, from 1; false if there are not so many.
func nth[T any](all []T, n int) (one T, ok bool) {
	if n < 1 || n > len(all) {
		return one, false
	}
	return all[n-1], true
}

// righted says so if something in the moment was put right since.
func (x *explanation) righted(moment samantha.ID) {
	f, ok := x.m.state.Memory.Rights(moment)
	if !ok {
		return
	}
	x.why.Sentence += " " + x.says("righted")
	x.step(f.ID, "correction", factLine(f.Fact))
}

// fact explains one fact, and returns the memory of the fact that it carries on or
// contradicts.
func (x *explanation) fact(f samantha.Fact) (from []samantha.ID) {
	if held, ok := x.m.state.Memory.Fact(x.why.ID); ok {
		f = held.Fact
	}
	x.step(x.why.ID, "fact", factLine(f))
	for _, id := range []samantha.ID{f.Like, f.Doubt} {
		if before, ok := x.m.state.Memory.Fact(id); ok {
			x.step(id, "fact", factLine(before.Fact))
			from = append(from, id.Event())
		}
	}
	return from
}

// feeling explains one feeling of hers as it is by now: she may have stopped going
// back to it, and nights take some of a hurt away.
func (x *explanation) feeling(kept feeling.Kept) {
	now := x.m.clock.Now()
	i := slices.IndexFunc(x.m.state.Heart.Felt, func(k feeling.Kept) bool { return k.ID == kept.ID })
	if i >= 0 {
		kept.HalfLife, kept.Dwells = x.m.state.Heart.Felt[i].HalfLife, x.m.state.Heart.Felt[i].Dwells
	}
	x.why.Sentence = x.m.rooms.heart.Sentence(kept, now)
	x.step(kept.ID, "felt", x.m.rooms.heart.Record(kept, now))
	if i < 0 {
		return
	}
	if k := x.m.state.Heart.Felt[i]; k.Arose > 0 {
		x.step(kept.ID, "softened", fmt.Sprintf("by nights: %.3f -> %.3f of what it was when it arose", k.Arose, k.Intensity))
	}
}

func keptAt(e samantha.Event, i int, f samantha.Feeling) feeling.Kept {
	return feeling.Kept{ID: e.ID.Part("felt", i+1), At: e.At, Feeling: f}
}
