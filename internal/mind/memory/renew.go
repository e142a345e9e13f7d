package memory

import (
	"slices"
	"strings"

	"samantha"
)

// renewing is how what was said once is replaced by what is said later.
type renewing struct {
	not, now, past     map[string]bool
	is, mends, present []string
	owns, turns        phrases
}

// read takes one line of renew.txt.
func (r *renewing) read(line samantha.Line) error {
	kind, rest, _ := strings.Cut(line.Text, " ")
	rest = strings.TrimSpace(rest)
	set := map[string]map[string]bool{"not": r.not, "now": r.now, "past": r.past}[kind]
	switch {
	case rest == "":
	case kind == "is":
		r.is = append(r.is, " "+rest+" ")
		return nil
	case kind == "mends":
		r.mends = append(r.mends, key(rest)+" ")
		return nil
	case kind == "owns":
		r.owns.add(key(rest))
		return nil
	case kind == "turns":
		r.turns.add(key(rest))
		return nil
	case kind == "present":
		r.present = append(r.present, " "+key(rest)+" ")
		return nil
	case set != nil:
		for _, w := range strings.Fields(rest) {
			set[w] = true
		}
		return nil
	}
	return line.Bad("want: not, is, mends, owns, turns, present, now or past, and words")
}

// asksNow reports whether a question asks how something is, and not how it was: it
// names nobody, so that it is after something of the person's, or says so in a word,
// which makes it sure.
func (r *renewing) asksNow(question string) (now, surely bool) {
	_, surely = r.cutPresent(question)
	for w := range wordsIn(question) {
		if r.past[w] {
			return false, false
		}
		surely = surely || r.now[w]
	}
	return surely || len(namesIn(question)) == 0, surely
}

// cutPresent takes the phrases out of a question that say that it is after how something
// is now, "these days": they are no words to look for.
func (r *renewing) cutPresent(question string) (rest string, found bool) {
	q := " " + key(question) + " "
	for _, p := range r.present {
		if strings.Contains(q, p) {
			q, found = strings.ReplaceAll(q, p, " "), true
		}
	}
	if !found {
		return question, false
	}
	return q, true
}

// mend reports whether a text, by its key, puts right what was said just before it.
func (r *renewing) mend(key string) bool {
	return slices.ContainsFunc(r.mends, func(m string) bool { return strings.HasPrefix(key+" ", m) })
}

// turn reports whether a text says that something is otherwise from now on.
func (r *renewing) turn(text string) bool { return r.turns.in(key(text)) }

// phrases are phrases by their first word: every memory is looked at for them once.
type phrases map[string][]string

func (p phrases) add(phrase string) {
	first, _, _ := strings.Cut(phrase, " ")
	p[first] = append(p[first], phrase+" ")
}

// in reports whether one of the phrases stands in a key.
func (p phrases) in(key string) bool {
	for rest := key + " "; rest != ""; {
		first, after, _ := strings.Cut(rest, " ")
		if slices.ContainsFunc(p[first], func(phrase string) bool { return strings.HasPrefix(rest, phrase) }) {
			return true
		}
		rest = after
	}
	return false
}

// takenBack is how many words after a "not" are taken back.
const takenBack = 5

// denied are the words of a text that it takes back, saying what is so instead:
// "it isn't Tuesday, it's Thursday".
func (r *renewing) denied(text string) []string {
	words := slices.Collect(wordsIn(text))
	if !slices.ContainsFunc(words, func(w string) bool { return r.not[w] }) || !r.asserts(words) {
		return nil
	}
	var out []string
	for _, sentence := range samantha.Sentences(text) {
		left := 0
		for w := range wordsIn(sentence) {
			if left > 0 {
				out = append(out, w)
				left--
			}
			if r.not[w] {
				left = takenBack
			}
		}
	}
	return out
}

// asserts reports whether words say what is so, with no "not" right before or
// after it.
func (r *renewing) asserts(words []string) bool {
	text := " " + strings.Join(words, " ") + " "
	return slices.ContainsFunc(r.is, func(is string) bool {
		rest := text
		for {
			before, after, ok := strings.Cut(rest, is)
			if !ok {
				return false
			}
			next, _, _ := strings.Cut(after, " ")
			if !r.not[before[strings.LastIndexByte(before, ' ')+1:]] && !r.not[next] {
				return true
			}
			rest = " " + after
		}
	})
}
