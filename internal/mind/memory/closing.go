package memory

import (
	"maps"
	"slices"
	"strings"
	"time"
	"unicode"

	"samantha"
)

// Answering is what closings are looked for against.
type Answering struct {
	Now   time.Time     // in the person's zone
	Since time.Time     // the encounter began
	Asked []samantha.ID // the threads she has just come back to
	Plain bool          // the utterance tells something, or says yes
}

// CloseThreads are what an utterance says became of open threads: of the one she
// asked after, of those whose words it has, of the one that "it" must mean.
func (l *Lore) CloseThreads(h samantha.Hearing, s *State, a Answering) []samantha.Closing {
	if len(h.Ends) == 0 && len(a.Asked) == 0 && !h.Has("tell.loss") {
		return nil
	}
	if s.things == nil {
		s.things = thingStems{}
	}
	c := closing{lore: l, hearing: h, at: a, asked: s.askedAfter(a.Asked), open: s.openToClose(), things: s.things}
	for _, a := range h.Acts {
		if a.Kind == "tell.loss" {
			c.lost(a.Slots["who"])
		}
	}
	for i, end := range h.Ends {
		c.told(c.movedInstead(end, h.Ends[i+1:]))
	}
	c.righted()
	if !c.heard("still") && !c.heard(string(samantha.EndChanged)) {
		c.toldOf()
	}
	c.answered()
	return c.closed
}

// movedInstead: what is said to be off and, in the same breath, to be at another time
// was moved.
func (c *closing) movedInstead(end samantha.Act, next []samantha.Act) samantha.Act {
	if end.Kind != string(samantha.EndDropped) || len(next) == 0 || next[0].Kind != string(samantha.EndChanged) || next[0].Slots["of"] != "it" {
		return end
	}
	if _, ok := timeAhead(next[0], c.hearing.Times, c.at.Now); ok {
		end.Kind, end.Text = next[0].Kind, next[0].Text
	}
	return end
}

// closing gathers what became of threads in one utterance.
type closing struct {
	lore    *Lore
	hearing samantha.Hearing
	at      Answering
	open    []Thread
	things  thingStems
	asked   []samantha.ID // what her question was about
	closed  []samantha.Closing
}

// lost closes whatever was to be with somebody who has died.
func (c *closing) lost(who string) {
	for _, t := range c.open {
		if who != "" && !isPronoun(strings.ToLower(who)) && (speaksOf(t.About, who) || speaksOf(t.Whose, who)) {
			c.close(t, samantha.Act{}, samantha.EndDropped)
		}
	}
}

// told closes what something heard is said of.
func (c *closing) told(end samantha.Act) {
	how, ok := ending(end)
	if !ok && end.Slots["sort"] == "" {
		return
	}
	end = inFull(end)
	before := len(c.closed)
	if !ok { // an offer opens one thing and ends another
		if t, found := c.ofSort(end); found {
			c.close(t, end, samantha.EndDone)
		}
		return
	}
	if end.Slots["of"] == "testing" {
		c.tested()
		return
	}
	if end.Slots["day"] != "" {
		c.otherDay(leadingNumber(end.Slots["was"]), leadingNumber(end.Slots["day"]))
	} else if end.Slots["of"] == "health" {
		c.cleared(end, how)
	} else if end.Slots["of"] == "worry" {
		c.relieved(end, how)
	} else if end.Slots["of"] == "offer" {
		c.decided(end, how)
	} else if end.Slots["of"] == "decided" {
		c.madeUp(end)
	} else if end.Slots["of"] != "it" {
		said := c.lore.saidOf(end)
		for _, t := range c.open {
			if c.touches(end, said, t.Thread) && c.lore.says(end, t, c.at.Now) {
				c.close(t, end, how)
			}
		}
	}
	if len(c.closed) > before {
		return
	}
	if t, ok := c.ofVerb(end); ok {
		c.close(t, end, how)
		return
	}
	if t, ok := c.ofSort(end); ok {
		c.close(t, end, how)
		return
	}
	if t, ok := lone(c.open, end, c.at); ok && end.Slots["of"] == "it" && len(c.asked) == 0 {
		c.close(t, end, how)
	} else if t, ok := c.movedLately(end); ok {
		c.close(t, end, how)
	}
	if end.Slots["of"] == "it" || how == samantha.EndChanged {
		c.closeAsked(end, how)
	}
}

