package fetch

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"mime"
	"net/http"
	"net/url"
	"path"
	"strconv"
	"strings"
	"time"

	"samantha"
)

// Source is somewhere a file can come from.
type Source interface {
	// Name is how a person knows it.
	Name() string
	// open asks for the bytes [from, to), or, with from 0 and to the whole size, for
	// the file. at is where what comes begins: a source that cannot send parts begins
	// at 0. More than was asked for may come.
	open(ctx context.Context, from, to, size int64) (body io.ReadCloser, at int64, err error)
}

// Way gives the client that reaches the server of an address and nothing else, and
// follows no redirect by itself. by is the address whose server sent us on to it; nil is
// none. It refuses what nobody allowed.
type Way func(to, by *url.URL) (*http.Client, error)

// web is a file on a server.
type web struct {
	url   *url.URL
	way   Way
	clock samantha.Clock
}

// Web is the file at an address.
func Web(address string, way Way, clock samantha.Clock) (Source, error) {
	u, err := url.Parse(address)
	if err != nil || u.Hostname() == "" || u.User != nil || u.Scheme != "https" && u.Scheme != "http" {
		return nil, fmt.Errorf("%q is no address of a file, such as https://host/file: %w", address, samantha.ErrInvalid)
	}
	return web{u, way, clock}, nil
}

// Mirrored is the address of a file on another server that has the same paths, as
// HF_ENDPOINT and --mirror name it. If the mirror's own path ends with the file's name it
// is taken for the whole address.
func Mirrored(address, mirror string) (string, error) {
	u, err := url.Parse(address)
	if err != nil {
		return "", err
	}
	m, err := url.Parse(mirror)
	if err != nil || m.Hostname() == "" || m.User != nil || m.Scheme != "https" && m.Scheme != "http" {
		return "", fmt.Errorf("%q is no address of a mirror, such as https://host: %w", mirror, samantha.ErrInvalid)
	}
	if path.Base(m.Path) == path.Base(u.Path) {
		return m.String(), nil
	}
	return m.JoinPath(u.Path).String(), nil
}

// Name is the server.
func (w web) Name() string { return w.url.Host }

// hops is how often a server may send us on. Hugging Face does it once.
const hops = 5

func (w web) open(ctx context.Context, from, to, size int64) (io.ReadCloser, int64, error) {
	var by *url.URL
	at := w.url
	for range hops {
		resp, err := w.ask(ctx, at, by, from, to, size)
		if err != nil {
			return nil, 0, err
		}
		next, err := onward(resp, at)
		if next == nil && err == nil {
			return w.take(resp, from, size)
		}
		resp.Body.Close()
		if err != nil {
			return nil, 0, err
		}
		at, by = next, at
	}
	return nil, 0, fmt.Errorf("%s sends in circles: %w", w.url.Host, ErrNotThere)
}

func (w web) ask(ctx context.Context, to, by *url.URL, from, end, size int64) (*http.Response, error) {
	client, err := w.way(to, by)
	if err != nil {
		return nil, err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, to.String(), nil)
	if err != nil {
		return nil, err
	}
	// All that is said of who asks: which program, since some servers turn away one
	// that gives no name. No version, no cookie.
	req.Header.Set("User-Agent", "samantha")
	req.Header.Set("Accept-Encoding", "identity")
	if from > 0 || end < size {
		req.Header.Set("Range", fmt.Sprintf("bytes=%d-%d", from, end-1))
	}
	resp, err := client.Do(req)
	switch {
	case errors.Is(err, samantha.ErrDenied):
		return nil, err
	case err != nil:
		return nil, &later{err: fmt.Errorf("%s cannot be reached: %w", to.Host, bare(err))}
	}
	return resp, nil
}

// bare is an error without the address that was asked for, which says nothing new.
func bare(err error) error {
	if u := (*url.Error)(nil); errors.As(err, &u) {
		return u.Err
	}
	return err
}

// onward is where an answer sends us, or nil.
func onward(resp *http.Response, from *url.URL) (*url.URL, error) {
	switch resp.StatusCode {
	case http.StatusMovedPermanently, http.StatusFound, http.StatusSeeOther, http.StatusTemporaryRedirect, http.StatusPermanentRedirect:
	default:
		return nil, nil
	}
	next, err := from.Parse(resp.Header.Get("Location"))
	if err != nil || next.Hostname() == "" || next.User != nil || next.Scheme != "https" && next.Scheme != "http" {
		return nil, fmt.Errorf("%s sends on to nowhere: %w", from.Host, ErrNotThere)
	}
	if from.Scheme == "https" && next.Scheme != "https" {
		return nil, fmt.Errorf("%s sends on to %s without encryption: %w", from.Host, next.Host, ErrNotThere)
	}
	return next, nil
}

// take judges an answer.
func (w web) take(resp *http.Response, from, size int64) (io.ReadCloser, int64, error) {
	at, err := w.judge(resp, from, size)
	if err != nil {
		resp.Body.Close()
		return nil, 0, err
	}
	return resp.Body, at, nil
}

