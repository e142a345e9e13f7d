package main

import (
	"encoding/binary"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/coder/websocket"
)

// alone is set for the test that runs where there is no network but a trap.
const alone = "SAMANTHA_TEST_ALONE"

// TestADayWithHerLeavesNothing lives a day with her in a network of its own, in which
// every way leads into a trap that sees each packet: not one may go anywhere but between
// her and her page. The kernel has to allow such a network; where it does not the test
// says so, and fails where everything has to be tried.
func TestADayWithHerLeavesNothing(t *testing.T) {
	if os.Getenv(alone) != "" {
		aDayAlone(t)
		return
	}
	child := exec.Command(os.Args[0], "-test.run", "^"+t.Name()+"$", "-test.v")
	child.Env = append(os.Environ(), alone+"=1")
	child.SysProcAttr = &syscall.SysProcAttr{
		Cloneflags:  syscall.CLONE_NEWUSER | syscall.CLONE_NEWNET,
		UidMappings: []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getuid(), Size: 1}},
		GidMappings: []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getgid(), Size: 1}},
	}
	out, err := child.CombinedOutput()
	var failed *exec.ExitError
	if err != nil && !errors.As(err, &failed) {
		mayBeMissing(t, "a network of its own is not allowed here: %v", err)
	}
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	if strings.Contains(string(out), "--- SKIP") {
		mayBeMissing(t, "%s", out)
	}
	t.Logf("%s", out)
}

// mayBeMissing leaves a test out, but not where everything has to be tried.
func mayBeMissing(t *testing.T, why string, args ...any) {
	t.Helper()
	if os.Getenv("CI") != "" {
		t.Fatalf(why, args...)
	}
	t.Skipf(why, args...)
}

func aDayAlone(t *testing.T) {
	for _, line := range []string{"link set lo up", "route add default dev lo", "-6 route add default dev lo"} {
		if out, err := exec.Command("ip", strings.Fields(line)...).CombinedOutput(); err != nil && !strings.HasPrefix(line, "-6") {
			t.Skipf("ip %s: %v: %s (Debian package iproute2)", line, err, out)
		}
	}
	trap := setTrap(t)
	goSomewhere(t)
	if caught := trap.empty(); len(caught) < 3 {
		t.Fatalf("the trap catches nothing: %q", caught)
	}
	aDay(t)
	for _, packet := range trap.empty() {
		t.Errorf("it left: %s", packet)
	}
	if trap.within == 0 {
		t.Error("nothing went between her and her page; was the trap open?")
	}
	t.Logf("%d packets between her and her page, none elsewhere", trap.within)
}

// goSomewhere does three things that the trap has to see: a connection to somewhere
// else, a datagram, and a question to a resolver on this machine.
func goSomewhere(t *testing.T) {
	t.Helper()
	if conn, err := net.DialTimeout("tcp", "192.0.2.1:80", 50*time.Millisecond); err == nil {
		conn.Close()
	}
	for _, to := range []string{"198.51.100.7:9", "127.0.0.53:53"} {
		conn, err := net.Dial("udp", to)
		if err != nil {
			t.Fatal(err)
		}
		_, _ = conn.Write([]byte("hello")) // that nobody answers is no matter
		conn.Close()
	}
}

// trap sees every packet on the one way there is.
type trap struct {
	socket int
	mu     sync.Mutex
	caught []string
	within int // between her and her page
}

func setTrap(t *testing.T) *trap {
	t.Helper()
	every := binary.BigEndian.Uint16(binary.NativeEndian.AppendUint16(nil, syscall.ETH_P_ALL))
	socket, err := syscall.Socket(syscall.AF_PACKET, syscall.SOCK_DGRAM, int(every))
	if err != nil {
		t.Skipf("packets may not be watched here: %v", err)
	}
	tr := &trap{socket: socket}
	_ = syscall.SetsockoptInt(socket, syscall.SOL_SOCKET, syscall.SO_RCVBUFFORCE, 64<<20) // no packet may be dropped for want of room
	if err := syscall.SetsockoptTimeval(socket, syscall.SOL_SOCKET, syscall.SO_RCVTIMEO, &syscall.Timeval{Usec: 50_000}); err != nil {
		t.Fatal(err)
	}
	go tr.watch()
	return tr
}

