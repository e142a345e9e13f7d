package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	"samantha"
	"samantha/internal/senses"
)

func sayVerb() verb {
	return verb{
		name: "say", args: "TEXT", says: "say one thing to her; the reply comes on stdout",
		more: "  TEXT - is read from stdin. --json has the reply with everything behind it.\n" +
			"  --wav FILE writes the reply as sound, too.",
		least: 1, most: -1, flags: []string{"face-id", "wav"}, ready: readyToSay, run: say,
	}
}

// replied is `say --json`.
type replied struct {
	ID       samantha.ID      `json:"id"`
	Reply    string           `json:"reply"`
	Intent   string           `json:"intent"`
	Reading  samantha.Reading `json:"reading"`
	Felt     []feltLine       `json:"felt"`
	Mood     samantha.Mood    `json:"mood"`
	Recalled []recalledLine   `json:"recalled"`
	Care     careLine         `json:"care"`
	Card     string           `json:"card,omitempty"` // whom to call, while somebody is in danger
	Speaker  string           `json:"speaker"`
	MS       tookLine         `json:"ms"`
	Sound    *soundLine       `json:"sound,omitempty"`    // --wav
	Partial  bool             `json:"partial,omitempty"`  // recall searched the newest memories only
	Repeated bool             `json:"repeated,omitempty"` // answered before
	Unsaved  bool             `json:"unsaved,omitempty"`  // not on disk
	Off      bool             `json:"off_record,omitempty"`
	Opens    samantha.Opening `json:"opens,omitzero"` // a page
}

type feltLine struct {
	ID        samantha.ID      `json:"id"`
	Emotion   samantha.Emotion `json:"emotion"`
	Intensity float64          `json:"intensity"`
	Because   string           `json:"because"`
}

type recalledLine struct {
	ID    samantha.ID `json:"id"`
	At    time.Time   `json:"at"`
	Text  string      `json:"text"`
	Score float64     `json:"score"`
}

type careLine struct {
	Level int `json:"level"`
}

type tookLine struct {
	Think       float64 `json:"think"`
	FirstClause float64 `json:"first_clause"`
	Fsync       float64 `json:"fsync"`
	Total       float64 `json:"total"`
}

func say(ctx context.Context, c *call, a *app) error {
	text, err := senses.Listenable(c.text(0))
	if err != nil {
		return err
	}
	if err := c.warmed(ctx, a); err != nil {
		return err
	}
	r, err := a.mind(ctx, c.as)
	if err != nil {
		return err
	}
	stream := clauses(c.out)
	if c.json {
		stream = func(samantha.Clause) error { return nil }
	}
	if err := r.mind.MakeUp(ctx); err != nil {
		return err
	}
	note, err := r.once(ctx)
	if err != nil {
		return err
	}
	reply, err := r.mind.Hear(ctx, samantha.Utterance{
		Text: text, Origin: samantha.OriginPerson, FaceID: c.faceID, Zone: c.zone,
	}, stream)
	if err = errors.Join(err, note()); err != nil {
		return err
	}
	doc := document(reply, r.mind.Because)
	var unheard error
	if c.wav != "" {
		doc.Sound, unheard = aloud(ctx, a.mouth, reply.Said, string(c.wav))
	}
	if doc.Card, err = r.mind.InDanger(ctx); err != nil {
		return err
	}
	if c.json {
		err = c.print(doc, nil)
	} else {
		err = c.pin(ctx, r.mind, c.out)
		fmt.Fprintln(c.out)
	}
	c.pointOut(ctx, r.mind, reply.Said.Numbers.Opens)
	if err == nil && reply.Unsaved {
		err = fmt.Errorf("the disk would not take this; it is lost when she sleeps: %w", samantha.ErrUnsaved)
	}
	return errors.Join(err, unheard)
}

// readyToSay reads what is to be said to her, and sees that a file for the
// sound can be written.
func readyToSay(ctx context.Context, c *call) error {
	if err := c.wav.writable(); err != nil {
		return err
	}
	return readUtterance(ctx, c)
}

// readUtterance reads what is to be said to her, if it comes from stdin.
func readUtterance(ctx context.Context, c *call) error {
	text := c.text(0)
	if text == "-" {
		all, err := typedIn(ctx, func() (string, error) {
			all, err := io.ReadAll(io.LimitReader(c.in, 2*maxUtterance))
			return string(all), err
		})
		if err != nil {
			return fmt.Errorf("read what to say: %w", err)
		}
		text = all
	}
	text, err := senses.Listenable(text)
	c.args = []string{text}
	return err
}

// typedIn is what read gets from the person. It waits no longer than ctx
// lasts, and then leaves the read behind: it cannot be called back, and the
// program is about to end.
func typedIn(ctx context.Context, read func() (string, error)) (string, error) {
	type got struct {
		text string
		err  error
	}
	typed := make(chan got, 1)
	go func() {
		text, err := read()
		typed <- got{text, err}
	}()
	select {
	case g := <-typed:
		return g.text, g.err
	case <-ctx.Done():
		return "", context.Cause(ctx)
	}
}

// maxUtterance is the longest thing she listens to at once, in bytes.
const maxUtterance = senses.MaxUtterance

// clauses writes each clause as it comes, with one space between.
func clauses(w io.Writer) func(samantha.Clause) error {
	first := true
	return func(cl samantha.Clause) error {
		space := " "
		if first {
			space, first = "", false
		}
		_, err := io.WriteString(w, space+cl.Text)
		return err
	}
}

// document is a reply with everything behind it.
func document(r samantha.Reply, because func(samantha.Feeling) string) replied {
	n := r.Heard.Numbers
	d := replied{
		ID: r.ID, Reply: r.Text, Intent: r.Heard.Words.Intent.Act(), Reading: n.Reading,
		Felt: []feltLine{}, Mood: n.Mood, Recalled: []recalledLine{}, Care: careLine{n.Care.Level},
		Speaker: r.Said.Numbers.Speaker, Partial: r.Partial, Repeated: r.Repeated, Unsaved: r.Unsaved, Off: r.OffRecord, Opens: r.Said.Numbers.Opens,
		MS: tookLine{ms(r.Took.Think), ms(r.Took.FirstClause), ms(r.Took.Fsync), ms(r.Took.Total)},
	}
	for i, f := range n.Felt {
		d.Felt = append(d.Felt, feltLine{r.ID.Part("felt", i+1), f.Emotion, f.Intensity, because(f)})
	}
	scores := map[samantha.ID]float64{}
	for _, rec := range n.Recalled {
		scores[rec.ID] = rec.Score
	}
	for _, m := range r.Recalled {
		d.Recalled = append(d.Recalled, recalledLine{m.ID, m.At, m.Text, scores[m.ID]})
	}
	return d
}

func ms(d time.Duration) float64 { return samantha.Round(float64(d.Microseconds()) / 1000) }
