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
// its own, so that it does not change with what a moment brings, and so has the talk, so
// that it does not.
const (
	PrefixTokens = 760
	MomentTokens = 440
	talkTokens   = 200

	// The same for a model whose context is at least WideContext tokens.
	WidePrefixTokens = 1000
	WideMomentTokens = 1500
	wideTalkTokens   = 900
	WideContext      = 4096
)

// room is how long the parts of a prompt may be.
type room struct{ prefix, moment, talk int }

// room for a model. One elsewhere that does not say has more than is needed here.
func (l Lent) room() room {
	if l.Context >= WideContext || l.Context == 0 && l.Away {
		return room{WidePrefixTokens, WideMomentTokens, wideTalkTokens}
	}
	return room{PrefixTokens, MomentTokens, talkTokens}
}

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
	Name, Theirs string
	Stage        samantha.Stage
	Self, Story  []samantha.Memory
	Talk, Recall []samantha.Memory
	Known        []samantha.Held
	At, Met      time.Time
	Heard        string
	Mood         string
	Feels        []string
	Moves        []meant
	Limits       []string
}

// Prompt is what the model there is is sent for a moment, trimmed to its room.
func (s *Speaker) Prompt(m samantha.Moment) (samantha.Prompt, error) {
	lent, _ := s.o.Lent()
	return s.prompt(m, lent.room())
}

func (s *Speaker) prompt(m samantha.Moment, room room) (samantha.Prompt, error) {
	d := s.document(m, room)
	var p samantha.Prompt
	var err error
	if p.Prefix, err = s.fit(room.prefix, d.prefixed, d.dropsOfPrefix); err != nil {
		return p, err
	}
	if p.Moment, err = s.fit(room.moment, d.moment, d.dropsOfMoment); err != nil {
		return p, err
	}
	p.From = d.from(m)
	return p, nil
}

func (s *Speaker) document(m samantha.Moment, room room) *document {
	l, a := s.language, m.Around
	d := &document{
		Name: a.Name, Theirs: a.Theirs, Stage: m.Stage, Self: quoted(a.Self), Story: quoted(a.Story),
		At: m.At, Met: a.Met, Heard: shortened(m.Heard, 4*longestQuote), Mood: l.mood(m), Feels: l.feels(m),
		Moves: s.meant(m.Intent), Limits: l.limits(m.Intent), Talk: lately(a.Talk, room.talk),
	}
	stands := func(id samantha.ID) bool {
		return slices.ContainsFunc(d.Talk, func(x samantha.Memory) bool { return x.ID == id })
	}
	d.Recall = slices.DeleteFunc(quoted(a.Recall), func(x samantha.Memory) bool { return stands(x.ID) })
	d.Known = slices.DeleteFunc(slices.Clone(a.Known), func(x samantha.Held) bool { return stands(x.ID) })
	return d
}

// from are those whose words stand in a document.
func (d *document) from(m samantha.Moment) []samantha.ID {
	from := []samantha.ID{m.ID}
	add := func(ids ...samantha.ID) {
		for _, id := range ids {
			if !slices.Contains(from, id) {
				from = append(from, id)
			}
		}
	}
	for _, x := range slices.Concat(d.Self, d.Story, d.Talk, d.Recall) {
		add(x.ID)
	}
	for _, x := range d.Known {
		add(x.ID)
		add(x.From...)
	}
	for _, move := range m.Intent.Moves {
		add(move.From...)
	}
	return from
}

func (d *document) prefixed(l *language, b *strings.Builder) error { return l.prefix.Execute(b, d) }
func (d *document) moment(l *language, b *strings.Builder) error   { return l.moment.Execute(b, d) }

// dropsOfPrefix lets the least of the beginning go: what was told longest ago.
func (d *document) dropsOfPrefix() bool {
	switch {
	case len(d.Self)+len(d.Story) == 0:
		return false
	case len(d.Self) > len(d.Story):
		d.Self = d.Self[1:]
	default:
		d.Story = d.Story[1:]
	}
	return true
}

// dropsOfMoment lets the least of the moment go: what came to mind last, as long as
// something is in mind; then the talk, by exchanges, from its beginning.
func (d *document) dropsOfMoment() bool {
	switch {
	case len(d.Known) > 1 && len(d.Known) >= len(d.Recall):
		d.Known = d.Known[:len(d.Known)-1]
	case len(d.Recall) > 1:
		d.Recall = d.Recall[:len(d.Recall)-1]
	case len(d.Talk) > 0:
		d.Talk = d.Talk[len(exchanges(d.Talk)[0]):]
	case len(d.Known) > 0:
		d.Known = nil
	case len(d.Recall) > 0:
		d.Recall = nil
	default:
		return false
	}
	return true
}

// fit writes a part of the document; as long as it is too long, the least of it is dropped.
func (s *Speaker) fit(most int, write func(*language, *strings.Builder) error, drop func() bool) (string, error) {
	for {
		var b strings.Builder
		if err := write(s.language, &b); err != nil {
			return "", fmt.Errorf("write a prompt: %w", err)
		}
		if Tokens(b.String()) <= most || !drop() {
			return b.String(), nil
		}
	}
}

// quoted are memories as they are shown.
func quoted(all []samantha.Memory) []samantha.Memory {
	all = slices.Clone(all)
	for i := range all {
		all[i].Text = shortened(all[i].Text, longestQuote)
	}
	return all
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

// most is how many sentences an intent allows.
func most(in samantha.Intent) int {
	if in.Limits.Sentences > 0 {
		return min(in.Limits.Sentences, usualSentences)
	}
	return usualSentences
}
