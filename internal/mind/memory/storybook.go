package memory

import (
	"strconv"
	"strings"

	"samantha"
)

// storybook is what en/story.txt says of chapters.
type storybook struct {
	section string // being read
	weighs  map[string]int
	numbers map[string]float64
	never   map[string]bool
	begins  map[string]bool
	several map[string]bool
	unless  map[string]bool
	unfelt  map[string]bool
	tears   map[string]bool // tellings that may be of joy as well
	goesOn  map[string]bool // what says that nothing has ended
	bare    map[string]bool
	lead    map[string]bool
	light   map[string]bool // words that tell no thing from another
	opens   map[string]bool // what has its capital only from standing first
	ends    phrasebook      // what says that a thing is over: of "good", "hard", "done"
	weight  phrasebook      // what says what a thing came to mean
	tags    map[string]bool // what is put in while telling
	life    phrasebook      // common things of life, by their names
	turns   map[string]string
	events  []family
	tell    map[string][]string // by section: "tell begin"
	why     map[string]string
}

// family is one sort of event and the ways it is told to have come about.
type family struct {
	name string
	ways []way
}

type way struct {
	who     string // "they", "i", "both"
	phrases []phrase
}

// phrase is a few words of a sentence, with {they} for whoever it is about.
type phrase struct {
	text  string
	fixed string // its longest stretch without {they}
}

func newPhrase(text string) phrase {
	p := phrase{text: strings.TrimSpace(text)}
	for part := range strings.SplitSeq(p.text, "{they}") {
		if key := samantha.SentenceKey(part); len(key) > len(p.fixed) {
			p.fixed = key
		}
	}
	return p
}

func newStorybook() storybook {
	return storybook{
		weighs: map[string]int{}, numbers: map[string]float64{}, never: map[string]bool{}, begins: map[string]bool{}, several: map[string]bool{}, unless: map[string]bool{},
		unfelt: map[string]bool{}, tears: map[string]bool{}, goesOn: map[string]bool{}, bare: map[string]bool{}, lead: map[string]bool{}, light: map[string]bool{}, opens: map[string]bool{}, turns: map[string]string{}, tags: map[string]bool{}, ends: phrasebook{}, weight: phrasebook{}, life: phrasebook{}, tell: map[string][]string{}, why: map[string]string{},
	}
}

func (b *storybook) read(line samantha.Line) error {
	if name, ok := strings.CutPrefix(line.Text, "== "); ok {
		b.section = name
		if event, ok := strings.CutPrefix(name, "event "); ok {
			b.events = append(b.events, family{name: event})
		}
		return nil
	}
	lists := map[string]map[string]bool{
		"never": b.never, "begins": b.begins, "several": b.several, "unless": b.unless, "unfelt": b.unfelt,
		"goeson": b.goesOn, "tears": b.tears, "bare": b.bare, "lead": b.lead, "opens": b.opens, "light": b.light,
	}
	if list, ok := lists[b.section]; ok {
		return wordsInto(list)(line)
	}
	switch kind, _, _ := strings.Cut(b.section, " "); kind {
	case "tell", "us":
		b.tell[b.section] = append(b.tell[b.section], line.Text)
		return nil
	case "weight":
		b.weight.read(line.Text, kind)
		return nil
	case "tags":
		for tag := range strings.SplitSeq(line.Text, ";") {
			b.tags[strings.TrimSpace(tag)] = true
		}
		return nil
	case "ends":
		b.ends.read(line.Text, strings.TrimPrefix(b.section, "ends "))
		return nil
	}
	left, right, ok := strings.Cut(line.Text, "|")
	left, right = strings.TrimSpace(left), strings.TrimSpace(right)
	if !ok {
		return line.Bad("want: %s | ... in %q", left, b.section)
	}
	return b.row(line, left, right)
}

// row is a line of two cells.
func (b *storybook) row(line samantha.Line, left, right string) (err error) {
	switch kind, _, _ := strings.Cut(b.section, " "); kind {
	case "weighs":
		b.weighs[left], err = strconv.Atoi(right)
	case "numbers":
		b.numbers[left], err = strconv.ParseFloat(right, 64)
	case "why":
		b.why[left] = right
	case "turn":
		b.turns[left] = right
	case "life":
		b.life.read(right, left)
	case "event":
		e := &b.events[len(b.events)-1]
		w := way{who: left}
		for p := range strings.SplitSeq(right, ";") {
			w.phrases = append(w.phrases, newPhrase(p))
		}
		e.ways = append(e.ways, w)
	default:
		return line.Bad("%q is no section of a story", b.section)
	}
	if err != nil {
		return line.Bad("%q is no number", right)
	}
	return nil
}
