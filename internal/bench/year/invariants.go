package year

import (
	_ "embed"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"time"

	"samantha"
	"samantha/internal/mind/care"
	"samantha/internal/mind/memory"
)

// invariant is something that holds after every night of every life. It may keep
// what it has seen from night to night.
type invariant interface {
	name() string
	// look says what of the last day broke it.
	look(n *night) ([]string, error)
}

// invariants are all of them, fresh; again says which acts may use the same
// sentence twice.
func invariants(again func(act string) bool) ([]invariant, error) {
	cheer, err := readCheer()
	guard, failed := care.New()
	return []invariant{
		factsStand{},
		&linksExist{}, &variety{again: again},
		moods{},
		oneQuestion{},
		&disclosure{guard: guard}, &forgotten{},
		twiceAtMost{},
		cheer,
		&slowTraits{}, &stageADay{}, &dreamsApart{},
		thoughtsADay{},
	}, errors.Join(err, failed)
}

// factsStand: what is held true after a night was before it, unless an event of
// the night says why not.
type factsStand struct{}

func (factsStand) name() string { return "a night keeps the facts" }

func (factsStand) look(n *night) ([]string, error) {
	why := map[samantha.ID]bool{}
	for _, e := range n.today {
		if e.Seq <= n.dusk {
			continue
		}
		why[e.ID] = true
		switch b := e.Body.(type) {
		case *samantha.Retired:
			why[b.Numbers.Target] = true
		case *samantha.Corrected:
			why[b.Numbers.Target] = true
		case *samantha.Forgot:
			for _, id := range b.Numbers.Gone {
				why[id] = true
			}
		}
	}
	var broken []string
	tell := func(what string, facts []memory.Fact, others map[samantha.ID]string) {
		for _, f := range facts {
			if !why[f.ID] && !why[f.ID.Event()] && others[f.ID] != fmt.Sprint(f) {
				broken = append(broken, fmt.Sprintf("%s %s: %s = %s", f.ID, what, f.Slot, f.Value))
			}
		}
	}
	tell("is gone or another", n.evening, byID(n.state.Memory.Facts))
	tell("came from nothing", n.state.Memory.Facts, byID(n.evening))
	return broken, nil
}

func byID(facts []memory.Fact) map[samantha.ID]string {
	all := map[samantha.ID]string{}
	for _, f := range facts {
		all[f.ID] = fmt.Sprint(f)
	}
	return all
}

// linksExist: whatever an event says it came from was there before it.
type linksExist struct{ seen map[samantha.ID]bool }

func (*linksExist) name() string { return "every link leads somewhere" }

func (l *linksExist) look(n *night) ([]string, error) {
	if l.seen == nil {
		l.seen = map[samantha.ID]bool{}
	}
	var broken []string
	for _, e := range n.today {
		for _, id := range e.Body.From() {
			if !l.seen[id.Event()] {
				broken = append(broken, fmt.Sprintf("%s comes from %s, which is not there before it", e.ID, id))
			}
		}
		l.seen[e.ID] = true
	}
	return broken, nil
}

// apart is how many moments lie between a sentence and the same again.
const apart = 200

// variety: no sentence of more than four words comes again too soon, but for
// facts, what she is, and what has to be said in danger.
type variety struct {
	again   func(act string) bool
	moments int
	at      map[string]int
}

func (*variety) name() string { return "no sentence comes again too soon" }

func (v *variety) look(n *night) ([]string, error) {
	if v.at == nil {
		v.at = map[string]int{}
	}
	var broken []string
	for _, e := range n.today {
		if e.Body.Kind() == samantha.KindHeard {
			v.moments++
		}
		said, ok := e.Body.(*samantha.Said)
		if !ok || slices.ContainsFunc(said.Numbers.Acts, v.again) {
			continue
		}
		for _, key := range samantha.LongSentences(said.Text()) {
			if last, before := v.at[key]; before && v.moments-last < apart {
				broken = append(broken, fmt.Sprintf("%s, after %d moments: %s", e.ID, v.moments-last, key))
			}
			v.at[key] = v.moments
		}
	}
	return broken, nil
}

// moods: mood and feelings stay within their ranges.
type moods struct{}

func (moods) name() string { return "mood and feelings have bounds" }

func (moods) look(n *night) ([]string, error) {
	var broken []string
	within := func(id samantha.ID, what string, x, from, to float64) {
		if math.IsNaN(x) || x < from || x > to {
			broken = append(broken, fmt.Sprintf("%s: %s is %v", id, what, x))
		}
	}
	for _, e := range n.today {
		b, ok := e.Body.(*samantha.Heard)
		if !ok {
			continue
		}
		within(e.ID, "pleasure", b.Numbers.Mood.P, -1, 1)
		within(e.ID, "arousal", b.Numbers.Mood.A, -1, 1)
		within(e.ID, "dominance", b.Numbers.Mood.D, -1, 1)
		for _, f := range b.Numbers.Felt {
			within(e.ID, string(f.Emotion), f.Intensity, 0, 1)
			within(e.ID, string(f.Emotion)+" as shown", f.Shown, 0, f.Intensity)
		}
	}
	return broken, nil
}

