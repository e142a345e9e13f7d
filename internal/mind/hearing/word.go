package hearing

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A word is one word as the rules see it, and where it stands in the text. A
// short form yields several words that share its place.
type word struct {
	norm     string // lower case, opened up, spelled right
	from, to int    // its bytes in the text
	kind     class
	mark     rune   // what stands behind it: 0, ',' or one of ".?!"
	gap      bool   // a mark stands before it
	upper    bool   // written with a capital
	first    bool   // first of its sentence
	lacks    bool   // an 's whose mark nobody typed: with it a thing cannot be said back
	bit      uint8  // its place in wordbits
	uses     *uses  // which rules it is in
	stands   string // whom it stands for, if it was left out and put back
}

// is reports whether the word is of one of the classes.
func (w word) is(c class) bool { return w.kind&c != 0 }

// most is how many words of one utterance are heard; more is a text, not talk.
const most = 2000

// words reads a text as words.
func (e *Ear) words(text string, in Context) []word {
	out := make([]word, 0, len(text)/4+1) // few words are shorter
	var room [64]string
	known := e.namesOf(room[:0], in)
	for at := 0; at < len(text) && len(out) < most; {
		if to, ok := e.sign(text, at); ok {
			out = e.addShort(out, text, at, to)
			at = to
			continue
		}
		r, size := utf8.DecodeRuneInString(text[at:])
		if !isLetter(r) || unicode.IsMark(r) {
			e.markLast(out, r, text, at+size)
			at += size
			continue
		}
		to := wordEnd(text, at)
		if of := e.owner(text[at:to], known); of < to-at {
			out = append(e.addWord(out, text, at, at+of), word{norm: "'s", from: at + of, to: to})
		} else {
			out = e.addWord(out, text, at, to)
		}
		at = to
	}
	for i := range out {
		out[i].first = i == 0 || isStop(out[i-1].mark)
		out[i].gap = i > 0 && out[i-1].mark != 0
		out[i].kind |= e.class[out[i].norm] | known.class(out[i].norm) | digits(out[i].norm)
		e.look(&out[i])
	}
	return e.apostrophes(out, known)
}

// owner is how much of a word is a known name, where it ends in an "s" that is owed an
// apostrophe: "noors husband". All of it, if it is a word or a name itself.
func (e *Ear) owner(raw string, known names) int {
	w := plain(raw)
	name, ends := strings.CutSuffix(w, "s")
	if !ends || len(w) != len(raw) || known.class(name)&classKnown == 0 || known.class(w) != 0 || e.class[w] != 0 || e.rank[w] > 0 {
		return len(raw)
	}
	return len(name)
}

// digits is the class of a word that begins with a digit.
func digits(w string) class {
	switch {
	case !digitAt(w, 0):
		return 0
	case strings.Contains(w, ":"):
		return classDigits | classColon
	}
	return classDigits
}

// names are her name, theirs and the names she knows.
type names struct {
	ear   *Ear
	known []string // the words of those she knows, as they were told
	hers  string
	own   string
}

// namesOf are the names of a context; their words are put in a room.
func (e *Ear) namesOf(room []string, in Context) names {
	for _, p := range in.People {
		for w := range strings.FieldsSeq(p) {
			room = append(room, w)
		}
	}
	return names{e, room, in.HerName, in.Own}
}

// class is that of a word in small letters, as a name.
func (n names) class(w string) class {
	for hers := range strings.FieldsSeq(n.hers) {
		if isSmall(w, hers) {
			return classHer
		}
	}
	var kind class
	if w == "samantha" {
		kind = classHer
	}
	if slices.ContainsFunc(n.known, func(name string) bool { return isSmall(w, name) }) && n.ear.class[w]&^classFirstName == 0 {
		kind |= classKnown
	}
	for own := range strings.FieldsSeq(n.own) {
		if isSmall(w, own) && n.ear.class[w]&^classFirstName == 0 && n.ear.rank[w] == 0 {
			kind |= classFirstName
		}
	}
	return kind
}

// isSmall: a word is another in small letters.
func isSmall(w, of string) bool {
	for _, r := range of {
		small, size := utf8.DecodeRuneInString(w)
		if size == 0 || small != unicode.ToLower(r) {
			return false
		}
		w = w[size:]
	}
	return w == ""
}