// inFull is something heard with the long name of its thing: "the op" is the operation.
func inFull(end samantha.Act) samantha.Act {
	if long := end.Slots["long"]; long != "" {
		end.Slots = maps.Clone(end.Slots)
		end.Slots["thing"] = long
	}
	return end
}

// cleared closes what was open of somebody's health: it is harmless.
func (c *closing) cleared(end samantha.Act, how samantha.Ending) {
	for _, t := range c.open {
		if t.Whose != Herself && (t.Due == nil || !t.Due.After(c.at.Now)) && c.lore.OfHealth(t.Thing) {
			c.close(t, end, how)
		}
	}
}

// relieved closes the worry that was for nothing.
func (c *closing) relieved(end samantha.Act, how samantha.Ending) {
	for _, t := range c.meant(func(t Thread) bool { return t.Kind == samantha.ThreadWorry && t.Whose != Herself }) {
		c.close(t, end, how)
	}
}

// meant are those of some open threads that they speak of, or the only one there is.
func (c *closing) meant(of func(Thread) bool) []Thread {
	var open, named []Thread
	for _, t := range c.open {
		if !of(t) {
			continue
		}
		open = append(open, t)
		if c.shares(t) {
			named = append(named, t)
		}
	}
	if len(named) == 0 && len(open) == 1 {
		return open
	}
	return named
}

// decided closes the offer that was taken or turned down, if there is one only.
func (c *closing) decided(end samantha.Act, how samantha.Ending) {
	var offers []Thread
	for _, t := range c.open {
		if t.Kind == samantha.ThreadQuestion && c.lore.isOffer(t.Thing) {
			offers = append(offers, t)
		}
	}
	if len(offers) == 1 {
		c.close(offers[0], end, how)
	}
}

// madeUp closes the question that was decided, however.
func (c *closing) madeUp(end samantha.Act) {
	asked := func(t Thread) bool {
		return t.Kind == samantha.ThreadQuestion && t.Whose == Person && t.Form == samantha.FormWhether
	}
	for _, t := range c.meant(asked) {
		c.close(t, end, samantha.EndAnswered)
	}
}

// isOffer reports whether a thing is what somebody offered, by the word.
func (l *Lore) isOffer(thing string) bool {
	head := l.head(thing)
	return head != "" && (head == l.head("offer") || head == l.head("invitation") || head == l.head("opening"))
}

// shares: the utterance has a word of what a thread is about.
func (c *closing) shares(t Thread) bool {
	said := c.lore.stems(c.text())
	return slices.ContainsFunc(c.lore.stems(t.About), func(w string) bool { return slices.Contains(said, w) })
}

// text is all that was said.
func (c *closing) text() string {
	var said []string
	for _, a := range c.hearing.Acts {
		said = append(said, a.Text)
	}
	return strings.Join(said, " ")
}

// OfHealth reports whether a thing has a word of health in it.
func (l *Lore) OfHealth(thing string) bool {
	return slices.ContainsFunc(strings.Fields(strings.ToLower(thing)), func(w string) bool { return l.health[strings.Trim(w, ".,!?")] })
}

// answered closes what she asked after, if it was spoken of and is not still to
// come. What they would rather not speak of is closed for good.
func (c *closing) answered() {
	switch {
	case c.heard("still"), c.heard(string(samantha.EndChanged)):
	case c.hearing.Has("quiet"), c.heard("letbe"), c.heard(string(samantha.EndDropped)):
		c.closeAsked(samantha.Act{}, samantha.EndDropped)
	case c.at.Plain:
		c.answeredAsked()
	}
}

// heard reports whether something of a kind was said of what is open.
func (c *closing) heard(kind string) bool {
	return slices.ContainsFunc(c.hearing.Ends, func(e samantha.Act) bool { return e.Kind == kind })
}

// answeredAsked closes of what she asked after whatever the utterance can be about:
// it has a word of it, or says how something went without naming another. What was
// only talked past stays open.
func (c *closing) answeredAsked() {
	loose := c.loose()
	for _, t := range c.open {
		if slices.Contains(c.asked, t.ID) && (loose || c.shares(t)) {
			c.close(t, samantha.Act{}, samantha.EndAnswered)
		}
	}
}

// loose: the utterance is an answer to whatever was asked: a few words, a yes, how it
// went, how they feel, or something said of "it".
func (c *closing) loose() bool {
	words := strings.FieldsFunc(strings.ToLower(c.text()), func(r rune) bool { return !unicode.IsLetter(r) })
	if len(words) <= bareWords || slices.ContainsFunc(words, isPronoun) {
		return true
	}
	return slices.ContainsFunc([]string{"yes", "no", "tell.good", "tell.hard", "tell.loss", "tell.feeling"}, c.hearing.Has)
}

