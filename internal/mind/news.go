package mind

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"samantha"
)

// What was told may be good or hard news, or no news at all; hearing says which, and
// how (hearing/en/acts.txt, "news"). Here stands what she may make of it: whose it is,
// what it is about, and whether anything of hers goes beside it.

// briefly is how many words a telling has at most that is about one thing.
const briefly = 10

// rejoicing takes good news; if it is the end of something that was left open, by
// the name it had then.
func (s *situation) rejoicing() samantha.Move {
	how, detail := s.goodHow(), s.phrase()
	if how == "" && len(strings.Fields(s.text)) > briefly {
		detail = "" // what of all that was the good of it she cannot tell
	}
	who := s.whoElse()
	if how == "got" && who == "" && !s.ownNews() {
		how = "" // somebody else did it
	}
	m := samantha.Move{Act: samantha.DoGlad, Slots: slots("detail", detail, "who", who, "size", s.joy(), "how", how)}
	s.waited(&m)
	return m
}

// briefest is how many words a telling has at most of which a single word may be the
// particular thing: "work was long".
const briefest = 4

// phrase is the particular thing of what was told, if it is a whole phrase that can
// be given back: a thing with what points at it, several of them, a name, or what
// somebody is doing. A lone "fast" or "stop" out of a longer telling is none.
func (s *situation) phrase() string {
	detail := s.heard.Detail
	if jest, ok := s.heard.Act("tell.jest"); ok && strings.Contains(jest.Text, detail) {
		return ""
	}
	words := strings.Fields(detail)
	if s.rooms.ear.Disowned(s.text, detail) || s.ofSomebody(words) {
		return "" // "not exactly Monte Carlo", "my mother about the shop"
	}
	if len(words) == 1 && (strings.HasSuffix(detail, "ly") || strings.HasSuffix(detail, "ing") && len(strings.Fields(s.text)) > 1) {
		return "" // "weirdly", "taking"
	}
	if len(words) > 1 && strings.HasSuffix(words[0], "'s") && s.rooms.ear.In("whereabouts", words[1]) {
		return "" // "the cat's on my lap"
	}
	if n := len(strings.Fields(s.text)); len(words) == 0 || n <= briefest {
		lone := len(words) == 1 && (n > 1 || !s.firstTold())
		return either(lone, "", detail) // "shift" of "shift done", and not word after word
	}
	if detail = s.rooms.ear.Led(s.text, detail); s.rooms.ear.Bare(detail) && len(words) > 1 {
		return ""
	}
	words = strings.Fields(detail)
	if strings.Contains(s.text, "-"+detail) || s.rooms.ear.Holds("at a time", detail) || s.rooms.ear.Holds("hard on oneself", detail) {
		return "" // half of "a slow-growing fern", "soup at present", "the coward I am"
	}
	if s.onlyWhere(detail) || strings.HasPrefix(strings.ToLower(detail), "a bit ") {
		return ""
	}
	if thing, _, about := strings.Cut(detail, " about "); about {
		detail = thing // "the university about bursaries"
		words = strings.Fields(detail)
	}
	if thing, _, with := strings.Cut(detail, " with "); with && strings.Contains(s.text, detail+" ") {
		detail = thing // "a bath with the door shut": where the thing ends she cannot tell
		words = strings.Fields(detail)
	}
	first, last := strings.ToLower(words[0]), words[len(words)-1]
	switch {
	case len(words) == 1 && slices.ContainsFunc(s.heard.People, func(p samantha.Mention) bool { return strings.EqualFold(p.Name, detail) && s.knownAs(p) }):
		return capitalised(detail)
	case len(words) == 1:
		if s.rooms.ear.In("body part", strings.TrimSuffix(first, "s")) && !s.mourns() {
			return "" // "a thumbs up"
		}
		many := strings.HasSuffix(last, "s") && !strings.HasSuffix(last, "ss")
		return either((many || detail != first) && !s.rooms.ear.Verb(detail), detail, "")
	case s.rooms.ear.In("another", first) && !s.mourns(), s.rooms.ear.In("unled", first), s.rooms.ear.In("dangling", strings.ToLower(last)), s.rooms.ear.In("body part", strings.TrimSuffix(strings.ToLower(last), "s")) && !s.mourns(), len(first) > 3 && strings.HasSuffix(first, "ed"):
		return ""
	case !s.rooms.ear.Whole(detail), s.rooms.ear.TopicOf(detail) == "health":
		return ""
	}
	return detail
}

// ofSomebody: somebody with what is said to them or of them, which is no thing.
func (s *situation) ofSomebody(words []string) bool {
	if len(words) > 0 && s.rooms.ear.In("of you", strings.ToLower(words[0])) {
		return true // "your memory", which is hers
	}
	if len(words) < 3 || !s.rooms.ear.In("possessive", strings.ToLower(words[0])) || !s.rooms.ear.In("relation", strings.ToLower(words[1])) {
		return false
	}
	return words[2] == "about" || words[2] == "for" || words[2] == "to" || words[2] == "at" || words[2] == "on"
}

