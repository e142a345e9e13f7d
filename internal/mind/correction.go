package mind

import (
	"slices"
	"strings"

	"samantha"
	"samantha/internal/mind/memory"
)

// corrections are the acts of the moment, where what only sounds like a correction is
// the telling it is, and so is what only sounds like a wish for quiet.
func (s *situation) corrections() []samantha.Act {
	acts := slices.Clone(s.heard.Acts)
	for i, a := range acts {
		switch {
		case a.Kind == "correct" && !s.corrects(a):
			acts[i] = samantha.Act{Kind: "tell.event", Text: a.Text}
		case a.Kind == "complain" && s.unfounded(a):
			acts[i] = samantha.Act{Kind: "tell.event", Text: a.Text} // "that wasn't funny", of the day
		case a.Slots["lone"] != "" && !s.shadowed():
			acts[i] = samantha.Act{Kind: "tell.event", Text: a.Text} // "she's fine", and nobody feared for her
		case a.Kind == "tell.hard" && s.laughedOff(a), a.Kind == "tell.feeling" && s.feltByOther(a):
			acts[i] = samantha.Act{Kind: "tell.event", Text: a.Text}
		case a.Kind == "quiet" && s.saysHow(a):
			acts[i] = samantha.Act{Kind: "tell.bit", Text: a.Text}
		}
	}
	return acts
}

// corrects: something is put right: it is said to her, or begins with a no, or takes back
// what was said or is held; and where nothing is named as wrong, it is all that was said.
// "That's the bit that can't wait" and "I just said my son" in a story are tellings.
func (s *situation) corrects(a samantha.Act) bool {
	words := strings.Fields(samantha.SentenceKey(a.Text))
	rejects := func(text string) bool { // "no, that's not it"
		first, _, _ := strings.Cut(samantha.SentenceKey(text), " ")
		return s.rooms.ear.In("rejects", first)
	}
	if s.tellsBeside(a) {
		return false
	}
	if len(words) == 0 || rejects(a.Text) || rejects(s.text) || slices.ContainsFunc(words, func(w string) bool { return s.rooms.ear.In("toher", w) }) {
		return true
	}
	wrong := a.Slots["wrong"]
	if s.rooms.ear.Holds("own clause", a.Slots["detail"]) {
		return false // "it's bad and I'd rather not finish"
	}
	if wrong == "" && len(words) > briefly-2 {
		return false // of so many words some would say what is wrong
	}
	if wrong == "" {
		return strings.HasPrefix(samantha.SentenceKey(s.text), strings.Join(words, " "))
	}
	return slices.ContainsFunc(words, func(w string) bool { return s.rooms.ear.In("denies", w) }) && s.wasSaid(wrong)
}

// saysHow: one word for quiet opens a telling, or answers what she asked, and then says
// how it was: "Quiet. You could hear the clock."
func (s *situation) saysHow(a samantha.Act) bool {
	if len(strings.Fields(a.Text)) != 1 || a.Slots["rude"] != "" {
		return false
	}
	x, ok := s.last()
	tells := func(b samantha.Act) bool { return under(b.Kind, "tell") }
	return ok && !s.opens() && x.Asks || s.tellsOn(a, tells)
}

// tellsBeside: it only says that it was said before, or names nothing as wrong, and goes
// on telling: "I just told you. He makes me feel small".
func (s *situation) tellsBeside(a samantha.Act) bool {
	told := slices.ContainsFunc(s.heard.Acts, func(o samantha.Act) bool { return under(o.Kind, "tell") && o.Kind != "tell.name" && o.Text != a.Text })
	return told && a.Slots["wrong"] == "" && a.Slots["detail"] == "" && !s.rooms.ear.Holds("denies", s.text)
}

// wasSaid: a thing has a word in what was said lately by either of them, or in what they
// told that this brings to mind, or a fact says it.
func (s *situation) wasSaid(thing string) bool {
	said := func(text string) bool {
		return slices.ContainsFunc(strings.Fields(samantha.SentenceKey(thing)), func(w string) bool {
			return (len(w) > 3 || strings.Trim(w, "0123456789") == "") && !s.rooms.ear.In("determiner", w) && gives(text, w)
		})
	}
	for _, x := range s.state.Talk {
		if told, _ := s.index.Get(x.ID); said(x.Answer) || said(told.Text) {
			return true
		}
	}
	for _, h := range s.recalled {
		if said(h.Text) {
			return true
		}
	}
	return slices.ContainsFunc(s.state.Memory.Facts, func(k memory.Fact) bool { return said(k.Value) })
}

// corrected takes that she got something wrong: a chapter as she tells it, a fact
// they never told, or whatever she took otherwise.
func (s *situation) corrected(a samantha.Act) samantha.Move {
	if s.toldStory() {
		x, _ := s.last()
		return samantha.Move{Act: samantha.DoYours, From: x.From[:1]}
	}
	if _, back := s.denying(); back {
		return s.denied(a)
	}
	return samantha.Move{Act: samantha.DoWrong, Slots: slots("detail", s.correction(a), "fixed", s.fixes(), "hurt", yes(len(s.appraised.Eased) > 0))}
}

// correction is the particular that was put right.
func (s *situation) correction(a samantha.Act) string {
	if len(s.facts) > 0 {
		return s.facts[0].Value
	}
	return or(a.Slots["detail"], s.heard.Detail)
}

// fixes is "yes" if the correction put something right that she holds: only then
// may she say so.
func (s *situation) fixes() string {
	for _, f := range s.facts {
		if _, differs := s.state.Memory.Differs(f); differs || f.Like != "" {
			return "yes"
		}
	}
	return ""
}

// laughedOff: something hard is told with a laugh, "lost my keys, they were in the fridge lol",
// or it is no sleep before what they look forward to: "a date on friday, can't sleep".
func (s *situation) laughedOff(a samantha.Act) bool {
	if s.laughing() {
		return a.Slots["how"] == "" && !s.troubles()
	}
	return s.rooms.ear.Holds("no sleep", a.Text) && s.heard.Has("tell.plan")
}

// feltByOther: somebody else is said to have felt it: "my husband was in tears".
func (s *situation) feltByOther(a samantha.Act) bool {
	words := s.rooms.ear.Opened(a.Text)
	own := func(w string) bool { return s.rooms.ear.In("ownfirst", w) || w == "me" }
	if len(words) < 2 || slices.ContainsFunc(words, own) {
		return false
	}
	return s.rooms.ear.In("otherself", words[0]) || s.rooms.ear.In("possessive", words[0]) && s.rooms.ear.In("relation", words[1])
}
