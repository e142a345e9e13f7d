package asked

import (
	"slices"
	"strings"
)

// What a friend has at once when asked for it: not the clause that is built like the
// question, but the one that is nearest to it and has something of the sort that is asked
// for. Each clause is weighed by how much of the question it holds, itself, with the rest of
// its telling, and with what was told around that.

// Seen is what was found so, and how sure it is.
type Seen struct {
	Found
	Sure float64
}

// How much a word of the question counts for where it stands.
const (
	seenOwn    = 1.0
	seenBeside = 0.75
	seenAround = 0.5
	slightWord = 0.35 // a word that says little: "get", "do"
)

// leastSeen is how much of a question must be held.
const leastSeen = 0.55

// Sight finds what answers a question among what was told, the newest first.
func (r *Reader) Sight(question string, told []Said, w Words) (Seen, bool) {
	q, ok := r.wanted(question, w)
	if !ok && q.Kind == Thing && q.Unit == "" && r.in("self", q.of) && len(q.words) > 3 && r.in("light", q.words[3]) && !auxiliary(q.words[3]) {
		q.verb, q.content, ok = q.words[3], q.words[3:4], true // "what did I get"
	}
	if !ok && !r.pointsOnly(q) || q.first("whose") {
		return Seen{}, false
	}
	g := sight{r: r, w: w, q: q, told: told}
	g.read()
	best := Seen{}
	for i := range told {
		if r.Jests(told[i].Text) || r.asksOnly(told[i].Text) {
			continue
		}
		for _, s := range g.inTelling(i) {
			if s.Sure > best.Sure {
				best = s
			}
		}
	}
	return best, best.Sure >= leastSeen
}

// pointsOnly: a question says no more than of whom, or of what, it is: "how old is she".
func (r *Reader) pointsOnly(q wanted) bool {
	return len(q.words) > 1 && r.in("asks", q.words[0]) && !r.any("you", q.words) && !r.in("modal", q.words[1]) &&
		!r.Beside(q.Question) && (r.any("refer", q.words) || r.any("it", q.words) || q.Kind == Age) && len(q.content) == 0 && q.typedOnly()
}

// sight is one question on its way through what was told.
type sight struct {
	r      *Reader
	w      Words
	q      wanted
	told   []Said
	sought []string // words that must be found, without those that only say the kind
	kin    string   // of a name: whoever or whatever has it
	at0    int      // the telling that is looked at
	after  string   // what is asked for where that is no kind of its own: "identity", "name", "manner", "sort", "which"
}

// read sorts the words of a question into those that are looked for and those that say what
// is asked for.
func (g *sight) read() {
	g.after = g.afterOf()
	last := ""
	for _, v := range g.q.content {
		last = v
		named := g.after == "name" && (v == "name" || v == "called" || v == "names")
		only := g.r.in("kindword", v) && len(g.r.sets["like-"+v]) == 0
		if !named && !only && g.after != "field" {
			g.sought = append(g.sought, v)
		}
	}
	switch {
	case g.q.Kind == Thing && g.r.in("whenword", last):
		g.q.Kind = When
	case g.q.Kind == Thing && g.q.Unit == "" && g.r.in("muchword", last):
		g.q.Kind = Much
	case g.q.Kind == Thing && g.q.Unit == "" && g.q.first("what") && (g.r.in("tradeword", last) || slices.Contains(g.q.words, "do") && g.r.any("tradeword", g.q.words)):
		g.q.Kind = Trade
	}
	if g.q.Kind == When && g.after == "" {
		for _, v := range g.q.words {
			if g.r.in("day", v) {
				g.sought = append(g.sought, v) // "when is my appointment tomorrow"
			}
		}
	}
	if g.after == "name" && len(g.sought) > 0 {
		g.kin = g.sought[len(g.sought)-1]
	}
}

