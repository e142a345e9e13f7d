//go:build unix

// Package llama is llama.cpp as Go sees it: a model is loaded, text becomes
// tokens, tokens go in and one comes out. The prebuilt libraries are opened while
// the program runs, so nothing here wants a C compiler.
//
// The structs below mirror llama.h of one release, and a release is the only
// thing they fit: the names of the files hold its number, and before any model is
// loaded the sizes and known defaults are compared. A model and its context
// belong to one goroutine that is locked to its thread.
package llama

import (
	"errors"
	"fmt"
	"path/filepath"
	"unsafe"

	"github.com/ebitengine/purego"
)

// Release is the version of llama.cpp that the structs mirror; the files of its
// libraries are named by it.
const Release = "0.5.0"

// levelError is GGML_LOG_LEVEL_ERROR.
const levelError = 4

// ErrLayout: the libraries are of another release than this program knows.
var ErrLayout = errors.New("the libraries are not those this program was made for")

type modelParams struct { // llama_model_params
	Devices, BuftOverrides                                           uintptr
	GpuLayers, SplitMode, LoadMode, LazyMode, MainGPU, _             int32
	TensorSplit, Progress, ProgressData, Overrides                   uintptr
	VocabOnly, CheckTensors, UseExtraBufts, NoHost, NoAlloc, LoadMTP bool
	_                                                                [2]byte
}

type contextParams struct { // llama_context_params
	Ctx, Batch, Ubatch, SeqMax, RsSeq, OutputsMax, OutputsMaxPerSeq uint32
	Threads, ThreadsBatch                                           int32
	CtxType, RopeScaling, Pooling, Attention, Flash                 int32
	RopeBase, RopeScale, YarnExt, YarnAttn, YarnFast, YarnSlow      float32
	YarnOrig                                                        uint32
	Defrag                                                          float32
	CbEval, CbEvalData                                              uintptr
	TypeK, TypeV                                                    int32
	Abort, AbortData                                                uintptr
	Embeddings, OffloadKQV, NoPerf, OpOffload, SwaFull, KvUnified   bool
	_                                                               [2]byte
	Samplers                                                        uintptr
	NSamplers                                                       uint64
	Other                                                           uintptr
}

type batch struct { // llama_batch
	N, _                                  int32
	Token, Embd, Pos, NSeq, SeqID, Logits uintptr
}

type chainParams struct{ noPerf bool }

// message is a llama_chat_message.
type message struct{ role, content *byte }

// Library is the opened libraries: the C functions, by what they do.
type Library struct {
	logSet          func(callback, data uintptr)
	loadBackends    func(dir string)
	modelDefaults   func() modelParams
	contextDefaults func() contextParams

	loadModel    func(path string, p modelParams) uintptr
	freeModel    func(model uintptr)
	vocab        func(model uintptr) uintptr
	trained      func(model uintptr) int32
	chatTemplate func(model, name uintptr) string
	describe     func(model uintptr, out *byte, size uint64) int32
	newContext   func(model uintptr, p contextParams) uintptr
	freeContext  func(ctx uintptr)

	tokenize      func(vocab uintptr, text *byte, n int32, out *int32, room int32, special, parse bool) int32
	piece         func(vocab uintptr, token int32, out *byte, room, strip int32, special bool) int32
	isEnd         func(vocab uintptr, token int32) bool
	isControl     func(vocab uintptr, token int32) bool
	written       func(vocab uintptr, token int32) string
	applyTemplate func(template string, chat *message, n uint64, assistant bool, out *byte, room int32) int32

	batchOne   func(tokens *int32, n int32) batch
	decode     func(ctx uintptr, b batch) int32
	memory     func(ctx uintptr) uintptr
	remove     func(memory uintptr, seq, from, to int32) bool
	setThreads func(ctx uintptr, one, many int32)

	newChain   func(chainParams) uintptr
	addSampler func(chain, sampler uintptr)
	grammar    func(vocab uintptr, gbnf, root string) uintptr
	topK       func(k int32) uintptr
	topP       func(p float32, keep uint64) uintptr
	minP       func(p float32, keep uint64) uintptr
	temp       func(t float32) uintptr
	dist       func(seed uint32) uintptr
	greedy     func() uintptr
	sample     func(chain, ctx uintptr, index int32) int32
	accept     func(sampler uintptr, token int32)
	freeChain  func(chain uintptr)
}