// watch reads packets for as long as the process lasts.
func (tr *trap) watch() {
	buf := make([]byte, 1<<16)
	for {
		n, _, err := syscall.Recvfrom(tr.socket, buf, 0)
		if err != nil {
			continue // nothing came in a while
		}
		where, within := packet(buf[:n])
		tr.mu.Lock()
		if within {
			tr.within++
		} else {
			tr.caught = append(tr.caught, where)
		}
		tr.mu.Unlock()
	}
}

// empty is what was caught so far, when what is on its way has come.
func (tr *trap) empty() []string {
	time.Sleep(300 * time.Millisecond) // the kernel's own queue: there is no clock to fake
	tr.mu.Lock()
	defer tr.mu.Unlock()
	caught := tr.caught
	tr.caught = nil
	return caught
}

// packet tells of an IP packet, and whether it is of a connection within this machine.
func packet(p []byte) (string, bool) {
	var to netip.Addr
	protocol := byte(0)
	switch {
	case len(p) >= 20 && p[0]>>4 == 4:
		to, protocol = netip.AddrFrom4([4]byte(p[16:20])), p[9]
	case len(p) >= 40 && p[0]>>4 == 6:
		to, protocol = netip.AddrFrom16([16]byte(p[24:40])), p[6]
	default:
		return fmt.Sprintf("% x", p[:min(len(p), 40)]), false
	}
	return fmt.Sprintf("protocol %d to %s", protocol, to), protocol == syscall.IPPROTO_TCP && to.IsLoopback()
}

// aDay is a day with her: she is started, her page opened, something said there and in a
// terminal, everything looked at, a night and an hour passed, and she moves out.
func aDay(t *testing.T) {
	home := t.TempDir()
	her := exec.Command(os.Args[0], "start", "--no-open", "--listen", anyPort, "--home", home)
	her.Env = append(os.Environ(), asProgram+"=1")
	noise := &strings.Builder{}
	her.Stdout, her.Stderr = noise, noise
	if err := her.Start(); err != nil {
		t.Fatal(err)
	}
	c := (&killer{t: t, home: home}).awake(her.Process.Pid, noise)
	link, err := c.Link(t.Context(), "")
	if err != nil {
		t.Fatal(err)
	}
	p := &reloading{t: t, home: home, cookie: letIn(t, link), heard: map[string]int{}, said: map[string]int{}}
	for _, path := range []string{"", "app/main.js", "style/theme.css", "icon.svg"} {
		if resp, _ := visit(t, "http://"+c.Address+"/"+path, p.cookie); resp.StatusCode != http.StatusOK {
			t.Errorf("%s: %s", path, resp.Status)
		}
	}
	conn := p.connect(c.Address)
	p.talk(conn, 5)
	_ = conn.Close(websocket.StatusNormalClosure, "")
	secret := filepath.Join(home, "secret")
	if err := os.WriteFile(secret, []byte("correct horse battery staple\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, line := range [][]string{
		{"say", "my sister Mara lives in Bergen; see https://example.com/mara"},
		{"say", "where does Mara live?"},
		{"say", "are you human?"},
		{"say", "what's the weather in Oslo tomorrow?"},
		{"say", "look it up on the internet"},
		{"say", "set a timer for one minute"},
		{"say", "good night"},
		{"night"},
		{"hour"},
		{"memories"},
		{"facts"},
		{"story"},
		{"feelings"},
		{"dreams"},
		{"self"},
		{"bond"},
		{"shelf", "find"},
		{"doctor"},
		{"verify"},
		{"devices"},
		{"export", "--passphrase-file", secret, filepath.Join(home, "her.samantha")},
	} {
		if got := typeIn(t, "", append([]string{"--home", home}, line...)...); got.code != exitFine {
			t.Errorf("%q: %+v", line, got)
		}
	}
	if got := typeIn(t, "", "--home", home, "left"); !strings.HasPrefix(got.out, "Nothing has left") {
		t.Errorf("left: %+v", got)
	}
	if err := her.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	if err := her.Wait(); err != nil {
		t.Errorf("%v: %s", err, noise)
	}
	for _, line := range [][]string{{"say", "good morning"}, {"say", "--wav", filepath.Join(home, "her.wav"), "read me that again"}} { // she wakes for each
		if got := typeIn(t, "", append([]string{"--home", home}, line...)...); got.code != exitFine && !strings.Contains(got.errs, "voice") {
			t.Errorf("%q: %+v", line, got)
		}
	}
}
