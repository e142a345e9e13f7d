package engine

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// errSilent: nothing was heard of the process for too long.
var errSilent = errors.New("it fell silent")

// call is one request, and what was heard of its reply.
type call struct {
	e      *Engine
	ctx    context.Context
	method string
	path   string
	head   http.Header
	body   []byte

	child   *child
	reply   io.ReadCloser
	events  *bufio.Reader
	beat    atomic.Int64 // when something was heard, in nanoseconds
	spoke   atomic.Bool  // words were among it
	watched context.Context
	done    context.CancelFunc
	owned   sync.WaitGroup

	out    []byte // of an event, what was not read yet
	said   strings.Builder
	tokens int
	ended  bool
}

// answer is the response; a crash before it is made up for.
func (c *call) answer() (*http.Response, error) {
	c.watched, c.done = context.WithCancel(c.ctx)
	for {
		response, err := c.send(c.body)
		if err == nil {
			return c.wrap(response), nil
		}
		if c.child != nil && c.ctx.Err() == nil {
			if c.e.crashed(c.child) {
				continue
			}
			err = c.child.end()
		}
		c.done()
		c.owned.Wait()
		return nil, err
	}
}

// send asks the process; a process that is not there is started.
func (c *call) send(body []byte) (*http.Response, error) {
	var err error
	if c.child, err = c.e.need(c.watched); err != nil {
		return nil, err
	}
	r, err := http.NewRequestWithContext(c.watched, c.method, "http://engine"+c.path, bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	r.Header = c.head.Clone()
	if c.streams() {
		c.spoke.Store(false)
		c.heard()
		now := c.child
		c.owned.Go(func() { c.listen(now) })
	}
	return c.child.way.RoundTrip(r)
}

// wrap makes a stream one that outlives the process. What is no stream is short,
// and handed on as it comes.
func (c *call) wrap(response *http.Response) *http.Response {
	c.reply = response.Body
	switch {
	case strings.HasPrefix(response.Header.Get("Content-Type"), "text/event-stream"):
		c.events = bufio.NewReader(c.reply)
	case response.StatusCode == http.StatusOK && c.method == http.MethodPost:
		c.e.whole()
	}
	response.Body = c
	return response
}

// streams tells whether the reply was asked for bit by bit; one that comes as a whole
// may take as long as whoever asked waits for it.
func (c *call) streams() bool {
	var request struct {
		Stream bool `json:"stream"`
	}
	return json.Unmarshal(c.body, &request) == nil && request.Stream
}

func (c *call) heard() { c.beat.Store(c.e.o.Clock.Now().UnixNano()) }

// listen ends a process that falls silent in this call.
func (c *call) listen(child *child) {
	clock := c.e.o.Clock
	for {
		limit := c.e.o.FirstByte
		if c.spoke.Load() {
			limit = c.e.o.Stall
		}
		left := limit - clock.Now().Sub(time.Unix(0, c.beat.Load()))
		if left <= 0 {
			child.kill(errSilent)
			return
		}
		select {
		case <-c.watched.Done():
			return
		case <-child.gone:
			return
		case <-clock.After(min(left, c.e.o.Stall)):
		}
	}
}

// Read gives whole events only: half of one is not heard, and said again.
func (c *call) Read(p []byte) (int, error) {
	if c.events == nil {
		return c.reply.Read(p)
	}
	for len(c.out) == 0 {
		if c.ended {
			return 0, io.EOF
		}
		event, err := c.event()
		if err != nil {
			if err := c.resume(err); err != nil {
				return 0, err
			}
			continue
		}
		c.note(event)
		c.out = event
	}
	n := copy(p, c.out)
	c.out = c.out[n:]
	return n, nil
}

// Close lets go: the process stops at its next token.
func (c *call) Close() error {
	c.done()
	err := c.reply.Close()
	c.owned.Wait()
	c.e.end()
	return err
}

// event reads up to an empty line.
func (c *call) event() ([]byte, error) {
	var event []byte
	for {
		line, err := c.events.ReadBytes('\n')
		if err != nil {
			return nil, err
		}
		c.heard()
		event = append(event, line...)
		if len(bytes.TrimSpace(line)) == 0 {
			return event, nil
		}
	}
}

// note keeps what was said, so that another process can go on from there.
func (c *call) note(event []byte) {
	data, ok := bytes.CutPrefix(bytes.TrimSpace(event), []byte("data: "))
	if !ok {
		return
	}
	if string(data) == "[DONE]" {
		c.ended = true
		c.e.whole()
		return
	}
	var chunk struct {
		Error   json.RawMessage `json:"error"`
		Choices []struct {
			Delta struct{ Content string } `json:"delta"`
		} `json:"choices"`
	}
	if json.Unmarshal(data, &chunk) != nil {
		return
	}
	c.ended = chunk.Error != nil // the engine's own word, and its last
	for _, choice := range chunk.Choices {
		if choice.Delta.Content != "" {
			c.spoke.Store(true)
			c.said.WriteString(choice.Delta.Content)
			c.tokens++
		}
	}
}

// resume brings the process back in the middle of a reply, once.
func (c *call) resume(why error) error {
	if err := c.ctx.Err(); err != nil {
		return err
	}
	c.reply.Close()
	if !c.e.crashed(c.child) {
		c.ended = true
		return fmt.Errorf("in the middle of a reply: %w", c.child.end())
	}
	rest, err := c.rest()
	if err != nil {
		return errors.Join(why, err)
	}
	response, err := c.send(rest)
	if err != nil {
		return err
	}
	c.reply = response.Body
	if response.StatusCode != http.StatusOK {
		return fmt.Errorf("it would not go on: %s: %w", response.Status, ErrGone)
	}
	c.events = bufio.NewReader(c.reply)
	return nil
}

// rest is the request for what is left of the reply: the same talk, with what was
// said of it as its last message.
func (c *call) rest() ([]byte, error) {
	if c.said.Len() == 0 {
		return c.body, nil
	}
	var request map[string]json.RawMessage
	if err := json.Unmarshal(c.body, &request); err != nil {
		return nil, err
	}
	var messages []json.RawMessage
	if err := json.Unmarshal(request["messages"], &messages); err != nil {
		return nil, err
	}
	so, err := json.Marshal(map[string]string{"role": "assistant", "content": c.said.String()})
	if err != nil {
		return nil, err
	}
	if request["messages"], err = json.Marshal(append(messages, so)); err != nil {
		return nil, err
	}
	request["continue_final_message"] = json.RawMessage("true")
	for _, limit := range []string{"max_tokens", "max_completion_tokens"} {
		var most int
		if json.Unmarshal(request[limit], &most) == nil && most > 0 {
			request[limit] = json.RawMessage(fmt.Sprint(max(1, most-c.tokens)))
		}
	}
	return json.Marshal(request)
}
