package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"samantha"
	"samantha/internal/house/books"
	"samantha/internal/mind/shelf"
)

func shelfVerb() verb {
	return verb{
		name: "shelf", args: "[add FILE | find]", says: "the books she reads at night, and where she is in them", most: -1, choose: []string{"add", "find"},
		more: "  shelf add FILE puts a book there: text, Markdown or EPUB. It is kept as she\n" +
			"  keeps all else: sealed, and with her when she moves. shelf find tells which\n" +
			"  texts in the public domain lie on this machine; shelf add takes one by its\n" +
			"  title. samantha forget ID takes a book down again, with all she has of it;\n" +
			"  --all shows every sentence she stopped at.",
		flags: []string{"all"},
		ready: func(_ context.Context, c *call) error {
			if len(c.args) < 2 || c.args[0] != "add" {
				return nil
			}
			path, err := filepath.Abs(c.text(1))
			if err != nil {
				return err
			}
			if info, err := os.Stat(path); err == nil && !info.IsDir() {
				c.args = []string{"add", path}
			} // else it may be a title
			return nil
		},
		run: runShelf,
	}
}

func runShelf(ctx context.Context, c *call, a *app) error {
	switch {
	case len(c.args) == 0:
		return listShelf(ctx, c, a)
	case c.args[0] == "find" && len(c.args) == 1:
		return findBooks(c)
	case c.args[0] == "add" && len(c.args) > 1:
		return addBook(ctx, c, a)
	}
	return fmt.Errorf("usage: samantha shelf [add FILE | find]: %w", samantha.ErrInvalid)
}

// onShelf is a book as `shelf` shows it.
type onShelf struct {
	shelf.Book
	Part  float64      `json:"part"` // read, 0..1
	Stops []shelf.Stop `json:"stops,omitempty"`
}

func listShelf(ctx context.Context, c *call, a *app) error {
	r, err := a.mind(ctx, c.as)
	if err != nil {
		return err
	}
	list, err := r.mind.Shelf(ctx)
	if err != nil {
		return err
	}
	all := make([]onShelf, 0, len(list))
	for _, b := range list {
		all = append(all, onShelf{b, b.Part(), b.Passages()})
	}
	return c.print(all, func(out io.Writer) {
		for _, b := range all {
			fmt.Fprintf(out, "%-6s %s  %s\n", b.ID, byAuthor(b.Title, b.Author), progress(b.Book))
			stops := b.Stops
			if n := len(stops); n > 1 && !c.all {
				stops = stops[n-1:]
			}
			for _, p := range stops {
				fmt.Fprintf(out, "       %s  night of %s: “%s”\n", p.ID, p.Night, p.Text)
			}
		}
		if len(all) == 0 {
			fmt.Fprintln(out, "Nothing. samantha shelf add FILE puts a book there; samantha shelf find looks for one.")
		}
	})
}

func byAuthor(title, author string) string {
	if author == "" {
		return title
	}
	return title + ", by " + author
}

func progress(b shelf.Book) string {
	switch {
	case len(b.Nights) == 0:
		return fmt.Sprintf("(%d words, not opened)", b.Words)
	case b.Finished():
		return fmt.Sprintf("(read in %s)", counted(len(b.Nights), "night"))
	}
	return fmt.Sprintf("(%.0f %% of %d words, in %s)", 100*b.Part(), b.Words, counted(len(b.Nights), "night"))
}

// shelved is what `shelf add` tells of.
type shelved struct {
	shelf.Book
	Known bool `json:"known"` // it was there before
}

