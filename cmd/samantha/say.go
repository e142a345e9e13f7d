package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"samantha"
	"samantha/internal/face/serve"
)

func sayVerb() verb {
	return verb{
		name: "say", args: "TEXT", says: "say one thing to her; the reply comes on stdout",
		more:  "  TEXT - is read from stdin. --json has the reply with everything behind it.",
		least: 1, most: -1, flags: []string{"face-id"}, run: say, remote: sayRemotely,
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
	Speaker  string           `json:"speaker"`
	MS       tookLine         `json:"ms"`
	Partial  bool             `json:"partial,omitempty"`  // recall searched the newest memories only
	Repeated bool             `json:"repeated,omitempty"` // answered before
	Unsaved  bool             `json:"unsaved,omitempty"`  // not on disk
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
	r, err := a.mind(ctx, c.as)
	if err != nil {
		return err
	}
	text, err := c.utterance()
	if err != nil {
		return err
	}
	stream := clauses(c.out)
	if c.json {
		stream = func(samantha.Clause) error { return nil }
	}
	reply, err := r.mind.Hear(ctx, samantha.Utterance{
		Text: text, Origin: samantha.OriginPerson, FaceID: c.faceID, Zone: zone(),
	}, stream)
	if err != nil {
		return err
	}
	if c.json {
		err = c.print(document(reply, r.mind.Because), nil)
	} else {
		fmt.Fprintln(c.out)
	}
	if err == nil && reply.Unsaved {
		return fmt.Errorf("the disk would not take this; it is lost when she sleeps: %w", samantha.ErrUnsaved)
	}
	return err
}

// utterance is what is to be said to her.
func (c *call) utterance() (string, error) {
	text := c.text(0)
	if text == "-" {
		all, err := io.ReadAll(io.LimitReader(c.in, maxUtterance+1))
		if err != nil {
			return "", fmt.Errorf("read what to say: %w", err)
		}
		text = string(all)
	}
	text = strings.TrimSpace(text)
	if text == "" {
		return "", fmt.Errorf("there is nothing to say: %w", samantha.ErrInvalid)
	}
	if len(text) > maxUtterance {
		return "", fmt.Errorf("that is %d bytes at once; she listens to %d: %w", len(text), maxUtterance, samantha.ErrInvalid)
	}
	return strings.ToValidUTF8(text, "\uFFFD"), nil
}

// maxUtterance is the longest thing she listens to at once, in bytes.
const maxUtterance = 64 << 10

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
		Speaker: r.Said.Numbers.Speaker, Partial: r.Partial, Repeated: r.Repeated, Unsaved: r.Unsaved,
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

// stdinIsTerminal: somebody types.
func stdinIsTerminal(in io.Reader) bool {
	f, ok := in.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// sayRemotely hands an utterance to the process that is awake; what comes from
// stdin is read here.
func sayRemotely(ctx context.Context, c *call, to serve.Client) (int, error) {
	text, err := c.utterance()
	if err != nil {
		return 0, err
	}
	return to.Verb(ctx, serve.Call{Args: c.saying(text, c.faceID)}, c.out, c.errs)
}

// saying is the command line that says a text for the same person.
func (c *call) saying(text, faceID string) []string {
	args := []string{"say", "--as", c.as, "--face-id", faceID}
	if c.json {
		args = append(args, "--json")
	}
	return append(args, "--", text)
}
