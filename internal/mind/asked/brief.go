package asked

import (
	"slices"
	"strings"
)

// A question as it is built: whoever it is of, the verb, and what else it says. By these the
// very words that answer are taken out of a clause that is built alike: "the bakery" of "I
// want to open a bakery".

// After is what of a clause is asked for.
type After string

// What may be asked for.
const (
	Doer    After = "doer"    // what stands before the verb: "who quit"
	Done    After = "done"    // what stands behind it: "what did I burn"
	Spot    After = "spot"    // where: what stands behind a word of place
	At      After = "at"      // when
	Behind  After = "behind"  // what stands behind the word the question ends with: "who did I go with"
	Chosen  After = "chosen"  // which of a kind: "what kind of soup"
	Calling After = "calling" // what something is called
)

// Brief is a question so taken apart.
type Brief struct {
	After After
	Of    []string // whoever the clause is of: "i", or "my", "wife"; none where that is asked for
	Verb  string   // its verb; none if it is only "is"
	Unit  string   // the kind of thing that is asked for: "soup"
	Last  string   // the word a value stands behind: "with"
	With  []string // what else the clause must have
}

// BriefOf takes a question apart; false if it is built otherwise, or says too little.
func (r *Reader) BriefOf(words []string, w Words) (Brief, bool) {
	words = r.unlead(words)
	if len(words) < 2 || !r.in("asking", words[0]) || slices.ContainsFunc(words, func(v string) bool { return r.in("you", v) }) {
		return Brief{}, false
	}
	first, rest := words[0], words[1:]
	for len(rest) > 1 && r.in("tail", rest[len(rest)-1]) {
		rest = rest[:len(rest)-1]
	}
	b := Brief{After: map[string]After{"where": Spot, "when": At}[first]}
	if b.After == "" {
		b.After = Done
	}
	if first == "what" || first == "which" {
		b.Unit, rest = r.unitOf(rest, w)
	}
	if b.Unit != "" && (b.Unit == "time" || b.Unit == "day" || b.Unit == "date") {
		b.After, b.Unit = At, ""
	}
	said := len(rest)
	rest = r.unsaid(rest)
	if len(rest) == 0 || b.After == At && len(rest) < said {
		return Brief{}, false
	}
	if of, ok := r.calling(first, rest); ok {
		return Brief{After: Calling, Of: of}, true
	}
	return r.built(first, b, rest, w)
}

// built takes apart what stands behind the first words of a question.
func (r *Reader) built(first string, b Brief, rest []string, w Words) (Brief, bool) {
	helped := auxiliary(rest[0]) || rest[0] == "'s"
	if helped {
		rest = rest[1:]
	}
	var of []string
	of, rest = r.subject(rest, w)
	switch {
	case len(of) == 0 && b.After == Done && b.Unit == "" && len(rest) > 0:
		b.After = Doer
	case len(of) == 0:
		return b, false
	}
	b.Of = of
	for len(rest) > 0 && (auxiliary(rest[0]) || rest[0] == "'s" || r.in("softly", rest[0])) && !(len(rest) > 1 && rest[0] == "have" && !w.Verb(rest[1])) && len(rest) > 1 {
		rest = rest[1:]
	}
	if len(rest) > 0 && (w.Verb(rest[0]) || r.in("state", rest[0])) {
		b.Verb, rest = rest[0], rest[1:]
	}
	if len(rest) > 1 && rest[0] == "to" && w.Verb(rest[1]) {
		b.Verb, rest = rest[1], rest[2:] // "what do I want to open"
	}
	if r.in("naming", b.Verb) && len(rest) > 1 && r.in("article", rest[0]) {
		return Brief{After: Calling, Of: rest}, true
	}
	if n := len(rest); n > 0 && (r.in("into", rest[n-1]) || r.in("bound", rest[n-1])) && b.After != Doer {
		if b.Last, rest = rest[n-1], rest[:n-1]; b.After == Done {
			b.After = Behind
		}
	}
	if b.Unit != "" && b.After != At {
		b.After = Chosen
	}
	for _, v := range rest {
		if !r.in("slight", v) {
			b.With = append(b.With, v)
		}
	}
	return b, r.saysEnough(b)
}

// saysEnough: a question names what could be found by it.
func (r *Reader) saysEnough(b Brief) bool {
	light := b.Verb == "" || r.in("light", b.Verb)
	named := len(b.Of) > 1 || len(b.Of) == 1 && !r.in("self", b.Of[0]) && !r.in("refer", b.Of[0])
	switch {
	case b.Verb == "do" || r.in("saying", b.Verb) || r.in("unasked", b.Verb):
		return false
	case b.After == Done, b.After == Doer:
		of := b.After == Done && !r.in("self", b.Of[0])
		return b.Verb != "" && (!light || len(b.With) > 0) && (of || !r.in("thinking", b.Verb))
	case b.Unit != "":
		return true
	}
	return !light || named || len(b.With) > 0
}

// OfThen: a question is after what the person did, or what was done to them, and is over.
func (b Brief) OfThen(question []string) bool {
	own := func(w string) bool { return w == "i" || w == "me" || w == "my" || w == "we" || w == "us" || w == "our" }
	over := b.After == Doer && b.Verb != "" && strings.HasSuffix(b.Verb, "ed")
	return slices.ContainsFunc(question, own) && (over || slices.Contains(question, "did"))
}

