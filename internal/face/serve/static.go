package serve

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"net/http"
	"path"
	"slices"
	"strings"
)

// file is one file of the page, ready to be sent.
type file struct {
	kind   string // MIME type
	plain  []byte
	packed []byte // gzip; nil if that is no shorter
	tag    string // ETag: of its content, however it is packed
}

// indexFile is the page itself.
const indexFile = "index.html"

// pageRoutes has one route for each file of the page, and no others.
func (s *Server) pageRoutes(page fs.FS) ([]route, error) {
	var routes []route
	err := fs.WalkDir(page, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		f, err := prepare(page, name)
		if err != nil {
			return err
		}
		pattern, answer := "GET /"+name, f.send
		if name == indexFile {
			pattern = "GET /{$}"
			answer = func(w http.ResponseWriter, r *http.Request, v visitor) {
				s.giveCookie(w, v.token) // its days begin anew
				f.send(w, r, v)
			}
		}
		routes = append(routes, route{pattern, device, answer})
		return nil
	})
	return routes, err
}

// prepare reads and packs a file.
func prepare(page fs.FS, name string) (file, error) {
	f := file{kind: mimeTypes()[path.Ext(name)]}
	if f.kind == "" {
		return f, fmt.Errorf("%s: files of this kind have no MIME type in serve/static.go", name)
	}
	var err error
	if f.plain, err = fs.ReadFile(page, name); err != nil {
		return f, err
	}
	sum := sha256.Sum256(f.plain)
	f.tag = `W/"` + hex.EncodeToString(sum[:12]) + `"`
	if packed := pack(f.plain); len(packed) < len(f.plain) {
		f.packed = packed
	}
	return f, nil
}

// mimeTypes are those of the page's files; what the machine believes of endings
// is not asked.
func mimeTypes() map[string]string {
	return map[string]string{
		".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8",
		".svg": "image/svg+xml", ".png": "image/png", ".json": "application/json",
		".webmanifest": "application/manifest+json", ".txt": "text/plain; charset=utf-8",
	}
}

func pack(plain []byte) []byte {
	var b bytes.Buffer
	z, _ := gzip.NewWriterLevel(&b, gzip.BestCompression) // the level is a good one
	_, _ = z.Write(plain)                                 // a buffer takes everything
	_ = z.Close()
	return b.Bytes()
}

func (f file) send(w http.ResponseWriter, r *http.Request, _ visitor) {
	h := w.Header()
	h.Set("Cache-Control", "no-cache") // ask each time whether it is still this one
	h.Set("ETag", f.tag)
	h.Set("Vary", "Accept-Encoding")
	if slices.Contains(commaList(r.Header.Get("If-None-Match")), strings.TrimPrefix(f.tag, "W/")) {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	body := f.plain
	if f.packed != nil && slices.Contains(commaList(r.Header.Get("Accept-Encoding")), "gzip") {
		h.Set("Content-Encoding", "gzip")
		body = f.packed
	}
	h.Set("Content-Type", f.kind)
	_, _ = w.Write(body) // who asked may be gone; a HEAD gets none of it
}

// commaList are the values of a header, without what weighs or weakens them.
func commaList(header string) (values []string) {
	for v := range strings.SplitSeq(header, ",") {
		v, _, _ = strings.Cut(v, ";")
		values = append(values, strings.TrimPrefix(strings.TrimSpace(v), "W/"))
	}
	return values
}
