package hearing

import (
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"

	"samantha"
)

// completeErrand fills what a pattern cannot see of an errand: how long, a bare
// "eight" as a time on the clock, the thing without its time, a sum with its
// signs.
func (u *utterance) completeErrand(a *samantha.Act, m match, p piece) {
	if s, ok := m.slots["sum"]; ok {
		a.Slots["sum"] = u.signed(p.words, s)
		return
	}
	if how, ok := a.Slots["as"]; ok {
		sum := u.putTogether(how, m, p.words)
		if how == "total" {
			sum = u.total(p.words)
		}
		a.Slots = map[string]string{"sum": sum}
		return
	}
	if !strings.HasPrefix(a.Kind, "errand.") && a.Kind != "ask.agenda" && a.Kind != "ask.hour" {
		return
	}
	if !u.errand { // what is asked of her is yet to come, whatever the tense
		u.errand = true
		u.marked = u.marks()
	}
	if a.Slots["mends"] != "" {
		u.mended(a, m, p.words)
		return
	}
	length, seconds := u.length(p.words)
	if seconds > 0 && (a.Kind != "errand.remind" && a.Kind != "errand.wake" || u.counted(p.words, length)) {
		a.Slots = with(a.Slots, "seconds", strconv.Itoa(seconds))
	}
	often := u.often(a, p.words)
	if h, ok := m.slots["hour"]; ok {
		if half, ok := m.slots["half"]; ok {
			h.to = half.to
		}
		u.addClock(p.words[h.from:h.to])
	}
	if also, ok := m.slots["also"]; ok {
		u.gather(p.words[:also.from])
		u.gather(p.words[also.from:])
		a.Slots["what"], a.Slots["also"] = u.bare(timeless(p.words[m.slots["what"].from:m.slots["what"].to])), u.bare(timeless(p.words[also.from:also.to]))
		return
	}
	times := u.gather(p.words)
	if what, ok := m.slots["what"]; ok && times < 2 { // of two times one would be lost
		a.Slots["what"] = u.bare(u.withoutTime(p.words, u.withMan(p.words, what), length, often))
	}
	maps.DeleteFunc(a.Slots, func(name, _ string) bool { return len(name) == 1 }) // what only holds a pattern's place
}

// mended leaves of an act only the time that is wanted, where another is named with it:
// "half eight" of "not nine, half eight".
func (u *utterance) mended(a *samantha.Act, m match, words []word) {
	hour, clock := m.slots["hour"]
	when, day := m.slots["w"]
	meant := when
	if clock {
		if half, ok := m.slots["half"]; ok {
			hour.to = half.to
		}
		u.addClock(words[hour.from:hour.to])
		meant = run{hour.from, max(hour.to, when.to)}
	}
	if !clock && !day {
		return
	}
	u.gather(words[meant.from:meant.to])
	a.Text, a.Slots = u.bare(words[meant.from:meant.to]), map[string]string{"mends": "yes"}
}

// apart makes two of an errand that asks for two things, each with its own time.
func (u *utterance) apart(a samantha.Act, m match, p piece) []samantha.Act {
	also, ok := m.slots["also"]
	if !ok || a.Kind != "errand.remind" {
		return []samantha.Act{a}
	}
	second := samantha.Act{Kind: a.Kind, Text: u.quote(p.words[also.from:]), Slots: map[string]string{"what": a.Slots["also"]}}
	a.Text = u.bare(p.words[:also.from])
	delete(a.Slots, "also")
	return []samantha.Act{a, second}
}

// withMan takes back to a thing the last word of it that otherwise only calls somebody:
// "ring the boiler man".
func (u *utterance) withMan(words []word, what run) run {
	if at := what.to; at-what.from > 2 && at < len(words) && words[at-2].is(classDeterminer|classPossessive) && !words[at].gap && u.ear.lists["of a trade"].has(words[at].norm) {
		what.to++
	}
	return what
}

// putTogether is a sum that was told in a sentence, in signs: "(a)/(b)*100" with what
// stands for a and for b.
func (u *utterance) putTogether(how string, m match, words []word) string {
	for name, s := range m.slots {
		if len(name) == 1 {
			how = strings.ReplaceAll(how, "("+name+")", "("+u.bare(words[s.from:s.to])+")")
		}
	}
	return how
}

// total is all amounts of a sentence, to be added up: "cake 85, candles 12"; "" if one of
// its numbers counts things ("2 tickets"), or something is to be taken off or divided.
func (u *utterance) total(words []word) string {
	var amounts []string
	for i, w := range words {
		if u.ear.lists["not added up"].has(w.norm) {
			return ""
		}
		if !w.is(classDigits) {
			continue
		}
		named := i > 0 && !w.gap && !words[i-1].is(classVerb|classLoose|classDigits) // "petrol 40 food 23"
		if i+1 < len(words) && !words[i+1].gap && !words[i+1].is(classDigits) && !named && !u.ear.lists["behind an amount"].has(words[i+1].norm) {
			return ""
		}
		amounts = append(amounts, u.bare(words[i:i+1]))
	}
	return strings.Join(amounts, "+")
}

