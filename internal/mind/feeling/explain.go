package feeling

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"samantha"
)

// Strength is an intensity in a word: faint below 0.15, some below 0.4, else
// strong.
func Strength(x float64) string {
	switch x = samantha.Round(x); {
	case x < 0.15:
		return "faint"
	case x < 0.4:
		return "some"
	}
	return "strong"
}

// Because is the cause of a feeling as she says it to the person: "you came
// back".
func (h *Heart) Because(k Kept) string {
	if r, ok := h.rule(k.Rule); ok {
		return r.because
	}
	return "you said something"
}

func (h *Heart) rule(name string) (rule, bool) {
	i := slices.IndexFunc(h.rules, func(r rule) bool { return r.name == name })
	if i < 0 {
		return rule{}, false
	}
	return h.rules[i], true
}

// Noun is what a kind of feeling is called: "relief".
func (h *Heart) Noun(e samantha.Emotion) string { return h.nouns[e] }

// Asked is the feeling that a question asks her for by name, "angry", and which of
// hers it may be; "" if it names none.
func (h *Heart) Asked(text string) (word string, kinds []samantha.Emotion) {
	text = " " + samantha.SentenceKey(text) + " "
	for _, a := range h.asked {
		for _, w := range a.words {
			if strings.Contains(text, " "+w+" ") {
				return w, a.kinds
			}
		}
	}
	return "", nil
}

// named is what they call some kinds of feeling.
type named struct {
	words []string
	kinds []samantha.Emotion
}

// readAsked reads "word, word = kind kind" lines.
func (h *Heart) readAsked(lines []samantha.Line) error {
	for _, l := range lines {
		words, kinds, ok := strings.Cut(l.Text, " = ")
		if l.Text == "" {
			continue
		}
		if !ok {
			return l.Bad("want: words = kinds")
		}
		n := named{words: strings.Split(words, ", ")}
		for _, k := range strings.Fields(kinds) {
			if h.words[samantha.Emotion(k)] == "" {
				return l.Bad("no kind %s", k)
			}
			n.kinds = append(n.kinds, samantha.Emotion(k))
		}
		h.asked = append(h.asked, n)
	}
	return nil
}

// Bright tells a feeling that is good to have from one that is not.
func (h *Heart) Bright(e samantha.Emotion) bool { return h.pad[e].P > 0 }

// Rules are the names of the rules, in their order.
func (h *Heart) Rules() []string {
	var names []string
	for _, r := range h.rules {
		names = append(names, r.name)
	}
	return names
}

// Withheld is why she showed less of a feeling than she felt, as a clause.
func (h *Heart) Withheld(k Kept) string { return h.withheld[k.Display] }

// Hurt tells a hurt by the person's hand that can still be heard.
func (h *Heart) Hurt(k Kept) bool {
	r, ok := h.rule(k.Rule)
	return ok && r.hurts && k.Intensity >= leastFelt
}

// Returned tells what she felt at their coming back.
func (h *Heart) Returned(k Kept) bool {
	r, ok := h.rule(k.Rule)
	return ok && r.returns
}

// nearly is how strong a second feeling must be beside the first for the two to
// be felt as one mixed thing (judgement).
const nearly = 0.6

// Beside is the feeling that stands beside a stronger one and pulls the other
// way, nearly as strong; all are sorted, strongest first.
func (h *Heart) Beside(k Kept, all []Kept) (Kept, bool) {
	for _, o := range all {
		against := float64(h.pad[k.Emotion].P*h.pad[o.Emotion].P) < 0
		if against && o.Intensity >= samantha.Round(nearly*k.Intensity) && o.Intensity >= leastFelt && o.Intensity <= k.Intensity {
			return o, true
		}
	}
	return Kept{}, false
}

// Sentence is the feeling in one plain sentence of at most twenty words: "A
// little glad, because you came back; nearly gone by now."
func (h *Heart) Sentence(k Kept, at time.Time) string {
	word := h.inWords(k)
	return strings.ToUpper(word[:1]) + word[1:] + ", because " + h.Because(k) + k.fading(at) + "."
}

// plainest is how many words a plain sentence has at most.
const plainest = 20

// Together is how she is by what she feels, strongest first, in one plain sentence of
// at most twenty words: "Hopeful, because we have only just met; a little sorry for
// you, too." It is "" if she feels nothing in particular.
func (h *Heart) Together(all []Kept, at time.Time) string {
	if len(all) == 0 {
		return ""
	}
	said := h.Sentence(all[0], at)
	for _, k := range all[1:] {
		both := strings.TrimSuffix(said, ".") + "; " + h.inWords(k) + ", too."
		if k.Emotion != all[0].Emotion && len(strings.Fields(both)) <= plainest {
			return both
		}
	}
	return said
}

// inWords is a feeling with its strength: "a little glad".
func (h *Heart) inWords(k Kept) string {
	word := cmp.Or(h.words[k.Emotion], string(k.Emotion))
	switch Strength(k.Intensity) {
	case "faint":
		return "a little " + word
	case "strong":
		return "very " + word
	}
	return word
}

// fading says how much is left, where that is worth saying.
func (k Kept) fading(at time.Time) string {
	switch left := k.left(at); {
	case left < faintest:
		return "; gone by now"
	case left < k.Intensity*0.3:
		return "; nearly gone by now"
	case left < k.Intensity*0.7:
		return "; less by now"
	}
	return ""
}

// Record is the line behind the sentence: rule, goal, likelihood, weight,
// intensity then and now, half-life, felt and shown.
func (h *Heart) Record(k Kept, at time.Time) string {
	parts := []string{"rule " + k.Rule}
	if k.Goal != "" {
		what := "goal " + k.Goal
		if k.Of != "" && !ofSomebody(k.Of) {
			what = "matter " + string(k.Of) + ", as " + k.Goal
		}
		parts = append(parts, fmt.Sprintf("%s %.2f -> %.2f, weight %.2f", what, k.Before, k.After, k.Weight))
	}
	if r, ok := h.rule(k.Rule); ok {
		parts = append(parts, r.form.terms()...)
	}
	if k.Dwells > 0 {
		parts = append(parts, fmt.Sprintf("she goes back to it: %.1f times as long", 1+k.Dwells))
	}
	parts = append(parts,
		fmt.Sprintf("%s %.2f at %s", k.Emotion, k.Intensity, k.At.UTC().Format("2006-01-02 15:04 UTC")),
		fmt.Sprintf("half-life %.1f h", k.HalfLife),
		fmt.Sprintf("now %.2f", k.left(at)))
	if k.Display == "" {
		return strings.Join(append(parts, "shown as felt"), "; ")
	}
	return strings.Join(append(parts, fmt.Sprintf("felt %.2f, shown %.2f (%s)", k.Intensity, k.Shown, k.Display)), "; ")
}

// terms are the parts of an appraisal that are not a goal.
func (f form) terms() []string {
	var out []string
	if f.other != 0 {
		out = append(out, fmt.Sprintf("for you %+.2f x liking %.2f", f.other, likes))
	}
	for _, t := range []struct {
		what string
		x    float64
	}{{"your act", f.they}, {"my act", f.she}, {"their act", f.third}, {"appeal", f.appeal}} {
		if t.x != 0 {
			out = append(out, fmt.Sprintf("%s %+.2f", t.what, t.x))
		}
	}
	return out
}
