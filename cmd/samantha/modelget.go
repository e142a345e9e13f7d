package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"github.com/gofrs/flock"

	"samantha"
	"samantha/internal/face/serve"
	"samantha/internal/words/model/fetch"
)

// getHelp is what help says of `model catalog` and `model get`.
const getHelp = "  catalog  what there is, and what suits this machine\n" +
	"  get ID   fetch it. You are told what it is, how large, under which licence and from\n" +
	"           where, and asked; --yes says so at once. Ctrl-C stops it, and what came is\n" +
	"           kept: the same command goes on from there. She can be talked with meanwhile.\n" +
	"           With --json the events go to stderr, one a line."

// modelsFolder is where what was fetched lies, below the house.
const modelsFolder = "models"

// machine is the one she is on.
func (c *call) machine() fetch.Machine {
	return fetch.Machine{Memory: memoryHere(), Free: room(c.home)}
}

// catalogue is what `model catalog` tells of.
type catalogue struct {
	Machine fetch.Machine `json:"machine"`
	Advised fetch.Advised `json:"advised"`
	Entries []shownEntry  `json:"entries"`
}

// shownEntry is an entry, and whether it is here and would fit.
type shownEntry struct {
	fetch.Entry
	Here bool `json:"here"`
	Fits bool `json:"fits"`
	// Servers are asked first: those of the catalog, or of a mirror in their place.
	Servers []string `json:"servers"`
}

func (c *call) showCatalog() error {
	list, err := fetch.Catalog()
	if err != nil {
		return err
	}
	m := c.machine()
	doc := catalogue{Machine: m, Advised: fetch.Recommend(list, m)}
	for _, e := range list {
		info, err := os.Stat(filepath.Join(c.home, modelsFolder, e.File()))
		_, servers, bad := c.places(e)
		if bad != nil {
			return bad
		}
		doc.Entries = append(doc.Entries, shownEntry{e, err == nil && info.Size() == e.Size, m.Fits(e), servers})
	}
	return c.print(doc, func(out io.Writer) {
		for _, e := range doc.Entries {
			fmt.Fprintf(out, "%-16s %-5s %8s  %2g GB memory  %s%s\n%23s%s\n", e.ID, e.Kind, fetch.Bytes(e.Size), e.Memory, e.Licence, e.marks(), "", e.Says)
		}
		fmt.Fprintf(out, "\n%s\n", doc.Advised.Why)
		if doc.Advised.ID != "" {
			fmt.Fprintf(out, "samantha model get %s fetches it. Nobody here has tried how well any of them talks.\n", doc.Advised.ID)
		}
	})
}

// marks are what sets an entry apart.
func (e shownEntry) marks() string {
	said := ""
	if e.Tools {
		said += ", tools"
	}
	if !e.Checked {
		said += ", not verified"
	}
	if e.Here {
		said += ", here"
	} else if !e.Fits {
		said += ", too large for this machine"
	}
	return said
}

// readyGet asks for the yes and fetches, all where the person sits: the house is opened
// only for a moment, to note what is about to leave and what left.
func (c *call) readyGet(ctx context.Context) error {
	if c.noted != "" {
		return nil
	}
	list, err := fetch.Catalog()
	if err != nil {
		return err
	}
	return c.get(ctx, list)
}

// get fetches what was asked for of a catalog.
func (c *call) get(ctx context.Context, list []fetch.Entry) error {
	g, err := c.getting(list)
	if err != nil {
		return err
	}
	defer g.lock.Unlock()
	if err := g.consent(ctx); err != nil {
		return err
	}
	w := &wayOut{before: func(host string) error { return g.before(ctx, host) }}
	err = g.fetch(ctx, w)
	if err != nil && ctx.Err() != nil {
		err = fmt.Errorf("stopped; what came is kept, and samantha model get %s goes on from there", g.entry.ID)
	}
	return errors.Join(err, g.after(context.WithoutCancel(ctx), w.close()))
}

// getting is one `model get`.
type getting struct {
	call    *call
	asked   bool // somebody is there to be asked
	entry   fetch.Entry
	machine fetch.Machine
	servers []string // that are asked first; none with --from
	urls    []string
	lock    *flock.Flock
}

// getting reads what was asked for, and refuses what cannot work.
func (c *call) getting(list []fetch.Entry) (_ *getting, err error) {
	if len(c.args) != 2 {
		return nil, fmt.Errorf("get what? samantha model catalog lists it: %w", samantha.ErrInvalid)
	}
	g := &getting{call: c, asked: isTerminal(c.in) && !c.json}
	if g.entry, err = fetch.Find(list, c.args[1]); err != nil {
		return nil, err
	}
	if c.from != "" && c.mirror != "" {
		return nil, fmt.Errorf("--from is a folder and --mirror a server; only one of them: %w", samantha.ErrInvalid)
	}
	if err := g.where(); err != nil {
		return nil, err
	}
	dir := filepath.Join(c.home, modelsFolder)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, err
	}
	g.machine = c.machine()
	g.lock = flock.New(filepath.Join(dir, ".lock"))
	if ok, err := g.lock.TryLock(); err != nil || !ok {
		return nil, errors.Join(err, fmt.Errorf("another download is under way here: %w", samantha.ErrBusy))
	}
	return g, nil
}

