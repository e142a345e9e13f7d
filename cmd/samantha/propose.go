package main

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"samantha"
	"samantha/internal/mind"
)

func proposeVerb() verb {
	return verb{
		name: "propose", args: "FILE | ID...", says: "have her check what a model took from memories, and keep what stands there", most: -1,
		more: "  FILE (- is stdin) has one JSON object for each memory, as lines or as a list:\n" +
			"    {\"model\": \"NAME\", \"memory\": \"ID\", \"facts\": [\n" +
			"      {\"of\": \"person\", \"slot\": \"home\", \"value\": \"Bergen\", \"quote\": \"I live in Bergen\"}]}\n" +
			"  A fact is kept if its words stand in the memory, are about that somebody, and add to\n" +
			"  what is known; what you told yourself is never overridden. The same file twice is once.\n" +
			"  --prompt prints what a model needs to write such a file: the schema, which says what\n" +
			"  to do, and the memories: those of ID..., or the newest that a model may read (-n N, 20).\n" +
			"  What was told in confidence, with a guest there, or is never to be mentioned is left out.\n" +
			"    samantha propose --prompt -n 50 > for-model.json",
		flags: []string{"prompt", "n"},
		ready: readyToPropose,
		run: func(ctx context.Context, c *call, a *app) error {
			r, err := a.mind(ctx, c.as)
			if err != nil {
				return err
			}
			if c.prompt {
				return c.printReading(ctx, r.mind)
			}
			return c.propose(ctx, r.mind)
		},
	}
}

// maxProposals is how many bytes of proposals are taken at once: with its quotes escaped
// such a file still goes to a process that is awake.
const maxProposals = 400 << 10

// readyToPropose reads the proposals where the person sits; what stands after the verb
// is then their text.
func readyToPropose(ctx context.Context, c *call) error {
	if c.prompt {
		return nil
	}
	if len(c.args) != 1 {
		return fmt.Errorf("usage: samantha propose FILE, or samantha propose --prompt [ID...]: %w", samantha.ErrInvalid)
	}
	text, err := typedIn(ctx, func() (string, error) { return c.readUpTo(c.args[0], maxProposals) })
	if err != nil {
		return err
	}
	if _, err := readProposals(text); err != nil {
		return fmt.Errorf("%s: %w", c.args[0], err)
	}
	c.args = []string{text}
	return nil
}

// readUpTo is the text of a file, or of stdin, of no more than so many bytes.
func (c *call) readUpTo(name string, most int64) (string, error) {
	from := c.in
	if name != "-" {
		f, err := os.Open(name)
		if err != nil {
			return "", fmt.Errorf("%w: %w", err, samantha.ErrNotFound)
		}
		defer f.Close()
		from = f
	}
	text, err := io.ReadAll(io.LimitReader(from, most+1))
	if err != nil {
		return "", fmt.Errorf("read %s: %w", name, err)
	}
	if int64(len(text)) > most {
		return "", fmt.Errorf("%s is too long to be taken at once (%d KB at most); split it: %w", name, most>>10, samantha.ErrInvalid)
	}
	return string(text), nil
}

// proposed is what one object of a file of proposals says.
type proposed struct {
	Model  string         `json:"model"`
	Memory string         `json:"memory"`
	Facts  []proposedFact `json:"facts"`
}

type proposedFact struct {
	Of    string `json:"of"`
	Slot  string `json:"slot"`
	Value string `json:"value"`
	Quote string `json:"quote"`
}

// readProposals reads JSON objects that follow each other, or one list of them. An error
// names the line on which the object stands that cannot be read.
func readProposals(text string) ([]mind.Proposal, error) {
	dec := json.NewDecoder(strings.NewReader(text))
	dec.DisallowUnknownFields()
	list := strings.HasPrefix(strings.TrimSpace(text), "[")
	if list {
		if _, err := dec.Token(); err != nil {
			return nil, onLine(text, 0, err)
		}
	}
	var all []mind.Proposal
	for dec.More() {
		at := dec.InputOffset()
		var p proposed
		err := dec.Decode(&p)
		if err == nil {
			all, err = p.addTo(all)
		}
		if err != nil {
			return nil, onLine(text, at, err)
		}
	}
	if list {
		at := dec.InputOffset()
		if _, err := dec.Token(); err != nil {
			return nil, onLine(text, at, err)
		}
	}
	if at := dec.InputOffset(); strings.TrimSpace(text[at:]) != "" {
		return nil, onLine(text, at, errors.New("nothing is expected here"))
	}
	if len(all) == 0 {
		return nil, fmt.Errorf("nothing is proposed in it: %w", samantha.ErrInvalid)
	}
	return all, nil
}

