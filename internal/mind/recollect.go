package mind

import (
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"samantha"
)

// recall fills a slot of a move with words of an earlier moment, by their id.
func (s *situation) recall(m *samantha.Move, slot string, id samantha.ID) {
	if m.Recall == nil {
		m.Recall = map[string]samantha.ID{}
	}
	m.Recall[slot] = id
	m.From = append(m.From, id.Event())
}

// worded is an intent with its recalled words put in, ready to be spoken. What
// was forgotten in the meantime stays out, slot and source.
func (m *Mind) worded(in samantha.Intent, question string) samantha.Intent {
	out := in
	out.Moves = nil
	for _, move := range in.Moves {
		slots := maps.Clone(move.Slots)
		if slots == nil {
			slots = map[string]string{}
		}
		for slot, id := range move.Recall {
			if !m.recollect(slots, slot, id, cite{question, quoteWords(slot, len(move.Recall))}) {
				move.From = without(move.From, id.Event())
			}
		}
		m.callByName(slots)
		m.rooms.desk.Gather(slots)
		move.Slots = slots
		out.Moves = append(out.Moves, move)
	}
	return out
}

// callByName gives the names in slots the capital that they are due, however they
// were written: a name takes no "the" and no "your".
func (m *Mind) callByName(slots map[string]string) {
	if len(slots) == 0 {
		return
	}
	names := m.inMind().Memory.Names()
	for slot, text := range slots {
		kin := slot == "value" && m.rooms.ear.In("relation", slots["slot"])
		if kin || slices.Contains(names, text) {
			slots[slot] = capitals(text)
		}
	}
}

// capitals writes each word with a capital.
func capitals(name string) string {
	words := strings.Fields(name)
	for i, w := range words {
		r, size := utf8.DecodeRuneInString(w)
		words[i] = string(unicode.ToUpper(r)) + w[size:]
	}
	return strings.Join(words, " ")
}

// recollect puts the words that an id stands for into a slot.
func (m *Mind) recollect(slots map[string]string, slot string, id samantha.ID, q cite) bool {
	if slot == "fact" {
		f, ok := m.inMind().Memory.Fact(id)
		if ok {
			slots["of"], slots["slot"], slots["value"], slots["quote"] = f.Of, f.Slot, f.Value, f.Quote
		}
		return ok
	}
	if k, ok := m.inMind().Errands.Get(id); ok && slot == "list" {
		slots[slot] = k.List
		return k.List != ""
	}
	words, ok := m.wordsOf(id, q)
	if slot == "bit" || slot == "beside" || slot == "detail" { // it stands in a sentence of hers, and not for a quotation
		words = strings.Trim(words, " …?")
	}
	if ok {
		slots[slot] = words
	}
	return ok
}

func (m *Mind) wordsOf(id samantha.ID, q cite) (string, bool) {
	if words, ok := m.wordsPart(id); ok {
		return words, true
	}
	if words, ok := m.letterWords(id); ok {
		return words, true
	}
	if words, ok := m.inMind().Memory.Words(id); ok {
		return words, true
	}
	if words, ok := m.inMind().Errands.Words(id); ok {
		return words, true
	}
	if words, ok := m.inMind().Shelf.Words(id); ok {
		return words, true
	}
	if words, ok := m.inMind().Nights.words(id); ok {
		return words, true
	}
	if words, ok := m.inMind().Bond.Words(id); ok {
		return words, true
	}
	if words, ok := m.inMind().Self.Words(id); ok {
		return words, true
	}
	if id == m.inMind().LeftOff.ID {
		return m.inMind().LeftOff.Text, true
	}
	if answer, ok := strings.CutSuffix(string(id), askedPart); ok {
		found, ok := m.index.Get(samantha.ID(answer))
		return lastQuestion(found.Text), ok
	}
	if id.IsSaid() {
		for _, x := range m.inMind().Talk {
			if x.ID == id.Moment() {
				return x.Answer, x.Answer != ""
			}
		}
	}
	found, ok := m.index.Get(id)
	return passage(found.Text, m.rooms.lore.Sought(q.question), q.most, m.rooms.reader.Amends), ok
}

// askedPart makes the id of an answer that of the question it ends with.
const askedPart = ".asked"

// How much of a memory is quoted in a reply: alone, and beside others.
const (
	passageWords = 24
	ofTwoWords   = 20
	ofThreeWords = 16
	besideWords  = 12
	besideMost   = 22 // of one beside others, whatever was taken back
)

// cite is how much of a memory is given back: of what was asked, so many words.
type cite struct {
	question string
	most     int
}

