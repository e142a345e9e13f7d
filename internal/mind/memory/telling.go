package memory

import (
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"samantha"
)

// Teller is what she tells a chapter with: the words of memories, what a
// feeling of hers was in plain words, and the time she tells it at.
type Teller struct {
	Text func(samantha.ID) string // of a memory; "" if it is not there
	Felt func(samantha.ID) string // "very glad, because you told me something good"
	Her  string                   // the name she took on the first day, or ""
	In   samantha.ID              // the moment she took it in
	Now  time.Time                // in the person's zone
	Pick uint64                   // which of her ways of saying it
}

// Tell is a telling of a chapter: her frame, the person's words, and nothing
// that no memory holds. It is false if too little is left to tell.
func (l *Lore) Tell(d Due, with Teller) (*samantha.Telling, bool) {
	t := &composing{
		Teller: with, story: &l.story, due: d, telling: &samantha.Telling{
			Words:   samantha.TellingWords{Matter: d.Matter},
			Numbers: samantha.TellingNumbers{Chapter: d.Chapter, No: d.No, Why: d.Why, Sort: d.Sort, Since: d.Begin.At, Ending: d.Ending, Own: d.Own, Version: Version},
		},
	}
	if d.Sort == ChapterUs {
		t.us()
	} else {
		t.chapter()
	}
	return t.telling, len(t.telling.Words.Sentences) > 0
}

// composing is a telling as far as it is put together.
type composing struct {
	Teller
	story   *storybook
	due     Due
	telling *samantha.Telling
}

func (t *composing) us() {
	at := t.due.Begin.At.In(t.Now.Location())
	date := at.Format("Monday, 2 January 2006")
	if quote := t.quote(t.due.Begin.ID); quote != "" {
		t.say(samantha.BitBegin, "us begin", fill{"date": date, "quote": quote}, t.due.Begin.ID)
	} else {
		t.say(samantha.BitBegin, "us quiet", fill{"date": date})
	}
	if quote := t.quote(t.due.Meant); quote != "" {
		t.say(samantha.BitMeant, "us meant", fill{"quote": quote}, t.due.Meant)
	}
	if t.Her != "" {
		t.say(samantha.BitHers, "us named", fill{"name": t.Her}, t.In)
	}
	t.since()
	if len(t.telling.Words.Sentences) < fewestSentences-1 {
		t.say(samantha.BitOpen, "us open", nil, t.due.Begin.ID)
	}
}

func (t *composing) chapter() {
	d := t.due
	begin := t.told(d.Begin.ID)
	if begin == "" {
		return
	}
	t.say(samantha.BitBegin, "tell begin", fill{"who": t.who(begin), "day": t.month(d.Begin.At), "told": begin}, append([]samantha.ID{d.Begin.ID}, d.Named...)...)
	turn, end := t.told(d.Turn.ID), t.told(d.End.ID)
	from := []samantha.ID{d.End.ID}
	if turn != "" && end != "" && t.sameDay(d.Turn.At, d.End.At) {
		turn, end, from = "", t.joined(turn, end), append(from, d.Turn.ID)
	}
	if turn != "" {
		t.say(samantha.BitTurn, "tell turn "+t.wind(d.Turned), fill{"later": t.later(d.Begin.At, d.Turn.At), "told": turn}, d.Turn.ID)
	}
	if end != "" {
		t.say(samantha.BitEnd, "tell end "+t.wind(d.Ended != 0), fill{"later": t.later(d.Begin.At, d.End.At), "told": end}, from...)
	}
	if quote := t.quote(d.Meant); quote != "" {
		section := "tell meant"
		if d.Low {
			section = "tell meant low"
		}
		t.say(samantha.BitMeant, section, fill{"quote": quote}, d.Meant)
	}
	t.hers()
	t.since()
	if len(d.Own) > 0 {
		t.say(samantha.BitOwn, "tell own", nil, d.Own...)
	}
	if d.End.ID == "" && (!d.Turned || len(t.telling.Words.Sentences) < fewestSentences) {
		t.say(samantha.BitOpen, "tell open", nil, d.Begin.ID)
	}
}

// joined are two things told of one day, as one; what is quoted stands alone.
func (t *composing) joined(one, other string) string {
	if strings.HasPrefix(one+other, "“") || strings.Contains(one, ". ") || strings.HasPrefix(other, "“") {
		return other
	}
	return one + ", and " + other
}

// hers is what she felt, by the record: while it went on, and when it ended.
func (t *composing) hers() {
	felt, after := t.felt(t.due.Stirred), t.felt(t.due.Settled)
	switch {
	case felt != "" && after != "" && felt != after:
		t.say(samantha.BitHers, "tell hers both", fill{"felt": felt, "after": after}, t.due.Stirred.Event(), t.due.Settled.Event())
	case felt != "":
		t.say(samantha.BitHers, "tell hers", fill{"felt": felt}, t.due.Stirred.Event())
	case after != "":
		t.say(samantha.BitHers, "tell hers", fill{"felt": after}, t.due.Settled.Event())
	}
}

