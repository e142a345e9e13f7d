package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"samantha"
	"samantha/internal/bench"
	"samantha/internal/bench/answers"
	"samantha/internal/bench/facts"
	"samantha/internal/bench/lives"
	"samantha/internal/bench/reading"
	"samantha/internal/bench/recall"
	"samantha/internal/bench/replies"
	"samantha/internal/bench/threads"
	"samantha/internal/bench/year"
	"samantha/internal/house/outside"
	"samantha/internal/mind"
	"samantha/internal/mind/feeling"
	"samantha/internal/words/newborn"
)

func benchVerb() verb {
	return verb{
		name: "bench", args: "NAME [FILE ...]", says: "the published numbers: log, moment, reading, replies, recall, answers, facts, scripts, threads, variation, life, care, farewell, engine", least: 1, most: -1, alone: true,
		more: "  log          append, replay and open at 10^3..10^5 events; -n 1000000 for more\n" +
			"  moment       how long she thinks at 10^5 memories; -n for another number\n" +
			"  reading FILE how well she reads what people feel, in a file of GoEmotions, MELD,\n" +
			"               EmoBank or ISEAR as it is published, beside VADER\n" +
			"  replies FILE what she takes people to feel who tell her what happened to them,\n" +
			"               and what her reply takes for granted, in a file of ISEAR\n" +
			"  recall FILE  how well she finds what was said, in a file of conversations or a\n" +
			"               folder of them; --proposals observation takes facts of the file's own\n" +
			"               as a model's, --vectors adds a search by meaning: vectors of\n" +
			"               words in a FILE, or a server's (an address that ends in /v1) with\n" +
			"               --model NAME\n" +
			"  recall --growth  what recall costs at 10^3..10^6 memories; -n for one size\n" +
			"  answers FILE what she says to the questions of a life that was told to her\n" +
			"  facts FILE   what she learns as facts, in a file of lives or a folder of them\n" +
			"  scripts DIR  run the .talk scripts in a folder\n" +
			"  threads FILE what she notices of what is left open, in a file of lives or a folder\n" +
			"  variation    whether she repeats herself to each of the made-up persons in 1,000\n" +
			"               moments; -n for another number, --script for one person\n" +
			"  life         a year with a made-up person, in a minute: how it went, what she is at\n" +
			"               its end, and what must hold after every night; --script for another\n" +
			"               person (" + strings.Join(year.Names(), ", ") + ",\n" +
			"               a file, or all side by side), --svg for a picture, --transcript for what was said,\n" +
			"               --ask for what she says to the lines of a file, on the days of --ask-at\n" +
			"  care FILE ...  whether she hears danger and hears none where there is none, in files of\n" +
			"               lines with levels, MELD or XSTest, beside a set that nobody tuned on\n" +
			"  farewell     how she lets somebody go: 300 farewells in twenty moods and stages; --pairs\n" +
			"               prints 40 of her goodbyes beside a constant one, for a blind choice\n" +
			"  engine       what a local model costs: the bare engine beside the one over its socket,\n" +
			"               with a made-up model of 135 million parameters; -n for more rounds",
		flags: []string{"n", "proposals", "vectors", "model", "growth", "days", "seed", "script", "svg", "transcript", "ask", "ask-at", "pairs"},
		run: func(ctx context.Context, c *call, _ *app) error {
			if len(c.args) > 2 && c.args[0] != "care" {
				return fmt.Errorf("bench %s takes one file: %w", c.args[0], samantha.ErrInvalid)
			}
			if bench, ok := benches(ctx)[c.args[0]]; ok {
				return bench(c)
			}
			return fmt.Errorf("there is no bench %q: %w", c.args[0], samantha.ErrInvalid)
		},
	}
}

// benches are what bench runs, by name.
func benches(ctx context.Context) map[string]func(*call) error {
	within := func(run func(context.Context, *call) error) func(*call) error {
		return func(c *call) error { return run(ctx, c) }
	}
	return map[string]func(*call) error{
		"log": within(benchLog), "moment": within(benchMoment), "reading": benchReading, "replies": within(benchReplies),
		"recall": benchRecall, "facts": benchFacts, "answers": within(benchAnswers), "scripts": within(benchScripts),
		"threads": benchThreads, "variation": within(benchVariation), "life": within(benchLife),
		"care": benchCare, "farewell": within(benchFarewell), "engine": within(benchEngine),
	}
}

