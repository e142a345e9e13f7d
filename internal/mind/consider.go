package mind

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"

	"samantha"
	"samantha/internal/mind/memory"
	"samantha/internal/mind/wording"
)

// How much a language model is given to go over (judgement): so many portions after a
// night, each of so many memories that say something.
const (
	portionsANight  = 24
	portionMemories = 6
	portionLongest  = 600                 // characters of a memory; what is longer is left to the rules
	portionWords    = 4                   // of a memory at the least
	mostWorded      = 64                  // dreams and tellings of which she knows that they were gone over
	threadsANight   = 3                   // what it may find open
	leavesOpenFor   = 14 * 24 * time.Hour // what was told before leaves nothing open that a rule did not hear
)

// Considering is how far a language model has gone over her life.
type Considering struct {
	Night    string        `json:"night,omitempty"`    // the date of the newest, and how many
	Portions int           `json:"portions,omitempty"` // portions there were after it
	Last     uint64        `json:"last,omitempty"`     // up to this sequence facts were looked for
	Threads  uint64        `json:"threads,omitempty"`  // and threads
	Readings uint64        `json:"readings,omitempty"` // and readings
	Opened   int           `json:"opened,omitempty"`   // threads that came of this night
	Words    []samantha.ID `json:"words,omitempty"`    // dreams and tellings that were gone over, newest last
}

// considered folds that a portion was gone over.
func (s *State) considered(n samantha.ConsideredNumbers) {
	c := &s.Considered
	if c.Night != s.Nights.Last {
		c.Night, c.Portions, c.Opened = s.Nights.Last, 0, 0
	}
	c.Portions++
	if n.Task == samantha.TaskThreads {
		c.Opened += len(n.Kept)
	}
	at := c.upTo(n.Task)
	*at = max(*at, n.Last)
	if n.Of != "" {
		c.Words = samantha.Newest(append(c.Words, n.Of), mostWorded)
	}
}

// upTo is the sequence up to which there was looked for something.
func (c *Considering) upTo(task samantha.Task) *uint64 {
	switch task {
	case samantha.TaskThreads:
		return &c.Threads
	case samantha.TaskReadings:
		return &c.Readings
	}
	return &c.Last
}

// mayConsider: a language model may be given something to go over now: the night has passed
// and nobody is here, and the model passed for it and has something left of the day's budget.
func (m *Mind) mayConsider() bool {
	s := m.state
	_, away := m.over()
	far := s.Lent.Remote && (s.choice(samantha.ChoiceNightModel) == "" || s.choice(samantha.ChoiceNightModel) != s.choice(samantha.ChoiceRemoteModel))
	may := s.Withheld(samantha.DutyPropose, m.clock.Now()) == ""
	return s.Lent.Model != "" && may && !far && away && s.Nights.Last != "" && m.mayBeAlone() && !m.worried() &&
		(s.Considered.Night != s.Nights.Last || s.Considered.Portions < portionsANight)
}

// Consider checks what a model made of a portion, keeps what follows, with the model's
// name, and notes that the portion was gone over. If somebody came meanwhile it fails with
// [samantha.ErrBusy], and the portion is begun anew another time.
func (m *Mind) Consider(ctx context.Context, p samantha.Portion, model string, made samantha.Proposals) (samantha.ConsideredNumbers, error) {
	n := samantha.ConsideredNumbers{Task: p.Task, Model: model, Of: p.Of, Last: p.Last, Version: wording.Version}
	if err := m.takeWhole(ctx); err != nil {
		return n, err
	}
	defer m.give()
	if !m.mayConsider() {
		return n, fmt.Errorf("somebody is here: %w", samantha.ErrBusy)
	}
	body, err := m.checked(ctx, p, made, &n)
	if err != nil {
		return n, err
	}
	var drafts []samantha.Draft
	if body != nil {
		n.Kept = []samantha.ID{samantha.NewID(m.state.Seq + 1)}
		drafts = append(drafts, samantha.Draft{At: m.clock.Now(), Origin: samantha.OriginHerself, Body: body})
	}
	drafts = append(drafts, samantha.Draft{At: m.clock.Now(), Origin: samantha.OriginHouse, Body: &samantha.Considered{Numbers: n}})
	_, err = m.append(ctx, drafts...)
	return n, err
}

// checked keeps at once what follows from what was told, and returns what is to stand in
// her own words, if that may; an error is of the log.
func (m *Mind) checked(ctx context.Context, p samantha.Portion, made samantha.Proposals, n *samantha.ConsideredNumbers) (body samantha.Body, err error) {
	switch p.Task {
	case samantha.TaskFacts, samantha.TaskThreads, samantha.TaskReadings:
		return nil, m.takes(ctx, p, made, n)
	case samantha.TaskThoughts:
		if len(made.Thoughts) == 0 {
			return nil, nil
		}
		body, err = m.mused(ctx, p, n.Model, made.Thoughts[0])
	default:
		body, err = m.reworded(ctx, p, n.Model, made.Words)
	}
	if err != nil {
		n.Refused++
		return nil, ctx.Err()
	}
	return body, nil
}

