package model

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"
)

// Caps on what a server may send.
const (
	maxLine  = 1 << 20  // bytes of one line
	maxReply = 16 << 20 // bytes of one answer
	maxList  = 8 << 20  // bytes of a list of models
	maxError = 64 << 10 // bytes of an error
)

// pieces are the data of a stream of server-sent events, one a piece. A line that is a
// JSON object by itself is a piece too: some servers stream those (NDJSON). Anything else
// is [ErrGarbage].
func pieces(r io.Reader) iter.Seq2[[]byte, error] {
	return func(yield func([]byte, error) bool) {
		capped := &io.LimitedReader{R: r, N: maxReply}
		lines := bufio.NewScanner(capped)
		lines.Buffer(make([]byte, 0, 4096), maxLine)
		var data []byte
		for lines.Scan() {
			piece, whole, err := line(&data, lines.Bytes())
			if err != nil || whole && !yield(piece, nil) {
				if err != nil {
					yield(nil, err)
				}
				return
			}
		}
		switch err := lines.Err(); {
		case errors.Is(err, bufio.ErrTooLong) || capped.N <= 0:
			yield(nil, fmt.Errorf("%w: it sends without end", ErrGarbage))
		case err != nil:
			yield(nil, err)
		case len(data) > 0: // the last one need not be closed
			yield(data, nil)
		}
	}
}

// line takes in one line; whole: a piece is complete.
func line(data *[]byte, text []byte) (piece []byte, whole bool, err error) {
	name, value, _ := bytes.Cut(text, []byte(":"))
	switch {
	case len(text) == 0:
		piece, *data = *data, nil
		return piece, len(piece) > 0, nil
	case text[0] == '{':
		return text, true, nil
	case string(name) == "data":
		if *data != nil {
			*data = append(*data, '\n')
		}
		*data = append(*data, bytes.TrimPrefix(value, []byte(" "))...)
		return nil, false, nil
	case len(name) == 0, string(name) == "event", string(name) == "id", string(name) == "retry":
		return nil, false, nil
	}
	return nil, false, fmt.Errorf("%w: it begins %.40q", ErrGarbage, text)
}

// thoughts parts what a model thinks to itself, between <think> and </think>, from what
// it says. A tag may come in several pieces: what could be the beginning of one is held
// back until it is clear.
type thoughts struct {
	inside bool
	held   string
}

// part takes a piece in and gives out what is clear of it.
func (t *thoughts) part(text string) []Event {
	text, t.held = t.held+text, ""
	var out []Event
	for text != "" {
		before, tag, after := t.cut(text)
		out = t.add(out, before)
		if tag == "" {
			t.held = after
			break
		}
		t.inside = strings.HasPrefix(tag, "<t")
		text = after
	}
	return out
}

// rest is what was held back and turned out to be text.
func (t *thoughts) rest() []Event {
	text := t.held
	t.held = ""
	return t.add(nil, text)
}

func (t *thoughts) add(out []Event, text string) []Event {
	switch {
	case text == "":
		return out
	case t.inside:
		return append(out, Event{Kind: Reasoning, Text: text})
	}
	return append(out, Event{Kind: Text, Text: text})
}

// cut finds the first tag. Without one, after is the end of the text that may yet become
// one.
func (t *thoughts) cut(text string) (before, tag, after string) {
	tags := []string{"<think>", "</think>", "<thinking>", "</thinking>"}
	for i := range len(text) {
		if text[i] != '<' {
			continue
		}
		for _, tag := range tags {
			if strings.HasPrefix(text[i:], tag) {
				return text[:i], tag, text[i+len(tag):]
			}
			if strings.HasPrefix(tag, text[i:]) {
				return text[:i], "", text[i:]
			}
		}
	}
	return text, "", ""
}