// onlyWhere: words of a telling say only where it happened, "in the kitchen", or break
// off before it, "the stairs in front": nothing it is about. Where somebody was or went
// to is another matter: "back from the allotment".
func (s *situation) onlyWhere(detail string) bool {
	before, after, found := strings.Cut(s.text, detail)
	if !found {
		return false
	}
	words := strings.Fields(strings.ToLower(before))
	next, _, _ := strings.Cut(strings.TrimSpace(strings.ToLower(after)), " ")
	if next == "of" || next == "to" && s.rooms.ear.In("dangling", lastWord(detail)) {
		return true
	}
	return len(words) > 2 && (s.rooms.ear.In("whereabouts", words[len(words)-1]) || s.rooms.ear.In("beside the thing", words[len(words)-1]))
}

// lastWord is the last word of some words, in small letters.
func lastWord(text string) string {
	return strings.ToLower(text[strings.LastIndexByte(text, ' ')+1:])
}

// fitting: what was told is of a kind that is answered as what it is, and nothing
// graver stands beside it.
func (s *situation) fitting() bool {
	kind, _ := s.ofWhat()
	graver := s.care.Level > 0 || s.heard.Has("tell.loss") || s.heard.Has("tell.hard.health")
	return s.rooms.ear.In("fitting", kind) && !graver && (s.goodHow() == "" || s.rooms.ear.In("heavykind", kind) || kind == "offer")
}

// hurtsIn: some words stand in the part of the telling that is hard, or no one part is.
func (s *situation) hurtsIn(words string) bool {
	parted := false
	for _, a := range s.heard.Acts {
		if under(a.Kind, "tell.loss") || under(a.Kind, "tell.hard") {
			if gives(a.Text, words) {
				return true
			}
			parted = true
		}
	}
	return !parted
}

// goodHow is what sort of good news it is, if one of its words says so.
func (s *situation) goodHow() string {
	for _, a := range s.heard.Acts {
		if a.Kind == "tell.good" && a.Slots["how"] != "" {
			return a.Slots["how"]
		}
	}
	return ""
}

// ownNews: the good news is told of the teller, or of nobody by name: "got the job".
func (s *situation) ownNews() bool {
	for _, a := range s.heard.Acts {
		if a.Kind == "tell.good" {
			first, _, _ := strings.Cut(samantha.SentenceKey(a.Text), " ")
			named := func(p samantha.Mention) bool { return gives(a.Text, or(p.Name, p.Relation)) }
			return s.ofMine(a.Text) || !s.rooms.ear.In("othersfirst", first) && !slices.ContainsFunc(s.heard.People, named)
		}
	}
	return true
}

// ofMine: some words are of the teller.
func (s *situation) ofMine(text string) bool {
	return slices.ContainsFunc(strings.Fields(samantha.SentenceKey(text)), func(w string) bool {
		return w == "i" || w == "me" || w == "we" || w == "us" || w == "i'm" || w == "i've" || w == "we're" || w == "we've"
	})
}

// whoElse is the person the good news is of, where it is not the teller's own.
func (s *situation) whoElse() string {
	if s.ofMine(s.text) {
		return ""
	}
	return s.whoBeside()
}

// gladFeeling: what they say they feel is good, and nothing hard is beside it.
func (s *situation) gladFeeling() bool {
	return s.reading.Valence > 0.1 && s.reading.Confidence >= 0.5 && !s.heavy() && s.reading.Emotion != samantha.Unsure
}

// ownPlan: the plan is the person's, not that somebody else goes away.
func (s *situation) ownPlan(a samantha.Act) bool {
	words := strings.Fields(samantha.SentenceKey(a.Text))
	if len(words) == 0 {
		return true
	}
	if s.rooms.ear.Holds("no plan", a.Text) {
		return false // "I was meant to pack", "I'll tell you"
	}
	first := words[0]
	theirs := func(p samantha.Mention) bool {
		named := p.Name != "" && strings.EqualFold(first, p.Name)
		return named || (first == "my" || first == "our") && p.Relation != "" && strings.Contains(strings.Join(words[:min(4, len(words))], " "), p.Relation)
	}
	return !s.rooms.ear.In("otherself", first) && !slices.ContainsFunc(s.heard.People, theirs)
}

// mishap: all that was told, and in few words, is that a thing broke or was late: no
// occasion for comfort.
func (s *situation) mishap() bool {
	kind, _ := s.ofWhat()
	hard, _ := s.heard.Act("tell.hard")
	return s.rooms.ear.In("mishaps", kind) && len(strings.Fields(s.text)) <= briefly && hard.Slots["how"] == "" && !s.heard.Has("tell.loss") && !s.heard.Has("tell.hard.health") && !s.heard.Has("tell.feeling") && s.care.Level == 0
}