// Open opens the libraries in a folder, compares what can be compared, and
// chooses the variant for this processor. What they have to say of errors goes
// to tell, which may be called on any thread.
func Open(dir string, tell func(string)) (*Library, error) {
	ggml, err := load(dir, "libggml.v"+Release)
	if err != nil {
		return nil, err
	}
	llama, err := load(dir, "libllama.v"+Release)
	if err != nil {
		return nil, err
	}
	l := &Library{}
	if err := bind(ggml, map[string]any{"ggml_backend_load_all_from_path": &l.loadBackends}); err != nil {
		return nil, err
	}
	if err := bind(llama, l.names()); err != nil {
		return nil, err
	}
	if err := fits(l.modelDefaults(), l.contextDefaults()); err != nil {
		return nil, err
	}
	l.logSet(purego.NewCallback(func(level int32, text *byte, _ uintptr) uintptr {
		if level == levelError {
			tell(words(text))
		}
		return 0
	}), 0)
	l.loadBackends(dir)
	return l, nil
}

func (l *Library) names() map[string]any {
	return map[string]any{
		"llama_log_set": &l.logSet, "llama_model_default_params": &l.modelDefaults,
		"llama_context_default_params": &l.contextDefaults, "llama_model_load_from_file": &l.loadModel,
		"llama_model_free": &l.freeModel, "llama_model_get_vocab": &l.vocab,
		"llama_model_n_ctx_train": &l.trained, "llama_model_chat_template": &l.chatTemplate,
		"llama_model_desc": &l.describe, "llama_init_from_model": &l.newContext, "llama_free": &l.freeContext,
		"llama_tokenize": &l.tokenize, "llama_token_to_piece": &l.piece, "llama_vocab_is_eog": &l.isEnd,
		"llama_vocab_is_control": &l.isControl, "llama_vocab_get_text": &l.written,
		"llama_chat_apply_template": &l.applyTemplate, "llama_batch_get_one": &l.batchOne,
		"llama_decode": &l.decode, "llama_get_memory": &l.memory, "llama_memory_seq_rm": &l.remove,
		"llama_set_n_threads": &l.setThreads, "llama_sampler_chain_init": &l.newChain,
		"llama_sampler_chain_add": &l.addSampler, "llama_sampler_init_grammar": &l.grammar,
		"llama_sampler_init_top_k": &l.topK, "llama_sampler_init_top_p": &l.topP,
		"llama_sampler_init_min_p": &l.minP, "llama_sampler_init_temp": &l.temp,
		"llama_sampler_init_dist": &l.dist, "llama_sampler_init_greedy": &l.greedy,
		"llama_sampler_sample": &l.sample, "llama_sampler_accept": &l.accept, "llama_sampler_free": &l.freeChain,
	}
}

// load opens one library: .so, or .dylib on macOS.
func load(dir, name string) (uintptr, error) {
	var first error
	for _, ending := range []string{".so", ".dylib"} {
		handle, err := purego.Dlopen(filepath.Join(dir, name+ending), purego.RTLD_NOW|purego.RTLD_GLOBAL)
		if err == nil {
			return handle, nil
		}
		if first == nil {
			first = err
		}
	}
	return 0, fmt.Errorf("open the engine's libraries: %w", first)
}

// bind looks up each function, and says which is missing rather than panic.
func bind(library uintptr, names map[string]any) error {
	for name, fn := range names {
		at, err := purego.Dlsym(library, name)
		if err != nil {
			return fmt.Errorf("%w: %s is missing", ErrLayout, name)
		}
		purego.RegisterFunc(fn, at)
	}
	return nil
}

// fits is the self-test: the sizes of llama.h at this release, and defaults that
// stand at the beginning, in the middle and at the end of the structs.
func fits(m modelParams, c contextParams) error {
	if s := [3]uintptr{unsafe.Sizeof(m), unsafe.Sizeof(c), unsafe.Sizeof(batch{})}; s != [3]uintptr{80, 160, 56} {
		return fmt.Errorf("%w: the structs are of %v bytes", ErrLayout, s)
	}
	if m.GpuLayers != -1 || !m.UseExtraBufts || m.Overrides != 0 {
		return fmt.Errorf("%w: the defaults of a model are others", ErrLayout)
	}
	const f16 = 1
	if c.Ctx != 512 || c.Batch != 2048 || c.TypeK != f16 || !c.SwaFull || c.NSamplers != 0 || c.Other != 0 {
		return fmt.Errorf("%w: the defaults of a context are others", ErrLayout)
	}
	return nil
}

// words copies a C string.
func words(at *byte) string {
	if at == nil {
		return ""
	}
	n := 0
	for *(*byte)(unsafe.Add(unsafe.Pointer(at), n)) != 0 {
		n++
	}
	return string(unsafe.Slice(at, n))
}
