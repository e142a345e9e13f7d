package feeling

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"

	"samantha"
)

// lexicon is en/lexicon.txt and en/modifiers.txt.
type lexicon struct {
	entries   map[string][]entry // by first word, longest first
	byAct     map[string]entry
	modifiers map[string]modifier
	signs     map[samantha.Emotion]float64 // -1 or 1: whether an emotion is bad or good
}

// entry is a word or phrase that says something of a feeling.
type entry struct {
	words []string
	event bool // it tells of what happened: whose it is does not matter
	evidence
}

// modifier is a word that changes what a feeling word near it says.
type modifier struct {
	kind   string
	factor float64
}

// readLexicon reads "[-]EMOTION VALENCE AROUSAL WEIGHT [event]: entry, entry".
func (h *Heart) readLexicon(lines []samantha.Line) error {
	x := &h.lexicon
	x.entries, x.byAct, x.signs = map[string][]entry{}, map[string]entry{}, map[samantha.Emotion]float64{}
	for _, l := range lines {
		if l.Text == "" {
			continue
		}
		head, body, ok := strings.Cut(l.Text, ": ")
		if !ok {
			return l.Bad("want: emotion valence arousal weight: words")
		}
		e, err := readHead(l, strings.Fields(head))
		if err != nil {
			return err
		}
		if _, known := x.signs[e.emotion]; !known && e.emotion != "" && e.valence != 0 {
			x.signs[e.emotion] = math.Copysign(1, e.valence)
		}
		for phrase := range strings.SplitSeq(body, ", ") {
			x.add(strings.TrimSpace(phrase), e)
		}
	}
	for _, list := range x.entries {
		slices.SortStableFunc(list, func(a, b entry) int { return cmp.Compare(len(b.words), len(a.words)) })
	}
	return nil
}

func readHead(l samantha.Line, f []string) (e entry, err error) {
	e.event = len(f) == 5 && f[4] == "event"
	if len(f) != 4 && !e.event {
		return e, l.Bad("want: emotion valence arousal weight")
	}
	emotion, silent := strings.CutPrefix(f[0], "-")
	e.named = samantha.Emotion(emotion)
	if !silent {
		e.emotion = e.named
	}
	if e.valence, err = l.Float(f[1], -1, 1); err != nil {
		return e, err
	}
	if e.arousal, err = l.Float(f[2], 0, 1); err != nil {
		return e, err
	}
	e.weight, err = l.Float(f[3], 0, 2)
	return e, err
}

func (x *lexicon) add(phrase string, e entry) {
	if act, ok := strings.CutPrefix(phrase, "@"); ok {
		x.byAct[act] = e
		return
	}
	e.words = strings.Fields(phrase)
	x.entries[e.words[0]] = append(x.entries[e.words[0]], e)
}

// readModifiers reads "kind: words" and "kind factor: words".
func (h *Heart) readModifiers(lines []samantha.Line) error {
	h.lexicon.modifiers = map[string]modifier{}
	for _, l := range lines {
		if l.Text == "" {
			continue
		}
		head, body, ok := strings.Cut(l.Text, ": ")
		if !ok {
			return l.Bad("want: kind: words")
		}
		kind, factor, scales := strings.Cut(head, " ")
		m := modifier{kind: kind, factor: 1}
		if scales {
			var err error
			if m.factor, err = l.Float(factor, 0, 3); err != nil {
				return err
			}
		}
		for _, w := range strings.Fields(body) {
			h.lexicon.modifiers[w] = m
		}
	}
	return nil
}

// split cuts a text into words, signs and emoji, lower case, apostrophes
// straight. Typed laughter of any length is "haha"; letters drawn out are
// written once.
func (x *lexicon) split(text string) []string {
	var out []string
	for field := range strings.FieldsSeq(strings.ToLower(straight(text))) {
		_, entry := x.entries[field]
		_, mark := x.modifiers[field]
		if entry || mark {
			out = append(out, field) // ":)", "/s" and the like
			continue
		}
		start := 0
		for i, r := range field {
			if !notLetter(r) || r == '\'' {
				continue
			}
			out = append(out, spell(field[start:i]), string(r))
			start = i + len(string(r))
		}
		out = append(out, spell(field[start:]))
	}
	return slices.DeleteFunc(out, func(w string) bool { return w == "" })
}

// drawnOut: a letter stands more than twice running.
func drawnOut(w string) bool {
	var last rune
	n := 0
	for _, r := range w {
		if n++; r != last {
			last, n = r, 1
		}
		if n > 2 {
			return true
		}
	}
	return false
}

func notLetter(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\''
}

// spell is a word as the lexicon has it.
func spell(w string) string {
	w = strings.Trim(w, "'")
	if len(w) >= 4 && (strings.Trim(w, "ha") == "" || strings.Trim(w, "he") == "" || strings.Contains(w, "haha")) {
		return "haha"
	}
	if !drawnOut(w) {
		return w
	}
	var b strings.Builder
	for runes := []rune(w); len(runes) > 0; {
		n := 1
		for n < len(runes) && runes[n] == runes[0] {
			n++
		}
		write := n
		if n > 2 {
			write = 1
		}
		b.WriteString(string(runes[:write]))
		runes = runes[n:]
	}
	return b.String()
}