// afterOf is what a question is after, where its first words do not say it.
func (g *sight) afterOf() string {
	words := g.q.words
	last := words[len(words)-1]
	named := slices.Contains(words, "name") || slices.Contains(words, "names") || last == "called"
	switch {
	case named && (g.q.first("what") || g.q.Kind == Name):
		return "name"
	case g.q.first("who") && len(g.q.content) == 1 && len(words) == 4 && auxiliary(words[1]) && g.r.in("article", words[2]) && !g.w.Verb(words[3]):
		return "name"
	case g.q.first("what") && len(words) > 3 && (words[1] == "happened" || words[1] == "happen") && len(g.q.content) > 0:
		return "deed"
	case g.q.first("who") && len(words) > 2 && !g.r.in("spots", words[2]) && (words[1] == "is" || words[1] == "was" || words[1] == "are") && len(g.q.content) == 1 && !g.w.Verb(g.q.content[0]) && g.q.last == "":
		return "identity"
	case g.q.first("how") && len(words) > 2 && auxiliary(words[1]) && g.q.Kind == Thing:
		return "manner"
	case g.q.Kind == Thing && g.r.in("self", g.q.of) && g.r.in("study", g.q.verb):
		return "field"
	case len(words) > 3 && g.r.in("kindof", words[1]) && words[2] == "of":
		return "sort"
	case g.q.first("what") && len(words) > 3 && (words[1] == "does" || words[1] == "did") && slices.Contains(words[3:], "do") && g.q.of != "" && !g.r.in("self", g.q.of) && g.q.verb == "":
		return "deed"
	case g.q.Kind == Age && g.r.in("self", g.q.of):
		return "own age"
	case g.q.first("what") && g.q.Unit == "time" || len(words) > 2 && words[0] == "what" && words[1] == "time":
		return "clock"
	}
	return ""
}

// inTelling are the answers that the clauses of a telling have.
func (g *sight) inTelling(i int) []Seen {
	c := clauses{look: look{r: g.r, w: g.w, words: saidIn(g.told[i].Text, g.w), before: before(g.told, i)}, q: g.q}
	g.at0 = i
	var out []Seen
	for _, at := range c.split() {
		held := g.held(c, at, i)
		if held < leastSeen {
			continue
		}
		for _, p := range g.picks(c, at) {
			in := c
			if p.back > 0 {
				in.words = saidIn(g.told[i+p.back].Text, g.w)
			}
			from, to, ok := in.placed(p.from, p.to, true)
			if ok && !g.onlyAsked(in, p.stretch) {
				out = append(out, Seen{Found{Telling: i + p.back, From: from, To: to}, float64(held*p.sure) - float64(0.002*float64(i))})
			}
		}
	}
	return out
}

// held is how much of the question a clause holds.
func (g *sight) held(c clauses, at stretch, i int) float64 {
	all, got, near := 0.0, 0.0, false
	for _, v := range g.sought {
		weight := 1.0
		if g.r.in("kindword", v) || g.r.in("light", v) || g.r.in("main", v) || auxiliary(v) {
			weight = slightWord
		}
		all += weight
		switch {
		case g.stands(c, v, at):
			got, near = got+float64(weight*seenOwn), true
		case g.stands(c, v, stretch{0, len(c.words)}):
			got, near = got+float64(weight*seenBeside), true
		case g.around(c, v, i):
			got += float64(weight * seenAround)
		}
	}
	switch {
	case g.q.Kind == Trade || g.after == "field" || g.after == "own age":
		return 0.9
	case g.q.last == "with" && g.q.verb == "live":
		return 0.8
	case all == 0:
		return g.pointed(c, at, i)
	}
	held := got / all
	if !near && held > 0 {
		if !c.goesOn(at) && !g.followsOn(i) {
			return 0
		}
		held = max(held, leastSeen)
	}
	return held * g.whose(c, at)
}

// followsOn: a question has a word for what was told before, and may be answered beside it.
func (g *sight) followsOn(i int) bool {
	return !g.told[i].Fresh && g.q.typedOnly()
}

// stands: a word of the question, or another for the same, stands in a stretch.
func (g *sight) stands(c clauses, v string, at stretch) bool { return g.at(c, v, at) >= 0 }

