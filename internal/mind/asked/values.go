package asked

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// token is one word of a telling: as it stands, and as it is compared.
type token struct {
	raw, word string
	sentence  int
	capital   bool // it has a capital, and does not begin the sentence
}

// tokens are the words of a telling; a sentence ends at its mark.
func tokens(text string) []token {
	out := make([]token, 0, strings.Count(text, " ")+1)
	sentence, first := 0, true
	for raw := range strings.FieldsSeq(text) {
		word := compared(raw)
		letter, _ := utf8.DecodeRuneInString(strings.TrimLeft(raw, "\"'(“"))
		out = append(out, token{raw: raw, word: word, sentence: sentence, capital: !first && unicode.IsUpper(letter) && word != "i"})
		first = false
		if strings.ContainsAny(raw[len(raw)-1:], ".!?") {
			sentence, first = sentence+1, true
		}
	}
	return out
}

// compared is a word of a telling as it is compared.
func compared(raw string) string {
	return strings.ReplaceAll(strings.ToLower(strings.Trim(raw, ".,;:!?\"()…'’“”")), "’", "'")
}

// numeric: digits, and no point behind them.
func numeric(w string) bool {
	_, err := strconv.Atoi(strings.TrimSuffix(w, "."))
	return err == nil && !strings.HasSuffix(w, ".")
}

// Value is what of a telling answers: its words from and to, and how plainly it is of
// the kind, 0..1.
type Value struct {
	From, To int
	Sure     float64
}

// number: a word that counts, 0 if it is none, 1 if it is a plain one.
func (r *Reader) number(t token) bool {
	w := strings.TrimLeft(t.word, "€$£")
	if r.in("number", w) {
		return true
	}
	if tens, ones, ok := strings.Cut(w, "-"); ok && r.in("number", tens) && r.in("number", ones) {
		return true
	}
	w = strings.TrimRight(strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(w, "kg"), "km"), "k"), "€$£%")
	_, err := strconv.ParseFloat(strings.ReplaceAll(w, ",", ""), 64)
	return err == nil
}

// values are those of a kind among the words of a telling.
func (r *Reader) values(q Question, words []token, w Words) []Value {
	switch q.Kind {
	case Long:
		return append(r.amounts(q, words, w), r.untils(words)...)
	case Much, Many, Age, Often:
		return r.amounts(q, words, w)
	case When, Since:
		return r.days(q, words)
	case Colour:
		return r.listed("colour", words, 1)
	case Feeling:
		return r.feelings(words, w)
	case Likened:
		return append(r.likenings(words), r.feelings(words, w)...)
	case Promise:
		return r.vows(words)
	case Source:
		return r.listed("news", words, 0)
	case Why:
		return r.listed("reason", words, 0)
	case Place:
		return r.places(words, w)
	case Who:
		return r.people(words, w)
	case Name:
		return r.names(words, w)
	case Trade:
		return r.trades(words)
	}
	return nil
}

// amounts are the numbers that may be what is counted.
func (r *Reader) amounts(q Question, words []token, w Words) []Value {
	var out []Value
	for at := 0; at < len(words); at++ {
		if !r.number(words[at]) {
			if q.Kind == Long && (words[at].word == "a" || words[at].word == "an" || words[at].word == "all" || words[at].word == "whole") && at+1 < len(words) && r.in("span", words[at+1].word) {
				out = append(out, Value{at, at + 2, 0.8})
			}
			continue
		}
		end := at + 1
		for end < len(words) && r.number(words[end]) && !strings.HasSuffix(words[end-1].raw, ",") && words[end].sentence == words[at].sentence {
			end++
		}
		for end+1 < len(words) && words[end].word == "and" && (words[end-1].word == "hundred" || words[end-1].word == "thousand") && r.number(words[end+1]) {
			end += 2 // "seven hundred and eighty"
		}
		if v := r.amount(q, words, at, end, w); v.Sure > 0 {
			out = append(out, v)
		}
		at = end - 1
	}
	return out
}

// around is a number, and the words around it.
type around struct {
	Value
	before, number, next, after string
	spanned, dated, paid        bool // a length of time; a day; a sum of money
	one                         bool // it is a single word
}

// around is the number from at to end among its neighbours.
func (r *Reader) around(words []token, at, end int) around {
	n := around{Value: Value{From: at, To: end}, number: words[at].word, one: end == at+1}
	if at > 0 {
		n.before = words[at-1].word
	}
	goesOn := !strings.HasSuffix(words[end-1].raw, ",") // what stands behind a comma is no unit
	if goesOn && end < len(words) && words[end].sentence == words[at].sentence {
		n.next = words[end].word
	}
	if goesOn && end+1 < len(words) && words[end+1].sentence == words[at].sentence {
		n.after = words[end+1].word
	}
	n.spanned = r.in("span", n.next)
	n.dated = r.in("day", n.next) && !n.spanned && n.next != "today" || r.in("day", n.before) && n.before != "may" || r.in("clock", n.next) || (n.next == "of" || n.next == "in" || n.next == "on") && r.in("day", n.after)
	n.paid = r.in("money", n.next) || strings.ContainsAny(words[at].raw, "€$£")
	return n
}

