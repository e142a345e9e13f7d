package serve

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/coder/websocket"

	"samantha/internal/senses"
)

// signs are one of each.
func signs() []senses.Sign {
	return []senses.Sign{
		senses.Welcome{},
		senses.Changed{},
		senses.Heard{},
		senses.Said{},
		senses.Gone{},
		senses.Thinking{},
		senses.Refused{},
		senses.Interim{},
	}
}

func TestATalkOverTheWire(t *testing.T) {
	inBubble(t, nil, func(t *testing.T, b *bed) {
		desk, phone := b.dial(0), b.dial(0)
		phone.say(`{"kind":"interim","text":"hel"}`)
		if m := desk.next("interim"); m["text"] != "hel" {
			t.Errorf("%v", m)
		}
		phone.say(`{"kind":"say","id":"p-1","text":"hello","ear":"typed"}`)
		for _, d := range []dialled{desk, phone} {
			if m := d.next("heard"); m["text"] != "hello" || m["face"] != "p-1" || m["seq"] != 1.0 {
				t.Errorf("%v", m)
			}
			if m := d.next("said"); fmt.Sprint(m["clauses"]) != "[Right, go on.]" || m["seq"] != 2.0 || m["kept"] != nil {
				t.Errorf("%v", m)
			}
		}
		back := b.dial(1)
		if m := back.next("said"); m["seq"] != 2.0 {
			t.Errorf("%v", m)
		}
	})
}

func TestHowAWireEnds(t *testing.T) {
	const hello = `{"kind":"hello","last":0,"zone":"UTC"}`
	for name, c := range map[string]struct {
		kind  websocket.MessageType
		say   []string
		code  websocket.StatusCode
		about string
	}{
		"no hello in time": {websocket.MessageText, nil, websocket.StatusPolicyViolation, "hello"},
		"another first":    {websocket.MessageText, []string{`{"kind":"interim","text":""}`}, websocket.StatusPolicyViolation, "hello"},
		"hello twice":      {websocket.MessageText, []string{hello, hello}, websocket.StatusPolicyViolation, "once"},
		"bytes":            {websocket.MessageBinary, []string{"\x00\xff\x13"}, websocket.StatusUnsupportedData, "text"},
		"no JSON":          {websocket.MessageText, []string{hello, `{"kind":`}, websocket.StatusInvalidFramePayloadData, "JSON"},
		"no kind":          {websocket.MessageText, []string{hello, `{"kind":"dance"}`}, websocket.StatusInvalidFramePayloadData, "dance"},
		"too long":         {websocket.MessageText, []string{hello, strings.Repeat("x", maxMessage+1)}, websocket.StatusMessageTooBig, "1048576"},
	} {
		inBubble(t, nil, func(t *testing.T, b *bed) {
			d := b.dial(-1)
			for _, text := range c.say {
				if err := d.Write(t.Context(), c.kind, []byte(text)); err != nil {
					t.Fatal(err)
				}
			}
			code, why := d.ended()
			if code != c.code || !strings.Contains(why, c.about) {
				t.Errorf("%s: %d %q", name, code, why)
			}
		})
	}
}

// From four thousand bytes to a million: what is too long for her ear is refused
// in words, and the wire goes on.
func TestLongUtterances(t *testing.T) {
	inBubble(t, nil, func(t *testing.T, b *bed) {
		d := b.dial(0)
		for i, n := range []int{4 << 10, senses.MaxUtterance, senses.MaxUtterance + 1, 256 << 10, maxMessage - 100} {
			id := fmt.Sprint("long-", i)
			d.say(`{"kind":"say","id":"%s","ear":"typed","text":"%s"}`, id, strings.Repeat("x", n))
			if n <= senses.MaxUtterance {
				if m := d.next("heard"); m["face"] != id || len(m["text"].(string)) != n {
					t.Errorf("%d bytes: %v", n, m["face"])
				}
			} else if m := d.next("refused"); m["id"] != id || !strings.Contains(m["why"].(string), "too long") {
				t.Errorf("%d bytes: %v", n, m)
			}
		}
	})
}

