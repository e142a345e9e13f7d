package mind

import (
	"slices"
	"strings"
	"unicode"

	"samantha"
	"samantha/internal/mind/asked"
	"samantha/internal/mind/hearing"
)

// How far back a talk is looked through, how long a clause may be that she gives back as
// her own sentence, and how much of a question it must hold.
const (
	tonightMost  = 200 // memories
	clauseMost   = 16  // words
	clauseHolds  = 0.6
	fragmentMost = 6 // words of an answer without a verb
)

// clause is a part of what they told in this talk: words from and to of one telling.
type clause struct {
	id       samantha.ID
	text     string
	from, to int
}

// part names its words, for recalling.
func (c clause) part() samantha.ID { return asked.Part(c.id, c.from, c.to) }

// words are its words.
func (c clause) words() []string { return strings.Fields(c.text)[c.from:c.to] }

// tonight is what they told in this talk, the first first.
func (s *situation) tonight() []samantha.Memory {
	return slices.DeleteFunc(s.spokenTonight(), func(m samantha.Memory) bool { return s.onlyAsks(m.Text) })
}

// spokenTonight is all that they said in this talk, the first first, but for what she is
// to leave alone.
func (s *situation) spokenTonight() []samantha.Memory {
	return slices.DeleteFunc(s.openlyTonight(), func(m samantha.Memory) bool { return s.takesBack(m.ID) })
}

// openlyTonight is all that they said in this talk and that may be mentioned. What it does is
// not looked at: hearing it again is dear.
func (s *situation) openlyTonight() []samantha.Memory {
	if s.opens() {
		return nil
	}
	return slices.DeleteFunc(s.index.Newest(tonightMost), func(m samantha.Memory) bool {
		return m.By != samantha.OriginPerson || m.ID.IsPart() || m.At.Before(s.state.Encounter.Since) || s.state.Memory.Unmentioned(m.Text)
	})
}

// answersNothing: a memory only asks, or only asked her to forget something.
func (s *situation) answersNothing(m samantha.Memory) bool {
	return s.takesBack(m.ID) || s.onlyAsks(m.Text)
}

// fromTonight answers what was told in this talk with the value itself: a name, what was
// wrong with a thing, what is to be done to them; nil if the question is after none of it.
func (s *situation) fromTonight(a samantha.Act) []samantha.Move {
	for _, q := range s.rooms.ear.Evening(a.Text, s.context()) {
		var bits []clause
		switch q.Kind {
		case "name":
			bits = s.namedTonight(q.Slots["of"])
		case "wrong":
			bits = s.wrongTonight(q.Slots["of"])
		case "done":
			bits = s.lastOf("operation", "what")
		case "spoke":
			if m, ok := s.spoke(q.Slots["of"]); ok {
				return []samantha.Move{m}
			}
		case "torn":
			if m, ok := s.tornTonight(); ok {
				return []samantha.Move{m}
			}
		}
		if len(bits) > 0 {
			return []samantha.Move{s.givesBits(samantha.DoTonight, bits)}
		}
	}
	return nil
}

// givesBits is a move that holds one or two clauses of theirs.
func (s *situation) givesBits(act string, bits []clause) samantha.Move {
	m := samantha.Move{Act: act}
	for i, slot := range []string{"bit", "beside"} {
		if i < len(bits) {
			s.recall(&m, slot, bits[i].part())
		}
	}
	m.From = slices.Compact(m.From)
	return m
}

// inShort is the clause of this talk that holds most of a question, in place of whole
// tellings of it or of nothing.
func (s *situation) inShort(a samantha.Act, moves []samantha.Move) []samantha.Move {
	quotes := []string{samantha.DoMemory, samantha.DoGathered, samantha.DoNearest}
	whole := len(moves) == 1 && slices.Contains(quotes, moves[0].Act) && s.saidTonight(moves[0].From)
	if !lost(a, moves) && !whole {
		return moves
	}
	if found := s.fromTonight(a); found != nil {
		return found
	}
	if c, ok := s.clauseTonight(a.Text); ok && a.Kind != "ask.fact" && (!s.asksNumber(a) || s.mayAnswer(a, c.id)) {
		c = s.barely(c)
		return []samantha.Move{s.givesBits(samantha.DoTonight, []clause{c})}
	}
	return moves
}

// saidTonight: all of some memories are of this talk.
func (s *situation) saidTonight(from []samantha.ID) bool {
	return len(from) > 0 && !s.opens() && !slices.ContainsFunc(from, func(id samantha.ID) bool {
		m, ok := s.index.Get(id.Event())
		return !ok || m.By != samantha.OriginPerson || m.At.Before(s.state.Encounter.Since)
	})
}

