package mind

import (
	"strings"
	"time"

	"github.com/kljensen/snowball/english"

	"samantha"
	"samantha/internal/mind/hearing"
)

// reheardMost is how many earlier tellings are kept as they were heard again.
const reheardMost = 20_000

// reheard are the kinds of act that earlier tellings hold, heard once and kept: looking
// for an answer asks the same of the same tellings moment after moment. They are heard as
// if they stood alone.
type reheard struct {
	ear   *hearing.Ear
	kept  map[string]samantha.Hearing // by the words
	stems map[string]string           // of words of theirs
}

func newReheard(ear *hearing.Ear) *reheard {
	return &reheard{ear: ear, kept: map[string]samantha.Hearing{}, stems: map[string]string{}}
}

// forget lets go of all words.
func (r *reheard) forget() {
	clear(r.kept)
	clear(r.stems)
}

// stem is that of a word.
func (r *reheard) stem(word string) string {
	stem, ok := r.stems[word]
	if !ok {
		if len(r.stems) >= reheardMost {
			clear(r.stems)
		}
		stem = english.Stem(word, false)
		r.stems[strings.Clone(word)] = stem // a part of a text would keep all of it
	}
	return stem
}

// hear is what a telling does, without what it says.
func (r *reheard) hear(text string, now time.Time) samantha.Hearing {
	if h, ok := r.kept[text]; ok {
		return h
	}
	if len(r.kept) >= reheardMost {
		r.forget()
	}
	var kinds samantha.Hearing
	for _, a := range r.ear.Acts(text, earNow(now)) {
		kinds.Acts = append(kinds.Acts, samantha.Act{Kind: a.Kind})
	}
	r.kept[text] = kinds
	return kinds
}

// heardAs: an earlier telling is, or holds, an act of a kind.
func (s *situation) heardAs(text, kind string) bool {
	return s.earlier.hear(text, s.now).Has(kind)
}

// onlyAsks: an utterance that tells nothing is no answer to a question.
func (s *situation) onlyAsks(text string) bool {
	return s.heardAs(text, "ask") && !s.heardAs(text, "tell")
}
