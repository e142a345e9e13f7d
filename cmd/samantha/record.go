package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"slices"
	"strings"

	"samantha"
	"samantha/internal/face/serve"
	"samantha/internal/mind"
)

// recordHere is that of a mind in this process.
func recordHere(m *mind.Mind) record {
	return record{why: m.Why, memories: func(ctx context.Context, question string) ([]memoryLine, error) {
		hits, err := m.Memories(ctx, question, memoriesShown)
		return listed(hits), err
	}}
}

// recordThere is that of the process where she is awake.
func (c *call) recordThere(to serve.Client) record {
	return record{
		why: func(ctx context.Context, id samantha.ID) (w mind.Why, err error) {
			err = c.askThere(ctx, to, &w, "why", "--", string(id))
			return w, err
		},
		memories: func(ctx context.Context, question string) (found []memoryLine, err error) {
			line := []string{"memories"}
			if question != "" {
				line = append(line, "--", question)
			}
			err = c.askThere(ctx, to, &found, line...)
			return found, err
		},
	}
}

// askThere has a verb run there for what it prints with --json.
func (c *call) askThere(ctx context.Context, to serve.Client, doc any, line ...string) error {
	var out, errs bytes.Buffer
	line = slices.Concat([]string{"--json", "--as", c.as}, line)
	code, err := to.Verb(ctx, serve.Call{Args: line, Passphrase: c.passphrase, Zone: c.zone}, &out, &errs)
	if err != nil {
		return err
	}
	if code != exitFine {
		return errors.New(strings.TrimPrefix(strings.TrimSpace(errs.String()), "samantha: "))
	}
	return json.Unmarshal(out.Bytes(), doc)
}

// remind shows what was said before this talk, where a screen can.
func (c *call) remind(ctx context.Context) error {
	if c.screen == nil {
		return nil
	}
	said, err := c.talk.memories(ctx, "")
	if lost(err) {
		return serve.ErrNobody
	}
	if err == nil {
		c.screen.remind(said)
	}
	return err
}