// amount weighs the number from at to end as what a question counts.
func (r *Reader) amount(q Question, words []token, at, end int, w Words) Value {
	n := r.around(words, at, end)
	once := n.one && (n.number == "once" || n.number == "twice")
	if once && q.Kind != Often && q.Unit != "times" || n.one && n.number == "one" && (q.Kind == Much || q.Kind == Age) {
		return Value{}
	}
	switch q.Kind {
	case Age:
		return r.age(n)
	case Long:
		return r.length(n, words)
	case Often:
		if n.next == "times" || once {
			n.Sure, n.To = 1, min(end+1, len(words))
		}
	case Much:
		return r.sum(q, n)
	case Many:
		return r.count(q, n, words, w)
	}
	return n.Value
}

// age weighs a number as how old somebody is.
func (r *Reader) age(n around) Value {
	switch {
	case n.next == "years" || n.next == "year" || n.next == "yrs":
		n.Sure, n.To = 1, n.To+1
	case n.one && !n.paid && !n.dated && !n.spanned && r.ages(n.before, n.next):
		n.Sure = 0.9
	}
	return n.Value
}

// length weighs a number as how long something is or was: "one hour 24" is one.
func (r *Reader) length(n around, words []token) Value {
	if !n.spanned || n.after == "ago" || strings.HasPrefix(n.next, "year") && n.after == "old" {
		return n.Value
	}
	n.Sure, n.To = 1, n.To+1
	if n.To < len(words) && r.number(words[n.To]) && n.after != "" {
		n.To++
	}
	return n.Value
}

// sum weighs a number as a sum of money, or as so much of a thing.
func (r *Reader) sum(q Question, n around) Value {
	alone := n.next == "" || r.in("per", n.next) || r.in("into", n.next) || r.in("sum", n.next) || r.in("joint", n.next)
	switch {
	case n.paid:
		n.Sure = 1
		if r.in("money", n.next) {
			n.To++
		}
	case n.dated || n.spanned || strings.HasSuffix(n.number, "th") || r.in("clock", n.before):
	case q.Unit != "":
		n.Sure = 0.8
		if n.next != "" && !r.in("into", n.next) && !r.in("point", n.next) && !r.in("joint", n.next) {
			n.To++
		}
	case alone:
		n.Sure = 0.7
		if r.in("sum", n.before) {
			n.Sure = 0.9
		}
		if r.in("per", n.next) && n.after != "" {
			n.To += 2
		}
	case r.in("sum", n.before):
		n.Sure = 0.5
	}
	return n.Value
}

// count weighs a number as how many there are of what a question counts.
func (r *Reader) count(q Question, n around, words []token, w Words) Value {
	alone := n.next == "" || r.in("into", n.next) || r.in("point", n.next)
	switch {
	case n.dated:
	case q.Unit == "times" && (n.next == "times" || n.number == "twice" || n.number == "once"):
		n.Sure, n.To = 1, min(n.To+1, len(words))
	case q.Unit == "times" && (alone || n.next == "and"):
		n.Sure = 0.7
	case q.Unit != "" && w.same(n.next, q.Unit):
		n.Sure, n.To = 1, n.To+1
	case q.Unit != "" && w.same(n.after, q.Unit):
		n.Sure, n.To = 1, n.To+2
	case q.Unit != "" && r.near(words, n.From, q.Unit, w):
		n.Sure = 0.6
	case q.Unit == "" && !n.paid:
		n.Sure = 0.8
		if !alone {
			n.To++
		}
	case q.Unit != "" && alone && !n.paid:
		n.Sure = 0.45
	}
	return n.Value
}

// ages: what stands around a number that is an age.
func (r *Reader) ages(before, next string) bool {
	if before == "turned" || before == "turns" || before == "aged" || before == "turning" || before == "been" {
		return true
	}
	if next != "" && !r.in("point", next) && !r.in("day", next) && next != "and" && next != "but" && next != "so" && next != "now" && next != "in" && next != "when" {
		return false
	}
	switch before {
	case "is", "was", "im", "i'm", "am", "are", "hes", "he's", "shes", "she's", "theyre", "they're", "turned", "turns", "turning", "aged", "like", "about", "nearly", "almost", "only", "just", "be", "age", "already", "":
		return true
	}
	return strings.HasSuffix(before, "'s") || strings.HasSuffix(before, "s") && len(before) > 3 || next == "" && before != "of"
}

// near: the unit stands in the sentence of a word, a few words before or behind.
func (r *Reader) near(words []token, at int, unit string, w Words) bool {
	for i := max(0, at-4); i < min(len(words), at+5); i++ {
		if words[i].sentence == words[at].sentence && w.same(words[i].word, unit) {
			return true
		}
	}
	return false
}