// somber: nothing of hers goes beside what was told, no joke and no aside: it weighs,
// or it is too good to be interrupted.
func (s *situation) somber() bool {
	if s.earnest() || s.sounds() == "bad" || s.troubled(jokesRest) || s.troubles() {
		return true
	}
	worry := func(t samantha.Thread) bool { return t.Kind == samantha.ThreadWorry }
	return slices.ContainsFunc(s.opened, worry) || s.goodHow() != "" || s.heard.Has("tell.feeling") || s.laden()
}

// laden: it has a word of what is no laughing matter, whoever it is about.
func (s *situation) laden() bool {
	if s.load == nil {
		load := s.rooms.ear.Holds("weighs", s.text)
		s.load = &load
	}
	return *s.load
}

// figure: a hard word was used in a manner of speaking: "Lisbon is dead".
func figure(h samantha.Hearing) bool {
	return slices.ContainsFunc(h.Acts, func(a samantha.Act) bool { return a.Kind == "tell.event" && a.Slots["how"] == "figure" })
}

// hardKind is what sort of hard thing it is: as the news was heard, else as it sounds.
func (s *situation) hardKind() string {
	if s.heard.Has("tell.hard.health") {
		return "health"
	}
	if a, ok := s.heard.Act("tell.hard"); ok && a.Slots["how"] != "" {
		return either(a.Slots["how"] == "tears", "cried", a.Slots["how"])
	}
	kind := s.toldLast().Kind
	return either(s.rooms.ear.In("heavykind", kind), kind, "")
}

// ofWhat is what sort of thing was told, and its topic. Of a longer telling neither
// what its last piece sounds like nor a word in passing says that, unless it weighs
// whatever stands beside it.
func (s *situation) ofWhat() (kind, topic string) {
	kind = s.toldLast().Kind
	if kind == "said" && s.saidToo() {
		kind = "isaid"
	}
	if len(strings.Fields(s.text)) <= briefly {
		return kind, s.rooms.ear.TopicOf(s.heard.Detail)
	}
	one := len(s.heard.Acts) == 1 && len(s.heard.Told) == 1
	if !one && !s.rooms.ear.In("heavykind", kind) && !s.rooms.ear.In("fitting", kind) {
		kind = ""
	}
	return kind, ""
}

// saidToo: what they said themselves is told with what somebody else did, so that it is
// no question any more what they said to that.
func (s *situation) saidToo() bool {
	key := " " + samantha.SentenceKey(s.text) + " "
	return strings.Contains(key, " i said ") || strings.Contains(key, " i told ") || strings.Contains(key, " i answered ")
}

// whoNamed is whom she can name back: a person told of, else whoever did what was told.
func (s *situation) whoNamed() string {
	if who := s.whoBeside(); who != "" {
		return who
	}
	if who := s.toldLast().Who; s.someone(who) && !gives(s.heard.Detail, who) {
		return s.asNamed(who)
	}
	if t := s.heard.Told; len(t) > 0 && strings.Contains(t[len(t)-1].Who, " ") && !s.rooms.ear.In("body part", strings.TrimSuffix(lastWord(t[len(t)-1].Who), "s")) && s.phrase() == "" {
		return t[len(t)-1].Who
	}
	return ""
}

// asNamed is somebody as they are to be written: a name that she knows with a capital.
func (s *situation) asNamed(who string) string {
	if len(s.state.Memory.WhoIs(who)) > 0 {
		return capitalised(who)
	}
	return who
}

// whoBeside is the person who was named last before the particular thing, else the
// first of all; nobody who is in the thing already.
func (s *situation) whoBeside() string {
	found, before := "", strings.Index(s.text, s.heard.Detail)
	for _, p := range s.heard.People {
		if p.Name == "" || gives(s.heard.Detail, p.Name) || !s.knownAs(p) {
			continue
		}
		if found == "" || strings.Index(s.text, p.Name) < before {
			found = capitalised(p.Name)
		}
	}
	return found
}

// knownAs: a name is somebody's: they are of the person's, did something, or were
// spoken of before. Others may be a place or a make.
func (s *situation) knownAs(p samantha.Mention) bool {
	does := func(t samantha.Told) bool { return strings.Contains(t.Who, p.Name) }
	return p.Relation != "" || slices.ContainsFunc(s.heard.Told, does) || len(s.state.Memory.WhoIs(p.Name)) > 0
}

// capitalised is a name as one writes it, however it was typed.
func capitalised(name string) string {
	r, size := utf8.DecodeRuneInString(name)
	if size == 0 {
		return ""
	}
	return string(unicode.ToUpper(r)) + name[size:]
}
