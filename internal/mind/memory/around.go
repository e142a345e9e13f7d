package memory

import (
	"strconv"
	"strings"
	"time"

	"samantha"
)

// around is a way to name a time by what happened then.
type around struct {
	words         string // with a space on either side
	before, after time.Duration
}

// readAround takes one line of around.txt.
func (t *tongue) readAround(line samantha.Line) error {
	words, days, ok := strings.Cut(line.Text, "=")
	numbers := strings.Fields(days)
	if !ok || len(numbers) != 2 {
		return line.Bad("want: words = days before, days after")
	}
	var d [2]time.Duration
	for i, n := range numbers {
		days, err := strconv.Atoi(n)
		if err != nil {
			return line.Bad("no number of days: %s", n)
		}
		d[i] = time.Duration(days) * 24 * time.Hour
	}
	t.around = append(t.around, around{" " + strings.TrimSpace(words) + " ", d[0], d[1]})
	return nil
}

// namedTime is a time named by what happened: "the week before my sister left".
type namedTime struct {
	around
	what string
}

// leastBefore is how many words a question has before it names a time: "when did
// she leave" asks for one.
const leastBefore = 2

// timeIn finds a time named by what happened in a question. Of two ways to
// name it the one listed first counts.
func (l *Lore) timeIn(question string) (namedTime, bool) {
	question = strings.ToLower(strings.TrimRight(question, " ?.!"))
	for _, a := range l.tongue(question).around {
		at := strings.Index(question, a.words)
		if at < 0 || len(strings.Fields(question[:at])) < leastBefore {
			continue
		}
		what, _, _ := strings.Cut(question[at+len(a.words):], ",")
		return namedTime{a, what}, true
	}
	return namedTime{}, false
}

// surely is how much of what happened a memory must hold to tell when it was.
const surely = 0.6

// when is the stretch of time that a question names by what happened, if a
// memory tells of it.
func (x *Index) when(question string) (span, bool) {
	n, ok := x.lore.timeIn(question)
	if !ok || !x.Asks(n.what) {
		return span{}, false
	}
	hits := x.Recall(Question{Text: n.what}, 1)
	if len(hits) == 0 || hits[0].Share < surely {
		return span{}, false
	}
	at := x.happened(hits[0].Memory)
	if n.before > 0 && n.after > 0 {
		return span{at.from.Add(-n.before), at.to.Add(n.after)}, true
	}
	if n.before > 0 {
		return span{at.from.Add(-n.before), at.from}, true
	}
	return span{at.to, at.to.Add(n.after)}, true
}

// happened is when a memory's own story was: the time it speaks of, if that is
// one, else the time it was told.
func (x *Index) happened(m samantha.Memory) span {
	if about := x.about[x.place[m.ID]]; len(about) == 1 {
		return about[0]
	}
	return span{m.At, m.At}
}

// inTheirYear moves the times that a question speaks of into the year it names beside
// them: "in May 2024", "in November last year". A year alone is itself a time.
func inTheirYear(question string, times []samantha.When) []span {
	year, named := yearIn(question)
	var years, rest []span
	for _, t := range times {
		s := span{t.From, t.To}
		if s.from.AddDate(1, 0, 0).Equal(s.to) && s.from.YearDay() == 1 {
			years = append(years, s)
			year, named = s.from.Year(), true
		} else {
			rest = append(rest, s)
		}
	}
	if len(rest) == 0 {
		return years
	}
	for i, s := range rest {
		if named {
			on := year - s.from.Year()
			rest[i] = span{s.from.AddDate(on, 0, 0), s.to.AddDate(on, 0, 0)}
		}
	}
	return rest
}

// Years that are named by their number alone: four digits, in living memory.
const firstYear, lastYear = 1900, 2100

// yearIn is the year that a question names by its number.
func yearIn(question string) (int, bool) {
	for w := range wordsIn(question) {
		if n, err := strconv.Atoi(w); err == nil && len(w) == 4 && n >= firstYear && n <= lastYear {
			return n, true
		}
	}
	return 0, false
}
