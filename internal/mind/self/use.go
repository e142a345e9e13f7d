package self

import (
	"fmt"
	"hash/fnv"
	"slices"
	"time"

	"samantha"
)

// How sparsely a word taken from the person is used: one answer in so many may,
// greetings and goodbyes more often because they come once a talk; and the same
// word not again within a time (judgement).
const (
	wordEvery    = 2
	wordEveryBye = 2
	wordRest     = 8 * time.Hour
)

// InPlay are the words she may use in one answer, by where they fit: of each class
// the one she used longest ago, by the chance of the moment.
func (s *State) InPlay(seed uint64, at time.Time) []Item {
	var play []Item
	for _, class := range Classes() {
		every := uint64(wordEvery)
		if class == ClassHello || class == ClassBye {
			every = wordEveryBye
		}
		if Drawn(seed, class)%every != 0 {
			continue
		}
		best := -1
		for i := range s.Items {
			it := &s.Items[i]
			if it.Kind != samantha.ItemWord || it.Class != class || it.Over != "" || at.Sub(it.UsedAt) < wordRest {
				continue
			}
			if best < 0 || it.UsedAt.Before(s.Items[best].UsedAt) {
				best = i
			}
		}
		if best >= 0 {
			play = append(play, s.Items[best])
		}
	}
	return play
}

// Drawn is a number of a chance's own for one question.
func Drawn(seed uint64, what string) uint64 {
	h := fnv.New64a()
	fmt.Fprintf(h, "%d %s", seed, what)
	return h.Sum64()
}

// A joke rests for a week after each use, and a day longer for every time it was
// used; all of them rest for a few days after any (judgement).
const (
	jokeRest     = 7 * 24 * time.Hour
	jokeWorn     = 24 * time.Hour
	jokeWornMost = 5
	jokePause    = 2 * 24 * time.Hour
)

// rest is a time for a joke to rest, by how playful she has become: half as long at
// the most, three times at the least.
func (s *State) rest(d time.Duration) time.Duration {
	switch play := s.Degree(Play); {
	case play > 0:
		return d * time.Duration(6-play) / 6
	case play < 0:
		return d * time.Duration(3-2*play) / 3
	}
	return d
}

// Joke is the shared joke that fits what is spoken of now: of the same topic, and
// rested; the one used longest ago.
func (s *State) Joke(topic string, at time.Time) (Item, bool) {
	best, found := Item{}, false
	for _, it := range s.Holding(samantha.ItemJoke) {
		if at.Sub(it.UsedAt) < s.rest(jokePause) {
			return Item{}, false
		}
		if topic == "" || it.Class != topic || at.Sub(it.UsedAt) < s.rest(jokeRest+time.Duration(min(it.Used, jokeWornMost))*jokeWorn) {
			continue
		}
		if !found || it.UsedAt.Before(best.UsedAt) {
			best, found = it, true
		}
	}
	return best, found
}

// Opinion is what she holds of a subject.
func (s *State) Opinion(key string) (Item, bool) {
	for i := range s.Items {
		if it := &s.Items[i]; it.Kind == samantha.ItemOpinion && it.Over == "" && it.Class == key {
			return *it, true
		}
	}
	return Item{}, false
}

// Before is the opinion that another came in place of, if it is still known.
func (s *State) Before(it Item) (Item, bool) {
	if i := s.index(it.Instead); i >= 0 && s.Items[i].Over == OverRevised {
		return s.Items[i], true
	}
	return Item{}, false
}

// WordNamed is the word taken from the person that a text names, and whether
// she says it still.
func (s *State) WordNamed(text string) (Item, bool) {
	for _, it := range slices.Backward(s.Holding(samantha.ItemWord)) {
		if has(text, it.Word()) {
			return it, true
		}
	}
	return Item{}, false
}

// Likes reports whether a topic is an interest of hers.
func (s *State) Likes(topic string) bool {
	return topic != "" && slices.ContainsFunc(s.Items, func(it Item) bool { return it.Class == topic && it.holds(samantha.ItemInterest) })
}
