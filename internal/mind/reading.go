package mind

import (
	"slices"
	"strings"
	"time"

	"github.com/kljensen/snowball/english"

	"samantha"
	"samantha/internal/mind/asked"
	"samantha/internal/mind/memory"
)

// mostRead is how many tellings are looked through for an answer.
const mostRead = 300

// focus is what a question stands on that says little by itself: the words of those
// before it, and what answered them.
type focus struct {
	asked       asked.Question // the one right before
	words       []string       // of all of them, the newest first
	given, near []samantha.ID  // what the last answer was read out of, and earlier ones
}

// mostFocus is how many moments back a question may stand on another.
const mostFocus = 6

// focused is what was being asked, or told, right before.
func (s *situation) focused() (focus, bool) {
	var f focus
	if s.opens() || len(s.state.Talk) == 0 {
		return f, false
	}
	first := true
	for n, x := range slices.Backward(s.state.Talk) {
		before, ok := s.index.Get(x.ID)
		if !ok || len(s.state.Talk)-n > mostFocus || s.now.Sub(x.At) > encounterPause {
			break
		}
		q := s.rooms.reader.Question(before.Text)
		text := q.Unit + " " + strings.Join(q.Rest, " ")
		if x.Tells {
			text = before.Text
		}
		for _, w := range strings.Fields(s.rooms.lore.Sought(text)) {
			if !slices.Contains(f.words, w) {
				f.words = append(f.words, w)
			}
		}
		if first {
			f.asked, f.given = q, x.From
		}
		if x.Tells {
			f.near = append(f.near, x.ID)
		}
		f.near = append(f.near, x.From...)
		first = false
		if !q.Follows && !q.Points {
			break
		}
	}
	return f, !first
}

// What the words of an earlier question count beside those of this one, and a verb
// that was never told.
const (
	focusWord   = 0.5
	focusVerb   = 0.2
	unheardVerb = 0.5
	unitWord    = 0.4
	mainVerb    = 1.5 // as a word that half of a year's tellings hold
)

// sought are the words that an answer is looked for by.
func (s *situation) sought(q asked.Question, f focus, l *lexicon) []asked.Sought {
	w := l.words()
	var out []asked.Sought
	seen := map[string]bool{}
	add := func(word string, worth float64) {
		stem := english.Stem(word, false)
		if seen[stem] || q.Kind == asked.Much && s.rooms.reader.Priced(word) {
			return
		}
		seen[stem] = true
		name := l.names[word] || l.names[strings.TrimSuffix(word, "s")]
		pale := s.rooms.reader.Pale(q, word) || q.Kind == asked.Who && s.rooms.reader.Whose(q) && w.Verb(word)
		out = append(out, asked.Sought{Word: word, Weight: samantha.Round(worth * w.Rarity(word)), Must: name && worth == 1, Extra: pale})
	}
	for _, word := range w.Content(strings.Join(q.Rest, " ")) {
		worth := 1.0
		if q.Kind == asked.When && s.rooms.reader.OfDay(word) {
			continue
		}
		if (q.Kind == asked.Why || q.Kind == asked.Promise) && w.Verb(word) {
			worth = unheardVerb
		} else if w.Verb(word) && q.Kind != asked.Thing && q.Kind != asked.Whether && len(s.index.Offered([][]string{l.group(word)}, 1)) == 0 {
			worth = unheardVerb
		}
		add(strings.TrimSuffix(word, "'s"), worth)
	}
	for _, word := range s.rooms.reader.Main(q) {
		m := asked.Sought{Word: word, Weight: mainVerb, Extra: q.Kind != asked.Thing && q.Kind != asked.Who && q.Kind != asked.Whether, Must: word == "be"}
		if !seen[english.Stem(word, false)] {
			out = append(out, m)
		}
	}
	if q.Kind == asked.Much {
		out = append(out, asked.Sought{Word: "cost", Extra: true}, asked.Sought{Word: "paid", Extra: true})
	}
	if q.Unit != "" && q.Unit != "times" && q.Unit != "money" {
		for _, word := range w.Content(q.Unit) {
			add(word, unitWord)
		}
	}
	if !q.Follows && !q.Points {
		return out
	}
	for i, word := range f.words {
		switch {
		case q.Follows && i < 4:
			add(word, 0.9)
		case w.Verb(word) && !l.names[word]:
			add(word, focusVerb)
		default:
			add(word, focusWord)
		}
	}
	return out
}

