package serve

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"
)

// TestACrowdAtTheDoor opens thousands of connections, some silent, some in the
// middle of a request, and goes on talking meanwhile. CROWD sets how many.
func TestACrowdAtTheDoor(t *testing.T) {
	n := 2000
	if many, err := strconv.Atoi(os.Getenv("CROWD")); err == nil {
		n = many
	}
	if testing.Short() {
		n = 600
	}
	b := listening(t, newHer(nil))
	d := b.dial(0)
	begin := time.Now()
	var open []net.Conn
	for i := range n {
		conn, err := net.Dial("tcp", b.Address())
		if err != nil {
			t.Fatalf("connection %d: %v", i, err)
		}
		defer conn.Close()
		open = append(open, conn)
		if i%3 == 0 {
			io.WriteString(conn, "GET / HTTP/1.1\r\nHost: ") // and no more
		}
		if i%(n/20) == 0 {
			id := fmt.Sprint("crowd-", i)
			d.say(`{"kind":"say","id":"%s","text":"still here","ear":"typed"}`, id)
			if m := d.next("heard"); m["face"] != id {
				t.Errorf("%v", m)
			}
			if resp := b.request("GET", "/", nil); resp.StatusCode != http.StatusOK {
				t.Errorf("%s", resp.Status)
			}
		}
	}
	if last, _ := b.her.log.Last(); last < 40 {
		t.Errorf("she heard %d events", last)
	}
	t.Logf("%d connections in %s", n, time.Since(begin).Round(time.Millisecond))
	if got := stillOpen(open[:n-connections]); got > 0 {
		t.Errorf("%d of the oldest stand open", got)
	}
}

// stillOpen counts the connections that were not closed at the other end.
func stillOpen(conns []net.Conn) (n int) {
	for _, c := range conns {
		c.SetReadDeadline(time.Now().Add(time.Second))
		if _, err := c.Read(make([]byte, 1)); err != nil && os.IsTimeout(err) {
			n++
		}
	}
	return n
}

// Whoever has shown a right stays, whoever has not goes, oldest first.
func TestWhoGoesWhenItIsFull(t *testing.T) {
	c := newCrowd(nil, 3)
	guests := make([]*guest, 5)
	for i := range guests {
		here, _ := net.Pipe()
		guests[i] = &guest{Conn: here, crowd: c}
	}
	for i, want := range []int{-1, -1, -1, 1, 2} {
		out := c.enter(guests[i])
		if want < 0 && out != nil || want >= 0 && out != guests[want] {
			t.Errorf("guest %d: %v goes", i, out)
		}
		if out != nil {
			out.Close()
		}
		guests[0].known = true
	}
	for _, g := range guests {
		g.Close()
		g.Close() // twice, as servers do
	}
	if len(c.guests) != 0 {
		t.Errorf("%d are left", len(c.guests))
	}
}

// Garbage, half requests and endless headers get an answer or a closed door.
func TestRubbishAtTheDoor(t *testing.T) {
	b := listening(t, newHer(nil))
	for name, text := range map[string]string{
		"bytes":           "\x00\xff\x16\x03\x01\x02\x00\x01\x00\r\n\r\n",
		"no host":         "GET / HTTP/1.1\r\n\r\n",
		"two hosts":       "GET / HTTP/1.1\r\nHost: " + b.Address() + "\r\nHost: example.org\r\n\r\n",
		"an old protocol": "GET / HTTP/0.9\r\n\r\n",
		"endless headers": "GET / HTTP/1.1\r\nHost: " + b.Address() + "\r\nX: " + strings.Repeat("x", 2*headerBytes) + "\r\n\r\n",
		"another's URL":   "GET http://example.org/ HTTP/1.1\r\nHost: " + b.Address() + "\r\n\r\n",
		"a tunnel":        "CONNECT example.org:443 HTTP/1.1\r\nHost: example.org:443\r\n\r\n",
		"smuggling":       "POST /verb HTTP/1.1\r\nHost: " + b.Address() + "\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET / HTTP/1.1\r\n\r\n",
	} {
		conn, err := net.Dial("tcp", b.Address())
		if err != nil {
			t.Fatal(err)
		}
		io.WriteString(conn, text)
		conn.SetReadDeadline(time.Now().Add(2 * headerTime))
		resp, err := http.ReadResponse(bufio.NewReader(conn), nil)
		if err == nil && resp.StatusCode < 400 || os.IsTimeout(err) {
			t.Errorf("%s: %v %v", name, resp, err)
		}
		conn.Close()
	}
}
