package main

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"time"

	"samantha"
	"samantha/internal/face/serve"
	"samantha/internal/mind"
	"samantha/internal/words/newborn"
)

// call is one verb as it was typed, and where its words come from and go.
type call struct {
	verb  verb
	args  []string // what stands after the verb, without flags
	flags []string // those that mean something to a process that is awake

	home   string
	as     string
	at     time.Time // zero: now
	json   bool
	only   bool
	of     string // whose a fact is
	show   bool
	yes    bool
	named  bool // the utterances to forget were named already
	faceID string
	wav    place // where her answer goes as sound
	number int
	dryRun bool
	undo   bool
	prompt bool // what a model needs to propose is printed
	html   bool // a page to be printed
	book   bool // all letters as one
	growth bool
	pairs  bool
	all    bool
	// for bench recall
	proposals, vectors, model string
	url, keyEnv, dialect      string // of model, too
	price                     string // of a budget: IN/OUT
	socket                    string // of the engine
	// for bench life
	days                    int
	seed                    uint64
	script, svg, transcript string
	askFile, askAt          string

	// for model get
	from, mirror string
	unverified   bool
	noted        string             // what is to be noted in the log, see noting
	counted      func(done, of int) // who else hears how far an examination is
	owner        *app               // who has the house, if that is this process

	listen string // the address to be found at; "": her own ports
	noOpen bool   // no browser is to be opened
	inTerm bool   // the talk is to be here, in the terminal
	housed bool   // a house was named
	getenv func(string) string
	plain  bool // a talk line by line
	still  bool // nothing moves in it

	furnish func() (*mind.Rooms, error)      // once, for all who live in the house
	words   func() (*newborn.Newborn, error) // likewise

	secret      string // file with the passphrase, of the house or of an export
	houseSecret string // file with that of the house, where secret is another

	passphrase string        // of the file that goes or comes
	unlocking  string        // of the house, once it was asked for
	fresh      string        // the one to set on the house
	zone       string        // IANA name of the time zone where the person sits
	talk       *conversation // of talk
	screen     *screen       // where it has the whole terminal; else nil
	in         io.Reader
	out, errs  io.Writer
}

// verb is one thing the program can be asked to do.
type verb struct {
	name   string
	args   string   // as help shows them
	says   string   // one line of help
	more   string   // what else help says of it
	least  int      // how many arguments it needs
	most   int      // and takes; -1 is any number
	choose []string // what its first argument can be; nil is anything
	flags  []string
	alone  bool // needs no house
	asleep bool // needs her asleep
	strict bool // fails if the house does not close well after it
	stays  bool // she is awake for as long as it lasts
	run    func(ctx context.Context, c *call, a *app) error
	// ready is done before the house is opened, where the person sits: what is
	// typed is read, and what cannot work is refused. It may be nil.
	ready func(ctx context.Context, c *call) error
	// remote is what is done on this side while she is awake elsewhere; nil
	// hands the verb over.
	remote func(ctx context.Context, c *call, to serve.Client) error
	// unwell is what is done if the house cannot be opened; nil tells why.
	unwell func(c *call, why error) error
}

// remotely does the verb while another process owns the house.
func (v verb) remotely(ctx context.Context, c *call, to serve.Client) error {
	if v.asleep {
		return errAwake
	}
	if !c.at.IsZero() {
		return fmt.Errorf("--at sets her clock and needs her asleep; she is awake in another process: %w", samantha.ErrInvalid)
	}
	if v.remote != nil {
		return v.remote(ctx, c, to)
	}
	line := slices.Concat([]string{v.name}, c.flags, []string{"--"}, c.args)
	return c.handOver(ctx, to, line, c.out)
}

// handOver has a command line run by the process that is awake.
func (c *call) handOver(ctx context.Context, to serve.Client, line []string, out io.Writer) error {
	code, err := to.Verb(ctx, serve.Call{Args: line, Passphrase: c.passphrase, Zone: c.zone}, out, c.errs)
	if err == nil && code != exitFine {
		return told(code)
	}
	return err
}

