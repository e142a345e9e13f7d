package hearing

import (
	"strings"
	"unicode"
)

// A language is told by its script or by its smallest words.
type language struct {
	code  string
	words *list
}

// scripts that tell a language by themselves, the choosier ones first.
var scripts = [...]struct {
	code  string
	table *unicode.RangeTable
}{
	{"ja", unicode.Hiragana},
	{"ja", unicode.Katakana},
	{"zh", unicode.Han},
	{"ko", unicode.Hangul},
	{"ru", unicode.Cyrillic},
	{"ar", unicode.Arabic},
	{"el", unicode.Greek},
	{"he", unicode.Hebrew},
	{"hi", unicode.Devanagari},
	{"th", unicode.Thai},
}

// readLanguages reads the lists of small words, one list a language.
func (e *Ear) readLanguages(text string) error {
	lists, order, err := parseLists("en/languages.txt", text, strings.Fields)
	if err != nil {
		return err
	}
	for _, code := range order {
		e.languages = append(e.languages, language{code, lists[code]})
	}
	return nil
}

// language is the code of the language a text is clearly in; "" is English, or
// too little to tell.
func (e *Ear) language(text string, words []word) string {
	if code := script(text); code != "" {
		return code
	}
	best, code := 0, ""
	for _, l := range e.languages {
		if n := l.count(words); n > best {
			best, code = n, l.code
		}
	}
	if best >= 2 && best > e.english(words) {
		return code
	}
	return ""
}

// Tongue is what a language is called in English, by its code; "" if it has no
// name here.
func (e *Ear) Tongue(code string) string { return e.tongues[code] }

// script tells a language by the script most of the letters are in.
func script(text string) string {
	letters := 0
	counts := [len(scripts)]int{}
	for _, r := range text {
		if !unicode.IsLetter(r) {
			continue
		}
		letters++
		for i, s := range scripts {
			if r >= 0x370 && unicode.Is(s.table, r) {
				counts[i]++
			}
		}
	}
	sum := 0
	for i, s := range scripts {
		sum += counts[i]
		if counts[i] > 0 && (2*sum > letters || s.code == "ja" && 5*counts[i] > letters) {
			return s.code
		}
	}
	return ""
}

// count is how many of the words are the language's; a word that is no other's
// ("!" before it in the file) counts twice.
func (l language) count(words []word) int {
	n := 0
	for i, w := range words {
		if i > 0 && w.from == words[i-1].from {
			continue
		}
		if l.words.has(w.norm) {
			n++
		}
		if l.words.has("!" + w.norm) {
			n += 2
		}
	}
	return n
}

// english is how many of the words are plain English.
func (e *Ear) english(words []word) int {
	n := 0
	for _, w := range words {
		if w.is(classLoose|classVerb) || e.rank[w.norm] > 0 && e.rank[w.norm] < 600 {
			n++
		}
	}
	return n
}
