package outside

import (
	"errors"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"samantha"
)

// TestHomeReachesThisMachineAlone: by whatever an address is written, and whatever a
// server answers.
func TestHomeReachesThisMachineAlone(t *testing.T) {
	here := httptest.NewServer(http.RedirectHandler("http://192.0.2.1/", http.StatusFound))
	defer here.Close()
	t.Setenv("HTTP_PROXY", "http://192.0.2.1:3128")
	resp, err := Home().Get(here.URL)
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
	if resp.StatusCode != http.StatusFound {
		t.Errorf("it was followed: %s", resp.Status)
	}
	for _, address := range []string{
		"192.0.2.1", "10.0.0.1", "169.254.169.254", "0.0.0.0", "[::]", "[2001:db8::1]", "[::ffff:192.0.2.1]", "[fe80::1]",
	} {
		if _, err := Home().Get("http://" + address + ":9/"); !errors.Is(err, ErrElsewhere) {
			t.Errorf("%s: %v", address, err)
		}
	}
}

func TestAwayReachesTheOneNamed(t *testing.T) {
	var got int
	there := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		got++
		http.Redirect(w, r, "http://127.0.0.1:1/", http.StatusFound)
	}))
	defer there.Close()
	other := httptest.NewServer(http.NotFoundHandler())
	defer other.Close()
	d, err := Away(there.URL + "/v1")
	if err != nil {
		t.Fatal(err)
	}
	words := strings.Repeat("a word and ", 100)
	resp, err := d.Client(time.Minute).Post(there.URL, "text/plain", strings.NewReader(words))
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
	if got != 1 || d.Bytes() < int64(len(words)) || !strings.HasPrefix(there.URL, "http://"+d.Host()) {
		t.Errorf("%d requests, %d bytes to %s", got, d.Bytes(), d.Host())
	}
	before := d.Bytes()
	if _, err := d.Client(0).Get(other.URL); !errors.Is(err, ErrElsewhere) || d.Bytes() != before {
		t.Errorf("another server: %v, %d bytes", err, d.Bytes()-before)
	}
}

// TestWhereItWent: a door knows the very address that was reached, and none before.
func TestWhereItWent(t *testing.T) {
	server := httptest.NewServer(http.NotFoundHandler())
	defer server.Close()
	d, err := Away(strings.Replace(server.URL, "127.0.0.1", "localhost", 1))
	if err != nil {
		t.Fatal(err)
	}
	if got := d.Reached(); got != "" {
		t.Errorf("before: %q", got)
	}
	resp, err := d.Client(time.Minute).Get("http://" + d.Host())
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
	if got := "http://" + d.Reached(); got != server.URL {
		t.Errorf("it reached %s, and the server is at %s", got, server.URL)
	}
}

func TestAwayWantsAServer(t *testing.T) {
	for _, address := range []string{"", "host", "ftp://host/", "file:///etc", "http://", "http://:80/"} {
		if d, err := Away(address); !errors.Is(err, samantha.ErrInvalid) {
			t.Errorf("%q: %v, %v", address, d, err)
		}
	}
	for address, host := range map[string]string{"https://host/v1": "host:443", "http://[::1]/": "[::1]:80", "http://host:9": "host:9"} {
		if d, err := Away(address); err != nil || d.Host() != host {
			t.Errorf("%q: %v, %v", address, d, err)
		}
	}
}

// TestSentOnItStaysOutside: where one server may send us on to.
func TestSentOnItStaysOutside(t *testing.T) {
	for _, c := range []struct {
		from, to string
		ok       bool
	}{
		{"https://files.example", "https://cdn.example/x", true},
		{"https://files.example", "http://cdn.example/x", false},
		{"http://files.example", "https://cdn.example/x", true},
		{"https://files.example", "ftp://cdn.example/x", false},
	} {
		d, err := Away(c.from)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := d.Onward(c.to); (err == nil) != c.ok {
			t.Errorf("from %s to %s: %v", c.from, c.to, err)
		}
	}
	here := httptest.NewServer(http.NotFoundHandler())
	defer here.Close()
	far, err := Away("http://192.0.2.1")
	if err != nil {
		t.Fatal(err)
	}
	for _, at := range []string{here.URL, "http://localhost:9", "http://10.0.0.1:9", "http://[::1]:9", "http://169.254.169.254", "http://[::ffff:192.168.0.1]:9", "http://100.64.0.1:9"} {
		d, err := far.Onward(at)
		if err != nil {
			t.Fatal(err)
		}
		again, err := d.Onward(at) // a second step gives no right that the first did not
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range []*Door{d, again} {
			if _, err := d.Client(time.Second).Get(at); !errors.Is(err, ErrElsewhere) || !errors.Is(err, samantha.ErrDenied) || d.Bytes() > 0 {
				t.Errorf("%s: %v", at, err)
			}
		}
	}
	near, err := Away("http://127.0.0.1:9")
	if err != nil {
		t.Fatal(err)
	}
	next, err := near.Onward(here.URL)
	if err != nil {
		t.Fatal(err)
	}
	resp, err := next.Client(time.Minute).Get(here.URL)
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
}
