package mind

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"samantha"
	"samantha/internal/mind/asked"
	"samantha/internal/mind/memory"
)

// How the nearest telling is found. It must hold so much of what a question asks, names
// aside, itself or in what was told around it: less where the question is plainly about
// the person's own life, or names somebody of whom they told. Of a question in a word or
// two it must hold half itself, and be of whom it asks. What it holds around it, and a
// value of the sort that is asked for, count beside its place in recall. All were chosen
// on half of the lives to build with and looked at on the other half.
const (
	nearBreadth = 60 // memories that are looked at closely
	nearOwn     = 0.15
	nearNamed   = 0.4
	nearOther   = 0.6
	nearFew     = 0.4
	fewWords    = 2
	nearItself  = 0.6
	nearBefore  = 0.2
	nearAfter   = 0.2
	nearKind    = 0.2
	nearWhom    = 0.2
	nearAnother = 0.4 // taken off what is of somebody else
	nearSecond  = 0.5 // of the first, to be given beside it
	nearAround  = 5   // tellings before one that belong to it
)

// nearTalk is in how many moments of this talk nothing is looked for.
const nearTalk = 2

// lost: a question came to nothing, or to a word about the world at large.
func lost(a samantha.Act, moves []samantha.Move) bool {
	if len(moves) != 1 || a.Slots["hers"] != "" {
		return false
	}
	switch moves[0].Act {
	case samantha.DoNothing:
		return a.Kind != "ask.keep"
	case samantha.DoWorld, samantha.DoBetween:
		return a.Kind == "ask.world" || a.Kind == "ask.other" || a.Kind == "ask.told"
	}
	return false
}

// nearby is a telling that comes near a question.
type nearby struct {
	samantha.Memory
	asked.Close
	all     float64 // how much of the question it holds itself
	unnamed float64 // how much of the question it holds itself, names aside
	held    float64 // and with what is around it
	near    float64 // how near it comes; of use only beside others

	score, before, after float64 // its place in recall; and how much what is around it holds
}

// nearest is what they told that comes nearest to a question, said to be no more: one
// telling, or two where the second comes about as near.
func (s *situation) nearest(a samantha.Act) (samantha.Move, bool) {
	question := s.wholeQuestion(a.Text)
	least := nearOther
	switch {
	case s.ofTheirLife(question):
		least = nearOwn
	case s.namesTold(question) && !s.rooms.lore.AsksHer(question):
		least = nearNamed
	case s.rooms.lore.AsksHer(question), s.question(question).Owner == samantha.OriginHerself:
		return samantha.Move{}, false
	}
	in := s.inquire(question)
	found := slices.DeleteFunc(s.nearTo(in, least, a.Kind == "ask.fact"), func(n nearby) bool {
		return s.saidTonight([]samantha.ID{n.ID}) // they have just said that, and asked for something else
	})
	if len(found) == 0 {
		return samantha.Move{}, false
	}
	first := found[0]
	if len(found) == 1 || found[1].near < nearSecond*first.near || in.outdone(found[1], first) {
		m := samantha.Move{Act: samantha.DoNearest, Slots: slots("when", s.when(first.At, question))}
		s.recall(&m, "quote", asked.Part(first.ID, first.From, first.To))
		return m, true
	}
	second := found[1]
	m := samantha.Move{Act: samantha.DoNearest, Slots: slots("oneday", s.when(first.At, question), "twoday", s.when(second.At, question))}
	if m.Slots["oneday"] == m.Slots["twoday"] {
		m.Slots = nil
	}
	s.recall(&m, "one", asked.Part(first.ID, first.From, first.To))
	s.recall(&m, "two", asked.Part(second.ID, second.From, second.To))
	return m, true
}

// ofTheirLife: a question is after something of the person's own life, and neither after
// what she thinks nor after what she would do. What would be for them is of their life.
func (s *situation) ofTheirLife(question string) bool {
	if s.rooms.reader.AsksSaid(question) {
		return true
	}
	return s.rooms.lore.OfOwnLife(question, s.state.Memory.Names())
}

// namesTold: a question names somebody or something, with a capital, of which they told.
func (s *situation) namesTold(question string) bool {
	words := strings.Fields(question)
	return slices.ContainsFunc(words[min(1, len(words)):], func(w string) bool {
		r, _ := utf8.DecodeRuneInString(w)
		w = strings.TrimSuffix(samantha.SentenceKey(w), "s")
		return unicode.IsUpper(r) && len(w) > 2 && len(s.index.Offered([][]string{{w, w + "s"}}, 1)) > 0
	})
}