// felt is a feeling of hers in a word or two; why is in the receipt.
func (t *composing) felt(id samantha.ID) string {
	felt, _, _ := strings.Cut(t.Felt(id), ", because ")
	return felt
}

// told is what a memory says, as she tells it on.
func (t *composing) told(id samantha.ID) string {
	if id == "" {
		return ""
	}
	return t.story.retold(t.Text(id))
}

// fewestSentences is how short a telling may be.
const fewestSentences = 3

// since is what came from the person after the telling before: what they put
// right, and how they tell it themselves.
func (t *composing) since() {
	if y := t.due.Yours; y != nil {
		t.say(samantha.BitYours, "tell yours", fill{"quote": cite(y.Text)}, y.ID)
	}
	switch f := t.due.Right; {
	case f == nil:
	case t.due.Was != "":
		t.say(samantha.BitRighted, "tell righted", fill{"now": f.Value, "was": t.due.Was}, f.ID.Event(), f.Corrects.Event())
	default:
		t.say(samantha.BitRighted, "tell added", fill{"now": f.Value}, f.ID.Event())
	}
}

// fill are the words for the slots of a sentence.
type fill map[string]string

// say adds one of the sentences of a section, and where it comes from. There
// are eight at most, and what comes last is left out.
func (t *composing) say(part, section string, slots fill, from ...samantha.ID) {
	ways := t.story.tell[section]
	if len(ways) == 0 || len(t.telling.Words.Sentences) == mostSentences {
		return
	}
	sentence := ways[t.Pick%uint64(len(ways))]
	t.Pick /= 7 // another digit of the chance for the next sentence
	for slot, text := range slots {
		sentence = strings.ReplaceAll(sentence, "{"+slot+"}", text)
		sentence = strings.ReplaceAll(sentence, "{"+capital(slot)+"}", capital(text))
	}
	n := &t.telling.Numbers
	t.telling.Words.Sentences = append(t.telling.Words.Sentences, sentence)
	n.Parts = append(n.Parts, samantha.ChapterBit{Part: part, From: added(nil, from)})
	n.Sources = added(n.Sources, from)
}

// added are ids with others behind them, each once.
func added(ids, others []samantha.ID) []samantha.ID {
	for _, id := range others {
		if !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids
}

// mostSentences is how long a telling may be.
const mostSentences = 8

// wind is which way it went, if it went either.
func (t *composing) wind(either bool) string {
	switch {
	case !either:
		return "none"
	case t.due.Ending > 0:
		return "good"
	}
	return "bad"
}

// who is whom or what the chapter is about, as she says it; what they are to the
// person is left out where it is told in the same breath.
func (t *composing) who(told string) string {
	name := t.due.Matter
	switch {
	case t.due.Sort == ChapterThing:
		return "the " + name
	case t.due.ByName && t.due.Kin != "" && !strings.Contains(told, t.due.Kin):
		return "your " + t.due.Kin + " " + capital(name)
	case t.due.ByName:
		return capital(name)
	case name == strings.ToLower(name):
		return "your " + name
	}
	return name
}

// quote is what a memory says, short enough to be quoted.
func (t *composing) quote(id samantha.ID) string {
	if id == "" {
		return ""
	}
	return cite(t.Text(id))
}

// citedWords is how much of a memory is quoted in a telling.
const citedWords = 22

// cite is a text as it stands in a quotation: whole if it is short, else its
// first sentence, without the mark at its end.
func cite(text string) string {
	text = strings.Join(strings.Fields(strings.NewReplacer("“", "'", "”", "'", `"`, "'").Replace(text)), " ")
	words := strings.Fields(text)
	if sentences := samantha.Sentences(text); len(words) > citedWords && len(sentences) > 1 {
		text = sentences[0]
		words = strings.Fields(text)
	}
	if len(words) > citedWords {
		return strings.Join(words[:citedWords], " ") + " …"
	}
	return strings.TrimRight(text, " .,;:!")
}

// month is when something was, as one says it of one's own life: "early in March".
func (t *composing) month(at time.Time) string {
	at = at.In(t.Now.Location())
	if at.Year() != t.Now.Year() {
		return "in " + at.Format("January 2006")
	}
	part := "in the middle of "
	switch day := at.Day(); {
	case day <= 10:
		part = "early in "
	case day > 20:
		part = "late in "
	}
	return part + at.Format("January")
}

// later is how long after the beginning something was.
func (t *composing) later(begin, at time.Time) string {
	switch n := days(begin.In(t.Now.Location()), at.In(t.Now.Location())); {
	case n <= 0:
		return "the same day"
	case n == 1:
		return "the day after"
	case n < 14:
		return counted(n) + " days later"
	case n < 60:
		return counted(n/7) + " weeks later"
	}
	return t.month(at)
}

func (t *composing) sameDay(a, b time.Time) bool {
	return days(a.In(t.Now.Location()), b.In(t.Now.Location())) == 0
}

// counted is a small number as it is said.
func counted(n int) string {
	return [...]string{"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen"}[n]
}

func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}
