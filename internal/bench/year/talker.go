package year

import (
	"hash/fnv"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"time"
)

// talker is a person on their way through a life: what they have said, and what
// they are about to.
type talker struct {
	p      *Person
	chance *rand.Rand
	decks  map[string][]string // what was dealt and is not said yet, by group or slot
	told   map[int]bool        // days of which they told

	phase phase
	today []happening // of a written person: the talks of this day that are to come
	date  time.Weekday
	queue []line
	left  int  // moments of this encounter
	since int  // moments of it that passed
	took  bool // the last thing said was about what she said
	gone  bool

	fate *rand.Rand // what befalls them whatever she says
	meet []int      // groups of whom they see before they come again
	mine string     // the last thing they said, in small letters
	met  int        // how often they saw or rang somebody
}

// line is one thing they say.
type line struct {
	text string
	sore bool // in sorrow: cheer is no answer to it
}

func newTalker(p *Person, seed uint64) *talker {
	h := fnv.New64a()
	h.Write([]byte(p.Name))
	return &talker{p: p, chance: rand.New(rand.NewPCG(seed, h.Sum64())), fate: rand.New(rand.NewPCG(h.Sum64(), seed)), decks: map[string][]string{}, told: map[int]bool{}}
}

// coming is one encounter: when it begins after midnight, and how long it is.
type coming struct {
	after   time.Duration
	moments int
}

// lateHour is when they come on a day of which there is something to tell, if
// they would not have come otherwise.
const lateHour = 20 * time.Hour

// comings are the encounters of a day, in order.
func (t *talker) comings(day int, weekday time.Weekday) []coming {
	if t.p.written() {
		return t.pages(day, weekday)
	}
	t.phase = t.p.phase(day)
	t.befalls()
	var out []coming
	for _, h := range t.phase.comes {
		if !slices.Contains(h.weekdays, weekday) || !t.happens(h.chance) {
			continue
		}
		minutes := h.from*60 + t.chance.IntN(max(1, (h.to-h.from)*60))
		out = append(out, coming{time.Duration(minutes) * time.Minute, h.least + t.chance.IntN(h.atm-h.least+1)})
	}
	slices.SortFunc(out, func(a, b coming) int { return int(a.after - b.after) })
	if len(out) == 0 && len(t.news(day)) > 0 {
		out = []coming{{after: lateHour, moments: 3}}
	}
	return out
}

func (t *talker) happens(chance int) bool { return t.chance.IntN(100) < chance }

// news are what happened and was not told yet.
func (t *talker) news(day int) []line {
	var out []line
	for _, d := range t.p.days {
		if d.day == day && !t.told[day] {
			for _, text := range d.lines {
				out = append(out, line{t.fill(text), d.sore})
			}
		}
	}
	return out
}

// begin starts an encounter.
func (t *talker) begin(day, moments int) {
	if t.p.written() {
		t.turn()
		return
	}
	t.queue, t.left, t.since, t.took, t.gone = nil, moments, 0, false, false
	news := t.news(day)
	t.told[day] = true
	if len(news) == 0 || t.happens(50) {
		t.say("hello")
	}
	t.queue = append(append(t.queue, news...), t.seen()...)
	t.left = max(t.left, len(t.queue)+1)
}

// overrun is how far an encounter may run over.
const overrun = 8

// next is what they say to a reply of hers; false: they are gone.
func (t *talker) next(reply string) (line, bool) {
	if t.gone {
		return line{}, false
	}
	if t.p.written() {
		return t.pop()
	}
	t.since++
	t.turned(reply)
	if l, ok := t.takes(reply); ok {
		return l, true
	}
	t.took = false
	if len(t.queue) == 0 && t.since > t.left || t.since > t.left+overrun {
		t.gone = true
		t.queue = nil
		if !t.happens(t.phase.leaves) {
			return line{}, false
		}
		t.say("bye")
	}
	for len(t.queue) == 0 && !t.gone {
		t.say(t.occasion())
	}
	return t.pop()
}