func TestAskingForVerbs(t *testing.T) {
	inBubble(t, nil, func(t *testing.T, b *bed) {
		b.her.verb = func(_ context.Context, c Call, out, errs io.Writer) int {
			if c.Args[0] == "why" {
				fmt.Fprintf(out, `{"line":%q,"zone":%q}`, strings.Join(c.Args, " "), c.Zone)
				return 0
			}
			fmt.Fprintln(errs, "samantha: nothing in her life has\nthat id")
			return 1
		}
		d := b.dial(0)
		d.say(`{"kind":"ask","n":1,"verb":["why","m7k2"]}`)
		m := d.next("told")
		doc, _ := m["doc"].(map[string]any)
		if m["n"] != 1.0 || m["exit"] != 0.0 || doc["line"] != "why --json --as=Ida -- m7k2" || doc["zone"] != "Europe/Oslo" {
			t.Errorf("%v", m)
		}
		d.say(`{"kind":"ask","n":2,"verb":["facts"]}`)
		if m := d.next("told"); m["n"] != 2.0 || m["exit"] != 1.0 || m["error"] != "nothing in her life has that id" || m["doc"] != nil {
			t.Errorf("%v", m)
		}
		d.say(`{"kind":"ask","n":3,"verb":["export","/tmp/her"]}`)
		if m := d.next("told"); m["n"] != 3.0 || m["exit"] != 2.0 {
			t.Errorf("%v", m)
		}
		d.say(`{"kind":"choose","choice":"voice","value":"box"}`)
		if m := d.next("refused"); m["id"] != "" || m["why"] != "nothing can be chosen here" {
			t.Errorf("%v", m)
		}
	})
}

// While she looks something up for a page she still hears it.
func TestALongLookUpStopsNothing(t *testing.T) {
	inBubble(t, nil, func(t *testing.T, b *bed) {
		found := make(chan struct{})
		b.her.verb = func(ctx context.Context, _ Call, out, _ io.Writer) int {
			select {
			case <-found:
			case <-ctx.Done():
			}
			fmt.Fprint(out, "{}")
			return 0
		}
		d := b.dial(0)
		for i := range waitingErrands + 2 {
			d.say(`{"kind":"ask","n":%d,"verb":["facts"]}`, i)
		}
		if m := d.next("told"); m["exit"] != 1.0 || !strings.Contains(m["error"].(string), "at once") {
			t.Errorf("%v", m)
		}
		d.say(`{"kind":"say","id":"a","text":"hello","ear":"typed"}`)
		d.next("said")
		close(found)
		for range waitingErrands + 1 {
			if m := d.next("told"); m["exit"] != 0.0 {
				t.Errorf("%v", m)
			}
		}
	})
}

func TestADeviceThatIsLetGo(t *testing.T) {
	inBubble(t, nil, func(t *testing.T, b *bed) {
		talking, silent := b.dial(0), b.dial(0)
		b.devices.remove("known")
		talking.say(`{"kind":"say","id":"a","text":"hello","ear":"typed"}`)
		for _, d := range []dialled{talking, silent} { // the silent one at the next ping
			if code, why := d.ended(); code != websocket.StatusPolicyViolation || !strings.Contains(why, "let go") {
				t.Errorf("%d %q", code, why)
			}
		}
		if last, _ := b.her.log.Last(); last != 0 {
			t.Error("it was heard")
		}
	})
}

func TestAPageThatIsGoneIsNoticed(t *testing.T) {
	inBubble(t, nil, func(t *testing.T, b *bed) {
		b.dial(0) // and it reads no more: pings find no answer
		time.Sleep(2 * pingEvery)
		synctest.Wait()
		if n := len(b.wires); n != 0 {
			t.Errorf("%d wires are open", n)
		}
	})
}

// TestAClosedPageLeavesNothing: a page that closes in the middle of a talk has nothing
// sent after it: another one sees the talk as it was.
func TestAClosedPageLeavesNothing(t *testing.T) {
	inBubble(t, nil, func(t *testing.T, b *bed) {
		d := b.dial(0)
		d.say(`{"kind":"say","id":"p-1","text":"hello","ear":"typed"}`)
		d.next("said")
		d.CloseNow()
		time.Sleep(24 * time.Hour)
		back := b.dial(2)
		back.say(`{"kind":"say","id":"p-2","text":"back","ear":"typed"}`)
		if m := back.next("heard"); m["seq"] != 3.0 {
			t.Errorf("after the page was closed there came %v", m)
		}
	})
}

func TestSheTakesLeave(t *testing.T) {
	inBubble(t, nil, func(t *testing.T, b *bed) {
		d := b.dial(0)
		go b.Close()
		d.next("leaving")
		if code, why := d.ended(); code != websocket.StatusGoingAway || why != senses.ErrOver.Error() {
			t.Errorf("%d %q", code, why)
		}
	})
}

