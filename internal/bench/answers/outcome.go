package answers

import (
	"slices"
	"strings"

	"samantha"
	"samantha/internal/bench/lives"
)

// given is what somebody who asks is given, by her or by a search box.
type given struct {
	said   string // as [key] writes it
	claims bool   // to have what was asked for
	near   bool   // says that it quotes no more than the nearest
	none   bool   // says that it is not there
}

// hersOf is what a reply of hers gives.
func hersOf(r *samantha.Reply) given {
	g := given{said: key(r.Text)}
	for _, m := range r.Heard.Words.Intent.Moves {
		none := slices.Contains(noAnswer(), m.Act)
		g.claims = g.claims || strings.HasPrefix(m.Act, "answer.") && !none
		g.near = g.near || m.Act == samantha.DoNearest
		g.none = g.none || none
	}
	return g
}

// outcome says what is given to a question.
func outcome(l *lives.Life, q *lives.Question, g given) string {
	if q.Abstain {
		owner := key(q.Whose)
		if !g.claims || owner != "" && has(g.said, owner) {
			return Right
		}
		return False
	}
	switch {
	case !holds(g.said, q) && !quotes(l, q, g.said):
		if !g.claims && g.none {
			return Withheld
		}
		return Beside
	case g.near:
		return Near
	}
	return Right
}

// noAnswer are the acts of answering that claim nothing.
func noAnswer() []string {
	return []string{samantha.DoNothing, samantha.DoNearest, samantha.DoGone, samantha.DoNoneOpen}
}

// holds reports whether an accepted answer stands in what was said; of an answer
// that is a list, half of its items.
func holds(said string, q *lives.Question) bool {
	for _, short := range append(q.Accept, q.Answer) {
		if want := key(short); want != "" && has(said, bare(want)) {
			return true
		}
	}
	items := strings.Split(q.Answer, ",")
	if q.Kind != "list" || len(items) < 2 {
		return false
	}
	found := 0
	for _, item := range items {
		if words := strings.Fields(key(item)); slices.ContainsFunc(words, func(w string) bool { return len(w) > 4 && has(said, w) }) {
			found++
		}
	}
	return 2*found >= len(items)
}

// bare is an answer without the little words it begins with.
func bare(answer string) string {
	for _, little := range []string{"the ", "a ", "an ", "his ", "her ", "their ", "my ", "your ", "in ", "on ", "at ", "to "} {
		answer = strings.TrimPrefix(answer, little)
	}
	return answer
}

// quoted is how many words in a row are a quotation.
const quoted = 5

// quotes reports whether what was said holds words of a turn that answers: so many
// in a row, or all of a shorter one.
func quotes(l *lives.Life, q *lives.Question, said string) bool {
	for _, i := range q.Evidence {
		words := strings.Fields(key(l.Turns[i].Text))
		n := min(quoted, len(words))
		for at := 0; n > 0 && at+n <= len(words); at++ {
			if has(said, strings.Join(words[at:at+n], " ")) {
				return true
			}
		}
	}
	return false
}

// has reports whether words stand in others, as whole words.
func has(said, words string) bool {
	return strings.Contains(" "+said+" ", " "+words+" ")
}

// key is what texts are compared by.
func key(text string) string { return samantha.SentenceKey(text) }
