package main

import (
	"context"
	"fmt"
	"io"
	"net"
	"strconv"

	"samantha"
	"samantha/internal/face/serve"
)

func startVerb() verb {
	return verb{
		name: "start", says: "wake her and open her page; samantha alone does it too",
		more: "  Ctrl-C lets her sleep; everything is kept. Started again while she is awake, it\n" +
			"  opens the page once more. Where no browser can be opened it shows a link for\n" +
			"  one, and at a terminal you can talk there and then.\n" +
			"  --listen ADDR   where her page is (127.0.0.1:" + strconv.Itoa(serve.Port) + "); addresses of this machine alone\n" +
			"  --no-open       show the link and open nothing",
		flags: []string{"listen", "no-open"}, stays: true,
		ready: func(_ context.Context, c *call) error { return c.checkListen() },
		run:   start, remote: open,
	}
}

// checkListen refuses an address that could be reached from outside.
func (c *call) checkListen() error {
	if c.listen == "" {
		return nil
	}
	_, err := serve.CheckAddress(c.listen)
	return err
}

// start is awake until ctx ends.
func start(ctx context.Context, c *call, a *app) error {
	return stay(ctx, c, a, "Ctrl-C lets her sleep; everything is kept.")
}

// stay opens her page, or shows where it is, and is awake until ctx ends. last is
// what is told when the page is open.
func stay(ctx context.Context, c *call, a *app, last string) error {
	person, err := a.Person(c.as)
	if err != nil {
		return err
	}
	if _, err := a.Session(ctx, person); err != nil { // she is awake before anybody can come
		return err
	}
	d, err := a.door(c)
	if err != nil {
		return err
	}
	defer d.Close()
	c.tellMoved(d.Address())
	opened, err := c.openPage(ctx, d.Address(), d.Link(person), "She is awake.", last)
	if err != nil {
		return err
	}
	if !opened && !c.noOpen && !c.json && isTerminal(c.in) {
		if err := talkVerb().ready(ctx, c); err != nil {
			return err
		}
		return talkHere(ctx, c, a)
	}
	<-ctx.Done()
	return nil
}

// tellMoved says aloud that her own port was taken.
func (c *call) tellMoved(address string) {
	_, port, err := net.SplitHostPort(address)
	if own := strconv.Itoa(serve.Port); err == nil && c.listen == "" && port != own {
		fmt.Fprintf(c.errs, "samantha: port %s is taken by another program; this time she is at %s\n", own, address)
	}
}

// open opens the page of whoever is awake in another process.
func open(ctx context.Context, c *call, to serve.Client) error {
	if c.listen != "" {
		return fmt.Errorf("she is awake already, at %s; --listen is for when she wakes: %w", to.Address, samantha.ErrInvalid)
	}
	link, err := to.Link(ctx, c.as)
	if err != nil {
		return err
	}
	_, err = c.openPage(ctx, to.Address, link, "She is awake already.", "")
	return err
}

// openPage opens the page in a browser, or shows the link.
func (c *call) openPage(ctx context.Context, address, link, first, last string) (opened bool, err error) {
	opened = !c.noOpen && browse(ctx, c.getenv, link)
	doc := struct {
		Page string `json:"page"`
		Link string `json:"link,omitempty"` // lets one browser in, once, within minutes
	}{Page: "http://" + address + "/", Link: link}
	if opened {
		doc.Link = ""
	}
	return opened, c.print(doc, func(out io.Writer) {
		fmt.Fprintln(out, first, "Her page:", doc.Page)
		if doc.Link != "" {
			fmt.Fprintf(out, "This link lets a browser on this machine in, once, within ten minutes:\n\n  %s\n\n", doc.Link)
		}
		if last != "" {
			fmt.Fprintln(out, last)
		}
	})
}
