package hearing

import "slices"

// past reports whether a time that begins at a word is told of the past: by the
// last verb before it that has a tense, else by the whole utterance, but for an
// appointment that stands without a verb ("she saw a doctor. operation, 12 may"). What she is
// told to ask one day ("ask me how it went") is not past, nor what was moved to
// another day.
func (u *utterance) past(at int) bool {
	if u.errand || u.toCome(at) {
		return false
	}
	for i := range u.words {
		if u.ear.lists["later"].endsAt(u.words, i) {
			return false
		}
	}
	if slices.ContainsFunc(u.words[:at], func(w word) bool { return u.ear.lists["booked"].has(w.norm) }) {
		return false
	}
	awaited := false
	for i := at - 1; i >= 0 && !isStop(u.words[i].mark); i-- {
		awaited = awaited || u.ear.lists["awaited"].endsAt(u.words, i)
		switch {
		case u.ear.lists["coming"].endsAt(u.words, i):
			return false
		case u.was(u.words[i]) && !u.caused(i):
			return true
		}
	}
	return !awaited && slices.ContainsFunc(u.words, u.was)
}

// besideTime is how many words from the beginning of a time somebody may stand.
const besideTime = 4

// toCome: right behind a time somebody does something now: "on thursday I go".
func (u *utterance) toCome(at int) bool {
	for i := at; i+1 < min(len(u.words), at+besideTime) && !isStop(u.words[i].mark); i++ {
		if does := u.words[i+1]; u.words[i].is(classPronoun) {
			return does.is(classBase|classThird) && !does.is(classPast)
		}
	}
	return false
}

// causedWithin is how many words before "done" the "having" may stand.
const causedWithin = 5

// caused reports whether a word is what somebody is having done.
func (u *utterance) caused(at int) bool {
	for i := at - 1; i >= max(0, at-causedWithin); i-- {
		if u.ear.lists["causing"].endsAt(u.words, i) {
			return true
		}
	}
	return false
}

// was reports whether a word is a verb of the past.
func (u *utterance) was(w word) bool {
	return w.is(classPast) && !w.is(classBase) || u.ear.lists["was"].has(w.norm)
}
