package recall

import (
	"math"
	"slices"
	"strings"
	"unicode"

	porter "github.com/blevesearch/go-porterstemmer"

	"samantha/internal/bench/lives"
)

// What her recall is measured against, in the same run: two rankings that
// others can make with a few lines, and whose figures on LoCoMo are known. They
// keep to themselves: nothing of hers is used in them.

// ranker ranks the turns of one life for a question, best first. Turns that it
// leaves out follow in the order of the talk.
type ranker func(q *lives.Question) []int

// anchorStop are the stop words of the anchors.
const anchorStop = `a an the and or but if of at by for with about to from in on is are was were be been being am
	do does did done have has had having i you he she it we they me him her us them my your his its our their this
	that these those what which who whom whose when where why how not no so than then too very can could will would
	shall should may might must just as into over up out off again there here
	s t re ve ll d m don didn isn wasn`

// plainWords are the words of a text without stop words, in lower case.
func plainWords(text string, stop map[string]bool) []string {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	return slices.DeleteFunc(words, func(w string) bool { return stop[w] })
}

func stopWords() map[string]bool {
	stop := map[string]bool{}
	for _, w := range strings.Fields(anchorStop) {
		stop[w] = true
	}
	return stop
}

// bm25 is a plain index of texts.
type bm25 struct {
	stop     map[string]bool
	postings map[string]map[int]float64
	length   []float64
	mean     float64
}

func newBM25(texts []string) *bm25 {
	x := &bm25{stop: stopWords(), postings: map[string]map[int]float64{}}
	for i, text := range texts {
		terms := x.terms(text)
		for _, t := range terms {
			if x.postings[t] == nil {
				x.postings[t] = map[int]float64{}
			}
			x.postings[t][i]++
		}
		x.length = append(x.length, float64(len(terms)))
		x.mean += float64(len(terms)) / float64(len(texts))
	}
	return x
}

func (x *bm25) terms(text string) []string {
	terms := plainWords(text, x.stop)
	for i, t := range terms {
		terms[i] = porter.StemString(t)
	}
	return terms
}

// scores are those of every text. A word counts once, however often the
// question repeats it.
func (x *bm25) scores(question string) []float64 {
	const k1, b = 0.9, 0.4
	scores := make([]float64, len(x.length))
	terms := x.terms(question)
	slices.Sort(terms)
	for _, t := range slices.Compact(terms) {
		df := float64(len(x.postings[t]))
		idf := math.Log(1 + (float64(len(scores))-df+0.5)/(df+0.5))
		for i, tf := range x.postings[t] {
			scores[i] += idf * tf * (k1 + 1) / (tf + k1*(1-b+b*x.length[i]/x.mean))
		}
	}
	return scores
}

// The weights of the expanded BM25.
const (
	anchorBefore  = 0.5
	anchorAfter   = 0.2
	anchorSession = 0.6
	anchorSpeaker = 0.2
)

// Expanded ranks the turns of a life for a question, best first, by the strongest of
// the anchors: by words, with the turns around and the session.
func Expanded(l *lives.Life) func(q *lives.Question) []int { return expanded(l) }

// expanded is BM25 with the turns before and after, the session, and the
// speaker whom the question names.
func expanded(l *lives.Life) ranker {
	var texts, sessions []string
	place := make([]int, len(l.Turns))
	for i, t := range l.Turns {
		texts = append(texts, t.Speaker+": "+t.Words())
		if i == 0 || l.Turns[i-1].Session != t.Session {
			sessions = append(sessions, t.Date+" ")
		}
		place[i] = len(sessions) - 1
		sessions[place[i]] += texts[i] + "\n"
	}
	turns, bySession := newBM25(texts), newBM25(sessions)
	return func(q *lives.Question) []int {
		own, whole, named := turns.scores(q.Text), bySession.scores(q.Text), namedIn(l, q.Text)
		scores := beside(own, place)
		toOne(scores)
		toOne(whole)
		for i := range scores {
			scores[i] += anchorSession * whole[place[i]]
			if l.Turns[i].Speaker == named {
				scores[i] += anchorSpeaker
			}
		}
		return ranked(scores)
	}
}

// beside adds the scores of the turns before and after, in the same session.
func beside(own []float64, place []int) []float64 {
	out := slices.Clone(own)
	for i := range own {
		if i > 0 && place[i-1] == place[i] {
			out[i] += anchorBefore * own[i-1]
		}
		if i+1 < len(own) && place[i+1] == place[i] {
			out[i] += anchorAfter * own[i+1]
		}
	}
	return out
}

// toOne divides by the largest.
func toOne(scores []float64) {
	if len(scores) == 0 {
		return
	}
	most := slices.Max(scores)
	for i := range scores {
		if most > 0 {
			scores[i] /= most
		}
	}
}

// ranked orders by falling score, equal ones as they stand.
func ranked(scores []float64) []int {
	order := make([]int, len(scores))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		switch {
		case scores[a] > scores[b]:
			return -1
		case scores[a] < scores[b]:
			return 1
		}
		return 0
	})
	return order
}

// namedIn is the one speaker whom a question names, or "".
func namedIn(l *lives.Life, question string) string {
	question = strings.ToLower(question)
	var named string
	for _, s := range l.Speakers {
		if !strings.Contains(question, strings.ToLower(s)) {
			continue
		}
		if named != "" {
			return ""
		}
		named = s
	}
	return named
}
