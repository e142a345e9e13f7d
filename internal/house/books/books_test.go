package books

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"samantha"
)

// prose is so many words, in paragraphs of a sentence each.
func prose(words int) string {
	return strings.Repeat("The tide went out\nand nobody saw it.\n\n", words/8+1)
}

func TestText(t *testing.T) {
	wrapped := "\ufeffThe Project Gutenberg eBook\r\n\r\nTitle: The Tide\r\nAuthor: A. Person\r\n\r\n*** START OF THIS BOOK ***\r\n" +
		strings.ReplaceAll(prose(400), "\n", "\r\n") + "* * *\r\n\r\n*** END OF THIS BOOK ***\r\nthe licence"
	b, err := Read("x/tide.txt", []byte(wrapped))
	if err != nil {
		t.Fatal(err)
	}
	if b.Title != "The Tide" || b.Author != "A. Person" || strings.Contains(b.Text(), "licence") || strings.Contains(b.Text(), "*") {
		t.Errorf("%q by %q, ends %q", b.Title, b.Author, b.Paragraphs[len(b.Paragraphs)-1])
	}
	if b.Paragraphs[0] != "The tide went out and nobody saw it." {
		t.Errorf("first: %q", b.Paragraphs[0])
	}
}

func TestOldFilesAndLongLines(t *testing.T) {
	b, err := Read("the_long-way.txt", []byte("Caf\xe9. "+strings.Repeat("One sentence after another stood there. ", 200)))
	if err != nil {
		t.Fatal(err)
	}
	if b.Title != "the long way" || !strings.HasPrefix(b.Paragraphs[0], "Café.") || len(b.Paragraphs) < 4 {
		t.Errorf("%q, %d paragraphs, begins %.20q", b.Title, len(b.Paragraphs), b.Paragraphs[0])
	}
	for _, p := range b.Paragraphs {
		if !strings.HasSuffix(p, ".") {
			t.Errorf("cut in a sentence: %q", p)
		}
	}
}

func TestMarkdown(t *testing.T) {
	b, err := Read("n.md", []byte("# The *Tide*\n\n## One\n\n> It went **out** to [the bar](http://x.test), ![a picture](y.png) slowly.\n\n```\ncode()\n```\n\n"+prose(400)))
	if err != nil {
		t.Fatal(err)
	}
	if b.Title != "The Tide" || b.Paragraphs[0] != "One" || b.Paragraphs[1] != "It went out to the bar, a picture slowly." || strings.Contains(b.Text(), "code()") {
		t.Errorf("%q: %q", b.Title, b.Paragraphs[:3])
	}
}

