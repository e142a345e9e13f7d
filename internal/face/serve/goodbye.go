package serve

import (
	"context"
	"errors"
	"io"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/coder/websocket"

	"samantha"
	"samantha/internal/senses"
)

// closing is a reason to end a wire, as the page is told it.
type closing struct {
	code websocket.StatusCode
	why  string
}

func (c closing) Error() string { return c.why }

// errNoHello: the page did not say how it comes.
var errNoHello = errors.New(`the first message is "hello"`)

// goodbye ends the wire with the reason. A page that does not take leave is left.
func (t *wire) goodbye(why error) {
	defer time.AfterFunc(closeTime, func() { _ = t.line.Close() }).Stop()
	code, text := reason(why)
	if code == websocket.StatusGoingAway {
		_ = t.send(Leaving{}) // the page may be gone
	}
	_ = t.conn.Close(code, text)
}

// reason is why a wire ends, within what a closing frame can hold.
func reason(why error) (websocket.StatusCode, string) {
	var c closing
	switch {
	case errors.As(why, &c):
		return c.code, brief(c.why)
	case errors.Is(why, errNoHello):
		return websocket.StatusPolicyViolation, why.Error()
	case errors.Is(why, senses.ErrLagging):
		return websocket.StatusTryAgainLater, why.Error()
	case errors.Is(why, senses.ErrOver), errors.Is(why, context.Canceled):
		return websocket.StatusGoingAway, senses.ErrOver.Error()
	case errors.Is(why, io.EOF), websocket.CloseStatus(why) >= 0:
		return websocket.StatusNormalClosure, ""
	}
	return websocket.StatusInternalError, brief(samantha.Plainly(why))
}

// brief is a text within the 123 bytes that a closing frame has for it.
func brief(text string) string {
	const most = 123
	if len(text) <= most {
		return text
	}
	text = text[:most-len("…")]
	for !utf8.ValidString(text) {
		text = text[:len(text)-1]
	}
	return strings.TrimSpace(text) + "…"
}