// oneQuestion: a reply asks one thing at most. What she quotes is not hers.
type oneQuestion struct{}

func (oneQuestion) name() string { return "one question at most" }

func (oneQuestion) look(n *night) ([]string, error) {
	var broken []string
	for _, e := range n.today {
		if said, ok := e.Body.(*samantha.Said); ok && said.Numbers.Form == 0 && strings.Count(unquoted(said.Text()), "?") > 1 {
			broken = append(broken, fmt.Sprintf("%s: %s", e.ID, said.Text()))
		}
	}
	return broken, nil
}

// unquoted is a text without what stands in quotation marks.
func unquoted(text string) string {
	var b strings.Builder
	inside := false
	for _, r := range text {
		switch {
		case r == '“', r == '"' && !inside:
			inside = true
		case r == '”', r == '"':
			inside = false
		case !inside:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// disclosure: she says what she is in the first moment; and when it is due again, at
// the fifth plain moment of a talk at the latest.
type disclosure struct {
	guard               *care.Guard
	last, since, before time.Time
	away                time.Duration
	waits               int
}

func (*disclosure) name() string { return "she says what she is in time" }

func (d *disclosure) look(n *night) ([]string, error) {
	var broken []string
	heard := map[samantha.ID]samantha.Event{}
	for _, e := range n.today {
		switch b := e.Body.(type) {
		case *samantha.Heard:
			heard[e.ID] = e
			if e.At.Sub(d.before) > memory.EncounterPause {
				d.since, d.away, d.waits = e.At, e.At.Sub(d.before), 0
			}
			d.before = e.At
		case *samantha.Said:
			if h, ok := heard[e.ID.Moment()]; ok && d.missed(h, b, n.zone) {
				broken = append(broken, fmt.Sprintf("%s: %s", e.ID, b.Text()))
			}
			if b.Numbers.Disclosed {
				d.last, d.waits = e.At, 0
			}
		}
	}
	return broken, nil
}

// missed: it was due, and there was nothing it had to wait for.
func (d *disclosure) missed(heard samantha.Event, said *samantha.Said, zone *time.Location) bool {
	h := heard.Body.(*samantha.Heard)
	due := d.guard.Disclosure(h.Numbers.Zone, care.Talk{Last: d.last, Now: heard.At.In(zone), Lasting: heard.At.Sub(d.since), Away: d.away})
	if said.Numbers.Disclosed || due == care.NotDue || heard.Forgotten {
		return false
	}
	if due == care.DueFirst {
		return true
	}
	in := h.Words.Intent
	heavy := in.Tone == samantha.ToneQuiet || in.Tone == samantha.ToneCrisis || h.Numbers.Reading.Valence < 0
	if in.Act() == samantha.DoGoodbye || in.Act() == samantha.DoKept || in.Tone == samantha.ToneGlad || heavy {
		return false
	}
	d.waits++
	return d.waits > 4
}

// twiceAtMost: she comes back to a thread twice and then lets it be.
type twiceAtMost struct{}

func (twiceAtMost) name() string { return "she asks back twice at most" }

func (twiceAtMost) look(n *night) ([]string, error) {
	var broken []string
	for _, t := range n.state.Memory.Threads {
		if len(t.Came) > 2 {
			broken = append(broken, fmt.Sprintf("%s: %d times", t.ID, len(t.Came)))
		}
	}
	return broken, nil
}

//go:embed cheer.txt
var cheerful string

// noCheer: what is told in sorrow is not met with cheer.
type noCheer struct{ words []string }

func readCheer() (noCheer, error) {
	var c noCheer
	for line := range strings.Lines(cheerful) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
			c.words = append(c.words, " "+samantha.SentenceKey(line)+" ")
		}
	}
	if len(c.words) == 0 {
		return c, fmt.Errorf("cheer.txt has no words: %w", samantha.ErrInvalid)
	}
	return c, nil
}

func (noCheer) name() string { return "no cheer at sorrow" }

func (c noCheer) look(n *night) ([]string, error) {
	var broken []string
	for _, e := range n.today {
		said, ok := e.Body.(*samantha.Said)
		told := n.lines[e.ID.Moment()]
		if !ok || !told.sore {
			continue
		}
		theirs, hers := " "+samantha.SentenceKey(told.text)+" ", " "+samantha.SentenceKey(said.Text())+" "
		cheers := strings.Contains(unquoted(said.Text()), "!") || slices.ContainsFunc(c.words, func(w string) bool {
			return strings.Contains(hers, w) && !strings.Contains(theirs, w)
		})
		if cheers {
			broken = append(broken, fmt.Sprintf("%s: %s -- %s", e.ID, told.text, said.Text()))
		}
	}
	return broken, nil
}
