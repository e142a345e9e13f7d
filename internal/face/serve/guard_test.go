package serve

import (
	"crypto/sha256"
	"encoding/base64"
	"net/http"
	"regexp"
	"strings"
	"testing"
)

// asks are one request for each route there is, made from the list of routes.
func asks(t *testing.T, b *bed) []struct {
	route
	method, path string
} {
	t.Helper()
	page, err := b.pageRoutes(page())
	if err != nil {
		t.Fatal(err)
	}
	var list []struct {
		route
		method, path string
	}
	for _, rt := range append(b.routes(), page...) {
		method, path, ok := strings.Cut(rt.pattern, " ")
		if !ok {
			method, path = http.MethodGet, rt.pattern+"nowhere"
		}
		path = strings.NewReplacer("{$}", "", "{said}", "m7k2.said", "{n}", "1", "{name}", "hum").Replace(path)
		list = append(list, struct {
			route
			method, path string
		}{rt, method, path})
	}
	if len(list) < 12 {
		t.Fatalf("%d routes", len(list))
	}
	return list
}

func TestAForeignNameIsRefusedEverywhere(t *testing.T) {
	b := listening(t, newHer(nil))
	_, port, _ := strings.Cut(b.Address(), ":")
	for _, ask := range asks(t, b) {
		for _, host := range []string{"example.org", "example.org:" + port, "localhost", "127.0.0.1", "127.0.0.1.:" + port, "localhost.:" + port, "127.0.0.2:" + port, "[::1]:" + port, "LOCALHOST:" + port, "127.0.0.1:1"} {
			resp := b.request(ask.method, ask.path, func(r *http.Request) { r.Host = host })
			if resp.StatusCode != http.StatusMisdirectedRequest {
				t.Errorf("%s as %s: %s", ask.pattern, host, resp.Status)
			}
		}
	}
	for _, host := range []string{"localhost:" + port, b.Address()} {
		if resp := b.request("GET", "/", func(r *http.Request) { r.Host = host }); resp.StatusCode != http.StatusOK {
			t.Errorf("as %s: %s", host, resp.Status)
		}
	}
}

func TestWithoutARightNothingOpens(t *testing.T) {
	b := listening(t, newHer(nil))
	for _, ask := range asks(t, b) {
		if ask.right == nobody {
			continue
		}
		for name, change := range map[string]func(*http.Request){
			"nothing": func(r *http.Request) { r.Header = http.Header{} },
			"the other right": func(r *http.Request) {
				if ask.right == device {
					r.Header.Del("Cookie")
				} else {
					r.Header.Del("Authorization")
				}
			},
			"a wrong one": func(r *http.Request) {
				r.Header = http.Header{"Authorization": {"Bearer other"}, "Cookie": {"samantha-abcd2345=other"}}
			},
			"another house's cookie": func(r *http.Request) { r.Header = http.Header{"Cookie": {"samantha-zzzz=known"}} },
			"an empty one": func(r *http.Request) {
				r.Header = http.Header{"Authorization": {"Bearer "}, "Cookie": {"samantha-abcd2345="}}
			},
		} {
			methods := []string{ask.method, "HEAD", "DELETE"}
			if name == "the other right" {
				methods = methods[:1] // with another method there is no such route, which a device may know
			}
			for _, method := range methods {
				resp := b.request(method, ask.path, change)
				if resp.StatusCode != http.StatusUnauthorized {
					t.Errorf("%s %s with %s: %s", method, ask.path, name, resp.Status)
				}
			}
		}
	}
}

// A page elsewhere, or of another program on this machine, gets nothing done,
// with whatever the browser would add of its own.
func TestNoOtherPageGetsIn(t *testing.T) {
	b := listening(t, newHer(nil))
	_, port, _ := strings.Cut(b.Address(), ":")
	for _, ask := range asks(t, b) {
		for _, c := range []struct{ origin, site string }{
			{"http://example.org", "cross-site"},
			{"http://example.org", ""},
			{"", "cross-site"},
			{"", "same-site"},
			{"http://127.0.0.1:3000", "same-site"},
			{"http://127.0.0.1:3000", ""},
			{"http://localhost:" + port, ""}, // her other name is another page
			{"https://" + b.Address(), "same-origin"},
			{"null", "cross-site"},
			{"null", ""},
			{"http://" + b.Address(), "cross-site"},
			{"http://" + b.Address() + ".example.org", ""},
		} {
			resp := b.request(ask.method, ask.path, func(r *http.Request) {
				if c.origin != "" {
					r.Header.Set("Origin", c.origin)
				}
				if c.site != "" {
					r.Header.Set("Sec-Fetch-Site", c.site)
				}
			})
			if resp.StatusCode != http.StatusForbidden {
				t.Errorf("%s from %q %q: %s", ask.pattern, c.origin, c.site, resp.Status)
			}
		}
	}
	for _, site := range []string{"none", "same-origin"} {
		resp := b.request("GET", "/", func(r *http.Request) { r.Header.Set("Sec-Fetch-Site", site) })
		if resp.StatusCode != http.StatusOK {
			t.Errorf("%s: %s", site, resp.Status)
		}
	}
}

