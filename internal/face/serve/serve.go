// Package serve is her door on this machine: the page, the wire between the page
// and her, her voice as sound files, and the verbs of other processes.
//
// It listens on loopback only, and three things are asked of whoever comes.
//
// The right name. A page elsewhere can have its name point to loopback, and the
// browser then takes it for one site with her; so a request must call her by an
// address of her own, on every route. A page of another program on this machine
// counts as the same site whatever its port, so cookies marked SameSite reach
// it; so a browser must say that a request comes from her own page, or from
// nobody.
//
// The right to come in. A browser gets it by a link that opens once, within
// minutes, and then holds it as a cookie that no script can read; the house
// keeps its check sum. A process gets it by the token in the house's run.json,
// which only its owner can read. The first opens the page and what belongs to
// it, the second the verbs; neither opens the other.
//
// And the server proves first that it knows the token too: a run.json left by a
// crash may name a port where another program listens by now, and nothing
// personal is sent to a stranger.
//
//	GET  /open      ?once=TOKEN           lets a browser in, once; the one GET with an effect
//	GET  /                                the page, and its files
//	GET  /wire                            the WebSocket, see wire.go
//	POST /shelf     ?name=FILE            puts a file on her shelf, as `shelf add` does
//	GET  /models                          what can be fetched, as `model catalog --json`
//	GET  /models/found                    what she has and what is on this machine, as `model list --json`
//	POST /models/use {"model":..}         takes one of those; see [WantedModel]
//	POST /models/get {"id":..,"yes":true} begins a download; "unverified":true is the second yes
//	GET  /models/events                   frames of how it goes, the last {"over":true,"error":..}
//	POST /models/stop                     stops it; what came is kept
//	POST /models/test {"yes":..}          examines the model she has: frames of how far it is, the last {"over":true,"told":..}
//	GET  /models/test/events              the same, of one that another page began
//	POST /models/test/stop                stops it
//	GET  /models/budget                   what models elsewhere may take in a day, and took
//	POST /models/budget {"tokens":..}     sets it; see [WantedBudget]
//	GET  /voice/{said}/{n}                clause n, from 1, of an answer: WAV
//	GET  /voice/sound/{name}              breath, laugh, hum: WAV
//	GET  /voice/try ?text=                a line to try voices with: WAV
//	GET  /voice/read ?text=               a line of a page, read aloud: WAV
//	GET  /awake     ?nonce=TEXT           the proof, see proof
//	POST /verb      {"args":[...]}        frames {"out":..} {"err":..} ... {"exit":0}
//	GET  /watch     ?as=NAME              frames {"id":..,"by":..,"text":..,"face_id":..}
//	POST /link      {"as":NAME}           {"link":..}: a new link for a browser
//
// A frame is one line of JSON.
package serve

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"net"
	"net/http"
	"sync"
	"time"

	"samantha"
	"samantha/internal/senses"
)

// Her is what the server needs of the process that is awake.
type Her interface {
	// Verb runs one verb as if it stood on the command line, and returns its
	// exit code.
	Verb(ctx context.Context, c Call, out, errs io.Writer) int
	// Watch yields what is said in a person's mind from now on.
	Watch(ctx context.Context, as string) (iter.Seq2[samantha.Event, error], error)
	// Person is the full name of somebody who lives here; "" is the only one
	// there is.
	Person(as string) (string, error)
	// Session is a person's senses.
	Session(ctx context.Context, person string) (*senses.Session, error)
}

// Options are what a server is given.
type Options struct {
	Her     Her
	Devices Devices
	Files   fs.FS // the page
	Clock   samantha.Clock
	House   string  // the house's public tag: it names the cookie
	Token   string  // of run.json
	Address string  // where to listen; "": the first free of her own ports
	Fetch   Fetch   // nil: nothing can be fetched
	Use     Use     // nil: no language model can be chosen
	Examine Examine // nil: none can be examined
}

// Server answers on loopback until it is closed.
type Server struct {
	her      Her
	devices  Devices
	clock    samantha.Clock
	cookie   string // its name
	token    string
	links    *links
	wires    chan struct{} // one place for each wire that may be open
	listener net.Listener
	http     http.Server
	ending   context.Context // ends when Close begins: watchers and wires leave
	calls    sync.WaitGroup  // under way, downloads too
	done     chan struct{}   // closed when it answers no more

	downloads downloads
	exams     exams
	use       Use
}

// Listen starts to answer.
func Listen(o Options) (*Server, error) {
	l, err := listen(o.Address)
	if err != nil {
		return nil, err
	}
	s, err := start(o, l)
	if err != nil {
		return nil, errors.Join(err, l.Close())
	}
	return s, nil
}

// Limits of what strangers may ask of the server before they show a right.
const (
	headerTime  = 5 * time.Second
	headerBytes = 16 << 10
	idleTime    = 2 * time.Minute
	connections = 512
	openWires   = 64
)

func start(o Options, l net.Listener) (*Server, error) {
	ending, end := context.WithCancel(context.Background())
	s := &Server{
		her: o.Her, devices: o.Devices, clock: o.Clock, cookie: "samantha-" + o.House, token: o.Token,
		links: newLinks(o.Clock), wires: make(chan struct{}, openWires),
		listener: l, ending: ending, done: make(chan struct{}), downloads: downloads{fetch: o.Fetch}, exams: exams{examine: o.Examine}, use: o.Use,
	}
	page, err := s.pageRoutes(o.Files)
	if err != nil {
		end()
		return nil, fmt.Errorf("the page: %w", err)
	}
	s.http = http.Server{
		Handler:           s.handler(append(s.routes(), page...)),
		ReadHeaderTimeout: headerTime, IdleTimeout: idleTime, MaxHeaderBytes: headerBytes,
		ConnContext: withGuest,
	}
	s.http.RegisterOnShutdown(end)
	go func() {
		defer close(s.done)
		_ = s.http.Serve(newCrowd(l, connections)) // always ends with an error; Close asks for it
	}()
	return s, nil
}

// Address is where it listens.
func (s *Server) Address() string { return s.listener.Addr().String() }

// drain is how long what is under way may still take at Close.
const drain = 2 * time.Second

// Close sends watchers and wires away, lets verbs under way end, and stops
// answering. When it returns, nothing that it asked of her is under way any
// more.
func (s *Server) Close() error {
	ctx, cancel := context.WithTimeout(context.Background(), drain)
	defer cancel()
	if s.http.Shutdown(ctx) != nil {
		s.http.Close() // verbs that take longer are cut off
	}
	<-s.done
	s.calls.Wait()
	return nil
}