// clauseTonight is the clause that holds most of what a question asks, the first of those
// that hold as much; false if none holds enough of it, or it says no more than the
// question does.
func (s *situation) clauseTonight(question string) (clause, bool) {
	l := s.lexicon()
	var sought [][]string
	for _, w := range strings.Fields(s.rooms.lore.Sought(s.fullQuestion(question))) {
		sought = append(sought, append(l.group(w), w, singular(w)))
	}
	var best clause
	most := 1
	for _, m := range s.openlyTonight() {
		for _, c := range clausesIn(m) {
			held := c.holds(sought)
			if held > most && float64(held) >= clauseHolds*float64(len(sought)) && len(c.words()) > held+1 && len(c.words()) <= clauseMost && !s.answersNothing(m) {
				best, most = c, held
			}
		}
	}
	return best, most > 1
}

// barely is a clause without what it only leads in with: "there is", "um".
func (s *situation) barely(c clause) clause {
	for words := c.words(); len(words) > 2; words = c.words() {
		switch {
		case s.rooms.ear.In("leadin", words[0]):
			c.from++
		case s.rooms.ear.In("leadin", words[0]+" "+words[1]):
			c.from += 2
		default:
			return c
		}
	}
	return c
}

// holds is how many of some words, each in any of its forms, a clause has.
func (c clause) holds(sought [][]string) int {
	n := 0
	words := c.words()
	for _, forms := range sought {
		if slices.ContainsFunc(words, func(w string) bool {
			w = samantha.SentenceKey(w)
			return slices.Contains(forms, w) || slices.Contains(forms, singular(w))
		}) {
			n++
		}
	}
	return n
}

// clausesIn are the clauses of a telling: between its marks, and at the words that join.
func clausesIn(m samantha.Memory) []clause {
	words := strings.Fields(m.Text)
	var out []clause
	from := 0
	for i, w := range words {
		last := i == len(words)-1
		if !last && !strings.ContainsAny(w[len(w)-1:], ".,;:!?") && (!joins(words[i+1]) && words[i+1] != "who" || i <= from+1) {
			continue
		}
		if joins(strings.ToLower(words[from])) && i > from {
			from++
		}
		out = append(out, clause{m.ID, m.Text, from, i + 1})
		from = i + 1
	}
	return out
}

// mentions: a clause or telling has a word, or another for the same person or thing.
func (s *situation) mentions(text, of string) bool {
	of = strings.TrimSuffix(of, "s")
	forms := s.lexicon().group(of)
	return slices.ContainsFunc(strings.Fields(text), func(w string) bool {
		w = samantha.SentenceKey(w)
		one := strings.TrimSuffix(w, "s")
		return slices.Contains(forms, w) || slices.Contains(forms, one) || s.rooms.ear.SameKin(one, of)
	})
}

// namedTonight is what somebody or something of theirs is called: by a sentence that says
// so, or by a name alone, where it was told right behind them.
func (s *situation) namedTonight(of string) []clause {
	told := s.tonight()
	for i, m := range told {
		if !s.mentions(m.Text, of) {
			continue
		}
		if c, ok := s.nameBehind(m, of); ok {
			return []clause{c}
		}
		for _, next := range told[i:min(len(told), i+2)] {
			if c, ok := s.slotIn(next, "named", "name"); ok {
				return []clause{c}
			}
			if c := clausesIn(next); next.ID != m.ID && len(c) > 0 && len(c[0].words()) == 1 && s.aName(c[0].words()[0]) {
				return c[:1]
			}
		}
	}
	return nil
}

// nameBehind is a name that stands alone right behind the sentence that speaks of somebody,
// in one telling: "The cat died. Minnie."
func (s *situation) nameBehind(m samantha.Memory, of string) (clause, bool) {
	sentences := samantha.Sentences(m.Text)
	for i, sentence := range sentences[:max(0, len(sentences)-1)] {
		next := strings.Trim(sentences[i+1], ".!, ")
		if i == 0 && s.mentions(next, of) && strings.HasPrefix(strings.ToLower(next), "my ") { // "Rufus. My dog."
			sentence, next = next, strings.Trim(sentence, ".!, ")
		}
		if !s.mentions(sentence, of) || len(strings.Fields(next)) != 1 || len(s.times(next)) > 0 || !s.aName(next) {
			continue
		}
		return clauseOf(m, next)
	}
	return clause{}, false
}

// aName: a word that stands alone and is no word she knows.
func (s *situation) aName(word string) bool {
	w := samantha.SentenceKey(word)
	capital := unicode.IsUpper([]rune(word)[0])
	heard := s.rooms.ear.Hear(word, s.context())
	return !s.rooms.ear.Verb(w) && !heard.Has("yes") && !heard.Has("no") && !heard.Has("thanks") && (capital || len(heard.People) > 0)
}

