package engine

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"samantha"
)

// ErrNotBuilt: there is no engine on this machine.
var ErrNotBuilt = fmt.Errorf("this build of her has no engine for local models; install npm (it comes with Node.js) and run make build again: %w", samantha.ErrNotFound)

// Names of what pack puts into assets, and of what is unpacked from it.
const (
	packedLibraries = "libraries.tar.gz"
	packedProgram   = "program.gz"
	program         = "samantha-engine"
	mostUnpacked    = 1 << 30 // bytes of all of it
)

// Place is where the engine is: its program, with llama.cpp's libraries beside it.
type Place struct{ Dir string }

// Program is the program to run.
func (p Place) Program() string { return filepath.Join(p.Dir, program) }

// Built tells whether the engine was packed into this program.
func Built() bool {
	_, err := fs.Stat(assets, path.Join(assetsIn, packedProgram))
	return err == nil
}

// Licence is the licence text of the libraries, which goes wherever they go; "" if
// none were built in.
func Licence() string {
	text, err := assets.ReadFile(path.Join(assetsIn, "LICENSE"))
	if err != nil || !Built() {
		return ""
	}
	return string(text)
}

// Locate finds the engine: what was packed in, unpacked into a folder of hers the
// first time; else what stands beside her own program, or in that folder already.
func Locate(own string) (Place, error) {
	if Built() {
		return unpack(own)
	}
	beside := ""
	if self, err := os.Executable(); err == nil {
		beside = filepath.Join(filepath.Dir(self), "engine")
	}
	for _, dir := range []string{beside, own} {
		if info, err := os.Stat(filepath.Join(dir, program)); dir != "" && err == nil && info.Mode().IsRegular() {
			return Place{dir}, nil
		}
	}
	return Place{}, ErrNotBuilt
}

// unpack puts this program's engine into a folder named by what it is. It stands
// there whole or not at all, and those of other builds go.
func unpack(own string) (Place, error) {
	libraries, err := assets.ReadFile(path.Join(assetsIn, packedLibraries))
	if err != nil {
		return Place{}, ErrNotBuilt
	}
	packed, err := assets.ReadFile(path.Join(assetsIn, packedProgram))
	if err != nil {
		return Place{}, ErrNotBuilt
	}
	sum := sha256.Sum256(append(bytes.Clone(libraries), packed...))
	to := filepath.Join(own, "build-"+hex.EncodeToString(sum[:8]))
	if _, err := os.Stat(to); err == nil {
		return Place{to}, nil
	}
	if err := os.MkdirAll(own, 0o700); err != nil {
		return Place{}, err
	}
	next, err := os.MkdirTemp(own, "unpacking-")
	if err != nil {
		return Place{}, err
	}
	defer os.RemoveAll(next)
	if err := unpackInto(next, libraries, packed); err != nil {
		return Place{}, fmt.Errorf("unpack the engine: %w", err)
	}
	if err := os.Rename(next, to); err != nil {
		if _, there := os.Stat(to); there != nil { // else another process was first
			return Place{}, fmt.Errorf("unpack the engine: %w", err)
		}
	}
	return Place{to}, clear(own, to)
}

func unpackInto(dir string, libraries, packed []byte) error {
	z, err := gzip.NewReader(bytes.NewReader(libraries))
	if err != nil {
		return err
	}
	for r := tar.NewReader(io.LimitReader(z, mostUnpacked)); ; {
		head, err := r.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return err
		}
		if err := write(filepath.Join(dir, filepath.Base(head.Name)), r, 0o600); err != nil {
			return err
		}
	}
	p, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return err
	}
	return write(filepath.Join(dir, program), p, 0o700)
}

// write makes a file that is on the disk when it returns.
func write(name string, from io.Reader, mode os.FileMode) error {
	file, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return err
	}
	_, err = io.Copy(file, from)
	return errors.Join(err, file.Sync(), file.Close())
}

// clear takes away the engines of other builds. One that still runs goes on: its
// files are open.
func clear(own, but string) error {
	entries, err := os.ReadDir(own)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if old := filepath.Join(own, e.Name()); strings.HasPrefix(e.Name(), "build-") && old != but {
			if err := os.RemoveAll(old); err != nil {
				return err
			}
		}
	}
	return nil
}
