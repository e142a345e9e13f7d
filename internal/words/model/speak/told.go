package speak

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"samantha"
)

// From which pleasure she is bright or low, and from which strength a feeling is more than
// faint, and strong (her own words for them change there, too).
const (
	brightFrom = 0.35
	lowFrom    = -0.2
	someFrom   = 0.25
	strongFrom = 0.6
)

// dark: the moment is somebody's sorrow or danger, or one soon after. What is bright in her
// is not told then.
func dark(m samantha.Moment) bool {
	return m.Level > 0 || m.Intent.Limits.NoPlay || m.Intent.Tone == samantha.ToneQuiet || m.Intent.Tone == samantha.ToneCrisis
}

// mood is how she is, as a model is told of it; "" if it has no place in the moment.
func (l *language) mood(m samantha.Moment) string {
	name := "calm"
	switch {
	case m.Mood.P <= lowFrom:
		name = "low"
	case m.Mood.P >= brightFrom && m.Mood.A > 0:
		name = "bright"
	}
	if dark(m) && name != "low" {
		return ""
	}
	return l.words["mood"][name]
}

// feels are her feelings as a model is told of them, a sentence each: the strongest, and
// what else is more than faint.
func (l *language) feels(m samantha.Moment) (all []string) {
	for _, f := range m.Around.Feels {
		if dark(m) && f.Bright || len(all) > 0 && f.Felt < someFrom {
			continue
		}
		because := ""
		if f.Because != "" {
			because = fmt.Sprintf(l.words["feels"]["because"], l.turned(f.Because))
		}
		noun := l.turned(f.Noun)
		if noun == "" {
			noun = string(f.Emotion)
		}
		all = append(all, fmt.Sprintf(l.words["feels"]["plain"], l.words["strength"][strengthOf(f.Felt)], noun, because+l.words["shown"][shownOf(f)]))
	}
	return all
}

func strengthOf(x float64) string {
	switch {
	case x >= strongFrom:
		return "strong"
	case x >= someFrom:
		return "some"
	}
	return "faint"
}

// shownOf is how much of a feeling she lets be heard.
func shownOf(f samantha.Felt) string {
	switch {
	case f.Shown <= 0:
		return "hidden"
	case f.Shown < f.Felt:
		return "some"
	}
	return "open"
}

// turned is a clause of hers to the person as it is told of the two of them: "you told me"
// is "they told her". A "you" that neither begins it nor follows a joint is "them".
func (l *language) turned(clause string) string {
	words, out := strings.Fields(clause), []string{}
	turn := l.words["turn"]
	for i := 0; i < len(words); i++ {
		word := strings.ToLower(words[i])
		if i+1 < len(words) && turn[word+" "+words[i+1]] != "" {
			out = append(out, turn[word+" "+words[i+1]])
			i++
			continue
		}
		switch {
		case word == "you" && i > 0 && l.words["joint"][words[i-1]] == "":
			out = append(out, l.words["turned"]["you"])
		case turn[word] != "":
			out = append(out, turn[word])
		default:
			out = append(out, words[i])
		}
	}
	return strings.Join(out, " ")
}

// limits are what the words must keep to, each said once: what is quiet has no joke.
func (l *language) limits(in samantha.Intent) (all []string) {
	say := func(holds bool, key string) {
		if words := l.words["limit"][key]; holds && words != "" {
			all = append(all, words)
		}
	}
	solemn := in.Tone == samantha.ToneQuiet || in.Tone == samantha.ToneCrisis
	say(most(in) < usualSentences, strconv.Itoa(most(in)))
	say(in.Limits.NoQuestion, "question")
	say(in.Limits.NoPlay && !solemn, "play")
	say(in.Limits.NoSorry, "sorry")
	say(in.Limits.NoKeeping, "keeping")
	if tone := l.words["tone"][string(in.Tone)]; tone != "" {
		all = append(all, tone)
	}
	return all
}

// long is how long ago a day is, in days.
func (l *language) long(then, now time.Time) string {
	midnight := func(at time.Time) time.Time { return time.Date(at.Year(), at.Month(), at.Day(), 0, 0, 0, 0, time.UTC) }
	days := int(midnight(now).Sub(midnight(then)).Hours() / 24)
	if words := l.words["long"][strconv.Itoa(days)]; words != "" || days < 0 {
		return words
	}
	return fmt.Sprintf(l.words["long"]["days"], days)
}

// meant is one move as a model is told of it.
type meant struct {
	Means string
	Slots []slot
	Short bool
}

type slot struct{ Name, Text string }

// meant is an intent as a model is told of it. What is meant twice stands there once, with
// all that it is about.
func (s *Speaker) meant(in samantha.Intent) (all []meant) {
	for _, move := range in.Moves {
		m := meant{Means: s.language.words["exam"]["answer"]} // of an examination: the answer is not given away
		if s.Words(move.Act) {
			m = meant{Means: s.language.acts[move.Act].means, Slots: s.language.shown(move), Short: move.Short}
		}
		at := slices.IndexFunc(all, func(x meant) bool { return x.Means == m.Means })
		if at < 0 {
			all = append(all, m)
			continue
		}
		for _, x := range m.Slots {
			if !slices.Contains(all[at].Slots, x) {
				all[at].Slots = append(all[at].Slots, x)
			}
		}
	}
	return all
}

// shown are the slots of a move that a model can make something of.
func (l *language) shown(move samantha.Move) (all []slot) {
	for _, name := range l.acts[move.Act].slots {
		text := shortened(move.Slots[name], longestQuote)
		if text == "" || slices.ContainsFunc(all, func(x slot) bool { return x.Text == text }) {
			continue
		}
		if called := l.words["slot"][name]; called != "" {
			name = called
		}
		all = append(all, slot{name, text})
	}
	return all
}
