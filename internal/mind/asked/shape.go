package asked

import (
	"slices"
	"strings"

	"samantha"
)

// AsksSaid: a question is after whatever was said of something: "what did I tell you
// about the house".
func (r *Reader) AsksSaid(question string) bool {
	words := " " + samantha.SentenceKey(question) + " "
	return slices.ContainsFunc(r.saids, func(phrase string) bool { return strings.Contains(words, " "+phrase+" ") })
}

// OfKinOnly: a text names somebody only as whose kin it is of: "Bram's wife works at the
// bank". Kin reports whether a word is a relation.
func OfKinOnly(text string, names []string, kin func(string) bool) bool {
	words := strings.Fields(samantha.SentenceKey(text))
	whose, self := false, false
	for i, w := range words {
		owns := slices.ContainsFunc(names, func(n string) bool { return w == samantha.SentenceKey(n)+"s" })
		whose = whose || owns && i+1 < len(words) && kin(words[i+1])
		self = self || slices.ContainsFunc(names, func(n string) bool { return w == samantha.SentenceKey(n) })
	}
	return whose && !self
}

// looked are the words of a question that are looked for: not those that only say that
// it is after what something was like, or was promised.
func (r *Reader) looked(q Question) []string {
	idle := []string{}
	switch q.Kind {
	case Likened:
		idle = []string{"likening"}
	case Promise:
		idle = []string{"vow", "saying", "vowing", "into"}
	}
	return slices.DeleteFunc(q.Rest, func(w string) bool {
		return slices.ContainsFunc(idle, func(set string) bool { return r.in(set, w) })
	})
}

// likens: the words of a question are after what something was like: "did I say the
// geese were like", and not "did she like".
func (r *Reader) likens(words []string) bool {
	at := slices.Index(words, "like")
	return at > 0 && slices.ContainsFunc(words[:at], func(w string) bool { return r.in("likens", w) })
}

// promises: the words of a question are after what the person promised, or said they
// would do.
func (r *Reader) promises(words []string) bool {
	vow := slices.IndexFunc(words, func(w string) bool { return r.in("vow", w) })
	if vow > 0 && (words[vow-1] == "i" || words[vow-1] == "we") {
		return true
	}
	would := slices.IndexFunc(words, func(w string) bool { return w == "i'd" || w == "i’d" || w == "we'd" || w == "id" })
	return would > 0 && r.any("saying", words[:would])
}

// Beside: what answers a question often stands beside what happened, and does not name
// it: "it was like a waiting room".
func (r *Reader) Beside(q Question) bool {
	return q.Kind == Likened || q.Kind == Feeling || q.Kind == Source || q.Kind == Promise
}
