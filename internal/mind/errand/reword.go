package errand

import (
	"slices"
	"strings"

	"samantha"
)

// rewordMost is how many words a part of an errand has that is said anew.
const rewordMost = 5

// Reword is what an errand is about, with a part of it said anew: "ring the boiler" and
// "no, the boiler man" make "ring the boiler man". It is none if nothing of the errand is
// said again, or nothing new and nothing louder; fits says whether a new word may stand there.
func (r *Room) Reword(what, said string, fits func(word string) bool) (string, bool) {
	if at := strings.IndexAny(said, ".!?;"); at >= 0 {
		if said[at] == '?' {
			return "", false
		}
		said = said[:at]
	}
	said, _, _ = strings.Cut(said, ", not ")
	part := strings.Fields(strings.ReplaceAll(said, ",", " "))
	for len(part) > 0 && r.names["anew"][samantha.SentenceKey(part[0])] {
		part = part[1:]
	}
	whole := strings.Fields(what)
	from, to := sharedRun(whole, part, r.names["skip"])
	loud := false
	for i, w := range part {
		if len(w) > 1 && strings.ToUpper(w) == w { // it was only said louder
			part[i], loud = strings.ToLower(w), true
		}
	}
	if len(part) > rewordMost || from == to || len(r.fresh(part, whole, fits)) == 0 && !loud {
		return "", false
	}
	if from == 0 && samantha.SentenceKey(part[0]) == samantha.SentenceKey(whole[0]) { // all of it was said anew
		to = len(whole)
	}
	return strings.Join(slices.Concat(whole[:from], part, whole[to:]), " "), true
}

// sharedRun is where in a text the words stand that a part of it has, too.
func sharedRun(whole, part []string, skip map[string]bool) (from, to int) {
	for i, w := range whole {
		key := samantha.SentenceKey(w)
		if skip[key] || !slices.ContainsFunc(part, func(p string) bool { return samantha.SentenceKey(p) == key }) {
			continue
		}
		if from == to {
			from = i
		}
		to = i + 1
	}
	return from, to
}

// fresh are the words of a part that the whole does not have; none if one of them does not fit.
func (r *Room) fresh(part, whole []string, fits func(string) bool) []string {
	var fresh []string
	for _, w := range part {
		key := samantha.SentenceKey(w)
		if r.names["skip"][key] || slices.ContainsFunc(whole, func(h string) bool { return samantha.SentenceKey(h) == key }) {
			continue
		}
		if !fits(key) {
			return nil
		}
		fresh = append(fresh, w)
	}
	return fresh
}
