package hearing

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// A Strike is the one bit of a telling that a friend would say back, smaller: "four
// hours", "in an apple". Bit is in the person's own words, Noun the noun in it or, where
// there is no bit, the word that it hangs on; each may be missing.
type Strike struct {
	Kind, Bit, Noun string
	Rank            int // 1..9: how much it strikes
}

// Strikes are what strikes in a telling, by the rules of en/strikes.txt and what stands in
// quotation marks, what strikes most first; of two that strike as much, what was told last.
// What is said to her or of her, or asked, strikes nobody.
func (e *Ear) Strikes(text string, in Context) []Strike {
	words := e.words(text, in)
	u := utterance{ear: e, text: text, words: words, in: in}
	var out []Strike
	for _, sentence := range slices.Backward(sentences(words)) {
		if len(sentence) > longest {
			continue
		}
		if p := e.piece(sentence); !p.asked && !e.toHer(p.words) {
			out = append(out, u.strikesIn(p)...)
		}
	}
	if words := quotedIn(text); words != "" {
		out = append(out, Strike{Kind: "quote", Bit: words, Rank: quoteRank})
	}
	slices.SortStableFunc(out, func(a, b Strike) int { return cmp.Compare(b.Rank, a.Rank) })
	return out
}

// strikesIn are what strikes in one sentence.
func (u *utterance) strikesIn(p piece) []Strike {
	var out []Strike
	for n := range u.ear.strikes.likely(p.words) {
		r := &u.ear.strikes.rules[n]
		m, ok := u.ear.match(r.prog, p)
		if !ok || anothers(p.words, m) || u.ear.deniedBefore(p.words, m.from) {
			continue
		}
		slots := u.slots(r, m, p)
		rank, _ := strconv.Atoi(slots["rank"])
		if slots["bit"] == "" {
			slots["noun"] = strings.ToLower(slots["noun"])
		}
		out = append(out, Strike{r.kind, u.ear.inside(quietly(slots["bit"])), quietly(slots["noun"]), rank})
	}
	return slices.DeleteFunc(out, func(s Strike) bool {
		return s.Kind == noStrike || u.ear.strikesNobody(s) ||
			slices.ContainsFunc(out, func(o Strike) bool { return o.Kind == noStrike && o.Bit == s.Bit })
	})
}

// noStrike is the kind of the rules for bits that only look like one: "five weeks old".
const noStrike = "none"

// strikesNobody: it is a lone name, so somebody, or ends in a word that says nothing.
func (e *Ear) strikesNobody(s Strike) bool {
	if s.Kind == "proper" && !strings.Contains(s.Bit, " ") {
		return true
	}
	words := strings.Fields(strings.ToLower(s.Noun))
	return len(words) > 0 && e.lists["strikes nobody"].has(words[len(words)-1])
}

// toHer: the words speak to her or of her.
func (e *Ear) toHer(words []word) bool {
	return slices.ContainsFunc(words, func(w word) bool { return e.lists["toher"].has(w.norm) })
}

// quietly is a bit without the shouting, "ONE TAIL", and with the article it needs: "in a
// apple".
func quietly(bit string) string {
	if strings.ToUpper(bit) == bit {
		bit = strings.ToLower(bit)
	}
	words := strings.Fields(bit)
	for i, w := range words {
		if i+1 < len(words) && strings.EqualFold(w, "a") && vowelled(strings.ToLower(words[i+1])) {
			words[i] = w + "n"
		}
	}
	return strings.Join(words, " ")
}

// vowelled: a word begins with the sound of a vowel, as far as its letters tell.
func vowelled(word string) bool {
	return strings.ContainsAny(word[:1], "aeio") && !strings.HasPrefix(word, "on") && !strings.HasPrefix(word, "eu")
}

// inside is a bit as it stands within a sentence: the capital of a common word goes.
func (e *Ear) inside(bit string) string {
	first, rest, _ := strings.Cut(bit, " ")
	if small := strings.ToLower(first); first != "I" && (e.common(small) || e.lists["count"].has(small) || e.lists["tens"].has(small)) {
		return strings.TrimSpace(small + " " + rest)
	}
	return bit
}

// quoteRank is how much it strikes what somebody said in so many words; quoteMost how
// many words that are at most.
const (
	quoteRank = 8
	quoteMost = 6
)

// The marks between which somebody's words stand; an apostrophe is one where a word
// begins or ends.
const (
	opening, closing = "\"“'‘", "\"”'’"
	marksRound       = "\"“”'‘’().,;:!? "
)

// quotedIn is what stands in quotation marks at the last, if it is short and more than
// one word.
func quotedIn(text string) string {
	words := strings.Fields(text)
	for end, w := range slices.Backward(words) {
		if !strings.ContainsAny(lastOf(strings.TrimRight(w, ".,;:!?)")), closing) {
			continue
		}
		for from := end; from >= max(0, end-quoteMost+1); from-- {
			if from < end && strings.ContainsAny(firstOf(strings.TrimLeft(words[from], "(")), opening) {
				return strings.Trim(strings.Join(words[from:end+1], " "), marksRound)
			}
		}
	}
	return ""
}

// firstOf and lastOf are the rune at the beginning and at the end of a word, "" of none.
func firstOf(w string) string {
	for _, r := range w {
		return string(r)
	}
	return ""
}

func lastOf(w string) string {
	r, n := utf8.DecodeLastRuneInString(w)
	if n == 0 {
		return ""
	}
	return string(r)
}