// signed is a slot's text with the signs that stand around its words: "(3+4)*2".
func (u *utterance) signed(words []word, s run) string {
	from, to := 0, len(u.text)
	if s.from > 0 {
		from = words[s.from-1].to
	}
	if s.to < len(words) {
		to = words[s.to].from
	}
	return strings.TrimSpace(u.text[from:to])
}

// length is the first length of time in some words, in seconds, neighbours
// added up.
func (u *utterance) length(words []word) (run, int) {
	var where run
	sum := 0.0
	for at := 0; at < len(words); {
		m, ok := u.ear.firstAt(u.ear.lengths, words, at)
		if !ok {
			if sum > 0 {
				break
			}
			at++
			continue
		}
		if sum == 0 {
			where.from = at
		}
		sum, at = sum+u.secondsOf(m, words), m.to
		where.to = at
	}
	return where, int(math.Round(sum))
}

func (u *utterance) secondsOf(m match, words []word) float64 {
	d := date{u: &utterance{ear: u.ear, words: words}, m: m}
	n, _ := d.number("n")
	count := float64(n)
	if decimal, err := strconv.ParseFloat(d.word("n"), 64); err == nil {
		count = decimal
	}
	return samantha.Round(float64(count*float64(d.fixed("unit"))) + float64(d.fixed("plus")))
}

// counted: the length is counted from now: "in ten minutes".
func (u *utterance) counted(words []word, length run) bool {
	return length.from > 0 && u.ear.lists["ahead"].has(words[length.from-1].norm)
}

// often is where "every day" stands; how often it is goes into a slot, and which
// part of a day.
func (u *utterance) often(a *samantha.Act, words []word) run {
	lists := u.ear.lists
	for i, w := range words {
		if lists["daily"].has(w.norm) {
			a.Slots = with(a.Slots, "every", "day")
			return run{i, i + 1}
		}
		if !lists["every"].has(w.norm) || i+1 == len(words) {
			continue
		}
		for _, unit := range []string{"day", "week", "workday"} {
			next := words[i+1].norm
			if !lists["repeat"+unit].has(next) {
				continue
			}
			a.Slots = with(a.Slots, "every", unit)
			a.Slots["part"] = next
			return run{i, i + 2}
		}
	}
	return run{}
}

// addClock notes a bare "eight" as a time.
func (u *utterance) addClock(words []word) {
	if words[0].is(classWhen) {
		return // it was noted as one
	}
	at := word{norm: u.ear.lists["clockword"].entries[0]}
	u.ear.look(&at)
	m, ok := u.ear.firstAt(u.ear.times, append([]word{at}, words...), 0)
	if !ok {
		return
	}
	read := &utterance{ear: u.ear, text: u.text, words: append([]word{at}, words...), in: u.in}
	next, ok := read.readTime(m)
	if !ok {
		return
	}
	next.from = u.placeOf(words[0])
	next.to = next.from + len(words)
	u.marked = append(u.marked, next)
}

// placeOf is the place of a word in the utterance.
func (u *utterance) placeOf(w word) int {
	for i := range u.words {
		if u.words[i].from == w.from {
			return i
		}
	}
	return 0
}

// withoutTime is a slot without the times and the length at its two ends.
func (u *utterance) withoutTime(words []word, s, length, often run) []word {
	timed := func(at int) bool {
		ahead := u.counted(words, length) && at == length.from-1
		return words[at].is(classWhen) || at >= length.from && at < length.to || at >= often.from && at < often.to || ahead
	}
	for s.from < s.to && timed(s.from) {
		s.from++
	}
	whole := s.to
	for s.to > s.from && timed(s.to-1) {
		s.to--
	}
	if s.to < whole && s.to > s.from && u.ear.lists["beforetime"].has(words[s.to-1].norm) {
		s.to-- // "on 12 June"
	}
	return words[s.from:s.to]
}

// gather makes one time of all that stand in some words, wherever they stand: "on
// Thursday to call at eight" is one time. It returns how many are left there.
func (u *utterance) gather(words []word) int {
	from := u.placeOf(words[0])
	slices.SortStableFunc(u.marked, func(a, b mark) int { return a.from - b.from })
	var before, within, after []mark
	for _, m := range u.marked {
		switch {
		case m.from < from:
			before = append(before, m)
		case m.from >= from+len(words):
			after = append(after, m)
		default:
			if len(within) > 0 {
				m.from, m.to = within[len(within)-1].to, within[len(within)-1].to
			}
			within = joinMark(within, m)
		}
	}
	u.marked = slices.Concat(before, within, after)
	return len(within)
}
