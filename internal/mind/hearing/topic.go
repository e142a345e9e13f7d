package hearing

import (
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

// Topic is the topic of en/topics.txt that the first word of the particular
// thing belongs to, or else the first of all content words; "" if none has one.
func (e *Ear) Topic(h samantha.Hearing) string {
	for _, text := range [][]string{strings.Fields(plain(h.Detail)), h.Terms} {
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

// TopicOf is the topic of a word or two, or "".
func (e *Ear) TopicOf(text string) string {
	for _, w := range strings.Fields(plain(text)) {
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
