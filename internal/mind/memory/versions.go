package memory

import (
	"slices"
	"strings"
	"time"

	"samantha"
)

// mostVersions is how many ways of telling one event are kept side by side.
const mostVersions = 3

// version is one event as the person told it once.
type version struct {
	id    samantha.ID
	day   string
	event string
	who   string
	times []samantha.When
	why   []string // the stems behind "because"
}

// ownVersions are the memories in which the person told one event of a matter in
// different ways on different days, oldest first; none if they agree. The rule
// is in en/story.txt.
func (m matter) ownVersions(zone *time.Location) []samantha.ID {
	var all []version
	for _, c := range m.scenes {
		if v, ok := m.versions[c.ID]; ok {
			v.day = c.At.In(zone).Format(time.DateOnly)
			all = append(all, v)
		}
	}
	var kept []version
	for i, v := range all {
		others := slices.Concat(all[:i], all[i+1:])
		differs := slices.ContainsFunc(others, func(o version) bool { return v.differs(o) })
		again := slices.ContainsFunc(kept, func(o version) bool { return o.event == v.event && !v.otherwise(o) })
		if differs && !again && len(kept) < mostVersions {
			kept = append(kept, v)
		}
	}
	if len(kept) < 2 {
		return nil
	}
	var ids []samantha.ID
	for _, v := range kept {
		ids = append(ids, v.id)
	}
	return ids
}

// happened are the sentences of a text, as they are compared, that may tell an event.
func (b *storybook) happened(text string) []string {
	var all []string
	for _, sentence := range samantha.Sentences(text) {
		key := " " + samantha.SentenceKey(sentence) + " "
		unless := func(w string) bool { return b.unless[w] }
		if !strings.HasSuffix(sentence, "?") && b.names(key) && !slices.ContainsFunc(strings.Fields(key), unless) {
			all = append(all, key)
		}
	}
	return all
}

// names: a sentence has the words of an event, whoever it is about.
func (b *storybook) names(key string) bool {
	return slices.ContainsFunc(b.events, func(f family) bool {
		return slices.ContainsFunc(f.ways, func(w way) bool {
			return slices.ContainsFunc(w.phrases, func(p phrase) bool { return strings.Contains(key, p.fixed) })
		})
	})
}

// version finds an event in what was said.
func (l *Lore) version(c Scene, called, happened []string) (version, bool) {
	for _, key := range happened {
		event, who, ok := l.eventIn(key, called)
		if !ok {
			continue
		}
		v := version{id: c.ID, event: event, who: who}
		for _, t := range c.Times {
			if strings.Contains(key, " "+samantha.SentenceKey(t.Text)+" ") {
				v.times = append(v.times, t)
			}
		}
		if _, why, ok := strings.Cut(key, " because "); ok {
			for w := range l.hers().content(why) {
				v.why = append(v.why, thingKey(w))
			}
		}
		return v, true
	}
	return version{}, false
}

// eventIn is the event that a sentence tells, and who did it; nothing if it
// tells it in two ways.
func (l *Lore) eventIn(key string, called []string) (event, who string, ok bool) {
	for _, f := range l.story.events {
		for _, w := range f.ways {
			if !slices.ContainsFunc(w.phrases, func(p phrase) bool { return p.in(key, called) }) {
				continue
			}
			if ok && w.who == "both" {
				who = "both" // "we both left": it holds "left" too
				continue
			}
			if ok {
				return "", "", false
			}
			event, who, ok = f.name, w.who, true
		}
		if ok {
			return event, who, true
		}
	}
	return "", "", false
}

// in reports whether a sentence holds the phrase, with whoever is called so in
// the place of {they}.
func (p phrase) in(key string, called []string) bool {
	if !strings.Contains(key, p.fixed) || !strings.Contains(key, " "+p.fixed+" ") {
		return false
	}
	if !strings.Contains(p.text, "{they}") {
		return true
	}
	names := []string{"he", "she", "they", "him", "her", "them"}
	for _, c := range called {
		names = append(names, c, "my "+c)
	}
	return slices.ContainsFunc(names, func(n string) bool {
		return strings.Contains(key, " "+samantha.SentenceKey(strings.ReplaceAll(p.text, "{they}", n))+" ")
	})
}

// differs: the same event, told otherwise on another day.
func (v version) differs(o version) bool {
	return v.day != o.day && v.event == o.event && v.otherwise(o)
}

// otherwise: somebody else did it, or at another time, or for another reason.
func (v version) otherwise(o version) bool {
	if v.who != o.who {
		return true
	}
	if len(v.times) > 0 && len(o.times) > 0 && !v.sameTime(o) {
		return true
	}
	return len(v.why) > 0 && len(o.why) > 0 && !slices.ContainsFunc(v.why, func(w string) bool { return slices.Contains(o.why, w) })
}

func (v version) sameTime(o version) bool {
	return slices.ContainsFunc(v.times, func(a samantha.When) bool {
		return slices.ContainsFunc(o.times, func(b samantha.When) bool { return a.From.Before(b.To) && b.From.Before(a.To) })
	})
}
