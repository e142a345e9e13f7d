package samantha

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Sentences cuts a text after ., ?, ! and the ellipsis where a space or the end
// follows. It serves counting and comparing, so it need not know grammar.
func Sentences(text string) []string {
	var out []string
	start := 0
	for i, r := range text {
		switch r {
		default:
			continue
		case '.', '?', '!', '…':
		}
		end := i + utf8.RuneLen(r)
		if end == len(text) || text[end] == ' ' || text[end] == '\n' {
			if s := strings.TrimSpace(text[start:end]); s != "" {
				out = append(out, s)
			}
			start = end
		}
	}
	if s := strings.TrimSpace(text[start:]); s != "" {
		out = append(out, s)
	}
	return out
}

// SentenceKey is a sentence as it counts for "said twice": lower case, letters
// and digits only, words parted by one space.
func SentenceKey(s string) string {
	if isKey(s) {
		return s
	}
	var room [128]byte
	key, parted := room[:0], false
	for _, r := range s {
		switch r = unicode.ToLower(r); {
		case r == '\'':
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9', r > unicode.MaxASCII && !unicode.IsSpace(r):
			if parted && len(key) > 0 {
				key = append(key, ' ')
			}
			parted = false
			key = utf8.AppendRune(key, r)
		default:
			parted = true
		}
	}
	return string(key)
}

// isKey: a text is one already, as most single words are.
func isKey(s string) bool {
	for i := range len(s) {
		switch c := s[i]; {
		case c >= 'a' && c <= 'z', c >= '0' && c <= '9':
		case c == ' ' && i > 0 && i < len(s)-1 && s[i-1] != ' ':
		default:
			return false
		}
	}
	return true
}

// FreeWords is how long a sentence may be that she may say again at once.
const FreeWords = 4

// LongSentences are the keys of the sentences in a text that are longer than
// [FreeWords]: those she does not say twice within two hundred moments.
func LongSentences(text string) []string {
	var keys []string
	for _, sentence := range Sentences(text) {
		if key := SentenceKey(sentence); strings.Count(key, " ") >= FreeWords {
			keys = append(keys, key)
		}
	}
	return keys
}

// Quoted is a text as somebody's words: on one line, and with no mark in it that could end
// the quotation.
func Quoted(text string) string {
	return "\u201c" + strings.NewReplacer("\u201c", "'", "\u201d", "'", "\"", "'").Replace(strings.Join(strings.Fields(text), " ")) + "\u201d"
}