func TestAWireNamesItsPage(t *testing.T) {
	b := listening(t, newHer(nil))
	for origin, want := range map[string]int{"": http.StatusForbidden, "http://example.org": http.StatusForbidden, "http://" + b.Address(): http.StatusSwitchingProtocols} {
		resp := b.request("GET", "/wire", func(r *http.Request) {
			r.Header.Set("Connection", "Upgrade")
			r.Header.Set("Upgrade", "websocket")
			r.Header.Set("Sec-WebSocket-Version", "13")
			r.Header.Set("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==")
			if origin != "" {
				r.Header.Set("Origin", origin)
			}
		})
		if resp.StatusCode != want {
			t.Errorf("from %q: %s", origin, resp.Status)
		}
	}
}

func TestEveryAnswerIsCautious(t *testing.T) {
	b := listening(t, newHer(nil))
	for _, ask := range asks(t, b) {
		for name, change := range map[string]func(*http.Request){
			"welcome": nil,
			"foreign": func(r *http.Request) { r.Host = "example.org" },
			"unknown": func(r *http.Request) { r.Header = http.Header{} },
		} {
			h := b.request(ask.method, ask.path, change).Header
			csp := h.Get("Content-Security-Policy")
			if !strings.HasPrefix(csp, "default-src 'none';") || strings.Contains(csp, "unsafe") || strings.Contains(csp, "*") {
				t.Errorf("%s, %s: %s", ask.pattern, name, csp)
			}
			for key, want := range map[string]string{
				"X-Content-Type-Options": "nosniff", "Cross-Origin-Opener-Policy": "same-origin",
				"Cross-Origin-Resource-Policy": "same-origin", "Referrer-Policy": "no-referrer",
			} {
				if h.Get(key) != want {
					t.Errorf("%s, %s: %s is %q", ask.pattern, name, key, h.Get(key))
				}
			}
			if cache := h.Get("Cache-Control"); cache != "no-store" && cache != "no-cache" || h.Get("Access-Control-Allow-Origin") != "" {
				t.Errorf("%s, %s: %v", ask.pattern, name, h)
			}
		}
	}
}

func TestAStrangerIsToldHowToComeIn(t *testing.T) {
	b := listening(t, newHer(nil))
	for code, change := range map[int]func(*http.Request){
		http.StatusUnauthorized: func(r *http.Request) { r.Header = http.Header{"Accept": {"text/html"}} },
		http.StatusForbidden: func(r *http.Request) {
			r.Header = http.Header{"Accept": {"text/html"}, "Sec-Fetch-Site": {"cross-site"}}
		},
	} {
		resp := b.request("GET", "/", change)
		text := b.body(resp)
		if resp.StatusCode != code || !strings.Contains(text, "type samantha again") || !strings.Contains(text, `lang="en"`) || !strings.Contains(text, "<title>") {
			t.Errorf("%d: %s %s", code, resp.Status, text)
		}
		if len(resp.Cookies()) > 0 {
			t.Errorf("%d: a cookie for a stranger: %v", code, resp.Cookies())
		}
	}
}

// A letter brings its look along: the policy lets its one style be, and nothing
// else.
func TestALetterLooksLikeHer(t *testing.T) {
	b := listening(t, newHer(nil))
	stranger := func(r *http.Request) { r.Header = http.Header{"Accept": {"text/html"}} }
	for _, path := range []string{"/", "/open?once=nothing", "/open?once=" + b.links.give("Ida")} {
		resp := b.request("GET", path, stranger)
		text := b.body(resp)
		style := regexp.MustCompile(`(?s)<style>(.*)</style>`).FindStringSubmatch(text)
		if style == nil {
			t.Fatalf("%s: no style in %s", path, text)
		}
		sum := sha256.Sum256([]byte(style[1]))
		policy := resp.Header.Get("Content-Security-Policy")
		if want := "style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"; !strings.Contains(policy, want) || !strings.Contains(policy, "default-src 'none'") || strings.Contains(policy, "unsafe") {
			t.Errorf("%s: %s does not have %s", path, policy, want)
		}
		if asks := regexp.MustCompile(`(?i)<script|\ssrc=|<link|url\(|\sstyle=|\son\w+=|https?:`).FindString(text); asks != "" {
			t.Errorf("%s: %q in a page that has all it needs", path, asks)
		}
	}
}
