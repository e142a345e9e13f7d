package memory

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"samantha"
)

// leaving is what something left open is held against that a model proposes: by kind, the
// words of which its sentence needs one, those it may have although nothing is told as true
// with them, those with which nothing is open, and sentences in which the ear hears a thing
// of that kind.
type leaving struct {
	cues, lets, nots, forms map[samantha.ThreadKind][]string
}

func newLeaving() leaving {
	return leaving{
		cues: map[samantha.ThreadKind][]string{}, lets: map[samantha.ThreadKind][]string{},
		nots: map[samantha.ThreadKind][]string{}, forms: map[samantha.ThreadKind][]string{},
	}
}

// read takes one line of open.txt.
func (x *leaving) read(line samantha.Line) error {
	what, rest, _ := strings.Cut(line.Text, " ")
	kind, rest, _ := strings.Cut(strings.TrimSpace(rest), " ")
	into := map[string]map[samantha.ThreadKind][]string{"cue": x.cues, "let": x.lets, "not": x.nots, "form": x.forms}[what]
	rest = strings.TrimSpace(rest)
	k := samantha.ThreadKind(kind)
	switch {
	case into == nil || rest == "" || !opens(k) || what == "form" && strings.Count(rest, "{}") != 1:
		return line.Bad("want: cue, let or not, a kind, and words; or form, a kind, and a sentence with {}")
	case what == "form":
		into[k] = append(into[k], rest)
	default:
		into[k] = append(into[k], strings.Fields(rest)...)
	}
	return nil
}

// Leaves is a thread as it is to be kept that a model took from a memory: it says the
// kind, the thing and the words that tell of it, and nothing else. Its form and its time
// are what the ear hears, told.At being on the person's clock. What does not follow is an
// error of kind [samantha.ErrInvalid]: the words stand in one sentence of the memory letter
// by letter, and the thing in them; the person tells it of themselves, of such a kind, as
// so; and it has one time to come at the most.
func (l *Lore) Leaves(t samantha.Thread, told samantha.Memory, hear func(string) samantha.Hearing) (samantha.Thread, error) {
	refuse := func(format string, args ...any) (samantha.Thread, error) {
		return samantha.Thread{}, fmt.Errorf(format+": %w", append(args, samantha.ErrInvalid)...)
	}
	upTo, stands := upTo(told.Text, t.About)
	at := strings.Index(upTo, t.Thing)
	cue, cued := l.cueOf(t.Kind, upTo)
	due, times := oneAhead(hear(upTo).Times, told.At)
	switch {
	case len(l.leaving.forms[t.Kind]) == 0:
		return refuse("a proposal cannot leave that open")
	case !stands || len(wordsOf(t.About)) == 0:
		return refuse("%q does not stand in the memory", t.About)
	case t.Thing == "" || !strings.Contains(t.About, t.Thing):
		return refuse("%q does not stand in %q", t.Thing, t.About)
	case !cued && (t.Kind != samantha.ThreadPlan || times != 1):
		return refuse("%q tells of no %s", upTo, t.Kind)
	case t.Kind != samantha.ThreadPromise && l.ReportsAny(upTo) || l.unsure(t.Kind, upTo) || l.turned(wordsOf(upTo)) != l.turned(wordsOf(t.Thing)):
		return refuse("%q tells nothing as true", upTo)
	case !l.selfBefore(upTo[:at]) || cued && !l.selfBefore(strings.ToLower(upTo)[:cue]):
		return refuse("%q is about somebody else", upTo)
	case times < 0 || times > 1:
		return refuse("when it is does not stand there, or more than once")
	}
	kept := samantha.Thread{Kind: t.Kind, Whose: Person, About: t.About}
	if kept.Thing, kept.Form = l.formOf(t, hear); kept.Form == "" {
		return refuse("%q is nothing that one asks after so", t.Thing)
	}
	if times == 1 {
		kept.Due, kept.Until = &due.From, &due.To
	}
	kept.Back = l.back(kept, told.At)
	return kept, nil
}

