package mind

import (
	"slices"
	"strings"

	"samantha"
)

// What of an utterance of several sentences is answered. Somebody who goes on telling
// behind a question has answered it themselves, or did not mean it as one; and thanks or
// a kind word before a telling are its way in.

// weightLeast is how many words something told has at the least, to be what an utterance
// is about.
const weightLeast = 5

// echoMost is how many words somebody says over of what was said, with a question mark.
const echoMost = 5

// weighs: an act tells something of some length.
func weighs(a samantha.Act) bool {
	return under(a.Kind, "tell") && len(strings.Fields(a.Text)) >= weightLeast
}

// ofElse: a telling of some length that does not speak of her or of this talk, or one of
// such length that it must be of more.
func (s *situation) ofElse(a samantha.Act) bool {
	return weighs(a) && (len(strings.Fields(a.Text)) > roomy || !s.rooms.ear.Holds("of this talk", a.Text))
}

// saidBehind are the acts of this utterance behind one of them.
func (s *situation) saidBehind(a samantha.Act) []samantha.Act {
	at := slices.IndexFunc(s.heard.Acts, func(b samantha.Act) bool { return b.Kind == a.Kind && b.Text == a.Text })
	if at < 0 {
		return nil
	}
	return s.heard.Acts[at+1:]
}

// tellsOn: something is told behind an act of this utterance.
func (s *situation) tellsOn(a samantha.Act, tells func(samantha.Act) bool) bool {
	return slices.ContainsFunc(s.saidBehind(a), tells)
}

// owed are the questions that want an answer: not those behind which the person tells on
// and to which nothing is found.
func (s *situation) owed(asked []samantha.Act) []samantha.Act {
	return slices.DeleteFunc(asked, func(a samantha.Act) bool {
		switch {
		case s.echoes(a), a.Slots["recalls"] != "" && len(asked) > 1:
			return true
		case a.Kind == "pardon" && (s.spells(a) || s.lostInTelling(a)), a.Kind == "ask.human" && s.exclaims(a):
			return true // "What? Nobody. Metres. Distance"
		case a.Kind == "request.forget" && s.inPassing(a) && slices.ContainsFunc(s.heard.Acts, s.ofElse):
			return true
		case s.unmarked(a), len(asked) > 1 && (a.Kind == "ask.me" || a.Kind == "ask.howare") && s.rooms.ear.In("and you", a.Text):
			return true // "what about you, do you like music?"
		case !s.tellsOn(a, weighs):
			return false
		case a.Kind == "pardon":
			return true
		case !under(a.Kind, "ask"):
			return false
		}
		moves := s.answer(a)
		return lost(a, moves) || s.rooms.why.in("unfound", moves[0].Act)
	})
}

// unmarked: what sounds asked or bidden stands behind something told, has no mark and is not
// put to her, or is what somebody else said: "who loves us comes on tuesday", "and he said
// well what do you do".
func (s *situation) unmarked(a samantha.Act) bool {
	if !s.rooms.ear.In("unmarked", strings.ReplaceAll(a.Kind, ".", " ")) || strings.HasSuffix(strings.TrimSpace(a.Text), "?") {
		return false
	}
	before := s.heard.Acts[:max(0, slices.IndexFunc(s.heard.Acts, func(b samantha.Act) bool { return b.Kind == a.Kind && b.Text == a.Text }))]
	if !slices.ContainsFunc(before, weighs) {
		return false
	}
	return a.Kind == "request.cannot" || s.rooms.ear.Holds("reports", a.Text) || !s.rooms.ear.Holds("of you", a.Text)
}

// echoes: a few words with a question mark and without a clause, behind which the person
// tells on: they say her matter over and take it up themselves. "The dumplings? They were
// good."
func (s *situation) echoes(a samantha.Act) bool {
	words := strings.Fields(samantha.SentenceKey(a.Text))
	if a.Kind != "ask.other" && a.Kind != "ask.world" || len(words) > echoMost {
		return false
	}
	asks := func(w string) bool { return s.rooms.ear.In("question", w) || s.rooms.ear.In("auxiliary", w) }
	return !slices.ContainsFunc(words, asks) && s.tellsOn(a, func(b samantha.Act) bool { return under(b.Kind, "tell") })
}

// exclaims: what she is was said a moment ago, they only say it after her, and tell on:
// "Ah, a machine. The last thing I did was sand a boat."
func (s *situation) exclaims(a samantha.Act) bool {
	x, ok := s.last()
	justSaid := ok && !s.opens() && !s.state.Disclosed.Before(x.At)
	return justSaid && s.rooms.ear.Holds("machines", a.Text) && !strings.Contains(a.Text, "?") && !s.rooms.ear.Holds("of you", a.Text) && s.tellsOn(a, weighs)
}

// spells: behind an act they say more than one thing more, however short.
func (s *situation) spells(a samantha.Act) bool {
	told := 0
	for _, b := range s.saidBehind(a) {
		if under(b.Kind, "tell") {
			told++
		}
	}
	return told > 1
}

// lostInTelling: what they do not follow is of what they told before it, or they say their
// name behind it: "she liked my post. No idea what that means", "Lol what. I'm Ellie".
func (s *situation) lostInTelling(a samantha.Act) bool {
	at := slices.IndexFunc(s.heard.Acts, func(b samantha.Act) bool { return b.Kind == a.Kind && b.Text == a.Text })
	named := func(b samantha.Act) bool { return b.Kind == "tell.name" }
	return slices.ContainsFunc(s.heard.Acts[:max(0, at)], weighs) || s.tellsOn(a, named)
}

