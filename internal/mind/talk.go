package mind

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"samantha"
)

// Exchange is one moment as it is needed a little later.
type Exchange struct {
	ID     samantha.ID      `json:"id"`
	At     time.Time        `json:"at"`
	Answer string           `json:"answer,omitempty"`
	Act    string           `json:"act"`
	Kind   string           `json:"kind,omitempty"`   // of a telling, what stood out in it (hearing/en/frames.txt)
	React  string           `json:"react,omitempty"`  // the short reaction it was answered with (mind/feeling/reaction.go)
	Struck bool             `json:"struck,omitempty"` // it gave back what struck her
	Grave  bool             `json:"grave,omitempty"`  // something hard was told, or quiet was asked for
	Sorrow bool             `json:"sorrow,omitempty"` // a death, a wish for quiet, worry for a life: it stays in the room for longer
	From   []samantha.ID    `json:"from,omitempty"`   // memories the answer used
	Given  samantha.ID      `json:"given,omitempty"`  // the fact it gave back
	Doubt  samantha.ID      `json:"doubt,omitempty"`  // the fact of which the answer asked whether it holds
	Felt   string           `json:"felt,omitempty"`   // the feeling it named, or "none"
	Wonder string           `json:"wonder,omitempty"` // the question of her own that it told
	Read   samantha.Emotion `json:"read,omitempty"`   // how they seemed, if she was sure
	Tells  bool             `json:"tells,omitempty"`  // something was told
	Terse  bool             `json:"terse,omitempty"`  // in a word or three
	Detail string           `json:"detail,omitempty"`
	Echo   bool             `json:"echo,omitempty"`   // the answer gave the detail back
	Asks   bool             `json:"asks,omitempty"`   // the answer asked something
	Enough bool             `json:"enough,omitempty"` // they had enough of her questions
	Messy  bool             `json:"messy,omitempty"`  // it had a second thought, or two feelings
	Chose  bool             `json:"chose,omitempty"`  // it took a side, or gave a small opinion
	Two    bool             `json:"two,omitempty"`    // it asked between which two
	Leant  bool             `json:"leant,omitempty"`  // the answer told which way she leans
	Became bool             `json:"became,omitempty"` // or how she has changed
	Next   samantha.ID      `json:"next,omitempty"`   // the piece of the story that comes after the one she told
	All    bool             `json:"all,omitempty"`    // and after this chapter the next one
	Story  samantha.ID      `json:"story,omitempty"`  // the telling that she told of, the first of several
	Game   *Game            `json:"game,omitempty"`   // where a game stands
}

// exchange is what of a moment is needed a little later.
func exchange(e samantha.Event, b *samantha.Heard) Exchange {
	in, h := b.Words.Intent, b.Words.Hearing
	x := Exchange{
		ID: e.ID, At: e.At, Act: in.Act(),
		Grave:  grave(h, b.Numbers.Reading, b.Numbers.Care) || in.Act() == samantha.DoMourn,
		Sorrow: h.Has("tell.loss") || h.Has("quiet") || b.Numbers.Care.Level > 0,
		Tells:  tellsMore(h), Terse: terse(b.Words.Text), Detail: h.Detail,
	}
	if r := b.Numbers.Reading; r.Emotion != samantha.Unsure {
		x.Read = r.Emotion
	}
	for _, m := range in.Moves {
		x.means(m)
	}
	for i, f := range b.Words.Facts {
		if f.Doubt != "" && in.Act() == samantha.DoDiffers {
			x.Doubt = e.ID.Part("fact", i+1)
		}
	}
	return x
}

