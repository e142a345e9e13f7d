package asked

import (
	"slices"
	"strings"
)

// Question is one taken apart.
type Question struct {
	Text  string
	Kind  Kind
	Order Order
	Unit  string   // what is counted or chosen: "jars" of "how many jars"
	Rest  []string // its words behind the first ones
	// Follows: it says too little by itself and goes on about the one before.
	Follows bool
	// Points: it has a word for what was just spoken of.
	Points bool
	// Past: it asks how something was or went.
	Past bool
}

// spelled are short forms without their mark, as they are typed.
func spelled(w string) string {
	for _, wh := range []string{"what", "when", "where", "who", "how", "why", "it", "that", "he", "she", "there"} {
		short, ok := strings.CutPrefix(w, wh)
		switch {
		case !ok:
		case short == "'s", short == "s" && wh != "it" && wh != "he":
			return wh + " is"
		case short == "'re", short == "re" && wh != "he" && wh != "there" && wh != "it":
			return wh + " are"
		case short == "d" && wh != "he" && wh != "it" && wh != "who":
			return wh + " did"
		}
	}
	switch w {
	case "wot", "wat", "whta", "waht":
		return "what"
	case "wen", "whn":
		return "when"
	case "wher", "were's", "wheres":
		return "where"
	case "hwo":
		return "how"
	}
	return w
}

// plainWords are the words of a question, short forms opened.
func plainWords(text string) []string {
	words := strings.Fields(strings.ToLower(strings.ReplaceAll(text, "’", "'")))
	out := make([]string, 0, len(words)+2)
	for _, w := range words {
		w = strings.Trim(w, ".,;:!?\"()…")
		if noun, is := strings.CutSuffix(w, "'s"); is && len(out) > 0 && (out[len(out)-1] == "what" || out[len(out)-1] == "which") {
			out = append(out, noun, "is") // "what time's my train"
			continue
		}
		out = slices.AppendSeq(out, strings.FieldsSeq(spelled(w)))
	}
	return out
}

// headOf is the kind of a question by its first words, and how many those are.
func (r *Reader) headOf(words []string) (Kind, int, bool) {
	for _, h := range r.heads {
		if len(words) >= len(h.words) && slices.Equal(words[:len(h.words)], h.words) {
			return h.kind, len(h.words), true
		}
	}
	return "", 0, false
}

// unled is a question without the words that lead up to it.
func (r *Reader) unled(words []string) []string {
	for len(words) > 1 && r.in("lead", words[0]) {
		if _, _, asks := r.headOf(words); asks {
			break
		}
		words = words[1:]
	}
	return words
}

// Question takes a question apart.
func (r *Reader) Question(text string) Question {
	text = r.Asking(text)
	all := plainWords(text)
	words := r.unled(all)
	for len(words) > 1 && r.in("tail", words[len(words)-1]) {
		words = words[:len(words)-1]
	}
	words = r.beforeChange(words)
	q := Question{Text: text}
	words, q.Order = r.turned(words)
	kind, n, ok := r.headOf(words)
	if ok {
		q.Kind = kind
		words = words[n:]
	}
	if len(words) > 0 && r.units(kind) && !r.in("bare", words[0]) && !auxiliary(words[0]) && (kind != Thing || len(words) > 1 && auxiliary(words[1])) {
		q.Unit, words = words[0], words[1:]
	}
	q.Rest = words
	q.Past = slices.ContainsFunc(words, func(w string) bool { return w == "did" || w == "was" || w == "were" || w == "had" })
	q.Kind = r.refine(q)
	q.Rest = r.looked(q)
	words = q.Rest
	q.Points = r.points(q.Rest)
	own := slices.DeleteFunc(slices.Clone(words), func(w string) bool { return r.in("bare", w) || r.in("point", w) || auxiliary(w) })
	led := len(all) > 1 && (all[0] == "and" || all[0] == "or" || all[0] == "what" && all[1] == "about")
	q.Follows = len(own) == 0 && q.Unit == "" || q.Kind == "" && led && len(own) <= 2
	return q
}

// beforeChange is a question with "before" at its end for "before they moved it".
func (r *Reader) beforeChange(words []string) []string {
	at := slices.Index(words, "before")
	if at < 0 || at+2 >= len(words) || !r.in("point", words[at+1]) && words[at+1] != "i" && words[at+1] != "we" || !r.any("change", words[at+2:]) {
		return words
	}
	return words[:at+1]
}

