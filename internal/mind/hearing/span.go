package hearing

import "strings"

// A span is a kind of run of words that a slot may hold.
type span uint8

const (
	spanChunk span = iota
	spanTail
	spanName
	spanAnyName
	spanPlace
	spanNumber
	spanRest
	spanWhen
	spanProper
	spanFresh
	spanOwn
	spanStranger
	spanCalled
	spanWord
	spanTrade
)

// spanOf is the kind that a pattern calls by a name.
func spanOf(name string) (span, bool) {
	switch name {
	case "chunk":
		return spanChunk, true
	case "tail":
		return spanTail, true
	case "name":
		return spanName, true
	case "anyname":
		return spanAnyName, true
	case "proper":
		return spanProper, true
	case "fresh":
		return spanFresh, true
	case "own":
		return spanOwn, true
	case "stranger":
		return spanStranger, true
	case "word":
		return spanWord, true
	case "trade":
		return spanTrade, true
	case "called":
		return spanCalled, true
	case "place":
		return spanPlace, true
	case "number":
		return spanNumber, true
	case "when":
		return spanWhen, true
	case "rest":
		return spanRest, true
	}
	return 0, false
}

// spanEnd is where the longest run of a kind that begins at a word ends; at
// itself if there is none.
func (e *Ear) spanEnd(s span, in piece, at int) int {
	words := in.words
	switch s {
	case spanChunk:
		return e.chunkEnd(words, at)
	case spanTail:
		return e.tailEnd(words, at)
	case spanName:
		return runWhile(words, at, 3, e.nameLike)
	case spanAnyName:
		return runWhile(words, at, 3, e.maybeName)
	case spanProper:
		return properEnd(words, at)
	case spanOwn:
		return runWhile(words, at, 3, e.ownLike)
	case spanFresh:
		return runWhile(words, at, 1, e.fresh)
	case spanStranger:
		return runWhile(words, at, 3, e.stranger)
	case spanWord:
		return runWhile(words, at, 1, func(w word) bool { return !w.is(classLoose) })
	case spanTrade:
		return runWhile(words, at, 1, e.trade)
	case spanCalled:
		return runWhile(words, at, 2, e.calledSo)
	case spanPlace:
		return e.placeEnd(words, at)
	case spanWhen:
		return runWhile(words, at, 8, func(w word) bool { return w.is(classWhen) })
	case spanNumber:
		return runWhile(words, at, 4, func(w word) bool { return isNumber(w) && !w.is(classColon) })
	}
	return max(at, in.tail)
}

// runWhile is the end of the words from a place on that fit, with no mark
// between them, most of them at the most.
func runWhile(words []word, at, most int, fits func(word) bool) int {
	end := at
	for end < len(words) && end-at < most && fits(words[end]) && (end == at || !words[end].gap) {
		end++
	}
	return end
}

func isNumber(w word) bool {
	return w.is(classNumber) || w.norm != "" && w.norm[0] >= '0' && w.norm[0] <= '9'
}

// nameLike reports whether a word is a person's name as far as one can see:
// known, or written with a capital where none is due, or a first name that is
// no common word.
func (e *Ear) nameLike(w word) bool {
	switch {
	case w.is(classKnown):
		return true
	case w.is(classLoose | classPlace | classTime | classNumber | classRelation | classHer | classFiller):
		return false
	case w.is(classFirstName):
		return w.upper || !e.common(w.norm)
	case w.upper && !w.first:
		return !e.common(w.norm) && !w.is(classUnfit)
	}
	return false
}

// maybeName is nameLike where a name was asked for: any word will do that is
// not an ordinary one.
func (e *Ear) maybeName(w word) bool {
	if w.is(classFirstName | classKnown) {
		return true
	}
	if w.is(classLoose|classTime|classRelation|classFiller|classVague|classFeeling|classVerb|classPlace|classUnfit|classNumber) || isNumber(w) {
		return false
	}
	if !w.upper && (e.lists["states"].has(w.norm) || strings.HasSuffix(w.norm, "ous")) {
		return false // "i am awake", "ravenous"
	}
	return !e.common(w.norm) || w.upper && e.rank[w.norm] > 1000
}

// proper reports whether a word is written with a capital, as a name is.
func proper(w word) bool { return w.upper && !w.first && !w.is(classLoose) }

// properEnd is the end of words with capitals, with whose it is in it: "Sunday's Well".
func properEnd(words []word, at int) int {
	end := runWhile(words, at, 4, proper)
	if end > at && end+1 < len(words) && words[end].norm == "'s" && words[end+1].upper && !words[end+1].gap && !words[end+1].is(classPronoun) {
		return max(end, runWhile(words, end+1, 4, proper))
	}
	if end > at && end+1 == len(words) && words[end].norm == "'s" {
		return end + 1 // "a nurse at St Ann's": nothing is left for it to be the verb of
	}
	return end
}

