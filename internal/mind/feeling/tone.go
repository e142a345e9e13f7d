package feeling

import (
	"math"
	"strconv"
	"strings"

	"samantha"
)

// Tone is the tone of words alone, by the lexicon and the rules of VADER (Hutto
// and Gilbert, ICWSM 2014). Its handful of idioms is left out. It knows no
// feelings, only good and bad.
type Tone struct {
	words  map[string]float64 // -4 bad .. 4 good
	denies map[string]bool
	raises map[string]float64 // a raise above 0, a lowering below
	turns  map[string]bool
}

// VADER's constants, found by its authors from people's ratings.
const (
	toneRaise   = 0.293
	toneShout   = 0.733 // a word in capitals among others
	toneDenied  = -0.74
	toneExclaim = 0.292 // a "!", four at most
	toneAsk     = 0.18  // a "?" of two or three; more are worth toneAskMost
	toneAskMost = 0.96
	toneBefore  = 0.5 // before a "but"
	toneAfter   = 1.5
	toneAlpha   = 15 // the sum at which the tone is 0.71 is its root
	toneReach   = 3
)

// NewTone reads the embedded lexicon.
func NewTone() (*Tone, error) {
	t := &Tone{words: map[string]float64{}, denies: map[string]bool{}, raises: map[string]float64{}, turns: map[string]bool{}}
	return t, readAll([]table{{"en/tone.txt", t.readWords}, {"en/tone-rules.txt", t.readRules}})
}

// readWords reads "word TAB tone" lines.
func (t *Tone) readWords(lines []samantha.Line) error {
	for _, l := range lines {
		if l.Text == "" {
			continue
		}
		word, tone, ok := strings.Cut(l.Text, "\t")
		x, err := strconv.ParseFloat(tone, 64)
		if !ok || err != nil {
			return l.Bad("want: word, a tab, tone")
		}
		t.words[word] = x
	}
	return nil
}

// readRules reads "kind: words" lines.
func (t *Tone) readRules(lines []samantha.Line) error {
	for _, l := range lines {
		if l.Text == "" {
			continue
		}
		kind, words, _ := strings.Cut(l.Text, ": ")
		for _, w := range strings.Fields(words) {
			switch kind {
			case "denies":
				t.denies[w] = true
			case "raises":
				t.raises[w] = toneRaise
			case "lowers":
				t.raises[w] = -toneRaise
			case "turns":
				t.turns[w] = true
			default:
				return l.Bad("no such kind: %q", kind)
			}
		}
	}
	return nil
}

// Words are the words of the lexicon with their tone, -4..4.
func (t *Tone) Words() map[string]float64 { return t.words }

// Of is the tone of a text, -1 bad .. 1 good; 0 where no word has one.
func (t *Tone) Of(text string) float64 {
	words := toneWords(text)
	tones := make([]float64, len(words))
	for i := range words {
		tones[i] = t.at(words, i)
	}
	t.turn(words, tones)
	sum := 0.0
	for _, x := range tones {
		sum += x
	}
	if sum == 0 {
		return 0
	}
	sum += math.Copysign(punctuation(text), sum)
	return sum / math.Sqrt(float64(sum*sum)+toneAlpha)
}

// toneWord is a word as it stands and as the lexicon has it.
type toneWord struct {
	low  string
	loud bool // in capitals, while not all are
}

func toneWords(text string) []toneWord {
	var words []toneWord
	capitals := 0
	text = strings.ReplaceAll(strings.ReplaceAll(text, "’", "'"), "‘", "'")
	for f := range strings.FieldsSeq(text) {
		w := strings.Trim(f, "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
		if len(w) <= 2 { // an emoticon, or too short to tell from one
			w = f
		}
		low := strings.ToLower(w)
		loud := w != low && w == strings.ToUpper(w)
		if loud {
			capitals++
		}
		words = append(words, toneWord{low: low, loud: loud})
	}
	if capitals == len(words) {
		for i := range words {
			words[i].loud = false
		}
	}
	return words
}

// at is the tone of one word as those before it change it.
func (t *Tone) at(words []toneWord, i int) float64 {
	w := words[i]
	x, known := t.words[w.low]
	_, raises := t.raises[w.low]
	if !known || raises || w.low == "kind" && low(words, i+1) == "of" {
		return 0
	}
	if _, next := t.words[low(words, i+1)]; w.low == "no" && next {
		x = 0 // it denies the next instead
	}
	or := low(words, i-1) == "or" || low(words, i-1) == "nor"
	if low(words, i-1) == "no" || low(words, i-2) == "no" || low(words, i-3) == "no" && or {
		x *= toneDenied
	}
	if w.loud {
		x += math.Copysign(toneShout, x)
	}
	for back := 1; back <= toneReach && back <= i; back++ {
		if _, toned := t.words[words[i-back].low]; !toned {
			x = t.changed(x, words, i, back)
		}
	}
	for _, back := range []int{2, 3} { // "kind of"
		x += float64(math.Copysign(1, x) * t.raises[low(words, i-back)+"-"+low(words, i-back+1)])
	}
	if low(words, i-1) == "least" && low(words, i-2) != "at" && low(words, i-2) != "very" {
		x *= toneDenied
	}
	return x
}

// changed is a tone after the word so many places before it.
func (t *Tone) changed(x float64, words []toneWord, i, back int) float64 {
	w := words[i-back]
	if raise := t.raises[w.low]; raise != 0 {
		if w.loud {
			raise += toneShout
		}
		x += float64(math.Copysign(raise, raise*x) * (1.05 - float64(0.05*float64(back))))
	}
	so := func(k int) bool { return low(words, k) == "so" || low(words, k) == "this" }
	switch {
	case back == 2 && w.low == "never" && so(i-1), back == 3 && w.low == "never" && (so(i-2) || so(i-1)):
		return x * 1.25
	case w.low == "without" && low(words, i-back+1) == "doubt":
		return x
	case t.deniesNext(w.low):
		return x * toneDenied
	}
	return x
}

// low is a word by its place, or "" where there is none.
func low(words []toneWord, i int) string {
	if i < 0 || i >= len(words) {
		return ""
	}
	return words[i].low
}

// turn weakens what stands before the first "but" and strengthens what follows.
func (t *Tone) turn(words []toneWord, tones []float64) {
	for i, w := range words {
		if !t.turns[w.low] {
			continue
		}
		for k := range tones {
			if k < i {
				tones[k] *= toneBefore
			} else {
				tones[k] *= toneAfter
			}
		}
		return
	}
}

// punctuation is how much the signs of a text strengthen its tone.
func punctuation(text string) float64 {
	x := float64(toneExclaim * min(4, float64(strings.Count(text, "!"))))
	switch asks := strings.Count(text, "?"); {
	case asks > 3:
		x += toneAskMost
	case asks > 1:
		x += float64(toneAsk * float64(asks))
	}
	return x
}