// Counted: a question is after a sum, a span, a reason or what something was like, which the
// form of a clause does not tell.
func (r *Reader) Counted(q Question) bool {
	return slices.Contains([]Kind{Much, Many, Long, Age, Often, Colour, Why, Since, Feeling, Likened, Promise, Source}, q.Kind)
}

// unlead is a question without what leads it in: "do you remember what ..."
func (r *Reader) unlead(words []string) []string {
	for len(words) > 2 && (r.in("lead", words[0]) || r.in("leads", words[0])) {
		words = words[1:]
	}
	return words
}

// unitOf is the kind of thing that a question asks for, and what stands behind it: "soup" of
// "what kind of soup did I make".
func (r *Reader) unitOf(rest []string, w Words) (string, []string) {
	if len(rest) > 3 && r.in("kindof", rest[0]) && rest[1] == "of" {
		rest = rest[2:]
	}
	for n := 1; n < min(4, len(rest)-1); n++ {
		if auxiliary(rest[n]) && !auxiliary(rest[0]) && rest[0] != "'s" && rest[0] != "i" && !r.in("mine", rest[0]) && !r.in("article", rest[0]) && !w.Verb(rest[n-1]) && !r.in("it", rest[n-1]) {
			return rest[n-1], rest[n:]
		}
	}
	return "", rest
}

// unsaid is what a question says behind "did I say": "I was making".
func (r *Reader) unsaid(rest []string) []string {
	if len(rest) > 3 && auxiliary(rest[0]) && rest[1] == "i" && r.in("saying", rest[2]) {
		rest = rest[3:]
	} else if len(rest) > 4 && rest[0] == "have" && rest[1] == "i" {
		return rest
	}
	if len(rest) > 1 && rest[0] == "that" {
		return rest[1:]
	}
	return rest
}

// calling is whoever a question asks the name of.
func (r *Reader) calling(first string, rest []string) ([]string, bool) {
	if of := r.namedBeside(rest); first == "what" && of != nil {
		return of, true
	}
	n := len(rest)
	named := rest[n-1] == "name"
	switch last := rest[n-1]; {
	case first == "who" && n > 2 && rest[0] == "is" && r.in("article", rest[1]):
		return rest[1:], true
	case first != "what" && first != "name":
		return nil, false
	case n > 2 && (last == "called" || last == "named"):
		rest = rest[:n-1]
	case n > 3 && (last == "name" || last == "names"):
		rest = rest[:n-1]
	case n > 3 && (last == "is" || last == "was") && (rest[n-2] == "called" || rest[n-2] == "name"):
		rest = rest[:n-2]
	default:
		return nil, false
	}
	rest = r.unowned(rest)
	for len(rest) > 0 && (auxiliary(rest[len(rest)-1]) || rest[len(rest)-1] == "'s") {
		rest = rest[:len(rest)-1]
	}
	if len(rest) == 1 && r.in("theirs", rest[0]) {
		return rest, true // "her name"
	}
	if len(rest) < 2 || !r.in("article", rest[0]) {
		return nil, false
	}
	rest = slices.Clone(rest)
	if n := len(rest) - 1; first == "what" && (named || r.in("somebody", strings.TrimSuffix(rest[n], "s"))) { // "my bffs name"
		rest[n] = strings.TrimSuffix(rest[n], "s")
	}
	return rest, true
}

// unowned is what stands behind the "is" that a question begins with.
func (r *Reader) unowned(rest []string) []string {
	for len(rest) > 0 && (auxiliary(rest[0]) || rest[0] == "'s") {
		rest = rest[1:]
	}
	return rest
}

// namedBeside is whoever is said behind "his name": "the old guy" of "what is his name, the old
// guy".
func (r *Reader) namedBeside(rest []string) []string {
	rest = r.unowned(rest)
	if len(rest) > 3 && r.in("theirs", rest[0]) && rest[1] == "name" && r.in("article", rest[2]) {
		return rest[2:]
	}
	return nil
}

// subject is whoever a question is of, and what stands behind that: "my wife" of "my wife
// want to go"; none if a verb begins it.
func (r *Reader) subject(rest []string, w Words) (of, behind []string) {
	if len(rest) == 0 {
		return nil, nil
	}
	switch {
	case r.in("self", rest[0]), r.in("refer", rest[0]) && rest[0] != "him" && rest[0] != "them":
		return rest[:1], rest[1:]
	case r.in("article", rest[0]):
		n := 2
		for n < len(rest) && !w.Verb(rest[n]) && !auxiliary(rest[n]) && !r.in("into", rest[n]) && !r.in("state", rest[n]) && !r.in("bound", rest[n]) {
			n++
		}
		n = min(n, len(rest))
		return rest[:n], rest[n:]
	case len(rest) > 2 && r.in("title", rest[0]) && !auxiliary(rest[1]):
		return rest[:2], rest[2:]
	case w.Name(rest[0]), !w.Verb(rest[0]) && !auxiliary(rest[0]) && len(rest) > 1 && w.Verb(rest[1]) && !r.in("into", rest[0]):
		return rest[:1], rest[1:]
	}
	return nil, rest
}
