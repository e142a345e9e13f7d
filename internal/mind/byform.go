package mind

import (
	"slices"
	"strings"

	"samantha"
)

// A question that no rule knows still has a form. "Is that foolish at my age?" wants a yes
// or a no, "what do you make of it?" where she stands, "you knit?" something of herself; and
// who asks for one of these is not helped by hearing that she does not know.

// formMost is how many words at the beginning of a question tell its form.
const formMost = 6

// byForm is her answer to a question by its form alone; false where it has none of these,
// or where what is asked is too grave to lean in.
func (s *situation) byForm(question string) (samantha.Move, bool) {
	words := s.beyondLead(question)
	if len(words) == 0 {
		return samantha.Move{}, false
	}
	ear, text := s.rooms.ear, strings.Join(words, " ")
	start := strings.Join(words[:min(formMost, len(words))], " ")
	switch {
	case ear.Holds("asks if meant", text):
		return between("meant"), true
	case ear.Holds("asks her view", text) && s.mayLean():
		return samantha.Move{Act: samantha.DoView, Slots: slots("form", s.stance())}, true
	case ear.In("question", words[0]) && ear.Holds("asks what she would", start):
		return s.nature("would"), true
	case ear.Holds("asks if known", start):
		return samantha.Move{Act: samantha.DoKnows}, true
	case ear.Holds("asks of her", start) && !ear.In("question", words[0]) && !ear.Holds("of them", strings.TrimSuffix(start, " or what")):
		return s.nature("else"), true
	case ear.Holds("asks a leaning", start) && ear.Holds("hoped for", text) && !ear.Holds("denies", text) && s.mayLean():
		return between("hope"), true
	case ear.Holds("asks how to", start):
		return samantha.Move{Act: samantha.DoSmall, Slots: slots("sort", "trick")}, true
	}
	return s.leansByForm(words)
}

// mayLean: nothing in what was said is a step, a risk or an idea that she ought not to lean in.
func (s *situation) mayLean() bool {
	said := s.text + " " + s.saidBefore()
	risk := func(list string) bool { return s.rooms.ear.Holds(list, said) }
	return s.care.Idea == "" && !risk("harmful") && !risk("unleaned") && !risk("big step")
}

// saidBefore is what they said right before this in this talk: "is that normal?" is of that.
func (s *situation) saidBefore() string {
	x, ok := s.last()
	if !ok || s.opens() {
		return ""
	}
	m, _ := s.index.Get(x.ID)
	return m.Text
}

// keepsTopic gives a view what it is of, since she may have words on just that.
func keepsTopic(m, of samantha.Move) samantha.Move {
	if m.Act == samantha.DoView && of.Act == samantha.DoView {
		m.Slots["topic"] = of.Slots["topic"]
	}
	return m
}

// between is the answer to a question that only its form is known of.
func between(form string) samantha.Move {
	return samantha.Move{Act: samantha.DoBetween, Slots: slots("form", form)}
}

// leansByForm is her yes or no to "is that enough?", "is that foolish?" and to a statement
// with a "right?" behind it.
func (s *situation) leansByForm(words []string) (samantha.Move, bool) {
	ear, text := s.rooms.ear, strings.Join(words, " ")
	if s.grim() || s.graveNow() || !s.mayLean() || ear.Holds("contested", text) || ear.Holds("which of two", text) || ear.In("question", words[0]) {
		return samantha.Move{}, false
	}
	last := words[len(words)-1]
	tagged := len(words) > 2 && (ear.In("asks assent", last) || ear.In("asks assent", words[len(words)-2]+" "+last))
	ofIt := slices.ContainsFunc(words, func(w string) bool { return ear.In("of it", w) }) && len(words) <= asideIn
	isIt := ofIt && (ear.In("is", words[0]) || ear.Holds("asks a leaning", text))
	switch {
	case (tagged || isIt) && ear.Holds("self doubt", text):
		return samantha.Move{Act: samantha.DoSmall, Slots: slots("sort", "harmless")}, true
	case ear.Holds("bad end", text):
		return samantha.Move{}, false // "it's over, isn't it?"
	case ear.Holds("asks if enough", text):
		return between("enough"), true
	case tagged && !s.ofPeople():
		return between("assent"), true
	case isIt:
		return between("is"), true
	}
	return samantha.Move{}, false
}

// tagMost is how many words a "right?" has that stands alone behind what was told.
const tagMost = 2

// assents: what was told wants her yes by a word behind it, and there is nothing in it that
// she ought not to agree to.
func (s *situation) assents(a samantha.Act) bool {
	tag := a.Kind == "agreeme" && len(strings.Fields(a.Text)) <= tagMost && slices.ContainsFunc(s.heard.Acts, weighs)
	return tag && s.mayLean() && !s.grim() && !s.graveNow() && !s.ofPeople() && !s.rooms.ear.Holds("contested", s.text)
}

// ofPeople: what was said is of other people, so that a yes would take sides, or sounds bad.
func (s *situation) ofPeople() bool {
	person := func(w string) bool {
		return s.rooms.ear.In("otherself", w) || s.rooms.ear.In("relation", w) || s.rooms.ear.In("person noun", w) || s.rooms.ear.In("of others", w)
	}
	return s.reading.Valence < -faintlyGood || slices.ContainsFunc(s.rooms.ear.Opened(s.text), person)
}

// stance is where she stands to what was told, by the mood of the reaction that fits it.
func (s *situation) stance() string {
	if s.grim() || s.graveNow() {
		return "heavy"
	}
	if r := s.reaction(); r.Mood != "" && r.Fits >= soundly {
		return r.Mood
	}
	return "any"
}

// lastQuestion is the last sentence of what was said, where that asks.
func (s *situation) lastQuestion() string {
	all := samantha.Sentences(s.text)
	if len(all) == 0 || !strings.HasSuffix(strings.TrimSpace(s.text), "?") {
		return ""
	}
	last := all[len(all)-1]
	if i := strings.LastIndex(last, ","); i >= 0 && len(strings.Fields(last[i:])) > tagMost {
		return last[i+1:] // "sometimes I take it out just to look at it, is that foolish?"
	}
	return last
}