// quoteWords is how many words a slot of a move may quote that recalls so many.
func quoteWords(slot string, recalls int) int {
	switch slot {
	case "one", "two", "three", "four":
		switch {
		case recalls <= leastGathered:
			return ofTwoWords
		case recalls == mostTurns:
			return ofThreeWords
		}
		return besideWords
	}
	return passageWords
}

// passage is what of a memory has most to do with the question: the sentences
// that hold most of its words, and those around them while there is room; what takes
// back the last of them goes with it.
func passage(text, question string, most int, amends func(string) bool) string {
	sentences := samantha.Sentences(text)
	asked := strings.Fields(samantha.SentenceKey(question))
	from, to := closest(sentences, asked, most)
	if to-from == 1 && wordCount(sentences[from:to]) > most+leftOut {
		return window(strings.TrimRight(sentences[from], ".!…"), asked, most)
	}
	for to < len(sentences) && wordCount(sentences[from:to+1]) <= most+leftOut {
		to++
	}
	for to < len(sentences) && amends(sentences[to]) {
		to++
	}
	for from > 0 && wordCount(sentences[from-1:to]) <= most {
		from--
	}
	if words := strings.Fields(strings.Join(sentences[from:to], " ")); most < passageWords && len(words) > besideMost {
		return strings.Join(words[:besideMost], " ") + " …" // what took it back stands before the cut
	}
	return strings.TrimRight(strings.Join(sentences[from:to], " "), ".!…")
}

// closest is the shortest run of parts of a text, of at most so many words if it
// is more than one, that holds most of what was asked.
func closest(parts, asked []string, most int) (from, to int) {
	to, held := min(1, len(parts)), -1
	for length := 1; length <= len(parts); length++ {
		for at := 0; at+length <= len(parts); at++ {
			run := parts[at : at+length]
			if n := holding(strings.Join(run, " "), asked); n > held && (length == 1 || wordCount(run) <= most+leftOut) {
				from, to, held = at, at+length, n
			}
		}
	}
	return from, to
}

// holding is how many of the words asked a text holds, each once.
func holding(text string, asked []string) int {
	n := 0
	key := " " + samantha.SentenceKey(text) + " "
	for i, w := range asked {
		if !slices.Contains(asked[:i], w) && strings.Contains(key, " "+singular(w)) {
			n++
		}
	}
	return n
}

// singular is a longer word without the mark of the plural, so that "plumbers" is
// held by what tells of a plumber.
func singular(w string) string {
	if len(w) > 4 {
		return strings.TrimSuffix(w, "s")
	}
	return w
}

func wordCount(parts []string) int {
	n := 0
	for _, p := range parts {
		n += len(strings.Fields(p))
	}
	return n
}

// leftOut are so few words that it is not worth leaving them out.
const leftOut = 2

// window is the stretch of a long sentence, of about so many words, that holds
// most of what was asked: whole clauses, unless one is a third longer still.
func window(sentence string, asked []string, size int) string {
	words := strings.Fields(sentence)
	if len(words) <= size+leftOut {
		return sentence
	}
	clauses := clausesOf(words)
	from, to := closest(clauses, asked, size)
	for to < len(clauses) && wordCount(clauses[from:to+1]) <= size {
		to++
	}
	if wordCount(clauses[from:to]) <= size+size/3 {
		return strings.TrimRight(strings.Join(clauses[from:to], " "), ",;:")
	}
	return stretch(strings.Fields(clauses[from]), asked, size)
}

// clausesOf are the parts of a sentence between its commas and the like, and at
// the words that join two of them.
func clausesOf(words []string) []string {
	var out []string
	from := 0
	for i, w := range words {
		if strings.ContainsAny(w[len(w)-1:], ",;:") || i == len(words)-1 || joins(words[i+1]) && i > from+1 {
			out = append(out, strings.Join(words[from:i+1], " "))
			from = i + 1
		}
	}
	return out
}

// joins: a word that begins another clause.
func joins(w string) bool { return w == "and" || w == "but" || w == "so" || w == "because" }

// stretch is so many words of a clause that is too long to be quoted whole.
func stretch(words, asked []string, size int) string {
	from, most := 0, -1
	for at := 0; at+size <= len(words); at++ {
		n := 0
		for _, w := range words[at : at+size] {
			if slices.Contains(asked, samantha.SentenceKey(w)) {
				n++
			}
		}
		if n > most {
			from, most = at, n
		}
	}
	text := strings.TrimRight(strings.Join(words[from:from+size], " "), ",;:")
	if from > 0 {
		text = "… " + text
	}
	if from+size < len(words) {
		text += " …"
	}
	return text
}