func benchLog(ctx context.Context, c *call) error {
	dir, err := os.MkdirTemp("", "samantha-bench-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	sizes := []int{1_000, 10_000, 100_000}
	if c.number > 0 {
		sizes = []int{c.number}
	}
	report, err := bench.Log(ctx, bench.LogOptions{Dir: dir, Sizes: sizes, Fold: mind.Fold()})
	if err != nil {
		return err
	}
	return c.print(report, func(out io.Writer) { fmt.Fprint(out, report) })
}

func benchMoment(ctx context.Context, c *call) error {
	words, err := newborn.New()
	if err != nil {
		return err
	}
	memories := 100_000
	if c.number > 0 {
		memories = c.number
	}
	report, err := bench.Moment(ctx, memories, words)
	if err != nil {
		return err
	}
	return c.print(report, func(out io.Writer) { fmt.Fprint(out, report) })
}

func benchReading(c *call) error {
	if len(c.args) < 2 {
		return fmt.Errorf("usage: samantha bench reading FILE: %w", samantha.ErrInvalid)
	}
	data, err := os.ReadFile(c.args[1])
	if err != nil {
		return err
	}
	heart, err := feeling.New()
	if err != nil {
		return err
	}
	report, err := reading.Run(reading.Options{Data: data, Heart: heart, Now: time.Now})
	if err != nil {
		return fmt.Errorf("%s: %w", c.args[1], err)
	}
	return c.print(report, func(out io.Writer) { fmt.Fprint(out, report) })
}

func benchReplies(ctx context.Context, c *call) error {
	if len(c.args) < 2 {
		return fmt.Errorf("usage: samantha bench replies FILE: %w", samantha.ErrInvalid)
	}
	data, err := os.ReadFile(c.args[1])
	if err != nil {
		return err
	}
	report, err := replies.Run(ctx, data)
	if err != nil {
		return fmt.Errorf("%s: %w", c.args[1], err)
	}
	return c.print(report, func(out io.Writer) { fmt.Fprint(out, report) })
}

func benchRecall(c *call) error {
	if c.growth {
		sizes := []int{1_000, 10_000, 100_000, 1_000_000}
		if c.number > 0 {
			sizes = []int{c.number}
		}
		report, err := recall.Growth(sizes, time.Now)
		if err != nil {
			return err
		}
		return c.print(report, func(out io.Writer) { fmt.Fprint(out, report) })
	}
	o, err := recallOptions(c)
	if err != nil {
		return err
	}
	if asked, ok := o.Vectors.(server); ok {
		defer func() { fmt.Fprintf(c.errs, "samantha: %d bytes left for %s\n", asked.door.Bytes(), asked.door.Host()) }()
	}
	report, err := recall.Run(o)
	if err != nil {
		return err
	}
	return c.print(report, func(out io.Writer) { fmt.Fprint(out, report) })
}

func recallOptions(c *call) (recall.Options, error) {
	o := recall.Options{Now: time.Now, Proposals: c.proposals == "observation"}
	if len(c.args) < 2 || c.proposals != "" && !o.Proposals {
		return o, fmt.Errorf("usage: samantha bench recall FILE [--proposals observation] [--vectors FILE|URL]: %w", samantha.ErrInvalid)
	}
	files, err := livesIn(c.args[1])
	if err != nil {
		return o, err
	}
	o.Files = files
	o.Vectors, err = embedder(c)
	return o, err
}

// server is one that was asked for vectors, and the way to it.
type server struct {
	recall.Endpoint
	door *outside.Door
}

// embedder is what gives texts vectors, if anything was named.
func embedder(c *call) (recall.Embedder, error) {
	switch {
	case c.vectors == "":
		return nil, nil
	case strings.HasPrefix(c.vectors, "http://"), strings.HasPrefix(c.vectors, "https://"):
		door, err := outside.Away(c.vectors)
		if err != nil {
			return nil, err
		}
		return server{recall.Endpoint{URL: c.vectors, Model: c.model, Client: door.Client(time.Minute)}, door}, nil
	}
	f, err := os.Open(c.vectors)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return recall.ReadWords(f)
}

// livesIn reads a file of lives, or every one in a folder, by name.
func livesIn(path string) ([]recall.File, error) {
	names := []string{path}
	if at, err := os.Stat(path); err != nil {
		return nil, err
	} else if at.IsDir() {
		names, err = filepath.Glob(filepath.Join(path, "*.json"))
		if err != nil || len(names) == 0 {
			return nil, fmt.Errorf("%s holds no file of lives: %w", path, samantha.ErrNotFound)
		}
	}
	var files []recall.File
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		files = append(files, recall.File{Name: filepath.Base(name), Data: data})
	}
	return files, nil
}

func benchFacts(c *call) error {
	all, err := readLives(c)
	if err != nil {
		return err
	}
	report, err := facts.Run(all)
	if err != nil {
		return err
	}
	return c.print(report, func(out io.Writer) { fmt.Fprint(out, report) })
}

func benchAnswers(ctx context.Context, c *call) error {
	all, err := readLives(c)
	if err != nil {
		return err
	}
	report, err := answers.Run(ctx, all)
	if err != nil {
		return err
	}
	return c.print(report, func(out io.Writer) { fmt.Fprint(out, report) })
}

// readLives reads the lives of the file or folder that a bench is given.
func readLives(c *call) ([]lives.Life, error) {
	if len(c.args) < 2 {
		return nil, fmt.Errorf("usage: samantha bench %s FILE: %w", c.args[0], samantha.ErrInvalid)
	}
	files, err := livesIn(c.args[1])
	if err != nil {
		return nil, err
	}
	var all []lives.Life
	for _, f := range files {
		read, err := lives.Read(f.Data)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", f.Name, err)
		}
		all = append(all, read...)
	}
	return all, nil
}

func benchScripts(ctx context.Context, c *call) error {
	if len(c.args) < 2 {
		return fmt.Errorf("usage: samantha bench scripts DIR: %w", samantha.ErrInvalid)
	}
	words, err := newborn.New()
	if err != nil {
		return err
	}
	report, err := bench.Scripts(ctx, os.DirFS(c.args[1]), words)
	if err != nil {
		return err
	}
	if err := c.print(report, func(out io.Writer) { fmt.Fprint(out, report) }); err != nil {
		return err
	}
	if len(report.Failed) > 0 {
		return fmt.Errorf("%d of %d checks failed", len(report.Failed), report.Checks)
	}
	return nil
}

func benchThreads(c *call) error {
	if len(c.args) < 2 {
		return fmt.Errorf("usage: samantha bench threads FILE: %w", samantha.ErrInvalid)
	}
	files, err := livesIn(c.args[1])
	if err != nil {
		return err
	}
	var all []lives.Life
	for _, f := range files {
		some, err := lives.Read(f.Data)
		if err != nil {
			return fmt.Errorf("%s: %w", f.Name, err)
		}
		all = append(all, some...)
	}
	report, err := threads.Run(all)
	if err != nil {
		return err
	}
	return c.print(report, func(out io.Writer) { fmt.Fprint(out, report) })
}