// sign finds a smiley, an emoji or a sign of a sum at a place in the text.
func (e *Ear) sign(text string, at int) (int, bool) {
	r, size := utf8.DecodeRuneInString(text[at:])
	if isLetter(r) || r == ' ' {
		return 0, false
	}
	for n := min(4, len(text)-at); n > 0; n-- {
		if _, ok := e.short[text[at:at+n]]; ok && (n > size || size > 1 || digitFollows(text, at+n) || text[at] == '%' && at > 0 && digitAt(text, at-1)) {
			return at + n, true
		}
	}
	return 0, false
}

// digitFollows holds for "* 9": a sign alone is a sign of a sum only there.
func digitFollows(text string, at int) bool {
	rest := strings.TrimLeft(text[at:], " ")
	return rest != "" && rest[0] >= '0' && rest[0] <= '9'
}

// wordEnd is where the word that begins at a place ends. A hyphen ends it; an
// apostrophe inside does not, nor the point in 3.5 and the colon in 7:30.
func wordEnd(text string, at int) int {
	var before rune
	for i, r := range text[at:] {
		switch {
		case isLetter(r):
		case isApostrophe(r) && letterAt(text, at+i+utf8.RuneLen(r)):
		case (r == '.' || r == ':') && unicode.IsDigit(before) && digitAt(text, at+i+1):
		default:
			return at + i
		}
		before = r
	}
	return len(text)
}

func isLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9'
	}
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r))
}

func isApostrophe(r rune) bool { return r == '\'' || r == '’' || r == '‘' || r == '`' || r == '´' }

func letterAt(text string, at int) bool {
	r, _ := utf8.DecodeRuneInString(text[at:])
	return isLetter(r)
}

func digitAt(text string, at int) bool {
	return at < len(text) && text[at] >= '0' && text[at] <= '9'
}

func isStop(mark rune) bool { return mark != 0 && mark != ',' }

// markLast notes a mark behind the last word. The strongest of several holds;
// the point of "Dr." is none.
func (e *Ear) markLast(words []word, r rune, text string, next int) {
	if len(words) == 0 {
		return
	}
	last := &words[len(words)-1]
	switch {
	case r == '?' || r == '？':
		last.mark = '?'
	case last.mark == '?', r == '.' && e.lists["abbreviated"].has(last.norm) && last.upper:
	case strings.ContainsRune("!.…;\n。", r) && (next >= len(text) || !letterAt(text, next) || r == '\n'):
		last.mark = '.'
	case last.mark == 0 && strings.ContainsRune(",:()[]{}<>/|~_–—", r):
		last.mark = ','
	case last.mark == 0 && r == '-' && text[next-2] == ' ':
		last.mark = ','
	}
}

// addWord adds what stands between two places: one word, or several if it is a
// short form.
func (e *Ear) addWord(out []word, text string, from, to int) []word {
	raw := plain(text[from:to])
	r, _ := utf8.DecodeRuneInString(text[from:])
	upper := unicode.IsUpper(r) && !shouted(text[from:to])
	start := len(out)
	at := from
	var room [4]string
	for _, part := range e.open(room[:0], raw) {
		end := to
		if rest := strings.ToLower(text[at:to]); strings.HasPrefix(rest, part) && len(rest) == to-at {
			end = at + len(part)
		}
		out = append(out, word{norm: part, from: at, to: end, upper: upper && at == from})
		if end < to {
			at = end
		}
	}
	if len(out) > start {
		out[len(out)-1].to = to
	}
	return out
}

// addShort adds the words a sign stands for.
func (e *Ear) addShort(out []word, text string, from, to int) []word {
	for _, part := range e.short[text[from:to]] {
		out = append(out, word{norm: part, from: from, to: to})
	}
	return out
}

// plain is a word in lower case with a straight apostrophe.
func plain(s string) string {
	return strings.Map(func(r rune) rune {
		if isApostrophe(r) {
			return '\''
		}
		return unicode.ToLower(r)
	}, s)
}

// shoutedLeast is how many letters a word has at the least that is shouted; shorter ones
// in capitals are mostly abbreviations: "the NHS".
const shoutedLeast = 4

// shouted reports whether a word is written in capitals alone. They are for loudness, so
// that they make no name of it: "TWO METRES".
func shouted(text string) bool {
	return utf8.RuneCountInString(text) >= shoutedLeast && text == strings.ToUpper(text)
}
