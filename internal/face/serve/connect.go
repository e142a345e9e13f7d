package serve

import (
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"sync"
	"time"

	"github.com/coder/websocket"

	"samantha"
	"samantha/internal/senses"
)

// Times and sizes of a wire.
const (
	helloTime  = 10 * time.Second // for the first message
	writeTime  = 10 * time.Second // for one message to be taken
	pingEvery  = 30 * time.Second
	pongTime   = 10 * time.Second
	closeTime  = 2 * time.Second // for the page to take leave too
	maxMessage = 1 << 20         // bytes
)

// wire is one WebSocket and the page at its other end.
type wire struct {
	server  *Server
	conn    *websocket.Conn
	line    net.Conn // under it
	visitor visitor
	browser string // who makes it
	zone    string
	device  *senses.Device
	pace    *pace
	errands chan func() // what the page wants done, one after the other
}

// wire opens a wire, and answers on it until one side ends it.
func (s *Server) wire(w http.ResponseWriter, r *http.Request, v visitor) {
	select {
	case s.wires <- struct{}{}:
		defer func() { <-s.wires }()
	default:
		http.Error(w, fmt.Sprintf("%d pages are open already; close one", openWires), http.StatusServiceUnavailable)
		return
	}
	conn, err := websocket.Accept(w, r, nil)
	if err != nil {
		return // Accept has told why
	}
	conn.SetReadLimit(-1) // read has its own, which says what is wrong
	t := &wire{server: s, conn: conn, visitor: v, pace: newPace(s.clock), errands: make(chan func(), waitingErrands)}
	_, t.browser = browserOf(r.UserAgent())
	t.line, _ = guestOf(r.Context())
	t.run()
}

// run answers until the wire ends. Whatever ends it first is the reason that the
// page is told.
func (t *wire) run() {
	ctx, end := context.WithCancelCause(t.server.ending)
	closed := make(chan struct{})
	context.AfterFunc(ctx, func() {
		defer close(closed)
		t.goodbye(context.Cause(ctx))
	})
	end(t.attend(ctx, end))
	<-closed
}

// attend takes part in the person's session.
func (t *wire) attend(ctx context.Context, end context.CancelCauseFunc) error {
	late := time.AfterFunc(helloTime, func() { end(errNoHello) })
	hello, err := t.hello()
	if !late.Stop() || err != nil {
		return err
	}
	session, err := t.server.her.Session(ctx, t.visitor.person)
	if err != nil {
		return fmt.Errorf("her senses: %w", err)
	}
	t.zone = hello.Zone
	_ = t.server.devices.Seen(t.visitor.token, t.server.clock.Now()) // a day that is not noted keeps nobody out
	t.device, err = session.Attend(ctx, senses.Arrival{Last: hello.Last, Zone: hello.Zone, Browser: t.browser})
	if err != nil {
		return err
	}
	defer t.device.Leave()
	var side sync.WaitGroup
	side.Go(func() { end(t.show(ctx)) })
	side.Go(func() { end(t.ping(ctx)) })
	side.Go(func() { t.runErrands(ctx) })
	err = t.listen(ctx)
	end(err)
	side.Wait()
	return err
}

// hello is the first message.
func (t *wire) hello() (Hello, error) {
	message, err := t.read()
	if err != nil {
		return Hello{}, err
	}
	hello, ok := message.(Hello)
	if !ok {
		return Hello{}, errNoHello
	}
	return hello, nil
}

// listen takes what the page says.
func (t *wire) listen(ctx context.Context) error {
	for {
		message, err := t.read()
		if err != nil {
			return err
		}
		if err := t.known(); err != nil {
			return err
		}
		if err := t.take(ctx, message); err != nil {
			return err
		}
	}
}

// read is the next message. It waits as long as the wire lasts; whoever wants
// it to end ends the wire, so that the page is told why.
func (t *wire) read() (any, error) {
	kind, r, err := t.conn.Reader(context.Background())
	if err != nil {
		return nil, err
	}
	if kind != websocket.MessageText {
		return nil, closing{websocket.StatusUnsupportedData, "a message is text: one JSON object"}
	}
	data, err := io.ReadAll(io.LimitReader(r, maxMessage+1))
	if err != nil {
		return nil, err
	}
	if len(data) > maxMessage {
		return nil, closing{websocket.StatusMessageTooBig, fmt.Sprintf("a message has at most %d bytes", maxMessage)}
	}
	t.pace.pay(len(data))
	message, err := decode(data)
	if err != nil {
		return nil, closing{websocket.StatusInvalidFramePayloadData, samantha.Plainly(err)}
	}
	return message, nil
}

// known: the house still knows the device.
func (t *wire) known() error {
	if person, ok := t.server.devices.Person(t.visitor.token); !ok || person != t.visitor.person {
		return closing{websocket.StatusPolicyViolation, "this device was let go; run samantha to let it in again"}
	}
	return nil
}

// show sends what happens.
func (t *wire) show(ctx context.Context) error {
	for {
		sign, err := t.device.Next(ctx)
		if err == nil {
			err = t.known()
		}
		if err != nil {
			return err
		}
		if err := t.send(messageOf(sign)); err != nil {
			return err
		}
	}
}

// send sends one message. A page that does not take it is given up.
func (t *wire) send(message any) error {
	data, err := encode(message)
	if err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(context.Background(), writeTime)
	defer cancel()
	return t.conn.Write(ctx, websocket.MessageText, data)
}

// ping sees now and then whether the page is still there, and still known.
func (t *wire) ping(ctx context.Context) error {
	for {
		select {
		case <-t.server.clock.After(pingEvery):
		case <-ctx.Done():
			return context.Cause(ctx)
		}
		if err := t.known(); err != nil {
			return err
		}
		pong, cancel := context.WithTimeout(ctx, pongTime)
		err := t.conn.Ping(pong)
		cancel()
		if err != nil {
			return err
		}
	}
}
