package tui

import (
	"slices"
	"strings"

	"samantha"
)

// caption is one thing said, as it is shown. Hers come into sight clause by
// clause.
type caption struct {
	by        samantha.Origin // [samantha.OriginHouse]: a note
	text      string
	seen      int // bytes of text that are in sight
	id        samantha.ID
	elsewhere bool // it was said on another face
	past      bool // it was said before this talk

	// The rows of what is in sight, kept until it or the width changes.
	rows  []string
	width int
	shown int
}

// wrapped are the rows of the caption.
func (c *caption) wrapped(r ruler, width int) []string {
	if c.rows == nil || c.width != width || c.shown != c.seen {
		text := c.text[:c.seen]
		if c.elsewhere && c.by == samantha.OriginPerson {
			text += "  (elsewhere)"
		}
		c.rows, c.width, c.shown = r.wrap(text, width), width, c.seen
	}
	return c.rows
}

func (c *caption) hers() bool { return c.by == samantha.OriginHerself }

// has reports whether there is anything behind the caption to ask for.
func (c *caption) has() bool { return c.by != samantha.OriginHouse }

// mostCaptions is how many are kept in the terminal; her memory keeps them all.
const mostCaptions = 2000

// captions are the talk, oldest first.
type captions struct {
	all    []*caption
	answer *caption   // the one that is coming, while it has words
	queued []*caption // said by the person and not taken yet; below all others
}

// list is all that is shown.
func (cs *captions) list() []*caption {
	if len(cs.queued) == 0 {
		return cs.all
	}
	return slices.Concat(cs.all, cs.queued)
}

// queue has something the person said wait its turn.
func (cs *captions) queue(text string) {
	text = plain(text)
	cs.queued = append(cs.queued, &caption{by: samantha.OriginPerson, text: text, seen: len(text)})
}

// taken moves the first that waits among what was said.
func (cs *captions) taken() {
	cs.add(cs.queued[0])
	cs.queued = cs.queued[1:]
}

// add puts a caption below the others; whatever was still coming into sight is
// there at once.
func (cs *captions) add(c *caption) *caption {
	cs.reveal()
	c.text = plain(c.text)
	if !c.hers() {
		c.seen = len(c.text)
	}
	cs.all = samantha.Newest(append(cs.all, c), mostCaptions)
	return c
}

// clause adds words to the answer that is coming.
func (cs *captions) clause(text string) {
	text = strings.TrimSpace(plain(text))
	switch {
	case text == "":
	case cs.answer == nil:
		cs.answer = cs.add(&caption{by: samantha.OriginHerself, text: text})
	default:
		cs.answer.text += " " + text
	}
}

// end closes the answer, and reports whether it had words. One that was lost
// goes: it will be given again.
func (cs *captions) end(a Answered) bool {
	answer := cs.answer
	cs.answer = nil
	if a.Lost {
		cs.all = slices.DeleteFunc(cs.all, func(c *caption) bool { return c == answer })
		return false
	}
	if answer != nil {
		answer.id = a.ID
	}
	if c := cs.unnamedLine(); c != nil && a.ID != "" {
		c.id = a.ID.Moment()
	}
	return answer != nil
}

// unnamedLine is the oldest line that was typed here and has no id yet.
func (cs *captions) unnamedLine() *caption {
	for _, c := range cs.all {
		if c.by == samantha.OriginPerson && c.id == "" {
			return c
		}
	}
	return nil
}

// named reports whether a caption has the id.
func (cs *captions) named(id samantha.ID) bool {
	return slices.ContainsFunc(cs.all, func(c *caption) bool { return c.id == id })
}

// waits reports whether the last word was the person's.
func (cs *captions) waits() bool {
	n := len(cs.all)
	return n > 0 && cs.all[n-1].by == samantha.OriginPerson && !cs.all[n-1].past
}

// forget takes out the captions of events whose words are gone, and returns
// their texts.
func (cs *captions) forget(ids []samantha.ID) (texts []string) {
	cs.all = slices.DeleteFunc(cs.all, func(c *caption) bool {
		gone := c.id != "" && slices.Contains(ids, c.id)
		if gone {
			texts = append(texts, c.text)
		}
		return gone
	})
	return texts
}

// coming is the caption that is not whole in sight, or nil.
func (cs *captions) coming() *caption {
	if n := len(cs.all); n > 0 && cs.all[n-1].seen < len(cs.all[n-1].text) {
		return cs.all[n-1]
	}
	return nil
}

// reveal brings everything into sight.
func (cs *captions) reveal() {
	for c := cs.coming(); c != nil; c = cs.coming() {
		c.seen = len(c.text)
	}
	if cs.answer != nil {
		cs.answer.seen = len(cs.answer.text)
	}
}

// logged takes a line of the log: it names captions that are here, and shows
// what was said elsewhere.
func (cs *captions) logged(l Line) {
	text := plain(l.Text)
	if cs.named(l.ID) {
		return
	}
	if c := cs.unnamed(l, text); c != nil {
		c.id = l.ID
		return
	}
	if l.Own || strings.TrimSpace(text) == "" {
		return
	}
	c := cs.add(&caption{by: l.By, text: text, id: l.ID, elsewhere: !l.Past, past: l.Past})
	if l.Past {
		c.seen = len(c.text)
	}
}

// unnamed is the caption that a line of the log speaks of. Own lines come in
// the order they were typed; what she says by herself is known by its words.
func (cs *captions) unnamed(l Line, text string) *caption {
	if l.Own && l.By == samantha.OriginHerself {
		return cs.answerTo(l.ID.Moment())
	}
	for _, c := range cs.all {
		if c.id == "" && c.by == l.By && c.text == text && (l.Own || c.hers()) {
			return c
		}
	}
	return nil
}

// answerTo is the caption with the answer of a moment.
func (cs *captions) answerTo(moment samantha.ID) *caption {
	for i, c := range cs.all {
		if c.id != moment || c.hers() {
			continue
		}
		for _, next := range cs.all[i+1:] {
			if next.hers() && next.id == "" {
				return next
			}
		}
	}
	return nil
}

// index is where a caption stands, or -1.
func (cs *captions) index(c *caption) int { return slices.Index(cs.all, c) }

// near is the next caption from i, in steps of by, that has something behind
// it, or -1.
func (cs *captions) near(i, by int) int {
	for j := i + by; j >= 0 && j < len(cs.all); j += by {
		if cs.all[j].has() {
			return j
		}
	}
	return -1
}

// last is the newest answer, or else the newest caption with something behind
// it, or -1.
func (cs *captions) last() int {
	for i := len(cs.all) - 1; i >= 0; i-- {
		if cs.all[i].hers() {
			return i
		}
	}
	return cs.near(len(cs.all), -1)
}
