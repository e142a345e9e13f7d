package fetch

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"math/rand/v2"
	"net"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"sync"
	"time"
)

// fault is one way in which a server is not what it should be.
type fault string

const (
	fine       fault = "fine"
	cuts       fault = "cuts the line in the middle"
	early      fault = "ends early, and calls it the end"
	stalls     fault = "stops sending"
	mute       fault = "never answers"
	wrongBytes fault = "sends another file"
	whole      fault = "ignores the range"
	shifted    fault = "answers with another part"
	unmarked   fault = "calls it a part and does not say of what"
	misplaced  fault = "calls it the right part and sends another"
	short      fault = "sends less than was asked for"
	long       fault = "sends more than was asked for"
	packed     fault = "says that it is packed"
	sendsOn    fault = "sends on to another address"
	circles    fault = "sends on for ever"
	busy       fault = "is busy"
	patient    fault = "asks for patience"
	gone       fault = "has no such file"
	another    fault = "has a file of another length"
	login      fault = "shows a page to log in"
	refuses    fault = "says that it is shorter"
)

// faults are all of them.
func faults() []fault {
	return []fault{
		fine, cuts, early, stalls, mute, wrongBytes, whole, shifted, unmarked, misplaced, short, long, packed, sendsOn,
		circles, busy, patient, gone, another, login, refuses,
	}
}

// server has one file, and faults: the nth request meets the nth, those after the last
// meet then.
type server struct {
	file []byte
	then fault

	mu     sync.Mutex
	faults []fault
	asked  int
	last   string // the range of the last one
	sent   int64  // bytes of the file
}

func (s *server) next(r *http.Request) fault {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.asked++
	s.last = r.Header.Get("Range")
	if len(s.faults) == 0 {
		return s.then
	}
	f := s.faults[0]
	s.faults = s.faults[1:]
	return f
}

// ServeHTTP answers as an honest server does, but for the fault.
func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.URL.Path == "/on/file.bin" {
		s.send(w, r, fine)
		return
	}
	switch f := s.next(r); f {
	case mute:
		<-r.Context().Done()
	case sendsOn:
		http.Redirect(w, r, "http://other/on/file.bin", http.StatusFound)
	case circles:
		s.mu.Lock()
		s.faults = append([]fault{circles}, s.faults...)
		s.mu.Unlock()
		http.Redirect(w, r, r.URL.Path, http.StatusFound)
	case busy:
		http.Error(w, "busy", http.StatusServiceUnavailable)
	case patient:
		w.Header().Set("Retry-After", "20")
		http.Error(w, "slowly", http.StatusTooManyRequests)
	case gone:
		http.Error(w, "gone", http.StatusNotFound)
	case login:
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		fmt.Fprint(w, "<html>Welcome to the hotel</html>")
	case refuses:
		w.WriteHeader(http.StatusRequestedRangeNotSatisfiable)
	default:
		s.send(w, r, f)
	}
}

// send sends the part that was asked for, or not quite.
func (s *server) send(w http.ResponseWriter, r *http.Request, f fault) {
	size := int64(len(s.file))
	from, to, part := asked(r, size)
	if f == whole {
		from, to, part = 0, size, false
	}
	if f == another {
		size++
	}
	head := w.Header()
	if part {
		if f == shifted && to-from > 1 {
			from++
		}
		if f != unmarked {
			head.Set("Content-Range", fmt.Sprintf("bytes %d-%d/%d", from, to-1, size))
		}
	}
	body := s.body(from, to, f)
	if f == packed {
		head.Set("Content-Encoding", "br")
	}
	length := int64(len(body))
	if f == another && !part {
		length++
	}
	if f == cuts || f == stalls {
		body = body[:len(body)/2]
	}
	if f != early { // without a length whatever came is all there is
		head.Set("Content-Length", strconv.FormatInt(length, 10))
	}
	if part {
		w.WriteHeader(http.StatusPartialContent)
	}
	n, _ := w.Write(body)
	s.mu.Lock()
	s.sent += int64(n)
	s.mu.Unlock()
	if f == stalls {
		_ = http.NewResponseController(w).Flush()
		<-r.Context().Done()
	}
}

