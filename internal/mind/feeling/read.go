package feeling

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"samantha"
)

// evidence is one piece of what the person may feel.
type evidence struct {
	emotion          samantha.Emotion // "" when only the tone is known
	valence, arousal float64
	weight           float64
	named            samantha.Emotion // what the words alone would say
	happened         bool             // it tells what happened, not how it felt
}

const (
	// restArousal is the arousal of words that say nothing of it.
	restArousal = 0.3
	// doubt stands against all evidence: a single word of weight w is believed
	// at most w/(w+doubt). Set on conversations so that a confidence is roughly
	// the share of readings that are right.
	doubt = 0.5
	// sureEnough is the confidence below which she does not guess.
	sureEnough = 0.4
	// sureOfTold is that for what happened to them: somebody who tells it felt
	// something, and nothing is the rarer answer. What only hints at something weighs
	// no more than hint.
	sureOfTold = 0.3
	hint       = 0.25
	// sureByReader is that for a telling of which only the reader guesses.
	sureByReader = 0.35
	// sureOfScene is that for a telling that begins as a scene, "when they called my
	// name", and says what happened: what it was like is why it is told.
	sureOfScene = 0.3
)

// Read is her estimate of what the person feels, from the words, from what was
// meant by them, and from how they sounded before (a valence of -1..1, 0 if
// that is long ago). The rules of the lexicon and the learned reader weigh in
// together; where they do not say, she is unsure.
func (h *Heart) Read(text string, heard samantha.Hearing, before float64) samantha.Reading {
	t := h.told(text)
	found, guesses, sense := h.evidence(t, heard, before)
	r := h.nameOf(append(guesses, found...), h.enough(t, found, guesses))
	r.Valence, r.Arousal = toneOf(append(found, evidence{ // in the place of doubt: how it sounds
		valence: float64(soundWeight * sense.Valence), arousal: sense.stirred(), weight: doubt,
	}))
	r.Arousal = samantha.Unit(r.Arousal + emphasis(text))
	r.Dominance = sense.Power
	return r
}

// told is a text as it is read: its words, and whether they tell of something that
// happened to the one who says them.
type told struct {
	text  string
	words []string
	tells bool
}

func (h *Heart) told(text string) told {
	words := h.lexicon.split(text)
	return told{text, words, h.tells(words)}
}

// enough is the confidence from which she guesses what somebody felt at what they say.
func (h *Heart) enough(t told, found, guesses []evidence) float64 {
	happened := 0.0 // the most that anything that happened weighs
	for _, e := range found {
		if e.happened {
			happened = max(happened, e.weight)
		}
	}
	switch {
	case happened > 0 && h.scene(t.words):
		return sureOfScene
	case happened > hint:
		return sureOfTold
	case t.tells && len(guesses) > 0:
		return sureByReader
	}
	return sureEnough
}

// evidence is all that a text says of what the person may feel: what words and acts
// say, what the reader guesses, and how it sounds.
func (h *Heart) evidence(t told, heard samantha.Hearing, before float64) (found, guesses []evidence, sense Sense) {
	found = append(h.lexicon.words(t.words), h.lexicon.acts(heard)...)
	own := h.lexicon.ownership(t.words) * min(1, float64(len(t.words))/enoughWords)
	sense = h.reader.Sense(t.text).softened(own).After(before)
	if t.tells {
		found = append(found, h.happenings(t.words, sense.Valence)...)
	}
	guesses = h.guesses(h.likely(sense, t.tells), found, guessTrust*own)
	if h.lexicon.ironic(t.words) {
		found, guesses = turned(found), turned(guesses)
	}
	return found, guesses, sense
}

// Two readings compete where the second has so much of the evidence of the first, and
// of all that there is (judgement).
const (
	competes      = 0.6
	competesLeast = 0.18
)

// Readings are the two likeliest readings of a text, if the second is nearly as likely
// as the first.
func (h *Heart) Readings(text string, heard samantha.Hearing, before float64) (first, second samantha.Emotion, ok bool) {
	found, guesses, _ := h.evidence(h.told(text), heard, before)
	mass, total := masses(append(guesses, found...))
	if len(mass) < 2 {
		return "", "", false
	}
	first = most(mass)
	strongest := mass[first]
	delete(mass, first)
	second = most(mass)
	near := mass[second] >= samantha.Round(competes*strongest) && samantha.Round(mass[second]/total) >= competesLeast
	return first, second, near
}

const (
	// soundWeight is how far a valence is believed that only the reader heard.
	soundWeight = 0.6
	// faintGuess is the probability below which the reader has no say.
	faintGuess = 0.2
	// surestGuess is the most that the reader by itself is believed, and
	// guessTrust how far it is: it learned from comments, and this is talk.
	surestGuess = 0.8
	guessTrust  = 0.8
	// enoughWords is how many words the reader needs to be believed in full.
	enoughWords = 6
	// outright is the weight from which the words of the lexicon have named the
	// feeling, and the reader may not name another.
	outright = 0.9
)