// means adds what one move of hers was about.
func (x *Exchange) means(m samantha.Move) {
	x.From = append(x.From, m.From...)
	if id, ok := m.Recall["fact"]; ok {
		x.Given = id
	}
	if felt := m.Slots["felt"]; felt != "" {
		x.Felt = felt
	}
	switch m.Act {
	case samantha.DoRemark:
		x.Kind = m.Slots["kind"]
	case samantha.DoTwenty:
		x.Game = &Game{m.Slots["sort"], m.Slots["key"], m.Slots["found"], m.Slots["learned"]}
	case samantha.DoGoesOn:
		x.React, x.Struck = m.Slots["react"], x.Struck || m.Slots["struck"] != ""
	}
	x.Messy = x.Messy || m.Act == samantha.DoRethink || m.Act == samantha.DoMixed
	switch m.Act {
	case samantha.DoMend:
		x.Enough = hadEnough(m.Slots["kind"])
	case samantha.DoWonder:
		x.Wonder = m.Slots["name"]
	case samantha.DoLeans:
		x.Leant = true
	case samantha.DoSides:
		x.Chose = true
	case samantha.DoSmall:
		x.Enough = m.Slots["sort"] == "noask"
		x.Chose = !chorus(m.Slots["sort"])
	case samantha.DoPicks:
		x.Chose, x.Two = m.Slots["one"] != "", m.Slots["one"] == ""
	case samantha.DoAdvice:
		x.Two = m.Slots["what"] == "" && m.Slots["about"] == ""
	case samantha.DoChangedHer:
		x.Became = true
	}
	if m.Act == samantha.DoStory || m.Act == samantha.DoRetold {
		x.Next, x.All = samantha.ID(m.Slots["more"]), m.Slots["all"] != ""
	}
	if x.Story == "" && (m.Act == samantha.DoStory || m.Act == samantha.DoRetold) {
		x.Story = cmp.Or(m.Recall["text"], m.Recall["now"]).Event()
	}
}

// Spoken is an answer of hers and the lines it was made of.
type Spoken struct {
	Moment int         `json:"moment"`
	ID     samantha.ID `json:"id"`
	Lines  []string    `json:"lines,omitempty"`
	Text   string      `json:"text,omitempty"`

	// Worked out when first asked for; nil: not yet.
	long []string
}

// longSentences are the keys of its long sentences.
func (p *Spoken) longSentences() []string {
	if p.long == nil {
		p.long = append([]string{}, samantha.LongSentences(p.Text)...) // none is known, too
	}
	return p.long
}

// answered keeps her answer for a while, to say it again if she is asked to.
func (s *State) answered(id samantha.ID, text string) {
	for i := range s.Talk {
		if s.Talk[i].ID == id.Moment() {
			x := &s.Talk[i]
			x.Answer, x.Asks, x.Echo = text, strings.Contains(text, "?"), gives(text, x.Detail)
		}
	}
}

// tellsMore: something was told, beyond the person's name.
func tellsMore(h samantha.Hearing) bool {
	return slices.ContainsFunc(h.Acts, func(a samantha.Act) bool { return under(a.Kind, "tell") && a.Kind != "tell.name" })
}

// gives reports whether a text gives a particular thing back, articles apart.
func gives(text, detail string) bool {
	words := strings.Fields(samantha.SentenceKey(detail))
	if len(words) > 1 {
		words = words[1:]
	}
	return len(words) > 0 && strings.Contains(" "+samantha.SentenceKey(text)+" ", " "+strings.Join(words, " ")+" ")
}

// terse: a word or three.
func terse(text string) bool {
	words := 0
	for range strings.FieldsSeq(text) {
		if words++; words > 3 {
			return false
		}
	}
	return true
}

// stale: she may say it again.
func (s *State) stale(p Spoken) bool { return p.Moment <= s.Moments-varietyMoments }

// variety is what must be avoided of what she said last, and the answers it is of, by their
// places.
type variety struct {
	lines, sentences []string
	from, to         int
}

// lines and sentences are what variety must avoid: those of the last two
// hundred moments. What came since is added and what is stale let go of; the lists are hers,
// to be read and not changed.
func (s *State) lines() (lines, sentences []string) {
	v := &s.variety
	for ; v.to < len(s.Spoken); v.to++ {
		p := &s.Spoken[v.to]
		v.lines, v.sentences = append(v.lines, p.Lines...), append(v.sentences, p.longSentences()...)
	}
	for ; v.from < v.to && s.stale(s.Spoken[v.from]); v.from++ {
		p := &s.Spoken[v.from]
		v.lines, v.sentences = v.lines[len(p.Lines):], v.sentences[len(p.longSentences()):]
	}
	return slices.Clip(v.lines), slices.Clip(v.sentences)
}
