package voice

import (
	_ "embed"
	"regexp"
	"strings"
	"unicode/utf8"

	"samantha"
)

// What is written and what is read aloud differ. Three files say how, in the
// order in which they are asked: signs and figures, letters of other
// alphabets, words that the engine says wrongly.
var (
	//go:embed en/signs.txt
	signsText string
	//go:embed en/letters.txt
	lettersText string
	//go:embed en/words.txt
	wordsText string
)

// reader knows how a text is read aloud.
type reader struct {
	signs   []sign
	letters *strings.Replacer
	words   map[string]word
}

// sign is something written that is read as something else.
type sign struct {
	written *regexp.Regexp
	read    string
}

// eachDigit stands in signs.txt for the figures of a match one by one.
const eachDigit = "(digits)"

func (s sign) replace(text string) string {
	if s.read == eachDigit {
		return s.written.ReplaceAllStringFunc(text, spelled)
	}
	return s.written.ReplaceAllString(text, " "+s.read+" ")
}

// spelled says each digit alone, and the groups one after the other.
func spelled(number string) string {
	var b strings.Builder
	digit := false
	for _, c := range number {
		switch {
		case c >= '0' && c <= '9':
			b.WriteString(" " + string(c))
		case digit:
			b.WriteString(", ")
		default:
			b.WriteRune(c)
		}
		digit = c >= '0' && c <= '9'
	}
	return b.String()
}

// word is one word as the engine gets it, with the punctuation that follows.
type word struct {
	text  string // letters, digits and the few marks of [mark]
	after string
	sound string // how it sounds, in flite's phones; "": as the engine reads it
}

func newReader() (*reader, error) {
	r := &reader{words: map[string]word{}}
	for _, read := range []func() error{r.readSigns, r.readLetters, r.readWords} {
		if err := read(); err != nil {
			return nil, err
		}
	}
	return r, nil
}

func (r *reader) readSigns() error {
	return pairs("en/signs.txt", signsText, func(l samantha.Line, written, read string) error {
		pattern, err := regexp.Compile(written)
		if err != nil {
			return l.Bad("%v", err)
		}
		r.signs = append(r.signs, sign{pattern, read})
		return nil
	})
}

func (r *reader) readLetters() error {
	var swaps []string
	err := pairs("en/letters.txt", lettersText, func(_ samantha.Line, written, read string) error {
		for _, letter := range strings.Split(written, "") {
			swaps = append(swaps, letter, read)
		}
		return nil
	})
	r.letters = strings.NewReplacer(swaps...)
	return err
}

func (r *reader) readWords() error {
	return pairs("en/words.txt", wordsText, func(l samantha.Line, written, read string) error {
		if phones, ok := strings.CutPrefix(read, "["); ok {
			r.words[written] = word{text: written, sound: strings.TrimSuffix(phones, "]")}
			return nil
		}
		r.words[written] = word{text: read}
		return nil
	})
}

// pairs are the lines of a file, each cut at its arrow.
func pairs(file, text string, each func(l samantha.Line, written, read string) error) error {
	for _, l := range samantha.Lines(file, text) {
		if l.Text == "" {
			continue
		}
		written, read, ok := strings.Cut(l.Text, "->")
		if !ok || strings.TrimSpace(written) == "" {
			return l.Bad("a line is WRITTEN -> READ")
		}
		if err := each(l, strings.TrimSpace(written), strings.TrimSpace(read)); err != nil {
			return err
		}
	}
	return nil
}

// aloud is a clause word by word, as it is read; none if there is nothing to
// be said. Whatever stands in the clause, the words hold nothing that means
// anything to the engine but their sound.
func (r *reader) aloud(clause string) []word {
	for _, s := range r.signs {
		clause = s.replace(clause)
	}
	var words []word
	for _, field := range strings.Fields(sayable(r.letters.Replace(clause))) {
		w, ok := cut(field)
		if !ok {
			if len(words) > 0 && words[len(words)-1].after == "" {
				words[len(words)-1].after = w.after
			}
			continue
		}
		if known, ok := r.words[strings.ToLower(w.text)]; ok {
			w.text, w.sound = known.text, known.sound
		}
		words = append(words, w)
	}
	return words
}

// marks are what may stand in a word beside letters and digits, and what may
// follow it.
const (
	marks = "'.,:%$-"
	stops = ".,:!?"
)

// sayable leaves letters, digits and marks, and puts a space for the rest.
func sayable(text string) string {
	return strings.Map(func(c rune) rune {
		if alphanumeric(c) || strings.ContainsRune(marks+stops, c) {
			return c
		}
		return ' '
	}, text)
}

func alphanumeric(c rune) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
}

// longestWord is where a string of letters is no word any more; the rest of it
// is left out.
const longestWord = 30

// cut parts a word from the punctuation that follows it; ok is false if no
// word is left.
func cut(field string) (w word, ok bool) {
	text := strings.TrimLeft(field, "'.,:!?%-")
	bare := strings.TrimRight(text, "'.,:!?$-")
	if i := strings.IndexFunc(bare, alphanumeric); i < 0 {
		return word{after: lastStop(field)}, false
	}
	after := lastStop(text[len(bare):])
	return word{text: shortened(bare), after: after}, true
}

// lastStop is the strongest of some punctuation, as the engine knows it.
func lastStop(text string) string {
	for _, stop := range []string{"?", "!", ".", ":", ","} {
		if strings.Contains(text, stop) {
			return stop
		}
	}
	return ""
}

func shortened(text string) string {
	if len(text) <= longestWord {
		return text
	}
	return text[:longestWord]
}

// endOf is the mark a clause ends with: one of . , ; : ! ? — … or 0. Quotes and
// brackets behind it do not count.
func endOf(clause string) rune {
	clause = strings.TrimRight(clause, " \t\n\"'”’»)]*_")
	if strings.HasSuffix(clause, "...") {
		return '…'
	}
	last, _ := utf8.DecodeLastRuneInString(clause)
	switch last {
	case '.', ',', ';', ':', '!', '?', '—', '…':
		return last
	case '–':
		return '—'
	}
	return 0
}
