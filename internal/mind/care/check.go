package care

import (
	"slices"
	"strings"
	"unicode"

	"samantha"
)

// Saying is what the guard must know about the moment a clause is said in.
type Saying struct {
	Crisis   bool   // there is concern, now or a few moments ago
	Farewell bool   // she answers a goodbye
	Zone     string // IANA name; its card is in force
	Minor    bool   // they told an age below eighteen
	Company  bool   // a guest is there who is not to hear what is the person's
	Idea     bool   // they push an idea that she does not share
	Pressed  bool   // they press her to give way, and gave no reason
	// Heard is what was just said to her. Theirs are the other words that she may
	// give back: quotes of memories, words in the slots of her intent.
	Heard  string
	Theirs []string
	// Read are texts out of the record that she reads out, a letter of theirs or a
	// dream of hers; a clause out of one passes.
	Read []string
	// Offers is set if she offers a sentence for them to say to somebody: what comes
	// behind a colon is then in their mouth.
	Offers bool
	// Asked are words of the person's that they ask to have back: a code in them may be
	// said to them, and to nobody else.
	Asked []string
	// Private are names and other words of the person's life that a guest is not
	// to hear; it counts in company only.
	Private []string
	Before  samantha.Tally // of her last answers
	Lately  []string       // her last answers, the newest last
	Seed    uint64         // which of several lines she says instead
}

// Rules with a meaning beyond their name: where no pattern but plain code finds
// what is not to be said.
const (
	// RuleNumber names the rule against numbers that are not on the card.
	RuleNumber = "crisis.number"
	// RuleKey is the one against whatever looks like a key.
	RuleKey = "key.told"
	// RuleDiscreet is the one that keeps the person's life from company.
	RuleDiscreet = "discreet"
)

// Check reads one clause of hers before it is heard. It gives the clause to
// say, and the name of the rule that replaced it, or "" if it may stand.
func (g *Guard) Check(clause string, in Saying) (say, rule string) {
	c, ok := g.catch(clause, g.hers(clause, in), in)
	if !ok {
		return clause, ""
	}
	return c.line(in, 0), c.name
}

// caught is a rule that holds for a clause, and what it has her say.
type caught struct {
	name    string
	unkept  bool
	instead []string
}

// line is the one of the lines that she has not said for longest, by the chance of the
// moment; after is how many others stand before it. At a goodbye nothing is asked.
func (c caught) line(in Saying, after int) string {
	lines := c.instead
	if in.Farewell {
		asks := func(text string) bool { return strings.Contains(text, "?") }
		lines = slices.DeleteFunc(slices.Clone(lines), asks)
	}
	at := (in.Seed + uint64(after)) % uint64(len(lines))
	turned := slices.Concat(lines[at:], lines[:at])
	return slices.MinFunc(turned, func(a, b string) int { return in.last(a) - in.last(b) })
}

// last is where she said a line last among what she said lately, -1 for nowhere.
func (in Saying) last(line string) int {
	for i, said := range slices.Backward(in.Lately) {
		if strings.Contains(said, line) {
			return i
		}
	}
	return -1
}

// catch finds the first rule against a clause, of which hers are the sentences.
func (g *Guard) catch(clause string, hers []sentence, in Saying) (caught, bool) {
	if in.reads(clause) {
		return caught{}, false
	}
	if card := g.Card(in.Zone); in.Crisis && g.numbers.strange(clause, card) {
		return caught{name: RuleNumber, instead: []string{card.Text()}}, true
	}
	if secret := g.keys.in(visible(clause)); secret != "" && !in.gives(secret) {
		return g.ruleNamed(RuleKey), true
	}
	for _, s := range hers {
		if in.Company && g.holdsPrivate(s, in.Private) {
			return g.ruleNamed(RuleDiscreet), true
		}
		if rule := g.own.claims(s.mine()); rule != "" {
			return g.ruleNamed(rule), true
		}
		for _, i := range g.index.candidates(s.words) {
			if r := g.sayings[i]; r.applies(in) && g.says(r, r.judges(s), in) && !(r.name == RuleKey && g.givesBack(s, in)) {
				return r.caught, true
			}
		}
	}
	return caught{}, false
}

// says reports whether a sentence of hers is one that a rule is against.
func (g *Guard) says(r saying, s sentence, in Saying) bool {
	said := func(m match) bool {
		if r.unlessNamed && g.named(in, s.words[m.from]) {
			return false
		}
		return !denied(s.words, m, g.concern.classes["carry"])
	}
	return r.pattern.found(s, said) && !(r.unlessTold && g.told(in.Heard, s))
}

// named: the word is one of the person's.
func (g *Guard) named(in Saying, word string) bool {
	has := func(text string) bool { return slices.Contains(g.words(text, false), word) }
	return has(in.Heard) || slices.ContainsFunc(in.Theirs, has)
}

func (in Saying) reads(clause string) bool {
	bare := strings.ToLower(strings.Trim(clause, "\"“”.,;:!? "))
	holds := func(text string) bool { return strings.Contains(strings.ToLower(text), bare) }
	return bare != "" && slices.ContainsFunc(in.Read, holds)
}

// gives: a secret is the person's own, and they ask for it. With company there nothing is.
func (in Saying) gives(secret string) bool {
	value := strings.Join(figures(secret), " ")
	holds := func(text string) bool {
		return strings.Contains(" "+strings.Join(figures(text), " ")+" ", " "+value+" ")
	}
	return value != "" && !in.Company && slices.ContainsFunc(in.Asked, holds)
}