// at is where a word of the question stands, or another for the same; -1 if it does not.
func (g *sight) at(c clauses, v string, at stretch) int {
	if v == "" {
		return -1
	}
	if i := c.at(v, at); i >= 0 {
		return i
	}
	i := slices.IndexFunc(c.words[at.from:at.to], func(s said) bool { return g.like(v, s.word) })
	if i < 0 {
		return -1
	}
	return at.from + i
}

// like: one of two words stands for the other in a line of the tables, "due" for "deadline",
// or is another form of it.
func (g *sight) like(want, word string) bool {
	if g.r.in("like-"+want, word) || g.r.in("like-"+strings.TrimSuffix(want, "s"), strings.TrimSuffix(word, "s")) {
		return true
	}
	stem := stemOf(want)
	return len(stem) > 2 && stem == stemOf(word)
}

// stemOf is a word without its ending: "bak" of "bakes" and of "baking".
func stemOf(word string) string {
	for _, ending := range []string{"ing", "es", "ed", "s", "e"} {
		if stem, is := strings.CutSuffix(word, ending); is && len(stem) > 2 {
			return stem
		}
	}
	return word
}

// around: a word stands in what was told right before or right after a telling.
func (g *sight) around(c clauses, v string, i int) bool {
	if c.stands(v) || slices.ContainsFunc(saidIn(c.before, g.w), func(s said) bool { return g.like(v, s.word) }) {
		return true
	}
	return i > 0 && !g.told[i-1].Fresh && slices.ContainsFunc(saidIn(g.told[i-1].Text, g.w), func(s said) bool { return c.same(v, s.word) || g.like(v, s.word) })
}

// pointed is how well a clause suits a question that only points: it goes on about somebody,
// or is of somebody for whom the word may stand; or it was told last.
func (g *sight) pointed(c clauses, at stretch, i int) float64 {
	subject := g.q.of
	if g.after == "name" {
		subject = g.owner()
	}
	for n, s := range c.words[at.from:at.to] {
		switch {
		case subject != "" && (s.word == subject || s.plain() == subject || s.word == ofTheirs(subject)):
			return 0.9
		case c.named(at.from+n) || g.r.in("somebody", s.word) || g.creature(s.word):
			if subject != "it" && c.mayBe(subject, at.from+n, at.from+n+1) {
				return 0.8
			}
		}
	}
	if i == 0 || subject == "it" && i < mostBack {
		return leastSeen + 0.1 - float64(0.02*float64(i))
	}
	return 0
}

// owner is the word for whoever's name is asked for: "she" of "what's her name".
func (g *sight) owner() string {
	for _, v := range g.q.words {
		if g.r.in("theirs", v) {
			return ofTheirs(v)
		}
		if g.r.in("refer", v) {
			return v
		}
	}
	return g.q.of
}

// another is how well a clause suits that is of somebody else.
const another = 0.4

// whose is how well whoever a clause is of suits whoever the question is of.
func (g *sight) whose(c clauses, at stretch) float64 {
	s := c.suits(at)
	if s == 0 || g.after == "name" && len(g.sought) > 1 && slices.ContainsFunc(g.sought, func(v string) bool { return !g.stands(c, v, at) }) {
		return another
	}
	if verb := g.at(c, g.q.verb, at); verb > at.from && g.r.in("self", g.q.of) {
		from, to, ok := g.doer(c, at, verb)
		if ok && !slices.ContainsFunc(c.words[from:to], func(s said) bool { return g.r.in("self", s.word) }) {
			return another // "my sister works at the bank"
		}
	}
	return s
}

// onlyAsked: words found say nothing that the question does not.
func (g *sight) onlyAsked(c clauses, at stretch) bool {
	return !slices.ContainsFunc(c.words[at.from:at.to], func(s said) bool {
		if slices.Contains(g.q.words, s.word) || slices.ContainsFunc(g.q.content, func(v string) bool { return inflected(v, s.word) }) {
			return false
		}
		return !g.r.idle(s.word) || g.r.in("day", s.word) || g.r.in("span", s.word) || g.r.number(token{word: s.word})
	})
}
