package asked

import (
	"slices"
	"strings"

	"samantha"
)

// People seldom ask by the question alone. They set a test, "ok pop quiz, what's my
// deadline", they ask whether she has it still, "did you get who Marian was", or they put
// the question last: "my cat's name, do you still have it?". The core of a message is the
// question itself.

// Core is that of a message.
type Core struct {
	Text string // the question, with a word to ask by before it
	// Tried: the message says that it tries her memory, so nothing else is meant by it.
	Tried bool
	Quiz  bool // and it is set as a test
	// Told: it asks after what was told by its form, as "do you know what I lost".
	Told bool
}

// mostBeside is how many words a message has at most beside the sentence that asks.
const mostBeside = 6

// Core is the question that a message comes to; false if it asks nothing, or tells more.
func (r *Reader) Core(text string) (Core, bool) {
	sentences := samantha.Sentences(text)
	for i := len(sentences) - 1; i >= 0; i-- {
		c, ok := r.coreOf(sentences[i])
		if !ok {
			continue
		}
		beside := slices.Concat(sentences[:i], sentences[i+1:])
		c.Tried = c.Tried || slices.ContainsFunc(beside, r.tries)
		c.Quiz = r.any("quizzes", plainWords(text)) && !r.any("quizzes", plainWords(c.Text))
		rest := strings.Fields(strings.Join(beside, " "))
		return c, len(rest) <= mostBeside || c.Tried && len(rest) <= 2*mostBeside
	}
	return Core{}, false
}

// tries: some words say that her memory is tried.
func (r *Reader) tries(text string) bool { return r.any("tries", plainWords(text)) }

// coreOf is the question of one sentence.
func (r *Reader) coreOf(sentence string) (Core, bool) {
	words := strings.Fields(sentence)
	at := r.asksAt(words)
	if at < 0 {
		return r.lastAsked(words)
	}
	before, rest := strings.Join(words[:at], " "), r.withoutTrail(words[at:])
	if len(rest) < 2 {
		return Core{}, false
	}
	c := Core{Tried: r.tries(before) || r.tries(strings.Join(words[at+len(rest):], " ")), Told: r.any("whether", plainWords(before))}
	c.Text = strings.Join(r.inOrder(r.untold(rest)), " ")
	return c, true
}

// inOrder is a question as it is put by itself: "who was Stan" of "who Stan was", and "how old
// is" for "how old's".
func (r *Reader) inOrder(words []string) []string {
	words = slices.Clone(words)
	if whole, is := strings.CutSuffix(strings.ReplaceAll(words[1], "’", "'"), "'s"); is && compared(words[0]) == "how" {
		words = slices.Concat(words[:1], []string{whole, "is"}, words[2:])
	}
	if len(words) > 3 && (r.in("softly", compared(words[1])) || r.in("lead", compared(words[1]))) && auxiliary(compared(words[2])) {
		words = slices.Delete(words, 1, 2) // "what even was that"
	}
	first, last := compared(words[0]), compared(words[len(words)-1])
	asked := (first == "who" || first == "where") && len(words) > 2 && (last == "is" || last == "was" || last == "are" || last == "were")
	if asked && !auxiliary(compared(words[1])) {
		return slices.Concat(words[:1], []string{last}, words[1:len(words)-1])
	}
	if n := len(words); first == "what" && n > 3 && n < 7 && r.in("article", compared(words[1])) && !auxiliary(last) && !strings.HasSuffix(last, "'s") && last != "called" && !r.has(words, auxiliary) {
		return slices.Concat(words[:1], []string{"does"}, words[1:]) // "what my landlord wants"
	}
	if second := compared(words[1]); (first == "which" || first == "what") && second == "one" && len(words) > 2 {
		put := "who"
		if auxiliary(compared(words[2])) {
			put = "what"
		}
		return slices.Concat([]string{put}, words[2:])
	}
	return words
}

// asksAt is the word by which a sentence asks, where nothing stands before it but what leads
// to it; -1 if there is none.
func (r *Reader) asksAt(words []string) int {
	for i, w := range words {
		w = compared(w)
		if r.in("asks", plainWord(w)) && w != "since" {
			return i
		}
		lead := r.in("around-asks", w) || r.in("lead", w) || r.in("leads", w) || r.in("tries", w)
		if !lead && !(strings.HasSuffix(words[i], ",") && i < 3) {
			return r.behindTest(words)
		}
	}
	return -1
}

