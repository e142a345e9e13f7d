package mind

import (
	"context"
	"embed"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"samantha"
)

//go:embed en
var files embed.FS

// explanations are a plain sentence for each act and for each sort of thing that has
// a cause, and the sets of acts that the intent looks at.
type explanations struct {
	acts   map[string]string
	causes map[string]string
	sets   map[string]map[string]bool
}

func readExplanations() (*explanations, error) {
	w := &explanations{acts: map[string]string{}, causes: map[string]string{}, sets: map[string]map[string]bool{}}
	err := errors.Join(
		readPairs("en/why.txt", "|", func(act, sentence string) bool { w.acts[act] = sentence; return true }),
		readPairs("en/causes.txt", "|", func(what, sentence string) bool { w.causes[what] = sentence; return true }),
		readPairs("en/acts.txt", "=", w.readSet),
	)
	if err != nil {
		return nil, fmt.Errorf("mind: %w", err)
	}
	return w, nil
}

// readSet takes a set of acts; false if one of them is none.
func (w *explanations) readSet(name, acts string) bool {
	w.sets[name] = map[string]bool{}
	for _, act := range strings.Fields(acts) {
		w.sets[name][act] = true
		if w.acts[act] == "" {
			return false
		}
	}
	return true
}

// readPairs reads a file of lines with two parts.
func readPairs(file, between string, take func(first, rest string) bool) error {
	text, err := files.ReadFile(file)
	if err != nil {
		return err
	}
	for _, line := range samantha.Lines(file, string(text)) {
		if line.Text == "" {
			continue
		}
		first, rest, ok := strings.Cut(line.Text, between)
		if !ok || !take(strings.TrimSpace(first), strings.TrimSpace(rest)) {
			return line.Bad("want: name %s text, of what there is", between)
		}
	}
	return nil
}

// in reports whether an act is one of a set.
func (w *explanations) in(set, act string) bool { return w.sets[set][act] }

// says is the plain sentence for a sort of thing, its parts filled in: name, value.
func (w *explanations) says(what string, parts ...string) string {
	text := w.causes[what]
	for i := 0; i+1 < len(parts); i += 2 {
		text = strings.ReplaceAll(text, "{"+parts[i]+"}", parts[i+1])
	}
	return text
}

func (x *explanation) says(what string, parts ...string) string {
	return x.m.rooms.why.says(what, parts...)
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
	err = x.event(e)
	if e.Forgotten {
		x.why.Sentence = x.says("forgotten")
	}
	return x.why, err
}

// event explains what an id stands for, by the kind of event that holds it.
func (x *explanation) event(e samantha.Event) error {
	switch b := e.Body.(type) {
	case *samantha.Heard:
		return x.part(e, b)
	case *samantha.Said:
		return x.answer(e, b)
	case *samantha.Corrected:
		x.why.Sentence = x.says("corrected")
		x.step(e.ID, "correction", correction(b))
		return x.sources(b.From())
	case *samantha.Telling:
		x.why.Sentence = x.retold(b)
		x.step(e.ID, "telling", words(e))
		return x.sources(b.From())
	case *samantha.Proposed:
		return x.proposed(e, b)
	case *samantha.Dreamed:
		return x.dream(e, b)
	case *samantha.Night:
		x.night(e, b)
	case *samantha.Thought:
		return x.thought(e, b)
	case *samantha.Shelved:
		x.why.Sentence = x.says("shelved" + either(b.Numbers.Free, ".free", ""))
		x.step(e.ID, "book", b.Words.Title)
	case *samantha.Leafed:
		return x.leafed(e, b)
	case *samantha.Unrecorded:
		x.why.Sentence = x.says("unrecorded")
		x.step(e.ID, "off", e.At.Format(time.RFC3339))
	case *samantha.Avoided:
		x.why.Sentence = x.says("avoided")
		x.step(e.ID, "avoided", words(e))
		return x.sources(b.From())
	case *samantha.Became:
		return x.became(e, b)
	case *samantha.Chose:
		x.why.Sentence = x.says("chose")
		x.step(e.ID, "choice", b.Numbers.Choice+": "+b.Numbers.Value)
	case *samantha.Rang:
		x.why.Sentence = x.says("rang" + either(b.Numbers.Told, ".told", ""))
		return x.sources(events(b.Numbers.Errands))
	default:
		x.why.Sentence = x.says("house")
		x.step(e.ID, string(e.Body.Kind()), e.At.Format(time.RFC3339))
	}
	return nil
}

