// Package outside is the only way from this program to another: whoever opens a
// connection opens it here, and a test over the source holds every other package to that
// (TestNothingElseOpensConnections).
//
// The idea: what may be reached is decided where the connection is made, after a name has
// become an address, and not where an address is written down. [Home] reaches this machine
// and nothing else; no name, no proxy and no redirect leads it elsewhere. [Away] reaches
// the one server that a person named, and counts what it is given, so that it can be
// listed ([samantha.Left]).
package outside

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"sync/atomic"
	"syscall"
	"time"

	"samantha"
)

// ErrElsewhere: the connection would have led to where nobody allowed it.
var ErrElsewhere = fmt.Errorf("it would have led elsewhere: %w", samantha.ErrDenied)

// Home is a client that reaches this machine alone, never through a proxy, and follows
// nobody elsewhere. Any other address fails with [ErrElsewhere].
func Home() *http.Client {
	dialer := &net.Dialer{Control: loopback}
	return &http.Client{
		Transport:     &http.Transport{DisableKeepAlives: true, DialContext: dialer.DialContext},
		CheckRedirect: stay,
	}
}

// stay: nobody is sent elsewhere.
func stay(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }

// loopback lets a connection through to this machine only. It is asked with the very
// address that is about to be reached.
func loopback(_, address string, _ syscall.RawConn) error {
	to, err := netip.ParseAddrPort(address)
	if err != nil || !to.Addr().Unmap().IsLoopback() {
		return fmt.Errorf("%s is not this machine: %w", address, ErrElsewhere)
	}
	return nil
}

// Door is the way to one server that a person named.
type Door struct {
	host string // with its port
	went atomic.Int64
}

// Away opens the way to the server of an address such as https://host/v1. It fails with
// [samantha.ErrInvalid] if that is no address of a server.
func Away(address string) (*Door, error) {
	u, err := url.Parse(address)
	if err != nil || u.Hostname() == "" || u.Scheme != "http" && u.Scheme != "https" {
		return nil, fmt.Errorf("%q is no address of a server, such as https://host/v1: %w", address, samantha.ErrInvalid)
	}
	port := u.Port()
	if port == "" {
		port = map[string]string{"http": "80", "https": "443"}[u.Scheme]
	}
	return &Door{host: net.JoinHostPort(u.Hostname(), port)}, nil
}

// Host is the server, with its port.
func (d *Door) Host() string { return d.host }

// Bytes are how many went to it so far, as they went over the wire.
func (d *Door) Bytes() int64 { return d.went.Load() }

// Client is a client that reaches the server and nothing else, never through a proxy. A
// request that takes longer than patience fails; 0 waits for ever.
func (d *Door) Client(patience time.Duration) *http.Client {
	return &http.Client{Timeout: patience, CheckRedirect: stay, Transport: &http.Transport{DialContext: d.dial}}
}

func (d *Door) dial(ctx context.Context, network, address string) (net.Conn, error) {
	if address != d.host {
		return nil, fmt.Errorf("%s is not %s: %w", address, d.host, ErrElsewhere)
	}
	conn, err := (&net.Dialer{}).DialContext(ctx, network, address)
	if err != nil {
		return nil, err
	}
	return &counted{conn, &d.went}, nil
}

// counted is a connection that counts what is written to it.
type counted struct {
	net.Conn
	went *atomic.Int64
}

// Write counts what went.
func (c *counted) Write(b []byte) (int, error) {
	n, err := c.Conn.Write(b)
	c.went.Add(int64(n))
	return n, err
}
