package exam

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/kljensen/snowball/english"

	"samantha"
)

// sentences are those of a text.
func sentences(text string) []string { return samantha.Sentences(text) }

// clauses are the parts of a text between its marks, and before and after a "but".
func clauses(text string) []string {
	text = strings.ReplaceAll(text, " but ", "; ")
	return strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(".!?;:,\u2014\u2013\n", r) })
}

// negative: a text has a negation.
func negative(text string) bool {
	return slices.ContainsFunc(strings.Fields(plain(text)), func(w string) bool {
		return w == "not" || w == "never" || w == "no" || w == "nor" || w == "cannot" || strings.HasSuffix(w, "n't")
	})
}

// tokens are the words of a text as they are compared: numbers in digits, names as they
// are, and of others what those of a family have in common ("tuner", "tunes", "tuning").
func (x *examiner) tokens(text string, names bool) (all []string) {
	for _, raw := range strings.FieldsFunc(text, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("-/,", r) }) {
		word := strings.TrimSuffix(strings.TrimSpace(plain(raw)), "'s")
		first, _ := utf8.DecodeRuneInString(raw)
		switch {
		case word == "" || slices.Contains(x.words["small"], word):
		case slices.Contains(x.words["numbers"], word):
			all = append(all, strconv.Itoa(slices.Index(x.words["numbers"], word)))
		case names && unicode.IsUpper(first):
			all = append(all, word)
		default:
			all = append(all, root(word))
		}
	}
	return all
}

// shortRoot is how many letters must be left of a word without the ending of who does it.
const shortRoot = 3

// root is what words of a family have in common.
func root(word string) string {
	stem := english.Stem(word, false)
	for _, ending := range []string{"er", "or", "ist", "e"} {
		if cut := strings.TrimSuffix(stem, ending); cut != stem && len(cut) >= shortRoot {
			return cut
		}
	}
	return stem
}

// found counts the telling words of a value, and those of them that a text has.
func (x *examiner) found(text, value string) (found, all int) {
	exact, roots := x.tokens(text, true), x.tokens(text, false)
	for _, w := range x.tokens(value, true) {
		all++
		if slices.Contains(exact, w) || slices.Contains(roots, w) || slices.Contains(strings.Fields(plain(text)), w) {
			found++
		}
	}
	return found, all
}

// has: a text has most of the telling words of a value.
func (x *examiner) has(text, value string) bool {
	found, all := x.found(text, value)
	return all == 0 || 2*found > all
}

// shares: a text has a telling word of a value.
func (x *examiner) shares(text, value string) bool {
	found, _ := x.found(text, value)
	return found > 0
}

// denied: in the clause that has a value a negation stands before it, or that it is over.
func (x *examiner) denied(sentence, value string) bool {
	for _, c := range clauses(sentence) {
		if !x.shares(c, value) {
			continue
		}
		if holds(c, x.words["over"]) != "" {
			return true
		}
		words := strings.Fields(c)
		for i := range words {
			if x.shares(words[i], value) {
				if before := strings.Join(words[:i], " "); negative(strings.TrimPrefix(plain(before), " no ")) {
					return true
				}
				break
			}
		}
	}
	return false
}

// beside: a sentence leaves it open between a value and another, or names another with it:
// "Oslo or Bergen", "Oslo and Bergen", "11 and 12".
func (x *examiner) beside(sentence, value string) bool {
	if w := holds(sentence, x.words["open"]); w != "" && holds(value, []string{w}) == "" {
		return true
	}
	words := strings.Fields(sentence)
	own := func(w string) bool { return x.shares(w, value) }
	like := func(w string) bool { // of the kind of a value that is a name, or a number
		r, _ := utf8.DecodeRuneInString(strings.TrimLeft(w, "\"'\u201c"))
		word := strings.Trim(w, ".,!?\"'\u201d")
		return (unicode.IsUpper(r) && word != "I" && !strings.HasPrefix(word, "I'") || unicode.IsDigit(r)) && !own(w)
	}
	for i := 1; i+1 < len(words); i++ {
		if w := words[i]; w != "or" && w != "and" && w != "&" {
			continue
		}
		if own(words[i-1]) && like(words[i+1]) || like(words[i-1]) && own(words[i+1]) {
			return true
		}
	}
	return false
}

// day is one that is said: month and year may be missing.
type day struct{ day, month, year int }

// days are the days that a text names: "20 November", "November 20th, 2025", "the 20th of
// November", "Friday the 20th", "2025-11-20".
func (x *examiner) days(text string) (all []day) {
	months := strings.Join(x.words["months"], "|")
	ways := []string{
		fmt.Sprintf(`(?P<d>\d{1,2})(?:st|nd|rd|th)?(?: of)? (?P<m>%s)(?: (?P<y>\d{4}))?`, months),
		fmt.Sprintf(`(?P<m>%s)(?: the)? (?P<d>\d{1,2})(?:st|nd|rd|th)?(?: (?P<y>\d{4}))?`, months),
		`(?P<y>\d{4}) (?P<m>\d{2}) (?P<d>\d{2})`,
		`(?P<d>\d{1,2})(?:st|nd|rd|th)`,
	}
	rest := plain(text)
	for _, way := range ways {
		re := regexp.MustCompile(`\b` + way + `\b`)
		for _, found := range re.FindAllStringSubmatch(rest, -1) {
			part := func(name string) (n int) {
				i := re.SubexpIndex(name)
				if i < 0 {
					return 0
				}
				if n, _ = strconv.Atoi(found[i]); n == 0 && found[i] != "" {
					n = slices.Index(x.words["months"], found[i])%12 + 1
				}
				return n
			}
			all = append(all, day{part("d"), part("m"), part("y")})
		}
		rest = re.ReplaceAllString(rest, " ")
	}
	return all
}

// sameDay: a text names a day, and no other.
func (x *examiner) sameDay(want day, text string) string {
	days := x.days(text)
	differs := func(a, b int) bool { return a != 0 && b != 0 && a != b }
	for _, d := range days {
		if d.day != want.day || differs(d.month, want.month) || differs(d.year, want.year) {
			return "another day"
		}
	}
	if len(days) == 0 {
		return "missing: the day"
	}
	return ""
}
