package mind

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"samantha"
	"samantha/internal/mind/memory"
)

// afterGoodbye is how long after a goodbye an encounter is over; without one it
// is over when a new one would begin.
const afterGoodbye = 2 * time.Minute

// recount tells the chapters that are due, once an encounter is over: those that
// came of it, and those that mean something else by it. Most times there is
// none. It waits while words wait for the disk, while a forgetting is not folded
// anew yet, and off the record. Whenever it is done it is dated to when the
// encounter was over: whoever looks later changes nothing by it.
func (m *Mind) recount(ctx context.Context) error {
	if err := m.tellOn(ctx); err != nil {
		return err
	}
	return m.become(ctx)
}

// Pause has a pause in the talk pass, as [Mind.Live] does by itself: the chapters that
// are due are told, and she looks back on the days that are over.
func (m *Mind) Pause(ctx context.Context) error {
	if err := m.take(ctx); err != nil {
		return err
	}
	defer m.give()
	return m.recount(ctx)
}

func (m *Mind) tellOn(ctx context.Context) error {
	over, ok := m.over()
	if m.recounted == m.state.Seq || m.state.Paused || m.masked || len(m.unsaved) > 0 || !ok {
		return nil
	}
	if err := m.tellDue(ctx, over, func(memory.Due) bool { return true }); err != nil {
		return err
	}
	m.recounted = m.state.Seq
	return nil
}

// over is when the last encounter was over; false while it may go on.
func (m *Mind) over() (time.Time, bool) {
	pause := encounterPause
	if n := len(m.state.Talk); n > 0 && m.state.Talk[n-1].Act == samantha.DoGoodbye {
		pause = afterGoodbye
	}
	at := m.state.LastAt.Add(pause)
	return at, m.state.Moments > 0 && !m.clock.Now().Before(at)
}

// tellDue appends those of the tellings that are due, dated to a time.
func (m *Mind) tellDue(ctx context.Context, at time.Time, those func(memory.Due) bool) error {
	texts := m.texts(ctx)
	for _, due := range m.matters.Due(&m.state.Memory, m.state.here(), texts) {
		if !those(due) {
			continue
		}
		telling, ok := m.rooms.lore.Tell(due, m.teller(ctx, texts))
		if !ok {
			continue
		}
		draft := samantha.Draft{At: at, Origin: samantha.OriginHerself, Body: telling}
		if _, err := m.append(ctx, draft); err != nil {
			return fmt.Errorf("tell a chapter: %w", err)
		}
	}
	return nil
}

// texts are the words of memories by their ids, "" where there are none.
func (m *Mind) texts(ctx context.Context) func(samantha.ID) string {
	return func(id samantha.ID) string {
		if kept, ok := m.index.Get(id); ok {
			return kept.Text
		}
		e, err := m.find(ctx, id)
		if err != nil || e.Forgotten {
			return ""
		}
		return words(e)
	}
}

// teller is what she tells the next chapter with.
func (m *Mind) teller(ctx context.Context, texts func(samantha.ID) string) memory.Teller {
	t := memory.Teller{
		Text: texts, Now: m.clock.Now().In(m.state.here()), Pick: chance(m.state.Seed, m.state.Seq+1),
		Felt: func(id samantha.ID) string { return m.feltThen(ctx, id) },
	}
	if e, err := m.find(ctx, m.state.NamedAt); err == nil && e.At.Sub(m.state.Memory.FirstAt) <= encounterPause {
		t.Her, t.In = m.state.Naming.Name, e.ID
	}
	return t
}

// feltThen is a feeling of hers in plain words, as it was when it arose: "very
// glad, because you told me something good".
func (m *Mind) feltThen(ctx context.Context, id samantha.ID) string {
	e, err := m.find(ctx, id)
	if id == "" || err != nil {
		return ""
	}
	b, ok := e.Body.(*samantha.Heard)
	if !ok {
		return ""
	}
	for i, f := range b.Numbers.Felt {
		if e.ID.Part("felt", i+1) == id {
			said := m.rooms.heart.Sentence(keptAt(e, i, f), e.At)
			return strings.ToLower(said[:1]) + strings.TrimSuffix(said[1:], ".")
		}
	}
	return ""
}

// Story is their past as it is told: chapters in the order they began.
type Story struct {
	Chapters []StoryChapter `json:"chapters"`
}

// StoryChapter is one chapter with its tellings side by side.
type StoryChapter struct {
	ID    samantha.ID `json:"id"`
	Sort  string      `json:"sort"`            // us, person, thing
	About string      `json:"about,omitempty"` // in the person's words
	Role  string      `json:"role,omitempty"`  // what somebody is to the person, if About is their name
	Over  bool        `json:"over,omitempty"`  // it ended, as it is told now
	Since time.Time   `json:"since"`           // of the oldest memory that is left of it
	Until time.Time   `json:"until"`           // and of the newest
	// Hers are her tellings, oldest first; the last one holds.
	Hers []StoryTelling `json:"hers"`
	// Theirs are the person's: memories in which they told one event of it in
	// different ways, and how they put her telling right.
	Theirs  []StoryAccount   `json:"theirs,omitempty"`
	Righted []memory.Righted `json:"righted,omitempty"`
}

