package care

import (
	"regexp"
	"strings"
	"unicode"

	"samantha"
)

// shortestNumber is the fewest digits that look like a number to call: 911.
const shortestNumber = 3

// numberFinder finds what looks like a telephone number, in digits or in words.
type numberFinder struct {
	written *regexp.Regexp
	spelled *regexp.Regexp
	digit   map[string]string
}

// readDigits reads the spelled digits: "0 = zero oh".
func (g *Guard) readDigits(lines []samantha.Line) error {
	f := numberFinder{
		written: regexp.MustCompile(`\d(?:[\s()/–‑-]*\d|\.\d)*`),
		digit:   map[string]string{},
	}
	var names []string
	for _, l := range lines {
		digit, words, ok := strings.Cut(l.Text, " = ")
		if !ok || len(digit) != 1 || digits(digit) == "" {
			return l.Bad("want: digit = words")
		}
		for name := range strings.FieldsSeq(words) {
			f.digit[name] = digit
			names = append(names, regexp.QuoteMeta(name))
		}
	}
	one := "(?:" + strings.Join(names, "|") + ")"
	f.spelled = regexp.MustCompile(`(?i)\b` + one + `(?:[\s,-]+` + one + `)+\b`)
	g.numbers = f
	return nil
}

// strange reports whether the text holds a number that is not on the card.
func (f numberFinder) strange(text string, card Card) bool {
	for _, n := range f.find(text) {
		if len(n) >= shortestNumber && !card.has(n) {
			return true
		}
	}
	return false
}

// find are the numbers in a text, digits only.
func (f numberFinder) find(text string) []string {
	var out []string
	for _, n := range f.written.FindAllString(text, -1) {
		out = append(out, digits(n))
	}
	for _, n := range f.spelled.FindAllString(strings.ToLower(text), -1) {
		out = append(out, f.unspell(n))
	}
	return out
}

func (f numberFinder) unspell(words string) string {
	var b strings.Builder
	for _, w := range strings.FieldsFunc(words, notWord) {
		b.WriteString(f.digit[w])
	}
	return b.String()
}

// digits are the digits of a text.
func digits(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return r
		}
		return -1
	}, s)
}