// bareWords is how long an answer may be that names nothing.
const bareWords = 4

func (c *closing) closeAsked(end samantha.Act, how samantha.Ending) {
	for _, t := range c.open {
		if slices.Contains(c.asked, t.ID) {
			c.close(t, end, how)
		}
	}
}

// close notes what became of a thread, once; a change needs its new time.
func (c *closing) close(t Thread, end samantha.Act, how samantha.Ending) {
	if slices.ContainsFunc(c.closed, func(o samantha.Closing) bool { return o.Thread == t.ID }) {
		return
	}
	if how == samantha.EndDone && t.Kind == samantha.ThreadQuestion {
		how = samantha.EndAnswered
	}
	became := samantha.Closing{Thread: t.ID, How: how}
	if how == samantha.EndChanged {
		when, ok := timeAhead(end, c.hearing.Times, c.at.Now)
		if !ok {
			when, ok = comingRound(end, c.hearing.Times, c.at.Now)
		}
		if !ok {
			return
		}
		became.Due, became.Until, became.Back = &when.From, &when.To, overnight(when.To)
	}
	c.closed = append(c.closed, became)
}

// askedAfter are the threads that her question was about, and whatever is the
// same.
func (s *State) askedAfter(ids []samantha.ID) []samantha.ID {
	asked := slices.Clone(ids)
	for _, id := range ids {
		t, ok := s.Thread(id)
		for _, o := range s.Threads {
			if ok && o.ID != id && sameThread(o.Thread, t.Thread) {
				asked = append(asked, o.ID)
			}
		}
	}
	return asked
}

// ending is how something heard ends a thread, if it does.
func ending(end samantha.Act) (samantha.Ending, bool) {
	switch how := samantha.Ending(end.Kind); how {
	case samantha.EndDone, samantha.EndDropped, samantha.EndChanged:
		return how, true
	}
	return "", false
}

// says reports whether something heard is said of a thread: it has its words, in
// a form that fits, at a time that can be.
func (l *Lore) says(end samantha.Act, t Thread, now time.Time) bool {
	if t.Whose == Herself || end.Slots["by"] == "other" && t.Whose == Person {
		return false
	}
	if end.Kind == string(samantha.EndDone) && repeats(t.About) {
		return false // "every Sunday": once is not all
	}
	if who := end.Slots["who"]; who != "" && t.Whose != Person && !isPronoun(strings.ToLower(who)) && plain(who) != plain(t.Whose) && !speaksOf(t.Whose, who) {
		return false // somebody else's
	}
	if end.Slots["by"] == "bare" && t.Due == nil && len(l.stems(t.Thing)) == 1 && !l.toThem(end, t.Thread) {
		return false // "walked", and nobody says who
	}
	early := end.Slots["early"] != "" || end.Kind == string(samantha.EndChanged) || l.doneEarly(end, t.Thread)
	if !early && t.Due != nil && t.Due.After(now) {
		return false
	}
	return l.means(end, t.Thread)
}

// repeats reports whether something is to be done again and again.
func repeats(about string) bool { return strings.Contains(" "+strings.ToLower(about), " every ") }

// dueLately is how long ago something may have come due for "it went well" to be
// about it.
const dueLately = 5 * 24 * time.Hour

// lone is the one thread that "it" can mean: for a change the last one told of in
// this encounter, else the only one that came due dueLately.
func lone(open []Thread, end samantha.Act, a Answering) (Thread, bool) {
	var fit []Thread
	for _, t := range open {
		due := t.Due != nil && !t.Due.After(a.Now) && a.Now.Sub(*t.Until) < dueLately
		early := end.Slots["early"] != "" && t.Due != nil
		told := end.Kind == string(samantha.EndChanged) && t.Due != nil && !t.At.Before(a.Since)
		who := end.Slots["who"]
		fits := t.Whose == Person || plain(t.Whose) == plain(who)
		if end.Slots["by"] == "they" { // "she's in now": somebody else's, by a pronoun
			fits = t.Whose != Person && t.Whose != Herself
		}
		if fits && (due || told || early) {
			fit = append(fit, t)
		}
	}
	if len(fit) != 1 {
		return Thread{}, false
	}
	return fit[0], true
}
