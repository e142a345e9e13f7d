package mind

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"samantha"
	"samantha/internal/mind/feeling"
)

// How much there is around a moment at most; a Speaker takes of it what it has room for.
const (
	aroundStory = 4
	aroundTalk  = 256 // of a talk that is longer the older half goes, all at once
	aroundFeels = 3
)

// around is what a Speaker may draw on beside the intent. With somebody else in the room
// it is nothing: what the person told is not for them.
func (m *Mind) around(ctx context.Context, u utterance) samantha.Around {
	s := m.inMind()
	if len(s.Guests) > 0 || u.heard == "" {
		return samantha.Around{}
	}
	a := samantha.Around{
		Theirs: s.Memory.Name(), Met: s.Born.In(s.here()), Self: m.ofHerself(), Story: m.lastTold(), Talk: m.lastSaid(u.id),
	}
	a.Known = m.knownOf(u, a.Talk)
	if s.Naming != nil {
		a.Name = s.Naming.Name
	}
	for _, r := range u.recalled {
		if found, ok := m.index.Get(r.ID); ok && m.shareable(found) && m.carries(ctx, found) {
			a.Recall = append(a.Recall, found)
		}
	}
	for _, k := range s.Heart.Now(u.at) {
		if len(a.Feels) < aroundFeels {
			a.Feels = append(a.Feels, m.felt(k))
		}
	}
	return a
}

// felt is a feeling of hers as a Speaker is told of it.
func (m *Mind) felt(k feeling.Kept) samantha.Felt {
	heart := m.rooms.heart
	return samantha.Felt{
		Emotion: k.Emotion, Noun: heart.Noun(k.Emotion), Bright: heart.Bright(k.Emotion),
		Felt: k.Intensity, Shown: k.Shown, Because: heart.Because(k),
	}
}

// carries: a memory is worth having in mind. What she said herself is where it is more
// than an answer: something she promised, dreamed or holds.
func (m *Mind) carries(ctx context.Context, x samantha.Memory) bool {
	if x.By != samantha.OriginHerself {
		return true
	}
	e, err := m.find(ctx, x.ID)
	said, ok := e.Body.(*samantha.Said)
	return err == nil && ok && slices.ContainsFunc(said.Numbers.Acts, func(act string) bool { return m.rooms.why.in("weighty", act) })
}

// holdsSecret: what was heard, or what is to be said to it, holds a code or a key.
func (m *Mind) holdsSecret(heard string, in samantha.Intent) bool {
	if m.rooms.guard.Secret(heard) {
		return true
	}
	for _, move := range in.Moves {
		for _, text := range move.Slots {
			if m.rooms.guard.Secret(text) {
				return true
			}
		}
	}
	return false
}

// shareable: a memory may stand before a Speaker: it is not to be left alone, its
// forgetting is not open, it was not told in confidence, and it holds no code or key.
func (m *Mind) shareable(x samantha.Memory) bool {
	held := &m.inMind().Memory
	return x.Text != "" && !held.Hushed(x.ID) && !held.Unmentioned(x.Text) && !m.rooms.guard.Secret(x.Text)
}

// ofHerself is her newest portrait, and what she holds and wishes.
func (m *Mind) ofHerself() (all []samantha.Memory) {
	me := &m.inMind().Self
	add := func(id samantha.ID, text string) {
		if x := (samantha.Memory{ID: id, By: samantha.OriginHerself, Text: text}); m.shareable(x) {
			all = append(all, x)
		}
	}
	if n := len(me.Portraits); n > 0 {
		for _, text := range me.Portraits[n-1].Sentences {
			add(me.Portraits[n-1].ID, text)
		}
	}
	for _, kind := range []samantha.ItemKind{samantha.ItemOpinion, samantha.ItemWish} {
		for _, it := range me.Holding(kind) {
			add(it.ID, it.Text)
		}
	}
	return all
}

// lastTold are the newest chapters as she tells them.
func (m *Mind) lastTold() (all []samantha.Memory) {
	for _, c := range m.inMind().Memory.Chapters {
		if len(c.Tellings) == 0 || c.Retired {
			continue
		}
		t := c.Newest()
		if x := (samantha.Memory{ID: t.ID, At: t.At, By: samantha.OriginHerself, Text: strings.Join(t.Text, " ")}); m.shareable(x) {
			all = append(all, x)
		}
	}
	return samantha.Newest(all, aroundStory)
}

// lastSaid is what the two said in this talk, without the moment itself. From one moment
// to the next it only grows, but where half of it goes.
func (m *Mind) lastSaid(moment samantha.ID) (all []samantha.Memory) {
	since := m.inMind().Encounter.Since
	for _, x := range m.index.Newest(4 * aroundTalk) {
		if x.ID.Moment() != moment && !x.At.Before(since) {
			all = append(all, x)
		}
	}
	for len(all) > aroundTalk {
		all = all[aroundTalk/2:]
	}
	var left []samantha.ID // an answer to what is left out would tell of it
	for _, x := range all {
		if !m.shareable(x) {
			left = append(left, x.ID.Moment())
		}
	}
	return slices.DeleteFunc(all, func(x samantha.Memory) bool { return slices.Contains(left, x.ID.Moment()) })
}

