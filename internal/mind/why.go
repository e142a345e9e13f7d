package mind

import (
	"cmp"
	"context"
	"embed"
	"fmt"
	"slices"
	"strings"
	"time"

	"samantha"
	"samantha/internal/mind/feeling"
)

//go:embed en
var files embed.FS

// explanations are a plain sentence for each act.
type explanations map[string]string

func readExplanations() (explanations, error) {
	text, err := files.ReadFile("en/why.txt")
	if err != nil {
		return nil, fmt.Errorf("mind: %w", err)
	}
	why := explanations{}
	for _, line := range samantha.Lines("en/why.txt", string(text)) {
		if line.Text == "" {
			continue
		}
		act, sentence, ok := strings.Cut(line.Text, "|")
		if !ok {
			return nil, fmt.Errorf("mind: %w", line.Bad("want: act | sentence"))
		}
		why[strings.TrimSpace(act)] = strings.TrimSpace(sentence)
	}
	return why, nil
}

// Why is the chain behind something: a plain sentence first, then the record.
type Why struct {
	ID       samantha.ID `json:"id"`
	Sentence string      `json:"sentence"`
	Record   []Step      `json:"record"`
}

// Step is one line of the record behind something.
type Step struct {
	ID   samantha.ID `json:"id"`
	Kind string      `json:"kind"` // heard, said, reading, felt, recalled, fact, intent, line, guard, from
	Text string      `json:"text"`
}

// Why folds the chain from a reply, a feeling or a fact back to the words it
// came from. It reads the log, never prose that was logged.
func (m *Mind) Why(ctx context.Context, id samantha.ID) (Why, error) {
	if err := m.take(ctx); err != nil {
		return Why{}, err
	}
	defer m.give()
	e, err := m.find(ctx, id.Event())
	if err != nil {
		return Why{}, err
	}
	x := explanation{m: m, ctx: ctx, why: Why{ID: id}}
	switch b := e.Body.(type) {
	case *samantha.Heard:
		err = x.part(e, b)
	case *samantha.Said:
		err = x.answer(e, b)
	case *samantha.Corrected:
		x.why.Sentence = "You put it right."
		x.step(e.ID, "correction", correction(b))
		err = x.sources(b.From())
	case *samantha.Telling:
		x.why.Sentence = x.retold(b)
		x.step(e.ID, "telling", words(e))
		err = x.sources(b.From())
	case *samantha.Proposed:
		x.why.Sentence = "You did not say it in so many words; a model took it from this, and I checked that it stands there."
		for i, f := range b.Words.Facts {
			x.step(e.ID.Part("fact", i+1), "fact", factLine(f))
		}
		err = x.sources(b.From())
	case *samantha.Dreamed:
		err = x.dream(e, b)
	case *samantha.Night:
		x.night(e, b)
	case *samantha.Thought:
		err = x.thought(e, b)
	case *samantha.Shelved:
		x.why.Sentence = either(b.Numbers.Free, "It lay on this machine, free to read, and you put it on my shelf.", "You put it on my shelf.")
		x.step(e.ID, "book", b.Words.Title)
	case *samantha.Leafed:
		err = x.leafed(e, b)
	case *samantha.Unrecorded:
		x.why.Sentence = "You asked me to keep nothing of that; I know that we spoke, and when."
		x.step(e.ID, "off", e.At.Format(time.RFC3339))
	case *samantha.Avoided:
		x.why.Sentence = "You asked me never to bring that up."
		x.step(e.ID, "avoided", words(e))
		err = x.sources(b.From())
	case *samantha.Became:
		err = x.became(e, b)
	case *samantha.Chose:
		x.why.Sentence = "You chose that."
		x.step(e.ID, "choice", b.Numbers.Choice+": "+b.Numbers.Value)
	case *samantha.Rang:
		x.why.Sentence = either(b.Numbers.Told, "It was due, nobody was here, and I told you afterwards.", "It was due, and you had asked me to ring.")
		err = x.sources(events(b.Numbers.Errands))
	default:
		x.why.Sentence = "That is a note of the house, no word of ours."
		x.step(e.ID, string(e.Body.Kind()), e.At.Format(time.RFC3339))
	}
	if e.Forgotten {
		x.why.Sentence = forgottenSentence
	}
	return x.why, err
}

