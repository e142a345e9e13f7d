package fetch

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"syscall"
)

// part is a piece of the file, [From, To), of which Done bytes are there.
type part struct {
	From int64 `json:"from"`
	To   int64 `json:"to"`
	Done int64 `json:"done"`
}

func (p part) at() int64   { return p.From + p.Done }
func (p part) whole() bool { return p.at() == p.To }

// offsets are what stands in the JSON beside a partial file.
type offsets struct {
	Sum   string `json:"sha256"`
	Size  int64  `json:"size"`
	Parts []part `json:"parts"`
}

// most is how long the JSON may be, in bytes; ours has eight parts at most.
const most = 64 << 10

// split cuts a file into n parts, or fewer if they would be shorter than least.
func split(size int64, n int, least int64) []part {
	n = int(max(1, min(int64(n), size/max(1, least))))
	parts := make([]part, n)
	for i := range parts {
		parts[i] = part{From: size * int64(i) / int64(n), To: size * int64(i+1) / int64(n)}
	}
	return parts
}

// one is a single part that keeps what is there from the beginning on.
func one(parts []part) part {
	whole := part{To: parts[len(parts)-1].To}
	for _, p := range parts {
		whole.Done += p.Done
		if !p.whole() {
			break
		}
	}
	return whole
}

func there(parts []part) (n int64) {
	for _, p := range parts {
		n += p.Done
	}
	return n
}

// partial and beside are the names of the two files while a download is not at its end.
func partial(e Entry) string { return e.File() + ".partial" }
func beside(e Entry) string  { return e.File() + ".partial.json" }

// begun reads how far an earlier download came; nil is not at all, or not of this file.
// length is that of the partial file: what lies beyond it was never written.
func begun(d Disk, e Entry, length int64) []part {
	if _, err := d.Size(beside(e)); err != nil {
		return nil
	}
	text, err := readAll(d, beside(e))
	var o offsets
	if err != nil || json.Unmarshal(text, &o) != nil || o.Sum != e.Sum || o.Size != e.Size {
		return nil
	}
	end := int64(0)
	for i, p := range o.Parts {
		if p.From != end || p.To <= p.From || p.Done < 0 || p.at() > p.To {
			return nil
		}
		if p.at() > length {
			o.Parts[i].Done = max(0, length-p.From)
		}
		end = p.To
	}
	if end != e.Size {
		return nil
	}
	return o.Parts
}

func readAll(d Disk, name string) ([]byte, error) {
	f, err := d.Open(name)
	if err != nil {
		return nil, err
	}
	text, err := io.ReadAll(io.NewSectionReader(f, 0, most))
	return text, errors.Join(err, f.Close())
}

// keep writes down how far the parts are, which are on the disk already.
func keep(d Disk, e Entry, parts []part) error {
	text, err := json.Marshal(offsets{e.Sum, e.Size, parts})
	if err != nil {
		return err
	}
	return replace(d, beside(e), text)
}

// replace puts a small file in the place of one of the same name, whole or not at all.
func replace(d Disk, name string, text []byte) error {
	f, err := d.Open(name + ".new")
	if err != nil {
		return failed(err)
	}
	_, err = f.WriteAt(text, 0)
	if err = errors.Join(err, f.Truncate(int64(len(text))), f.Sync(), f.Close()); err != nil {
		return failed(err)
	}
	return failed(d.Rename(name+".new", name))
}

// failed is an error of the disk.
func failed(err error) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, syscall.ENOSPC):
		return fmt.Errorf("%w: %w", ErrNoRoom, err)
	}
	return fmt.Errorf("%w: %w", ErrDisk, err)
}

// drop removes files that may not be there.
func drop(d Disk, names ...string) (err error) {
	for _, name := range names {
		if e := d.Remove(name); e != nil && !errors.Is(e, fs.ErrNotExist) {
			err = errors.Join(err, failed(e))
		}
	}
	return err
}