// parse reads a command line: flags stand before or after the verb, `--` ends
// them, and no verb at all is `start`.
func parse(args []string, getenv func(string) string) (*call, error) {
	c := &call{getenv: getenv, furnish: sync.OnceValues(mind.Furnish), words: sync.OnceValues(newborn.New)}
	var at string
	fs := flag.NewFlagSet("samantha", flag.ContinueOnError)
	fs.SetOutput(io.Discard)
	fs.StringVar(&c.home, "home", "", "")
	fs.StringVar(&c.as, "as", "", "")
	fs.StringVar(&at, "at", "", "")
	fs.BoolVar(&c.json, "json", false, "")
	fs.BoolVar(&c.only, "only", false, "")
	fs.StringVar(&c.of, "of", "", "")
	fs.StringVar(&c.faceID, "face-id", "", "")
	fs.Var(&c.wav, "wav", "")
	fs.StringVar(&c.secret, "passphrase-file", "", "")
	fs.StringVar(&c.houseSecret, "house-passphrase-file", "", "")
	fs.StringVar(&c.listen, "listen", "", "")
	fs.BoolVar(&c.noOpen, "no-open", false, "")
	fs.BoolVar(&c.inTerm, "tui", false, "")
	fs.IntVar(&c.number, "n", 0, "")
	fs.BoolVar(&c.show, "show", false, "")
	fs.BoolVar(&c.yes, "yes", false, "")
	fs.BoolVar(&c.named, "named", false, "")
	fs.BoolVar(&c.plain, "plain", false, "")
	fs.BoolVar(&c.still, "still", false, "")
	fs.BoolVar(&c.dryRun, "dry-run", false, "")
	fs.BoolVar(&c.undo, "undo", false, "")
	fs.BoolVar(&c.prompt, "prompt", false, "")
	fs.BoolVar(&c.html, "html", false, "")
	fs.BoolVar(&c.book, "book", false, "")
	fs.BoolVar(&c.growth, "growth", false, "")
	fs.BoolVar(&c.pairs, "pairs", false, "")
	fs.BoolVar(&c.all, "all", false, "")
	c.benchFlags(fs)
	c.modelFlags(fs)
	words, err := words(fs, args)
	if err == flag.ErrHelp {
		words, err = []string{"help"}, nil
	}
	if err != nil {
		return nil, fmt.Errorf("%w; see samantha help: %w", err, samantha.ErrInvalid)
	}
	if len(words) == 0 {
		words = []string{"start"}
	}
	if err := c.find(words); err != nil {
		return nil, err
	}
	return c, c.check(fs, at, getenv)
}

// benchFlags are those of bench alone.
func (c *call) benchFlags(fs *flag.FlagSet) {
	fs.StringVar(&c.proposals, "proposals", "", "")
	fs.StringVar(&c.vectors, "vectors", "", "")
	fs.IntVar(&c.days, "days", 365, "")
	fs.Uint64Var(&c.seed, "seed", 7, "")
	fs.StringVar(&c.script, "script", "", "")
	fs.StringVar(&c.svg, "svg", "", "")
	fs.StringVar(&c.transcript, "transcript", "", "")
	fs.StringVar(&c.askFile, "ask", "", "")
	fs.StringVar(&c.askAt, "ask-at", "", "")
}

// modelFlags are those of model and engine.
func (c *call) modelFlags(fs *flag.FlagSet) {
	fs.StringVar(&c.model, "model", "", "")
	fs.StringVar(&c.url, "url", "", "")
	fs.StringVar(&c.keyEnv, "key-env", "", "")
	fs.StringVar(&c.dialect, "dialect", "", "")
	fs.StringVar(&c.price, "price", "", "")
	fs.StringVar(&c.socket, "socket", "", "")
	fs.StringVar(&c.from, "from", "", "")
	fs.StringVar(&c.mirror, "mirror", "", "")
	fs.BoolVar(&c.unverified, "unverified", false, "")
	fs.StringVar(&c.noted, "noted", "", "")
}