// guesses are the reader's emotions as evidence: alone, each would be believed
// with its probability, as far as it is trusted. The lexicon has the first word:
// a guess believes a feeling word no more than the lexicon and the words around
// it do, a guess against the tone of the words is none, and so is another name
// for a feeling that was named outright.
func (h *Heart) guesses(ps map[samantha.Emotion]guess, found []evidence, trust float64) []evidence {
	tone := 0.0
	masses := map[samantha.Emotion]float64{}
	for _, e := range found {
		tone += float64(e.weight * e.valence)
		masses[e.emotion] += e.weight
	}
	delete(masses, "")
	best := heaviest(masses)
	var out []evidence
	for _, emotion := range slices.Sorted(maps.Keys(ps)) {
		p := min(surestGuess, float64(ps[emotion].p*trust*kept(found, emotion)))
		against := float64(ps[emotion].valence*tone) < 0
		if p < faintGuess || against || emotion != best && masses[best] >= outright {
			continue
		}
		out = append(out, evidence{emotion: emotion, valence: ps[emotion].valence, weight: float64(doubt * p / (1 - p))})
	}
	return out
}

// kept is how far the words that name an emotion are believed, 0..1; 1 if none
// does.
func kept(found []evidence, emotion samantha.Emotion) float64 {
	said, left := false, 0.0
	for _, e := range found {
		if e.named != emotion {
			continue
		}
		said = true
		if e.emotion == emotion {
			left += e.weight
		}
	}
	if !said {
		return 1
	}
	return min(1, left)
}

// turned is evidence that was not meant: what sounds good is half as bad.
func turned(all []evidence) []evidence {
	for i, e := range all {
		if e.valence > 0 {
			all[i].emotion, all[i].valence = "", float64(e.valence*flipped)
		}
	}
	return all
}

// nameOf is the emotion with most evidence, if it is enough.
func (h *Heart) nameOf(all []evidence, enough float64) samantha.Reading {
	mass, total := masses(all)
	best := heaviest(mass)
	near := h.near(mass)
	if len(near) > 0 {
		best = most(near)
	}
	r := samantha.Reading{Emotion: samantha.Unsure, Confidence: samantha.Unit(sum(near) / total)}
	if r.Confidence >= enough {
		r.Emotion = best
	}
	return r
}

// masses are the evidence of each emotion, and of all with the doubt against it.
func masses(all []evidence) (mass map[samantha.Emotion]float64, total float64) {
	mass, total = map[samantha.Emotion]float64{}, doubt
	for _, e := range all {
		total += e.weight
		if e.emotion != "" {
			mass[e.emotion] += e.weight
		}
	}
	return mass, total
}

// near are the masses of the kin of emotions that have the most together: anger and
// disgust at one wrong are one opinion, not two.
func (h *Heart) near(mass map[samantha.Emotion]float64) map[samantha.Emotion]float64 {
	families := map[samantha.Emotion]map[samantha.Emotion]float64{}
	totals := map[samantha.Emotion]float64{}
	for e, m := range mass {
		family := h.family(e)
		if families[family] == nil {
			families[family] = map[samantha.Emotion]float64{}
		}
		families[family][e] = m
	}
	for family, of := range families {
		totals[family] = sum(of)
	}
	if len(totals) == 0 {
		return nil
	}
	return families[most(totals)]
}

// family is the first of the emotions that are kin to one, or itself.
func (h *Heart) family(e samantha.Emotion) samantha.Emotion {
	for _, kin := range h.kin {
		if slices.Contains(kin, e) {
			return kin[0]
		}
	}
	return e
}

// sum adds masses in the order of their names, so that it is the same each time.
func sum(mass map[samantha.Emotion]float64) float64 {
	total := 0.0
	for _, e := range slices.Sorted(maps.Keys(mass)) {
		total += mass[e]
	}
	return total
}

// toneOf is the valence and the arousal of the evidence, by weight.
func toneOf(all []evidence) (valence, arousal float64) {
	var total float64
	for _, e := range all {
		total += e.weight
		valence += float64(e.weight * e.valence)
		arousal += float64(e.weight * e.arousal)
	}
	return samantha.Round(valence / total), samantha.Round(arousal / total)
}

// heaviest is the emotion with most evidence, ties by name.
func heaviest(mass map[samantha.Emotion]float64) samantha.Emotion {
	if len(mass) == 0 {
		return samantha.Unsure
	}
	return most(mass)
}

// most is the emotion with the highest number, ties by name.
func most(of map[samantha.Emotion]float64) samantha.Emotion {
	return slices.MaxFunc(slices.Sorted(maps.Keys(of)), func(a, b samantha.Emotion) int {
		return cmp.Or(cmp.Compare(samantha.Round(of[a]), samantha.Round(of[b])), cmp.Compare(b, a))
	})
}

// emphasis is how much exclamation marks and capitals add to the arousal.
func emphasis(text string) float64 {
	x := float64(0.1 * min(3, float64(strings.Count(text, "!"))))
	for _, w := range strings.Fields(text) {
		if len(w) > 3 && w == strings.ToUpper(w) && w != strings.ToLower(w) {
			return x + 0.1
		}
	}
	return x
}