// figures are the words of a text that have a figure in them: what a code is made of.
func figures(text string) []string {
	return slices.DeleteFunc(strings.FieldsFunc(text, notWord), func(w string) bool { return !strings.ContainsFunc(w, unicode.IsDigit) })
}

// givesBack: what a sentence says behind its last verb stands in what they ask to have back.
func (g *Guard) givesBack(s sentence, in Saying) bool {
	at := len(s.words)
	for at > 0 && !slices.Contains(g.verbs, s.words[at-1]) {
		at--
	}
	value := spaced(s.words[at:])
	holds := func(text string) bool { return strings.Contains(spaced(g.words(text, false)), value) }
	return at > 0 && at < len(s.words) && !in.Company && slices.ContainsFunc(in.Asked, holds)
}

// Secret: a text tells something that looks like a key, a password or a code.
func (g *Guard) Secret(text string) bool {
	if g.keys.in(visible(text)) != "" {
		return true
	}
	lower := strings.ToLower(text)
	if !slices.ContainsFunc(g.telltale, func(w string) bool { return strings.Contains(lower, w) }) {
		return false
	}
	return slices.ContainsFunc(g.sentences(text), func(s sentence) bool {
		return slices.ContainsFunc(g.index.candidates(s.words), func(i int) bool {
			r := g.sayings[i]
			return r.name == RuleKey && g.says(r, s, Saying{})
		})
	})
}

// holdsPrivate: one of the words stands in the sentence.
func (g *Guard) holdsPrivate(s sentence, private []string) bool {
	line := strings.ReplaceAll(spaced(s.words), "'s ", " ")
	return slices.ContainsFunc(private, func(p string) bool {
		words := g.words(p, false)
		return len(words) > 0 && strings.Contains(line, spaced(words))
	})
}

// told: the person said of themselves or theirs what the sentence says, and did
// not ask it.
func (g *Guard) told(heard string, s sentence) bool {
	line := spaced(s.words)
	return slices.ContainsFunc(g.sentences(heard), func(h sentence) bool {
		theirs := spaced(g.turned(h.words))
		return !h.question && (strings.Contains(theirs, line) || len(h.words) > 2 && strings.Contains(line, theirs))
	})
}

// turned are the person's words as they stand in her mouth: "you" for "i".
func (g *Guard) turned(words []string) []string {
	out := slices.Clone(words)
	for i, w := range out {
		if hers, ok := g.turns[w]; ok {
			out[i] = hers
		}
	}
	return out
}

func spaced(words []string) string { return " " + strings.Join(words, " ") + " " }

// A clause of hers as the guard reads it.
type clause struct {
	hers     []sentence // without what she quotes
	complete bool       // no later clause can belong to its last sentence
}

// hers are the sentences of a clause without what she quotes.
func (g *Guard) hers(text string, in Saying) []sentence { return g.read(text, in).hers }

// read reads a clause. What stands in double quotes is the person's where they said it,
// or where she says whose it is.
func (g *Guard) read(text string, in Saying) clause {
	var out []sentence
	offering := false
	pieces := cut(g.undisguised(text))
	for _, p := range pieces {
		words, outside := g.words(p.text, false), false
		if strings.Contains(p.text, `"`) {
			unquoted := g.words(p.text, true)
			if outside = len(unquoted) == len(words) || g.quotes(p.text, unquoted, in); outside {
				words = unquoted
			}
		}
		if words = g.mended(g.unanswered(words)); len(words) == 0 {
			continue
		}
		offer := p.text
		if !offering {
			_, offer, offering = strings.Cut(p.text, ": ")
			offering = offering && in.Offers
		}
		s := sentence{words: words, question: p.question}
		if offering {
			s.offered = min(len(words), len(g.mended(g.unanswered(g.words(offer, outside)))))
		}
		out = append(out, s)
	}
	return clause{out, strings.TrimSpace(pieces[len(pieces)-1].text) == ""}
}

// unanswered are the words without a "no" that answers, as in "no, I am": it denies
// nothing of what follows.
func (g *Guard) unanswered(words []string) []string {
	if !slices.Contains(words, "no") {
		return words
	}
	var out []string
	for i, w := range words {
		if w == "no" && i+1 < len(words) && slices.Contains(g.answers, words[i+1]) {
			continue
		}
		out = append(out, w)
	}
	return out
}

// quotes: what stands in the double quotes of a text is somebody else's.
func (g *Guard) quotes(text string, outside []string, in Saying) bool {
	if g.concern.cites(outside) || g.attributes(outside) {
		return true
	}
	parts := strings.Split(text, `"`)
	for i := 1; i < len(parts); i += 2 {
		words := spaced(g.words(parts[i], false))
		of := func(theirs string) bool { return strings.Contains(spaced(g.words(theirs, false)), words) }
		if !of(in.Heard) && !slices.ContainsFunc(in.Theirs, of) {
			return false
		}
	}
	return true
}

// attributes: the words say that what is quoted is the person's.
func (g *Guard) attributes(words []string) bool {
	s := sentence{words: words}
	return slices.ContainsFunc(g.index.candidates(words), func(i int) bool {
		return g.sayings[i].when == whenQuote && g.says(g.sayings[i], s, Saying{})
	})
}
