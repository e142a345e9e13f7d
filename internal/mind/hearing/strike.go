package hearing

import (
	"cmp"
	"slices"
	"strings"
)

// A Strike is the one bit of a telling that a friend would say back, smaller: "four
// hours", "in an apple". Bit is in the person's own words, Noun the noun in it or, where
// there is no bit, the word that it hangs on; each may be missing.
type Strike struct {
	Kind, Bit, Noun string  // the kind is "" of a bit that has no form of its own
	Chance          float64 // how likely it is that it strikes, 0..1

	from, to int // its bytes in the text
}

// Before reports whether a strike stands before another in the text, and has no word of it.
func (s Strike) Before(o Strike) bool { return s.to <= o.from }

// Strikes are what strikes in a telling, what is the likeliest to first. What is said to
// her or of her, or asked, strikes nobody.
func (e *Ear) Strikes(text string, in Context) []Strike {
	var out []Strike
	for _, c := range e.Candidates(text, in) {
		if c.forHer || c.Kind == noStrike {
			continue
		}
		s := c.Strike
		s.Chance = e.striking.Column(0).Chance(e.striking.Scores(c.Marks)[0])
		if s.Bit == "" {
			s.Chance = 1 // it has a form of its own
		}
		s.Bit, s.Noun = e.inside(quietly(s.Bit)), quietly(s.Noun)
		if !e.strikesNobody(s) {
			out = append(out, s)
		}
	}
	slices.SortStableFunc(out, func(a, b Strike) int { return cmp.Compare(b.Chance, a.Chance) })
	return out
}

// noStrike is the kind of the rules for bits that only look like one: "five weeks old".
const noStrike = "none"

// strikesNobody: it is a lone name, so somebody, or ends in a word that says nothing.
func (e *Ear) strikesNobody(s Strike) bool {
	if s.Kind == "proper" && !strings.Contains(s.Bit, " ") {
		return true
	}
	if s.Kind != "simile" && strings.HasPrefix(strings.ToLower(s.Bit), "like ") {
		return true // "from like the fifties"
	}
	if of := strings.Fields(s.Bit); len(of) == 2 && e.lists["possessive"].has(strings.ToLower(of[0])) && of[1] != strings.ToLower(of[1]) {
		return true // "her Edie"
	}
	words := strings.Fields(strings.ToLower(cmp.Or(s.Noun, s.Bit)))
	return len(words) > 0 && e.lists["strikes nobody"].has(words[len(words)-1])
}

// toHer: the words speak to her or of her.
func (e *Ear) toHer(words []word) bool {
	return slices.ContainsFunc(words, func(w word) bool { return e.lists["toher"].has(w.norm) })
}

// forms are the runs of a sentence of which a rule of en/strikes.txt says what form they
// have, and what is told in such a form and has no bit.
func (u *utterance) forms(p piece) (forms map[run]Strike, bitless []Strike) {
	forms = map[run]Strike{}
	for n := range u.ear.strikes.likely(p.words) {
		r := &u.ear.strikes.rules[n]
		m, ok := u.ear.match(r.prog, p)
		if !ok {
			continue
		}
		slots := u.slots(r, m, p)
		s := Strike{Kind: r.kind, Noun: slots["noun"]}
		bit, ok := m.slots["bit"]
		if !ok {
			s.Noun = strings.ToLower(s.Noun)
			bitless = append(bitless, s)
			continue
		}
		if known, ok := forms[bit]; !ok || known.Kind != noStrike && r.kind == noStrike {
			forms[bit] = s
		}
	}
	return forms, bitless
}

// quietly is a bit without the shouting, "ONE TAIL", and with the article it needs: "in a
// apple".
func quietly(bit string) string {
	if strings.ToUpper(bit) == bit {
		bit = strings.ToLower(bit)
	}
	words := strings.Fields(bit)
	for i, w := range words {
		if i+1 < len(words) && strings.EqualFold(w, "a") && vowelled(strings.ToLower(words[i+1])) {
			words[i] = w + "n"
		}
	}
	return strings.Join(words, " ")
}

// vowelled: a word begins with the sound of a vowel, as far as its letters tell.
func vowelled(word string) bool {
	return strings.ContainsAny(word[:1], "aeio") && !strings.HasPrefix(word, "on") && !strings.HasPrefix(word, "eu")
}

// inside is a bit as it stands within a sentence: the capital of a common word goes.
func (e *Ear) inside(bit string) string {
	first, rest, _ := strings.Cut(bit, " ")
	if small := strings.ToLower(first); first != "I" && (e.common(small) || e.lists["count"].has(small) || e.lists["tens"].has(small)) {
		return strings.TrimSpace(small + " " + rest)
	}
	return bit
}

// quoteMost is how many words somebody's own words are at most.
const quoteMost = 6

// closing are the marks behind somebody's words, marksRound those that may stand round them.
const (
	closing    = "\"”'’"
	marksRound = "\"“”'‘’().,;:!? "
)

// quotedIn is where the last that stands in quotation marks begins and ends, if it is short;
// nowhere if there is nothing.
func quotedIn(text string) (from, to int) {
	end := strings.LastIndexAny(strings.TrimRight(text, " .,;:!?)"), closing)
	for end > 0 {
		for _, begin := range []string{"\"", "“", "'", "‘"} {
			at := strings.LastIndex(text[:end], begin)
			if at < 0 || at > 0 && !strings.ContainsAny(text[at-1:at], " (") {
				continue
			}
			inside := strings.Trim(text[at:end], marksRound)
			if n := len(strings.Fields(inside)); n == 0 || n > quoteMost {
				continue
			}
			from = at + strings.Index(text[at:end], inside)
			return from, from + len(inside)
		}
		end = strings.LastIndexAny(text[:end], closing)
	}
	return -1, -1
}
