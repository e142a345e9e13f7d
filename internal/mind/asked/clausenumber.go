package asked

import "slices"

// value is the number or the time in a clause that the question is after.
func (c clauses) value(at stretch) (stretch, bool) {
	switch c.q.Kind {
	case Thing:
		return c.numbered(at)
	case Since:
		if s := c.since(at); s.to > s.from {
			return s, true
		}
		c.q.Kind = Long
		return c.counted(at)
	case When:
		return c.moment(at)
	case Many:
		if c.q.Unit == "times" || c.q.Unit == "time" {
			return c.times(at)
		}
		return c.counted(at)
	case Much, Age, Long, Colour:
		return c.counted(at)
	}
	return stretch{}, false
}

// numbered is what is told apart by a number: "bed 12".
func (c clauses) numbered(at stretch) (stretch, bool) {
	if c.q.Unit == "" {
		return stretch{}, false
	}
	i := c.at(c.q.Unit, at)
	ok := i >= 0 && i+1 < at.to && !c.words[i].ends && c.number(i+1)
	return stretch{i, i + 2}, ok
}

// number: a word is a number.
func (c clauses) number(i int) bool { return c.r.number(token{word: c.words[i].word}) }

// moment is a time, with the word that leads to it.
func (c clauses) moment(at stretch) (stretch, bool) {
	from, to, ok := c.time(at.from, at.from, at.to)
	if ok && from > at.from && c.r.in("whens", c.words[from-1].word) {
		from--
	}
	return stretch{from, to}, ok
}

// counted is the surest value of the kind, or a bare number.
func (c clauses) counted(at stretch) (stretch, bool) {
	words := make([]token, 0, at.to-at.from)
	for _, s := range c.words[at.from:at.to] {
		words = append(words, token{raw: s.raw, word: s.word})
	}
	best := Value{}
	for _, v := range c.r.values(c.q.Question, words, c.w) {
		if v.Sure > best.Sure {
			best = v
		}
	}
	bare := c.q.Kind == Many && c.at(c.q.Unit, at) < 0 || c.q.Kind == Much
	if best.Sure == 0 && bare {
		return c.bareNumber(at)
	}
	return stretch{at.from + best.From, at.from + best.To}, best.Sure > 0
}

// since is what a clause says with "since".
func (c clauses) since(at stretch) stretch {
	for i := at.from; i+1 < at.to; i++ {
		if c.words[i].word == "since" {
			return stretch{i, min(c.end(i+1), at.to)}
		}
	}
	return stretch{}
}

// bareNumber is a number in a clause that does not name what is counted: "twelve of them",
// "got 2400 for it".
func (c clauses) bareNumber(at stretch) (stretch, bool) {
	for i := at.from; i < at.to; i++ {
		if c.number(i) && (i+1 == at.to || c.words[i].ends || c.words[i+1].word == "of" || c.words[i+1].word == "for") {
			return stretch{i, i + 1}, true
		}
	}
	return stretch{}, false
}

// times is how often something was: "twice", "three times", "fourth time".
func (c clauses) times(at stretch) (stretch, bool) {
	for i := at.from; i < at.to; i++ {
		word := c.words[i].word
		if word == "once" || word == "twice" {
			return stretch{i, i + 1}, true
		}
		next := i+1 < at.to && slices.Contains([]string{"time", "times"}, c.words[i+1].word)
		if next && (c.number(i) || c.r.in("ordinal", word)) {
			return stretch{i, i + 2}, true
		}
	}
	return stretch{}, false
}
