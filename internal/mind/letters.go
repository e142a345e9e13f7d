package mind

import (
	"strconv"
	"strings"

	"samantha"
	"samantha/internal/mind/letter"
)

// writing is what a moment does to a letter of theirs, and what she says to it.
// Without moves the moment is about something else, and leaves every letter as it is.
type writing struct {
	step  *samantha.LetterStep
	moves []samantha.Move
}

// writes decides whether the moment is about a letter: something was asked of one,
// or they are at one and this is for it. What is said for a letter is said to whom
// the letter is to, and so it tells her nothing and is no word between the two.
func (s *situation) writes() {
	if s.care.Level > 0 || s.jotted || s.heard.Language != "" {
		return
	}
	a, asked := s.heard.Act("letter")
	switch {
	case asked && (s.state.Paused || s.company()):
		s.letter.moves = []samantha.Move{{Act: samantha.DoLetterNone, Slots: slots("why", either(s.state.Paused, "off", "guest"))}}
	case asked:
		s.ofLetter(a)
	case s.atLetter():
		a = samantha.Act{Kind: "letter.line", Text: s.text}
		s.forLetter()
	}
	if len(s.letter.moves) == 0 {
		return
	}
	acts := []samantha.Act{a}
	for _, other := range s.heard.Acts {
		if under(other.Kind, "errand") { // none may be lost
			acts = append(acts, other)
		}
	}
	s.heard.Acts, s.heard.Claims, s.heard.Told, s.heard.Ends = acts, nil, nil, nil
}

// withLetter is the answer to a moment at a letter, and to what else was asked in it
// for good.
func (s *situation) withLetter() []samantha.Move {
	moves := s.letter.moves
	for _, a := range s.heard.Acts {
		if under(a.Kind, "errand") {
			moves = append(moves, s.errand(a)...)
		}
	}
	return moves
}

// mark is what stays of the step when its words are forgotten; nil without a step.
func (w writing) mark() *samantha.LetterMark {
	if w.step == nil {
		return nil
	}
	return &samantha.LetterMark{Letter: w.step.Letter, Lines: len(w.step.Lines)}
}

// ofLetterLast: what was said last was about a letter.
func (s *situation) ofLetterLast() bool {
	x, ok := s.last()
	return ok && !s.opens() && !s.state.Paused && !s.company() && x.ID == s.state.Letters.Last
}

// atLetter: they are at a letter that is neither done nor left for now.
func (s *situation) atLetter() bool {
	l, open := s.state.Letters.Get(s.state.Letters.Open)
	return open && s.ofLetterLast() && !l.Done && !s.leftIt(l)
}

// leftIt: they put the letter by for now.
func (s *situation) leftIt(l letter.Letter) bool {
	n := len(l.Steps)
	return n > 0 && l.Steps[n-1].Did == samantha.LetterLeft
}

// ofLetter is what she does when something is asked of a letter.
func (s *situation) ofLetter(a samantha.Act) {
	switch a.Kind {
	case "letter.begin":
		s.beginsLetter(a)
		return
	case "letter.all":
		s.letter.moves = []samantha.Move{s.letters()}
		return
	}
	l, ok := s.whichLetter(a.Slots["to"])
	if !ok {
		s.letter.moves = []samantha.Move{{Act: samantha.DoLetterNone, Slots: slots("why", "none")}}
		return
	}
	switch a.Kind {
	case "letter.back":
		s.stepped(l, samantha.LetterStep{Did: samantha.LetterBack}, s.readsLetter(l, "back", "yes"))
	case "letter.read":
		s.stepped(l, samantha.LetterStep{Did: samantha.LetterRead}, s.readsLetter(l))
	case "letter.add":
		s.addsLines(l, s.dictated(a))
	case "letter.swap":
		s.swaps(l, s.dictated(a))
	case "letter.form":
		s.rewords(l, a.Slots["how"])
	case "letter.drop":
		s.drops(l, a)
	case "letter.undo":
		s.undoes(l, l.Undoes())
	case "letter.not":
		s.undoes(l, l.Undoes(samantha.LetterAdded))
	case "letter.take":
		s.takesMemory(l)
	case "letter.skip":
		s.leavesMemory(l)
	case "letter.later":
		s.stepped(l, samantha.LetterStep{Did: samantha.LetterLeft}, s.toWhom(l, samantha.DoLetterPut, "how", "left"))
	case "letter.done":
		s.stepped(l, samantha.LetterStep{Did: samantha.LetterDone}, s.toWhom(l, samantha.DoLetterPut, "how", "done"))
	}
}

// dictated is what an act gives for a letter, with its mark and all that comes after it.
func (s *situation) dictated(a samantha.Act) string {
	line := a.Slots["line"]
	if at := strings.LastIndex(s.text, line); at >= 0 && !s.heard.Has("errand") {
		return s.text[at:]
	}
	return line
}

