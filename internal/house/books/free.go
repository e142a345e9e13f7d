package books

import (
	"cmp"
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"

	"samantha"
)

//go:embed free.txt
var freeTable string

// Free is a text in the public domain that lies on this machine.
type Free struct {
	Title  string   `json:"title"`
	Author string   `json:"author"`
	Died   int      `json:"died"`  // the author, which is why it is free
	Files  []string `json:"files"` // below the root they were found in, in order
	sum    string
}

// work is a row of free.txt.
type work struct {
	Free
	path string
}

// FindFree finds the works of free.txt below a root, by where they lie: nothing is
// opened. Whether they are what they seem [Free.Read] sees.
func FindFree(root fs.FS) ([]Free, error) {
	works, err := readFree(freeTable)
	if err != nil {
		return nil, err
	}
	return find(root, works), nil
}

func find(root fs.FS, works []work) []Free {
	var found []Free
	for _, w := range works {
		for _, dir := range folders(root, path.Dir(w.path)) {
			f := w.Free
			f.Files, _ = fs.Glob(root, path.Join(dir, path.Base(w.path)))
			if len(f.Files) == 0 {
				continue
			}
			slices.SortFunc(f.Files, func(a, b string) int { return cmp.Or(cmp.Compare(number(a), number(b)), cmp.Compare(a, b)) })
			found = append(found, f)
			break
		}
	}
	return found
}

// folders are the folders below a root whose path is, or ends with, the pattern.
func folders(root fs.FS, pattern string) []string {
	for _, deep := range []string{pattern, path.Join("*", pattern)} {
		if dirs, _ := fs.Glob(root, deep); len(dirs) > 0 {
			return dirs
		}
	}
	return nil
}

// number is the last number in a name, or -1.
func number(name string) int {
	digits := func(r rune) bool { return r >= '0' && r <= '9' }
	end := strings.LastIndexFunc(name, digits) + 1
	begin := strings.LastIndexFunc(name[:end], func(r rune) bool { return !digits(r) }) + 1
	n, err := strconv.Atoi(name[begin:end])
	if err != nil {
		return -1
	}
	return n
}

// Read reads the text if it is, to the byte, the one that is known to be free.
func (f Free) Read(root fs.FS) (Book, error) {
	var text []byte
	for _, name := range f.Files {
		data, err := fs.ReadFile(root, name)
		if err != nil {
			return Book{}, fmt.Errorf("%s: %w", f.Title, err)
		}
		text = append(text, data...)
	}
	if sum := sha256.Sum256(text); hex.EncodeToString(sum[:]) != f.sum {
		return Book{}, fmt.Errorf("%s: the text there is not the one known to be free; samantha shelf add takes the file if you may read it: %w", f.Title, samantha.ErrInvalid)
	}
	b := readText(decoded(text))
	b.Title, b.Author = f.Title, f.Author
	return b, nil
}

func readFree(table string) ([]work, error) {
	var works []work
	for _, l := range samantha.Lines("free.txt", table) {
		if strings.TrimSpace(l.Text) == "" {
			continue
		}
		cells := strings.Split(l.Text, "|")
		if len(cells) != 5 {
			return nil, l.Bad("want title | author | died | sum | path")
		}
		for i := range cells {
			cells[i] = strings.TrimSpace(cells[i])
		}
		died, err := strconv.Atoi(cells[2])
		if err != nil || died >= 1955 || len(cells[3]) != 2*sha256.Size {
			return nil, l.Bad("want a year before 1955 and a SHA-256")
		}
		works = append(works, work{Free{Title: cells[0], Author: cells[1], Died: died, sum: cells[3]}, cells[4]})
	}
	return works, nil
}
