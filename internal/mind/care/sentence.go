package care

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"samantha"
)

// sentence is a run of plain words between full stops. Rules are matched word
// by word, so that no rule ever fires inside a longer word.
type sentence struct {
	words    []string
	question bool
	// offered is how many words at the end are a sentence for the person to say to
	// somebody; its "i" is theirs.
	offered int
}

// mine is a sentence without what it offers.
func (s sentence) mine() sentence {
	s.words = s.words[:len(s.words)-s.offered]
	return s
}

// readPlain reads "spelling = plain words" lines.
func (g *Guard) readPlain(lines []samantha.Line) error {
	g.plain = make(map[string][]string, len(lines))
	for _, l := range lines {
		short, long, ok := strings.Cut(l.Text, " = ")
		if !ok {
			return l.Bad("want: spelling = plain words")
		}
		g.plain[short] = strings.Fields(long)
	}
	return nil
}

// sentences cuts a text into sentences of plain words: lower case, one kind of
// apostrophe, contractions written out. Words in double quotes are left out
// where the words around them say that somebody else is quoted.
func (g *Guard) sentences(text string) []sentence {
	var out []sentence
	for _, s := range cut(text) {
		words := g.words(s.text, false)
		if strings.Contains(s.text, `"`) {
			if outside := g.words(s.text, true); len(outside) < len(words) && g.concern.cites(outside) {
				words = outside
			}
		}
		if len(words) > 0 {
			out = append(out, sentence{words: words, question: s.question})
		}
	}
	return out
}

// piece is a sentence as it was written.
type piece struct {
	text     string
	question bool
}

// cut splits after . ? ! … and at line ends, but not inside double quotes or
// between digits.
func cut(text string) []piece {
	var out []piece
	text = straight(text)
	start, quoted := 0, false
	closing := strings.LastIndexByte(text, '"') // behind it no quote is closed any more
	for i, r := range text {
		switch {
		case r == '"':
			quoted = !quoted
		case r == '\n':
			quoted = false
		}
		if quoted && i < closing || !ends(text, i, r) {
			continue
		}
		out = append(out, piece{text[start:i], r == '?'})
		start = i + utf8.RuneLen(r)
	}
	return append(out, piece{text: text[start:]})
}

// ends reports whether a sentence ends at a sign of a text.
func ends(text string, at int, sign rune) bool {
	switch sign {
	case '?', '!', '…', '\n':
		return true
	case '.':
		before, _ := utf8.DecodeLastRuneInString(text[:at])
		after, _ := utf8.DecodeRuneInString(text[at+1:])
		return !unicode.IsDigit(before) || !unicode.IsDigit(after)
	}
	return false
}

// straight writes curly quotes straight.
func straight(s string) string {
	return strings.Map(func(r rune) rune {
		switch r {
		case '’', '‘':
			return '\''
		case '“', '”', '„':
			return '"'
		}
		return r
	}, s)
}

// words are the plain words of a text, with or without what stands in double
// quotes.
func (g *Guard) words(text string, outside bool) []string {
	if outside {
		text = unquoted(text)
	}
	out := make([]string, 0, len(text)/4+1) // few words are shorter
	for w := range strings.FieldsFuncSeq(strings.ToLower(straight(text)), notWord) {
		w = strings.Trim(w, "'")
		if long, ok := g.plain[w]; ok {
			out = append(out, long...)
		} else if who, ok := strings.CutSuffix(w, "'s"); ok && slices.Contains(g.concern.classes["other"], who) {
			out = append(out, who, "is") // be it "my brother's here" or "my brother's room"
		} else if w != "" {
			out = append(out, w)
		}
	}
	return out
}

func notWord(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\''
}

// unquoted drops every pair of double quotes with what is in it.
func unquoted(text string) string {
	var b strings.Builder
	for i, part := range strings.Split(text, `"`) {
		if i%2 == 0 {
			b.WriteString(part + " ")
		}
	}
	return b.String()
}