// Around are other ways to ask of somebody who is named by what they are to others:
// "my brother's wife" for "my sister-in-law".
func (r *Reader) Around(question string) []string {
	var out []string
	for _, w := range plainWords(question) {
		for _, other := range r.others[strings.TrimSuffix(w, "'s")] {
			out = append(out, strings.Replace(strings.ToLower(question), strings.TrimSuffix(w, "'s"), other, 1))
		}
	}
	return out
}

// points: a word is for what was just spoken of; "is there" is none.
func (r *Reader) points(words []string) bool {
	for i, w := range words {
		if r.in("point", w) && !(w == "there" && i > 0 && auxiliary(words[i-1])) {
			return true
		}
	}
	return false
}

// units: questions of a kind name what is counted or chosen behind their first word.
func (r *Reader) units(k Kind) bool { return k == Much || k == Many || k == Thing }

// auxiliary: a verb that only helps to ask.
func auxiliary(w string) bool {
	return slices.Contains([]string{"do", "does", "did", "is", "are", "was", "were", "has", "have", "had", "will", "would", "can", "could", "should", "am", "be", "been", "being", "doing"}, w)
}

// turned is a question without the words that say which value it is after.
func (r *Reader) turned(words []string) ([]string, Order) {
	order := Newest
	for _, t := range r.turns {
		for at := len(words) - len(t.words); at >= 0; at-- {
			if !slices.Equal(words[at:at+len(t.words)], t.words) || !r.placed(t, words, at) {
				continue
			}
			words = slices.Concat(words[:at], words[at+len(t.words):])
			if order == Newest {
				order = t.order
			}
			break
		}
	}
	return words, order
}

// placed: a phrase says which value is meant where it stands: "at first" anywhere,
// "first" behind its verb, and not in "his first name"; "before" at the end, and not in
// "before the bakery".
func (r *Reader) placed(t turn, words []string, at int) bool {
	end := at+len(t.words) == len(words)
	switch t.order {
	case First:
		return t.words[0] != "first" || end || auxiliary(words[at+1]) || words[at+1] == "meant" || words[at+1] == "supposed" || words[at+1] == "be"
	case Last:
		return end || at > 0 && r.in("midway", t.words[0])
	}
	return end
}

// refine is the kind of a question by more than its first words.
func (r *Reader) refine(q Question) Kind {
	switch q.Kind {
	case Thing:
		last := ""
		if n := len(q.Rest); n > 0 {
			last = q.Rest[n-1]
		}
		switch {
		case q.Unit == "" && r.likens(q.Rest):
			return Likened
		case q.Unit == "" && r.promises(q.Rest):
			return Promise
		case q.Unit == "" && r.any("price", q.Rest), last == "for" && slices.ContainsFunc(q.Rest, func(w string) bool {
			return strings.HasPrefix(w, "s") && (w == "sell" || w == "sold") || w == "buy" || w == "bought"
		}):
			return Much
		case q.Unit == "" && (last == "called" || last == "named") && len(q.Rest) > 1:
			return Name
		case q.Unit == "" && slices.ContainsFunc(q.Rest, func(w string) bool { return w == "name" || w == "surname" || w == "names" }):
			return Name
		case q.Unit == "" && len(q.Rest) > 2 && (last == "do" || strings.HasSuffix(strings.Join(q.Rest, " "), " do for a living") || strings.HasSuffix(strings.Join(q.Rest, " "), " do for work")) && (q.Rest[0] != "did" || q.Order == Before):
			return Trade
		}
	case Many, Much:
		if q.Unit == "money" {
			return Much
		}
	}
	return q.Kind
}

// After is a question that stands on another one: what it does not say itself it has
// from that.
func (q Question) After(before Question) Question {
	bare := q.Kind == Thing && q.Unit == "" && !slices.ContainsFunc(q.Rest, func(w string) bool { return w != "it" && w != "that" && !auxiliary(w) })
	if q.Kind == "" || bare && before.Kind != "" && (q.Order != Newest || before.Kind == Much) {
		q.Kind = before.Kind
		if q.Unit == "" {
			q.Unit = before.Unit
		}
	}
	if q.Kind == Trade && before.Kind == Trade && q.Order == Newest {
		q.Order = before.Order
	}
	return q
}

// Priced: a word only says that a sum is asked for.
func (r *Reader) Priced(word string) bool { return r.in("price", word) }

