package asked

import "strings"

// amount is a number of the kind, with those it stands together with: "9 and 11".
func (g *sight) amount(c clauses, at stretch) (stretch, bool) {
	v, ok := c.value(at)
	if g.q.Kind == Age && ok && v.from > 0 && c.words[v.from-1].word == "at" {
		ok = false // an hour
	}
	if !ok && (g.q.Kind == Age || g.q.Kind == Many || g.q.Kind == Much) {
		v, ok = g.bare(c, at)
	}
	if !ok {
		return v, false
	}
	for v.to+1 < len(c.words) && !c.words[v.to-1].full && c.words[v.to].word == "and" && c.number(v.to+1) {
		v.to += 2
	}
	return v, true
}

// bare is a number that stands for itself: "eighty-one", "twelve hundred".
func (g *sight) bare(c clauses, at stretch) (stretch, bool) {
	for i := at.from; i < at.to; i++ {
		if !c.number(i) || i > 0 && c.words[i-1].word == "at" {
			continue
		}
		end := i + 1
		for end < at.to && c.number(end) && !c.words[end-1].ends {
			end++
		}
		if end < len(c.words) && !c.words[end-1].ends && g.q.Kind == Age && c.words[end].word != "and" && c.words[end].word != "years" {
			continue // "14 geese" is no age
		}
		return stretch{i, end}, true
	}
	return stretch{}, false
}

// ownAge is how old the person says they are: "I'm 14", or a number that stands alone.
func (g *sight) ownAge(c clauses, at stretch) []picked {
	for i := at.from; i < at.to; i++ {
		says := i > at.from+1 && c.words[i-1].word == "am" && g.r.in("self", c.words[i-2].word)
		if !c.number(i) || i > at.from && !says {
			continue
		}
		end := i + 1
		for end < at.to && (c.number(end) || g.r.in("span", c.words[end].word) || c.words[end].word == "old" || c.words[end].word == "and" || c.words[end].word == "quarters") {
			end++
		}
		if end > i+1 && g.r.in("span", c.words[end-1].word) && !says {
			continue // "forty-six years" is no age of theirs
		}
		if end == at.to || says && c.words[end-1].ends {
			return one(i, end, true)
		}
	}
	return nil
}

// moment is when, by a day or an hour that the question does not name itself.
func (g *sight) moment(c clauses, at stretch) (stretch, bool) {
	s, ok := c.moment(at)
	for ok && g.onlyLasts(c, s) {
		s, ok = c.moment(stretch{s.to, max(s.to, at.to)}) // "three weeks early, Tuesday"
	}
	for n := s.from; ok && n+1 < s.to; n++ {
		if c.words[n].ends && c.any("day", stretch{s.from, n + 1}) {
			s.to = n + 1 // "Tuesday, 4 lbs"
		}
	}
	if ok && !g.onlyAsked(c, s) {
		return s, true
	}
	if g.q.Past {
		return stretch{}, false
	}
	return g.clock(c, at)
}

// onlyLasts: some words say how long, and not when.
func (g *sight) onlyLasts(c clauses, s stretch) bool {
	next := ""
	if s.to < len(c.words) {
		next = c.words[s.to].word
	}
	return s.from < s.to && c.any("span", s) && !c.any("day", s) && !c.any("clock", s) && !c.any("whens", s) && next != "ago" && c.at("ago", s) < 0
}

// deed is what somebody does: what stands behind them.
func (g *sight) deed(c clauses, at stretch) []picked {
	of := g.q.of
	if of == "" && len(g.sought) > 0 {
		of = g.sought[len(g.sought)-1] // "what happened to mam"
	}
	i := g.at(c, of, at)
	if i < 0 {
		return nil
	}
	from := i + 1
	for from < at.to && (c.named(from) || c.helps(from)) {
		from++
	}
	if from >= at.to || !g.w.Verb(c.words[from].word) || g.r.in("naming", c.words[from].word) {
		return nil
	}
	to := from + 1
	for to < at.to && !c.timed(to) && !(g.r.in("spots", c.words[to].word) && c.timed(min(to+1, at.to-1))) {
		to++
	}
	return []picked{{stretch: stretch{from, to}, sure: besidePick}}
}

// why is the reason, or what is said right behind: "hates Wren. says its a bird".
func (g *sight) why(c clauses, at stretch) []picked {
	if found := one(c.reason(at)); found != nil {
		return found
	}
	next := at.to
	if next+1 < len(c.words) && (g.r.in("it", c.words[next].word) || g.r.in("carry", c.words[next].word) || g.r.in("saying", c.words[next].word)) {
		if g.r.in("saying", c.words[next].word) {
			next++
		}
		return []picked{{stretch: stretch{next, c.sentence(next)}, sure: elsewhere}}
	}
	return nil
}

// clock is an hour: "4am", "half nine", "2:30", "at ten".
func (g *sight) clock(c clauses, at stretch) (stretch, bool) {
	for i := at.from; i < at.to; i++ {
		word := c.words[i].word
		led := i > at.from && c.words[i-1].word == "at"
		switch {
		case hourly(strings.ToLower(c.words[i].raw)):
			end := i + 1
			for end < at.to && c.words[end].at == c.words[i].at {
				end++
			}
			return stretch{i, end}, true
		case word == "half" && i+1 < at.to && c.number(i+1):
			return stretch{i, i + 2}, true
		case word == "midnight" || word == "noon":
			return stretch{i, i + 1}, true
		case c.number(i) && i+1 < at.to && !c.words[i].ends && g.r.in("clock", c.words[i+1].word):
			end := i + 2
			for end < at.to && !c.words[end-1].ends && (c.number(end) || g.r.in("clock", c.words[end].word) || g.r.in("times", c.words[end].word)) {
				end++
			}
			return stretch{i, end}, true
		case c.number(i) && led && (i+1 == at.to || c.words[i].ends || !g.r.in("span", c.words[i+1].word)):
			return stretch{i, i + 1}, true
		}
	}
	return stretch{}, false
}

// hourly: a word is an hour as it is written: "4am", "2:30", "14h".
func hourly(w string) bool {
	digits := strings.TrimRight(w, "amph")
	if hour, minute, ok := strings.Cut(digits, ":"); ok {
		return numeric(hour) && numeric(minute)
	}
	return digits != w && numeric(digits) && (strings.HasSuffix(w, "am") || strings.HasSuffix(w, "pm") || strings.HasSuffix(w, "h"))
}