// forgottenSentence is all she can say of what was forgotten.
const forgottenSentence = "You asked me to forget it; the words are gone, and I can't look behind them."

// explanation gathers the steps of one why.
type explanation struct {
	m   *Mind
	ctx context.Context
	why Why
}

func (x *explanation) step(id samantha.ID, kind, text string) {
	x.why.Record = append(x.why.Record, Step{id, kind, text})
}

// part explains a moment, or the part of it that was asked about.
func (x *explanation) part(e samantha.Event, b *samantha.Heard) error {
	if !x.why.ID.IsPart() {
		return x.moment(e, b)
	}
	fields := strings.Split(string(x.why.ID), ".")
	for i, f := range b.Numbers.Felt {
		if e.ID.Part("felt", i+1) == x.why.ID {
			x.feeling(e, i, f)
			x.righted(e.ID)
			return x.sources([]samantha.ID{e.ID})
		}
	}
	for i, f := range b.Words.Facts {
		if e.ID.Part("fact", i+1) == x.why.ID {
			x.why.Sentence = fmt.Sprintf("You said: %q.", f.Quote)
			x.righted(e.ID)
			return x.fact(e, f)
		}
	}
	for i, t := range b.Words.Threads {
		if e.ID.Part("thread", i+1) == x.why.ID {
			x.thread(x.why.ID, t)
			x.righted(e.ID)
			return x.sources([]samantha.ID{e.ID})
		}
	}
	for i, w := range b.Numbers.Wonders {
		if e.ID.Part("wonder", i+1) == x.why.ID {
			x.wonder(w)
			return x.sources([]samantha.ID{e.ID})
		}
	}
	for i, k := range b.Words.Errands {
		if e.ID.Part("errand", i+1) == x.why.ID {
			x.why.Sentence = "You asked me to keep it."
			x.step(x.why.ID, string(k.Kind), k.What)
			return x.sources([]samantha.ID{e.ID})
		}
	}
	for i, a := range b.Words.Avoids {
		if e.ID.Part("avoid", i+1) == x.why.ID {
			x.why.Sentence = "You asked me never to bring that up."
			like, _ := x.m.state.Memory.Words(a.Like)
			x.step(x.why.ID, "avoided", cmp.Or(a.What, like))
			return x.sources([]samantha.ID{e.ID})
		}
	}
	if x.bond(e, b) {
		return x.sources([]samantha.ID{e.ID})
	}
	for i, m := range b.Words.Hearing.People {
		if e.ID.Part("person", i+1) == x.why.ID {
			x.why.Sentence = "You spoke of them here."
			x.step(x.why.ID, "person", strings.Join(strings.Fields(m.Name+" "+m.Relation+" "+m.As), " "))
			return x.sources([]samantha.ID{e.ID})
		}
	}
	if e.Forgotten {
		return nil
	}
	return fmt.Errorf("%s has no %s: %w", e.ID, strings.Join(fields[1:], "."), samantha.ErrNotFound)
}

// retold says why a chapter was told, or told again.
func (x *explanation) retold(b *samantha.Telling) string {
	if why := x.m.rooms.lore.Reason(b.Numbers.Why); why != "" {
		return "I told it again because " + why + "."
	}
	return "I made a chapter of these, because they belong together."
}

// correction is what was put right: a fact, or a chapter in the person's words.
func correction(b *samantha.Corrected) string {
	if b.Numbers.Telling {
		return b.Words.Fact.Quote
	}
	return factLine(b.Words.Fact)
}

// righted says so if something in the moment was put right since.
func (x *explanation) righted(moment samantha.ID) {
	f, ok := x.m.state.Memory.Rights(moment)
	if !ok {
		return
	}
	x.why.Sentence += " You put something in it right since."
	x.step(f.ID, "correction", factLine(f.Fact))
}

