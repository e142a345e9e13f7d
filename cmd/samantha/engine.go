package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"samantha"
	benchengine "samantha/internal/bench/engine"
	"samantha/internal/words/model/engine"
	"samantha/internal/words/model/engine/gguf"
	"samantha/internal/words/model/engine/tiny"
)

func engineVerb() verb {
	return verb{
		name: "engine", args: "--model FILE --socket PATH", says: "serve a model file (GGUF) over a socket, as she does when she needs one", alone: true,
		more: "  A socket that nobody else may open, in the OpenAI dialect: /health, /v1/models,\n" +
			"  /v1/chat/completions. She starts it by herself; by hand it is for looking at.\n" +
			"  Without flags it says what there is: the engine, and models on this machine.",
		flags: []string{"model", "socket"},
		run:   func(ctx context.Context, c *call, _ *app) error { return c.serveModel(ctx) },
	}
}

// engineDir is where the engine is unpacked and keeps what it measures.
func (c *call) engineDir() string { return filepath.Join(c.home, "engine") }

// serveModel runs the engine's program for as long as it lasts.
func (c *call) serveModel(ctx context.Context) error {
	if c.model == "" && c.socket == "" {
		return c.showModels()
	}
	if c.model == "" || c.socket == "" {
		return fmt.Errorf("usage: samantha engine --model FILE --socket PATH: %w", samantha.ErrInvalid)
	}
	place, err := engine.Locate(c.engineDir())
	if err != nil {
		return err
	}
	return place.Serve(ctx, c.model, c.socket, filepath.Join(c.engineDir(), "pace.json"))
}

// modelsHere is what `samantha engine` shows.
type modelsHere struct {
	Built  bool        `json:"built"` // the engine is a part of this program
	Models []modelHere `json:"models"`
}

type modelHere struct {
	Name         string `json:"name"`
	From         string `json:"from"`
	Path         string `json:"path"`
	Bytes        int64  `json:"bytes"`
	Architecture string `json:"architecture"`
	Context      uint64 `json:"context"`
}

func (c *call) showModels() error {
	person, err := os.UserHomeDir()
	if err != nil {
		return err
	}
	here := modelsHere{Built: engine.Built(), Models: []modelHere{}}
	for _, f := range gguf.Find(gguf.Usual(filepath.Join(c.home, "models"), person, c.getenv)) {
		here.Models = append(here.Models, modelHere{f.Name, f.From, f.Path, f.Size, f.Architecture, f.Context})
	}
	return c.print(here, func(out io.Writer) {
		if here.Built {
			fmt.Fprintln(out, "an engine for local models is built in")
		} else {
			fmt.Fprintln(out, samantha.Plainly(engine.ErrNotBuilt))
		}
		for _, m := range here.Models {
			fmt.Fprintf(out, "%-12s %-28s %6d MB  %s, %d tokens  %s\n", m.From, m.Name, m.Bytes/1_000_000, m.Architecture, m.Context, m.Path)
		}
		if len(here.Models) == 0 {
			fmt.Fprintln(out, "no model that can talk was found on this machine")
		}
	})
}

// benchEngine compares the engine over its socket with the bare one.
func benchEngine(ctx context.Context, c *call) error {
	dir, err := os.MkdirTemp("", "samantha-bench-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	o := benchengine.Options{Dir: dir, Rounds: 120, Shape: tiny.M135(), Clock: wall{}}
	if c.number > 0 {
		o.Rounds = c.number
	}
	report, err := benchengine.Run(ctx, o)
	if err != nil {
		return err
	}
	if err := c.print(report, func(out io.Writer) { fmt.Fprint(out, report) }); err != nil {
		return err
	}
	return report.Missed()
}
