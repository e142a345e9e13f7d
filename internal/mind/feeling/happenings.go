package feeling

import (
	"math"
	"slices"
	"strings"

	"samantha"
)

// happening is a rule of en/happenings.txt: words in their order that tell what
// happened, and what people mostly feel at it.
type happening struct {
	terms   []term
	without []term // none of these may stand in the sentence
	evidence
}

// term is one step of a happening.
type term struct {
	set *wordSet
	far bool // any number of words may stand before it, else nearBy at most
}

// nearBy is how many words stand between two terms at most: "I had just told".
const nearBy = 1

// wordSet are words and phrases of which a term is any.
type wordSet struct {
	phrases  map[string][][]string // by first word, longest first
	prefixes []string              // words that begin so
	suffixes []string              // words that end so
}

// length is how many words of the set stand first, 0 for none.
func (w *wordSet) length(words []string) int {
	if n := longest(w.phrases[words[0]], words); n > 0 {
		return n
	}
	begins := func(p string) bool { return strings.HasPrefix(words[0], p) }
	ends := func(p string) bool { return strings.HasSuffix(words[0], p) }
	if slices.ContainsFunc(w.prefixes, begins) || slices.ContainsFunc(w.suffixes, ends) {
		return 1
	}
	return 0
}

// longest is how many words of the first of some phrases that stands first, 0 for none.
func longest(phrases [][]string, words []string) int {
	for _, p := range phrases {
		if len(p) <= len(words) && slices.Equal(p, words[:len(p)]) {
			return len(p)
		}
	}
	return 0
}

// add takes a word, a phrase with _ between its words, a beginning with * behind it or
// an ending with * before it.
func (w *wordSet) add(s string) {
	if p, ok := strings.CutPrefix(s, "*"); ok {
		w.suffixes = append(w.suffixes, p)
		return
	}
	if p, ok := strings.CutSuffix(s, "*"); ok {
		w.prefixes = append(w.prefixes, p)
		return
	}
	words := strings.Split(s, "_")
	list := append(w.phrases[words[0]], words)
	slices.SortStableFunc(list, func(a, b []string) int { return len(b) - len(a) })
	w.phrases[words[0]] = list
}

// readHappenings reads sets ("let NAME = word ..."), heads ("EMOTION VALENCE AROUSAL")
// and, behind each head, its rules ("  WEIGHT term term ...").
func (h *Heart) readHappenings(lines []samantha.Line) error {
	sets := map[string]*wordSet{}
	h.telling, h.oftener = map[string]*wordSet{}, map[samantha.Emotion]float64{}
	var head evidence
	for _, l := range lines {
		f := strings.Fields(l.Text)
		var err error
		switch {
		case len(f) == 0:
		case f[0] == "let":
			err = readSet(l, f[1:], sets)
		case slices.Contains([]string{"self", "past", "present", "opens", "third", "spoils", "scene"}, f[0]):
			h.telling[f[0]], err = setOf(l, f[1:], sets)
		case f[0] == "kin":
			h.kin = append(h.kin, emotionsOf(f[1:]))
		case f[0] == "oftener":
			err = h.readOftener(l, f[1:])
		case l.Text[0] != ' ':
			head, err = readHappeningHead(l, f)
		default:
			var s happening
			if s, err = readHappening(l, f, head, sets); err == nil {
				h.happens = append(h.happens, s)
			}
		}
		if err != nil {
			return err
		}
	}
	h.byFirst()
	return nil
}

// readSet reads "NAME = word @set ...".
func readSet(l samantha.Line, f []string, sets map[string]*wordSet) error {
	if len(f) < 3 || f[1] != "=" {
		return l.Bad("want: let name = words")
	}
	set, err := setOf(l, f[2:], sets)
	sets[f[0]] = set
	return err
}