// tellsWithThanks: something that does not speak of her is told behind thanks.
func (s *situation) tellsWithThanks() bool {
	thanks, ok := s.heard.Act("thanks")
	return ok && s.tellsOn(thanks, s.ofElse)
}

// withoutManners leaves out a kind word, if something is told behind it, or if it is about
// what was told: "it was very quiet there. I liked it".
func (s *situation) withoutManners(told []samantha.Act) []samantha.Act {
	tells := slices.ContainsFunc(told, s.ofElse)
	return slices.DeleteFunc(told, func(a samantha.Act) bool {
		if a.Kind == "tell.feeling" && s.rooms.ear.In("faintly well", a.Slots["feeling"]) && s.tellsOn(a, s.ofElse) {
			return true // "Fine. The company is being sold."
		}
		if a.Kind == "tell.jest" && s.tellsOn(a, s.inEarnest) {
			return true
		}
		of := tells && a.Kind == "praise" && !s.rooms.ear.Holds("of you", a.Text)
		return of || s.rooms.ear.In("kind word", a.Kind) && s.tellsOn(a, s.ofElse)
	})
}

// weighty are the acts that want an answer of their own: every errand, for none
// may be lost, and questions first, then what was told last of all kinds but the
// lighter ones; two at most.
func (s *situation) weighty() []samantha.Act {
	var wanted, asked, told []samantha.Act
	for _, a := range s.heard.Acts {
		switch {
		case s.inStory(a):
		case under(a.Kind, "errand"):
			wanted = append(wanted, a)
		case under(a.Kind, "ask"), under(a.Kind, "request"), a.Kind == "pardon", a.Kind == "still", a.Kind == "doubt":
			asked = append(asked, a)
		case under(a.Kind, "tell"), under(a.Kind, "guest"), a.Kind == "correct", a.Kind == "complain", a.Kind == "quiet", a.Kind == "wait", a.Kind == "disagree",
			a.Kind == "settle", a.Kind == "rehome", a.Kind == "deny",
			a.Kind == "agreeme", a.Kind == "goodbye", under(a.Kind, "bond"), under(a.Kind, "mend"), under(a.Kind, "vow"), a.Kind == "hurt", a.Kind == "insult", a.Kind == "tease", a.Kind == "flirt", a.Kind == "praise":
			told = append(told, a)
		}
	}
	if s.partsLast() {
		asked = slices.DeleteFunc(asked, func(a samantha.Act) bool {
			return s.rooms.ear.In("beside goodbye", strings.ReplaceAll(a.Kind, ".", " "))
		})
	}
	if s.confided() && (s.heard.Has("tell.feeling") || s.heard.Has("tell.hard")) { // "between us, I'm worried"
		asked = slices.DeleteFunc(asked, func(a samantha.Act) bool { return a.Kind == "request.avoid" })
	}
	asked, told = s.owed(asked), s.besideName(s.withoutManners(told))
	if len(wanted) > 0 { // "past ten already?? remind me at eleven": what she can't answer waits
		asked = slices.DeleteFunc(asked, func(a samantha.Act) bool { return a.Kind == "ask.other" })
	}
	if len(wanted)+len(asked) > 0 {
		return slices.Concat(s.hardest(told), wanted, asked[:min(2, len(asked))])
	}
	if len(told) == 0 {
		return nil
	}
	return told[s.heaviest(told):][:1]
}

// besideName leaves out who they are, if more was told: the name is taken beside that.
func (s *situation) besideName(told []samantha.Act) []samantha.Act {
	if s.nameTold() == "" || !s.tellsMoreThanName() {
		return told
	}
	return slices.DeleteFunc(told, func(a samantha.Act) bool { return a.Kind == "tell.name" })
}

// partsLast: the last thing they say is a goodbye, which wins over what no answer could be
// found for: "told who?! right im off to bed".
func (s *situation) partsLast() bool {
	n := len(s.heard.Acts)
	return n > 1 && slices.ContainsFunc(s.heard.Acts[max(1, n-2):], func(a samantha.Act) bool { return a.Kind == "goodbye" && !s.inStory(a) })
}

// hardest is the loss or hard news among what was told, which goes before any
// question; lighter things told beside a question wait.
func (s *situation) hardest(told []samantha.Act) []samantha.Act {
	for _, a := range told {
		if under(a.Kind, "tell.loss") || under(a.Kind, "tell.hard") {
			return []samantha.Act{a}
		}
	}
	return nil
}

// heaviest is the place of the act that the answer is for.
func (s *situation) heaviest(told []samantha.Act) int {
	order := []string{
		"bond", "hurt", "mend", "vow", "goodbye", "guest", "tell.loss", "quiet", "wait", "tell.hard", "tell.dream", "tell.joke", "tell.jest", "tell.good", "insult", "complain", "rehome", "deny", "correct", "disagree", "agreeme",
		"tell.name", "tell.alias", "tell.called", "tell.feeling", "tease", "flirt", "praise", "tell.plan", "tell.event", "tell.now", "tell.opinion", "tell",
	}
	for _, kind := range order {
		for i, a := range told {
			if under(a.Kind, kind) {
				return i
			}
		}
	}
	return 0
}

func (s *situation) heavyAct() bool { return s.heard.Has("tell.loss") || s.heard.Has("tell.hard") }

// under reports whether a kind of act is the named one or below it.
func under(kind, name string) bool {
	return kind == name || strings.HasPrefix(kind, name+".")
}
