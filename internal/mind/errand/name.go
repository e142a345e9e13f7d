package errand

import (
	"slices"
	"strings"

	"samantha"
)

// Find are the errands a person may mean by a name: "it", "the alarm", "all
// reminders", or words of its own. Of those that rang and are over only the one
// that "it" means can be meant.
func (r *Room) Find(s *State, name string, it samantha.ID) []Kept {
	words := r.words(name)
	kinds := map[samantha.ErrandKind]bool{}
	all := false
	var own []string
	for _, w := range words {
		switch kind, ok := r.kind(w); {
		case r.names["all"][w]:
			all = true
		case r.names["it"][w]:
		case ok:
			kinds[kind] = true
		default:
			own = append(own, w)
		}
	}
	if len(own) == 0 && len(kinds) == 0 && !all {
		return s.where(func(k Kept) bool { return k.ID == it && !k.Closed })
	}
	found := s.where(func(k Kept) bool {
		return !k.done() && (len(kinds) == 0 || kinds[k.Kind]) && r.holds(k.What, own)
	})
	if len(found) > 1 && len(own) == 0 && !all && !r.Many(name) { // "the alarm": the one spoken of last
		if i := slices.IndexFunc(found, func(k Kept) bool { return k.ID == it }); i >= 0 {
			return found[i : i+1]
		}
	}
	return found
}

// kind is the kind of errand that a word names. "errands" names none of them
// and all.
func (r *Room) kind(word string) (samantha.ErrandKind, bool) {
	for _, kind := range []samantha.ErrandKind{samantha.ErrandReminder, samantha.ErrandAlarm, samantha.ErrandTimer} {
		if r.names[string(kind)][word] {
			return kind, true
		}
	}
	return "", false
}

// words are those of a text that name something, as they are compared.
func (r *Room) words(text string) []string {
	var words []string
	for w := range strings.FieldsSeq(samantha.SentenceKey(text)) {
		if !r.names["skip"][w] {
			words = append(words, w)
		}
	}
	return words
}

// holds reports whether a text has all the words, one or many of a thing alike.
func (r *Room) holds(text string, words []string) bool {
	has := r.words(text)
	for _, w := range words {
		if !slices.ContainsFunc(has, func(h string) bool { return single(h) == single(w) }) {
			return false
		}
	}
	return true
}

// single is a word without the s of many.
func single(word string) string {
	if len(word) > 3 {
		return strings.TrimSuffix(word, "s")
	}
	return word
}

// Many reports whether a name is of more than one: "all my alarms".
func (r *Room) Many(name string) bool {
	for _, w := range r.words(name) {
		kind, named := r.kind(w)
		if r.names["all"][w] || named && string(kind) != w {
			return true
		}
	}
	return false
}

// Among are those of some errands that have all the words of a name.
func (r *Room) Among(all []Kept, name string) []Kept {
	words := r.words(name)
	return slices.DeleteFunc(slices.Clone(all), func(k Kept) bool { return k.Closed || !r.holds(k.What, words) })
}

// Shares reports whether a text has a word of a name.
func (r *Room) Shares(text, name string) bool {
	return slices.ContainsFunc(r.words(name), func(w string) bool { return r.holds(text, []string{w}) })
}

// Names reports whether a question has all that an errand is about, but for what is to be
// done: "when am I ringing the bank" has the bank.
func (r *Room) Names(question, what string) bool {
	words := r.words(what)
	if len(words) > 1 {
		words = words[1:]
	}
	return len(words) > 0 && r.holds(question, words)
}

// Pick are those of some errands that an answer means: all, the first, or those that have
// all of its own words.
func (r *Room) Pick(offered []Kept, answer string) []Kept {
	words := strings.Fields(samantha.SentenceKey(answer))
	has := func(name string) bool {
		return slices.ContainsFunc(words, func(w string) bool { return r.names[name][w] })
	}
	n := len(offered)
	switch {
	case has("all"):
		return offered
	case has("first") && n > 0:
		return offered[:1]
	case has("second") && n > 1:
		return offered[1:2]
	case has("third") && n > 2:
		return offered[2:3]
	case has("last") && n > 0:
		return offered[n-1:]
	}
	own := slices.DeleteFunc(r.words(answer), func(w string) bool { _, kind := r.kind(w); return kind || r.names["it"][w] })
	if len(own) == 0 {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(offered), func(k Kept) bool { return !r.holds(k.What, own) })
}

// OfKind are those of the kinds that a question names, or all if it names none.
func (r *Room) OfKind(all []Kept, question string) []Kept {
	kinds := map[samantha.ErrandKind]bool{}
	for _, w := range r.words(question) {
		if kind, ok := r.kind(w); ok {
			kinds[kind] = true
		}
	}
	return slices.DeleteFunc(all, func(k Kept) bool { return len(kinds) > 0 && !kinds[k.Kind] })
}

// Own are the words of a name that are no "it" and no kind of errand, as they
// were said; "" if there are none.
func (r *Room) Own(name string) string {
	for _, w := range r.words(name) {
		if _, kind := r.kind(w); !kind && !r.names["it"][w] && !r.names["all"][w] {
			return name
		}
	}
	return ""
}

// Holds reports whether a text has all the words of a name.
func (r *Room) Holds(text, name string) bool { return r.holds(text, r.words(name)) }

// NamesKind reports whether a question names a kind of errand.
func (r *Room) NamesKind(question string) bool {
	return slices.ContainsFunc(r.words(question), func(w string) bool {
		_, ok := r.kind(w)
		return ok
	})
}