// addTo adds the proposals of one object.
func (p proposed) addTo(all []mind.Proposal) ([]mind.Proposal, error) {
	id, err := samantha.ParseID(p.Memory)
	switch {
	case err != nil:
		return nil, fmt.Errorf("memory: %w", err)
	case p.Model == "":
		return nil, errors.New("no model is named")
	}
	for _, f := range p.Facts {
		all = append(all, mind.Proposal{Model: p.Model, Memory: id.Event(), Fact: samantha.Fact{Of: f.Of, Slot: f.Slot, Value: f.Value, Quote: f.Quote}})
	}
	return all, nil
}

// onLine says on which line of a text something is wrong, by the offset before it.
func onLine(text string, at int64, err error) error {
	rest := strings.TrimLeft(text[at:], " \t\r\n,")
	line := 1 + strings.Count(text[:len(text)-len(rest)], "\n")
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		err = errors.New("it ends in the middle")
	}
	if wrong := (*json.UnmarshalTypeError)(nil); errors.As(err, &wrong) {
		err = fmt.Errorf("%q is a %s where %s is wanted", wrong.Field, wrong.Value, wrong.Type)
	}
	return fmt.Errorf("line %d: %w: %w", line, err, samantha.ErrInvalid)
}

// judged is what `propose` tells of.
type judged struct {
	Kept    []judgedFact `json:"kept"`
	Refused []judgedFact `json:"refused"`
}

type judgedFact struct {
	ID     samantha.ID `json:"id,omitempty"` // of the fact that is kept
	Memory samantha.ID `json:"memory"`
	Model  string      `json:"model"`
	proposedFact
	Why string `json:"why,omitempty"` // it is refused
}

// propose has her judge proposals and tells what became of each.
func (c *call) propose(ctx context.Context, m *mind.Mind) error {
	proposals, err := readProposals(c.args[0])
	if err != nil {
		return err
	}
	verdicts, err := m.Propose(ctx, proposals)
	told := judged{Kept: []judgedFact{}, Refused: []judgedFact{}}
	for _, v := range verdicts {
		f := judgedFact{ID: v.ID, Memory: v.Memory, Model: v.Model, proposedFact: proposedFact{v.Fact.Of, v.Fact.Slot, v.Fact.Value, v.Fact.Quote}}
		if v.Refused != nil {
			f.Why = plainly(v.Refused)
			told.Refused = append(told.Refused, f)
			continue
		}
		told.Kept = append(told.Kept, f)
	}
	if err != nil {
		return fmt.Errorf("%w (%d of %d were judged, %d kept; run it again to go on)", err, len(verdicts), len(proposals), len(told.Kept))
	}
	return c.print(told, told.write)
}

func (j judged) write(out io.Writer) {
	for _, f := range j.Kept {
		fmt.Fprintf(out, "%-14s %s, %s: %s  (%s, from %s)\n", f.ID, f.Of, f.Slot, f.Value, f.Model, f.Memory)
	}
	for _, f := range j.Refused {
		fmt.Fprintf(out, "refused        %s, %s: %s  (%s, from %s): %s\n", f.Of, f.Slot, f.Value, f.Model, f.Memory, f.Why)
	}
	fmt.Fprintf(out, "%d kept, %d refused.\n", len(j.Kept), len(j.Refused))
}

// memoriesRead is how many memories a model is given to read unless -n says otherwise.
const memoriesRead = 20

// printReading prints what a model needs to propose: always JSON, for that is what it is
// to answer in.
func (c *call) printReading(ctx context.Context, m *mind.Mind) error {
	var ids []samantha.ID
	for _, a := range c.args {
		id, err := samantha.ParseID(a)
		if err != nil {
			return err
		}
		ids = append(ids, id.Event())
	}
	reading, err := m.Reading(ctx, cmp.Or(c.number, memoriesRead), ids...)
	if err != nil {
		return err
	}
	c.json = true
	return c.print(reading, nil)
}
