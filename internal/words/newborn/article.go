package newborn

import (
	"slices"
	"strings"
	"unicode"
)

// join puts a filling behind the words of a line so that the noun has one article:
// "a" and "a peach pie" are "a peach pie", "the" and "your sister" "your sister",
// "the old" and "the bike" "the old bike", "a" and "apple pie" "an apple pie".
func (v *voice) join(before, filling string) string {
	filling = once(filling)
	at, outer := v.openArticle(before)
	first, rest, more := strings.Cut(filling, " ")
	inner := strings.ToLower(first)
	switch {
	case outer == "":
		return before + filling
	case !more, !isArticle(inner) && !isOwner(first):
		return before[:at] + v.agrees(before[at:], first) + filling
	case strings.TrimSpace(before[at:]) != before[at:len(before)-1], isArticle(inner) && inner != "the", isArticle(inner) && outer != "a" && outer != "an", isOwner(outer) && inner == outer:
		next, _, _ := strings.Cut(rest, " ")
		return before[:at] + v.agrees(before[at:], next) + rest // the line's own article stays
	}
	if unicode.IsUpper(firstRune(before[at:])) {
		filling = capital(filling)
	}
	return before[:at] + filling // what says more stays: "your", "Nora's", "the"
}

// openArticle is where the article or owner stands that words end with, adjectives
// between, and which it is; "" if there is none.
func (v *voice) openArticle(before string) (int, string) {
	if !strings.HasSuffix(before, " ") {
		return len(before), ""
	}
	at := len(before) - 1
	for {
		from := strings.LastIndexByte(before[:at], ' ') + 1
		word := strings.ToLower(before[from:at])
		switch {
		case isArticle(word), slices.Contains([]string{"your", "my"}, word):
			return from, word
		case !v.words["adjective"][word] || from == 0:
			return len(before), ""
		}
		at = from - 1
	}
}

// agrees is "a" or "an" as the next word asks for it; any other words as they are.
func (v *voice) agrees(words, next string) string {
	article, rest, ok := strings.Cut(words, " ")
	if small := strings.ToLower(article); !ok || rest != "" || small != "a" && small != "an" || next == "" {
		return words
	}
	an := "a"
	if v.vowel(strings.ToLower(next)) {
		an = "an"
	}
	if unicode.IsUpper(firstRune(article)) {
		an = capital(an)
	}
	return an + " "
}

// vowel tells whether a word begins with the sound of one: "hour", not "union".
func (v *voice) vowel(word string) bool {
	return v.words["an"][word] || strings.ContainsRune("aeiou", firstRune(word)) && !v.words["a"][word]
}

// once is a filling without an article that stands twice: "a a pie".
func once(text string) string {
	first, rest, ok := strings.Cut(text, " ")
	second, _, _ := strings.Cut(rest, " ")
	if ok && strings.EqualFold(first, second) && (isArticle(strings.ToLower(first)) || isOwner(strings.ToLower(first))) {
		return first + strings.TrimPrefix(rest, second)
	}
	return text
}

func isArticle(word string) bool { return slices.Contains([]string{"a", "an", "the"}, word) }

// isOwner: "your", "her", "Nora's"; "back's" may be "back is".
func isOwner(word string) bool {
	return slices.Contains([]string{"my", "your", "our", "his", "her", "its", "their"}, strings.ToLower(word)) ||
		strings.HasSuffix(word, "'s") && unicode.IsUpper(firstRune(word))
}