// StoryTelling is one telling of hers.
type StoryTelling struct {
	ID        samantha.ID     `json:"id"`
	At        time.Time       `json:"at"`
	No        int             `json:"no"`
	Why       string          `json:"why,omitempty"` // the reason it was told again, in words
	Sentences []StorySentence `json:"sentences"`
	Model     string          `json:"model,omitempty"` // that found these words for it
	Forgotten bool            `json:"forgotten,omitempty"`
}

// StorySentence is a sentence with its receipts.
type StorySentence struct {
	Part string        `json:"part"`
	Text string        `json:"text"`
	From []samantha.ID `json:"from"`
}

// StoryAccount is how the person told it once.
type StoryAccount struct {
	ID   samantha.ID `json:"id"`
	At   time.Time   `json:"at"`
	Text string      `json:"text"`
	Edit bool        `json:"edit,omitempty"` // they put her telling right with it; it can be taken back
}

// Story tells of their past.
func (m *Mind) Story(ctx context.Context) (Story, error) {
	if err := m.take(ctx); err != nil {
		return Story{}, err
	}
	defer m.give()
	if err := m.recount(ctx); err != nil {
		return Story{}, err
	}
	story := Story{Chapters: []StoryChapter{}}
	for _, c := range m.state.Memory.Chapters {
		if c.Told() || len(c.Theirs) > 0 {
			story.Chapters = append(story.Chapters, m.chapter(c))
		}
	}
	slices.SortStableFunc(story.Chapters, func(a, b StoryChapter) int { return a.Since.Compare(b.Since) })
	return story, nil
}

func (m *Mind) chapter(c memory.Chapter) StoryChapter {
	out := StoryChapter{ID: c.ID, Sort: c.Sort, About: c.Matter(), Over: c.Newest().Over(), Hers: []StoryTelling{}}
	if who := m.state.Memory.WhoIs(c.Matter()); c.Sort == memory.ChapterPerson && len(who) == 1 && len(who[0].Names) > 0 && !memory.Same(who[0].Relation, c.Matter()) {
		out.Role = who[0].Relation
	}
	for _, t := range c.Tellings {
		out.Hers = append(out.Hers, told(t, m.rooms.lore.Reason(t.Why)))
		for _, id := range t.Sources {
			if kept, ok := m.index.Get(id); ok {
				out.span(kept.At)
			}
		}
	}
	out.span(c.Newest().Since)
	for _, id := range c.Newest().Own {
		if kept, ok := m.index.Get(id); ok {
			out.Theirs = append(out.Theirs, StoryAccount{ID: id, At: kept.At, Text: kept.Text})
		}
	}
	for _, a := range c.Theirs {
		out.Theirs = append(out.Theirs, StoryAccount{ID: a.ID, At: a.At, Text: a.Text, Edit: true})
	}
	for _, id := range c.Righted {
		if r, ok := m.state.Memory.Righted(id); ok {
			out.Righted = append(out.Righted, r)
		}
	}
	return out
}

func (c *StoryChapter) span(at time.Time) {
	if c.Since.IsZero() || at.Before(c.Since) {
		c.Since = at
	}
	if at.After(c.Until) {
		c.Until = at
	}
}

func told(t memory.Tale, why string) StoryTelling {
	out := StoryTelling{ID: t.ID, At: t.At, No: t.No, Why: why, Sentences: []StorySentence{}, Model: t.Model, Forgotten: len(t.Text) == 0}
	for i, text := range t.Text {
		out.Sentences = append(out.Sentences, StorySentence{t.Parts[i].Part, text, t.Parts[i].From})
	}
	return out
}

// retell takes how the person tells a chapter: hers is told anew with it, and
// theirs stands beside it. It is what they hold for true of the story.
// It is false if the id is that of no chapter.
func (m *Mind) retell(ctx context.Context, id samantha.ID, text string) (memory.Known, bool, error) {
	if err := m.take(ctx); err != nil {
		return memory.Known{}, false, err
	}
	defer m.give()
	c, ok := m.state.Memory.Chapter(id)
	if !ok {
		return memory.Known{}, false, nil
	}
	fact := samantha.Fact{Of: "story", Slot: or(c.Matter(), c.Sort), Value: text, Quote: text}
	e, err := m.append(ctx, samantha.Draft{
		At: m.clock.Now(), Origin: samantha.OriginPerson,
		Body: &samantha.Corrected{
			Words:   samantha.CorrectedWords{Fact: samantha.Fact{Value: text, Quote: text}},
			Numbers: samantha.CorrectedNumbers{Target: c.ID, Telling: true},
		},
	})
	if err != nil {
		return memory.Known{}, false, err
	}
	known := memory.Known{Fact: fact, ID: e.ID, Sources: []samantha.ID{e.ID}, Since: e.At, Last: e.At}
	return known, true, m.tellDue(ctx, m.clock.Now(), func(d memory.Due) bool { return d.Chapter == c.ID })
}
