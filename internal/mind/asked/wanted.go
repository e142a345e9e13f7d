package asked

import (
	"slices"
	"strings"
)

// wanted is a question as a clause is held against it.
type wanted struct {
	Question
	words   []string // as they are, without what leads in and out
	content []string // those that must be found
	verb    string   // the first verb among them
	of      string   // whoever it is of: "i", "she", "maureen"; none where that is asked for
	last    string   // the word a value stands behind: "to"
	suffers bool     // it asks who got something done to them
	able    bool     // it asks what can be done
	aim     bool     // it asks what something is done for: "what are we going to do there"
	ails    bool     // it asks what is wrong with somebody
	dwells  bool     // it asks where the person is, by a verb that says no more
}

// wanted takes a question apart; false if it is none after something told.
func (r *Reader) wanted(question string, w Words) (wanted, bool) {
	q := wanted{Question: r.Question(question), words: r.clauseWords(question, w)}
	if len(q.words) < 2 || !r.in("asks", q.words[0]) || r.any("you", q.words) || r.in("modal", q.words[1]) || r.Beside(q.Question) {
		return q, false
	}
	if q.first("what") && q.Kind == Much {
		q.Kind = Thing // "what did she lend me"
	}
	rest := q.words[1:]
	if said := r.unsaid(rest); len(said) > 2 {
		rest = said
	}
	rest = r.unaimed(&q, rest, w)
	q.able = r.in("able", q.words[1])
	q.of = r.deedOf(q, rest, w)
	if n := len(rest) - 1; n > 0 && (r.in("into", rest[n]) || r.in("bound", rest[n])) {
		q.last = rest[n]
	}
	q.suffers = q.first("who") && len(rest) > 1 && (rest[0] == "got" || rest[0] == "was" || rest[0] == "were") && w.Verb(rest[1])
	q.content = r.contentOf(q, rest)
	q.verb = r.verbOf(q, auxiliary(rest[0]), w)
	if q.Kind == Place && r.in("self", q.of) && r.in("dwell", q.verb) {
		q.dwells, q.verb = true, ""
		q.content = slices.DeleteFunc(q.content, func(v string) bool { return r.in("dwell", v) })
	}
	q.ails = r.in("ailing", q.words[len(q.words)-1]) || len(q.words) > 2 && r.in("ailing", q.words[2])
	return q, len(q.content) > 0 || q.dwells || q.Kind == Trade
}

// first: a question begins with a word.
func (q wanted) first(word string) bool { return q.words[0] == word }

// doer: a question is after whoever, or whatever, does it.
func (q wanted) doer() bool {
	return q.of == "" && (q.first("who") || q.first("what") && q.Kind == Thing && q.Unit == "")
}

// clauseWords are the words of a question, opened, without what leads in and out.
func (r *Reader) clauseWords(question string, w Words) []string {
	var words []string
	for raw := range strings.FieldsSeq(r.Asking(question)) {
		words = append(words, w.Open(raw)...)
	}
	words = r.unlead(words)
	for len(words) > 2 && r.in("tail", words[len(words)-1]) {
		words = words[:len(words)-1]
	}
	return words
}

// unaimed is a question without the "going to" that leads to its verb; "going to do" asks
// what the going is for.
func (r *Reader) unaimed(q *wanted, rest []string, w Words) []string {
	at := slices.Index(rest, "to")
	if at < 1 || at+1 >= len(rest) || rest[at-1] != "going" || !w.Verb(rest[at+1]) && !auxiliary(rest[at+1]) {
		return rest
	}
	if q.aim = rest[at+1] == "do"; q.aim {
		return rest
	}
	return slices.Concat(rest[:at-1], rest[at+1:])
}

// deedOf is whoever a question is of: the first word behind what helps to ask; none where
// that is asked for: "who is coming".
func (r *Reader) deedOf(q wanted, rest []string, w Words) string {
	if len(rest) > 1 && (r.in("self", rest[0]) || r.in("refer", rest[0])) {
		return rest[0] // "do you remember what we bought"
	}
	helper := slices.IndexFunc(rest, func(v string) bool { return auxiliary(v) || r.in("able", v) })
	if helper < 0 || helper > 0 && (q.first("who") || q.first("whose")) {
		return ""
	}
	behind := rest[helper:]
	subject := slices.IndexFunc(behind, func(v string) bool {
		return !auxiliary(v) && !r.in("able", v) && !r.in("article", v) && !r.in("title", v) && v != "not"
	})
	if subject < 0 || behind[subject] == "there" {
		return ""
	}
	does := rest[helper] == "do" || rest[helper] == "does" || rest[helper] == "did"
	of := behind[subject]
	deed := w.Verb(of) || strings.HasSuffix(of, "ing") && q.first("who")
	if does || !deed || w.Name(of) || subject > 0 && r.in("article", behind[subject-1]) {
		return of
	}
	return ""
}

// contentOf are the words of a question that must be found. Where all are slight, and a value
// of a kind is asked for, these must: "up" of "what time do I get up".
func (r *Reader) contentOf(q wanted, rest []string) []string {
	content := r.those(rest, func(v string) bool { return !r.idle(v) && !(r.in("unitonly", v) && (v == q.Unit || q.Kind == When)) })
	if len(content) > 0 || !q.typedOnly() {
		return content
	}
	if adverbs := r.those(rest, func(v string) bool { return r.in("adverb", v) }); len(adverbs) > 0 {
		return adverbs
	}
	return r.those(rest, func(v string) bool { return r.in("light", v) && v != "have" && v != "has" && v != "had" || v == "been" })
}

// those are the words that are so, each once.
func (r *Reader) those(words []string, so func(string) bool) []string {
	var out []string
	for _, v := range words {
		if so(v) && !slices.Contains(out, v) {
			out = append(out, v)
		}
	}
	return out
}

// verbOf is the verb of a question: behind whoever it is of, or first where that is asked for.
func (r *Reader) verbOf(q wanted, helped bool, w Words) string {
	others := slices.DeleteFunc(slices.Clone(q.content), func(v string) bool { return v == q.of || v == q.Unit || v == "not" })
	if i := slices.IndexFunc(others, w.Verb); i >= 0 && (q.of != "" || i == 0) {
		return others[i]
	}
	does := helped && slices.Contains([]string{"did", "do", "does"}, q.words[1]) && len(others) > 0 && r.rightBehind(q, others[0])
	if len(others) > 0 && (q.of == "" || does) && !q.first("whose") {
		return others[0]
	}
	return ""
}

// rightBehind: a word stands right behind whoever a question is of.
func (r *Reader) rightBehind(q wanted, word string) bool {
	at := slices.Index(q.words, word) - 1
	for at > 0 && r.in("softly", q.words[at]) {
		at--
	}
	return at > 0 && q.words[at] == q.of
}

// typedOnly: nothing but a value of its kind would answer a question.
func (q wanted) typedOnly() bool {
	return slices.Contains([]Kind{Many, Much, Age, Long, Since, Place, Who, When, Colour}, q.Kind)
}

// idle: a word of a question that is not looked for.
func (r *Reader) idle(word string) bool {
	for _, set := range []string{"asking", "slight", "self", "refer", "mine", "article", "it", "into", "softly", "span", "unlooked", "theirs", "you", "day", "able"} {
		if r.in(set, word) {
			return true
		}
	}
	return auxiliary(word) || word == "'s"
}
