package serve

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"

	"samantha"
)

// mostShelved is the longest file for her shelf, in bytes; `shelf add` sets the
// same bound.
const mostShelved = 16 << 20

// shelve puts a file that a page sends on her shelf. It is told by the verb, so
// that a page can do no more than a command line; the file itself lies beside it
// only as long as that takes.
func (s *Server) shelve(w http.ResponseWriter, r *http.Request, v visitor) {
	dir, err := os.MkdirTemp("", "samantha-shelf-")
	if err != nil {
		refuse(w, err)
		return
	}
	defer func() { _ = os.RemoveAll(dir) }() // a leftover in a folder for leftovers
	file, err := received(http.MaxBytesReader(w, r.Body, mostShelved), dir, r.URL.Query().Get("name"))
	if err != nil {
		w.Header().Set("Content-Type", "application/json")
		_ = json.NewEncoder(w).Encode(Told{Exit: exitUsage, Error: samantha.Plainly(err)}) // who asked may be gone
		return
	}
	told := Told{}
	var out, errs bytes.Buffer
	told.Exit = s.her.Verb(r.Context(), Call{Args: []string{shelfVerb, "--json", "--as=" + v.person, "--", "add", file}}, &out, &errs)
	told.Error = strings.TrimPrefix(oneLine(errs.String()), "samantha: ")
	if doc := bytes.TrimSpace(out.Bytes()); json.Valid(doc) {
		told.Doc = doc
	}
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(told) // who asked may be gone
}

// received writes what is sent to a file of that name in dir: the name tells the
// kind of a book, and its title where the book itself doesn't.
func received(body io.Reader, dir, name string) (string, error) {
	if !plainName(name) {
		return "", fmt.Errorf("%.40q is no name of a file: %w", name, samantha.ErrInvalid)
	}
	path := filepath.Join(dir, name)
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return "", err
	}
	_, err = io.Copy(f, body)
	if over := (*http.MaxBytesError)(nil); errors.As(err, &over) {
		err = fmt.Errorf("%s is larger than %d MB: %w", name, mostShelved>>20, samantha.ErrInvalid)
	}
	return path, errors.Join(err, f.Close())
}

// plainName is a file's own name, without a folder or a sign that no disk takes.
func plainName(name string) bool {
	return name != "" && len(name) <= 200 && !strings.HasPrefix(name, ".") && !strings.ContainsAny(name, "/\\\x00:*?\"<>|\n\r")
}