// slotIn is what a slot of a rule of en/evening.txt holds in a telling.
func (s *situation) slotIn(m samantha.Memory, kind, slot string) (clause, bool) {
	for _, t := range s.rooms.ear.Evening(m.Text, s.context()) {
		if t.Kind == kind && t.Slots[slot] != "" {
			return clauseOf(m, t.Slots[slot])
		}
	}
	return clause{}, false
}

// clauseOf is where some words first stand in a telling; false if they do not.
func clauseOf(m samantha.Memory, words string) (clause, bool) {
	before, _, found := strings.Cut(m.Text, words)
	from := len(strings.Fields(before))
	return clause{m.ID, m.Text, from, from + len(strings.Fields(words))}, found && words != ""
}

// lastOf is what they told last by a rule of en/evening.txt.
func (s *situation) lastOf(kind, slot string) []clause {
	for _, m := range slices.Backward(s.tonight()) {
		if c, ok := s.slotIn(m, kind, slot); ok {
			return []clause{c}
		}
	}
	return nil
}

// wrongTonight is what is wrong with a thing of theirs: the clause that says so, and the
// bare words they told right behind it.
func (s *situation) wrongTonight(of string) []clause {
	told := s.tonight()
	for i, m := range told {
		if !s.mentions(m.Text, of) {
			continue
		}
		for n, next := range told[i:min(len(told), i+3)] {
			for _, c := range clausesIn(next) {
				if len(c.words()) > clauseMost || !s.hasKind(strings.Join(c.words(), " "), "broken") {
					continue
				}
				bits := []clause{c}
				if i+n+1 < len(told) {
					bits = append(bits, s.fragment(told[i+n+1])...)
				}
				return bits
			}
		}
	}
	return nil
}

// hasKind: some words are told by a rule of en/evening.txt.
func (s *situation) hasKind(text, kind string) bool {
	return slices.ContainsFunc(s.rooms.ear.Evening(text, s.context()), func(t hearing.Asked) bool { return t.Kind == kind })
}

// fragment is the first sentence of a telling if it is an answer in bare words: "ball
// joints and the exhaust".
func (s *situation) fragment(m samantha.Memory) []clause {
	sentences := samantha.Sentences(m.Text)
	if len(sentences) == 0 {
		return nil
	}
	words := strings.Fields(sentences[0])
	if len(words) < 2 || len(words) > fragmentMost || slices.ContainsFunc(words, func(w string) bool {
		return s.rooms.ear.In("pronoun", w) || s.rooms.ear.In("auxiliary", w)
	}) {
		return nil
	}
	return []clause{{m.ID, m.Text, 0, len(words)}}
}

// saysMore puts what they let slip in the place of a mere mm-hm, where they said little
// twice running and asked for no quiet.
func (s *situation) saysMore(made []samantha.Move) []samantha.Move {
	quiet := slices.ContainsFunc(s.state.Talk, func(x Exchange) bool { return x.Act == samantha.DoStay })
	if len(made) != 1 || made[0].Act != samantha.DoListen || !s.terseTwice() || quiet || s.company() {
		return made
	}
	if bits := s.letSlip(); len(bits) > 1 {
		return []samantha.Move{s.givesBits(samantha.DoTerse, bits)}
	}
	return made
}

// letSlip are the last two troubles they told in a few words, the first first; none if she
// has put such things side by side in this talk. What is no trouble has nothing to do with
// what it would stand beside.
func (s *situation) letSlip() []clause {
	if slices.ContainsFunc(s.state.Talk, func(x Exchange) bool { return x.Act == samantha.DoTerse && len(x.From) > 0 }) {
		return nil
	}
	var bits []clause
	for _, m := range slices.Backward(s.tonight()) {
		words := strings.Fields(m.Text)
		if len(words) < 2 || len(words) > 4 || strings.ContainsAny(m.Text, ".?!") || !s.troubling(m.Text) {
			continue
		}
		if bits = append(bits, clause{m.ID, m.Text, 0, len(words)}); len(bits) == 2 {
			break
		}
	}
	slices.Reverse(bits)
	return bits
}

// troubling: a few words say what weighs on them.
func (s *situation) troubling(text string) bool {
	if s.heardAs(text, "tell.hard") || s.heardAs(text, "tell.feeling") {
		return true
	}
	if frames := s.rooms.ear.Frames(text, s.context()); len(frames) > 0 && s.rooms.ear.In("weighty", frames[0].Kind) {
		return true
	}
	r := s.rooms.heart.Read(text, s.rooms.ear.Hear(text, s.context()), 0)
	return r.Confidence >= sureInPassing && r.Valence < uneasy
}

// asksNumber: a question is after how many, how much or how old.
func (s *situation) asksNumber(a samantha.Act) bool {
	switch s.rooms.reader.Question(s.fullQuestion(a.Text)).Kind {
	case asked.Many, asked.Much, asked.Age:
		return true
	}
	return false
}
