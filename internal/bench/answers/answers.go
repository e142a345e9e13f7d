// Package answers measures what a person gets who asks: lives are told to her as
// they were told (package lives), and their questions put to her in words, on the
// days they are put. What counts is what she says.
//
// A reply is right if it holds one of the short answers a life accepts, or words
// of a turn that answers; of a list, half of its items do. If it holds them in what she
// quotes as no more than the nearest, it is near; right and near together are served.
// Where nothing was said, or it was forgotten, or it is somebody else's, the right
// answer is not to have it, and what is quoted as the nearest does not claim to. The
// measure reads words and not sense: what it calls beside may be right in other words,
// and is there to be read.
//
// Beside her stands a search box ([searchBox]): the first telling that the words of the
// question find, word for word, judged by the same rules.
package answers

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"text/tabwriter"
	"time"

	"samantha"
	"samantha/internal/bench/lives"
	"samantha/internal/house/life/inmem"
	"samantha/internal/mind"
	"samantha/internal/words/newborn"
)

// The outcomes of a question.
const (
	Right    = "right"
	Near     = "near"     // what she quotes as the nearest, and only that, has the answer
	Withheld = "withheld" // she says she has nothing, and it was said
	Beside   = "beside"   // she answers something else, or says something that is no answer
	False    = "false"    // she answers what was never said, was forgotten, or is somebody else's
)

// Count is how many questions of a kind had which outcome.
type Count struct {
	Asked    int `json:"asked"`
	Right    int `json:"right"`
	Near     int `json:"near"`
	Withheld int `json:"withheld"`
	Beside   int `json:"beside"`
	False    int `json:"false"`
}

// Answer is one question and what became of it.
type Answer struct {
	Life    string `json:"life"`
	Kind    string `json:"kind"`
	Asked   string `json:"asked"`
	Wanted  string `json:"wanted"`
	Said    string `json:"said"`
	Act     string `json:"act"` // the first of her moves
	Outcome string `json:"outcome"`
	Box     string `json:"box"` // the outcome of what a search box gives
}

// Report is how she did.
type Report struct {
	Lives   int              `json:"lives"`
	All     Count            `json:"all"`
	Told    Count            `json:"told"`  // the questions after what was told
	Never   Count            `json:"never"` // those after what she must not have
	Box     Boxed            `json:"box"`
	Kinds   map[string]Count `json:"kinds"`
	Answers []Answer         `json:"answers"`
}

// Boxed is how a search box did on the same questions.
type Boxed struct {
	Told  Count `json:"told"`
	Never Count `json:"never"`
}

func (r Report) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%d lives told, %d questions asked\n\n", r.Lives, r.All.Asked)
	w := tabwriter.NewWriter(&b, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "kind\tn\tright\tnear\tserved\twithheld\tbeside\tfalse\t")
	names := []string{}
	for name := range r.Kinds {
		names = append(names, name)
	}
	slices.Sort(names)
	line := func(name string, c Count) {
		fmt.Fprintf(w, "%s\t%d\t%.2f\t%.2f\t%.2f\t%.2f\t%.2f\t%.2f\t\n", name, c.Asked, share(c.Right, c.Asked), share(c.Near, c.Asked),
			share(c.Right+c.Near, c.Asked), share(c.Withheld, c.Asked), share(c.Beside, c.Asked), share(c.False, c.Asked))
	}
	line("all", r.All)
	line("was told", r.Told)
	line("  a search box", r.Box.Told)
	line("never told", r.Never)
	line("  a search box", r.Box.Never)
	for _, name := range names {
		line(name, r.Kinds[name])
	}
	_ = w.Flush()
	return b.String()
}

func share(n, of int) float64 {
	if of == 0 {
		return 0
	}
	return float64(n) / float64(of)
}

func (c *Count) add(outcome string) {
	c.Asked++
	switch outcome {
	case Right:
		c.Right++
	case Near:
		c.Near++
	case Withheld:
		c.Withheld++
	case Beside:
		c.Beside++
	case False:
		c.False++
	}
}

// Run tells her every life of a language she hears, and asks.
func Run(ctx context.Context, all []lives.Life) (Report, error) {
	r := Report{Kinds: map[string]Count{}}
	voice, err := newborn.New()
	if err != nil {
		return r, err
	}
	rooms, err := mind.Furnish()
	if err != nil {
		return r, err
	}
	for i := range all {
		l := &all[i]
		if l.Language != "en" {
			continue
		}
		h := &hers{life: l, box: newSearchBox(l), options: mind.Options{Log: inmem.New(), Speaker: voice, Seed: 7, Zone: l.Zone, Version: "answers", Rooms: rooms}}
		if err := h.live(ctx, &r); err != nil {
			return r, fmt.Errorf("%s: %w", l.ID, err)
		}
		r.Lives++
	}
	return r, nil
}

