// Package past reads what a person kept before she was there: diaries in plain
// text or Markdown, and the talks they had with another assistant. It makes
// pieces of them, each with its own time and whose words it is, one paragraph or
// one message a piece; it decides nothing and keeps nothing.
//
// A piece has a mark made of its words, time and author. The same piece read
// twice, from another folder or a newer export, has the same mark, so twice is
// once.
package past

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"path"
	"slices"
	"strings"
	"time"

	"samantha"
)

// Piece is one thing written in the past.
type Piece struct {
	At    time.Time // when it was written; zero if nothing says
	Day   bool      // of At only the day is known
	By    Author    //
	Text  string    // as it was written
	Under string    // the title it stood under, or ""
	File  string    // the file it came from, as the person knows it
}

// Author is who wrote a piece.
type Author string

// The authors of a past.
const (
	Person    Author = "person"
	Assistant Author = "assistant" // whatever the person talked with then
)

// Mark is the same for the same words of the same author and time, wherever they
// are read from.
func (p Piece) Mark() string {
	sum := sha256.New()
	fmt.Fprintf(sum, "%d\n%s\n%s", p.At.Unix(), p.By, strings.Join(strings.Fields(p.Text), " "))
	return hex.EncodeToString(sum.Sum(nil)[:16])
}

// errStop ends a walk whose reader wants no more.
var errStop = errors.New("no more wanted")

// Read reads every file of a folder that it knows how to read, in the order of
// their names; zone is where a time without one was written. A file that it
// cannot read yields an error that names it, and the reading goes on.
func Read(dir fs.FS, zone *time.Location) iter.Seq2[Piece, error] {
	return func(yield func(Piece, error) bool) {
		err := fs.WalkDir(dir, ".", func(name string, d fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			hidden := name != "." && strings.HasPrefix(path.Base(name), ".")
			switch {
			case hidden && d.IsDir():
				return fs.SkipDir
			case hidden || d.IsDir() || !Readable(name):
				return nil
			}
			for p, err := range readFile(dir, name, zone) {
				if err != nil {
					err = fmt.Errorf("%s: %w", name, err)
				}
				if !yield(p, err) {
					return errStop
				}
			}
			return nil
		})
		if err != nil && !errors.Is(err, errStop) {
			yield(Piece{}, err)
		}
	}
}

// Readable reports whether a file is of a kind that [Read] knows, by its name.
func Readable(name string) bool {
	return slices.Contains([]string{".txt", ".text", ".md", ".markdown", ".json", ".zip"}, strings.ToLower(path.Ext(name)))
}

func readFile(dir fs.FS, name string, zone *time.Location) iter.Seq2[Piece, error] {
	switch strings.ToLower(path.Ext(name)) {
	case ".zip":
		return readZip(dir, name)
	case ".json":
		return readOpened(dir, name, func(r io.Reader) iter.Seq2[Piece, error] { return readTalks(r, name) })
	}
	return readOpened(dir, name, func(r io.Reader) iter.Seq2[Piece, error] { return readDiary(r, name, zone) })
}

// readOpened opens a file for a reader and closes it behind it.
func readOpened(dir fs.FS, name string, read func(io.Reader) iter.Seq2[Piece, error]) iter.Seq2[Piece, error] {
	return func(yield func(Piece, error) bool) {
		f, err := dir.Open(name)
		if err != nil {
			yield(Piece{}, err)
			return
		}
		defer f.Close()
		for p, err := range read(f) {
			if !yield(p, err) {
				return
			}
		}
	}
}

// talksFile is the one file of an export that holds the talks.
const talksFile = "conversations.json"

// readZip finds the talks in an export as it was downloaded.
func readZip(dir fs.FS, name string) iter.Seq2[Piece, error] {
	return func(yield func(Piece, error) bool) {
		data, err := fs.ReadFile(dir, name)
		if err != nil {
			yield(Piece{}, err)
			return
		}
		archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			yield(Piece{}, fmt.Errorf("no archive that can be opened: %w", samantha.ErrInvalid))
			return
		}
		if _, err := fs.Stat(archive, talksFile); err != nil {
			yield(Piece{}, fmt.Errorf("has no %s in it: %w", talksFile, samantha.ErrNotFound))
			return
		}
		read := readOpened(archive, talksFile, func(r io.Reader) iter.Seq2[Piece, error] { return readTalks(r, name) })
		for p, err := range read {
			if !yield(p, err) {
				return
			}
		}
	}
}
