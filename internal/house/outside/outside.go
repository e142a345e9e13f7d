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
	safe bool   // the address was one of https
	far  bool   // it may not lead into this machine, or the network that it is in
	went atomic.Int64
	last atomic.Pointer[string] // the address that was reached last
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
	return &Door{host: net.JoinHostPort(u.Hostname(), port), safe: u.Scheme == "https"}, nil
}

// Onward opens the way to a server that this one sends on to. It is refused with
// [ErrElsewhere] where that would give up encryption; and a server somewhere in the world
// never leads into this machine or the network at home.
func (d *Door) Onward(address string) (*Door, error) {
	next, err := Away(address)
	switch {
	case err != nil:
		return nil, err
	case d.safe && !next.safe:
		return nil, fmt.Errorf("%s has no encryption, and %s has: %w", next.host, d.host, ErrElsewhere)
	}
	next.far = d.far || !near(d.host)
	return next, nil
}

// near reports whether a host and port are by their very address at home.
func near(host string) bool {
	name, _, err := net.SplitHostPort(host)
	if err != nil {
		return false
	}
	to, err := netip.ParseAddr(name)
	return name == "localhost" || err == nil && home(to)
}

// home: an address of this machine or of the network that it is in. 100.64.0.0/10 is that
// of a provider's own network (RFC 6598).
func home(a netip.Addr) bool {
	a = a.Unmap()
	return a.IsLoopback() || a.IsPrivate() || a.IsLinkLocalUnicast() || a.IsUnspecified() || a.IsMulticast() ||
		netip.PrefixFrom(netip.AddrFrom4([4]byte{100, 64}), 10).Contains(a)
}

// beyond lets a connection through to anywhere but home.
func beyond(_, address string, _ syscall.RawConn) error {
	to, err := netip.ParseAddrPort(address)
	if err != nil || home(to.Addr()) {
		return fmt.Errorf("%s is at home, and was not named: %w", address, ErrElsewhere)
	}
	return nil
}

// Host is the server, with its port.
func (d *Door) Host() string { return d.host }

// Bytes are how many went to it so far, as they went over the wire.
func (d *Door) Bytes() int64 { return d.went.Load() }

// Reached is the address, as IP and port, that the last connection went to: what the
// server's name turned out to be. It is "" before there was one.
func (d *Door) Reached() string {
	if last := d.last.Load(); last != nil {
		return *last
	}
	return ""
}

// Client is a client that reaches the server and nothing else, never through a proxy. A
// request that takes longer than patience fails; 0 waits for ever.
func (d *Door) Client(patience time.Duration) *http.Client {
	return &http.Client{Timeout: patience, CheckRedirect: stay, Transport: &http.Transport{DialContext: d.dial}}
}

func (d *Door) dial(ctx context.Context, network, address string) (net.Conn, error) {
	if address != d.host {
		return nil, fmt.Errorf("%s is not %s: %w", address, d.host, ErrElsewhere)
	}
	dialer := &net.Dialer{}
	if d.far {
		dialer.Control = beyond
	}
	conn, err := dialer.DialContext(ctx, network, address)
	if err != nil {
		return nil, err
	}
	reached := conn.RemoteAddr().String()
	d.last.Store(&reached)
	return &counted{conn, &d.went}, nil
}

// counted is a connection that counts what is written to it.
type counted struct {
	net.Conn
	went *atomic.Int64
}

// Write counts what goes before it went: an answer may be quicker than the count.
func (c *counted) Write(b []byte) (int, error) {
	c.went.Add(int64(len(b)))
	n, err := c.Conn.Write(b)
	c.went.Add(int64(n - len(b)))
	return n, err
}
