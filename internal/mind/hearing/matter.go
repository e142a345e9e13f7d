package hearing

// What a telling is about stands in its main clause: somebody's own doing or being, or the
// thing that something happened to. What is said beside it (when, because, who ...), of
// somebody else, of how it used to be, or only as where and with what, is a mention.

// matter reports whether what begins at a word is what its sentence is about.
func (e *Ear) matter(words []word, at int) bool {
	from, ok := e.mainClause(words, at)
	if !ok {
		return false
	}
	clause, at := words[from:], at-from
	for i := range at {
		if clause[i].norm == "not" || e.lists["negation"].has(clause[i].norm) || clause[i].norm == "used" {
			return false
		}
	}
	return (e.ownClause(clause) || e.atHead(clause, at) || aboutThem(clause[at:])) && placedWhole(clause, at)
}

// mainClause is where the main clause of a word begins; false if the word stands in a
// clause beside it.
func (e *Ear) mainClause(words []word, at int) (int, bool) {
	from, main := 0, true
	for i := 0; i <= at; i++ {
		w := words[i]
		switch {
		case i > 0 && e.beginsMain(words, i):
			from, main = i, true
		case e.lists["clausal"].has(w.norm), i > from && e.lists["aside clause"].has(w.norm) && i < at:
			main = false
		}
	}
	for from < at && words[from].is(classFiller|classInterjection|classTime|classConjunction) {
		from++
	}
	return from, main
}

// beginsMain: a mark, or an "and" before somebody or something, begins a clause of its own.
func (e *Ear) beginsMain(words []word, at int) bool {
	w := words[at]
	starts := w.is(classPronoun|classPossessive|classRelation|classDeterminer) || e.lists["subject"].has(w.norm)
	if w.gap {
		return starts || w.is(className|classTime|classAdverb) || w.is(classConjunction|classPast) && !e.lists["clausal"].has(w.norm) && !e.lists["aside clause"].has(w.norm)
	}
	before := words[at-1].norm
	return starts && (before == "and" || before == "but" || before == "so")
}

// ownClause: a clause is of the person or of how things are, or it leaves out who, as
// people do of themselves: "had toast".
func (e *Ear) ownClause(clause []word) bool {
	w := clause[0]
	return w.norm == "i" || w.norm == "we" || w.norm == "it" || w.norm == "there" || w.norm == "that" ||
		w.is(classVerb) && !w.is(classThing)
}

// atHead: before a place stands only what points at a thing: the clause is about that.
func (e *Ear) atHead(clause []word, at int) bool {
	for _, w := range clause[:at] {
		if w.is(classVerb|classPronoun|classRelation|classPreposition) && !w.is(classThing) {
			return false
		}
	}
	return true
}

// themNear is how many words on somebody who does something may come to the person.
const themNear = 5

// aboutThem: what somebody else does is done to the person: "held [my] hand".
func aboutThem(words []word) bool {
	for _, w := range words[:min(len(words), themNear)] {
		switch w.norm {
		case "me", "us", "my", "our":
			return true
		}
	}
	return false
}

// placedWhole: what begins at a place is who or what does something, what is done, or
// what it is done to; not only where, with what or of what something is.
func placedWhole(clause []word, at int) bool {
	if clause[at].is(classVerb|classPronoun|classPreposition) && !clause[at].is(classThing) {
		return true
	}
	i := at - 1
	for i >= 0 && i >= at-4 && !clause[i+1].gap && (clause[i].kind == 0 || clause[i].is(classDeterminer|classPossessive|classNumber|classDegree|classVague|classDigits)) && !clause[i].is(classPreposition|classVerb) {
		i--
	}
	return i < 0 || clause[i].is(classVerb|classAdverb|classPronoun|classConjunction) && !clause[i].is(classPreposition)
}
