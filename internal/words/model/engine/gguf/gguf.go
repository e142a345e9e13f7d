// Package gguf reads the heads of model files and finds those that are on this
// machine already: in her own folder and where Ollama, Hugging Face and LM Studio
// keep theirs. It writes nothing, follows no link to the network, and takes a file
// for what it is: bytes of somebody else's, with a cap on everything it claims.
package gguf

import (
	"bufio"
	"encoding/binary"
	"fmt"
	"io"
	"math"
	"os"

	"samantha"
)

// Caps on what a head may claim. A real one has some dozens of keys, a vocabulary
// of at most some hundred thousand words, and a template of some ten kilobytes.
const (
	mostKeys    = 4096
	mostTensors = 1 << 16
	mostName    = 1 << 10
	mostText    = 1 << 20
	mostList    = 1 << 22
	mostHead    = 256 << 20 // bytes that are read at all
	mostDims    = 8
)

// Header is what the head of a model says of it.
type Header struct {
	Architecture string // "llama", "qwen3", "gemma4" ...
	Name         string
	Template     bool   // it says how a talk is written; a base model does not
	Context      uint64 // tokens it was trained for
	Layers       uint64
	Parameters   uint64 // numbers in its tensors
	FileType     uint64 // how they are packed, as llama.cpp counts: 2 is Q4_0, 7 is Q8_0, 15 is Q4_K_M
}

// ReadFile reads the head of a file.
func ReadFile(path string) (Header, error) {
	file, err := os.Open(path)
	if err != nil {
		return Header{}, err
	}
	defer file.Close()
	h, err := Read(file)
	if err != nil {
		return Header{}, fmt.Errorf("%s: %w", path, err)
	}
	return h, nil
}

// Read reads a head; what is no whole head is samantha.ErrDamaged.
func Read(from io.Reader) (Header, error) {
	r := &reader{from: bufio.NewReaderSize(io.LimitReader(from, mostHead), 1<<16)}
	h := r.header()
	if r.err != nil {
		return Header{}, fmt.Errorf("no model file: %w: %w", r.err, samantha.ErrDamaged)
	}
	return h, nil
}

// reader stops at its first error and gives zeros from then on.
type reader struct {
	from *bufio.Reader
	err  error
}

func (r *reader) fail(format string, args ...any) {
	if r.err == nil {
		r.err = fmt.Errorf(format, args...)
	}
}

func (r *reader) number(bytes int) uint64 {
	var b [8]byte
	if r.err == nil {
		if _, err := io.ReadFull(r.from, b[:bytes]); err != nil {
			r.fail("it ends within its head")
			return 0
		}
	}
	return binary.LittleEndian.Uint64(b[:])
}

// count is a number with a cap.
func (r *reader) count(what string, most uint64) uint64 {
	n := r.number(8)
	if n > most {
		r.fail("%d %s", n, what)
		return 0
	}
	return n
}

func (r *reader) text(most uint64) string {
	n := r.count("bytes in a text", most)
	if r.err != nil {
		return ""
	}
	b := make([]byte, n)
	if _, err := io.ReadFull(r.from, b); err != nil {
		r.fail("it ends within its head")
	}
	return string(b)
}

func (r *reader) skip(n uint64) {
	if r.err != nil {
		return
	}
	if _, err := io.CopyN(io.Discard, r.from, int64(n)); err != nil {
		r.fail("it ends within its head")
	}
}

func (r *reader) header() Header {
	if magic := r.number(4); r.err == nil && magic != 'G'|'G'<<8|'U'<<16|'F'<<24 {
		r.fail("it does not begin like one")
	}
	if v := r.number(4); r.err == nil && v != 2 && v != 3 {
		r.fail("version %d is not known", v)
	}
	tensors := r.count("tensors", mostTensors)
	keys := r.count("keys", mostKeys)
	var h Header
	texts, numbers := map[string]string{}, map[string]uint64{}
	for i := uint64(0); i < keys && r.err == nil; i++ {
		r.key(texts, numbers)
	}
	for i := uint64(0); i < tensors && r.err == nil; i++ {
		h.Parameters += r.tensor()
	}
	h.Architecture, h.Name = texts["general.architecture"], texts["general.name"]
	h.Template = texts["tokenizer.chat_template"] != ""
	h.FileType = numbers["general.file_type"]
	h.Context, h.Layers = numbers[h.Architecture+".context_length"], numbers[h.Architecture+".block_count"]
	if r.err == nil && h.Architecture == "" {
		r.fail("it does not say what it is")
	}
	return h
}

// Types of values, as GGUF numbers them.
const (
	typeText = 8
	typeList = 9
)

// size of a plain value in bytes; 0 is none.
func size(kind uint64) uint64 {
	sizes := [...]uint64{1, 1, 2, 2, 4, 4, 4, 1, 0, 0, 8, 8, 8}
	if kind >= uint64(len(sizes)) {
		return 0
	}
	return sizes[kind]
}

// key reads one key; only plain numbers and texts are kept.
func (r *reader) key(texts map[string]string, numbers map[string]uint64) {
	name := r.text(mostName)
	switch kind := r.number(4); {
	case kind == typeText:
		texts[name] = r.text(mostText)
	case kind == typeList:
		r.list()
	case size(kind) > 0:
		numbers[name] = r.number(int(size(kind)))
	default:
		r.fail("a value of type %d", kind)
	}
}

// list is read past: vocabularies are long, and nobody here asks for one.
func (r *reader) list() {
	kind, n := r.number(4), r.count("values in a list", mostList)
	switch {
	case kind == typeText:
		for i := uint64(0); i < n && r.err == nil; i++ {
			r.skip(r.count("bytes in a text", mostText))
		}
	case size(kind) > 0:
		r.skip(n * size(kind))
	default:
		r.fail("a list of type %d", kind)
	}
}

// tensor is how many numbers one has.
func (r *reader) tensor() uint64 {
	r.text(mostName)
	dims := r.number(4)
	if dims > mostDims {
		r.fail("a tensor of %d dimensions", dims)
	}
	n := uint64(1)
	for i := uint64(0); i < dims && r.err == nil; i++ {
		d := r.number(8)
		if d == 0 || n > math.MaxUint32*1024/d {
			r.fail("a tensor without an end")
			return 0
		}
		n *= d
	}
	r.skip(4 + 8)
	return n
}