// setOf gathers words and sets known by name.
func setOf(l samantha.Line, words []string, sets map[string]*wordSet) (*wordSet, error) {
	made := &wordSet{phrases: map[string][][]string{}}
	for _, w := range words {
		name, named := strings.CutPrefix(w, "@")
		if !named {
			made.add(w)
			continue
		}
		other, ok := sets[name]
		if !ok {
			return nil, l.Bad("no set %q", name)
		}
		made.prefixes, made.suffixes = append(made.prefixes, other.prefixes...), append(made.suffixes, other.suffixes...)
		for _, phrases := range other.phrases {
			for _, p := range phrases {
				made.add(strings.Join(p, "_"))
			}
		}
	}
	return made, nil
}

func readHappeningHead(l samantha.Line, f []string) (e evidence, err error) {
	if len(f) != 3 {
		return e, l.Bad("want: emotion valence arousal")
	}
	e.emotion = samantha.Emotion(f[0])
	e.named, e.happened = e.emotion, true
	if e.valence, err = l.Float(f[1], -1, 1); err != nil {
		return e, err
	}
	e.arousal, err = l.Float(f[2], 0, 1)
	return e, err
}

// readHappening reads "WEIGHT term term": a term is a word, @set, or several with |
// between; .. before it lets any words stand between, and - forbids it.
func readHappening(l samantha.Line, f []string, head evidence, sets map[string]*wordSet) (happening, error) {
	s := happening{evidence: head}
	var err error
	if s.weight, err = l.Float(f[0], 0, 2); err != nil {
		return s, err
	}
	far := false
	for _, w := range f[1:] {
		if w == ".." {
			far = true
			continue
		}
		name, without := strings.CutPrefix(w, "-")
		set, err := setOf(l, strings.Split(name, "|"), sets)
		if err != nil {
			return s, err
		}
		if without {
			s.without = append(s.without, term{set: set})
			continue
		}
		s.terms = append(s.terms, term{set, far})
		far = false
	}
	if len(s.terms) == 0 || s.emotion == "" {
		return s, l.Bad("want a head before it, and a term")
	}
	return s, nil
}

func emotionsOf(names []string) (out []samantha.Emotion) {
	for _, n := range names {
		out = append(out, samantha.Emotion(n))
	}
	return out
}

// readOftener reads "EMOTION TIMES".
func (h *Heart) readOftener(l samantha.Line, f []string) error {
	if len(f) != 2 {
		return l.Bad("want: oftener emotion times")
	}
	times, err := l.Float(f[1], 0, 100)
	h.oftener[samantha.Emotion(f[0])] = times
	return err
}

// likely are the reader's emotions; of what is told, each by as much more than in
// the comments it learned from.
func (h *Heart) likely(s Sense, tells bool) map[samantha.Emotion]guess {
	ps := h.reader.emotions(s)
	if !tells {
		return ps
	}
	for e, times := range h.oftener {
		g := ps[e]
		odds := float64(times * g.p / max(1e-6, 1-g.p))
		g.p = odds / (1 + odds)
		ps[e] = g
	}
	return ps
}

// A happening counts for less in a text that sounds as if it went the other way, and for
// more in one that sounds as it went.
const (
	clearTone   = 0.1
	againstTone = 0.5
	withTone    = 1.3
)

// happenings are what the happenings of a telling are evidence of, by how it sounds (a
// valence): each rule once.
func (h *Heart) happenings(words []string, sound float64) []evidence {
	var out []evidence
	sentences := h.lexicon.sentences(words)
	for i, n := range h.firstIn(sentences) {
		if n == 0 {
			continue
		}
		e := h.happens[i].evidence
		if asked(sentences[n-1]) {
			e.weight *= guessed
		}
		if math.Abs(sound) > clearTone {
			e.weight *= alongside(e.valence, sound)
		}
		out = append(out, e)
	}
	return out
}

// firstIn is, for each rule, the first sentence in which it holds, from 1; 0 for none.
func (h *Heart) firstIn(sentences [][]string) []int {
	first := make([]int, len(h.happens))
	for n, sentence := range sentences {
		for at, w := range sentence {
			for _, b := range h.begins[w] {
				if first[b.rule] == 0 && h.happens[b.rule].holdsAt(&h.lexicon, sentence, at, longest(b.phrases, sentence[at:])) {
					first[b.rule] = n + 1
				}
			}
			for _, i := range h.loose {
				if s := &h.happens[i]; first[i] == 0 && s.holdsAt(&h.lexicon, sentence, at, s.terms[0].set.length(sentence[at:])) {
					first[i] = n + 1
				}
			}
		}
	}
	return first
}

