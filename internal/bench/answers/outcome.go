package answers

import (
	"slices"
	"strings"

	"samantha"
	"samantha/internal/bench/lives"
)

// outcome says what a reply is to a question.
func outcome(l *lives.Life, q *lives.Question, r *samantha.Reply) string {
	said := key(r.Text)
	answered := answers(r)
	if q.Abstain {
		owner := key(q.Whose)
		if !answered || owner != "" && has(said, owner) {
			return Right
		}
		return False
	}
	switch {
	case holds(said, q) || quotes(l, q, said):
		return Right
	case !answered && nothing(r):
		return Withheld
	}
	return Beside
}

// answers reports whether a reply claims to have what was asked for.
func answers(r *samantha.Reply) bool {
	return slices.ContainsFunc(r.Heard.Words.Intent.Moves, func(m samantha.Move) bool {
		return strings.HasPrefix(m.Act, "answer.") && !slices.Contains(noAnswer(), m.Act)
	})
}

// nothing reports whether it says that she has it not.
func nothing(r *samantha.Reply) bool {
	return slices.ContainsFunc(r.Heard.Words.Intent.Moves, func(m samantha.Move) bool {
		return slices.Contains(noAnswer(), m.Act)
	})
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
