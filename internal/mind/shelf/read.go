package shelf

import (
	"cmp"
	"fmt"
	"hash/fnv"
	"math"
	"slices"
	"strings"
	"unicode"

	"samantha"
)

// Taste is what she brings to a book.
type Taste struct {
	Theirs map[string]samantha.ID // rare words of the person's, lower case, and the memories they are from
	Leave  func(string) bool      // what she is not to bring up; nil: nothing
	Seed   uint64                 // of this night
}

// Sitting is what she read in one night.
type Sitting struct {
	End    int // the first paragraph not read
	Words  int
	Struck []samantha.Passage // in the order of the book
}

// Bounds of a night: how many words she means to read, and at how many sentences
// she stops.
const (
	leastWords = 1200
	mostWords  = 3600
	mostStruck = 2
)

// Paragraphs are those of a book's text, as [samantha.ShelvedWords] keeps it.
func Paragraphs(text string) []string { return strings.Split(text, "\n\n") }

// Read reads on from the paragraph begin, to the end of the one in which the
// night is over. The same book, taste and seed give the same sitting.
func (e *Eye) Read(paragraphs []string, begin int, t Taste) Sitting {
	s := Sitting{End: min(begin, len(paragraphs))}
	goal := leastWords + int(share(t.Seed, "length")*float64(mostWords-leastWords))
	var stops []stop
	for s.End < len(paragraphs) && s.Words < goal {
		p := paragraphs[s.End]
		s.Words += len(strings.Fields(p))
		for _, text := range sentences(p) {
			if st, ok := e.stopAt(text, t); ok {
				st.at = len(stops)
				stops = append(stops, st)
			}
		}
		s.End++
	}
	s.Struck = strongest(stops)
	return s
}

// stop is a sentence she might stop at.
type stop struct {
	samantha.Passage
	at    int // its place among the others
	score float64
}

func (e *Eye) stopAt(text string, t Taste) (stop, bool) {
	s := newSentence(text, t.Theirs)
	why, weight, ok := e.reason(s)
	if !ok || t.Leave != nil && t.Leave(text) {
		return stop{}, false
	}
	p := stop{Passage: samantha.Passage{Text: text, Why: why}, score: samantha.Round(weight + share(t.Seed, text))}
	if s.theirs != "" && why == "theirs" {
		p.Word, p.By = s.theirs, t.Theirs[s.theirs]
	}
	return p, true
}

// leastDraw is how much a sentence must draw her to stop her at all (judgement):
// a plain one seldom does, one that leans on the sentence before hardly ever.
const leastDraw = 1.2

// strongest are the sentences that drew her most, each for another reason, in the
// order of the book. Some nights there is none.
func strongest(stops []stop) []samantha.Passage {
	slices.SortStableFunc(stops, func(a, b stop) int { return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.at, b.at)) })
	var kept []stop
	for _, s := range stops {
		if len(kept) == mostStruck || s.score < leastDraw {
			break
		}
		if !slices.ContainsFunc(kept, func(k stop) bool { return k.Why == s.Why }) {
			kept = append(kept, s)
		}
	}
	slices.SortFunc(kept, func(a, b stop) int { return cmp.Compare(a.at, b.at) })
	var passages []samantha.Passage
	for _, k := range kept {
		passages = append(passages, k.Passage)
	}
	return passages
}

// sentences are the whole sentences of a paragraph that can stand alone: no
// heading, no line of a play, nothing cut at "Mr.".
func sentences(paragraph string) []string {
	var whole []string
	for _, s := range samantha.Sentences(paragraph) {
		if s = strings.TrimSpace(s); standsAlone(s) && !strings.HasSuffix(s, "etc.") {
			whole = append(whole, s)
		}
	}
	return whole
}

func standsAlone(s string) bool {
	words := strings.Fields(s)
	if len(words) < 4 || strings.ContainsAny(s, "[]_*|{}<>()\"“”") || strings.ContainsFunc(s, unicode.IsDigit) {
		return false
	}
	first, _ := firstRune(s)
	last := words[len(words)-1]
	abbreviated := len(strings.Trim(last, ".,;")) <= 2 || strings.Count(last, ".") > 1
	return unicode.IsUpper(first) && strings.ContainsRune(".?!", rune(s[len(s)-1])) && !abbreviated && !shouted(words)
}

// shouted: it has a word in capitals, and so is a heading or begins a chapter.
func shouted(words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool {
		letters := strings.TrimFunc(w, func(r rune) bool { return !unicode.IsLetter(r) })
		return len(letters) > 1 && strings.ToUpper(letters) == letters
	})
}

func firstRune(s string) (rune, bool) {
	for _, r := range s {
		return r, true
	}
	return 0, false
}

// share is a number 0..1 that a seed and a word always give.
func share(seed uint64, word string) float64 {
	h := fnv.New64a()
	fmt.Fprintf(h, "%d %s", seed, word)
	return samantha.Round(float64(h.Sum64()) / math.MaxUint64)
}

// Tonight reports whether this is one of the nights she reads: three in five.
func Tonight(seed uint64) bool { return share(seed, "tonight") < 0.6 }
