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
			if !m.recollect(slots, slot, id, question) {
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
func (m *Mind) recollect(slots map[string]string, slot string, id samantha.ID, question string) bool {
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
	words, ok := m.wordsOf(id, question, quoteWords(slot))
	if ok {
		slots[slot] = words
	}
	return ok
}

func (m *Mind) wordsOf(id samantha.ID, question string, most int) (string, bool) {
	if words, ok := m.inMind().Memory.Words(id); ok {
		return words, true
	}
	if words, ok := m.inMind().Errands.Words(id); ok {
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
	return passage(found.Text, question, most), ok
}

// askedPart makes the id of an answer that of the question it ends with.
const askedPart = ".asked"

// How much of a memory is quoted in a reply: alone, and beside others.
const (
	passageWords = 14
	besideWords  = 7
)

// quoteWords is how many words a slot of a move may quote.
func quoteWords(slot string) int {
	switch slot {
	case "one", "two", "three", "four":
		return besideWords
	}
	return passageWords
}

// passage is the sentence of a memory that has most to do with the question.
func passage(text, question string, most int) string {
	best, held := text, -1
	asked := strings.Fields(samantha.SentenceKey(question))
	for _, sentence := range samantha.Sentences(text) {
		n := 0
		for _, w := range asked {
			if strings.Contains(" "+samantha.SentenceKey(sentence)+" ", " "+w) {
				n++
			}
		}
		if n > held {
			best, held = sentence, n
		}
	}
	return window(strings.Fields(strings.TrimRight(best, ".!…")), asked, most)
}

// leftOut are so few words that it is not worth leaving them out.
const leftOut = 2

// window is the stretch of a long sentence, of so many words, that holds most of
// what was asked.
func window(words, asked []string, size int) string {
	if len(words) <= size+leftOut {
		return strings.Join(words, " ")
	}
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
