package books

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"net/url"
	"path"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"samantha"
)

// container is META-INF/container.xml: where the package document is (EPUB 3.3,
// Open Container Format).
type container struct {
	Roots []struct {
		Path string `xml:"full-path,attr"`
	} `xml:"rootfiles>rootfile"`
}

// document is the package document: what the book is called, its files, and the
// order to read them in.
type document struct {
	Titles  []string `xml:"metadata>title"`
	Authors []string `xml:"metadata>creator"`
	Files   []struct {
		ID   string `xml:"id,attr"`
		Path string `xml:"href,attr"`
		Type string `xml:"media-type,attr"`
	} `xml:"manifest>item"`
	Order []struct {
		File   string `xml:"idref,attr"`
		Linear string `xml:"linear,attr"`
	} `xml:"spine>itemref"`
}

var errLocked = fmt.Errorf("it is locked by whoever sold it, and can't be read: %w", samantha.ErrInvalid)

// readEPUB reads a book's files in the order of its spine.
func readEPUB(data []byte) (Book, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return Book{}, fmt.Errorf("not an EPUB file: %w: %w", err, samantha.ErrInvalid)
	}
	e := epub{zip: z, left: MostBytes}
	var c container
	if err := e.xml("META-INF/container.xml", &c); err != nil {
		return Book{}, err
	}
	if len(c.Roots) == 0 {
		return Book{}, fmt.Errorf("an EPUB file without a book in it: %w", samantha.ErrInvalid)
	}
	if _, err := z.Open("META-INF/rights.xml"); err == nil {
		return Book{}, errLocked
	}
	return e.book(c.Roots[0].Path)
}

// epub is one file as it is read; left is how many bytes it may still unfold to.
type epub struct {
	zip  *zip.Reader
	left int64
}

func (e *epub) book(root string) (Book, error) {
	var d document
	if err := e.xml(root, &d); err != nil {
		return Book{}, err
	}
	b := Book{Title: first(d.Titles), Author: first(d.Authors)}
	paths := map[string]string{}
	for _, f := range d.Files {
		if strings.Contains(f.Type, "html") {
			paths[f.ID] = f.Path
		}
	}
	for _, o := range d.Order {
		href, ok := paths[o.File]
		if !ok || o.Linear == "no" {
			continue
		}
		name, err := url.PathUnescape(href)
		if err != nil {
			return Book{}, fmt.Errorf("%s: %w: %w", href, err, samantha.ErrInvalid)
		}
		page, err := e.file(path.Join(path.Dir(root), name))
		if err != nil {
			return Book{}, err
		}
		b.Paragraphs = append(b.Paragraphs, paragraphs(plain(page))...)
	}
	return b, nil
}

func (e *epub) xml(name string, into any) error {
	data, err := e.file(name)
	if err != nil {
		return err
	}
	d := xml.NewDecoder(bytes.NewReader(data))
	d.Strict = false
	if err := d.Decode(into); err != nil {
		return fmt.Errorf("%s: %w: %w", name, err, samantha.ErrInvalid)
	}
	return nil
}

func (e *epub) file(name string) ([]byte, error) {
	f, err := e.zip.Open(name)
	if err != nil {
		return nil, fmt.Errorf("%s is missing in it: %w", name, samantha.ErrInvalid)
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, e.left+1))
	if err != nil {
		return nil, fmt.Errorf("%s: %w: %w", name, err, samantha.ErrInvalid)
	}
	if e.left -= int64(len(data)); e.left < 0 {
		return nil, fmt.Errorf("it unfolds to more than %d MB: %w", MostBytes>>20, samantha.ErrInvalid)
	}
	return data, nil
}

// plain is the text of a page of XHTML, an empty line between its blocks.
func plain(page []byte) string {
	var out strings.Builder
	hidden := 0 // how deep in what is not read
	for z := html.NewTokenizer(bytes.NewReader(page)); ; {
		kind := z.Next()
		switch kind {
		case html.ErrorToken: // the end, or what a browser would not read either
			return out.String()
		case html.TextToken:
			if hidden == 0 {
				out.WriteString(strings.ReplaceAll(html.UnescapeString(string(z.Raw())), "\n", " "))
			}
			continue
		}
		tag, _ := z.TagName()
		switch name := string(tag); {
		case unread(name) && kind == html.StartTagToken:
			hidden++
		case unread(name) && kind == html.EndTagToken:
			hidden--
		case block(name):
			out.WriteString("\n\n")
		}
	}
}

func unread(tag string) bool {
	return slices.Contains([]string{"head", "style", "script"}, tag)
}

func block(tag string) bool {
	return slices.Contains([]string{"p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "section", "tr", "hr"}, tag)
}

func first(all []string) string {
	if len(all) == 0 {
		return ""
	}
	return strings.Join(strings.Fields(all[0]), " ")
}
