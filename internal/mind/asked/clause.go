package asked

import (
	"slices"
	"strings"
)

// A question whose build is in no telling may still have a clause that answers: one that
// holds all its words, or goes on about what holds them: "she gave them to the man opposite"
// of "who did she give the grapes to". What answers is the part that was asked for, or else
// the clause.

// Said is something told, the newest first; it goes on about the next ones of its talk.
type Said struct {
	Text  string
	Fresh bool // nothing was told right before it
}

// Found is where an answer stands: in which telling, and its words from and to.
type Found struct {
	Telling, From, To int
	Whole             bool // it is a clause, and no part of one
}

// wanted is a question as a clause is held against it.
type wanted struct {
	Question
	words   []string // as they are, without what leads in and out
	content []string // those that must be found
	verb    string   // the first verb among them
	of      string   // whoever it is of: "i", "she", "maureen"; none where that is asked for
	last    string   // the word a value stands behind: "to"
	suffers bool     // it asks who got something done to them
}

// mostBack is how many tellings a clause may go on about.
const mostBack = 3

// Clause finds the words that answer a question among what was told.
func (r *Reader) Clause(question string, told []Said, w Words) (Found, bool) {
	q, ok := r.wanted(question, w)
	if !ok {
		return Found{}, false
	}
	best, most := Found{}, 0.0
	for i := range told {
		c := clauses{look: look{r: r, w: w, words: saidIn(told[i].Text, w), before: before(told, i)}, q: q}
		if r.Jests(told[i].Text) {
			continue
		}
		for _, at := range c.split() {
			held := c.held(at)
			if held <= most {
				continue
			}
			if f, ok := c.answer(at); ok {
				f.Telling = i
				best, most = f, held
			} else if f, ok := c.meant(at, told, i); ok {
				best, most = f, held
			}
		}
	}
	return best, most > 0
}

// before is what was told right before one of some tellings.
func before(told []Said, i int) string {
	var out []string
	for n := i; n+1 < len(told) && n < i+mostBack && !told[n].Fresh; n++ {
		out = append(out, told[n+1].Text)
	}
	slices.Reverse(out)
	return strings.Join(out, " . ")
}

// wanted takes a question apart; false if it is none after something told.
func (r *Reader) wanted(question string, w Words) (wanted, bool) {
	q := wanted{Question: r.Question(question)}
	var words []string
	for _, raw := range strings.Fields(r.Asking(question)) {
		words = append(words, w.Open(raw)...)
	}
	words = r.unlead(words)
	for len(words) > 2 && r.in("tail", words[len(words)-1]) {
		words = words[:len(words)-1]
	}
	if len(words) < 2 || !r.in("asks", words[0]) || r.any("you", words) || r.in("modal", words[1]) {
		return q, false
	}
	q.words = words
	if words[0] == "what" && q.Kind == Much {
		q.Kind = Thing // "what did she lend me"
	}
	rest := words[1:]
	if said := r.unsaid(rest); len(said) > 2 {
		rest = said
	}
	helped := auxiliary(rest[0])
	if h := slices.IndexFunc(rest, auxiliary); h >= 0 && (helped || words[0] != "who" && words[0] != "whose") {
		behind := rest[h:]
		subject := slices.IndexFunc(behind, func(v string) bool { return !auxiliary(v) && !r.in("article", v) && !r.in("title", v) })
		q.of = behind[max(subject, 0)]
	}
	if n := len(rest) - 1; n > 0 && (r.in("into", rest[n]) || r.in("bound", rest[n])) {
		q.last = rest[n]
	}
	q.suffers = words[0] == "who" && len(rest) > 1 && (rest[0] == "got" || rest[0] == "was" || rest[0] == "were") && w.Verb(rest[1])
	for _, v := range rest {
		if !r.idle(v) && !slices.Contains(q.content, v) {
			q.content = append(q.content, v)
		}
	}
	q.verb = r.verbOf(q, helped, w)
	return q, len(q.content) > 0 && !r.Beside(q.Question)
}

// verbOf is the verb of a question: behind whoever it is of, or first where that is asked for.
func (r *Reader) verbOf(q wanted, helped bool, w Words) string {
	others := slices.DeleteFunc(slices.Clone(q.content), func(v string) bool { return v == q.of || v == q.Unit })
	if i := slices.IndexFunc(others, w.Verb); i >= 0 && (q.of != "" || i == 0) {
		return others[i]
	}
	if len(others) > 0 && (q.of == "" || helped && slices.Contains([]string{"did", "do", "does"}, q.words[1])) && q.words[0] != "whose" {
		return others[0]
	}
	return ""
}

