package asked

import "slices"

// Rival is what was told otherwise elsewhere: another value that answers a question as well as
// the one found. What puts right what was told before is none.
func (r *Reader) Rival(question string, told []Said, first Found, w Words) (Found, bool) {
	q, ok := r.wanted(question, w)
	if !ok || first.Whole || !slices.Contains([]Kind{Many, Much, Age, Long, Since}, q.Kind) {
		return Found{}, false
	}
	others := slices.Clone(told)
	others[first.Telling].Text = ""
	second, ok := r.Clause(question, others, w)
	if !ok || second.Whole || r.putsRight(told[first.Telling]) || r.putsRight(told[second.Telling]) {
		return Found{}, false
	}
	one, two := r.numbersIn(told, first, w), r.numbersIn(told, second, w)
	return second, len(one) > 0 && len(two) > 0 && !slices.Equal(one, two)
}

// putsRight: a telling takes back, or changes, what was told before it.
func (r *Reader) putsRight(s Said) bool { return r.Amends(s.Text) || r.Changes(s.Text) }

// numbersIn are the numbers of an answer.
func (r *Reader) numbersIn(told []Said, f Found, w Words) []string {
	var out []string
	for _, s := range saidIn(told[f.Telling].Text, w) {
		if s.at >= f.From && s.at < f.To && r.number(token{word: s.word}) {
			out = append(out, s.word)
		}
	}
	return out
}
