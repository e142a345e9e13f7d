package serve

import (
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"samantha"
)

// fresh is a browser that was never here.
func fresh(r *http.Request) {
	r.Header = http.Header{"User-Agent": {"Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"}}
}

// pathOf is a link without its host.
func pathOf(t *testing.T, b *bed, link string) string {
	t.Helper()
	path, ok := strings.CutPrefix(link, "http://"+b.Address())
	if !ok || !strings.HasPrefix(path, "/open?once=") {
		t.Fatalf("%s leads elsewhere", link)
	}
	return path
}

func TestALinkLetsOneBrowserInOnce(t *testing.T) {
	b := listening(t, newHer(nil))
	path := pathOf(t, b, b.Link("Ida"))
	resp := b.request("GET", path, fresh)
	text := b.body(resp)
	if resp.StatusCode != http.StatusOK || !strings.Contains(text, `content="0; url=/"`) {
		t.Fatalf("%s %s", resp.Status, text)
	}
	cookies := resp.Cookies()
	if len(cookies) != 1 {
		t.Fatalf("%v", cookies)
	}
	c := cookies[0]
	if c.Name != "samantha-abcd2345" || !c.HttpOnly || c.SameSite != http.SameSiteStrictMode || c.Path != "/" || c.Domain != "" || c.MaxAge < 300*24*3600 {
		t.Errorf("%+v", c)
	}
	if got := b.devices.labels; len(got) != 1 || got[0] != "Firefox on Linux" {
		t.Errorf("%q", got)
	}
	with := func(r *http.Request) { fresh(r); r.AddCookie(c) }
	if resp := b.request("GET", "/", with); resp.StatusCode != http.StatusOK || len(resp.Cookies()) != 1 {
		t.Errorf("with the cookie: %s", resp.Status)
	}
	for range 2 {
		if resp := b.request("GET", path, fresh); resp.StatusCode != http.StatusGone || len(resp.Cookies()) > 0 {
			t.Errorf("again: %s", resp.Status)
		}
	}
	// Who was let in before stays the same device.
	if resp := b.request("GET", pathOf(t, b, b.Link("Ida")), with); resp.Cookies()[0].Value != c.Value || len(b.devices.labels) != 1 {
		t.Errorf("%v %v", resp.Cookies(), b.devices.labels)
	}
}

func TestALinkIsNotUsedUpByMachines(t *testing.T) {
	b := listening(t, newHer(nil))
	path := pathOf(t, b, b.Link("Ida"))
	for name, value := range map[string]string{"Sec-Purpose": "prefetch;prerender", "Purpose": "prefetch", "X-Moz": "prefetch"} {
		resp := b.request("GET", path, func(r *http.Request) { fresh(r); r.Header.Set(name, value) })
		if resp.StatusCode != http.StatusForbidden {
			t.Errorf("%s: %s", name, resp.Status)
		}
	}
	if resp := b.request("HEAD", path, fresh); resp.StatusCode != http.StatusForbidden {
		t.Errorf("HEAD: %s", resp.Status)
	}
	if resp := b.request("GET", path, fresh); resp.StatusCode != http.StatusOK {
		t.Errorf("the person: %s", resp.Status)
	}
}

func TestALinkGrowsOld(t *testing.T) {
	inBubble(t, nil, func(t *testing.T, b *bed) {
		path := pathOf(t, b, b.Link("Ida"))
		time.Sleep(linkTime)
		if resp := b.request("GET", path, fresh); resp.StatusCode != http.StatusGone || len(b.devices.labels) != 0 {
			t.Errorf("%s %v", resp.Status, b.devices.labels)
		}
	})
}

func TestWrongLinksOpenNothing(t *testing.T) {
	b := listening(t, newHer(nil))
	link := pathOf(t, b, b.Link("Ida"))
	for _, path := range []string{"/open", "/open?once=", "/open?once=AAAA", link + "A", link[:len(link)-1], strings.ToLower(link)} {
		if resp := b.request("GET", path, fresh); resp.StatusCode != http.StatusGone {
			t.Errorf("%s: %s", path, resp.Status)
		}
	}
}

// A thousand at once: one comes in.
func TestOnlyOneComesInByALink(t *testing.T) {
	l := newLinks(wall{})
	token := l.give("Ida")
	var in atomic.Int32
	var all sync.WaitGroup
	for range 1000 {
		all.Go(func() {
			if _, ok := l.use(token); ok {
				in.Add(1)
			}
		})
	}
	all.Wait()
	if in.Load() != 1 {
		t.Errorf("%d came in", in.Load())
	}
}

func TestOldLinksMakeRoom(t *testing.T) {
	l := newLinks(wall{})
	first := l.give("Ida")
	for range maxLinks {
		l.give("Ida")
	}
	if _, ok := l.use(first); ok || len(l.open) != maxLinks {
		t.Errorf("%d links, the first %v", len(l.open), ok)
	}
}

func TestAProcessAsksForALink(t *testing.T) {
	b, c := reached(t, newHer(nil))
	link, err := c.Link(t.Context(), "")
	if err != nil {
		t.Fatal(err)
	}
	if resp := b.request("GET", pathOf(t, b, link), fresh); resp.StatusCode != http.StatusOK {
		t.Errorf("%s", resp.Status)
	}
	if person, _ := b.devices.Person("device-2"); person != "Ida" {
		t.Errorf("it is %q's", person)
	}
	if _, err := c.Link(t.Context(), "Ben"); err == nil || samantha.Plainly(err) != "--as wants one of: Ida" {
		t.Errorf("%v", err)
	}
}

func TestLabels(t *testing.T) {
	for agent, want := range map[string]string{
		"": "A browser",
		"Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0":           "Edge on Windows",
		"Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15":           "Safari on a Mac",
		"Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/140.0 Mobile Safari/604.1": "Chrome on an iPhone",
		"Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile Safari/537.36":                        "Chrome on Android",
		strings.Repeat("x", 10000): "A browser",
	} {
		if got := labelOf(agent); got != want {
			t.Errorf("%.60s: %q, want %q", agent, got, want)
		}
	}
}