// hers is one life on its way.
type hers struct {
	life    *lives.Life
	box     searchBox
	options mind.Options
	mind    *mind.Mind
	clock   *clock
}

// live tells the turns of the person in their order, lets the nights between them
// pass, and asks each question when it is due.
func (h *hers) live(ctx context.Context, r *Report) error {
	l := h.life
	questions := slices.Clone(l.Questions)
	slices.SortStableFunc(questions, func(a, b lives.Question) int { return a.AskedAt.Compare(b.AskedAt) })
	h.clock = &clock{l.Turns[0].At.Add(-time.Minute)}
	o := h.options
	o.Clock = h.clock
	var err error
	if h.mind, err = mind.Open(ctx, o); err != nil {
		return err
	}
	if _, err := h.say(ctx, h.mind, "hi, i'm "+l.Speakers[0]); err != nil {
		return err
	}
	for i := range l.Turns {
		t := &l.Turns[i]
		if questions, err = h.due(ctx, r, questions, t.At); err != nil {
			return err
		}
		if err := h.until(ctx, t.At); err != nil {
			return err
		}
		if !tells(l, t) {
			continue
		}
		if _, err := h.say(ctx, h.mind, t.Text); err != nil {
			return fmt.Errorf("%s: %w", t.ID, err)
		}
	}
	_, err = h.due(ctx, r, questions, h.clock.at.AddDate(1, 0, 0))
	return err
}

// tells: a turn is the person's own words.
func tells(l *lives.Life, t *lives.Turn) bool { return t.Speaker == l.Speakers[0] && t.Origin == "" }

// nightAt is when a night passes, after midnight.
const nightAt = 3*time.Hour + 30*time.Minute

// until goes on to a time; every night on the way passes in her.
func (h *hers) until(ctx context.Context, at time.Time) error {
	for {
		night := h.clock.at.Add(-nightAt).Truncate(24 * time.Hour).Add(24*time.Hour + nightAt)
		if !night.Before(at) {
			break
		}
		h.clock.to(night)
		if _, err := h.mind.Night(ctx); err != nil && !errors.Is(err, samantha.ErrInvalid) {
			return err // off the record no night passes
		}
	}
	h.clock.to(at)
	return nil
}

// due asks what is to be asked before a time, and returns the rest.
func (h *hers) due(ctx context.Context, r *Report, questions []lives.Question, before time.Time) ([]lives.Question, error) {
	for len(questions) > 0 && questions[0].AskedAt.Before(before) {
		if err := h.until(ctx, questions[0].AskedAt); err != nil {
			return nil, err
		}
		if err := h.ask(ctx, r, &questions[0]); err != nil {
			return nil, fmt.Errorf("%q: %w", questions[0].Text, err)
		}
		questions = questions[1:]
	}
	return questions, nil
}

// ask puts a question to a copy of her: no question helps another.
func (h *hers) ask(ctx context.Context, r *Report, q *lives.Question) error {
	o := h.options
	o.Log = h.options.Log.(*inmem.Log).Clone()
	o.Clock = &clock{h.clock.at}
	copied, err := mind.Open(ctx, o)
	if err != nil {
		return err
	}
	copied.Rest()
	reply, err := h.say(ctx, copied, q.Text)
	if err != nil {
		return err
	}
	a := Answer{Life: h.life.ID, Kind: q.Kind, Asked: q.Text, Wanted: q.Answer, Said: reply.Text}
	a.Outcome, a.Box = outcome(h.life, q, hersOf(&reply)), outcome(h.life, q, h.box.give(q))
	if moves := reply.Heard.Words.Intent.Moves; len(moves) > 0 {
		a.Act = moves[0].Act
	}
	r.add(a, q.Abstain)
	return copied.Close(ctx)
}

// add counts an answer.
func (r *Report) add(a Answer, never bool) {
	r.Answers = append(r.Answers, a)
	kind := r.Kinds[a.Kind]
	kind.add(a.Outcome)
	r.Kinds[a.Kind] = kind
	r.All.add(a.Outcome)
	if never {
		r.Never.add(a.Outcome)
		r.Box.Never.add(a.Box)
		return
	}
	r.Told.add(a.Outcome)
	r.Box.Told.add(a.Box)
}

func (h *hers) say(ctx context.Context, m *mind.Mind, text string) (samantha.Reply, error) {
	return m.Hear(ctx, samantha.Utterance{Text: text, Origin: samantha.OriginPerson, Zone: h.life.Zone},
		func(samantha.Clause) error { return nil })
}

// clock stands still until it is set.
type clock struct{ at time.Time }

// Now is where it stands.
func (c *clock) Now() time.Time { return c.at }

// After never fires: here time passes by steps.
func (c *clock) After(time.Duration) <-chan time.Time { return nil }

func (c *clock) to(at time.Time) {
	if at.After(c.at) {
		c.at = at
	}
}