// stepped is the step that a moment takes in a letter, with what she says to it.
func (s *situation) stepped(l letter.Letter, step samantha.LetterStep, m samantha.Move) {
	step.Letter = l.ID
	s.letter = writing{&step, []samantha.Move{m}}
}

// beginsLetter begins one. She asks what she needs and was not told, one thing at a
// time.
func (s *situation) beginsLetter(a samantha.Act) {
	step := samantha.LetterStep{Did: samantha.LetterBegun, To: s.addressee(a.Slots["to"]), For: strings.TrimRight(a.Slots["for"], ".!"), Tone: toneNamed(a.Slots["tone"])}
	if rest := strings.TrimSpace(strings.TrimPrefix(s.text, a.Text)); step.For == "" && rest != s.text && strings.Trim(rest, ".!? ") != "" {
		step.For = strings.TrimSpace(strings.TrimLeft(rest, ".!? ")) // "... to my sister. I want to thank her."
	}
	l := letter.Letter{To: step.To, For: step.For}
	s.asksForLetter(l, &step)
}

// toneNamed is the tone that a word asks for; "" for the usual one.
func toneNamed(word string) string {
	switch word {
	case "formal":
		return "formal"
	case "casual", "informal":
		return "easy"
	case "warm", "friendly":
		return "warm"
	}
	return ""
}

// asksForLetter asks for what is not known yet of a letter: whom it is to, what it is
// for; or it offers what the two share; or it waits for their words.
func (s *situation) asksForLetter(l letter.Letter, step *samantha.LetterStep) {
	m := samantha.Move{Act: samantha.DoLetterAsk}
	switch {
	case l.To == "":
		step.Asks, m.Slots = "whom", slots("wants", "whom")
	case l.For == "":
		step.Asks, m = "for", s.toWhom(l, samantha.DoLetterAsk, "wants", "for")
	default:
		m = s.offersOrWaits(l, step, "")
	}
	s.letter = writing{step, []samantha.Move{m}}
}

// lettersOffered is how many memories she offers for one letter.
const lettersOffered = 2

// offersOrWaits offers something that the person told and shares with whom the letter
// is to, twice at most; without one she waits for their words.
func (s *situation) offersOrWaits(l letter.Letter, step *samantha.LetterStep, no string) samantha.Move {
	found, ok := s.shared(l)
	if !ok {
		return s.toWhom(l, samantha.DoLetterWords, "no", no)
	}
	step.Asks, step.Memory, step.Nth = "memory", found.ID, found.Nth
	m := s.toWhom(l, samantha.DoLetterOffer, "again", yes(len(l.Offered) > 0))
	s.recall(&m, "quote", found.ID.Part(sentencePart, found.Nth))
	return m
}

// forLetter is what she does with something said while they are at a letter: an
// answer to what she asked, or a sentence of it. What is plainly something else
// leaves the letter.
func (s *situation) forLetter() {
	l, _ := s.state.Letters.Get(s.state.Letters.Open)
	said, agrees, declines := strings.TrimSpace(s.text), s.heard.Has("yes"), s.heard.Has("no")
	switch {
	case l.Asks == "memory" && agrees && terse(said):
		s.takesMemory(l)
	case l.Asks == "memory" && declines && terse(said):
		s.leavesMemory(l)
	case l.Asks == "who" && agrees && terse(said):
		s.turnsDoubtful(l)
	case l.Asks == "who" && declines && terse(said):
		s.stepped(l, samantha.LetterStep{Did: samantha.LetterTold}, s.toWhom(l, samantha.DoLetterWords))
	case s.small():
		s.letter.step = &samantha.LetterStep{Letter: l.ID, Did: samantha.LetterRead, Asks: l.Asks} // they are still at it
	case s.elsewhere():
	case l.Asks == "whom":
		if to := s.addressee(said); to != "" {
			step := samantha.LetterStep{Letter: l.ID, Did: samantha.LetterTold, To: to}
			l.To, l.ToIn = to, ""
			s.asksForLetter(l, &step)
		}
	case l.Asks == "for":
		step := samantha.LetterStep{Letter: l.ID, Did: samantha.LetterTold, For: strings.TrimRight(said, ".!")}
		l.For = step.For
		s.asksForLetter(l, &step)
	default:
		s.addsLines(l, said)
	}
}

// elsewhere: it is no sentence for a letter but asks something of her, or is a word
// between the two.
func (s *situation) elsewhere() bool {
	for _, kind := range []string{"ask", "request", "errand", "goodbye", "greet", "quiet", "wait", "pardon", "still", "doubt", "complain", "correct", "guest", "laugh", "tell.name"} {
		if s.heard.Has(kind) {
			return true
		}
	}
	return strings.HasSuffix(s.text, "?") || len(strings.Fields(s.text)) < 2
}

