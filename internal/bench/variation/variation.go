// Package variation measures whether she repeats herself to somebody who talks with her
// for a thousand moments: the seven made-up persons of package year.
//
// A sentence is told by its words, a skeleton by those of her line with everything that
// was filled in masked, so that "The bike. Again?" and "The letter. Again?" have the
// same. Facts read back, what she is, and what is said in danger may come again at once
// and are not counted. A reply begins by echoing if the first word in it that says
// anything is the person's of that moment; greetings and farewells are apart, where it
// is manners. Distinct-2 is the share of different pairs of neighbouring words (Li et
// al. 2016), here over as many words of hers as of theirs, with what she took from them
// left out.
package variation

import (
	"context"
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"time"

	"samantha"
	"samantha/internal/bench/year"
	"samantha/internal/words/newborn"
)

//go:embed questions.txt
var questions string

//go:embed small.txt
var smallWords string

// The bars.
const (
	SentenceApart = 200 // moments between a sentence of more than four words and the same
	SkeletonApart = 40  // moments between a skeleton and the same
	MostEchoes    = .25 // of the replies
	Askings       = 5   // of one question, each answered in another shape
	LeastDistinct = .6  // of the person's own distinct-2
)

// mostDays is how long a life is given to have its moments: one who is at sea has few.
const mostDays = 5 * 365

// Options are what is measured.
type Options struct {
	Person  *year.Person
	Moments int // at least so many: the day is lived to its end
	Seed    uint64
}

// Run lives with a person, and counts.
func Run(ctx context.Context, o Options) (Report, error) {
	voice, err := newborn.New()
	if err != nil {
		return Report{}, err
	}
	asked, err := year.Questions(questions)
	if err != nil {
		return Report{}, err
	}
	c := newCount(voice)
	life := year.Options{Person: o.Person, Days: mostDays, Moments: o.Moments, Seed: o.Seed, Now: time.Now, Each: c.take}
	for range Askings {
		life.Ask = append(life.Ask, asked...)
	}
	lived, err := year.Live(ctx, life)
	if err != nil {
		return Report{}, fmt.Errorf("%s: %w", o.Person.Name, err)
	}
	r := c.report
	r.Person, r.Days = o.Person.Name, lived.Days
	r.Echoes = share(c.echoes, r.Moments)
	r.Distinct, r.Theirs = c.distinct()
	if len(lived.Asked) > 0 {
		r.Questions = c.shapes(lived.Asked[0].Answers)
	}
	return r, nil
}

// count is what was said so far.
type count struct {
	voice        *newborn.Newborn
	small        map[string]bool // words that say nothing by themselves
	sentences    map[string]int  // the moment in which each was said last, from 1
	skeletons    map[string]int
	echoes       int
	hers, theirs []string // words
	report       Report
}

func newCount(voice *newborn.Newborn) *count {
	c := &count{voice: voice, small: map[string]bool{}, sentences: map[string]int{}, skeletons: map[string]int{}}
	for _, line := range samantha.Lines("small.txt", smallWords) {
		for _, word := range strings.Fields(line.Text) {
			c.small[word] = true
		}
	}
	return c
}

// take counts one moment.
func (c *count) take(x year.Exchange) {
	c.report.Moments++
	c.theirs = append(c.theirs, words(x.Said)...)
	said := x.Reply.Said
	if said == nil {
		return
	}
	for _, s := range c.parts(said.Text(), said.Numbers.Lines) {
		c.hers = append(c.hers, words(strings.ReplaceAll(s.skeleton, newborn.Mask, " "))...)
		if s.long() && !guarded(said, s.text) && !slices.ContainsFunc(said.Numbers.Acts, c.voice.Repeats) {
			c.again(s)
		}
	}
	acts := said.Numbers.Acts
	if !slices.Contains(acts, samantha.DoGreet) && !slices.Contains(acts, samantha.DoGoodbye) && c.echoing(x.Said, said.Text()) {
		c.echoes++
		c.report.Echoed = append(c.report.Echoed, x.Said+" -- "+said.Text())
	}
}

// guarded: the guard put a sentence in the place of another, as it must.
func guarded(said *samantha.Said, sentence string) bool {
	return slices.ContainsFunc(said.Words.Guard, func(g samantha.Caught) bool {
		return g.Clause <= len(said.Words.Clauses) && strings.Contains(said.Words.Clauses[g.Clause-1], sentence)
	})
}

// again counts a sentence that came too soon.
func (c *count) again(s spoken) {
	now := c.report.Moments
	key := samantha.SentenceKey(s.text)
	if last := c.sentences[key]; last > 0 && now-last < SentenceApart {
		c.report.Sentences = append(c.report.Sentences, Repeat{now - last, s.text})
	}
	c.sentences[key] = now
	key = samantha.SentenceKey(s.skeleton)
	if last := c.skeletons[key]; last > 0 && now-last < SkeletonApart {
		c.report.Skeletons = append(c.report.Skeletons, Repeat{now - last, s.skeleton})
	}
	c.skeletons[key] = now
}

// echoing: the first word of the reply that says anything is the person's.
func (c *count) echoing(said, reply string) bool {
	theirs := words(said)
	for _, w := range words(reply) {
		if !c.small[w] {
			return slices.Contains(theirs, w)
		}
	}
	return false
}

// distinct is her distinct-2 and theirs, over as many words of both.
func (c *count) distinct() (hers, theirs float64) {
	n := min(len(c.hers), len(c.theirs))
	return pairs(c.hers[:n]), pairs(c.theirs[:n])
}

// pairs is the share of different pairs among those of neighbouring words.
func pairs(words []string) float64 {
	seen := map[[2]string]bool{}
	for i := 1; i < len(words); i++ {
		seen[[2]string{words[i-1], words[i]}] = true
	}
	return share(len(seen), len(words)-1)
}

// shapes are how many different shapes the answers to each question have.
func (c *count) shapes(answers []year.Answer) []Question {
	var all []Question
	seen := map[string]bool{}
	for _, a := range answers {
		i := slices.IndexFunc(all, func(q Question) bool { return q.Asked == a.Said })
		if i < 0 {
			i, all = len(all), append(all, Question{Asked: a.Said})
		}
		shape := ""
		for _, s := range c.parts(a.Reply, a.Lines) {
			shape += samantha.SentenceKey(s.skeleton) + ". "
		}
		if key := a.Said + "\n" + shape; !seen[key] {
			seen[key] = true
			all[i].Shapes++
		}
		all[i].Replies = append(all[i].Replies, a.Reply)
	}
	return all
}

func words(text string) []string { return strings.Fields(samantha.SentenceKey(text)) }

func share(part, whole int) float64 {
	if whole <= 0 {
		return 0
	}
	return samantha.Round(float64(part) / float64(whole))
}
