package care

import (
	"strings"
	"unicode"

	"samantha"
)

// shortestMended is the fewest letters of a word that is taken for another with a
// slip in it; of shorter ones too many are one letter from a word of their own.
const shortestMended = 5

// readLooks reads letters and what is written in their place: "a = à @ 4".
func (g *Guard) readLooks(lines []samantha.Line) error {
	g.looks = map[rune]rune{}
	for _, l := range lines {
		letter, like, ok := strings.Cut(l.Text, " = ")
		if !ok || len(letter) != 1 {
			return l.Bad("want: letter = what looks like it")
		}
		for _, r := range strings.ReplaceAll(like, " ", "") {
			g.looks[r] = rune(letter[0])
		}
	}
	return nil
}

// readTurns reads "the person's word = hers".
func (g *Guard) readTurns(lines []samantha.Line) error {
	g.turns = map[string]string{}
	for _, l := range lines {
		theirs, hers, ok := strings.Cut(l.Text, " = ")
		if !ok {
			return l.Bad("want: word = word")
		}
		g.turns[theirs] = hers
	}
	return nil
}

// readSpelt reads words that are right as they are, and slips of nothing.
func (g *Guard) readSpelt(lines []samantha.Line) error {
	for _, l := range lines {
		g.spelled.leave(strings.Fields(l.Text))
	}
	return nil
}

// undisguised writes a clause in plain letters: no marks nobody sees, no letters
// that only look like others, no figures inside a word, no word spelled apart, no
// dots that part what is one sentence.
func (g *Guard) undisguised(clause string) string {
	runes := []rune(strings.ReplaceAll(joined(visible(clause)), "...", "…"))
	out := make([]rune, 0, len(runes))
	for i, r := range runes {
		switch like, ok := g.looks[r]; {
		case r == '…' && goesOn(runes[i+1:]):
			out = append(out, ' ')
		case r == '.' && between(runes, i, unicode.IsLetter):
			out = append(out, ' ')
		case ok && (r > unicode.MaxASCII || between(runes, i, unicode.IsLetter)):
			out = append(out, like)
		default:
			out = append(out, r)
		}
	}
	return string(out)
}

// shortestApart is how many letters by themselves are taken for a word spelled out.
const shortestApart = 4

// joined is a text with its words put together that were spelled letter by letter.
func joined(text string) string {
	runes := []rune(text)
	out := make([]rune, 0, len(runes))
	for i := 0; i < len(runes); {
		n := spelledApart(runes, i)
		if n < shortestApart {
			out, i = append(out, runes[i]), i+1
			continue
		}
		for letter := range n {
			out = append(out, runes[i+2*letter])
		}
		i += 2*n - 1
	}
	if len(out) == len(runes) { // nothing was
		return text
	}
	return string(out)
}

// spelledApart is how many letters from i on stand by themselves, each one sign
// from the next.
func spelledApart(runes []rune, i int) (n int) {
	if i > 0 && !parts(runes[i-1]) {
		return 0
	}
	for i < len(runes) && unicode.IsLetter(runes[i]) && (i+1 == len(runes) || !unicode.IsLetter(runes[i+1])) {
		n++
		if i+1 == len(runes) || !parts(runes[i+1]) {
			break
		}
		i += 2
	}
	return n
}

// parts: the sign stands between letters that are spelled out.
func parts(r rune) bool {
	return r == ' ' || r == '.' || r == '*' || r == '_' || r == '-'
}

// visible is a text without the marks that nobody sees.
func visible(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, text)
}

// between: a letter stands on both sides.
func between(runes []rune, i int, is func(rune) bool) bool {
	return i > 0 && i+1 < len(runes) && is(runes[i-1]) && is(runes[i+1])
}

// goesOn: the sentence does, in small letters.
func goesOn(rest []rune) bool {
	for _, r := range rest {
		if r != ' ' {
			return unicode.IsLower(r)
		}
	}
	return false
}

// spelling knows the words of the rules, and them with a slip in it.
type spelling struct {
	known  map[string]bool
	lacks  map[string][]string // a word without one of its letters -> the word
	longer int                 // the longest word
}

func spelledBy(rules []saying) spelling {
	s := spelling{known: map[string]bool{}, lacks: map[string][]string{}}
	for _, r := range rules {
		for _, e := range r.pattern.elements {
			for _, w := range e.words {
				s.add(w)
			}
		}
	}
	return s
}

func (s *spelling) add(w string) {
	if s.known[w] {
		return
	}
	s.known[w] = true
	s.longer = max(s.longer, len(w))
	if len(w) < shortestMended {
		return
	}
	for _, short := range lessOne(w) {
		s.lacks[short] = append(s.lacks[short], w)
	}
}

// leave knows words that are right as they are, and for which nothing is mistaken.
func (s *spelling) leave(words []string) {
	for _, w := range words {
		s.known[w] = true
	}
}

// lessOne are the words that are left when one letter is taken out.
func lessOne(w string) []string {
	out := make([]string, 0, len(w))
	for i := range len(w) {
		if i == 0 || w[i] != w[i-1] {
			out = append(out, w[:i]+w[i+1:])
		}
	}
	return out
}

// mended are the words with drawn-out letters drawn in, and slips in the words of the
// rules put right.
func (g *Guard) mended(words []string) []string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = g.spelled.mend(w)
	}
	return out
}

// mend is the word of the rules that was meant, or the word itself.
func (s spelling) mend(w string) string {
	if s.known[w] {
		return w
	}
	if short := drawnIn(w, 2); s.known[short] {
		return short
	}
	w = drawnIn(w, 1)
	if s.known[w] || len(w) < shortestMended || len(w) > s.longer+1 {
		return w
	}
	for _, meant := range s.lacks[w] { // a letter is missing
		if meant[0] == w[0] {
			return meant
		}
	}
	for _, short := range lessOne(w) {
		if len(short) >= shortestMended && s.known[short] && short[0] == w[0] && !strings.HasPrefix(w, short) { // one too many
			return short
		}
		for _, meant := range s.lacks[short] {
			if swapped(w, meant) {
				return meant
			}
		}
	}
	return w
}

// swapped: two letters beside each other changed places.
func swapped(a, b string) bool {
	if len(a) != len(b) || a[0] != b[0] {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	return i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
}

// drawnIn leaves of three or more of the same letter so many; fewer stay.
func drawnIn(w string, leave int) string {
	var b strings.Builder
	for i := 0; i < len(w); {
		end := i
		for end < len(w) && w[end] == w[i] {
			end++
		}
		n := end - i
		if n > 2 {
			n = leave
		}
		b.WriteString(w[i : i+n])
		i = end
	}
	return b.String()
}