func addBook(ctx context.Context, c *call, a *app) error {
	r, err := a.mind(ctx, c.as)
	if err != nil {
		return err
	}
	book, free, err := readBook(c.text(1), c.getenv)
	if err != nil {
		return err
	}
	text := book.Text()
	sum := sha256.Sum256([]byte(text))
	b, known, err := r.mind.Shelve(ctx, &samantha.Shelved{
		Words: samantha.ShelvedWords{Title: book.Title, Author: book.Author, Text: text},
		Numbers: samantha.ShelvedNumbers{
			Mark: hex.EncodeToString(sum[:16]), Paragraphs: len(book.Paragraphs), Words: book.Words(), Free: free,
		},
	})
	if err != nil {
		return err
	}
	return c.print(shelved{b, known}, func(out io.Writer) {
		if known {
			fmt.Fprintf(out, "%s is on her shelf already, as %s.\n", byAuthor(b.Title, b.Author), b.ID)
			return
		}
		fmt.Fprintf(out, "%s is on her shelf: %d words, as %s. She reads at night, some pages at a time.\n", byAuthor(b.Title, b.Author), b.Words, b.ID)
	})
}

// readBook reads a file, or a text in the public domain by its title; free is set
// for the second.
func readBook(name string, getenv func(string) string) (b books.Book, free bool, err error) {
	if filepath.IsAbs(name) {
		info, err := os.Stat(name)
		if err == nil && info.Size() > books.MostBytes {
			return b, false, fmt.Errorf("%s: larger than %d MB: %w", filepath.Base(name), books.MostBytes>>20, samantha.ErrInvalid)
		}
		data, err := os.ReadFile(name)
		if err != nil {
			return b, false, err
		}
		b, err = books.Read(filepath.ToSlash(name), data)
		return b, false, err
	}
	found, err := findFree(freeRoots(getenv))
	if err != nil {
		return b, false, err
	}
	for _, f := range found {
		if strings.EqualFold(f.Title, name) {
			b, err = f.Read(f.root)
			return b, true, err
		}
	}
	return b, false, fmt.Errorf("%s: no such file, and no text of that title on this machine (samantha shelf find tells which are): %w", name, samantha.ErrNotFound)
}

// found is a text in the public domain, and where it lies.
type found struct {
	books.Free
	Root string `json:"root"`
	root fs.FS
}

func findBooks(c *call) error {
	all, err := findFree(freeRoots(c.getenv))
	if err != nil {
		return err
	}
	return c.print(all, func(out io.Writer) {
		for _, f := range all {
			fmt.Fprintf(out, "%s (died %d), in %s\n", byAuthor(f.Title, f.Author), f.Died, filepath.Join(f.Root, filepath.FromSlash(f.Files[0])))
		}
		if len(all) == 0 {
			fmt.Fprintln(out, "None that she knows of lies on this machine.")
			return
		}
		fmt.Fprintln(out, "samantha shelf add TITLE takes one.")
	})
}

// findFree looks below each root; a work found twice is told once.
func findFree(roots []string) ([]found, error) {
	all := []found{}
	for _, root := range roots {
		dir := os.DirFS(root)
		works, err := books.FindFree(dir)
		if err != nil {
			return nil, err
		}
		for _, w := range works {
			if !slices.ContainsFunc(all, func(f found) bool { return f.Title == w.Title }) {
				all = append(all, found{w, root, dir})
			}
		}
	}
	return all, nil
}

// freeRoots are where packages put their files: Go itself and its modules, and
// npm's, of the system, of the person, and of the folder one stands in.
func freeRoots(getenv func(string) string) []string {
	var roots []string
	add := func(parts ...string) {
		dir := filepath.Join(parts...)
		if _, err := os.Stat(dir); err == nil || !errors.Is(err, fs.ErrNotExist) {
			roots = append(roots, dir)
		}
	}
	for _, name := range []string{"GOROOT", "GOMODCACHE"} {
		if dir := getenv(name); dir != "" {
			add(dir)
		}
	}
	for _, dir := range []string{"/usr/local/go", "/usr/lib/go", "/usr/share/go", "/usr/local/lib/node_modules", "/usr/lib/node_modules"} {
		add(dir)
	}
	if home, err := os.UserHomeDir(); err == nil {
		add(home, "go", "pkg", "mod")
		add(home, "sdk")
		add(home, "node_modules")
	}
	if here, err := os.Getwd(); err == nil {
		add(here, "node_modules")
	}
	return roots
}