// idle: a word of a question that is not looked for.
func (r *Reader) idle(word string) bool {
	for _, set := range []string{"asking", "slight", "self", "refer", "mine", "article", "it", "into", "softly", "span", "unlooked", "theirs", "you", "day"} {
		if r.in(set, word) {
			return true
		}
	}
	return auxiliary(word) || word == "'s"
}

// clauses are those of one telling, held against a question.
type clauses struct {
	look
	q wanted
}

// stretch is a clause: its words from and to.
type stretch struct{ from, to int }

// split are the clauses: between marks, and at the words that join.
func (c clauses) split() []stretch {
	var out []stretch
	from := 0
	for i := range c.words {
		if i+1 < len(c.words) && !c.words[i].ends && !c.joint(i+1) {
			continue
		}
		for from < i && c.r.in("parts", c.words[from].word) {
			from++
		}
		out = append(out, stretch{from, i + 1})
		from = i + 1
	}
	return out
}

// joint: a word begins a clause. What "and" joins to something is none if nothing is done in it.
func (c clauses) joint(i int) bool {
	if c.words[i].word != "and" {
		return c.r.in("parts", c.words[i].word)
	}
	for i++; i < len(c.words) && c.r.in("softly", c.words[i].word); {
		i++
	}
	return i < len(c.words) && (c.w.Verb(c.words[i].word) || !c.listed(i))
}

// held is how much of the question a clause holds, with what it goes on about; 0 if a word
// is in neither.
func (c clauses) held(at stretch) float64 {
	if c.suits(at) == 0 {
		return 0
	}
	got, own := 0.0, 0
	for _, want := range c.q.content {
		switch {
		case c.at(want, at) >= 0:
			got++
			own++
		case c.at(want, stretch{0, at.from}) >= 0 || c.at(want, stretch{at.to, len(c.words)}) >= 0 && c.valued(at):
			got += 0.7
		case want != c.q.verb && c.stands(want) && (c.goesOn(at) || c.r.typed(c.q.Kind)):
			got += 0.5
		default:
			return 0
		}
	}
	if own == 0 && !c.valued(at) || c.q.verb != "" && c.at(c.q.verb, at) < 0 && !c.valued(at) {
		return 0
	}
	return got * c.suits(at)
}

// at is where a word, or another that means the same, stands in a clause; -1 if it does not.
func (c clauses) at(want string, s stretch) int {
	for i := s.from; i < s.to; i++ {
		word := c.words[i].word
		if word == want || c.w.Same(want, word) >= sameVerb || strings.TrimSuffix(word, "s") == want {
			return i
		}
	}
	return -1
}

// goesOn: a clause has a word for what was told before, or nobody who does it.
func (c clauses) goesOn(at stretch) bool {
	for _, s := range c.words[at.from:at.to] {
		if c.r.in("refer", s.word) || c.r.in("it", s.word) || c.r.in("carry", s.word) || c.r.in("theirs", s.word) {
			return true
		}
	}
	return false
}

// valued: a clause has a value of the kind that the question is after, where that is a number
// or a time.
func (c clauses) valued(at stretch) bool {
	_, ok := c.value(at)
	return ok
}

// suits is how well whoever a clause is of suits whoever the question is of: 0 if one is the
// person and the other is not.
func (c clauses) suits(at stretch) float64 {
	if verb := c.at(c.q.verb, at); c.denied(at.from, max(verb, at.from)) && !c.r.any("denied", c.q.words) {
		return 0
	}
	if c.q.of == "" {
		return 1
	}
	own := c.r.in("self", c.q.of) || c.q.of == "me"
	other := c.r.in("refer", c.q.of)
	for _, s := range c.words[at.from:at.to] {
		switch {
		case c.r.in("self", s.word):
			if own {
				return 1
			}
			if other {
				return 0
			}
			return 0.9
		case c.r.in("refer", s.word) && s.word != "her" && s.word != "him" && s.word != "them":
			switch {
			case own:
				return 0
			case other && s.word != c.q.of:
				return 0.5
			}
			return 1
		case c.w.Verb(s.word):
			return 0.9
		}
	}
	return 0.9
}
