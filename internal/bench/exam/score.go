package exam

import (
	"slices"
	"strings"
	"time"

	"samantha/internal/mind"
)

// score is what in the words of an answer is otherwise than the record has it, or "".
func (x *examiner) score(q question, a mind.Answered, text string) string {
	if strings.TrimSpace(text) == "" {
		return "nothing was said"
	}
	if w := x.affirms(text, q.none); w != "" {
		return "against the record: " + w
	}
	if len(q.any) > 0 && holds(text, q.any) == "" {
		return "missing: " + strings.Join(q.any, " or ")
	}
	switch q.group {
	case "unknown":
		return x.admits(text)
	case "feeling":
		return x.feels(a, text)
	case "tone":
		return x.sounding(a.Text)
	case "when":
		return x.dated(q, text)
	}
	if q.value == "" {
		return ""
	}
	return x.tells(q, text)
}

// tells: a value is said, and said as it is.
func (x *examiner) tells(q question, text string) string {
	if days := x.days(q.value); len(days) == 1 {
		if slices.ContainsFunc(clauses(text), func(c string) bool { return negative(c) && len(x.days(c)) > 0 }) {
			return "denied: " + q.value
		}
		return x.sure(q, text, x.sameDay(days[0], text))
	}
	var said []string
	for _, s := range sentences(text) {
		if x.shares(s, q.value) {
			said = append(said, s)
		}
	}
	switch {
	case !x.has(text, q.value):
		return "missing: " + q.value
	case !negative(q.text) && !negative(q.value) && slices.ContainsFunc(said, func(s string) bool { return x.denied(s, q.value) }):
		return "denied: " + q.value
	case slices.ContainsFunc(said, func(s string) bool { return x.beside(s, q.value) }):
		return "something else beside it"
	}
	return x.sure(q, text, "")
}

// sure: what is said is no guess, and none of two.
func (x *examiner) sure(q question, text, why string) string {
	if why != "" {
		return why
	}
	if w := holds(text, x.words["guess"]); w != "" && holds(q.value, []string{w}) == "" {
		return "a guess: " + w
	}
	return ""
}

// admits: she says that she has not got it, and guesses nothing.
func (x *examiner) admits(text string) string {
	if holds(text, x.words["unknown"]) == "" {
		return "nobody told it"
	}
	if w := holds(text, x.words["made"]); w != "" {
		return "nobody told it, and it guesses: " + w
	}
	return ""
}

// affirms is the first of some words that a text says and does not deny: nothing before it
// in its clause is a negation, or only speaks of saying it.
func (x *examiner) affirms(text string, words []string) string {
	for _, clause := range clauses(text) {
		for _, w := range words {
			before, _, ok := strings.Cut(plain(clause), plain(w))
			if ok && strings.TrimSpace(w) != "" && !negative(before) && holds(before, x.words["saying"]) == "" {
				return w
			}
		}
	}
	return ""
}

// From which sign a mood or an answer is a good or a bad one.
const signed = 0.2

// feels: an answer names a feeling that the record has, or how she is on the whole, and
// denies none.
func (x *examiner) feels(a mind.Answered, text string) string {
	if w := holds(text, x.words["nofeeling"]); w != "" {
		return "by the record she feels: " + w
	}
	switch {
	case a.Mood.P >= signed && a.Felt <= -signed:
		return "by the record she is well"
	case a.Mood.P <= -signed && a.Felt >= signed:
		return "by the record she is low"
	}
	for _, f := range a.Feels {
		if x.has(text, string(f.Emotion)) {
			return ""
		}
	}
	ways := slices.Clone(x.words["even"])
	if a.Mood.P > -signed {
		ways = append(ways, x.words["well"]...)
	}
	if a.Mood.P < signed {
		ways = append(ways, x.words["low"]...)
	}
	if x.affirms(text, ways) == "" {
		return "no feeling of the record is in it"
	}
	return ""
}

// longWords is how many words an answer to something small may have: three clauses.
const longWords = 45

// sounding: an answer to something small is in her way.
func (x *examiner) sounding(text string) string {
	if w := holds(text, x.words["register"]); w != "" {
		return "not her way: " + w
	}
	if len(strings.Fields(text)) > longWords {
		return "she goes on"
	}
	return ""
}

// opposes: of an opinion only the other side can be seen by code: by the sign of it, or by
// a negation in one of the two sentences that are of the same words.
func (x *examiner) opposes(q question, record, through mind.Answered, text string) bool {
	if record.Felt >= signed && through.Felt <= -signed || record.Felt <= -signed && through.Felt >= signed {
		return true
	}
	return x.has(text, q.value) && slices.ContainsFunc(sentences(text), func(s string) bool {
		return x.has(s, q.value) && negative(s) != negative(q.value)
	})
}

// dated: the day on which something was told is said.
func (x *examiner) dated(q question, text string) string {
	now := x.Clock.Now()
	at := q.at.In(now.Location())
	said := x.days(text)
	ways := []string{at.Format("Monday")}
	switch days := int(now.Sub(at).Hours() / 24); {
	case at.YearDay() == now.YearDay() && days < 1:
		ways = append(ways, x.words["today"]...)
	case days <= 1:
		ways = append(ways, x.words["yesterday"]...)
	}
	why := ""
	if len(said) > 0 {
		why = x.sameDay(dayOf(at), text)
	} else if x.affirms(text, ways) == "" {
		why = "missing: " + at.Format("2 January")
	}
	return x.sure(q, text, why)
}

// dayOf is a time as a day that is said.
func dayOf(at time.Time) day { return day{at.Day(), int(at.Month()), at.Year()} }