// body is what is sent of the bytes [from, to).
func (s *server) body(from, to int64, f fault) []byte {
	size := int64(len(s.file))
	body := s.file[from:to]
	switch f {
	case wrongBytes:
		body = append([]byte("x"), body[1:]...)
		body[0] = s.file[from] + 1
	case misplaced:
		body = append(append([]byte(nil), s.file[from+(to-from)/2:to]...), s.file[from:from+(to-from)/2]...)
	case short, early:
		body = body[:(len(body)+1)/2]
	case long:
		body = s.file[from:min(size, to+100)]
	}
	return body
}

func asked(r *http.Request, size int64) (from, to int64, part bool) {
	spec, ok := strings.CutPrefix(r.Header.Get("Range"), "bytes=")
	if !ok {
		return 0, size, false
	}
	begin, end, _ := strings.Cut(spec, "-")
	from, _ = strconv.ParseInt(begin, 10, 64)
	last, err := strconv.ParseInt(end, 10, 64)
	if err != nil || last >= size {
		last = size - 1
	}
	return from, last + 1, true
}

// network is one of pipes, in which every name leads to the server; time in it is that of
// the test.
type network struct {
	conns  chan net.Conn
	closed chan struct{}
	client *http.Client
	served *http.Server
}

func newNetwork(h http.Handler) *network {
	n := &network{conns: make(chan net.Conn), closed: make(chan struct{})}
	n.client = &http.Client{
		Transport:     &http.Transport{DialContext: n.dial},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
	n.served = &http.Server{Handler: h}
	go n.served.Serve(n)
	return n
}

func (n *network) dial(ctx context.Context, _, _ string) (net.Conn, error) {
	here, there := net.Pipe()
	select {
	case n.conns <- there:
		return here, nil
	case <-n.closed:
		return nil, net.ErrClosed
	case <-ctx.Done():
		return nil, context.Cause(ctx)
	}
}

func (n *network) Accept() (net.Conn, error) {
	select {
	case c := <-n.conns:
		return c, nil
	case <-n.closed:
		return nil, net.ErrClosed
	}
}
func (n *network) Close() error   { return nil }
func (n *network) Addr() net.Addr { return &net.UnixAddr{Name: "pipe", Net: "unix"} }

func (n *network) way(_, _ *url.URL) (*http.Client, error) { return n.client, nil }

func (n *network) end() {
	close(n.closed)
	n.client.CloseIdleConnections()
	n.served.Close()
}

// ours is the test's clock: in a bubble of synctest the machine's is one.
type ours struct{}

func (ours) Now() time.Time                         { return time.Now() }
func (ours) After(d time.Duration) <-chan time.Time { return time.After(d) }

// wanted is a file of n bytes, and its entry.
func wanted(n int) (Entry, []byte) {
	file := make([]byte, n)
	chance := rand.NewChaCha8([32]byte{1})
	_, _ = chance.Read(file) // never fails
	sum := sha256.Sum256(file)
	return Entry{
		ID: "small", Name: "Small", Kind: Model, URLs: []string{"http://files/at/file.bin"}, Sum: hex.EncodeToString(sum[:]),
		Checked: true, Size: int64(n), Licence: "none", Memory: 1, Says: "A test.",
	}, file
}

// memory is a disk that is none, on which anything can go wrong.
type memory struct {
	mu     sync.Mutex
	files  map[string][]byte
	free   int64
	room   int64             // bytes that can still be written; -1 is any number
	synced map[string][]byte // as they were at their last Sync
}

func newMemory() *memory {
	return &memory{files: map[string][]byte{}, room: -1, synced: map[string][]byte{}}
}

type memoryFile struct {
	*memory
	name string
}

func (m *memory) Open(name string) (File, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if _, ok := m.files[name]; !ok {
		m.files[name] = nil
	}
	return memoryFile{m, name}, nil
}

func (f memoryFile) ReadAt(p []byte, off int64) (int, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	b := f.files[f.name]
	if off >= int64(len(b)) {
		return 0, io.EOF
	}
	n := copy(p, b[off:])
	if n < len(p) {
		return n, io.EOF
	}
	return n, nil
}

func (f memoryFile) Close() error { return nil }