// mostLed is how many words lead to a question at most.
const mostLed = 8

// behindTest is the word by which a sentence asks right behind what sets a test, whatever led
// to that: "aw. ok fond fraud, last test: what's my name"; -1 if there is none.
func (r *Reader) behindTest(words []string) int {
	from := 0
	for i, w := range words[:max(0, min(len(words)-1, mostLed))] {
		if !strings.ContainsAny(w[len(w)-1:], ",:") {
			continue
		}
		if r.tries(strings.Join(words[from:i+1], " ")) && r.in("asks", plainWord(compared(words[i+1]))) {
			return i + 1
		}
		from = i + 1
	}
	return -1
}

// plainWord is the first of the words that one stands for: "what" of "what's".
func plainWord(w string) string {
	if opened := plainWords(w); len(opened) > 0 {
		return opened[0]
	}
	return w
}

// withoutTrail is a question without what is only said behind it: ", pop quiz", "again lol".
func (r *Reader) withoutTrail(words []string) []string {
	for i := 2; i < len(words); i++ {
		ends := strings.HasSuffix(words[i-1], ",")
		if ends && !slices.ContainsFunc(words[i:], func(w string) bool { return !r.trailing(compared(w)) }) {
			return words[:i]
		}
	}
	if n := len(words); n > 4 && r.in("you", compared(words[n-1])) && r.in("tag", strings.ReplaceAll(compared(words[n-2]), "'", "")) {
		words = words[:n-2] // "what I'm building, don't you"
	}
	for len(words) > 2 && (r.in("tail", compared(words[len(words)-1])) || r.in("tries", compared(words[len(words)-1]))) {
		words = words[:len(words)-1]
	}
	return words
}

// trailing: a word only goes on behind a question.
func (r *Reader) trailing(w string) bool {
	return r.in("around-asks", w) || r.in("tail", w) || r.in("tries", w) || r.in("lead", w) || r.in("it", w)
}

// has: one of some words is so.
func (r *Reader) has(words []string, so func(string) bool) bool {
	return slices.ContainsFunc(words, func(w string) bool { return so(compared(w)) || strings.HasSuffix(compared(w), "'s") })
}

// untold is a question without "I told you" in its middle: "who I told you was in hospital".
func (r *Reader) untold(words []string) []string {
	for i := 1; i+2 < len(words); i++ {
		if compared(words[i]) != "i" || !r.in("saying", compared(words[i+1])) {
			continue
		}
		to := i + 2
		if r.in("you", compared(words[to])) {
			to++
		}
		if to+1 < len(words) && (auxiliary(compared(words[to])) || to > i+2) && compared(words[to]) != "about" {
			return slices.Concat(words[:i], words[to:])
		}
	}
	return words
}

// lastAsked is what stands before the question whether she has it: "and my name, do you
// still have it" asks what the name is.
func (r *Reader) lastAsked(words []string) (Core, bool) {
	if n := len(words); n > 3 && n < 9 && r.in("mine", compared(words[n-2])) && r.in("kept-of", compared(words[n-1])) && r.any("whether", plainWords(strings.Join(words[:n-2], " "))) && !slices.ContainsFunc(words[:n-2], func(w string) bool { return !r.trailing(compared(w)) }) {
		return Core{Text: "what is " + strings.Join(words[n-2:], " "), Tried: true, Told: true}, true
	}
	at := slices.IndexFunc(words, func(w string) bool { return strings.HasSuffix(w, ",") })
	if at < 0 || at+2 >= len(words) || slices.ContainsFunc(words[at+1:], func(w string) bool { return !r.trailing(compared(w)) }) {
		return Core{}, false
	}
	of := words[:at+1]
	for len(of) > 1 && (r.in("lead", compared(of[0])) || r.in("around-asks", compared(of[0]))) {
		of = of[1:]
	}
	if len(of) < 2 || !r.in("mine", compared(of[0])) || !r.any("whether", plainWords(strings.Join(words[at+1:], " "))) {
		return Core{}, false
	}
	return Core{Text: "what is " + strings.TrimRight(strings.Join(of, " "), ","), Tried: true, Told: true}, true
}
