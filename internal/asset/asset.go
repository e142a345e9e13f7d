// Package asset writes what is embedded into the binary: the same bytes every time, so
// that two builds of one source are one file.
package asset

import (
	"bytes"
	"compress/gzip"
	"errors"
	"os"
)

// Squeeze is the data in gzip, as small as it goes; without a name or a time in it.
func Squeeze(data []byte) ([]byte, error) {
	var out bytes.Buffer
	w, err := gzip.NewWriterLevel(&out, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	_, err = w.Write(data)
	err = errors.Join(err, w.Close())
	return out.Bytes(), err
}

// Replace writes a file whole or not at all.
func Replace(file string, data []byte) error {
	next := file + ".next"
	if err := os.WriteFile(next, data, 0o644); err != nil {
		return err
	}
	return os.Rename(next, file)
}
