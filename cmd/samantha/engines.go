package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"sync"

	"samantha"
	"samantha/internal/house/outside"
	"samantha/internal/words/model"
	"samantha/internal/words/model/engine"
	"samantha/internal/words/model/engine/gguf"
)

// engines are the model files of this machine that she can run by herself. To whoever asks
// a model it is a transport: what is addressed to [model.EngineHost] goes to the process of
// the file that the address names, which is started for it; all else goes to loopback.
type engines struct {
	dir    string // where the engine is unpacked and keeps what it measures
	own    string // her own folder of models
	getenv func(string) string
	home   http.RoundTripper

	mu   sync.Mutex
	open map[string]*engine.Engine // by file
}

func newEngines(c *call) *engines {
	return &engines{
		dir: c.engineDir(), own: filepath.Join(c.home, "models"), getenv: c.getenv,
		home: outside.Home().Transport, open: map[string]*engine.Engine{},
	}
}

// client reaches this machine, and what is on its disk.
func (s *engines) client() *http.Client {
	c := outside.Home()
	c.Transport = s
	return c
}

// files are the models that can be run here; none where there is no engine.
func (s *engines) files() (all []model.File) {
	person, err := os.UserHomeDir()
	if err != nil || !s.able() {
		return nil
	}
	for _, f := range gguf.Find(gguf.Usual(s.own, person, s.getenv)) {
		if path, err := filepath.Abs(f.Path); err == nil {
			all = append(all, model.File{Name: f.Name, Path: path, Bytes: f.Size, Context: int(f.Context)})
		}
	}
	return all
}

// able: there is an engine.
func (s *engines) able() bool {
	if engine.Built() {
		return true // without unpacking it before it is needed
	}
	_, err := engine.Locate(s.dir)
	return err == nil
}

// RoundTrip hands a request on. That a file is there is said without starting anything.
func (s *engines) RoundTrip(r *http.Request) (*http.Response, error) {
	if r.URL.Host != model.EngineHost {
		return s.home.RoundTrip(r)
	}
	file, asked, ok := model.FileOf(r.URL.Path)
	if !ok {
		return nil, fmt.Errorf("%s names no file: %w", r.URL.Path, samantha.ErrInvalid)
	}
	if info, err := os.Stat(file); err != nil || !info.Mode().IsRegular() {
		return nil, fmt.Errorf("the model file %s is not there any more: %w", file, samantha.ErrNotFound)
	}
	if asked == "/v1/models" {
		return listOf(r, file)
	}
	e, err := s.engine(file)
	if err != nil {
		return nil, err
	}
	to := r.Clone(r.Context())
	to.URL.Path, to.URL.RawPath = asked, ""
	return e.RoundTrip(to)
}

// listOf is a list with the one model that a file is.
func listOf(r *http.Request, file string) (*http.Response, error) {
	list, err := json.Marshal(map[string]any{"object": "list", "data": []map[string]string{{"id": fileName(file)}}})
	if err != nil {
		return nil, err
	}
	return &http.Response{
		StatusCode: http.StatusOK, Status: "200 OK", Request: r, Header: http.Header{"Content-Type": {"application/json"}},
		Body: io.NopCloser(bytes.NewReader(list)), ContentLength: int64(len(list)),
	}, nil
}

// engine is the one of a file, made at first need. One that is not needed for long ends its
// process by itself.
func (s *engines) engine(file string) (*engine.Engine, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if e := s.open[file]; e != nil {
		return e, nil
	}
	place, err := engine.Locate(s.dir)
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256([]byte(file))
	dir := filepath.Join(s.dir, "of-"+hex.EncodeToString(sum[:4])) // short: it is part of a socket's path
	e, err := engine.New(engine.Options{Place: place, Dir: dir, Model: file, Clock: wall{}})
	if err != nil {
		return nil, err
	}
	s.open[file] = e
	return e, nil
}

// close ends all processes.
func (s *engines) close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	var errs []error
	for _, file := range slices.Sorted(maps.Keys(s.open)) {
		errs = append(errs, s.open[file].Close())
	}
	clear(s.open)
	return errors.Join(errs...)
}

// fileName is what the model of a file is called.
func fileName(file string) string {
	base := filepath.Base(file)
	if ext := filepath.Ext(base); ext == ".gguf" || ext == ".GGUF" {
		base = base[:len(base)-len(ext)]
	}
	return base
}

// modelFile reads the head of a file that is to be used, and what it is to the engine.
func modelFile(path string) (model.File, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return model.File{}, err
	}
	info, err := os.Stat(path)
	if err != nil {
		return model.File{}, err
	}
	h, err := gguf.ReadFile(path)
	if err != nil {
		return model.File{}, err
	}
	if !h.Template {
		return model.File{}, fmt.Errorf("%s cannot talk: it has no chat template: %w", path, samantha.ErrInvalid)
	}
	return model.File{Name: fileName(path), Path: path, Bytes: info.Size(), Context: int(h.Context)}, nil
}