// tellings are those that may hold the answer.
func (s *situation) tellings(sought []asked.Sought, f focus, stands bool, l *lexicon) []asked.Telling {
	var groups [][]string
	for _, w := range sought {
		groups = append(groups, l.group(w.Word))
	}
	near := map[samantha.ID]bool{}
	offered := s.index.Offered(groups, mostRead)
	if stands {
		for _, id := range f.near {
			if m, ok := s.index.Get(id); ok && ownWords(m.By) {
				near[id] = true
				offered = append(offered, m)
				offered = append(offered, s.index.Around(id, 1)...)
			}
		}
	}
	var out []asked.Telling
	seen := map[samantha.ID]bool{}
	for _, m := range offered {
		if seen[m.ID] || m.ID == s.id {
			continue
		}
		seen[m.ID] = true
		t := s.among(m)
		t.Near, t.Given = near[m.ID], stands && slices.Contains(f.given, m.ID)
		out = append(out, t)
	}
	return out
}

// among is a telling with what was told around it.
func (s *situation) among(m samantha.Memory) asked.Telling {
	t := asked.Telling{ID: m.ID, At: m.At, Text: m.Text, By: m.By}
	t.Beside = textOf(s.index.Around(m.ID, 1))
	if before, ok := s.index.Before(m.ID); ok {
		t.Before = before.Text
	}
	t.Away = textOf(s.index.Around(m.ID, 5))
	return t
}

// mostTries is how many answers are looked at before it is given up.
const mostTries = 4

// readAs is where a question is answered as it is put.
func (s *situation) readAs(text string) (asked.Question, asked.Answer, bool) {
	q := s.rooms.reader.Question(text)
	var f focus
	stands := q.Follows || s.leans(q, mostLeaning) || q.Order == asked.Before
	q.Points = q.Points && stands
	if stands {
		var ok bool
		if f, ok = s.focused(); !ok && q.Follows {
			return q, asked.Answer{}, false
		}
		q = q.After(f.asked)
	}
	if q.Kind == "" {
		return q, asked.Answer{}, false
	}
	if answer, ok := s.readFor(q, f, stands); ok || !stands || q.Follows || q.Order != asked.Newest && q.Order != asked.Last || q.Kind != asked.Long && q.Kind != asked.Much && q.Kind != asked.Many {
		return q, answer, ok
	}
	q.Points = false // "it" may be nothing: "how long does it take me to the station"
	answer, ok := s.readFor(q, focus{}, false)
	return q, answer, ok
}

// mostLeaning is how many words of its own a question has at most that stands on another.
const mostLeaning = 2

// leans: a question points to what was just spoken of, and says little besides: no name,
// and no more than so many words.
func (s *situation) leans(q asked.Question, most int) bool {
	own := strings.Fields(s.rooms.lore.Sought(strings.Join(q.Rest, " ")))
	named := slices.ContainsFunc(s.state.Memory.Names(), func(name string) bool { return s.rooms.lore.Names(strings.Join(q.Rest, " "), name) })
	return q.Points && !named && len(own) <= most
}

// readFor is where a question is answered that may stand on others.
func (s *situation) readFor(q asked.Question, f focus, stands bool) (asked.Answer, bool) {
	l := s.lexicon()
	sought := s.sought(q, f, l)
	if !stands && !slices.ContainsFunc(sought, func(w asked.Sought) bool { return !w.Extra }) {
		return asked.Answer{}, false
	}
	if q.Kind == asked.Place && !stands && !slices.ContainsFunc(sought, func(w asked.Sought) bool { return !w.Extra && !w.Must }) {
		return asked.Answer{}, false // where somebody is now is in no telling of them
	}
	tellings := standsNow(s, q, s.tellings(sought, f, stands, l), func(t asked.Telling) samantha.ID { return t.ID })
	if !s.rooms.reader.Beside(q) {
		if answer, ok := s.firstTelling(q, sought, slices.Clone(tellings), l); ok {
			return answer, true
		}
	}
	return s.firstTelling(q, sought, s.withNext(tellings), l) // "I've an exam soon. It's on the 12th"
}

// firstTelling is the best answer among some tellings that tells something.
func (s *situation) firstTelling(q asked.Question, sought []asked.Sought, tellings []asked.Telling, l *lexicon) (asked.Answer, bool) {
	for range mostTries {
		answer, ok := s.rooms.reader.Read(q, sought, tellings, l.words())
		if !ok {
			break
		}
		if !s.onlyAsks(answer.Text) && !s.heardAs(answer.Text, "request.forget") {
			return answer, true
		}
		tellings = slices.DeleteFunc(tellings, func(t asked.Telling) bool { return t.ID == answer.ID })
	}
	return asked.Answer{}, false
}

// fullQuestion is the question that a part of an utterance is of, where it was heard in
// parts: "how many hives have I got" was cut at its "I".
func (s *situation) fullQuestion(part string) string {
	whole := s.rooms.reader.Asking(strings.TrimSpace(s.text))
	if strings.Contains(whole, strings.TrimSpace(part)) {
		return whole
	}
	return part
}

// fromReading answers with the sentence of theirs that does, its value first; nil if
// none does.
func (s *situation) fromReading(a samantha.Act) []samantha.Move {
	if s.rooms.lore.AsksHer(a.Text) || a.Slots["hers"] != "" {
		return nil
	}
	q, answer, ok := s.readOut(a)
	if !ok {
		return nil
	}
	return []samantha.Move{s.givenBack(q, answer)}
}

