package voice

import (
	"bytes"
	"compress/gzip"
	"embed"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"

	"samantha"
)

//go:embed all:assets
var assets embed.FS

// Names of what the pack command puts into assets.
const (
	packedEngine  = "assets/flite.wasm.gz"
	packedLicence = "assets/flite-COPYING"
)

// ErrNotBuilt: this program was built without her voice.
var ErrNotBuilt = fmt.Errorf("this build of her has no voice; install npm (it comes with Node.js) and run make build again: %w", samantha.ErrNotFound)

// Built tells whether her mouth was packed into this program.
func Built() bool {
	_, err := fs.Stat(assets, packedEngine)
	return err == nil
}

// Licence is the licence text of the mouth, which goes wherever it goes; ""
// if none was built in.
func Licence() string {
	text, err := assets.ReadFile(packedLicence)
	if err != nil {
		return ""
	}
	return string(text)
}

// unpacked is the engine as WebAssembly.
func unpacked() ([]byte, error) {
	packed, err := assets.ReadFile(packedEngine)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, ErrNotBuilt
	}
	if err != nil {
		return nil, fmt.Errorf("unpack her voice: %w", err)
	}
	r, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, fmt.Errorf("unpack her voice: %w", err)
	}
	wasm := make([]byte, binary.LittleEndian.Uint32(packed[len(packed)-4:])) // gzip ends with the size
	if _, err := io.ReadFull(r, wasm); err != nil {
		return nil, fmt.Errorf("unpack her voice: %w", err)
	}
	return wasm, nil
}