func (w web) judge(resp *http.Response, from, size int64) (at int64, err error) {
	switch code := resp.StatusCode; {
	case code == http.StatusPartialContent:
		return from, w.within(resp, from, size)
	case code == http.StatusOK:
		return 0, w.same(resp, size)
	case code == http.StatusRequestedRangeNotSatisfiable:
		return 0, fmt.Errorf("%s says that it is shorter: %w", w.url.Host, ErrAnother)
	case code == http.StatusTooManyRequests, code == http.StatusRequestTimeout, code >= 500:
		return 0, &later{fmt.Errorf("%s answers %s: %w", w.url.Host, resp.Status, ErrBusy), w.patience(resp)}
	}
	return 0, fmt.Errorf("%s answers %s: %w", w.url.Host, resp.Status, ErrNotThere)
}

// within sees that a part begins where it should, of a file as long as it should be.
func (w web) within(resp *http.Response, from, size int64) error {
	first, total, ok := contentRange(resp.Header.Get("Content-Range"))
	switch {
	case !ok || first != from || encoded(resp):
		return errRanges
	case total >= 0 && total != size:
		return fmt.Errorf("%s has %d bytes and not %d: %w", w.url.Host, total, size, ErrAnother)
	}
	return nil
}

// same sees that a whole file may be the one meant.
func (w web) same(resp *http.Response, size int64) error {
	kind, _, _ := mime.ParseMediaType(resp.Header.Get("Content-Type"))
	switch {
	case resp.ContentLength == size && !encoded(resp):
		return nil
	case kind == "text/html":
		return fmt.Errorf("%s answers with a web page; does this network want you to log in?: %w", w.url.Host, ErrAnother)
	case encoded(resp):
		return fmt.Errorf("%s sends it packed, which was not asked for: %w", w.url.Host, ErrAnother)
	case resp.ContentLength >= 0:
		return fmt.Errorf("%s has %d bytes and not %d: %w", w.url.Host, resp.ContentLength, size, ErrAnother)
	}
	return nil
}

func encoded(resp *http.Response) bool {
	e := resp.Header.Get("Content-Encoding")
	return e != "" && e != "identity"
}

// contentRange reads "bytes FIRST-LAST/TOTAL"; total is -1 if the server does not say.
func contentRange(value string) (first, total int64, ok bool) {
	rest, ok := strings.CutPrefix(value, "bytes ")
	span, all, slash := strings.Cut(rest, "/")
	begin, _, dash := strings.Cut(span, "-")
	first, err := strconv.ParseInt(begin, 10, 64)
	if !ok || !slash || !dash || err != nil {
		return 0, 0, false
	}
	if all == "*" {
		return first, -1, true
	}
	total, err = strconv.ParseInt(all, 10, 64)
	return first, total, err == nil
}

// patience is how long a server asks us to wait; 0 if it does not say.
func (w web) patience(resp *http.Response) time.Duration {
	value := resp.Header.Get("Retry-After")
	if n, err := strconv.Atoi(value); err == nil {
		return time.Duration(n) * time.Second
	}
	if at, err := http.ParseTime(value); err == nil {
		return at.Sub(w.clock.Now())
	}
	return 0
}

// folder is a file that lies somewhere on this machine.
type folder struct {
	dir  fs.FS
	name string
	path string // for people
}

// From is the file of an entry in a folder, a memory stick say: under the name it has
// here, or under the one it has on the server. It fails with [samantha.ErrNotFound] if
// it is not there.
func From(dir fs.FS, where string, e Entry) (Source, error) {
	names := []string{e.File()}
	for _, address := range e.URLs {
		if u, err := url.Parse(address); err == nil {
			names = append(names, path.Base(u.Path))
		}
	}
	for _, name := range names {
		if info, err := fs.Stat(dir, name); err == nil && info.Mode().IsRegular() {
			return folder{dir, name, where}, nil
		}
	}
	return nil, fmt.Errorf("%s has no %s: %w", where, strings.Join(names, " and no "), samantha.ErrNotFound)
}

// Name is the folder.
func (f folder) Name() string { return f.path }

func (f folder) open(_ context.Context, from, _, size int64) (io.ReadCloser, int64, error) {
	file, err := f.dir.Open(f.name)
	if err != nil {
		return nil, 0, failed(err)
	}
	info, err := file.Stat()
	if err == nil && info.Size() != size {
		err = fmt.Errorf("%s has %d bytes and not %d: %w", f.name, info.Size(), size, ErrAnother)
	}
	if err != nil {
		return nil, 0, errors.Join(err, file.Close())
	}
	seeker, ok := file.(io.Seeker)
	if !ok {
		return file, 0, nil
	}
	if _, err := seeker.Seek(from, io.SeekStart); err != nil {
		return nil, 0, errors.Join(failed(err), file.Close())
	}
	return file, from, nil
}