// fact explains one fact: what it says, and beside its own memory that of the
// fact it carries on or contradicts.
func (x *explanation) fact(e samantha.Event, f samantha.Fact) error {
	from := []samantha.ID{e.ID}
	if held, ok := x.m.state.Memory.Fact(x.why.ID); ok {
		f = held.Fact
	}
	x.step(x.why.ID, "fact", factLine(f))
	for _, id := range []samantha.ID{f.Like, f.Doubt} {
		if before, ok := x.m.state.Memory.Fact(id); ok {
			x.step(id, "fact", factLine(before.Fact))
			from = append(from, id.Event())
		}
	}
	return x.sources(from)
}

func factLine(f samantha.Fact) string { return fmt.Sprintf("%s, %s: %s", f.Of, f.Slot, f.Value) }

// moment explains a moment as a whole, by its answer.
func (x *explanation) moment(e samantha.Event, b *samantha.Heard) error {
	x.why.Sentence = x.sentence(x.m.worded(b.Words.Intent, b.Words.Text))
	if e.Forgotten {
		x.why.Sentence = forgottenSentence
	}
	x.righted(e.ID)
	x.step(e.ID, "heard", words(e))
	x.considered(e, b)
	answer, err := x.m.find(x.ctx, e.ID.Said())
	if err != nil {
		return nil // no answer yet: the moment stands alone
	}
	if said, ok := answer.Body.(*samantha.Said); ok {
		x.said(answer, said)
		return x.sources(without(said.From(), e.ID))
	}
	return nil
}

// answer explains an answer: the moment it belongs to, and its words.
func (x *explanation) answer(e samantha.Event, b *samantha.Said) error {
	heard, err := x.m.find(x.ctx, e.ID.Moment())
	if err != nil || heard.ID == e.ID {
		x.why.Sentence = x.sentence(unasked(b.Numbers.Acts))
		x.said(e, b)
		return x.sources(b.From())
	}
	if h, ok := heard.Body.(*samantha.Heard); ok {
		return x.moment(heard, h)
	}
	return nil
}

// unasked is what she meant with words that answer nothing.
func unasked(acts []string) samantha.Intent {
	var in samantha.Intent
	for _, act := range acts {
		in.Moves = append(in.Moves, samantha.Move{Act: act})
	}
	return in
}

// sentence is the plain one: of the move that the moment was for, and of what she
// came back to or called back in it, if there was any.
func (x *explanation) sentence(in samantha.Intent) string {
	var s []string
	for i, move := range in.Moves {
		said := x.m.rooms.why[move.Act]
		for slot, value := range move.Slots {
			said = strings.ReplaceAll(said, "{"+slot+"}", value)
		}
		if (i == 0 || move.Act == samantha.DoCall || move.Act == samantha.DoBack || move.Act == samantha.DoStir || move.Act == samantha.DoJoke || move.Act == samantha.DoOpine) && said != "" {
			s = append(s, said)
		}
	}
	if len(s) == 0 {
		return "There was nothing I meant to say."
	}
	return strings.Join(s, " ")
}

// considered lists what was made of the words, step by step.
func (x *explanation) considered(e samantha.Event, b *samantha.Heard) {
	for _, a := range b.Words.Hearing.Acts {
		x.step(e.ID, "act", fmt.Sprintf("%s: %q", a.Kind, a.Text))
	}
	r := b.Numbers.Reading
	x.step(e.ID, "reading", fmt.Sprintf("%s, %.2f sure; valence %+.2f, arousal %.2f, dominance %+.2f", r.Emotion, r.Confidence, r.Valence, r.Arousal, r.Dominance))
	if b.Numbers.Care.Level > 0 {
		x.step(e.ID, "care", fmt.Sprintf("level %d (%s)", b.Numbers.Care.Level, b.Numbers.Care.Rule))
	}
	for i, f := range b.Words.Facts {
		x.step(e.ID.Part("fact", i+1), "fact", factLine(f))
	}
	for i, f := range b.Numbers.Felt {
		x.step(e.ID.Part("felt", i+1), "felt", x.m.rooms.heart.Record(keptAt(e, i, f), e.At))
	}
	x.befell(e, b.Numbers.Since)
	for i, w := range b.Numbers.Wonders {
		x.step(e.ID.Part("wonder", i+1), "wonder", strings.TrimSpace(w.Question+" "+w.Step))
	}
	mood := b.Numbers.Mood
	x.step(e.ID, "mood", fmt.Sprintf("pleasure %+.2f, arousal %+.2f, dominance %+.2f", mood.P, mood.A, mood.D))
	x.bonding(e)
	if n := b.Numbers.Naming; n != nil {
		x.step(e.ID, "name", x.naming(*n))
	}
	in := x.m.worded(b.Words.Intent, b.Words.Text)
	for _, move := range in.Moves {
		x.step(e.ID, "intent", move.Act+slotLine(move.Slots))
	}
}

