package mind

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"samantha"
)

// Portion is what a language model may go over next, if there is anything and this is the
// time for it: her last dream, a chapter, two things to put together, then what was told,
// from where it got to.
func (m *Mind) Portion(ctx context.Context) (p samantha.Portion, ok bool, err error) {
	if err := m.takeWhole(ctx); err != nil {
		return p, false, err
	}
	defer m.give()
	if !m.mayConsider() {
		return p, false, nil
	}
	if err := m.recount(ctx); err != nil {
		return p, false, err
	}
	if p, ok = m.dreamPortion(); !ok {
		if p, ok = m.chapterPortion(); !ok {
			if p, ok = m.thoughtPortion(ctx); !ok {
				p, ok, err = m.toldPortion(ctx)
			}
		}
	}
	p.Away = m.state.Lent.Remote
	return p, ok, err
}

// dreamPortion is the dream of the last night, unless she spoke of it already.
func (m *Mind) dreamPortion() (p samantha.Portion, ok bool) {
	dreams := m.state.Nights.told()
	if len(dreams) == 0 {
		return p, false
	}
	d := dreams[len(dreams)-1]
	if d.Date != m.state.Nights.Last || d.Model != "" || m.state.Nights.wasOffered(d.ID) || !m.wordable(d.ID, d.Text) {
		return p, false
	}
	return samantha.Portion{Task: samantha.TaskDream, Of: d.ID, Hers: samantha.Sentences(d.Text)}, true
}

// chapterPortion is the newest telling of a chapter that is hers alone.
func (m *Mind) chapterPortion() (p samantha.Portion, ok bool) {
	for _, c := range m.state.Memory.Chapters {
		if !c.Told() || c.Retired || len(c.Theirs) > 0 {
			continue
		}
		if t := c.Newest(); len(t.Text) > 0 && t.Model == "" && m.wordable(t.ID, strings.Join(t.Text, " ")) {
			return samantha.Portion{Task: samantha.TaskChapter, Of: t.ID, Hers: slices.Clone(t.Text)}, true
		}
	}
	return p, false
}

// wordable: a model may see it, and has not gone over it.
func (m *Mind) wordable(id samantha.ID, text string) bool {
	return !slices.Contains(m.state.Considered.Words, id) && m.shareable(samantha.Memory{ID: id, Text: text})
}

// toldPortion are the next memories that a model may read and that may tell something: for
// whatever of facts, threads and readings it has got least far with.
func (m *Mind) toldPortion(ctx context.Context) (p samantha.Portion, ok bool, err error) {
	tasks := []samantha.Task{samantha.TaskFacts, samantha.TaskThreads, samantha.TaskReadings}
	slices.SortStableFunc(tasks, func(a, b samantha.Task) int { return cmp.Compare(m.goneOver(a), m.goneOver(b)) })
	for _, task := range tasks {
		if p, ok, err = m.toldFor(ctx, task); ok || err != nil {
			return p, ok, err
		}
	}
	return p, false, nil
}

// goneOver is the sequence up to which a model was given what was told for a task, or up
// to which there was nothing for it.
func (m *Mind) goneOver(task samantha.Task) uint64 {
	return max(*m.state.Considered.upTo(task), m.looked[task])
}

// toldFor are the next memories for a task.
func (m *Mind) toldFor(ctx context.Context, task samantha.Task) (p samantha.Portion, ok bool, err error) {
	p = samantha.Portion{Task: task, Last: m.goneOver(task)}
	for e, err := range m.log.Read(ctx, p.Last) {
		if err != nil {
			return p, false, err
		}
		if len(p.Told) == portionMemories {
			break
		}
		p.Last = e.Seq
		if told, ok := m.worthReading(ctx, task, e); ok {
			p.Told = append(p.Told, told)
		}
	}
	if len(p.Told) == 0 {
		m.looked[task] = p.Last // there was nothing; it need not be looked through again
	}
	return p, len(p.Told) > 0, nil
}

// worthReading is the memory of an event if a model may read it and may find something in
// it for a task.
func (m *Mind) worthReading(ctx context.Context, task samantha.Task, e samantha.Event) (told samantha.Memory, ok bool) {
	heard, isHeard := e.Body.(*samantha.Heard)
	switch {
	case !isHeard && (e.Body.Kind() != samantha.KindBrought || task != samantha.TaskFacts):
		return told, false
	case task == samantha.TaskThreads && (burdens(heard) || m.clock.Now().Sub(e.At) > leavesOpenFor):
		return told, false
	case task == samantha.TaskReadings && (burdens(heard) || heard.Numbers.Reading.Emotion != samantha.Unsure || !heard.Words.Hearing.Has("tell")):
		return told, false
	}
	told, err := m.readable(ctx, e.ID)
	return told, err == nil && m.shareable(told) && len(told.Text) <= portionLongest && len(strings.Fields(told.Text)) >= portionWords
}

// burdens: there was worry for a life in it, or a death. That is for no model to go over.
func burdens(h *samantha.Heard) bool {
	return h.Words.Intent.Tone == samantha.ToneCrisis || grave(h.Words.Hearing, h.Numbers.Reading, h.Numbers.Care)
}
