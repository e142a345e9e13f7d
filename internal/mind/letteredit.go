package mind

import (
	"samantha"
	"samantha/internal/mind/letter"
)

// rewords words the letter otherwise, or says that there is nothing to change.
func (s *situation) rewords(l letter.Letter, how string) {
	step := samantha.LetterStep{Did: samantha.LetterFormed}
	w := s.written(l)
	for _, sentence := range w.Sentences {
		for _, f := range s.rooms.letters.Reword(how, sentence.Text) {
			f.Line = sentence.ID
			step.Forms = append(step.Forms, f)
		}
	}
	if towards := map[string]int{letter.Easy: -1, letter.Formal: 1}[how]; towards != 0 {
		if step.Tone = s.rooms.letters.Toned(w.Tone, towards); step.Tone == w.Tone {
			step.Tone = ""
		}
	}
	if len(step.Forms) == 0 && step.Tone == "" {
		s.stepped(l, samantha.LetterStep{Did: samantha.LetterRead}, samantha.Move{Act: samantha.DoLetterEdited, Slots: slots("how", "none")})
		return
	}
	m := samantha.Move{Act: samantha.DoLetterEdited, Slots: slots("how", how)}
	s.recallLetter(&m, l)
	s.stepped(l, step, m)
}

// drops takes a line out: by its place, or by what it is about.
func (s *situation) drops(l letter.Letter, a samantha.Act) {
	if l.Asks == "memory" && a.Slots["which"] == "last" {
		s.leavesMemory(l) // "leave it out" of what she offers
		return
	}
	var texts []string
	sentences := s.written(l).Sentences
	for _, sentence := range sentences {
		texts = append(texts, sentence.Text)
	}
	n, ok := s.rooms.letters.Which(texts, a.Slots["which"], a.Slots["about"])
	if !ok {
		s.stepped(l, samantha.LetterStep{Did: samantha.LetterRead}, samantha.Move{Act: samantha.DoLetterEdited, Slots: slots("how", "nowhere")})
		return
	}
	m := samantha.Move{Act: samantha.DoLetterEdited, Slots: slots("how", "out")}
	s.recall(&m, "text", sentences[n].ID)
	m.From = append(m.From, sentences[n].From)
	s.stepped(l, samantha.LetterStep{Did: samantha.LetterCut, Out: []samantha.ID{sentences[n].ID}}, m)
}

// undoes takes a change back, whose moment is given.
func (s *situation) undoes(l letter.Letter, last samantha.ID) {
	if last == "" {
		s.stepped(l, samantha.LetterStep{Did: samantha.LetterRead}, samantha.Move{Act: samantha.DoLetterEdited, Slots: slots("how", "nowhere")})
		return
	}
	m := samantha.Move{Act: samantha.DoLetterEdited, Slots: slots("how", "undone")}
	s.recallLetter(&m, l)
	s.stepped(l, samantha.LetterStep{Did: samantha.LetterUndone, Undo: last}, m)
}

// swaps puts what they say in the place of the last line.
func (s *situation) swaps(l letter.Letter, said string) {
	sentences := s.written(l).Sentences
	s.addsLines(l, said)
	if n := len(sentences); n > 0 && s.letter.step != nil {
		s.letter.step.Out = []samantha.ID{sentences[n-1].ID}
	}
}