// explanation gathers the steps of one why.
type explanation struct {
	m   *Mind
	ctx context.Context
	why Why
}

func (x *explanation) step(id samantha.ID, kind, text string) {
	x.why.Record = append(x.why.Record, Step{id, kind, text})
}

// retold says why a chapter was told, or told again.
func (x *explanation) retold(b *samantha.Telling) string {
	if why := x.m.rooms.lore.Reason(b.Numbers.Why); why != "" {
		return x.says("told.again", "why", why)
	}
	return x.says("told")
}

// proposed explains what a model took from a memory.
func (x *explanation) proposed(e samantha.Event, b *samantha.Proposed) error {
	for i, f := range b.Words.Facts {
		x.step(e.ID.Part("fact", i+1), "fact", factLine(f))
	}
	kind := "proposed"
	for i, t := range b.Words.Threads {
		kind = "proposed.thread"
		x.thread(e.ID.Part("thread", i+1), t)
	}
	if r := b.Words.Reading; r != nil {
		kind = "proposed.reading"
		x.step(e.ID, "reading", readBy(*r, b.Numbers.Model))
	}
	x.why.Sentence = x.says(kind, "model", b.Numbers.Model)
	return x.sources(b.From())
}

// readBy is a reading that is a model's.
func readBy(r samantha.Reading, model string) string {
	return fmt.Sprintf("%s, %.2f sure; by %s", r.Emotion, r.Confidence, model)
}

// correction is what was put right: a fact, or a chapter in the person's words.
func correction(b *samantha.Corrected) string {
	if b.Numbers.Telling {
		return b.Words.Fact.Quote
	}
	return factLine(b.Words.Fact)
}

func factLine(f samantha.Fact) string { return fmt.Sprintf("%s, %s: %s", f.Of, f.Slot, f.Value) }

// moment explains a moment as a whole, by its answer.
func (x *explanation) moment(e samantha.Event, b *samantha.Heard) error {
	x.why.Sentence = x.sentence(x.m.worded(b.Words.Intent, b.Words.Text))
	if e.Forgotten {
		x.why.Sentence = x.says("forgotten")
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
		said := x.m.rooms.why.acts[move.Act]
		for slot, value := range move.Slots {
			said = strings.ReplaceAll(said, "{"+slot+"}", value)
		}
		if said != "" && (i == 0 || x.m.rooms.why.in("by-the-way", move.Act)) {
			s = append(s, said)
		}
	}
	if len(s) == 0 {
		return x.says("nothing")
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
	if g, ok := x.m.state.Memory.Guessed(e.ID); ok {
		x.step(g.ID, "reading", readBy(g.Reading, g.Model))
	}
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
	x.speaker(e, b.Numbers)
	x.repertoire(b.Numbers.Used)
	for _, c := range b.Words.Guard {
		if c.Clause == 0 {
			x.step(e.ID, "guard", fmt.Sprintf("a clause was left out before it was heard (%s)", c.Rule))
			continue
		}
		x.step(e.ID, "guard", fmt.Sprintf("clause %d was replaced before it was heard (%s)", c.Clause, c.Rule))
	}
}

// speaker says who found the words, where a model was there.
func (x *explanation) speaker(e samantha.Event, n samantha.SaidNumbers) {
	switch h := n.Handed; {
	case h.From == "" && len(n.Lines) == 0 && len(n.Acts) > 0 && n.Acts[0] != samantha.DoSilence:
		x.step(e.ID, "speaker", x.says("speaker.model", "model", n.Speaker))
	case h.From != "" && h.Clause == 0:
		x.step(e.ID, "speaker", x.says("speaker.cut", "model", h.From, "why", x.says("handed."+h.Why)))
	case h.From != "":
		x.step(e.ID, "speaker", x.says("speaker.net", "model", h.From, "why", x.says("handed."+h.Why)))
	}
}

// sources lists the memories whose words were used.
func (x *explanation) sources(ids []samantha.ID) error {
	for _, id := range ids {
		e, err := x.m.find(x.ctx, id)
		if err != nil {
			return err
		}
		from := fmt.Sprintf("%s %q", e.At.In(location(x.m.state.Zone)).Format("2006-01-02 15:04"), words(e))
		if b, ok := e.Body.(*samantha.Proposed); ok {
			from += " (a model took it: " + b.Numbers.Model + ")"
		}
		x.step(id, "from", from)
	}
	return nil
}

func without(ids []samantha.ID, id samantha.ID) []samantha.ID {
	return slices.DeleteFunc(slices.Clone(ids), func(other samantha.ID) bool { return other == id })
}