// beginning is a rule, by its place, and the phrases of its first term that begin with a
// word.
type beginning struct {
	rule    int
	phrases [][]string
}

// byFirst notes with which words rules begin, and which with any word of some beginning or
// ending.
func (h *Heart) byFirst() {
	h.begins = map[string][]beginning{}
	for i, s := range h.happens {
		first := s.terms[0].set
		for w, phrases := range first.phrases {
			h.begins[w] = append(h.begins[w], beginning{i, phrases})
		}
		if len(first.prefixes)+len(first.suffixes) > 0 {
			h.loose = append(h.loose, i)
		}
	}
}

// alongside is how far a tone bears out what happened.
func alongside(valence, sound float64) float64 {
	if float64(valence*sound) < 0 {
		return againstTone
	}
	return withTone
}

// Tells reports whether a text tells of something that happened to the one who says it.
func (h *Heart) Tells(text string) bool { return h.tells(h.lexicon.split(text)) }

// tells: the words are of something that happened to the one who says them: more of
// what was than of what is, of themselves or of somebody; or they begin as tellings
// begin, "when" or "being".
func (h *Heart) tells(words []string) bool {
	if len(words) == 0 || h.count("spoils", words) > 0 {
		return false
	}
	present, past := h.count("present", words), h.count("past", words)
	third := h.telling["third"].length(words) > 0
	if h.telling["opens"].length(words) > 0 && present <= 1 {
		return true
	}
	return (h.count("self", words) > 0 || third) && past > 2*present
}

// scene: the words begin as a scene that is told for itself.
func (h *Heart) scene(words []string) bool {
	return len(words) > 0 && h.telling["scene"].length(words) > 0
}

// count is how many words there are of a kind that makes a telling or does not.
func (h *Heart) count(kind string, words []string) (n int) {
	for i := range words {
		if h.telling[kind].length(words[i:]) > 0 {
			n++
		}
	}
	return n
}

// sentences parts words at the signs that end one.
func (x *lexicon) sentences(words []string) [][]string {
	var out [][]string
	start := 0
	for i, w := range words {
		if ends(w) && w != "," {
			out, start = append(out, words[start:i+1]), i+1
		}
	}
	if start < len(words) {
		out = append(out, words[start:])
	}
	return out
}

// holdsAt: the terms stand in the sentence in their order from a word on, of which the first
// is so many words there, undenied, and what may not stand there does not.
func (s *happening) holdsAt(x *lexicon, sentence []string, at, n int) bool {
	return n > 0 && !x.deniedAt(sentence, at) && s.rest(x, sentence[at+n:], 1) && !s.forbids(sentence)
}

// forbids: something stands in the sentence that may not.
func (s *happening) forbids(sentence []string) bool {
	for _, t := range s.without {
		for i := range sentence {
			if t.set.length(sentence[i:]) > 0 {
				return true
			}
		}
	}
	return false
}

// rest: the terms from one on stand in the words, which follow the one before.
func (s *happening) rest(x *lexicon, words []string, from int) bool {
	if from == len(s.terms) {
		return true
	}
	t := s.terms[from]
	for i := range words {
		if !t.far && i > nearBy {
			return false
		}
		if n := t.set.length(words[i:]); n > 0 && s.rest(x, words[i+n:], from+1) {
			return true
		}
		if x.modifiers[words[i]].kind == "not" {
			return false
		}
	}
	return false
}

// deniedAt: a denial stands right before, or one word off.
func (x *lexicon) deniedAt(words []string, i int) bool {
	return slices.ContainsFunc(words[max(0, i-2):i], func(w string) bool { return x.modifiers[w].kind == "not" })
}