// A page that does not take leave does not hold up the end.
func TestASilentPageDoesNotHoldUpTheEnd(t *testing.T) {
	inBubble(t, nil, func(t *testing.T, b *bed) {
		b.dial(0)
		begin := time.Now()
		b.Close()
		if took := time.Since(begin); took > drain+closeTime {
			t.Errorf("closing took %s", took)
		}
	})
}

func TestOnlySoManyWires(t *testing.T) {
	b := listening(t, newHer(nil))
	var open []dialled
	for range openWires {
		open = append(open, b.dial(0))
	}
	resp := b.request("GET", "/wire", func(r *http.Request) { r.Header.Set("Origin", "http://"+b.Address()) })
	if resp.StatusCode != http.StatusServiceUnavailable {
		t.Errorf("one more: %s", resp.Status)
	}
	open[0].Close(websocket.StatusNormalClosure, "")
	for range 1000 {
		if len(b.wires) < openWires {
			break
		}
		time.Sleep(time.Millisecond) // a real connection: there is no clock to fake
	}
	b.dial(0)
}

// Whoever floods is slowed down; nothing of it is lost, and others are not.
func TestAFloodIsSlowedDown(t *testing.T) {
	inBubble(t, nil, func(t *testing.T, b *bed) {
		flood, other := b.dial(0), b.dial(0)
		begin := time.Now()
		for range bucket + 4*perSecond {
			flood.say(`{"kind":"interim","text":"x"}`)
		}
		flood.say(`{"kind":"say","id":"f","text":"at last","ear":"typed"}`)
		flood.next("heard")
		if took := time.Since(begin); took < 3*time.Second || took > 6*time.Second {
			t.Errorf("the flood took %s", took)
		}
		begin = time.Now()
		other.say(`{"kind":"say","id":"o","text":"hello","ear":"typed"}`)
		other.next("heard")
		if took := time.Since(begin); took > time.Second {
			t.Errorf("the other waited %s", took)
		}
	})
}

func TestReasonsFitAFrame(t *testing.T) {
	for _, why := range []error{
		closing{websocket.StatusPolicyViolation, strings.Repeat("ö", 200)},
		errNoHello, senses.ErrLagging, senses.ErrOver, io.EOF,
		fmt.Errorf("%s: %w", strings.Repeat("x", 300), io.ErrUnexpectedEOF),
	} {
		if _, text := reason(why); len(text) > 123 || strings.Contains(text, "\uFFFD") {
			t.Errorf("%q", text)
		}
	}
}

// A page sees the devices of its person, and can shut one out: that one hears
// nothing more.
func TestAPageLetsADeviceGo(t *testing.T) {
	inBubble(t, nil, func(t *testing.T, b *bed) {
		for token, person := range map[string]string{"lost": "Ida", "other": "Eve"} {
			b.devices.people[token] = person
		}
		desk := b.dial(0)
		ask := func(verb string) string {
			t.Helper()
			desk.say(`{"kind":"ask","n":1,"verb":%s}`, verb)
			m := desk.next("told")
			doc, err := json.Marshal(m["doc"])
			if err != nil {
				t.Fatal(err)
			}
			return fmt.Sprintf("%v %s %v", m["exit"], doc, m["error"])
		}
		now := time.Now().Format(time.RFC3339)
		here := `{"here":true,"id":"known","label":"","seen":"` + now + `","since":"0001-01-01T00:00:00Z"}`
		lost := `{"here":false,"id":"lost","label":"","since":"0001-01-01T00:00:00Z"}`
		if got, want := ask(`["devices"]`), "0 ["+here+","+lost+"] <nil>"; got != want {
			t.Errorf("%s, want %s", got, want)
		}
		if got := ask(`["letgo","other"]`); !strings.HasPrefix(got, "1 null there is no device") {
			t.Errorf("somebody else's: %s", got)
		}
		if got, want := ask(`["letgo","lost"]`), "0 ["+here+"] <nil>"; got != want {
			t.Errorf("%s, want %s", got, want)
		}
		if _, ok := b.devices.Person("lost"); ok {
			t.Error("it may still come in")
		}
		if _, ok := b.devices.Person("other"); !ok {
			t.Error("somebody else's is gone")
		}
	})
}