// surely is how sure a value must be to be said by itself.
const surely = 0.8

// givenBack is an answer with its sentence, and its value first where it is plain.
func (s *situation) givenBack(q asked.Question, a asked.Answer) samantha.Move {
	quote := asked.Part(a.ID, a.From, a.To)
	valued := a.Value.To > a.Value.From && a.Value.Sure >= surely
	switch {
	case q.Kind == asked.When:
		if day, ok := s.dayTold(a); ok {
			m := samantha.Move{Act: samantha.DoDetail, Slots: slots("day", day)}
			s.recall(&m, "quote", quote)
			return m
		}
	case valued && (q.Kind == asked.Much || q.Kind == asked.Many || q.Kind == asked.Long || q.Kind == asked.Age || q.Kind == asked.Colour):
		m := samantha.Move{Act: samantha.DoDetail}
		s.recall(&m, "value", asked.Part(a.ID, a.Value.From, a.Value.To))
		s.recall(&m, "quote", quote)
		m.From = slices.Compact(m.From)
		return m
	}
	when := s.lightly(a.At)
	if q.Kind == asked.When && a.Value.Sure == 0 {
		when = s.when(a.At, "when was it") // it says no day: it was about when they told it
	}
	m := samantha.Move{Act: samantha.DoMemory, Slots: slots("when", when, "wrote", yes(a.By == samantha.OriginFile))}
	s.recall(&m, "quote", quote)
	return m
}

// lightly is how long ago something was told, now and then; receipts stay in the pocket.
func (s *situation) lightly(at time.Time) string {
	if s.state.Moments%3 != 0 {
		return ""
	}
	return s.rooms.lore.Ago(at.In(s.now.Location()), s.now)
}

// dayTold is the day of which an answer speaks, if it says it from its own day:
// "on Tuesday", "yesterday".
func (s *situation) dayTold(a asked.Answer) (string, bool) {
	at := a.At.In(s.now.Location())
	heard := s.rooms.ear.Hear(wordsIn(a), earNow(at))
	if len(heard.Times) != 1 {
		return "", false
	}
	t := heard.Times[0]
	if s.rooms.reader.Dated(a) {
		return "", false
	}
	if t.To.Sub(t.From) > 25*time.Hour || !t.Day && !s.rooms.reader.Relative(t.Text) {
		return "", false
	}
	day := t.From
	if day.After(at) && s.rooms.reader.Over(wordsIn(a)) {
		day = day.AddDate(0, 0, -7) // "born on Friday" was the Friday before
	}
	return day.In(s.now.Location()).Format("Monday, 2 January"), true
}

// wordsIn are the words of an answer.
func wordsIn(a asked.Answer) string {
	words := strings.Fields(a.Text)
	return strings.Join(words[a.From:min(a.To, len(words))], " ")
}

// asksOn takes what only goes on about the question before as a question, too: "and
// the kid", "for how much".
func (s *situation) asksOn(h samantha.Hearing) samantha.Hearing {
	x, ok := s.last()
	if !ok || s.opens() || h.Has("ask") || h.Has("request") || h.Has("goodbye") || h.Has("thanks") || h.Has("pardon") && terse(s.text) || !strings.HasPrefix(x.Act, "answer.") {
		return h
	}
	before, kept := s.index.Get(x.ID)
	if !kept || !s.heardAs(before.Text, "ask") {
		return h
	}
	q := s.rooms.reader.Question(s.text)
	if !q.Follows && q.Kind == "" {
		return h
	}
	h.Acts = []samantha.Act{{Kind: "ask.other", Text: s.text, Slots: map[string]string{"topic": strings.TrimSpace(s.text)}}}
	h.Claims, h.Told, h.Ends = nil, nil, nil
	return h
}

// missedOut takes "I didn't get it" as the news that it is where something else is told
// with it, or where a thing that they were waiting for was the last they told.
func (s *situation) missedOut(h samantha.Hearing) samantha.Hearing {
	x, ok := s.last()
	left := func(t memory.Thread) bool { return t.Told() == x.ID }
	awaits := ok && !s.opens() && slices.ContainsFunc(s.state.Memory.OpenLately(), left)
	for i, a := range h.Acts {
		if a.Kind == "pardon" && a.Slots["got"] != "" && (awaits || h.Has("tell")) {
			h.Acts[i].Kind, h.Acts[i].Slots = "tell.hard", map[string]string{"how": "failed"}
		}
	}
	return h
}

// wordsPart are the words of a telling that an id of [asked.Part] names.
func (m *Mind) wordsPart(id samantha.ID) (string, bool) {
	from, to, ok := asked.Parted(id)
	if !ok {
		return "", false
	}
	found, ok := m.index.Get(id.Event())
	if !ok {
		return "", false
	}
	return asked.Excerpt(found.Text, from, to), true
}
