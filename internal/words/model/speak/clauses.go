package speak

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"samantha"
)

// longestClause is how many bytes may come without an end of a sentence: more is no speech.
const longestClause = 600

// cutter makes clauses of what streams in: a sentence each.
type cutter struct{ rest string }

// next takes a piece and gives the clauses that are whole now. A sentence is whole when
// something follows it, so that "3.5" and "..." are not torn.
func (c *cutter) next(piece string) (whole []string) {
	c.rest += piece
	for {
		end := sentenceEnd(c.rest)
		if end < 0 {
			return whole
		}
		if text := tidy(c.rest[:end]); text != "" {
			whole = append(whole, text)
		}
		c.rest = c.rest[end:]
	}
}

// end gives what is left, if it is a whole sentence.
func (c *cutter) end() (string, bool) {
	text := tidy(c.rest)
	c.rest = ""
	return text, text != "" && ends(strings.TrimRight(text, closing))
}

// closing are marks that may stand after the end of a sentence and belong to it.
const closing = "\"'”’)]*_"

// sentenceEnd is where the first sentence of a text ends that something follows, or -1.
func sentenceEnd(text string) int {
	for i, r := range text {
		if r == '\n' && strings.TrimSpace(text[:i]) != "" {
			return i + 1
		}
		if !ends(string(r)) {
			continue
		}
		rest := text[i+utf8.RuneLen(r):]
		after := strings.TrimLeft(rest, closing)
		if next, _ := utf8.DecodeRuneInString(after); after != "" && unicode.IsSpace(next) {
			return len(text) - len(after)
		}
	}
	return -1
}

func ends(text string) bool {
	r, _ := utf8.DecodeLastRuneInString(text)
	return r == '.' || r == '!' || r == '?' || r == '…'
}

// tidy is a clause as it is said: on one line, without marks of writing, and without the
// quotation marks or the name that models put around and before a speech.
func tidy(text string) string {
	text = strings.Join(strings.Fields(strings.NewReplacer("**", "", "__", "", "`", "").Replace(text)), " ")
	text = strings.TrimLeft(text, "#>*- ")
	if who, speech, ok := strings.Cut(text, ": "); ok && len(who) < 20 && !strings.Contains(who, " ") && unicode.IsUpper(firstRune(who)) && unicode.IsUpper(firstRune(strings.TrimLeft(speech, "\"“"))) {
		text = speech
	}
	for _, marks := range []string{"“”", "\"\""} {
		if strings.HasPrefix(text, string(firstRune(marks))) && strings.HasSuffix(text, string(lastRune(marks))) && len(text) > len(marks) {
			text = text[utf8.RuneLen(firstRune(marks)) : len(text)-utf8.RuneLen(lastRune(marks))]
		}
		if open, shut := firstRune(marks), lastRune(marks); strings.Count(text, string(open)) != strings.Count(text, string(shut)) || open == shut && strings.Count(text, string(open))%2 == 1 {
			text = strings.NewReplacer(string(open), "", string(shut), "").Replace(text)
		}
	}
	return strings.TrimSpace(text)
}

func firstRune(s string) rune { r, _ := utf8.DecodeRuneInString(s); return r }
func lastRune(s string) rune  { r, _ := utf8.DecodeLastRuneInString(s); return r }

// checker sees that what a model says is a speech of hers, within the limits.
type checker struct {
	language  *language
	limits    samantha.Limits
	sentences int // that may follow
	before    map[string]bool
	asked     bool // a question was let through: it is the last
	english   bool // the language was looked at
}

func (s *Speaker) checker(m samantha.Moment) *checker {
	c := &checker{language: s.language, limits: m.Intent.Limits, sentences: most(m.Intent), before: map[string]bool{}}
	for _, key := range m.Spoken {
		c.before[key] = true
	}
	return c
}

// wordsToTell is how many words a clause must have to tell its language by.
const wordsToTell = 4

// wrong is why a clause is not to be said, or "".
func (c *checker) wrong(clause string) string {
	key := samantha.SentenceKey(clause)
	switch {
	case key == "" || len(clause) > longestClause || garbled(clause):
		return "garbage"
	case c.refuses(key):
		return "refused"
	case !c.speaksEnglish(key):
		return "language"
	case c.before[key]:
		return "repeats"
	case c.limits.NoQuestion && strings.Contains(clause, "?"):
		return "question"
	}
	c.before[key] = true
	c.sentences--
	c.asked = strings.Contains(clause, "?")
	return ""
}

// full: no more is to be said.
func (c *checker) full() bool { return c.sentences <= 0 || c.asked }

func (c *checker) refuses(key string) bool {
	for _, said := range c.language.refusals {
		if strings.Contains(" "+key+" ", " "+said+" ") {
			return true
		}
	}
	return false
}

// speaksEnglish: a clause is of Latin letters for the most part, and the first one that is
// long enough has a small word of English.
func (c *checker) speaksEnglish(key string) bool {
	latin, other := 0, 0
	for _, r := range key {
		switch {
		case unicode.Is(unicode.Latin, r):
			latin++
		case unicode.IsLetter(r):
			other++
		}
	}
	words := strings.Fields(key)
	if other > latin || c.english || len(words) < wordsToTell {
		return other <= latin
	}
	small := 0
	for _, w := range words {
		if c.language.english[w] {
			small++
		}
	}
	c.english = true
	return small*8 >= len(words)
}

// garbled: it holds what is no writing: what could not be decoded, control characters,
// tags of a chat template.
func garbled(clause string) bool {
	control := func(r rune) bool {
		return r == utf8.RuneError || unicode.IsControl(r) || unicode.Is(unicode.So, r) && r > 0xffff
	}
	return strings.ContainsFunc(clause, control) || strings.Contains(clause, "<|") || strings.Contains(clause, "</") || strings.ContainsAny(clause, "{}")
}
