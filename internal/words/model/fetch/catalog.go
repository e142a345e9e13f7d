// Package fetch brings large files to this machine once somebody has said yes: language
// models, voices and ears alike.
//
// The idea: a file is known by its digest before its first byte is asked for, so it does
// not matter who sends it, in how many pieces, or how often the line is cut. Pieces are
// written where they belong into one partial file, and a small JSON beside it says how far
// each piece is; whoever goes on tomorrow goes on from there. Only a file whose digest is
// right gets its name. Nothing here opens a connection: the way out is given ([Way]), and
// so are the clock and the disk.
package fetch

import (
	_ "embed"
	"encoding/hex"
	"fmt"
	"net/url"
	"path"
	"slices"
	"strconv"
	"strings"

	"samantha"
)

//go:embed catalog.txt
var catalogText string

// Entry is one thing that can be fetched.
type Entry struct {
	ID      string   `json:"id"`
	Name    string   `json:"name"` // as its makers call it
	Kind    string   `json:"kind"` // [Model], [Voice] or [Ear]
	URLs    []string `json:"urls"` // tried in turn
	Sum     string   `json:"sha256"`
	Checked bool     `json:"checked"` // the digest was compared with other records
	Size    int64    `json:"size"`    // bytes
	Licence string   `json:"licence"`
	Memory  float64  `json:"memory"` // GB that the machine should have
	Card    bool     `json:"card"`   // it is slow without a graphics card
	Tools   bool     `json:"tools"`
	Says    string   `json:"says"`
}

// What an entry can be.
const (
	Model = "model"
	Voice = "voice"
	Ear   = "ear"
)

// File is the name it has on disk.
func (e Entry) File() string {
	u, err := url.Parse(e.URLs[0])
	if err != nil {
		return e.ID // the catalog was read, so it is an address
	}
	return e.ID + path.Ext(u.Path)
}

// Catalog is what this program knows of.
func Catalog() ([]Entry, error) { return Parse(catalogText) }

// Find is the entry of an id. It fails with [samantha.ErrNotFound] and names those there
// are.
func Find(list []Entry, id string) (Entry, error) {
	var ids []string
	for _, e := range list {
		if e.ID == id {
			return e, nil
		}
		ids = append(ids, e.ID)
	}
	return Entry{}, fmt.Errorf("there is no %q in the catalog; there are %s: %w", id, strings.Join(ids, ", "), samantha.ErrNotFound)
}

// Parse reads a catalog as catalog.txt explains it. Every entry has to be whole: what
// cannot be checked is not offered.
func Parse(text string) ([]Entry, error) {
	var list []Entry
	var e Entry
	begun := false
	for i, line := range strings.Split(text+"\n\n", "\n") {
		line = strings.TrimSpace(line)
		switch key, value, _ := strings.Cut(line, " "); {
		case strings.HasPrefix(line, "#"):
		case line != "":
			begun = true
			if err := e.set(key, strings.TrimSpace(value)); err != nil {
				return nil, fmt.Errorf("catalog, line %d: %w", i+1, err)
			}
		case begun:
			if err := e.check(list); err != nil {
				return nil, fmt.Errorf("catalog, before line %d: %w", i+1, err)
			}
			list, e, begun = append(list, e), Entry{}, false
		}
	}
	return list, nil
}

func (e *Entry) set(key, value string) (err error) {
	switch key {
	case "id":
		e.ID = value
	case "name":
		e.Name = value
	case "kind":
		e.Kind = value
	case "url":
		e.URLs = append(e.URLs, value)
	case "sha256":
		e.Sum = value
	case "licence":
		e.Licence = value
	case "says":
		e.Says = value
	case "size":
		e.Size, err = strconv.ParseInt(value, 10, 64)
	case "memory":
		e.Memory, err = strconv.ParseFloat(value, 64)
	case "checked":
		e.Checked, err = yes(value)
	case "card":
		e.Card, err = yes(value)
	case "tools":
		e.Tools, err = yes(value)
	default:
		err = fmt.Errorf("there is no %q: %w", key, samantha.ErrInvalid)
	}
	return err
}

func yes(value string) (bool, error) {
	if value != "yes" && value != "no" {
		return false, fmt.Errorf("%q is neither yes nor no: %w", value, samantha.ErrInvalid)
	}
	return value == "yes", nil
}

// check sees that an entry is whole and its id new.
func (e Entry) check(before []Entry) error {
	digest, err := hex.DecodeString(e.Sum)
	switch {
	case e.ID == "" || strings.Trim(e.ID, "abcdefghijklmnopqrstuvwxyz0123456789.-") != "" || e.ID[0] == '.':
		return fmt.Errorf("%q is no id: %w", e.ID, samantha.ErrInvalid)
	case slices.ContainsFunc(before, func(o Entry) bool { return o.ID == e.ID }):
		return fmt.Errorf("%s is there twice: %w", e.ID, samantha.ErrInvalid)
	case !slices.Contains([]string{Model, Voice, Ear}, e.Kind):
		return fmt.Errorf("%s: %q is neither model, voice nor ear: %w", e.ID, e.Kind, samantha.ErrInvalid)
	case err != nil || len(digest) != 32 || e.Sum != strings.ToLower(e.Sum):
		return fmt.Errorf("%s has no sha256 in small letters: %w", e.ID, samantha.ErrInvalid)
	case e.Size <= 0 || e.Memory <= 0 || e.Name == "" || e.Licence == "" || e.Says == "":
		return fmt.Errorf("%s is not whole: %w", e.ID, samantha.ErrInvalid)
	case len(e.URLs) == 0:
		return fmt.Errorf("%s is nowhere: %w", e.ID, samantha.ErrInvalid)
	}
	for _, address := range e.URLs {
		if u, err := url.Parse(address); err != nil || u.Scheme != "https" || u.Hostname() == "" || path.Base(u.Path) == "/" {
			return fmt.Errorf("%s: %q is no address of a file on https: %w", e.ID, address, samantha.ErrInvalid)
		}
	}
	return nil
}