// placeEnd is a name, with "the" before it or "of" in it, or a chunk.
func (e *Ear) placeEnd(words []word, at int) int {
	if end := properEnd(words, at); end > at {
		return end
	}
	return e.tailEnd(words, at)
}

// chunkEnd is the end of a thing's name: what points at it, its modifiers, and
// the thing.
func (e *Ear) chunkEnd(words []word, at int) int {
	end := at
	for end < len(words) && words[end].is(classDeterminer|classPossessive|classDegree) && (end == at || !words[end].gap) {
		end++
	}
	start, pointed := end, end > at
	for end < len(words) && end-at < slotMost && (end == at || !words[end].gap) && e.inChunk(words, start, end, pointed) {
		end++
	}
	for end > start && words[end-1].is(classTime) && !pointed {
		end--
	}
	if end == start || pointed && end < len(words) && !words[end].gap && e.lists["oneof"].has(words[end].norm) {
		return at // "a red one" is no red
	}
	return end
}

// inChunk reports whether a word goes on with a chunk that began at start.
func (e *Ear) inChunk(words []word, start, at int, pointed bool) bool {
	w := words[at]
	first := at == start
	switch {
	case w.norm == "'s":
		return !first
	case !first && e.anew(words, start, at):
		return false
	case w.is(classWhen), e.does(words, at):
		return false
	case w.is(classIng) && !w.is(classThing):
		return first && pointed
	case w.is(classAuxiliary | classPronoun | classConjunction | classQuestion | classInterjection | classPossessive):
		return false
	case w.is(classNumber):
		return true
	case w.is(classLoose):
		return false
	case w.is(classTime):
		return pointed && first
	case w.is(classThing):
		return true
	case !first && w.kind == 0 && strings.HasSuffix(w.norm, "ed") && at+1 < len(words) && words[at+1].is(classPreposition|classAdverb):
		return false // a verb that is in no list: "a timer overflowed after 49 days"
	case w.is(classPast):
		return pointed && first && at+1 < len(words) && !words[at+1].gap && !words[at+1].is(classLoose|classTime)
	case w.is(classBase | classThird):
		return first && pointed || !first && w.is(classBase) && !plural(words[at-1].norm)
	}
	return true
}

// anew reports whether another word group begins inside what looks like a thing: a
// name after a noun ("a secret | sami told me"), a verb with somebody behind it ("a
// pancake | bless her"), or one that a question asks for ("did mum | faint").
func (e *Ear) anew(words []word, start, at int) bool {
	w, before := words[at], words[at-1]
	switch {
	case !w.upper && (w.is(classKnown) || w.is(classFirstName) && !e.common(w.norm)):
		return !before.is(classRelation|className|classAdverb) && before.norm != "'s"
	case !w.is(classBase) || w.is(classPast):
		return false
	case at+1 < len(words) && words[at+1].is(classPronoun) && !words[at+1].gap && !w.is(classThing):
		return true
	}
	return start > 0 && e.lists["asks"].has(words[start-1].norm) && before.is(classRelation|className)
}

func plural(w string) bool { return strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") }

// tailEnd is a chunk and the chunks that "of", "in", "with" and the like hang
// on it, six words at most.
func (e *Ear) tailEnd(words []word, at int) int {
	end := e.chunkEnd(words, at)
	first := end
	for end > at && end < len(words) && e.hangs(words, end) {
		next := e.chunkEnd(words, end+1)
		if next == end+1 {
			break
		}
		if next-at > slotMost {
			return first // half a tail says something else
		}
		end = next
	}
	return end
}

// does reports whether a word is what somebody does, though it may be a thing
// elsewhere: somebody stands before it, and what it is done to or where behind.
// "The neighbour [parks] his van".
func (e *Ear) does(words []word, at int) bool {
	if at == 0 || at+1 >= len(words) || words[at].gap || words[at+1].gap || !words[at].is(classBase|classThird|classPast) {
		return false
	}
	doer := words[at-1].is(classRelation|className) || words[at-1].norm == "then" && words[at].is(classBase)
	return doer && words[at+1].is(classDeterminer|classPossessive|classPronoun|classPreposition)
}

// hangs reports whether a word ties what follows to the thing before it. "to"
// does if somebody's own follows: "a letter to my brother".
func (e *Ear) hangs(words []word, at int) bool {
	if !e.lists["tie"].has(words[at].norm) || words[at].gap || words[at].is(classWhen) || at+1 == len(words) {
		return false
	}
	next := words[at+1]
	if words[at].norm == "about" && next.is(classNumber|classDigits) {
		return false // "about three"
	}
	return !next.gap && !e.duration(words, at+1) && (words[at].norm != "to" || next.is(classPossessive))
}

// duration reports whether a time or "an hour", "six hours" begins at a word.
func (e *Ear) duration(words []word, at int) bool {
	if words[at].is(classTime | classWhen) {
		return true
	}
	for at < len(words) && words[at].is(classNumber|classDigits|classDeterminer) {
		at++
	}
	return at < len(words) && words[at].is(classTime)
}