// where finds the addresses, so that nobody is asked but whom the person named.
func (g *getting) where() (err error) {
	if g.call.from == "" {
		g.urls, g.servers, err = g.call.places(g.entry)
	}
	return err
}

// places are the addresses of an entry and their servers: the catalog's, or those of a
// mirror in their place.
func (c *call) places(e fetch.Entry) (urls, servers []string, err error) {
	mirror := cmp.Or(c.mirror, c.getenv("HF_ENDPOINT"))
	for _, address := range e.URLs {
		if mirror != "" {
			if address, err = fetch.Mirrored(address, mirror); err != nil {
				return nil, nil, err
			}
		}
		u, err := url.Parse(address)
		if err != nil {
			return nil, nil, err
		}
		urls, servers = append(urls, address), append(servers, u.Host)
	}
	return urls, servers, nil
}

// offer is all that somebody should know who says yes.
func (g *getting) offer() string {
	e, m := g.entry, g.machine
	kind := map[string]string{fetch.Model: "a language model", fetch.Voice: "a voice", fetch.Ear: "a recogniser"}[e.Kind]
	said := fmt.Sprintf("%s (%s): %s, licence %s. %s\n", e.Name, e.ID, kind, e.Licence, e.Says) +
		fmt.Sprintf("It takes %s of disk and wants %g GB of memory; this machine has %s.\n", fetch.Bytes(e.Size), e.Memory, m)
	if !m.Fits(e) {
		said += "This machine is too small for it.\n"
	}
	if g.call.from != "" {
		return said + "It is copied from " + g.call.from + "; nothing leaves this machine.\n"
	}
	return said + fmt.Sprintf("It comes from %s, or a server that sends on to. They learn the address of this machine\nand which file it wants, and nothing else.\n",
		strings.Join(g.servers, ", else "))
}

// consent asks, and a second time for what nobody compared.
func (g *getting) consent(ctx context.Context) error {
	c := g.call
	if !c.json {
		fmt.Fprint(c.out, g.offer())
	}
	if err := g.agree(ctx, c.yes, "--yes", "Fetch it?"); err != nil {
		return err
	}
	if g.entry.Checked {
		return nil
	}
	if !c.json {
		fmt.Fprintln(c.out, "It is not verified: its digest stands in one public record, and was compared with no other.")
	}
	return g.agree(ctx, c.unverified, "--unverified", "Fetch it all the same?")
}

// agree is one yes: said in the command line, or typed.
func (g *getting) agree(ctx context.Context, said bool, flag, question string) error {
	c := g.call
	switch {
	case said:
		return nil
	case !g.asked:
		return fmt.Errorf("%s is fetched only if you say %s: %w", g.entry.ID, flag, samantha.ErrInvalid)
	}
	fmt.Fprint(c.out, question+" [y/N] ")
	answer, err := c.nextLine(ctx)
	if err != nil {
		return err
	}
	if answer = strings.ToLower(strings.TrimSpace(answer)); answer != "y" && answer != "yes" {
		return errors.New("nothing was fetched")
	}
	return nil
}

// fetch brings the file here.
func (g *getting) fetch(ctx context.Context, w *wayOut) error {
	sources, err := g.sources(w)
	if err != nil {
		return err
	}
	dir := filepath.Join(g.call.home, modelsFolder)
	root, err := os.OpenRoot(dir)
	if err != nil {
		return err
	}
	defer root.Close()
	told := g.call.teller()
	err = fetch.Get(ctx, g.entry, sources, fetch.Options{
		Disk: fetch.Folder{Root: root, Room: func() int64 { return room(dir) }}, Clock: wall{}, Tell: told.tell,
	})
	told.end()
	if err != nil {
		return err
	}
	doc := struct {
		ID   string `json:"id"`
		Path string `json:"path"`
	}{g.entry.ID, filepath.Join(dir, g.entry.File())}
	return g.call.print(doc, func(out io.Writer) {
		fmt.Fprintf(out, "%s is here, and its digest is right: %s\n", g.entry.Name, doc.Path)
	})
}

func (g *getting) sources(w *wayOut) ([]fetch.Source, error) {
	if dir := g.call.from; dir != "" {
		s, err := fetch.From(os.DirFS(dir), dir, g.entry)
		return []fetch.Source{s}, err
	}
	var list []fetch.Source
	for _, address := range g.urls {
		s, err := fetch.Web(address, w.client, wall{})
		if err != nil {
			return nil, err
		}
		list = append(list, s)
	}
	return list, nil
}

// fetchIn fetches for a page what `model get` fetches for a command line, whose yes was
// said on the page.
func (a *app) fetchIn(home string) serve.Fetch {
	return func(ctx context.Context, person, id string, unverified bool, events io.Writer) error {
		c, err := parse([]string{"model", "--home", home, "--as", person, "--json", "--yes", "--", "get", id}, os.Getenv)
		if err != nil {
			return err
		}
		c.unverified, c.owner, c.in, c.out, c.errs, c.zone = unverified, a, strings.NewReader(""), io.Discard, events, zone()
		return c.readyGet(ctx)
	}
}
