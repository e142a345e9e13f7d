// Package tiny writes language models that know nothing: random weights in a real
// shape, with a vocabulary of single bytes, so that any text has tokens. They try
// the engine and measure it; no weights of anybody's are needed.
package tiny

import (
	"bufio"
	"encoding/binary"
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"os"
)

// Shape is what a model looks like.
type Shape struct {
	Layers, Dim, Heads, KV, FF int // Dim and FF are multiples of 32
	Vocab                      int // at least 260; what is above are words nobody knows
	Context                    int // tokens it was made for
	Type                       uint32
	Seed                       uint64
	Template                   string // chat template; "" is ChatML, "none" leaves it out
}

// Types of the weights, as GGUF numbers them.
const (
	F32 = 0
	Q40 = 2
	Q80 = 8
)

// Small is a model of a hundred kilobytes.
func Small() Shape {
	return Shape{Layers: 2, Dim: 64, Heads: 4, KV: 2, FF: 128, Vocab: 260, Context: 8192, Type: Q80, Seed: 1}
}

// M135 has the shape of SmolLM2-135M, the smallest that talks: 92 MB.
func M135() Shape {
	return Shape{Layers: 30, Dim: 576, Heads: 9, KV: 3, FF: 1536, Vocab: 49152, Context: 8192, Type: Q40, Seed: 1}
}

// ChatML is the commonest chat template.
const ChatML = "{% for m in messages %}<|im_start|>{{ m['role'] }}\n{{ m['content'] }}<|im_end|>\n{% endfor %}" +
	"{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"

// Write makes the file.
func Write(path string, s Shape) error {
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	w := &writer{Writer: bufio.NewWriterSize(file, 1<<20)}
	tensors := s.tensors()
	w.head(s.keys(), tensors)
	chance := rand.NewChaCha8([32]byte{byte(s.Seed), byte(s.Seed >> 8)})
	for _, t := range tensors {
		w.weights(t, chance)
	}
	if err := w.Flush(); err != nil {
		return err
	}
	return file.Close()
}

type tensor struct {
	name string
	dims []uint64
	typ  uint32
}

// blocks is how many there are, and how many bytes each has.
func (t tensor) blocks() (n, bytes uint64) {
	n = 1
	for _, d := range t.dims {
		n *= d
	}
	switch t.typ {
	case Q40:
		return n / 32, 18
	case Q80:
		return n / 32, 34
	}
	return n, 4
}

func (s Shape) tensors() []tensor {
	head := s.Dim / s.Heads
	e, q, k, f := uint64(s.Dim), uint64(s.Heads*head), uint64(s.KV*head), uint64(s.FF)
	list := []tensor{{"token_embd.weight", []uint64{e, uint64(s.Vocab)}, Q80}, {"output_norm.weight", []uint64{e}, F32}}
	for i := range s.Layers {
		p := fmt.Sprintf("blk.%d.", i)
		list = append(list, tensor{p + "attn_norm.weight", []uint64{e}, F32}, tensor{p + "ffn_norm.weight", []uint64{e}, F32},
			tensor{p + "attn_q.weight", []uint64{e, q}, s.Type}, tensor{p + "attn_k.weight", []uint64{e, k}, s.Type},
			tensor{p + "attn_v.weight", []uint64{e, k}, s.Type}, tensor{p + "attn_output.weight", []uint64{q, e}, s.Type},
			tensor{p + "ffn_gate.weight", []uint64{e, f}, s.Type}, tensor{p + "ffn_up.weight", []uint64{e, f}, s.Type},
			tensor{p + "ffn_down.weight", []uint64{f, e}, s.Type})
	}
	return list
}

type key struct {
	name  string
	value any // string, int, float32, []string, []int32
}