// days are the words by which a telling says when.
func (r *Reader) days(q Question, words []token) []Value {
	var out []Value
	for i, t := range words {
		switch {
		case r.in("day", t.word) && !(t.word == "may" && i > 0 && (words[i-1].word == "i" || words[i-1].word == "you" || words[i-1].word == "it")) && t.word != "sun" && t.word != "mar" && t.word != "sat" && t.word != "wed":
			out = append(out, Value{i, i + 1, 1})
		case dayth(t.word), r.ordinalDay(words, i):
			out = append(out, Value{i, i + 1, 1})
		case len(t.word) == 4 && (strings.HasPrefix(t.word, "19") || strings.HasPrefix(t.word, "20")) && numeric(t.word):
			out = append(out, Value{i, i + 1, 0.9})
		case r.in("clock", t.word) && t.word != "am" && i+1 < len(words) && r.number(words[i+1]):
			out = append(out, Value{i, i + 2, 0.9})
		case t.word == "at" && i+1 < len(words) && r.number(words[i+1]) && (i+2 == len(words) || !r.in("money", words[i+2].word)):
			out = append(out, Value{i, i + 2, 0.8})
		case (t.word == "last" || t.word == "next" || t.word == "this") && i+1 < len(words) && r.in("span", words[i+1].word), t.word == "ago", t.word == "weekend":
			out = append(out, Value{i, i + 1, 0.8})
		case q.Kind == Since && t.word == "since":
			out = append(out, Value{i, i + 1, 1})
		}
	}
	return out
}

// untils are the days up to which something lasts: "till Sunday".
func (r *Reader) untils(words []token) []Value {
	var out []Value
	for i := 0; i+1 < len(words); i++ {
		if r.in("until", words[i].word) && words[i+1].sentence == words[i].sentence && (r.in("day", words[i+1].word) || dayth(words[i+1].word)) {
			out = append(out, Value{i, i + 2, 0.9})
		}
	}
	return out
}

// dayth: "18th".
func dayth(w string) bool {
	for _, end := range []string{"st", "nd", "rd", "th"} {
		if n, ok := strings.CutSuffix(w, end); ok && numeric(n) {
			return true
		}
	}
	return false
}

// listed are words of a set.
func (r *Reader) listed(set string, words []token, span int) []Value {
	var out []Value
	for i, t := range words {
		if r.in(set, t.word) {
			out = append(out, Value{i, i + span, 1})
		}
	}
	return out
}

// places are words for where something is.
func (r *Reader) places(words []token, w Words) []Value {
	var out []Value
	for i := 0; i+1 < len(words); i++ {
		next := words[i+1]
		if !r.in("into", words[i].word) || words[i+1].sentence != words[i].sentence || r.number(next) || r.in("day", next.word) || r.in("span", next.word) || r.in("point", next.word) || w.Name(bareWord(next.word)) {
			continue
		}
		sure := 0.6
		if next.capital {
			sure = 1
		}
		out = append(out, Value{i + 1, i + 2, sure})
	}
	return out
}

// people are words for somebody.
func (r *Reader) people(words []token, w Words) []Value {
	var out []Value
	for i, t := range words {
		word := strings.TrimSuffix(strings.TrimSuffix(t.word, "'s"), "’s")
		switch {
		case w.Name(word):
			out = append(out, Value{i, i + 1, 1})
		case r.in("somebody", word):
			out = append(out, Value{i, i + 1, 0.9})
		case t.capital && !r.in("day", t.word):
			out = append(out, Value{i, i + 1, 0.6})
		}
	}
	return out
}

// names are words by which a telling says what something is called.
func (r *Reader) names(words []token, w Words) []Value {
	var out []Value
	for i, t := range words {
		switch {
		case r.in("naming", bareWord(t.word)):
			out = append(out, Value{i, i + 1, 1})
		case w.Name(bareWord(t.word)), t.capital && !r.in("day", t.word) && (i == 0 || !r.in("into", words[i-1].word)):
			out = append(out, Value{i, i + 1, 0.5})
		}
	}
	return out
}

// trades are words by which a telling says what somebody does.
func (r *Reader) trades(words []token) []Value {
	var out []Value
	for i, t := range words {
		is := strings.HasSuffix(t.word, "'s") || t.word == "is" || t.word == "im" || t.word == "i'm" || t.word == "hes" || t.word == "shes" || t.word == "as"
		switch {
		case r.in("trade", t.word) && (i == 0 || !slices.Contains([]string{"off", "at", "to", "from", "after", "for", "my", "the", "about"}, words[i-1].word)):
			out = append(out, Value{i, i + 1, 1})
		case is && i+1 < len(words) && (words[i+1].word == "a" || words[i+1].word == "an"):
			out = append(out, Value{i, i + 1, 0.9})
		case is && i+1 < len(words) && (words[i+1].word == "on" || strings.HasSuffix(words[i+1].word, "ing")):
			out = append(out, Value{i, i + 1, 0.6})
		}
	}
	return out
}