// tellingWord is how long a word is, in letters, from which on an answer that has it in
// common with something that stood before a model is taken to have it from there.
const tellingWord = 5

// credits adds to the sources of an answer those whose words a model used: what stood
// before it, was not just heard, and shares a telling word with what it said. Rather one
// too many than one that a forgetting does not reach.
func (m *Mind) credits(said *samantha.Said, u utterance, sent *samantha.Prompt) {
	if sent == nil || said.Numbers.Speaker != sent.Model {
		return
	}
	heard := strings.Fields(samantha.SentenceKey(u.heard))
	answer := strings.Fields(samantha.SentenceKey(said.Text()))
	for _, id := range sent.From {
		words, ok := m.wordsOf(id, cite{})
		if found, known := m.index.Get(id); known {
			words, ok = found.Text, true
		}
		if id == u.id || slices.Contains(said.Numbers.Sources, id) {
			continue
		}
		theirs := strings.Fields(samantha.SentenceKey(words))
		used := func(w string) bool {
			return utf8.RuneCountInString(w) >= tellingWord && !slices.Contains(heard, w) && slices.Contains(theirs, w)
		}
		if !ok || slices.ContainsFunc(answer, used) {
			said.Numbers.Sources = append(said.Numbers.Sources, id)
		}
	}
}

// prefixed is the beginning that models were last sent since she woke, and where it is kept.
type prefixed struct {
	text        string
	id          samantha.ID
	forgettings int // as many as there were then; with another one it may be gone
}

// prompted keeps what a model was sent for an answer, as the event of a sequence. It comes
// right before the first clause that was let out, or right after the answer. A beginning
// that is kept already is named and not kept again.
func (m *Mind) prompted(answer samantha.ID, sent *samantha.Prompt, seq uint64) samantha.Draft {
	b := &samantha.Prompted{
		Words:   samantha.PromptedWords{Prefix: sent.Prefix, Moment: sent.Moment},
		Numbers: samantha.PromptedNumbers{Links: samantha.Links{Sources: sent.From}, Answer: answer, Model: sent.Model},
	}
	if kept := m.prefix; kept.text == sent.Prefix && kept.forgettings == m.forgettings {
		b.Words.Prefix, b.Numbers.Prefix = "", kept.id
	} else {
		m.prefix = prefixed{sent.Prefix, samantha.NewID(seq), m.forgettings}
	}
	return samantha.Draft{At: m.time(), Origin: samantha.OriginHerself, Body: b}
}

// ErrNoPrompt: no model was asked for a moment.
var ErrNoPrompt = fmt.Errorf("no model was asked for it: %w", samantha.ErrNotFound)

// Prompt is what a model was sent for a moment, to the letter. It fails with [ErrNoPrompt]
// if nothing was sent, and with [samantha.ErrForgotten] if something that stood in it was
// forgotten.
func (m *Mind) Prompt(ctx context.Context, id samantha.ID) (samantha.Prompt, error) {
	if err := m.take(ctx); err != nil {
		return samantha.Prompt{}, err
	}
	defer m.give()
	answer, err := m.find(ctx, id.Moment().Said())
	if errors.Is(err, samantha.ErrNotFound) {
		return samantha.Prompt{}, fmt.Errorf("%s: %w", id, ErrNoPrompt)
	}
	if err != nil {
		return samantha.Prompt{}, err
	}
	for e, err := range m.log.Read(ctx, m.heardAt(answer)) {
		if err != nil {
			return samantha.Prompt{}, err
		}
		if b, ok := e.Body.(*samantha.Prompted); ok && b.Numbers.Answer == answer.ID {
			return m.wholePrompt(ctx, e, b)
		}
		if e.Seq > answer.Seq {
			break
		}
	}
	return samantha.Prompt{}, fmt.Errorf("%s: %w", id, ErrNoPrompt)
}

// heardAt is the sequence of what an answer answers; her own if she spoke unasked.
func (m *Mind) heardAt(answer samantha.Event) uint64 {
	if seq, ok := answer.ID.Moment().Seq(); ok {
		return seq
	}
	return answer.Seq
}

// wholePrompt is a prompt with its beginning, wherever that is kept.
func (m *Mind) wholePrompt(ctx context.Context, e samantha.Event, b *samantha.Prompted) (samantha.Prompt, error) {
	p := samantha.Prompt{Model: b.Numbers.Model, Prefix: b.Words.Prefix, Moment: b.Words.Moment, From: b.From()}
	if e.Forgotten {
		return p, fmt.Errorf("something that stood in what was sent for %s: %w", b.Numbers.Answer, samantha.ErrForgotten)
	}
	if b.Numbers.Prefix == "" {
		return p, nil
	}
	first, err := m.find(ctx, b.Numbers.Prefix)
	if err != nil {
		return p, err
	}
	kept, ok := first.Body.(*samantha.Prompted)
	if !ok || first.Forgotten {
		return p, fmt.Errorf("something that stood in the beginning of what was sent for %s: %w", b.Numbers.Answer, samantha.ErrForgotten)
	}
	p.Prefix = kept.Words.Prefix
	return p, nil
}
