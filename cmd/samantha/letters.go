package main

import (
	"context"
	"fmt"
	"io"
	"strings"

	"samantha"
	"samantha/internal/mind"
	"samantha/internal/mind/letter"
)

func lettersVerb() verb {
	return verb{
		name: "letters", args: "[ID]", says: "letters she helped you write, each from your own sentences", most: 1,
		more: "  letters ID gives one as plain text, --html as a page to be printed; -n N as it\n" +
			"  was in its version N. --book gives all of them as one page to be printed, a\n" +
			"  keepsake book. With --json each sentence names the moment that it is from.\n" +
			"  A letter is begun in talk: \"help me write a letter to my sister\".",
		flags: []string{"html", "book", "n"},
		run:   runLetters,
	}
}

func runLetters(ctx context.Context, c *call, a *app) error {
	r, err := a.mind(ctx, c.as)
	if err != nil {
		return err
	}
	all, err := r.mind.Letters(ctx)
	if err != nil {
		return err
	}
	switch {
	case c.book:
		return printBook(c, all)
	case len(c.args) == 0:
		return c.print(all, func(out io.Writer) { listLetters(c, out, all) })
	}
	l, err := letterOf(all, c.text(0))
	if err != nil {
		return err
	}
	w, err := l.InVersion(c.number)
	if err != nil {
		return err
	}
	if c.html && !c.json {
		return letter.Page(c.out, "", []letter.Written{w})
	}
	if c.json {
		return c.print(l, nil)
	}
	_, err = io.WriteString(c.out, w.Text())
	return err
}

// letterOf is the letter with an id, or that of one of its lines.
func letterOf(all []mind.Letter, text string) (mind.Letter, error) {
	id, err := samantha.ParseID(text)
	if err != nil {
		return mind.Letter{}, err
	}
	for _, l := range all {
		if l.ID == id || l.ID.Event() == id {
			return l, nil
		}
	}
	return mind.Letter{}, fmt.Errorf("%s is no letter; samantha letters lists them: %w", id, samantha.ErrNotFound)
}

// listLetters lists them: whom to, how far, how it begins.
func listLetters(c *call, out io.Writer, all []mind.Letter) {
	for _, l := range all {
		state := "open"
		if l.Done {
			state = "done"
		}
		to := l.To
		if to == "" {
			to = "somebody"
		}
		fmt.Fprintf(out, "%-16s %s  %-4s  to %s: %s\n", l.ID, c.stamp(l.Changed), state, to, beginning(l.Body()))
	}
	if len(all) == 0 {
		fmt.Fprintln(out, "None. Say \"help me write a letter to ...\", and you begin one.")
	}
}

// beginningWords is how much of a letter the list shows.
const beginningWords = 8

func beginning(body string) string {
	words := strings.Fields(body)
	if len(words) > beginningWords {
		return strings.Join(words[:beginningWords], " ") + " …"
	}
	return strings.Join(words, " ")
}

// printBook writes all letters that say anything as one page.
func printBook(c *call, all []mind.Letter) error {
	var written []letter.Written
	for _, l := range all {
		if len(l.Sentences) > 0 {
			written = append(written, l.Written)
		}
	}
	if c.json {
		return c.print(written, nil)
	}
	return letter.Page(c.out, "Letters", written)
}