// inquiry is a question as it is looked for.
type inquiry struct {
	text   string
	read   asked.Question
	sought []asked.Sought
	words  *lexicon
}

func (s *situation) inquire(question string) inquiry {
	in := inquiry{text: question, read: s.rooms.reader.Question(s.rooms.reader.Asking(question)), words: s.lexicon()}
	in.sought = s.sought(in.read, focus{}, in.words)
	return in
}

// little: it asks for a word or two beside names.
func (in inquiry) little() bool {
	words := 0
	for _, w := range in.sought {
		if !w.Extra && !in.words.somebody(w.Word) {
			words++
		}
	}
	return words <= fewWords
}

// outdone: it asks in a word or two how something is, and a telling is older than the one
// that comes nearest.
func (in inquiry) outdone(told, by nearby) bool {
	return !in.read.Past && told.At.Before(by.At) && in.little()
}

// nearTo are the tellings that come near a question, the nearest first. What is asked in
// a word or two as a plain fact, or as what somebody said, was told or it was not.
func (s *situation) nearTo(in inquiry, least float64, plain bool) []nearby {
	q := s.question(in.text)
	q.Owner = samantha.OriginPerson
	few := in.little()
	if few && plain {
		return nil
	}
	var found []nearby
	for _, h := range s.index.Recall(q, nearBreadth) {
		if h.ID == s.id || s.justTold(h.ID) && !s.rooms.reader.AsksSaid(in.text) || !ownWords(h.By) {
			continue
		}
		n := s.heldOf(in, h)
		if n.held < least && !(few && s.mayBeValue(in, h.Text)) || s.onlyAsks(h.Text) || s.takesBack(h.ID) || s.keepsOff(in.text, h.Text) {
			continue
		}
		n = s.close(in, n)
		if (n.held >= least || s.valueOf(in, n)) && (!few || s.nearInFew(in, n)) {
			found = append(found, n)
		}
	}
	slices.SortStableFunc(found, func(a, b nearby) int { return cmp.Compare(b.near, a.near) })
	return standsNow(s, in.read, found, func(n nearby) samantha.ID { return n.ID })
}

// justTold: a memory is of the last moments of this talk. What she heard a moment ago
// nobody asks her to find, unless they ask what they said.
func (s *situation) justTold(id samantha.ID) bool {
	last := s.state.Talk[max(0, len(s.state.Talk)-nearTalk):]
	return !s.opens() && slices.ContainsFunc(last, func(x Exchange) bool { return x.ID == id.Event() })
}

// standsNow leaves out of what may answer how something is, or is to be, what was replaced
// by another of them. One whose value was replaced in a matter that is not asked of stays,
// for what replaced it is not among them.
func standsNow[T any](s *situation, q asked.Question, found []T, id func(T) samantha.ID) []T {
	if !asksOfNow(q) {
		return found
	}
	replaced := s.state.Memory.Replaced()
	return slices.DeleteFunc(slices.Clone(found), func(t T) bool {
		by, ok := replaced[id(t)]
		return ok && slices.ContainsFunc(found, func(o T) bool { return id(o) == by })
	})
}

// asksOfNow: a question is not after how something was.
func asksOfNow(q asked.Question) bool {
	return !q.Past && q.Order != asked.First && q.Order != asked.Before
}

// keepsOff: a telling is of what she was asked not to bring up, and the question is not.
func (s *situation) keepsOff(question, told string) bool {
	return s.state.Memory.Unmentioned(told) && !s.state.Memory.Unmentioned(question)
}

// nearInFew: a telling comes near a question in a word or two. It is of whom that asks, holds
// a thing that it names, if it names any, and has a value where one is asked for; of a
// place there are too many words to know all.
func (s *situation) nearInFew(in inquiry, n nearby) bool {
	valued := s.valued(in.read)
	if n.Another && s.rooms.reader.Typed(in.read) || !s.namesAll(in.text, n.Memory) || n.Value == 0 && in.read.Kind != asked.Place && valued {
		return false
	}
	things := slices.DeleteFunc(slices.Clone(in.sought), func(w asked.Sought) bool {
		return w.Extra || in.words.somebody(w.Word) || s.rooms.ear.Verb(w.Word)
	})
	if len(things) == 0 {
		return s.valueOf(in, n) || max(n.all, n.unnamed) >= nearFew
	}
	held, _ := in.words.share(things, n.Text)
	return held > 0
}

