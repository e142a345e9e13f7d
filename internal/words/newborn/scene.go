package newborn

import (
	"strconv"
	"strings"
	"unicode"

	"samantha"
)

// scene is one move in its moment, ready for lines to be held against it.
type scene struct {
	voice   *voice
	said    map[string]string // the slots as she says them
	raw     map[string]string // as the person said them
	plural  bool              // they are about more than one: "your parents live"
	mood    string
	tone    string
	part    string // of the day
	weekday string
	days    int      // since they met
	after   string   // the act of the move before this one
	next    string   // and of the one that follows
	stage   string   // of the bond
	grown   []string // how she is otherwise than she was born
	looked  []looked // what the lines of the act ask for, by the places of the names
}

// looked is the value of a name, looked up once for all lines that ask for it.
type looked struct {
	value, shape string
	up           bool
}

// The moods that lines may ask for.
const (
	moodBright = "bright"
	moodLow    = "low"
	moodEven   = "even"
)

// quoted is how many words of a person she says back at most, and listed how many
// where they asked her to read out what she keeps.
const quoted, listed = 40, 400

// source is the slot of an act that a slot is made of: itself, for most.
func source(slot string) string {
	switch slot {
	case "feel", "thing":
		return "emotion"
	case "age":
		return "days"
	case "fact":
		return "slot"
	}
	return slot
}

func (v *voice) scene(m *samantha.Moment, move samantha.Move, b *block) *scene {
	s := &scene{
		voice:   v,
		said:    map[string]string{},
		raw:     map[string]string{},
		mood:    moodOf(m.Mood),
		tone:    string(m.Intent.Tone),
		part:    samantha.PartOfDay(m.At),
		weekday: strings.ToLower(m.At.Weekday().String()),
		days:    m.Days,
		stage:   string(m.Stage),
		grown:   m.Self.Grown,
		looked:  make([]looked, len(b.names)),
	}
	for class, word := range m.Self.Words {
		s.raw["my-"+class], s.said["my-"+class] = word, word
	}
	for name, text := range move.Slots {
		s.take(name, text, b.slots[name])
	}
	if s.said["part"] != "" {
		s.part = s.said["part"]
	}
	v.derive(s)
	return s
}

// take keeps a slot. One that is marked with a star stands as it is; the
// others hold the person's own words, which are turned to her side.
func (s *scene) take(name, text string, stands bool) {
	if stands {
		text = strings.Join(strings.Fields(text), " ")
		s.raw[name], s.said[name] = text, text
		return
	}
	most := quoted
	if name == "items" {
		most = listed
	}
	text = s.voice.clean(text, most)
	s.raw[name] = text
	switch name {
	case "who", "of":
		s.said[name] = s.voice.person(text)
	case "name":
		s.said[name] = capital(text) // typed in small letters, a name is still one
	default:
		s.said[name] = s.voice.turn(text)
	}
}

// clean takes off what would break a sentence of hers: end marks, quotes, line
// ends, and all beyond so many words.
func (v *voice) clean(text string, most int) string {
	text = v.stops.Replace(strings.TrimRight(v.quotes.Replace(text), " .?!\n"))
	words := strings.FieldsFunc(text, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) || emoji(r) })
	if len(words) > most {
		words = words[:most]
	}
	return strings.Trim(strings.Join(words, " "), " .,;:-")
}

// emoji tells pictures, with their joiners and colours, from letters.
func emoji(r rune) bool {
	return r >= 0x1f000 || r >= 0x2600 && r < 0x2800 || r == 0xfe0f || r == 0x200d
}

// derive adds the slots made of others.
func (v *voice) derive(s *scene) {
	if words, ok := v.emotions[feltAs{s.said["emotion"], s.said["strength"]}]; ok {
		s.said["feel"], s.said["thing"] = words.feel, words.thing
	}
	if days, err := strconv.Atoi(s.said["days"]); err == nil {
		s.said["age"] = age(days)
	}
	if s.said["slot"] != "" && s.said["value"] != "" {
		v.tell(s)
	}
}

func age(days int) string {
	switch days {
	case 0:
		return "less than a day"
	case 1:
		return "one day"
	}
	return strconv.Itoa(days) + " days"
}

// asked is what a condition tests.
func (s *scene) asked(c *condition) string {
	l := &s.looked[c.at]
	if !l.up {
		l.value, l.up = s.value(c.name), true
	}
	return l.value
}

// hasShape tells whether what a condition tests has a shape.
func (s *scene) hasShape(c *condition, shape string) bool {
	text := s.asked(c)
	if text == "" || shape == "one" || shape == "many" || byAnyWord(shape) {
		return s.voice.hasShape(text, shape)
	}
	l := &s.looked[c.at]
	if l.shape == "" {
		l.shape = s.voice.shape(text)
	}
	return l.shape == shape
}

// value is that of a name.
func (s *scene) value(name string) string {
	switch name {
	case "mood":
		return s.mood
	case "tone":
		return s.tone
	case "part":
		return s.part
	case "weekday":
		return s.weekday
	case "after":
		return s.after
	case "next":
		return s.next
	case "stage":
		return s.stage
	}
	return s.said[name]
}

// fill is the words for a slot.
func (s *scene) fill(p piece) string {
	text := s.said[p.slot]
	if one, many, ok := strings.Cut(p.slot, "/"); ok {
		text = one
		if s.plural {
			text = many
		}
	}
	switch p.filter {
	case "said":
		text = s.raw[p.slot]
	case "short":
		text = short(s.raw[p.slot])
	case "a":
		text = s.voice.article(text)
	case "the":
		text = s.voice.definite(text)
	}
	if p.upper {
		text = capital(text)
	}
	return text
}

// How much of a long quotation stands: enough of both ends to know it by, and to tell
// it from another that begins or ends alike.
const (
	shortHead = 7
	shortTail = 5
)

// short is a long text without its middle.
func short(text string) string {
	words := strings.Fields(text)
	if len(words) <= shortHead+shortTail+2 {
		return text
	}
	head, tail := strings.Join(words[:shortHead], " "), strings.Join(words[len(words)-shortTail:], " ")
	return strings.TrimRight(head, ",;:.!?") + " … " + tail
}

// moodOf names a mood, for rhythm only; the words are never said.
func moodOf(m samantha.Mood) string {
	switch {
	case m.P > 0.25 && m.A > 0:
		return moodBright
	case m.P < -0.1:
		return moodLow
	}
	return moodEven
}