// pop is what is next in the queue; false: nothing.
func (t *talker) pop() (line, bool) {
	if len(t.queue) == 0 {
		return line{}, false
	}
	l := t.queue[0]
	t.queue, t.mine = t.queue[1:], strings.ToLower(l.text)
	return l, true
}

// takes is how they take what she said: by the first group that hears it and
// has its chance. Twice running they do not.
func (t *talker) takes(reply string) (line, bool) {
	heard := strings.ToLower(reply)
	for i, g := range t.p.groups {
		if g.hears == nil || t.took || !g.in(t.phase.name) || !g.heardIn(heard) || !t.happens(g.chance) {
			continue
		}
		t.took = true
		return t.deal("hears "+strconv.Itoa(i), g), true
	}
	return line{}, false
}

// heardIn: the reply has one of the words; "?" is a question at its end.
func (g group) heardIn(reply string) bool {
	return slices.ContainsFunc(g.hears, func(w string) bool {
		if w == "?" {
			return strings.HasSuffix(reply, "?")
		}
		return strings.Contains(reply, w)
	})
}

// occasion is one of the phase, by weight.
func (t *talker) occasion() string {
	sum := 0
	for _, s := range t.phase.mix {
		sum += s.weight
	}
	if sum == 0 {
		return "bye"
	}
	at := t.chance.IntN(sum)
	for _, s := range t.phase.mix {
		if at -= s.weight; at < 0 {
			return s.occasion
		}
	}
	return "bye"
}

// say puts the next line of an occasion in the queue, part by part.
func (t *talker) say(occasion string) {
	groups := t.p.of(occasion, t.phase.name)
	if len(groups) == 0 {
		t.gone = t.gone || occasion == "bye"
		return
	}
	i := t.oneOf(groups)
	l := t.deal("say "+strconv.Itoa(i), t.p.groups[i])
	for _, part := range parts(l.text) {
		t.queue = append(t.queue, line{part, l.sore})
	}
}

// oneOf is one of several groups; the more lines it has, the likelier.
func (t *talker) oneOf(groups []int) int {
	sum := 0
	for _, i := range groups {
		sum += len(t.p.groups[i].lines)
	}
	at := t.chance.IntN(max(1, sum))
	for _, i := range groups {
		if at -= len(t.p.groups[i].lines); at < 0 {
			return i
		}
	}
	return groups[0]
}

// of are the groups of an occasion in a phase.
func (p *Person) of(occasion, phase string) []int {
	var out []int
	for i, g := range p.groups {
		if g.occasion == occasion && g.in(phase) {
			out = append(out, i)
		}
	}
	return out
}

func (g group) name() string {
	if g.occasion != "" {
		return g.occasion
	}
	return strings.Join(g.hears, " | ")
}

// deal takes the next line of a group: all are said before one comes again.
func (t *talker) deal(deck string, g group) line { return line{t.fill(t.draw(deck, g.lines)), g.sore} }

func (t *talker) draw(deck string, from []string) string {
	if len(t.decks[deck]) == 0 {
		fresh := slices.Clone(from)
		t.chance.Shuffle(len(fresh), func(i, j int) { fresh[i], fresh[j] = fresh[j], fresh[i] })
		t.decks[deck] = fresh
	}
	l := t.decks[deck][0]
	t.decks[deck] = t.decks[deck][1:]
	return l
}

// fill puts values into the slots of a line; one slot has one value in it.
func (t *talker) fill(text string) string {
	for _, name := range slotNames(text) {
		if values := t.p.slots[name]; len(values) > 0 {
			text = strings.ReplaceAll(text, "{"+name+"}", t.draw("let "+name, values))
		}
	}
	return text
}

// slotNames are the names in braces, each once.
func slotNames(text string) []string {
	var names []string
	for {
		_, after, ok := strings.Cut(text, "{")
		if !ok {
			return names
		}
		name, rest, ok := strings.Cut(after, "}")
		if !ok {
			return names
		}
		if !slices.Contains(names, name) {
			names = append(names, name)
		}
		text = rest
	}
}

// parts are the utterances that a line is said in.
func parts(text string) []string {
	var out []string
	for part := range strings.SplitSeq(text, " / ") {
		out = append(out, strings.TrimSpace(part))
	}
	return out
}