// small: a yes, a thank-you, a laugh, and no more.
func (s *situation) small() bool {
	manners := s.heard.Has("thanks") || s.heard.Has("yes") || s.heard.Has("no") || s.heard.Has("laugh")
	return manners && terse(s.text)
}

// addsLines puts what they said into the letter, sentence by sentence, turned to whom
// it is for. Of a word that may mean somebody else she asks.
func (s *situation) addsLines(l letter.Letter, said string) {
	to, before := s.reader(l), ""
	if w := s.written(l).Sentences; len(w) > 0 {
		before = w[len(w)-1].Said
	}
	step := samantha.LetterStep{Did: samantha.LetterAdded}
	m := samantha.Move{Act: samantha.DoLetterLine}
	for _, sentence := range letter.Clean(said) {
		forms, doubt := s.rooms.letters.Turn(sentence, before, to)
		step.Lines = append(step.Lines, samantha.LetterLine{Text: sentence, Forms: forms, Doubt: doubt})
		before = sentence
		if doubt != "" && step.Asks == "" {
			step.Asks = "who"
			m = s.toWhom(l, samantha.DoLetterAsk, "wants", "who", "word", strings.ToLower(doubt))
		}
	}
	if len(step.Lines) == 0 {
		return
	}
	s.recall(&m, "text", s.id.Part(addedPart, 1))
	s.stepped(l, step, m)
}

// turnsDoubtful: the word she asked about means whom the letter is to.
func (s *situation) turnsDoubtful(l letter.Letter) {
	step := samantha.LetterStep{Did: samantha.LetterFormed}
	m := samantha.Move{Act: samantha.DoLetterEdited, Slots: slots("how", "turned")}
	to := s.reader(l)
	for _, n := range l.Standing(0) {
		if n.Doubt == "" || n.ID.Event() != s.state.Letters.Last {
			continue
		}
		step.Sort = either(to.Sort == "", s.rooms.letters.SortIn(n.Text), "")
		for _, f := range s.rooms.letters.TurnAll(n.Text, to) {
			f.Line = n.ID
			step.Forms = append(step.Forms, f)
		}
		if len(m.Recall) == 0 {
			s.recall(&m, "text", n.ID)
		}
	}
	s.stepped(l, step, m)
}

// takesMemory puts in what she offered.
func (s *situation) takesMemory(l letter.Letter) {
	n := len(l.Offered)
	if l.Asks != "memory" || n == 0 {
		return
	}
	from := l.Offered[n-1]
	told, ok := s.index.Get(from.ID)
	text, stands := letter.Nth(told.Text, from.Nth)
	if !ok || !stands {
		return
	}
	line := samantha.LetterLine{From: from.ID, Nth: from.Nth}
	line.Forms, _ = s.rooms.letters.Turn(text, "", s.reader(l))
	m := samantha.Move{Act: samantha.DoLetterLine, Slots: slots("old", "yes")}
	s.recall(&m, "text", s.id.Part("line", 1))
	m.From = append(m.From, from.ID.Event())
	s.stepped(l, samantha.LetterStep{Did: samantha.LetterAdded, Lines: []samantha.LetterLine{line}}, m)
}

// leavesMemory leaves out what she offered, and may offer one more.
func (s *situation) leavesMemory(l letter.Letter) {
	if l.Asks != "memory" {
		return
	}
	step := samantha.LetterStep{Did: samantha.LetterTold}
	m := s.offersOrWaits(l, &step, "yes")
	s.stepped(l, step, m)
}

// readsLetter reads a letter out.
func (s *situation) readsLetter(l letter.Letter, pairs ...string) samantha.Move {
	m := s.toWhom(l, samantha.DoLetterRead, pairs...)
	w := s.written(l)
	if w.Lost > 0 {
		m.Slots["lost"] = strconv.Itoa(w.Lost)
	}
	if len(w.Sentences) > 0 {
		s.recallLetter(&m, l)
	}
	return m
}

// letters are whom their letters are to.
func (s *situation) letters() samantha.Move {
	var to []letter.Letter
	for _, l := range s.state.Letters.All {
		if l.To != "" {
			to = append(to, l)
		}
	}
	if len(to) == 0 {
		return samantha.Move{Act: samantha.DoLetterNone, Slots: slots("why", "none")}
	}
	m := samantha.Move{Act: samantha.DoLetters, Slots: slots("count", strconv.Itoa(len(to)), "more", yes(len(to) > readMost))}
	for i, l := range to[max(0, len(to)-readMost):] {
		s.recall(&m, item(i+1), l.ToIn.Part("to", 1))
	}
	return m
}
