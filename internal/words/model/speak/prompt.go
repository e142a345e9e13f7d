package speak

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"samantha"
)

// How long a prompt may be, in tokens as [Tokens] counts them. The beginning has a room of
// its own, so that it does not change with what a moment brings.
const (
	PrefixTokens = 760
	MomentTokens = 440
)

// usualSentences is how long an answer may be where the intent sets no limit.
const usualSentences = 4

// longestQuote is how many characters of one memory are shown at most.
const longestQuote = 280

// Tokens is about how many tokens a text takes: four characters each, or three quarters of
// a word, whichever is more. Tokenisers of today take fewer for English.
func Tokens(text string) int {
	return max((utf8.RuneCountInString(text)+3)/4, (len(strings.Fields(text))*4+2)/3)
}

// document is what the templates see.
type document struct {
	samantha.Around
	At        time.Time
	Heard     string
	Mood      samantha.Mood
	Stage     samantha.Stage
	Limits    samantha.Limits
	Tone      samantha.Tone
	Moves     []meant
	Sentences int
	Few       bool // fewer than she usually takes
}

// meant is one move as a model is told of it.
type meant struct {
	Means string
	Slots []slot
	Short bool
}

type slot struct{ Name, Text string }

// Prompt is what a model is sent for a moment, trimmed to the room there is.
func (s *Speaker) Prompt(m samantha.Moment) (samantha.Prompt, error) {
	d := document{
		Around: m.Around, At: m.At, Heard: shortened(m.Heard, 4*longestQuote), Mood: m.Mood, Stage: m.Stage,
		Limits: m.Intent.Limits, Tone: m.Intent.Tone, Sentences: most(m.Intent), Few: most(m.Intent) < usualSentences, Moves: s.meant(m.Intent),
	}
	var p samantha.Prompt
	var err error
	if p.Prefix, err = s.fit(PrefixTokens, d.prefixed, &d.Story, &d.Self); err != nil {
		return p, err
	}
	if p.Moment, err = s.fit(MomentTokens, d.moment, &d.Recall, &d.Talk); err != nil {
		return p, err
	}
	p.From = []samantha.ID{m.ID}
	for _, x := range slices.Concat(d.Self, d.Story, d.Talk, d.Recall) {
		if !slices.Contains(p.From, x.ID) {
			p.From = append(p.From, x.ID)
		}
	}
	for _, move := range m.Intent.Moves {
		for _, id := range move.From {
			if !slices.Contains(p.From, id) {
				p.From = append(p.From, id)
			}
		}
	}
	return p, nil
}

func (d *document) prefixed(l *language, b *strings.Builder) error { return l.prefix.Execute(b, d) }
func (d *document) moment(l *language, b *strings.Builder) error   { return l.moment.Execute(b, d) }

// fit writes a part of the document; as long as it is too long, it drops the least of what
// may go: of the lists in turn, what came to mind last and what was said or told longest ago.
func (s *Speaker) fit(room int, write func(*language, *strings.Builder) error, lists ...*[]samantha.Memory) (string, error) {
	for _, list := range lists {
		*list = slices.Clone(*list)
		for i := range *list {
			(*list)[i].Text = shortened((*list)[i].Text, longestQuote)
		}
	}
	for {
		var b strings.Builder
		if err := write(s.language, &b); err != nil {
			return "", fmt.Errorf("write a prompt: %w", err)
		}
		longest := slices.MaxFunc(lists, func(a, b *[]samantha.Memory) int { return len(*a) - len(*b) })
		if Tokens(b.String()) <= room || len(*longest) == 0 {
			return b.String(), nil
		}
		if longest == lists[0] && room == MomentTokens { // best first
			*longest = (*longest)[:len(*longest)-1]
		} else {
			*longest = (*longest)[1:]
		}
	}
}

// shortened is a text of at most n characters, cut between words.
func shortened(text string, n int) string {
	if utf8.RuneCountInString(text) <= n {
		return text
	}
	runes := []rune(text)[:n]
	cut := string(runes)
	if at := strings.LastIndexByte(cut, ' '); at > 0 {
		cut = cut[:at]
	}
	return cut + " …"
}

// meant is an intent as a model is told of it.
func (s *Speaker) meant(in samantha.Intent) (all []meant) {
	for _, move := range in.Moves {
		if !s.Words(move.Act) { // an examination: the answer is not given away
			all = append(all, meant{Means: s.language.words["exam"]["answer"]})
			continue
		}
		m := meant{Means: s.language.acts[move.Act], Short: move.Short}
		for name, text := range move.Slots {
			if text != "" {
				m.Slots = append(m.Slots, slot{name, shortened(text, longestQuote)})
			}
		}
		slices.SortFunc(m.Slots, func(a, b slot) int { return strings.Compare(a.Name, b.Name) })
		all = append(all, m)
	}
	return all
}

// most is how many sentences an intent allows.
func most(in samantha.Intent) int {
	if in.Limits.Sentences > 0 {
		return min(in.Limits.Sentences, usualSentences)
	}
	return usualSentences
}