// Main are the verbs of a question that say something only together with the rest of
// it, in all their forms: "get" of "what did she get".
func (r *Reader) Main(q Question) []string {
	var out []string
	for i, w := range q.Rest {
		if w == "be" && i == len(q.Rest)-1 && i > 1 {
			out = append(out, w)
		}
		if r.in("main", w) && !(auxiliary(w) && i == 0) && !(w == "do" && i == len(q.Rest)-1) {
			out = append(out, w)
		}
	}
	return out
}

// OfDay: a word is only of a time.
func (r *Reader) OfDay(word string) bool { return r.in("day", word) || r.in("span", word) }

// Course: a question is after how what was just spoken of went, or what became of it.
func (r *Reader) Course(q Question) bool {
	if q.Kind != Thing || q.Unit != "" {
		return false
	}
	went := []string{"go", "went", "gone", "happened", "happen", "turn", "out", "end", "up", "became", "become"}
	goes := func(w string) bool { return slices.Contains(went, w) }
	other := func(w string) bool {
		return !goes(w) && !auxiliary(w) && w != "it" && w != "that" && w != "with" && w != "to" && w != "of"
	}
	return slices.ContainsFunc(q.Rest, goes) && !slices.ContainsFunc(q.Rest, other)
}

// Relative: words name a day from the one on which they are said.
func (r *Reader) Relative(words string) bool {
	for _, w := range plainWords(words) {
		if w == "yesterday" || w == "tomorrow" || w == "today" || w == "tonight" || strings.HasSuffix(w, "day") || w == "night" || w == "ago" {
			return true
		}
	}
	return false
}

// May reports whether a telling could answer a question at all: it has a value of the
// kind that is asked for, or, where none would tell, holds much of the question.
func (r *Reader) May(q Question, sought []Sought, t Telling, w Words) bool {
	p := placeOf(t)
	words := p.words
	switch {
	case len(words) == 0:
		return false
	case q.Kind == When && q.Past, q.Kind == Why:
		return true
	case r.typed(q.Kind):
		if (q.Kind == Place || q.Kind == Trade) && r.byAnother(q, r.holds(sought, p, 0, 0, w), words, w) {
			return false
		}
		_, sure := r.nearest(q, r.values(q, words, w), 0, len(words), holding{}, sought, words, w)
		return sure > 0
	}
	for s := 0; s <= words[len(words)-1].sentence; s++ {
		h := r.holds(sought, p, s, leastMay, w)
		if !h.none && h.share >= leastMay && !r.byAnother(q, h, words, w) && r.chosen(q, h, words, w) {
			return true
		}
	}
	return false
}

// leastMay is how much of a question a telling must hold that may answer it.
const leastMay = 0.3

// Single: a question is after one value, and not after all that was told.
func (r *Reader) Single(q Question) bool {
	switch q.Kind {
	case Name:
		return slices.Contains(q.Rest, "is") || slices.Contains(q.Rest, "was") || strings.HasPrefix(q.Text, "what's") || strings.Contains(strings.ToLower(q.Text), "whats ")
	case Much, Many, Long, Age, Colour:
		return true
	}
	return false
}

// Holds reports whether a telling, or what was told beside it, has one of some words.
func (r *Reader) Holds(words []string, t Telling, w Words) bool {
	return slices.ContainsFunc(plainWords(t.Text+" "+t.Beside), func(b string) bool {
		return slices.ContainsFunc(words, func(a string) bool { return w.Same(a, bareWord(b)) > 0 })
	})
}

// Pale: a word of a question only tells one of several apart: "the new one".
func (r *Reader) Pale(q Question, word string) bool {
	return r.in("pale", word) && slices.Contains(q.Rest, "one")
}

// Whose: a question is after an owner, and its verb is only how it is put: "whose van
// am I using".
func (r *Reader) Whose(q Question) bool { return slices.Contains(plainWords(q.Text), "whose") }

// Over: what a sentence tells of is over by its verb: "was born on Friday".
func (r *Reader) Over(sentence string) bool {
	words := plainWords(sentence)
	ahead := func(w string) bool { return r.in("ahead", w) || strings.HasSuffix(w, "'ll") }
	return r.any("over", words) && !slices.ContainsFunc(words, ahead)
}

// Typed: an answer to a question must have a value: a sum, a day, somebody.
func (r *Reader) Typed(q Question) bool { return q.Kind != "" && r.typed(q.Kind) }