// epubFile makes an EPUB of some files.
func epubFile(t testing.TB, files map[string]string) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for name, text := range files {
		w, err := z.Create(name)
		if err == nil {
			_, err = w.Write([]byte(text))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func anEPUB() map[string]string {
	page := func(p string) string {
		return `<html><head><title>no</title><style>p{}</style></head><body><h1>` + p + `</h1>` + strings.Repeat("<p>The tide went\nout &amp; <i>nobody</i> saw it.</p>", 40) + `</body></html>`
	}
	return map[string]string{
		"META-INF/container.xml": `<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>`,
		"OEBPS/book.opf": `<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>The Tide</dc:title><dc:creator>A. Person</dc:creator></metadata>
			<manifest><item id="b" href="two%20.xhtml" media-type="application/xhtml+xml"/><item id="a" href="one.xhtml" media-type="application/xhtml+xml"/><item id="n" href="notes.xhtml" media-type="application/xhtml+xml"/><item id="c" href="c.png" media-type="image/png"/></manifest>
			<spine><itemref idref="c"/><itemref idref="a"/><itemref idref="b"/><itemref idref="n" linear="no"/></spine></package>`,
		"OEBPS/one.xhtml":  page("First"),
		"OEBPS/two .xhtml": page("Second"),
	}
}

func TestEPUB(t *testing.T) {
	b, err := Read("t.epub", epubFile(t, anEPUB()))
	if err != nil {
		t.Fatal(err)
	}
	if b.Title != "The Tide" || b.Author != "A. Person" {
		t.Errorf("%q by %q", b.Title, b.Author)
	}
	if b.Paragraphs[0] != "First" || b.Paragraphs[1] != "The tide went out & nobody saw it." || b.Paragraphs[41] != "Second" || len(b.Paragraphs) != 82 {
		t.Errorf("%d paragraphs: %q", len(b.Paragraphs), b.Paragraphs[:2])
	}
}

func TestWhatIsNoBook(t *testing.T) {
	locked, torn := anEPUB(), anEPUB()
	locked["META-INF/rights.xml"] = "<rights/>"
	delete(torn, "OEBPS/one.xhtml")
	big := anEPUB()
	big["OEBPS/one.xhtml"] = strings.Repeat("<p>a</p>", MostBytes/8+1)
	for name, data := range map[string][]byte{
		"locked.epub": epubFile(t, locked), "torn.epub": epubFile(t, torn), "big.epub": epubFile(t, big),
		"empty.epub": epubFile(t, map[string]string{"META-INF/container.xml": "<container/>"}),
		"not.epub":   []byte("PK"), "short.txt": []byte("Only this."), "film.mp4": []byte(prose(400)),
	} {
		_, err := Read("dir/"+name, data)
		if !errors.Is(err, samantha.ErrInvalid) || !strings.HasPrefix(err.Error(), name+": ") || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add("a.epub", epubFile(f, anEPUB()))
	f.Add("a.md", []byte("# [a](b\n**"))
	f.Add("a.txt", []byte("*** START OF\n*** END OF"))
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		b, err := Read(name, data)
		if err == nil && (b.Words() < LeastWords || b.Title == "" && name != "") && titleOf(name) != "" {
			t.Errorf("%q of %d words", b.Title, b.Words())
		}
	})
}

func TestFreeTexts(t *testing.T) {
	works, err := readFree(freeTable)
	if err != nil || len(works) == 0 {
		t.Fatal(err)
	}
	parts := []string{"CHAPTER 1.\n\n" + prose(200), "CHAPTER 2.\n\n" + prose(200)}
	sum := sha256.Sum256([]byte(strings.Join(parts, "")))
	row := fmt.Sprintf("The Tide | A. Person | 1880 | %s | @x/tide/data/chapter_*.txt", hex.EncodeToString(sum[:]))
	works, err = readFree(row)
	if err != nil {
		t.Fatal(err)
	}
	dir := fstest.MapFS{
		"@x/tide/data/chapter_1.txt": {Data: []byte(parts[0])},
		"@x/tide/data/chapter_2.txt": {Data: []byte(parts[1])},
		"@x/tide/data/chapter_2.css": {Data: []byte("no")},
	}
	found := find(dir, works)
	if len(found) != 1 || len(found[0].Files) != 2 {
		t.Fatalf("found %+v", found)
	}
	b, err := found[0].Read(dir)
	if err != nil || b.Title != "The Tide" || b.Author != "A. Person" || b.Paragraphs[0] != "CHAPTER 1." {
		t.Errorf("%v %+v", err, b.Title)
	}
	dir["@x/tide/data/chapter_2.txt"].Data[3]++
	if _, err := found[0].Read(dir); !errors.Is(err, samantha.ErrInvalid) {
		t.Errorf("another text passed: %v", err)
	}
	for _, bad := range []string{"a | b | c", "a | b | 1960 | " + hex.EncodeToString(sum[:]) + " | x", "a | b | 1900 | 00 | x"} {
		if _, err := readFree(bad); !errors.Is(err, samantha.ErrInvalid) {
			t.Errorf("%q: %v", bad, err)
		}
	}
}

func TestPartsInOrder(t *testing.T) {
	for name, want := range map[string]int{"a/chapter_10.txt": 10, "b2/preface.txt": 2, "none": -1} {
		if got := number(name); got != want {
			t.Errorf("%s: %d", name, got)
		}
	}
}
