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

// readLanguages reads the lists of small words, one list a language.
func (e *Ear) readLanguages(file, text string) error {
	lists, order, err := parseLists(file, text, strings.Fields)
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

// script tells a language by the script most of the letters are in. Japanese
// is told by a fifth of its own letters: the others are Chinese.
func script(text string) string {
	letters := 0
	counts := map[string]int{}
	for _, r := range text {
		if !unicode.IsLetter(r) {
			continue
		}
		letters++
		if code := scriptOf(r); code != "" {
			counts[code]++
		}
	}
	if 5*counts["ja"] > letters {
		return "ja"
	}
	for code, n := range counts {
		if 2*n > letters { // true of one at the most
			return code
		}
	}
	return ""
}

// scriptOf is the language a letter alone tells; "" if many share it.
func scriptOf(r rune) string {
	switch {
	case r < 0x370:
		return ""
	case unicode.In(r, unicode.Hiragana, unicode.Katakana):
		return "ja"
	case unicode.Is(unicode.Han, r):
		return "zh"
	case unicode.Is(unicode.Hangul, r):
		return "ko"
	case unicode.Is(unicode.Cyrillic, r):
		return "ru"
	case unicode.Is(unicode.Arabic, r):
		return "ar"
	case unicode.Is(unicode.Greek, r):
		return "el"
	case unicode.Is(unicode.Hebrew, r):
		return "he"
	case unicode.Is(unicode.Devanagari, r):
		return "hi"
	case unicode.Is(unicode.Thai, r):
		return "th"
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
