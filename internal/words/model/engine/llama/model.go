//go:build unix

package llama

import (
	"errors"
	"fmt"
	"runtime"
	"strings"
)

// ErrFull: the context holds no more tokens.
var ErrFull = errors.New("the context is full")

// ErrTemplate: the way this model wants a talk to be written is not known.
var ErrTemplate = errors.New("the chat template of this model is not known to the engine")

// Step is how many tokens of a prompt are computed at a time: between two steps
// somebody may say stop.
const Step = 256

// Options of a model that is opened.
type Options struct {
	Context int // tokens; cut to what the model was trained for
	Threads int
}

// Model is one loaded model with one context and what its cache holds.
type Model struct {
	lib               *Library
	model, vocab, ctx uintptr
	room              int
	held              []int32 // tokens whose keys and values are in the cache
}

// Open loads a GGUF file.
func (l *Library) Open(path string, o Options) (*Model, error) {
	p := l.modelDefaults()
	p.GpuLayers = 0
	model := l.loadModel(path, p)
	if model == 0 {
		return nil, fmt.Errorf("load %s: it is no model that this engine reads", path)
	}
	m := &Model{lib: l, model: model, vocab: l.vocab(model)}
	m.room = min(o.Context, int(l.trained(model)))
	c := l.contextDefaults()
	c.Ctx, c.Batch, c.Ubatch, c.NoPerf = uint32(m.room), Step, Step, true
	c.Threads, c.ThreadsBatch = int32(o.Threads), int32(o.Threads)
	if m.ctx = l.newContext(model, c); m.ctx == 0 {
		m.Close()
		return nil, fmt.Errorf("load %s: there is no memory for a context of %d tokens", path, m.room)
	}
	return m, nil
}

// Close frees all of it.
func (m *Model) Close() {
	if m.ctx != 0 {
		m.lib.freeContext(m.ctx)
	}
	m.lib.freeModel(m.model)
	m.ctx, m.model = 0, 0
}

// Room is how many tokens the context holds.
func (m *Model) Room() int { return m.room }

// Held is how many tokens are in the cache now.
func (m *Model) Held() int { return len(m.held) }

// SetThreads sets how many threads make one token, and how many read a prompt.
func (m *Model) SetThreads(one, many int) { m.lib.setThreads(m.ctx, int32(one), int32(many)) }

// Describe is what kind of model it is: "llama 1B Q4_0".
func (m *Model) Describe() string {
	buf := make([]byte, 128)
	n := m.lib.describe(m.model, &buf[0], uint64(len(buf)))
	return string(buf[:max(0, min(int(n), len(buf)-1))])
}

// Template is the chat template that came with the model; "" if none did.
func (m *Model) Template() string { return m.lib.chatTemplate(m.model, 0) }

// Tokens is a text as tokens. Special reads the marks of a template as what they
// stand for; a text that others wrote must not have that.
func (m *Model) Tokens(text string, special bool) []int32 {
	if text == "" {
		return nil
	}
	b := []byte(text)
	out := make([]int32, len(b)+8)
	n := m.tokenize(b, out, special)
	if n < 0 { // the room it would have needed
		out = make([]int32, -n)
		n = m.tokenize(b, out, special)
	}
	return out[:max(n, 0)]
}

func (m *Model) tokenize(text []byte, out []int32, special bool) int32 {
	return m.lib.tokenize(m.vocab, &text[0], int32(len(text)), &out[0], int32(len(out)), special, special)
}

// Piece is the bytes of a token; they may end inside a letter.
func (m *Model) Piece(token int32) []byte {
	buf := make([]byte, 64)
	n := m.lib.piece(m.vocab, token, &buf[0], int32(len(buf)), 0, false)
	if n < 0 {
		buf = make([]byte, -n)
		n = m.lib.piece(m.vocab, token, &buf[0], int32(len(buf)), 0, false)
	}
	return buf[:max(n, 0)]
}

// IsEnd tells whether a token ends what is said: any of those a model has for it.
func (m *Model) IsEnd(token int32) bool { return m.lib.isEnd(m.vocab, token) }

// Plain is a text in which nothing reads as a mark of the template: what somebody
// wrote must not end their message and begin another.
func (m *Model) Plain(text string) string {
	for _, token := range m.Tokens(text, true) {
		if !m.lib.isControl(m.vocab, token) {
			continue
		}
		if mark := m.lib.written(m.vocab, token); len(mark) > 1 {
			text = strings.ReplaceAll(text, mark, mark[:1]+" "+mark[1:])
		}
	}
	return text
}

// Said is one message of a talk.
type Said struct{ Role, Text string }

// Write puts a talk into the form that the template asks for; open leaves it where
// the model's own words begin. A template the engine does not know is ErrTemplate.
func (m *Model) Write(template string, talk []Said, open bool) (string, error) {
	if len(talk) == 0 {
		return "", nil
	}
	chat := make([]message, len(talk))
	size := 256
	for i, s := range talk {
		chat[i] = message{cText(s.Role), cText(s.Text)}
		size += 2*len(s.Role) + 2*len(s.Text) + 64
	}
	for {
		buf := make([]byte, size)
		n := int(m.lib.applyTemplate(template, &chat[0], uint64(len(chat)), open, &buf[0], int32(size)))
		runtime.KeepAlive(chat)
		switch {
		case n < 0:
			return "", ErrTemplate
		case n <= size:
			return string(buf[:n]), nil
		}
		size = n + 1
	}
}

// cText is a text as C reads it: it ends at its first zero.
func cText(s string) *byte {
	b := append([]byte(strings.ReplaceAll(s, "\x00", "")), 0)
	return &b[0]
}

// Keep forgets all of the cache that does not begin like the tokens, and tells how
// many of them need not be computed again. At least one is left to compute, since
// what comes next is read from it.
func (m *Model) Keep(tokens []int32) int {
	same := 0
	for same < len(m.held) && same < len(tokens)-1 && m.held[same] == tokens[same] {
		same++
	}
	if same < len(m.held) && !m.lib.remove(m.lib.memory(m.ctx), 0, int32(same), -1) {
		m.lib.remove(m.lib.memory(m.ctx), -1, -1, -1) // some kinds of memory go as a whole or not at all
		same = 0
	}
	m.held = m.held[:same]
	return same
}

// Add computes tokens behind those that are held: at most Step of them.
func (m *Model) Add(tokens []int32) error {
	if len(m.held)+len(tokens) > m.room {
		return ErrFull
	}
	code := m.lib.decode(m.ctx, m.lib.batchOne(&tokens[0], int32(len(tokens))))
	runtime.KeepAlive(tokens)
	switch code {
	case 0:
		m.held = append(m.held, tokens...)
		return nil
	case 1:
		return ErrFull
	}
	m.Forget()
	return fmt.Errorf("compute: code %d", code)
}

// Forget empties the cache.
func (m *Model) Forget() {
	m.lib.remove(m.lib.memory(m.ctx), -1, -1, -1)
	m.held = m.held[:0]
}