// reworded is a dream or a telling of hers in other words, or why it may not be.
func (m *Mind) reworded(ctx context.Context, p samantha.Portion, model string, words []string) (samantha.Body, error) {
	if model == "" || slices.Equal(words, p.Hers) || len(words) == 0 {
		return nil, fmt.Errorf("there are no other words: %w", samantha.ErrInvalid)
	}
	if err := m.passes(words, p.Hers); err != nil {
		return nil, err
	}
	if p.Task == samantha.TaskDream {
		return m.dreamReworded(p, model, strings.Join(words, " "))
	}
	return m.chapterReworded(ctx, p, model, words)
}

// dreamReworded: of the same pieces, with words of theirs and of her dreams alone.
func (m *Mind) dreamReworded(p samantha.Portion, model, text string) (samantha.Body, error) {
	i := m.state.Nights.dream(p.Of)
	if i < 0 || !slices.Equal(samantha.Sentences(m.state.Nights.Dreams[i].Text), p.Hers) {
		return nil, fmt.Errorf("the dream %s is otherwise now: %w", p.Of, samantha.ErrInvalid)
	}
	d := m.state.Nights.Dreams[i]
	said := wording.Said{Text: d.Text, From: m.rooms.dreams.Sayings(), Keeps: standing(d.Text, d.About)}
	if err := m.rooms.wording.Check(said, text); err != nil {
		return nil, err
	}
	if len(samantha.Sentences(text)) > len(p.Hers)+1 {
		return nil, fmt.Errorf("it is longer than a dream: %w", samantha.ErrInvalid)
	}
	n := d.DreamedNumbers
	n.Again, n.Model = d.ID, model
	return &samantha.Dreamed{Words: samantha.DreamedWords{Text: text, About: d.About, With: d.With}, Numbers: n}, nil
}

// chapterReworded: sentence by sentence, each of the same receipts.
func (m *Mind) chapterReworded(ctx context.Context, p samantha.Portion, model string, words []string) (samantha.Body, error) {
	c, ok := m.state.Memory.Chapter(p.Of)
	if !ok {
		return nil, fmt.Errorf("the chapter of %s is not there: %w", p.Of, samantha.ErrInvalid)
	}
	t := c.Newest()
	if t.ID != p.Of || !slices.Equal(t.Text, p.Hers) || len(words) != len(t.Text) {
		return nil, fmt.Errorf("the telling %s is otherwise now: %w", p.Of, samantha.ErrInvalid)
	}
	text := m.texts(ctx)
	for i, sentence := range t.Text {
		said := wording.Said{Text: sentence, Keeps: standing(sentence, t.Matter), Turns: true}
		for _, id := range t.Parts[i].From {
			said.From = append(said.From, text(id))
		}
		if err := m.rooms.wording.Check(said, words[i]); err != nil {
			return nil, err
		}
	}
	n := t.TellingNumbers
	n.Chapter, n.No, n.Why, n.Model = c.ID, t.No+1, memory.WhyWorded, model
	return &samantha.Telling{Words: samantha.TellingWords{Matter: t.Matter, Sentences: words}, Numbers: n}, nil
}

// standing is what must go on standing in a text, if it does.
func standing(text, what string) []string {
	if what == "" || !strings.Contains(" "+samantha.SentenceKey(text)+" ", " "+samantha.SentenceKey(what)+" ") {
		return nil
	}
	return []string{what}
}

// passes: the guard lets other words through as they are, knowing what stood there.
func (m *Mind) passes(words, before []string) error {
	saying := m.saying(utterance{at: m.clock.Now()}, samantha.Intent{})
	saying.Theirs = before
	watch := m.rooms.guard.Watch(saying)
	for _, text := range words {
		for _, p := range watch.Next(samantha.Clause{Text: text}) {
			if p.Rule != "" {
				return fmt.Errorf("the guard has %s against it: %w", p.Rule, samantha.ErrInvalid)
			}
		}
	}
	return nil
}

// solitude ends when somebody comes.
type solitude struct {
	mu  sync.Mutex
	end context.CancelCauseFunc
}

// Alone is a context for what gives way to talk: it ends when anybody says something or
// comes. One at a time; the next ends the one before.
func (m *Mind) Alone(ctx context.Context) (alone context.Context, stop context.CancelFunc) {
	alone, end := context.WithCancelCause(ctx)
	m.disturb()
	m.solitude.mu.Lock()
	defer m.solitude.mu.Unlock()
	m.solitude.end = end
	return alone, func() { end(nil) }
}

// disturb ends what gives way to talk.
func (m *Mind) disturb() {
	m.solitude.mu.Lock()
	defer m.solitude.mu.Unlock()
	if m.solitude.end != nil {
		m.solitude.end(samantha.ErrBusy)
		m.solitude.end = nil
	}
}