// words are the arguments that are no flags, wherever the flags stand.
func words(fs *flag.FlagSet, args []string) ([]string, error) {
	var words []string
	for len(args) > 0 {
		if err := fs.Parse(args); err != nil {
			return nil, err
		}
		rest := fs.Args()
		if parsed := len(args) - len(rest); parsed > 0 && args[parsed-1] == "--" {
			return append(words, rest...), nil
		}
		if len(rest) == 0 {
			break
		}
		words, args = append(words, rest[0]), rest[1:]
	}
	return words, nil
}

func (c *call) find(words []string) error {
	for _, v := range verbs() {
		if v.name != words[0] {
			continue
		}
		c.verb, c.args = v, words[1:]
		if len(c.args) < v.least || v.most >= 0 && len(c.args) > v.most || !v.choice(c.args) {
			return fmt.Errorf("usage: samantha %s %s: %w", v.name, v.args, samantha.ErrInvalid)
		}
		return nil
	}
	return fmt.Errorf("there is no verb %q; see samantha help: %w", words[0], samantha.ErrInvalid)
}

// choice reports whether the first argument is one that the verb knows.
func (v verb) choice(args []string) bool {
	return v.choose == nil || len(args) == 0 || slices.Contains(v.choose, args[0])
}

// check sees that the flags belong to the verb and mean something.
func (c *call) check(fs *flag.FlagSet, at string, getenv func(string) string) error {
	err := c.checkFlags(fs)
	if err != nil {
		return err
	}
	if at != "" {
		if c.at, err = parseAt(at, here()); err != nil {
			return err
		}
	}
	if c.housed = c.home != ""; !c.housed {
		if c.home, err = dataFolder(getenv); err != nil {
			return err
		}
	}
	c.home, err = filepath.Abs(c.home)
	return err
}

func (c *call) checkFlags(fs *flag.FlagSet) (err error) {
	ours := []string{"home", "at", "passphrase-file", "house-passphrase-file", "listen", "no-open", "from", "mirror"} // mean nothing to another process
	fs.Visit(func(f *flag.Flag) {
		if !slices.Contains(everywhere(), f.Name) && !slices.Contains(c.verb.flags, f.Name) {
			err = fmt.Errorf("samantha %s takes no --%s: %w", c.verb.name, f.Name, samantha.ErrInvalid)
		}
		if f.Name == "n" && c.number <= 0 {
			err = fmt.Errorf("-n wants a number above 0: %w", samantha.ErrInvalid)
		}
		if !slices.Contains(ours, f.Name) {
			c.flags = append(c.flags, "--"+f.Name+"="+f.Value.String())
		}
	})
	return err
}

// dataFolder is `samantha` in the system's data folder.
func dataFolder(getenv func(string) string) (string, error) {
	if dir := getenv("XDG_DATA_HOME"); dir != "" {
		return filepath.Join(dir, "samantha"), nil
	}
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		dir, err := os.UserConfigDir()
		return filepath.Join(dir, "samantha"), err
	}
	dir, err := os.UserHomeDir()
	if err != nil {
		return "", fmt.Errorf("no home folder; say where the house is with --home: %w", samantha.ErrInvalid)
	}
	return filepath.Join(dir, ".local", "share", "samantha"), nil
}

// text is what stands after the verb, as one.
func (c *call) text(from int) string { return strings.Join(c.args[from:], " ") }

// print writes one JSON document, or what plain prints.
func (c *call) print(doc any, plain func(io.Writer)) error {
	if !c.json {
		plain(c.out)
		return nil
	}
	enc := json.NewEncoder(c.out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(doc)
}

// plainly is an error on one line, for a person.
func plainly(err error) string { return samantha.Plainly(err) }
