package serve

import (
	"compress/gzip"
	"io"
	"net/http"
	"testing"
	"testing/fstest"

	"samantha/internal/face/web"
)

func TestThePageIsSent(t *testing.T) {
	b := listening(t, newHer(nil))
	for path, kind := range map[string]string{
		"/": "text/html; charset=utf-8", "/app/here.js": "text/javascript; charset=utf-8", "/style/here.css": "text/css; charset=utf-8",
		"/icon.svg": "image/svg+xml", "/manifest.webmanifest": "application/manifest+json",
	} {
		resp := b.request("GET", path, nil)
		h := resp.Header
		if resp.StatusCode != http.StatusOK || h.Get("Content-Type") != kind || h.Get("Cache-Control") != "no-cache" || h.Get("ETag") == "" {
			t.Errorf("%s: %s %v", path, resp.Status, h)
		}
		again := b.request("GET", path, func(r *http.Request) { r.Header.Set("If-None-Match", `"x", `+h.Get("ETag")) })
		if again.StatusCode != http.StatusNotModified || len(b.body(again)) > 0 {
			t.Errorf("%s again: %s", path, again.Status)
		}
	}
	for _, path := range []string{"/index.html", "/app/", "/app/nowhere.js", "/../serve.go", "/app/../../serve.go", "/app/%2e%2e/web.go", "//etc/passwd"} {
		if resp := b.request("GET", path, nil); resp.StatusCode < 300 {
			t.Errorf("%s: %s", path, resp.Status)
		}
	}
}

func TestFilesArePacked(t *testing.T) {
	b := listening(t, newHer(nil))
	resp := b.request("GET", "/app/here.js", func(r *http.Request) { r.Header.Set("Accept-Encoding", "br;q=1, gzip;q=0.8") })
	if resp.Header.Get("Content-Encoding") != "gzip" || resp.Header.Get("Vary") != "Accept-Encoding" {
		t.Fatalf("%v", resp.Header)
	}
	z, err := gzip.NewReader(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(z)
	if err != nil || string(text) != string(page()["app/here.js"].Data) {
		t.Errorf("%d bytes, %v", len(text), err)
	}
	if short := b.request("GET", "/icon.svg", func(r *http.Request) { r.Header.Set("Accept-Encoding", "gzip") }); short.Header.Get("Content-Encoding") != "" {
		t.Error("packed, and longer for it")
	}
}

func TestAFileOfUnknownKindIsNoticedAtTheStart(t *testing.T) {
	o := options(newHer(nil), &fakeDevices{})
	o.Files = fstest.MapFS{"app/secret.key": {Data: []byte("x")}}
	if s, err := Listen(o); err == nil {
		s.Close()
		t.Error("it is served")
	}
}

func TestEveryFileOfThePageHasAKind(t *testing.T) {
	if _, err := (&Server{}).pageRoutes(web.Files()); err != nil {
		t.Error(err)
	}
}
