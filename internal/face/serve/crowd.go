package serve

import (
	"context"
	"net"
	"slices"
	"sync"
)

// crowd lets only so many connections stand open. When one more comes, the
// oldest of those that have shown no right yet must go: whoever opens
// connections and says nothing pushes out only themselves.
type crowd struct {
	net.Listener
	most int

	mu     sync.Mutex
	guests []*guest // oldest first
}

// guest is one connection.
type guest struct {
	net.Conn
	crowd *crowd
	known bool // it has shown a right; guarded by the crowd
}

func newCrowd(l net.Listener, most int) *crowd { return &crowd{Listener: l, most: most} }

// Accept is the next connection.
func (c *crowd) Accept() (net.Conn, error) {
	conn, err := c.Listener.Accept()
	if err != nil {
		return nil, err
	}
	g := &guest{Conn: conn, crowd: c}
	if out := c.enter(g); out != nil {
		_ = out.Close() // it is gone either way
	}
	return g, nil
}

// enter notes a guest and returns who has to leave for it.
func (c *crowd) enter(g *guest) *guest {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.guests = append(c.guests, g)
	if len(c.guests) <= c.most {
		return nil
	}
	i := slices.IndexFunc(c.guests, func(g *guest) bool { return !g.known })
	return c.guests[i] // the newest is never known, so there is one
}

// Close leaves.
func (g *guest) Close() error {
	g.crowd.mu.Lock()
	if i := slices.Index(g.crowd.guests, g); i >= 0 {
		g.crowd.guests = slices.Delete(g.crowd.guests, i, i+1)
	}
	g.crowd.mu.Unlock()
	return g.Conn.Close()
}

// guestKey finds a request's connection in its context.
type guestKey struct{}

func withGuest(ctx context.Context, conn net.Conn) context.Context {
	return context.WithValue(ctx, guestKey{}, conn)
}

// guestOf is the connection of a request.
func guestOf(ctx context.Context) (*guest, bool) {
	g, ok := ctx.Value(guestKey{}).(*guest)
	return g, ok
}

// welcome notes that a request's connection has shown a right.
func welcome(ctx context.Context) {
	if g, ok := guestOf(ctx); ok {
		g.crowd.mu.Lock()
		defer g.crowd.mu.Unlock()
		g.known = true
	}
}