// naming tells the rule's choice, the word that weighed, and the runners-up.
func (x *explanation) naming(n samantha.Naming) string {
	by := "a leaning of her own"
	if word, ok := x.m.state.Memory.Words(n.By); ok {
		by = fmt.Sprintf("the sounds of %q and a leaning of her own", word)
	}
	return fmt.Sprintf("%s, by %s; next would have been %s", n.Name, by, strings.Join(n.RunnersUp, ", "))
}

func slotLine(slots map[string]string) string {
	var names []string
	for name := range slots {
		names = append(names, name)
	}
	slices.Sort(names)
	line := ""
	for _, name := range names {
		line += fmt.Sprintf(" %s=%q", name, slots[name])
	}
	return line
}

// said lists the words and where they came from.
func (x *explanation) said(e samantha.Event, b *samantha.Said) {
	x.step(e.ID, "said", words(e))
	if len(b.Numbers.Lines) > 0 {
		x.step(e.ID, "lines", fmt.Sprintf("%s %d: %s", b.Numbers.Speaker, b.Numbers.Version, strings.Join(b.Numbers.Lines, ", ")))
	}
	x.repertoire(b.Numbers.Used)
	for _, c := range b.Words.Guard {
		x.step(e.ID, "guard", fmt.Sprintf("clause %d was replaced before it was heard (%s)", c.Clause, c.Rule))
	}
}

// feeling explains one feeling of hers.
func (x *explanation) feeling(e samantha.Event, i int, f samantha.Feeling) {
	kept := keptAt(e, i, f)
	for _, k := range x.m.state.Heart.Felt {
		if k.ID == kept.ID {
			kept.HalfLife, kept.Dwells = k.HalfLife, k.Dwells // she may have stopped going back to it
			break
		}
	}
	now := x.m.clock.Now()
	x.why.Sentence = x.m.rooms.heart.Sentence(kept, now)
	x.step(kept.ID, "felt", x.m.rooms.heart.Record(kept, now))
	for _, k := range x.m.state.Heart.Felt {
		if k.ID == kept.ID && k.Arose > 0 {
			x.step(kept.ID, "softened", fmt.Sprintf("by nights: %.3f -> %.3f of what it was when it arose", k.Arose, k.Intensity))
		}
	}
}

// sources lists the memories whose words were used.
func (x *explanation) sources(ids []samantha.ID) error {
	for _, id := range ids {
		e, err := x.m.find(x.ctx, id)
		if err != nil {
			return err
		}
		x.step(id, "from", fmt.Sprintf("%s %q", e.At.In(location(x.m.state.Zone)).Format("2006-01-02 15:04"), words(e)))
	}
	return nil
}

func without(ids []samantha.ID, id samantha.ID) []samantha.ID {
	return slices.DeleteFunc(slices.Clone(ids), func(other samantha.ID) bool { return other == id })
}

func keptAt(e samantha.Event, i int, f samantha.Feeling) feeling.Kept {
	return feeling.Kept{ID: e.ID.Part("felt", i+1), At: e.At, Feeling: f}
}

func keptNow(f samantha.Feeling) feeling.Kept { return feeling.Kept{Feeling: f} }
