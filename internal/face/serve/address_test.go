package serve

import (
	"errors"
	"net"
	"strconv"
	"testing"

	"samantha"
)

func TestOnlyAddressesOfThisMachine(t *testing.T) {
	for address, want := range map[string]string{
		"127.0.0.1:7262": "127.0.0.1:7262", "localhost:80": "127.0.0.1:80", "[::1]:7262": "[::1]:7262",
		"127.9.9.9:1": "127.9.9.9:1", "127.0.0.1:0": "127.0.0.1:0", "[::ffff:127.0.0.1]:5": "[::ffff:127.0.0.1]:5",
		"": "", ":7262": "", "0.0.0.0:7262": "", "[::]:7262": "", "192.168.1.5:7262": "", "10.0.0.1:7262": "", "example.org:7262": "",
		"127.0.0.1": "", "127.0.0.1:": "", "127.0.0.1:x": "", "127.0.0.1:70000": "", "127.0.0.1:00": "", "localhost.:7262": "",
		"[fe80::1%eth0]:1": "", "[::1%lo]:1": "", "169.254.169.254:80": "", "0:7262": "", "2130706433:1": "", "127.1:1": "",
	} {
		got, err := CheckAddress(address)
		if got != want || (want == "") != errors.Is(err, samantha.ErrInvalid) {
			t.Errorf("%q: %q %v", address, got, err)
		}
	}
}

// However she is started, she is found on loopback alone.
func TestNothingListensBeyondLoopback(t *testing.T) {
	for _, address := range []string{"", "127.0.0.1:0", "localhost:0"} {
		o := options(newHer(nil), &fakeDevices{})
		o.Address = address
		s, err := Listen(o)
		if err != nil {
			t.Fatal(err)
		}
		host, _, err := net.SplitHostPort(s.Address())
		if ip := net.ParseIP(host); err != nil || ip == nil || !ip.IsLoopback() {
			t.Errorf("%q: listens on %s", address, s.Address())
		}
		s.Close()
	}
	for _, address := range []string{":0", "0.0.0.0:0", "[::]:0"} {
		o := options(newHer(nil), &fakeDevices{})
		o.Address = address
		if s, err := Listen(o); !errors.Is(err, samantha.ErrInvalid) {
			t.Errorf("%q: %v", address, err)
			s.Close()
		}
	}
}

func TestATakenPortGivesWay(t *testing.T) {
	other, err := net.Listen("tcp", net.JoinHostPort("127.0.0.1", strconv.Itoa(Port)))
	if err == nil { // else somebody else has it, which does as well
		defer other.Close()
	}
	s, err := Listen(func() Options { o := options(newHer(nil), &fakeDevices{}); o.Address = ""; return o }())
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	_, port, _ := net.SplitHostPort(s.Address())
	if n, _ := strconv.Atoi(port); n <= Port || n >= Port+ports {
		t.Errorf("she is at %s", s.Address())
	}
	o := options(newHer(nil), &fakeDevices{})
	o.Address = s.Address() // asked for by name, nothing else will do
	if again, err := Listen(o); err == nil {
		again.Close()
		t.Error("two servers on one port")
	}
}