func (s Shape) keys() []key {
	words, kinds := s.vocabulary()
	fileType := 7
	if s.Type == Q40 {
		fileType = 2
	}
	keys := []key{
		{"general.architecture", "llama"},
		{"general.name", "random"},
		{"general.file_type", fileType},
		{"llama.block_count", s.Layers},
		{"llama.context_length", s.Context},
		{"llama.embedding_length", s.Dim},
		{"llama.feed_forward_length", s.FF},
		{"llama.attention.head_count", s.Heads},
		{"llama.attention.head_count_kv", s.KV},
		{"llama.rope.dimension_count", s.Dim / s.Heads},
		{"llama.rope.freq_base", float32(10000)},
		{"llama.attention.layer_norm_rms_epsilon", float32(1e-5)},
		{"llama.vocab_size", s.Vocab},
		{"tokenizer.ggml.model", "gpt2"},
		{"tokenizer.ggml.pre", "smollm"},
		{"tokenizer.ggml.tokens", words},
		{"tokenizer.ggml.merges", []string{"h e"}},
		{"tokenizer.ggml.token_type", kinds},
		{"tokenizer.ggml.bos_token_id", 1},
		{"tokenizer.ggml.eos_token_id", 2},
	}
	switch s.Template {
	case "none":
	case "":
		keys = append(keys, key{"tokenizer.chat_template", ChatML})
	default:
		keys = append(keys, key{"tokenizer.chat_template", s.Template})
	}
	return keys
}

// vocabulary is three marks, every byte, one merge (a loader refuses none), and
// words that no text is read as, but that may be said.
func (s Shape) vocabulary() (words []string, kinds []int32) {
	const normal, control = 1, 3
	words, kinds = []string{"<|endoftext|>", "<|im_start|>", "<|im_end|>"}, []int32{control, control, control}
	for _, r := range bytes() {
		words, kinds = append(words, string(r)), append(kinds, normal)
	}
	words, kinds = append(words, "he"), append(kinds, normal)
	for len(words) < s.Vocab {
		words, kinds = append(words, fmt.Sprintf("word%d", len(words))), append(kinds, normal)
	}
	return words, kinds
}

// bytes are GPT-2's printable letters for the 256 bytes.
func bytes() [256]rune {
	var out [256]rune
	other := rune(256)
	for b := range rune(256) {
		if b >= 33 && b <= 126 || b >= 161 && b <= 172 || b >= 174 {
			out[b] = b
			continue
		}
		out[b], other = other, other+1
	}
	return out
}

type writer struct {
	*bufio.Writer
	pos uint64
}

func (w *writer) put(b []byte)  { _, _ = w.Write(b); w.pos += uint64(len(b)) } // Flush tells of errors
func (w *writer) u32(x uint32)  { w.put(binary.LittleEndian.AppendUint32(nil, x)) }
func (w *writer) u64(x uint64)  { w.put(binary.LittleEndian.AppendUint64(nil, x)) }
func (w *writer) text(s string) { w.u64(uint64(len(s))); w.put([]byte(s)) }

// pad goes on to where a tensor may begin.
func (w *writer) pad() {
	for w.pos%32 != 0 {
		w.put([]byte{0})
	}
}

func (w *writer) head(keys []key, tensors []tensor) {
	w.put([]byte("GGUF"))
	w.u32(3)
	w.u64(uint64(len(tensors)))
	w.u64(uint64(len(keys)))
	for _, k := range keys {
		w.text(k.name)
		w.value(k.value)
	}
	var at uint64
	for _, t := range tensors {
		w.text(t.name)
		w.u32(uint32(len(t.dims)))
		for _, d := range t.dims {
			w.u64(d)
		}
		w.u32(t.typ)
		w.u64(at)
		n, size := t.blocks()
		at += (n*size + 31) / 32 * 32
	}
	w.pad()
}

func (w *writer) value(v any) {
	const u32, i32, f32, text, list = 4, 5, 6, 8, 9
	switch v := v.(type) {
	case string:
		w.u32(text)
		w.text(v)
	case int:
		w.u32(u32)
		w.u32(uint32(v))
	case float32:
		w.u32(f32)
		w.u32(math.Float32bits(v))
	case []string:
		w.u32(list)
		w.u32(text)
		w.u64(uint64(len(v)))
		for _, s := range v {
			w.text(s)
		}
	case []int32:
		w.u32(list)
		w.u32(i32)
		w.u64(uint64(len(v)))
		for _, x := range v {
			w.u32(uint32(x))
		}
	}
}

// weights are chance at a size that keeps numbers in range; norms are one.
func (w *writer) weights(t tensor, chance io.Reader) {
	scales := map[uint32]uint16{Q40: 0x1c00, Q80: 0x0c00} // as float16: 2^-8, 2^-12
	n, size := t.blocks()
	b := make([]byte, size)
	for range n {
		if t.typ == F32 {
			binary.LittleEndian.PutUint32(b, math.Float32bits(1))
		} else {
			_, _ = chance.Read(b[2:]) // ChaCha8 has no end
			binary.LittleEndian.PutUint16(b, scales[t.typ])
		}
		w.put(b)
	}
	w.pad()
}