// valueOf: a telling names whom a question asks of and has a value of the kind it is
// after: "which days does Ida come?"
func (s *situation) valueOf(in inquiry, n nearby) bool {
	return n.Value > 0 && s.mayBeValue(in, n.Text)
}

// mayBeValue: a text names whom a question asks of that is after a value.
func (s *situation) mayBeValue(in inquiry, text string) bool {
	return s.valued(in.read) && in.read.Kind != asked.Place && s.namesSought(in, text) > 0
}

// closeTo is how near one memory comes to a question.
func (s *situation) closeTo(in inquiry, h memory.Hit) nearby { return s.close(in, s.heldOf(in, h)) }

// heldOf is how much of a question one memory holds, with what is around it.
func (s *situation) heldOf(in inquiry, h memory.Hit) nearby {
	n := nearby{Memory: h.Memory}
	n.all, n.unnamed = in.words.share(in.sought, h.Text+" "+strings.Join(s.rooms.lore.InAWord(h.Text), " "))
	n.held = n.unnamed
	before, after := 0.0, 0.0
	for _, beside := range s.index.Around(h.ID, nearAround) {
		all, unnamed := in.words.share(in.sought, beside.Text)
		n.held = max(n.held, unnamed/2)
		if beside.At.After(h.At) {
			after = max(after, all)
			continue
		}
		before = max(before, all)
	}
	n.score, n.before, n.after = h.Score, before, after
	return n
}

// close adds how near the memory itself comes to the question, and so how near all in all.
func (s *situation) close(in inquiry, n nearby) nearby {
	n.Close = s.rooms.reader.Close(in.read, in.sought, asked.Telling{ID: n.ID, At: n.At, Text: n.Text, By: n.By}, in.words.words())
	n.near = n.score + float64(nearItself*n.all) + float64(nearKind*n.Value) + float64(nearBefore*n.before) + float64(nearAfter*n.after) + float64(nearWhom*s.namesSought(in, n.Text))
	if n.Another {
		n.near -= nearAnother
	}
	return n
}

// namesSought is how many of those whom a question names a text names too, 0..1.
func (s *situation) namesSought(in inquiry, text string) float64 {
	var whom []asked.Sought
	for _, w := range in.sought {
		if in.words.somebody(w.Word) {
			whom = append(whom, asked.Sought{Word: w.Word, Weight: 1})
		}
	}
	named, _ := in.words.share(whom, text)
	return named
}

// tellsOf gathers what they told of somebody or something: how it came up, and what
// they told last.
func (s *situation) tellsOf(who, question string) (samantha.Move, bool) {
	told := s.underAnyName(who, func(name string) []samantha.Memory {
		var found []samantha.Memory
		for _, h := range s.index.Told(name, s.rooms.ear.Forms) {
			found = append(found, h.Memory)
		}
		return found
	})
	told = s.whoNames(s.telling(told), who)
	if len(told) < leastGathered {
		return samantha.Move{}, false
	}
	if len(told) > mostTurns {
		told = append(told[:1:1], told[len(told)-mostTurns+1:]...)
	}
	return s.quoted(told, false, question), true
}

// whoNames are those of some tellings that name somebody themselves, if several do: one
// that only belongs to a chapter about them may be about somebody else.
func (s *situation) whoNames(told []samantha.Memory, who string) []samantha.Memory {
	names := s.calledAs(who)
	found := slices.DeleteFunc(slices.Clone(told), func(m samantha.Memory) bool {
		return !slices.ContainsFunc(names, func(n string) bool { return s.rooms.lore.Names(m.Text, n) })
	})
	if len(found) < leastGathered {
		return told
	}
	return found
}

// toldOfIt answers what she knows of something: with what they told of it.
func (s *situation) toldOfIt(a samantha.Act) []samantha.Move {
	if m, ok := s.tellsOf(a.Slots["topic"], a.Text); ok {
		return []samantha.Move{m}
	}
	return s.fromOwn(a.Slots["topic"])
}

// namesAll: a telling names whoever of theirs a question names, or what they told around
// it does.
func (s *situation) namesAll(question string, told samantha.Memory) bool {
	text := told.Text + textOf(s.index.Around(told.ID, nearAround))
	return !slices.ContainsFunc(s.state.Memory.Names(), func(name string) bool {
		return s.rooms.lore.Names(question, name) && !s.rooms.lore.Names(text, name)
	})
}

// textOf are the words of some memories, each behind a space.
func textOf(all []samantha.Memory) string {
	var b strings.Builder
	for _, m := range all {
		b.WriteString(" ")
		b.WriteString(m.Text)
	}
	return b.String()
}
