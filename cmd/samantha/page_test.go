package main

import (
	"context"
	"encoding/json"
	"fmt"
	mathrand "math/rand/v2"
	"net/http"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/coder/websocket"
)

// TestAPageOutlivesKills talks with her as a page does, over the wire, while she
// is killed with SIGKILL and started again: what the page holds at the end is
// the whole talk, once, in order.
func TestAPageOutlivesKills(t *testing.T) {
	rounds := 12
	if testing.Short() {
		rounds = 3
	}
	p := &reloading{t: t, home: t.TempDir(), chance: mathrand.New(mathrand.NewPCG(7, 7)), heard: map[string]int{}, said: map[string]int{}}
	for range rounds {
		p.round(30, true)
	}
	p.round(0, false)
	p.judge()
	t.Logf("%d said, %d times the wire broke", p.sent, p.broken)
}

// reloading is a page that keeps what it said until it was heard.
type reloading struct {
	t       *testing.T
	home    string
	chance  *mathrand.Rand
	cookie  *http.Cookie
	last    uint64   // sequence it holds
	pending []string // ids that were not heard yet
	order   []uint64 // sequences as they came
	heard   map[string]int
	said    map[string]int // by id
	sent    int
	broken  int
}

// message is what a page reads of one of hers.
type message struct {
	Kind, ID, Face, Why string
	Seq                 uint64
}

// round starts her, says so many things, and, if kill, has her killed meanwhile.
func (p *reloading) round(n int, kill bool) {
	p.t.Helper()
	her := exec.Command(os.Args[0], "start", "--no-open", "--listen", anyPort, "--home", p.home)
	her.Env = append(os.Environ(), asProgram+"=1")
	noise := &strings.Builder{}
	her.Stdout, her.Stderr = noise, noise
	if err := her.Start(); err != nil {
		p.t.Fatal(err)
	}
	defer her.Wait()
	k := killer{t: p.t, home: p.home}
	c := k.awake(her.Process.Pid, noise)
	if p.cookie == nil {
		link, err := c.Link(p.t.Context(), "")
		if err != nil {
			p.t.Fatal(err)
		}
		p.cookie = letIn(p.t, link)
	}
	conn := p.connect(c.Address)
	defer conn.CloseNow()
	if kill {
		time.AfterFunc(time.Duration(p.chance.IntN(120))*time.Millisecond, func() { her.Process.Kill() })
	} else {
		defer her.Process.Signal(os.Interrupt)
	}
	p.talk(conn, n)
}

func (p *reloading) connect(address string) *websocket.Conn {
	p.t.Helper()
	conn, _, err := websocket.Dial(p.t.Context(), "ws://"+address+"/wire", &websocket.DialOptions{
		HTTPHeader: http.Header{"Cookie": {p.cookie.Name + "=" + p.cookie.Value}, "Origin": {"http://" + address}},
	})
	if err != nil {
		p.t.Fatal(err)
	}
	conn.SetReadLimit(1 << 22)
	return conn
}

// talk says what was not heard again, then n new things, each when the one
// before was answered; it ends when the wire breaks or all is answered.
func (p *reloading) talk(conn *websocket.Conn, n int) {
	if !p.say(conn, fmt.Sprintf(`{"kind":"hello","last":%d,"zone":"UTC"}`, p.last)) {
		return
	}
	for _, id := range p.pending {
		p.say(conn, utterance(id))
	}
	for n > 0 || len(p.pending) > 0 {
		if n > 0 && len(p.pending) < 3 {
			n--
			p.sent++
			id := fmt.Sprint("page-", p.sent)
			p.pending = append(p.pending, id)
			p.say(conn, utterance(id))
		}
		if !p.read(conn) {
			p.broken++
			return
		}
	}
	for len(p.said) < p.sent && p.read(conn) { // the last answer
	}
}

func utterance(id string) string {
	return `{"kind":"say","id":"` + id + `","text":"the gulls took sandwich ` + id + `","ear":"typed"}`
}

func (p *reloading) say(conn *websocket.Conn, text string) bool {
	return conn.Write(p.t.Context(), websocket.MessageText, []byte(text)) == nil
}

// read takes one message, and reports whether the wire holds.
func (p *reloading) read(conn *websocket.Conn) bool {
	ctx, cancel := context.WithTimeout(p.t.Context(), 20*time.Second)
	defer cancel()
	_, data, err := conn.Read(ctx)
	if err != nil {
		return false
	}
	var m message
	if err := json.Unmarshal(data, &m); err != nil {
		p.t.Fatalf("%v in %s", err, data)
	}
	switch m.Kind {
	case "refused":
		p.t.Errorf("refused: %s", data)
	case "heard":
		p.heard[m.Face]++
		p.pending = slices.DeleteFunc(p.pending, func(id string) bool { return id == m.Face })
		p.keep(m)
	case "said":
		if strings.HasSuffix(m.ID, ".said") {
			p.said[m.ID]++
		}
		p.keep(m)
	}
	return true
}

func (p *reloading) keep(m message) {
	p.order = append(p.order, m.Seq)
	p.last = max(p.last, m.Seq)
}

func (p *reloading) judge() {
	p.t.Helper()
	if len(p.pending) > 0 || len(p.heard) != p.sent || len(p.said) != p.sent {
		p.t.Errorf("%d sent, %d heard, %d answered, pending %q", p.sent, len(p.heard), len(p.said), p.pending)
	}
	for id, n := range p.heard {
		if n != 1 {
			p.t.Errorf("%s was shown %d times", id, n)
		}
	}
	for id, n := range p.said {
		if n != 1 {
			p.t.Errorf("%s was shown %d times", id, n)
		}
	}
	if !slices.IsSorted(p.order) || len(slices.Compact(slices.Clone(p.order))) != len(p.order) {
		p.t.Errorf("out of order: %v", p.order)
	}
}
