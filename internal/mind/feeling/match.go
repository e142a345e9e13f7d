package feeling

import (
	"slices"

	"samantha"
)

const (
	// reach is how many words back a modifier is looked for.
	reach = 4
	// flipped is what is left of a valence that is denied, turned round: "not
	// happy" is half as bad as happy is good.
	flipped = -0.5
	// ofOthers weakens a feeling that somebody else has.
	ofOthers = 0.3
	// guessed weakens what is only asked or supposed.
	guessed = 0.3
	// denied weakens what only the reader hears where something is denied: it
	// knows too little of what.
	denied = 0.6
	// beforeBut weakens what stands before a "but".
	beforeBut = 0.5
)

// words is the evidence in a text.
func (x *lexicon) words(words []string) []evidence {
	turn := x.lastContrast(words)
	var out []evidence
	for i := 0; i < len(words); {
		e, ok := x.at(words[i:])
		if !ok {
			i++
			continue
		}
		found := x.modified(e, words, i)
		if i < turn {
			found.weight *= beforeBut
		}
		out = append(out, found)
		i += len(e.words)
	}
	return out
}

// at is the longest entry that the words begin with.
func (x *lexicon) at(words []string) (entry, bool) {
	for _, e := range x.entries[words[0]] {
		if len(e.words) <= len(words) && slices.Equal(e.words, words[:len(e.words)]) {
			return e, true
		}
	}
	return entry{}, false
}

// modified is an entry as the words around it change it.
func (x *lexicon) modified(e entry, words []string, i int) evidence {
	found := e.evidence
	whose := ""
	for back := 1; back <= reach+2 && i-back >= 0; back++ {
		w := words[i-back]
		if ends(w) {
			break
		}
		m := x.modifiers[w]
		switch {
		case m.kind == "not" && back <= reach:
			found.emotion, found.valence = "", float64(found.valence*flipped)
		case m.factor != 0 && m.factor != 1 && back <= 2:
			found.weight *= m.factor
			found.arousal = min(1, float64(found.arousal*m.factor))
		case m.kind == "guess":
			found.weight *= guessed
		case whose == "" && (m.kind == "self" || m.kind == "others"):
			whose = m.kind
		}
	}
	if whose == "others" && !e.event {
		found.weight *= ofOthers
	}
	if asked(words[i:]) {
		found.weight *= guessed
	}
	return found
}

// ownership is how far a text speaks of what the one who says it feels, 0..1:
// less where it is asked, supposed or denied, or speaks of others alone.
func (x *lexicon) ownership(words []string) float64 {
	kinds := map[string]bool{}
	for _, w := range words {
		kinds[x.modifiers[w].kind] = true
	}
	own := 1.0
	if kinds["guess"] || len(words) > 0 && words[len(words)-1] == "?" {
		own *= guessed
	}
	if kinds["others"] && !kinds["self"] {
		own *= ofOthers
	}
	if kinds["not"] {
		own *= denied
	}
	return own
}

// ironic reports whether a mark says that the opposite is meant.
func (x *lexicon) ironic(words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return x.modifiers[w].kind == "irony" })
}

// lastContrast is the place of the last "but" with words before and after it,
// or 0.
func (x *lexicon) lastContrast(words []string) int {
	for i := len(words) - 2; i > 0; i-- {
		if x.modifiers[words[i]].kind == "contrast" {
			return i
		}
	}
	return 0
}

// ends reports whether a sign ends what a modifier reaches.
func ends(w string) bool { return w == "." || w == "!" || w == "?" || w == "," || w == ";" }

// asked reports whether the sentence that goes on here is a question.
func asked(words []string) bool {
	for _, w := range words {
		if w == "?" {
			return true
		}
		if w == "." || w == "!" {
			return false
		}
	}
	return false
}

// acts is the evidence in what was meant: the entries that begin with @. For a
// feeling that was named, the name itself counts.
func (x *lexicon) acts(heard samantha.Hearing) []evidence {
	var out []evidence
	for _, a := range heard.Acts {
		if e, ok := x.byAct[a.Kind]; ok {
			out = append(out, e.evidence)
		}
		if a.Kind != "tell.feeling" || a.Slots["feeling"] == "" {
			continue
		}
		out = append(out, x.words(x.split(a.Slots["feeling"]))...)
	}
	return out
}
