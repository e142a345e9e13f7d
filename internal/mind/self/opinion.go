package self

import (
	"cmp"
	"slices"
	"strings"

	"samantha"
)

// subject is something she may come to hold an opinion of.
type subject struct {
	key     string
	words   []string
	near    []string // what is told of it without its name
	asked   []string // what names it in a question only
	stances []stance
}

// stance is one opinion that can be had of a subject.
type stance struct {
	side    float64 // 1 for it, -1 against, 0 neither
	leans   []string
	text    string
	because string
}

func (r *Becoming) readOpinions(file, text string) error {
	for _, line := range samantha.Lines(file, text) {
		if line.Text == "" {
			continue
		}
		if head, ok := strings.CutPrefix(line.Text, "== "); ok {
			key, words, _ := strings.Cut(head, ":")
			words, near, _ := strings.Cut(words, ";")
			near, asked, _ := strings.Cut(near, ";")
			r.subjects = append(r.subjects, subject{
				key: strings.TrimSpace(key), words: strings.Fields(words), near: strings.Fields(near), asked: strings.Fields(asked),
			})
			continue
		}
		c := cells(line.Text)
		if len(c) != 3 || len(r.subjects) == 0 {
			return line.Bad("want: side leans | text | because, under a subject")
		}
		fields := strings.Fields(c[0])
		side, ok := map[string]float64{"+": 1, "-": -1, "0": 0}[fields[0]]
		if !ok {
			return line.Bad("want a side: +, - or 0")
		}
		for _, lean := range fields[1:] {
			if len(lean) != 2 || (&samantha.Traits{}).Of(samantha.Trait(lean[:1])) == nil {
				return line.Bad("want a trait and its sign, have %q", lean)
			}
		}
		at := &r.subjects[len(r.subjects)-1]
		at.stances = append(at.stances, stance{side, fields[1:], c[1], c[2]})
	}
	return nil
}

// mostWords is how many words name a thing at most; more are a sentence of its own.
const mostWords = 5

// Subject is what a few words are about that she may hold an opinion of, or "".
// Nobody's own is a subject, and nothing that is said of somebody.
func (r *Becoming) Subject(topic string) string {
	words := strings.Fields(samantha.SentenceKey(topic))
	if len(words) == 0 || len(words) > mostWords || r.Owned(topic) {
		return ""
	}
	return r.named(words)
}

// Owned reports whether a few words name somebody's own, or nothing by name: "my keys",
// "it".
func (r *Becoming) Owned(topic string) bool {
	return slices.ContainsFunc(strings.Fields(samantha.SentenceKey(topic)), func(w string) bool { return slices.Contains(r.argues["whose"], w) })
}

// RightAndWrong is the subject that a question of right and wrong is about: the thing
// it names, or else right and wrong themselves.
func (r *Becoming) RightAndWrong(topic string) string {
	return cmp.Or(r.named(strings.Fields(samantha.SentenceKey(topic))), r.subjects[len(r.subjects)-1].key)
}

// named is the subject that the first of some words names, which has a name for one; what
// none names as it stands is taken as several of one.
func (r *Becoming) named(words []string) string {
	for _, end := range []string{"", "s"} {
		for _, w := range words {
			w = strings.TrimSuffix(w, end)
			for _, s := range r.subjects {
				if slices.Contains(s.words, w) || slices.Contains(s.asked, w) {
					return s.key
				}
			}
		}
	}
	return ""
}

// Touched is the subject that a text speaks of, the first of the file, or "".
func (r *Becoming) Touched(text string) string {
	words := strings.Fields(samantha.SentenceKey(text))
	for _, s := range r.subjects {
		if slices.ContainsFunc(s.words, func(w string) bool { return slices.Contains(words, w) }) {
			return s.key
		}
	}
	return ""
}

// Spoken reports whether a text tells of a subject, by its name or without it.
func (r *Becoming) Spoken(key, text string) bool {
	words := strings.Fields(samantha.SentenceKey(text))
	return slices.ContainsFunc(r.subjects, func(s subject) bool {
		return s.key == key && slices.ContainsFunc(words, func(w string) bool { return slices.Contains(s.words, w) || slices.Contains(s.near, w) })
	})
}
