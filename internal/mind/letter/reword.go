package letter

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"samantha"
)

// The ways a letter can be worded otherwise: the headings of en/forms.txt.
const (
	Softer  = "softer"
	Shorter = "shorter"
	Easy    = "easy"
	Formal  = "formal"
)

// form is a row of en/forms.txt.
type form struct {
	was   []string // as [core] leaves words
	now   string
	first bool // only where a sentence begins
	on    bool // only where it goes on behind it without a mark
}

// takeForm reads "way | words | other words".
func (r *Room) takeForm(row []string) error {
	if len(row) != 3 || row[1] == "" || !slices.Contains([]string{Softer, Shorter, Easy, Formal}, row[0]) {
		return fmt.Errorf("want \"way | words | other words\"")
	}
	f := form{now: row[2]}
	words := strings.Fields(row[1])
	if words[0] == "^" {
		f.first, words = true, words[1:]
	}
	if n := len(words); n > 0 && words[n-1] == "..." {
		f.on, words = true, words[:n-1]
	}
	if len(words) == 0 {
		return fmt.Errorf("no words")
	}
	f.was = words
	r.forms[row[0]] = append(r.forms[row[0]], f)
	return nil
}

func longestFirst(rows []form) {
	slices.SortStableFunc(rows, func(a, b form) int { return cmp.Compare(len(b.was), len(a.was)) })
}

// Reword is how a sentence is worded softer, shorter, easier or more formally: the
// forms to apply one after the other, none if the tables have nothing for it.
func (r *Room) Reword(way, sentence string) []samantha.LetterForm {
	var made []samantha.LetterForm
	words := strings.Fields(sentence)
	for at := 0; at < len(words); {
		f, ok := r.at(way, words, at)
		if !ok {
			at++
			continue
		}
		was := cores(words[at : at+len(f.was)])
		if strings.EqualFold(was, f.now) { // said so that no shorter row takes it
			at += len(f.was)
			continue
		}
		made = append(made, samantha.LetterForm{At: at, Was: was, Now: f.now})
		words = apply(words, made[len(made)-1])
		at += len(strings.Fields(f.now))
	}
	return made
}

// at is the row that holds at a place.
func (r *Room) at(way string, words []string, at int) (form, bool) {
	for _, f := range r.forms[way] {
		if f.holds(words, at) {
			return f, true
		}
	}
	return form{}, false
}

func (f form) holds(words []string, at int) bool {
	end := at + len(f.was)
	if end > len(words) || f.first && at > 0 {
		return false
	}
	for i, w := range f.was {
		inside := i < len(f.was)-1
		if strings.ToLower(core(words[at+i])) != w || inside && marked(words[at+i]) {
			return false
		}
	}
	if f.now == "" && (len(words) == len(f.was) || at > 0 && denies(words[at-1])) {
		return false // nothing would be left, or "not really" would be "not"
	}
	return !f.on || end < len(words) && !marked(words[end-1])
}

// denies: what stands behind it is meant with it.
func denies(word string) bool {
	w := strings.ToLower(core(word))
	return w == "not" || w == "never" || w == "no" || strings.HasSuffix(w, "n't")
}

// Apply gives a sentence its forms, one after the other. A form whose words do not
// stand where it says changes nothing.
func Apply(sentence string, forms []samantha.LetterForm) string {
	words := strings.Fields(sentence)
	for _, f := range forms {
		words = apply(words, f)
	}
	return strings.Join(words, " ")
}

func apply(words []string, f samantha.LetterForm) []string {
	end := f.At + len(strings.Fields(f.Was))
	if f.At < 0 || end > len(words) || end == f.At || !strings.EqualFold(cores(words[f.At:end]), f.Was) {
		return words
	}
	before, after := slices.Clone(words[:f.At]), slices.Clone(words[end:])
	lead, _, _ := parts(words[f.At])
	_, _, trail := parts(words[end-1])
	if now := strings.Fields(f.Now); len(now) > 0 {
		now[0], now[len(now)-1] = lead+now[0], now[len(now)-1]+trail
		if f.At == 0 {
			now[0] = capital(now[0])
		}
		return slices.Concat(before, now, after)
	}
	if n := len(before); n > 0 && trail != "" {
		before[n-1] = strings.TrimRight(before[n-1], ",;:") + strings.TrimLeft(trail, ",;:")
	}
	if f.At == 0 && len(after) > 0 {
		after[0] = capital(after[0])
	}
	return slices.Concat(before, after)
}

// parts are the marks before a word, the word, and the marks behind it.
func parts(word string) (lead, core, trail string) {
	inner := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	from, to := strings.IndexFunc(word, inner), strings.LastIndexFunc(word, inner)
	if from < 0 {
		return "", word, ""
	}
	_, size := utf8.DecodeRuneInString(word[to:])
	return word[:from], word[from : to+size], word[to+size:]
}

// core is a word without the marks around it, with a plain apostrophe.
func core(word string) string {
	_, c, _ := parts(word)
	return strings.ReplaceAll(c, "’", "'")
}

func cores(words []string) string {
	all := make([]string, len(words))
	for i, w := range words {
		all[i] = core(w)
	}
	return strings.Join(all, " ")
}

// marked: a mark stands behind the word.
func marked(word string) bool {
	_, _, trail := parts(word)
	return trail != ""
}

// capital writes a text with a capital, behind any mark that opens it.
func capital(text string) string {
	at := strings.IndexFunc(text, unicode.IsLetter)
	if at < 0 {
		return text
	}
	first, size := utf8.DecodeRuneInString(text[at:])
	return text[:at] + string(unicode.ToUpper(first)) + text[at+size:]
}

// Clean are the sentences of what was said, as they are written: with a capital and
// an end, without the quotation marks around them.
func Clean(text string) []string {
	text = strings.TrimSpace(text)
	for _, q := range []string{`"`, "“", "”", "'", "‘"} {
		text = strings.TrimPrefix(text, q)
	}
	for _, q := range []string{`"`, "”", "“", "'", "’"} {
		text = strings.TrimSuffix(text, q)
	}
	var all []string
	for _, s := range samantha.Sentences(text) {
		words := strings.Fields(s)
		for i, w := range words {
			if c := core(w); c == "i" || strings.HasPrefix(c, "i'") {
				words[i] = strings.Replace(w, "i", "I", 1)
			}
		}
		s = capital(strings.TrimRight(strings.Join(words, " "), " ,;:"))
		if !strings.ContainsFunc(s, unicode.IsLetter) && !strings.ContainsFunc(s, unicode.IsDigit) {
			continue
		}
		if !strings.ContainsAny(s[len(s)-1:], ".?!\"") && !strings.HasSuffix(s, "…") && !strings.HasSuffix(s, "”") {
			s += "."
		}
		all = append(all, s)
	}
	return all
}
