package year

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"samantha"
)

// forgotten: a word that stood only in what was forgotten is nowhere in her.
type forgotten struct {
	said  []spoken // by both sides, in order, and what she dreamt
	words []string // that must be nowhere
	terms string   // her own names of what was done and felt
}

// spoken is one thing that was said, and by whom.
type spoken struct {
	id     samantha.ID
	theirs bool
	dreamt bool // said by nobody
	words  []string
}

// tellingLetters is how long a word has to be to tell something.
const tellingLetters = 6

func (*forgotten) name() string { return "what is forgotten is nowhere" }

func (f *forgotten) look(n *night) (_ []string, err error) {
	var gone []samantha.ID
	for _, e := range n.today {
		switch b := e.Body.(type) {
		case *samantha.Heard:
			f.add(spoken{id: e.ID, theirs: true}, n.lines[e.ID].text)
			f.learn(b)
		case *samantha.Said:
			f.add(spoken{id: e.ID}, b.Text())
		case *samantha.Dreamed:
			f.add(spoken{id: e.ID, dreamt: true}, b.Words.Text+" "+strings.Join(b.Numbers.Lines, " "))
		case *samantha.Became: // an opinion, all in her words, may have one that they say later
			if b.Numbers.Kind == samantha.ItemOpinion {
				f.add(spoken{id: e.ID}, b.Words.Text+" "+b.Words.Because)
			}
		case *samantha.Forgot:
			gone = append(gone, b.Numbers.Gone...)
		}
	}
	f.words = append(f.words, f.only(gone)...)
	f.words = slices.DeleteFunc(f.words, f.saidSince)
	var broken []string
	f.words = slices.DeleteFunc(f.words, func(word string) bool {
		held, failed := n.holds(word)
		if err = errors.Join(err, failed); held {
			broken = append(broken, fmt.Sprintf("she still has %q", word))
		}
		return held // told once
	})
	return broken, err
}

// learn keeps her own names of things: that she has "insult" as what a moment was
// is no memory of the word.
func (f *forgotten) learn(b *samantha.Heard) {
	keep := func(term string) {
		if !strings.Contains(f.terms, " "+term+" ") {
			f.terms += " " + term + " "
		}
	}
	for _, a := range b.Words.Hearing.Acts {
		keep(a.Kind)
	}
	for _, m := range b.Words.Intent.Moves {
		keep(m.Act)
	}
	for _, felt := range b.Numbers.Felt {
		keep(string(felt.Emotion) + " " + felt.Rule + " " + felt.Goal)
	}
}

func (f *forgotten) add(s spoken, text string) {
	s.words = strings.Fields(samantha.SentenceKey(text))
	f.said = append(f.said, s)
}

// only are the words of what is gone that nobody said elsewhere.
func (f *forgotten) only(gone []samantha.ID) []string {
	var words []string
	for i, s := range f.said {
		if !s.theirs || !slices.Contains(gone, s.id) || slices.Contains(s.words, "forget") {
			continue // the asking to forget is hers to answer in its words
		}
		for _, w := range s.words {
			if len(w) >= tellingLetters && !ofCalendar(w) && !strings.Contains(f.terms, w) && !f.elsewhere(w, gone) && !f.dreamtBefore(i, w) {
				words = append(words, w)
			}
		}
	}
	f.said = slices.DeleteFunc(f.said, func(s spoken) bool { return slices.Contains(gone, s.id) })
	return words
}

// ofCalendar: a word names a day of the week, a month or a part of the day. She has those by
// herself: "tomorrow, Thursday" is no memory of a Thursday that was forgotten, nor is that she
// greeted them in the afternoon.
func ofCalendar(word string) bool {
	if slices.Contains([]string{"morning", "afternoon", "evening"}, word) {
		return true
	}
	for day := time.Sunday; day <= time.Saturday; day++ {
		if strings.EqualFold(day.String(), word) {
			return true
		}
	}
	for month := time.January; month <= time.December; month++ {
		if strings.EqualFold(month.String(), word) {
			return true
		}
	}
	return false
}

func (f *forgotten) elsewhere(word string, gone []samantha.ID) bool {
	return slices.ContainsFunc(f.said, func(s spoken) bool {
		return !s.dreamt && !slices.Contains(gone, s.id) && slices.Contains(s.words, word)
	})
}

// dreamtBefore: the word stood in a dream before they ever said it, so it is hers.
func (f *forgotten) dreamtBefore(i int, word string) bool {
	return slices.ContainsFunc(f.said[:i], func(s spoken) bool { return s.dreamt && slices.Contains(s.words, word) })
}

// saidSince: the person said the word again, so she may have it again.
func (f *forgotten) saidSince(word string) bool {
	return slices.ContainsFunc(f.said, func(s spoken) bool { return s.theirs && slices.Contains(s.words, word) })
}
