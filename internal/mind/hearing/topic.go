package hearing

import (
	"slices"
	"strings"

	"samantha"
)

// readTopics reads which words belong to which topic.
func (e *Ear) readTopics(file, text string) error {
	lists, order, err := parseLists(file, text, e.openAll)
	if err != nil {
		return err
	}
	e.topics = map[string]string{}
	for _, topic := range order {
		for _, w := range lists[topic].entries {
			if e.topics[w] == "" {
				e.topics[w] = topic
			}
		}
	}
	return nil
}

// Topic is the topic of en/topics.txt that the particular thing belongs to, or
// else the first of all content words; "" if none has one.
func (e *Ear) Topic(h samantha.Hearing) string {
	for _, text := range [][]string{e.headFirst(h.Detail), h.Terms} {
		for _, w := range text {
			if e.class[w]&(classVague|classFeeling) != 0 {
				continue
			}
			if t := e.topicOf(w); t != "" {
				return t
			}
		}
	}
	return ""
}

// headFirst are the words of a thing in the order of what they tell of it: a
// pear tree is a tree, and the slides for work are slides.
func (e *Ear) headFirst(thing string) []string {
	words := strings.Fields(plain(thing))
	end := slices.IndexFunc(words, func(w string) bool { return e.class[w]&classPreposition != 0 })
	if end < 0 {
		end = len(words)
	}
	slices.Reverse(words[:end])
	return words
}

// TopicOf is the topic of a word or two, or "".
func (e *Ear) TopicOf(text string) string {
	for _, w := range e.headFirst(text) {
		if t := e.topicOf(w); t != "" {
			return t
		}
	}
	return ""
}

// topicOf is the topic of a word or of the word it is a form of.
func (e *Ear) topicOf(w string) string {
	if t := e.topics[w]; t != "" {
		return t
	}
	for _, end := range []string{"es", "s", "ing", "ed", "d"} {
		if stem, ok := strings.CutSuffix(w, end); ok {
			if t := e.topics[stem]; t != "" {
				return t
			}
			if t := e.topics[stem+"e"]; t != "" {
				return t
			}
		}
	}
	return ""
}
