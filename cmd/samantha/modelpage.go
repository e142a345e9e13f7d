package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"samantha"
	"samantha/internal/face/serve"
	"samantha/internal/house/outside"
)

// leavingDoc is what a page shows before words may go to a model elsewhere.
type leavingDoc struct {
	Host  string `json:"host"`
	Model string `json:"model"`
	// Plain: it goes without encryption, so whoever is on the way can read it, too.
	Plain bool `json:"plain"`
}

// useIn chooses a model for a page as `model use` and `model off` do for a command line. A
// yes is worth something only for the very host that it names.
func (a *app) useIn(home string) serve.Use {
	return func(ctx context.Context, person string, want serve.WantedModel) ([]byte, error) {
		c, err := parse(pageWish(home, person, want), a.getenv)
		if err != nil {
			return nil, err
		}
		var out bytes.Buffer
		c.owner, c.in, c.out, c.errs, c.zone = a, strings.NewReader(""), &out, &out, zone()
		c.yes = true // what it was said to is looked at below, once the wish makes sense
		if err := allowModel(ctx, c); err != nil {
			return nil, err
		}
		if w := c.wish(); w.remote() {
			door, err := outside.Away(w.URL)
			switch {
			case err != nil:
				return nil, err
			case want.Yes == "":
				return json.Marshal(map[string]leavingDoc{"asks": {door.Host(), w.Model, w.unencrypted()}})
			case want.Yes != door.Host():
				return nil, fmt.Errorf("the yes was for %.80s, and this is %s: %w", want.Yes, door.Host(), samantha.ErrInvalid)
			}
		}
		err = useModel(ctx, c, a)
		return out.Bytes(), err
	}
}

// pageWish is a page's wish as it would be typed. The key, if it gets one, is that of the
// one variable that is made for it: a page names none.
func pageWish(home, person string, want serve.WantedModel) []string {
	line := []string{"model", "--home=" + home, "--as=" + person, "--json"}
	if want.Off {
		return append(line, "--", "off")
	}
	for name, value := range map[string]string{"model": want.Model, "url": want.URL, "dialect": want.Dialect} {
		if value != "" {
			line = append(line, "--"+name+"="+value)
		}
	}
	if want.Key {
		line = append(line, "--key-env="+envKey)
	}
	return append(line, "--", "use")
}

// unencrypted: what goes there can be read on its way.
func (w wish) unencrypted() bool { return strings.HasPrefix(strings.ToLower(w.URL), "http:") }

// examineIn puts the model she has to the test for a page as `model test` does for a command
// line, and tells how far it is.
func (a *app) examineIn(home string) serve.Examine {
	return func(ctx context.Context, person string, events io.Writer) ([]byte, error) {
		c, err := parse([]string{"model", "--home=" + home, "--as=" + person, "--json", "--", "test"}, a.getenv)
		if err != nil {
			return nil, err
		}
		var out bytes.Buffer
		c.owner, c.in, c.out, c.errs, c.zone = a, strings.NewReader(""), &out, io.Discard, zone()
		c.counted = func(done, of int) {
			if line, err := json.Marshal(map[string]int{"done": done, "of": of}); err == nil {
				_, _ = events.Write(append(line, '\n')) // who watches may be gone
			}
		}
		err = useModel(ctx, c, a)
		return out.Bytes(), err
	}
}