// upTo is the one sentence of a text that has some words, up to their end, from the comma
// before them: what stands between may turn them round.
func upTo(text, words string) (string, bool) {
	for _, sentence := range samantha.Sentences(text) {
		if at := strings.Index(sentence, words); at >= 0 && words != "" {
			from := strings.LastIndexAny(sentence[:at], ",;:") + 1
			return sentence[from : at+len(words)], !strings.HasSuffix(strings.TrimSpace(sentence), "?")
		}
	}
	return "", false
}

// cueOf is where the first word ends by which a text tells of something of a kind.
func (l *Lore) cueOf(kind samantha.ThreadKind, text string) (at int, ok bool) {
	low := strings.ToLower(text)
	for _, w := range strings.Fields(low) {
		key := samantha.SentenceKey(w)
		if key != "" && slices.ContainsFunc(l.leaving.cues[kind], func(cue string) bool { return stands(cue, []string{key}) }) {
			return strings.Index(low, w) + len(w), true
		}
	}
	return 0, false
}

// unsure: there is a word in it after which nothing is told as true, but for those that
// tell of such a kind; or one with which nothing of that kind is open.
func (l *Lore) unsure(kind samantha.ThreadKind, text string) bool {
	return slices.ContainsFunc(wordsOf(text), func(w string) bool {
		return l.check.unsure[w] && !slices.Contains(l.leaving.lets[kind], w) || slices.Contains(l.leaving.nots[kind], w)
	})
}

// selfBefore: the last word for somebody in it is one for the person themselves. A "we"
// with somebody named is theirs, too.
func (l *Lore) selfBefore(text string) bool {
	self := false
	for _, w := range wordsOf(text) {
		self = self && !l.tongues[0].subject.other[w] || l.tongues[0].subject.self[w]
	}
	return self
}

// oneAhead is the time to come that is spoken of, and how many there are; less than none
// if what is spoken of is over.
func oneAhead(times []samantha.When, told time.Time) (due samantha.When, n int) {
	dated := slices.ContainsFunc(times, func(w samantha.When) bool { return w.Day })
	for _, w := range times {
		if !w.To.After(told) {
			return samantha.When{}, -1
		}
		if w.Day || !dated { // beside a day, a time on its clock
			due, n = w, n+1
		}
	}
	return due, n
}

// formOf is the thing as the ear hears it in a plain sentence of its kind, and how one
// asks after it; "" if it hears none.
func (l *Lore) formOf(t samantha.Thread, hear func(string) samantha.Hearing) (thing, form string) {
	for _, sentence := range l.leaving.forms[t.Kind] {
		for _, end := range hear(strings.ReplaceAll(sentence, "{}", t.Thing)).Ends {
			heard := end.Slots["thing"]
			if end.Kind == string(t.Kind) && heard != "" && strings.HasPrefix(t.Thing, heard) {
				return heard, end.Slots["form"]
			}
		}
	}
	return "", ""
}

// Leaves says why something that a model found open in a memory adds nothing, as an error of
// kind [samantha.ErrInvalid], or nil: it is open already, or it was and is closed.
func (s *State) Leaves(l *Lore, t samantha.Thread, from samantha.ID) error {
	for _, o := range samantha.Newest(s.Threads, mostOpen) {
		same := sameThread(o.Thread, t) || l.Says(t.Thing, o.Thread) || o.Told() == from && o.Thing != "" && l.Says(o.Thing, t)
		if !same {
			continue
		}
		if b, closed := o.Closed(); closed {
			return fmt.Errorf("%s was open, and is closed by %s: %w", o.ID, b.By, samantha.ErrInvalid)
		}
		return fmt.Errorf("it is open already, by %s: %w", o.ID, samantha.ErrInvalid)
	}
	return nil
}
